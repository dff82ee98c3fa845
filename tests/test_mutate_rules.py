"""scripts/mutate-rules: what is changed in a file of rules, and that every file of rules can be."""

from pathlib import Path

import pytest
from script_loading import load_script

rules = load_script("mutate-rules")

DATA = {
    "groups": [
        {"id": "siren", "weight": 3, "fires": "A siren rang.", "not": "A mast stood."},
        {"id": "bell", "words": ["bell"], "fires": "A bell rang.", "not": "A mast stood."},
    ]
}


def test_rules_are_switched_off_their_weights_halved_and_their_examples_taken_away() -> None:
    changes = {str(change): change.made(DATA) for change in rules.changes_of(Path("a.yaml"), DATA)}
    assert list(changes) == [
        "a.yaml: siren: rule off",
        "a.yaml: siren: weight halved",
        "a.yaml: siren: fires gone",
        "a.yaml: siren: not gone",
        "a.yaml: bell: rule off",
        "a.yaml: bell: fires gone",
        "a.yaml: bell: not gone",
    ]
    assert [row["id"] for row in changes["a.yaml: siren: rule off"]["groups"]] == ["bell"]
    assert changes["a.yaml: siren: weight halved"]["groups"][0]["weight"] == 1.5
    assert "fires" not in changes["a.yaml: bell: fires gone"]["groups"][1]
    assert DATA["groups"][0]["weight"] == 3


def test_each_file_of_rules_can_be_changed() -> None:
    changed = {change.path for change in rules.all_changes(rules.ROOT)}
    files = {path.relative_to(rules.ROOT) for path in (rules.ROOT / rules.PACKAGE).rglob("*.yaml")}
    assert {path.name for path in files - changed} <= {"words.yaml", "patterns.yaml", "zeros.yaml"}


def test_a_copy_in_which_the_tests_fail_is_no_survivor(tmp_path: Path) -> None:
    (tmp_path / "test_bell.py").write_text("def test_bell():\n    assert 'bell' == 'bell'\n")
    assert rules.passes(tmp_path, ["test_bell.py"])
    (tmp_path / "test_bell.py").write_text("def test_bell():\n    assert 'bell' == 'mast'\n")
    assert not rules.passes(tmp_path, ["test_bell.py"])


@pytest.mark.parametrize("arguments", [["--list"]])
def test_what_can_be_changed_is_listed(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert rules.main(arguments) == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith(" changes")
