"""What a graph store does, wherever the graph lives."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pyoxigraph import Quad, QueryBoolean, QuerySolutions, QueryTriples


class GraphStore(Protocol):
    """A graph that can be asked, read whole and replaced whole."""

    @property
    def location(self) -> str:
        """Where the graph lives, as the user gave it."""
        ...

    def query(
        self, sparql: str, *, prefixes: Mapping[str, str] | None = None
    ) -> "QuerySolutions | QueryTriples | QueryBoolean":
        """The results of a SPARQL query; its default graph is the union of all graphs.

        Raises ``UsageError`` for a query that does not parse, or that would fetch from elsewhere (SERVICE).
        """
        ...

    def quads(self) -> "Iterator[Quad]":
        """All quads, as they were written."""
        ...

    def replace(self, quads: "Iterable[Quad]") -> None:
        """Put these quads in the place of all there were; all or nothing."""
        ...
