"""Short ways to write questions, kinds, accounts and claims for the tests of comparison."""

import datetime as dt
import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from incident_graph.accounts import Account
from incident_graph.comparison import compare
from incident_graph.comparison.comparing import Result
from incident_graph.model import Answer, Certainty, Claim, Incident, Speaker, Stance
from incident_graph.profile import AnswerType, CompareBy, Kind, Kinds, Question
from incident_graph.values import Period, Quantity
from incident_graph.vocabulary import INC

_numbers = itertools.count()


def kinds_of(declared: Mapping[str, Mapping[str, Sequence[str]]]) -> Kinds:
    """Kinds by short names: ``{"shop": {"wider": ["site"], "disjoint": ["forum"]}}``."""
    return Kinds(
        {
            name: Kind(name, name, wider=tuple(more.get("wider", ())), disjoint=tuple(more.get("disjoint", ())))
            for name, more in declared.items()
        }
    )


def question(name: str = "venue", compare_by: str = "Identity", one_answer: bool = True, **more: Any) -> Question:
    """A question with the local name ``name``."""
    answer = AnswerType(more.pop("answer", "Entity"))
    return Question(f"q:{name}", name, name.capitalize(), f"{name}?", answer, CompareBy(compare_by), one_answer, **more)


def account(letter: str, text: str = "", **more: Any) -> Account:
    """An account; without a text it shares no words with any other."""
    own = text or " ".join(f"{letter.lower()}{n}" for n in range(40))
    return Account(letter.encode().hex().ljust(64, "0"), f"{letter.lower()}.txt", own, letter, **more)


def answer(given: Mapping[str, Any], world: Mapping[str, Any]) -> Answer:
    """An answer from a row of a table; ``world`` declares the named things, with their kinds and attributes."""
    basis = given.get("basis", "")
    attributes = frozenset((str(k), str(v)) for k, v in given.get("attributes", {}).items())
    if "named" in given:
        thing = world.get(given["named"]) or {}
        own = frozenset((str(k), str(v)) for k, v in (thing.get("attributes") or {}).items())
        kinds = frozenset(INC + k[4:] if k.startswith("inc:") else k for k in thing.get("kinds") or ())
        label = thing.get("label", given["named"].capitalize())
        entity = "entity-" + given["named"]
        return Answer(label, entity=entity, named=True, kinds=kinds, attributes=own | attributes, basis=basis)
    if "number" in given or "low" in given or "high" in given:
        stated = Decimal(str(given["number"])) if "number" in given else None
        low, high = (Decimal(str(given[end])) if end in given else stated for end in ("low", "high"))
        quantity = Quantity(low, high, stated, given.get("unit", "person"))
        return Answer(str(given), figure="figure-1", quantity=quantity, basis=basis)
    if "from" in given:
        first, last = (dt.date.fromisoformat(str(given[end])) for end in ("from", "to"))
        edtf = str(first) if first == last else f"{first}/{last}"
        return Answer(edtf, figure="figure-1", period=Period(edtf, first, last), basis=basis)
    if "edtf" in given:
        return Answer(given.get("words", given["edtf"]), figure="figure-1", period=Period(given["edtf"]), basis=basis)
    if "polarity" in given:
        return Answer("yes" if given["polarity"] else "no", polarity=given["polarity"], basis=basis)
    if "kind" in given:
        return Answer(given["kind"], kind=given["kind"], kinds=frozenset({given["kind"]}), basis=basis)
    words = given.get("words", " ".join(given.get("is", ["something"])))
    phrase = words if "is" not in given and words else None
    is_thing = None if phrase else "entity-described"
    return Answer(
        words or "not said",
        entity=is_thing if words else None,
        phrase=phrase,
        kinds=frozenset(given.get("is", ())),
        attributes=attributes,
        basis=basis,
    )


def claim(by: Account, of: Question, what: Answer, *, at: int | None = None, **more: Any) -> Claim:
    """A claim with evidence of its own, or at a given place of the account; found in two ways, so that it is firm."""
    number = next(_numbers)
    start = at if at is not None else number % 60
    return Claim(
        id=more.pop("id", f"claim-{number:04}"),
        account=by.id,
        question=of.iri,
        answer=what,
        evidence=(by.excerpt(start, start + 1),),
        stance=Stance(more.pop("stance", "Asserts")),
        certainty=Certainty(more.pop("certainty", "Plain")),
        speakers=tuple(Speaker(label) for label in more.pop("speakers", ())),
        ways=more.pop("ways", ("cue", "model")),
        **more,
    )


def run(claims: Sequence[Claim], questions: Iterable[Question], kinds: Kinds, accounts: Sequence[Account]) -> Result:
    """``compare`` with the questions as a list."""
    return compare(claims, {q.iri: q for q in questions}, kinds, accounts)


def incident(
    claims: Sequence[Claim], questions: Iterable[Question], kinds: Kinds, accounts: Sequence[Account]
) -> Incident:
    """A whole incident of the claims."""
    issues, readings, comparisons, own = run(claims, questions, kinds, accounts)
    empty = Incident("Test", "https://example.org/test/")
    return replace(
        empty, accounts=tuple(accounts), claims=own, issues=issues, readings=readings, comparisons=comparisons
    )
