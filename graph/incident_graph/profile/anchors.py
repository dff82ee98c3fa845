"""Anchors: the words that a cue or a label cannot match without, and an index from words to what they could match."""

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_
from typing import Generic, TypeVar

_WORD = re.compile(r"[^\W_]+")
#: Letters that match i and s where case does not count, and that ``lower`` leaves alone or makes two of.
_CASELESS = str.maketrans({"İ": "i", "ı": "i", "ſ": "s"})
_REMEMBERED = 1 << 17
#: Words of most sentences: what needs another word, too, is better looked for by that.
_COMMON = frozenset(
    """the a an of and or in on at to for from with by that this it its was were is are be been has have had not no as
    but who said they he she his her their one after more than into over about up out also which when""".split()
)


def lower(text: str) -> str:
    """``text`` in lower case, of the same length, as a search without regard to case sees it.

    >>> lower("ICO"), len(lower("İzmir"))
    ('ico', 5)
    """
    return text.lower() if text.isascii() else text.translate(_CASELESS).lower()


@lru_cache(maxsize=256)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, each time they stand there, the parts of hyphened ones by themselves.

    >>> words_of("The third-party ICO")
    ('the', 'third', 'party', 'ico')
    """
    return tuple(_WORD.findall(lower(text)))


def word_spans(text: str) -> list[tuple[int, int]]:
    """Where each of the words of ``words_of`` stands.

    >>> word_spans("The third-party")
    [(0, 3), (4, 9), (10, 15)]
    """
    return [match.span() for match in _WORD.finditer(lower(text))]


@dataclass(frozen=True)
class Anchor:
    """Words, lower case, of which one must be in a sentence: those listed, or any with one of the ``beginnings``."""

    words: frozenset[str] = frozenset()
    beginnings: frozenset[str] = frozenset()

    def met_by(self, words: Collection[str]) -> bool:
        """Whether one of these words is among ``words``.

        >>> Anchor(frozenset({"told"}), frozenset({"alert"})).met_by(["they", "alerted"])
        True
        """
        return not self.words.isdisjoint(words) or (
            bool(self.beginnings) and any(word.startswith(tuple(self.beginnings)) for word in words)
        )

    @classmethod
    def of(cls, openings: Iterable[str], *, begun: Iterable[str] = ()) -> "Anchor | None":
        """The anchor of what opens with one of ``openings``, or with a word begun by one of ``begun``; ``None`` where
        one of them has no word.

        >>> sorted(Anchor.of(["e-mail", "letter"], begun=["cross-referenc"]).words)
        ['cross', 'e', 'letter']
        """
        words, beginnings = set[str](), set[str]()
        for opening in map(lower, openings):
            if (first := _WORD.search(opening)) is None:
                return None
            words.add(first.group())
        for opening in map(lower, begun):
            if (first := _WORD.search(opening)) is None:
                return None
            (beginnings if first.end() == len(opening) else words).add(first.group())
        return cls(frozenset(words), frozenset(beginnings))

    @property
    def commonness(self) -> tuple[int, int]:
        """How often one may expect it to be met: by its common words, then by how many words it lists."""
        return len(self.words & _COMMON), len(self.words) + len(self.beginnings)


def rarest(anchors: Sequence[Anchor]) -> Anchor:
    """The anchor that will be met least often."""
    return min(anchors, key=lambda anchor: anchor.commonness)


class _Met(dict[str, int]):
    """The numbers of the anchors that a word meets, as bits; worked out when it is first asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.exact: dict[str, int] = {}
        self.beginnings: dict[str, int] = {}
        self.longest = 0  # of the beginnings: a word may be as long as a file

    def __missing__(self, word: str) -> int:
        begun = (self.beginnings.get(word[:length], 0) for length in range(1, min(len(word), self.longest) + 1))
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = known = reduce(or_, begun, self.exact.get(word, 0))
        return known


class Anchors:
    """Anchors by number, and which of them words meet. Sets of numbers are integers: the bit of each number is set."""

    def __init__(self) -> None:
        self._numbers: dict[Anchor, int] = {}
        self._met = _Met()
        self._next = 0

    def free_number(self) -> int:
        """A number that no anchor has."""
        self._next += 1
        return self._next

    def number(self, anchor: Anchor) -> int:
        """The number of an anchor, given when it is first asked for."""
        known = self._numbers.get(anchor)
        if known is None:
            self._numbers[anchor] = known = self.free_number()
            self._met.clear()
            for words, numbers in ((anchor.words, self._met.exact), (anchor.beginnings, self._met.beginnings)):
                for word in words:
                    numbers[word] = numbers.get(word, 0) | 1 << known
            self._met.longest = max(self._met.longest, *map(len, anchor.beginnings), 0)
        return known

    def met(self, words: Iterable[str]) -> int:
        """The set of the anchors that these words (see ``words_of``) meet."""
        return reduce(or_, map(self._met.__getitem__, words), 0)


_T = TypeVar("_T", bound=Hashable)
_Rows = tuple[tuple[int, _T], ...]  #: what else is needed, as a set of numbers, and by what thing


class _ByWord(dict[str, _Rows[_T]]):
    """The things found by a word, worked out when it is first asked for."""

    def __init__(self, found_by: Callable[[str], _Rows[_T]]) -> None:
        super().__init__()
        self._found_by = found_by

    def __missing__(self, word: str) -> _Rows[_T]:
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = rows = self._found_by(word)
        return rows


class AnchorIndex(Generic[_T]):
    """Things that need anchors, each found by the words of the rarest of its own, or by a number that it needs."""

    def __init__(self, anchors: Anchors) -> None:
        self._anchors = anchors
        self._leads = Anchors()
        self._always: list[_T] = []
        self._by_lead: dict[int, list[tuple[int, _T]]] = {}
        self._by_number: dict[int, list[tuple[int, _T]]] = {}
        self._by_word: _ByWord[_T] = _ByWord(self._found_by)

    def add(self, thing: _T, anchors: Sequence[Anchor], *, also: Iterable[int] = (), lead: int = 0) -> None:
        """Take in what needs these anchors and ``also`` these numbers; found by number ``lead`` if one is given."""
        first = rarest(anchors) if anchors and not lead else None
        needs = [*(self._anchors.number(anchor) for anchor in anchors if anchor != first), *also]
        row = (reduce(or_, (1 << number for number in needs), 0), thing)
        self._by_word.clear()
        if first is not None:
            self._by_lead.setdefault(self._leads.number(first), []).append(row)
        elif lead or needs:
            self._by_number.setdefault(lead or min(needs), []).append(row)
        else:
            self._always.append(thing)

    def live(self, words: Iterable[str], met: int, also: Iterable[int] = ()) -> set[_T]:
        """What needs nothing but what is met: by these words (see ``words_of``), or ``also`` by things found."""
        missing = ~met
        by_word = filter(None, map(self._by_word.__getitem__, words))  # most words find nothing
        found = {thing for rows in by_word for needs, thing in rows if not needs & missing}
        found.update(self._always)
        for number in also:
            found.update(thing for needs, thing in self._by_number.get(number, ()) if not needs & missing)
        return found

    def _found_by(self, word: str) -> _Rows[_T]:
        led = [row for number in _numbers(self._leads.met((word,))) for row in self._by_lead[number]]
        led += [row for number in _numbers(self._anchors.met((word,))) for row in self._by_number.get(number, ())]
        return tuple(led)


def _numbers(bits: int) -> list[int]:
    """The numbers in a set that is written as bits, in order."""
    found = []
    while bits:
        found.append((bits & -bits).bit_length() - 1)  # the lowest bit that is set
        bits &= bits - 1
    return found
