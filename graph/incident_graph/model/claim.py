"""A claim: one answer that one account gives to one question, tied to the words that give it."""

import re
from dataclasses import dataclass
from enum import Enum

from incident_graph.accounts import Excerpt
from incident_graph.model.grade import CUE, Grade
from incident_graph.values import Period, Quantity


class Stance(Enum):
    """What the account does with the answer."""

    ASSERTS = "Asserts"
    DENIES = "Denies"
    NO_EVIDENCE = "NoEvidence"
    UNKNOWN = "Unknown"


class Certainty(Enum):
    """Whether it is said flatly or with a hedge."""

    PLAIN = "Plain"
    HEDGED = "Hedged"


@dataclass(frozen=True)
class Answer:
    """What a claim says, normalised: a named entity, a description, a kind, a figure, yes or no, or a phrase.

    Exactly one of ``entity``, ``figure``, ``kind``, ``polarity`` or ``phrase`` names the RDF value node; ``kinds`` are
    IRIs of the kinds stated of the thing (or, for a kind, itself); ``attributes`` are functional attributes stated of
    it, such as ``("country", "CN")``; a differing one makes two things different.
    """

    label: str
    entity: str | None = None  # id of a named Entity or a description (Entity with named=False)
    named: bool = False
    figure: str | None = None  # id of a Figure
    quantity: Quantity | None = None
    period: Period | None = None
    kind: str | None = None  # IRI of a concept
    polarity: bool | None = None
    phrase: str | None = None  # folded words, for phrase answers
    kinds: frozenset[str] = frozenset()
    attributes: frozenset[tuple[str, str]] = frozenset()
    basis: str = ""  # what a figure counts or when a period is: figures of different bases are never in conflict


_PRONOUNS = frozenset("i he him his she her hers it its we us our they them their theirs who whom whose which".split())
_ARTICLE = re.compile(r"(?:The|An?)(?=\s+[^\W\d_A-Z])")  # before a word in lower case: not that of a name


@dataclass(frozen=True)
class Speaker:
    """Who is said to say it. An unnamed speaker belongs to its account and is never merged with another's."""

    label: str  # as written: "the seller", "Recorded Future", "he"
    entity: str | None = None  # id of the named entity, if it has one
    excerpt: Excerpt | None = None
    whom: Excerpt | None = None  # the words that name whom a pronoun or a description stands for

    @property
    def known_as(self) -> str:
        """The words that tell who it is: those that a pronoun or a description stands for, else those as written."""
        return self.whom.text if self.whom is not None else self.label

    @property
    def shown(self) -> str:
        """How a reader is told who speaks: not by a pronoun where it is known who that is, nor by a capital article.

        >>> Speaker("He", whom=Excerpt("a", 0, 8, "Tom Hald")).shown, Speaker("The crew").shown
        ('Tom Hald', 'the crew')
        >>> Speaker("The captain", whom=Excerpt("a", 0, 8, "Tom Hald")).shown, Speaker("The Herald").shown
        ('the captain (Tom Hald)', 'The Herald')
        """
        label = _uncapitalised(self.label)
        if self.whom is None:
            return label
        whom = _uncapitalised(self.whom.text)
        return whom if self.label.casefold() in _PRONOUNS else f"{label} ({whom})"


def _uncapitalised(name: str) -> str:
    """A description without the capital that its article has at the start of a sentence."""
    return name[0].lower() + name[1:] if _ARTICLE.match(name) else name


@dataclass(frozen=True)
class Claim:
    """One answer that one account gives to one question.

    ``evidence`` holds one or more excerpts, best first; ``speakers`` say it one within the other, the outermost first;
    ``attributed``: somebody is said to say it, and the account's grammar does not tell who; ``tier`` is A (explicit), B
    (inferred from one cue) or C (weak: headline only, a single loose cue); ``rules`` name what fired. ``ways`` are the
    ways that found it, sorted; comparison adds ``agreement`` and sets the ``grade`` that follows from them, and the
    ``origin``.
    """

    id: str
    account: str
    question: str  # IRI
    answer: Answer
    evidence: tuple[Excerpt, ...]
    stance: Stance = Stance.ASSERTS
    certainty: Certainty = Certainty.PLAIN
    hedge: str = ""
    speakers: tuple[Speaker, ...] = ()
    tier: str = "B"
    rules: tuple[str, ...] = ()
    basis: str = ""  # the stretch of time, part or population the claim is about, when it is not the whole
    moment: str = ""  # when a live blog posted it, last if more than once: "2025-03-03T18:40", "T18:40" of no known day
    yields_to: str | None = None  # id of a stronger claim of the same account that it gives way to (set by comparison)
    ways: tuple[str, ...] = (CUE,)
    grade: Grade = Grade.TENTATIVE
    attributed: bool = False
    origin: str = ""  # id of the named party whose word it is, else of its account, or of that which it relies on

    @property
    def own_voice(self) -> bool:
        """Whether the account says it itself."""
        return not self.speakers and not self.attributed


def spoken_by(claim: Claim) -> str:
    """Who says a claim, as part of its id; empty for the account itself."""
    return " > ".join(speaker.known_as for speaker in claim.speakers) or ("somebody" if claim.attributed else "")
