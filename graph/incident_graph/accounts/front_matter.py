"""Front matter: YAML between two lines of ``---`` at the start of a text, telling where the account comes from."""

import datetime as dt
import re
from typing import Any, NamedTuple

from incident_graph.accounts.dates import find_date

_FENCED = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)


class FrontMatter(NamedTuple):
    """What the front matter states, and where the body starts (code points); ``body_start`` 0: there is none."""

    body_start: int = 0
    title: str | None = None
    publisher: str | None = None
    issued: dt.date | None = None
    credit: str | None = None
    original_file: str | None = None
    original_sha256: str | None = None
    warnings: tuple[str, ...] = ()


def read_front_matter(text: str) -> FrontMatter:
    """Read the front matter of ``text``: title, publisher, date, credit, original (file, sha256); other keys are free.

    >>> read_front_matter("---\\ntitle: Nine dead\\ndate: 2026-04-23\\n---\\nNine people died.")[:4]
    (42, 'Nine dead', None, datetime.date(2026, 4, 23))
    >>> read_front_matter("---\\nA story that opens with a rule.\\n---\\n").body_start  # prose, not metadata
    0
    """
    match = _FENCED.match(text)
    if not match:
        return FrontMatter()
    import yaml

    from incident_graph.accounts.plain_yaml import read_yaml

    try:
        data = read_yaml(match["yaml"])
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" (line {mark.line + 2})" if mark else ""
        return FrontMatter(warnings=(f"front matter is not valid YAML{line}: read as part of the text",))
    if not isinstance(data, dict):
        return FrontMatter()
    warnings: list[str] = []
    original = data.get("original")
    if not isinstance(original, dict):
        original = {"file": original}
    issued = _as_date(data.get("date"))
    if issued is None and data.get("date"):
        warnings.append(f"front matter: {data['date']!r} is not a whole date (write 2026-04-23)")
    return FrontMatter(
        body_start=match.end(),
        title=_as_text(data.get("title")),
        publisher=_as_text(data.get("publisher")),
        issued=issued,
        credit=_as_text(data.get("credit")),
        original_file=_as_text(original.get("file")),
        original_sha256=_as_text(original.get("sha256")),
        warnings=tuple(warnings),
    )


def _as_text(value: Any) -> str | None:
    if value is None or isinstance(value, (dict, list)):
        return None
    return " ".join(str(value).split()) or None


def _as_date(value: Any) -> dt.date | None:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    found = find_date(value) if isinstance(value, str) else None
    return found[0] if found else None
