"""Corrections: the notes in which an account corrects itself, and what in them is withdrawn."""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import Any

from incident_graph.text.document import Block, Document, Span

#: The layer of a document that holds its notes: "note" (a whole note), "label" (its own words), "withdrawn"; and
#: outside of notes "former": a figure that it says was given before.
LAYER = "corrections"
_SENTENCE_END = re.compile(r"[.!?](?=\s+[\"'“‘(]?[A-Z]|\s*$)")


def corrections(document: Document) -> list[Span]:
    """The notes of correction in a document, the stretches in them that tell the former version, and former figures.

    >>> from incident_graph.accounts import Account
    >>> from incident_graph.text.documents import read_document
    >>> text = "Nine boats sank.\\n\\nCorrection: this story first put the boats at six. Nine sank, not ten."
    >>> for span in corrections(read_document(Account("0" * 64, "a.txt", text))):
    ...     print(span.label, "|", text[span.start:span.end], "|", span.rule)
    note | Correction: this story first put the boats at six. Nine sank, not ten. | label
    label | Correction: | label
    label | this story first  | this-article-first
    withdrawn |  the boats at six | article-said
    withdrawn | ten | not-that
    >>> text = "Nine boats sank, up from six."
    >>> [text[s.start:s.end] for s in corrections(read_document(Account("0" * 64, "a.txt", text)))]
    ['six']
    """
    found: list[Span] = []
    labelled = False
    for block in document.blocks:
        if block.kind in ("boilerplate", "metadata"):
            continue
        notes = list(_notes(document.text, block))
        if notes or labelled:
            rule = notes[0].rule if notes else "label"
            found.append(Span(block.start, block.end, LAYER, "note", "corrections", rule))
            found += notes
            found += _withdrawn(document.text, block)
        else:
            found += _former(document.text, block)
        labelled = bool(notes) and notes[0].rule == "label" and notes[0].end >= block.end - 1
    return found


def _notes(text: str, block: Block) -> Iterator[Span]:
    """The words by which a block is a note."""
    words = text[block.start : block.end]
    colon = words.rstrip("*_ ") + ":" if len(words.split()) < 4 and block.kind in ("heading", "title") else words
    for rule in rules()["notes"]:
        match = rule["pattern"].search(colon)
        if match and ("needs" not in rule or rule["needs"].search(words)):
            start, end = block.start + match.start(), min(block.end, block.start + match.end())
            yield Span(start, end, LAYER, "label", "corrections", rule["id"])


def _withdrawn(text: str, block: Block) -> Iterator[Span]:
    """The stretches of a note that tell the former version."""
    words = text[block.start : block.end]
    ends = [m.start() for m in _SENTENCE_END.finditer(words)] + [len(words)]
    turns = [m.start() for rule in rules()["corrected"] for m in rule["pattern"].finditer(words)]
    turns += [m.start() for rule in rules()["withdrawn"] for m in rule["pattern"].finditer(words) if _old(m)]
    after = 0
    for start, match, rule in sorted(
        ((m.end(), m, r["id"]) for r in rules()["withdrawn"] for m in r["pattern"].finditer(words)),
        key=lambda row: (row[0], row[2]),
    ):
        if _old(match):
            told = any(a <= match.start() < b for a, b in _open_ended(words, ends, turns))
            if told and rule in ("not-that", "rather-than"):
                continue  # "said six, rather than nine": what follows is right
            yield _span(block, match.start("old"), match.end("old"), rule)
        elif start >= after:
            after = min(end for end in [*turns, *ends] if end >= start)
            yield _span(block, start, after, rule)


def _former(text: str, block: Block) -> Iterator[Span]:
    """Figures that an account says were given before: "raising an earlier toll of eleven"."""
    for rule in rules()["former"]:
        for match in rule["pattern"].finditer(text, block.start, block.end):
            yield Span(match.start("old"), match.end("old"), LAYER, "former", "corrections", rule["id"])


def _open_ended(words: str, ends: list[int], turns: list[int]) -> Iterator[tuple[int, int]]:
    """Where the former version is told at length: up to the end of its sentence or a turn that is no aside."""
    for rule in rules()["withdrawn"]:
        for match in rule["pattern"].finditer(words):
            if not _old(match):
                yield match.end(), min(end for end in ends if end >= match.end())


def _old(match: re.Match[str]) -> bool:
    return "old" in match.groupdict()


def _span(block: Block, start: int, end: int, rule: str) -> Span:
    return Span(block.start + start, block.start + end, LAYER, "withdrawn", "corrections", rule)


@lru_cache(maxsize=1)
def rules() -> dict[str, list[dict[str, Any]]]:
    """The rules by what they find (``notes``, ``withdrawn``, ``corrected``), their patterns compiled."""
    import yaml

    path = resources.files("incident_graph.text") / "resources" / "corrections.yaml"
    rows: dict[str, list[dict[str, Any]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {
        name: [
            {k: re.compile(v, re.IGNORECASE) if k in ("pattern", "needs") else v for k, v in row.items()}
            for row in group
        ]
        for name, group in rows.items()
    }
