"""Which questions a sentence wakes, by its words and by what was found in it, before any cue is tried."""

from collections.abc import Collection, Iterable, Sequence
from functools import reduce
from operator import or_

from incident_graph.profile.anchors import Anchor, AnchorIndex, Anchors, rarest
from incident_graph.profile.cue import Cue
from incident_graph.profile.kinds import Kinds
from incident_graph.profile.question import AnswerType, Question

_UNKNOWN = 2  # the sort of place whose cue says that the answer is not known, or gives one of no declared kind
_FOUND = frozenset({AnswerType.ENTITY, AnswerType.KIND, AnswerType.QUANTITY, AnswerType.PERIOD})

#: Number of the question, sort of the cue (cue, weak, unknown), number of the cue, and the anchor of what the question
#: requires (0: none).
_Place = tuple[int, int, int, int]


class WordIndex:
    """The cues of some questions, each found by the rarest of the words it needs.

    >>> from incident_graph.profile import AnswerType, CompareBy, compile_cue
    >>> cues = (compile_cue("offer~ for_sale"), compile_cue("{value} market*"))
    >>> sold = Question("q", "sold", "Sold", "Was it?", AnswerType.POLARITY, CompareBy.STANCE, True, cues=cues)
    >>> index = WordIndex([sold], Kinds())
    >>> [[cue.source for cue in cues] for _, cues in index.live(["was", "offered", "for", "rent"])]
    [['offer~ for_sale']]
    >>> index.live(["was", "sold"])
    []
    """

    def __init__(self, questions: Sequence[Question], kinds: Kinds) -> None:
        self._questions = questions
        self._anchors = Anchors()
        self._index: AnchorIndex[_Place] = AnchorIndex(self._anchors)
        self._required: AnchorIndex[_Place] = AnchorIndex(self._anchors)  # found by what the question requires
        self._needs: dict[str, int] = {}
        self._values: dict[str, list[int]] = {}
        self._any_quantity: list[int] = []
        self._any_period: list[int] = []
        for number, question in enumerate(questions):
            context = _context(question.requires)
            value = self._value(question, kinds) if question.answer in _FOUND else 0
            for sort, cues in enumerate(
                (question.cues, question.weak_cues, (*question.unknown_cues, *question.other_cues))
            ):
                for at, cue in enumerate(cues):
                    self._add(cue, (number, sort, at), context, value if cue.has_slot and sort < _UNKNOWN else 0)
            for cue in (*question.anti_cues, *question.requires):
                self._note_needs(cue)

    def _note_needs(self, cue: Cue) -> None:
        self._needs[cue.source] = reduce(or_, (1 << self._anchors.number(anchor) for anchor in cue.anchors), 0)

    def _add(self, cue: Cue, place: tuple[int, int, int], context: Anchor | None, value: int) -> None:
        self._note_needs(cue)
        also = [value] if value else []
        at_context = self._anchors.number(context) if context else 0
        if context and (not cue.anchors or context.commonness < rarest(cue.anchors).commonness):
            self._required.add((*place, at_context), cue.anchors, also=also, lead=at_context)
        else:
            self._index.add((*place, at_context), cue.anchors, also=also)

    def _value(self, question: Question, kinds: Kinds) -> int:
        """The number that is met where something stands that could answer the question."""
        value = self._anchors.free_number()
        if question.answer is AnswerType.PERIOD:
            self._any_period.append(value)
        elif question.answer is AnswerType.QUANTITY and not question.counts:
            self._any_quantity.append(value)
        elif question.answer is AnswerType.QUANTITY:
            for count in question.counts:
                self._values.setdefault(count, []).append(value)
        else:
            classes = question.answer_classes if question.answer is AnswerType.ENTITY else ()
            for name in (*kinds.under(question.answer_kinds), *classes):
                self._values.setdefault(name, []).append(value)
        return value

    def met(self, words: Iterable[str]) -> int:
        """What the words of a sentence (see ``words_of``) meet of what the cues need, as ``Anchors.met`` gives it."""
        return self._anchors.met(words)

    def values(self, names: Iterable[str], *, quantity: bool = False, period: bool = False) -> list[int]:
        """What is met by things found in a sentence: by kinds, by classes of names, by what quantities count; and
        whether there is any ``quantity`` or ``period``."""
        met = [number for name in names if name in self._values for number in self._values[name]]
        return [*met, *(self._any_quantity if quantity else ()), *(self._any_period if period else ())]

    def could_match(self, cue: Cue, met: int) -> bool:
        """As ``Cue.could_match``, for a cue of these questions and what the words of a sentence meet."""
        return not self._needs[cue.source] & ~met

    def live(
        self, words: Sequence[str], values: Collection[int] = (), lead: Sequence[str] = (), met: int | None = None
    ) -> list[tuple[Question, list[Cue]]]:
        """The questions that a sentence of these ``words`` might answer, with the cues that could match.

        ``values``: what things found in it meet. What a question requires may also stand in the line that opens the
        sentence's list: ``lead``, its words. ``met`` is what ``met`` gives for the words, if known. A question is live
        without cues when only wording that says its answer is not known could match.
        """
        met = self.met(words) if met is None else met
        for number in values:
            met |= 1 << number
        around = met | self._anchors.met(lead) if lead else met
        places = self._index.live(words, met, values)
        places |= self._required.live((*words, *lead), met)
        found: dict[int, list[Cue]] = {}
        for number, sort, at, context in sorted(places):
            if context and not around >> context & 1:
                continue
            cues = found.setdefault(number, [])
            if sort < _UNKNOWN:
                question = self._questions[number]
                cues.append((question.cues, question.weak_cues)[sort][at])
        return [(self._questions[number], cues) for number, cues in found.items()]


def _context(requires: Sequence[Cue]) -> Anchor | None:
    """One anchor that is met wherever one of the cues could match; ``None`` where that is anywhere."""
    if not requires or not all(cue.anchors for cue in requires):
        return None
    anchors = [rarest(cue.anchors) for cue in requires]
    return Anchor(
        frozenset[str]().union(*(anchor.words for anchor in anchors)),
        frozenset[str]().union(*(anchor.beginnings for anchor in anchors)),
    )
