"""``review`` from the command line: the walk, one-line decisions, and the way through a spreadsheet."""

import csv
import io
import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from incident_graph.accounts import read_accounts
from incident_graph.cli.options import open_incident
from incident_graph.cli.review_table import COLUMNS, read_table, write_table
from incident_graph.cli.root import run
from incident_graph.decisions import Decision, load
from incident_graph.decisions.cases import Case, Sighting
from incident_graph.decisions.decision import Place
from incident_graph.errors import InputError
from incident_graph.export import write_graph
from incident_graph.model import Grade, Verdict
from incident_graph.pipeline import build
from incident_graph.rdf import write_quads

FOLDER = Path(__file__).parent / "cases" / "decisions"
PROFILE = str(FOLDER / "shed.ttl")
ARSON = "sparked by arson"


@pytest.fixture
def graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh folder with the graph of two accounts in it, and the process there."""
    monkeypatch.chdir(tmp_path)
    assert run(["build", str(FOLDER / "a.txt"), str(FOLDER / "b.txt"), "--profile", PROFILE, "-q"]) == 0
    return tmp_path / "incident.trig"


def rebuild(capfd: pytest.CaptureFixture[str]) -> tuple[dict[str, list[str]], str]:
    """Build again with the decisions: the readings by question, and what build said on standard error."""
    capfd.readouterr()
    files = [str(FOLDER / "a.txt"), str(FOLDER / "b.txt")]
    assert run(["build", *files, "--profile", PROFILE, "--decisions", "decisions.jsonl", "-q"]) == 0
    incident = open_incident("incident.trig")
    names = {issue.id: issue.question.name for issue in incident.issues}
    found: dict[str, list[str]] = {}
    for reading in incident.readings:
        found.setdefault(names[reading.issue], []).append(reading.label)
    return found, capfd.readouterr().err


def type_keys(monkeypatch: pytest.MonkeyPatch, *lines: str) -> int:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    return run(["review", "--profile", PROFILE])


def decide(*args: str) -> int:
    return run(["review", "decide", *args, "--profile", PROFILE])


# ---------------------------------------------------------------- the walk


def test_a_key_a_case_and_the_graph_changes(
    graph: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert type_keys(monkeypatch, "r", "s", "s", "s", "t", "1", "q") == 0
    out, err = capfd.readouterr()
    assert "A conflict rests on this · 1 of" in out
    assert "A conflict rests on this · 2 of" in out
    assert "People hurt" not in out
    assert "may conflict with “welding torch” (B)" in out
    assert "What sparked it  =  arson  (hedged (“appears to”))" in out
    flat = " ".join(line.strip("│ ") for line in out.splitlines())
    assert "⟦The fire appears to have been sparked by arson.⟧" in flat
    assert "against it: B b.txt, line 3" in flat
    assert "2 decisions in decisions.jsonl" in err
    assert f"incident-graph build ACCOUNTS… --profile {PROFILE} --decisions decisions.jsonl" in err
    assert [(d.verb, d.value) for d in load("decisions.jsonl")] == [("reject", None), ("retype", "Person")]
    assert rebuild(capfd)[0]["sparkedBy"] == ["welding torch"]


def test_undo_shows_the_case_again_and_takes_the_decision_back(
    graph: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert type_keys(monkeypatch, "u", "r", "u", "a", "q") == 0
    out, _ = capfd.readouterr()
    assert "nothing to undo" in out
    assert "undone: reject" in out
    assert out.count("1 of ") == 2
    assert [d.verb for d in load("decisions.jsonl")] == ["reject", "undo", "accept"]
    assert sorted(rebuild(capfd)[0]["sparkedBy"]) == ["arson", "welding torch"]


def test_edit_help_skip_and_keys_that_do_not_fit(
    graph: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    typed = ["?", "x", "t", "e", "lightning", "e", "", "e", "Welding torch", "s", "q"]
    assert type_keys(monkeypatch, *typed) == 0
    out, _ = capfd.readouterr()
    assert "Nothing here says who is right" in out
    assert "no 'x' here" in out
    assert "no 't' here" in out
    assert "not taken: no kind that fits is called “lightning”; known: arson" in out
    assert "read as: welding torch" in out
    assert [d.value for d in load("decisions.jsonl")] == ["Welding torch"]
    assert rebuild(capfd)[0]["sparkedBy"] == ["welding torch"]


def test_how_it_is_said(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert type_keys(monkeypatch, "h", "d", "-", "Ada Quill", "", "h", "x", "", "", "") == 0
    [decision] = load("decisions.jsonl")
    assert (decision.stance, decision.hedge, decision.speaker) == ("Denies", "", "Ada Quill")


def test_merge_with_a_typed_name_and_a_class_by_its_first_letters(
    graph: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    keys = ["s", "s", "s", "s", "t", "p", "t", "pers", "m", "nobody of that name", "m", "Ada Quill"]
    assert type_keys(monkeypatch, *keys) == 0
    out, _ = capfd.readouterr()
    assert "no class, or more than one, begins with 'p'" in out
    assert "not taken: no name is written 'nobody of that name'" in out
    assert [(d.verb, d.value) for d in load("decisions.jsonl")] == [("retype", "Person"), ("merge", None)]


def test_the_end_of_input_is_a_quit_and_decided_cases_do_not_come_back(
    graph: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert type_keys(monkeypatch, *["a"] * 4) == 0
    assert len(load("decisions.jsonl")) == 4
    capfd.readouterr()
    assert run(["review", "--list"]) == 0
    out, _ = capfd.readouterr()
    assert "conflict" not in out
    assert out.splitlines()[0].startswith("name      A, line 5")


def test_accepting_both_sides_makes_a_conflict_firm(
    graph: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    assert type_keys(monkeypatch, "s", "s", "a", "a", "q") == 0
    rebuild(capfd)
    incident = open_incident("incident.trig")
    asked = {issue.id: issue.question.name for issue in incident.issues}
    firm = {asked[c.issue]: c for c in incident.comparisons if c.verdict is Verdict.CONFLICTS}
    assert set(firm) == {"hurt", "insurance"}
    decided = firm["insurance"]
    assert (decided.grade, decided.ways) == (Grade.FIRM, ("cue", "person"))
    assert decided.reason == "both sides are decided by a person"
    assert firm["hurt"].ways == ("alignment", "cue"), "this one was firm before anybody decided"
    assert {c.ways for c in incident.claims if "reviewed" in c.rules} == {("cue", "person")}


def test_ctrl_c_loses_nothing(graph: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    class Interrupted(io.StringIO):
        def readline(self, *_: object) -> str:  # type: ignore[override]
            line = super().readline()
            if not line:
                raise KeyboardInterrupt
            return line

    monkeypatch.setattr(sys, "stdin", Interrupted("r\n"))
    assert run(["review"]) == 130
    assert [d.verb for d in load("decisions.jsonl")] == ["reject"]
    assert "1 decision in decisions.jsonl" in capfd.readouterr().err


def test_paths_instead_of_a_graph(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    args = ["review", str(FOLDER / "a.txt"), str(FOLDER / "b.txt"), "--profile", PROFILE]
    assert run([*args, "--list", "--only", "conflict"]) == 0
    said = capfd.readouterr().out.splitlines()
    assert said[0].startswith("conflict  A, line ")
    assert [line for line in said if line.startswith("conflict  A, line 4    What sparked it = arson")]
    assert not (tmp_path / "incident.trig").exists()


def test_a_terminal_takes_single_keys(graph: Path) -> None:
    ours, theirs = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-m", "incident_graph", "review"], stdin=theirs, stdout=theirs, stderr=theirs, cwd=graph.parent
    )
    os.close(theirs)
    try:
        said = b""
        for key in (b"r", b"u", b"a", b"q", b""):  # a key when it is asked for: what is typed ahead does not count
            asked = said.count(b"help  ")
            while said.count(b"help  ") == asked and select.select([ours], [], [], 60)[0]:
                try:
                    said += os.read(ours, 65536)
                except OSError:  # the other end is closed: it has ended
                    break
            time.sleep(0.05)
            if key:
                os.write(ours, key)
        assert done.wait(timeout=60) == 0
    finally:
        done.kill()
        os.close(ours)
    assert b"undone: reject" in said
    assert [d.verb for d in load(graph.parent / "decisions.jsonl")] == ["reject", "undo", "accept"]


def test_hostile_words_do_not_act_on_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    from incident_graph.cli.review_walk import show_case

    seen = Sighting("A", "a\x1b[2J.txt", 1, "x \u202e", "[red]boo[/red] \x1b[31m", " y", Place("0" * 64, "boo"))
    show_case(Case("name", "What is “\x1b]0;t\x07”?", "", (seen,), ("retype",)), "1 of 1")
    out = capfd.readouterr().out
    assert "[red]boo[/red]" in out
    assert not {"\x1b", "\x07", "\u202e"} & set(out)


# ---------------------------------------------------------------- one line a decision


def test_every_verb_in_one_line(graph: Path, capfd: pytest.CaptureFixture[str]) -> None:
    commands = [
        ["accept", "--account", "A", "--question", "insurance", "--quote", "not insured", "--by", "MK", "--stamp"],
        ["reject", "--account", "b.txt", "--question", "rebuilt-when", "--quote", "by June 2032", "--note", "hearsay"],
        ["edit", "--account", "A", "--question", "sparkedBy", "--quote", ARSON, "--value", "welding torch"],
        ["add", "--account", "A", "--question", "shed-owner", "--quote", "Zorbin wept", "--value", "Zorbin"],
        ["add", "--account", "A", "--quote", "chairman", "--value", "Person"],
        ["retype", "--account", "B", "--quote", "Zorbin", "--value", "Person"],
        ["split", "--account", "B", "--quote", "Ostrel Cold", "--into", "Ostrel Cold Storage Ltd"],
        ["merge", "--account", "A", "--quote", "Zorbin", "--into", "Ada Quill"],
        ["reject", "--account", "A", "--quote", "Twelve people"],
        ["undo", "--account", "A", "--quote", "Twelve people"],
    ]
    for command in commands:
        assert decide(*command) == 0, capfd.readouterr().err
    made = load("decisions.jsonl")
    assert [d.verb for d in made] == [command[0] for command in commands]
    assert (made[0].by, made[0].when[:2], made[1].note) == ("MK", "20", "hearsay")
    assert (made[8].target, made[0].of) == ("figure", "yes")
    readings, said = rebuild(capfd)
    assert said == ""
    assert readings["hurt"] == ["12", "20"]
    assert "rebuiltWhen" not in readings
    assert readings["sparkedBy"] == ["welding torch"]


def test_without_the_profile_at_hand_numbers_are_checked_and_kinds_are_not(
    graph: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    edit = ["review", "decide", "edit", "--account", "A", "--question"]
    assert run([*edit, "sparked-by", "--quote", ARSON, "--value", "lightning"]) == 0
    assert run([*edit, "hurt", "--quote", "Twelve people", "--value", "some cats"]) == 2
    assert "“some cats” is no number or amount" in capfd.readouterr().err
    assert "no kind that fits is called “lightning”" in rebuild(capfd)[1]


def test_deciding_the_same_twice_adds_one_line(graph: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for _ in range(2):
        assert decide("reject", "--account", "A", "--question", "sparked-by", "--quote", ARSON) == 0
    assert "decided before" in capfd.readouterr().err
    assert len(load("decisions.jsonl")) == 1


@pytest.mark.parametrize(
    ("args", "what"),
    [
        (["reject", "--account", "Z", "--quote", "Zorbin"], "no account is called 'Z'"),
        (["reject", "--account", "A", "--question", "sparked", "--quote", ARSON], "did you mean sparked-by?"),
        (
            ["reject", "--account", "A", "--question", "sparked-by", "--quote", "by arsonists"],
            "nearest text is on line 4",
        ),
        (["reject", "--account", "A", "--question", "sparked-by", "--quote", "Zorbin wept"], "no claim rests on these"),
        (["reject", "--account", "A", "--quote", "chairman"], "neither a name nor a figure"),
        (["retype", "--account", "A", "--quote", "Zorbin", "--value", "Cat"], 'no class "Cat"'),
        (["merge", "--account", "A", "--quote", "Zorbin"], "a merge needs the other entity"),
        (["edit", "--account", "A", "--quote", "Zorbin", "--value", "x"], "an edit is of a claim"),
        (["edit", "--account", "A", "--question", "hurt", "--quote", "Twelve", "--value", "some cats"], "no number"),
        (["add", "--account", "A", "--question", "hurt", "--quote", "Zorbin", "--value", "2"], "stand in 2 places"),
        (["undo", "--account", "A", "--quote", "Zorbin"], "there is nothing to undo"),
    ],
)
def test_a_decision_that_would_match_nothing_is_refused(
    graph: Path, capfd: pytest.CaptureFixture[str], args: list[str], what: str
) -> None:
    assert decide(*args) == 2
    assert what in capfd.readouterr().err
    assert not Path("decisions.jsonl").exists()


def test_build_reports_orphans_and_keeps_the_file(graph: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert decide("reject", "--account", "A", "--question", "sparked-by", "--quote", ARSON) == 0
    line = Path("decisions.jsonl").read_bytes()
    Path("decisions.jsonl").write_bytes(line.replace(b"arson", b"elves").replace(b"\n", b"\r\n"))
    _, said = rebuild(capfd)
    assert "warning: decision on line 1 not applied (reject sparkedBy" in said
    assert "the words are not in the account (a.txt)" in said
    assert Path("decisions.jsonl").read_bytes() == line.replace(b"arson", b"elves").replace(b"\n", b"\r\n")


def test_build_refuses_a_file_with_a_corrupt_line(graph: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = graph.read_bytes()
    Path("decisions.jsonl").write_text("\n{oops\n", encoding="utf-8")
    assert run(["build", str(FOLDER / "a.txt"), "--decisions", "decisions.jsonl"]) == 3
    assert "decisions.jsonl, line 2" in capfd.readouterr().err
    assert run(["build", str(FOLDER / "a.txt"), "--decisions", "missing.jsonl"]) == 3
    assert graph.read_bytes() == before


def test_a_graph_without_texts_says_what_to_do(graph: Path, capfd: pytest.CaptureFixture[str]) -> None:
    incident = build(read_accounts([str(FOLDER / "a.txt")]))
    with open("bare.trig", "wb") as out:
        write_graph(write_quads(incident, texts=False), out, "trig")
    assert run(["review", "-g", "bare.trig"]) == 2
    assert "the graph has no texts to review" in capfd.readouterr().err


# ---------------------------------------------------------------- spreadsheets


def fill(data: str, verbs: dict[str, tuple[str, str]], *, delimiter: str = ",") -> bytes:
    """The table with the decision and value columns filled by sort or question of the case, as a spreadsheet would save
    it."""
    rows = list(csv.DictReader(io.StringIO(data, newline="")))
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        row["decision"], row["value"] = verbs.get(row["question"]) or verbs.get(row["sort"], ("", ""))
        writer.writerow(row)
    return ("\ufeff" + out.getvalue()).encode("utf-8")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_through_a_spreadsheet_and_back(graph: Path, capfd: pytest.CaptureFixture[str], delimiter: str) -> None:
    assert run(["review", "--export", "cases.csv"]) == 0
    data = Path("cases.csv").read_bytes().decode("utf-8")
    Path("filled.csv").write_bytes(
        fill(data, {"What sparked it": ("Edit", "welding torch"), "name": ("retype", "Person")}, delimiter=delimiter)
    )
    for _ in range(2):  # the second time there is nothing new
        assert run(["review", "--import", "filled.csv", "--by", "MK"]) == 0
    made = load("decisions.jsonl")
    assert {(d.verb, d.value, d.by) for d in made} == {("edit", "welding torch", "MK"), ("retype", "Person", "MK")}
    assert (
        f"0 decisions from filled.csv written to decisions.jsonl, {len(made)} decided before" in capfd.readouterr().err
    )
    readings, said = rebuild(capfd)
    assert (said, readings["sparkedBy"]) == ("", ["welding torch"])


def test_no_cell_is_a_formula_and_keys_come_back() -> None:
    place = Place("0" * 64, '=HYPERLINK("x")\n', "@", "+1")
    seen = Sighting("A", "=a.txt", 1, "-", place.quote, "", place)
    case = Case("claim", "=1+1", "@why", (seen,), ("accept", "reject", "edit"), "https://example.org/q#x", "-5")
    table = write_table([case])
    rows = list(csv.reader(io.StringIO(table, newline="")))
    assert not [cell for row in rows for cell in row if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\n"))]
    [decision] = read_table(fill(table, {"claim": ("edit", "'-7")}), "t.csv")
    assert decision == Decision("edit", "claim", place, question="https://example.org/q#x", of="-5", value="-7")


@pytest.mark.parametrize(
    ("column", "cell", "what"),
    [
        ("decision", "maybe", 'no verb "maybe"'),
        ("decision", "retype", 'nobody can retype a "claim"'),
        ("value", "7", "accept takes no value"),
        ("key", "", "the key is missing"),
        ("key", "{", "the key was changed"),
    ],
)
def test_errors_name_the_row(column: str, cell: str, what: str) -> None:
    seen = Sighting("A", "a.txt", 1, "", "x", "", Place("0" * 64, "x"))
    case = Case("claim", "Q", "", (seen,), ("accept", "reject", "edit"), "q")
    rows = list(csv.DictReader(io.StringIO(write_table([case, case]), newline="")))
    rows[1] |= {"decision": "accept"} | {column: cell}
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    writer.writerows(rows)
    with pytest.raises(InputError, match=what) as caught:
        read_table(out.getvalue().encode(), "cases.csv")
    assert caught.value.where == "cases.csv, row 3"
    assert caught.value.hint == "fits here: accept reject edit"


def test_a_table_that_is_none(graph: Path, capfd: pytest.CaptureFixture[str]) -> None:
    Path("x.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert run(["review", "--import", "x.csv"]) == 3
    assert "no column 'decision'" in capfd.readouterr().err
    Path("x.csv").write_bytes(b"case,d\xe9cision\n")
    assert run(["review", "--import", "x.csv"]) == 3
    assert "not UTF-8" in capfd.readouterr().err
    assert run(["review", "--import", "missing.csv"]) == 3
