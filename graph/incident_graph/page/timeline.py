"""What is dated or timed: the days on which accounts were published, and the periods that answer questions."""

import re
from typing import Any

from incident_graph.model import Claim
from incident_graph.network import Lookup, plain
from incident_graph.values import Period

MONTHS = "January February March April May June July August September October November December".split()
_NO_YEAR = re.compile(r"X{4}-(\d\d)(?:-(\d\d))?")

#: Days of a known year first, then days of a year that is not stated, then times of a day that is not.
Place = tuple[int, str, str]


def timeline(lookup: Lookup) -> list[dict[str, Any]]:
    """Days and times in order: ``day`` and ``time`` as shown, ``entries`` with ``label``, ``issue`` (its place in the
    comparison, or None) and ``letters`` of the accounts. Empty when fewer than three accounts or claims are dated."""
    shown: dict[Place, str] = {}
    dated: dict[Place, dict[str, dict[str, Any]]] = {}
    for account in lookup.incident.accounts:
        if account.issued:
            day = account.issued.isoformat()
            place = (0, day, "")
            shown[place] = day
            entry = dated.setdefault(place, {}).setdefault("", {"label": "published", "issue": None, "letters": []})
            entry["letters"].append(plain(lookup.letter(account.id), 6))
    rank = {issue.question.iri: (n, issue.question.label) for n, issue in enumerate(lookup.issues())}
    for claim in lookup.incident.claims:
        when = _when(claim.answer.period)
        if when and claim.question in rank and claim.account in lookup.number:
            place, shown[place] = when[0], when[1]
            _enter(dated.setdefault(place, {}), claim, rank[claim.question], plain(lookup.letter(claim.account), 6))
    days: list[dict[str, Any]] = [
        {"day": shown[p], "time": p[2], "entries": list(dated[p].values())} for p in sorted(dated)
    ]
    return days if sum(len(e["letters"]) for d in days for e in d["entries"]) >= 3 else []


def _enter(entries: dict[str, dict[str, Any]], claim: Claim, issue: tuple[int, str], letter: str) -> None:
    label = f"{plain(issue[1], 160)}: {plain(claim.answer.label, 80)}"
    letters = entries.setdefault(label, {"label": label, "issue": issue[0], "letters": []})["letters"]
    if letter not in letters:
        letters.append(letter)


def _when(period: Period | None) -> tuple[Place, str] | None:
    """Where a period stands in the order, and its day as shown; None when it has neither a day nor a time.

    >>> _when(Period.parse("early March"))
    ((1, '03-01', ''), '1 to 10 March, year not stated')
    >>> _when(Period.parse("8.40am"))
    ((2, '', '08:40'), 'day not stated')
    >>> _when(Period.parse("12 October 2026"))
    ((0, '2026-10-12', ''), '2026-10-12')
    """
    if period is None:
        return None
    time = "" if period.minute is None else f"{period.minute // 60:02}:{period.minute % 60:02}"
    if period.earliest is not None:
        until = "" if period.latest in (None, period.earliest) else f" to {period.latest}"
        return (0, period.earliest.isoformat() + until, time), period.earliest.isoformat() + until
    ends = _NO_YEAR.findall(period.edtf)
    if ends and all(1 <= int(month) <= 12 for month, _ in ends):
        (month, day), (last_month, last_day) = ends[0], ends[-1]
        first, last = _day(month, day), _day(last_month, last_day)
        if month == last_month and day and day != last_day:
            first = str(int(day))
        days = first if first == last else f"{first} to {last}"
        return (1, f"{month}-{day or '00'}", time), f"{days}, year not stated"
    return ((2, "", time), "day not stated") if time else None


def _day(month: str, day: str) -> str:
    return f"{int(day)} {MONTHS[int(month) - 1]}" if day else MONTHS[int(month) - 1]
