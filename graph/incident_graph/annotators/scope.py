"""What a climb through the tree is about: from where, within which words; and what it finds."""

from dataclasses import dataclass
from typing import NamedTuple

from incident_graph.text.tree import Token

#: Parts of speech of what names a thing or tells what it is like.
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "SYM", "X"})


class Effect(NamedTuple):
    """What an operator does to the words that one climbs from, and where it stands."""

    does: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class Scope:
    """From where one climbs and what counts as the claim's own words; ``value`` and ``span`` are offsets."""

    starts: tuple[Token, ...]
    value: tuple[int, int]
    span: tuple[int, int] | None = None
    own: frozenset[int] = frozenset()
    inside: bool = False
    bare: bool = False
    figure: bool = False
    whole: bool = False

    def holds(self, token: Token) -> bool:
        """Whether a token stands within the words that make the claim; all do where nothing says which."""
        return self.span is None or (self.span[0] <= token.start < self.span[1])

    def mutes(self, token: Token) -> bool:
        """Whether an operator is part of the answer's own words, and so says nothing of them."""
        after = self.value[0] <= token.start if self.whole else self.value[0] < token.start
        return not self.inside and after and token.start < self.value[1]
