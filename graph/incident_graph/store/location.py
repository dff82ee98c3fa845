"""What a graph store does, wherever the graph lives."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from incident_graph.rdf.statements import Statements

if TYPE_CHECKING:
    from pyoxigraph import Quad, QueryBoolean, QuerySolutions, QueryTriples


class Scope(NamedTuple):
    """The graphs a query sees, by IRI: as its default graph, and through ``GRAPH``. None: all of them."""

    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None


class Changes(NamedTuple):
    """What putting an incident into a store changed, in named graphs."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()

    def __str__(self) -> str:
        """One line for people.

        >>> print(Changes(("u:a",), (), ("u:b", "u:c")))
        1 graph written, 0 removed, 2 as they were
        """
        graphs = "1 graph" if len(self.written) == 1 else f"{len(self.written)} graphs"
        return f"{graphs} written, {len(self.removed)} removed, {len(self.unchanged)} as they were"


class GraphStore(Protocol):
    """A graph that can be asked, read whole and replaced whole."""

    @property
    def location(self) -> str:
        """Where the graph lives, as the user gave it."""
        ...

    def query(
        self,
        sparql: str,
        *,
        prefixes: Mapping[str, str] | None = None,
        scope: Scope | None = None,
        allow_service: bool = False,
    ) -> "QuerySolutions | QueryTriples | QueryBoolean":
        """The results of a SPARQL query; its default graph is the union of all graphs.

        ``scope`` is another dataset than that, and beats FROM in the query, which beats the union. Raises
        ``UsageError`` for a query that does not parse, or that would fetch from elsewhere (SERVICE) unless
        ``allow_service``.
        """
        ...

    def quads(self, graphs: Sequence[str] | None = None) -> "Iterator[Quad]":
        """All quads, or those of these graphs."""
        ...

    def replace(self, quads: "Iterable[Quad]") -> None:
        """Put these quads in the place of all there were; all or nothing."""
        ...

    def put_incident(self, incident: "Statements | Iterable[Quad]") -> Changes:
        """Put one incident in the place of what the store held of it; all or nothing.

        It is given as ``rdf.state`` or ``rdf.write_quads`` makes it.
        A folder or an endpoint keeps its other incidents and writes only graphs whose content is another; a file holds
        the one incident it is given.
        """
        ...

    def update(self, sparql: str, *, allow_load: bool = False) -> None:
        """Apply a SPARQL update; all or nothing.

        Raises ``UsageError`` for one that does not parse, or that would fetch (LOAD, SERVICE) unless ``allow_load``.
        """
        ...

    def graphs(self) -> tuple[str, ...]:
        """The IRIs of the named graphs, sorted."""
        ...
