"""Where the words for kinds stand in a sentence."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from incident_graph.profile import (
    GAP,
    LIGHT_WORDS,
    AnchorIndex,
    Anchors,
    Kinds,
    Label,
    compile_label,
    word_spans,
    words_of,
)

_GAP = re.compile(GAP)
_LIGHT_RUN = 3  # as many light words may stand between two words, as in a cue
_DENIES = re.compile(r"\b(?:not|no|never|without|none|nobody|nothing|neither|cannot)\b|n['’]t\b", re.IGNORECASE)


class KindMatch(NamedTuple):
    """A kind's label found in a folded sentence; offsets are relative to it."""

    start: int
    end: int
    kind: str
    gapped: bool = False  # other words may stand within it, and none of its own denies: "van … stolen"


@lru_cache(maxsize=8)
def _index(
    labels: tuple[tuple[str, str], ...],
) -> tuple[Anchors, AnchorIndex[int], tuple[tuple[Label, str, bool], ...]]:
    """Labels with their kinds and whether they have a gap; where each stands among them by the words it needs."""
    anchors = Anchors()
    index: AnchorIndex[int] = AnchorIndex(anchors)
    rows = tuple((compile_label(text), iri, "..." in text and not _DENIES.search(text)) for iri, text in labels)
    for number, (label, _, _) in enumerate(rows):
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
            tuple((iri, label) for iri in sorted(kinds.by_iri) for label in kinds.by_iri[iri].wordings)
        )

    def find(self, text: str) -> list[KindMatch]:
        """All matches in ``text`` (folded), in order; of two of one family, not the one that lies within the other."""
        words = words_of(text)
        live = self._index.live(words, self._anchors.met(words))
        if not live:
            return []
        spans = word_spans(text)
        rows: set[tuple[int, int, str, bool]] = set()
        for label, iri, gapped in map(self._labels.__getitem__, live):
            if label.words is None:
                rows.update((*m.span(), iri, gapped) for m in label.pattern.finditer(text))
            else:
                rows.update((start, end, iri, gapped) for start, end in _phrases(text, words, spans, label.words))
        matches = [KindMatch._make(row) for row in sorted(rows)]
        return [m for m in matches if not any(self._covers(o, m) for o in matches)] if len(matches) > 1 else matches

    def _covers(self, wide: KindMatch, narrow: KindMatch) -> bool:
        return (
            wide.start <= narrow.start
            and narrow.end <= wide.end
            and wide.end - wide.start > narrow.end - narrow.start
            and not self._roots[wide.kind].isdisjoint(self._roots[narrow.kind])
        )


def _phrases(
    text: str, words: Sequence[str], spans: Sequence[tuple[int, int]], places: Sequence[frozenset[str]]
) -> Iterator[tuple[int, int]]:
    """Where a word of each of ``places`` stands in turn, as the regex of such a label finds it; none overlap.

    >>> said = "a dark web-market, the dark web"
    >>> list(_phrases(said, words_of(said), word_spans(said), [frozenset({"dark"}), frozenset({"web"})]))
    [(23, 31)]
    """
    after = 0
    for at, word in enumerate(words):
        if word not in places[0] or at < after:
            continue
        last = _last(words, at, places)
        if last is None:
            continue
        start, end = spans[at][0], spans[last][1]
        if (
            all(_GAP.fullmatch(text, spans[n][1], spans[n + 1][0]) for n in range(at, last))
            and _is_edge(text[start - 1 : start])
            and _is_edge(text[end : end + 1])
        ):
            yield start, end
            after = last + 1


def _last(words: Sequence[str], at: int, places: Sequence[frozenset[str]]) -> int | None:
    """The last word of a label that begins with word ``at``, light words left out; ``None`` where it is another.

    >>> _last(["sold", "on", "the", "market"], 0, [frozenset({"sold"}), frozenset({"on"}), frozenset({"market"})])
    3
    """
    for place in places[1:]:
        at += 1
        limit = at + _LIGHT_RUN
        while at < min(limit, len(words)) and words[at] not in place and words[at] in LIGHT_WORDS:
            at += 1
        if at >= len(words) or words[at] not in place:
            return None
    return at


def _is_edge(beside: str) -> bool:
    """Whether a label may begin or end beside this character: no part of the word, nor a hyphen."""
    return beside not in ("-", "_") and not beside.isalnum()
