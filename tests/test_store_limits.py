"""Work in a child ends when it should, says what went wrong, and leaves nothing behind."""

import os
import time
from pathlib import Path
from typing import BinaryIO

import pytest
from pyoxigraph import NamedNode, Quad, QueryResultsFormat, Store

from incident_graph.errors import LimitError, UsageError
from incident_graph.queries import run
from incident_graph.store import GraphFile, Limits, Scope, run_limited, save
from incident_graph.store.limits import Child


@pytest.fixture(scope="module")
def many() -> Store:
    store = Store()
    store.bulk_extend(
        Quad(NamedNode(f"u:{n}"), NamedNode("u:p"), NamedNode(f"u:{n + 1}"), NamedNode("u:g")) for n in range(2000)
    )
    return store


def test_what_is_written_comes_as_it_is_written() -> None:
    def job(out: BinaryIO) -> None:
        out.write(b"first")
        out.flush()
        time.sleep(60)

    chunks = run_limited(job, Limits(seconds=20))
    started = time.monotonic()
    assert next(chunks) == b"first"
    chunks.close()
    assert time.monotonic() - started < 15


def test_much_output_passes_whole() -> None:
    data = bytes(range(256)) * 5000
    assert b"".join(run_limited(lambda out: out.write(data), Limits(seconds=20))) == data


def test_time_is_that_of_the_work_not_of_its_reader() -> None:
    chunks = run_limited(lambda out: out.write(b"x" * 1_000_000), Limits(seconds=1))
    size = len(next(chunks))
    time.sleep(1.1)
    assert size + sum(map(len, chunks)) == 1_000_000


@pytest.mark.parametrize(
    ("sparql", "limits", "what"),
    [
        ("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", Limits(0.3), "stopped after 0.3 seconds"),
        ("SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f", Limits(20, 100), "needed more than 100 MB"),
    ],
)
def test_a_query_without_end_is_ended(many: Store, sparql: str, limits: Limits, what: str) -> None:
    started = time.monotonic()

    def job(out: BinaryIO) -> None:
        many.query(sparql, use_default_graph_as_union=True).serialize(output=out, format=QueryResultsFormat.CSV)  # type: ignore[union-attr]

    with pytest.raises(LimitError, match=what):
        list(run_limited(job, limits))
    assert time.monotonic() - started < 60


def test_errors_of_the_work_are_raised_here() -> None:
    def ours(out: BinaryIO) -> None:
        raise UsageError("no", where="line 1", hint="yes")

    def theirs(out: BinaryIO) -> None:
        raise ZeroDivisionError("by nothing")

    def dies(out: BinaryIO) -> None:
        os._exit(3)

    with pytest.raises(UsageError, match="no") as caught:
        list(run_limited(ours, Limits()))
    assert (caught.value.where, caught.value.hint) == ("line 1", "yes")
    with pytest.raises(ZeroDivisionError, match="by nothing"):
        list(run_limited(theirs, Limits()))
    with pytest.raises(LimitError, match="ended from outside"):
        list(run_limited(dies, Limits()))


@pytest.mark.parametrize("finished", [True, False])
def test_no_process_and_no_pipe_is_left(finished: bool) -> None:
    child = Child(lambda out: out.write(b"x") if finished else time.sleep(30), Limits())
    while finished and not child.done:
        list(child.read())
    child.end()
    child.end()
    with pytest.raises(ProcessLookupError):
        os.kill(child.process, 0)
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(child.pipe)


def test_the_first_rows(tmp_path: Path) -> None:
    path = str(tmp_path / "g.nq")
    text = Quad(NamedNode("u:s"), NamedNode("u:p"), NamedNode("u:o"), NamedNode("u:g"))
    save([text], path)
    graph = GraphFile.read(path)
    rows = 'SELECT ?a ?b { VALUES (?a ?b) { ("tab\\t \\"q\\" \\\\ \\n" 1.50) (<u:x> UNDEF) ("é"@fr true) } }'
    assert list(run(graph, rows).first(10)) == list(run(graph, rows))
    assert [len(list(run(graph, rows).first(n))) for n in (0, 1, 2, 3, 4)] == [0, 1, 2, 3, 3]
    assert len(list(run(graph, "CONSTRUCT WHERE { ?s ?p ?o }").first(0).triples())) == 0
    assert run(graph, "ASK { ?s ?p ?o }").first(0)


def test_the_dataset_of_a_query(tmp_path: Path) -> None:
    path = str(tmp_path / "g.nq")
    save([Quad(NamedNode(f"u:s{g}"), NamedNode("u:p"), NamedNode("u:o"), NamedNode(f"u:{g}")) for g in "abc"], path)
    graph = GraphFile.read(path)

    def seen(pattern: str, scope: Scope | None = None) -> str:
        found = run(graph, f"SELECT ?s {pattern}", scope=scope)
        return "".join(sorted(str(row[0])[-1] for row in found))

    assert seen("{ ?s ?p ?o }") == "abc"
    assert seen("FROM <u:a> FROM <u:b> { ?s ?p ?o }") == "ab"
    assert seen("FROM NAMED <u:a> { ?s ?p ?o }") == ""
    assert seen("FROM NAMED <u:a> { GRAPH ?g { ?s ?p ?o } }") == "a"
    assert seen("{ ?s ?p ?o }", Scope(("u:a",), ())) == "a"
    assert seen("FROM <u:b> { ?s ?p ?o }", Scope(("u:a",), ())) == "a", "the protocol's dataset beats FROM"
    assert seen("{ ?s ?p ?o }", Scope((), ("u:b",))) == ""
    assert seen("{ GRAPH ?g { ?s ?p ?o } }", Scope((), ("u:b", "u:none"))) == "b"
    with pytest.raises(UsageError, match="not the IRI of a graph"):
        seen("{ ?s ?p ?o }", Scope(("not an iri",), ()))
