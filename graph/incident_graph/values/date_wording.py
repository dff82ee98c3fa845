"""How calendar dates are worded, in full or in part: days, months, seasons, years, decades; read at a place.

Everything is British or American order; "03/04/2026" fits both and is taken for the year alone.
"""

import datetime as dt
import re
from dataclasses import replace

from incident_graph.values import period_patterns as patterns
from incident_graph.values.calendar_words import MONTHS
from incident_graph.values.clock_wording import PeriodWording, made
from incident_graph.values.number import DASH, parse_number


def month_number(name: str) -> int:
    """The number of a month by its name, which may be cut short: "Sept"."""
    return next(n for n, m in enumerate(MONTHS, 1) if m.startswith(name[:3].lower()))


def edtf_date(year: str | None, month: int | None = None, day: str | int | None = None) -> str:
    """EDTF of a date of which year or day may be missing."""
    number = int(re.sub(r"\D", "", str(day))) if day is not None else None
    return (year or "XXXX") + (f"-{month:02}" if month else "") + (f"-{number:02}" if number else "")


def days_in_month(year: str | None, month: int) -> int:
    """How many days a month has; without a year, February has 29."""
    y = int(year) if year else 2000
    return (dt.date(y + month // 12, month % 12 + 1, 1) - dt.timedelta(1)).day


def read_date(text: str, pos: int, end: int, start: int, loose: bool) -> PeriodWording | None:
    """The date whose words begin at ``pos``: a day, a month, a season, a year, or a stretch of them.

    >>> text = "It rained in early June 2026."
    >>> read_date(text, 13, len(text), 0, False).edtf
    '2026-06-01/2026-06-10'
    """
    if text[pos].isdigit():
        return _date_from_digit(text, pos, end, start, loose)
    return _date_from_word(text, pos, end, start, loose)


def _date_from_digit(text: str, pos: int, end: int, start: int, loose: bool) -> PeriodWording | None:
    """ "2026-03-04", "4/3/2026", "3 to 5 March", "4 March 2026", "2026"."""
    if m := patterns.ISO.match(text, pos, end):
        return _iso(m)
    if m := patterns.NUMERIC.match(text, pos, end):
        return _numeric(m)
    m = patterns.TWO_DATES.match(text, pos, end)
    if m and (m["joint"].strip() != "and" or text[max(start, pos - 8) : pos].lower().strip() == "between"):
        first = edtf_date(m["y"] or m["y2"], month_number(m["m"]), m["d"])
        last = edtf_date(m["y2"] or m["y"], month_number(m["m2"]), m["d2"])
        return _checked(m, f"{first}/{last}")
    if m := patterns.DAY_MONTH.match(text, pos, end):
        return _day_of_month(m)
    return _year(text, pos, end, start, loose)


def _date_from_word(text: str, pos: int, end: int, start: int, loose: bool) -> PeriodWording | None:
    """ "March 4", "early March", "the end of 2026", "the early 1990s", "March 2026", "spring 2026", "March"."""
    if m := patterns.MONTH_DAY.match(text, pos, end):
        return _day_of_month(m)
    m = patterns.PART_MONTH.match(text, pos, end)
    if m and not (m["m"] == "May" and text[m.end() : m.end() + 3] == " be"):
        return _part_of_month(m)
    if m := patterns.PART_YEAR.match(text, pos, end):
        return _part_of_year(m)
    if (m := patterns.DECADE.match(text, pos, end)) and m["part"]:
        return made(m, f"{m['y']}X")
    in_before = loose or patterns.IN.search(text, max(start, pos - 16), pos) is not None
    return (
        _months_of_year(text, pos, end, in_before)
        or _season(text, pos, end)
        or (_month_alone(text, pos, end) if in_before else None)
    )


def _part_of_year(m: re.Match[str]) -> PeriodWording:
    """Early, mid or late: months 1-4, 5-8, 9-12."""
    low, high = {"early": (1, 4), "start": (1, 4), "beginning": (1, 4), "late": (9, 12), "end": (9, 12)}.get(
        _part_word(m["part"]), (5, 8)
    )
    return made(m, f"{edtf_date(m['y'], low)}/{edtf_date(m['y'], high)}")


def _months_of_year(text: str, pos: int, end: int, in_before: bool) -> PeriodWording | None:
    """ "March 2026"; two months, "March to May 2026", only where the words before say that it is a period."""
    m = patterns.MONTH_YEAR.match(text, pos, end)
    if m is None:
        return None
    if m["m3"]:
        return made(m, edtf_date(m["y3"], month_number(m["m3"])))
    if not in_before:
        return None
    first = edtf_date(m["y"] or m["y2"], month_number(m["m"]))
    last = edtf_date(m["y2"] or m["y"], month_number(m["m2"]))
    return made(m, f"{first}/{last}")


def _season(text: str, pos: int, end: int) -> PeriodWording | None:
    """ "winter 2026", which ends in the next year."""
    m = patterns.SEASON.match(text, pos, end)
    if m is None:
        return None
    low, high = patterns.SEASONS[m["s"].lower()]
    return made(m, f"{edtf_date(m['y'], low)}/{edtf_date(str(int(m['y']) + (high < low)), high)}")


def _month_alone(text: str, pos: int, end: int) -> PeriodWording | None:
    """ "March", unless a surname follows: "April Jones"."""
    m = patterns.MONTH_ALONE.match(text, pos, end)
    if m is None or re.match(r"\s+[A-Z][a-z]", text[m.end() : min(end, m.end() + 4)]):
        return None
    return made(m, edtf_date(None, month_number(m["m"])))


def _year(text: str, pos: int, end: int, start: int, loose: bool) -> PeriodWording | None:
    """A year, decade or stretch of years, where the words around say that it is one."""
    if m := patterns.DECADE.match(text, pos, end):
        return made(m, f"{m['y']}X", bare_year=True)
    led = patterns.YEAR_LEAD.search(text, max(start, pos - 16), pos) is not None
    if (m := patterns.YEARS.match(text, pos, end)) and int(m["y"][:4]) < int(
        (m["y"][:2] if len(m["y2"]) == 2 else "") + m["y2"]
    ):
        last = m["y2"] if len(m["y2"]) == 4 else m["y"][:2] + m["y2"]
        return made(m, f"{m['y']}/{last}") if int(last) - int(m["y"]) < 120 else None
    if (m := patterns.YEAR_TO.match(text, pos, end)) and (led or loose) and int(m["y"]) < int(m["y2"]):
        return made(m, f"{m['y']}/{m['y2']}", bare_year=True)
    m = patterns.YEAR_ALONE.match(text, pos, end)
    if m is None or re.match(rf"\s?(?:%|per\s?cent)|[{DASH}]\d", text[m.end() : min(end, m.end() + 9)]):
        return None
    after = text[m.end() : min(end, m.end() + 2)]
    bracketed = text[max(0, pos - 1) : pos] == "(" and after[:1] in (")", ",", ";")
    attributive = (
        patterns.THE_LEAD.search(text, max(start, pos - 8), pos) is not None and re.match(r"\s\w", after) is not None
    )
    if text[max(0, pos - 1) : pos] == "(" and not bracketed:
        return None
    if led or bracketed or attributive or loose:
        return made(m, m["y"], bare_year=True)
    return None


def _iso(m: re.Match[str]) -> PeriodWording | None:
    found = _checked(m, f"{m['y']}-{m['m']}-{m['d']}")
    if found is None or m["h"] is None:
        return found
    zone = None
    if m["z"]:
        digits = m["z"][1:].replace(":", "")
        zone = 0 if m["z"] == "Z" else (-1 if m["z"][0] == "-" else 1) * (60 * int(digits[:2]) + int(digits[2:]))
    return replace(found, minute=60 * int(m["h"]) + int(m["min"]), zone=zone)


def _numeric(m: re.Match[str]) -> PeriodWording | None:
    """A date in figures only; when day and month could be either way round, the year is all it says."""
    a, b = int(m["a"]), int(m["b"])
    if a > 12 and b > 12:
        return None
    if a <= 12 and b <= 12 and a != b:
        return made(m, m["y"])
    return _checked(m, edtf_date(m["y"], b if a > 12 else a, a if a > 12 else b))


def _checked(m: re.Match[str], edtf: str) -> PeriodWording | None:
    """The wording, unless a day does not exist (30 February)."""
    for part in edtf.split("/"):
        year, month, day = part.split("-")
        if int(day) > days_in_month(year if year.isdigit() else None, int(month)):
            return None
    return made(m, edtf)


def _day_of_month(m: re.Match[str]) -> PeriodWording | None:
    month, year = month_number(m["m"]), m["y"]
    if m["d2"]:
        return _checked(m, f"{edtf_date(year, month, m['d'])}/{edtf_date(year, month, m['d2'])}")
    return _checked(m, edtf_date(year, month, m["d"]))


def _part_word(part: str) -> str:
    words = [w for w in part.lower().split() if w not in ("the", "of")]
    return words[0]


def _part_of_month(m: re.Match[str]) -> PeriodWording:
    """Early, mid or late: days 1-10, 10-20, 20 to the last."""
    month, year = month_number(m["m"]), m["y"]
    low, high = {"early": (1, 10), "start": (1, 10), "beginning": (1, 10), "mid": (10, 20), "middle": (10, 20)}.get(
        _part_word(m["part"]), (20, days_in_month(year, month))
    )
    return made(m, f"{edtf_date(year, month, low)}/{edtf_date(year, month, high)}")


_AGO = re.compile(r"(?P<number>\S.*?)\s+(?P<unit>day|week|month|year)s?\s+ago", re.IGNORECASE)


def read_ago(text: str, issued: dt.date | None) -> str:
    """What the whole of ``text`` writes as so long ago, as EDTF, as exactly as its unit; "" where it writes no such
    thing, or the day on which it was published is not known.

    >>> read_ago("three years ago", dt.date(2026, 4, 23)), read_ago("a week ago", dt.date(2026, 4, 23))
    ('2023', '2026-04-16')
    >>> read_ago("three years ago", None), read_ago("long ago", dt.date(2026, 4, 23))
    ('', '')
    """
    m = _AGO.fullmatch(text.strip())
    if m is None or issued is None:
        return ""
    try:
        number = 1 if m["number"].lower() in ("a", "an") else int(parse_number(m["number"]))
    except ValueError:
        return ""
    if not 0 < number < 1000:
        return ""
    unit = m["unit"].lower()
    if unit in ("day", "week"):
        return (issued - dt.timedelta(number * (7 if unit == "week" else 1))).isoformat()
    months = issued.year * 12 + issued.month - 1 - number * (12 if unit == "year" else 1)
    return edtf_date(str(months // 12), None if unit == "year" else months % 12 + 1)
