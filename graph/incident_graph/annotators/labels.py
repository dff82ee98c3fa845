"""Labels of transcripts: "CHIEF HALD: We saw smoke." The name before the colon says what follows."""

import re
from collections import Counter
from typing import NamedTuple

from incident_graph.annotators.lexicon import nouns
from incident_graph.annotators.stretches import Stretches
from incident_graph.text.document import Block, Document

_LABEL = re.compile(
    r"[*_]{0,3}(?P<who>[A-Z](?:[\w.'’-]|[ \u00a0](?=[A-Z(])){0,48})(?:\s\([^()\n]{1,40}\))?:[*_]{0,3}\s+(?=\S)"
)
_READ = frozenset({"body", "item", "heading"})


class Labelled(NamedTuple):
    """A label and what it says: stretches in code points."""

    speaker: tuple[int, int]
    contents: Stretches


def labels(document: Document) -> list[Labelled]:
    """The labels of a transcript with what each says, up to the next label; none when no more than one stands there.

    >>> from incident_graph.accounts import Account
    >>> from incident_graph.text.documents import read_document
    >>> text = "CHIEF HALD: We saw smoke.\\n\\nREPORTER: When?\\n\\nCHIEF HALD: At nine."
    >>> [text[a:b] for (a, b), _ in labels(read_document(Account("0" * 64, "a.txt", text)))]
    ['CHIEF HALD', 'REPORTER', 'CHIEF HALD']
    >>> text = "Update: The pier is shut.\\n\\nIt was cold."
    >>> labels(read_document(Account("0" * 64, "a.txt", text)))
    []
    """
    text = document.account.text
    blocks = [block for block in document.blocks if block.kind in _READ]
    found = [(block, _LABEL.match(text, block.start, block.end)) for block in blocks]
    names = Counter(_name(match) for _, match in found if match)
    shouted = {name for name in names if name.isupper() and len(name) > 2}
    trusted = {name for name, times in names.items() if times > 1} | (shouted if len(shouted) > 1 else set())
    if len(trusted) < 2:
        return []
    out: list[tuple[tuple[int, int], list[Block], int]] = []
    for block, match in found:
        if match and _name(match) in trusted:
            out.append((match.span("who"), [block], match.end()))
        elif out and block.kind == "body":
            out[-1][1].append(block)
    return [
        Labelled(who, tuple((start if n == 0 else b.start, b.end) for n, b in enumerate(said)))
        for who, said, start in out
    ]


def _name(match: re.Match[str]) -> str:
    name = match["who"]
    return "" if any(word in nouns()["no-label"].lemmas for word in name.lower().split()) else name
