"""Modifiers: the modals, adverbs and adjectives that hedge what they modify, or put it in another mood."""

from collections.abc import Iterator

from incident_graph.annotators.assertion_rules import Rules
from incident_graph.annotators.negation import Negations
from incident_graph.annotators.scope import NOMINAL, Effect, Scope
from incident_graph.text.tree import Token, Tree

#: What follows a hedge and is quoted with it.
_JOINED = {"hedges": ("to", "that", "have", "as", "of"), "charges": ("with", "of", "for"), "fears": ("that", "to")}


class Modifiers:
    """Finds the hedges on a node of the tree; what the answer's own words hold is theirs and hedges nothing."""

    def __init__(self, tree: Tree, rules: Rules, negations: Negations, scope: Scope) -> None:
        self.tree = tree
        self.rules = rules
        self.negations = negations
        self.scope = scope

    def of(self, node: Token, via: Token | None) -> Iterator[Effect]:
        """The hedges and moods that modify a node: its modals and adverbs, its adjectives where it is what one asks."""
        for word in self._modifiers(node, via):
            for rule in self.rules.modifying.get(word.lemma, ()) or self.rules.modifying.get(word.text.lower(), ()):
                if rule.does in ("unknown", "conditional") or (word.dep != "amod" and self.scope.mutes(word)):
                    continue
                if rule.needs and not any(t.lemma == rule.needs for t in self.tree.children(node.i)):
                    continue
                if word.dep == "aux" and word.tag != "MD":
                    continue
                if (does := self._modal(rule.does, node)) != "nothing":
                    yield Effect(does, *words_of_operator(self.tree, word, does), rule.id)
                break

    def before(self, start: Token) -> Iterator[Effect]:
        """The hedge that a cue holds just before an answer, on its first words: "suspected [arson by a rival]"."""
        first = self.tree.at(self.scope.value[0])
        word = self.tree.tokens[first.i - 1] if first is not None and first.i else None
        if word is None or word.dep != "amod" or word.head == start.i or not self.scope.holds(word):
            return
        head = self.tree.tokens[word.head]
        if self.scope.value[0] <= head.start < self.scope.value[1]:
            yield from (
                Effect(rule.does, word.start, word.end, rule.id)
                for rule in self.rules.modifying.get(word.lemma, self.rules.modifying.get(word.text.lower(), ()))
                if rule.does == "hedges"
            )

    def _modal(self, does: str, node: Token) -> str:
        if does != "could":
            return does
        seen = node.lemma in self.rules.perceived or self.negations.of(node, None) is not None
        return "nothing" if seen else "hedges"

    def _modifiers(self, node: Token, via: Token | None) -> Iterator[Token]:
        named = via is None or (via.dep in ("conj", "appos") and node.pos in NOMINAL)
        named = named or (via is not None and via.text.lower() in self.rules.listing)
        number = via is not None and via.dep == "nummod"
        for child in self.tree.children(node.i):
            if child.dep in ("aux", "advmod") and child is not via:
                yield child
            elif child.dep == "acomp" and via is not None and via.dep == "attr":
                yield child  # "was likely a cable"
            elif child.dep == "amod" and child.pos != "PROPN" and named and not number and node.pos in NOMINAL:
                yield child
            elif child.dep in ("nsubj", "attr") and node.lemma == "be" and via is not None and child is not via:
                yield from (t for t in self.tree.children(child.i) if t.dep == "amod")
        if node.dep == "conj" and self.negations.shares(node):
            head = self.tree.head(node)
            if head is not None:
                yield from (t for t in self.tree.children(head.i) if t.dep in ("aux", "advmod") and t.i < head.i)


def words_of_operator(tree: Tree, operator: Token, does: str) -> tuple[int, int]:
    """An operator as written, with "are" before it and "to" or "that" after it."""
    first, last = operator.i, operator.i
    tokens = tree.tokens
    while first > 0 and tokens[first - 1].dep in ("auxpass", "aux") and tokens[first - 1].head == operator.i:
        first -= 1
    if last + 1 < len(tokens) and tokens[last + 1].sentence == operator.sentence:
        last += tokens[last + 1].text.lower() in _JOINED.get(does, ())
    return tokens[first].start, tokens[last].end
