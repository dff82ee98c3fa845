"""Whose event a value is of: this incident's, or that of another which the sentence sets beside it."""

from functools import lru_cache
from importlib import resources
from typing import Any

from incident_graph.text.tree import Token, Tree

_VERBS = ("VERB", "AUX")


def another_event(tree: Tree, number: Token) -> str:
    """The id of the rule by which a number tells of another event than the incident; ``""`` when none does.

    >>> from incident_graph.accounts import Account
    >>> from incident_graph.text.documents import read_document
    >>> from incident_graph.text.parsing import parse
    >>> texts = ("A similar fire killed 12 people in the same street.", "The huge fire killed 12 people.")
    >>> for text in texts:
    ...     (document,) = parse([read_document(Account("0" * 64, "a.txt", text))])
    ...     number = next(t for t in document.tree.tokens if t.text == "12")
    ...     print(repr(another_event(document.tree, number)))
    'another-event-by-adjective'
    ''
    """
    rules = _rules()
    here = number
    while True:
        if found := _said_at(tree, here, rules):
            return found
        above = tree.head(here)
        if above is None:
            return ""
        if here.dep == "relcl" and _is_compared(tree, above, rules["relative"]):
            return str(rules["relative"]["id"])
        if here.dep in ("ccomp", "parataxis", "conj") and here.pos in _VERBS:
            return ""  # what governs it is told at another time, or another thing
        here = above


def _said_at(tree: Tree, token: Token, rules: dict[str, Any]) -> str:
    """What a verb's or an event noun's own words say of its time."""
    for child in tree.children(token.i):
        lemma = child.lemma.lower()
        if _is_event(child, rules) and child.dep in ("nsubj", "nsubjpass", "dobj") and _is_other(tree, child, rules):
            return str(rules["modified"]["id"])
        if token.pos not in _VERBS:
            continue
        if lemma in rules["ago"]["marks"] and child.dep in ("advmod", "prep", "mark"):
            unit = tree.child(child.i, "npadvmod")
            if unit is not None and unit.lemma in rules["ago"]["words"]:
                return str(rules["ago"]["id"])
        if child.dep in ("npadvmod", "prep", "advmod") and _is_last(tree, child, rules["last"]):
            return str(rules["last"]["id"])
    if _is_event(token, rules) and _is_other(tree, token, rules):
        return str(rules["modified"]["id"])
    return ""


def _is_event(token: Token, rules: dict[str, Any]) -> bool:
    return token.pos == "NOUN" and token.lemma in rules["relative"]["nouns"]


def _is_other(tree: Tree, event: Token, rules: dict[str, Any]) -> bool:
    return any(
        c.lemma.lower() in rules["modified"]["words"] and c.dep in ("amod", "det") for c in tree.children(event.i)
    )


def _is_last(tree: Tree, token: Token, rule: dict[str, Any]) -> bool:
    noun = tree.child(token.i, "pobj") if token.dep == "prep" else token
    if noun is None or noun.text.lower() not in rule["nouns"]:
        return False
    return any(c.lemma.lower() in rule["words"] for c in tree.children(noun.i))


def _is_compared(tree: Tree, noun: Token, rule: dict[str, Any]) -> bool:
    """Whether a noun that a relative clause tells of is an event set beside this one: "after the attack in which"."""
    here: Token | None = noun
    event = False
    while here is not None and here.pos in ("NOUN", "PROPN", "ADP"):
        event = event or (here.pos == "NOUN" and here.lemma in rule["nouns"])
        if here.pos == "ADP" and here.lemma.lower() in rule["compared"]:
            return event
        here = tree.head(here)
    return False


@lru_cache(maxsize=4)
def _rules(language: str = "en") -> dict[str, Any]:
    import yaml

    path = resources.files("incident_graph.alignment") / "resources" / language / "events.yaml"
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found
