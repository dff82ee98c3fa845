"""Speakers and those who fill roles: none is a place that cannot speak or act."""

import pytest
from own_incidents import PROFILES, SEEN, accounts_of

from incident_graph.accounts import Account
from incident_graph.model import Incident, Speaker
from incident_graph.pipeline import build
from incident_graph.profile import load_profiles


def places(incident: Incident) -> set[str]:
    return {e.id for e in incident.entities if e.kind == "Place"}


def is_all(speaker: Speaker, label: str) -> bool:
    words = speaker.whom.text if speaker.whom else speaker.label
    return words.casefold().removeprefix("the ") == label.casefold()


@pytest.mark.parametrize("name", SEEN)
def test_no_speaker_and_no_filler_of_a_role_is_a_place_that_cannot_be_one(name: str) -> None:
    profile = PROFILES[name]
    incident = build(accounts_of(name), profiles=[profile])
    found = places(incident)
    labels = {e.id: e.label for e in incident.entities}
    spoken = [s for claim in incident.claims for s in claim.speakers]
    assert spoken
    assert not [s.label for s in spoken if s.entity in found and not is_all(s, labels[s.entity or ""])]
    questions = load_profiles([profile]).questions
    for claim in incident.claims:
        asked = questions.get(claim.question)  # a found question asks for a number
        if claim.answer.entity in found and asked and asked.answer_classes:
            assert "Place" in asked.answer_classes, (claim.question, claim.answer.label)


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("Norway's rail operator says that four people died in the crash.", "Norway's rail operator", None),
        (
            "A former operator at the Marl Dam told us that four people died in the crash.",
            "A former operator",
            None,
        ),
        ("Marl County Coroner Ida Holm says that four people died in the crash.", "Ida Holm", "Person"),
        ("Norway says that four people died in the crash.", "Norway", "Place"),
        ("The Norwegian government says that four people died in the crash.", "government", "Organisation"),
    ],
)
def test_a_place_speaks_only_where_it_is_all_that_is_said_to_speak(text: str, label: str, kind: str | None) -> None:
    account = Account("0" * 64, "a.txt", f"A train left the rails near Oslo on Monday.\n\n{text}\n")
    incident = build([account], profiles=["transport-accident"])
    kinds = {e.id: e.kind for e in incident.entities}
    speakers = {s for claim in incident.claims for s in claim.speakers if label in (s.whom.text if s.whom else s.label)}
    assert {kinds.get(s.entity or "") for s in speakers} == {kind}
