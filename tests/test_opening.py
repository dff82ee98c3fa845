"""``incident_graph.open``: the same graph for rdflib, as rows, as plain objects, as a network."""

import dataclasses
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from example_incident import example
from fetching import listening

import incident_graph
from incident_graph.errors import GraphError, UsageError
from incident_graph.queries import Iri
from incident_graph.rdf import canonical, write_quads
from incident_graph.store import GraphFolder, save

OTHER = dataclasses.replace(example(), base="https://example.org/other/", title="Another")
CLAIM = "https://w3id.org/incident-graph/core#Claim"


@pytest.fixture(params=["fire.trig", "fire.ttl", "archive/"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The same incident in a file and in a folder."""
    if request.param.endswith("/"):
        folder = str(tmp_path / "archive") + "/"
        GraphFolder(folder, create=True).put_incident(write_quads(example()))
        return folder
    save(write_quads(example()), str(tmp_path / request.param))
    return str(tmp_path / request.param)


def test_one_graph_in_every_shape(place: str) -> None:
    from rdflib import RDF, Dataset, Literal, URIRef

    graph = incident_graph.open(place)
    assert isinstance(graph, Dataset)
    assert len(set(graph.subjects(RDF.type, URIRef(CLAIM)))) == 15
    letters = set(graph.objects(None, URIRef("https://w3id.org/incident-graph/core#letter")))
    assert letters == {Literal("A"), Literal("B"), Literal("C")}
    found = graph.query("SELECT (COUNT(DISTINCT ?c) AS ?n) { ?c a inc:Claim }")
    assert [int(row[0]) for row in found] == [15]
    assert graph.rows("SELECT ?l (1.5 AS ?n) ?a { ?a a inc:Account ; inc:letter ?l } ORDER BY ?l LIMIT 1") == [
        ("A", Decimal("1.5"), Iri(example().base + example().accounts[0].id))
    ]
    assert graph.rows("readings", question="cause")
    assert graph.incident() == canonical(example())
    assert [(one.iri, one.title) for one in graph.incidents()] == [(example().base + "incident", example().title)]
    assert graph.network("agreement").number_of_nodes() == 3
    claim = graph.value(None, RDF.type, URIRef(CLAIM))
    assert (claim, RDF.type, URIRef(CLAIM)) in graph
    assert (claim, RDF.type, Literal("x")) not in graph
    assert graph.qname(CLAIM) == "inc:Claim"
    assert len(graph.query("CONSTRUCT WHERE { ?c a inc:Claim }").graph) == 15
    assert graph.query("ASK { ?c a inc:Claim }").askAnswer
    assert len(list(graph.query("SELECT ?p { ?s ?p ?o }", initBindings={"s": claim}))) > 5
    with pytest.raises(UsageError, match="SERVICE is not allowed"):
        graph.query("SELECT ?p { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", initBindings={"s": claim})
    for change in (graph.add, graph.remove):
        with pytest.raises(TypeError, match="read only"):
            change((claim, RDF.type, URIRef("u:x")))
    with pytest.raises(UsageError, match="no such network"):
        graph.network("tree")
    with pytest.raises(UsageError, match="named questions"):
        graph.rows("SELECT * { ?s ?p ?o }", question="cause")


def test_named_graphs_are_contexts(tmp_path: Path) -> None:
    from rdflib import Dataset, URIRef

    save(write_quads(example()), str(tmp_path / "g.trig"))
    graph = incident_graph.open(str(tmp_path / "g.trig"))
    rows = list(write_quads(example()))
    names = {str(context.identifier) for context in graph.graphs() if len(context)}
    assert names - {"urn:x-rdflib:default"} == {q.graph_name.value for q in rows}
    assert len(list(graph.quads())) == len(rows)
    one = graph.graph(URIRef(rows[0].graph_name.value))
    assert len(one) == sum(q.graph_name == rows[0].graph_name for q in rows)
    assert len(list(one.query("SELECT * { ?s ?p ?o }"))) == len(one)
    copy = Dataset()
    copy.addN(graph.quads())
    assert len(copy.get_context(one.identifier)) == len(one)


def test_one_of_several(tmp_path: Path) -> None:
    folder = str(tmp_path / "archive") + "/"
    for incident in (example(), OTHER):
        GraphFolder(folder, create=True).put_incident(write_quads(incident))
    count = "SELECT (COUNT(?c) AS ?n) { ?c a inc:Claim }"
    whole = incident_graph.open(folder)
    assert whole.rows(count) == [(30,)]
    assert whole.incident("other") == canonical(OTHER)
    with pytest.raises(UsageError, match="several incidents"):
        whole.incident()
    one = incident_graph.open(folder, "Another")
    assert one.rows(count) == [(15,)]
    assert one.incident() == canonical(OTHER)
    with pytest.raises(UsageError, match="no incident flood"):
        incident_graph.open(folder, "flood")


def test_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no such graph"):
        incident_graph.open(str(tmp_path / "none.trig"))


def test_nothing_heavy_is_imported_before_it_is_opened() -> None:
    code = "import incident_graph, sys; print([m for m in ('rdflib', 'pyoxigraph', 'networkx') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <URLa> { ?s ?p ?o } }",
        "SELECT * FROM <URLb> { ?s ?p ?o }",
        "SELECT * FROM NAMED <URLc> { GRAPH ?g { ?s ?p ?o } }",
        "ASK FROM <URLd> { ?s ?p ?o }",
        "SELECT * { { ?s ?p ?o } UNION { OPTIONAL { SERVICE SILENT <URLe> { ?s ?p ?o } } } }",
    ],
)
def test_rdflibs_own_engine_asks_nobody(tmp_path: Path, sparql: str) -> None:
    from rdflib import URIRef
    from rdflib.plugins.sparql import prepareQuery

    save(write_quads(example()), str(tmp_path / "fire.ttl"))
    graph = incident_graph.open(str(tmp_path / "fire.ttl"))
    with listening() as server:
        text = sparql.replace("URL", server.url)
        with pytest.raises(UsageError, match="not allowed"):
            graph.query(prepareQuery(text))
        with pytest.raises(UsageError, match="not allowed"):
            graph.query(text, initBindings={"s": URIRef("u:x")})
        assert not server.heard
    assert list(graph.query(prepareQuery(f"SELECT ?c {{ ?c a <{CLAIM}> }}")))
