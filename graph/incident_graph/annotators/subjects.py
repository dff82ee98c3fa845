"""Subjects: who does what a verb says, also where the parse gives the verb no subject of its own."""

from incident_graph.annotators.lexicon import nouns
from incident_graph.annotators.stretches import trimmed
from incident_graph.text.tree import Token, Tree

SUBJECTS = ("nsubj", "nsubj:pass", "nsubjpass")

RELATIVE = frozenset({"who", "which", "that"})

VERBAL = frozenset({"VERB", "AUX"})


def subject(tree: Tree, token: Token) -> Token | None:
    """The head of who does what a verb says: its subject, or that of the verb it is joined to or stands under."""
    seen = 0
    while seen < 8:
        seen += 1
        own = [t for t in tree.children(token.i) if t.dep in SUBJECTS]
        if own:
            before = [t for t in own if t.i < token.i]
            return meant(tree, (before or own)[-1], token)
        if (clause := tree.child(token.i, "csubj")) is not None:  # "Most of those going to the polls said"
            return tree.child(clause.i, "nsubj")
        head = tree.head(token)
        if head is None:
            return None
        if (token.dep in ("conj", "dep") and head.pos in VERBAL) or (
            token.dep in ("advcl", "acl", "xcomp", "ccomp", "dep") and token.tag == "VBG" and head.pos in VERBAL
        ):
            token = head
        elif token.dep == "acl" and token.tag == "VBG" and head.pos in ("NOUN", "PROPN", "PRON"):
            return _owner(tree, token, head)
        elif token.dep == "pcomp" and token.tag == "VBG" and head.pos in ("ADP", "SCONJ"):
            with_whom = next((t for t in tree.children(head.i) if t.dep == "pobj" and t.i < token.i), None)
            above = tree.head(head)
            if with_whom is not None or above is None or above.pos not in VERBAL:
                return with_whom
            token = above
        elif token.dep == "relcl" and head.pos in ("NOUN", "PROPN", "PRON"):
            return head
        elif token.dep in ("xcomp", "advcl") and token.tag == "VB" and (by := _controller(tree, head)) is not None:
            if by.dep == "dobj":
                return by
            token = by
        else:
            return None
    return None


def _controller(tree: Tree, head: Token) -> Token | None:
    """Whose infinitive it is: the subject's of the verb above ("rose to say"), or its object's ("got her to say")."""
    if head.pos in VERBAL:
        return tree.child(head.i, "dobj") if head.lemma in _MADE_TO else head
    return tree.head(head) if head.dep == "acomp" else None


#: Verbs whose object does what the infinitive says.
_MADE_TO = frozenset(
    "ask tell urge get force lead prompt cause allow push press persuade want expect invite help".split()
)


def _owner(tree: Tree, token: Token, head: Token) -> Token | None:
    """Who speaks in a participle after a noun: the noun if it is a subject or a document, else the clause's subject."""
    if head.dep in SUBJECTS or head.pos == "PROPN" or nouns()["document"].holds(head.lemma):
        return head
    above = next((t for t in tree.ancestors(head) if t.pos in VERBAL), None)
    return subject(tree, above) if above is not None else head


def inverted(tree: Tree, token: Token) -> tuple[Token, tuple[int, int]] | None:
    """A name right behind a verb that has no subject and follows a comma, and what stands before it all."""
    start = tree.of_sentence(token.sentence)[0].i
    if token.i - 1 <= start or tree.tokens[token.i - 1].text not in (",", '"', "''") or token.tag not in ("VBD", "VBZ"):
        return None
    name = _behind(tree, token)
    if name is None or name.pos != "PROPN" or tree.child(token.i, "nsubj", "ccomp") is not None:
        return None
    before = trimmed(tree, start, token.i - 1)
    return (name, before) if before is not None else None


def beside(tree: Tree, token: Token) -> Token | None:
    """Where the parse gives a finite verb no subject: the noun before it, over what commas enclose, or behind."""
    start = tree.of_sentence(token.sentence)[0].i
    before = token.i - 1
    if (
        before > start
        and tree.tokens[before].text in (",", '"')
        and any(t.dep == "ccomp" and t.i < before for t in tree.children(token.i))
    ):
        return _behind(tree, token)
    while before >= start and (tree.tokens[before].pos in ("ADV", "AUX") or tree.tokens[before].text in ("(", ")")):
        before -= 1
    if before < start:
        return None
    if tree.tokens[before].pos in _NOMINAL:
        return _top(tree, before, token)
    if tree.tokens[before].text == ",":
        return _before_commas(tree, before, start)
    if tree.tokens[before].pos == "PUNCT":
        return next((t for t in tree.children(token.i) if t.i > token.i and t.dep in ("dobj", "attr", "oprd")), None)
    return None


def _behind(tree: Tree, token: Token) -> Token | None:
    """The head of the phrase that follows a verb: ", said Ada Quill"."""
    nearest = tree.tokens[min(token.i + 1, len(tree.tokens) - 1)]
    while nearest.dep in ("det", "compound", "amod", "nmod", "poss", "nummod") and nearest.head > nearest.i:
        nearest = tree.tokens[nearest.head]
    return nearest if nearest.pos in _NOMINAL and nearest.i > token.i else None


def _top(tree: Tree, index: int, verb: Token) -> Token | None:
    """The head of the phrase that ends at a noun before a verb."""
    nearest = tree.tokens[index]
    while nearest.dep in ("compound", "nmod", "pobj", "prep", "poss") and nearest.head < verb.i:
        if nearest.head == nearest.i or tree.tokens[nearest.head].pos in VERBAL:
            break
        nearest = tree.tokens[nearest.head]
    return nearest if nearest.pos in _NOMINAL else None


def _before_commas(tree: Tree, comma: int, start: int) -> Token | None:
    """The name before what is put in after it: "Ada Quill, 44, said", "Ada Quill, without naming him, said"."""
    end, looked_at = comma, 0
    while end > start and looked_at < 4:
        looked_at += 1
        first = end
        while first > start and tree.tokens[first - 1].text not in (",", '"', "''", ";", ":"):
            first -= 1
        part = tree.tokens[first:end]
        if part and part[-1].pos == "PROPN" and part[0].pos in ("PROPN", "NOUN", "ADJ", "DET"):
            names = [t for t in part if t.pos == "PROPN"]
            return names[-1] if len(names) == len(part) else _top(tree, part[-1].i, tree.tokens[comma])
        if first <= start or tree.tokens[first - 1].text != ",":
            return None
        end = first - 1
    return None


_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def meant(tree: Tree, found: Token, verb: Token) -> Token | None:
    """The noun for which a relative pronoun stands; the subject itself otherwise."""
    if found.text.lower() not in RELATIVE:
        return found
    while verb.dep == "conj" and (above := tree.head(verb)) is not None:
        verb = above
    head = tree.head(verb)
    return head if verb.dep == "relcl" and head is not None and head.pos not in VERBAL else None
