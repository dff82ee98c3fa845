"""What a plain text says about itself: headline, publisher, date and source credit, where it states them plainly."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from incident_graph.accounts.dates import find_issued

_LINE = re.compile(r"[^\r\n]+")
_LOOKED_AT = 8  # a headline, dateline or publisher stands within the first lines that are not empty
_COUNTER = re.compile(
    r"(?:\d[\d,.]*\s*[km]?\s*(?:views?|mins?|minutes?|comments?|shares?|likes?|reads?)\b[\s·•|,]*(?:read\b)?\s*)+",
    re.IGNORECASE,
)
_NOT_HEADLINE = re.compile(
    r"by\s+(?-i:[A-Z])[\w'’-]+(?:\s+(?:(?-i:[A-Z])[\w.'’-]*|in|and|van|de|der|for))+$"  # a by-line
    r"|(?:first |originally )?(?:published|posted|updated|last (?:updated|modified))\s*(?::|on\b|at\b|\d"
    r"|[A-Z][a-z]{2,8}\.?\s\d)"
    r"|(?:photo|image|picture|source|credit|category|tags?|filed under|reading time)s?\s*:"
    r"|(?:this (?:article|post|page) (?:contains|may contain|includes)|we use cookies|this (?:site|website) uses)\b"
    r"|(?:skip to (?:main )?content|share(?: (?:this|on|via)\b.*)?|advertisement|sponsored(?: content)?"
    r"|subscribe(?: now)?|sign (?:up|in)|log ?in|menu|home|search|listen|print|breaking(?: news)?|exclusive"
    r"|opinion|live)$",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:sources?|via|credit|originally (?:published|appeared) (?:by|in|on|at)|first published (?:by|in|on|at)"
    r"|this (?:article|story|report) (?:was )?(?:first|originally) (?:published|appeared) (?:by|in|on|at))"
    r"\s*:?\s+(?P<who>.+)",
    re.IGNORECASE,
)
_WIRE = re.compile(
    r"[A-Z][\w .,'’-]{1,60}\((?P<who>Reuters|AP|AFP|DPA|PA|ANSA|EFE|Bloomberg|Xinhua|TASS|Kyodo|UPI)\)\s*[-–—]"
)
_LABELLED = re.compile(
    r"(?:publisher|publication|outlet|published (?:by|in))\s*:?\s+(?P<who>[^:]{2,60})", re.IGNORECASE
)
_OUTLET_WORD = frozenset(
    "argus bbc bee broadcasting bugle bulletin chronicle cnn courier daily dispatch echo enquirer evening "
    "examiner express gazette globe guardian herald independent inquirer journal ledger mail magazine mercury "
    "mirror monitor morning news newspaper observer online post press record register report reporter review "
    "rundschau sentinel standard star sun telegraph times today tribune tv voice wire weekly world zeitung".split()
)
#: Between the fields of a line such as "The Herald | Ada Brook in Oslo | 3 May 2031, 09:10".
FIELD_MARK = re.compile(r"\s*[|·•/()]+\s*|\s+[–—-]\s+|\s*[–—]\s*|,\s+|\.\s+(?=[A-Z])")
#: Words of such a line that are no name: a line with others in lower case is prose.
IN_FIELDS = frozenset(
    """by from in at on posted updated published words exclusive staff writer reporter reporters correspondent editor
    last first am pm issue edition local time""".split()
)
_WORDS = re.compile(r"[^\W\d_][\w.’'‑-]*")
_LINKS = frozenset("of the and de der".split())
#: "The Herald | Staff Reporter | KARSUND, March 3, 2025, 07:40"
_FIELDS = re.compile(r"\s+[|·•]\s+")
_WRITERS = frozenset(("By", "From", "Posted", "Published", "Updated", "Words", "Staff"))
#: Around the date with which agencies open: "KARSUND, Norland (NP), March 3, 2025 —", "Karsund, 3 March 2025 (NP) -".
_PLACED = re.compile(
    r"(?P<place>[A-Z][\w.'’ -]{1,30})(?:, [A-Z][\w.'’ -]{1,30})?(?P<agency> \([A-Z][\w /]{1,20}\))?[ ,(]*"
)
_DASHED = re.compile(r"\s*\)?\s*(?P<agency>\([A-Za-z /]{2,20}\)\s*)?[-–—]")
_PARTIAL_DATE = re.compile(
    r"(?:\w{1,8}day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\s+\d{1,2}(?:st|nd|rd|th)?)(?:,?\s+\d{4})?"
)


class Furniture(NamedTuple):
    """What stands around the story. Each is ``None`` unless the text states it plainly."""

    title: str | None = None
    publisher: str | None = None
    issued: dt.date | None = None
    credit: str | None = None


def read_furniture(text: str, start: int = 0) -> Furniture:
    """Headline, publisher, date and credit of the plain text from ``start`` on.

    >>> read_furniture("Nine dead off Karsund\\n\\nOslo Courier, 12 October\\n\\nNine people died.\\n\\nSource: NTB\\n")
    Furniture(title='Nine dead off Karsund', publisher='Oslo Courier', issued=None, credit='NTB')
    >>> read_furniture("Nine people died on 12 October 2025 when a ferry hit a barge.")  # prose says nothing of itself
    Furniture(title=None, publisher=None, issued=None, credit=None)
    """
    lines = list(_lines(text, start))
    top = lines[:_LOOKED_AT]
    return Furniture(_title(top, len(lines)), _publisher(top), _issued(top), _credit(lines))


def is_counter(line: str) -> bool:
    """Whether ``line`` only counts views, minutes, comments.

    >>> is_counter("2 views 2 mins 0 comments"), is_counter("7 mins read"), is_counter("7 minutes that shook Oslo")
    (True, True, False)
    """
    return _COUNTER.fullmatch(line.strip()) is not None


def _lines(text: str, start: int) -> Iterator[str]:
    for match in _LINE.finditer(text, start):
        line = match.group().strip("\ufeff \t\u00a0")
        if line:
            yield line


def _title(top: list[str], count: int) -> str | None:
    for line in top[:4]:
        bare = line.lstrip("#").strip() if line.startswith("#") else line
        if is_counter(line) or _dateline(line) or _NOT_HEADLINE.match(line) or len(bare) < 8:
            continue
        short = len(bare) <= 160 and len(bare.split()) <= 24
        if short and count > 1 and bare[-1] not in ".,;:" and not bare.startswith(("- ", "* ", "• ")):
            return bare
        return None
    return None


def _dateline(line: str) -> dt.date | None:
    """The whole date of a line that holds little else, or that opens a paragraph as agencies do (``OSLO, … —``)."""
    found = find_issued(line)
    if not found:
        return None
    date, start, end = found
    if len(line.split()) <= 12 and line[-1] not in ".?!" and start <= 60:
        return date
    fields = _FIELDS.split(line)
    if 1 < len(fields) <= 6 and line[-1] not in ".?!" and all(len(field.split()) <= 9 for field in fields):
        return date
    return date if _opens_as_agencies_do(line[:start], line[end:]) else None


def _opens_as_agencies_do(before: str, after: str) -> bool:
    """Whether what stands around a date is a place, perhaps an agency in brackets, and a dash.

    >>> _opens_as_agencies_do("OSLO, ", " — A ferry"), _opens_as_agencies_do("Vik, Norland (NP), ", " - A ferry")
    (True, True)
    >>> _opens_as_agencies_do("It sank on ", " - a Monday")
    False
    """
    place = _PLACED.fullmatch(before)
    close = _DASHED.match(after)
    return bool(place and close and (place["place"].isupper() or place["agency"] or close["agency"]))


def _issued(top: list[str]) -> dt.date | None:
    return next((date for line in top if (date := _dateline(line)) is not None), None)


def _publisher(top: list[str]) -> str | None:
    for line in top:
        if labelled := _LABELLED.fullmatch(line):
            return labelled["who"].strip()
        date = _PARTIAL_DATE.search(line)
        if not date or len(line) > 160 or line[-1] in "?!" or (line[-1] == "." and date.end() < len(line) - 1):
            continue
        words = _WORDS.findall(line)
        if not all(word[0].isupper() or word.lower().strip(".") in IN_FIELDS | _LINKS for word in words):
            continue
        for field in FIELD_MARK.split(line):
            name = field.strip(" .")
            words = name.split()
            titled = all(word[0].isupper() or word in _LINKS for word in words)
            paper = {word.lower() for word in words} & _OUTLET_WORD and words[0] not in _WRITERS
            if 1 <= len(words) <= 6 and titled and paper and not _PARTIAL_DATE.search(name):
                return name
    return None


def _credit(lines: list[str]) -> str | None:
    for line in reversed(lines[-6:]):
        match = _CREDIT.fullmatch(line)
        if match and len(line.split()) <= 14:
            return match["who"].strip(" .")
    wire = next((match for line in lines[:4] if (match := _WIRE.match(line))), None)
    return wire["who"] if wire else None
