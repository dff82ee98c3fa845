"""Decisions that no longer match: reported, and kept in their file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from incident_graph.accounts import Account, Excerpt
from incident_graph.decisions.decision import Decision, Place
from incident_graph.decisions.places import find


@dataclass(frozen=True)
class Orphan:
    """A decision that matches nothing any more, and why."""

    decision: Decision
    reason: str

    def __str__(self) -> str:
        """One line for a warning.

        >>> print(Orphan(Decision("retype", "name", Place("0" * 64, "Ostrel"), value="Place", line=4), "no name"))
        decision on line 4 not applied (retype name “Ostrel”): no name
        """
        where = f" on line {self.decision.line}" if self.decision.line else ""
        return f"decision{where} not applied ({self.decision}): {self.reason}"


class Texts:
    """The accounts of a build, by what decisions call them."""

    def __init__(self, accounts: Sequence[Account]) -> None:
        self.accounts = tuple(accounts)
        self._by_hash = {account.sha256: account for account in accounts}
        self._rank = {account.id: number for number, account in enumerate(accounts)}

    def account(self, place: Place) -> Account:
        """The account of a place; KeyError when it is not here."""
        return self._by_hash[place.account]

    def by_id(self, account: str) -> Account:
        """The account with this id."""
        return self.accounts[self._rank[account]]

    def locate(self, place: Place, decision: Decision, orphans: list[Orphan]) -> Excerpt | None:
        """Where the words stand, or None, and the decision is an orphan."""
        account = self._by_hash.get(place.account)
        if account is None:
            here = f"no account here has the SHA-256 {place.account[:16]}…: its file is missing or was changed"
            orphans.append(Orphan(decision, here))
            return None
        found = find(account, place)
        if found.excerpt is None:
            orphans.append(Orphan(decision, f"{found.reason} ({account.file_name})"))
        return found.excerpt

    def order(self, excerpt: Excerpt) -> tuple[int, int, int]:
        """Sort key: by account as given, then by place."""
        return self._rank.get(excerpt.account, len(self._rank)), excerpt.start, excerpt.end


def unique(orphans: Iterable[Orphan]) -> tuple[Orphan, ...]:
    """Each decision once, with its first reason, in the order of the file."""
    found: dict[tuple[object, ...], Orphan] = {}
    for orphan in orphans:
        found.setdefault((orphan.decision.verb, orphan.decision.key, orphan.decision.line), orphan)
    return tuple(sorted(found.values(), key=lambda o: o.decision.line))
