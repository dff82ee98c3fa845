"""What a voter is, and what it gives: votes that are added to those of the rules and never replace them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from incident_graph.extraction.evidence import ClaimVote
from incident_graph.names.mention import NameMention
from incident_graph.profile import Profile
from incident_graph.text.document import Document

#: Told what is being done, how much of it is done, and of how much.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Votes:
    """What a voter found in all accounts.

    ``names`` carry votes (class, weight, rule) of this voter alone; ``claims`` have values that are a span and a label,
    a kind or a yes, not yet tied to names and figures; ``rejected`` says in words what it proposed that was not
    believed, and why.
    """

    names: tuple[NameMention, ...] = ()
    claims: tuple[ClaimVote, ...] = ()
    rejected: tuple[str, ...] = ()


@runtime_checkable
class Voter(Protocol):
    """Something that reads all accounts at once and votes on names and claims."""

    @property
    def name(self) -> str:
        """The rule that its votes carry: ``spacy:NAME``, ``llm:MODEL``."""

    def vote(self, documents: Sequence[Document], profile: Profile, progress: Progress) -> Votes:
        """Votes on all ``documents``; every span lies in a sentence worth reading."""
