"""Negations: the word that denies a node of the tree, whether it is "not", a "no" or a "nobody"."""

from collections.abc import Iterator, Sequence

from incident_graph.annotators.assertion_rules import Rules
from incident_graph.text.tree import Token, Tree

_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "attr", "dative")
_VERBAL = ("VERB", "AUX")


class Negations:
    """Finds what denies a node; ``rules`` say which words deny and what takes their force away."""

    def __init__(self, tree: Tree, rules: Rules) -> None:
        self.tree = tree
        self.rules = rules
        self.words = rules.negation

    def of(self, node: Token, via: Token | None = None) -> Token | None:
        """The word that denies ``node`` for what hangs on it by ``via`` (``None``: for the node itself)."""
        own = next(self._own(node, via), None)
        if own is not None:
            return own
        if node.pos not in _VERBAL and node.dep not in ("ROOT", "xcomp", "conj"):
            return self._around(node) if via is not None else None
        for child in self.tree.children(node.i):
            if child is via:
                continue
            if child.dep in _SUBJECTS and (word := self.empty(child)) is not None:
                return word
            aims = (via is None or via.dep in (*_SUBJECTS, "agent")) and child.lemma not in self.rules.governing
            if child.dep in _OBJECTS and aims and (word := self.empty(child)) is not None:
                return word
        return self._from_above(node) or (self._around(node) if via is not None else None)

    def _own(self, node: Token, via: Token | None) -> Iterator[Token]:
        for child in self.tree.children(node.i):
            if child is via:
                continue
            word = child.lemma if child.lemma in self.words.words else child.text.lower()
            if child.dep in ("neg", "preconj", "cc", "advmod", "det") and word in (
                self.words.words | self.words.determiners
            ):
                if (child.dep == "det" and node.pos in _VERBAL) or (node.pos not in _VERBAL and child.i > node.i):
                    continue
                if self._counts(child, node, via):
                    yield child
            elif child.dep == "advmod" and child.lemma in ("long", "longer"):
                yield from (t for t in self.tree.children(child.i) if t.lemma == "no")
        if (phrase := self.phrase(node)) is not None:
            yield phrase

    def _counts(self, word: Token, node: Token, via: Token | None) -> bool:
        """Whether a word denies: not "not only", "not until"; after its verb it denies only what it stands before."""
        after = self.tree.tokens[word.i + 1] if word.i + 1 < len(self.tree.tokens) else None
        if after is None or after.sentence != word.sentence:
            return True
        if after.text.lower() in self.words.followed or after.text == "." or (after.pos == "NUM" and word.text == "No"):
            return False
        if node.pos in _VERBAL and self._until(node, word):
            return False
        if word.dep == "neg" and node.pos in _VERBAL and word.i > node.i and node.lemma != "be" and via is not None:
            return self.tree.edges(via.i)[0] == word.i + 1
        return True

    def _until(self, node: Token, word: Token) -> bool:
        """ "Were not told until Monday": they were, on that day."""
        _, last = self.tree.edges(node.i)
        return any(
            t.lemma in ("until", "till") and t.dep in ("prep", "mark", "advcl") and not self._now(t)
            for t in self.tree.tokens[word.i : last + 1]
        )

    def _now(self, until: Token) -> bool:
        return any(t.lemma in ("now", "recently", "then") for t in self.tree.children(until.i))

    def empty(self, noun: Token) -> Token | None:
        """The word by which a noun phrase means nobody or nothing: "no one", "none of them", "no clerk or guard"."""
        if noun.text.lower() in self.words.pronouns and not self._but(noun):
            return noun
        for child in self.tree.children(noun.i):
            if (
                child.dep in ("det", "neg", "preconj", "advmod")
                and (child.text.lower() in self.words.determiners or (child.lemma == "not" and child.i < noun.i))
                and self._counts(child, noun, None)
            ):
                return child
            if child.dep == "nummod" and child.lemma in ("one", "single"):
                word = next((t for t in self.tree.children(child.i) if t.lemma == "not"), self.before(child))
                if word is not None:
                    return word
        return None

    def _but(self, noun: Token) -> bool:
        """ "Nothing but an accident"."""
        after = self.tree.tokens[noun.i + 1] if noun.i + 1 < len(self.tree.tokens) else None
        return after is not None and after.text.lower() in ("but", "except", "short")

    def phrase(self, node: Token) -> Token | None:
        """ "At no time", "by no means", hung on a verb."""
        for child in self.tree.children(node.i):
            three = self.tree.tokens[child.i : child.i + 3] if child.dep == "prep" else ()
            if tuple(t.text.lower() for t in three) in self.words.phrases:
                return three[1]
        return None

    def _from_above(self, node: Token) -> Token | None:
        """What denies a verb from the verb it completes ("refused to say") or shares its auxiliaries with."""
        head = self.tree.head(node)
        if head is None:
            return None
        if node.lemma not in self.rules.governing:
            return self.of(head) if node.dep == "conj" and self.shares(node) else None
        if node.dep == "xcomp":
            for rule in self.rules.governing.get(head.lemma, ()):
                needed = not rule.needs or any(t.lemma == rule.needs for t in self.tree.children(head.i))
                if rule.does in ("denies", "unknown") and "clause" in rule.governs and needed:
                    return head
        if node.dep in ("acl", "relcl", "advcl", "xcomp") and head.lemma not in self.rules.governing:
            return self._nothing_to(node, head)
        return self.of(head) if node.dep == "conj" and self.shares(node) else None

    def _nothing_to(self, node: Token, head: Token) -> Token | None:
        """ "Nothing to suggest", "nothing has been found that points"."""
        if node.dep in ("acl", "relcl"):
            return self.empty(head) if head.text.lower() in self.words.pronouns else None
        bearers = (t for t in self.tree.children(head.i) if t.dep in (*_SUBJECTS, *_OBJECTS) and t.pos == "PRON")
        return next((word for t in bearers if (word := self.empty(t)) is not None), None)

    def _around(self, node: Token) -> Token | None:
        """What denies a noun by what it hangs on: "did not find any evidence", "without evidence"."""
        head = self.tree.head(node)
        rules = self.rules.governing.get(node.lemma, ())
        if head is None or node.pos in _VERBAL or not any(rule.id == "proof" for rule in rules):
            return None
        scant = (t for t in self.tree.children(node.i) if t.dep == "amod" and t.lemma in self.words.scant)
        if (little := next(scant, None)) is not None:
            return little
        if node.dep in ("dobj", "attr", "nsubjpass", "nsubj") and head.pos in _VERBAL:
            return next(self._own(head, node), None)
        if node.dep == "pobj" and head.lemma == "without":
            return head
        above = self.tree.head(head)
        if node.dep == "pobj" and head.lemma == "of" and above is not None and above.lemma in ("lack", "absence"):
            return above
        return None

    def shares(self, node: Token) -> bool:
        """Whether a conjoined verb takes over subject and auxiliaries of the first: "may have been lost or sold"."""
        head = self.tree.head(node)
        if head is None or node.pos not in _VERBAL or head.pos not in _VERBAL or node.tag != head.tag:
            return False
        own = {t.dep for t in self.tree.children(node.i)}
        if own & {"nsubj", "nsubjpass", "aux", "auxpass", "neg"}:
            return False
        joint = [t for t in self.tree.children(head.i) if t.dep == "cc" and head.i < t.i < node.i]
        either = any(t.lemma in ("or", "nor") for t in joint)
        return either or (node.tag in ("VB", "VBN", "VBG") and not any(t.lemma == "but" for t in joint))

    def before(self, node: Token) -> Token | None:
        """A "not" that stands just before a phrase and so denies it alone: "came not from the bank"."""
        first, _ = self.tree.edges(node.i)
        word = self.tree.tokens[first - 1] if first > 0 else None
        if word is None or word.sentence != node.sentence or word.lemma != "not":
            return None
        return word if self._counts(word, node, None) else None

    def set_aside(self, node: Token) -> bool:
        """Whether a phrase is what something else is preferred to: "an accident rather than an attack"."""
        first, _ = self.tree.edges(node.i)
        return any(self._ends_with(first, words) for words in self.words.instead)

    def _ends_with(self, first: int, words: Sequence[str]) -> bool:
        before = self.tree.tokens[max(0, first - len(words)) : first]
        return tuple(t.text.lower() for t in before) == tuple(words)
