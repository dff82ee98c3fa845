"""Questions and kinds, as profiles declare them. (Skeleton: cues are added by the profile room's author.)"""

from dataclasses import dataclass, field
from enum import Enum


class AnswerType(Enum):
    """What sort of value answers a question."""

    ENTITY = "Entity"  # a named entity, or a description known by its kinds
    KIND = "Kind"  # a concept of the profile
    QUANTITY = "Quantity"
    PERIOD = "Period"
    POLARITY = "Polarity"  # yes or no
    PHRASE = "Phrase"  # the account's own noun phrase or clause


class CompareBy(Enum):
    """How two answers to a question are compared."""

    IDENTITY = "Identity"  # named things differ when they are not the same entity; unnamed ones by their kinds
    KIND = "Kind"
    NUMBER = "Number"
    PERIOD = "Period"
    STANCE = "Stance"  # yes/no: the polarity of what is said
    NOTHING = "Nothing"  # answers are listed side by side and never set against each other


@dataclass(frozen=True)
class Question:
    """What accounts may answer about an incident; everything comes from the ontology, nothing from code."""

    iri: str
    name: str  # local name, "listedOn"
    label: str  # "Where it was offered"
    text: str  # "Where were the data offered?"
    answer: AnswerType
    compare_by: CompareBy
    one_answer: bool
    order: int = 1000
    group: str = ""
    tolerance: float = 0.0  # relative, for CompareBy.NUMBER
    answer_classes: tuple[str, ...] = ()  # IRIs of classes or concepts an answer may have


@dataclass(frozen=True)
class Kind:
    """A class or concept a thing may be said to be: a Chinese website, a charity, a dark-web marketplace."""

    iri: str
    label: str
    labels: tuple[str, ...] = ()  # all the words it goes by
    wider: tuple[str, ...] = ()
    disjoint: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kinds:
    """The hierarchy of kinds of the profiles in use, closed upward."""

    by_iri: dict[str, Kind] = field(default_factory=dict)

    def ancestors(self, iri: str) -> frozenset[str]:
        """``iri`` itself and every kind wider than it."""
        found: set[str] = set()
        todo = [iri]
        while todo:
            node = todo.pop()
            if node not in found:
                found.add(node)
                todo += self.by_iri[node].wider if node in self.by_iri else ()
        return frozenset(found)

    def is_a(self, narrow: str, wide: str) -> bool:
        """Whether everything that is a ``narrow`` is a ``wide``."""
        return wide in self.ancestors(narrow)

    def disjoint(self, a: str, b: str) -> bool:
        """Whether nothing can be both: declared of the two or of kinds wider than them, in either direction."""
        up_a, up_b = self.ancestors(a), self.ancestors(b)
        return any(set(self.by_iri[x].disjoint) & up_b for x in up_a if x in self.by_iri) or any(
            set(self.by_iri[x].disjoint) & up_a for x in up_b if x in self.by_iri
        )
