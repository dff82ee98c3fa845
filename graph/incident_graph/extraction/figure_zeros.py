"""Zeros as figures: "nobody was killed", "there were no deaths"."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from importlib import resources
from typing import Any

from incident_graph.annotators.zeros import zeros_in
from incident_graph.extraction.evidence import ZERO, FigureMention
from incident_graph.text.document import Document
from incident_graph.values import Quantity

_NONE = Quantity(Decimal(0), Decimal(0), Decimal(0), "person")


def zero_figures(document: Document, number: int) -> Iterator[FigureMention]:
    """The zeros of a sentence of a parsed document that count all people there are; see ``zeros.yaml``.

    >>> from incident_graph.accounts import Account
    >>> from incident_graph.text.documents import read_document
    >>> from incident_graph.text.parsing import parse
    >>> text = "Nobody was killed. There were no injuries. No guards were hurt."
    >>> (document,) = parse([read_document(Account("0" * 64, "a.txt", text))])
    >>> for sentence in range(3):
    ...     print([(f.core.text, f.value.label(), f.noun) for f in zero_figures(document, sentence)])
    [('Nobody', '0', 'person')]
    [('no injuries', '0', 'injury')]
    []
    """
    words, seen = _words(), set()
    for zero in zeros_in(document, number):
        told = zero.noun in words["harm"] or (zero.noun in words["people"] and zero.predicate in words["verbs"])
        if told and zero.start not in seen:
            seen.add(zero.start)
            place = document.account.excerpt(zero.start, zero.end)
            noun = zero.noun if zero.noun in words["harm"] else "person"
            yield FigureMention(place, place, _NONE, noun=noun, rules=(ZERO,))


@lru_cache(maxsize=4)
def _words(language: str = "en") -> dict[str, frozenset[str]]:
    import yaml

    path = resources.files("incident_graph.extraction") / "resources" / language / "zeros.yaml"
    rows: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {name: frozenset(rows[name]) for name in ("harm", "people", "verbs")}
