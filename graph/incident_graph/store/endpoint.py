"""A graph behind a SPARQL 1.1 endpoint, of any make."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote, urlsplit, urlunsplit

from incident_graph import vocabulary as v
from incident_graph.errors import GraphError, UsageError
from incident_graph.rdf.turtle import data_base
from incident_graph.store.contents import HASHES, hashes_of, insert, known_hashes, plan, without_hashes
from incident_graph.store.http import Http, Reading
from incident_graph.store.location import Changes, Scope
from incident_graph.store.query_text import names_dataset, refuse_fetching

if TYPE_CHECKING:
    from pyoxigraph import Quad, QueryBoolean, QuerySolutions, QueryTriples, Triple

#: Where to send updates, and where the Graph Store Protocol is spoken, when the query's URL does not tell.
UPDATE_URL, STORE_URL = "INCIDENT_GRAPH_UPDATE_URL", "INCIDENT_GRAPH_STORE_URL"
#: An update longer than this goes graph by graph into graphs of its own first.
SHORT = 500_000
#: So many triples are put by one update.
_AT_A_TIME = 2_000
#: So many graphs are read by one query.
_TOGETHER = 100
_ROWS = "application/sparql-results+json, application/sparql-results+xml;q=0.8"
_TRIPLES = "application/n-triples, text/turtle;q=0.8"
_STAGE = "urn:incident-graph:staged:"


class GraphEndpoint:
    """An endpoint; see ``GraphStore``. ``location`` is the URL that queries go to.

    Updates go to ``INCIDENT_GRAPH_UPDATE_URL``; else, when the URL ends in ``/query``, to ``/update`` beside it; else
    to the same URL. Graphs go through ``INCIDENT_GRAPH_STORE_URL``, or through ``/store`` beside ``/query`` where that
    answers, by the Graph Store Protocol; else as updates. ``seconds`` is how long the server may be silent.
    """

    def __init__(self, location: str, *, seconds: float = 60.0) -> None:
        self._location = location
        self._http = Http(location, seconds=seconds)
        beside = _beside(location)
        self._update_url = os.environ.get(UPDATE_URL) or beside[0]
        self._store_url = os.environ.get(STORE_URL) or ""
        self._guessed = beside[1] if not self._store_url else ""
        self._everything: Scope | None = None

    @property
    def location(self) -> str:
        """The URL, as given."""
        return self._location

    def query(
        self,
        sparql: str,
        *,
        prefixes: Mapping[str, str] | None = None,
        scope: Scope | None = None,
        allow_service: bool = False,
    ) -> "QuerySolutions | QueryTriples | QueryBoolean":
        """The results of a query, streamed as the endpoint sends them; see ``GraphStore``."""
        if not allow_service:
            refuse_fetching(sparql)
        if scope in (None, Scope()):
            scope = None if names_dataset(sparql) else self._union()
        found = self._ask(sparql, {**v.PREFIXES, **(prefixes or {})}, scope)
        return cast("QuerySolutions | QueryTriples | QueryBoolean", found)

    def quads(self, graphs: Sequence[str] | None = None) -> "Iterator[Quad]":
        """All quads of the named graphs, or of these, without the hashes kept for updates."""
        from pyoxigraph import NamedNode, Quad

        names = self.graphs() if graphs is None else graphs
        if self._store_url:
            for name in names:
                node = NamedNode(name)
                yield from without_hashes(Quad(t.subject, t.predicate, t.object, node) for t in self._get_graph(name))
            return
        for start in range(0, len(names), _TOGETHER):
            values = " ".join(f"<{_iri(name)}>" for name in names[start : start + _TOGETHER])
            asked = f"SELECT ?s ?p ?o ?g WHERE {{ VALUES ?g {{ {values} }} GRAPH ?g {{ ?s ?p ?o }} }}"
            yield from without_hashes(Quad(*row) for row in self._ask(asked, {}, None))

    def graphs(self) -> tuple[str, ...]:
        """The named graphs that were put there by us; on a server that has none of them, all there are."""
        ours = tuple(sorted(known_hashes(self._ask(HASHES, {}, None))))
        if ours:
            return ours
        found = self._ask("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }", {}, None)
        return tuple(sorted(row["g"].value for row in found))

    def put_incident(self, quads: "Iterable[Quad]") -> Changes:
        """Put one incident in the place of what the endpoint held of it; see ``GraphStore``.

        A small change is one update. A larger one is first put into graphs with names of their own, which one short
        update then moves to their places: where the server's updates are atomic, so is this.
        """
        rows = list(quads)
        todo = plan(rows, known_hashes(self._ask(hashes_of(data_base(rows)), {}, None)))
        changes = todo.changes
        if not changes.written and not changes.removed:
            return changes
        self._everything = None
        drops = [f"DROP SILENT GRAPH <{_iri(graph)}>" for graph in changes.removed]
        small = [
            step
            for graph, triples in todo.write.items()
            for step in (f"DROP SILENT GRAPH <{graph}>", insert(graph, triples))
        ]
        if sum(map(len, small)) <= SHORT:
            self._change(" ;\n".join([*drops, *small]))
            return changes
        staged = {graph: _STAGE + hashlib.sha256(graph.encode()).hexdigest()[:32] for graph in todo.write}
        try:
            for graph, triples in todo.write.items():
                self._fill(staged[graph], triples)
            moves = [f"MOVE <{stage}> TO <{graph}>" for graph, stage in staged.items()]
            self._change(" ;\n".join([*drops, *moves]))
        except BaseException:
            self._forget(staged.values())
            raise
        return changes

    def replace(self, quads: "Iterable[Quad]") -> None:
        """Refused: a server may hold what others put there."""
        raise UsageError("an endpoint is not replaced as a whole", hint="build puts one incident in its place")

    def update(self, sparql: str, *, allow_load: bool = False) -> None:
        """Send an update; see ``GraphStore``. Whether it is atomic is up to the server."""
        if not allow_load:
            refuse_fetching(sparql)
        self._change(sparql)

    # -- asking

    def _ask(self, sparql: str, prefixes: Mapping[str, str], scope: Scope | None) -> Any:
        from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results

        pairs = [("query", _declared(sparql, prefixes))]
        for key, graphs in (("default-graph-uri", scope and scope.default), ("named-graph-uri", scope and scope.named)):
            pairs += [(key, graph) for graph in graphs or ()]
        response = self._http.post_form(self._location, pairs, accept=f"{_ROWS}, {_TRIPLES}")
        kind = (response.headers.get("Content-Type") or "").split(";")[0].strip().lower()
        if response.headers.get("X-SPARQL-MaxRows") or response.headers.get("X-SQL-State") == "S1TAT":
            raise GraphError(
                "the endpoint cuts its answers short",
                where=self._location,
                hint="raise its limits (Virtuoso: ResultSetMaxRows), or name a Graph Store URL: " + STORE_URL,
            )
        body = Reading(response, self._location)  # has the read() that pyoxigraph calls, and is no IO[bytes] otherwise
        try:
            rows = QueryResultsFormat.from_media_type(kind)
            if rows is not None:
                return parse_query_results(body, rows)  # type: ignore[arg-type]
            triples = RdfFormat.from_media_type(kind)
            if triples is not None:
                return (quad.triple for quad in parse(body, triples, base_iri=self._location))  # type: ignore[arg-type]
        except (SyntaxError, ValueError) as error:
            raise GraphError(f"the endpoint's answer does not parse: {error}", where=self._location) from error
        raise GraphError(
            f"the endpoint answers with {kind or 'something'}: no results of a query",
            where=self._location,
            hint="is this the URL of the endpoint, or of its page?",
        )

    def _union(self) -> Scope | None:
        """None where the server's default graph is the union of all; else all graphs by name."""
        if self._everything is None:
            asked = f"ASK {{ ?incident a <{v.INC}Incident> }}"
            self._everything = Scope() if bool(self._ask(asked, {}, None)) else Scope(*(2 * [self.graphs()]))
        return None if self._everything == Scope() or not self._everything.default else self._everything

    # -- changing

    def _change(self, sparql: str) -> None:
        self._http.post_form(self._update_url, [("update", sparql)]).read()

    def _fill(self, graph: str, triples: "Sequence[Triple]") -> None:
        """Put the triples into an empty graph."""
        if self._speaks_gsp():
            lines = "".join(f"{triple} .\n" for triple in triples).encode("utf-8")
            self._http.send(self._graph_url(graph), method="PUT", data=lines, kind="application/n-triples").read()
            return
        first = f"DROP SILENT GRAPH <{graph}> ;\n"  # what a build left that was killed
        for start in range(0, len(triples), _AT_A_TIME):
            self._change(first + insert(graph, triples[start : start + _AT_A_TIME]))
            first = ""

    def _forget(self, graphs: Iterable[str]) -> None:
        import contextlib

        with contextlib.suppress(Exception):
            self._change(" ;\n".join(f"DROP SILENT GRAPH <{graph}>" for graph in graphs))

    def _get_graph(self, graph: str) -> "Iterator[Triple]":
        from pyoxigraph import RdfFormat, parse

        response = self._http.send(self._graph_url(graph), accept=_TRIPLES)
        kind = (response.headers.get("Content-Type") or "").split(";")[0].strip()
        form = RdfFormat.from_media_type(kind) or RdfFormat.N_TRIPLES
        for quad in parse(Reading(response, self._location), form, base_iri=self._location):  # type: ignore[arg-type]
            yield quad.triple

    def _graph_url(self, graph: str) -> str:
        return f"{self._store_url}{'&' if '?' in self._store_url else '?'}graph={quote(graph, safe='')}"

    def _speaks_gsp(self) -> bool:
        """Whether there is a Graph Store; a guess from the URL is tried once."""
        if not self._store_url and self._guessed:
            guess, self._guessed = self._guessed, ""
            try:
                self._http.send(f"{guess}?default", method="HEAD").read()
                self._store_url = guess
            except (GraphError, UsageError):
                pass
        return bool(self._store_url)


def _beside(location: str) -> tuple[str, str]:
    """The URLs for updates and for graphs that go with a query's URL, by what servers usually call them.

    >>> _beside("http://localhost:7878/query")
    ('http://localhost:7878/update', 'http://localhost:7878/store')
    >>> _beside("https://example.org/ds")
    ('https://example.org/ds', '')
    """
    parts = urlsplit(location)
    if not parts.path.endswith("/query"):
        return location, ""
    path = parts.path.removesuffix("query")
    made = [urlunsplit((parts.scheme, parts.netloc, path + name, "", "")) for name in ("update", "store")]
    return made[0], made[1]


def _declared(sparql: str, prefixes: Mapping[str, str]) -> str:
    """The query with the prefixes it uses and does not declare, on its first line."""
    declared = {name.lower() for name in re.findall(r"(?i)\bPREFIX\s+([\w.-]*)\s*:", sparql)}
    used = [name for name in prefixes if name.lower() not in declared and re.search(rf"(?<![\w.-]){name}:", sparql)]
    return "".join(f"PREFIX {name}: <{prefixes[name]}> " for name in used) + sparql


def _iri(graph: str) -> str:
    if re.search(r'[<>"{}|^`\\\x00-\x20]', graph):
        raise UsageError(f"not the IRI of a graph: {graph}")
    return graph
