"""Grasp: what words of a sentence count, what is said of that, in which role, and the clause around it."""

from collections.abc import Iterator

from incident_graph.alignment.lexicon import lexicon
from incident_graph.text.tree import Token, Tree

_NOUNS = ("NOUN", "PROPN")
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "ADV")
#: Clauses of their own below a verb: what stands in them is not said of its arguments.
_OTHER_CLAUSE = ("relcl", "advcl", "ccomp", "parataxis", "csubj", "conj")
_AGENT, _PATIENT = ("nsubj",), ("dobj", "obj", "nsubjpass", "nsubj:pass", "attr")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")


class Grasp:
    """The climb from words (a number, a name) to what they count, what is said of that, and the clause around it."""

    def __init__(
        self, tree: Tree, number: Token, core: tuple[int, int], *, noun: str = "", counts: bool = True
    ) -> None:
        self.tree, self.words = tree, lexicon()
        self.number = number
        self.core = core
        self.phrase: Token = number  # the head of the counted phrase
        self.verb: Token | None = None
        self.heads: list[str] = []
        self.predicates: list[str] = []
        self.role = "other"
        self.link = ""
        self._climb(counts)
        if noun and noun != "age":
            self.heads.append(noun)

    def _inside(self, token: Token) -> bool:
        return self.core[0] <= token.start < self.core[1]

    def _climb(self, counts: bool) -> None:
        """Up from the number: nouns that it counts, then the verb that governs them."""
        here, own = self.number, False
        if counts and here.pos in _NOUNS and not self._inside(here):
            own = self._take(here)
        while (above := self.tree.head(here)) is not None:
            if above.dep in ("prep", "agent") and here.dep == "pobj" and above.lemma != "of":
                self.link = above.lemma.lower()
            if above.pos in ("VERB", "AUX"):
                self._take_verb(above, here, own)
                break
            if counts and above.pos in _NOUNS and not self._inside(above) and (not own or here.dep == "of"):
                own = self._take(above)
            here = above
        else:
            self._participles(here)
        if self.phrase is not self.number:
            self._participles(self.phrase)

    def _take(self, noun: Token) -> bool:
        """Count a noun as a head, with the nouns compounded to it and the adjectives that are concepts."""
        self.phrase = noun
        self.heads.append(noun.lemma.lower())
        for child in self.tree.children(noun.i):
            if self._inside(child):
                continue
            lemma = child.lemma.lower()
            if child.dep in ("compound", "nmod") or (child.dep == "amod" and self.words.concept_of(lemma)):
                self.heads.append(lemma)
            inner = self.tree.child(child.i, "pobj") if child.dep == "prep" and child.lemma == "of" else None
            if inner is not None and not self._inside(inner):
                self.heads.append(inner.lemma.lower())
        return True

    def concepts(self) -> frozenset[str]:
        """The concepts of what is counted, and else of what is said of it: "50 injured" is no count of those killed."""
        together = [f"{verb}-{head}" for verb in self.predicates for head in self.heads]  # "claimed nine lives"
        for words in (self.heads, together, self.predicates):
            if found := self.words.concepts_of(words):
                return found
        return frozenset()

    def _participles(self, noun: Token) -> None:
        """What participles and relative clauses say of the counted noun: "12 people killed", "12 who died"."""
        for child in self.tree.children(noun.i):
            if child.dep in ("acl", "relcl") and child.pos == "VERB":
                self.predicates.append(child.lemma)
                if self.verb is None:
                    self.verb = child
                    acts = child.tag != "VBN" and not self._happens()
                    self.role = "agent" if acts else "patient"
            elif child.dep in ("amod", "acomp", "appos") and self.words.concept_of(child.lemma.lower()):
                self.predicates.append(child.lemma.lower())

    def _take_verb(self, verb: Token, here: Token, own: bool) -> None:
        self.verb = verb
        amounts = verb.lemma in self.words.amount
        if not amounts or verb.lemma not in ("be",):
            self.predicates.append(verb.lemma)
        if verb.tag == "VBG":
            self.predicates.append(verb.text.lower())  # "are missing"
        for child in self.tree.children(verb.i):
            lemma = child.lemma.lower()
            if child.dep in ("acomp", "attr", "oprd") and not self._inside(child):
                self.predicates.append(lemma)
            elif child.dep in ("prt", "advmod", "prep") and self.words.concept_of(f"{verb.lemma}-{lemma}"):
                self.predicates.append(f"{verb.lemma}-{lemma}")
            elif child.dep in ("dobj", "obj") and child is not here:
                if self.words.concept_of(f"{verb.lemma}-{lemma}"):
                    self.predicates.append(f"{verb.lemma}-{lemma}")
                if amounts and not own:
                    self._take(child)
            elif child.dep in _SUBJECTS and child is not here and amounts and not own:
                self._take(child)
        passive = self.tree.child(verb.i, "nsubjpass", "auxpass") is not None
        if here.dep in _PATIENT or (here.dep in _SUBJECTS and passive):
            self.role = "patient"
        elif here.dep in _AGENT:
            self.role = "patient" if self._happens() else "agent"
        if verb.dep == "xcomp" and (above := self.tree.head(verb)) is not None:
            self.predicates.append(above.lemma)

    def clause(self) -> Iterator[str]:
        """Words of substance of the clause, other than those of clauses below it; not the number."""
        root = self.verb or self.phrase
        yield from (t.lemma.lower() for t in self._own(root) if t.pos in _CONTENT and not self._inside(t))

    def _own(self, root: Token) -> Iterator[Token]:
        wanted = [root]
        while wanted:
            one = wanted.pop()
            yield one
            wanted += [
                c for c in self.tree.children(one.i) if not (one.pos in ("VERB", "AUX") and c.dep in _OTHER_CLAUSE)
            ]

    def undergoers(self) -> Iterator[str]:
        """What the verb has for objects or passive subjects, and the objects of its prepositions; not the number."""
        if self.verb is None:
            return
        for child in self.tree.children(self.verb.i):
            if child.dep in ("dobj", "obj", "nsubjpass", "attr") or (child.dep == "nsubj" and self._happens()):
                yield from self._named(child)
            elif child.dep in ("prep", "agent") and (inner := self.tree.child(child.i, "pobj")):
                yield from self._named(inner)

    def _happens(self) -> bool:
        """Whether the verb has no object: what it says happens to its subject ("the blaze began")."""
        return self.verb is not None and self.tree.child(self.verb.i, "dobj", "obj", "ccomp", "xcomp") is None

    def _named(self, noun: Token) -> Iterator[str]:
        if noun.pos in _NOUNS and not self._inside(noun):
            yield noun.lemma.lower()

    def doers(self) -> Iterator[str]:
        """The names of who does what the verb says: its subject, or whom a by-phrase names; not the counted phrase."""
        verbs = [c for c in self.tree.children(self.phrase.i) if c.dep == "acl"]
        verbs += [self.verb] if self.verb is not None else []
        for child in (c for verb in verbs for c in self.tree.children(verb.i)):
            agent = self.tree.child(child.i, "pobj") if child.dep == "agent" else None
            who = agent or (child if child.dep == "nsubj" and child is not self.phrase else None)
            if who is not None and who.pos == "PROPN" and not self._inside(who):
                yield who.lemma.lower()

    def extent(self) -> Iterator[str]:
        """The nouns in the verb's objects and in the of-phrases of what is counted: "files of members"."""
        tops = [c for c in self.tree.children(self.verb.i) if c.dep in ("dobj", "obj")] if self.verb else []
        tops = [c for c in tops if c is not self.phrase]
        tops += [c for c in self.tree.children(self.phrase.i) if c.dep == "prep" and c.lemma == "of"]
        for top in tops:
            yield from (t.lemma.lower() for t in self._own(top) if t.pos in _NOUNS and not self._inside(t))

    def summed(self) -> bool:
        """Whether the phrase is one of several counted side by side: "ten passengers and two crew members"."""
        others = [c for c in self.tree.children(self.phrase.i) if c.dep == "conj"]
        if self.phrase.dep == "conj" and (above := self.tree.head(self.phrase)) is not None:
            others.append(above)
        return any(o.pos in _NOUNS and self.tree.child(o.i, "nummod") is not None for o in others)

    def narrow(self) -> Iterator[str]:
        """Modifiers of the counted phrase, or of its verb, that narrow what is counted; a verb by which it still is."""
        verb = self.verb
        if verb is not None and verb.lemma in self.words.restrictive and self.tree.child(verb.i, "acomp") is not None:
            yield verb.lemma  # "23 remain injured" is not all that were
        for root in filter(None, (self.number, self.phrase, self.verb)):
            for child in self.tree.children(root.i):
                if root is self.verb and abs(child.i - root.i) > 1:
                    continue
                if child.dep in ("amod", "advmod", "nummod", "quantmod", "det", "prep") and not self._inside(child):
                    lemma = child.lemma.lower()
                    if lemma in self.words.restrictive or child.text.lower() in self.words.restrictive:
                        yield child.text.lower()

    def names(self) -> Iterator[str]:
        """Names in the clause, by their last word."""
        root = self.verb or self.phrase
        yield from (t.lemma.lower() for t in self._own(root) if t.pos == "PROPN" and t.dep != "compound")
