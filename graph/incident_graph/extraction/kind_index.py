"""Where the words for kinds stand in a sentence."""

import re
from functools import lru_cache
from typing import NamedTuple

from incident_graph.profile import Kinds, first_words, label_pattern, lower

_WORD = re.compile(r"[^\W_]+")
_REMEMBERED = 1 << 17


class KindMatch(NamedTuple):
    """A kind's label found in a folded sentence; offsets are relative to it."""

    start: int
    end: int
    kind: str


class _Label(NamedTuple):
    """A label of a kind: its regex, and whether it may begin with another word than those it is found by."""

    regex: str
    kind: str
    moves: bool


@lru_cache(maxsize=1 << 14)
def _pattern(regex: str) -> re.Pattern[str]:
    return re.compile(regex, re.IGNORECASE)


class KindIndex:
    """Labels of all kinds of a profile, found by the first word they begin with."""

    def __init__(self, kinds: Kinds) -> None:
        self._roots = {
            iri: frozenset(a for a in kinds.ancestors(iri) if not (kinds.by_iri[a].wider if a in kinds.by_iri else ()))
            for iri in kinds.by_iri
        }
        self._by_word: dict[str, list[_Label]] = {}
        self._by_beginning: dict[str, list[_Label]] = {}
        self._seen: dict[str, tuple[_Label, ...]] = {}
        for iri in sorted(kinds.by_iri):
            for label in kinds.by_iri[iri].labels:
                row = _Label(label_pattern(label), iri, label.lstrip().startswith("("))
                words, beginnings = first_words(label)
                for word in words:
                    self._by_word.setdefault(word, []).append(row)
                for beginning in beginnings:
                    if parts := _WORD.findall(beginning):
                        (self._by_word if parts[1:] else self._by_beginning).setdefault(parts[0], []).append(row)

    def find(self, text: str) -> list[KindMatch]:
        """All matches in ``text`` (folded), in order; of two of one family, not the one that lies within the other."""
        found: set[KindMatch] = set()
        behind: dict[_Label, int] = {}  # where the last match of a label ends
        for word in _WORD.finditer(lower(text)):
            rows = self._seen.get(word[0])
            if rows is None:
                rows = self._beginning_with(word[0])
            for row in rows:
                pattern, start = _pattern(row.regex), word.start()
                if row.moves:
                    found.update(KindMatch(*m.span(), row.kind) for m in pattern.finditer(text))
                elif start >= behind.get(row, 0) and (match := pattern.match(text, start)):
                    found.add(KindMatch(start, match.end(), row.kind))
                    behind[row] = match.end()
        matches = sorted(found)
        return [m for m in matches if not any(self._covers(o, m) for o in matches)] if len(matches) > 1 else matches

    def _beginning_with(self, word: str) -> tuple[_Label, ...]:
        begun = (self._by_beginning.get(word[:length], ()) for length in range(1, len(word) + 1))
        rows = tuple(dict.fromkeys((*self._by_word.get(word, ()), *(row for part in begun for row in part))))
        if len(self._seen) >= _REMEMBERED:
            self._seen.clear()
        self._seen[word] = rows
        return rows

    def _covers(self, wide: KindMatch, narrow: KindMatch) -> bool:
        return (
            wide.start <= narrow.start
            and narrow.end <= wide.end
            and wide.end - wide.start > narrow.end - narrow.start
            and not self._roots[wide.kind].isdisjoint(self._roots[narrow.kind])
        )
