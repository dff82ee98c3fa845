"""From accounts to claims and verdicts, end to end on invented accounts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from incident_graph.accounts import Account, read_account
from incident_graph.model import Certainty, Claim, Incident, Stance, Verdict
from incident_graph.pipeline import build

FERRY = """Four dead after ferry hits pier

Four people died and 12 were injured when a ferry struck the pier at Arden on Monday, the harbour master said.
The ferry carried 40 crates of apples and 150 red lanterns.
"""
FERRY_TOO = """Six people were killed at Arden, police said on Tuesday. The boat had 60 crates of apples aboard.
Around 150 red lanterns were lost.
"""
LEAK = """The stolen records were offered on Harrow, an online shopping site. The listing stood on a marketplace for
a day. The data came from a software supplier. Patients will be notified.
"""
LEAK_TOO = """The stolen records surfaced on a dark-web marketplace. The data came from a charity in Leeds.
Victims will get no letter. The records were not anonymised.
"""


def account(text: str, name: str) -> Account:
    found = read_account(text.encode(), name)
    assert found is not None
    return found


def built(*texts: str, profiles: tuple[str, ...] = ("data-breach",)) -> Incident:
    accounts = [account(text, f"{letter}.txt") for letter, text in zip("abcd", texts, strict=False)]
    return build(accounts, profiles=profiles)


def claims_on(incident: Incident, name: str) -> list[Claim]:
    questions = {i.question.iri: i.question.name for i in incident.issues}
    return [c for c in incident.claims if questions[c.question] == name]


def verdict_on(incident: Incident, name: str) -> Verdict:
    return next(i.verdict for i in incident.issues if i.question.name == name)


def test_accounts_that_cannot_both_be_right_conflict() -> None:
    incident = built(LEAK, LEAK_TOO)
    assert verdict_on(incident, "listedOn") is Verdict.MAY_CONFLICT
    assert verdict_on(incident, "heldBy") is Verdict.MAY_CONFLICT
    assert verdict_on(incident, "victimsTold") is Verdict.MAY_CONFLICT
    (told,) = [c for c in claims_on(incident, "victimsTold") if c.stance is Stance.DENIES]
    assert "no letter" in told.evidence[0].text


def test_an_account_alone_conflicts_with_nobody() -> None:
    for text in (LEAK, LEAK_TOO, FERRY):
        assert not [c for c in built(text).comparisons if c.verdict.strength >= Verdict.MAY_CONFLICT.strength]


def test_the_same_text_twice_agrees_with_itself() -> None:
    incident = built(LEAK_TOO, LEAK_TOO + "\nIt was a cold day in Leeds.\n")
    assert {i.verdict for i in incident.issues} <= {Verdict.AGREES, Verdict.COMPLEMENTS, Verdict.SINGLE}


def test_every_claim_is_anchored_in_its_account() -> None:
    incident = built(LEAK, LEAK_TOO, FERRY, FERRY_TOO)
    texts = {a.id: a.text for a in incident.accounts}
    assert incident.claims
    for claim in incident.claims:
        assert claim.evidence
        for excerpt in claim.evidence:
            assert texts[claim.account][excerpt.start : excerpt.end] == excerpt.text


def test_a_name_stands_for_what_the_account_says_less_plainly() -> None:
    labels = [c.answer.label for c in claims_on(built(LEAK), "listedOn")]
    assert labels == ["Harrow"]


def test_a_headline_lends_its_words_to_the_body() -> None:
    incident = built(FERRY, profiles=("transport-accident",))
    (dead,) = claims_on(incident, "dead")
    assert len(dead.evidence) == 2
    assert dead.speakers
    assert dead.speakers[0].label == "the harbour master"


def test_a_headline_that_rounds_lends_its_words_to_the_body() -> None:
    text = "Nine dead in mill fire\n\nAt least nine people died when a mill in Danby burned down on Monday.\n"
    (dead,) = claims_on(built(text, profiles=("explosion",)), "dead")
    assert dead.answer.quantity is not None
    assert dead.answer.quantity.high is None
    assert len(dead.evidence) == 2


def test_toll_differs_and_says_what_it_rests_on() -> None:
    incident = built(FERRY, FERRY_TOO, profiles=("transport-accident",))
    assert verdict_on(incident, "dead") is Verdict.DIFFERS_UNLESS_LATER  # nothing says which of the two is the later
    assert all(c.rests_on for c in incident.comparisons if c.verdict is Verdict.DIFFERS_UNLESS_LATER)


def test_what_no_profile_asks_is_found_when_two_accounts_count_it() -> None:
    one = "The storm tore down 14 cranes in the port of Selby. Workers picked 30 tonnes of plums that day."
    other = "In the port of Selby the storm tore down nine cranes. Workers picked 30 tonnes of plums."
    incident = built(one, other, profiles=())
    found = {i.question.label: i.verdict for i in incident.issues if "profile/found#" in i.question.iri}
    assert Verdict.MAY_CONFLICT in found.values()  # one way alone has found it
    assert Verdict.AGREES in found.values()
    assert {c.ways[-1] for c in incident.claims if "profile/found#" in c.question} == {"alignment"}


def test_one_account_alone_opens_no_question() -> None:
    assert not [i for i in built(FERRY, profiles=()).issues if "profile/found#" in i.question.iri]


def test_hedges_are_kept_as_worded() -> None:
    incident = built("The data appears to have been taken from a software supplier.")
    (claim,) = claims_on(incident, "heldBy")
    assert claim.certainty is Certainty.HEDGED
    assert claim.hedge == "appears to"


def test_accounts_that_answer_nothing_are_silent_everywhere() -> None:
    incident = built(LEAK, "The weather was mild. Nothing else is known of it.")
    quiet = incident.accounts[1].id
    assert all(quiet in issue.silent for issue in incident.issues)


@pytest.mark.parametrize(
    "text", ["x", "…", "“", "\n\n\n", "日本語の文章。", "A" * 5000, "0 " * 2000, "<b>&amp;</b> ({[" * 50]
)
def test_odd_input_is_built_all_the_same(text: str) -> None:
    incident = build([account(text or " ", "odd.txt")] if text.strip() else [], profiles=("data-breach",))
    assert incident.title


def test_garbled_text_is_read_as_meant_and_quoted_as_found() -> None:
    plain = "The UK’s records were offered for £500 on a “dark-web” marketplace, the minister’s office said."
    garbled = plain.encode().decode("cp1252", "replace").replace("\ufffd", "\x9d")
    assert garbled != plain
    meant, found = built(plain), built(garbled)
    assert [c.answer.label for c in found.claims] == [c.answer.label for c in meant.claims]
    (text,) = [a.text for a in found.accounts]
    assert text == garbled
    excerpts = [e for c in found.claims for e in c.evidence] + [f.excerpt for f in found.figures]
    assert excerpts
    assert all(text[e.start : e.end] == e.text for e in excerpts)


def test_progress_is_told() -> None:
    told: list[tuple[str, int, int]] = []
    build([account(LEAK, "a.txt")], progress=lambda what, done, total: told.append((what, done, total)))
    assert {what for what, _, _ in told} == {"reading", "extracting", "comparing"}


def test_the_same_input_gives_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LEAK, encoding="utf-8")
    (tmp_path / "b.txt").write_text(LEAK_TOO, encoding="utf-8")
    graphs = []
    for seed in ("0", "17"):
        out = tmp_path / f"{seed}.trig"
        command = [sys.executable, "-m", "incident_graph", "build", "-q", str(tmp_path / "*.txt"), "-g", str(out)]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        graphs.append(out.read_bytes())
    assert graphs[0] == graphs[1]
