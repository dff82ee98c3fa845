"""Virtuoso as a store, filled and asked by our commands: the same answers as from a file, whatever its limits."""

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import virtuoso as ours
from example_incident import example
from pyoxigraph import Literal, NamedNode, Quad, Triple

import incident_graph
from incident_graph import vocabulary as v
from incident_graph.cli.root import run as command
from incident_graph.errors import GraphError, UsageError
from incident_graph.queries import list_queries, run
from incident_graph.rdf import canonical, read_incident, write_quads
from incident_graph.store import Scope, incident_in, list_incidents, open_graph
from incident_graph.store import endpoint as endpoints
from incident_graph.store.endpoint import GraphEndpoint

pytestmark = pytest.mark.slow
OTHER = dataclasses.replace(example(), base="https://example.org/other/", title="Another")
STORIES = {
    "a.txt": "Fire in Brackwater\n\nThree people died in a fire in Brackwater on Monday, police said.\n",
    "b.txt": "Blaze\n\nFive people died in a fire in Brackwater on Monday, the mayor said.\n",
    "c.txt": "Deadly fire\n\nA fire killed three people in Brackwater.\n",
}


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the server is; it is started once."""
    found = ours.programs()
    if found is None:
        pytest.skip("Virtuoso is not installed (Debian: virtuoso-opensource-7-bin)")
    with ours.virtuoso(*found, tmp_path_factory.mktemp("virtuoso")) as at:
        yield at


@pytest.fixture
def url(address: str) -> Iterator[str]:
    """The endpoint; the incidents that a test puts there are taken away again."""
    yield address + "/sparql"
    store = GraphEndpoint(address + "/sparql")
    made = [graph for graph in store.graphs() if graph.startswith("https://example.org/")]
    if made:
        store.update(" ; ".join(f"DROP SILENT GRAPH <{graph}>" for graph in made))


@pytest.fixture(scope="module")
def three(seeds: Path) -> list[str]:
    """What builds three of the seeds: their largest graphs are larger than what the server gives at once."""
    chosen = map(str, sorted(seeds.glob("[a-c]-*.md")))
    decided = ["--decisions", str(seeds / "decisions.jsonl")]  # without them no conflict is firm
    return ["build", *chosen, "--profile", "data-breach", *decided, "--title", "Breach", "-g"]


@pytest.fixture(scope="module")
def breach(tmp_path_factory: pytest.TempPathFactory, three: list[str]) -> str:
    """A file with the graph of three seeds."""
    path = str(tmp_path_factory.mktemp("breach") / "breach.trig")
    assert command([*three, path]) == 0
    return path


def quads(path: str) -> list[Quad]:
    return list(open_graph(path).quads())


@pytest.mark.parametrize("by", ["one update", "graphs", "updates"])
def test_an_account_that_changes_and_one_that_goes(
    url: str, by: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    if by != "one update":
        monkeypatch.setattr(endpoints, "SHORT", 0)
    if by == "updates":
        monkeypatch.setattr(GraphEndpoint, "_speaks_gsp", lambda _: False)
    folder, path = tmp_path / "stories", str(tmp_path / "fire.trig")
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    GraphEndpoint(url).put_incident(write_quads(OTHER))
    fire = ["build", str(folder), "--title", "Fire", "--profile", "general", "-g"]
    assert command([*fire, url]) == 0
    (folder / "b.txt").write_text(STORIES["b.txt"].replace("Five", "Nine"), encoding="utf-8")
    (folder / "c.txt").unlink()
    capfd.readouterr()
    for place in (url, path):
        assert command([*fire, place]) == 0
    # The other account's graph is written too: that its number is found by alignment rests on what the two say.
    assert "4 graphs written, 2 removed, 2 as they were" in capfd.readouterr().err
    assert set(incident_in(url, "fire").quads()) == set(quads(path))
    assert set(incident_in(url, "other").quads()) == set(write_quads(OTHER))
    assert command(["compare", "-g", url]) == 2
    assert "fire, other\n  say which with --incident" in capfd.readouterr().err
    for ask in (["compare", "-f", "csv"], ["validate", "-f", "json"], ["view", "-o", "-"])[
        : 3 if by == "graphs" else 1
    ]:
        outputs = []
        for place in ([url, "--incident", "fire"], [path]):
            assert command([*ask, "-g", *place]) == 0
            outputs.append(capfd.readouterr().out)
        assert outputs[0] == outputs[1], ask
        assert len(outputs[0]) > 100, ask


def test_what_is_half_done_is_done_by_the_next_build(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server applies an update operation by operation: one that fails leaves what went before it."""
    store = GraphEndpoint(url)
    with pytest.raises(GraphError, match="the endpoint fails"):
        store.update("INSERT DATA { GRAPH <urn:test:a> { <u:s> <u:p> 1 } } ; DROP GRAPH <urn:test:none>")
    assert bool(store.query("ASK { GRAPH <urn:test:a> { ?s ?p ?o } }")), "docs/stores.md says otherwise"
    store.put_incident(write_quads(example()))
    letter = example().accounts[1].id
    less = dataclasses.replace(
        example(),
        title="Less",
        accounts=tuple(account for account in example().accounts if account.id != letter),
        **dict.fromkeys(("claims", "figures", "entities", "issues", "readings", "comparisons"), ()),
    )
    send: Callable[[str], None] = store._change
    for broken in range(3, 8):
        # As many operations as come before the broken one are applied; every build after the first finds the marks.
        def half(sparql: str, broken: int = broken) -> None:
            send(" ;\n".join([*sparql.split(" ;\n")[:broken], "DROP GRAPH <urn:test:none>"]))

        monkeypatch.setattr(store, "_change", half)
        with pytest.raises(GraphError, match="the endpoint fails"):
            store.put_incident(write_quads(less))
    monkeypatch.setattr(store, "_change", send)
    assert store.put_incident(write_quads(less)).removed
    assert set(store.quads()) == set(write_quads(less))
    assert store.put_incident(write_quads(less)).written == ()


def test_answers_that_are_cut_are_not_taken_for_whole(url: str) -> None:
    store = GraphEndpoint(url)
    many = [
        Triple(NamedNode(f"u:{n}"), NamedNode("u:p"), Literal(f"word {n}", language="en"))
        for n in range(ours.MOST_ROWS * 3 // 2 + 7)
    ]
    store._fill("urn:test:many", many)
    assert {quad.triple for quad in store.quads(["urn:test:many"])} == set(many)
    assert {quad.triple for quad in store.quads(["urn:test:many"])} == set(many), "once the limit is known"
    pattern = "{ GRAPH <urn:test:many> { ?s ?p ?o } }"
    for sparql in (f"SELECT ?s {pattern}", f"CONSTRUCT {{ ?s a ?p ; ?p ?o }} WHERE {pattern}"):
        with pytest.raises(GraphError, match="cuts its answers short") as told:
            list(store.query(sparql))  # type: ignore[arg-type]
        assert "ResultSetMaxRows" in told.value.hint
        few = list(store.query(sparql + f" LIMIT {ours.MOST_ROWS - 1}"))  # type: ignore[arg-type]
        assert len(few) >= ours.MOST_ROWS - 1
    count = store.query(f"SELECT (COUNT(*) AS ?n) {pattern}")
    assert [row["n"].value for row in count] == [str(len(many))]  # type: ignore[union-attr]


@pytest.mark.parametrize("by", ["graphs", "updates"])
def test_updates_that_are_too_long_are_sent_in_parts(url: str, by: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoints, "AT_A_TIME", 2_000)
    monkeypatch.setattr(endpoints, "AT_ONCE", 1_000)
    store = GraphEndpoint(url)
    if by == "updates":
        store._guessed = ""
    many = [Triple(NamedNode(f"https://example.org/{n}"), NamedNode("u:p"), Literal(f"word {n}")) for n in range(1_900)]
    store._fill("urn:test:parts", many[:5])
    store._fill("urn:test:parts", many)
    assert bool(store._store_url) == (by == "graphs")
    assert {quad.triple for quad in store.quads(["urn:test:parts"])} == set(many)
    assert by == "graphs" or store._at_a_time < 2_000
    bad = Triple(NamedNode("u:s"), NamedNode("u:p"), Literal("9" * 30, datatype=NamedNode(v.XSD + "integer")))
    if by == "updates":
        with pytest.raises(UsageError, match="the endpoint refuses what was asked"):
            store._fill("urn:test:bad", [*many[:200], bad])


VALUES = [
    *((text, "integer") for text in ("0", "-3", "500000", "2147483648", "9000000000000000000")),
    *((text, "decimal") for text in ("0.25", "-0.1", "123456789.123456")),
    *((text, "boolean") for text in ("true", "false")),
    *((text, "date") for text in ("2026-04-23", "1066-10-14")),
    *((text, "dateTime") for text in ("2026-04-23T10:00:00", "2026-04-23T10:00:00+00:00", "2026-04-23T10:00:00+02:00")),
]
TEXTS = [
    "",
    "  spaces around  ",
    'quo"te, back\\slash, tab\t, line\nline\r\nline',
    "𝔘nicode 😀 e\u0301 \u2011 \u200b",
    "<b>&amp;</b>",
    "true",
    "5",
    "2026-01-01",
    "é" * 200_000,
    "😀" * 5_000,
]


@pytest.mark.parametrize("by", ["graphs", "updates"])
def test_values_come_back_as_they_were(url: str, by: str) -> None:
    terms = [Literal(text, datatype=NamedNode(v.XSD + kind)) for text, kind in VALUES]
    terms += [Literal(text) for text in TEXTS] + [Literal(text, language="en") for text in TEXTS]
    triples = [Triple(NamedNode("u:é#char=1,2"), NamedNode(f"u:p{n}"), term) for n, term in enumerate(terms)]
    store = GraphEndpoint(url)
    if by == "updates":
        store._guessed = ""
    store._fill("urn:test:values", triples)
    found = {t.predicate.value: t.object for t in (quad.triple for quad in store.quads(["urn:test:values"]))}
    for triple in triples:
        assert found[triple.predicate.value] == triple.object
    rows = store.query("SELECT ?p ?o { GRAPH <urn:test:values> { ?s ?p ?o } FILTER(DATATYPE(?o) = xsd:boolean) }")
    assert {row["o"].value for row in rows} == {"true", "false"}  # type: ignore[union-attr]


def test_it_is_opened_as_a_dataset(url: str) -> None:
    import rdflib

    GraphEndpoint(url).put_incident(write_quads(example()))
    GraphEndpoint(url).put_incident(write_quads(OTHER))
    graph = incident_graph.open(url, "other")
    assert graph.rows("SELECT (COUNT(?c) AS ?n) { ?c a inc:Claim }") == [(15,)]
    assert graph.incident() == canonical(OTHER)
    assert graph.network("agreement").number_of_nodes() == 3
    letters = set(graph.objects(None, rdflib.URIRef(v.INC + "letter")))
    assert letters == {rdflib.Literal(account.letter) for account in OTHER.accounts}
    assert len(set(graph.quads())) == len(set(write_quads(OTHER)))
    assert [incident.title for incident in list_incidents(open_graph(url))] == [example().title, "Another"]
    assert bool(open_graph(url).query("ASK { ?c a inc:Claim }"))
    assert not bool(open_graph(url).query("ASK { ?c a inc:Nothing }"))


def test_a_scope_of_many_graphs(url: str) -> None:
    """The server repeats each graph of a request as a header, and Python takes no more than a hundred of these."""
    store = GraphEndpoint(url)
    store.update("INSERT DATA { GRAPH <urn:test:120> { <u:s> <u:p> 'here' } GRAPH <urn:test:x> { <u:s> <u:p> 'no' } }")
    names = tuple(f"urn:test:{n}" for n in range(150))
    seen = store.query("SELECT ?o WHERE { ?s <u:p> ?o }", scope=Scope(names, names))
    assert [row["o"].value for row in seen] == ["here"]  # type: ignore[union-attr]
    with pytest.raises(GraphError, match="cannot be reached: got more than 100 headers"):
        store.query("SELECT ?o FROM <urn:test:x> WHERE { ?s <u:p> ?o }", scope=Scope(names, names))


def test_users_with_and_without_rights(address: str, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    at = address + "/sparql-auth"
    with pytest.raises(GraphError, match="does not let us in: 401"):
        open_graph(at).query("ASK { ?s ?p ?o }")
    for name, password in ((ours.WRITER, "wrong"), (ours.READER, ours.READER), (ours.WRITER, ours.WRITER)):
        monkeypatch.setenv("INCIDENT_GRAPH_USER", name)
        monkeypatch.setenv("INCIDENT_GRAPH_PASSWORD", password)
        store = GraphEndpoint(at)
        if password == ours.WRITER:
            monkeypatch.setattr(endpoints, "SHORT", 0)
            assert len(store.put_incident(write_quads(example())).written) == 7
            assert store._store_url == address + "/sparql-graph-crud-auth"
            assert read_incident(store) == canonical(example())
            continue
        with pytest.raises(GraphError, match="does not let us in") as told:
            store.put_incident(write_quads(example()))
        assert "INCIDENT_GRAPH_USER" in told.value.hint


def test_what_does_not_parse(url: str) -> None:
    with pytest.raises(UsageError, match="syntax error") as told:
        GraphEndpoint(url).query("SELECT * { ?s ?p }")
    assert "SPARQL query" not in str(told.value)


def test_the_seeds_give_the_same_as_from_a_file(
    address: str, breach: str, three: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    url = address + "/sparql"  # the last test here: taking it away again would take longer than all of this
    assert command([*three, url]) == 0
    assert f"written to {url}: 7 graphs written, 0 removed, 0 as they were" in capfd.readouterr().err
    here, there = open_graph(breach), open_graph(url)
    assert len(list(there.quads())) > 3 * ours.MOST_ROWS
    for query in list_queries():
        answers = [run(store, query) for store in (here, there)]
        if answers[0].kind == "rows":
            one, other = map(list, answers)
            # Virtuoso orders words by letter, whatever their case: "source" before "Who is investigating".
            assert sorted(one, key=str) == sorted(other, key=str), query.name
            assert one or query.name == "updates", query.name  # none of the five counts over several days
        else:
            assert set(answers[0].triples()) == set(answers[1].triples()), query.name
    for ask in (
        ["compare", "-f", "json"],
        ["query", "conflicts", "-f", "json"],
        ["query", "sources", "-f", "csv", "--timeout", "60"],
        ["export", "-f", "trig"],
    ):
        outputs = []
        for place in (breach, url):
            assert command([*ask, "-g", place]) == 0, ask
            outputs.append(capfd.readouterr().out)
        assert outputs[0] == outputs[1], ask
        assert len(outputs[0]) > 100, ask
