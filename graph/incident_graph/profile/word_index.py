"""Which questions a sentence wakes, by its words alone: an index from words to the cues that cannot match without."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from incident_graph.profile.cue import Anchor, Cue
from incident_graph.profile.question import Question

#: Words of most sentences: a cue is better looked for by its other words.
_COMMON = frozenset(
    """the a an of and or in on at to for from with by that this it its was were is are be been has have had not no as
    but who said they he she his her their one after more than into over about up out also which when""".split()
)
_UNKNOWN = 2  # the sort of place whose cue says that the answer is not known
_REMEMBERED = 1 << 17


class _Row(NamedTuple):
    """A cue: the anchors it needs, where it stands, and the anchor that what its question requires needs (or -1)."""

    needs: frozenset[int]
    context: int
    place: tuple[int, int, int]  # number of the question, sort of the cue (cue, weak, unknown), number of the cue


class WordIndex:
    """The cues of some questions, each found by the rarest of the words it needs.

    >>> from incident_graph.profile import AnswerType, CompareBy, compile_cue
    >>> cues = (compile_cue("offer~ for_sale"), compile_cue("{value} market*"))
    >>> sold = Question("q", "sold", "Sold", "Was it?", AnswerType.POLARITY, CompareBy.STANCE, True, cues=cues)
    >>> index = WordIndex([sold])
    >>> [[cue.source for cue in cues] for _, cues in index.live(index.met(["was", "offered", "for", "rent"]))]
    [['offer~ for_sale']]
    >>> index.live(index.met(["was", "sold"]))
    []
    """

    def __init__(self, questions: Sequence[Question]) -> None:
        self._questions = questions
        self._numbers: dict[Anchor, int] = {}
        self._needs: dict[str, frozenset[int]] = {}
        self._seen: dict[str, tuple[int, ...]] = {}
        self._by_need: dict[int, list[_Row]] = {}
        self._by_context: dict[int, list[_Row]] = {}
        self._always: list[_Row] = []
        for number, question in enumerate(questions):
            context = _context(question.requires)
            at_context = -1 if context is None else self._number(context)
            for sort, cues in enumerate((question.cues, question.weak_cues, question.unknown_cues)):
                for at, cue in enumerate(cues):
                    needs = frozenset(self._number(anchor) for anchor in cue.anchors)
                    row = _Row(needs, at_context, (number, sort, at))
                    if cue.anchors and (context is None or _commonness(_rarest(cue)) <= _commonness(context)):
                        self._by_need.setdefault(self._number(_rarest(cue)), []).append(row)
                    elif context is not None:
                        self._by_context.setdefault(at_context, []).append(row)
                    else:
                        self._always.append(row)
                    self._needs[cue.source] = needs
            for cue in (*question.anti_cues, *question.requires):
                self._needs[cue.source] = frozenset(self._number(anchor) for anchor in cue.anchors)
        self._exact: dict[str, list[int]] = {}
        self._beginnings: dict[str, list[int]] = {}
        for anchor, number in self._numbers.items():
            for word in anchor.words:
                self._exact.setdefault(word, []).append(number)
            for beginning in anchor.beginnings:
                self._beginnings.setdefault(beginning, []).append(number)

    def met(self, words: Iterable[str]) -> frozenset[int]:
        """The numbers of the anchors that a sentence of these words (see ``words_of``) meets."""
        return frozenset([number for word in words for number in self._met(word)])

    def could_match(self, cue: Cue, met: frozenset[int]) -> bool:
        """As ``Cue.could_match``, for a cue of these questions and what the words of a sentence meet."""
        return self._needs[cue.source] <= met

    def live(self, met: frozenset[int], lead: frozenset[int] = frozenset()) -> list[tuple[Question, list[Cue]]]:
        """The questions that a sentence which meets this might answer, with the cues that could match.

        What a question requires may also be met by the line that opens the sentence's list: ``lead``. A question is
        live without cues when only wording that says its answer is not known could match.
        """
        around = met | lead
        rows = [
            *self._always,
            *[row for number in met if number in self._by_need for row in self._by_need[number]],
            *[row for number in around if number in self._by_context for row in self._by_context[number]],
        ]
        found: dict[int, list[Cue]] = {}
        for number, sort, at in sorted(
            [place for needs, context, place in rows if needs <= met and (context < 0 or context in around)]
        ):
            cues = found.setdefault(number, [])
            if sort < _UNKNOWN:
                question = self._questions[number]
                cues.append((question.cues, question.weak_cues)[sort][at])
        return [(self._questions[number], cues) for number, cues in found.items()]

    def _number(self, anchor: Anchor) -> int:
        return self._numbers.setdefault(anchor, len(self._numbers))

    def _met(self, word: str) -> tuple[int, ...]:
        """The anchors that a word meets."""
        known = self._seen.get(word)
        if known is None:
            begun = (self._beginnings.get(word[:length], ()) for length in range(1, len(word) + 1))
            known = tuple({*self._exact.get(word, ()), *(number for numbers in begun for number in numbers)})
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            self._seen[word] = known
        return known


def _commonness(anchor: Anchor) -> tuple[int, int]:
    """How often one may expect an anchor to be met: by its common words, then by how many words it lists."""
    return len(anchor.words & _COMMON), len(anchor.words) + len(anchor.beginnings)


def _rarest(cue: Cue) -> Anchor:
    return min(cue.anchors, key=_commonness)


def _context(requires: Sequence[Cue]) -> Anchor | None:
    """One anchor that is met wherever one of the cues could match; ``None`` where that is anywhere."""
    if not requires or not all(cue.anchors for cue in requires):
        return None
    anchors = [_rarest(cue) for cue in requires]
    return Anchor(
        frozenset[str]().union(*(anchor.words for anchor in anchors)),
        frozenset[str]().union(*(anchor.beginnings for anchor in anchors)),
    )
