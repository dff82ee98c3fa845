"""How dates and times are worded: clock times, weekdays, full and partial dates, relative days; read at a place.

Pieces that stand together ("At 2:17 a.m. on a Sunday in late March") are one period. Everything is British or American
order; "03/04/2026" fits both and is taken for the year alone.
"""

import datetime as dt
import re
from dataclasses import dataclass, replace

from incident_graph.values.number import DASH, GAP, HYPHEN

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
ZONES = {
    "GMT": 0,
    "UTC": 0,
    "Z": 0,
    "WET": 0,
    "BST": 60,
    "CET": 60,
    "CEST": 120,
    "EET": 120,
    "EEST": 180,
    "MSK": 180,
    "EST": -300,
    "EDT": -240,
    "CDT": -300,
    "MST": -420,
    "MDT": -360,
    "PST": -480,
    "PDT": -420,
    "JST": 540,
    "KST": 540,
    "AEST": 600,
    "AEDT": 660,
    "NZST": 720,
    "NZDT": 780,
}


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


_MONTH = (
    "(?:" + "|".join(f"{m[:3].capitalize()}(?:{m[3:]}|t?\\.?)" if m != "may" else "May" for m in MONTHS) + r")(?!\w)"
)
_MONTH_UPPER = "(?:" + "|".join(m.upper() for m in MONTHS) + r")(?!\w)"
_M = f"(?:{_MONTH}|{_MONTH_UPPER})"
_WEEKDAY = "(?:" + "|".join(d.capitalize() for d in WEEKDAYS) + "|Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun" + r")(?!\w)"
_FULL_WEEKDAY = "(?:" + "|".join(d.capitalize() for d in WEEKDAYS) + ")"
_YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![\d\w]|[.,]\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w])"
_PART = (
    f"(?P<part>[Ee]arly|[Mm]id|[Ll]ate|(?:the{GAP})?(?:[Ss]tart|[Bb]eginning|[Mm]iddle|[Ee]nd){GAP}of)"
    f"(?:{GAP}|[{HYPHEN}])(?:in{GAP})?"
)
_Y = rf"(?:,?{GAP}(?:of{GAP})?(?P<y>{_YEAR}))?"

_ISO = re.compile(
    r"(?P<y>\d{4})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])"
    r"(?:[T ](?P<h>[01]\d|2[0-3]):(?P<min>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?P<z>Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
)
_NUMERIC = re.compile(
    r"(?P<a>0?[1-9]|[12]\d|3[01])(?P<s>[/.])(?P<b>0?[1-9]|[12]\d|3[01])(?P=s)(?P<y>(?:19|20)\d\d)(?![\w/.]\d)"
)
_DAY_MONTH = re.compile(
    rf"(?P<d>{_DAY})(?:{GAP}?(?:[{DASH}]|{GAP}(?:to|and){GAP}){GAP}?(?P<d2>{_DAY}))?{GAP}(?:of{GAP})?(?P<m>{_M}){_Y}"
)
_MONTH_DAY = re.compile(
    rf"(?P<m>{_M}){GAP}(?P<d>{_DAY})(?!\s?[:%]|,\d|\.\d)(?:{GAP}?[{DASH}]{GAP}?(?P<d2>{_DAY}))?{_Y}"
)
_TWO_DATES = re.compile(
    rf"(?P<d>{_DAY}){GAP}(?P<m>{_M}){_Y}(?P<joint>{GAP}(?:to|and){GAP}|{GAP}?[{DASH}]{GAP}?)(?P<d2>{_DAY}){GAP}(?P<m2>{_M})(?:,?{GAP}(?P<y2>{_YEAR}))?"
)
_PART_MONTH = re.compile(rf"{_PART}(?P<m>{_M}){_Y}")
_PART_YEAR = re.compile(rf"{_PART}(?P<y>{_YEAR})")
_MONTH_YEAR = re.compile(
    rf"(?P<m>{_M}){_Y}(?:{GAP}?[{DASH}]{GAP}?|{GAP}(?:to|and){GAP})(?P<m2>{_M})(?:,?{GAP}(?P<y2>{_YEAR}))?|(?P<m3>{_M}),?{GAP}(?:of{GAP})?(?P<y3>{_YEAR})"
)
_MONTH_ALONE = re.compile(rf"(?P<m>{_M})(?!{GAP}?[\d])")
_SEASON = re.compile(rf"(?P<s>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter){GAP}(?:of{GAP})?(?P<y>{_YEAR})")
_DECADE = re.compile(rf"(?P<part>[Ee]arly|[Mm]id|[Ll]ate)?(?:{GAP}|[{HYPHEN}])?(?P<y>(?:1[5-9]|20)\d)0[’']?s(?!\w)")
_YEARS = re.compile(rf"(?P<y>(?:19|20)\d\d)[{DASH}/](?P<y2>(?:19|20)\d\d|\d\d)(?![\w{DASH}/]|[.,]\d)")
_YEAR_TO = re.compile(rf"(?P<y>{_YEAR}){GAP}(?:and|to){GAP}(?P<y2>{_YEAR})")
_YEAR_ALONE = re.compile(rf"(?P<y>{_YEAR})")
_WEEKDAY_RE = re.compile(
    rf"(?P<w>{_WEEKDAY})(?:[’']s)?(?:,?{GAP}(?P<part>(?:early|late{GAP})?(?:morning|afternoon|evening|night|lunchtime))\b)?"
)
_AMPM = r"(?P<ap>[ap]\.{GAP0}?m\.?|[AP]\.M\.?|[AP]M|[ap]m)(?!\w)".replace("{GAP0}", r"\s")
_CLOCK = re.compile(
    rf"(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<min>[0-5]\d))?{GAP}?{_AMPM}"
    r"|(?P<h24>[01]?\d|2[0-3]):(?P<min24>[0-5]\d)(?::[0-5]\d)?(?![\d:])"
    rf"|(?P<h4>[01]\d|2[0-3])(?P<min4>[0-5]\d)(?=\s?(?:{'|'.join(ZONES)}|hours|hrs|local)\b)"
    rf"|(?P<hd>[01]?\d|2[0-3])\.(?P<mind>[0-5]\d)(?={GAP}(?:(?:on|every|each|last|this|that){GAP}(?:{_FULL_WEEKDAY}|day|morning|"
    rf"evening|afternoon|night|weekday)|in{GAP}the{GAP}(?:morning|afternoon|evening)|yesterday|today|GMT|UTC|BST|CET|local{GAP}time|"
    r"(?:train|ferry|service|flight|bus|tram|sailing|departure|crossing|news)\b))"
    rf"|(?P<word>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9]){GAP}o[’']clock\b"
    rf"|(?P<name>[Nn]oon|[Mm]idday|[Mm]idnight|NOON|MIDNIGHT)\b"
    rf"|(?P<past>half{GAP}past|quarter{GAP}past|quarter{GAP}to){GAP}(?P<pastword>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
)
#: "7 to 8 a.m.": one stretch; "from 7am to 11pm" is two times, each whole in itself.
_HOUR_RANGE = re.compile(
    rf"(?P<h1>1[0-2]|0?[1-9])(?:[:.](?P<m1>[0-5]\d))?(?:{GAP}(?:and|to){GAP}|{GAP}?[{DASH}]{GAP}?)"
    rf"(?P<h2>1[0-2]|0?[1-9])(?:[:.](?P<m2>[0-5]\d))?{GAP}?{_AMPM}"
)
_ZONE = re.compile(
    rf"{GAP}?\(?(?P<z>{'|'.join(sorted(ZONES, key=len, reverse=True))})(?P<off>[+-]\d{{1,2}}(?::?\d\d)?)?\)?(?!\w)"
)
_LOCAL = re.compile(
    rf"{GAP}(?:local{GAP}time|hours|hrs|(?:US{GAP})?[Ee]astern(?:{GAP}[Tt]ime)?|(?:US{GAP})?[Pp]acific{GAP}[Tt]ime|E?ET|CT|MT|PT|IST)\b"
)
_HALF_DAY = re.compile(
    rf"{GAP}(?:in{GAP}the{GAP}(?:early{GAP})?(?:hours{GAP}of{GAP}the{GAP})?(?P<p>morning|afternoon|evening)|at{GAP}(?P<n>night))\b"
)
_RELATIVE = re.compile(
    rf"(?P<day>[Yy]esterday|[Tt]omorrow|[Tt]onight|[Ll]ast{GAP}night|[Tt]his{GAP}(?:morning|afternoon|evening)|[Ee]arlier{GAP}today)\b"
    rf"|(?:(?P<edge>(?:by{GAP}|at{GAP})?the{GAP}(?:end|start|beginning|middle){GAP}of){GAP})?(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he{GAP}(?:past|previous|following)|[Pp]revious|[Ff]ollowing|(?P<the>the))"
    rf"{GAP}(?P<unit>week|weekend|month|year|{_FULL_WEEKDAY}|{_MONTH})(?![\w{HYPHEN}])(?P<poss>[’']s)?"
)
_CHAIN = re.compile(
    rf",?{GAP}(?:(?:on|in|of|at|during|local{GAP}time{GAP}on){GAP})?(?:(?:a|an|the){GAP})?|,{GAP}|{GAP}?\((?=\w+\))"
)
_BEFORE = re.compile(
    rf"(?<![\w{HYPHEN}])(?:(?P<near>[Ss]hortly|[Jj]ust|[Mm]inutes|[Mm]oments|[Ss]oon|[Ss]econds){GAP})?"
    rf"(?P<word>[Bb]efore|[Bb]y|[Uu]ntil|[Tt]ill|[Pp]rior{GAP}to|[Aa]fter|[Ss]ince|[Aa]bout|[Aa]round|[Rr]oughly|[Aa]pproximately|[Aa]lmost|[Nn]early|[Cc]irca|~)"
    rf"{GAP}(?:(?:at|about|around|early{GAP}on|late{GAP}on|the|a){GAP})?$"
)
_IN = re.compile(
    rf"\b(?:in|since|by|until|till|from|during|before|after|through|throughout|last|next|this|of|late|early|mid|between|to|dated|on|for|and|back{GAP}to)"
    rf"(?:{GAP}(?:the|about|around|early|late|mid))?(?:{GAP}|[{HYPHEN}])$",
    re.IGNORECASE,
)
_YEAR_LEAD = re.compile(
    rf"(?:\b(?:in|since|until|till|from|during|before|after|of|by|to|through|and|between|circa|year|early|late|mid|spring|summer|"
    rf"autumn|winter|back{GAP}to|around|than|for|fiscal|FY)(?:{GAP}about)?(?:{GAP}|[{HYPHEN}])|[(,]\s?)$",
    re.IGNORECASE,
)
_THE_LEAD = re.compile(rf"(?:\b(?:the|a|an|its|his|her|their|our|this|that|another)|[’']s){GAP}$", re.IGNORECASE)
_NOT_A_DAY = re.compile(r"\b(?:Black|Good|Ash|Easter|Super|Bloody|Palm|Maundy|Cyber|Holy|Shrove|Mad|Rex)\s+$")
_FUTURE = re.compile(
    r"\b(?:will|shall|due|expected|to be|scheduled|plan\w*|next|set to|would|going to|upcoming|by|until|"
    r"deadline)\b[^.;]*$"
)
_WORD_HOURS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}


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
    while (joint := _CHAIN.match(text, found.end, end)) is not None:
        after = _piece(text, joint.end(), end, start, issued, True)
        joined = None if after is None else _join(found, after)
        if joined is None:
            break
        close = 1 if joint[0].endswith("(") and text[joined.end : joined.end + 1] == ")" else 0
        found = replace(joined, end=joined.end + close, core_end=joined.core_end + close)
    found = _settle(found)
    before = _BEFORE.search(text, max(start, found.start - 40), found.start)
    return found if before is None else _bound(found, before)


def _piece(text: str, pos: int, end: int, start: int, issued: dt.date | None, loose: bool) -> PeriodWording | None:
    """One clock time, date, weekday or relative day at ``pos``."""
    first = text[pos : pos + 1]
    if not first.isalnum() and first not in "(":
        return None
    return (
        _clock(text, pos, end, start)
        or _date(text, pos, end, start, loose)
        or _weekday(text, pos, end, start, issued)
        or _relative(text, pos, end, start, issued)
    )


def _made(m: re.Match[str], edtf: str, **more: object) -> PeriodWording:
    return replace(PeriodWording(edtf, m.start(), m.end(), m.start(), m.end()), **more)  # type: ignore[arg-type]


def _clock(text: str, pos: int, end: int, start: int) -> PeriodWording | None:
    if (r := _HOUR_RANGE.match(text, pos, end)) is not None:
        first = _minutes(int(r["h1"]), int(r["m1"] or 0), r["ap"])
        last = _minutes(int(r["h2"]), int(r["m2"] or 0), r["ap"])
        first -= 720 if first > last else 0
        if 0 <= first < last:
            found = _made(r, f"T{_hhmm(first)}/T{_hhmm(last)}", minute=first, minutes=(first, last))
            return _zoned(text, found, end)
    m = _CLOCK.match(text, pos, end)
    if m is None:
        return None
    bare_hour = False
    half = ""
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
        minute, bare_hour = 60 * (_WORD_HOURS.get(m["word"]) or int(m["word"])), True
    elif m["name"]:
        minute, bare_hour = (0 if m["name"].lower() == "midnight" else 720), True
        if re.match(r"[’']|\s+(?:oil|blue|sun)\b", text[m.end() : m.end() + 6]):
            return None
    else:
        offset = {"half past": 30, "quarter past": 15, "quarter to": -15}[" ".join(m["past"].split())]
        minute = 60 * _WORD_HOURS[m["pastword"]] + offset
    core = m.end()
    found = PeriodWording("", pos, core, pos, core, minute=minute, half_day=half)
    if bare_hour and half:
        found = replace(found, minutes=(minute - 15, minute + 15))
    return _zoned(text, found, end)


def _zoned(text: str, found: PeriodWording, end: int) -> PeriodWording:
    """The clock time with its zone and "in the morning", if they follow."""
    if m := _HALF_DAY.match(text, found.end, end):
        half = "am" if m["p"] == "morning" else "pm"
        found = replace(_shifted(found, half), end=m.end(), core_end=m.end())
    if m := _ZONE.match(text, found.end, end):
        zone = ZONES[m["z"]]
        if m["off"]:
            digits = m["off"][1:].replace(":", "")
            hours, minutes = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
            zone += (-1 if m["off"][0] == "-" else 1) * (60 * hours + minutes)
        close = m.end() - (1 if m[0].endswith(")") and "(" not in m[0] else 0)
        return replace(found, zone=zone, end=close, core_end=close)
    if m := _LOCAL.match(text, found.end, end):
        return replace(found, end=m.end(), core_end=m.end())
    return found


def _shifted(found: PeriodWording, half: str) -> PeriodWording:
    """A clock time without a.m. or p.m., placed in the half of the day that is said."""
    minute = found.minute
    if minute is None or found.half_day:
        return found
    if (half == "pm" and 60 <= minute < 720) or (half == "am" and minute >= 720 and minute < 780):
        minute = (minute + 720) % 1440
    return replace(found, minute=minute, half_day=half)


def _minutes(hour: int, minute: int, half: str) -> int:
    return (hour % 12 + (12 if half[0].lower() == "p" else 0)) * 60 + minute


def _hhmm(minute: int) -> str:
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def _month(name: str) -> int:
    return next(n for n, m in enumerate(MONTHS, 1) if m.startswith(name[:3].lower()))


def _ymd(year: str | None, month: int | None = None, day: str | int | None = None) -> str:
    """EDTF of a date of which year or day may be missing."""
    number = int(re.sub(r"\D", "", str(day))) if day is not None else None
    return (year or "XXXX") + (f"-{month:02}" if month else "") + (f"-{number:02}" if number else "")


def _days_in(year: str | None, month: int) -> int:
    y = int(year) if year else 2000
    return (dt.date(y + month // 12, month % 12 + 1, 1) - dt.timedelta(1)).day


def _date(text: str, pos: int, end: int, start: int, loose: bool) -> PeriodWording | None:
    if text[pos].isdigit():
        if m := _ISO.match(text, pos, end):
            return _iso(m)
        if (m := _NUMERIC.match(text, pos, end)) is not None:
            return _numeric(m)
        m = _TWO_DATES.match(text, pos, end)
        if m and (m["joint"].strip() != "and" or text[max(start, pos - 8) : pos].lower().strip() == "between"):
            last = m["y2"] or m["y"]
            first = m["y"] or m["y2"]
            return _checked(m, f"{_ymd(first, _month(m['m']), m['d'])}/{_ymd(last, _month(m['m2']), m['d2'])}")
        if m := _DAY_MONTH.match(text, pos, end):
            return _day_of_month(m)
        return _year(text, pos, end, start, loose)
    if m := _MONTH_DAY.match(text, pos, end):
        return _day_of_month(m)
    if (m := _PART_MONTH.match(text, pos, end)) and not (m["m"] == "May" and text[m.end() : m.end() + 3] == " be"):
        return _part_of_month(m)
    if m := _PART_YEAR.match(text, pos, end):
        low, high = {"early": (1, 4), "start": (1, 4), "beginning": (1, 4), "late": (9, 12), "end": (9, 12)}.get(
            _part_word(m["part"]), (5, 8)
        )
        return _made(m, f"{_ymd(m['y'], low)}/{_ymd(m['y'], high)}")
    if (m := _DECADE.match(text, pos, end)) and m["part"]:
        return _made(m, f"{m['y']}X")
    if m := _MONTH_YEAR.match(text, pos, end):
        if m["m3"]:
            return _made(m, _ymd(m["y3"], _month(m["m3"])))
        if loose or _IN.search(text, max(start, pos - 16), pos):
            return _made(m, f"{_ymd(m['y'] or m['y2'], _month(m['m']))}/{_ymd(m['y2'] or m['y'], _month(m['m2']))}")
    if m := _SEASON.match(text, pos, end):
        low, high = _SEASONS[m["s"].lower()]
        return _made(m, f"{_ymd(m['y'], low)}/{_ymd(str(int(m['y']) + (high < low)), high)}")
    if (m := _MONTH_ALONE.match(text, pos, end)) is not None:
        surname = re.match(r"\s+[A-Z][a-z]", text[m.end() : min(end, m.end() + 4)])
        if (loose and not surname) or (_IN.search(text, max(start, pos - 16), pos) and not surname):
            return _made(m, _ymd(None, _month(m["m"])))
    return None


def _year(text: str, pos: int, end: int, start: int, loose: bool) -> PeriodWording | None:
    """A year, decade or stretch of years, where the words around say that it is one."""
    if m := _DECADE.match(text, pos, end):
        return _made(m, f"{m['y']}X")
    led = _YEAR_LEAD.search(text, max(start, pos - 16), pos) is not None
    if (m := _YEARS.match(text, pos, end)) and int(m["y"][:4]) < int(
        (m["y"][:2] if len(m["y2"]) == 2 else "") + m["y2"]
    ):
        last = m["y2"] if len(m["y2"]) == 4 else m["y"][:2] + m["y2"]
        return _made(m, f"{m['y']}/{last}") if int(last) - int(m["y"]) < 120 else None
    if (m := _YEAR_TO.match(text, pos, end)) and (led or loose) and int(m["y"]) < int(m["y2"]):
        return _made(m, f"{m['y']}/{m['y2']}", bare_year=True)
    m = _YEAR_ALONE.match(text, pos, end)
    if m is None or re.match(rf"\s?(?:%|per\s?cent)|[{DASH}]\d", text[m.end() : min(end, m.end() + 9)]):
        return None
    after = text[m.end() : min(end, m.end() + 2)]
    bracketed = text[max(0, pos - 1) : pos] == "(" and after[:1] in (")", ",", ";")
    attributive = _THE_LEAD.search(text, max(start, pos - 8), pos) is not None and re.match(r"\s\w", after) is not None
    if text[max(0, pos - 1) : pos] == "(" and not bracketed:
        return None
    if led or bracketed or attributive or loose:
        return _made(m, m["y"], bare_year=True)
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
        return _made(m, m["y"])
    return _checked(m, _ymd(m["y"], b if a > 12 else a, a if a > 12 else b))


def _checked(m: re.Match[str], edtf: str) -> PeriodWording | None:
    """The wording, unless a day does not exist (30 February)."""
    for part in edtf.split("/"):
        year, month, day = part.split("-")
        if int(day) > _days_in(year if year.isdigit() else None, int(month)):
            return None
    return _made(m, edtf)


def _day_of_month(m: re.Match[str]) -> PeriodWording | None:
    month, year = _month(m["m"]), m["y"]
    if m["d2"]:
        return _checked(m, f"{_ymd(year, month, m['d'])}/{_ymd(year, month, m['d2'])}")
    return _checked(m, _ymd(year, month, m["d"]))


def _part_word(part: str) -> str:
    words = [w for w in part.lower().split() if w not in ("the", "of")]
    return words[0]


def _part_of_month(m: re.Match[str]) -> PeriodWording:
    """Early, mid or late: days 1-10, 10-20, 20 to the last."""
    month, year = _month(m["m"]), m["y"]
    low, high = {"early": (1, 10), "start": (1, 10), "beginning": (1, 10), "mid": (10, 20), "middle": (10, 20)}.get(
        _part_word(m["part"]), (20, _days_in(year, month))
    )
    return _made(m, f"{_ymd(year, month, low)}/{_ymd(year, month, high)}")


def _weekday(text: str, pos: int, end: int, start: int, issued: dt.date | None) -> PeriodWording | None:
    m = _WEEKDAY_RE.match(text, pos, end)
    if m is None or _NOT_A_DAY.search(text, max(start, pos - 10), pos):
        return None
    abbreviated = len(m["w"]) < 6
    if abbreviated and not re.match(rf",?\s+(?:\d|{_M})", text[m.end() : min(end, m.end() + 14)]):
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
        elif _FUTURE.search(lead):
            edtf = (issued + dt.timedelta(ahead)).isoformat()
        else:
            edtf = (issued - dt.timedelta(back)).isoformat()
    return _made(m, edtf, weekday=day, relative=relative, half_day=half)


def _relative(text: str, pos: int, end: int, start: int, issued: dt.date | None) -> PeriodWording | None:
    m = _RELATIVE.match(text, pos, end)
    if m is None:
        return None
    if m["day"]:
        word = " ".join(m["day"].lower().split())
        shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
        edtf = (issued + dt.timedelta(shift)).isoformat() if issued else "XXXX-XX-XX"
        return _made(m, edtf, relative=word)
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
        return _made(m, _relative_month(_month(unit), which, issued), relative=f"{which} month")
    if which in ("past", "previous", "following"):
        if which == "past":
            return None  # "the past year" is a duration
        return _made(m, {"year": "XXXX", "month": "XXXX-XX"}.get(unit, "XXXX-XX-XX"), relative=f"{which} {unit}")
    return _made(m, _relative_stretch(unit, which or "this", m["edge"], issued), relative=f"{which} {unit}")


def _relative_month(month: int, which: str, issued: dt.date | None) -> str:
    if issued is None:
        return _ymd(None, month)
    year = issued.year
    if which == "last" and month >= issued.month:
        year -= 1
    elif which == "next" and month <= issued.month:
        year += 1
    return _ymd(str(year), month)


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
        last = first.replace(day=_days_in(str(first.year), first.month))
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
    clock = _shifted(clock, half) if half else clock
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
    time = f"T{_hhmm(found.minute)}{zone}"
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
    if "/" in found.edtf or found.edtf.startswith("XXXX-XX") or found.edtf == "XXXX":
        return replace(found, start=start, weekday=None)
    edtf = f"../{found.edtf}" if word == "before" else f"{found.edtf}/.."
    return replace(found, start=start, edtf=edtf, weekday=None)
