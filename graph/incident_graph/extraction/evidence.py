"""What extraction finds in the accounts, before names are entities and votes are claims."""

from typing import NamedTuple

from incident_graph.accounts import Excerpt
from incident_graph.names.mention import NameMention
from incident_graph.values import Period, Quantity

#: The rule of a figure that is a statement that there were none.
ZERO = "zero"


class FigureMention(NamedTuple):
    """A quantity or period in an account. ``excerpt`` covers number, unit and counted noun ("approximately 500,000 UK
    patients"); ``core`` covers the number or date alone."""

    excerpt: Excerpt
    core: Excerpt
    value: Quantity | Period
    measures: str = ""  # counted noun phrase as written
    noun: str = ""  # its head: singular, lower case
    role: str = "incident"  # incident · background · hypothetical
    subset_of: int | None = None  # start of the core of the figure this one is part of
    rules: tuple[str, ...] = ()


class Candidate(NamedTuple):
    """Something in a sentence that could be an answer: a name, a description, a kind, a figure, a phrase, or a yes.

    Offsets are absolute. For a description ``start``..``end`` is the whole noun phrase; ``label`` is how it is shown.
    """

    start: int
    end: int
    label: str
    name: NameMention | None = None
    figure: FigureMention | None = None
    kind: str | None = None  # for kind answers: IRI of the concept
    kinds: frozenset[str] = frozenset()
    attributes: frozenset[tuple[str, str]] = frozenset()
    polarity: bool | None = None
    phrase: bool = False
    words: str = ""  # a kind as the account words it
    gapped: bool = False  # a kind: other words may stand between those of its label
    tail: int = 0  # where the counted noun of a figure ends, when the number ends before it

    @property
    def is_none(self) -> bool:
        """Whether its own words say that there were none: the "no" of "no deaths" denies nothing else."""
        return self.figure is not None and ZERO in self.figure.rules


class Voice(NamedTuple):
    """One who is said to say it: the mention as written, and the words that name whom it stands for, if others do."""

    mention: Excerpt
    whom: Excerpt | None = None


class ClaimVote(NamedTuple):
    """One proposal that an account answers a question, before names are entities and equal votes are one claim."""

    account: str
    question: str  # IRI
    value: Candidate
    evidence: Excerpt
    stance: str  # value of model.Stance
    hedge: str = ""  # hedging words as written; empty: plain
    voices: tuple[Voice, ...] = ()  # who is said to say it, the outermost first
    tier: str = "B"
    rules: tuple[str, ...] = ()
    attributed: bool = False  # somebody is quoted, whether or not the grammar tells who
    way: str = "cue"  # the way that found it: one of model.grade.WAYS
    moment: str = ""  # of the live blog's post that gives it

    @property
    def speaker(self) -> Excerpt | None:
        """The mention of the outermost speaker."""
        return self.voices[0].mention if self.voices else None
