"""The signs that a pair of readings shows, its strength, and its rank among what is to be checked."""

from dataclasses import replace

import pytest
from comparison_builders import account, answer, claim, incident, kinds_of, question

from incident_graph.comparison import Strengths, apparatus, with_ranks
from incident_graph.comparison.signs import signs_of, weigh, weights
from incident_graph.model import Comparison, Figure, Verdict
from incident_graph.values import Quantity

KINDS = kinds_of({})
DEAD = question("dead", "Number", answer="Quantity", order=1)
HURT = question("hurt", "Number", answer="Quantity", order=2)
LOST = question("lost", "Number", answer="Quantity", order=3)
A, B, C, D = (account(letter) for letter in "ABCD")
PAIR = Comparison("comparison", "issue", "left", "right", Verdict.MAY_CONFLICT, ways=("cue",))
TITLE, HEDGED, MAYOR = {"rules": ("headline",)}, {"certainty": "Hedged"}, {"speakers": ["the mayor"]}
ALIGNED, PERSON = {"ways": ("alignment",)}, {"ways": ("person",)}


def said(by, number, asked=DEAD, **more):
    return claim(by, asked, answer({"number": number}, {}), **{"ways": ("cue",)} | more)


def shown(left=({},), right=({},), asked=DEAD, pair=PAIR):
    """The signs of two sides; a side is given by what is special about each of its claims, by A or B."""
    sides = ([said(A, 9, **more) for more in left], [said(B, 12, **more) for more in right])
    found = list(signs_of(pair, asked, sides))
    assert len(found) == 8
    return set(found)


def test_the_signs_of_a_plain_pair():
    assert shown() == {
        "answers: numbers",
        "neither side found by alignment",
        "question: of a profile",
        "stances: all assert",
        "text: both in the body",
        "certainty: flat",
        "voice: both in the account’s own",
        "witnesses: one each",
    }


@pytest.mark.parametrize(
    ("kind", "sign"),
    [
        ("Quantity", "numbers"),
        ("Period", "times"),
        ("Entity", "names"),
        ("Polarity", "yes or no"),
        ("Kind", "kinds"),
        ("Phrase", "kinds"),
    ],
)
def test_the_sign_of_what_is_asked(kind, sign):
    assert f"answers: {sign}" in shown(asked=question("dead", "Number", answer=kind))


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        ([ALIGNED], [{}], "one side found by alignment"),
        ([PERSON], [{}], "one side found by alignment"),
        ([{}, ALIGNED], [{}], "one side found by alignment"),
        ([ALIGNED], [PERSON], "both sides, apart found by alignment"),
        ([{"stance": "Denies"}], [{}], "stances: one denies or doubts"),
        ([{"stance": "Denies"}], [{"stance": "Denies"}], "stances: one denies or doubts"),
        ([TITLE], [{}], "text: title on a side"),
        ([TITLE, TITLE], [TITLE], "text: title on a side"),
        ([TITLE, {}], [{}], "text: both in the body"),
        ([HEDGED], [{}], "certainty: a side is hedged"),
        ([HEDGED, {}], [{}], "certainty: flat"),
        ([HEDGED, HEDGED], [HEDGED], "certainty: a side is hedged"),
        ([MAYOR], [{}], "voice: a side is attributed"),
        ([{"attributed": True}], [{}], "voice: a side is attributed"),
        ([MAYOR, {}], [{}], "voice: both in the account’s own"),
        ([{}, {}], [{}], "witnesses: one each"),  # one account says it twice
    ],
)
def test_signs_of_either_side(one, other, sign):
    assert sign in shown(one, other)
    assert sign in shown(other, one)


def test_signs_of_the_pair_and_of_the_question():
    called = replace(PAIR, ways=("alignment", "cue"))
    assert "alignment finds both or calls the difference" in shown([ALIGNED], pair=called)
    assert "question: found" in shown(asked=replace(DEAD, profile="found"))
    several = [said(A, 9), said(C, 9)], [said(B, 12)]
    for sides in (several, several[::-1]):
        assert "witnesses: several on a side" in set(signs_of(PAIR, DEAD, sides))


def test_signs_weigh_what_was_judged_and_nothing_else():
    known = weights()
    first, second = sorted(known)[:2]
    assert weigh(iter([first, second, "never judged"])) == known[first].weight + known[second].weight
    assert weigh(iter(["never judged"])) == 0


# Strength: after the signs, see ``strength``


def whole(*claims, figures=(), asked=(DEAD, HURT, LOST), accounts=(A, B, C, D)):
    return replace(incident(claims, asked, KINDS, accounts), figures=tuple(figures))


def strength_of(*claims, figures=()):
    """The strength of the one pair, without what the signs weigh."""
    found = whole(*claims, figures=figures)
    (pair,) = found.comparisons
    return Strengths(found).of(pair)[1:]


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        #                                              ways fewer, either; call; body, flat, own; noun; witnesses, both
        ([said(A, 9), said(B, 12)], (1, 1, 1, 1, 1, 1, 0, 1, 2)),
        ([said(A, 9, ways=("cue", "model")), said(B, 12)], (1, 2, 1, 1, 1, 1, 0, 1, 2)),
        ([said(A, 9, ways=("model",)), said(B, 12)], (1, 1, 0, 1, 1, 1, 0, 1, 2)),
        ([said(A, 9, ways=("cue", "model")), said(A, 9), said(B, 12)], (1, 2, 1, 1, 1, 1, 0, 1, 2)),
        ([said(A, 9, **TITLE), said(B, 12)], (1, 1, 1, 0, 1, 1, 0, 1, 2)),
        ([said(A, 9, **HEDGED), said(B, 12)], (1, 1, 1, 1, 0, 1, 0, 1, 2)),
        ([said(A, 9, **MAYOR), said(B, 12)], (1, 1, 1, 1, 1, 0, 0, 1, 2)),
        ([said(A, 9, **MAYOR), said(A, 9), said(B, 12)], (1, 1, 1, 1, 1, 1, 0, 1, 2)),
        ([said(A, 9), said(C, 9), said(B, 12)], (1, 2, 1, 1, 1, 1, 0, 1, 3)),
        ([said(A, 9), said(C, 9), said(B, 12), said(D, 12)], (2, 2, 2, 1, 1, 1, 0, 2, 4)),
    ],
)
def test_what_speaks_for_a_difference(claims, expected):
    assert strength_of(*claims) == expected
    turned = [replace(one, account={A.id: B.id, B.id: A.id}.get(one.account, one.account)) for one in claims]
    assert strength_of(*turned) == expected


@pytest.mark.parametrize(
    ("left", "right", "same"), [("sailor", "sailor", 1), ("sailor", "cook", 0), ("", "", 0), ("sailor", "", 0)]
)
def test_figures_of_one_noun_speak_for_a_difference(left, right, same):
    claims, figures = [], []
    for by, number, noun in ((A, 9, left), (B, 12, right)):
        one = said(by, number)
        figures.append(Figure(f"figure-{noun}-{by.letter}", by.excerpt(0, 2), Quantity(None, None), noun=noun))
        claims.append(replace(one, answer=replace(one.answer, figure=figures[-1].id)))
    assert strength_of(*claims, figures=figures)[6] == same
    claims[0] = replace(claims[0], answer=replace(claims[0].answer, figure=None))
    assert strength_of(*claims, figures=figures)[6] == 0


def test_a_pair_whose_claims_are_left_out_has_little_strength():
    found = replace(whole(said(A, 9), said(B, 12)), claims=())
    assert Strengths(found).of(found.comparisons[0])[1:] == (0, 0, 1, 0, 0, 0, 0, 1, 2)
    assert [line.ways for line in apparatus(found)[0].readings] == [(), ()]


def test_what_is_to_be_checked_is_ranked_and_nothing_else():
    firm = {"ways": ("cue", "model")}
    claims = [
        *(said(by, number, DEAD, certainty="Hedged") for by, number in ((A, 9), (B, 12))),
        *(said(by, number, HURT) for by, number in ((A, 9), (B, 12))),
        *(said(by, number, LOST, **firm) for by, number in ((A, 9), (B, 12))),
    ]
    found = with_ranks(whole(*claims))
    question_of = {issue.id: issue.question.name for issue in found.issues}
    assert {question_of[c.issue]: c.rank for c in found.comparisons} == {"dead": 2, "hurt": 1, "lost": 0}
    assert with_ranks(found) == found


def test_a_row_shows_its_pairs_by_verdict_and_then_by_strength():
    firm = {"ways": ("cue", "model")}
    claims = [said(A, 9, **firm), said(B, 12, **firm), said(C, 20, **HEDGED), said(D, 30)]
    (row,) = apparatus(whole(*claims))
    assert [pair.verdict.value for pair in row.pairs] == ["Conflicts"] + ["MayConflict"] * 5
    strengths = Strengths(whole(*claims))
    found = [strengths.of(pair) for pair in row.pairs[1:]]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) > 1
