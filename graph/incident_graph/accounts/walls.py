"""Walls: what stands where a story goes on only for those who pay, and how an account is known to be cut short."""

import re
from functools import lru_cache
from importlib import resources
from typing import Any

#: How the warning of an account that is cut short begins.
CUT_SHORT = "cut short"
#: A story that is declared not free, of fewer words than these, is what stands before the wall.
_STUB = 60
_BROKEN_OFF = re.compile(r"(?:\.\.\.|…|\[(?:…|\.\.\.)\])[\"'”’)\]]*$")


def is_wall(line: str) -> bool:
    """Whether a line offers the rest of a story to those who pay.

    >>> is_wall("Subscribe to continue reading."), is_wall("Neighbours gathered to read the full list.")
    (True, False)
    """
    return any(
        rule["pattern"].search(line) and ("needs" not in rule or rule["needs"].search(line)) for rule in wordings()
    )


def warning_for(story: str, shown: str = "", *, free: bool = True) -> str:
    """The warning that an account is cut short, in words; ``""`` when nothing shows that it is.

    ``story`` is what was read, ``shown`` all that the page prints, and ``free`` whether the page declares its story
    free to read. A page may print its offer although the story is whole: there the story must break off, be declared
    not free, or be a few words long.

    >>> warning_for("A ferry sank...", free=False)
    'cut short: the rest stands behind a wall, and what it leaves out it may well say'
    >>> warning_for("A ferry sank off Ostby on Monday, and nine people died, police said. " * 9, free=False)
    ''
    """
    lines = [line.strip() for line in story.splitlines() if line.strip()]
    if not lines:
        return ""
    walls = [line for line in lines if is_wall(line)]
    body = [line for line in lines if not is_wall(line)]
    broken = bool(body) and _BROKEN_OFF.search(body[-1]) is not None
    short = sum(len(line.split()) for line in body) < _STUB
    offered = any(is_wall(line) for line in shown.splitlines())
    if walls or ((broken or short) and (offered or not free)):
        return f"{CUT_SHORT}: the rest stands behind a wall, and what it leaves out it may well say"
    return ""


@lru_cache(maxsize=1)
def wordings() -> tuple[dict[str, Any], ...]:
    """The wordings of walls: ``id``, ``pattern``, ``needs`` (what the line must hold, too) and the examples."""
    import yaml

    path = resources.files("incident_graph.accounts") / "resources" / "walls.yaml"
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(
        {k: re.compile(v, re.IGNORECASE) if k in ("pattern", "needs") else v for k, v in row.items()} for row in rows
    )
