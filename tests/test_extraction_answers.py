"""Claims from sentences: cues, speakers, roles. All sentences are invented."""

import itertools
from pathlib import Path

import pytest
import yaml

from incident_graph.accounts import Account
from incident_graph.extraction.answers import find_answers
from incident_graph.extraction.country_codes import country_codes
from incident_graph.extraction.evidence import ClaimVote
from incident_graph.extraction.kind_index import KindIndex
from incident_graph.extraction.roles import role_of
from incident_graph.extraction.segments import segments
from incident_graph.model import Stance
from incident_graph.profile import load_profiles
from incident_graph.text.documents import read_document
from incident_graph.text.parsing import parse

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "answers.yaml").read_text(encoding="utf-8"))


def votes_in(text: str) -> list[ClaimVote]:
    profile = load_profiles(["data-breach"])
    (document,) = parse([read_document(Account("0" * 64, "a.txt", text))])
    return find_answers(document, profile, KindIndex(profile.kinds), (), (), {}, country_codes())


@pytest.mark.parametrize("case", CASES["roles"], ids=lambda c: c["text"][:50])
def test_role_of_a_sentence(case: dict[str, str]) -> None:
    assert role_of(case["text"]) == case["role"]


@pytest.mark.parametrize("case", CASES["answers"], ids=lambda c: c["text"][:50])
def test_answers_of_a_sentence(case: dict[str, object]) -> None:
    found = {(v.question.rsplit("#")[-1], v.stance, v.value.label) for v in votes_in(str(case["text"]))}
    for question, stance, label in case.get("expect", []):  # type: ignore[attr-defined]
        assert (question, stance, label) in found, sorted(f for f in found if f[0] == question)
    for question in case.get("never", []):  # type: ignore[attr-defined]
        assert not [f for f in found if f[0] == question]


def test_evidence_is_verbatim_whatever_the_quotation_marks() -> None:
    text = "The firm’s “customer records” were offered on a Russian‑language forum, the ministry’s office said."
    for vote in votes_in(text):
        assert text[vote.evidence.start : vote.evidence.end] == vote.evidence.text


def test_segments_cover_the_sentence_in_order() -> None:
    text = "He said no one was hurt, but the roof (an old one) fell; the rest – all of it – held"
    spans = segments(text)
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    assert all(a[1] == b[0] for a, b in itertools.pairwise(spans))


def test_a_claim_denied_is_not_a_claim_made() -> None:
    stances = {v.stance for v in votes_in("The records were not anonymised.") if v.question.endswith("anonymised")}
    assert stances == {Stance.DENIES.value}


@pytest.mark.parametrize(
    "rejection",
    ["The supplier rejected the claim.", "The supplier disputes that account.", "The supplier called it nonsense."],
)
def test_a_rejection_denies_what_was_said_before(rejection: str) -> None:
    text = f"Officials say the leak was the work of a rogue employee. {rejection}"
    (denied,) = [v for v in votes_in(text) if v.stance == Stance.DENIES.value and v.question.endswith("howItGotOut")]
    assert denied.evidence.text == rejection
    assert denied.speaker is not None
    assert denied.speaker.text == "The supplier"


def test_plain_fact_is_not_rejected_by_the_next_sentence() -> None:
    text = "The leak was the work of a rogue employee. The supplier rejected the claim that it was slow to act."
    assert not [v for v in votes_in(text) if v.stance == Stance.DENIES.value and v.question.endswith("howItGotOut")]
