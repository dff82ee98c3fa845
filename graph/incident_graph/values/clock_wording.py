"""How clock times are worded: "8.40am", "half past three", "from 7 to 11 p.m.", with zone and half of the day."""

import re
from dataclasses import dataclass, replace
from typing import Any

from incident_graph.values import period_patterns as patterns
from incident_graph.values.period_patterns import ZONES

#: What stands before an hour without "o'clock": "at four in the afternoon".
_ABOUT_WHEN = re.compile(r"(?i)\b(?:at|by|about|around|until|till|after|before|since|from|nearly|almost|past)\s+$")

#: What opens a stretch from one clock time to another.
_BETWEEN = re.compile(r"(?i)\bbetween\s+$")


@dataclass(frozen=True)
class PeriodWording:
    """A period as worded: its EDTF form and clock, and where it stands (``start``: with "before", "early", "about").

    ``relative`` says that it was placed by the publication date, or could not be placed for want of one; ``bare_year``
    that it is a year and nothing else.
    """

    edtf: str
    start: int
    end: int
    core_start: int
    core_end: int
    minute: int | None = None
    zone: int | None = None
    minutes: tuple[int, int] | None = None
    weekday: int | None = None
    relative: str = ""
    bare_year: bool = False
    half_day: str = ""  # "am" or "pm", said by "morning", "evening"
    either_half: bool = False  # "half past two", in words: of which half of the day is not said
    ranged: bool = False  # "between 7.28 and 8.06": its minutes are the ends of one stretch


def made(m: re.Match[str], edtf: str, **more: Any) -> PeriodWording:
    """The period of this EDTF form that stands where ``m`` matched."""
    return replace(PeriodWording(edtf, m.start(), m.end(), m.start(), m.end()), **more)


def read_clock(text: str, pos: int, end: int, start: int) -> PeriodWording | None:
    """The clock time, or the stretch between two, that begins at ``pos``, with its zone; ``None`` for none."""
    first = _single(text, pos, end, start)
    if first is None or not _BETWEEN.search(text, max(start, pos - 12), pos):
        return first and _converted(text, first, end)
    joint = patterns.AND.match(text, first.end, end)
    last = _single(text, joint.end(), end, start) if joint else None
    if last is None or (first.minutes and first.ranged) or first.minute is None or last.minute is None:
        return first
    until = last.minute if last.minute > first.minute else last.minute + 1440
    if until - first.minute > 720:
        return first  # "between 5 p.m. and 9 a.m." may be of two days
    zone = last.zone if first.zone is None else first.zone
    return replace(
        first,
        edtf="",
        end=last.end,
        core_end=last.core_end,
        zone=zone,
        minutes=(first.minute, until),
        ranged=True,
    )


def _converted(text: str, found: PeriodWording, end: int) -> PeriodWording:
    """The clock time with the zone that its conversion in brackets gives it: "10:00 am (0800 GMT)"."""
    opened = patterns.OPENED.match(text, found.end, end)
    other = _single(text, opened.end(), end, opened.end()) if opened and found.zone is None else None
    if other is None or other.zone is None or other.minute is None or found.minute is None or found.ranged:
        return found
    closed = text[other.end : other.end + 1] == ")" or text[other.end - 1 : other.end] == ")"
    shift = (found.minute - other.minute + other.zone + 720) % 1440 - 720
    if not closed or shift % 15:
        return found
    after = other.end + (text[other.end : other.end + 1] == ")")
    return replace(found, zone=shift, end=after, core_end=after)


def _single(text: str, pos: int, end: int, start: int) -> PeriodWording | None:
    """One clock time, or a stretch with its half of the day said once, that begins at ``pos``."""
    if (r := patterns.HOUR_RANGE.match(text, pos, end)) is not None:
        first = _minutes(int(r["h1"]), int(r["m1"] or 0), r["ap"])
        last = _minutes(int(r["h2"]), int(r["m2"] or 0), r["ap"])
        first -= 720 if first > last else 0
        if 0 <= first < last:
            found = made(r, f"T{hhmm(first)}/T{hhmm(last)}", minute=first, minutes=(first, last), ranged=True)
            return _zoned(text, found, end)
    m = patterns.CLOCK.match(text, pos, end)
    if m is None:
        return None
    bare_hour = False
    half = ""
    in_words = not (m["h"] or m["h24"] or m["h4"] or m["hd"] or m["name"])
    if m["h"]:
        minute = _minutes(int(m["h"]), int(m["min"] or 0), m["ap"])
        bare_hour, half = m["min"] is None, m["ap"][0].lower() + "m"
    elif m["h24"]:
        minute = int(m["h24"]) * 60 + int(m["min24"])
        if re.search(
            r"\b(?:score\w*|won|lost|beat|ratio|odds|verse|[A-Z]\w+)\s+$", text[max(start, pos - 12) : pos]
        ) and not re.search(
            r"(?i)\b(?:at|by|about|around|before|after|since|until|from|to|just|the|on|and)\s+$",
            text[max(start, pos - 12) : pos],
        ):
            return None
    elif m["h4"]:
        minute = int(m["h4"]) * 60 + int(m["min4"])
    elif m["hd"]:
        minute = int(m["hd"]) * 60 + int(m["mind"])
    elif m["word"]:
        if m.end() == m.end("word") and not _ABOUT_WHEN.search(text, max(start, pos - 12), pos):
            return None  # "two in the afternoon shift"
        minute, bare_hour = 60 * (patterns.WORD_HOURS.get(m["word"]) or int(m["word"])), True
    elif m["name"]:
        minute, bare_hour = (0 if m["name"].lower() == "midnight" else 720), True
        if re.match(r"[’']|\s+(?:oil|blue|sun)\b", text[m.end() : m.end() + 6]):
            return None
    else:
        offset = {"half past": 30, "quarter past": 15, "quarter to": -15}[" ".join(m["past"].lower().split())]
        minute = 60 * patterns.WORD_HOURS[m["pastword"]] + offset
    core = m.end()
    found = PeriodWording("", pos, core, pos, core, minute=minute, half_day=half, either_half=in_words)
    if bare_hour and half:
        found = replace(found, minutes=(minute - 15, minute + 15))
    return _zoned(text, found, end)


def _zoned(text: str, found: PeriodWording, end: int) -> PeriodWording:
    """The clock time with its zone and "in the morning", if they follow."""
    if m := patterns.HALF_DAY.match(text, found.end, end):
        half = "am" if m["p"] == "morning" else "pm"
        found = replace(shifted(found, half), end=m.end(), core_end=m.end())
    if m := patterns.ZONE.match(text, found.end, end):
        zone = ZONES[m["z"]]
        if m["off"]:
            digits = m["off"][1:].replace(":", "")
            hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
            zone += (-1 if m["off"][0] == "-" else 1) * (60 * hours + minutes)
        close = m.end() - (1 if m[0].endswith(")") and "(" not in m[0] else 0)
        return replace(found, zone=zone, end=close, core_end=close)
    if m := patterns.LOCAL.match(text, found.end, end):
        return replace(found, end=m.end(), core_end=m.end())
    return found


def shifted(found: PeriodWording, half: str) -> PeriodWording:
    """A clock time without a.m. or p.m., placed in the half of the day that is said."""
    minute = found.minute
    if minute is None or found.half_day:
        return found
    if (half == "pm" and 60 <= minute < 720) or (half == "am" and minute >= 720 and minute < 780):
        minute = (minute + 720) % 1440
    return replace(found, minute=minute, half_day=half, either_half=False)


def _minutes(hour: int, minute: int, half: str) -> int:
    return (hour % 12 + (12 if half[0].lower() == "p" else 0)) * 60 + minute


def hhmm(minute: int) -> str:
    """Minutes since midnight as ``HH:MM``.

    >>> hhmm(485)
    '08:05'
    """
    return f"{minute // 60 % 24:02}:{minute % 60:02}"
