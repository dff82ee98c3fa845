"""The review of our own retellings: every decision still fits, and the graph says what a careful reader finds."""

import functools
from collections.abc import Sequence
from pathlib import Path

import pytest

from incident_graph.accounts import read_accounts
from incident_graph.decisions import Decision, load
from incident_graph.model import Certainty, Claim, Grade, Incident, Issue, Stance, Verdict
from incident_graph.model.grade import PERSON
from incident_graph.pipeline import build

SEEDS = Path(__file__).parents[1] / "seeds"
DECISIONS = SEEDS / "decisions.jsonl"
#: The questions on which no reader of the five could hold that all are right.
CONFLICTS = ("listedOn", "whoseRecords", "heldBy", "howItGotOut", "anonymised", "victimsTold")


@functools.cache
def reviewed(*, decided: bool) -> tuple[Incident, tuple[str, ...]]:
    """The incident with the decisions or without, and the warnings of the build."""
    warnings: list[str] = []
    decisions: Sequence[Decision] = load(DECISIONS) if decided else ()
    incident = build(read_accounts([SEEDS]), profiles=["data-breach"], decisions=decisions, warn=warnings.append)
    return incident, tuple(warnings)


def issue(incident: Incident, name: str) -> Issue:
    return next(issue for issue in incident.issues if issue.question.name == name)


def letters(incident: Incident, accounts: Sequence[str]) -> str:
    return "".join(sorted(account.letter for account in incident.accounts if account.id in accounts))


def claims(incident: Incident, name: str, letter: str = "ABCDE") -> list[Claim]:
    """The claims of the accounts with these letters on a question."""
    wanted = {account.id for account in incident.accounts if account.letter in letter}
    return [c for c in incident.claims if c.question.endswith(f"#{name}") and c.account in wanted]


def readings(incident: Incident, name: str) -> dict[str, str]:
    """The readings of a question: label to letters of the accounts that hold it."""
    here = issue(incident, name).id
    return {r.label: letters(incident, r.witnesses) for r in incident.readings if r.issue == here}


def test_every_decision_applies() -> None:
    incident, warnings = reviewed(decided=True)
    decisions = load(DECISIONS)
    assert warnings == ()
    assert len(decisions) > 100
    assert {d.by for d in decisions} == {"the maintainers"}
    assert all(d.note and not d.when for d in decisions), "every decision says why, and none says when"
    assert {d.at.account for d in decisions} <= {account.sha256 for account in incident.accounts}


def test_only_what_was_rejected_is_rejected() -> None:
    incident, _ = reviewed(decided=True)
    before, _ = reviewed(decided=False)
    whole = [d for d in load(DECISIONS) if d.verb == "reject" and d.target == "claim" and d.scope != "here"]
    told = [line for line in incident.rejected if "rejected in review" in line]
    assert len(told) == len(whole)
    assert sorted(set(incident.rejected) - set(before.rejected)) == sorted(told)
    assert all(any(d.note in line for d in whole) for line in told)


def test_rules_alone_call_no_conflict_firm() -> None:
    """What one way alone finds is to be checked."""
    incident, _ = reviewed(decided=False)
    verdicts = {name: issue(incident, name).verdict for name in CONFLICTS}
    assert verdicts == dict.fromkeys(CONFLICTS, Verdict.MAY_CONFLICT)
    assert Verdict.CONFLICTS not in {c.verdict for c in incident.comparisons}


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("listedOn", ("a dark-web marketplace", "AB"), ("Alibaba", "CD")),
        ("listedOn", ("black-market forums in China", "B"), ("Alibaba", "CD")),
        ("venueKind", ("dark-web market", "AB"), ("mainstream e-commerce platform", "CD")),
        ("whoseRecords", ("patients", "ABE"), ("research volunteers", "CD")),
        ("heldBy", ("a third-party NHS IT supplier", "AB"), ("a UK charity", "C")),
        ("heldBy", ("healthcare providers", "E"), ("a UK charity", "C")),
        (
            "howItGotOut",
            ("an open or badly configured database", "B"),
            ("a leak by an insider or an attack from outside", "C"),
        ),
        ("anonymised", ("not anonymised", "A"), ("anonymised", "B")),
        ("anonymised", ("with names or other identifiers", "AE"), ("anonymised", "B")),
        ("victimsTold", ("no", "B"), ("yes", "C")),
    ],
)
def test_what_cannot_all_be_true_is_firm_by_a_person(name: str, one: tuple[str, str], other: tuple[str, str]) -> None:
    incident, _ = reviewed(decided=True)
    assert issue(incident, name).verdict is Verdict.CONFLICTS
    sides = {r.id: (r.label, letters(incident, r.witnesses)) for r in incident.readings}
    [found] = [
        c
        for c in incident.comparisons
        if c.issue == issue(incident, name).id and {sides[c.left], sides[c.right]} == {one, other}
    ]
    assert (found.verdict, found.grade) == (Verdict.CONFLICTS, Grade.FIRM)
    assert PERSON in found.ways


def test_nothing_else_is_in_conflict() -> None:
    """Beside the six: where the data came from, which goes with its holder; the sort of venue; unheard of, or not."""
    incident, _ = reviewed(decided=True)
    found = {i.question.name for i in incident.issues if i.verdict is Verdict.CONFLICTS}
    assert found == {*CONFLICTS, "dataOrigin", "venueKind", "severity"}


def test_firm_conflicts_rest_on_what_a_person_decided() -> None:
    """On the main questions every claim on either side of a firm conflict was decided on, not one claim a side."""
    incident, _ = reviewed(decided=True)
    asked = {i.id for i in incident.issues if i.question.name in {*CONFLICTS, "venueKind"}}
    readings = {r.id: r for r in incident.readings}
    ways = {c.id: c.ways for c in incident.claims}
    firm = [c for c in incident.comparisons if c.verdict is Verdict.CONFLICTS and c.issue in asked]
    assert len(firm) >= 10
    sides = [readings[side] for c in firm for side in (c.left, c.right)]
    assert {side.label for side in sides if any(PERSON not in ways[claim] for claim in side.claims)} == set()


def test_what_only_looks_like_a_conflict_is_not_accepted() -> None:
    """An inquiry breaks no silence, and patients at large are not the charity's donors: these stay to be checked."""
    incident, _ = reviewed(decided=True)
    left = {i.question.name for i in incident.issues if i.verdict is Verdict.MAY_CONFLICT}
    assert left == {"publicPosture", "consent"}
    assert issue(incident, "stateInvolved").verdict is Verdict.SINGLE
    assert issue(incident, "coreSystemHit").verdict is not Verdict.CONFLICTS


def test_the_number_is_agreed_by_four() -> None:
    incident, _ = reviewed(decided=True)
    affected = issue(incident, "peopleAffected")
    assert affected.verdict.value == "Agrees"
    assert letters(incident, affected.silent) == "E"
    assert readings(incident, "peopleAffected") == {"about 500,000": "ABCD"}


def test_a_comparison_is_no_venue() -> None:
    incident, _ = reviewed(decided=True)
    venues = {claim.answer.label for claim in claims(incident, "listedOn", "A")}
    assert venues
    assert not {"Alibaba", "4chan"} & venues
    assert readings(incident, "listedOn")["Alibaba"] == "CD"


def test_patients_and_volunteers_are_kept_apart() -> None:
    incident, _ = reviewed(decided=True)
    assert readings(incident, "whoseRecords") == {"patients": "ABE", "citizens": "AB", "research volunteers": "CD"}


@pytest.mark.parametrize(
    ("name", "letter", "answer"),
    [
        ("dataOrigin", "B", "a third-party partner"),
        ("blamed", "C", "Chinese vendors"),
        ("foundBy", "A", "Recorded Future"),
        ("whenKnown", "A", "Sunday, late March"),
        ("investigating", "A", "Information Commissioner's Office"),
        ("investigating", "E", "National Health Service"),
        ("officials", "A", "the Health Secretary"),
        ("officials", "E", "James McClellan"),
        ("precedents", "A", "Advanced"),
        ("dataLocation", "B", "on a server in Shenzhen"),
    ],
)
def test_what_the_rules_missed_is_there(name: str, letter: str, answer: str) -> None:
    incident, _ = reviewed(decided=True)
    assert answer in {claim.answer.label for claim in claims(incident, name, letter)}


def test_nobody_is_said_to_claim_what_they_do_not() -> None:
    incident, _ = reviewed(decided=True)
    speakers = {speaker.label for claim in incident.claims for speaker in claim.speakers}
    assert not {"psychiatric", "What Patients Can Do", "for rapid takedown of what"} & speakers
    [state] = claims(incident, "stateInvolved")
    assert state.stance is Stance.NO_EVIDENCE
    assert [speaker.label for speaker in state.speakers] == ["officials"]


def test_hedges_stay() -> None:
    incident, _ = reviewed(decided=True)
    [holder] = claims(incident, "heldBy", "E")
    assert holder.certainty is Certainty.HEDGED
    assert all(claim.certainty is Certainty.HEDGED for claim in claims(incident, "howItGotOut", "C"))
    hedges = {
        (name, c.answer.label): c.hedge for name in ("howItGotOut", "offeredOrSold") for c in claims(incident, name)
    }
    assert hedges["howItGotOut", "stolen or guessed credentials"] == "likely"
    assert hedges["offeredOrSold", "sold"] == "reportedly"


def test_a_denial_is_one_only_where_the_account_denies() -> None:
    incident, _ = reviewed(decided=True)
    denied = {
        (name, letters(incident, [c.account])): c.answer.label
        for name in ("coreSystemHit", "venueKind", "risks", "anonymised", "howItGotOut")
        for c in claims(incident, name)
        if c.stance is Stance.DENIES
    }
    assert denied == {
        ("coreSystemHit", "A"): "yes",
        ("coreSystemHit", "B"): "yes",
        ("venueKind", "A"): "hacker or black-market forum",
        ("anonymised", "A"): "anonymised",
    }


def test_what_is_said_of_the_word_is_no_word_on_the_data() -> None:
    incident, _ = reviewed(decided=True)
    [said] = claims(incident, "anonymised", "B")
    assert [own.text[:9] for own in said.evidence] == ["Behind it"]


def test_names_are_names() -> None:
    incident, _ = reviewed(decided=True)
    kinds = {entity.label: entity.kind for entity in incident.entities if entity.named}
    assert not {"Cost", "Data Breach Report", "Plumbing", "Whitehall", "Westminster"} & set(kinds)
    assert kinds["Cost of a Data Breach Report"] == "Product"
    assert all(kinds.values()), "no name is left without a class"


def test_every_claim_is_borne_out_by_its_account() -> None:
    incident, _ = reviewed(decided=True)
    texts = {account.id: account.text for account in incident.accounts}
    for claim in incident.claims:
        assert claim.evidence
        assert all(texts[own.account][own.start : own.end] == own.text for own in claim.evidence)
