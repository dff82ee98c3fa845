"""How dates and times are worded: clock times, weekdays, full and partial dates, relative days; read at a place.

Pieces that stand together ("at 3.05 p.m. on a Friday in early June") are one period.
"""

import datetime as dt
import re
from dataclasses import replace

from incident_graph.values import period_patterns as patterns
from incident_graph.values.calendar_words import WEEKDAYS
from incident_graph.values.clock_wording import PeriodWording, hhmm, made, read_clock, shifted
from incident_graph.values.date_wording import days_in_month, edtf_date, month_number, read_date


def read_period(
    text: str, pos: int, end: int, start: int = 0, issued: dt.date | None = None, whole: bool = False
) -> PeriodWording | None:
    """The period whose words begin at ``pos``, reading no further than ``end`` nor back beyond ``start``.

    ``issued`` is the day of publication, if known; ``whole`` says that the text is nothing but a period, so that a
    month or year needs no preposition before it.

    >>> w = read_period("shortly before 7 a.m. on Tuesday", 15, 32)
    >>> w.edtf, w.minute, w.minutes, w.weekday, w.start, w.end
    ('XXXX-XX-XXT07:00', 420, (390, 420), 1, 0, 32)
    """
    found = _piece(text, pos, end, start, issued, whole)
    if found is None:
        return None
    while (joint := patterns.CHAIN.match(text, found.end, end)) is not None:
        after = _piece(text, joint.end(), end, start, issued, True)
        joined = None if after is None else _join(found, after)
        if joined is None:
            break
        close = 1 if joint[0].endswith("(") and text[joined.end : joined.end + 1] == ")" else 0
        found = replace(joined, end=joined.end + close, core_end=joined.core_end + close)
    found = _settle(found)
    before = patterns.BEFORE.search(text, max(start, found.start - 40), found.start)
    return found if before is None else _bound(found, before)


def _piece(text: str, pos: int, end: int, start: int, issued: dt.date | None, loose: bool) -> PeriodWording | None:
    """One clock time, date, weekday or relative day at ``pos``."""
    first = text[pos : pos + 1]
    if not first.isalnum():
        return None
    return (
        read_clock(text, pos, end, start)
        or read_date(text, pos, end, start, loose)
        or _weekday(text, pos, end, start, issued)
        or _relative(text, pos, end, start, issued)
    )


def _weekday(text: str, pos: int, end: int, start: int, issued: dt.date | None) -> PeriodWording | None:
    m = patterns.WEEKDAY_RE.match(text, pos, end)
    if m is None or patterns.NOT_A_DAY.search(text, max(start, pos - 10), pos):
        return None
    abbreviated = len(m["w"]) < 6
    if abbreviated and not re.match(rf",?\s+(?:\d|{patterns.M})", text[m.end() : min(end, m.end() + 14)]):
        return None
    after = text[m.end() : min(end, m.end() + 16)]
    if re.match(
        r"\s+(?:Times|Telegraph|Mirror|Mail|Express|Post|Herald|World|Independent|People|Sun|Night|Magazine)\b", after
    ):
        return None
    day = next(n for n, name in enumerate(WEEKDAYS) if name.startswith(m["w"][:3].lower()))
    part = (m["part"] or "").split()[-1:] or [""]
    half = {"morning": "am", "afternoon": "pm", "evening": "pm", "night": "pm"}.get(part[0], "")
    edtf = "XXXX-XX-XX"
    relative = "weekday"
    lead = text[max(start, pos - 60) : pos]
    if issued is not None:
        back = (issued.weekday() - day) % 7
        ahead = (day - issued.weekday()) % 7
        if re.search(r"\blast\s+$", lead, re.IGNORECASE):
            back = back or 7
            edtf = (issued - dt.timedelta(back)).isoformat()
        elif re.search(r"\bnext\s+$", lead, re.IGNORECASE):
            edtf = (issued + dt.timedelta(ahead or 7)).isoformat()
        elif patterns.FUTURE.search(lead):
            edtf = (issued + dt.timedelta(ahead)).isoformat()
        else:
            edtf = (issued - dt.timedelta(back)).isoformat()
    return made(m, edtf, weekday=day, relative=relative, half_day=half)


def _relative(text: str, pos: int, end: int, start: int, issued: dt.date | None) -> PeriodWording | None:
    m = patterns.RELATIVE.match(text, pos, end)
    if m is None:
        return None
    if m["day"]:
        word = " ".join(m["day"].lower().split())
        shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
        edtf = (issued + dt.timedelta(shift)).isoformat() if issued else "XXXX-XX-XX"
        return made(m, edtf, relative=word)
    which = " ".join(m["which"].lower().split()).removeprefix("the ")
    unit = m["unit"]
    if m["the"] and not m["edge"]:
        return None
    if unit[0].isupper():
        if which in ("previous", "following", "past"):
            return None
        if unit.lower() in WEEKDAYS:
            inner = _weekday(text, m.start("unit"), end, start, issued)
            return inner and replace(inner, start=pos, core_start=pos)
        return made(m, _relative_month(month_number(unit), which, issued), relative=f"{which} month")
    if which in ("past", "previous", "following"):
        if which == "past":
            return None  # "the past year" is a duration
        return made(m, {"year": "XXXX", "month": "XXXX-XX"}.get(unit, "XXXX-XX-XX"), relative=f"{which} {unit}")
    return made(m, _relative_stretch(unit, which or "this", m["edge"], issued), relative=f"{which} {unit}")


def _relative_month(month: int, which: str, issued: dt.date | None) -> str:
    if issued is None:
        return edtf_date(None, month)
    year = issued.year
    if which == "last" and month >= issued.month:
        year -= 1
    elif which == "next" and month <= issued.month:
        year += 1
    return edtf_date(str(year), month)


def _relative_stretch(unit: str, which: str, edge: str | None, issued: dt.date | None) -> str:
    """ "last week", "this month", "the end of the year" as EDTF."""
    if issued is None:
        return {"year": "XXXX", "month": "XXXX-XX"}.get(unit, "XXXX-XX-XX")
    shift = {"last": -1, "next": 1}.get(which, 0)
    if unit == "year":
        first, last = dt.date(issued.year + shift, 1, 1), dt.date(issued.year + shift, 12, 31)
    elif unit == "month":
        index = issued.year * 12 + issued.month - 1 + shift
        first = dt.date(index // 12, index % 12 + 1, 1)
        last = first.replace(day=days_in_month(str(first.year), first.month))
    else:
        monday = issued - dt.timedelta(issued.weekday()) + dt.timedelta(7 * shift)
        first, last = (
            (monday, monday + dt.timedelta(6))
            if unit == "week"
            else (monday + dt.timedelta(5), monday + dt.timedelta(6))
        )
    if edge:
        third = (last - first).days // 3
        if "end" in edge:
            first = last - dt.timedelta(third)
        elif "middle" in edge:
            first, last = first + dt.timedelta(third), last - dt.timedelta(third)
        else:
            last = first + dt.timedelta(third)
        return f"{first.isoformat()}/{last.isoformat()}"
    if unit == "year":
        return str(first.year)
    return first.isoformat()[:7] if unit == "month" else f"{first.isoformat()}/{last.isoformat()}"


def _join(first: PeriodWording, second: PeriodWording) -> PeriodWording | None:
    """Two neighbouring pieces as one period, or ``None`` when they do not go together (two dates, two times)."""
    if first.minute is not None and second.minute is not None:
        return None
    dated = [bool(p.edtf) and p.edtf != "XXXX-XX-XX" and not (p.weekday is not None) for p in (first, second)]
    days = [p.weekday is not None for p in (first, second)]
    if all(dated) or all(days):
        return None
    if second.relative and not days[1] and (dated[0] or days[0]):
        return None
    if second.bare_year and not first.edtf.startswith("XXXX"):
        return None
    if second.bare_year and days[0]:
        return None
    base = second if dated[1] else first if dated[0] else second if second.edtf else first
    clock = first if first.minute is not None else second
    half = first.half_day or second.half_day
    clock = shifted(clock, half) if half else clock
    return replace(
        base,
        start=first.start,
        core_start=first.core_start,
        end=second.end,
        core_end=second.core_end,
        minute=clock.minute,
        zone=clock.zone,
        minutes=clock.minutes,
        weekday=first.weekday if days[0] else second.weekday,
        half_day=half,
        bare_year=False,
        ranged=clock.ranged,
    )


def _settle(found: PeriodWording) -> PeriodWording:
    """The wording with the time of day written into its EDTF form."""
    if found.minute is None:
        return found
    zone = (
        ""
        if found.zone is None
        else "Z"
        if found.zone == 0
        else f"{'+-'[found.zone < 0]}{abs(found.zone) // 60:02}:{abs(found.zone) % 60:02}"
    )
    time = f"T{hhmm(found.minute)}{zone}"
    if found.ranged and found.minutes and "/" not in found.edtf.lstrip("T0123456789:/"):
        day = "" if found.edtf.startswith("T") else found.edtf
        return replace(found, edtf=f"{day}{time}/{day}T{hhmm(found.minutes[1])}{zone}")
    if found.edtf.startswith("T"):
        return found
    edtf = "/".join(part + time for part in found.edtf.split("/")) if found.edtf else time
    return replace(found, edtf=edtf)


def _bound(found: PeriodWording, before: re.Match[str]) -> PeriodWording:
    """What "before", "since", "about" make of a period."""
    word = " ".join(before["word"].lower().split())
    near = before["near"] is not None
    start = before.start()
    if word in ("until", "till"):
        return found  # it ended then: the moment itself
    if word in ("by", "prior to"):
        word = "before"
    if found.minute is not None:
        minute = found.minute
        window = {
            "before": (minute - 30 if near else 0, minute),
            "after": (minute, minute + 30 if near else 1440),
            "since": (minute, 1440),
        }.get(word, (minute - 15, minute + 15))
        if word in ("almost", "nearly"):
            window = (minute - 30, minute)
        return replace(found, start=start, minutes=window)
    if word in ("almost", "nearly", "roughly", "approximately", "about", "around", "circa", "~"):
        return replace(found, start=start)
    first, _, last = found.edtf.partition("/")
    if "XXXX-XX" in found.edtf or ".." in (first, last) or found.edtf == "XXXX":
        return replace(found, start=start, weekday=None)
    edtf = f"../{last or first}" if word == "before" else f"{first if word == 'since' else last or first}/.."
    return replace(found, start=start, edtf=edtf, weekday=None)
