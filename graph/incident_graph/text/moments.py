"""Moments: the posts of a live blog, each with the time that it was posted."""

import datetime as dt
import re
from functools import lru_cache
from importlib import resources
from itertools import pairwise
from typing import Any, NamedTuple

from incident_graph.accounts import Account
from incident_graph.accounts.dates import find_date

#: The layer of a document that holds the posts: each span is labelled with its moment.
LAYER = "moments"
#: Times in falling order are those of posts even where no title says so, from as many on.
_ENOUGH = 3

_CLOCK = r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?!\d))?(?:\s*(?P<half>[ap])\.?m\b\.?)?"
_STAMP = re.compile(
    r"^[ \t]*(?:#{1,6}[ \t]+|[-*•][ \t]+)?[*_\[(]{0,3}(?:(?:updated|posted)[ \t]+(?:at[ \t]+)?)?"
    r"(?P<date>[^\n]{0,24}?\d{4}(?:-\d\d-\d\d)?(?:,|T|[ \t])[ \t]*(?:at[ \t]+)?)?"
    rf"{_CLOCK}(?:[ \t]*(?:GMT|UTC|BST|CES?T|E[SD]T|[CMP][SD]T|Z|[+-]\d\d:?\d\d)\b)?[*_\])]{{0,3}}"
    r"(?:[ \t]*$|[ \t]*[-–—:|][ \t]+|\.?[ \t]+(?=[\"'“‘]?[A-Z]))",
    re.MULTILINE,
)


class Post(NamedTuple):
    """One post: ``start``..``end`` in code points, ``words`` where what it says begins, after the time.

    ``at`` is its moment, ``2025-03-03T18:40``, or ``T18:40`` where the day is not known; of one account they sort in
    the order of time (past midnight the hours of an unknown day count on: ``T25:10``).
    """

    start: int
    words: int
    end: int
    at: str


def posts(account: Account) -> tuple[Post, ...]:
    """The posts of a live blog in the order that they stand; none for any other account.

    A text is one when two paragraphs or more open with a time, and its title says so, its page declares it or the times
    fall.

    >>> text = "Mill fire: live\\n\\n15:40 Nine people died, police say.\\n\\n14:05 Four people died, police say."
    >>> [(post.at, text[post.words:post.end].strip()) for post in posts(Account("0" * 64, "a.txt", text))]
    [('T15:40', 'Nine people died, police say.'), ('T14:05', 'Four people died, police say.')]
    >>> text = "How it began\\n\\n06:10 The ferry leaves.\\n\\n07:25 It strikes a rock."  # a list of what happened
    >>> posts(Account("0" * 64, "a.txt", text))
    ()
    """
    text = account.text
    stamps = [m for m in _STAMP.finditer(text, account.body_start) if (m["minute"] or m["half"]) and _minutes(m) >= 0]
    if len(stamps) < 2:
        return ()
    clocks = [_minutes(m) for m in stamps]
    falling = sum(_step(earlier, later) < 0 for earlier, later in pairwise(clocks)) * 2 > len(clocks) - 1
    if not (account.live or is_live(_heading(account, stamps[0].start())) or (falling and len(stamps) >= _ENOUGH)):
        return ()
    ends = [*(m.start() for m in stamps[1:]), len(text)]
    moments = _moments(stamps, falling, account.issued)
    return tuple(Post(m.start(), m.end(), end, moment) for m, end, moment in zip(stamps, ends, moments, strict=True))


def is_live(title: str) -> bool:
    """Whether a title, or what stands above the first post, says that the account is a live blog.

    >>> is_live("Mill fire: live"), is_live("Where they live")
    (True, False)
    """
    return any(rule["pattern"].search(line) for rule in live_wordings() for line in title.splitlines())


@lru_cache(maxsize=1)
def live_wordings() -> tuple[dict[str, Any], ...]:
    """The wordings by which a live blog calls itself one: ``id``, ``pattern`` and the examples."""
    import yaml

    path = resources.files("incident_graph.text") / "resources" / "moments.yaml"
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple({**row, "pattern": re.compile(row["pattern"], re.IGNORECASE)} for row in rows)


def _heading(account: Account, first: int) -> str:
    """The title, and the short lines above the first post."""
    above = [line.strip("#*_ \t") for line in account.text[account.body_start : first].splitlines()]
    return "\n".join([account.title or "", *(line for line in above if len(line.split()) <= 16)])


def _minutes(stamp: re.Match[str]) -> int:
    """The minute of the day; -1 for what is no time of day."""
    hour, minute = int(stamp["hour"]), int(stamp["minute"] or 0)
    if stamp["half"]:
        if not 1 <= hour <= 12:
            return -1
        hour = hour % 12 + 12 * (stamp["half"].lower() == "p")
    return hour * 60 + minute if hour < 24 and minute < 60 else -1


def _step(earlier: int, later: int) -> int:
    """The minutes from one time of day to another, the shorter way: past midnight, too."""
    return (later - earlier + 720) % 1440 - 720


def _moments(stamps: list[re.Match[str]], falling: bool, issued: dt.date | None) -> list[str]:
    """The moment of each post; a time that runs against the order of the posts is of another day."""
    order = list(range(len(stamps)))
    if falling:
        order.reverse()
    found: dict[int, str] = {}
    day, before = 0, -1
    first = issued
    for number in order:
        stamp, minute = stamps[number], _minutes(stamps[number])
        stated = find_date(stamp["date"]) if stamp["date"] else None
        if stated is not None:
            first, day = stated[0], 0
        elif minute < before and before - minute > 12 * 60:
            day += 1
        before = minute
        if first is None:
            found[number] = f"T{minute // 60 + 24 * day:02d}:{minute % 60:02d}"
        else:
            found[number] = f"{first + dt.timedelta(days=day)}T{minute // 60:02d}:{minute % 60:02d}"
    return [found[number] for number in range(len(stamps))]
