"""The incidents of a store, and a view of one of them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from incident_graph.errors import GraphError, UsageError
from incident_graph.rdf.statements import Statements
from incident_graph.store.location import Changes, GraphStore, Scope
from incident_graph.store.rows import rows_of

if TYPE_CHECKING:
    from pyoxigraph import Quad, QueryBoolean, QuerySolutions, QueryTriples

_OWN = re.compile(r"account-[0-9a-f]+|graph/[a-z]+")
_LISTING = """
SELECT ?incident (SAMPLE(?name) AS ?title)
WHERE { ?incident a inc:Incident . OPTIONAL { ?incident dcterms:title ?name } } GROUP BY ?incident ORDER BY ?incident
"""
_GRAPHS = """
SELECT DISTINCT ?graph WHERE {
  GRAPH ?accounts { ?some a inc:Account }
  { GRAPH ?accounts { ?graph a inc:Account } } UNION { VALUES ?graph { ?shared } }
  FILTER EXISTS { GRAPH ?graph { ?any ?says ?what } }
}
"""


class IncidentOf(NamedTuple):
    """An incident of a store: its IRI and title."""

    iri: str
    title: str


def list_incidents(store: GraphStore) -> tuple[IncidentOf, ...]:
    """The incidents that ``store`` holds, by IRI."""
    found = rows_of(store.query(_LISTING))
    return tuple(IncidentOf(row["incident"].value, row["title"].value if row["title"] else "") for row in found)


def shared_graphs(base: str) -> tuple[str, ...]:
    """The named graphs of an incident that are no account's: one whose data begin with ``base`` has some of them.

    An empty base gives none.
    """
    names = ("accounts", "comparisons", "entities", "vocabulary")
    return tuple(f"{base}graph/{name}" for name in names) if base else ()


def belongs(graph: str, base: str) -> bool:
    """Whether the named graph is one that a build gives the incident whose data begin with ``base``.

    >>> belongs("https://e.org/fire/graph/entities", "https://e.org/fire/")
    True
    >>> belongs("https://e.org/fire/harbour/graph/entities", "https://e.org/fire/")
    False
    """
    return graph.startswith(base) and _OWN.fullmatch(graph, len(base)) is not None


def pick_incident(
    store: GraphStore, wanted: str | None = None, known: Sequence[IncidentOf] | None = None
) -> IncidentOf:
    """The incident wanted, by its IRI, its base, the last part of that, or its title; by default the only one.

    ``known`` are the incidents of the store, if they have been asked for already. Raises ``GraphError`` when the store
    holds none, ``UsageError`` when it holds several and none is wanted, or when what is wanted is not there or is not
    one alone.
    """
    known = list_incidents(store) if known is None else known
    if not known:
        hint = "make one with: incident-graph build"
        raise GraphError("the graph holds no incident", where=store.location, hint=hint)
    found = [incident for incident in known if wanted is None or wanted in _names(incident)]
    if len(found) == 1:
        return found[0]
    listed = ", ".join(_names(incident)[2] for incident in known[:20]) + (", …" if len(known) > 20 else "")
    if wanted is None or found:
        raise UsageError("the graph holds several incidents", where=listed, hint="say which with --incident")
    raise UsageError(f"the graph holds no incident {wanted}", where=f"it holds {listed}", hint="see --incident")


def _names(incident: IncidentOf) -> tuple[str, ...]:
    base = incident.iri.removesuffix("incident")
    return (incident.iri, base, re.split(r"[/#]", base.rstrip("/#"))[-1] or base, incident.title)


class OneIncident:
    """A store as if it held one incident alone; see ``GraphStore``. What a build writes of it is all that is seen."""

    def __init__(self, store: GraphStore, incident: str) -> None:
        self._store = store
        self._base = incident.removesuffix("incident")
        self._graphs: tuple[str, ...] | None = None

    @property
    def location(self) -> str:
        """Where the whole store lives."""
        return self._store.location

    def graphs(self) -> tuple[str, ...]:
        """The named graphs of the incident."""
        if self._graphs is None:
            found = self._own() or self._store.graphs()
            self._graphs = tuple(graph for graph in found if belongs(graph, self._base))
        return self._graphs

    def _own(self) -> tuple[str, ...]:
        """The incident's graphs as its graph of accounts has them: the others of the store need not be looked at."""
        asked = _GRAPHS.replace("?shared", " ".join(f"<{graph}>" for graph in shared_graphs(self._base)))
        rows = rows_of(self._store.query(asked.replace("?accounts", f"<{self._base}graph/accounts>")))
        return tuple(sorted(row["graph"].value for row in rows))

    def query(
        self,
        sparql: str,
        *,
        prefixes: Mapping[str, str] | None = None,
        scope: Scope | None = None,
        allow_service: bool = False,
    ) -> "QuerySolutions | QueryTriples | QueryBoolean":
        """The results of a query on the incident's graphs alone; a scope is narrowed to them."""
        own = self.graphs()
        if scope is None or scope == Scope():
            scope = Scope(own, own)
        else:
            scope = Scope(*(tuple(graph for graph in part or () if graph in own) for part in scope))
        return self._store.query(sparql, prefixes=prefixes, scope=scope, allow_service=allow_service)

    def quads(self, graphs: Sequence[str] | None = None) -> "Iterator[Quad]":
        """The quads of the incident's graphs."""
        own = self.graphs()
        return self._store.quads(own if graphs is None else [graph for graph in graphs if graph in own])

    def replace(self, quads: "Iterable[Quad]") -> None:
        """Put these quads in the place of the incident."""
        self.put_incident(quads)

    def put_incident(self, incident: "Statements | Iterable[Quad]") -> Changes:
        """Put these statements in the place of the incident."""
        self._graphs = None
        return self._store.put_incident(incident)

    def update(self, sparql: str, *, allow_load: bool = False) -> None:
        """Refused: an update knows no incidents."""
        raise UsageError("an update is for the whole store", hint="leave out --incident")
