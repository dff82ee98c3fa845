"""Finding things in an incident: claims by id, readings of an issue in the order they are shown, letters."""

from dataclasses import replace
from functools import cached_property

from incident_graph.accounts import Account
from incident_graph.comparison import Strengths, issue_order
from incident_graph.model import Claim, Comparison, Entity, Figure, Incident, Issue, Reading


def letters(number: int) -> str:
    """The letters of the account with this 0-based number, as a spreadsheet counts its columns.

    >>> letters(0), letters(25), letters(26), letters(701), letters(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    out = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        out = chr(65 + rest) + out
    return out


class Lookup:
    """An incident with its parts found by id. References to parts that are missing are passed over."""

    def __init__(self, incident: Incident) -> None:
        known = {r.id for r in incident.readings}
        whole = tuple(c for c in incident.comparisons if c.left in known and c.right in known)
        self.incident = incident if len(whole) == len(incident.comparisons) else replace(incident, comparisons=whole)
        self.account: dict[str, Account] = {a.id: a for a in incident.accounts}
        self.number: dict[str, int] = {a.id: n for n, a in enumerate(incident.accounts)}
        self.claim: dict[str, Claim] = {c.id: c for c in incident.claims}
        self.entity: dict[str, Entity] = {e.id: e for e in incident.entities}
        self.figure: dict[str, Figure] = {f.id: f for f in incident.figures}

    def letter(self, account: str) -> str:
        """The letter of the account with this id: its own, or that of its place in the list; ``?`` if unknown."""
        found = self.account.get(account)
        return "?" if found is None else found.letter or letters(self.number[account])

    @cached_property
    def _readings(self) -> dict[str, list[Reading]]:
        out: dict[str, list[Reading]] = {}
        for reading in self.incident.readings:
            out.setdefault(reading.issue, []).append(reading)
        for found in out.values():
            found.sort(key=lambda r: (-len(r.witnesses), sorted(self.number.get(w, 10**6) for w in r.witnesses), r.id))
        return out

    @cached_property
    def _strengths(self) -> Strengths:
        return Strengths(self.incident)

    @cached_property
    def _comparisons(self) -> dict[str, list[Comparison]]:
        out: dict[str, list[Comparison]] = {}
        for comparison in self.incident.comparisons:
            out.setdefault(comparison.issue, []).append(comparison)
        return out

    @cached_property
    def _by_question(self) -> dict[str, list[Claim]]:
        out: dict[str, list[Claim]] = {}
        for claim in self.incident.claims:
            out.setdefault(claim.question, []).append(claim)
        return out

    def readings(self, issue: Issue) -> list[Reading]:
        """Readings of an issue, most witnesses first; a reading's number is its place here plus 1."""
        return self._readings.get(issue.id, [])

    def comparisons(self, issue: Issue) -> list[Comparison]:
        """Comparisons between the readings of an issue, strongest verdict first; of one verdict, the strongest pair."""
        return sorted(self._comparisons.get(issue.id, []), key=self._strengths.order)

    def claims(self, reading: Reading) -> list[Claim]:
        """The claims of a reading, in the order of the accounts."""
        found = [self.claim[c] for c in reading.claims if c in self.claim]
        return sorted(found, key=lambda c: (self.number.get(c.account, 10**6), c.id))

    def set_aside(self, issue: Issue) -> list[Claim]:
        """Claims that answer the issue's question but stand in none of its readings."""
        held = {c for r in self.readings(issue) for c in r.claims}
        found = [c for c in self._by_question.get(issue.question.iri, []) if c.id not in held]
        return sorted(found, key=lambda c: (self.number.get(c.account, 10**6), c.id))

    def witnesses(self, reading: Reading) -> list[str]:
        """Letters of the accounts that hold a reading, in the order of the accounts."""
        known = sorted((w for w in set(reading.witnesses) if w in self.account), key=self.number.__getitem__)
        return [self.letter(w) for w in known]

    @cached_property
    def _ordered(self) -> list[Issue]:
        return [i for i in issue_order(self.incident) if self.readings(i)]

    def issues(self) -> list[Issue]:
        """Issues that have a reading, what matters most first (as ``comparison.issue_order`` has it)."""
        return self._ordered
