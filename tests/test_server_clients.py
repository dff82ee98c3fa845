"""Real clients on the loopback address: SPARQLWrapper, rdflib, curl; and our own commands against servers."""

import concurrent.futures
import dataclasses
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from example_incident import example
from serving import free_port, oxigraph, served

from incident_graph.cli.root import run as command
from incident_graph.errors import GraphError, LimitError, UsageError
from incident_graph.rdf import canonical, read_incident, write_quads
from incident_graph.store import endpoint as endpoints
from incident_graph.store import incident_in, list_incidents, open_graph, save
from incident_graph.store.endpoint import GraphEndpoint

pytest.importorskip("uvicorn")
pytestmark = pytest.mark.slow
COUNT = "PREFIX inc: <https://w3id.org/incident-graph/core#> SELECT (COUNT(?c) AS ?n) { ?c a inc:Claim }"
OTHER = dataclasses.replace(example(), base="https://example.org/other/", title="Another")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Our server on a file, reading only, queries bounded to one second."""
    path = str(tmp_path_factory.mktemp("served") / "fire.trig")
    save(write_quads(example()), path)
    with served(path, "--timeout", "1") as at:
        yield at


def test_sparqlwrapper(address: str) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper")
    for method in (wrapper.GET, wrapper.POST):
        client = wrapper.SPARQLWrapper(address + "sparql")
        client.setMethod(method)
        client.setQuery(COUNT)
        client.setReturnFormat(wrapper.JSON)
        assert client.queryAndConvert()["results"]["bindings"][0]["n"]["value"] == "15"
        client.setReturnFormat(wrapper.XML)
        assert "15" in client.queryAndConvert().toxml()
        client.setReturnFormat(wrapper.CSV)
        assert client.queryAndConvert() == b"n\r\n15\r\n"
        client.setQuery("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 5")
        client.setReturnFormat(wrapper.TURTLE)
        assert b"<" in client.queryAndConvert()
        client.setReturnFormat(wrapper.RDFXML)
        assert len(client.queryAndConvert()) == 5
    client.setQuery("SELECT * {")
    with pytest.raises(wrapper.SPARQLExceptions.QueryBadFormed):
        client.query()
    client.setMethod(wrapper.POST)
    client.setQuery("CLEAR ALL")
    with pytest.raises(Exception, match="403"):
        client.query()


def test_rdflib_sparqlstore(address: str) -> None:
    from rdflib import RDF, Dataset, Graph, URIRef
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    account = URIRef("https://w3id.org/incident-graph/core#Account")
    for method in ("GET", "POST", "POST_FORM"):
        for results in ("json", "xml", "csv", "tsv"):
            store = SPARQLStore(address + "sparql", method=method, returnFormat=results)
            graph = Dataset(store=store, default_union=True)
            assert [int(row[0]) for row in graph.query(COUNT)] == [15]
    graph = Graph(store=SPARQLStore(address + "sparql"))
    assert len(list(graph.triples((None, RDF.type, account)))) == 3


def test_curl(address: str, tmp_path: Path) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("there is no curl")

    def ask(*args: str) -> str:
        return subprocess.run([curl, "-sS", *args], capture_output=True, text=True, check=True).stdout

    assert ask(address + "sparql", "--data-urlencode", f"query={COUNT}", "-H", "Accept: text/csv").split() == [
        "n",
        "15",
    ]
    (tmp_path / "q.rq").write_text(COUNT, encoding="utf-8")
    sent = ("-H", "Content-Type: application/sparql-query", "--data-binary", f"@{tmp_path / 'q.rq'}")
    assert '"15"' in ask(address + "sparql", *sent)
    assert (
        ask(address + "sparql", "-w", "%{http_code}", "-o", str(tmp_path / "out"), "-H", "Host: evil.example") == "400"
    )
    assert "200" in ask("-I", address + "sparql?query=" + quote(COUNT)).splitlines()[0]
    assert "<title>" in ask(address)


def test_many_at_once_and_a_slow_one_among_them(address: str) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"

    def ask(query: str) -> tuple[int, float]:
        started = time.monotonic()
        try:
            with urllib.request.urlopen(f"{address}sparql?query={quote(query)}", timeout=60) as response:
                response.read()
                status = response.status
        except urllib.error.HTTPError as error:
            status = error.code
        return status, time.monotonic() - started

    with concurrent.futures.ThreadPoolExecutor(9) as pool:
        slow_one = pool.submit(ask, slow)
        quick = list(pool.map(ask, [COUNT] * 16))
        assert [status for status, _ in quick] == [200] * 16
        status, seconds = slow_one.result()
    assert status == 503
    assert seconds > 0.8


def test_a_client_that_goes_away_takes_its_query_along(tmp_path: Path) -> None:
    path = str(tmp_path / "fire.trig")
    save(write_quads(example()), path)
    endless = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with served(path, "--timeout", "60") as at:
        for _ in range(6):  # more than run at once
            with urllib.request.urlopen(f"{at}sparql?query={quote(endless)}", timeout=60) as response:
                assert len(response.read(1000)) == 1000
        host, port = at.removeprefix("http://").rstrip("/").split(":")
        never = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
        for _ in range(6):  # and before there is anything to read
            with socket.create_connection((host, int(port)), timeout=60) as gone:
                gone.sendall(f"GET /sparql?query={quote(never)} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        with urllib.request.urlopen(f"{at}sparql?query={quote(COUNT)}", timeout=60) as response:
            assert b'"15"' in response.read()


def test_a_folder_is_built_into_while_it_is_served(tmp_path: Path) -> None:
    folder = str(tmp_path / "archive") + "/"
    open_graph(folder, create=True).put_incident(write_quads(example()))
    with served(folder) as at:
        for count in (b'"15"', b'"30"'):
            with urllib.request.urlopen(f"{at}sparql?query={quote(COUNT)}", timeout=60) as response:
                assert count in response.read()
            open_graph(folder).put_incident(write_quads(OTHER))


def test_interrupted_it_says_so_and_ends(tmp_path: Path) -> None:
    path = str(tmp_path / "fire.trig")
    save(write_quads(example()), path)
    process = subprocess.Popen(
        [sys.executable, "-m", "incident_graph", "serve", "-g", path, "--port", "0"],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    assert process.stdout is not None
    line = process.stderr.readline()
    assert re.search(r"http://127\.0\.0\.1:\d+/", line)
    process.send_signal(2)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert (out, "Traceback" in err) == ("", False)


def test_a_port_that_is_taken(address: str, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = str(tmp_path / "fire.trig")
    save([], path)
    port = address.rstrip("/").rpartition(":")[2]
    assert command(["serve", "-g", path, "--port", port]) == 2
    assert f"cannot listen on port {port}" in capfd.readouterr().err
    for options in (["--allow-update"], ["--token", "x"], ["--cors", "example.org"], ["--cors", "https://e.org/x"]):
        assert command(["serve", "-g", path, "--port", "0", *options]) == 2
        assert capfd.readouterr().err.startswith("error: --")


# -- servers as stores


@pytest.fixture(params=["ours", "oxigraph"])
def url(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The URL of an empty endpoint that takes updates."""
    if request.param == "ours":
        open_graph(str(tmp_path / "store") + "/", create=True).replace([])
        monkeypatch.setenv("INCIDENT_GRAPH_TOKEN", "sesame")
        with served(str(tmp_path / "store") + "/", "--allow-update", "--token", "sesame") as at:
            yield at + "sparql"
        return
    program = shutil.which("oxigraph") or shutil.which(str(Path(sys.executable).with_name("oxigraph")))
    if program is None:
        pytest.skip("oxigraph's server is not installed")
    with oxigraph(program, tmp_path / "store") as at:
        yield at


def test_a_server_is_a_store(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_graph(url)
    assert list_incidents(store) == ()
    rows = list(write_quads(example()))
    assert len(store.put_incident(rows).written) == 7
    assert store.put_incident(rows).written == ()
    assert set(store.quads()) == set(rows)
    assert read_incident(incident_in(url)) == canonical(example())
    assert [row["n"].value for row in store.query("SELECT (COUNT(?c) AS ?n) { ?c a inc:Claim }")] == ["15"]  # type: ignore[union-attr]
    assert bool(store.query("ASK { ?c a inc:Claim }"))
    assert len(list(store.query("CONSTRUCT { ?c a inc:Claim } WHERE { ?c a inc:Claim }"))) == 15  # type: ignore[arg-type]

    monkeypatch.setattr(endpoints, "SHORT", 0)  # as for what is large: staged, then moved
    assert len(store.put_incident(write_quads(OTHER)).written) == 7
    monkeypatch.setattr(endpoints, "SHORT", 500_000)
    renamed = dataclasses.replace(example(), title="Renamed", readings=(), comparisons=(), issues=(), claims=())
    changes = store.put_incident(write_quads(renamed))
    assert changes.written
    assert set(incident_in(url, "Renamed").quads()) == set(write_quads(renamed))
    assert set(incident_in(url, "other").quads()) == set(write_quads(OTHER))
    every = store.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
    assert not [row for row in every if "staged" in row["g"].value]  # type: ignore[union-attr]
    with pytest.raises(UsageError, match="parse"):
        store.query("SELECT * {")
    with pytest.raises(UsageError, match="SERVICE is not allowed"):
        store.query("ASK { SERVICE <u:x> {} }")
    with pytest.raises(UsageError, match="not replaced"):
        store.replace([])


def test_our_commands_on_a_server(url: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(
        "Fire in Brackwater\n\nThree people died in a fire in Brackwater on Monday.\n", "utf-8"
    )
    (tmp_path / "b.txt").write_text("Blaze\n\nFive people died in a fire in Brackwater on Tuesday.\n", "utf-8")
    build = ["build", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--title", "Fire", "-q"]
    assert command([*build, "-g", url]) == 0
    assert command([*build, "-g", str(tmp_path / "fire.trig")]) == 0
    capfd.readouterr()
    slow = [["export", "-f", "trig"], ["validate", "-f", "json"], ["view", "-o", "-"]]
    for ask in (
        ["compare", "-f", "json"],
        ["query", "readings", "-f", "csv"],
        ["query", "readings", "-f", "csv", "--timeout", "20"],
        ["query", "-q", "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g", "-f", "csv", "--incident", "Fire"],
        *(slow if url.endswith("/query") else []),
    ):
        answers = []
        for place in (url, str(tmp_path / "fire.trig")):
            assert command([*ask, "-g", place]) == 0, ask
            answers.append(capfd.readouterr().out)
        assert answers[0] == answers[1], ask
        assert answers[0].strip()


def test_servers_that_cannot_be_asked(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(GraphError, match="cannot be reached") as refused:
        list_incidents(open_graph(f"http://127.0.0.1:{free_port()}/sparql"))
    assert refused.value.hint
    with pytest.raises(GraphError, match="404"):
        list_incidents(open_graph(address + "nothing"))
    page = GraphEndpoint(address + "query")
    monkeypatch.setattr(page._http, "post_form", lambda url, pairs, accept: page._http.send(url))
    with pytest.raises(GraphError, match="answers with text/html"):
        page.query("ASK {}")
    with pytest.raises(GraphError, match="does not let us in") as shut:
        open_graph(address + "sparql").put_incident(write_quads(OTHER))
    assert "INCIDENT_GRAPH_TOKEN" in shut.value.hint
    with pytest.raises(UsageError, match="no user and password") as told:
        open_graph("https://ada:secret@example.org/sparql")
    assert "secret" not in str(told.value)
    with pytest.raises(UsageError, match="not the URL"):
        open_graph("https:///sparql")


def test_a_server_that_says_nothing() -> None:
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        silent = GraphEndpoint(f"http://127.0.0.1:{deaf.getsockname()[1]}/sparql", seconds=0.3)
        with pytest.raises(LimitError, match="no answer within"):
            silent.graphs()
