"""Where the words for kinds stand in a sentence."""

import re
from dataclasses import dataclass

from incident_graph.profile import Kinds, label_pattern


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
        self._by_stem: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        for iri in sorted(kinds.by_iri):
            for label in kinds.by_iri[iri].labels:
                pattern = re.compile(label_pattern(label), re.IGNORECASE)
                for option in re.split(r"[\s_]", label.strip("( "))[0].split("|"):
                    stem = re.sub(r"\W.*", "", option.lower())[:3]
                    self._by_stem.setdefault(stem, []).append((pattern, iri))

    def find(self, text: str) -> list[KindMatch]:
        """All matches in ``text`` (folded), in order; of two of one family, not the one that lies within the other."""
        stems = {word[:3] for word in re.findall(r"[^\W_]+", text.lower())}
        found: set[tuple[int, int, str]] = set()
        for stem in {stem[:size] for stem in stems for size in (1, 2, 3)}:
            for pattern, iri in self._by_stem.get(stem, ()):
                found.update((m.start(), m.end(), iri) for m in pattern.finditer(text))
        matches = [KindMatch(*row) for row in sorted(found)]
        return [m for m in matches if not any(self._covers(o, m) for o in matches)]

    def _covers(self, wide: KindMatch, narrow: KindMatch) -> bool:
        return (
            wide.start <= narrow.start
            and narrow.end <= wide.end
            and wide.end - wide.start > narrow.end - narrow.start
            and not self._roots[wide.kind].isdisjoint(self._roots[narrow.kind])
        )
