"""Blocks: an account's text divided into title, headings, list items, body, page furniture and metadata."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from incident_graph.accounts import Account
from incident_graph.accounts.walls import is_wall
from incident_graph.text import furniture
from incident_graph.text.document import Block

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0c\x85]+")
_MARKER = re.compile(r"(?:[-*+•‣▪◦●○–—·]|\(?(?:\d{1,2}|[a-hA-H]|[ivx]{1,4})[.)])[ \t\u00a0]+(?=\S)")
_NUMBER = re.compile(r"\(?(\d{1,2})[.)]")
_HASHES = re.compile(r"#{1,6}[ \t]+")
_RULE = re.compile(r"[\s=_*~#–—-]+$")
_CLOSERS = "\"'”’»)] \t"
_SMALL = frozenset(
    "a an the of and or in on at to for from with by as is not but if up out off over into that its".split()
)


@dataclass(frozen=True)
class _Line:
    start: int  # of what is not white space
    end: int
    words: str
    marked: bool  # opens with a list marker
    indent: int
    after_blank: bool


def _lines(text: str, start: int) -> list[_Line]:
    found: list[_Line] = []
    last_end, counted = start, 0
    for match in _LINE.finditer(text, start):
        raw = match[0]
        words = raw.strip()
        if not words:
            continue
        begin = match.start() + len(raw) - len(raw.lstrip())
        gap = text[last_end : match.start()]
        blank = not found or gap.count("\n") + gap.count("\u2029") * 2 + (gap.count("\r") if "\n" not in gap else 0) > 1
        last_end = match.end()
        marker = _MARKER.match(words)
        if marker and (number := _NUMBER.match(words)):
            marker, counted = (
                (marker, int(number[1])) if blank or int(number[1]) in (1, counted + 1) else (None, counted)
            )
        found.append(_Line(begin, begin + len(words), words, marker is not None, begin - match.start(), blank))
    return found


def _wrap_width(lines: list[_Line]) -> int:
    """The column at which the text was wrapped, or 0: then every line is a paragraph of its own."""
    inner = [(a, b) for a, b in itertools.pairwise(lines) if not b.after_blank and not b.marked]
    if len(inner) < 2:
        return 0
    lengths = sorted(line.end - line.start + line.indent for line, _ in inner)
    width = lengths[int(0.8 * (len(lengths) - 1))]  # a title, or an address, may be longer
    if width > 110 or width < 40 or sum(len(line.words) > 2 * width for line in lines) > 0.2 * len(lines):
        return 0
    full = [a for a, b in inner if _was_full(a, b, width)]
    open_ended = [a for a in full if a.words[-1] not in ".!?:"]
    long = [a for a, _ in inner if len(a.words) > 0.6 * width]  # what is shorter is a heading, or ends a paragraph
    return width if len(full) >= 0.7 * len(long) and len(open_ended) >= 0.5 * len(full) else 0


def _was_full(line: _Line, following: _Line, width: int) -> bool:
    """Whether the first word of the following line would not have fitted at the end of this one."""
    length = line.indent + len(line.words)
    return width - 3 < length + 1 + len(following.words.split(None, 1)[0]) and length <= 1.1 * width


def _paragraphs(lines: list[_Line]) -> Iterator[tuple[_Line, int]]:
    """Each paragraph's first line and the offset at which the paragraph ends."""
    width = _wrap_width(lines)
    index = 0
    while index < len(lines):
        first = line = lines[index]
        index += 1
        while (
            width
            and index < len(lines)
            and not lines[index].after_blank
            and not lines[index].marked
            and not (index == 1 and furniture.metadata_sort(lines[1].words))
            and (_was_full(line, lines[index], width) or (first.marked and lines[index].indent > first.indent))
        ):
            line = lines[index]
            index += 1
        yield first, line.end


def _fold(words: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", words).casefold().split())


def is_title_case(words: str) -> bool:
    """Whether the longer words of a line are capitalised, as headlines have them.

    >>> is_title_case("What Patients Can Do Now"), is_title_case("What patients in Leeds can do")
    (True, False)
    """
    tokens = [t for t in re.findall(r"[^\W\d_][\w’'‑-]*", words) if t.lower() not in _SMALL]
    return len(tokens) >= 2 and sum(t[0].isupper() for t in tokens) >= 0.75 * len(tokens)


def _is_heading(words: str) -> bool:
    """Whether a line by itself looks like a heading: short, no full stop at its end."""
    if _HASHES.match(words):
        return True
    if (
        len(words) > 140
        or len(words.split()) > 18
        or not (words[0].isupper() or words[0].isdigit() or words[0] in "\"'“‘«¿¡")
    ):
        return False
    bare = words.rstrip(_CLOSERS)
    if not bare or bare[-1] in ".,;:…" or (words[0] in '“"' and words[-1] in '”"'):
        return False
    return bare[-1] not in "!?" or is_title_case(words) or len(words.split()) <= 8


def divide(account: Account) -> tuple[Block, ...]:
    """The blocks of an account in order. They do not overlap, and cover all text that is not white space.

    >>> text = "Ferry sinks\\n\\nBy Ana Diaz\\n\\nA ferry sank.\\n- one raft\\n\\nLeave a Reply"
    >>> [(b.kind, text[b.start:b.end]) for b in divide(Account("0" * 64, "a.txt", text))]
    [('title', 'Ferry sinks'), ('metadata', 'By Ana Diaz'), ('body', 'A ferry sank.'), ('item', '- one raft'), \
('boilerplate', 'Leave a Reply')]
    """
    text = account.text
    blocks: list[Block] = []
    front = text[: account.body_start]
    if front.strip():
        begin = len(front) - len(front.lstrip())
        blocks.append(Block("metadata", begin, len(front.rstrip())))
    paragraphs = list(_paragraphs(_lines(text, account.body_start)))
    title = _fold(account.title or "")
    seen_title = seen_body = in_links = in_comments = False
    for number, (line, end) in enumerate(paragraphs):
        words = text[line.start : end] if end - line.start < 400 else text[line.start : line.start + 400]
        bare = words.strip("*_# \t") if words[0] in "*_#" else words
        in_links = in_links and (line.marked or _is_heading(words))
        in_comments = in_comments or (furniture.opens_comment_form(bare) and _is_tail(text, end))
        last = number == len(paragraphs) - 1
        kind = "body"
        if _RULE.match(words) or in_links or in_comments or furniture.is_boilerplate(bare) or is_wall(bare):
            kind = "boilerplate"
            in_links = in_links or furniture.opens_link_list(bare)
        elif end - line.start < 400 and _fold(words) == title and title:
            kind = "boilerplate" if seen_title else "title"
        elif (sort := furniture.metadata_sort(bare)) and not (
            (seen_body and not last and sort in ("section", "dateline"))
            or (sort == "fields" and (seen_body or not (seen_title or "|" in bare)))
        ):
            kind = "metadata"
        elif line.marked:
            kind = "boilerplate" if furniture.is_advert(_MARKER.sub("", words, count=1)) else "item"
        elif end - line.start <= 220 and not seen_title and not seen_body and not last and _is_title(words):
            kind = "title"
            title = title or _fold(words)
        elif end - line.start < 400 and _is_heading(words) and not last:
            kind = "heading"
        seen_title = seen_title or kind == "title"
        seen_body = seen_body or kind == "body"
        blocks.append(Block(kind, line.start, end))
    return tuple(blocks)


def _is_title(words: str) -> bool:
    bare = words.rstrip(_CLOSERS)
    return _is_heading(words) or (
        len(words) <= 200 and bool(bare) and bare[-1] not in ".,;:…" and len(words.split()) <= 32
    )


def _is_tail(text: str, start: int) -> bool:
    """Whether what follows is short enough against the whole to be comments and not the story."""
    return len(text) - start < max(600, 0.35 * len(text))


def words_start(text: str, block: Block) -> int:
    """Where the words of a block begin: after a list marker or Markdown's hashes."""
    found = (_MARKER if block.kind == "item" else _HASHES).match(text, block.start, block.end)
    return found.end() if found else block.start
