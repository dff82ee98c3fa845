"""Triggers: which of several patterns could match a text, told by its words, before any of them is tried."""

from itertools import chain

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
        self._exact: dict[str, list[str]] = {}
        self._beginnings: list[tuple[str, str]] = []
        for name, words in needs.items():
            for word in words.split():
                if word.endswith("*"):
                    self._beginnings.append((word[:-1], name))
                else:
                    self._exact.setdefault(word, []).append(name)
        self._seen: dict[str, tuple[str, ...]] = {}

    def of(self, text: str) -> frozenset[str]:
        """The names of the patterns that could match ``text``."""
        words = words_of(text)
        try:
            return frozenset(chain.from_iterable([self._seen[word] for word in words]))
        except KeyError:
            return frozenset(chain.from_iterable([self._pulled(word) for word in words]))

    def _pulled(self, word: str) -> tuple[str, ...]:
        known = self._seen.get(word)
        if known is None:
            known = (*self._exact.get(word, ()), *(n for stem, n in self._beginnings if word.startswith(stem)))
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            self._seen[word] = known
        return known
