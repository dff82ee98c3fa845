"""Quads by subject and predicate, for reading plain objects out of them."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Protocol

from incident_graph import vocabulary as v
from incident_graph.errors import GraphError

if TYPE_CHECKING:
    from pyoxigraph import Quad, Triple


class HasQuads(Protocol):
    """Anything that gives its quads: a graph store."""

    def quads(self) -> "Iterable[Quad]":
        """All quads."""
        ...


Source = "HasQuads | Iterable[Quad | Triple]"


class Index:
    """The triples of all graphs, as one; the plain triples accounts assert do no harm."""

    def __init__(self, source: "HasQuads | Iterable[Quad | Triple]") -> None:
        self._rows: dict[str, dict[str, dict[Any, None]]] = {}
        self._of_class: dict[str, dict[str, None]] = {}
        quads = source.quads() if hasattr(source, "quads") else source
        for quad in quads:
            subject, predicate = _text(quad.subject), quad.predicate.value
            self._rows.setdefault(subject, {}).setdefault(predicate, {})[quad.object] = None
            if predicate == v.RDF + "type":
                self._of_class.setdefault(_text(quad.object), {})[subject] = None

    def of_class(self, *classes: str) -> list[str]:
        """Nodes of any of the classes, sorted."""
        return sorted({node for name in classes for node in self._of_class.get(name, ())})

    def is_a(self, node: str, name: str) -> bool:
        """Whether ``node`` is said to be of the class ``name``."""
        return node in self._of_class.get(name, ())

    def has(self, node: str, predicate: str) -> bool:
        """Whether ``node`` has any value of ``predicate``."""
        return bool(self._rows.get(node, {}).get(predicate))

    def all(self, node: str, predicate: str) -> list[str]:
        """Values as strings (IRIs or lexical forms), sorted."""
        return sorted(_text(term) for term in self._rows.get(node, {}).get(predicate, ()))

    def one(self, node: str, predicate: str, default: str = "") -> str:
        """The only value; the first in sorted order when a foreign graph gives several."""
        return next(iter(self.all(node, predicate)), default)

    def maybe(self, node: str, predicate: str) -> str | None:
        """The only value, or None."""
        return next(iter(self.all(node, predicate)), None)

    def needed(self, node: str, predicate: str) -> str:
        """The only value; ``GraphError`` when there is none."""
        found = self.maybe(node, predicate)
        if found is None:
            name = predicate.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
            raise GraphError(f"a value is missing: {name}", where=node, hint="run validate to see all that is missing")
        return found

    def decimal(self, node: str, predicate: str) -> Decimal | None:
        """The value as a number."""
        text = self.maybe(node, predicate)
        if text is None:
            return None
        try:
            return Decimal(text)
        except InvalidOperation as error:
            raise GraphError(f"not a number: {text}", where=f"{node} {predicate}") from error

    def whole(self, node: str, predicate: str) -> int | None:
        """The value as a whole number."""
        amount = self.decimal(node, predicate)
        return None if amount is None else int(amount)

    def date(self, node: str, predicate: str) -> dt.date | None:
        """The value as a date, or as a datetime when it has a time."""
        text = self.maybe(node, predicate)
        if text is None:
            return None
        try:
            return dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text)
        except ValueError as error:
            raise GraphError(f"not a date: {text}", where=f"{node} {predicate}") from error


def _text(term: Any) -> str:
    return term.value if hasattr(term, "value") else str(term)
