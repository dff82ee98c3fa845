"""Decisions: the file, and what each verb does to a build of two short accounts of an invented fire."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_graph.accounts import Account, read_accounts
from incident_graph.decisions import Decision, Place, already, append, find, load, place_of, standing
from incident_graph.decisions.aiming import account_called, aim_at_claim, aim_at_figure, aim_at_name, question_called
from incident_graph.decisions.answers import read_answer
from incident_graph.decisions.cases import open_cases
from incident_graph.decisions.log import parse
from incident_graph.errors import DecisionError, OutputError, UsageError
from incident_graph.model import Certainty, Claim, Entity, Incident, Stance, Verdict
from incident_graph.pipeline import build
from incident_graph.profile import load_profiles
from incident_graph.rdf import canonical, read_incident, write_quads
from incident_graph.vocabulary import ENTITY_CLASSES

FOLDER = Path(__file__).parent / "cases" / "decisions"
PROFILE = str(FOLDER / "shed.ttl")
SHED = "https://w3id.org/incident-graph/profile/shed#"
HASH = "0" * 64


@pytest.fixture(scope="module")
def accounts() -> Sequence[Account]:
    return read_accounts([str(FOLDER / "a.txt"), str(FOLDER / "b.txt")])


@pytest.fixture(scope="module")
def plain(accounts: Sequence[Account]) -> Incident:
    return build(accounts, profiles=[PROFILE])


def rebuilt(accounts: Sequence[Account], *decisions: Decision) -> tuple[Incident, list[str]]:
    said: list[str] = []
    return build(accounts, profiles=[PROFILE], decisions=decisions, warn=said.append), said


def place(accounts: Sequence[Account], letter: str, words: str) -> Place:
    account = account_called(letter, accounts)
    start = account.text.index(words)
    return place_of(account, account.excerpt(start, start + len(words)))


def on_claim(accounts: Sequence[Account], verb: str, letter: str, words: str, question: str, **more: str) -> Decision:
    return Decision(verb, "claim", place(accounts, letter, words), question=SHED + question, **more)


def claims(incident: Incident, question: str, letter: str = "") -> list[Claim]:
    letters = {a.id: a.letter for a in incident.accounts}
    return [c for c in incident.claims if c.question == SHED + question and letter in ("", letters[c.account])]


def entity(incident: Incident, label: str) -> Entity:
    return next(e for e in incident.entities if e.label == label)


def verdict(incident: Incident, question: str) -> Verdict:
    return next(i.verdict for i in incident.issues if i.question.iri == SHED + question)


ARSON = "The fire appears to have been sparked by arson."
TORCH = "The fire was sparked by a welding torch."
COOP = "The shed was owned by a fishing co-operative."


# ---------------------------------------------------------------- the file

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
places = st.builds(
    Place, st.text("0123456789abcdef", min_size=64, max_size=64), words.filter(str.strip), st.text(max_size=5), words
)
decisions = st.one_of(
    st.builds(
        Decision,
        st.sampled_from(["accept", "reject", "undo"]),
        st.just("claim"),
        places,
        question=words,
        of=words,
        note=words,
    ),
    st.builds(Decision, st.just("retype"), st.just("name"), places, value=st.sampled_from(ENTITY_CLASSES), by=words),
    st.builds(
        Decision,
        st.just("edit"),
        st.just("claim"),
        places,
        question=words,
        value=words,
        stance=st.sampled_from([None, *(s.value for s in Stance)]),
        speaker=st.sampled_from([None, "", "the seller"]),
        hedge=st.sampled_from([None, "", "may"]),
    ),
    st.builds(Decision, st.sampled_from(["merge", "split"]), st.just("name"), places, other=places, when=words),
)


@given(decisions)
@settings(max_examples=60, deadline=None)
def test_a_decision_comes_back_from_its_line(decision: Decision) -> None:
    line = decision.to_json()
    assert "\n" not in line
    assert list(json.loads(line)) == sorted(json.loads(line))
    assert Decision.from_json(line) == decision
    assert parse(line.encode("utf-8") + b"\r\n") == [decision]


def test_append_makes_the_file_and_only_adds(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    first = Decision("retype", "name", Place(HASH, "Zorbin\u2028"), value="Person")
    append(path, first)
    before = path.read_bytes()
    append(path, replace(first, value="Place", note="on second thoughts"))
    assert path.read_bytes().startswith(before)
    assert [d.value for d in load(path)] == ["Person", "Place"]
    assert [d.line for d in load(path)] == [1, 2]


def test_a_last_line_without_its_end_is_not_run_into(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    decision = Decision("retype", "name", Place(HASH, "Zorbin"), value="Person")
    path.write_text(decision.to_json(), encoding="utf-8")
    append(path, decision)
    assert load(path) == [decision, decision]


def test_a_windows_file_with_a_byte_order_mark_and_empty_lines(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    line = Decision("retype", "name", Place(HASH, "Zorbin"), value="Person").to_json()
    path.write_bytes(b"\xef\xbb\xbf" + f"{line}\r\n\r\n{line}\r\n".encode())
    assert [d.line for d in load(path)] == [1, 3]


CLAIM = {"target": "claim", "question": "q"}


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        ({"verb": "retire"}, 'no verb "retire"'),
        ({"verb": "accept", "target": "mood"}, 'nobody can accept a "mood"'),
        ({"verb": "accept", "target": "claim"}, "needs its question"),
        ({"account": "abc"}, "64 hex digits"),
        ({"quote": " "}, "the quotation is empty"),
        ({"qoute": "x"}, 'unknown key "qoute"'),
        ({"quote": 7}, '"quote" is not text'),
        ({"verb": "merge"}, "needs the other entity"),
        ({"verb": "merge", "other": "Ostrel"}, '"other" is not an object'),
        ({"verb": "merge", "other": {"account": HASH}}, 'no "quote"'),
        ({"verb": "retype", "value": "Cat"}, 'no class "Cat"'),
        ({"scope": "planet"}, 'no scope "planet"'),
        ({"verb": "edit", **CLAIM}, "an edit changes"),
        ({"verb": "edit", "stance": "Hm", **CLAIM}, 'no stance "Hm"'),
        ({"verb": "add", **CLAIM}, "needs a value"),
    ],
)
def test_a_corrupt_line_names_its_file_and_number(tmp_path: Path, change: str | dict[str, object], what: str) -> None:
    path = tmp_path / "decisions.jsonl"
    good = {"account": HASH, "quote": "Zorbin", "verb": "reject", "target": "name"}
    line = change if isinstance(change, str) else json.dumps(good | change)
    path.write_text(f"{json.dumps(good)}\n{line}\n{json.dumps(good)}\n", encoding="utf-8")
    with pytest.raises(DecisionError) as caught:
        load(path)
    assert what in caught.value.what
    assert caught.value.where == f"{path}, line 2"
    assert caught.value.exit_code == 3


def test_what_cannot_be_read_or_written(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match="cannot be read"):
        load(tmp_path / "missing.jsonl")
    (tmp_path / "bad.jsonl").write_bytes(b"\xff\xfe\n")
    with pytest.raises(DecisionError, match="UTF-8"):
        load(tmp_path / "bad.jsonl")
    with pytest.raises(OutputError, match="cannot be written"):
        append(tmp_path / "nowhere" / "d.jsonl", Decision("reject", "name", Place(HASH, "Zorbin")))


def test_the_last_decision_on_a_thing_counts_and_undo_takes_it_back() -> None:
    accept = Decision("accept", "claim", Place(HASH, "w"), question="q", of="x")
    reject, undo = replace(accept, verb="reject"), replace(accept, verb="undo")
    other = replace(accept, of="y")
    assert standing([accept, other, reject]) == ([other, reject], [])
    assert standing([accept, undo]) == ([], [])
    assert standing([undo, accept]) == ([accept], [undo])
    assert already([accept], replace(accept, note="again"))
    assert not already([accept, reject], accept)


# ---------------------------------------------------------------- places


def test_context_chooses_between_places() -> None:
    account = Account(HASH, "a.txt", "One shed. Two sheds. One shed more.")
    second = account.excerpt(21, 29)
    assert find(account, place_of(account, second)).excerpt == second
    assert find(account, Place(HASH, "One shed", suffix=". Two")).excerpt == account.excerpt(0, 8)
    assert find(account, Place(HASH, "One shed")).excerpt is None
    assert find(account, Place(HASH, "Two sheds", prefix="changed since ")).excerpt == account.excerpt(10, 19)


@given(st.text("ab \n", min_size=1, max_size=60), st.data())
def test_every_place_is_found_again_unless_its_surroundings_repeat(text: str, data: st.DataObject) -> None:
    account = Account(HASH, "a.txt", text)
    start = data.draw(st.integers(0, len(text) - 1))
    excerpt = account.excerpt(start, data.draw(st.integers(start + 1, len(text))))
    found = find(account, place_of(account, excerpt)).excerpt
    assert found is None or found.text == excerpt.text
    if text.count(excerpt.text) == 1 and text.find(excerpt.text, start + 1) < 0:
        assert found == excerpt


# ---------------------------------------------------------------- claims, end to end


def test_the_incident_without_decisions_is_what_the_tests_below_assume(plain: Incident) -> None:
    assert verdict(plain, "sparkedBy") is Verdict.CONFLICTS
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


# ---------------------------------------------------------------- open cases


def test_open_cases_begin_with_conflicts_that_rest_on_weak_claims(plain: Incident) -> None:
    cases = open_cases(plain)
    assert [(c.sort, c.title) for c in cases[:2]] == [("conflict", "What sparked it"), ("name", "What is “Zorbin”?")]
    first = cases[0]
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
