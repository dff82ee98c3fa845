"""Subjects: who does what a verb says, also where the parse gives the verb no subject of its own."""

from incident_graph.annotators.lexicon import nouns, verbs
from incident_graph.annotators.stretches import Stretches, trimmed
from incident_graph.text.tree import Token, Tree

SUBJECTS = ("nsubj", "nsubj:pass", "nsubjpass")

RELATIVE = frozenset({"who", "which", "that"})

VERBAL = frozenset({"VERB", "AUX"})

#: Tags of finite verbs.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def subject(tree: Tree, token: Token) -> Token | None:
    """The head of who does what a verb says: its subject, or that of the verb it is joined to or stands under."""
    seen = 0
    while seen < 8:
        seen += 1
        own = [t for t in tree.children(token.i) if t.dep in SUBJECTS]
        if own:
            before = [t for t in own if t.i < token.i]
            return _after_dateline(tree, token, meant(tree, (before or own)[-1], token))
        if (clause := tree.child(token.i, "csubj")) is not None:  # "Most of those going to the polls said"
            return tree.child(clause.i, "nsubj")
        head = tree.head(token)
        if head is None:
            return None
        if token.dep in ("conj", "dep") and head.pos in VERBAL:
            token = _joined_to(tree, token, head)
        elif (
            token.dep in ("advcl", "acl", "xcomp", "ccomp", "dep")
            and _is_participle(tree, token)
            and head.pos in VERBAL
        ):
            token = head
        elif token.dep == "acl" and token.tag == "VBG" and head.pos in ("NOUN", "PROPN", "PRON"):
            return _owner(tree, token, head)
        elif token.dep == "pcomp" and token.tag == "VBG" and head.pos in ("ADP", "SCONJ"):
            with_whom = next((t for t in tree.children(head.i) if t.dep == "pobj" and t.i < token.i), None)
            above = _above(tree, head)
            quoting = verbs().get(above.lemma) if above is not None and head.lemma == "as" else None
            if above is not None and quoting is not None and quoting.quoted:
                return tree.child(above.i, "dobj")  # "quoted the mayor as saying"
            if with_whom is not None or above is None or above.pos not in VERBAL:
                return with_whom or above
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


def _after_dateline(tree: Tree, verb: Token, found: Token | None) -> Token | None:
    """Who does it, where the parse takes the place of a report for that: "ARDEN (Wire) - The mayor said"."""
    if found is None or found.pos != "PROPN" or found.i - tree.of_sentence(found.sentence)[0].i > 2:
        return found
    dash = next(
        (t for t in tree.tokens[found.i + 1 : min(found.i + 9, verb.i)] if t.text in ("-", "–", "—", "--")), None
    )
    if dash is None or any(t.pos in VERBAL for t in tree.tokens[found.i : dash.i]):
        return found
    between = tree.tokens[found.i + 1 : dash.i]
    if between and between[-1].text not in (")", "]") and not found.text.isupper():
        return found
    behind_it = [t for t in tree.tokens[dash.i + 1 : verb.i] if t.pos in _NOMINAL and t.dep not in ("compound", "poss")]
    return behind_it[0] if behind_it else found


def _joined_to(tree: Tree, token: Token, head: Token) -> Token:
    """The verb to which another is joined: of one form with it, as far as the parse may err.

    "Forecast that it would rain and praised the crew": "praised" is not joined to "would rain".
    """
    helped = tree.child(head.i, "aux", "auxpass")
    bare = tree.child(token.i, "aux", "auxpass") is None and token.tag in ("VBD", "VBZ")
    complete = tree.child(token.i, "ccomp", "dobj") is not None
    if bare and helped is not None and (helped.tag in ("MD", "TO") or (complete and head.tag == "VBN")):
        return next((t for t in tree.ancestors(head) if t.tag == token.tag), head)
    return head


def _is_participle(tree: Tree, token: Token) -> bool:
    """ "Saying" or "having said"."""
    having = tree.child(token.i, "aux")
    return token.tag == "VBG" or (token.tag == "VBN" and having is not None and having.tag == "VBG")


def _above(tree: Tree, preposition: Token) -> Token | None:
    """Who has the habit "of saying so", or the verb to which a phrase such as "in addition to saying so" belongs."""
    head = tree.head(preposition)
    if head is None or head.pos in VERBAL:
        return head
    if (owner := tree.child(head.i, "poss")) is not None:
        return owner
    return next((t for t in tree.ancestors(head) if t.pos in VERBAL), None) if head.pos == "NOUN" else None


def _controller(tree: Tree, head: Token) -> Token | None:
    """Whose infinitive it is: the subject's of the verb above ("rose to say"), or its object's ("got her to say")."""
    if head.pos in VERBAL:
        brought = head.lemma in _BROUGHT_TO and tree.child(head.i, "auxpass") is not None  # "was forced to admit"
        return tree.child(head.i, "dobj") if head.lemma in _MADE_TO and not brought else head
    return tree.head(head) if head.dep == "acomp" else None


#: Verbs whose object does what the infinitive says.
_MADE_TO = frozenset(
    "ask tell urge get force lead prompt cause allow push press persuade want expect invite help".split()
)

#: Those of them that tell, in the passive, that it was done; "was asked to say" does not.
_BROUGHT_TO = frozenset("force lead prompt cause press push persuade".split())


def _owner(tree: Tree, token: Token, head: Token) -> Token | None:
    """Who speaks in a participle after a noun: the noun if it is a subject or a document, else the clause's subject."""
    if head.dep in SUBJECTS or head.pos == "PROPN":
        return head
    verb = tree.head(head)
    issued = head.dep == "dobj" and verb is not None and nouns()["issuing"].holds(verb.lemma)
    if nouns()["document"].holds(head.lemma) and not issued:  # "issued a statement saying": who issued it
        return head
    above = next((t for t in tree.ancestors(head) if t.pos in VERBAL), None)
    return subject(tree, above) if above is not None else head


def inverted(tree: Tree, token: Token, *, hearer: bool) -> tuple[Token, Stretches] | None:
    """A name right behind a verb that has no subject and follows a comma, and what stands around it all."""
    start = tree.of_sentence(token.sentence)[0].i
    if (
        token.i - 1 <= start
        or tree.tokens[token.i - 1].text not in (",", '"', "''")
        or token.tag not in ("VBD", "VBZ", "VBP")
    ):
        return None
    name = behind(tree, token)
    before = trimmed(tree, start, token.i - 1)
    if name is None or before is None or (hearer and name.pos != "PROPN"):
        return None
    own = tree.child(token.i, "nsubj")
    if own is not None and (hearer or own.i >= token.i - 1 or own.i == name.i):
        return None
    speaks = name.pos == "PROPN" or _speaks(name)
    if speaks and own is not None and (rest := _resumes(tree, token)) is not None:
        return name, (before, rest)  # "Part of the work, say clerks like Ada Loe, is slow"
    last = tree.edges(name.i)[1]
    closes = last + 1 < len(tree.tokens) and tree.tokens[last + 1].text in (".", ",")
    if tree.child(token.i, "ccomp") is not None or (name.pos != "PROPN" and not (closes and _speaks(name))):
        return None
    return name, (before,)


def _resumes(tree: Tree, verb: Token) -> tuple[int, int] | None:
    """What goes on behind the phrase that follows a verb, from a comma and a finite verb on."""
    sentence = tree.of_sentence(verb.sentence)
    for token in sentence:
        if token.i <= verb.i + 1:
            continue
        if token.tag in FINITE:
            return None
        if token.text != ",":
            continue
        words = [t for t in sentence if t.i > token.i and t.pos != "ADV"][:1]
        if words and words[0].tag in FINITE:
            return trimmed(tree, token.i + 1, sentence[-1].i)
    return None


def _speaks(noun: Token) -> bool:
    """Whether a noun names persons or a body: "…, claimed locals"."""
    return noun.pos == "NOUN" and any(nouns()[sort].holds(noun.lemma) for sort in ("person", "body"))


def beside(tree: Tree, token: Token) -> Token | None:
    """Where the parse gives a finite verb no subject: the noun before it, over what commas enclose, or behind."""
    start = tree.of_sentence(token.sentence)[0].i
    before = token.i - 1
    if (
        before > start
        and tree.tokens[before].text in (",", '"')
        and any(t.dep == "ccomp" and t.i < before for t in tree.children(token.i))
    ):
        return behind(tree, token)
    while before >= start and (tree.tokens[before].pos in ("ADV", "AUX") or tree.tokens[before].text in ("(", ")")):
        before -= 1
    if before < start:
        return None
    if tree.tokens[before].pos in _NOMINAL:
        return _top(tree, before, token)
    if tree.tokens[before].pos == "NUM" and before > start and tree.tokens[before - 1].lemma in ("in", "of"):
        return tree.tokens[before]  # "About 4 in 10 say"
    if tree.tokens[before].text == ",":
        return _before_commas(tree, before, start)
    if tree.tokens[before].pos == "PUNCT":
        return next((t for t in tree.children(token.i) if t.i > token.i and t.dep in ("dobj", "attr", "oprd")), None)
    return None


def behind(tree: Tree, token: Token) -> Token | None:
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
