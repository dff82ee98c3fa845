"""A profile: the questions, kinds and aliases of one sort of incident, or of several loaded together."""

from dataclasses import dataclass, field
from functools import cached_property

from incident_graph.profile.deed import Deed
from incident_graph.profile.kinds import Kinds
from incident_graph.profile.question import Question
from incident_graph.profile.word_index import WordIndex


@dataclass(frozen=True)
class Profile:
    """Questions by IRI in the order they are shown, with everything they share.

    ``aliases`` maps a folded surface to the name it stands for; ``gazetteer`` a surface to its entity class; ``deeds``
    are what happens in an incident of this sort; ``disjoint_kinds`` and hierarchy are in ``kinds``.
    """

    names: tuple[str, ...]
    questions: dict[str, Question] = field(default_factory=dict)
    kinds: Kinds = field(default_factory=Kinds)
    gazetteer: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    deeds: dict[str, tuple[Deed, ...]] = field(default_factory=dict)  # profile name -> deeds
    labels: dict[str, str] = field(default_factory=dict)  # profile name -> label
    abouts: dict[str, str] = field(default_factory=dict)  # profile name -> one sentence

    @cached_property
    def by_words(self) -> WordIndex:
        """Which questions the words of a sentence wake."""
        return WordIndex(tuple(self.questions.values()), self.kinds)
