"""Zeros: "nobody was killed", "no deaths", "without injuries" state a number, and the number is none."""

from collections.abc import Iterator
from typing import NamedTuple

from incident_graph.annotators.assertion import stance_of
from incident_graph.annotators.assertion_rules import load_rules
from incident_graph.annotators.negation import Negations
from incident_graph.model.claim import Stance
from incident_graph.text.document import Document
from incident_graph.text.tree import Token, Tree

_SUBJECTS = ("nsubj", "nsubjpass")
_STATES = ("ADJ", "VERB", "NOUN")


class Zero(NamedTuple):
    """A statement that there were none: the words "no deaths", what is counted, and what none of them did or met."""

    start: int
    end: int
    noun: str  # lemma: "death"; "person" for nobody and no one
    predicate: str  # lemma of the verb: "kill"; empty where there is none


def zeros_in(document: Document, number: int) -> list[Zero]:
    """The zeros that a sentence of a parsed document states, in order of place; offsets of the account's text.

    Only what is stated counts: a denial that nobody was hurt, or the lack of evidence for it, is no zero.
    """
    found: list[Zero] = []
    negations = Negations(document.tree, load_rules())
    for token in document.tree.of_sentence(number):
        word = negations.empty(token) if token.pos in ("NOUN", "PRON", "PROPN", "NUM") else None
        if word is None and token.dep == "pobj" and _head(document.tree, token).lemma == "without":
            word = _head(document.tree, token)
        if word is None or (token.lemma in load_rules().governing and token.pos == "NOUN"):
            continue
        found += _of(document, token, word)
    return found


def _of(document: Document, token: Token, word: Token) -> Iterator[Zero]:
    tree = document.tree
    noun = _counted(tree, token)
    start, end = min(word.start, token.start), max(word.end, token.end)
    if token.dep in _SUBJECTS:
        for verb in _verbs(tree, _head(tree, token)):
            if stance_of(document, verb) is Stance.DENIES:
                yield Zero(start, end, noun, verb.lemma)
    elif token.dep in ("dobj", "attr", "pobj", "ROOT", "nsubj", "oprd", "conj"):
        verb = _head(tree, token)
        said = verb.lemma if verb.pos in ("VERB", "AUX") and verb is not token else ""
        state = _left(tree, verb, token)
        said = state or said
        if stance_of(document, verb if state or (said and token.pos == "PRON") else token) is Stance.DENIES:
            yield Zero(start, end, noun, said)


def _counted(tree: Tree, token: Token) -> str:
    """What there is none of: for "none of the passengers" the passengers, for "no loss of life" life, for "nobody"
    persons."""
    if token.pos == "NOUN" and token.lemma != "loss":
        return token.lemma
    of = next((t for t in tree.children(token.i) if t.lemma == "of"), None)
    inner = tree.child(of.i, "pobj") if of is not None else None
    if inner is not None and inner.pos == "NOUN":
        return inner.lemma
    if token.pos == "NOUN":
        return token.lemma
    return "thing" if token.text.lower() == "nothing" else "person"


def _left(tree: Tree, verb: Token, whom: Token) -> str:
    """What somebody is left as: "dead" in "it left nobody dead"; empty for any other verb."""
    after = tree.tokens[whom.i + 1] if whom.i + 1 < len(tree.tokens) else None
    if verb.lemma != "leave" or after is None or after.head not in (verb.i, whom.i) or after.pos not in _STATES:
        return ""
    return after.lemma


def _verbs(tree: Tree, verb: Token) -> Iterator[Token]:
    """A verb and those joined to it that have no subject of their own."""
    yield verb
    for child in tree.children(verb.i):
        if child.dep == "conj" and child.tag == verb.tag and tree.child(child.i, *_SUBJECTS) is None:
            yield child


def _head(tree: Tree, token: Token) -> Token:
    return tree.tokens[token.head]
