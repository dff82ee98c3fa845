"""Rejections: a sentence that denies what was said before it ("The firm rejected the claim.")."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from incident_graph.annotators.assertion_rules import load_rules
from incident_graph.annotators.negation import Negations
from incident_graph.text.document import Document
from incident_graph.text.tree import Token, Tree

#: What points back to what was said.
_POINTING = frozenset("the that this these those its his her their such".split())
_PRONOUNS = frozenset({"it", "that", "this"})
_CALLING = frozenset({"call", "describe", "brand", "label", "term"})
#: Words for a number, and for anything at all: only what these name can be a figure that is rejected.
_NUMBERS = frozenset("figure number toll count estimate sum amount date time it that this".split())


class Rejection(NamedTuple):
    """From the verb that rejects to what it rejects, as offsets of the text, and whether that may be a number."""

    start: int
    end: int
    number: bool


def rejection_in(document: Document, number: int) -> Rejection | None:
    """How a sentence of a parsed document rejects what the one before it says; ``None`` when it does not.

    What it rejects is a word for a statement with nothing after it that would say which ("rejected the claim", not
    "rejected the claim that it was slow"), or a pronoun; or it calls one untrue.
    """
    tree = document.tree
    for token in document.tree.of_sentence(number):
        if token.pos in ("VERB", "AUX") and _main(tree, token):
            said = next(_rejected(tree, token), None)
            if said is not None and Negations(tree, load_rules()).of(token) is None:
                first, last = sorted((token, said))
                return Rejection(first.start, last.end, said.lemma in _NUMBERS)
    return _misread(tree.of_sentence(number))


def _misread(tokens: Sequence[Token]) -> Rejection | None:
    """ "The firm disputes that account", of which the parser makes disputes that somebody accounts for."""
    for n, token in enumerate(tokens[:-2]):
        denying = any(
            r.does == "denies" and "content" in r.governs for r in load_rules().governing.get(token.lemma, ())
        )
        pointing, said = tokens[n + 1], tokens[n + 2]
        last = n + 3 == len(tokens) or tokens[n + 3].pos == "PUNCT"
        if not (denying and token.dep == "ROOT" and token.pos == "NOUN" and n and last):
            continue
        if pointing.text.lower() in _POINTING and said.lemma in load_rules().content:
            return Rejection(token.start, said.end, said.lemma in _NUMBERS)
    return None


def _main(tree: Tree, verb: Token) -> bool:
    """Whether a verb tells what the sentence tells: its root, what is joined to that, or what somebody says."""
    while verb.dep in ("conj", "ccomp"):
        verb = tree.tokens[verb.head]
    return verb.dep == "ROOT"


def _rejected(tree: Tree, verb: Token) -> Iterator[Token]:
    """What a verb says is not so, if that points back."""
    denying = [r for r in load_rules().governing.get(verb.lemma, ()) if r.does == "denies" and "content" in r.governs]
    for child in tree.children(verb.i):
        called = child.dep in ("dobj", "nsubj") and verb.lemma in _CALLING and child.i > verb.i
        if called and not _untrue(tree, verb):
            continue
        objected = called or (denying and child.dep in ("dobj", "nsubjpass"))
        untrue = (
            verb.lemma == "be" and child.dep in ("nsubj", "nsubjpass") and child.pos == "NOUN" and _untrue(tree, verb)
        )
        if (objected or untrue) and _points(tree, child):
            yield child


def _untrue(tree: Tree, verb: Token) -> bool:
    """Whether a predicate is one that says of something that it is not so."""
    rule = next(r for r in load_rules().rules if r.id == "is untrue")
    return any(t.lemma in rule.words for t in tree.subtree(verb.i) if t.i > verb.i and t.pos in ("ADJ", "NOUN"))


def _points(tree: Tree, noun: Token) -> bool:
    if noun.pos in ("PRON", "DET"):
        return noun.lemma in _PRONOUNS
    children = tree.children(noun.i)
    if any(t.dep in ("acl", "relcl", "ccomp") or (t.dep == "prep" and t.lemma != "as") for t in children):
        return False
    pointing = any(t.dep in ("det", "poss") and t.lemma in (*_POINTING, "they", "he", "she") for t in children)
    return pointing and noun.lemma in load_rules().content
