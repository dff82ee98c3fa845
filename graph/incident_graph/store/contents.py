"""What each named graph of an incident holds, as a hash, so that only what changed is written."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from incident_graph import vocabulary as v
from incident_graph.errors import UsageError
from incident_graph.rdf.statements import Statements, nquads_of
from incident_graph.store.incidents import belongs
from incident_graph.store.location import Changes

if TYPE_CHECKING:
    from pyoxigraph import Quad, Triple

#: Says of a named graph, in its incident's graph of accounts, the SHA-256 of its sorted N-Triples.
CONTENT_HASH = v.INC + "contentHash"

#: Says of a run, in its incident's graph of accounts, the SHA-256 of all that the incident was built from.
INPUT_HASH = v.INC + "inputHash"
_BLANK = re.compile(r"(?:^|[ (])_:")
_NOTES = frozenset({CONTENT_HASH, INPUT_HASH})

#: Asks which graphs a store keeps hashes of, of all incidents.
HASHES = f"SELECT ?graph ?hash WHERE {{ GRAPH ?accounts {{ ?graph <{CONTENT_HASH}> ?hash }} }}"


class Plan(NamedTuple):
    """How to bring an incident in a store up to date: lines by the graph they replace, graphs to drop, the rest.

    The lines are those of ``Statements``.
    """

    base: str
    write: dict[str, str]
    changes: Changes


def plan(incident: Statements, known: Mapping[str, str], there: Iterable[str] = (), inputs: str = "") -> Plan:
    """What must be done so that a store holds these statements of one incident.

    ``known`` is what the store says of the incident's graphs (graph -> hash), ``there`` the graphs it has when it says
    nothing, as after a load by other means; ``inputs`` is the hash of what it was built from, to be noted. The graph of
    accounts, which keeps the hashes, is written whenever anything is. Raises ``UsageError`` for
    what is not one incident in named graphs.
    """
    base = incident.base
    wanted = {graph: _without_notes(lines) for graph, lines in incident.graphs.items()}
    foreign = sorted(graph for graph in wanted if not belongs(graph, base))
    if not base or foreign:
        raise UsageError(
            "only an incident as build makes it can be put here",
            where=foreign[0] if foreign else "there is no incident in it",
            hint="build it again from its accounts",
        )
    accounts = base + "graph/accounts"
    hashes = {graph: content_hash(lines) for graph, lines in wanted.items()}
    changed = [graph for graph in sorted(wanted) if known.get(graph) != hashes[graph]]
    old = {graph for graph in {*known, *there} if belongs(graph, base)}
    removed = sorted(old - set(wanted))
    if (changed or removed) and accounts not in changed:
        changed = sorted([*changed, accounts])
    write = {graph: wanted.get(graph, "") for graph in changed}
    if accounts in write:
        notes = map(str, [*_stated(hashes), *_noted(base, inputs)])
        write[accounts] = "\n".join([*_split(write[accounts]), *notes])
    same = [graph for graph in sorted(wanted) if graph not in write]
    return Plan(base, write, Changes(tuple(changed), tuple(removed), tuple(same)))


def content_hash(lines: str) -> str:
    """SHA-256 of what a graph states, as the sorted lines of ``Statements``."""
    return hashlib.sha256(lines.encode("utf-8")).hexdigest()


def hashes_of(base: str) -> str:
    """Asks for the hashes of one incident alone, however many the store holds."""
    return HASHES.replace("?accounts", f"<{base}graph/accounts>")


def known_hashes(rows: Iterable[Any]) -> dict[str, str]:
    """Graph -> hash, from the rows of ``HASHES`` or ``hashes_of``; ``""`` for a graph with several: see ``marks``."""
    known: dict[str, str] = {}
    for graph, hash_ in rows:
        known[graph.value] = "" if graph.value in known else hash_.value
    return known


def marks(todo: Plan) -> str:
    """INSERT DATA that says of all graphs the plan touches that their content is uncertain.

    The graph of accounts, which keeps this, is the one to be written last. So where a server applies an update only in
    part, the next build finds the marks, writes those graphs again and drops what is to go.
    """
    from pyoxigraph import Literal, NamedNode, Triple

    touched = [*todo.changes.removed, *todo.changes.written]
    unsure = [Triple(NamedNode(graph), NamedNode(CONTENT_HASH), Literal("")) for graph in touched]
    return insert(todo.base + "graph/accounts", unsure)


def without_hashes(quads: "Iterable[Quad]") -> "Iterator[Quad]":
    """The quads as they were put: the store's own notes left out."""
    return (quad for quad in quads if quad.predicate.value not in _NOTES)


def as_update(todo: Plan, there: "Callable[[str], Iterable[Triple]]") -> Iterator[str]:
    """The plan as the operations of one SPARQL update, to be joined by ``;``.

    ``there`` gives the triples that a graph holds: what is no longer wanted is deleted, what is new inserted. A graph
    that holds blank nodes, which no update can name, or little of what is wanted, is written anew.
    """
    for graph in todo.changes.removed:
        yield f"DROP SILENT GRAPH <{graph}>"
    for graph, lines in todo.write.items():
        old, new = {str(triple) for triple in there(graph)}, dict.fromkeys(_split(lines))
        gone = sorted(old - new.keys())
        if 2 * len(gone) > len(old) or any(_BLANK.search(line) for line in gone):
            yield f"DROP SILENT GRAPH <{graph}>"
            yield insert(graph, new)
            continue
        for what, part in (("DELETE", gone), ("INSERT", [line for line in new if line not in old])):
            if part:
                yield f"{what} DATA {{ GRAPH <{graph}> {{\n{_statements(part)}}} }}"


def insert(graph: str, triples: "Iterable[Triple | str]") -> str:
    """INSERT DATA of these triples, or lines of them, into the graph, ``""`` being the default graph."""
    lines = _statements(triples)
    if not graph:
        return f"INSERT DATA {{\n{lines}}}"
    return f"INSERT DATA {{ GRAPH <{graph}> {{\n{lines}}} }}"


def lines_of(todo: Plan) -> list[tuple[str, list[str]]]:
    """What the plan writes, line by line: the graph of accounts, which keeps the hashes, last."""
    last = todo.base + "graph/accounts"
    return [(graph, _split(todo.write[graph])) for graph in sorted(todo.write, key=lambda graph: graph == last)]


def nquads(todos: Iterable[Plan]) -> bytes:
    """What the plans write, as N-Quads."""
    return "".join(nquads_of(graph, lines) for todo in todos for graph, lines in todo.write.items()).encode("utf-8")


def _statements(lines: "Iterable[Triple | str]") -> str:
    return "".join(f"{line} .\n" for line in lines)


def _split(lines: str) -> list[str]:
    return lines.split("\n") if lines else []


def _without_notes(lines: str) -> str:
    """The lines without those that only a store keeps."""
    if not any(name in lines for name in _NOTES):
        return lines
    return "\n".join(line for line in _split(lines) if line.split(" ", 2)[1][1:-1] not in _NOTES)


def by_graph(quads: "Iterable[Quad]") -> "dict[str, list[Triple]]":
    """The triples of each graph, ``""`` being the default graph; hashes are left out."""
    out: dict[str, list[Triple]] = {}
    for quad in quads:
        if quad.predicate.value not in _NOTES:
            out.setdefault(getattr(quad.graph_name, "value", ""), []).append(quad.triple)
    return out


def note(base: str, inputs: str) -> str:
    """An update that notes the hash of what the incident was built from, in the place of the one noted before."""
    graph = base + "graph/accounts"
    return f"{forget(base)} ;\n{insert(graph, _noted(base, inputs))}"


def forget(base: str) -> str:
    """An update that forgets what the incident was built from."""
    return f"DELETE WHERE {{ GRAPH <{base}graph/accounts> {{ <{base}run> <{INPUT_HASH}> ?old }} }}"


def _noted(base: str, inputs: str) -> "list[Triple]":
    from pyoxigraph import Literal, NamedNode, Triple

    return [Triple(NamedNode(base + "run"), NamedNode(INPUT_HASH), Literal(inputs))] if inputs else []


def _stated(hashes: Mapping[str, str]) -> "Iterator[Triple]":
    from pyoxigraph import Literal, NamedNode, Triple

    predicate = NamedNode(CONTENT_HASH)
    for graph, digest in sorted(hashes.items()):
        yield Triple(NamedNode(graph), predicate, Literal(digest))
