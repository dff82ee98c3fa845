"""The publication date of an account: whole dates with a year, as outlets print them. (Dates within the story are
figures, and belong to extraction.)"""

import datetime as dt
import re

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(rf"\b{form}\b", re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})",
        rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})",
        rf"{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})",
    )
)


def find_date(text: str) -> tuple[dt.date, int, int] | None:
    """The first whole date in ``text``, with its start and end there; ``None`` without a year.

    >>> find_date("Posted on April 23, 2026 by staff")
    (datetime.date(2026, 4, 23), 10, 24)
    >>> find_date("12 October") is None, find_date("31 February 2026") is None
    (True, True)
    """
    found = [
        (match.start(), match.end(), date)
        for form in _FORMS
        for match in form.finditer(text)
        if (date := _date(match)) is not None
    ]
    if not found:
        return None
    start, end, date = min(found)
    return date, start, end


_FIRST = re.compile(r"\b(?:first |originally )?(?:published|posted|issued)\b(?!\s+by\b)", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:last )?(?:updated?|modified|edited|amended|corrected|revised|changed)\b", re.IGNORECASE)


def find_issued(line: str) -> tuple[dt.date, int, int] | None:
    """The date of first publication that a line gives, with its start and end there; never that of a change.

    >>> line = "Updated 19 March 2025, first published 3 March 2025"
    >>> find_issued(line)
    (datetime.date(2025, 3, 3), 39, 51)
    >>> find_issued("By Ann Writer, 3 March 2025. Corrected 5 March 2025")[0], find_issued("Last updated 5 March 2025")
    (datetime.date(2025, 3, 3), None)
    """
    first = _FIRST.search(line)
    start = first.end() if first else 0
    changed = _CHANGED.search(line, start)
    found = find_date(line[start : changed.start() if changed else len(line)])
    return (found[0], found[1] + start, found[2] + start) if found else None


def _date(match: re.Match[str]) -> dt.date | None:
    parts = match.groupdict()
    if parts.get("number"):
        month = int(parts["number"])
    else:
        names = [i for i, name in enumerate(_MONTHS, 1) if name.startswith(parts["month"].lower()[:9])]
        if not names and parts["month"].lower() == "sept":
            names = [9]
        if len(names) != 1:
            return None
        month = names[0]
    try:
        return dt.date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None
