"""Nothing is fetched: not by how a query is worded, and not even where its wording is not looked at."""

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from fetching import Listener, listening, queries, updates
from pyoxigraph import Literal, NamedNode, Quad, Store

from incident_graph.errors import GraphError, IncidentGraphError, UsageError
from incident_graph.queries import list_queries
from incident_graph.store import Limits, no_network, open_graph, run_limited, save
from incident_graph.store.asking import change
from incident_graph.store.fetching import refuse_fetching
from incident_graph.vocabulary import PREFIXES

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="without fork there are no children")
QUADS = [Quad(NamedNode("u:s"), NamedNode("u:p"), Literal(word), NamedNode("u:g")) for word in ("x", "y")]


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    with listening() as heard:
        yield heard


@pytest.fixture
def heard(listener: Listener) -> set[str]:
    listener.heard.clear()
    return listener.heard


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder with our quads; made by another process, because RocksDB does not live on in children of its own."""
    path = tmp_path_factory.mktemp("folder") / "g"
    load = "Store(sys.argv[1]).load(sys.stdin.buffer.read(), RdfFormat.N_QUADS)"
    lines = f"import sys; from pyoxigraph import RdfFormat, Store; {load}"
    data = "".join(f"{quad} .\n" for quad in QUADS).encode()
    subprocess.run([sys.executable, "-c", lines, str(path)], input=data, check=True)
    return str(path)


@pytest.fixture(params=["file", "folder"])
def location(request: pytest.FixtureRequest, tmp_path: Path, folder: str) -> str:
    if request.param == "folder":
        return folder
    save(QUADS, str(tmp_path / "g.nq"))
    return str(tmp_path / "g.nq")


def ask_all(ask: Callable[[str], Any], wordings: list[str]) -> int:
    """Ask, or apply, all of them; how many were carried out, or tried to be."""
    done = 0
    for wording in wordings:
        try:
            list(ask(wording) or ())
        except (UsageError, SyntaxError) as error:
            done += "does not parse" not in str(error) and not isinstance(error, SyntaxError)
        except (GraphError, OSError, RuntimeError):
            done += 1
        else:
            done += 1
    return done


def test_oxigraph_needs_no_border_around_keywords(listener: Listener, heard: set[str]) -> None:
    store = Store()
    store.bulk_extend(QUADS)
    assert ask_all(lambda text: store.query(text, use_default_graph_as_union=True), queries(listener.url)) > 3000
    assert len(heard) > 1000, "so many of the wordings below do reach another server where nothing holds them back"
    heard.clear()
    ask_all(store.update, updates(listener.url))
    assert len(heard) > 100


def test_no_wording_that_passes_fetches(listener: Listener, heard: set[str]) -> None:
    store = Store()
    store.bulk_extend(QUADS)
    passed = [text for text in queries(listener.url) if passes(text)]
    assert len(passed) > 500
    assert ask_all(lambda text: store.query(text, use_default_graph_as_union=True), passed) == 0, "none of them parses"
    assert not [text for text in updates(listener.url) if passes(text)]
    assert not heard


def passes(text: str) -> bool:
    try:
        refuse_fetching(text)
    except UsageError as error:
        return not (error.where.startswith("line ") and error.hint)
    return True


@needs_fork
@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux is Oxigraph itself shut in")
def test_a_child_fetches_nothing_whatever_it_is_asked(
    location: str, listener: Listener, heard: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("incident_graph.store.asking.refuse_fetching", lambda text: None)
    store = open_graph(location)

    def asking(out: BinaryIO) -> None:
        out.write(b"%d" % ask_all(store.query, queries(listener.url)))

    def changing(out: BinaryIO) -> None:
        memory = Store()
        out.write(b"%d" % ask_all(lambda text: change(memory, text, where=""), updates(listener.url)))

    assert int(b"".join(run_limited(asking, Limits(seconds=60)))) > 3000
    assert int(b"".join(run_limited(changing, Limits(seconds=60)))) > 200
    assert not heard
    b"".join(run_limited(asking, Limits(seconds=60), network=True))
    b"".join(run_limited(changing, Limits(seconds=60), network=True))
    assert len(heard) > 1000, "a child that has the network is heard"


@needs_fork
@pytest.mark.parametrize("without", [(), ("_filter_calls",), ("_filter_calls", "_leave")])
def test_what_shuts_a_child_in(without: tuple[str, ...], listener: Listener, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in without:
        monkeypatch.setattr(no_network, name, lambda libc: False)
    port = int(listener.url.rsplit(":", 1)[1].strip("/"))

    def job(out: BinaryIO) -> None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except OSError as error:
            out.write(type(error).__name__.encode())

    assert b"".join(run_limited(job, Limits(seconds=20)))
    assert not b"".join(run_limited(job, Limits(seconds=20), network=True))
    socket.create_connection(("127.0.0.1", port), timeout=5).close()  # nothing is shut here


@needs_fork
def test_a_child_that_is_shut_in_reads_and_writes(tmp_path: Path) -> None:
    path = str(tmp_path / "g.nq")
    save(QUADS, path)
    update = "INSERT DATA { GRAPH <u:h> { <u:s> <u:p> 'z' } }"
    assert not list(run_limited(lambda out: open_graph(path).update(update), Limits(seconds=20)))
    assert len(list(open_graph(path).quads())) == 3


@pytest.mark.parametrize("bounded", [(), ("--timeout", "20")])
def test_the_command_asks_in_a_child(
    cli: Any,
    location: str,
    bounded: tuple[str, ...],
    listener: Listener,
    heard: set[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sparql = f"SELECT * {{ SERVICE <{listener.url}> {{ ?s ?p ?o }} }}"
    refused = cli("query", "-g", location, "-q", sparql, *bounded)
    assert (refused.code, "SERVICE is not allowed" in refused.err) == (2, True)
    monkeypatch.setattr("incident_graph.store.asking.refuse_fetching", lambda text: None)
    cli("query", "-g", location, "-q", sparql, *bounded)
    assert not heard
    allowed = cli("query", "-g", location, "-q", sparql, *bounded, "--allow-service", "-f", "csv")
    assert (allowed.code, heard) == (0, {"/"})


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?service ?payload $load { ?service ?payload ?Load FILTER(?service<?payload) }",
        "SELECT * { ?s schema:serviceType 'SERVICE', \"it's a SERVICE\", '''LOAD'''@en ; inc:serviceOut 3 } # SERVICE",
        "SELECT * { ?s a <https://example.org/profile/service-outage#Outage> . _:service inc:x-service inc:load }",
        "PREFIX so: <https://example.org/profile/service-outage#> SELECT * { ?s so:serviceOutage so:load, so: }",
        "PREFIX u: <urn:x:> SELECT * { ?s u:service <urn:service#load>, <u:a(service)> FILTER(?s = <u:b#load>) }",
        'SELECT * { ?s ?p \'a\\\'SERVICE\', """a " SERVICE \\" """ }',
        "SELECT * { FILTER(?a < 3 && ?b > 4 && <http://e.org/it's#a> != <http://e.org/service>) VALUES ?a { 'load' } }",
        "SELECT (COUNT(*) AS ?service) { ?s (schema:service|<http://e.org/#load>)* ?o }",
        "SELECT * { ?s ?p ?o FILTER(?o IN (<http://e.org/service>, <http://e.org/(load)>)) }",
    ],
)
def test_what_only_looks_like_it_passes(sparql: str) -> None:
    refuse_fetching(sparql)
    Store().query(sparql, prefixes=dict(PREFIXES))


def test_our_own_words_pass() -> None:
    for query in list_queries():
        refuse_fetching(query.sparql)
    for name in PREFIXES:
        refuse_fetching(f"ASK {{ ?s {name}:service ?service }}")


@pytest.mark.parametrize(
    ("sparql", "what", "where"),
    [
        ("SELECT * {\n ?s ?p 1SERVICE<u:x> {} }", "SERVICE is not allowed", "line 2, column 9"),
        ("SELECT * { SERVICEx:y {} }", "not in the name of a prefix either", "line 1, column 12"),
        ("PREFIX service: <u:> SELECT * { ?s service:x ?o }", "not in the name of a prefix", "line 1, column 8"),
        ("PREFIX x: <http://e.org:> ASK { ?s ?p x:SERVICE }", "not allowed in this name", "line 1, column 41"),
        ("ASK { ?s ?p inc:a.b.service }", "not allowed in this name", "line 1, column 21"),
        ("ASK { FILTER(1<2)#>\n ?s ?p 'service' }", "whether < is less-than here", "line 1, column 15"),
        ("ASK { <<?s?p'#>'>> ?p 'load' }", "whether < is less-than here", "line 1, column 8"),
        ("ASK { \\u0053ERVICE <u:x> {} }", "SERVICE is not allowed", "line 1, column 7"),
        ("CLEAR ALL ;\nLOADSILENT<u:x>", "LOAD is not allowed", "line 2, column 1"),
    ],
)
def test_what_is_refused_is_said_with_its_place(sparql: str, what: str, where: str) -> None:
    with pytest.raises(IncidentGraphError, match=what) as caught:
        refuse_fetching(sparql)
    assert caught.value.where == where
