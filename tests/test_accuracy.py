"""scripts/accuracy: known precision and recall of hand-made incidents, floors that hold and floors that do not."""

import json
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from comparison_builders import account, claim, question
from scoring.floors import falls, read_floors, with_means
from scoring.gold import Gold, gold_of
from scoring.incidents import OURS
from scoring.measures import ALARMS, MEASURES, TO_CHECK, conflicts, measure, misses
from scoring.reading import Call, Reading
from script_loading import load_script

from incident_graph.accounts import Account, Excerpt
from incident_graph.model import Answer, Comparison, Entity, Figure, Incident, Issue, Verdict
from incident_graph.model import Reading as Told
from incident_graph.profile import Kind
from incident_graph.values import Quantity

accuracy = load_script("accuracy")

A = account("A", "Two died at Northgate, Ada Brook said. Call 555. The mayor wept. The gate was shut.")
B = account("B", "Three died at Northgate. It began at 09:15. The gate was locked.")
DEAD, GATE = question("dead", "Number"), question("gate", "Nothing")


def words(of: Account, text: str) -> Excerpt:
    """Where ``text`` first stands in an account."""
    start = of.text.index(text)
    return of.excerpt(start, start + len(text))


def count(of: Account, text: str, number: int) -> Figure:
    """A figure read in the words ``text``."""
    value = Quantity(Decimal(number), Decimal(number), Decimal(number), "person")
    return Figure(f"figure-{of.letter}-{text}", words(of, text), value)


def said(figure: Figure) -> Answer:
    assert isinstance(figure.value, Quantity)
    return Answer(str(figure.value), figure=figure.id, quantity=figure.value)


TWO, THREE, TELEPHONE, WRONG = count(A, "Two", 2), count(B, "Three", 3), count(A, "555", 555), count(B, "15", 15)
CLAIMS = (
    replace(claim(A, DEAD, said(TWO), certainty="Hedged", id="two"), evidence=(words(A, "Two died"),)),
    replace(claim(B, DEAD, said(THREE), id="three"), evidence=(words(B, "Three died"),)),
    replace(claim(A, DEAD, said(TELEPHONE), id="telephone"), evidence=(words(A, "Call 555"),)),
    replace(claim(A, GATE, Answer("shut", phrase="shut"), id="shut"), evidence=(words(A, "was shut"),)),
    replace(claim(B, GATE, Answer("locked", phrase="locked"), id="locked"), evidence=(words(B, "was locked"),)),
)
READINGS = tuple(
    Told(f"reading-{one.id}", f"issue-{one.question[2:]}", one.answer.label, (one.id,), (one.account,))
    for one in CLAIMS
)


def built(*compared: tuple[str, str, Any]) -> Incident:
    """An incident with what the two accounts say; ``compared``: two claims of one question and a verdict."""
    entities = (
        Entity("entity-1", "Northgate", "Place", mentions=(words(A, "Northgate"), words(B, "Northgate"))),
        Entity("entity-2", "Ada Brook", "Organisation", mentions=(words(A, "Ada Brook"),)),
        Entity("entity-3", "The mayor", "Person", mentions=(words(A, "The mayor"),)),
        Entity("entity-4", "a gate", "Place", named=False, mentions=(words(A, "gate"),)),
    )
    issues = tuple(Issue(f"issue-{q.name}", q, Verdict.COMPLEMENTS) for q in (DEAD, GATE))
    issue_of = {reading.id: reading.issue for reading in READINGS}
    comparisons = tuple(
        Comparison(f"comparison-{n}", issue_of[f"reading-{left}"], f"reading-{left}", f"reading-{right}", verdict)
        for n, (left, right, verdict) in enumerate(compared)
    )
    return Incident(
        "Test", "https://example.org/test/", (A, B), entities, (TWO, THREE, TELEPHONE, WRONG), CLAIMS, issues,
        READINGS, comparisons,
    )  # fmt: skip


def number(file: str, text: str, value: Any, **more: Any) -> dict[str, Any]:
    return {"file": file, "text": text, "value": value, "unit": "people", "kind": "count", "measures": text, **more}


def told(value: str, evidence: str, stance: str = "asserted") -> list[dict[str, str]]:
    return [{"value": value, "stance": stance, "evidence": evidence}]


def gold(conflict_kinds: Sequence[tuple[str, str]] = (), agreed: Sequence[str] = ()) -> Gold:
    """The annotation: ``conflict_kinds`` are facets and kinds of conflict, ``agreed`` facets on which both agree."""
    data = {
        "entities": [
            {"type": "Place", "surfaces": {"a.txt": ["Northgate"], "b.txt": ["Northgate"]}},
            {"type": "Person", "surfaces": {"a.txt": ["Ada Brook", "The mayor"]}},
        ],
        "figures": [
            number("a.txt", "Two", 2),
            number("b.txt", "Three", 3),
            number("b.txt", "09:15", "T09:15", kind="time"),
            number("a.txt", "555", 555, note="identifier"),
            number("b.txt", "It began", None, core=False, kind="date"),
        ],
        "answers": {
            "dead": {"files": {"a.txt": told("2", "Two died"), "b.txt": told("3", "Three died")}},
            "place": {"files": {"a.txt": told("Northgate", "at Northgate")}},
            "gate": {"files": {"a.txt": told("shut", "gate was shut"), "b.txt": told("locked", "gate was locked")}},
        },
        "conflicts": [
            {"facet": facet, "kind": kind, "sides": [{"files": ["a.txt"]}, {"files": ["b.txt"]}]}
            for facet, kind in conflict_kinds
        ],
        "agreements": [{"facet": facet, "files": ["a.txt", "b.txt"]} for facet in agreed],
    }
    return gold_of(data, {"a.txt": A.text, "b.txt": B.text})


def test_names_figures_answers_and_stance_of_a_known_incident() -> None:
    got = measure(gold(), built())
    # Northgate twice; Ada Brook is no organisation; "The mayor" is a description, and judged neither way.
    assert (got["names precision"], got["names recall"]) == (0.6667, 0.6667)
    # Two and three; of 09:15 only "15" was read; the telephone number is judged neither way.
    assert (got["figures precision"], got["figures recall"]) == (0.6667, 0.6667)
    # Two, three, shut and locked of five answers; the telephone number is no answer; "two" is no hedge.
    assert (got["answers precision"], got["answers recall"], got["stance"]) == (0.8, 0.8, 0.75)
    assert (got["conflicts precision"], got["conflicts recall"], got[ALARMS]) == (None, None, 0)


def test_a_value_has_to_be_right_where_it_stands() -> None:
    four = replace(THREE, value=Quantity(Decimal(4), Decimal(4), Decimal(4), "person"))
    other = replace(CLAIMS[1], answer=said(four))
    incident = built()
    wrong = replace(
        incident,
        figures=(TWO, four, TELEPHONE, WRONG),
        claims=tuple(other if one.id == other.id else one for one in incident.claims),
    )
    got = measure(gold(), wrong)
    assert (got["figures precision"], got["figures recall"]) == (0.3333, 0.3333)
    assert (got["answers precision"], got["answers recall"]) == (0.6, 0.6)


def test_an_answer_may_be_said_twice_but_only_that_answer() -> None:
    incident, again = built(), replace(CLAIMS[3], id="again", evidence=(words(A, "The mayor"),))
    other = replace(again, id="other", answer=Answer("shut by the mayor", phrase="shut by the mayor"))
    with_again = replace(incident, claims=(*CLAIMS, again))
    assert measure(gold(), with_again)["answers precision"] == 0.8333
    assert measure(gold(), replace(incident, claims=(*CLAIMS, other)))["answers precision"] == 0.6667


@pytest.mark.parametrize(("labels", "recall"), [((), 0.6), (("shut gate",), 0.8)])
def test_a_kind_answers_by_any_of_its_labels(labels: tuple[str, ...], recall: float) -> None:
    closed = replace(CLAIMS[3], answer=Answer("barred", kind="k:barred"))
    claims = tuple(closed if one.id == "shut" else one for one in CLAIMS)
    incident = replace(built(), claims=claims, kinds=(Kind("k:barred", "barred", labels),))
    assert measure(gold(), incident)["answers recall"] == recall


@pytest.mark.parametrize(
    ("verdict", "kind", "firm", "with_checks", "alarms"),
    [
        ("Conflicts", "contradiction", (1.0, 1.0), (1.0, 1.0), 0),
        ("Contests", "contradiction", (1.0, 1.0), (1.0, 1.0), 0),
        ("MayConflict", "contradiction", (None, 0.0), (1.0, 1.0), 0),
        ("DiffersUnlessLater", "update over time", (None, 0.0), (1.0, 1.0), 0),
        ("Complements", "contradiction", (None, 0.0), (None, 0.0), 0),
        ("Conflicts", "update", (0.0, None), (0.0, None), 1),
        ("Conflicts", "time zone", (0.0, None), (0.0, None), 1),
        ("MayConflict", "update", (None, None), (0.0, None), 0),
    ],
)
def test_conflicts(
    verdict: str,
    kind: str,
    firm: tuple[float | None, float | None],
    with_checks: tuple[float | None, float | None],
    alarms: int,
) -> None:
    incident = built(("two", "three", SimpleNamespace(value=verdict)))
    got = measure(gold([("dead", kind)]), incident)
    assert (got["conflicts precision"], got["conflicts recall"]) == firm
    assert (got["to check precision"], got["to check recall"]) == with_checks
    assert got[ALARMS] == alarms


def test_an_agreement_called_a_conflict_is_a_false_alarm_unless_a_real_one_is_there() -> None:
    incident = built(("shut", "locked", Verdict.CONFLICTS))
    assert measure(gold([("dead", "contradiction")], ["gate"]), incident)[ALARMS] == 1
    assert measure(gold([("gate", "contradiction")], ["gate"]), incident)[ALARMS] == 0


def test_half_the_conflicts_are_found_and_half_of_those_called_are_some() -> None:
    incident = built(("two", "three", Verdict.CONFLICTS), ("shut", "locked", Verdict.CONFLICTS))
    got = measure(gold([("dead", "contradiction"), ("place", "contradiction")]), incident)
    assert (got["conflicts precision"], got["conflicts recall"]) == (0.5, 0.5)


def test_an_account_may_part_with_itself() -> None:
    one = frozenset(("a.txt",))
    reading = Reading(gold(), built())
    reading.__dict__["calls"] = [Call(DEAD.iri, "MayConflict", one, one)]
    parting = gold([("dead", "contradiction within one account")]).partings[0]
    itself = replace(reading.gold, partings=(replace(parting, sides=(one, one)),))
    again = Reading(itself, reading.incident)
    again.__dict__["calls"] = reading.calls
    assert conflicts(again)[0].recall == 0
    assert conflicts(again, TO_CHECK)[0].recall == 1


def test_misses_are_said_in_words() -> None:
    lines = list(misses(gold([("place", "contradiction")]), built(("shut", "locked", Verdict.CONFLICTS))))
    assert "names: missed: a.txt, ada brook, Person" in lines
    assert "names: wrong: a.txt, ada brook, Organisation" in lines
    assert "figures: missed: b.txt: 09:15" in lines
    assert any(line.startswith("figures: wrong: b.txt: 15") for line in lines)
    assert "answers: missed: place: a.txt: Northgate" in lines
    assert any(line.startswith("answers: wrong: ") and "Call 555" in line for line in lines)
    assert "conflicts: missed: place: contradiction: a.txt / b.txt" in lines
    assert any(line.startswith("conflicts: wrong: ") and line.endswith("a.txt / b.txt") for line in lines)


# --- floors


@pytest.mark.parametrize(
    ("measure_name", "floor", "value", "fell"),
    [
        ("stance", 0.8, 0.8, False),
        ("stance", 0.8, 0.795, False),
        ("stance", 0.8, 0.794, True),
        ("stance", 0.8, 0.9, False),
        ("stance", None, 0.1, False),
        ("conflicts precision", 0.8, None, False),
        (ALARMS, 1, 2, True),
        (ALARMS, 2, 1, False),
    ],
)
def test_what_is_below_its_floor(measure_name: str, floor: float | None, value: float | None, fell: bool) -> None:
    assert bool(list(falls({"x": {measure_name: floor}}, {"x": {measure_name: value}}))) == fell


def test_means_are_taken_of_whole_groups_only() -> None:
    blind = [case.name for case in OURS if case.standing == "blind"]
    runs = {name: dict.fromkeys(MEASURES, n / 10) for n, name in enumerate(blind)}
    assert with_means(runs)["mean of blind"]["stance"] == pytest.approx(sum(range(len(blind))) / 10 / len(blind))
    del runs[blind[0]]
    assert "mean of blind" not in with_means(runs)


def test_the_command_holds_its_floors_and_fails_when_they_are_raised(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, two = tmp_path / "floors.json", ["coast-quake", "rail-crash"]
    measured = {case.name: accuracy.run(case, show_misses=False) for case in OURS if case.name in two}
    file.write_text(json.dumps(measured), encoding="utf-8")
    assert accuracy.main([*two, "--floors", str(file)]) == 0
    assert "below" not in capsys.readouterr().out
    measured["rail-crash"]["answers recall"] += 0.01
    measured["coast-quake"][ALARMS] -= 1
    file.write_text(json.dumps(measured), encoding="utf-8")
    assert accuracy.main([*two, "--floors", str(file)]) == 1
    out = capsys.readouterr().out
    assert "below its floor: rail-crash, answers recall: " in out
    assert "more: coast-quake, false alarms: " in out
    assert out.count("▼") == 2
    del measured["coast-quake"]
    file.write_text(json.dumps(measured), encoding="utf-8")
    assert accuracy.main(["coast-quake", "--floors", str(file)]) == 1
    assert "no floor: coast-quake" in capsys.readouterr().out


def test_recording_keeps_what_was_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "floors.json"
    monkeypatch.setattr(accuracy, "run", lambda case, show_misses: dict.fromkeys(MEASURES, 0.5))
    assert accuracy.main(["--record", "--floors", str(file)]) == 0
    floors = read_floors(file)
    assert {case.name for case in OURS} < set(floors)
    assert floors["mean of seen"]["stance"] == 0.5
    assert accuracy.main(["--floors", str(file)]) == 0
    monkeypatch.setattr(accuracy, "run", lambda case, show_misses: dict.fromkeys(MEASURES, 0.4))
    assert accuracy.main(["--floors", str(file)]) == 1
    assert "below its floor: mean of blind, stance: .500 to .400" in capsys.readouterr().out


@pytest.mark.parametrize(
    "wrong", [["nowhere"], ["--record", "rail-crash"], ["--misses"], ["--misses", "rail-crash", "valley-flood"]]
)
def test_wrong_usage_and_misses_of_blind_incidents_are_refused(wrong: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        accuracy.main(wrong)
    assert stopped.value.code == 2


def test_misses_of_an_incident_that_is_not_blind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    accuracy.main(["rail-crash", "--misses", "--floors", str(tmp_path / "none.json")])
    assert "rail-crash: answers: missed: " in capsys.readouterr().out
