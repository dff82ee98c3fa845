"""The commands on folders: one store, several incidents, bounded queries, builds that are killed."""

import dataclasses
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from example_incident import example

from incident_graph.cli.root import run as command
from incident_graph.rdf import write_quads
from incident_graph.store import GraphFolder, open_graph, save

STORIES = {
    "a.txt": "Fire in Brackwater\n\nThree people died in a fire in Brackwater on Monday, police said.\n",
    "b.txt": "Blaze\n\nFive people died in a fire in Brackwater on Monday, the mayor said.\n",
    "c.txt": "Deadly fire\n\nA fire killed three people in Brackwater.\n",
}
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("graph") / "fire.trig")
    save(write_quads(example()), path)
    return path


def test_one_folder_many_incidents(stories: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    archive = str(tmp_path / "archive") + "/"
    fire = ["build", str(stories), "-g", archive, "--title", "Fire", "--profile", "general"]
    assert command(fire) == 0
    assert re.search(r"written to .*archive/: 7 graphs written, 0 removed, 0 as they were", capfd.readouterr().err)
    (stories / "c.txt").unlink()
    assert command(fire) == 0
    found = re.search(r"(\d) graphs written, 1 removed, (\d) as they were", capfd.readouterr().err)
    assert found
    assert int(found[1]) + int(found[2]) == 6
    assert int(found[2]) >= 2, "the graphs of accounts that stayed are as they were"
    assert command(["build", str(stories / "a.txt"), "-g", archive, "--title", "Flood", "-q"]) == 0
    assert command(["compare", "-g", archive]) == 2
    assert "fire, flood\n  say which with --incident" in capfd.readouterr().err
    assert command(["compare", "-g", archive, "--incident", "fire", "-f", "json"]) == 0
    assert command(["compare", "-g", archive, "--incident", "water"]) == 2
    capfd.readouterr()
    for wanted, count in (([], "3"), (["--incident", "Flood"], "1")):
        assert command(["query", "-g", archive, "-q", "SELECT ?a { ?a a inc:Account }", "-f", "csv", *wanted]) == 0
        assert str(len(capfd.readouterr().out.split()) - 1) == count


def test_graphs_are_put_into_one_another(graph: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    other = dataclasses.replace(example(), base="https://example.org/other/", title="Another")
    save(write_quads(other), str(tmp_path / "other.trig"))
    assert command(["export", "-g", graph, "-o", str(tmp_path / "fire.ttl")]) == 0
    archive, second = str(tmp_path / "archive") + "/", str(tmp_path / "second") + "/"
    sources = (str(tmp_path / "fire.ttl"), str(tmp_path / "other.trig"))
    for source in sources:
        assert command(["export", "-g", source, "-o", archive]) == 0
        assert re.search(r": 7 graphs written, 0 removed, 0 as they were\n$", capfd.readouterr().err)
    assert command(["export", "-g", graph, "-o", archive]) == 0
    assert re.search(r": 0 graphs written, 0 removed, 7 as they were\n$", capfd.readouterr().err)
    assert set(open_graph(archive).quads()) == {*write_quads(example()), *write_quads(other)}
    assert command(["export", "-g", archive, "--incident", "other", "-o", second]) == 0
    assert set(open_graph(second).quads()) == set(write_quads(other))
    assert command(["export", "-g", archive, "-o", second]) == 0
    assert set(open_graph(second).quads()) == set(open_graph(archive).quads())
    assert command(["export", "-g", archive, "-o", archive]) == 2
    assert "there already" in capfd.readouterr().err
    assert command(["export", "-g", archive, "-f", "csv", "-o", second]) == 2
    assert "takes the graph itself" in capfd.readouterr().err
    empty = tmp_path / "empty.nq"
    empty.write_text("", encoding="utf-8")
    assert command(["export", "-g", str(empty), "-o", str(tmp_path / "none") + "/"]) == 3
    assert not (tmp_path / "none").exists()


def test_places_that_cannot_be_built_into(stories: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert command(["build", str(stories), "-g", str(stories)]) == 3
    assert "the folder holds no graph" in capfd.readouterr().err
    assert sorted(path.name for path in stories.iterdir()) == sorted(STORIES)
    assert command(["build", str(stories), "-g", str(tmp_path / "graph")]) == 2
    assert "or a folder ending in /" in capfd.readouterr().err
    assert command(["build", str(stories), "-g", "http://127.0.0.1:1/sparql"]) == 3
    assert "cannot be reached" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["-q", SLOW, "--timeout", "0.2"], 1, "stopped after 0.2 seconds"),
        (["-q", "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f", "--memory", "60"], 1, "more than 60 MB"),
        (["-q", "SELECT * {", "--timeout", "5"], 2, "does not parse"),
        (["-q", "ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"], 2, "SERVICE is not allowed"),
        (["-q", "ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "--allow-service"], 3, "cannot be asked"),
        (["accounts", "--rows", "-1"], 2, "--rows"),
    ],
)
def test_queries_within_bounds(
    graph: str, options: list[str], code: int, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    assert command(["query", "-g", graph, *options]) == code
    out, err = capfd.readouterr()
    assert said in err
    assert out == ""


def test_bounds_change_nothing_else(graph: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    answers = []
    for bounds in ([], ["--timeout", "20"], ["--memory", "500", "--rows", "99"]):
        for form in ("table", "csv", "json"):
            assert command(["query", "readings", "-g", graph, "-f", form, *bounds]) == 0
            answers.append((form, capfd.readouterr().out))
    assert len(set(answers)) == 3
    assert command(["query", "accounts", "-g", graph, "-f", "csv", "--rows", "2"]) == 0
    assert len(capfd.readouterr().out.splitlines()) == 3
    out = tmp_path / "out.csv"
    out.write_text("old", encoding="utf-8")
    assert command(["query", "-g", graph, "-q", SLOW, "--timeout", "0.1", "-o", str(out)]) == 1
    assert out.read_text(encoding="utf-8") == "old"


@pytest.mark.slow
def test_a_build_that_is_killed(stories: Path, tmp_path: Path) -> None:
    archive = str(tmp_path / "archive") + "/"
    build = ["build", str(stories), "-g", archive, "--title", "Fire", "-q"]
    assert command(build) == 0
    store = open_graph(archive)
    before = set(store.quads())
    assert isinstance(store, GraphFolder)
    store.close()
    (stories / "b.txt").write_text(STORIES["b.txt"].replace("Five", "Nine"), encoding="utf-8")
    chance = random.Random(7)
    for _ in range(2):
        process = subprocess.Popen([sys.executable, "-m", "incident_graph", *build])
        time.sleep(chance.uniform(0.3, 1.2))
        process.send_signal(signal.SIGKILL)
        process.wait(10)
        found = set(open_graph(archive).quads())
        assert found == before or not [quad for quad in found if "Five" in str(quad)]
    assert command(build) == 0
    after = set(open_graph(archive).quads())
    assert after != before
    assert not [quad for quad in after if "Five" in str(quad)], "what the old text said is gone"
