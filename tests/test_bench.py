"""scripts/bench: invented graphs are valid and the same each time; it measures, keeps and writes. No time is judged."""

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from benchmarks import document, graphs, sections
from benchmarks.results import Found, Target, exponent_of
from benchmarks.sections import Plan
from hash_seeds import printed_under_hash_seeds

from incident_graph.rdf import read_incident, write_nquads, write_quads
from incident_graph.store import GraphFile, open_graph
from incident_graph.validation import validate

ROOT = Path(__file__).parents[1]

MACHINE = {"system": "Any", "cores": 2, "memory": "8 GB", "python": "3", "pyoxigraph": "0"}


def test_an_invented_graph_is_valid_and_holds_what_it_says(tmp_path: Path) -> None:
    path = tmp_path / "small.nq"
    incidents, quads = graphs.write_claims(path, 40, accounts=4)
    lines = path.read_bytes().splitlines()
    assert (incidents, quads) == (1, len(lines))
    report = validate(open_graph(str(path)))
    assert not report.findings
    assert dict(report.checked)["claims"] == 40
    incident = read_incident(open_graph(str(path)))
    assert {issue.verdict.value for issue in incident.issues} >= {"Conflicts", "Complements"}


def test_copies_beyond_the_patterns_are_other_incidents() -> None:
    one, other = graphs.nquads_of(1, 3), graphs.nquads_of(1 + graphs.PATTERNS, 3)
    assert len(one) == len(other)
    shared = set(one.splitlines()) & set(other.splitlines())
    assert not [line for line in shared if b"bench-" in line.split(b" ")[0]]
    found = read_incident(GraphFile("a.nq", other))
    assert found.base + "incident" == graphs.incident_iri(1 + graphs.PATTERNS)
    assert all(a.text[e.start : e.end] == e.text for a in found.accounts for c in found.claims
               for e in c.evidence if e.account == a.id)  # fmt: skip


def test_invented_graphs_are_the_same_under_any_hash_seed() -> None:
    code = f"""
import hashlib, sys
sys.path.insert(0, {str(ROOT / "scripts")!r})
from benchmarks.graphs import nquads_of
print(hashlib.sha256(nquads_of(2, 3)).hexdigest())
"""
    assert len(printed_under_hash_seeds(code)) == 1


def test_an_invented_incident_is_what_the_program_writes_of_it() -> None:
    import io

    incident, out = graphs.make_incident(0, 3), io.BytesIO()
    write_nquads(write_quads(incident), out)
    assert read_incident(GraphFile("a.nq", out.getvalue())) == incident


def test_exponents() -> None:
    assert exponent_of([(10, 3), (100, 300)]) == 2
    assert exponent_of([(10, 5), (1000, 5)]) == 0
    assert exponent_of([(10, 5)]) is None
    assert exponent_of([(10, 0), (100, 1)]) is None


def test_a_ratio_reads_as_its_target_does() -> None:
    found = Found()
    ours, other = {"cpu": 2.0, "wall": 1.0}, {"cpu": 4.0, "wall": 4.0}
    found.beside("load", "a", "1 claims", ours, other, "it", Target("at least", 3))
    found.beside("load", "b", "1 claims", ours, other, "it", Target("at most", 0.5))
    found.beside("load", "c", "1 claims", ours, {"stopped": 60.0}, "it", Target("at least", 3))
    assert [(r.ratio, r.wall, r.held) for r in found.rows] == [(2.0, 4.0, False), (0.5, 0.25, True), (None, None, None)]
    assert found.rows[2].note == "the other stopped after 60 s"


@pytest.mark.parametrize(("least", "number", "held"), [(8.0, 3, True), (8.0, 5, None), (0.5, 0.1, None)])
def test_what_was_stopped_bounds_the_ratio(least: float, number: float, held: bool | None) -> None:
    found = Found()
    stopped = {"stopped": 60.0, "least_cpu": least}
    found.beside("load", "a", "1 claims", {"cpu": 2.0, "wall": 2.0}, stopped, "it", Target("at least", number))
    assert found.rows[0].held is held
    assert found.rows[0].ratio == (least / 2 if least > 1 else None)
    cells = document.row_cells([asdict(found.rows[0])])[1]
    assert cells[3:6] == (["> 8", "it", "> 4"] if least > 1 else ["–", "it", "–"])


def test_a_task_that_was_stopped_is_known_as_far_as_it_came(tmp_path: Path) -> None:
    plan = Plan((1000,), (1000,), (10,), 1, 60, tmp_path)
    told = {"cpu": 9.0, "wall": 9.0, "verdicts": {"cpu": 1.0}, "stopped": 60, "least_cpu": 50.0}
    with patch.dict(sections._RDFLIB, {1000: told}):
        assert plan.part_of_rdflib(1000, "parse") == {"cpu": 9.0, "wall": 9.0}
        assert plan.part_of_rdflib(1000, "verdicts") == {"cpu": 1.0}
        assert plan.part_of_rdflib(1000, "divergences") == {"stopped": 60, "least_cpu": 50.0}
        assert plan.part_of_rdflib(1000, "differ") == {"stopped": 60, "least_cpu": 0.0}


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record and documents of their own."""
    for name in ("PERFORMANCE", "SCALE"):
        path = tmp_path / f"{name}.md"
        path.write_text(f"By hand.\n\n{document.MARKS[0]}\nstale\n{document.MARKS[1]}\n\nThe end.\n", encoding="utf-8")
        monkeypatch.setattr(document, name, path)
    monkeypatch.setattr(document, "RECORD", tmp_path / "record.json")
    return tmp_path / "record.json"


def found_one(ours: float, *sizes: float) -> Found:
    found = Found()
    found.beside("load", "a", "9 claims", {"cpu": ours}, {"cpu": 1.0}, "it", Target("at most", 1.2))
    found.grows("load", "into a folder", "claims", [(size, size / 10) for size in sizes])
    return found


def test_a_section_measured_again_takes_the_place_of_what_was_recorded_of_it(record: Path) -> None:
    page = Found()
    page.beside("page", "b", "the seeds", {"cpu": 1.0}, {"cpu": 2.0}, "it", Target("at most", 1))
    document.keep(found_one(5.0, 10, 100, 1000), MACHINE)
    document.keep(page, MACHINE)
    document.keep(found_one(1.0, 10, 100), MACHINE)
    kept: dict[str, Any] = json.loads(record.read_text(encoding="utf-8"))
    assert [(row["section"], row["ours"]) for row in kept["rows"]] == [("load", 1.0), ("page", 1.0)]
    assert [x for x, _ in kept["growth"][0]["points"]] == [10, 100]
    document.keep(found_one(2.0, 10), {**MACHINE, "cores": 4})
    kept = json.loads(record.read_text(encoding="utf-8"))
    assert [row["section"] for row in kept["rows"]] == ["load"]


def test_documents_are_written_around_what_stands_there_by_hand(record: Path) -> None:
    document.keep(found_one(1.0, 10, 100), MACHINE)
    document.write_documents()
    for path in (document.PERFORMANCE, document.SCALE):
        text = path.read_text(encoding="utf-8")
        assert text.startswith("By hand.")
        assert text.endswith("The end.\n")
        assert "stale" not in text
    text = document.PERFORMANCE.read_text(encoding="utf-8")
    assert "Of 1 targets 1 are held." in text
    assert "at most 1.2" in text


@pytest.mark.slow
@pytest.mark.parametrize("section", ["load,write", "query", "build"])
def test_it_runs(section: str, tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "scripts" / "bench"), "--quick", "--only", section, "--work", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert {"ours", "ratio", "target"} <= set(done.stdout.replace("|", " ").split())


@pytest.mark.slow
def test_what_takes_too_long_is_stopped_and_said_to_be(tmp_path: Path) -> None:
    from benchmarks.clock import measure

    graphs.write_claims(tmp_path / "a.nq", 300)
    took = measure(str(ROOT / "scripts" / "bench"), "rdflib_all", limit=0.2, graph=tmp_path / "a.nq")
    assert took["stopped"] == 0.2
    assert took.keys() == {"stopped", "least_cpu"}
    assert 0 < took["least_cpu"] < 60
