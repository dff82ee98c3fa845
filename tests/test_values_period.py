"""Periods: parsed, shown, compared."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_graph.values import Period, Relation

DATES = st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31))


@given(DATES)
def test_british_american_and_iso_dates_are_the_same_day(day: dt.date) -> None:
    month = "January February March April May June July August September October November December".split()[
        day.month - 1
    ]
    for text in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        day.isoformat(),
        f"{day:%d} {month} {day:%Y}",
    ):
        period = Period.parse(text)
        assert (period.earliest, period.latest, period.edtf) == (day, day, day.isoformat())
    assert Period.parse(Period.parse(day.isoformat()).label()).edtf == day.isoformat()


@given(st.integers(0, 23), st.integers(0, 59))
def test_clock_times(hour: int, minute: int) -> None:
    half = "a.m." if hour < 12 else "p.m."
    for text in (f"{hour}:{minute:02}", f"{hour % 12 or 12}.{minute:02} {half}"):
        period = Period.parse(text)
        assert (period.minute, period.edtf) == (60 * hour + minute, f"T{hour:02}:{minute:02}")


@given(DATES, DATES)
def test_relation_is_the_inverse_from_the_other_side(a: dt.date, b: dt.date) -> None:
    for one in (a.isoformat(), str(a.year), f"before {a.isoformat()}", f"{a.year}-{a.month:02}-01"):
        first, second = Period.parse(one), Period.parse(b.isoformat())
        assert first.relation(second).inverse is second.relation(first)


@pytest.mark.parametrize(
    ("text", "edtf", "label"),
    [
        ("12 October", "XXXX-10-12", "12 October"),
        ("the 3rd of May", "XXXX-05-03", "3 May"),
        ("April 23, 2026", "2026-04-23", "23 April 2026"),
        ("early March", "XXXX-03-01/XXXX-03-10", "early March"),
        ("mid-June 2024", "2024-06-10/2024-06-20", "mid-June 2024"),
        ("the end of February 2024", "2024-02-20/2024-02-29", "late February 2024"),
        ("in September", "XXXX-09", "September"),
        ("2016-18", "2016/2018", "2016 to 2018"),
        ("the 1990s", "199X", "the 1990s"),
        ("since 1999", "1999/..", "since 1999"),
        ("by the end of March 2026", "../2026-03-31", "before 31 March 2026"),
        ("since early May 2026", "2026-05-01/..", "since 1 May 2026"),
        ("between 07:28 and 08:06", "T07:28/T08:06", "07:28–08:06"),
        ("between 9 p.m. and 11 p.m.", "T21:00/T23:00", "21:00–23:00"),
        ("before 12 October", "../XXXX-10-12", "before 12 October"),
        ("3.05 p.m. on a Friday in early June", "XXXX-06-01T15:05/XXXX-06-10T15:05", "15:05, Friday, early June"),
        ("8.31 on Friday morning", "XXXX-XX-XXT08:31", "08:31, Friday"),
        ("6.15 on Friday evening", "XXXX-XX-XXT18:15", "18:15, Friday"),
        ("23:59 GMT", "T23:59Z", "23:59 GMT"),
        ("0640 CET", "T06:40+01:00", "06:40 UTC+01:00"),
        ("noon", "T12:00", "12:00"),
        ("7 to 8 a.m.", "T07:00/T08:00", "07:00–08:00"),
        ("23/04/2026", "2026-04-23", "23 April 2026"),
        ("03/04/2026", "2026", "2026"),
        ("12-14 October 2025", "2025-10-12/2025-10-14", "12–14 October 2025"),
        ("last year", "XXXX", "a time not stated"),
    ],
)
def test_parse(text: str, edtf: str, label: str) -> None:
    period = Period.parse(text)
    assert (period.edtf, period.label()) == (edtf, label)


@pytest.mark.parametrize(
    "text", ["", "May be", "30 February", "31 April 2026", "Black Friday", "25:61", "someday", "12 and 13"]
)
def test_not_a_period(text: str) -> None:
    with pytest.raises(ValueError, match="not a date or time"):
        Period.parse(text)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("March", "early March", Relation.WIDER),
        ("early March", "late March 2026", Relation.DISJOINT),
        ("12 October", "12 October 2026", Relation.WIDER),
        ("12 October", "13 October 2026", Relation.DISJOINT),
        ("2026", "12 October", Relation.OVERLAPS),
        ("Friday", "Friday", Relation.EQUAL),
        ("Friday", "Monday", Relation.DISJOINT),
        ("Thursday", "23 April 2026", Relation.WIDER),
        ("Friday", "23 April 2026", Relation.DISJOINT),
        ("Friday", "12 October", Relation.OVERLAPS),
        ("6:51", "shortly before 7 a.m.", Relation.NARROWER),
        ("6:51", "7:20", Relation.DISJOINT),
        ("6:51", "around 7:00", Relation.NARROWER),
        ("12:00 GMT", "13:00 CET", Relation.EQUAL),
        ("12:00 GMT", "13:00", Relation.INCOMPARABLE),
        ("12:00 GMT", "12:00", Relation.NARROWER),
        ("16:45 GMT", "17:47", Relation.INCOMPARABLE),  # one hour and two minutes: 16:45 is rounded
        ("16:44 GMT", "17:47", Relation.DISJOINT),  # no two zones lie 63 minutes apart
        ("16:45 GMT", "17:48", Relation.DISJOINT),
        ("16:45 GMT", "16:47 GMT", Relation.OVERLAPS),
        ("16:44 GMT", "16:46 GMT", Relation.DISJOINT),
        ("23:30 GMT", "00:30 BST", Relation.EQUAL),
        ("8.40am", "12 October", Relation.OVERLAPS),
        ("last year", "12 October", Relation.OVERLAPS),
        ("before 12 October 2026", "3 May 2026", Relation.WIDER),
    ],
)
def test_relation(one: str, other: str, relation: Relation) -> None:
    assert Period.parse(one).relation(Period.parse(other)) is relation
    assert Period.parse(other).relation(Period.parse(one)) is relation.inverse


def test_relative_words_need_the_day_of_publication() -> None:
    assert Period.parse("yesterday").edtf == "XXXX-XX-XX"
    assert not Period.parse("yesterday").is_placed
    assert Period.parse("yesterday", dt.date(2026, 3, 1)).earliest == dt.date(2026, 2, 28)
    assert Period.parse("next month", dt.date(2026, 12, 3)).edtf == "2027-01"


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("half past two", "02:30", Relation.WIDER),
        ("half past two", "14:30", Relation.WIDER),
        ("half past two", "2.31 p.m.", Relation.OVERLAPS),
        ("half past two", "quarter to three", Relation.DISJOINT),
        ("half past two", "half past two", Relation.EQUAL),
        ("half past two", "9.10 a.m.", Relation.DISJOINT),
        ("half past two in the afternoon", "02:30", Relation.INCOMPARABLE),
        ("half past two in the afternoon", "14:30", Relation.EQUAL),
    ],
)
def test_a_time_in_words_may_be_of_either_half_of_the_day(one: str, other: str, relation: Relation) -> None:
    first, second = Period.parse(one), Period.parse(other)
    assert first.relation(second) is relation
    assert second.relation(first) is relation.inverse
