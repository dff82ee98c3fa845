"""The relations in which a word stands to the verbs and nouns about it: who does what, to whom it is done, who is what.

They are read from the parse through what English leaves unsaid: an apposition, a shared subject, a relative clause, a
participle, a verb that takes another verb, a passive.
"""

from collections.abc import Iterator
from typing import NamedTuple

from incident_graph.text.tree import Token, Tree

#: Relations that are no prepositions. Others are named by the preposition, in lower case: "with", "against".
SUBJECT, OBJECT, IS, POSSESSOR, MODIFIER = "subject", "object", "is", "possessor", "modifier"

_VERBS = ("VERB", "AUX")
_WHO = frozenset({"who", "that", "which", "whom"})
#: What may stand with a governor in a rule: "claim responsibility", "point to".
_BESIDE = ("prt", "dobj", "prep", "amod", "compound", "advmod")
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
#: Verbs that call somebody something: "named as X", "identified the suspect as X".
_CALLS = frozenset(
    "name identify know describe charge arrest unmask reveal confirm cite list hold jail detain call give".split()
)


class Relation(NamedTuple):
    """A word's relation to its governor. ``keys`` are what the governor may be called: its lemma, and with its
    particle, object or preposition: "open", "open fire", "carry out", "claim responsibility"."""

    name: str
    keys: tuple[str, ...]
    governor: int


def relations(tree: Tree, token: Token) -> list[Relation]:
    """All relations of a word that heads its phrase, each once.

    >>> from incident_graph.accounts import Account
    >>> from incident_graph.text.documents import read_document
    >>> from incident_graph.text.parsing import parse
    >>> text = "Police arrested Rufus Vane, who is accused of stabbing two men."
    >>> (document,) = parse([read_document(Account("0" * 64, "a.txt", text))])
    >>> vane = document.tree.top(text.index("Rufus"), text.index(", who"))
    >>> [(r.name, r.keys[0]) for r in relations(document.tree, vane)]
    [('is', 'rufus'), ('object', 'accuse'), ('subject', 'stab'), ('object', 'arrest')]
    """
    found: dict[tuple[str, int], Relation] = {}
    for relation in _Walk(tree).of(token):
        found.setdefault((relation.name, relation.governor), relation)
    return list(found.values())


class _Walk:
    """One walk over the tree; what was seen is not looked at again."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.seen: set[tuple[str, int]] = set()

    def _first(self, what: str, token: Token) -> bool:
        here = (what, token.i)
        if here in self.seen:
            return False
        self.seen.add(here)
        return True

    def of(self, token: Token) -> Iterator[Relation]:
        """The relations of a noun: what it is, what its phrase does and undergoes, what clauses tell of it."""
        if not self._first("noun", token):
            return
        if token.pos in ("NOUN", "ADJ"):
            yield Relation(IS, (token.lemma.lower(),), token.i)
        for child in self.tree.children(token.i):
            if child.dep in ("compound", "nmod", "amod") and child.pos in ("NOUN", "PROPN"):
                yield Relation(IS, (child.lemma.lower(),), child.i)
            elif child.dep == "appos":
                yield from self.of(child)
            elif child.dep == "relcl":
                yield from self._relative(child)
            elif child.dep == "acl":
                yield from self._participle(child)
        yield from self._above(token)

    def _relative(self, verb: Token) -> Iterator[Relation]:
        subject = self.tree.child(verb.i, "nsubj", "nsubjpass")
        if subject is not None and subject.lemma.lower() in _WHO:
            yield from self.does(verb, passive=subject.dep == "nsubjpass")
        elif subject is not None:
            yield Relation(OBJECT, keys(self.tree, verb), verb.i)

    def _participle(self, verb: Token) -> Iterator[Relation]:
        yield from self.does(verb, passive=verb.tag == "VBN")

    def does(self, verb: Token, *, passive: bool = False) -> Iterator[Relation]:
        """What the subject of a verb does or undergoes, there and in the verbs that share its subject."""
        if not self._first("passive" if passive else "verb", verb):
            return
        yield Relation(OBJECT if passive else SUBJECT, keys(self.tree, verb), verb.i)
        for child in self.tree.children(verb.i):
            own = self.tree.child(child.i, *_SUBJECTS)
            if (child.dep == "attr" and not passive) or child.dep == "oprd":
                yield from self._is(child)
            elif child.dep == "acomp":
                yield Relation(IS, keys(self.tree, child), child.i)
                yield from (r for c in self.tree.children(child.i) if c.dep == "xcomp" for r in self.does(c))
            elif child.dep == "xcomp" and own is None and child.pos in _VERBS:
                yield from self.does(child, passive=self._is_passive(child))
                if verb.lemma == "be":  # "is to blame"
                    yield Relation(IS, (f"to {child.lemma.lower()}",), child.i)
            elif child.dep in ("conj", "advcl", "ccomp") and own is None and child.pos in _VERBS:
                yield from self._shared(verb, child, passive)
            elif child.dep == "prep":
                yield from self._prepositional(child)

    def _shared(self, verb: Token, child: Token, passive: bool) -> Iterator[Relation]:
        """Verbs without a subject of their own: "opened fire, killing two", "drove up and shot two"."""
        if child.dep == "conj":
            also = passive and child.tag == "VBN" and self.tree.child(child.i, "aux") is None
            yield from self.does(child, passive=also or self._is_passive(child))
        elif child.dep == "advcl" and child.tag in ("VBG", "VBN") and not passive:
            yield from self.does(child, passive=child.tag == "VBN" or self._is_passive(child))

    def _prepositional(self, prep: Token) -> Iterator[Relation]:
        """A verb after a preposition: "accused of stabbing", "before fleeing"; a body "behind the attack"."""
        verb = self.tree.child(prep.i, "pcomp")
        if verb is not None and verb.pos in _VERBS:
            yield from self.does(verb, passive=self._is_passive(verb))
        noun, above = self.tree.child(prep.i, "pobj"), self.tree.head(prep)
        if noun is not None and above is not None and above.lemma == "be":
            yield Relation(IS, (f"{prep.lemma.lower()} {noun.lemma.lower()}", prep.lemma.lower()), prep.i)

    def _is(self, noun: Token) -> Iterator[Relation]:
        yield Relation(IS, keys(self.tree, noun), noun.i)

    def _is_passive(self, verb: Token) -> bool:
        return self.tree.child(verb.i, "auxpass", "nsubjpass") is not None

    def _is_gapped(self, verb: Token) -> bool:
        """Whether a participle shares the auxiliary of a passive before it: "nine were killed and 14 injured"."""
        first = self.tree.head(verb) if verb.dep == "conj" and verb.tag == "VBN" else None
        return first is not None and self.tree.child(verb.i, "aux", "auxpass", "dobj") is None

    def _above(self, token: Token) -> Iterator[Relation]:
        head = self.tree.head(token)
        if head is None:
            return
        if (verb := self._calling(token)) is not None:
            yield from self._called(verb)
        if token.dep in ("nsubj", "nsubjpass"):
            yield from self.does(head, passive=token.dep == "nsubjpass" or self._is_gapped(head))
            yield from self._beside(token, head)
        elif token.dep == "appos":
            yield from self.of(head)
        elif token.dep == "conj":
            yield from (r for r in self.of(head) if r.name != IS)
        elif token.dep in ("dobj", "dative"):
            yield Relation(OBJECT, keys(self.tree, head), head.i)
        elif token.dep == "oprd" and head.pos in _VERBS:
            yield from self._called(head)
        elif token.dep == "attr":
            subject = self.tree.child(head.i, "nsubj")
            if subject is not None and subject.pos in ("NOUN", "PROPN", "PRON"):
                yield from self.of(subject)
        elif token.dep == "poss":
            yield Relation(POSSESSOR, keys(self.tree, head), head.i)
        elif token.dep in ("compound", "nmod", "amod"):
            yield Relation(MODIFIER, keys(self.tree, head), head.i)
        elif token.dep == "pobj":
            yield from self._after(head)

    def _beside(self, subject: Token, verb: Token) -> Iterator[Relation]:
        """An apposition that was parsed as a second subject: "The driver, Rufus V., was ill"."""
        for other in self.tree.children(verb.i):
            between = self.tree.tokens[other.i + 1 : subject.i]
            if other.dep == "nsubj" and other.i < subject.i and between and between[0].text == ",":
                yield from self._is(other)

    def _calling(self, token: Token) -> Token | None:
        """The verb of "named locally as X", where the parse does not see it."""
        first, _ = self.tree.edges(token.i)
        before = self.tree.tokens[max(first - 4, 0) : first]
        if not before or before[-1].lemma.lower() != "as" or before[-1].dep == "prep":
            return None
        return next((t for t in reversed(before) if t.tag == "VBN" and t.lemma.lower() in _CALLS), None)

    def _after(self, prep: Token) -> Iterator[Relation]:
        """What a preposition says of its noun."""
        above = self.tree.head(prep)
        if above is None:
            return
        word = prep.lemma.lower()
        if prep.dep == "agent" or (word == "by" and above.tag == "VBN"):
            yield Relation(SUBJECT, keys(self.tree, above), above.i)
            return
        beside = [c.lemma.lower() for c in self.tree.children(above.i) if c.dep in ("attr", "dobj", "nsubjpass")]
        yield Relation(word, (*keys(self.tree, above), *beside), above.i)
        if word == "of" and above.pos == "NUM":  # "one of 99 seized": what is told of the part holds of the whole
            for child in self.tree.children(above.i):
                if child.dep == "acl":
                    yield from self._participle(child)
                elif child.dep == "relcl":
                    yield from self._relative(child)
        if word == "as":
            verb = next((t for t in (above, *self.tree.ancestors(above)) if t.pos in _VERBS), None)
            if verb is not None and verb.lemma.lower() in _CALLS:
                yield from self._called(verb)

    def _called(self, verb: Token) -> Iterator[Relation]:
        """Who is called so: the object of the verb, or the subject of its passive, or what its participle describes."""
        named = self.tree.child(verb.i, "dobj", "nsubjpass")
        if named is not None and named.lemma.lower().endswith(("self", "selves")):
            named = self.tree.child(verb.i, "nsubj")
        if named is None and verb.dep == "acl":
            named = self.tree.head(verb)
        if named is not None:
            yield from self.of(named)


def keys(tree: Tree, governor: Token) -> tuple[str, ...]:
    """What a governor may be called in a rule: "take", "take two", "take into", "take into custody"."""
    lemma = governor.lemma.lower()
    found = [lemma]
    for child in tree.children(governor.i):
        if child.dep in _BESIDE:
            found.append(f"{lemma} {child.lemma.lower()}")
            if child.dep == "prep" and (noun := tree.child(child.i, "pobj")) is not None:
                found.append(f"{found[-1]} {noun.lemma.lower()}")
    return tuple(found)
