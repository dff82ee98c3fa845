"""The commands that read a graph: what they print where."""

import csv
import dataclasses
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli_running import Ran, spawn
from example_incident import example, to_check
from page_incidents_odd import generated

from incident_graph.cli import apparatus_text
from incident_graph.cli.apparatus_table import print_table
from incident_graph.comparison import apparatus
from incident_graph.model import Grade, Verdict
from incident_graph.network import Lookup
from incident_graph.page.parting import parting_groups
from incident_graph.rdf import write_quads
from incident_graph.store import save

# --- compare


def test_compare_prints_the_whole_apparatus(cli: Any, graph: str) -> None:
    ran = cli("compare", "-g", graph, "--all")
    assert ran.code == 0
    assert ran.err == ""
    lines = ran.out.splitlines()
    assert [line for line in lines if re.match(r"≠  People hurt +A B  12 people \(one independent witness\)$", line)]
    assert [line for line in lines if re.match(r" +C    20 people$", line)]
    assert [line for line in lines if re.match(r" +B~@  arson \(per a harbour worker\)$", line)]
    assert [line for line in lines if re.match(r" +C    a fishing co-operative  \[B silent\]$", line)]
    assert "conflicts; if there was one shed" in ran.out
    assert "A  Fire at Brackwater harbour, Coast Wire, 2031-05-04  a.txt" in lines
    assert max(map(len, lines)) <= 80
    assert not [line for line in lines if line != line.rstrip()]


def test_compare_shows_the_camps_first_in_the_order_of_the_page(cli: Any, unsure: str) -> None:
    lines = cli("compare", "-g", unsure).out.splitlines()
    headings = [line.partition(" (")[0] for line in lines if re.match(r"(≠|≠\?) ", line)]
    assert headings == ["≠ Cannot both be true", "≠? To check"]
    incident = to_check()
    cards = [card for group in parting_groups(Lookup(incident)) for card in group["cards"]]
    places = [lines.index(next(x for x in lines if x.startswith(f"  {card['question']}"))) for card in cards]
    assert places == sorted(places)
    for place, card in zip(places, cards, strict=True):
        for below, camp in enumerate(card["camps"], 1):
            assert camp["label"] in lines[place + below]
            assert [re.sub(r"\W", "", x) for x in lines[place + below].split()][: len(camp["letters"])] == camp[
                "letters"
            ]
    assert any(line.startswith("Besides: ") and "where both could be true" in line for line in lines)


def test_compare_of_five_accounts_takes_two_screens(cli: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    path = str(tmp_path / "many.trig")
    save(write_quads(generated(5, 60)), path)
    short = cli("compare", "-g", path).out.splitlines()
    assert len(short) <= 48
    assert max(map(len, short)) <= 80
    assert "more on which they part" in " ".join(short)
    assert len(cli("compare", "-g", path, "--all").out.splitlines()) > 100


def test_compare_wraps_to_the_width_asked_for(cli: Any, graph: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, cli("compare", "-g", graph).out.splitlines())) <= 60


def test_compare_only(cli: Any, graph: str) -> None:
    ran = cli("compare", "-g", graph, "--only", "conflicts", "--only", "complements", "-f", "json")
    assert {row["verdict"] for row in json.loads(ran.out)["questions"]} == {"Conflicts", "Complements"}
    assert "no question to show" in cli("compare", "-g", graph, "--only", "refines").out


def test_compare_quotes_the_words(cli: Any, graph: str) -> None:
    assert "“about a dozen injured” B, line 1" in cli("compare", "-g", graph, "--quotes").out
    assert "about a dozen" not in cli("compare", "-g", graph).out


def test_compare_as_json_quotes_verbatim(cli: Any, graph: str) -> None:
    texts = {account.letter: account.text for account in example().accounts}
    data = json.loads(cli("compare", "-g", graph, "-f", "json", "--quotes").out)
    quotes = [q for row in data["questions"] for reading in row["readings"] for q in reading["quotes"]]
    assert len(quotes) >= 10
    assert all(quote["text"] in texts[quote["account"]].splitlines()[quote["line"] - 1] for quote in quotes)
    assert [a["letter"] for a in data["accounts"]] == ["A", "B", "C"]


def test_compare_as_csv(cli: Any, graph: str) -> None:
    rows = list(csv.DictReader(io.StringIO(cli("compare", "-g", graph, "-f", "csv", "--quotes").out)))
    arson = next(row for row in rows if row["reading"] == "arson")
    assert (arson["account"], arson["marks"], arson["verdict"]) == ("B", "~@", "Conflicts")
    shed = [row for row in rows if row["question"] == "Owner of the shed"]
    assert {row["account"] for row in shed if row["marks"] == "silent"} == {"B"}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]


def test_compare_as_markdown_has_no_live_markup() -> None:
    hostile = dataclasses.replace(example(), title="<script>alert(1)</script> *bold* | [a](javascript:b)")
    text = apparatus_text.to_markdown(hostile, apparatus(hostile), True)
    assert "<script" not in text
    assert "\\[a\\](javascript:b)" in text
    assert "> “about a dozen injured” — B, line 1" in text


@pytest.mark.parametrize(("verdict", "code"), [("conflicts", 1), ("complements", 1), ("refines", 0), ("contests", 0)])
def test_fail_on(cli: Any, graph: str, verdict: str, code: int) -> None:
    ran = cli("compare", "-g", graph, "--fail-on", verdict)
    assert ran.code == code
    assert "People hurt" in ran.out  # the comparison is printed all the same
    assert bool(ran.err) == bool(code)


@pytest.fixture
def unsure(tmp_path: Path) -> str:
    """A graph with two conflicts that one way alone has found, and a firm one."""
    path = str(tmp_path / "unsure.trig")
    save(write_quads(to_check()), path)
    return path


def test_what_is_to_be_checked_is_a_group_of_its_own_after_the_firm_conflicts(cli: Any, unsure: str) -> None:
    lines = cli("compare", "-g", unsure, "--all").out.splitlines()
    signs = [line.split()[0] for line in lines if re.match(r"(≠|≠\?|\?|∥|⊂|=|1) ", line)]
    assert signs == ["≠", "≠?", "≠?", "∥", "1", "1", "1", "1"]
    assert [line.strip() for line in lines].count("To check") == 1
    assert lines.index("    To check") < next(i for i, line in enumerate(lines) if line.startswith("≠?"))
    owner, hurt = (next(i for i, line in enumerate(lines) if line.startswith(f"≠?  {q}")) for q in ("Owner", "People"))
    assert hurt < owner  # numbers were oftener true than names when pairs were read
    assert "may conflict; if there was one shed; both sides are found in one way alone (cue)" in " ".join(
        " ".join(lines).split()
    )
    assert lines[0].startswith("Two accounts give two incompatible answers to “Cause”")


def test_signs_for_terminals_that_know_ascii_alone(unsure: str) -> None:
    page = io.TextIOWrapper(io.BytesIO(), "ascii", errors="replace")
    incident = to_check()
    print_table(incident, apparatus(incident), page)
    page.seek(0)
    signs = [line.split()[0] for line in page if re.match(r"[^\w\s]+ +\w", line)]
    assert signs[:-1] == ["!=", "!=?", "!=?", "||"]  # the last is the key to the marks


def test_only_and_fail_on_know_what_is_to_be_checked(cli: Any, graph: str, unsure: str) -> None:
    def asked(where: str, *options: str) -> set[str]:
        data = json.loads(cli("compare", "-g", where, "-f", "json", *options).out)
        return {row["question"] for row in data["questions"]}

    assert asked(unsure, "--only", "to-check") == {"Owner of the shed", "People hurt"}
    assert asked(unsure, "--only", "conflicts") == {"Cause"}
    assert asked(graph, "--only", "to-check") == set()
    assert cli("compare", "-g", unsure, "--fail-on", "to-check").code == 1
    assert cli("compare", "-g", graph, "--fail-on", "to-check").code == 0
    assert "1 of 8 questions" in cli("compare", "-g", unsure, "--fail-on", "conflicts").err


@pytest.mark.parametrize(("grade", "code"), [(Grade.FIRM, 1), (Grade.TENTATIVE, 0)])
def test_a_contest_fails_only_when_it_is_firm(cli: Any, tmp_path: Path, grade: Grade, code: int) -> None:
    incident, path = example(), str(tmp_path / "contest.trig")
    cause = next(c for c in incident.comparisons if c.verdict is Verdict.CONTESTS)
    contest = dataclasses.replace(cause, grade=grade)
    issues = tuple(
        dataclasses.replace(i, verdict=Verdict.CONTESTS) if i.id == cause.issue else i for i in incident.issues
    )
    pairs = tuple(c for c in incident.comparisons if c.issue != cause.issue)
    save(write_quads(dataclasses.replace(incident, issues=issues, comparisons=(*pairs, contest))), path)
    assert cli("compare", "-g", path, "--fail-on", "contests").code == code
    assert "?  Cause" in cli("compare", "-g", path, "--all").out


def test_json_and_csv_say_how_firmly_it_is_known(cli: Any, unsure: str) -> None:
    rows = json.loads(cli("compare", "-g", unsure, "-f", "json").out)["questions"]
    owner, cause = (next(row for row in rows if row["question"] == q) for q in ("Owner of the shed", "Cause"))
    assert (owner["verdict"], owner["grade"], cause["grade"]) == ("MayConflict", "Tentative", "Firm")
    assert {(r["grade"], *r["ways"]) for r in owner["readings"]} == {("Tentative", "cue")}
    (pair,) = owner["pairs"]
    assert (pair["verdict"], pair["grade"], pair["ways"]) == ("MayConflict", "Tentative", ["cue"])
    assert (pair["restsOn"], pair["reason"]) == ("if there was one shed", "both sides are found in one way alone (cue)")
    assert {pair["left"], pair["right"]} == {reading["id"] for reading in owner["readings"]}
    table = list(csv.DictReader(io.StringIO(cli("compare", "-g", unsure, "-f", "csv", "--quotes").out)))
    assert list(table[0])[-2:] == ["grade", "ways"]
    assert {(r["grade"], r["ways"]) for r in table if r["reading"] == "arson"} == {("Firm", "cue; model")}
    assert {r["grade"] for r in table if r["marks"] == "silent"} == {""}


def test_markdown_has_a_section_to_check(cli: Any, unsure: str) -> None:
    text = cli("compare", "-g", unsure, "-f", "markdown").out
    headings = [line for line in text.splitlines() if line.startswith("##")]
    assert headings[:5] == [
        "## ≠ Cause",
        "## To check",
        "### ≠? People hurt",
        "### ≠? Owner of the shed",
        "## ∥ Who pays",
    ]


def test_compare_to_a_file(cli: Any, graph: str, tmp_path: Path) -> None:
    target = tmp_path / "comparison.txt"
    assert cli("compare", "-g", graph, "-o", str(target)) == Ran(0, "", "")
    assert target.read_text(encoding="utf-8") == cli("compare", "-g", graph).out


# --- export, view, profile


@pytest.mark.parametrize(
    ("args", "starts"),
    [(["-f", "turtle"], "@prefix"), (["-f", "jsonld"], "{"), (["-f", "nquads"], "<"), ([], "@prefix")],
)
def test_export_to_standard_output(cli: Any, graph: str, args: list[str], starts: str) -> None:
    ran = cli("export", "-g", graph, *args)
    assert ran.code == 0
    assert ran.err == ""
    assert ran.out.startswith(starts)


def test_export_takes_its_format_from_option_then_ending(cli: Any, graph: str, tmp_path: Path) -> None:
    for name, args in (("a.nq", []), ("b.ttl", ["-f", "nquads"]), ("c", ["-f", "nquads"])):
        assert cli("export", "-g", graph, "-o", str(tmp_path / name), *args) == Ran(0, "", "")
    assert (tmp_path / "a.nq").read_bytes() == (tmp_path / "b.ttl").read_bytes() == (tmp_path / "c").read_bytes()


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        (["export"], ".graphml"),
        (["report"], ".html"),
        (["compare"], ".csv"),
        (["view"], ".htm"),
        (["query", "conflicts"], ".tsv"),
    ],
)
def test_an_ending_that_nobody_writes_is_refused(
    cli: Any, graph: str, tmp_path: Path, asked: list[str], known: str
) -> None:
    target = tmp_path / "fire.pdf"
    refused = cli(*asked, "-g", graph, "-o", str(target))
    assert (refused.code, target.exists()) == (2, False)
    assert refused.err.startswith(f"error: not the name of a file that can be written here: {target}\n")
    assert "extension .pdf" in refused.err
    assert known in refused.err


def test_the_ending_says_the_form_and_f_beats_it(cli: Any, graph: str, tmp_path: Path) -> None:
    assert cli("export", "-g", graph, "-f", "trig", "-o", str(tmp_path / "fire.odd")).code == 0
    assert (tmp_path / "fire.odd").read_text(encoding="utf-8") == Path(graph).read_text(encoding="utf-8")
    assert cli("compare", "-g", graph, "-o", str(tmp_path / "fire.json")).code == 0
    assert "questions" in json.loads((tmp_path / "fire.json").read_text(encoding="utf-8"))
    assert cli("query", "conflicts", "-g", graph, "-o", str(tmp_path / "fire.csv")).code == 0
    assert "," in (tmp_path / "fire.csv").read_text(encoding="utf-8").splitlines()[0]


def test_export_round_trips(cli: Any, graph: str, tmp_path: Path) -> None:
    for name in ("a.trig", "a.nq", "a.jsonld"):
        assert cli("export", "-g", graph, "-o", str(tmp_path / name)).code == 0
        assert cli("export", "-g", str(tmp_path / name), "-f", "trig").out == Path(graph).read_text(encoding="utf-8")


def test_export_for_spreadsheets_graph_programs_and_citation(cli: Any, graph: str, tmp_path: Path) -> None:
    for name, starts in (("a.csv", "question,verdict,"), ("a.gexf", "<?xml"), ("a.graphml", "<?xml")):
        assert cli("export", "-g", graph, "-o", str(tmp_path / name)) == Ran(0, "", "")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(starts)
    networks = {cli("export", "-g", graph, "-f", "graphml", "--network", n).out for n in ("divergence", "entities")}
    assert len(networks) == 2
    assert "a np:Nanopublication" in cli("export", "-g", graph, "-f", "nanopub").out
    refused = cli("export", "-g", graph, "-f", "csv", "--network", "entities")
    assert (refused.code, refused.err.splitlines()[0]) == (2, "error: --network says nothing for csv")


def test_view_writes_a_page(cli: Any, graph: str, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    assert cli("view", "-g", graph, "-o", str(target)) == Ran(0, "", f"page written to {target}\n")
    page = target.read_text(encoding="utf-8")
    assert page.lstrip().lower().startswith("<!doctype html>")
    assert "Brackwater" in page
    assert cli("view", "-g", graph, "-o", "-").out == page


def test_profile_list_and_show(cli: Any) -> None:
    listed = cli("profile", "list")
    assert {line.split()[0] for line in listed.out.splitlines()} >= {"general", "data-breach"}
    shown = cli("profile", "show", "data-breach")
    assert shown.code == 0
    assert len(shown.out.splitlines()) > 25
    assert "questions" in shown.err


def test_profile_lint(cli: Any, tmp_path: Path) -> None:
    good = cli("profile", "lint", "general")
    assert good.code == 0
    assert re.search(r"^general: 0 errors, \d+ warnings?; cues tried on \d+ sentences$", good.err, re.MULTILINE)
    (tmp_path / "mine.ttl").write_text(
        "@prefix inc: <https://w3id.org/incident-graph/core#> . @prefix m: <https://example.org/mine#> .\n"
        'm:profile a inc:Profile ; inc:name "mine" .\nm:lost a inc:Question ; inc:answerType inc:Entity .\n',
        encoding="utf-8",
    )
    bad = cli("profile", "lint", str(tmp_path / "mine.ttl"), "--accounts", str(tmp_path.parent / "missing"))
    assert bad.code == 3
    bad = cli("profile", "lint", str(tmp_path / "mine.ttl"))
    assert bad.code in (1, 3)
    assert "lost" in bad.out + bad.err


def test_view_opens_the_page(cli: Any, graph: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def show(uri: str) -> bool:
        opened.append(uri)
        return len(opened) == 1

    monkeypatch.setattr("webbrowser.open", show)
    target = tmp_path / "a page.html"
    assert "no browser" not in cli("view", "-g", graph, "-o", str(target), "--open").err
    assert opened == [target.resolve().as_uri()]
    assert "no browser" in cli("view", "-g", graph, "-o", str(target), "--open").err


@pytest.mark.parametrize(
    ("words", "offered"), [("incident-graph comp", "compare"), ("incident-graph compare --fa", "--fail-on")]
)
def test_shell_completion(words: str, offered: str) -> None:
    code = "import sys; from incident_graph.cli import main; sys.argv = ['incident-graph']; main()"
    env = {
        **os.environ,
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
        "_INCIDENT_GRAPH_COMPLETE": "bash_complete",
    }
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=False)
    assert done.stdout == f"plain,{offered}\n"


def test_profile_that_does_not_parse(cli: Any, tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").write_text("@prefix a: <http://a/> .\na:b a:c .\n", encoding="utf-8")
    ran = cli("profile", "show", str(tmp_path / "mine.ttl"))
    assert ran.code == 3
    assert "mine.ttl, line 2" in ran.err


# --- query


def test_query_by_name(cli: Any, graph: str) -> None:
    ran = cli("query", "-g", graph, "conflicts", "-f", "csv")
    assert ran.code == 0
    assert ran.err == ""
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert {row["question"] for row in rows} == {"People hurt", "Cause", "Owner of the shed"}


def test_query_takes_parameters(cli: Any, graph: str) -> None:
    out = cli("query", "-g", graph, "readings", "-p", "question=hurt", "-f", "csv").out
    assert [line.split(",")[1] for line in out.splitlines()] == ["reading", "12 people", "20 people"]


def test_query_from_option_file_and_standard_input(graph: str, cli: Any, tmp_path: Path) -> None:
    sparql = "SELECT (COUNT(*) AS ?n) WHERE { ?c a inc:Claim }"
    (tmp_path / "count.rq").write_text(sparql, encoding="utf-8")
    expected = f"n\r\n{len(example().claims)}\r\n"
    assert cli("query", "-g", graph, "-q", sparql, "-f", "csv").out.split() == expected.split()
    assert cli("query", "-g", graph, str(tmp_path / "count.rq"), "-f", "csv").out.split() == expected.split()
    assert spawn("query", "-g", graph, "-", "-f", "csv", input=sparql).stdout.split() == expected.split()


def test_query_writes_to_a_file(cli: Any, graph: str, tmp_path: Path) -> None:
    target = tmp_path / "rows.json"
    assert cli("query", "-g", graph, "silent", "-f", "json", "-o", str(target)) == Ran(0, "", "")
    assert json.loads(target.read_bytes())["results"]["bindings"]


def test_query_list_and_show(cli: Any) -> None:
    listed = cli("query", "--list")
    names = [line.split()[0] for line in listed.out.splitlines()]
    assert len(names) >= 12
    for name in names:
        shown = cli("query", "--show", name)
        assert shown.code == 0
        assert "SELECT" in shown.out or "CONSTRUCT" in shown.out


@pytest.mark.parametrize(
    ("args", "code", "what"),
    [
        (["conflict"], 2, "there is no query named conflict\n  did you mean conflicts or may-conflict?"),
        ([], 2, "nothing asked"),
        (["conflicts", "-q", "ASK {}"], 2, "ask one thing"),
        (["-q", "SELEC ?x"], 2, "the query does not parse"),
        (["-q", "SELECT ?x\nWHERE { ?x }"], 2, "line 2"),
        (["-q", "ASK {}", "-p", "a=b"], 2, "-p fills the parameters"),
        (["readings", "-p", "question"], 2, "-p question has no value"),
        (["readings", "-p", "town=Oslo"], 2, "no parameter town"),
        (["-q", "ASK {}", "-f", "turtle"], 2, "turtle"),
        (["missing.rq"], 3, "the query cannot be read\n  missing.rq"),
    ],
)
def test_query_errors(cli: Any, graph: str, args: list[str], code: int, what: str) -> None:
    ran = cli("query", "-g", graph, *args)
    assert (ran.code, ran.out) == (code, "")
    assert what in ran.err


# --- validate


def test_validate_a_good_graph(cli: Any, graph: str) -> None:
    ran = cli("validate", "-g", graph)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("valid: 3 accounts, ")


def test_validate_finds_a_quotation_that_is_not_in_its_text(cli: Any, graph: str, tmp_path: Path) -> None:
    broken = tmp_path / "broken.trig"
    text = Path(graph).read_text(encoding="utf-8")
    broken.write_text(text.replace('oa:exact "Twenty were hurt"', 'oa:exact "Thirty were hurt"'), encoding="utf-8")
    assert broken.read_text(encoding="utf-8") != text
    ran = cli("validate", "-g", str(broken), "--no-shapes")
    assert ran.code == 1
    assert ran.out.startswith("error: ")
    assert "Thirty were hurt" in ran.out or "char=" in ran.out
    data = json.loads(cli("validate", "-g", str(broken), "--no-shapes", "-f", "json").out)
    assert data["valid"] is False
    assert data["findings"][0].keys() == {"severity", "rule", "what", "where", "hint"}
