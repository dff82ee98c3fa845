"""Without a tree: the same rules, by the words that stand just before an answer in its stretch of text."""

import re
from collections.abc import Iterator
from functools import lru_cache

from incident_graph.annotators.assertion_rules import Rule, load_rules
from incident_graph.annotators.scope import Effect
from incident_graph.text.document import Document

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_STOPS = re.compile(r"[.;:!?()]|,\s")
#: How many words before an answer are looked at.
_REACH = 6


def effects_without_tree(document: Document, start: int, end: int) -> Iterator[Effect]:
    """The effects of operators within a few words before an answer, the nearest first."""
    text = document.text[max(0, start - 120) : start]
    stop = max((m.end() for m in _STOPS.finditer(text)), default=0)
    words = list(_WORD.finditer(text, stop))[-_REACH:]
    base = start - len(text)
    for found in reversed(words):
        word = found.group().lower()
        place = base + found.start(), base + found.end()
        if word in load_rules().negation.words or word in load_rules().negation.determiners or word.endswith("n't"):
            yield Effect("denies", *place, "not")
        elif (rule := _literal().get(word)) is not None:
            yield Effect(rule.does, *place, rule.id)


@lru_cache(maxsize=1)
def _literal() -> dict[str, Rule]:
    """The rules by the forms of their words, where those are plain enough to go by without a tree."""
    found: dict[str, Rule] = {}
    for rule in load_rules().rules:
        if rule.does not in ("denies", "unknown", "hedges") or rule.needs or rule.passive or rule.spares:
            continue
        if not rule.governs & {"clause", "head", "pobj"}:
            continue
        for word in rule.words:
            stem = word.removesuffix("e")
            for form in (word, word + "s", stem + "ed", stem + "ing"):
                found.setdefault(form, rule)
    return found
