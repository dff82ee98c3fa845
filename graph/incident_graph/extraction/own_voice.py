"""Own voice: what an account says itself though it stands within what somebody is said to say."""

from incident_graph.annotators.attribution import attributions
from incident_graph.annotators.lexicon import nouns
from incident_graph.text.document import Document
from incident_graph.text.tree import Token, Tree

_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PUNCT", "CCONJ", "SCONJ", "PART", "NUM"})
#: Prepositions that tell where.
_WHERE = frozenset({"at", "in", "on", "near", "off"})
_ROLES = ("person", "body", "title", "body-word")


def is_own_voice(document: Document, value: tuple[int, int], told: tuple[int, int], *, naming: bool) -> bool:
    """Whether an account itself tells a value that stands within what somebody is said to say.

    ``told`` are the words that tell it, with the value; ``naming``: to name who or what it is, is all that is asked.
    """
    if naming and named_in_passing(document, *told):
        return True
    return is_deed_of_lead(document, *value) or places_what_is_known(document, *value)


def named_in_passing(document: Document, start: int, end: int) -> bool:
    """Whether words only say who somebody is: "the mayor said that chief clerk Ada Loe would resign" tells of the
    clerk's office in the account's own voice, and of her resigning in the mayor's."""
    words = document.tree.within(start, end)
    if not words or any(t.pos not in _PHRASE and t.lemma != "of" for t in words):
        return False
    return any(t.pos == "PROPN" for t in words) and any(_is_role(t) for t in words)


def _is_role(token: Token) -> bool:
    sorts, lemma = nouns(), token.lemma.lower()
    return token.pos in ("NOUN", "PROPN") and any(sorts[sort].holds(lemma) for sort in _ROLES)


def places_what_is_known(document: Document, start: int, end: int) -> bool:
    """Whether a name only says which one is meant: "the blast at Arden Mill killed nine, the mayor said"."""
    tree = document.tree
    name = tree.top(start, end)
    preposition = tree.head(name) if name is not None and name.pos == "PROPN" and name.dep == "pobj" else None
    if preposition is None or preposition.lemma not in _WHERE:
        return False
    thing = tree.head(preposition)
    article = tree.child(thing.i, "det") if thing is not None and thing.pos == "NOUN" else None
    return article is not None and article.text.lower() == "the"


def is_deed_of_lead(document: Document, start: int, end: int) -> bool:
    """Whether words stand in the main clause of an account's first sentence, which goes on to what came of it.

    "A blast tore through a mill on Monday, killing nine people, officials said": that there was a blast is what the
    account is about; what the officials vouch for is the nine.
    """
    tree = document.tree
    top = tree.top(start, end)
    if top is None or top.sentence != document.once("first sentence", _first_sentence):
        return False
    tags = [a.cue[0] for a in attributions(document) if not a.inside and any(p <= start < q for p, q in a.contents)]
    if not tags or min(tags) < top.start:
        return False
    result = next((t for t in tree.of_sentence(top.sentence) if _is_result(tree, t)), None)
    return result is not None and top.i < result.i and result.end <= min(tags)


def _is_result(tree: Tree, token: Token) -> bool:
    """Whether a participle behind a comma tells what came of the deed before it."""
    before = tree.tokens[token.i - 1].text if token.i else ""
    return token.tag == "VBG" and token.dep in ("advcl", "xcomp") and before == "," and token.head < token.i


def _first_sentence(document: Document) -> int:
    """The number of the parse's sentence that opens the body; -1 when there is none."""
    body = next((b for b in document.blocks if b.kind == "body"), None)
    words = document.tree.within(body.start, body.end) if body is not None else ()
    return words[0].sentence if words else -1
