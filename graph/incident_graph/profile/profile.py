"""A profile: the questions, kinds and aliases of one sort of incident, or of several loaded together."""

from collections.abc import Mapping
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

    @cached_property
    def by_role(self) -> Mapping[str, tuple[Question, ...]]:
        """The questions that whoever fills a role of a frame answers, by the IRI of the role."""
        found: dict[str, tuple[Question, ...]] = {}
        for question in self.questions.values():
            for role in question.roles:
                found[role] = (*found.get(role, ()), question)
        return found
