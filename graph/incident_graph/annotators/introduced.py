"""Introductions: a sentence without a clause of its own that says whose account a paragraph gives."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from incident_graph.annotators.lexicon import introducing
from incident_graph.annotators.mentions import may_speak
from incident_graph.annotators.subjects import FINITE
from incident_graph.text.document import Block, Document
from incident_graph.text.tree import Token

#: Words of such a sentence, at the most.
_LONGEST = 16


class Introduced(NamedTuple):
    """Who gives an account of what follows, by which verb, and the stretch that follows."""

    speaker: Token
    verb: Token
    contents: tuple[int, int]


def introductions(document: Document) -> Iterator[Introduced]:
    """The introductions of an account: "The night, as the crew tell it. The gate was open. It was dark." """
    tree = document.tree
    for block in document.blocks:
        words = tree.within(block.start, block.end) if block.kind in ("body", "item") else ()
        first = tree.of_sentence(words[0].sentence) if words else ()
        if not first or len(first) > _LONGEST or first[-1].end >= block.end or first[0].start < block.start:
            continue
        found = _introduction(document, first, block)
        if found is not None:
            yield found


def _introduction(document: Document, sentence: Sequence[Token], block: Block) -> Introduced | None:
    """The one who sees or tells it in a sentence with no other finite verb."""
    tree = document.tree
    finite = [t for t in sentence if t.tag in FINITE]
    if len(finite) != 1 or finite[0].lemma not in introducing():
        return None
    verb, behind = finite[0], tree.tokens[finite[0].i + 1]
    opener = next((t for t in reversed(sentence) if t.i < verb.i and t.text.lower() == "as"), None)
    speaker = tree.child(verb.i, "nsubj")
    if behind.text.lower() not in ("it", "them", "things") or opener is None or speaker is None or opener.i > speaker.i:
        return None
    if not may_speak(tree, speaker, weak=True):
        return None
    return Introduced(speaker, verb, (sentence[-1].end, block.end))
