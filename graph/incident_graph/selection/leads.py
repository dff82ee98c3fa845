"""Deeds in sentences: told by a main-clause predicate or an event noun of it, by the parse."""

from collections.abc import Iterator, Sequence

from incident_graph.profile import Wording
from incident_graph.selection.telling import (
    Around,
    Deeds,
    Told,
    is_told_by_noun,
    is_told_by_verb,
    words_named,
)
from incident_graph.text.tree import Token, Tree

_SUBJECTS = ("nsubj", "nsubjpass")
_CORE = ("nsubj", "nsubjpass", "dobj", "attr", "dative")
_OWN_CLAUSES = ("relcl", "acl", "advcl", "ccomp", "csubj", "parataxis")
_BESIDE_NOUNS = ("compound", "amod", "nmod", "npadvmod", "poss", "nummod")
_DEFINITE = frozenset("the this that these those its their his her".split())
_NONE = frozenset("nobody none nothing neither".split())
_UNREAL_MARKS = frozenset("if unless whether until lest".split())
_UNREAL_PREPS = frozenset("against without until like than before".split())
#: Verbs whose infinitive tells what happened: "began to sink", "is said to have sunk".
_REAL_INFINITIVES = frozenset(
    "manage begin start continue cause go believe understand say report know appear seem happen confirm allege".split()
)


def told_in_sentence(tree: Tree, tokens: Sequence[Token], deeds: Deeds) -> Iterator[Told]:
    """The deeds that a parsed sentence tells as having happened.

    A verb counts in the main clause, in what somebody says happened, in what goes with it or follows from it, and in a
    relative clause about its subject or object; not under a modal, a negation or a word of wishing, fearing or
    debating. An event noun counts in the same places, and a definite one whatever is denied of it.
    """
    words = [_key(token, deeds) for token in tokens]
    if words[-1:] == ["?"]:
        return
    for index, token in enumerate(tokens):
        for profile, deed in deeds.of(words[index]):
            verb = _is_verb(tree, token) and is_told_by_verb(deed, words, index)
            noun = token.pos in ("NOUN", "PROPN", "VERB") and is_told_by_noun(deed, words, index)
            told = verb and _around_verb(tree, token).fit(deed) and _happened(tree, token)
            if told or (noun and _around_noun(tree, token).fit(deed) and _took_place(tree, token)):
                yield Told(profile, deed, token.text)


def _is_verb(tree: Tree, token: Token) -> bool:
    """Whether a word is a verb, or goes with one and was taken for a noun ("struck a rock and sank")."""
    return token.pos in ("VERB", "AUX") or (token.dep == "conj" and tree.tokens[token.head].pos == "VERB")


def _key(token: Token, deeds: Deeds) -> str:
    """The form by which a deed may be known: the word itself, or the lemma of an irregular verb ("shook")."""
    word = token.text.lower()
    return token.lemma if token.pos == "VERB" and not deeds.of(word) else word


# ---------------------------------------------------------------- what stands about a word


def _naming(tree: Tree, token: Token) -> list[Token]:
    """The tokens of a phrase, without its clauses."""
    found, waiting = [token], [token]
    while waiting:
        for child in tree.children(waiting.pop().i):
            if child.dep not in _OWN_CLAUSES:
                found.append(child)
                waiting.append(child)
    return sorted(found)


def _words(tree: Tree, tokens: Sequence[Token]) -> list[str]:
    return [t.text.lower() for token in tokens for t in _naming(tree, token)]


def _subjects(tree: Tree, verb: Token) -> list[Token]:
    """Who does (or undergoes) a verb: its own subject, that of the verb it goes with, or the noun it describes."""
    own = [t for t in tree.children(verb.i) if t.dep in _SUBJECTS]
    head = tree.head(verb)
    if own and not (verb.dep == "relcl" and own[0].tag in ("WDT", "WP")):
        return own
    if head is None:
        return []
    if verb.dep in ("relcl", "acl"):
        return [head]
    if verb.dep not in ("conj", "xcomp", "advcl", "pcomp"):
        return []
    while head.pos not in ("VERB", "AUX"):  # "died after being hit", "struck a rock and sank" (taken for two things)
        above = tree.head(head)
        if above is None:
            return [head]
        head = above
    return _subjects(tree, head)


def _around_verb(tree: Tree, verb: Token) -> Around:
    children = tree.children(verb.i)
    subjects = _subjects(tree, verb)
    objects = [t for t in children if t.dep in ("dobj", "dative", "oprd")]
    agents = [t for child in children if child.dep == "agent" for t in tree.children(child.i)]
    passive = any(t.dep in ("nsubjpass", "auxpass") for t in children) or (verb.dep == "acl" and verb.tag == "VBN")
    alone = (
        verb.dep == "acl" and tree.tokens[verb.head].dep == "ROOT"
    )  # a clause taken for a phrase: "a lorry ploughed"
    others = [t for t in children if t.dep in ("prep", "prt", "advmod", "acomp", "attr", "npadvmod")]
    doers, undergoers = (agents, [*subjects, *objects]) if passive else ([*subjects, *agents], objects)
    doers = [*doers, *subjects] if alone else doers
    every = [*subjects, *objects, *agents, *others]
    wider = [*_words(tree, subjects), *(t.text.lower() for t in tree.subtree(verb.i))]
    return Around(_words(tree, doers), _words(tree, [*undergoers, *others]), _words(tree, every), wider)


def _around_noun(tree: Tree, noun: Token) -> Around:
    """All of the noun's phrase, and what stands about the verb or the noun that governs it."""
    words = _words(tree, [noun])
    for above in tree.ancestors(noun):
        if above.pos in ("VERB", "AUX"):
            words = [*words, above.text.lower(), *_around_verb(tree, above).all]
            break
    return Around(words, words, words)


# ---------------------------------------------------------------- whether it happened


def _happened(tree: Tree, token: Token) -> bool:
    """Whether a sentence says that what a verb tells happened."""
    while True:
        if not _is_real(tree, token):
            return False
        head = tree.head(token)
        if head is None:
            return True
        if token.dep in ("relcl", "acl"):
            return _is_core(tree, head) and not _is_spoken_of(tree, head) and _governed(tree, head)
        if not _carries(tree, token, head) or _is_spoken_of(tree, head):
            return False
        token = head


def _is_core(tree: Tree, noun: Token) -> bool:
    """Whether a noun is subject or object of the main verb, or stands alone."""
    head = tree.head(noun)
    return head is None or (noun.dep in _CORE and (head.dep in ("ROOT", "conj")))


def _is_real(tree: Tree, verb: Token) -> bool:
    """Whether nothing beside a verb makes it unreal: no modal, no negation, no "to", no "if"."""
    if verb.pos not in ("VERB", "AUX"):
        return True
    unreal = words_named("unreal")
    for child in tree.children(verb.i):
        if child.dep == "advmod" and child.text.lower() in unreal.single:
            return False
        if child.dep in _CORE and _is_none(tree, child):
            return False
        if child.dep == "neg" or (child.dep == "aux" and child.tag == "MD"):
            return False
        if child.dep == "mark" and child.text.lower() in _UNREAL_MARKS:
            return False
        if child.dep == "aux" and child.tag == "TO" and not _is_real_infinitive(tree, verb):
            return False
    return True


def _is_none(tree: Tree, token: Token) -> bool:
    """Whether a subject or object says that there was none."""
    return token.text.lower() in _NONE or any(t.dep == "det" and t.text.lower() == "no" for t in tree.children(token.i))


def _is_real_infinitive(tree: Tree, verb: Token) -> bool:
    head = tree.head(verb)
    return verb.dep in ("xcomp", "ccomp") and head is not None and head.lemma in _REAL_INFINITIVES


def _is_spoken_of(tree: Tree, token: Token) -> bool:
    """Whether a verb or noun is one of wishing, fearing or debating, or is about a bill, a law, a film."""
    unreal, policy = words_named("unreal"), words_named("policy")
    if _is_a(token, unreal) or _is_a(token, policy):
        return True
    children = tree.children(token.i)
    if any(child.text.lower() in unreal.following(token.lemma) for child in children):
        return True
    return token.pos in ("VERB", "AUX") and any(t.dep in _CORE and _is_a(t, policy) for t in children)


def _is_a(token: Token, wording: Wording) -> bool:
    return token.lemma.lower() in wording.single or token.text.lower() in wording.single


def _carries(tree: Tree, token: Token, head: Token) -> bool:
    """Whether what a token tells is told wherever its head is."""
    if token.dep == "pcomp" or token.dep == "pobj":
        return head.text.lower() not in _UNREAL_PREPS
    return True


def _took_place(tree: Tree, noun: Token) -> bool:
    """Whether a sentence says that the event of a noun took place."""
    head = tree.head(noun)
    beside = tree.children(noun.i)
    if noun.dep in _BESIDE_NOUNS and head is not None and head.pos in ("NOUN", "PROPN"):
        return noun.dep == "compound" and _is_a(head, words_named("aftermath")) and _took_place(tree, head)
    if any(t.dep == "det" and t.text.lower() in ("no", "any", "every") for t in beside):
        return False
    if noun.tag == "NNS" and not beside and head is not None and head.tag in ("VBP", "VBZ"):
        return False  # a general truth: "breaches cost"
    return _governed(tree, noun)


def _governed(tree: Tree, noun: Token) -> bool:
    """Whether what governs a noun leaves its event real: a definite one exists, whatever is denied of it."""
    head = tree.head(noun)
    if head is None:
        return True
    if not _carries(tree, noun, head):
        return False
    definite = any(t.dep in ("det", "poss") and t.text.lower() in _DEFINITE for t in tree.children(noun.i))
    if not definite and head.pos in ("VERB", "AUX"):
        return not _is_spoken_of(tree, head) and _happened(tree, head)
    while True:
        if _is_spoken_of(tree, head):
            return False
        above = tree.head(head)
        if above is None:
            return True
        if not _carries(tree, head, above):
            return False
        head = above
