"""The annotated document at the centre of reading: an account's text, divided, parsed, with layers of spans."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple, TypeVar, cast

from incident_graph.accounts import Account
from incident_graph.text.folding import fold, in_one_line
from incident_graph.text.tree import EMPTY, Tree

_T = TypeVar("_T")


class Block(NamedTuple):
    """A stretch of an account of one sort; blocks do not overlap and cover all text that is not white space."""

    kind: str  # title · heading · item (of a list) · body · boilerplate · metadata (front matter, dateline, credit)
    start: int
    end: int


class Sentence(NamedTuple):
    """One sentence (or heading, or list item) of a block that is worth reading."""

    start: int
    end: int
    block: Block
    lead_in: "Sentence | None" = None  # for a list item: the sentence that opens the list


class Span(NamedTuple):
    """A stretch of the text that a layer labels: offsets in code points, end-exclusive.

    ``source`` says which annotator found it, ``rule`` which of its rules, ``score`` how sure that rule is (1: sure).
    """

    start: int
    end: int
    layer: str
    label: str
    source: str = ""
    rule: str = ""
    score: float = 1.0


@dataclass(frozen=True)
class Document:
    """An account divided into blocks and sentences; boilerplate and metadata blocks have no sentences.

    ``tree`` is the parse of the sentences: sentence ``n`` of the document is sentence ``n`` of the tree. ``layers``
    holds the spans that annotators have added, by layer, in order of place. A document is never changed: adding a
    layer gives another one.
    """

    account: Account
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    tree: Tree = EMPTY
    layers: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    _kept: dict[str, object] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def text(self) -> str:
        """The account's text, folded, each block in one line: the same offsets count."""
        return fold(self.unfolded)

    @cached_property
    def unfolded(self) -> str:
        """The account's text with its quotes and hyphens as written, each block in one line: the same offsets count."""
        text, parts, done = self.account.text, list[str](), 0
        if "\n" not in text and "\r" not in text:
            return text
        for block in self.blocks:
            parts += [text[done : block.start], in_one_line(text[block.start : block.end])]
            done = block.end
        return "".join((*parts, text[done:]))

    def with_tree(self, tree: Tree) -> "Document":
        """The document with its sentences parsed."""
        return replace(self, tree=tree)

    def with_spans(self, layer: str, spans: Iterable[Span]) -> "Document":
        """The document with one layer more, or with that layer in place of the one of the same name.

        >>> plain = Document(Account("0" * 64, "a.txt", "Nobody drowned."), (), ())
        >>> marked = plain.with_spans("assertion", [Span(0, 6, "assertion", "zero")])
        >>> [s.label for s in marked.layer("assertion")], plain.layer("assertion")
        (['zero'], ())
        """
        return replace(self, layers={**self.layers, layer: tuple(sorted(spans))})

    def layer(self, name: str) -> tuple[Span, ...]:
        """The spans of a layer, in order of place; none when no annotator has added it."""
        return self.layers.get(name, ())

    def labelled(self, name: str, offset: int) -> str:
        """The label of the first span of a layer that covers a place; ``""`` when none does."""
        return next((span.label for span in self.layer(name) if span.start <= offset < span.end), "")

    def once(self, name: str, work: "Callable[[Document], _T]") -> _T:
        """What ``work`` makes of this document: worked out when it is first asked for by that name, and then kept.

        >>> plain = Document(Account("0" * 64, "a.txt", "Nobody drowned."), (), ())
        >>> plain.once("length", lambda d: print("counting") or len(d.text)), plain.once("length", lambda d: 0)
        counting
        (15, 15)
        """
        if name not in self._kept:
            self._kept[name] = work(self)
        return cast(_T, self._kept[name])

    def __getstate__(self) -> dict[str, object]:
        """All but what was worked out: another process works it out again."""
        return {**self.__dict__, "_kept": {}}
