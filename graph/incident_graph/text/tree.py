"""The parse of a text: tokens with lemma, tag and head, and the walks over them that reading needs."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Token(NamedTuple):
    """A word or mark of a parsed sentence; the analysis is that of the pipeline (spaCy's names for tags and relations).

    ``start``..``end`` count code points of the account's text. ``head`` is the index of the token that governs this
    one; a root governs itself.
    """

    i: int
    start: int
    end: int
    text: str  # folded
    lemma: str  # lower case, but for names
    tag: str  # Penn Treebank: "VBD"
    pos: str  # Universal: "VERB"
    dep: str  # relation to the head: "nsubj"
    head: int
    sentence: int  # number of the sentence in the document


@dataclass(frozen=True)
class Tree:
    """The tokens of all sentences of a document, in order, each sentence with one root or more.

    >>> tree = Tree((Token(0, 0, 3, "Two", "two", "CD", "NUM", "nsubj", 1, 0),
    ...              Token(1, 4, 8, "died", "die", "VBD", "VERB", "ROOT", 1, 0)))
    >>> [t.text for t in tree.children(1)], tree.at(5).text, tree.at(3) is None
    (['Two'], 'died', True)
    """

    tokens: tuple[Token, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.tokens)

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.tokens]

    @cached_property
    def _children(self) -> list[list[int]]:
        found: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                found[token.head].append(token.i)
        return found

    @cached_property
    def _edges(self) -> list[tuple[int, int]]:
        """For each token, the first and last index of its subtree."""
        first, last = [t.i for t in self.tokens], [t.i for t in self.tokens]
        for index in sorted(range(len(self.tokens)), key=self.depth, reverse=True):
            head = self.tokens[index].head
            first[head], last[head] = min(first[head], first[index]), max(last[head], last[index])
        return list(zip(first, last, strict=True))

    @cached_property
    def _depths(self) -> list[int]:
        depths = [-1] * len(self.tokens)
        for token in self.tokens:
            chain, index = [], token.i
            while depths[index] < 0 and self.tokens[index].head != index:
                chain.append(index)
                index = self.tokens[index].head
            depth = max(depths[index], 0)
            depths[index] = depth
            for link in reversed(chain):
                depth += 1
                depths[link] = depth
        return depths

    def depth(self, index: int) -> int:
        """How many steps a token is below the root of its sentence."""
        return self._depths[index]

    @cached_property
    def _sentences(self) -> dict[int, tuple[int, int]]:
        found: dict[int, tuple[int, int]] = {}
        for token in self.tokens:
            first, _ = found.get(token.sentence, (token.i, 0))
            found[token.sentence] = first, token.i + 1
        return found

    def of_sentence(self, number: int) -> Sequence[Token]:
        """The tokens of a sentence of the document; none when it was not parsed."""
        first, end = self._sentences.get(number, (0, 0))
        return self.tokens[first:end]

    def at(self, offset: int) -> Token | None:
        """The token that covers a place in the text."""
        number = bisect_right(self._starts, offset) - 1
        found = self.tokens[number] if number >= 0 else None
        return found if found is not None and offset < found.end else None

    def within(self, start: int, end: int) -> Sequence[Token]:
        """The tokens that touch ``start``..``end``."""
        first = bisect_right(self._starts, start) - 1
        if first < 0 or self.tokens[first].end <= start:
            first += 1
        return self.tokens[first : bisect_left(self._starts, end)]

    def children(self, index: int) -> list[Token]:
        """What a token governs, in order."""
        return [self.tokens[child] for child in self._children[index]]

    def child(self, index: int, *deps: str) -> Token | None:
        """The first token that stands to this one in any of the relations."""
        return next((t for t in self.children(index) if t.dep in deps), None)

    def head(self, token: Token) -> Token | None:
        """What governs a token; ``None`` for a root."""
        return None if token.head == token.i else self.tokens[token.head]

    def ancestors(self, token: Token) -> Iterator[Token]:
        """What governs a token, what governs that, up to the root."""
        while (above := self.head(token)) is not None:
            yield above
            token = above

    def edges(self, index: int) -> tuple[int, int]:
        """The indexes of the first and the last token of all that a token governs, itself included."""
        return self._edges[index]

    def subtree(self, index: int) -> list[Token]:
        """All that a token governs, at any depth, and itself, in order of place."""
        found, wanted = [], [index]
        while wanted:
            one = wanted.pop()
            found.append(one)
            wanted += self._children[one]
        return [self.tokens[i] for i in sorted(found)]

    def top(self, start: int, end: int) -> Token | None:
        """The token of a stretch that governs the others: the one nearest the root, the last of several."""
        inside = [t for t in self.within(start, end) if t.pos not in ("PUNCT", "SPACE")]
        outer = [t for t in inside if t.head == t.i or not start <= self.tokens[t.head].start < end]
        return min(outer or inside, key=lambda t: (self.depth(t.i), -t.i), default=None)

    def text(self, tokens: Sequence[Token]) -> str:
        """The words of tokens with single spaces where any stood."""
        parts: list[str] = []
        for n, token in enumerate(tokens):
            parts += [" " if n and tokens[n - 1].end < token.start else "", token.text]
        return "".join(parts)


EMPTY = Tree()
