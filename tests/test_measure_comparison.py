"""scripts/measure-comparison: gold answers as a person's claims, compared."""

import re

import pytest
from script_loading import load_script

comparison = load_script("measure-comparison")


def test_a_row_an_incident_and_one_for_all(capsys: pytest.CaptureFixture[str]) -> None:
    assert comparison.main(["rail-crash", "--misses"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].split()[:3] == ["incident", "said", "refused"]
    rows = [line.split() for line in out if line.startswith(("rail-crash", "all"))]
    assert [row[1:] for row in rows] == [rows[0][1:]] * 2
    said, refused = map(int, rows[0][1:3])
    assert said > refused
    assert sum(line.startswith("  refused: ") for line in out) == refused


def test_misses_of_blind_incidents_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        comparison.main(["solvents-fire", "--misses"])
    assert re.search("not blind", capsys.readouterr().err)


def test_incidents_without_claims_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        comparison.main(["silo-blast"])
    assert re.search("silo-blast: no incident with claims.yaml", capsys.readouterr().err)
