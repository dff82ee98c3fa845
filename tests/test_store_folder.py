"""A folder holds many incidents, writes only what changed, and is whole whenever it is looked at."""

import dataclasses
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from example_incident import example
from pyoxigraph import NamedNode, Quad, Store

from incident_graph.errors import GraphError, LimitError, OutputError, UsageError
from incident_graph.model import Entity, Incident
from incident_graph.rdf import Statements, canonical, read_incident, state, statements_of, write_quads
from incident_graph.store import GraphFolder, incident_in, input_hashes, list_incidents, open_graph, pick_incident
from incident_graph.store.contents import content_hash, plan
from incident_graph.store.folder import FolderLock

BASE = example().base
OTHER = dataclasses.replace(example(), base="https://example.org/other/", title="Another")


def quads(incident: Incident) -> list[Quad]:
    return list(write_quads(incident))


def without(incident: Incident, letter: str) -> Incident:
    """The incident as if one account had never been there."""
    gone = next(account.id for account in incident.accounts if account.letter == letter)
    claims = tuple(claim for claim in incident.claims if claim.account != gone)
    kept = {claim.id for claim in claims}
    readings = tuple(reading for reading in incident.readings if set(reading.claims) <= kept)
    names = {reading.id for reading in readings}
    return dataclasses.replace(
        incident,
        accounts=tuple(account for account in incident.accounts if account.id != gone),
        claims=claims,
        figures=tuple(figure for figure in incident.figures if figure.excerpt.account != gone),
        entities=tuple(
            dataclasses.replace(
                entity,
                mentions=tuple(m for m in entity.mentions if m.account != gone),
                merges=tuple(m for m in entity.merges if m.account != gone),
            )
            for entity in incident.entities
        ),
        issues=tuple(
            dataclasses.replace(issue, silent=tuple(a for a in issue.silent if a != gone)) for issue in incident.issues
        ),
        readings=readings,
        comparisons=tuple(c for c in incident.comparisons if {c.left, c.right} <= names),
    )


@pytest.fixture
def folder(tmp_path: Path) -> str:
    return str(tmp_path / "archive") + "/"


def put(folder: str, incident: Incident) -> tuple[list[str], list[str]]:
    """Put the incident; give the last parts of the names of what was written and removed."""
    store = GraphFolder(folder, create=True)
    changes = store.put_incident(quads(incident))
    store.close()
    short = [[graph.removeprefix(incident.base) for graph in graphs] for graphs in changes[:2]]
    return short[0], short[1]


def test_what_is_put_is_read(folder: str) -> None:
    put(folder, example())
    store = open_graph(folder)
    assert isinstance(store, GraphFolder)
    assert set(store.quads()) == set(quads(example()))
    assert read_incident(store) == canonical(example())
    assert len(store.graphs()) == 7


def test_only_what_changed_is_written(folder: str) -> None:
    written, removed = put(folder, example())
    assert len(written) == 7
    assert removed == []
    assert put(folder, example()) == ([], [])
    assert put(folder, dataclasses.replace(example(), title="Renamed")) == (["graph/accounts"], [])
    assert list_incidents(open_graph(folder))[0].title == "Renamed"


@pytest.mark.parametrize("node", ["<u:x>", "_:x"])
def test_what_others_put_into_a_graph_goes_when_it_is_written(folder: str, node: str) -> None:
    put(folder, example())
    graphs = [f"{BASE}graph/{name}" for name in ("accounts", "entities")]
    open_graph(folder).update(
        " ; ".join(
            f'INSERT DATA {{ GRAPH <{graph}> {{ {node} <u:says> "x _:y", {node} }} }}'.replace("_:x", f"_:x{n}")
            for n, graph in enumerate(graphs)
        )
        + f"; DELETE WHERE {{ GRAPH <{graphs[1]}> {{ ?s a inc:Person ; ?p ?o }} }}"
    )
    entities = (*example().entities, Entity("entity-new", "New", "Person"))
    changed = dataclasses.replace(example(), title="Renamed", entities=entities)
    written, _ = put(folder, changed)
    assert written == ["graph/accounts", "graph/entities"]
    assert set(open_graph(folder).quads()) == set(quads(changed))


def test_what_a_deleted_account_said_is_gone(folder: str) -> None:
    put(folder, example())
    written, removed = put(folder, without(example(), "B"))
    assert [name.split("-")[0] for name in removed] == ["account"]
    assert removed[0] not in written
    assert "graph/accounts" in written
    store = open_graph(folder)
    assert set(store.quads()) == set(quads(without(example(), "B")))
    assert not [q for q in store.quads() if removed[0] in str(q)]


def test_other_incidents_are_never_touched(folder: str) -> None:
    put(folder, example())
    put(folder, OTHER)
    before = set(incident_in(folder, "other").quads())
    put(folder, without(example(), "A"))
    assert set(incident_in(folder, "other").quads()) == before == set(quads(OTHER))
    assert read_incident(incident_in(folder, "Another")) == canonical(OTHER)


def test_an_incident_whose_base_begins_like_anothers_is_another(folder: str) -> None:
    below = dataclasses.replace(example(), base=BASE + "harbour/", title="Below")
    put(folder, example())
    put(folder, below)
    put(folder, dataclasses.replace(example(), title="Renamed"))
    assert read_incident(incident_in(folder, "Below")) == canonical(below)
    assert read_incident(incident_in(folder, "Renamed")).title == "Renamed"


def test_several_incidents_have_to_be_named(folder: str) -> None:
    put(folder, example())
    store = GraphFolder(folder)
    assert pick_incident(store).iri == BASE + "incident"
    store.close()
    put(folder, OTHER)
    with pytest.raises(UsageError, match="several incidents") as caught:
        incident_in(folder)
    assert caught.value.where == "fire-at-brackwater, other"
    for name in ("other", "Another", OTHER.base, OTHER.base + "incident"):
        assert pick_incident(open_graph(folder), name).title == "Another"
    with pytest.raises(UsageError, match="no incident flood"):
        incident_in(folder, "flood")


def test_one_incident_is_all_that_is_seen(folder: str) -> None:
    put(folder, example())
    put(folder, OTHER)
    count = "SELECT (COUNT(?c) AS ?n) { ?c a inc:Claim }"
    graphs = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    whole, one = open_graph(folder), incident_in(folder, "other")
    assert [row["n"].value for row in whole.query(count)] == ["30"]  # type: ignore[union-attr]
    assert [row["n"].value for row in one.query(count)] == ["15"]  # type: ignore[union-attr]
    seen = {row["g"].value for row in one.query(graphs)}  # type: ignore[union-attr]
    assert seen == set(one.graphs())
    assert all(graph.startswith(OTHER.base) for graph in seen)
    with pytest.raises(UsageError, match="whole store"):
        one.update("CLEAR ALL")


def test_replace_and_update(folder: str) -> None:
    store = GraphFolder(folder, create=True)
    assert not list(store.quads())
    one = Quad(NamedNode("u:s"), NamedNode("u:p"), NamedNode("u:o"), NamedNode("u:g"))
    store.replace([one])
    assert list(store.quads()) == [one]
    store.replace([Quad(one.subject, one.predicate, one.object)])
    assert store.graphs() == ()
    store.update("INSERT DATA { GRAPH <u:h> { <u:a> a inc:Claim } }")
    assert store.graphs() == ("u:h",)
    with pytest.raises(UsageError, match="update does not parse") as caught:
        store.update("INSERT DATA {\n <u:a> }")
    assert caught.value.where == "line 2, column 8"
    with pytest.raises(UsageError, match="LOAD is not allowed"):
        store.update("CLEAR ALL ; LOAD <http://127.0.0.1:9/x>")
    with pytest.raises(UsageError, match="update fails"):
        store.update("DROP GRAPH <u:h> ; DROP GRAPH <u:none>")
    assert store.graphs() == ("u:h",), "half an update was applied"


def test_only_incidents_are_put(folder: str) -> None:
    foreign = Quad(NamedNode("u:s"), NamedNode("u:p"), NamedNode("u:o"), NamedNode("u:g"))
    for rows in ([], [foreign], [*quads(example()), foreign]):
        with pytest.raises(UsageError, match="only an incident"):
            GraphFolder(folder, create=True).put_incident(rows)
    assert not Path(folder).exists()


def test_a_plan_writes_the_hashes_with_what_they_are_of() -> None:
    rows = quads(example())
    todo = plan(statements_of(rows), {})
    said = [line.split() for line in todo.write[BASE + "graph/accounts"].split("\n") if "contentHash" in line]
    hashes = {graph.strip("<>"): digest.strip('"') for graph, _, digest in said}
    assert sorted(hashes) == list(todo.changes.written)
    assert plan(statements_of(rows), hashes).changes.written == ()
    assert plan(statements_of(reversed(rows)), hashes).changes.written == ()
    hashes[BASE + "graph/entities"] = content_hash("")
    changes = plan(statements_of(rows), hashes).changes
    assert changes.written == (BASE + "graph/accounts", BASE + "graph/entities")


def test_incidents_are_put_together(folder: str) -> None:
    third = dataclasses.replace(example(), base="https://example.org/third/", title="Third")
    for incidents in ([example()], [OTHER, dataclasses.replace(example(), title="Renamed"), third]):
        GraphFolder(folder, create=True).put_incidents([(state(one), one.title) for one in incidents])
    assert [one.title for one in list_incidents(open_graph(folder))] == ["Renamed", "Another", "Third"]
    assert input_hashes(open_graph(folder)) == {BASE: "Renamed", OTHER.base: "Another", third.base: "Third"}
    assert set(incident_in(folder, "Third").quads()) == set(quads(third))
    again = GraphFolder(folder).put_incidents([(state(OTHER), "Another"), (state(third), "Other inputs")])
    assert [changes.written for changes in again] == [(), ()]
    assert input_hashes(open_graph(folder))[third.base] == "Other inputs"
    assert set(open_graph(folder).quads()) == {
        *quads(third),
        *quads(OTHER),
        *quads(dataclasses.replace(example(), title="Renamed")),
    }


def test_what_is_no_incident_keeps_the_others_from_being_put(folder: str) -> None:
    put(folder, example())
    foreign = Statements(OTHER.base, {"u:g": "<u:s> <u:p> <u:o>"})
    with pytest.raises(UsageError, match="only an incident"):
        GraphFolder(folder).put_incidents([(state(OTHER), ""), (foreign, "")])
    assert set(open_graph(folder).quads()) == set(quads(example()))


def test_folders_that_are_no_graph(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="there is no such graph"):
        open_graph(str(tmp_path / "none") + "/")
    with pytest.raises(GraphError, match="holds no graph"):
        open_graph(str(tmp_path))
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(GraphError, match="holds no graph"):
        open_graph(str(tmp_path), create=True)
    (tmp_path / "CURRENT").write_text("nonsense", encoding="utf-8")
    with pytest.raises(GraphError, match="cannot be read"):
        list(open_graph(str(tmp_path)).quads())
    with pytest.raises(OutputError, match="make the folder") as caught:
        open_graph(str(tmp_path / "no" / "where") + "/", create=True).put_incident(quads(example()))
    assert "cannot write" in caught.value.what


def test_readers_and_writers_wait_for_each_other(folder: str) -> None:
    put(folder, example())
    reader = GraphFolder(folder)
    next(reader.quads())
    writer = GraphFolder(folder, patience=0.1)
    with pytest.raises(GraphError, match="in use: it is being read"):
        writer.put_incident(quads(OTHER))
    assert len(list(GraphFolder(folder, patience=0.1).quads())) == len(quads(example())), (
        "readers do not wait for readers"
    )
    reader.close()
    writer.put_incident(quads(OTHER))
    lock = FolderLock(Path(folder), writing=True, seconds=0)
    with pytest.raises(GraphError, match="being written"):
        list(GraphFolder(folder, patience=0.1).quads())
    lock.release()
    assert len(list_incidents(GraphFolder(folder, patience=0.1))) == 2


WRITER = """
import sys
from pyoxigraph import RdfFormat, parse
from incident_graph.store import GraphFolder
folder, *files = sys.argv[1:]
versions = [list(parse(path=file, format=RdfFormat.N_QUADS)) for file in files]
store = GraphFolder(folder, create=True)
print("ready", flush=True)
while True:
    for version in versions:
        store.put_incident(version)
"""


ADDER = """
import dataclasses, sys
from example_incident import example
from incident_graph.rdf import state
from incident_graph.store import GraphFolder
first = int(sys.argv[2])
store = GraphFolder(sys.argv[1], create=True)
for number in range(first, first + 1000, 3):
    bases = (f"https://example.org/{n}/" for n in range(number, number + 3))
    store.put_incidents([(state(dataclasses.replace(example(), base=base)), base) for base in bases])
    if number == first:
        print("ready", flush=True)
"""


def killed_while_writing(folder: str, arguments: list[object], seconds: float, program: str = WRITER) -> None:
    command = [sys.executable, "-c", program, folder, *map(str, arguments)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=env)
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == b"ready\n"
        time.sleep(seconds)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(10)
        process.stdout.close()


@pytest.mark.slow
def test_a_killed_build_leaves_the_old_graph_or_the_new_one(tmp_path: Path, folder: str) -> None:
    versions = [example(), without(example(), "B"), dataclasses.replace(without(example(), "A"), title="Third")]
    files = []
    for n, version in enumerate(versions):
        files.append(tmp_path / f"{n}.nq")
        files[-1].write_text("".join(f"{quad} .\n" for quad in quads(version)), encoding="utf-8")
    whole = [set(quads(version)) for version in versions]
    put(folder, OTHER)
    chance = random.Random(5)
    for _ in range(4):
        killed_while_writing(folder, files, chance.uniform(0, 0.25))
        found = set(incident_in(folder, BASE).quads()) if len(list_incidents(open_graph(folder))) > 1 else None
        assert found is None or found in whole
        assert set(incident_in(folder, OTHER.base).quads()) == set(quads(OTHER))
    assert len(put(folder, versions[0])[0]) + len(put(folder, versions[1])[0]) > 0


@pytest.mark.slow
def test_of_incidents_put_together_a_killed_build_leaves_all_or_none(folder: str) -> None:
    put(folder, OTHER)
    chance = random.Random(7)
    for turn in range(1, 5):
        killed_while_writing(folder, [turn * 10_000], chance.uniform(0, 0.2), ADDER)
        found = [one.iri.removesuffix("incident") for one in list_incidents(open_graph(folder))]
        assert len(found) > 3 * turn
        assert len(found) % 3 == 1, "three at a time, and the one that was there"
        assert set(input_hashes(open_graph(folder))) == {*found} - {OTHER.base}
        last = max(found, key=lambda base: int(base.split("/")[3]) if base != OTHER.base else 0)
        whole = OTHER if last == OTHER.base else dataclasses.replace(example(), base=last)
        assert set(incident_in(folder, last).quads()) == set(quads(whole))


@pytest.mark.slow
def test_a_killed_first_build_leaves_nothing_half(tmp_path: Path, folder: str) -> None:
    file = tmp_path / "0.nq"
    file.write_text("".join(f"{quad} .\n" for quad in quads(example())), encoding="utf-8")
    killed_while_writing(folder, [file], 0.005)
    assert not Path(folder).exists() or set(GraphFolder(folder).quads()) == set(quads(example()))
    left = tmp_path / ".archive.999999999.tmp"
    left.mkdir()
    if Path(folder).exists():
        os.rename(folder, tmp_path / "away")
    put(folder, example())
    assert not left.exists(), "what a killed build left is swept away"
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".tmp")]


def test_a_store_of_oxigraphs_own_can_be_asked(tmp_path: Path) -> None:
    path = tmp_path / "plain"
    store = Store(str(path))
    store.extend(quads(example()))
    del store
    assert read_incident(open_graph(str(path))) == canonical(example())


def test_limit_error_has_an_exit_code() -> None:
    assert LimitError("x").exit_code == 1
