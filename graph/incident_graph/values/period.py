"""Periods: dates and times as the set of moments a wording admits; parsed from a string, compared, and shown."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from incident_graph.values.calendar_words import MONTHS, WEEKDAYS
from incident_graph.values.relation import Relation

if TYPE_CHECKING:
    from incident_graph.values.clock_wording import PeriodWording

_LEAP_YEAR = 2000  # stands for "some year" when months and days are compared without one
_PART = re.compile(r"(\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?$")
_HALF_HOUR = 30


@dataclass(frozen=True)
class Period:
    """A date, a time of day, or a stretch of time, as its wording admits.

    ``edtf`` is the Extended Date/Time Format form: ``2026-04-23``, ``XXXX-03`` (March of a year not stated),
    ``2026-03-01/2026-03-10`` (early March 2026), ``../2026-10-12`` (before that day), ``199X``, ``T08:40``,
    ``XXXX-XX-XX`` (a day that the text does not let us place: "on Friday" when the account has no date).
    ``earliest``/``latest`` are set when the year is known. ``minute``: minutes since midnight; ``zone``: minutes east
    of Greenwich, when stated; ``minutes``: the first and last minute that "shortly before 7 a.m." admits (the last
    may pass midnight); ``weekday``: 0 for Monday, when only that is said. ``other_minute``: the minute in the other
    half of the day, where the words leave open which is meant ("half past two").
    """

    edtf: str
    earliest: dt.date | None = None
    latest: dt.date | None = None
    minute: int | None = None
    zone: int | None = None
    minutes: tuple[int, int] | None = None
    weekday: int | None = None
    other_minute: int | None = None

    @classmethod
    def of(cls, wording: "PeriodWording") -> "Period":
        """The period of a wording, with its bounds worked out."""
        span = _span(wording.edtf)
        known = span is not None and span[2]
        return cls(
            wording.edtf,
            span[0] if span and known else None,
            span[1] if span and known else None,
            wording.minute,
            wording.zone,
            wording.minutes,
            wording.weekday,
            (wording.minute + 720) % 1440 if wording.either_half and wording.minute is not None else None,
        )

    @classmethod
    def parse(cls, text: str, issued: dt.date | None = None) -> "Period":
        """The period that the whole of ``text`` writes; relative ones ("on Friday", "yesterday", "last year") are
        placed by ``issued``, the day the text was published. ValueError when the text writes no period, or several.

        >>> Period.parse("12 October").edtf, Period.parse("early March 2026").edtf, Period.parse("8.40am").edtf
        ('XXXX-10-12', '2026-03-01/2026-03-10', 'T08:40')
        >>> [Period.parse(said, issued=dt.date(2026, 4, 23)).edtf for said in ("Friday", "three years ago")]
        ['2026-04-17', '2023']
        >>> Period.parse("May be")
        Traceback (most recent call last):
        ValueError: not a date or time: 'May be'
        """
        from incident_graph.values.date_wording import read_ago
        from incident_graph.values.period_wording import read_period  # its patterns are for those who read texts

        stripped = re.sub(
            r"^(?:(?:in|on|at|during|dated|from|between) )?(?:the )?", "", text.strip(), flags=re.IGNORECASE
        )
        if ago := read_ago(stripped, issued):
            first, last, _ = _span(ago) or (None, None, False)
            return cls(ago, first, last)
        for pos in (0, *(m.end() for m in re.finditer(r"\s+", stripped))):
            found = read_period(stripped, pos, len(stripped), 0, issued, whole=True)
            if found is not None and found.start == 0 and found.end == len(stripped):
                return cls.of(found)
        if between := re.match(r"(?:between|from) ", text := text.strip(), re.IGNORECASE):
            found = read_period(text, between.end(), len(text), 0, issued, whole=True)
            if found is not None and found.end == len(text):
                return cls.of(found)
        raise ValueError(f"not a date or time: {text!r}")

    @property
    def is_placed(self) -> bool:
        """Whether it says when: a date, partial date, weekday or time of day; "this week" without a date does not."""
        return self.minute is not None or self.weekday is not None or _span(self.edtf) is not None

    def relation(self, other: "Period") -> Relation:
        """What this period is to another, as sets of moments: "12 October" is wider than 12 October 2026, "on Friday"
        wider than a date that is one, "March" wider than "early March"; nothing follows from what is not placed.

        >>> Period.parse("March").relation(Period.parse("early March"))
        <Relation.WIDER: 'wider'>
        >>> Period.parse("12 October").relation(Period.parse("13 October 2026"))
        <Relation.DISJOINT: 'disjoint'>
        >>> Period.parse("6:51").relation(Period.parse("shortly before 7 a.m."))
        <Relation.NARROWER: 'narrower'>
        >>> one, other, another = map(Period.parse, ("23:59 GMT", "00:59", "23:50"))
        >>> one.relation(other), one.relation(another)
        (<Relation.INCOMPARABLE: 'incomparable'>, <Relation.DISJOINT: 'disjoint'>)
        """
        if not self.is_placed or not other.is_placed:
            return Relation.OVERLAPS
        found = {_date_relation(self, other), _weekday_relation(self, other), _clock_relation(self, other)} - {None}
        for strongest in (Relation.DISJOINT, Relation.INCOMPARABLE, Relation.OVERLAPS):
            if strongest in found:
                return strongest
        if {Relation.NARROWER, Relation.WIDER} <= found:
            return Relation.OVERLAPS
        return next((r for r in (Relation.NARROWER, Relation.WIDER) if r in found), Relation.EQUAL)

    def label(self) -> str:
        """A readable normal form.

        >>> said = ("March 3rd, 2026", "late Mar.", "the 1990s", "since 1999", "7pm on Tuesday")
        >>> [Period.parse(text).label() for text in said]
        ['3 March 2026', 'late March', 'the 1990s', 'since 1999', '19:00, Tuesday']
        """
        parts = [self._clock_label(), self._day_label()]
        if self.weekday is not None and not (self.earliest and self.earliest == self.latest):
            parts.insert(1, WEEKDAYS[self.weekday].capitalize())
        return ", ".join(part for part in parts if part) or "a time not stated"

    def __str__(self) -> str:
        return self.label()

    def _clock_label(self) -> str:
        if self.minute is None:
            return ""
        clock = f"{self.minute // 60:02}:{self.minute % 60:02}"
        if self.other_minute is not None:
            clock += f" or {self.other_minute // 60:02}:{self.other_minute % 60:02}"
        if self.minutes and self.minutes[0] == self.minute and self.edtf.count("T") == 2:
            clock = f"{clock}–{self.minutes[1] // 60 % 24:02}:{self.minutes[1] % 60:02}"
        elif self.minutes:
            first, last = self.minutes
            before, after = first < self.minute, last > self.minute
            about = before and after and last - first == 30 and self.minute % 60
            clock = (
                "about " if about else "" if before and after else "before " if before else "after " if after else ""
            ) + clock
        if self.zone is None:
            return clock
        return clock + (
            " GMT" if self.zone == 0 else f" UTC{'+-'[self.zone < 0]}{abs(self.zone) // 60:02}:{abs(self.zone) % 60:02}"
        )

    def _day_label(self) -> str:
        edtf = re.sub(r"T[\d:]+(?:Z|[+-]\d\d:\d\d)?", "", self.edtf)
        first, slash, last = edtf.partition("/")
        if not first and not last:
            return ""
        if not slash or first == last:
            return _part_label(first)
        if first == "..":
            return f"before {_part_label(last)}" if _part_label(last) else ""
        if last == "..":
            return f"since {_part_label(first)}" if _part_label(first) else ""
        return _early_late(first, last) or f"{_part_label(first)} to {_part_label(last)}"


def _part_label(part: str) -> str:
    """ "2026-03-01" as "1 March 2026"; "" for what is not stated at all."""
    if (m := _PART.match(part)) is None:
        return ""
    year, month, day = m.groups()
    if year.endswith("X") and year != "XXXX":
        return f"the {year.replace('X', '0')}s"
    words = [
        str(int(day)) if day and day != "XX" else "",
        MONTHS[int(month) - 1].capitalize() if month and month != "XX" else "",
        "" if year == "XXXX" else year,
    ]
    return " ".join(word for word in words if word)


def _early_late(first: str, last: str) -> str:
    """ "early March 2026" for the interval that those words stand for; "" for any other."""
    a, b = _PART.match(first), _PART.match(last)
    if not a or not b or a[1] != b[1] or not a[2]:
        return ""
    year = "" if a[1] == "XXXX" else f" {a[1]}"
    if a[2] == b[2] and a[3] and b[3]:
        month = MONTHS[int(a[2]) - 1].capitalize()
        part = {("01", "10"): "early ", ("10", "20"): "mid-"}.get((a[3], b[3]))
        part = "late " if part is None and a[3] == "20" and int(b[3]) >= 28 else part
        return f"{part}{month}{year}" if part else f"{int(a[3])}–{int(b[3])} {month}{year}"
    if not a[3] and not b[3]:
        part = {("01", "04"): "early ", ("05", "08"): "mid-", ("09", "12"): "late "}.get((a[2], b[2]))
        return f"{part}{year.strip()}" if part and year else ""
    return ""


def _last_day(year: int, month: int) -> int:
    return (dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)).day


def _part_span(part: str) -> tuple[dt.date, dt.date, bool] | None:
    """First day, last day, and whether the year is known, of one EDTF date; ``None`` when it is none."""
    if (m := _PART.match(part)) is None:
        return None
    year, month, day = m[1], m[2] if m[2] != "XX" else None, m[3] if m[3] != "XX" else None
    if year == "XXXX" and month is None:
        return None
    try:
        first_year, last_year = (_LEAP_YEAR,) * 2 if year == "XXXX" else (int(year.replace("X", d)) for d in "09")
        first_month, last_month = (int(month),) * 2 if month else (1, 12)
        last = int(day) if day else _last_day(last_year, last_month)
        return dt.date(first_year, first_month, int(day or 1)), dt.date(last_year, last_month, last), year != "XXXX"
    except ValueError:
        return None


def _span(edtf: str) -> tuple[dt.date | None, dt.date | None, bool] | None:
    """First and last day (``None``: open) and whether the year is known; ``None`` when no date is said."""
    first, slash, last = re.sub(r"T[\d:]+(?:Z|[+-]\d\d:\d\d)?", "", edtf).partition("/")
    a, b = _part_span(first), _part_span(last if slash else first)
    known = a or b
    if known is None:
        return None
    return a[0] if a else None, b[1] if b else None, known[2]


def _of_intervals(a: tuple[int, int], b: tuple[int, int]) -> Relation:
    if a == b:
        return Relation.EQUAL
    if a[1] < b[0] or b[1] < a[0]:
        return Relation.DISJOINT
    if b[0] <= a[0] and a[1] <= b[1]:
        return Relation.NARROWER
    return Relation.WIDER if a[0] <= b[0] and b[1] <= a[1] else Relation.OVERLAPS


def _days(span: tuple[dt.date | None, dt.date | None, bool], year: int | None = None) -> tuple[int, int]:
    """The span as day numbers, moved to ``year`` if one is given."""

    def number(day: dt.date | None, missing: int) -> int:
        if day is None:
            return missing
        if year is not None:
            day = day.replace(year=year, day=min(day.day, _last_day(year, day.month)))
        return day.toordinal()

    return number(span[0], 0), number(span[1], dt.date.max.toordinal())


def _date_relation(ours: Period, theirs: Period) -> Relation | None:
    a, b = _span(ours.edtf), _span(theirs.edtf)
    if a is None and b is None:
        return None
    if a is None:
        return Relation.WIDER
    if b is None:
        return Relation.NARROWER
    if a[2] == b[2]:
        return _of_intervals(_days(a), _days(b))
    if b[2]:
        return _inverse(_date_relation(theirs, ours))
    if a[0] is None or a[1] is None or a[0].year != a[1].year or b[0] is None or b[1] is None:
        return Relation.OVERLAPS
    found = _of_intervals(_days(a), _days(b, a[0].year))
    if found in (Relation.EQUAL, Relation.NARROWER):
        return Relation.NARROWER
    return Relation.DISJOINT if found is Relation.DISJOINT else Relation.OVERLAPS


def _inverse(relation: Relation | None) -> Relation | None:
    return None if relation is None else relation.inverse


def _weekday_of(period: Period) -> int | None:
    if period.weekday is not None:
        return period.weekday
    return period.earliest.weekday() if period.earliest and period.earliest == period.latest else None


def _weekday_relation(ours: Period, theirs: Period) -> Relation | None:
    """What the weekdays say: two different ones are different days; one that only one side says makes it narrower."""
    a, b = _weekday_of(ours), _weekday_of(theirs)
    if a is not None and b is not None:
        if a != b:
            return Relation.DISJOINT
        return None
    if ours.weekday is not None and b is None:
        return Relation.NARROWER
    if theirs.weekday is not None and a is None:
        return Relation.WIDER
    return None


def _rounding(a: tuple[int, int], b: tuple[int, int]) -> int:
    """How many minutes apart two times may lie that are one, rounded: one, or two where whole five minutes are said."""
    return 2 if a[0] == a[1] and b[0] == b[1] and (a[0] % 5 == 0 or b[0] % 5 == 0) else 1


def _of_minutes(a: tuple[int, int], b: tuple[int, int]) -> Relation:
    """How two stretches of minutes lie; those apart by no more than rounding meet."""
    found = _of_intervals(a, b)
    near = max(a[0] - b[1], b[0] - a[1]) <= _rounding(a, b)
    return Relation.OVERLAPS if found is Relation.DISJOINT and near else found


def _may_be_zones(a: tuple[int, int], b: tuple[int, int], unsaid: bool) -> bool:
    """Whether two stretches that do not meet could be one time told in two zones, which lie whole half-hours apart.

    Of two exact times the minutes tell, but for rounding. Where both leave the zone ``unsaid``, a stretch is taken to
    be told in the zone of the other time, and nothing is granted to rounding.
    """
    if a[0] == a[1] and b[0] == b[1]:
        over = (a[0] - b[0]) % _HALF_HOUR
        return min(over, _HALF_HOUR - over) <= (0 if unsaid else _rounding(a, b))
    return not unsaid and max(a[0] - b[1], b[0] - a[1]) >= _HALF_HOUR


def _in_either_half(ours: Period, theirs: Period) -> Relation:
    """How two times of day lie of which one may be of either half: in the halves in which they meet, if in any."""
    found = [_clock_relation(one, other) or Relation.INCOMPARABLE for one in _halves(ours) for other in _halves(theirs)]
    met = [relation for relation in found if relation is not Relation.DISJOINT]
    if not met:
        return Relation.DISJOINT
    both = ours.other_minute is not None and theirs.other_minute is not None
    if both and Relation.EQUAL in met:
        return Relation.EQUAL
    if Relation.EQUAL in met:
        return Relation.WIDER if ours.other_minute is not None else Relation.NARROWER
    return next((r for r in met if r is not Relation.INCOMPARABLE), Relation.INCOMPARABLE)


def _halves(period: Period) -> tuple[Period, ...]:
    """The period in each half of the day in which it may lie."""
    if period.other_minute is None:
        return (period,)
    by = period.other_minute - (period.minute or 0)
    minutes = period.minutes and (period.minutes[0] + by, period.minutes[1] + by)
    other = replace(period, minute=period.other_minute, minutes=minutes, other_minute=None)
    return (replace(period, other_minute=None), other)


def _clock_relation(ours: Period, theirs: Period) -> Relation | None:
    if ours.minute is None and theirs.minute is None:
        return None
    if ours.minute is None:
        return Relation.WIDER
    if theirs.minute is None:
        return Relation.NARROWER
    if ours.other_minute is not None or theirs.other_minute is not None:
        return _in_either_half(ours, theirs)
    a, b = (p.minutes or (p.minute or 0, p.minute or 0) for p in (ours, theirs))
    if ours.zone is not None and theirs.zone is not None:
        shift = theirs.zone - ours.zone
        found = [_of_minutes(a, (b[0] - shift + day, b[1] - shift + day)) for day in (0, -1440, 1440)]
        return next((r for r in found if r is not Relation.DISJOINT), Relation.DISJOINT)
    found_here = _of_minutes(a, b) if ours.zone == theirs.zone else _of_intervals(a, b)
    if found_here is Relation.DISJOINT and (ours.zone is None or theirs.zone is None):
        return Relation.INCOMPARABLE if _may_be_zones(a, b, ours.zone == theirs.zone) else Relation.DISJOINT
    if ours.zone == theirs.zone or found_here is Relation.OVERLAPS:
        return found_here
    narrower = Relation.NARROWER if ours.zone is not None else Relation.WIDER
    return narrower if found_here in (Relation.EQUAL, narrower) else Relation.OVERLAPS
