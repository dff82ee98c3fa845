"""A profile: the questions, kinds and aliases of one sort of incident, or of several loaded together."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from incident_graph.profile.cue import Cue
from incident_graph.profile.kinds import Kinds
from incident_graph.profile.question import Question


@dataclass(frozen=True)
class Profile:
    """Questions by IRI in the order they are shown, with everything they share.

    ``aliases`` maps a folded surface to the name it stands for; ``gazetteer`` a surface to its entity class; ``signs``
    are wordings that tell that an incident is of this sort; ``disjoint_kinds`` and hierarchy are in ``kinds``.
    """

    names: tuple[str, ...]
    questions: dict[str, Question] = field(default_factory=dict)
    kinds: Kinds = field(default_factory=Kinds)
    gazetteer: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    signs: dict[str, tuple[Cue, ...]] = field(default_factory=dict)  # profile name -> signs
    labels: dict[str, str] = field(default_factory=dict)  # profile name -> label
    abouts: dict[str, str] = field(default_factory=dict)  # profile name -> one sentence
    _table: "dict[str, list[_Place]]" = field(default_factory=dict, compare=False, repr=False)

    def live(self, words: frozenset[str]) -> "list[tuple[Question, list[Cue]]]":
        """The questions that a sentence of these words (lower case) might answer, with the cues that could match.

        A question is also live, without cues, when only wording that says its answer is not known could match.
        """
        questions = list(self.questions.values())
        if not self._table:
            self._table.update(_table(questions))
        places = {place for word in (*words, "") for place in self._table.get(word, ())}
        found: dict[int, list[Cue]] = {}
        for number, sort, at in sorted(places):
            question = questions[number]
            cue = (question.cues, question.weak_cues, question.unknown_cues)[sort][at]
            if cue.could_match(words):
                cues = found.setdefault(number, [])
                if sort < _UNKNOWN:
                    cues.append(cue)
        return [(questions[number], cues) for number, cues in found.items()]


#: Number of the question, sort of the cue (cue, weak cue, unknown cue), number of the cue.
_Place = tuple[int, int, int]
_UNKNOWN = 2


def _table(questions: Sequence[Question]) -> dict[str, list[_Place]]:
    """Where each word points: to the cues that cannot match without it or one of its fellows; "" to those without."""
    table: dict[str, list[_Place]] = {}
    for number, question in enumerate(questions):
        for sort, cues in enumerate((question.cues, question.weak_cues, question.unknown_cues)):
            for at, cue in enumerate(cues):
                for word in min(cue.anchors, key=len, default=frozenset({""})):
                    table.setdefault(word, []).append((number, sort, at))
    return table
