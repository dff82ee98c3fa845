"""``incident-graph explain``, and what ``compare`` says of a pair of answers."""

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from toll_incident import NINE, TWELVE, told

from incident_graph.cli.signs import PLAINER, plainer
from incident_graph.rdf import write_quads
from incident_graph.store import save


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A toll of one day, and a lesser one of a later day."""
    path = str(tmp_path_factory.mktemp("graph") / "tolls.trig")
    save(write_quads(told(TWELVE, NINE, days=(4, 7))), path)
    return path


@pytest.mark.parametrize("name", ["dead", "issue-dead", "People killed", "how many people died?"])
def test_a_question_is_explained_by_any_of_its_names(cli: Any, graph: str, name: str) -> None:
    ran = cli("explain", name, "-g", graph)
    assert ran.code == 0
    assert "“12” and “9”: cannot both be true" in ran.out
    assert "because:    two numbers for one count" in ran.out
    assert "reconciled: if they count different things, or at different times" in ran.out
    assert "known:      the difference itself is found in more ways than one" in ran.out
    for account, words in (("A", "killed 12 people"), ("B", "killed nine people")):
        assert any(line.strip().startswith(f"{account}, line 1: “") and words in line for line in ran.out.splitlines())


def test_a_claim_is_explained_by_its_id(cli: Any, graph: str) -> None:
    said = cli("explain", "dead", "-g", graph).out
    claim = next(word.strip("()") for word in said.split() if word.startswith("(claim-"))
    ran = cli("explain", claim, "-g", graph)
    assert ran.code == 0
    assert ran.out.startswith(f"{claim}: People killed: ")
    assert "found by" in ran.out


def test_what_agrees_is_explained_only_when_asked(cli: Any, graph: str) -> None:
    assert "Nothing sets these answers against each other." in cli("explain", "where", "-g", graph).out


def test_an_unknown_question_is_answered_with_the_nearest(cli: Any, graph: str) -> None:
    ran = cli("explain", "peeple killed", "-g", graph)
    assert ran.code == 2
    assert "near it: people killed" in ran.err
    assert cli("explain", "zzz", "-g", graph).code == 2


def test_compare_says_which_two_answers_and_why(cli: Any, graph: str) -> None:
    assert "12 / 9: two numbers for one count, and neither holds the other" in " ".join(
        cli("compare", "-g", graph, "--all").out.split()
    )
    assert "12 / 9: two numbers for one count" in cli("compare", "-g", graph, "-f", "markdown").out


def test_compare_and_query_count_the_same_conflicts(cli: Any, graph: str) -> None:
    rows = cli("query", "conflicts", "-g", graph, "-f", "csv").out.strip().splitlines()[1:]
    compared = [line for line in cli("compare", "-g", graph, "--all").out.splitlines() if line.startswith("≠ ")]
    assert len(rows) == len(compared) == 1


@pytest.mark.parametrize(
    ("text", "plain"),
    [("22 ≠ 24", "22 != 24"), ("→?", "->?"), ("“mill” – it’s…", '"mill" - it\'s...'), ("Łódź", "\\u0141\\xf3d\\u017a")],
)
def test_no_sign_becomes_a_question_mark(text: str, plain: str) -> None:
    assert plainer(text) == plain


def test_a_stream_of_plain_ascii_takes_everything(tmp_path: Path) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors=PLAINER)
    stream.write("∥ 9 “dead” € ☃\n")
    stream.flush()
    assert stream.buffer.getvalue() == b'|| 9 "dead" EUR  \\u2603\n'  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "asked", [("explain", "dead"), ("compare", "--quotes"), ("query", "why"), ("query", "conflicts")]
)
def test_a_terminal_of_plain_ascii_is_written_ascii_alone(graph: str, asked: tuple[str, ...]) -> None:
    command = [
        sys.executable,
        "-c",
        "import sys; from incident_graph.cli.root import main; main()",
        *asked,
        "-g",
        graph,
    ]
    ran = subprocess.run(command, capture_output=True, env=os.environ | {"PYTHONIOENCODING": "ascii"}, check=True)
    assert ran.stdout.isascii()
    assert b"12" in ran.stdout
    assert b"?" not in ran.stdout.replace(b"? no evidence", b"").replace(b"people died?", b"")
