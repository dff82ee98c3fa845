"""Quotations: what stands between marks, over sentences and paragraphs, each one unit."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from incident_graph.text.document import Block, Document

_DOUBLE = re.compile(r"[\"“”„‟«»]|''|``|‘‘|’’")
_OPENING = frozenset("“„‟«")
_CLOSING = frozenset("”»")
_SINGLE = re.compile(r"(?<![\w'’])['‘](?=\w)|(?<=[,.?!])['’](?!\w)")
#: A quotation between single marks is no longer: an apostrophe would open it for good.
_LONGEST_SINGLE = 600
_READ = frozenset({"title", "heading", "item", "body"})
_WORD = re.compile(r"[^\W_][\w'’-]*")


class Quotation(NamedTuple):
    """What stands between two marks, which it includes; offsets in code points.

    ``whole`` tells a saying from a word or two in quotation marks; ``goes_on``: the next paragraph goes on with it.
    """

    start: int
    end: int
    whole: bool
    goes_on: bool = False


def quotations(document: Document) -> list[Quotation]:
    """The quotations of a document in order, none overlapping; one that is never closed ends with its paragraph.

    >>> from incident_graph.accounts import Account
    >>> from incident_graph.text.documents import read_document
    >>> text = "He spoke of “a ruin”. “The pier is shut. It was cold,” he said."
    >>> document = read_document(Account("0" * 64, "a.txt", text))
    >>> [(text[q.start:q.end], q.whole) for q in quotations(document)]
    [('“a ruin”', False), ('“The pier is shut. It was cold,”', True)]
    """
    text = document.account.text
    blocks = [block for block in document.blocks if block.kind in _READ]
    marks = [list(_marks(text, block)) for block in blocks]
    found: list[Quotation] = []
    opened = False
    for number, block in enumerate(blocks):
        following = marks[number + 1] if number + 1 < len(blocks) else []
        doubles, opened = _doubles(text, block, marks[number], following, opened)
        found += sorted([*doubles, *_singles(text, block, doubles)]) if "'" in text or "‘" in text else doubles
    return found


class _Mark(NamedTuple):
    start: int
    end: int
    opening: bool
    closing: bool


def _marks(text: str, block: Block) -> Iterator[_Mark]:
    """The double marks of a block; a straight one opens or closes by what stands beside it, or may do either."""
    for mark in _DOUBLE.finditer(text, block.start, block.end):
        before = text[mark.start() - 1] if mark.start() > block.start else " "
        after = text[mark.end()] if mark.end() < block.end else " "
        if mark[0] in _OPENING or mark[0] in ("``", "‘‘"):
            closing = before.isalnum() and (after.isspace() or after in ".,;")  # set the wrong way round
            opening = not closing
        elif mark[0] in _CLOSING or mark[0] == "’’":
            opening, closing = False, True
        else:
            opening = not (before.isalnum() or before in ".,!?;:)") and not after.isspace()
            closing = not before.isspace() and (after.isspace() or not after.isalnum())
        yield _Mark(mark.start(), mark.end(), opening, closing)


def _doubles(
    text: str, block: Block, marks: list[_Mark], following: list[_Mark], opened_before: bool
) -> tuple[list[Quotation], bool]:
    """The quotations of a block, and whether the last one goes on in the next block, which does not open it again."""
    found: list[Quotation] = []
    opened = block.start if opened_before else -1
    for mark in marks:
        opens = mark.opening and not mark.closing if opened >= 0 else mark.opening or not mark.closing
        if opens:
            if opened >= 0:
                found.append(_made(text, opened, mark.start))
            opened = mark.start
        elif opened >= 0:
            found.append(_made(text, opened, mark.end))
            opened = -1
    if opened < 0:
        return found, False
    again = bool(following) and following[0].opening and not following[0].closing
    closes = bool(following) and following[0].closing and not following[0].opening
    found.append(_made(text, opened, block.end)._replace(goes_on=again or closes))
    return found, closes


def _singles(text: str, block: Block, doubles: list[Quotation]) -> Iterator[Quotation]:
    opened, number = -1, 0
    for mark in _SINGLE.finditer(text, block.start, block.end):
        while number < len(doubles) and doubles[number].end <= mark.start():
            number += 1
            opened = -1 if number and opened < doubles[number - 1].start else opened
        if number < len(doubles) and doubles[number].start <= mark.start():
            continue
        if mark.end() < block.end and text[mark.end()].isalnum():
            opened = mark.start()
        elif opened >= 0 and mark.end() - opened <= _LONGEST_SINGLE:
            yield _made(text, opened, mark.end())
            opened = -1


def _made(text: str, start: int, end: int) -> Quotation:
    inside = text[start:end].rstrip("\"“”«»'’‘` ")
    words = 0
    for words, _ in enumerate(_WORD.finditer(inside), 1):
        if words > 3:
            break
    return Quotation(start, end, words > 3 or (words > 0 and inside[-1:] in ".,!?"))
