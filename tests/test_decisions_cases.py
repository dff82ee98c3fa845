"""Open cases, and aiming a decision at what is meant."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from shed_incident import ARSON, PROFILE, SHED, TORCH, read_shed, rebuilt

from incident_graph.accounts import Account, read_accounts
from incident_graph.decisions.aiming import account_called, aim_at_claim, aim_at_figure, aim_at_name, question_called
from incident_graph.decisions.answers import read_answer
from incident_graph.decisions.cases import open_cases
from incident_graph.errors import UsageError
from incident_graph.model import Incident
from incident_graph.pipeline import build
from incident_graph.profile import load_profiles


@pytest.fixture(scope="module")
def accounts() -> Sequence[Account]:
    return read_shed()


@pytest.fixture(scope="module")
def plain(accounts: Sequence[Account]) -> Incident:
    return build(accounts, profiles=[PROFILE])


# ---------------------------------------------------------------- open cases


def test_open_cases_begin_with_tentative_claims_in_conflict(plain: Incident) -> None:
    cases = open_cases(plain)
    titles = [
        "What sparked it",
        "Insured",
    ]  # each side of each pair, the strongest first; the counts are firm: a cue and alignment find them
    assert [(c.sort, c.title) for c in cases[:4]] == [("conflict", title) for title in titles for _ in "AB"]
    assert (cases[4].sort, cases[4].title) == ("name", "What is “Zorbin”?")
    first = cases[0]
    assert first.about == "may conflict with “welding torch” (B)"
    assert (first.of, first.said, first.sightings[0].letter, first.sightings[0].line) == (
        "arson",
        "hedged (“appears to”)",
        "A",
        4,
    )
    assert first.sightings[0].words == ARSON
    assert first.sightings[1].words == TORCH
    assert first.sightings[0].before.endswith("Ada Quill. ")
    assert set(first.verbs) == {"accept", "reject", "edit"}


def test_what_is_decided_is_open_no_more_before_and_after_the_build(
    accounts: Sequence[Account], plain: Incident
) -> None:
    cases = open_cases(plain)
    made = [
        case.decide("accept") if case.sort == "conflict" else case.decide("retype", value="Person")
        for case in cases
        if case.sort in ("conflict", "name")
    ]
    assert [c for c in open_cases(plain, made) if c.sort != "merge"] == []
    assert [c for c in open_cases(plain, [*made, replace(made[0], verb="undo")]) if c.sort != "merge"] == cases[:1]
    incident, said = rebuilt(accounts, *made)
    assert (said, [c for c in open_cases(incident) if c.sort != "merge"]) == ([], [])


def test_a_proposed_merge_is_a_case_and_its_answer_settles_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The Central Bank of Hallund met.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The Central Bank of Ireland met. A Central Bank note said so.", encoding="utf-8")
    own = read_accounts([str(tmp_path)])
    incident = build(own)
    merges = [c for c in open_cases(incident) if c.sort == "merge"]
    assert "Are “Central Bank” and “Central Bank of Ireland” the same?" in [c.title for c in merges]
    case = merges[0]
    assert case.verbs == ("merge", "split")
    for verb in case.verbs:
        decided = case.decide(verb)
        assert case.key not in {c.key for c in open_cases(incident, [decided])}
        said: list[str] = []
        again = build(own, decisions=[decided], warn=said.append)
        assert said == []
        labels = {e.label for e in again.entities}
        names = {s.words for s in case.sightings}
        assert (names <= labels) == (verb == "split")


# ---------------------------------------------------------------- aiming


def test_accounts_and_questions_go_by_several_names(accounts: Sequence[Account]) -> None:
    a = accounts[0]
    assert {account_called(n, accounts).letter for n in ("A", "a", "a.txt", a.sha256[:8], a.id, a.sha256)} == {"A"}
    with pytest.raises(UsageError, match="no account is called 'Z'"):
        account_called("Z", accounts)
    asked = load_profiles([PROFILE]).questions.values()
    assert {
        question_called(n, asked).name for n in ("shedOwner", "shed-owner", "owner of the shed", SHED + "shedOwner")
    } == {"shedOwner"}
    with pytest.raises(UsageError, match="did you mean shed-owner"):
        question_called("shed-owners", asked)


def test_aiming_takes_the_whole_quotation_from_a_part(plain: Incident) -> None:
    a = plain.accounts[0]
    question = question_called("sparked-by", [i.question for i in plain.issues])
    found, claim = aim_at_claim(plain, a, question, "by arson", "")
    assert (found.quote, claim.answer.label) == (ARSON, "arson")
    with pytest.raises(UsageError, match="no claim rests on these words"):
        aim_at_claim(plain, a, question, "Zorbin wept", "")
    with pytest.raises(UsageError, match=r"quotation not found(?s:.*)nearest text is on line 4"):
        aim_at_claim(plain, a, question, "The fire appears to be arson", "")
    assert aim_at_name(plain, a, "Zorbin").suffix.startswith(" watched")
    assert aim_at_figure(plain, a, "Twelve").quote == "Twelve people"
    with pytest.raises(UsageError, match="no figure"):
        aim_at_figure(plain, a, "chairman")


@pytest.mark.parametrize(
    ("question", "text", "answer"),
    [
        ("hurt", "about 14 people", "about 14 people"),
        ("insurance", "No", "no"),
        ("sparkedBy", "an arsonist", None),
        ("sparkedBy", "arsonist", "arson"),
        ("rebuiltWhen", "June 2032", "June 2032"),
        ("rebuiltWhen", "when pigs fly", None),
        ("hurt", "several cats maybe", None),
        ("insurance", "perhaps", None),
        ("shedOwner", "  ", None),
    ],
)
def test_typed_answers(plain: Incident, question: str, text: str, answer: str | None) -> None:
    profile = load_profiles([PROFILE])
    a = plain.accounts[0]
    asked = profile.questions[SHED + question]
    if answer is None:
        with pytest.raises(ValueError, match=r"\w"):
            read_answer(text, asked, profile.kinds, {}, a, a.excerpt(0, 4))
    else:
        assert read_answer(text, asked, profile.kinds, {}, a, a.excerpt(0, 4)).label == answer


@pytest.mark.parametrize(("text", "unit"), [("at least 97", "person"), ("97 houses", "house"), ("97 people", "person")])
def test_a_bare_number_counts_the_people_that_its_question_asks_for(plain: Incident, text: str, unit: str) -> None:
    profile = load_profiles(["explosion"])
    asked = next(q for q in profile.questions.values() if q.name == "dead")
    a = plain.accounts[0]
    found = read_answer(text, asked, profile.kinds, {}, a, a.excerpt(0, 4))
    assert found.quantity is not None
    assert found.quantity.unit == unit
