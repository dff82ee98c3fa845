"""Asking a graph, and typed rows for an answer."""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from incident_graph import vocabulary as v
from incident_graph.queries.catalogue import NamedQuery
from incident_graph.store import GraphStore

if TYPE_CHECKING:
    from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Triple


class Iri(str):
    """An IRI, told apart from words."""

    __slots__ = ()


Cell = str | Iri | int | Decimal | float | bool | dt.date | None


class Results:
    """What a query gave, to be read once: rows (SELECT), yes or no (ASK), or triples (CONSTRUCT, DESCRIBE).

    Iterating gives the rows as tuples of Python values in the order of ``columns``: ``str``, ``Iri``, ``int``,
    ``Decimal``, ``float``, ``bool``, dates, and None for what is not bound.
    """

    def __init__(self, raw: "QuerySolutions | QueryTriples | QueryBoolean") -> None:
        from pyoxigraph import QueryBoolean, QuerySolutions

        self.raw = raw
        self.kind = "rows" if isinstance(raw, QuerySolutions) else "truth" if isinstance(raw, QueryBoolean) else "graph"

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns; none for a graph or a truth."""
        return tuple(variable.value for variable in getattr(self.raw, "variables", ()))

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        from pyoxigraph import QuerySolutions

        if isinstance(self.raw, QuerySolutions):
            width = range(len(self.columns))
            for solution in self.raw:
                yield tuple(to_python(solution[place]) for place in width)

    def __bool__(self) -> bool:
        """The answer of ASK; anything else counts as true."""
        return bool(self.raw) if self.kind == "truth" else True

    def triples(self) -> "Iterator[Triple]":
        """The triples of CONSTRUCT or DESCRIBE."""
        from pyoxigraph import QueryTriples

        if isinstance(self.raw, QueryTriples):
            yield from self.raw


def run(store: GraphStore, query: str | NamedQuery, values: Mapping[str, str] | None = None) -> Results:
    """Ask ``store`` a query: SPARQL text, or a named query with ``values`` for its parameters.

    The default graph is the union of all graphs, so that a query gives the same for TriG and flat Turtle. Raises
    ``UsageError`` for a query that does not parse or a parameter it has not.
    """
    sparql = query.filled(values or {}) if isinstance(query, NamedQuery) else query
    return Results(store.query(sparql))


def to_python(term: Any) -> Cell:
    """A term as a Python value; a literal that is not what its datatype says stays a string."""
    if term is None:
        return None
    datatype = getattr(term, "datatype", None)
    if datatype is None:
        return Iri(getattr(term, "value", term))
    text: str = term.value
    name = datatype.value.removeprefix(v.XSD)
    try:
        match name:
            case "integer":
                return int(text)
            case "decimal":
                return Decimal(text)
            case "double" | "float":
                return float(text)
            case "boolean":
                return text in ("true", "1")
            case "date":
                return dt.date.fromisoformat(text)
            case "dateTime":
                return dt.datetime.fromisoformat(text)
    except (ValueError, InvalidOperation):
        pass
    return text
