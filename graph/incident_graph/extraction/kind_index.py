"""Where the words for kinds stand in a sentence."""

import re
from dataclasses import dataclass

from incident_graph.profile import Kinds, first_words, label_pattern


@dataclass(frozen=True)
class KindMatch:
    """A kind's label found in a folded sentence; offsets are relative to it."""

    start: int
    end: int
    kind: str


class KindIndex:
    """Labels of all kinds of a profile, found by the first word they begin with."""

    def __init__(self, kinds: Kinds) -> None:
        self._roots = {
            iri: frozenset(a for a in kinds.ancestors(iri) if not (kinds.by_iri[a].wider if a in kinds.by_iri else ()))
            for iri in kinds.by_iri
        }
        self._by_word: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        self._by_beginning: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        for iri in sorted(kinds.by_iri):
            for label in kinds.by_iri[iri].labels:
                entry = re.compile(label_pattern(label), re.IGNORECASE), iri
                words, beginnings = first_words(label)
                for word in words:
                    self._by_word.setdefault(word, []).append(entry)
                for beginning in beginnings:
                    self._by_beginning.setdefault(beginning, []).append(entry)

    def find(self, text: str) -> list[KindMatch]:
        """All matches in ``text`` (folded), in order; of two of one family, not the one that lies within the other."""
        lower = text.lower()
        words = set(re.findall(r"[^\W_]+", lower))
        live = [entry for word in words if word in self._by_word for entry in self._by_word[word]]
        live += [entry for beginning, rows in self._by_beginning.items() if beginning in lower for entry in rows]
        found = {(m.start(), m.end(), iri) for pattern, iri in live for m in pattern.finditer(text)}
        matches = [KindMatch(*row) for row in sorted(found)]
        return [m for m in matches if not any(self._covers(o, m) for o in matches)]

    def _covers(self, wide: KindMatch, narrow: KindMatch) -> bool:
        return (
            wide.start <= narrow.start
            and narrow.end <= wide.end
            and wide.end - wide.start > narrow.end - narrow.start
            and not self._roots[wide.kind].isdisjoint(self._roots[narrow.kind])
        )
