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
            return _carried(tree, here, rules)
        if here.dep == "relcl" and _is_compared(tree, above, rules["relative"]):
            return str(rules["relative"]["id"])
        if here.dep == "relcl" and _is_event(above, rules) and _is_named_once(tree, above):
            return str(rules["named"]["id"])
        if here.dep in ("ccomp", "parataxis", "conj") and here.pos in _VERBS:
            return ""  # what governs it is told at another time, or another thing
        here = above


def _said_at(tree: Tree, token: Token, rules: dict[str, Any]) -> str:
    """What a verb's or an event noun's own words say of its time."""
    for child in tree.children(token.i):
        lemma = child.lemma.lower()
        governed = _is_event(child, rules) and child.dep in ("nsubj", "nsubjpass", "dobj")
        if found := _is_other(tree, child, rules) if governed else "":
            return found
        if token.pos not in _VERBS:
            continue
        if _had_been(tree, token, child, rules):
            return str(rules["before"]["id"])
        if lemma in rules["ago"]["marks"] and child.dep in ("advmod", "prep", "mark"):
            unit = tree.child(child.i, "npadvmod")
            if unit is not None and unit.lemma in rules["ago"]["words"]:
                return str(rules["ago"]["id"])
        if child.dep in ("npadvmod", "prep", "advmod") and _is_last(tree, child, rules["last"]):
            return str(rules["last"]["id"])
    return _is_other(tree, token, rules) if _is_event(token, rules) else ""


def _is_event(token: Token, rules: dict[str, Any]) -> bool:
    return token.pos == "NOUN" and token.lemma in rules["relative"]["nouns"]


def _is_other(tree: Tree, event: Token, rules: dict[str, Any]) -> str:
    """The id of the rule by which an event's own modifiers make it another one; ``""`` when none does."""
    own = tree.children(event.i)
    if any(c.lemma.lower() in rules["modified"]["words"] and c.dep in ("amod", "det") for c in own):
        return str(rules["modified"]["id"])
    sized = any(c.lemma.lower() in rules["sized"]["words"] and c.tag in rules["sized"]["tags"] for c in own)
    return str(rules["sized"]["id"]) if sized and _is_new(tree, event) else ""


def _is_named_once(tree: Tree, event: Token) -> bool:
    """Whether an event bears a name of which the account says nothing more: "the Marlow hack, in which"."""
    names = [c for c in tree.children(event.i) if c.dep in ("compound", "poss", "nmod") and c.pos == "PROPN"]
    elsewhere = {t.text for t in tree.tokens if t.sentence != event.sentence}
    return bool(names) and not any(name.text in elsewhere for name in names)


def _is_new(tree: Tree, event: Token) -> bool:
    """Whether an event is introduced: "a quake"."""
    return any(c.dep == "det" and c.lemma in ("a", "an", "another") for c in tree.children(event.i))


def _had_been(tree: Tree, verb: Token, event: Token, rules: dict[str, Any]) -> bool:
    """Whether a verb says of an event that it introduces that it had happened before."""
    if event.dep not in ("nsubj", "nsubjpass") or not (_is_event(event, rules) and _is_new(tree, event)):
        return False
    own = tree.children(verb.i)
    had = any(c.dep == "aux" and c.text.lower() == "had" for c in own)
    return had and any(c.dep == "advmod" and c.lemma.lower() in rules["before"]["marks"] for c in own)


def _carried(tree: Tree, root: Token, rules: dict[str, Any]) -> str:
    """The id of the rule when a sentence goes on about another event, of which the one before it tells."""
    rule = rules["carried"]
    subject = tree.child(root.i, "nsubj", "nsubjpass")
    if subject is None:
        return ""
    pointed = any(c.dep == "det" and c.lemma in rule["determiners"] for c in tree.children(subject.i))
    if not ((_is_event(subject, rules) and pointed) or (subject.lemma.lower() in rule["pronouns"])):
        return ""
    told = next((t for t in tree.of_sentence(root.sentence - 1) if t.head == t.i), None)
    event = tree.child(told.i, "nsubj", "nsubjpass") if told is not None else None
    if told is None or event is None:
        return ""
    new = _is_event(event, rules) and (_is_other(tree, event, rules) or _said_at(tree, told, rules))
    return str(rule["id"]) if new or _carried(tree, told, rules) else ""


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
