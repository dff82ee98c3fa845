"""The server, asked in this process: the protocol, what it refuses, and its pages."""

import dataclasses
import json
import re
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from example_incident import example
from fetching import listening
from pyoxigraph import RdfFormat, parse

from incident_graph.errors import GraphError, UsageError
from incident_graph.queries import list_queries
from incident_graph.rdf import write_quads
from incident_graph.server import Settings
from incident_graph.store import save

pytest.importorskip("starlette")
from starlette.testclient import TestClient

from incident_graph.server.app import make_app

CASES = json.loads((Path(__file__).parent / "cases" / "sparql-protocol.json").read_text(encoding="utf-8"))
COUNT = "SELECT (COUNT(?c) AS ?n) { ?c a inc:Claim }"
TOKEN = {"Authorization": "Bearer sesame"}


def client(settings: Settings) -> TestClient:
    return TestClient(make_app(settings), base_url="http://127.0.0.1:8080", follow_redirects=False)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("served") / "fire.trig")
    save(write_quads(example()), path)
    return path


@pytest.fixture(scope="module")
def reader(graph: str) -> TestClient:
    return client(Settings(graph))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_protocol(reader: TestClient, case: dict[str, Any]) -> None:
    query = case.get("raw") or urlencode([tuple(pair) for pair in case.get("params", [])])
    headers = {"Accept": case.get("accept", "*/*")}
    if "form" in case:
        body, headers["Content-Type"] = (
            urlencode([tuple(pair) for pair in case["form"]]),
            "application/x-www-form-urlencoded",
        )
    else:
        body = case.get("body", "")
        if case.get("type_sent"):
            headers["Content-Type"] = case["type_sent"]
    found = reader.request(case["method"], "/sparql" + ("?" + query if query else ""), content=body, headers=headers)
    assert found.status_code == case["status"], found.text
    assert found.headers.get("content-type", "").split(";")[0] == case.get(
        "type", found.headers.get("content-type", "").split(";")[0]
    )
    assert case.get("text", "") in found.text
    if found.status_code >= 400 and case["method"] != "HEAD":
        assert found.headers["content-type"].startswith("text/plain")
        assert found.text.strip()


def test_every_named_question_is_answered(reader: TestClient) -> None:
    for question in list_queries():
        found = reader.post("/sparql", data={"query": question.sparql})
        assert found.status_code == 200, question.name
        if "CONSTRUCT" in question.sparql:
            assert found.headers["content-type"].startswith("text/turtle")
        else:
            assert found.json()["head"]["vars"], question.name


def test_results_are_data_that_no_browser_runs(reader: TestClient) -> None:
    found = reader.get("/sparql", params={"query": COUNT, "download": "1", "format": "csv"})
    assert found.text == "n\r\n15\r\n"
    assert found.headers["content-disposition"] == 'attachment; filename="results.csv"'
    assert "sandbox" in found.headers["content-security-policy"]
    assert found.headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in found.headers


def test_rows_are_bounded(graph: str, reader: TestClient) -> None:
    many = "SELECT ?s { ?s ?p ?o }"
    found = reader.get("/sparql", params={"query": many, "rows": "3"})
    assert len(found.json()["results"]["bindings"]) == 3
    assert found.headers["incident-graph-row-limit"] == "3"
    bounded = client(Settings(graph, rows=2))
    for asked, given in (("", 2), ("1", 1), ("9", 2)):
        found = bounded.get("/sparql", params={"query": many, **({"rows": asked} if asked else {})})
        assert len(found.json()["results"]["bindings"]) == given
    assert bounded.get("/sparql", params={"query": many, "rows": "many"}).status_code == 400


def test_a_slow_query_is_cut_off(graph: str) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    with client(Settings(graph, timeout=1)) as quick:
        found = quick.get("/sparql", params={"query": slow})
        assert found.status_code == 503
        assert "stopped after 1 second" in found.text
        assert quick.get("/sparql", params={"query": COUNT}).status_code == 200


def test_too_long_a_request(reader: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incident_graph.server.protocol.LONGEST", 1 << 20)
    query = "ASK {} #" + "x" * (1 << 20)
    assert reader.post("/sparql", data={"query": query}).status_code == 413


@pytest.mark.parametrize(
    ("host", "status"),
    [("127.0.0.1:8080", 200), ("localhost", 200), ("evil.example", 400), ("127.0.0.1.evil.example", 400)],
)
def test_names_of_others_are_refused(reader: TestClient, host: str, status: int) -> None:
    assert reader.get("/sparql", params={"query": "ASK {}"}, headers={"Host": host}).status_code == status


def test_other_names_can_be_allowed(graph: str) -> None:
    named = client(Settings(graph, hosts=("graphs.example",)))
    assert named.get("/sparql", params={"query": "ASK {}"}, headers={"Host": "graphs.example"}).status_code == 200


def test_pages_elsewhere_ask_only_when_allowed(graph: str) -> None:
    allowed = client(Settings(graph, origins=("https://friend.example",), token="sesame"))
    for origin, seen in (("https://friend.example", True), ("https://evil.example", False), ("null", False)):
        found = allowed.get("/sparql", params={"query": "ASK {}"}, headers={"Origin": origin})
        assert (found.headers.get("access-control-allow-origin") == origin) is seen
        ahead = allowed.options("/sparql", headers={"Origin": origin, "Access-Control-Request-Method": "POST"})
        assert (ahead.status_code == 200) is seen


ROUTES = ("/", "/query", "/query/query.js", "/sparql", "/sparql?query=ASK%20%7B%7D")
LINK = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


@pytest.mark.parametrize("path", ROUTES)
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9090"},
        {"Origin": "http://127.0.0.1"},
        {"Origin": "http://127.0.0.1:8080.evil.example"},
        {"Origin": "file://127.0.0.1:8080"},
        {"Origin": "https://evil.example", "Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"},
        {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_page_elsewhere_is_answered_nowhere(reader: TestClient, path: str, headers: dict[str, str]) -> None:
    for method in ("GET", "HEAD", "OPTIONS", "POST"):
        found = reader.request(method, path, headers=headers)
        assert found.status_code == 403, (method, found.text)
    assert "another origin" in found.text
    assert "access-control-allow-origin" not in found.headers


@pytest.mark.parametrize("path", ROUTES)
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://127.0.0.1:8080"},
        {"Origin": "http://127.0.0.1:8080", "Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"},
        {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none", **LINK},
    ],
)
def test_our_own_pages_and_other_clients_are_answered(reader: TestClient, path: str, headers: dict[str, str]) -> None:
    assert reader.get(path, headers=headers).status_code == 200


def test_a_link_elsewhere_leads_to_a_page_but_asks_nothing(reader: TestClient) -> None:
    found = {path: reader.get(path, headers={"Sec-Fetch-Site": "cross-site", **LINK}).status_code for path in ROUTES}
    assert [path for path, status in found.items() if status == 200] == ["/", "/query"]
    assert set(found.values()) == {200, 403}
    assert reader.post("/query", headers={"Sec-Fetch-Site": "cross-site", **LINK}).status_code == 403


def test_an_origin_that_is_listed_is_answered(graph: str) -> None:
    allowed = client(Settings(graph, origins=("https://Friend.example",), hosts=("graphs.example",)))
    ask = {"params": {"query": "ASK {}"}}
    friend = {"Origin": "https://friend.example", "Sec-Fetch-Site": "cross-site"}
    assert allowed.get("/sparql", **ask, headers=friend).status_code == 200
    assert allowed.get("/sparql", **ask, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403, "who says so?"
    for origin, status in (("https://graphs.example", 200), ("https://graphs.example:9443", 403)):
        before = {"Host": "127.0.0.1:8080", "Origin": origin, "Sec-Fetch-Site": "same-origin"}
        assert allowed.get("/sparql", **ask, headers=before).status_code == status


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux is Oxigraph itself shut in")
def test_the_children_of_the_server_have_no_network(changing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("incident_graph.store.asking.refuse_fetching", lambda text: None)
    with listening() as listener:
        wordings = [
            f"SELECT * {{ LATERAL {{ SERVICE{silent}<{listener.url}>{{}} }} }}" for silent in ("SILENT", " SILENT")
        ]
        load = f"LOADSILENT<{listener.url}>"
        with client(Settings(changing, token="sesame")) as shut:
            assert [shut.post("/sparql", data={"query": asked}).status_code for asked in wordings] == [200, 200]
            assert shut.post("/sparql", data={"update": load}, headers=TOKEN).status_code == 204
        assert not listener.heard
        with client(Settings(changing, allow_service=True, token="sesame")) as opened:
            assert opened.post("/sparql", data={"query": wordings[1]}).status_code == 200
            assert listener.heard, "--allow-service gives a query the network"
            listener.heard.clear()
            assert opened.post("/sparql", data={"update": load}, headers=TOKEN).status_code == 204
            assert not listener.heard, "but no update"


@pytest.fixture
def changing(tmp_path: Path) -> str:
    path = str(tmp_path / "fire.trig")
    save(write_quads(example()), path)
    return path


def test_updates_need_the_token(changing: str) -> None:
    closed, opened = client(Settings(changing)), client(Settings(changing, token="sesame"))
    update = "INSERT DATA { GRAPH <u:g> { <u:new> a inc:Claim } }"
    refused = [
        closed.post("/sparql", data={"update": update}, headers=TOKEN),
        opened.post("/sparql", data={"update": update}),
        opened.post("/sparql", data={"update": update}, headers={"Authorization": "Bearer wrong"}),
        opened.post("/sparql", data={"update": update}, headers={"Authorization": "Basic sesame"}),
    ]
    assert [found.status_code for found in refused] == [403, 401, 401, 401]
    assert refused[1].headers["www-authenticate"].startswith("Bearer")

    def count(on: TestClient) -> str:
        text: str = on.get("/sparql", params={"query": COUNT, "format": "csv"}).text
        return text.split()[1]

    assert count(opened) == "15"
    assert opened.post("/sparql", data={"update": update}, headers=TOKEN).status_code == 204
    assert [count(opened), count(closed)] == ["16", "16"], "it is written, and others see it"
    direct = {**TOKEN, "Content-Type": "application/sparql-update"}
    assert opened.post("/sparql", content="DROP GRAPH <u:g>", headers=direct).status_code == 204
    assert count(opened) == "15"
    bad = opened.post("/sparql", content="DROP GRAPH\n u:g", headers=direct)
    assert bad.status_code == 400
    assert "line 2, column" in bad.text
    load = opened.post("/sparql", content="LOAD <http://127.0.0.1:9/x>", headers=direct)
    assert (load.status_code, "LOAD is not allowed" in load.text) == (400, True)
    described = parse(opened.get("/sparql").content, RdfFormat.TURTLE)
    assert any("SPARQL11Update" in str(quad) for quad in described)


def test_a_file_that_changes_is_read_again(tmp_path: Path) -> None:
    path = str(tmp_path / "g.trig")
    save(write_quads(example()), path)
    reader = client(Settings(path))
    assert reader.get("/sparql", params={"query": "ASK { ?c a inc:Claim }"}).json()["boolean"]
    save([], path)
    assert not reader.get("/sparql", params={"query": "ASK { ?c a inc:Claim }"}).json()["boolean"]
    Path(path).write_text("<u:a> <u:b>", encoding="utf-8")
    broken = reader.get("/sparql", params={"query": "ASK {}"})
    assert (broken.status_code, "not trig" in broken.text) == (503, True)


def test_what_cannot_be_served(tmp_path: Path, graph: str) -> None:
    with pytest.raises(GraphError, match="no such graph"):
        make_app(Settings(str(tmp_path / "none.trig")))
    with pytest.raises(UsageError, match="no incident flood"):
        make_app(Settings(graph, incident="flood"))


def test_the_page(reader: TestClient) -> None:
    found = reader.get("/")
    assert found.status_code == 200
    assert "Fire at Brackwater" in found.text
    assert "frame-ancestors 'none'" in found.headers["content-security-policy"]
    assert reader.get("/?incident=flood").status_code == 400


def test_several_incidents_are_listed(tmp_path: Path) -> None:
    place = str(tmp_path / "two.trig")
    other = dataclasses.replace(example(), base="https://example.org/other/", title="<b>Another</b>")
    save([*write_quads(example()), *write_quads(other)], place)
    reader = client(Settings(place))
    listed = reader.get("/").text
    assert "&lt;b&gt;Another&lt;/b&gt;" in listed
    links = re.findall(r'href="(/\?incident=[^"]+)"', listed)
    assert len(links) == 2
    assert "Fire at Brackwater" in reader.get(links[0].replace("&amp;", "&")).text
    narrowed = client(Settings(place, incident="other"))
    assert narrowed.get("/sparql", params={"query": COUNT, "format": "csv"}).text.split() == ["n", "15"]


def test_the_query_page_runs_only_its_own_script(reader: TestClient) -> None:
    found = reader.get("/query")
    assert found.status_code == 200
    policy = found.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"<script(?![^>]*(src=|application/json))", found.text)
    assert not re.search(
        r"\son\w+=|\sstyle=|https?://(?!www\.w3\.org|purl\.org|schema\.org|w3id\.org|example\.org)", found.text
    )
    for part in re.findall(r'(?:src|href)="(/[^"]+)"', found.text):
        assert reader.get(part).status_code == 200, part
    for question in list_queries():
        assert f'value="{question.name}"' in found.text
    script = reader.get("/query/query.js").text
    assert "innerHTML" not in script
    assert "eval" not in script
    assert reader.get("/query/app.py").status_code == 404
    assert reader.post("/query").status_code == 405
