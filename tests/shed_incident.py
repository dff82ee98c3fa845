"""Two short accounts of an invented fire in a shed, and ways to decide on what they say."""

from collections.abc import Sequence
from pathlib import Path

from incident_graph.accounts import Account, read_accounts
from incident_graph.decisions import Decision, Place, place_of
from incident_graph.decisions.aiming import account_called
from incident_graph.model import Claim, Entity, Incident, Verdict
from incident_graph.pipeline import build

FOLDER = Path(__file__).parent / "cases" / "decisions"
PROFILE = str(FOLDER / "shed.ttl")
SHED = "https://w3id.org/incident-graph/profile/shed#"
HASH = "0" * 64


def read_shed() -> Sequence[Account]:
    """The two accounts."""
    return read_accounts([str(FOLDER / "a.txt"), str(FOLDER / "b.txt")])


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
