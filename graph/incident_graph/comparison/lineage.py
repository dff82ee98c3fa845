"""Whom an account relies on: the parties whose word it passes on, and its own voice."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from incident_graph.model import Claim, Incident

#: So many parties are named of one account.
MOST_PARTIES = 5

_PRONOUNS = frozenset(
    "i he him his she her hers it its we us our they them their theirs who whom this that those these "
    "one some many most others another both all".split()
)


@dataclass(frozen=True)
class Lineage:
    """``parties`` whose word an account passes on, most often first; ``credit``: the source it credits for the whole
    of it; ``own``: how many of its ``claims`` it makes in its own voice."""

    parties: tuple[str, ...] = ()
    credit: str = ""
    own: int = 0
    claims: int = 0

    @property
    def words(self) -> str:
        """For a reader, in one line.

        >>> Lineage(("the union", "police"), "", 3, 9).words
        'the union · police · own voice'
        >>> Lineage((), "Nord Wire", 4, 4).words
        'Nord Wire (credited) · own voice'
        """
        told = [f"{self.credit} (credited)"] if self.credit else []
        told += [party for party in self.parties if party.casefold() != self.credit.casefold()]
        return " · ".join([*told, "own voice"] if self.own else told)

    @property
    def leader(self) -> str:
        """The one whose word the account mostly repeats; ``""`` where it mostly speaks in its own voice.

        >>> Lineage(("the union",), "", 3, 9).leader, Lineage(("the union",), "", 6, 9).leader
        ('the union', '')
        """
        if self.credit:
            return self.credit
        return self.parties[0] if self.parties and self.own * 2 < self.claims else ""


def lineages(incident: Incident) -> dict[str, Lineage]:
    """The lineage of each account, by its id."""
    names = {entity.id: entity.label for entity in incident.entities}
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in incident.claims:
        told[claim.account].append(claim)
    found = {}
    for account in incident.accounts:
        claims = told[account.id]
        parties: Counter[str] = Counter()
        for claim in claims:
            parties.update(dict.fromkeys(_parties(claim, names), 1))
        often = sorted(parties, key=lambda party: (-parties[party], party))
        found[account.id] = Lineage(
            tuple(often[:MOST_PARTIES]), account.credit or "", sum(c.own_voice for c in claims), len(claims)
        )
    return found


def _parties(claim: Claim, names: dict[str, str]) -> list[str]:
    """Who is said to say it; a pronoun that stands for nobody known names nobody."""
    said = []
    for speaker in claim.speakers:
        name = names.get(speaker.entity or "", "") or " ".join(speaker.shown.split())
        if name and name.casefold() not in _PRONOUNS:
            said.append(name)
    return said
