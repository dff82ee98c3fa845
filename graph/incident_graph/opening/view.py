"""A graph store as one of rdflib's: nothing is copied, queries run where the graph lives, nothing can be changed."""

from collections.abc import Generator, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from incident_graph import vocabulary as v
from incident_graph.errors import UsageError
from incident_graph.opening.terms import to_oxigraph, to_rdflib
from incident_graph.store import GraphStore, Scope
from incident_graph.store.fetching import refuse_fetching

if TYPE_CHECKING:
    import rdflib

_READ_ONLY = "this graph is read only: copy it (rdflib.Dataset() and addN) to change it"


def view_of(store: GraphStore) -> Any:
    """An ``rdflib.store.Store`` on the graph. What would change it raises ``TypeError``."""
    return _view_class()(store)


class View:
    """What an rdflib store needs, on a graph store of ours; see ``view_of``."""

    context_aware = True
    graph_aware = True
    formula_aware = False
    transaction_aware = False

    def __init__(self, store: GraphStore) -> None:
        super().__init__()
        self._graph = store
        self._spaces = dict(v.PREFIXES)

    def triples(self, triple_pattern: Any, context: Any = None) -> Iterator[Any]:
        """The triples that match, each with the graphs it is in."""
        try:
            known = [to_oxigraph(term) for term in triple_pattern]
        except ValueError:
            return
        names = "spo"
        shown = [f"?{name}" if term is None else str(term) for name, term in zip(names, known, strict=True)]
        if "_:" in "".join(term[:2] for term in shown):
            return  # a blank node of elsewhere is none of ours
        asked = [f"?{name}" for name, term in zip(names, known, strict=True) if term is None]
        where = _within(context).replace("*", " ".join(shown))
        if not where:
            return
        rows: Any = self._graph.query(f"SELECT DISTINCT {' '.join(asked) or '(1 AS ?found)'} WHERE {{ {where} }}")
        for row in rows:
            found = (
                term if term is not None else to_rdflib(row[name])
                for name, term in zip(names, triple_pattern, strict=True)
            )
            yield tuple(found), iter((context,))

    def contexts(self, triple: Any = None) -> "Generator[rdflib.Graph, None, None]":
        """The named graphs, or those that hold the triple."""
        from rdflib import Graph

        store: Any = self  # with rdflib's Store beside it
        for name in self._graph.graphs():
            graph = Graph(store=store, identifier=_uri(name))
            if triple is None or next(self.triples(triple, graph), None) is not None:
                yield graph

    def __len__(self, context: Any = None) -> int:
        """The number of triples."""
        return sum(1 for _ in self.triples((None, None, None), context))

    def query(self, query: Any, initNs: Any, initBindings: Any, queryGraph: str, **more: Any) -> Any:  # noqa: N803 - names by which rdflib calls it
        """The results of SPARQL text; rdflib asks its own engine for what is prepared or has bindings."""
        if isinstance(query, str):
            refuse_fetching(query)
        if not isinstance(query, str) or initBindings:
            _refuse_fetching_by_rdflib(query, initNs)
            raise NotImplementedError  # rdflib's sign that it is to use its own engine
        found: Any = self._graph.query(
            query, prefixes={k: str(s) for k, s in (initNs or {}).items()}, scope=_scope(queryGraph)
        )
        return _result(found)

    def bind(self, prefix: str, namespace: Any, override: bool = True) -> None:
        """Remember a prefix."""
        if override or prefix not in self._spaces:
            self._spaces[prefix] = str(namespace)

    def namespace(self, prefix: str) -> Any:
        """The namespace of a prefix."""
        return _uri(self._spaces[prefix]) if prefix in self._spaces else None

    def prefix(self, namespace: Any) -> str | None:
        """The prefix of a namespace."""
        return next((name for name, space in self._spaces.items() if space == str(namespace)), None)

    def namespaces(self) -> Iterator[tuple[str, Any]]:
        """All prefixes."""
        return ((name, _uri(space)) for name, space in self._spaces.items())

    def add_graph(self, graph: Any) -> None:
        """Nothing: rdflib calls this when it only looks at a graph."""

    def add(self, *args: Any, **more: Any) -> None:
        """Refused."""
        raise TypeError(_READ_ONLY)

    addN = remove = remove_graph = update = add  # noqa: N815 - rdflib's names of what changes a store


@lru_cache(maxsize=1)
def _view_class() -> Any:
    from rdflib.store import Store

    return type("GraphView", (View, Store), {"__doc__": View.__doc__})


def _within(context: Any) -> str:
    """Where a pattern ``*`` is looked for in a context: one graph, the default graph alone, or all of them as one."""
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

    name = getattr(context, "identifier", context)
    if name is None:
        return "*"
    if name == DATASET_DEFAULT_GRAPH_ID:
        return "* FILTER NOT EXISTS { GRAPH ?g { * } }"
    return f"GRAPH {to_oxigraph(name)} {{ * }}" if _iri(name) else ""


def _scope(graph: Any) -> Scope | None:
    """What rdflib's name of a graph means: that graph alone, or all of them."""
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

    name = str(graph)
    everything = name in ("__UNION__", str(DATASET_DEFAULT_GRAPH_ID)) or not _iri(graph)
    return None if everything else Scope((name,), ())


def _refuse_fetching_by_rdflib(query: Any, prefixes: Any) -> None:
    """Raise ``UsageError`` when rdflib's own engine would fetch: it does for SERVICE, and for each graph of a FROM."""
    from rdflib.plugins.sparql import prepareQuery
    from rdflib.plugins.sparql.algebra import traverse

    prepared = prepareQuery(query, initNs=prefixes or {}) if isinstance(query, str) else query
    found: list[str] = ["FROM"] if prepared.algebra.get("datasetClause") else []

    def look(node: Any) -> None:
        if getattr(node, "name", "") == "ServiceGraphPattern":
            found.append("SERVICE")

    traverse(prepared.algebra, visitPre=look)
    if found:
        raise UsageError(
            f"{found[0]} is not allowed in a prepared query or one with bindings",
            hint="a query asks this graph alone; name its graphs by GRAPH",
        )


def _result(found: Any) -> Any:
    """The answer of a graph store as rdflib's."""
    from rdflib import Graph, Variable
    from rdflib.query import Result

    if hasattr(found, "variables"):
        result = Result("SELECT")
        names = [variable.value for variable in found.variables]
        result.vars = [Variable(name) for name in names]
        result.bindings = ({Variable(n): to_rdflib(row[n]) for n in names if row[n] is not None} for row in found)
    elif hasattr(found, "__bool__"):
        result = Result("ASK")
        result.askAnswer = bool(found)
    else:
        result = Result("CONSTRUCT")
        result.graph = Graph()
        for triple in found:
            result.graph.add(tuple(map(to_rdflib, (triple.subject, triple.predicate, triple.object))))
    return result


def _uri(text: str) -> Any:
    from rdflib import URIRef

    return URIRef(text)


def _iri(name: Any) -> bool:
    from rdflib import URIRef

    return isinstance(name, URIRef)
