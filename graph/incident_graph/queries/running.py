"""Asking a graph, and typed rows for an answer."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from incident_graph import vocabulary as v
from incident_graph.queries.catalogue import NamedQuery
from incident_graph.store import GraphStore, Scope

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

    def __init__(self, raw: "QuerySolutions | QueryTriples | QueryBoolean | Iterable[Triple]") -> None:
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
        if self.kind == "graph":
            yield from cast("Iterable[Triple]", self.raw)

    def first(self, rows: int) -> "Results":
        """The first rows, or the first triples, and no more; a yes or no as it is."""
        from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

        if self.kind == "graph":
            return Results(islice(self.triples(), rows))
        if not isinstance(self.raw, QuerySolutions):
            return self
        width = range(len(self.columns))
        lines = ["\t".join(f"?{name}" for name in self.columns)]
        lines += ["\t".join(str(row[n] or "") for n in width) for row in islice(self.raw, rows)]
        return Results(parse_query_results("\n".join(lines) + "\n", QueryResultsFormat.TSV))


def run(
    store: GraphStore,
    query: str | NamedQuery,
    values: Mapping[str, str] | None = None,
    *,
    scope: Scope | None = None,
    allow_service: bool = False,
) -> Results:
    """Ask ``store`` a query: SPARQL text, or a named query with ``values`` for its parameters.

    The default graph is the union of all graphs, so that a query gives the same for TriG and flat Turtle, unless
    ``scope`` or FROM says otherwise. Raises ``UsageError`` for a query that does not parse, that asks another server
    (unless ``allow_service``), or for a parameter it has not.
    """
    sparql = query.filled(values or {}) if isinstance(query, NamedQuery) else query
    return Results(store.query(sparql, scope=scope, allow_service=allow_service))


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
