"""Where the words for kinds stand in a sentence."""

from functools import lru_cache
from typing import NamedTuple

from incident_graph.profile import AnchorIndex, Anchors, Kinds, Label, compile_label, words_of


class KindMatch(NamedTuple):
    """A kind's label found in a folded sentence; offsets are relative to it."""

    start: int
    end: int
    kind: str


@lru_cache(maxsize=8)
def _index(labels: tuple[tuple[str, str], ...]) -> tuple[Anchors, AnchorIndex[int], tuple[tuple[Label, str], ...]]:
    """Labels with their kinds, and where each stands among them by the words it needs."""
    anchors = Anchors()
    index: AnchorIndex[int] = AnchorIndex(anchors)
    rows = tuple((compile_label(text), iri) for iri, text in labels)
    for number, (label, _) in enumerate(rows):
        index.add(number, label.anchors)
    return anchors, index, rows


class KindIndex:
    """Labels of all kinds of a profile, each found by the rarest of the words it needs."""

    def __init__(self, kinds: Kinds) -> None:
        self._roots = {
            iri: frozenset(a for a in kinds.ancestors(iri) if not (kinds.by_iri[a].wider if a in kinds.by_iri else ()))
            for iri in kinds.by_iri
        }
        self._anchors, self._index, self._labels = _index(
            tuple((iri, label) for iri in sorted(kinds.by_iri) for label in kinds.by_iri[iri].labels)
        )

    def find(self, text: str) -> list[KindMatch]:
        """All matches in ``text`` (folded), in order; of two of one family, not the one that lies within the other."""
        words = words_of(text)
        live = self._index.live(words, self._anchors.met(words))
        if not live:
            return []
        found = [self._labels[number] for number in live]
        rows = [(*m.span(), iri) for label, iri in found for m in label.pattern.finditer(text)]
        matches = [KindMatch._make(row) for row in sorted(set(rows))] if rows else []
        return [m for m in matches if not any(self._covers(o, m) for o in matches)] if len(matches) > 1 else matches

    def _covers(self, wide: KindMatch, narrow: KindMatch) -> bool:
        return (
            wide.start <= narrow.start
            and narrow.end <= wide.end
            and wide.end - wide.start > narrow.end - narrow.start
            and not self._roots[wide.kind].isdisjoint(self._roots[narrow.kind])
        )
