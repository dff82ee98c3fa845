"""A draft of a profile: found questions as Turtle that loads, and that asks what was found."""

from pathlib import Path

import pytest
from parsed import account

from incident_graph.cli.root import run
from incident_graph.export.profile_draft import draft_profile
from incident_graph.pipeline import build
from incident_graph.profile import load_profiles

STORM = (
    "Storm over Selby\n\nThe storm tore down 14 cranes in the port of Selby. Nobody was near.",
    "Port of Selby after the storm\n\nIn the port of Selby the storm tore down nine cranes on Monday.",
)


def test_a_draft_loads_and_asks_what_was_found(tmp_path: Path) -> None:
    accounts = [account(text, number) for number, text in enumerate(STORM)]
    incident = build(accounts)
    file = tmp_path / "cranes.ttl"
    file.write_text(draft_profile(incident, "Cranes “of” Selby"), encoding="utf-8")
    profile = load_profiles([str(file)])
    (question,) = [q for q in profile.questions.values() if "cranes-of-selby" in q.iri]
    assert (question.counts, question.label) == (("crane",), "Number: cranes, tear")
    again = build(accounts, profiles=[str(file)])
    answers = {c.answer.label for c in again.claims if c.question == question.iri and "cue" in c.ways}
    assert answers == {"14 cranes", "9 cranes"}


def test_nothing_found_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(STORM[0], encoding="utf-8")
    graph = str(tmp_path / "a.trig")
    assert run(["build", str(tmp_path / "a.txt"), "-g", graph, "-q"]) == 0
    assert run(["profile", "draft", "-g", graph]) == 1
    assert "no question was found" in capsys.readouterr().err
    with pytest.raises(ValueError, match="needs a name"):
        draft_profile(build([account(text, number) for number, text in enumerate(STORM)]), "")


def test_the_command_writes_it(tmp_path: Path) -> None:
    files = []
    for number, text in enumerate(STORM):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text(text, encoding="utf-8")
    graph, out = str(tmp_path / "storm.trig"), tmp_path / "own.ttl"
    assert run(["build", *map(str, files), "-g", graph, "-q"]) == 0
    assert run(["profile", "draft", "-g", graph, "-o", str(out), "--name", "own"]) == 0
    assert any("own#" in iri for iri in load_profiles([str(out)]).questions)
