"""The whole of what a graph holds about one incident, as plain objects; ``rdf`` writes it and reads it back."""

from dataclasses import dataclass
from enum import Enum

from incident_graph.accounts import Account
from incident_graph.model.claim import Claim
from incident_graph.model.entity import Entity, Figure
from incident_graph.model.grade import Grade
from incident_graph.profile import Kind, Question


class Verdict(Enum):
    """What two readings are to each other, weakest first; an issue's verdict is its strongest pair's."""

    SINGLE = "SingleAccount"
    AGREES = "Agrees"
    REFINES = "Refines"
    UPDATES = "Updates"
    COMPLEMENTS = "Complements"
    DIFFERS_UNLESS_LATER = "DiffersUnlessLater"
    MAY_CONFLICT = "MayConflict"
    CONTESTS = "Contests"
    CONFLICTS = "Conflicts"

    @property
    def strength(self) -> int:
        """Rank from 0 (SingleAccount) to 8 (Conflicts).

        >>> max([Verdict.REFINES, Verdict.CONFLICTS, Verdict.AGREES], key=lambda v: v.strength)
        <Verdict.CONFLICTS: 'Conflicts'>
        """
        return _STRENGTH[self._value_]


_STRENGTH = {verdict.value: rank for rank, verdict in enumerate(Verdict)}


@dataclass(frozen=True)
class Reading:
    """Claims of one issue that give the same value; the accounts that hold it are its witnesses."""

    id: str
    issue: str
    label: str
    claims: tuple[str, ...]  # ids
    witnesses: tuple[str, ...]  # account ids
    independent_witnesses: int = 1


@dataclass(frozen=True)
class Comparison:
    """The verdict on two readings of one issue. For REFINES, ``left`` is the narrower; for UPDATES, the later.
    ``rests_on`` says in words what a conflict presupposes ("if there was one listing"), ``because`` why the two have
    their verdict, and ``reconciliation`` what would reconcile them, where something can. ``ways`` are those by which
    both sides are found and those that call the difference itself, sorted; ``grade`` says whether they are enough, and
    ``reason`` why, in plain words."""

    id: str
    issue: str
    left: str
    right: str
    verdict: Verdict
    rests_on: str = ""
    weak: bool = False  # one side is hedged or only attributed
    ways: tuple[str, ...] = ()
    grade: Grade = Grade.TENTATIVE
    reason: str = ""
    because: str = ""
    reconciliation: str = ""
    rank: int = 0  # place among what is to be checked, the first being 1; 0 for all else


@dataclass(frozen=True)
class Issue:
    """One question asked of one incident."""

    id: str  # "issue-listed-on"
    question: Question
    verdict: Verdict
    silent: tuple[str, ...] = ()  # ids of accounts without a claim


@dataclass(frozen=True)
class Incident:
    """Everything a graph holds."""

    title: str
    base: str  # IRI prefix of the data, ends in "/"
    accounts: tuple[Account, ...] = ()
    entities: tuple[Entity, ...] = ()
    figures: tuple[Figure, ...] = ()
    claims: tuple[Claim, ...] = ()
    issues: tuple[Issue, ...] = ()
    readings: tuple[Reading, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    kinds: tuple[Kind, ...] = ()  # the concepts that claims use
    profiles: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()  # what was proposed and not believed, in words: the run report
    credits: tuple[tuple[str, str], ...] = ()  # ids of accounts: the first names the second as its source
    reuses: tuple[tuple[str, str], ...] = ()  # ids of accounts that share text: the later, then the earlier
