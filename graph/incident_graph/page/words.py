"""Texts made fit to be shown: quotations in their context, and whole accounts with what they state."""

import re
from collections.abc import Iterable
from itertools import pairwise

from incident_graph.accounts import Account, Excerpt
from incident_graph.network import visible

Segment = dict[str, object]

#: Marks of headings, quotes and lists at the start of a line, and of emphasis around words.
_MARKDOWN = re.compile(
    r"(?<=\n)[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[*+-][ \t]+)|(?<![\w*])[*_]{1,3}(?=\w)|(?<=[\w.,;:!?’”)])[*_]{1,3}(?![\w*])"
)


def quotation(account: Account, excerpt: Excerpt, marks: Iterable[Excerpt] = (), *, around: int = 150) -> list[Segment]:
    """An excerpt in its context, as segments ``{"text", "quote", "mark"}``; ``marks`` (hedges, speakers) inside the
    shown stretch are marked. Context is cut at a word; ``…`` stands where it is cut, a line end where a paragraph ends.
    The marks of Markdown are left out of the context, never of the excerpt.

    >>> a = Account("0" * 64, "a.txt", "# Fire\\n\\nIt *burned* all night.")
    >>> [s["text"] for s in quotation(a, a.excerpt(8, 19)) if not s["quote"]]
    ['Fire\\n', ' all night.']
    """
    text = account.text
    start, end = max(account.body_start, excerpt.start - around), min(len(text), excerpt.end + around)
    start = min(start, excerpt.start)
    if start > account.body_start:
        start = _next_space(text, start, excerpt.start)
    if end < len(text):
        end = max(excerpt.end, text.rfind(" ", excerpt.end, end))
    inside = [m for m in marks if m.account == excerpt.account and start <= m.start < m.end <= end]
    cuts = sorted({start, end, excerpt.start, excerpt.end, *(p for m in inside for p in (m.start, m.end))})
    out: list[Segment] = []
    if start > account.body_start:
        out.append({"text": "…", "quote": False, "mark": False})
    for a, b in pairwise(cuts):
        quoted = excerpt.start <= a < excerpt.end
        out.append(
            {
                "text": _folded(text[a:b] if quoted else _unmarked(text, a, b)),
                "quote": quoted,
                "mark": any(m.start <= a < m.end for m in inside),
            }
        )
    if end < len(text.rstrip()):
        out.append({"text": "…", "quote": False, "mark": False})
    return out


#: Where a sentence may end: a mark of ending, perhaps a closing quotation mark, and then a space; or a line end.
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*(?=\s)|\n")


def sentence(account: Account, excerpt: Excerpt, *, most: int = 110) -> list[Segment]:
    """An excerpt inside its own sentence, as segments like those of ``quotation``: at most ``most`` characters of the
    sentence on either side of it, cut at a word, with ``…`` where it is cut.

    >>> a = Account("0" * 64, "a.txt", "It rained. The barge was unlit when it was hit. Nobody came.")
    >>> [s["text"] for s in sentence(a, a.excerpt(21, 30))]
    ['The barge ', 'was unlit', ' when it was hit.']
    >>> [s["text"] for s in sentence(a, a.excerpt(21, 30), most=5)]
    ['…', 'was unlit', ' when…']
    """
    text = account.text
    start, end = max(account.body_start, excerpt.start - 600), min(len(text), excerpt.end + 600)
    for found in _SENTENCE_END.finditer(text, min(start, excerpt.start), excerpt.start):
        start = found.end()
    last = _SENTENCE_END.search(text, max(excerpt.start, excerpt.end - 1), end)
    end = max(excerpt.end, min(end, last.end() if last else end))
    start = min(start, excerpt.start)
    cut_before, cut_after = excerpt.start - start > most, end - excerpt.end > most
    if cut_before:
        start = _next_space(text, excerpt.start - most, excerpt.start)
    if cut_after:
        end = max(excerpt.end, text.rfind(" ", excerpt.end, excerpt.end + most + 1))
    before, after = _unmarked(text, start, excerpt.start).lstrip(), _unmarked(text, excerpt.end, end).rstrip()
    pieces = [
        (("… " if before else "…") * cut_before + _folded(before), False),
        (_folded(text[excerpt.start : excerpt.end]), True),
        (_folded(after) + "…" * cut_after, False),
    ]
    return [{"text": piece, "quote": quoted, "mark": False} for piece, quoted in pieces if piece]


def _unmarked(text: str, a: int, b: int) -> str:
    """``text[a:b]`` without the marks of Markdown."""
    first = a == 0 or text[a - 1] == "\n"
    return _MARKDOWN.sub("", "\n" + text[a:b])[1:] if first else _MARKDOWN.sub("", text[a:b])


def _folded(text: str) -> str:
    """``text`` with every stretch of white space a space, or a line end where a paragraph ends."""
    return visible(re.sub(r"\s+", lambda m: "\n" if m[0].count("\n") > 1 else " ", text))


def _next_space(text: str, start: int, stop: int) -> int:
    found = re.compile(r"\s").search(text, start, stop)
    return found.end() if found else start


def find_words(account: Account, words: str, near: Excerpt) -> Excerpt | None:
    """Where ``words`` (a hedge, as written) stand nearest to an excerpt: in it, or up to 200 characters around it.

    >>> a = Account("0" * 64, "a.txt", "It appears that the boiler appears new.")
    >>> find_words(a, "appears", a.excerpt(16, 38)).start
    27
    >>> find_words(a, "perhaps", a.excerpt(16, 38)) is None
    True
    """
    if not words.strip():
        return None
    pattern = re.compile(r"\s+".join(re.escape(w) for w in words.split()[:20]), re.IGNORECASE)
    window = (max(0, near.start - 200), min(len(account.text), near.end + 200))
    found = [m.span() for m in pattern.finditer(account.text, *window)]
    if not found:
        return None
    start, end = min(found, key=lambda s: (max(near.start - s[0], s[1] - near.end, 0), s[0]))
    return account.excerpt(start, end)


def whole(account: Account, spans: list[tuple[int, int, str, str]]) -> list[Segment]:
    """The account's text cut where ``spans`` (start, end, sort, key) begin and end: segments ``{"text", "claims",
    "mentions"}`` with the keys of the spans that cover them. Joined, the texts are the account's (controls apart)."""
    text = account.text
    spans = [s for s in spans if 0 <= s[0] < s[1] <= len(text)]
    begin = min([account.body_start, *(s[0] for s in spans)])
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for number, (start, end, _, _) in enumerate(spans):
        opening.setdefault(start, []).append(number)
        closing.setdefault(end, []).append(number)
    cuts = sorted({begin, len(text), *opening, *closing})
    open_now: dict[int, None] = {}
    out: list[Segment] = []
    for a, b in pairwise(cuts):
        for number in closing.get(a, ()):
            open_now.pop(number, None)
        open_now.update(dict.fromkeys(opening.get(a, ())))
        covering = [spans[n] for n in sorted(open_now)]
        out.append(
            {
                "text": visible(text[a:b]),
                "claims": list(dict.fromkeys(key for _, _, sort, key in covering if sort == "claim")),
                "mentions": list(dict.fromkeys(key for _, _, sort, key in covering if sort == "mention")),
            }
        )
    return out
