"""Why two readings have their verdict: the reasons that comparison gives."""

import pytest
from comparison_builders import account, answer, claim, kinds_of, question

from incident_graph.comparison import compare, why
from incident_graph.model import Answer
from incident_graph.values import Period

WHEN = question("when", "Period", answer="Period")
DEAD = question("dead", "Number", answer="Quantity")
LASTED = question("lasted", "Number", answer="Quantity")
MANY = question("seen", "Number", one_answer=False, answer="Quantity")
TOLD = question("told", "Stance", answer="Polarity")
OWNER = question("owner", "Identity")
QUESTIONS = {q.iri: q for q in (WHEN, DEAD, LASTED, MANY, TOLD, OWNER)}
WORLD = {"ostrel": {}, "marit": {}}


def said(given):
    """The answer of a row; a clock as one writes it."""
    if "clock" in given:
        return Answer(given["clock"], figure="figure-1", period=Period.parse(given["clock"]))
    return answer(given, WORLD)


def between(asked, one, other, stances=("Asserts", "Asserts")):
    """The comparison of two accounts' answers to a question."""
    claims = [
        claim(account(letter), asked, said(given), ways=("person",), stance=stance)
        for letter, given, stance in zip("AB", (one, other), stances, strict=True)
    ]
    _, _, comparisons, _ = compare(claims, QUESTIONS, kinds_of({}), (account("A"), account("B")))
    (found,) = comparisons
    return found


@pytest.mark.parametrize(
    ("asked", "one", "other", "because"),
    [
        (WHEN, {"clock": "15:15"}, {"clock": "17:15"}, "two clock times"),
        (WHEN, {"clock": "15:15 GMT"}, {"clock": "17:15"}, "two clock times"),
        (WHEN, {"clock": "15:15 GMT"}, {"clock": "17:15 GMT"}, "two times for one event"),
        (WHEN, {"clock": "15:15"}, {"clock": "15:22"}, "two times for one event"),
        (DEAD, {"number": 9}, {"number": 12}, "two numbers"),
        (DEAD, {"number": 9}, {"number": 12, "basis": "in the mill"}, "they are not said to count"),
        (DEAD, {"number": 9}, {"number": 12, "unit": "house"}, "they are not said to count"),
        (LASTED, {"number": 2, "unit": "hour"}, {"number": 90, "unit": "minute"}, "two numbers"),
        (
            LASTED,
            {"low": 60, "high": 130, "unit": "minute"},
            {"low": 2, "high": 3, "unit": "hour"},
            "",
        ),  # they may meet
        (MANY, {"number": 9}, {"number": 12, "basis": "in the mill"}, ""),
        (TOLD, {"polarity": True}, {"polarity": False}, "one says yes"),
        (OWNER, {"named": "ostrel"}, {"named": "marit"}, "two names"),
        (WHEN, {"clock": "15:15"}, {"number": 12}, ""),
    ],
)
def test_what_sets_two_answers_apart_is_said(asked, one, other, because):
    found = between(asked, one, other)
    assert found.because.startswith(because)
    assert bool(found.because) is bool(because)
    assert why(found).startswith(found.because)


def test_a_denial_is_told_from_a_rival():
    found = between(OWNER, {"named": "ostrel"}, {"named": "ostrel"}, ("Asserts", "Denies"))
    assert found.because == "one says what the other denies"
    assert between(WHEN, {"clock": "15:15"}, {"clock": "17:15"}, ("Asserts", "Denies")).because == ""
