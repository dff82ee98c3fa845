"""What a later post of one account supersedes, and what the apparatus tells of it."""

import pytest
from comparison_builders import account, answer, claim, incident, kinds_of, question, run

from incident_graph.comparison import apparatus
from incident_graph.comparison.moments import said_on, superseded, withdrawn
from incident_graph.model import Answer

KINDS = kinds_of({"leak": {"disjoint": ["attack"]}, "attack": {}, "act": {}})
GROWS = question("dead", "Number", answer="Quantity", over_time="grows", order=1)
VARIES = question("missing", "Number", answer="Quantity", over_time="varies", order=2)
STAYS = question("crew", "Number", answer="Quantity", order=3)
CAUSE = question("cause", "Kind", answer="Kind", order=4)
DAY = question("day", "Period", answer="Period", order=5)
ASKED = {q.name: q for q in (GROWS, VARIES, STAYS, CAUSE, DAY)}
A, B, C = (account(letter) for letter in "ABC")


def post(hour, given, asked=GROWS, by=A, **more):
    """A claim posted at an hour of the third of May; ``None``: not posted."""
    moment = "" if hour is None else f"2031-05-03T{hour:02}:00"
    return claim(by, asked, answer(given, {}), stance=given.get("stance", "Asserts"), moment=moment, **more)


def differ(one, other):
    return one.answer != other.answer


def gone(*claims, asked=GROWS, incompatible=differ, one_answer=True):
    """Which of the claims give way to which, by their places."""
    place = {one.id: number for number, one in enumerate(claims)}
    found = superseded(claims, incompatible, asked, one_answer=one_answer)
    return {place[old]: place[new] for old, new in found.items()}


NINE, TWELVE = {"number": 9}, {"number": 12}


def test_a_later_post_supersedes_an_earlier_one_whatever_the_order():
    assert gone(post(8, NINE), post(9, TWELVE)) == {0: 1}
    assert gone(post(9, TWELVE), post(8, NINE)) == {1: 0}
    assert gone(post(8, NINE), post(9, NINE)) == {0: 1}  # said again


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (post(8, NINE), post(8, TWELVE)),
        (post(None, NINE), post(9, TWELVE)),
        (post(8, NINE), post(None, TWELVE)),
        (post(8, NINE), post(9, TWELVE, by=B)),
        (post(8, TWELVE), post(9, NINE)),  # counts a part
        (post(8, NINE), post(9, TWELVE | {"basis": "crew"})),
        (post(8, NINE, basis="crew"), post(9, TWELVE)),
        (post(8, NINE), post(9, TWELVE | {"unit": "vehicle"})),
        (post(8, {"low": 10, "high": 12}), post(9, {"low": 5, "high": 20})),
        (post(8, {"low": 10, "high": 20, "number": 15}), post(9, TWELVE)),
    ],
)
def test_what_a_later_post_leaves(earlier, later):
    assert gone(earlier, later) == {}


def test_only_questions_with_one_answer_are_brought_up_to_date():
    assert gone(post(8, NINE), post(9, TWELVE), one_answer=False) == {}


def test_a_count_that_varies_may_fall_and_one_that_does_not_change_must_be_excluded():
    for asked, expected in ((GROWS, {}), (VARIES, {0: 1}), (STAYS, {0: 1})):
        assert gone(post(8, TWELVE, asked), post(9, NINE, asked), asked=asked) == expected
    agree = gone(post(8, NINE, STAYS), post(9, NINE, STAYS), asked=STAYS)
    assert agree == {}


@pytest.mark.parametrize(("asked", "expected"), [(GROWS, {0: 1}), (STAYS, {})])
def test_another_party_brings_up_to_date_what_changes_and_contradicts_what_does_not(asked, expected):
    earlier, later = post(8, NINE, asked, speakers=["a nurse"]), post(9, TWELVE, asked, speakers=["the mayor"])
    assert gone(earlier, later, asked=asked) == expected
    same = post(8, NINE, asked, speakers=["The mayor"])
    assert gone(same, later, asked=asked) == {0: 1}


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("Unknown", "Asserts", {0: 1}),
        ("NoEvidence", "Asserts", {0: 1}),
        ("Unknown", "Denies", {}),
        ("Denies", "Asserts", {}),
        ("Asserts", "Unknown", {}),
        ("Asserts", "Denies", {}),
    ],
)
def test_what_was_not_known_gives_way_to_what_is(earlier, later, expected):
    claims = [post(8, NINE | {"stance": earlier}), post(9, TWELVE | {"stance": later})]
    assert gone(*claims, incompatible=lambda one, other: False) == expected
    assert gone(*claims) == {0: 1}  # where one excludes the other


def test_of_several_posts_all_give_way_to_the_latest():
    assert gone(post(8, NINE), post(9, {"number": 10}), post(10, TWELVE)) == {0: 2, 1: 2}


def test_nothing_gives_way_to_a_post_that_is_itself_superseded():
    first, second, third = (post(n, {"kind": kind}, CAUSE) for n, kind in ((8, "leak"), (9, "attack"), (10, "act")))

    def incompatible(one, other):
        return {one.id, other.id} in ({first.id, second.id}, {second.id, third.id})

    assert gone(first, second, third, asked=CAUSE, incompatible=incompatible) == {1: 2}


def test_one_figure_beside_words_is_compared_like_other_answers():
    words = post(8, {"words": "many"})
    assert gone(words, post(9, TWELVE)) == {0: 1}
    assert gone(words, post(9, TWELVE), incompatible=lambda one, other: False) == {}


@pytest.mark.parametrize(
    ("claim", "instead", "expected"),
    [
        (post(None, NINE, rules=("withdrawn",)), None, True),
        (post(None, NINE, rules=("verb", "withdrawn")), post(None, TWELVE), True),
        (post(8, NINE), post(9, TWELVE), True),
        (post(9, NINE), post(9, TWELVE), False),
        (post(9, NINE), post(8, TWELVE), False),
        (post(None, NINE), post(9, TWELVE), False),
        (post(8, NINE), None, False),
        (post(8, NINE, rules=("disowned",)), None, False),
    ],
)
def test_what_is_withdrawn(claim, instead, expected):
    assert withdrawn(claim, instead) is expected


def test_a_post_of_no_known_day_is_said_when_its_account_is():
    on = claim(A, GROWS, Answer("9"), moment="T18:40")
    assert said_on(on, "2031-05-02") == "2031-05-02"
    assert said_on(on, "") == ""


# The whole way


def test_compare_leaves_what_was_superseded_out_of_the_readings():
    claims = [post(8, NINE), post(9, TWELVE), post(None, TWELVE, by=B)]
    issues, readings, comparisons, own = run(claims, [GROWS], KINDS, (A, B))
    assert [(one.id, one.yields_to) for one in own if one.yields_to] == [(claims[0].id, claims[1].id)]
    assert ([reading.witnesses for reading in readings], comparisons) == ([(A.id, B.id)], ())
    assert issues[0].verdict.value == "Agrees"


def told(*claims, accounts=(A, B, C)):
    """What the apparatus says was withdrawn, by question."""
    rows = apparatus(incident(claims, ASKED.values(), KINDS, accounts))
    return {row.question: [str(one) for one in row.withdrawn] for row in rows}


def test_the_apparatus_tells_what_was_withdrawn_by_account_the_latest_first():
    claims = [
        *(post(hour, {"number": number}, by=B) for hour, number in ((8, 9), (9, 10), (10, 12))),
        post(7, {"number": 3}),
        post(8, {"number": 5}),
        post(7, {"kind": "leak"}, CAUSE),
        post(8, {"kind": "attack"}, CAUSE),
    ]
    assert told(*claims) == {
        "Dead": [
            "3, withdrawn (posted 2031-05-03 07:00)",
            "10, withdrawn (posted 2031-05-03 09:00)",
            "9, withdrawn (posted 2031-05-03 08:00)",
        ],
        "Cause": ["leak, withdrawn (posted 2031-05-03 07:00)"],
    }


def test_the_apparatus_tells_a_withdrawal_once_and_without_a_moment_where_there_is_none():
    day = {"from": "2031-04-01", "to": "2031-04-01"}
    claims = [
        *(post(None, NINE, rules=("withdrawn",)) for _ in "ab"),
        post(None, TWELVE),
        post(None, day, DAY, rules=("withdrawn",)),
        claim(B, GROWS, answer(NINE, {}), moment="T18:40"),
        claim(B, GROWS, answer(TWELVE, {}), moment="T18:50"),
    ]
    assert told(*claims) == {
        "Dead": ["9, withdrawn", "9, withdrawn (posted 18:40)"],
        "Day": ["1 April 2031, withdrawn"],
    }


def test_what_gives_way_for_another_reason_was_not_withdrawn():
    claims = [post(None, NINE, STAYS, certainty="Hedged"), post(None, TWELVE, STAYS), post(9, NINE, STAYS, tier="C")]
    found = incident(claims, ASKED.values(), KINDS, (A, B))
    assert len([one for one in found.claims if one.yields_to]) == 2
    assert told(*claims) == {"Crew": []}
