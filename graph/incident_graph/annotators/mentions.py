"""Mentions: the noun phrase around a noun, and what it tells of whom it means: a person, a body, a document."""

import re
from typing import NamedTuple

from incident_graph.annotators.lexicon import nouns
from incident_graph.text.tree import Token, Tree

#: The words of a mention; of a longer phrase only what leads to its head is taken.
_LONGEST = 14
_TIMES = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|june|july|august|september|october"
    r"|november|december|yesterday|today|tomorrow|tonight|morning|afternoon|evening|night|week|month|year|(?:19|20)?\d\d",
    re.IGNORECASE,
)
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_HE = {"he": "male", "she": "female", "his": "male", "her": "female", "him": "male"}
_PRONOUNS = frozenset({*_HE, "it", "they", "we", "i", "you", "both", "its", "their", "our", "my", "them", "us", "me"})
_DEFINITE = frozenset("the this that these those its their his her our my".split())


class Mention(NamedTuple):
    """A noun phrase: where it stands, its head, and what it tells of whom it means."""

    start: int
    end: int
    head: Token
    sort: str  # person · body · document · name (a person or a body) · pronoun · other
    several: bool = False
    gender: str = ""  # male · female
    definite: bool = False  # "the mayor", "its spokesman": no name in it


def mention_at(tree: Tree, head: Token) -> Mention:
    """The noun phrase of which ``head`` is the head, without the clauses and appositions that follow it.

    >>> from incident_graph.text.tree import Token
    >>> tree = Tree((Token(0, 0, 3, "The", "the", "DT", "DET", "det", 1, 0),
    ...              Token(1, 4, 9, "mayor", "mayor", "NN", "NOUN", "nsubj", 2, 0),
    ...              Token(2, 10, 14, "said", "say", "VBD", "VERB", "ROOT", 2, 0)))
    >>> mention_at(tree, tree.tokens[1])[:2], mention_at(tree, tree.tokens[1]).sort
    ((0, 9), 'person')
    """
    first, last = _first(tree, head), _last(tree, head)
    while first < head.i and (tree.tokens[first].pos in ("PUNCT", "CCONJ", "SCONJ", "INTJ") or _loose(tree, first)):
        first += 1
    first = max([first, *(t.i + 1 for t in tree.tokens[first : head.i] if t.text in _DASHES)])
    if last - first >= _LONGEST:
        last = head.i
        first = max(first, head.i - _LONGEST)
    sort, gender = _sort(tree, head, first)
    surname = head.tag == "NNPS" and tree.child(head.i, "det") is None  # "Sanders", to the tagger a plural
    plural = (
        head.tag in ("NNS", "NNPS") or head.lemma in ("they", "we", "people", "police", "other", "some", "many")
    ) and not surname
    several = plural or any(t.dep == "conj" and t.i <= last for t in tree.children(head.i))
    determiner = tree.child(head.i, "det", "poss")
    definite = head.pos == "NOUN" and determiner is not None and determiner.text.lower() in _DEFINITE
    return Mention(tree.tokens[first].start, tree.tokens[last].end, head, sort, several, gender, definite)


#: Behind such a mark a new phrase begins: "ARDEN (Wire) - Mayor Ada Quill said".
_DASHES = frozenset({"-", "–", "—", "--"})


def _loose(tree: Tree, index: int) -> bool:
    """Whether a token before the head is no part of the phrase: an adverb, a time."""
    token = tree.tokens[index]
    return (
        token.dep in ("advmod", "mark", "cc", "preconj", "npadvmod")
        and token.head == tree.tokens[index].head
        and (token.pos in ("ADV", "SCONJ", "CCONJ"))
    )


def _first(tree: Tree, head: Token) -> int:
    first = head.i
    if head.dep == "compound":  # "the forum notes": to the parser one noun
        while first and (t := tree.tokens[first - 1]).head == head.head and t.dep in ("det", "amod", "compound"):
            first -= 1
    for child in reversed([t for t in tree.children(head.i) if t.i < head.i]):
        if child.pos == "PUNCT":
            if child.text in (",", ";", ":", "—", "–") and not _between_adjectives(tree, head, child):
                break
            continue
        if child.dep in ("relcl", "acl", "advcl", "parataxis", "ccomp", "intj", "prep", "csubj", "mark"):
            break
        first = tree.edges(child.i)[0]
    return first


def _between_adjectives(tree: Tree, head: Token, comma: Token) -> bool:
    return any(t.dep in ("amod", "nmod", "compound") and t.i < comma.i for t in tree.children(head.i))


def _last(tree: Tree, head: Token) -> int:
    last = head.i
    for child in tree.children(head.i):
        if child.i < head.i:
            continue
        if child.dep in ("cc", "punct", "preconj"):
            if child.text in (",", "-", "'", '"') or child.dep == "cc":
                continue
            break
        if child.dep == "prep" and not _set_off(tree, child, last):
            pobj = tree.child(child.i, "pobj")
            if pobj is None or _TIMES.fullmatch(pobj.text):
                break
            last = _last(tree, pobj)
        elif child.dep == "conj" and child.pos in _NOMINAL and not _TIMES.fullmatch(child.text):
            last = _last(tree, child)
        elif child.dep == "appos" and child.pos == "PROPN" and not _set_off(tree, child, last):
            last = _last(tree, child)  # "the pilot Ada Quill"
        elif child.dep in ("case", "compound", "nummod", "flat", "nmod", "amod") and not _set_off(tree, child, last):
            last = child.i if child.dep == "case" else tree.edges(child.i)[1]
        else:
            break
    if tree.tokens[last].tag == "POS":
        last -= 1
    return last


def _set_off(tree: Tree, child: Token, last: int) -> bool:
    """Whether a mark stands before what follows the head."""
    return any(t.pos == "PUNCT" for t in tree.tokens[last + 1 : tree.edges(child.i)[0] + 1])


def _sort(tree: Tree, head: Token, first: int) -> tuple[str, str]:
    """What a phrase means, and the gender its words tell."""
    sorts, lemma = nouns(), head.lemma.lower()
    if head.pos == "PRON" or lemma in _PRONOUNS:
        return ("pronoun" if head.text.lower() in _PRONOUNS else "other"), _HE.get(head.text.lower(), "")
    words = [t.text.lower() for t in tree.tokens[first : head.i + 1]]
    gender = next((g for g in ("male", "female") if any(w in sorts[g].lemmas for w in words)), "")
    named = (
        head.pos == "NOUN" and head.text.istitle() and head.tag == "NN" and tree.child(head.i, "det", "poss") is None
    )
    if head.pos == "PROPN" or (named and head.i != tree.of_sentence(head.sentence)[0].i):
        return _name_sort(tree, head, first), gender
    for sort in ("document", "person", "body"):
        if sorts[sort].holds(lemma):
            return sort, gender
    return "other", gender


def _name_sort(tree: Tree, head: Token, first: int) -> str:
    sorts = nouns()
    own = [t for t in tree.tokens[first : head.i + 1] if t.pos == "PROPN"]
    if any(t.text.lower() in sorts["body-word"].lemmas for t in own):
        return "body"
    if any(t.text.lower() in sorts["title"].lemmas for t in tree.tokens[first : head.i]):
        return "person"
    if tree.tokens[first].lemma == "the" or tree.child(head.i, "det") or (head.text.isupper() and len(head.text) > 1):
        return "body"
    return "person" if len(own) >= 2 else "name"


def is_time(token: Token) -> bool:
    """Whether a word names a day, a month or a stretch of the day."""
    return _TIMES.fullmatch(token.text) is not None and not token.text.isupper()


def may_speak(tree: Tree, head: Token, weak: bool) -> bool:
    """Whether what ``head`` means can speak; after a ``weak`` verb only a name, a pronoun or a noun known to speak."""
    sorts, lemma = nouns(), head.lemma.lower()
    if lemma in sorts["amount"].lemmas and (of := _of_whom(tree, head)) is not None:
        return may_speak(tree, of, weak)  # "a number of residents"
    if lemma in sorts["nobody"].lemmas or head.text.lower() in sorts["nobody"].lemmas:
        return False
    if any(t.text.lower() in ("no", "nor", "neither") for t in tree.children(head.i)):
        return False
    if head.pos == "PROPN" or (head.text.istitle() and head.pos in ("VERB", "ADV") and head.dep == "nsubj"):
        return not is_time(head)
    if head.text.lower() in _PRONOUNS:
        return not (weak and head.lemma == "it")
    known = any(sorts[sort].holds(lemma) for sort in ("person", "body", "document")) or _is_named(tree, head)
    if weak:
        return known
    return (
        known
        or head.pos == "NOUN"
        or (head.pos in ("NUM", "PRON", "ADJ", "DET") and head.dep.startswith(("nsubj", "nummod")))
    )


def _of_whom(tree: Tree, head: Token) -> Token | None:
    of = next((t for t in tree.children(head.i) if t.dep == "prep" and t.lemma == "of"), None)
    return tree.child(of.i, "pobj") if of is not None else None


def _is_named(tree: Tree, head: Token) -> bool:
    """Whether a name stands beside a noun: "the harpist, Ada Quill"."""
    return any(t.dep == "appos" and t.pos == "PROPN" for t in tree.children(head.i)) and head.pos == "NOUN"
