"""What each verb does to a build of two short accounts of an invented fire."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from shed_incident import ARSON, COOP, PROFILE, SHED, claims, entity, on_claim, place, read_shed, rebuilt, verdict

from incident_graph.accounts import Account
from incident_graph.decisions import Decision
from incident_graph.model import Certainty, Incident, Verdict
from incident_graph.pipeline import build
from incident_graph.rdf import canonical, read_incident, write_quads


@pytest.fixture(scope="module")
def accounts() -> Sequence[Account]:
    return read_shed()


@pytest.fixture(scope="module")
def plain(accounts: Sequence[Account]) -> Incident:
    return build(accounts, profiles=[PROFILE])


# ---------------------------------------------------------------- claims, end to end


def test_the_incident_without_decisions_is_what_the_tests_below_assume(plain: Incident) -> None:
    assert verdict(plain, "sparkedBy") is Verdict.MAY_CONFLICT
    assert [c.certainty for c in claims(plain, "sparkedBy", "A")] == [Certainty.HEDGED]
    assert [c.answer.label for c in claims(plain, "hurt")] == ["12 people", "20 people"]
    assert entity(plain, "Zorbin").kind == ""
    assert [m.text for m in entity(plain, "Ostrel Cold Storage Ltd").mentions] == [
        "Ostrel Cold Storage Ltd",
        "Ostrel Cold",
    ]


def test_no_decisions_change_nothing(accounts: Sequence[Account], plain: Incident) -> None:
    assert rebuilt(accounts) == (plain, [])


def test_accept(accounts: Sequence[Account]) -> None:
    incident, said = rebuilt(
        accounts, on_claim(accounts, "accept", "A", "The shed was not insured.", "insurance", of="yes")
    )
    [claim] = claims(incident, "insurance", "A")
    assert said == []
    assert (claim.tier, claim.rules[-1]) == ("A", "reviewed")


def test_reject_removes_the_claim_and_notes_it(accounts: Sequence[Account], plain: Incident) -> None:
    decision = on_claim(accounts, "reject", "A", ARSON, "sparkedBy", note="a guess of the reporter")
    incident, said = rebuilt(accounts, decision)
    assert said == []
    assert claims(incident, "sparkedBy", "A") == []
    assert verdict(incident, "sparkedBy") is Verdict.SINGLE
    assert incident.rejected == ("A, sparkedBy: “arson” rejected in review (a guess of the reporter)",)
    assert len(incident.claims) == len(plain.claims) - 1


def test_part_of_the_quotation_is_enough(accounts: Sequence[Account]) -> None:
    incident, said = rebuilt(accounts, on_claim(accounts, "reject", "A", "sparked by arson", "sparkedBy"))
    assert (claims(incident, "sparkedBy", "A"), said) == ([], [])


def test_rejecting_a_description_takes_it_out_of_the_graph(accounts: Sequence[Account], plain: Incident) -> None:
    assert any(not e.named for e in plain.entities)
    incident, _ = rebuilt(accounts, on_claim(accounts, "reject", "B", COOP, "shedOwner"))
    assert all(e.named for e in incident.entities)


def test_edit_value_stance_hedge_and_speaker(accounts: Sequence[Account]) -> None:
    incident, said = rebuilt(
        accounts,
        on_claim(accounts, "edit", "A", ARSON, "sparkedBy", value="welding torch", hedge="", speaker="Ada Quill"),
        on_claim(accounts, "edit", "B", "Twenty people were hurt.", "hurt", value="about 12"),
        on_claim(accounts, "edit", "B", "The shed was insured.", "insurance", stance="Denies"),
    )
    assert said == []
    [spark] = claims(incident, "sparkedBy", "A")
    assert (spark.answer.kind, spark.certainty, spark.hedge) == (SHED + "Torch", Certainty.PLAIN, "")
    assert [(s.label, s.entity) for s in spark.speakers] == [("Ada Quill", entity(incident, "Ada Quill").id)]
    assert [verdict(incident, q) for q in ("sparkedBy", "hurt", "insurance")] == [Verdict.AGREES] * 3
    [hurt] = claims(incident, "hurt", "B")
    assert hurt.answer.quantity is not None
    assert (hurt.answer.quantity.stated, hurt.answer.quantity.unit) == (12, "person")


def test_what_a_person_gives_another_basis_is_no_conflict(accounts: Sequence[Account], plain: Incident) -> None:
    twelve = on_claim(accounts, "accept", "A", "Twelve people", "hurt")
    twenty = on_claim(accounts, "edit", "B", "Twenty people were hurt.", "hurt", basis="with those treated on the spot")
    assert (
        verdict(rebuilt(accounts, twelve, replace(twenty, verb="accept", basis=None))[0], "hurt") is Verdict.CONFLICTS
    )
    incident, said = rebuilt(accounts, twelve, twenty)
    assert said == []
    assert [c.basis for c in claims(incident, "hurt")] == ["", "with those treated on the spot"]
    assert verdict(incident, "hurt") is Verdict.COMPLEMENTS
    assert read_incident(write_quads(incident)).claims == incident.claims
    whole = replace(twenty, basis="")
    assert verdict(rebuilt(accounts, twelve, twenty, whole)[0], "hurt") is Verdict.CONFLICTS


def test_edit_to_a_named_thing_and_to_a_description(accounts: Sequence[Account]) -> None:
    named, _ = rebuilt(accounts, on_claim(accounts, "edit", "B", COOP, "shedOwner", value="Ostrel Cold"))
    assert verdict(named, "shedOwner") is Verdict.AGREES
    assert {c.answer.entity for c in claims(named, "shedOwner")} == {"entity-ostrel-cold-storage-ltd"}
    described, _ = rebuilt(
        accounts,
        on_claim(accounts, "edit", "A", "owned by Ostrel Cold Storage Ltd", "shedOwner", value="a co-operative"),
    )
    [claim] = claims(described, "shedOwner", "A")
    assert claim.answer.kinds == {SHED + "Cooperative"}
    assert not claim.answer.named
    assert verdict(described, "shedOwner") is Verdict.AGREES


def test_edit_to_what_the_question_does_not_take_is_reported(accounts: Sequence[Account], plain: Incident) -> None:
    incident, said = rebuilt(accounts, on_claim(accounts, "edit", "A", ARSON, "sparkedBy", value="lightning"))
    assert claims(incident, "sparkedBy") == claims(plain, "sparkedBy")
    assert len(said) == 1
    assert "no kind that fits is called “lightning”; known: arson, spark, welding torch" in said[0]


def test_add(accounts: Sequence[Account]) -> None:
    decision = on_claim(accounts, "add", "A", "Zorbin wept", "shedOwner", value="Zorbin", hedge="wept")
    incident, said = rebuilt(accounts, decision)
    assert said == []
    added = next(c for c in claims(incident, "shedOwner", "A") if "added" in c.rules)
    assert added.answer.entity == entity(incident, "Zorbin").id
    assert (added.evidence[0].text, added.certainty, added.tier) == ("Zorbin wept", Certainty.HEDGED, "A")
    assert verdict(incident, "shedOwner") is not Verdict.SINGLE


def test_what_is_added_without_its_words_is_refused(accounts: Sequence[Account]) -> None:
    decision = on_claim(accounts, "add", "A", "Zorbin wept", "shedOwner", value="Zorbin")
    wrong = replace(decision, at=replace(decision.at, quote="Zorbin owned it"))
    incident, said = rebuilt(accounts, wrong)
    assert all("added" not in c.rules for c in incident.claims)
    assert "the words are not in the account" in said[0]
    assert any("added, but its words were not found" in text for text in incident.rejected)


def test_later_decisions_win_and_edits_can_be_decided_on(accounts: Sequence[Account], plain: Incident) -> None:
    edit = on_claim(accounts, "edit", "A", ARSON, "sparkedBy", of="arson", value="welding torch")
    reject = on_claim(accounts, "reject", "A", ARSON, "sparkedBy", of="welding torch")
    assert claims(rebuilt(accounts, edit, reject)[0], "sparkedBy", "A") == []
    back = replace(reject, verb="undo")
    assert [c.answer.kind for c in claims(rebuilt(accounts, edit, reject, back)[0], "sparkedBy", "A")] == [
        SHED + "Torch"
    ]
    accept = on_claim(accounts, "accept", "A", ARSON, "sparkedBy", of="arson")
    assert claims(rebuilt(accounts, replace(accept, verb="reject"), accept)[0], "sparkedBy", "A")[0].tier == "A"
    assert rebuilt(accounts, edit, replace(edit, verb="undo", value=None)) == (plain, [])


def test_two_claims_that_become_one_are_one(accounts: Sequence[Account]) -> None:
    incident, said = rebuilt(
        accounts,
        on_claim(accounts, "add", "A", "Zorbin watched it burn", "sparkedBy", value="arson"),
        on_claim(accounts, "edit", "A", ARSON, "sparkedBy", hedge=""),
    )
    [claim] = claims(incident, "sparkedBy", "A")
    assert said == []
    assert {e.text for e in claim.evidence} == {ARSON, "Zorbin watched it burn"}
    assert len({c.id for c in incident.claims}) == len(incident.claims)


def test_a_figure_can_be_rejected_and_no_claim_rests_on_it(accounts: Sequence[Account], plain: Incident) -> None:
    figure = next(f for f in plain.figures if f.excerpt.text == "Twelve people")
    decision = Decision("reject", "figure", place(accounts, "A", figure.excerpt.text))
    incident, said = rebuilt(accounts, decision)
    assert (said, claims(incident, "hurt", "A")) == ([], [])
    assert figure.id not in {f.id for f in incident.figures}


# ---------------------------------------------------------------- names, end to end


def test_retype(accounts: Sequence[Account]) -> None:
    incident, said = rebuilt(accounts, Decision("retype", "name", place(accounts, "B", "Zorbin"), value="Person"))
    zorbin = entity(incident, "Zorbin")
    assert (said, zorbin.kind, zorbin.tier, zorbin.rules) == ([], "Person", "A", ("reviewed",))


@pytest.mark.parametrize(("scope", "left"), [("", 0), ("account", 1), ("here", 2)])
def test_reject_a_name(accounts: Sequence[Account], scope: str, left: int) -> None:
    incident, said = rebuilt(accounts, Decision("reject", "name", place(accounts, "A", "Zorbin"), scope=scope))
    assert said == []
    assert sum(len(e.mentions) for e in incident.entities if e.label == "Zorbin") == left


def test_split_and_merge_back(accounts: Sequence[Account], plain: Incident) -> None:
    short, long = place(accounts, "B", "Ostrel Cold"), place(accounts, "A", "Ostrel Cold Storage Ltd")
    split = Decision("split", "name", short, other=long)
    incident, said = rebuilt(accounts, split)
    assert said == []
    assert [m.text for m in entity(incident, "Ostrel Cold").mentions] == ["Ostrel Cold"]
    assert entity(incident, "Ostrel Cold Storage Ltd").alt_labels == ()
    again, said = rebuilt(accounts, split, Decision("merge", "name", short, other=long))
    whole = entity(again, "Ostrel Cold Storage Ltd")
    assert (said, whole.alt_labels, len(whole.mentions)) == ([], ("Ostrel Cold",), 2)
    assert ("Ostrel Cold", "reviewed") in {(m.surface, m.reason) for m in whole.merges}
    assert not any(e.label == "Ostrel Cold" for e in again.entities)


def test_merge_two_entities_and_their_answers(accounts: Sequence[Account]) -> None:
    decision = Decision("merge", "name", place(accounts, "B", "Zorbin"), other=place(accounts, "A", "Ada Quill"))
    incident, said = rebuilt(accounts, decision)
    quill = entity(incident, "Ada Quill")
    assert (said, quill.kind, quill.alt_labels, len(quill.mentions)) == ([], "Person", ("Zorbin",), 4)


def test_keeping_apart_what_is_apart_is_no_orphan(accounts: Sequence[Account], plain: Incident) -> None:
    decision = Decision("split", "name", place(accounts, "B", "Zorbin"), other=place(accounts, "A", "Ada Quill"))
    incident, said = rebuilt(accounts, decision)
    assert said == []
    assert incident.entities == plain.entities


def test_add_a_name(accounts: Sequence[Account]) -> None:
    incident, said = rebuilt(accounts, Decision("add", "name", place(accounts, "A", "chairman"), value="Person"))
    assert said == []
    assert (entity(incident, "chairman").kind, len(entity(incident, "chairman").mentions)) == ("Person", 1)


def test_a_reviewed_graph_comes_back_from_rdf(accounts: Sequence[Account]) -> None:
    incident, _ = rebuilt(
        accounts,
        on_claim(accounts, "edit", "B", "Twenty people were hurt.", "hurt", value="about 14"),
        on_claim(accounts, "add", "A", "Zorbin wept", "shedOwner", value="a weeping co-operative"),
        on_claim(accounts, "edit", "B", "It will be rebuilt by June 2032.", "rebuiltWhen", value="July 2033"),
        Decision("split", "name", place(accounts, "B", "Ostrel Cold")),
        Decision("retype", "name", place(accounts, "A", "Zorbin"), value="Person"),
    )
    assert read_incident(write_quads(incident)) == canonical(incident)


# ---------------------------------------------------------------- orphans


def test_orphans_are_reported_each_with_its_line_and_reason(accounts: Sequence[Account], plain: Incident) -> None:
    good = on_claim(accounts, "accept", "A", ARSON, "sparkedBy", of="arson")
    lines = [
        replace(good, at=replace(good.at, account="f" * 64)),
        replace(good, at=replace(good.at, quote="It rained.")),
        replace(good, of="lightning"),
        replace(good, question=SHED + "weather"),
        on_claim(accounts, "accept", "A", "Friday", "sparkedBy"),
        Decision("retype", "name", place(accounts, "A", "chairman"), value="Person"),
        Decision("reject", "figure", place(accounts, "A", "chairman")),
        replace(good, verb="undo"),
    ]
    incident, said = rebuilt(accounts, *(replace(d, line=n) for n, d in enumerate(lines, 1)))
    assert incident.claims == plain.claims
    reasons = [
        "no account here has the SHA-256 ffffffffffffffff",
        "the words are not in the account (a.txt)",
        "no claim “lightning” rests on these words",
        "no profile in use asks this question",
        "no claim on this question rests on them",
        "no name is read in these words",
        "no figure is read in these words",
        "there is nothing to undo",
    ]
    assert [text.split(" not applied")[0] for text in said] == [f"decision on line {n}" for n in range(1, 9)]
    for text, reason in zip(said, reasons, strict=True):
        assert reason in text
