"""scripts/fit-names: weights that get most names right near those in the file, and a file that keeps its comments."""

from pathlib import Path

import pytest
from script_loading import load_script

from incident_graph.names.features import features
from incident_graph.names.gazetteer import read_rules

fit_names = load_script("fit-names")


def example(gold: str, *votes: tuple[str, str]) -> object:
    return fit_names.Example(tuple((kind, rule, 0.0) for kind, rule in votes), frozenset({gold} - {""}))


def test_a_weight_moves_as_far_as_it_must_for_two_names() -> None:
    wrong = example("Person", ("Person", "a"), ("Place", "b"))
    assert fit_names.fit([wrong, wrong], {"a": 1.0, "b": 1.0}) == {"a": 1.3, "b": 1.0}


def test_a_weight_does_not_move_for_one_name() -> None:
    wrong = example("Person", ("Person", "a"), ("Place", "b"))
    assert fit_names.fit([wrong], {"a": 1.0, "b": 1.0}) == {"a": 1.0, "b": 1.0}


def test_what_is_right_already_holds_a_weight() -> None:
    wrong, right = example("Person", ("Person", "a"), ("Place", "b")), example("Place", ("Person", "a"), ("Place", "c"))
    start = {"a": 1.0, "b": 1.0, "c": 1.3}
    assert fit_names.fit([wrong, wrong, right, right], start) == {"a": 1.0, "b": 0.7, "c": 1.3}


@pytest.mark.parametrize(("kind", "score"), [("Person", 1), ("Place", -1), ("", -1)])
def test_a_name_scores_by_its_class(kind: str, score: int) -> None:
    assert example(kind, ("Person", "a")).score({"a": 1.0}) == score  # type: ignore[attr-defined]  # loaded by hand
    assert example(kind, ("Person", "a")).score({"a": 0.1}) == 0  # type: ignore[attr-defined]  # loaded by hand


def test_writing_the_weights_of_the_file_changes_nothing_and_another_weight_one_line(tmp_path: Path) -> None:
    before = fit_names.FILE.read_text(encoding="utf-8")
    path = tmp_path / "features.yaml"
    path.write_text(before, encoding="utf-8")
    weights = {rule: feature.weight for rule, feature in features().items()}
    fit_names.write(weights, path)
    assert path.read_text(encoding="utf-8") == before
    fit_names.write({**weights, "who": 9.5}, path)
    changed = [
        (a, b)
        for a, b in zip(before.splitlines(), path.read_text(encoding="utf-8").splitlines(), strict=True)
        if a != b
    ]
    assert changed == [("  weight: 1.5", "  weight: 9.5")]
    assert {row["id"] for row in read_rules("features")} == set(weights)


def test_incidents_left_out_are_no_worse_and_so_the_fit_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "features.yaml"
    path.write_text(fit_names.FILE.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(fit_names, "FILE", path)
    assert fit_names.main(["--write"]) == 0
    totals = capsys.readouterr().out.split("\nall")[1].split("\n")[0].split()
    _, before, fitted, left_out = map(int, totals)
    assert before <= left_out <= fitted
    assert before <= fitted


def test_a_fit_that_makes_incidents_left_out_worse_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "features.yaml"
    path.write_text("as it was", encoding="utf-8")
    monkeypatch.setattr(fit_names, "FILE", path)
    monkeypatch.setattr(fit_names, "fit", lambda rows, start: dict.fromkeys(start, 0.1))
    assert fit_names.main(["--write"]) == 1
    assert path.read_text(encoding="utf-8") == "as it was"
    assert "nothing written" in capsys.readouterr().out


def test_nothing_of_a_blind_incident_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    fit_names.main([])
    shown = capsys.readouterr().out
    assert "hotel-fire" in shown
    assert "warehouse-blast" not in shown
