"""The verdict on two readings by stance and relation, and what a conflict rests on."""

import itertools

import pytest
from comparison_builders import question

from incident_graph.comparison.verdicts import outcome, rests_on
from incident_graph.model import Stance, Verdict
from incident_graph.values import Relation

RELATIONS = (
    Relation.EQUAL,
    Relation.NARROWER,
    Relation.WIDER,
    Relation.DISJOINT,
    Relation.OVERLAPS,
    Relation.INCOMPARABLE,
)
SIGNS = {
    "=": (Verdict.AGREES, ""),
    "<": (Verdict.REFINES, "left"),
    ">": (Verdict.REFINES, "right"),
    "|": (Verdict.COMPLEMENTS, ""),
    "?": (Verdict.CONTESTS, ""),
    "!": (Verdict.CONFLICTS, ""),
}
# By stances, the verdicts by relation in the order of RELATIONS: on a question with one answer, and on others.
TABLE = [
    ("Asserts", "Asserts", "= < > ! | |", "= < > | | |"),
    ("Denies", "Denies", "= > < | | |", "= > < | | |"),
    ("NoEvidence", "NoEvidence", "= > < | | |", "= > < | | |"),
    ("Unknown", "Unknown", "= | | | | |", "= | | | | |"),
    ("Asserts", "Denies", "! ! | < | |", "! ! | | | |"),
    ("Asserts", "NoEvidence", "? ? | | | |", "? ? | | | |"),
    ("Asserts", "Unknown", "? ? | | | |", "? ? | | | |"),
    ("Denies", "Unknown", "? | ? | | |", "? | ? | | |"),
    ("Denies", "NoEvidence", "| | | | | |", "| | | | | |"),
    ("NoEvidence", "Unknown", "| | | | | |", "| | | | | |"),
]


@pytest.mark.parametrize(("left", "right", "of_one", "of_many"), TABLE)
def test_the_verdict_by_stance_and_relation(left, right, of_one, of_many):
    for signs, one_answer in ((of_one, True), (of_many, False)):
        for sign, relation in zip(signs.split(), RELATIONS, strict=True):
            found = outcome(Stance(left), Stance(right), relation, one_answer=one_answer)
            assert (found.verdict, found.narrower) == SIGNS[sign], (relation, one_answer)


def test_the_verdict_is_the_same_from_the_other_side():
    for left, right, relation, one in itertools.product(Stance, Stance, RELATIONS, (True, False)):
        there = outcome(left, right, relation, one_answer=one)
        back = outcome(right, left, relation.inverse, one_answer=one)
        assert (back.verdict, back.inverse.narrower) == (there.verdict, there.narrower)


@pytest.mark.parametrize(
    ("compare_by", "right", "names", "clause"),
    [
        ("Identity", "Asserts", True, "if there was only one, and the two names do not stand for the same thing"),
        ("Identity", "Asserts", False, "if there was only one, and both speak of it"),
        ("Kind", "Asserts", False, "if both speak of the same thing"),
        ("Number", "Asserts", False, "if both count the same thing at the same time"),
        ("Period", "Asserts", False, "if both date the same event"),
        ("Stance", "Asserts", False, "if both speak of the same matter"),
        ("Nothing", "Asserts", True, "if both answer the same question about the same thing"),
        ("Identity", "Denies", True, "if both mean the same by it"),
        ("Number", "NoEvidence", False, "if both mean the same by it"),
    ],
)
def test_what_a_conflict_rests_on(compare_by, right, names, clause):
    assert rests_on(question("venue", compare_by), Stance.ASSERTS, Stance(right), names=names) == clause
    asked = question("venue", compare_by, rests_on="if there was one listing")
    assert rests_on(asked, Stance.ASSERTS, Stance(right), names=names) == "if there was one listing"
