"""A graph behind a SPARQL 1.1 endpoint, of any make."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import IO, TYPE_CHECKING, Any, cast
from urllib.parse import quote, urlsplit, urlunsplit

from incident_graph import vocabulary as v
from incident_graph.errors import GraphError, UsageError
from incident_graph.rdf.statements import Statements, statements_of
from incident_graph.store.contents import (
    HASHES,
    hashes_of,
    insert,
    known_hashes,
    lines_of,
    marks,
    plan,
    without_hashes,
)
from incident_graph.store.fetching import refuse_fetching
from incident_graph.store.http import Http, Reading
from incident_graph.store.location import Changes, Scope
from incident_graph.store.query_text import as_rows, form_of, names_dataset, with_dataset
from incident_graph.store.rewritten import as_we_write, with_truths

if TYPE_CHECKING:
    from pyoxigraph import Quad, QueryBoolean, QuerySolutions, QueryTriples, Triple

#: Where to send updates, and where the Graph Store Protocol is spoken, when the query's URL does not tell.
UPDATE_URL, STORE_URL = "INCIDENT_GRAPH_UPDATE_URL", "INCIDENT_GRAPH_STORE_URL"
#: An update longer than this goes graph by graph into graphs of its own first.
SHORT = 500_000
#: So many triples are put by one update at first; where a server takes fewer, fewer, down to these.
AT_A_TIME, FEWEST = 500, 50
#: So many triples are put by one request of the Graph Store Protocol.
AT_ONCE = 20_000
#: So many graphs are named by parameters of a request; more stand in the query (servers repeat these as headers).
FEW_GRAPHS = 20
#: So many graphs are counted by one query.
_TOGETHER = 100
#: An answer of fewer triples is taken for whole: no server cuts earlier.
_SURELY_WHOLE = 500
#: How many times longer than for an answer we wait for a change.
_PATIENCE = 10
_ROWS = "application/sparql-results+json, application/sparql-results+xml;q=0.8"
_TRIPLES = "application/n-triples, text/turtle;q=0.8"
_OF_TRIPLES = ("CONSTRUCT", "DESCRIBE")
_BESIDE = {
    "query": ("update", "store"),
    "sparql": ("sparql", "sparql-graph-crud"),
    "sparql-auth": ("sparql-auth", "sparql-graph-crud-auth"),
}
_STAGE = "urn:incident-graph:staged:"


class GraphEndpoint:
    """An endpoint; see ``GraphStore``. ``location`` is the URL that queries go to.

    Updates go to ``INCIDENT_GRAPH_UPDATE_URL``; else, when the URL ends in ``/query``, to ``/update`` beside it; else
    to the same URL. Graphs are put through ``INCIDENT_GRAPH_STORE_URL``, or through ``/store`` beside ``/query`` or
    ``/sparql-graph-crud`` beside ``/sparql`` where that answers, by the Graph Store Protocol; else as updates.
    ``seconds`` is how long the server may be silent; it may be for longer when it changes something.
    """

    def __init__(self, location: str, *, seconds: float = 60.0) -> None:
        self._location = location
        self._http = Http(location, seconds=seconds)
        beside = _beside(location)
        self._update_url = os.environ.get(UPDATE_URL) or beside[0]
        self._store_url = os.environ.get(STORE_URL) or ""
        self._guessed = beside[1] if not self._store_url else ""
        self._everything: Scope | None = None
        self._tried = False
        self._at_a_time = AT_A_TIME
        self._page: int | None = None

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
        known = {**v.PREFIXES, **(prefixes or {})}
        found = self._ask(sparql, known, scope)
        if form_of(sparql) == "CONSTRUCT":
            found = self._checked(found, sparql, known, scope)
        return cast("QuerySolutions | QueryTriples | QueryBoolean", found)

    def quads(self, graphs: Sequence[str] | None = None) -> "Iterator[Quad]":
        """All quads of the named graphs, or of these, without the hashes kept for updates.

        Numbers, truths and times come in the form that we write, whatever the server makes of them. Raises
        ``GraphError`` when not all of a graph can be had.
        """
        from pyoxigraph import NamedNode, Quad

        names = self.graphs() if graphs is None else graphs
        for start in range(0, len(names), _TOGETHER):
            values = " ".join(f"<{_iri(name)}>" for name in names[start : start + _TOGETHER])
            asked = (
                f"SELECT ?g (COUNT(*) AS ?n) WHERE {{ VALUES ?g {{ {values} }} GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g"
            )
            sizes = {graph.value: int(size.value) for graph, size in self._ask(asked, {}, None)}
            for name in names[start : start + _TOGETHER]:
                node = NamedNode(name)
                found = map(as_we_write, self._whole(name, sizes.get(name, 0)))
                yield from without_hashes(Quad(t.subject, t.predicate, t.object, node) for t in found)

    def graphs(self) -> tuple[str, ...]:
        """The named graphs that were put there by us; on a server that has none of them, all there are."""
        ours = tuple(sorted(known_hashes(self._ask(HASHES, {}, None))))
        if ours:
            return ours
        # Grouped: DISTINCT takes Virtuoso hundreds of times longer.
        found = self._ask("SELECT ?g WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g", {}, None)
        return tuple(sorted(row["g"].value for row in found))

    def put_incident(self, incident: "Statements | Iterable[Quad]") -> Changes:
        """Put one incident in the place of what the endpoint held of it; see ``GraphStore``.

        A small change is one update. A larger one, or one that the server finds too long, is first put into graphs with
        names of their own, which one short update then moves to their places: where the server's updates are atomic,
        so is this. Where they are not, what is half done is marked, and the next build does it again (``marks``).
        """
        wanted = statements_of(incident)
        todo = plan(wanted, known_hashes(self._ask(hashes_of(wanted.base), {}, None)))
        changes = todo.changes
        if not changes.written and not changes.removed:
            return changes
        self._everything = None
        write = lines_of(todo)
        begin = [marks(todo), *(f"DROP SILENT GRAPH <{_iri(graph)}>" for graph in changes.removed)]
        small = [step for graph, lines in write for step in (f"DROP SILENT GRAPH <{graph}>", insert(graph, lines))]
        if sum(map(len, small)) <= SHORT:
            try:
                self._change(" ;\n".join([*begin, *small]))
                return changes
            except UsageError:
                pass  # too long for it; if it is something else, it comes again
        staged = {graph: _STAGE + hashlib.sha256(graph.encode()).hexdigest()[:32] for graph, _ in write}
        try:
            for graph, lines in write:
                self._fill(staged[graph], lines)
            self._change_in_order([*begin, *(f"MOVE <{stage}> TO <{graph}>" for graph, stage in staged.items())])
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
        from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results

        form = form_of(sparql)
        response = self._send(_declared(sparql, prefixes), scope, _TRIPLES if form in _OF_TRIPLES else _ROWS)
        kind = (response.headers.get("Content-Type") or "").split(";")[0].strip().lower()
        if _is_cut(response):
            raise self._cut()
        body = cast("IO[bytes]", Reading(response, self._location))  # pyoxigraph calls nothing but its read()
        try:
            rows = QueryResultsFormat.from_media_type(kind)
            if rows is not None:
                found = parse_query_results(body, rows)
                if not isinstance(found, QuerySolutions):
                    return found
                return _truth(found) if form == "ASK" else with_truths(found)
            triples = RdfFormat.from_media_type(kind)
            if triples is not None:
                return (quad.triple for quad in parse(body, triples, base_iri=self._location))
        except (SyntaxError, ValueError) as error:
            raise GraphError(f"the endpoint's answer does not parse: {error}", where=self._location) from error
        raise GraphError(
            f"the endpoint answers with {kind or 'something'}: no results of a query",
            where=self._location,
            hint="is this the URL of the endpoint, or of its page?",
        )

    def _send(self, sparql: str, scope: Scope | None, accept: str) -> Any:
        """The response to a query."""
        default, named = (scope.default or (), scope.named or ()) if scope else ((), ())
        if len(default) + len(named) > FEW_GRAPHS and not names_dataset(sparql):
            text = with_dataset(sparql, [_iri(name) for name in default], [_iri(name) for name in named])
            if text:
                return self._http.post_form(self._location, [("query", text)], accept=accept)
        pairs = [("query", sparql), *(("default-graph-uri", name) for name in default)]
        pairs += [("named-graph-uri", name) for name in named]
        return self._http.post_form(self._location, pairs, accept=accept)

    def _checked(
        self, triples: "Iterable[Triple]", sparql: str, prefixes: Mapping[str, str], scope: Scope | None
    ) -> "Iterator[Triple]":
        """The triples of a CONSTRUCT; an error at their end when they are not all.

        A server that cuts its answers says so of rows, but not of triples: so a large answer is asked for as rows too,
        which are not read.
        """
        count = 0
        for triple in triples:
            count += 1
            yield triple
        rows = as_rows(sparql) if count >= _SURELY_WHOLE else ""
        if rows:
            response = self._send(_declared(rows, prefixes), scope, _ROWS)
            response.close()
            if _is_cut(response):
                raise self._cut()

    def _whole(self, graph: str, size: int) -> "Iterator[Triple]":
        """All ``size`` triples of a graph; in pages, once the server has been seen to give fewer than it has."""
        seen: set[int] = set()
        page, start = (self._page if self._page is not None and size > self._page else None), 0
        while len(seen) < size:
            part = f" LIMIT {page} OFFSET {start}" if page else ""
            asked = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{_iri(graph)}> {{ ?s ?p ?o }} }}{part}"
            count = 0
            for triple in self._ask(asked, {}, None):
                count += 1
                key = hash(triple)
                if key not in seen:
                    seen.add(key)
                    yield triple
            if page is None:
                page = self._page = max(1, min(count, size) // 2)
            elif count == 0:
                break
            else:
                start += count
        if len(seen) != size:
            raise GraphError(
                f"not all of a graph can be read: {len(seen)} of {size} triples",
                where=f"{graph} at {self._location}",
                hint="was it changed meanwhile? Ask again, or raise the server's limits on answers",
            )

    def _cut(self) -> GraphError:
        return GraphError(
            "the endpoint cuts its answers short",
            where=self._location,
            hint="ask for less, or raise its limits (Virtuoso: ResultSetMaxRows)",
        )

    def _union(self) -> Scope | None:
        """None where the server's default graph is the union of all; else all graphs by name."""
        if self._everything is None:
            asked = f"ASK {{ ?incident a <{v.INC}Incident> }}"
            self._everything = Scope() if bool(self._ask(asked, {}, None)) else Scope(*(2 * [self.graphs()]))
        return None if self._everything == Scope() or not self._everything.default else self._everything

    # -- changing

    def _change(self, sparql: str) -> None:
        self._http.post_form(self._update_url, [("update", sparql)], patience=_PATIENCE).read()

    def _change_in_order(self, steps: Sequence[str]) -> None:
        """All steps by one update; by several only where the server refuses so long a one."""
        try:
            self._change(" ;\n".join(steps))
        except UsageError:
            if len(steps) < 2:
                raise
            half = len(steps) // 2
            self._change_in_order(steps[:half])
            self._change_in_order(steps[half:])

    def _fill(self, graph: str, lines: Sequence[str]) -> None:
        """Put the lines into a graph of their own, in the place of what a build left there that was killed."""
        if self._speaks_gsp():
            try:
                for start in range(0, max(1, len(lines)), AT_ONCE):
                    data = "".join(f"{line} .\n" for line in lines[start : start + AT_ONCE]).encode("utf-8")
                    url, method = self._graph_url(graph), "POST" if start else "PUT"
                    kind = "application/n-triples"
                    self._http.send(url, method=method, data=data, kind=kind, patience=_PATIENCE).read()
                return
            except (GraphError, UsageError):
                if not self._guessed:
                    raise
                self._store_url = ""  # it was a guess, and a wrong one
        self._change(f"DROP SILENT GRAPH <{graph}>")
        self._insert(graph, lines)

    def _insert(self, graph: str, lines: Sequence[str]) -> None:
        """Put the lines by updates, in smaller parts where the server refuses larger ones."""
        start = 0
        while start < len(lines):
            part = lines[start : start + self._at_a_time]
            try:
                self._change(insert(graph, part))
                start += len(part)
            except UsageError:
                if len(part) <= FEWEST:
                    raise
                self._at_a_time = max(FEWEST, len(part) // 2)

    def _forget(self, graphs: Iterable[str]) -> None:
        import contextlib

        with contextlib.suppress(Exception):
            self._change_in_order([f"DROP SILENT GRAPH <{graph}>" for graph in graphs])

    def _graph_url(self, graph: str) -> str:
        return f"{self._store_url}{'&' if '?' in self._store_url else '?'}graph={quote(graph, safe='')}"

    def _speaks_gsp(self) -> bool:
        """Whether there is a Graph Store; a guess from the URL is tried once."""
        if self._guessed and not self._tried:
            self._tried = True
            if self._answers(f"{self._guessed}?default", "HEAD") or self._answers(self._guessed, "OPTIONS"):
                self._store_url = self._guessed
        return bool(self._store_url)

    def _answers(self, url: str, method: str) -> bool:
        """Whether there is something at the URL that takes graphs, as far as it says."""
        try:
            response = self._http.send(url, method=method)
        except (GraphError, UsageError):
            return False
        response.read()
        return method != "OPTIONS" or "PUT" in (response.headers.get("Allow") or "")


def _is_cut(response: Any) -> bool:
    """Whether the response says that it is not all there is."""
    return bool(response.headers.get("X-SPARQL-MaxRows")) or response.headers.get("X-SQL-State") == "S1TAT"


def _truth(rows: "QuerySolutions") -> "QueryBoolean":
    """The answer to ASK from a server that gives it as the one cell of a row."""
    from pyoxigraph import QueryResultsFormat, parse_query_results

    yes = any(row[0] is not None and row[0].value in ("1", "true") for row in rows)
    found: Any = parse_query_results(f'{{"head":{{}},"boolean":{str(yes).lower()}}}', QueryResultsFormat.JSON)
    return cast("QueryBoolean", found)


def _beside(location: str) -> tuple[str, str]:
    """The URLs for updates and for graphs that go with a query's URL, by what servers usually call them.

    >>> _beside("http://localhost:7878/query")
    ('http://localhost:7878/update', 'http://localhost:7878/store')
    >>> _beside("http://localhost:8890/sparql-auth")
    ('http://localhost:8890/sparql-auth', 'http://localhost:8890/sparql-graph-crud-auth')
    >>> _beside("https://example.org/ds")
    ('https://example.org/ds', '')
    """
    parts = urlsplit(location)
    before, name = parts.path[: parts.path.rfind("/") + 1], parts.path[parts.path.rfind("/") + 1 :]
    update, store = _BESIDE.get(name, (name, ""))

    def made(last: str) -> str:
        return urlunsplit((parts.scheme, parts.netloc, before + last, "", ""))

    return made(update) if update != name else location, made(store) if store else ""


def _declared(sparql: str, prefixes: Mapping[str, str]) -> str:
    """The query with the prefixes it uses and does not declare, on its first line."""
    declared = {name.lower() for name in re.findall(r"(?i)\bPREFIX\s+([\w.-]*)\s*:", sparql)}
    used = [name for name in prefixes if name.lower() not in declared and re.search(rf"(?<![\w.-]){name}:", sparql)]
    return "".join(f"PREFIX {name}: <{prefixes[name]}> " for name in used) + sparql


def _iri(graph: str) -> str:
    if re.search(r'[<>"{}|^`\\\x00-\x20]', graph):
        raise UsageError(f"not the IRI of a graph: {graph}")
    return graph
