"""Signs of a difference that holds: seen of a pair, fitted to pairs that were read, and used to rank."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
from comparison_builders import account, answer, claim, question
from script_loading import load_script

from incident_graph.comparison import signs
from incident_graph.comparison.signs import Sign, signs_of, weigh, weights
from incident_graph.model import Comparison, Verdict
from incident_graph.profile import AnswerType

calibrate = load_script("calibrate")
A, B = account("A"), account("B")


def row(name: str, shown: str, true: int | None) -> dict[str, Any]:
    seen = {"question": "dead", "verdict": "MayConflict", "signs": shown.split(), "true": true}
    return {"set": name, "texts": "real", **seen}


ROWS = [row(f"s{n}", "numbers flat", 1) for n in range(9)] + [row(f"t{n}", "kinds flat", 0) for n in range(9)]


def test_a_sign_weighs_by_how_often_its_pairs_were_true() -> None:
    fitted = calibrate.fit([*ROWS, row("u", "numbers", None)])
    assert fitted["numbers"] == {"true": 9, "of": 9, "weight": round(math.log((9 + 2) / (0 + 2)), 3)}
    assert fitted["kinds"]["weight"] == -fitted["numbers"]["weight"]
    assert fitted["flat"]["weight"] == 0  # shown by all, it tells nothing
    assert calibrate.fit([*ROWS, row("u", "rare", 1)])["rare"]["weight"] == 0  # one pair tells nothing either
    assert calibrate.fit([{**r, "texts": "own"} for r in ROWS]) == {}  # our own are easier: they fit nothing


def test_the_ranking_is_judged_without_its_own_set(capsys: pytest.CaptureFixture[str]) -> None:
    order = calibrate.ranked(ROWS)
    assert [r["true"] for r in order] == [1] * 9 + [0] * 9
    calibrate.report(ROWS)
    assert "upper half, each set ranked by the others: 1.00 true; all: 0.50" in capsys.readouterr().out


def test_a_judged_sheet_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "slide"
    folder.mkdir()
    for name, toll in (("a", "12"), ("b", "nine")):
        text = f"Slide near Selby\n\nThe landslide near Selby killed {toll} villagers on Monday.\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    calibrate.sheet(tmp_path / "sheet.md", [folder])
    text = (tmp_path / "sheet.md").read_text(encoding="utf-8")
    assert "killed nine villagers" in text
    assert calibrate.judged_in(text) == []
    (found,) = calibrate.judged_in(text.replace("verdict: ?", "verdict: true"))
    assert (found["set"], found["true"]) == ("slide", 1)
    assert "answers: numbers" in found["signs"]
    assert not any("villagers" in sign for sign in found["signs"])


def test_signs_are_seen_of_a_pair() -> None:
    asked = question("dead", "Number", answer=AnswerType.QUANTITY)
    one = claim(A, asked, answer({"number": 9}, {}), ways=("cue",))
    other = claim(B, asked, answer({"number": 12}, {}), ways=("alignment", "cue"), speakers=["the mayor"])
    pair = Comparison("c", "i", "l", "r", Verdict.MAY_CONFLICT, ways=("cue",))
    shown = set(signs_of(pair, asked, ([one], [other])))
    assert {"answers: numbers", "one side found by alignment", "voice: a side is attributed"} <= shown
    called = Comparison("c", "i", "l", "r", Verdict.MAY_CONFLICT, ways=("alignment",))
    assert "alignment finds both or calls the difference" in set(signs_of(called, asked, ([one], [other])))


def test_what_was_never_judged_weighs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signs, "weights", lambda: {"flat": Sign(3, 4, 0.5)})
    assert weigh(iter(["flat", "unheard of"])) == 0.5


def test_the_packaged_weights_are_those_of_the_tally() -> None:
    tally = calibrate.read_tally()
    assert tally
    assert {name: [s.true, s.of] for name, s in weights().items()} == {
        name: [r["true"], r["of"]] for name, r in calibrate.fit(tally).items()
    }
    assert all(json.dumps(r) and set(r) == {"set", "texts", "question", "verdict", "signs", "true"} for r in tally)
