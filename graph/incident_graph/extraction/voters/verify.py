"""Whether what was proposed stands in the text: exactly, or with typographic marks made plain; never nearly."""

import re
from collections.abc import Iterator

from incident_graph.text.folding import fold

Span = tuple[int, int]


def find_quote(text: str, quote: str, prefix: str = "", suffix: str = "") -> Span | None:
    """Where ``quote`` stands in ``text``, or ``None``.

    Exact matches come before those that differ in typographic marks alone. Of several, the one between ``prefix`` and
    ``suffix`` is meant; where these decide nothing, the first.

    >>> text = "“We lost it,” he said. “We lost it,” she said."
    >>> find_quote(text, '"We lost it,"'), find_quote(text, "We lost it", suffix=',” she')
    ((0, 13), (24, 34))
    >>> find_quote(text, "We had lost it") is None
    True
    """
    quote = " ".join(quote.split())
    if not quote:
        return None
    found = list(_occurrences(text, quote)) or list(_occurrences(fold(text), fold(quote)))
    if not found:
        return None
    folded, before, after = fold(text), fold(" ".join(prefix.split())), fold(" ".join(suffix.split()))

    def context(span: Span) -> int:
        return (before != "" and folded[: span[0]].rstrip().endswith(before)) + (
            after != "" and folded[span[1] :].lstrip().startswith(after)
        )

    return max(found, key=lambda span: (context(span), -span[0]))


def find_words(
    text: str, words: str, start: int = 0, end: int | None = None, *, nearest: int | None = None
) -> Span | None:
    """Where ``words`` stand in ``text[start:end]`` as whole words, whatever their case and typographic marks.

    Of several, the first; with ``nearest``, the one that begins nearest to that place.

    >>> find_words("The Board's chair told the board", "the board")
    (0, 9)
    >>> find_words("The Board's chair told the board", "the board", nearest=30)
    (23, 32)
    >>> find_words("A dashboard", "board") is None
    True
    """
    words = fold(" ".join(words.split()))
    if not words:
        return None
    left = r"(?<!\w)" if words[0].isalnum() else ""
    right = r"(?!\w)" if words[-1].isalnum() else ""
    pattern = re.compile(left + re.escape(words) + right, re.IGNORECASE)
    found = [m.span() for m in pattern.finditer(fold(text), start, len(text) if end is None else end)]
    if not found:
        return None
    return found[0] if nearest is None else min(found, key=lambda span: (abs(span[0] - nearest), span[0]))


def _occurrences(text: str, quote: str) -> Iterator[Span]:
    at = text.find(quote)
    while at >= 0:
        yield at, at + len(quote)
        at = text.find(quote, at + 1)
