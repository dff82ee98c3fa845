"""A passage of an account as it is shown to a language model, with the way back to the account's own offsets."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from incident_graph.text.document import Document, Sentence

#: About how many characters go into one request; a single sentence may be longer.
SIZE = 6000


@dataclass(frozen=True)
class Passage:
    """Sentences in a row: those of a block with a space between, blocks on lines of their own.

    White space within a sentence is one space each. ``offsets`` has the place in the account of every character of
    ``text``, so that a stretch of the one is a stretch of the other and nothing need be guessed.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the account that ``text[start:end]`` shows.

        >>> from incident_graph.accounts import Account
        >>> from incident_graph.text.documents import read_document
        >>> account = Account("0" * 64, "a.txt", "A tug   sank.\\tNobody was hurt.")
        >>> passage = next(passages(read_document(account)))
        >>> passage.text
        'A tug sank. Nobody was hurt.'
        >>> a, b = passage.span(2, 10)
        >>> account.text[a:b]
        'tug   sank'
        """
        return self.offsets[start], self.offsets[end - 1] + 1


def passages(document: Document, size: int = SIZE) -> Iterator[Passage]:
    """The readable sentences of an account in passages of about ``size`` characters, in order.

    A passage ends where a block does, unless the block alone is longer.
    """
    row: list[Sentence] = []
    length = 0
    for block in _blocks(document.sentences):
        whole = sum(s.end - s.start + 1 for s in block)
        if row and length + whole > size:
            yield _passage(document, row)
            row, length = [], 0
        for sentence in block:
            extent = sentence.end - sentence.start + 1
            if row and length + extent > size:
                yield _passage(document, row)
                row, length = [], 0
            row.append(sentence)
            length += extent
    if row:
        yield _passage(document, row)


def _blocks(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    row: list[Sentence] = []
    for sentence in sentences:
        if row and sentence.block != row[-1].block:
            yield row
            row = []
        row.append(sentence)
    if row:
        yield row


def _passage(document: Document, row: Sequence[Sentence]) -> Passage:
    text = document.account.text
    shown: list[str] = []
    offsets: list[int] = []
    last: Sentence | None = None
    for sentence in row:
        if last is not None:
            shown.append(" " if sentence.block == last.block else "\n")
            offsets.append(last.end)  # what lies between; never the first or last character of a quotation
        blank = False
        for at in range(sentence.start, sentence.end):
            if text[at].isspace():
                if not blank:
                    shown.append(" ")
                    offsets.append(at)
                blank = True
            else:
                shown.append(text[at])
                offsets.append(at)
                blank = False
        last = sentence
    return Passage(document, tuple(row), "".join(shown), tuple(offsets))
