"""How a side is known and why a difference has its grade, in words; and the order in which readings come."""

from dataclasses import replace

import pytest
from comparison_builders import account, answer, claim, kinds_of, question, run

from incident_graph.comparison.grading import Side, graded, judge, reading_grade, reading_ways, without_agreement
from incident_graph.model import Grade, Verdict

DEAD = question("dead", "Number", answer="Quantity")
VENUE = question("venue")
SAID = question("said", "Nothing", answer="Phrase")
A, B, C, D = ACCOUNTS = tuple(account(letter) for letter in "ABCD")
TITLE = ("headline",)


def known(*ways, title=False, number=9, by=A):
    return graded(claim(by, DEAD, answer({"number": number}, {}), ways=ways, rules=TITLE if title else ("cue",)))


ONE, TWO, HAND = known("cue"), known("cue", "model"), known("person")
ONE_TITLE, TWO_TITLE, HAND_TITLE = (known(*one.ways, title=True) for one in (ONE, TWO, HAND))


@pytest.mark.parametrize(
    ("claims", "words", "firm"),
    [
        ([ONE], "found in one way alone (cue)", False),
        ([ONE, known("frame")], "found in one way alone (cue)", False),
        ([known("frame"), ONE], "found in one way alone (cue)", False),
        ([ONE, known("agreement", "frame")], "found in one way alone (agreement and frame, which count as one)", False),
        ([TWO], "found in more ways than one (cue and model)", True),
        ([ONE, TWO], "found in more ways than one (cue and model)", True),
        ([TWO, known("frame", "model")], "found in more ways than one (cue and model)", True),
        ([TWO, known("alignment", "cue", "model")], "found in more ways than one (alignment, cue and model)", True),
        ([HAND], "decided by a person", True),
        ([TWO, HAND], "decided by a person", True),
        ([known("cue", "person"), HAND], "decided by a person", True),
        ([ONE_TITLE], "said in a headline alone", False),
        ([TWO_TITLE], "said in a headline alone", False),
        ([TWO_TITLE, ONE], "found in one way alone (cue)", False),
        ([HAND_TITLE], "decided by a person", True),
        # alignment finds values by those of other accounts, so it does not count towards a side
        ([known("alignment", "cue")], "found in more ways than one (alignment and cue)", False),
        ([known("alignment", "cue", "frame")], "found in more ways than one (alignment, cue and frame)", False),
        ([known("alignment", "cue", "model")], "found in more ways than one (alignment, cue and model)", True),
    ],
)
def test_how_a_side_is_known(claims, words, firm):
    side = Side(claims)
    assert (str(side), side.firm) == (words, firm)


@pytest.mark.parametrize(
    ("left", "right", "called", "grade", "reason"),
    [
        (TWO, ONE, (), "Tentative", "one side is found in one way alone (cue)"),
        (ONE, TWO, (), "Tentative", "one side is found in one way alone (cue)"),
        (
            ONE,
            ONE_TITLE,
            (),
            "Tentative",
            "one side is found in one way alone (cue), the other said in a headline alone",
        ),
        (
            TWO,
            HAND,
            (),
            "Firm",
            "one side is found in more ways than one (cue and model), the other decided by a person",
        ),
        (TWO, TWO, (), "Firm", "both sides are found in more ways than one (cue and model)"),
        (TWO, TWO, ("person",), "Firm", "both sides are found in more ways than one (cue and model)"),
        (TWO, ONE, ("person",), "Firm", "the difference itself is decided by a person"),
        (ONE, TWO, ("person",), "Firm", "the difference itself is decided by a person"),
        (
            ONE,
            ONE,
            ("frame", "model"),
            "Firm",
            "the difference itself is found in more ways than one (frame and model)",
        ),
        (ONE, ONE, ("frame", "cue"), "Tentative", "both sides are found in one way alone (cue)"),
        (ONE, ONE, ("frame",), "Tentative", "both sides are found in one way alone (cue)"),
        (
            ONE_TITLE,
            ONE,
            ("frame", "model"),
            "Tentative",
            "one side is said in a headline alone, the other found in one",
        ),
        (
            ONE,
            ONE_TITLE,
            ("frame", "model"),
            "Tentative",
            "one side is found in one way alone (cue), the other said in",
        ),
        (ONE_TITLE, ONE, ("person",), "Firm", "the difference itself is decided by a person"),
    ],
)
def test_why_a_difference_has_its_grade(left, right, called, grade, reason):
    one, other = replace(left, id="one"), replace(right, id="other")
    found = judge(Side([one]), Side([other]), {frozenset(("one", "other")): called} if called else {})
    assert found.grade.value == grade
    assert found.reason.startswith(reason)
    assert found.ways == tuple(sorted({*called, *(set(one.ways) & set(other.ways))}))


def test_a_difference_is_called_by_the_first_pair_that_is_enough():
    one, other, third = replace(ONE, id="one"), replace(ONE, id="other"), replace(ONE, id="third")
    calls = {
        frozenset(("third", "other")): ("cue", "frame"),
        frozenset(("one", "other")): ("alignment", "cue"),
        frozenset(("one", "third")): ("person",),  # of one side
        frozenset(("one", "elsewhere")): ("person",),
        frozenset(("elsewhere", "other")): ("person",),
    }
    found = judge(Side([one, third]), Side([other]), calls)
    assert (found.enough, found.ways) == (("alignment", "cue"), ("alignment", "cue", "frame"))


def test_the_grade_and_ways_of_a_reading_are_those_of_its_claims():
    assert reading_grade([ONE, TWO]) is Grade.FIRM
    assert reading_grade([ONE, ONE]) is reading_grade([]) is Grade.TENTATIVE
    assert reading_ways([TWO, known("alignment", "cue")]) == ("alignment", "cue", "model")


def test_agreement_is_no_way_of_an_account_unless_there_is_no_other():
    assert without_agreement(known("agreement", "cue")).ways == ("cue",)
    assert without_agreement(known("agreement")).ways == ("agreement",)


# The order of readings


def order(*claims, accounts=ACCOUNTS):
    _, readings, _, _ = run(claims, [DEAD, VENUE, SAID], kinds_of({}), accounts)
    return [reading.label for reading in readings]


def test_readings_come_by_witnesses_then_independent_ones_then_the_first_account():
    def told(number, *by):
        return [known("cue", number=number, by=one) for one in by]

    copy, twin = account("B", A.text), account("E", A.text)
    assert order(*told(9, A), *told(12, B, C)) == ["12", "9"]
    assert order(*told(9, B), *told(12, A)) == ["12", "9"]
    assert order(*told(9, A, copy), *told(12, C, D), accounts=(A, copy, C, D)) == ["12", "9"]
    assert order(*told(9, A, copy, twin), *told(12, C, D), accounts=(A, copy, C, D, twin)) == ["9", "12"]


def test_what_is_compared_by_nothing_has_no_one_answer():
    claims = [
        claim(A, SAID, answer({"words": text}, {}), rules=("alternative",), at=5) for text in ("a relief", "a woe")
    ]
    assert sorted(order(*claims)) == ["a relief", "a woe"]
    disowned = claim(A, SAID, answer({"words": "a shame"}, {}), tier="C")
    assert len(order(*claims, disowned)) == 3


def test_a_conflict_of_names_and_descriptions_tells_what_it_rests_on():
    named, other = ({"named": name} for name in ("ash", "elm"))
    described = {"is": ["shop"], "attributes": {"country": "CN"}}
    whole = {"ash": {"attributes": {"country": "GB"}}}

    def rests(one, two):
        claims = [claim(by, VENUE, answer(given, whole)) for by, given in ((A, one), (B, two))]
        (found,) = run(claims, [VENUE], kinds_of({"shop": {}}), ACCOUNTS)[2]
        assert found.verdict is Verdict.CONFLICTS
        return found.rests_on

    assert "the two names" in rests(named, other)
    for one, two in ((named, described), (described, named)):
        assert rests(one, two) == "if there was only one, and both speak of it"


def test_claims_come_back_by_account_and_then_in_the_order_of_the_text():
    def at(by, start, name):
        return claim(by, DEAD, answer({"number": 9}, {}), at=start, id=name)

    claims = [at(B, 3, "c"), at(A, 9, "a"), at(A, 4, "d"), at(A, 4, "b")]
    for given in (claims, claims[::-1]):
        assert [one.id for one in run(given, [DEAD], kinds_of({}), ACCOUNTS)[3]] == ["b", "d", "a", "c"]
