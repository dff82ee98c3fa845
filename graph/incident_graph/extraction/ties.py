"""Ties in grammar: what makes a person or body the one who did it, was held for it, or is blamed; as data in a file."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from incident_graph.annotators.relations import Relation, relations
from incident_graph.text.tree import Token, Tree


@dataclass(frozen=True)
class Tie:
    """A way in which grammar ties a word to a role that accuses; see the comments of the file."""

    id: str
    sorts: frozenset[str]
    relation: str
    words: frozenset[str]
    unless: frozenset[str]
    own_word: bool
    described: bool
    fires: str
    must_not: str

    def holds(self, tree: Tree, token: Token, relation: Relation) -> bool:
        """Whether a relation of a word is of this tie."""
        if self.described and token.pos == "PROPN":
            return False
        if relation.name != self.relation or self.words.isdisjoint(relation.keys):
            return False
        return not any(self.unless.intersection(_named(tree, child)) for child in tree.children(relation.governor))


def tie_of(tree: Tree, token: Token, sorts: Collection[str]) -> str:
    """The id of the tie between a word, the head of its phrase, and a role of one of these sorts; ``""`` if none holds.

    >>> from incident_graph.accounts import Account
    >>> from incident_graph.text.documents import read_document
    >>> from incident_graph.text.parsing import parse
    >>> text = "Rufus Vane stabbed Ada Brook, the police told Quay Radio."
    >>> (document,) = parse([read_document(Account("0" * 64, "a.txt", text))])
    >>> for name in ("Vane", "Brook", "Radio"):
    ...     word = document.tree.at(text.index(name))
    ...     print(name, repr(tie_of(document.tree, word, ["deed"])))
    Vane 'does-the-deed'
    Brook ''
    Radio ''
    """
    return next((tie.id for tie, _ in _holding(tree, token) if not tie.sorts.isdisjoint(sorts)), "")


def deed_of(tree: Tree, token: Token, name: str) -> Token | None:
    """The word that tells what the tie of this id, which holds of a word, ties it to: of "Vane, who is accused of
    stabbing two" the stabbing."""
    return next((tree.tokens[relation.governor] for tie, relation in _holding(tree, token) if tie.id == name), None)


def _holding(tree: Tree, token: Token) -> Iterator[tuple[Tie, Relation]]:
    """The ties that hold of a word, in the order of their file, each with the relation that makes it hold."""
    stands = relations(tree, token)
    for tie in ties():
        yield from ((tie, relation) for relation in stands if tie.holds(tree, token, relation))


def is_own_word(name: str) -> bool:
    """Whether that somebody has the role by the tie of this id is his own word: "the Front claimed responsibility"."""
    return any(tie.id == name and tie.own_word for tie in ties())


def _named(tree: Tree, child: Token) -> set[str]:
    """The lemma of what a governor governs, and of the noun after a preposition."""
    found = {child.lemma.lower()}
    if child.dep in ("prep", "agent") and (noun := tree.child(child.i, "pobj")) is not None:
        found.add(noun.lemma.lower())
    return found


@lru_cache(maxsize=4)
def ties(language: str = "en") -> tuple[Tie, ...]:
    """The ties of a language's file, in its order."""
    import yaml

    path = resources.files("incident_graph.extraction") / "resources" / language / "ties.yaml"
    return tuple(
        Tie(
            row["id"],
            frozenset(row["for"]),
            row["relation"],
            frozenset(row["words"]),
            frozenset(row.get("unless", ())),
            row.get("own_word", False),
            row.get("described", False),
            row["fires"],
            row["not"],
        )
        for row in yaml.safe_load(path.read_text(encoding="utf-8"))
    )
