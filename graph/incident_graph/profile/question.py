"""Questions, as profiles declare them."""

from dataclasses import dataclass
from enum import Enum

from incident_graph.profile.cue import Cue


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
    """What accounts may answer about an incident; everything comes from the ontology, nothing from code.

    ``answer_classes`` are local names of entity classes (``"Platform"``) a named answer may have; ``answer_kinds`` IRIs
    of kinds, each standing for itself and all narrower ones; ``counts`` the units or head nouns of figures;
    ``requires`` must be found in the sentence (or its lead-in) for a cue to count; ``anti_cues`` must not.
    """

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
    answer_classes: tuple[str, ...] = ()
    answer_kinds: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()
    roles: tuple[str, ...] = ()  # IRIs of roles of frames: whoever fills one answers
    weak_cues: tuple[Cue, ...] = ()  # give way to what other cues find in the same account
    anti_cues: tuple[Cue, ...] = ()
    unknown_cues: tuple[Cue, ...] = ()  # wording that says the answer is not known
    other_cues: tuple[Cue, ...] = ()  # wording that gives an answer of no declared kind, in the account's own words
    requires: tuple[Cue, ...] = ()
    counts: tuple[str, ...] = ()
    per_noun: bool = False  # figures of different nouns in ``counts`` are of different bases: passengers, crew
    unit: str = ""  # figures of any unit in ``counts`` are compared as this one
    rests_on: str = ""
    over_time: str = ""  # how the count goes with time: "grows", "varies" (up and down), or "" (it stays)
    any_role: bool = False  # background and general passages may answer it too
    naming: bool = False  # to name it is to answer: stance and hedges do not matter
    accuses: tuple[str, ...] = ()  # sorts of role that an answer must be tied to in grammar: "deed", "fault"
    lends: tuple[str, ...] = ()  # IRIs of kinds that whoever is named in answer is of: who held the data is a holder
    stands_before: frozenset[str] = frozenset()  # nouns before which an answer may stand: "paint *store*"
    deed: bool = False  # a yes says that something was done: purposes, conditions and attempts say no such thing
    suffered: bool = False  # what is counted underwent it: who did it, or was held for it, is not counted
    specialises: tuple[str, ...] = ()  # IRIs of questions this one replaces when both are loaded
    profile: str = ""
