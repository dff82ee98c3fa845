"""scripts/evaluate: what it takes from the yardstick, what counts as worse, the record and the document."""

import json
from pathlib import Path
from typing import Any

import pytest
from script_loading import load_script

STORY = "Barges adrift\n\nHarbour Gazette, 3 May 2025\n\nNine barges slipped their moorings in Selby, police said.\n"


evaluate = load_script("evaluate")


def scores(**divergences: Any) -> dict[str, Any]:
    """What the yardstick prints with --json, as far as it is read."""
    prf = {"precision": 0.9, "recall": 0.8, "f1": 0.84706, "hits": 8, "predicted": 9, "gold": 10}
    rate = {"rate": 0.5, "hits": 5, "of": 10}
    answers = {"precision": {"rate": 0.75}, "recall": rate, "stance": {"rate": None, "hits": 0, "of": 0}}
    simple = {
        "recall of conflicts": {"rate": 0.25, "hits": 1, "of": 4},
        "recall with those to check": {"rate": 0.75, "hits": 3, "of": 4},
        "precision of conflict issues": {"rate": None, "hits": 0, "of": 0},
        "traps flagged (low is good)": {"rate": 0.5, "hits": 2, "of": 4},
        "agreements flagged (low is good)": {"rate": 0.0, "hits": 0, "of": 3},
    }
    return {
        "entities": {"typed": prf},
        "resolution": prf,
        "figures": prf,
        "answers": answers,
        "divergences": divergences or simple,
        "honesty": {"verbatim": {"rate": 1.0, "hits": 3, "of": 3}},
    }


def run(**values: float | None) -> dict[str, Any]:
    """A run with every measure at 0.5 (no traps flagged), but for ``values``; _ stands for a space."""
    measures = {m: 0 if m in evaluate.TRAPS else 0.5 for m in evaluate.MEASURES}
    measures |= {k.replace("_", " "): v for k, v in values.items()}
    assert set(measures) == set(evaluate.MEASURES)
    return {
        "profile": "p",
        "standing": "blind",
        "accounts": 3,
        "measures": measures,
        "of": dict.fromkeys(evaluate.PARTS, 9),
    }


def test_measures_of_a_simple_gold() -> None:
    values, of = evaluate.measures(scores())
    assert values["names F1"] == 0.8471
    assert (values["answers precision"], values["answers recall"], values["stance"]) == (0.75, 0.5, None)
    assert (values["conflicts precision"], values["conflicts recall"]) == (None, 0.25)
    assert values["to check recall"] == 0.75
    assert (values["traps flagged"], values["agreements flagged"]) == (2, 0)
    assert of == {"names": 10, "figures": 10, "answers": 10, "conflicts": 4}
    assert list(values) == list(evaluate.MEASURES)


def test_measures_of_a_rich_gold_are_those_of_strong_conflicts() -> None:
    rich = {
        "recall of strong conflicts": {"rate": 0.9, "hits": 9, "of": 10},
        "recall of all conflicts": {"rate": 0.6, "hits": 12, "of": 20},
        "precision": {"rate": 0.8},
        "agree/refines flagged": 3,
    }
    values, of = evaluate.measures(scores(**rich))
    assert (values["conflicts precision"], values["conflicts recall"], of["conflicts"]) == (0.8, 0.9, 10)
    assert (values["traps flagged"], values["agreements flagged"]) == (None, 3)
    assert values["to check recall"] is None


@pytest.mark.parametrize(
    ("measure", "before", "now", "way"),
    [
        ("names recall", 0.8, 0.7, -1),
        ("names recall", 0.8, 0.794, -1),
        ("names recall", 0.8, 0.795, None),
        ("names recall", 0.8, 0.805, None),
        ("names recall", 0.8, 0.806, 1),
        ("traps flagged", 0, 1, -1),
        ("traps flagged", 2, 1, 1),
        ("agreements flagged", 1, 2, -1),
        ("stance", None, 0.2, None),
        ("conflicts precision", 1.0, None, None),
    ],
)
def test_what_counts_as_better_or_worse(measure: str, before: float | None, now: float | None, way: int | None) -> None:
    one, other = run(), run()
    one["measures"][measure], other["measures"][measure] = before, now
    expected = {} if way is None else {("x", measure): way}
    assert evaluate.changes({"x": one}, {"x": other}) == expected


def test_an_incident_measured_for_the_first_time_is_no_worse_than_before() -> None:
    assert evaluate.changes({}, {"x": run(names_recall=0.0)}) == {}
    assert len(evaluate.table({}, {"x": run()})) == 2


def test_the_table_has_the_recorded_numbers_below_those_that_moved() -> None:
    before, now = {"x": run(), "y": run()}, {"x": run(names_recall=0.6, stance=0.4, traps_flagged=1), "y": run()}
    heading, x, recorded, y = evaluate.table(before, now)
    cell = dict(zip(heading, x, strict=True))
    assert (cell["names R"], cell["stance"], cell["traps !"], cell["names P"]) == (".600▲", ".400▼", "1▼", ".500")
    assert dict(zip(heading, recorded, strict=True))["names R"] == ".500"
    assert (x[0], x[1], recorded[1], y[0]) == ("x", "blind", "recorded", "y")


@pytest.mark.parametrize(
    ("value", "shown"), [(None, "–"), (0, ".000"), (0.25, ".250"), (0.9996, ".999"), (1, "1.00"), (1.0, "1.00")]
)
def test_only_what_is_whole_is_shown_as_one(value: float | None, shown: str) -> None:
    assert evaluate.number(value) == shown


def test_counts_are_shown_as_counts() -> None:
    assert (evaluate.number(3, count=True), evaluate.number(None, count=True)) == ("3", "–")


def test_the_document_shows_every_incident_with_its_standing_and_numbers() -> None:
    runs = {case.name: run() | {"standing": case.standing} for case in evaluate.CASES}
    runs["valley-flood"]["measures"]["answers recall"] = 0.123
    lines = evaluate.document({"runs": runs, "aims": {}, "first blind": {}}, "").splitlines()
    for case in evaluate.CASES:
        assert sum(line.startswith(f"| {case.name} | {case.standing} |") for line in lines) == 2
    assert sum("/ .123 |" in line for line in lines if line.startswith("| valley-flood")) == 1
    assert any(line.startswith("| answers recall") and ".123 to" in line for line in lines)


def test_writing_keeps_the_part_by_hand(tmp_path: Path) -> None:
    target = tmp_path / "accuracy.md"
    assert evaluate.main(["--write", str(target)]) == 0
    assert evaluate.hand_written(target.read_text("utf-8")) == ""
    begin, end = evaluate.BY_HAND
    target.write_text(f"stale\n{begin}\n## By hand\n\nKept.\n{end}\nstale\n", "utf-8")
    assert evaluate.main(["--write", str(target)]) == 0
    text = target.read_text("utf-8")
    assert evaluate.hand_written(text) == "## By hand\n\nKept."
    assert "stale" not in text


def test_hand_written_needs_both_markers() -> None:
    begin, end = evaluate.BY_HAND
    assert evaluate.hand_written(f"{begin} a {end}") == "a"
    assert evaluate.hand_written(f"{begin} a") == evaluate.hand_written(f"{end} a {begin}") == ""


def test_nothing_is_measured_without_the_yardstick(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate.main(["--shared", str(tmp_path)]) == 0
    assert "no yardstick at hand" in capsys.readouterr().out


@pytest.mark.parametrize("wrong", [["nowhere"], ["--profile", "auto", "--record"], ["--baseline", "data-breach"]])
def test_wrong_usage(wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        evaluate.main(wrong)
    assert stopped.value.code == 2


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shared folder with one small incident and a yardstick that always says the same; the record is a copy."""
    (tmp_path / "score").mkdir()
    (tmp_path / "barges").mkdir()
    said = json.dumps(scores())
    yardstick = f"import sys\nassert open(sys.argv[1]).read().startswith('<')\nprint({said!r})\n"
    (tmp_path / "score" / "score.py").write_text(yardstick, "utf-8")
    (tmp_path / "barges" / "a.txt").write_text(STORY, "utf-8")
    (tmp_path / "barges" / "gold.yaml").write_text("", "utf-8")
    record = tmp_path / "record.json"
    worse = run(names_recall=0.9, names_precision=0.2)
    record.write_text(json.dumps({"aims": {}, "first blind": {}, "runs": {"barges": worse, "other": run()}}), "utf-8")
    incidents = (
        evaluate.Case("barges", "transport-accident", "blind", "~/barges"),
        evaluate.Case("lost", "explosion", "blind", "~/lost"),
    )
    monkeypatch.setattr(evaluate, "RECORD", record)
    monkeypatch.setattr(evaluate, "CASES", incidents)
    return tmp_path


def test_a_drop_is_named_and_fails(bench: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate.main(["--shared", str(bench), "-f", "markdown"]) == 1
    out, err = capsys.readouterr()
    assert "worse: barges, names recall: .900 to .800" in out
    assert "worse: barges, traps flagged: 0 to 2" in out
    assert "names precision:" not in out
    assert "| barges | blind | .900▲ | .800▼ |" in out
    assert "lost: not at hand" in err
    assert "barges: profile transport-accident, built in" in err


def test_recording_keeps_the_others_and_passes(bench: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = bench / "accuracy.md"
    assert evaluate.main(["--shared", str(bench), "--record", "--write", str(document), "barges"]) == 0
    runs = json.loads((bench / "record.json").read_text("utf-8"))["runs"]
    assert runs["barges"]["measures"]["names recall"] == 0.8
    assert runs["other"] == run()
    assert "| barges | blind | .900 / .800 |" in document.read_text("utf-8")
    capsys.readouterr()
    assert evaluate.main(["--shared", str(bench)]) == 0
    out = capsys.readouterr().out
    assert "barges" in out
    assert "▼" not in out
    assert "worse" not in out


def test_json_says_what_moved(bench: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate.main(["--shared", str(bench), "-f", "json", "--profile", "auto"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["runs"]["barges"]["profile"] in {"general", "transport-accident"}
    assert ["barges", "names recall"] in said["worse"]
    assert ["barges", "names precision"] in said["better"]


def test_the_baseline_is_a_run_of_its_own(
    bench: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(evaluate, "BASELINE", ("barges",))
    assert evaluate.main(["--shared", str(bench), "-f", "json", "--baseline", "general"]) == 0
    runs = json.loads(capsys.readouterr().out)["runs"]
    assert [(name, one["profile"]) for name, one in runs.items()] == [("barges (general)", "general")]


def test_a_yardstick_that_fails_is_an_error(bench: Path) -> None:
    (bench / "score" / "score.py").write_text("raise ValueError('no such gold')\n", "utf-8")
    with pytest.raises(SystemExit, match=r"(?s)failed on barges.*no such gold"):
        evaluate.main(["--shared", str(bench)])


def test_the_real_yardstick_is_understood(shared: Path) -> None:
    if not (shared / "score" / "score.py").is_file():
        pytest.skip("no yardstick beside this checkout")
    ferry = next(i for i in evaluate.CASES if i.name == "ferry")
    got = evaluate.evaluate(ferry, shared, ferry.profile)
    assert got["measures"]["verbatim"] == 1.0
    assert all(got["of"].values())
    unmeasured = {name for name, value in got["measures"].items() if not isinstance(value, int | float)}
    assert unmeasured <= {"conflicts precision"}
    if unmeasured:  # no conflict is firm: there is none to judge, and none is found
        assert got["measures"]["conflicts precision"] is None
        assert got["measures"]["conflicts recall"] == 0
