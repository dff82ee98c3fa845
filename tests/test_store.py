"""The store: a file is loaded with errors that say where, asked as one graph, and replaced whole or not at all."""

import os
from pathlib import Path

import pytest
from example_incident import example
from pyoxigraph import Literal, NamedNode, Quad

from incident_graph.errors import GraphError, OutputError, UsageError
from incident_graph.rdf import canonical, read_incident, write_quads
from incident_graph.store import open_graph, save, write_whole

QUADS = list(write_quads(example()))


@pytest.mark.parametrize("name", ["g.trig", "g.nq", "g.ttl", "g.nt", "g.jsonld", "G.TTL"])
def test_what_is_saved_is_read(tmp_path: Path, name: str) -> None:
    path = str(tmp_path / name)
    save(QUADS, path)
    graph = open_graph(path)
    assert graph.location == path
    assert read_incident(graph) == canonical(example())
    save(graph.quads(), path)
    assert read_incident(open_graph(path)) == canonical(example())


@pytest.mark.parametrize("name", ["g.trig", "g.ttl"])
def test_query_sees_one_graph_and_knows_our_prefixes(tmp_path: Path, name: str) -> None:
    path = str(tmp_path / name)
    save(QUADS, path)
    found = open_graph(path).query("SELECT (COUNT(?c) AS ?n) { ?c a inc:Claim ; inc:account/inc:letter 'A' }")
    assert [row["n"].value for row in found] == ["5"]  # type: ignore[union-attr]


def test_one_account_is_one_graph(tmp_path: Path) -> None:
    path = str(tmp_path / "g.trig")
    save(QUADS, path)
    asked = (
        "SELECT ?l { ?g inc:letter ?l . GRAPH ?g { ?i ?q ?v } ?i a inc:Incident . ?q inc:name 'causedBy' } ORDER BY ?l"
    )
    assert [row["l"].value for row in open_graph(path).query(asked)] == ["A", "B"]  # type: ignore[union-attr]


def test_replace(tmp_path: Path) -> None:
    path = tmp_path / "g.nq"
    graph = open_graph(str(path), create=True)
    assert not list(graph.quads())
    assert not path.exists()
    one = Quad(NamedNode("u:s"), NamedNode("u:p"), Literal("1.50"))
    graph.replace([one])
    assert list(graph.quads()) == [one]
    assert bool(graph.query("ASK { <u:s> ?p '1.50' }"))
    graph.replace([])
    assert not bool(graph.query("ASK { ?s ?p ?o }"))


def test_numbers_are_given_as_written(tmp_path: Path) -> None:
    path = tmp_path / "g.ttl"
    path.write_text("<u:s> <u:p> 007, 1.50 .", encoding="utf-8")
    assert {q.object.value for q in open_graph(str(path)).quads()} == {"007", "1.50"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("name", "content", "what", "where"),
    [
        ("g.ttl", "<u:a> <u:b> <u:c> .\n<u:a> <u:b> .\n", "not turtle", "line 2: <u:a> <u:b> ."),
        ("g.trig", "<u:g> { <u:a> nope:b 1 }", "not trig", "line 1: <u:g> { <u:a> nope:b 1 }"),
        ("g.nq", "<u:a> <u:b> 'x' .\n", "not nquads", "line 1"),
        ("g.jsonld", '{"@id": ', "not jsonld", "g.jsonld"),
        ("g.nt", "\x00\x01\x02", "not ntriples", "line 1"),
    ],
)
def test_broken_file(tmp_path: Path, name: str, content: str, what: str, where: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GraphError, match=what) as caught:
        list(open_graph(str(path)).quads())
    assert name in caught.value.where
    assert where in caught.value.where
    assert caught.value.hint
    with pytest.raises(GraphError, match=what):
        open_graph(str(path)).query("ASK { ?s ?p ?o }")


def test_missing_file_folder_and_unknown_extension(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no such graph"):
        open_graph(str(tmp_path / "none.trig"))
    (tmp_path / "folder.trig").mkdir()
    with pytest.raises(GraphError, match="the folder holds no graph"):
        open_graph(str(tmp_path / "folder.trig"))
    with pytest.raises(UsageError, match=r"not the name of a graph file: g\.xlsx"):
        open_graph("g.xlsx", create=True)


def test_query_that_does_not_parse(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not parse") as caught:
        open_graph(str(tmp_path / "g.nq"), create=True).query("SELECT * {\n ?s ?p }")
    assert "line 2" in caught.value.where


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service silent ?where { ?s ?p ?o } }",
        "SELECT * { ?s ?p 'it''s'SERVICE<http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { # one\n SERVICE<http://127.0.0.1:9/> { ?s ?p ?o } }",
        'SELECT * { ?s ?p """a"b\\""" ; ?q "\\"" . SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }',
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
    ],
)
def test_a_query_fetches_nothing(tmp_path: Path, sparql: str) -> None:
    with pytest.raises(UsageError, match="SERVICE is not allowed") as caught:
        open_graph(str(tmp_path / "g.nq"), create=True).query(sparql)
    assert caught.value.where.startswith("line ")


@pytest.mark.parametrize(
    "sparql",
    [
        'SELECT ?service { ?service ?p \'SERVICE\', """SERVICE"""@en } # SERVICE',
        "PREFIX sd: <http://e.org/SERVICE#> SELECT * { ?s sd:SERVICE sd: }",
        "SELECT * { ?services_ ?SERVICE <http://e.org/SERVICE> FILTER(?SERVICE < 3 && 4 > ?SERVICE) }",
    ],
)
def test_the_word_service_is_no_harm(tmp_path: Path, sparql: str) -> None:
    assert not list(open_graph(str(tmp_path / "g.nq"), create=True).query(sparql))  # type: ignore[arg-type]


def test_a_write_that_fails_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "g.trig"
    save(QUADS, str(path))
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left on device; what was there before is untouched") as caught:
        save(QUADS[:3], str(path))
    assert caught.value.where == str(path)
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["g.trig"]


def test_an_error_while_writing_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "g.nq"
    path.write_text("old", encoding="utf-8")

    def half(out: object) -> None:
        out.write(b"half")  # type: ignore[attr-defined]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(path, half)
    assert path.read_text(encoding="utf-8") == "old"
    assert os.listdir(tmp_path) == ["g.nq"]


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="folder"):
        write_whole(tmp_path, lambda out: None)
    with pytest.raises(OutputError, match="No such file") as caught:
        save(QUADS, str(tmp_path / "none" / "g.ttl"))
    assert f"make the folder {tmp_path / 'none'} first" in caught.value.hint


def test_a_link_stays_a_link_and_a_mode_stays(tmp_path: Path) -> None:
    real, link = tmp_path / "real.nq", tmp_path / "link.nq"
    real.write_bytes(b"")
    real.chmod(0o640)
    link.symlink_to(real)
    save(QUADS, str(link))
    assert link.is_symlink()
    assert real.stat().st_size > 0
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to() -> None:
    write_whole(os.devnull, lambda out: out.write(b"gone") and None)
    assert not Path(os.devnull).is_file()
