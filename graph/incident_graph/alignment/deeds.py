"""Deeds: what one account says was done and another that it was not, whatever question asks for it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from incident_graph.alignment.events import another_event
from incident_graph.alignment.lexicon import Lexicon, lexicon
from incident_graph.annotators.assertion import Mood, assertion_of
from incident_graph.model import Stance
from incident_graph.text.document import Document
from incident_graph.text.tree import Token, Tree

_NOUNS = ("NOUN", "PROPN")
#: Relations in which a verb is no predicate of its own sentence, or one of a thing that is only thought of.
_NO_PREDICATE = ("amod", "compound", "aux", "auxpass", "pcomp")
#: Of a pair of deeds told in nearly every account nobody says anything by it.
_MOST = 0.7


class Deed(NamedTuple):
    """Something done or not done, to whom or what; ``start``..``end`` are the words of the predicate."""

    account: str
    sentence: int
    start: int
    end: int
    what: str  # lemma of the predicate, or its concept
    undergoers: frozenset[str]
    told: str  # the predicate as a participle, for wording
    done: bool


class Dispute(NamedTuple):
    """A deed of one account and its denial by another."""

    done: Deed
    denied: Deed


def deeds_of(document: Document) -> Iterator[Deed]:
    """The deeds that the text of an account states or denies, in order of place; without a parse there are none."""
    words = lexicon()
    for number, sentence in enumerate(document.sentences):
        if sentence.block.kind != "body":
            continue
        for token in document.tree.of_sentence(number):
            if token.pos != "VERB" or token.dep in _NO_PREDICATE or token.lemma in words.light:
                continue
            undergoers = frozenset(_undergoers(document.tree, token, words))
            if not undergoers or another_event(document.tree, token):
                continue
            said = assertion_of(document, token.start, token.end, inside=True)
            if said.mood is not Mood.STATED or said.stance not in (Stance.ASSERTS, Stance.DENIES):
                continue
            what = words.concept_of(token.lemma) or token.lemma
            done = said.stance is Stance.ASSERTS
            told = token.text.lower() if token.tag == "VBN" else token.lemma
            yield Deed(document.account.id, number, token.start, token.end, what, undergoers, told, done)


def _undergoers(tree: Tree, verb: Token, words: Lexicon) -> Iterator[str]:
    """What a deed is done to: objects and passive subjects, or the subject of a verb that has no object."""
    children = tree.children(verb.i)
    objects = [c for c in children if c.dep in ("dobj", "obj", "nsubjpass")]
    if not objects and not any(c.dep in ("ccomp", "xcomp") for c in children):
        objects = [c for c in children if c.dep == "nsubj"]
    for noun in objects:
        if noun.pos in _NOUNS and (lemma := noun.lemma.lower()) not in words.loose:
            yield words.spellings.get(lemma, lemma)


def disputes(deeds: Sequence[Deed]) -> list[Dispute]:
    """The deeds that one account denies and another states, where neither account says both; one for each matter."""
    held: dict[tuple[str, str, str], set[bool]] = {}
    telling: Counter[tuple[str, str]] = Counter()
    for deed in deeds:
        for noun in deed.undergoers:
            held.setdefault((deed.account, deed.what, noun), set()).add(deed.done)
    for _, what, noun in held:
        telling[what, noun] += 1
    accounts = max(2, len({deed.account for deed in deeds}))
    found: dict[tuple[str, str, str, str], Dispute] = {}
    for one, other in combinations(deeds, 2):
        if one.account == other.account or one.what != other.what or one.done is other.done:
            continue
        shared = sorted(one.undergoers & other.undergoers)
        sides = [held[deed.account, deed.what, shared[0]] for deed in (one, other)] if shared else []
        if not shared or any(len(side) > 1 for side in sides):
            continue
        if accounts > 3 and telling[one.what, shared[0]] > _MOST * accounts:
            continue
        pair = Dispute(one, other) if one.done else Dispute(other, one)
        found.setdefault((pair.done.account, pair.denied.account, one.what, shared[0]), pair)
    return list(found.values())


def all_deeds(documents: Iterable[Document]) -> list[Deed]:
    """The deeds of several accounts."""
    return [deed for document in documents for deed in deeds_of(document)]


def by_place(deeds: Iterable[Deed]) -> Mapping[tuple[str, int], Deed]:
    """Deeds by account and place."""
    return {(deed.account, deed.start): deed for deed in deeds}
