"""``incident_graph.open``: a graph as an rdflib Dataset, with typed rows, plain objects and networks beside it."""

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from incident_graph import vocabulary as v
from incident_graph.errors import UsageError
from incident_graph.queries import Cell, get_query, list_queries, run
from incident_graph.rdf import read_incident
from incident_graph.store import (
    GraphFile,
    GraphFolder,
    GraphStore,
    IncidentOf,
    incident_in,
    list_incidents,
    open_graph,
)

if TYPE_CHECKING:
    import networkx as nx
    import rdflib
    from pyoxigraph import Store

    from incident_graph.model import Incident


class Ours:
    """What our Dataset has besides rdflib's own: it asks the graph as it was opened, not what you add to it."""

    graph_store: GraphStore
    only: str | None

    def rows(self, query: str, **values: str) -> list[tuple[Cell, ...]]:
        """The rows of a SELECT as Python values, by Oxigraph: a named question with its parameters, or SPARQL."""
        named = any(known.name == query for known in list_queries())
        if values and not named:
            raise UsageError("parameters are for named questions", hint="write the values into the SPARQL")
        return list(run(self._one_or_all, get_query(query) if named else query, values))

    def incidents(self) -> tuple[IncidentOf, ...]:
        """The incidents in the graph: IRI and title."""
        return list_incidents(self.graph_store)

    def incident(self, name: str | None = None) -> "Incident":
        """One incident as plain objects: accounts, entities, figures, claims, issues, readings, comparisons.

        ``name`` is its IRI, title or the last part of its base; by default the only one. Raises ``UsageError`` when
        there are several and none is named.
        """
        return read_incident(incident_in(self.graph_store.location, name or self.only))

    def network(self, kind: str = "divergence", name: str | None = None) -> "nx.Graph[str]":
        """One incident as a networkx graph: ``divergence`` (questions, readings), ``entities`` or ``agreement``."""
        from incident_graph import network

        known = {
            "divergence": network.divergence_graph,
            "entities": network.entity_graph,
            "agreement": network.agreement_graph,
        }
        if kind not in known:
            raise UsageError(f"no such network: {kind}", hint=f"one of {', '.join(known)}")
        made: nx.Graph[str] = known[kind](self.incident(name))  # type: ignore[operator]
        return made

    @cached_property
    def _one_or_all(self) -> GraphStore:
        return incident_in(self.graph_store.location, self.only) if self.only else self.graph_store


if TYPE_CHECKING:

    class IncidentDataset(Ours, rdflib.Dataset):
        """An rdflib Dataset with ``rows``, ``incident``, ``incidents`` and ``network``."""


def open_dataset(location: str, incident: str | None = None) -> "IncidentDataset":
    """The graph at ``location`` (a file, an Oxigraph folder or an endpoint's URL) as an rdflib Dataset and more.

    The Dataset's default graph is the union of all graphs. Where the package oxrdflib is installed, it reads from
    Oxigraph as it is and its ``query`` runs there; else, and for endpoints, the quads are copied into rdflib's memory
    (about 35,000 a second). Use ``rows`` to ask in Oxigraph in any case. Changes to the Dataset stay in memory.

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
        store = incident_in(location, incident)
    whole = _oxigraph(store)
    dataset = _dataset_class()(**({"store": whole} if whole is not None else {}), default_union=True)
    dataset.graph_store, dataset.only = store, incident
    for name, space in v.PREFIXES.items():
        dataset.bind(name, space)
    if whole is None:
        _copy(store, dataset)
    found: IncidentDataset = dataset
    return found


@lru_cache(maxsize=1)
def _dataset_class() -> Any:
    from rdflib import Dataset

    return type("IncidentDataset", (Ours, Dataset), {"__doc__": "An rdflib Dataset on a graph of ours."})


def _oxigraph(store: GraphStore) -> Any:
    """The whole store for rdflib, uncopied; None where that cannot be."""
    try:
        from oxrdflib import OxigraphStore
    except ImportError:
        return None
    inner: Store
    if isinstance(store, GraphFile):
        inner = store.memory
    elif isinstance(store, GraphFolder):
        inner = store.opened()
    else:
        return None
    return OxigraphStore(store=inner)


def _copy(store: GraphStore, dataset: Any) -> None:
    from pyoxigraph import BlankNode, DefaultGraph, Literal
    from rdflib import BNode, URIRef
    from rdflib import Literal as RdflibLiteral
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

    nodes: dict[str, URIRef] = {}

    def term(value: Any) -> Any:
        if isinstance(value, Literal):
            if value.language:
                return RdflibLiteral(value.value, lang=value.language)
            if value.datatype.value == v.XSD + "string":
                return RdflibLiteral(value.value)
            return RdflibLiteral(value.value, datatype=URIRef(value.datatype.value), normalize=False)
        if isinstance(value, BlankNode):
            return BNode(value.value)
        if isinstance(value, DefaultGraph):
            return DATASET_DEFAULT_GRAPH_ID
        return nodes.setdefault(value.value, URIRef(value.value))

    graphs = {None: dataset.default_graph}
    for quad in store.quads():
        name = term(quad.graph_name)
        if name not in graphs:
            graphs[name] = dataset.default_graph if name == DATASET_DEFAULT_GRAPH_ID else dataset.graph(name)
        graphs[name].add((term(quad.subject), term(quad.predicate), term(quad.object)))
