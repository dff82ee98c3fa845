"""Time lanes: of each account, when it says that things happened; one lane an account, intervals as bars."""

import datetime as dt
from dataclasses import replace
from typing import Any, NamedTuple

from incident_graph.accounts import account_name
from incident_graph.model import Claim, Stance, Verdict
from incident_graph.network import Lookup, plain
from incident_graph.page.axis import Axis
from incident_graph.values import Period
from incident_graph.values.clock_wording import PeriodWording

MOST_LANES = 12  # accounts; with more, the camps say more than lanes would
MOST_MARKS = 14  # in one lane
FEWEST = 3  # fewer times than these are no drawing
_DAY = 24 * 60
_WIDTH, _LEFT, _RIGHT = 800, 40, 772
_LETTER = 6.6  # width of a letter of a label

Lanes = dict[str, Any]


class _Time(NamedTuple):
    """A stretch of time in minutes, and whose it is."""

    first: float
    last: float
    claim: Claim
    period: Period


def lanes(lookup: Lookup) -> Lanes | None:
    """The drawing of times: lanes with their bars, the axis, the conflicts between lanes, and what could not be
    placed. By days where more times have one, else by the time of day. None for fewer than ``FEWEST`` times."""
    number = {issue.question.iri: n for n, issue in enumerate(lookup.issues())}
    if len(lookup.incident.accounts) > MOST_LANES:
        return None
    told = [
        (claim, claim.answer.period)
        for claim in lookup.incident.claims
        if claim.answer.period is not None
        and claim.question in number
        and claim.account in lookup.number
        and claim.stance is Stance.ASSERTS
        and not claim.yields_to
    ]
    years = {period.earliest.year for _, period in told if period.earliest is not None}
    year = next(iter(years)) if len(years) == 1 else None
    by_day = [_Time(*span, claim, period) for claim, period in told if (span := _on_days(period, year))]
    by_clock = [_Time(*span, claim, period) for claim, period in told if (span := _on_clock(period))]
    clock = len(by_clock) >= max(len(by_day), FEWEST)
    times = by_clock if clock else by_day
    if len(times) < FEWEST or len({t.first for t in times}) < 2:
        return None
    return _drawn(lookup, times, number, clock, [c for c, _ in told if all(c is not t.claim for t in times)])


def _on_clock(period: Period) -> tuple[float, float] | None:
    """A time of day as minutes since midnight.

    >>> _on_clock(Period.parse("8.40am")), _on_clock(Period.parse("12 October 2026")) is None
    ((520.0, 520.0), True)
    """
    if period.minutes is not None:
        return float(period.minutes[0]), float(period.minutes[1])
    return (float(period.minute), float(period.minute)) if period.minute is not None else None


def _on_days(period: Period, year: int | None = None) -> tuple[float, float] | None:
    """A dated time as minutes since the first day there is; a day without a time is as long as it is. A day whose year
    is not stated is of ``year``, the one that all others are of.

    >>> first, last = _on_days(Period.parse("12 October 2026"))
    >>> last - first
    1440.0
    >>> _on_days(Period.parse("8.40am")) is None
    True
    """
    if period.edtf.startswith("XXXX-") and year is not None:
        dated = Period.of(PeriodWording(period.edtf.replace("XXXX", str(year)), 0, 0, 0, 0))
        period = replace(dated, minute=period.minute, minutes=period.minutes)
    if period.earliest is None or period.latest is None:
        return None
    first, last = (float(day.toordinal() * _DAY) for day in (period.earliest, period.latest))
    if period.earliest == period.latest and (clock := _on_clock(period)):
        return first + clock[0], first + clock[1]
    return first, last + _DAY


def _drawn(lookup: Lookup, times: list[_Time], number: dict[str, int], clock: bool, left_out: list[Claim]) -> Lanes:
    axis = Axis.over([end for t in times for end in (t.first, t.last)], _LEFT, _RIGHT, clock=True)
    issues = lookup.issues()
    top = 8.0
    drawn: list[Lanes] = []
    places: dict[str, tuple[float, float]] = {}
    for account in lookup.incident.accounts:
        own = sorted((t for t in times if t.claim.account == account.id), key=lambda t: (t.first, t.last, t.claim.id))
        marks, ends = [], [0.0]
        for t in _once(own)[:MOST_MARKS]:
            issue = issues[number[t.claim.question]]
            label = f"{plain(issue.question.label, 40)}: {plain(t.claim.answer.label, 32)}{_zone(t)}"
            x, to = axis.place(t.first), axis.place(t.last)
            wide = len(label) * _LETTER
            late = x + wide > _WIDTH - 4
            begin, end = (max(_LEFT, _WIDTH - 4 - wide), _WIDTH - 4) if late else (x, x + wide)
            row = next((k for k, taken in enumerate(ends) if taken <= begin), len(ends))
            ends[row : row + 1] = [end + 10]
            y = top + 22 + 30 * row
            marks.append(
                {
                    "issue": number[t.claim.question], "x": x, "to": to, "long": to - x > 6, "y": y, "label": label,
                    "text": begin, "zone": t.period.zone is not None,
                }
            )  # fmt: skip
            places[t.claim.id] = (round((x + to) / 2, 1), y)
        height = 30 * len(ends) + 10
        drawn.append(
            {
                "letter": plain(lookup.letter(account.id), 6),
                "name": plain(account_name(account), 60),
                "y": top,
                "height": height,
                "marks": marks,
            }
        )
        top += height
    labels = [(_clock_label(v) if clock else _day_label(v), x) for v, x in axis.ticks]
    rank = [f"{plain(lookup.letter(c.account), 6)}: {plain(c.answer.label, 40)}" for c in left_out]
    return {
        "width": _WIDTH,
        "height": round(top + 24, 1),
        "foot": round(top + 16, 1),
        "ticks": labels,
        "lanes": drawn,
        "links": _links(lookup, places),
        "clock": clock,
        "zones": any(m["zone"] for lane in drawn for m in lane["marks"]),
        "unplaced": list(dict.fromkeys(rank))[:12],
    }


def _once(times: list[_Time]) -> list[_Time]:
    """Each answer of an account once."""
    return list({(t.claim.question, t.first, t.last): t for t in reversed(times)}.values())[::-1]


def _links(lookup: Lookup, places: dict[str, tuple[float, float]]) -> list[Lanes]:
    """Lines between times of two lanes that are in conflict, firmly or to be checked."""
    readings = {r.id: r for r in lookup.incident.readings}
    wanted = {Verdict.CONFLICTS: ("conflicts", "≠"), Verdict.MAY_CONFLICT: ("to-check", "≠?")}
    links = []
    for pair in lookup.incident.comparisons:
        if pair.verdict in wanted:
            ends = [
                next((places[c] for c in readings[side].claims if c in places), None)
                for side in (pair.left, pair.right)
            ]
            if ends[0] and ends[1]:
                key, glyph = wanted[pair.verdict]
                (x1, y1), (x2, y2) = ends[0], ends[1]
                links.append({"verdict": key, "glyph": glyph, "x1": x1, "y1": y1, "x2": x2, "y2": y2})
    return links[:8]


def _zone(time: _Time) -> str:
    """The zone of a time where it is stated and its label does not say it already: minutes east of Greenwich."""
    zone = time.period.zone
    if zone is None or "UTC" in time.claim.answer.label:
        return ""
    return f" (UTC{'-' if zone < 0 else '+'}{abs(zone) // 60:02}:{abs(zone) % 60:02})"


def _clock_label(minutes: float) -> str:
    """
    >>> _clock_label(520), _clock_label(1500)
    ('08:40', '01:00')
    """
    return f"{int(minutes) // 60 % 24:02}:{int(minutes) % 60:02}"


def _day_label(minutes: float) -> str:
    """
    >>> _day_label(739902 * 1440.0 + 60)
    '2026-10-13 01:00'
    """
    day = dt.date.fromordinal(max(1, int(minutes) // _DAY)).isoformat()
    return day if int(minutes) % _DAY == 0 else f"{day} {_clock_label(minutes % _DAY)}"
