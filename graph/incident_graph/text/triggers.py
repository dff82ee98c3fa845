"""Triggers: which of several patterns could match a text, told by its words, before any of them is tried."""

from functools import reduce
from operator import or_

from incident_graph.profile import words_of

_REMEMBERED = 1 << 17


class Triggers:
    """Patterns by name, each with words of which it needs one to match; ``*`` stands for any ending.

    Words are told apart as ``[^\\W_]+``: of "so-called" either part does, of "isn't" the ``t``. Whoever changes a
    pattern sees to its words: a test makes texts that the patterns match and asks for them.

    >>> found = Triggers(denial="denie* rejected", doubt="may might").of("The firm denies what it might have said.")
    >>> sorted(found)
    ['denial', 'doubt']
    """

    def __init__(self, **needs: str) -> None:
        self.names = frozenset(needs)
        self._announced = _Announced()
        self._sets: dict[int, frozenset[str]] = {}
        self._bits = {1 << number: name for number, name in enumerate(needs)}
        for bit, words in zip(self._bits, needs.values(), strict=True):
            for word in words.split():
                if word.endswith("*"):
                    self._announced.beginnings.append((word[:-1], bit))
                else:
                    self._announced.exact[word] = self._announced.exact.get(word, 0) | bit

    def of(self, text: str) -> frozenset[str]:
        """The names of the patterns that could match ``text``."""
        bits = reduce(or_, map(self._announced.__getitem__, words_of(text)), 0)
        known = self._sets.get(bits)
        if known is None:
            if len(self._sets) >= _REMEMBERED:
                self._sets.clear()
            self._sets[bits] = known = frozenset(name for bit, name in self._bits.items() if bits & bit)
        return known


class _Announced(dict[str, int]):
    """The patterns that each word announces, as bits; worked out when it is first asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.exact: dict[str, int] = {}
        self.beginnings: list[tuple[str, int]] = []

    def __missing__(self, word: str) -> int:
        begun = (bit for stem, bit in self.beginnings if word.startswith(stem))
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = known = reduce(or_, begun, self.exact.get(word, 0))
        return known
