"""Counts that change with time: updates, conflicts of one day, and what nobody can say."""

import datetime as dt
from decimal import Decimal

import pytest
from comparison_builders import account, answer, claim, kinds_of, question, run

from incident_graph.comparison.updates import in_time
from incident_graph.values import Quantity

KINDS = kinds_of({})
GROWS = question("dead", "Number", answer="Quantity", over_time="grows")
VARIES = question("missing", "Number", answer="Quantity", over_time="varies")
STAYS = question("crew", "Number", answer="Quantity")
DAY = question("day", "Period", answer="Period")


def count(low, high=None, stated=None):
    """A count: a number, or a range."""
    if high is None:
        return Quantity.parse(str(low))
    return Quantity(Decimal(low), Decimal(high), None if stated is None else Decimal(stated), "person")


def days(*numbers):
    return {f"2031-05-{number:02}" if number else "" for number in numbers}


@pytest.mark.parametrize(
    ("over_time", "left", "on", "right", "other", "verdict", "later"),
    [
        ("grows", count(2), [1], count(9), [4], "Updates", "right"),
        ("grows", count(9), [4], count(2), [1], "Updates", "left"),
        ("grows", count(9), [1], count(2), [4], "Conflicts", ""),  # the dead do not become fewer
        ("grows", count(2), [4], count(9), [1], "Conflicts", ""),
        ("varies", count(9), [1], count(2), [4], "Updates", "right"),
        ("varies", count(2), [4], count(9), [1], "Updates", "left"),
        ("", count(2), [1], count(9), [4], "Conflicts", ""),
        ("grows", None, [1], count(9), [4], "Conflicts", ""),
        ("grows", count(2), [1], None, [4], "Conflicts", ""),
        ("grows", count(2), [4], count(9), [4], "Conflicts", ""),
        ("grows", count(2), [1, 3], count(9), [3, 4], "Conflicts", ""),  # some of one day
        ("grows", count(2), [0], count(9), [4], "DiffersUnlessLater", ""),
        ("grows", count(2), [1], count(9), [0], "DiffersUnlessLater", ""),
        ("grows", count(2), [0], count(9), [0], "DiffersUnlessLater", ""),
        ("grows", count(2), [0, 1], count(9), [4], "DiffersUnlessLater", ""),
        ("grows", count(2), [], count(9), [4], "DiffersUnlessLater", ""),
        ("grows", count(2), [1], count(9), [], "DiffersUnlessLater", ""),
        ("grows", count(2), [1, 2], count(9), [3, 4], "Updates", "right"),
        ("grows", count(9), [3, 4], count(2), [1, 2], "Updates", "left"),
        ("grows", count(2), [1, 4], count(9), [3, 5], "DiffersUnlessLater", ""),  # neither all before the other
        ("grows", count(9), [3, 5], count(2), [1, 4], "DiffersUnlessLater", ""),
        # of a range the lower end is the count, of a rounded number the number
        ("grows", count(5, 20), [1], count(10, 12), [4], "Updates", "right"),
        ("grows", count(10, 12), [1], count(5, 20), [4], "Conflicts", ""),
        ("grows", count(8, 20, 15), [1], count(12, 12), [4], "Conflicts", ""),
        ("grows", count(7, 7), [1], count(7, 7), [4], "Updates", "right"),
        ("grows", count(7, 7), [4], count(7, 7), [1], "Updates", "left"),
    ],
)
def test_two_counts_in_time(over_time, left, on, right, other, verdict, later):
    found, which = in_time(over_time, (left, days(*on)), (right, days(*other)))
    assert (found.value, which) == (verdict, later)


def on_day(letter, day):
    return account(letter, issued=dt.date(2031, 5, day) if day else None)


def compared(asked, first, second, **more):
    """What two accounts give: each a day and a count or more; the comparison, and who holds its left side."""
    accounts = [on_day("A", first[0]), on_day("B", second[0])]
    claims = [
        claim(by, asked, answer({"number": number}, {}), **given, **more)
        for by, (_, number, given) in zip(accounts, (first, second), strict=True)
    ]
    _, readings, comparisons, _ = run(claims, [asked], KINDS, accounts)
    (found,) = comparisons
    holders = {reading.id: reading.witnesses for reading in readings}
    letter = {by.id: by.letter for by in accounts}
    return found, letter[holders[found.left][0]]


def test_a_later_greater_count_brings_the_earlier_up_to_date_and_stands_left():
    for first, second, left in (((2, 9, {}), (4, 12, {}), "B"), ((4, 12, {}), (2, 9, {}), "A")):
        found, holder = compared(GROWS, first, second)
        assert (found.verdict.value, holder) == ("Updates", left)
        assert not found.rests_on
        assert found.because == "a later answer that brings the earlier one up to date"
    assert compared(GROWS, (2, 12, {}), (4, 9, {}))[0].verdict.value == "Conflicts"
    assert compared(VARIES, (2, 12, {}), (4, 9, {}))[0].verdict.value == "Updates"
    assert compared(STAYS, (2, 9, {}), (4, 12, {}))[0].verdict.value == "Conflicts"


def test_without_a_day_nobody_can_say_and_on_one_day_they_conflict():
    assert compared(GROWS, (0, 9, {}), (4, 12, {}))[0].verdict.value == "DiffersUnlessLater"
    assert compared(GROWS, (4, 9, {}), (4, 12, {}))[0].verdict.value == "Conflicts"
    assert compared(GROWS, (0, 9, {}), (4, 12, {}), ways=("cue",))[0].verdict.value == "MayConflict"


def test_what_is_posted_on_a_day_is_said_on_that_day():
    posted = {"moment": "2031-05-03T08:00"}
    assert compared(GROWS, (0, 9, posted), (4, 12, {}))[0].verdict.value == "Updates"
    assert compared(GROWS, (3, 9, {}), (4, 12, posted))[0].verdict.value == "Conflicts"
    assert compared(GROWS, (4, 9, {"moment": "T08:00"}), (4, 12, {}))[0].verdict.value == "Conflicts"


@pytest.mark.parametrize(("first", "second"), [({}, {"stance": "Denies"}), ({"stance": "Denies"}, {})])
def test_a_denial_is_no_update(first, second):
    assert compared(GROWS, (2, 9, first), (4, 9, second))[0].verdict.value == "Conflicts"


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (["the police"], ["a hospital"], "DiffersUnlessLater"),
        (["the police"], ["the police"], "Updates"),
        (["the police"], ["The Police"], "Updates"),
        (["the police"], [], "Updates"),
        ([], ["the police"], "Updates"),
        ([], [], "Updates"),
    ],
)
def test_the_word_of_another_party_need_not_be_an_update(first, second, verdict):
    found, _ = compared(GROWS, (2, 9, {"speakers": first}), (4, 12, {"speakers": second}))
    assert found.verdict.value == verdict


@pytest.mark.parametrize(
    ("first", "second", "later"),
    [
        ([2], [4], True),
        ([4], [2], True),
        ([2, 3], [4], True),
        ([4], [2, 3], True),
        ([3], [3], False),
        ([2, 4], [4], False),
        ([4], [2, 4], False),
        ([2, 5], [3], False),
        ([0], [4], False),
        ([4], [0], False),
        ([0, 2], [4], False),
    ],
)
def test_a_conflict_of_counts_rests_on_their_days(first, second, later):
    accounts = [on_day(letter, day) for letter, day in zip("ABC", [*first, *second], strict=False)]
    numbers = [9] * len(first) + [12] * len(second)
    claims = [claim(by, STAYS, answer({"number": n}, {})) for by, n in zip(accounts, numbers, strict=True)]
    (found,) = run(claims, [STAYS], KINDS, accounts)[2]
    clause = "if both count the same thing at the same time"
    assert found.rests_on == clause + ", and the later figure does not bring the earlier one up to date" * later


def test_a_conflict_of_dates_does_not_rest_on_when_they_were_told():
    accounts = [on_day("A", 2), on_day("B", 4)]
    given = ({"from": "2031-04-01", "to": "2031-04-01"}, {"from": "2031-04-09", "to": "2031-04-09"})
    claims = [claim(by, DAY, answer(one, {})) for by, one in zip(accounts, given, strict=True)]
    (found,) = run(claims, [DAY], KINDS, accounts)[2]
    assert found.rests_on == "if both date the same event"


HELD = question("held", "Stance", answer="Polarity", over_time="grows")


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ((1, False), (4, True), "Updates"),  # nobody was held, then somebody was
        ((4, True), (1, False), "Updates"),
        ((1, True), (4, False), "Conflicts"),  # what was so is not undone
        ((4, False), (4, True), "Conflicts"),
        ((0, False), (4, True), "DiffersUnlessLater"),
        ((1, True), (4, True), None),
    ],
)
def test_a_state_that_comes_about_is_brought_up_to_date(first, second, verdict):
    accounts = [on_day("A", first[0]), on_day("B", second[0])]
    claims = [
        claim(by, HELD, answer({"polarity": held}, {})) for by, (_, held) in zip(accounts, (first, second), strict=True)
    ]
    _, readings, comparisons, _ = run(claims, [HELD], KINDS, accounts)
    assert [found.verdict.value for found in comparisons] == ([verdict] if verdict else [])
    if verdict == "Updates":
        later = next(reading for reading in readings if reading.id == comparisons[0].left)
        assert later.label == "yes"
