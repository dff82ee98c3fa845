"""Turtle files as plain strings, by subject and predicate."""

from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from incident_graph import vocabulary as v
from incident_graph.errors import ProfileError

if TYPE_CHECKING:
    from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

    Term = NamedNode | BlankNode | Literal | Triple


class Turtle:
    """The triples of the loaded files, by subject and predicate, as plain strings."""

    def __init__(self) -> None:
        self.index: dict[str, dict[str, list[str]]] = {}

    def add(self, quads: "Iterable[Quad]") -> None:
        """Take in triples."""
        for quad in quads:
            row = self.index.setdefault(_plain(quad.subject), {})
            row.setdefault(quad.predicate.value, []).append(_plain(quad.object))

    def merge(self, other: "Turtle") -> None:
        """Take in the triples of another file."""
        for subject, rows in other.index.items():
            own = self.index.setdefault(subject, {})
            for predicate, objects in rows.items():
                own.setdefault(predicate, []).extend(objects)

    def values(self, node: str, *predicates: str) -> list[str]:
        """Values of the predicates, in the order of the file."""
        rows = self.index.get(node, {})
        return [o for p in predicates for o in rows.get(p, ())]

    def one(self, node: str, predicate: str, default: str = "") -> str:
        """The first value of the predicate, or ``default``."""
        return next(iter(self.values(node, predicate)), default)

    def of_class(self, *classes: str) -> list[str]:
        """The nodes of any of these classes, in the order of the file."""
        rdf_type = v.RDF + "type"
        return [n for n, row in self.index.items() if rdf_type in row and not set(classes).isdisjoint(row[rdf_type])]

    def members(self, node: str) -> list[str]:
        """The members of an RDF list."""
        out: list[str] = []
        while node and node != v.RDF + "nil":
            out += self.values(node, v.RDF + "first")
            node = self.one(node, v.RDF + "rest")
        return out


def _plain(term: "Term") -> str:
    return term.value if hasattr(term, "value") else str(term)


def _parse(text: str, where: str) -> "list[Quad]":
    import pyoxigraph

    try:
        return list(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE, base_iri="https://example.org/profile"))
    except SyntaxError as error:
        line = text.splitlines()[error.lineno - 1] if error.lineno and error.lineno <= text.count("\n") + 1 else ""
        raise ProfileError(
            f"Turtle does not parse: {error.msg}",
            where=f"{where}, line {error.lineno or '?'}: {line.strip()[:100]}",
            hint="check the prefix declarations, quotation marks and the full stop that ends each statement",
        ) from error


@lru_cache(maxsize=32)
def read_turtle(text: str, where: str) -> Turtle:
    """The triples of one file; not to be added to."""
    turtle = Turtle()
    turtle.add(_parse(text, where))
    return turtle
