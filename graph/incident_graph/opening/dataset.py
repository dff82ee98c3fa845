"""The Dataset that ``incident_graph.open`` gives."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from incident_graph.errors import UsageError
from incident_graph.opening.terms import to_rdflib
from incident_graph.opening.view import view_of
from incident_graph.queries import Cell, get_query, list_queries, run
from incident_graph.rdf import read_incident
from incident_graph.store import GraphStore, IncidentOf, list_incidents, narrow, open_graph

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from incident_graph.model import Incident


class Ours:
    """What our Dataset has besides rdflib's own: typed rows, plain objects, networks."""

    graph_store: GraphStore

    def rows(self, query: str, **values: str) -> list[tuple[Cell, ...]]:
        """The rows of a SELECT as Python values, by Oxigraph: a named question with its parameters, or SPARQL."""
        named = any(known.name == query for known in list_queries())
        if values and not named:
            raise UsageError("parameters are for named questions", hint="write the values into the SPARQL")
        return list(run(self.graph_store, get_query(query) if named else query, values))

    def incidents(self) -> tuple[IncidentOf, ...]:
        """The incidents in the graph: IRI and title."""
        return list_incidents(self.graph_store)

    def incident(self, name: str | None = None) -> "Incident":
        """One incident as plain objects: accounts, entities, figures, claims, issues, readings, comparisons.

        ``name`` is its IRI, title or the last part of its base; by default the only one. Raises ``UsageError`` when
        there are several and none is named.
        """
        return read_incident(narrow(self.graph_store, name))

    def network(self, kind: str = "divergence", name: str | None = None) -> "nx.Graph[str]":
        """One incident as a networkx graph: ``divergence`` (sources, accounts, answers, questions and what is named,
        with typed edges: see ``network.network_graph``), ``entities`` or ``agreement``."""
        from incident_graph import network

        known: dict[str, Callable[[Incident], nx.Graph[str]]] = {
            "divergence": network.network_graph,
            "entities": network.entity_graph,
            "agreement": network.agreement_graph,
        }
        if kind not in known:
            raise UsageError(f"no such network: {kind}", hint=f"one of {', '.join(known)}")
        return known[kind](self.incident(name))

    def quads(self, quad: Any = None) -> "Iterator[tuple[Any, Any, Any, Any]]":
        """As rdflib's: subject, predicate, object and graph (None: the default graph)."""
        if quad is not None and any(term is not None for term in quad):
            yield from super().quads(quad)  # type: ignore[misc]  # a mixin: rdflib's Dataset comes after it
            return
        for found in self.graph_store.quads():
            subject, predicate, value = map(to_rdflib, (found.subject, found.predicate, found.object))
            yield subject, predicate, value, to_rdflib(found.graph_name)


if TYPE_CHECKING:

    class IncidentDataset(Ours, rdflib.Dataset):  # type: ignore[misc]  # rdflib calls quads more widely than it says
        """An rdflib Dataset with ``rows``, ``incident``, ``incidents`` and ``network``."""


def open_dataset(location: str, incident: str | None = None) -> "IncidentDataset":
    """The graph at ``location`` (a file, an Oxigraph folder or an endpoint's URL) as an rdflib Dataset and more.

    The Dataset's default graph is the union of all graphs. It is a view: nothing is copied, ``query`` runs in Oxigraph
    or at the endpoint, and nothing can be changed through it. (A prepared query, or one with ``initBindings``, runs in
    rdflib's own engine, which is slow.)

    Raises ``GraphError`` for what is not there or not RDF, ``UsageError`` for an incident that is not in it.

    >>> import pathlib, tempfile
    >>> import incident_graph
    >>> folder = tempfile.TemporaryDirectory()
    >>> path = pathlib.Path(folder.name, "fire.ttl")
    >>> _ = path.write_text(
    ...     '<https://example.org/fire/incident> a <https://w3id.org/incident-graph/core#Incident> ;'
    ...     ' <http://purl.org/dc/terms/title> "Fire at the mill" .'
    ... )
    >>> graph = incident_graph.open(str(path))
    >>> [str(title) for title in graph.objects(None, None) if "mill" in title]
    ['Fire at the mill']
    >>> graph.rows("SELECT ?title (2 AS ?two) { ?incident a inc:Incident ; dcterms:title ?title }")
    [('Fire at the mill', 2)]
    >>> graph.incident().base, len(graph.incident().claims)
    ('https://example.org/fire/', 0)
    >>> graph.incident("flood")
    Traceback (most recent call last):
    incident_graph.errors.UsageError: the graph holds no incident flood
      it holds fire
      see --incident
    """
    store: GraphStore = open_graph(location)
    if incident is not None:
        store = narrow(store, incident)
    dataset: IncidentDataset = _dataset_class()(store=view_of(store), default_union=True)
    dataset.graph_store = store
    return dataset


@lru_cache(maxsize=1)
def _dataset_class() -> Any:
    from rdflib import Dataset

    return type("IncidentDataset", (Ours, Dataset), {"__doc__": "An rdflib Dataset on a graph of ours."})
