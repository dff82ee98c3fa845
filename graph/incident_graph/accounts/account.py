"""An account: one outlet's text about the incident, and its excerpts."""

import datetime as dt
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from incident_graph.accounts.walls import CUT_SHORT


@dataclass(frozen=True)
class Account:
    """One outlet's text about the incident, identified by the SHA-256 of its bytes.

    ``text`` is what every offset counts in (Unicode code points, end-exclusive): the decoded file, unchanged, for
    ``.txt`` and ``.md`` (front matter included: see ``body_start``), the extracted text for HTML.
    """

    sha256: str
    file_name: str
    text: str
    letter: str = ""
    body_start: int = 0
    media_type: str = "text/plain"
    title: str | None = None
    publisher: str | None = None
    issued: dt.date | None = None
    credit: str | None = None  # the upstream source the account itself credits, as written
    derived_from_sha256: str | None = None  # front matter: the original a retelling retells
    derived_from_file: str | None = None
    warnings: tuple[str, ...] = ()
    path: str = field(default="", compare=False)
    live: bool = field(default=False, compare=False)  # the page declares itself a live blog

    @cached_property
    def id(self) -> str:
        """Local name of the account's IRI: ``account-`` and 16 hex digits of the SHA-256."""
        return f"account-{self.sha256[:16]}"

    @cached_property
    def cut_short(self) -> bool:
        """Whether the account breaks off before a wall: what it does not say it may well have said.

        >>> Account("0" * 64, "a.txt", "A ferry…", warnings=("cut short: the rest stands behind a wall",)).cut_short
        True
        """
        return any(warning.startswith(CUT_SHORT) for warning in self.warnings)

    def excerpt(self, start: int, end: int) -> "Excerpt":
        """The excerpt of this account from ``start`` to ``end``.

        >>> Account("0" * 64, "a.txt", "Half a million").excerpt(0, 4)
        Excerpt(account='account-0000000000000000', start=0, end=4, text='Half')
        >>> Account("0" * 64, "a.txt", "Half").excerpt(2, 9)
        Traceback (most recent call last):
        ValueError: no excerpt 2..9 in a text of 4 code points
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no excerpt {start}..{end} in a text of {len(self.text)} code points")
        return Excerpt(self.id, start, end, self.text[start:end])

    def line_of(self, offset: int) -> int:
        """The 1-based line on which ``offset`` stands."""
        return self.text.count("\n", 0, offset) + 1


class Excerpt(NamedTuple):
    """A verbatim stretch of an account: ``start`` and ``end`` in code points, end-exclusive, and the exact text."""

    account: str
    start: int
    end: int
    text: str

    def overlaps(self, other: "Excerpt") -> bool:
        """Whether the two excerpts share at least one character of one account."""
        return self.account == other.account and self.start < other.end and other.start < self.end
