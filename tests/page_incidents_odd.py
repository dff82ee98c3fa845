"""Incidents that try the page: many accounts, hostile text in every field, one account alone, names in any script."""

import hashlib
import json
import tempfile
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import pairwise
from pathlib import Path
from typing import Any

from page_incident import NS, find, incident

from incident_graph.accounts import Account, Excerpt, read_accounts
from incident_graph.decisions import Decision, Place
from incident_graph.model import Answer, Claim, Comparison, Entity, Incident, Issue, Reading, Verdict
from incident_graph.pipeline import build
from incident_graph.profile import AnswerType, CompareBy, Question


def generated(number_of_accounts: int, number_of_issues: int, *, text: str = "They said {n}. ") -> Incident:
    """Many accounts of many questions, all invented by counting; every third question is in conflict."""
    made = []
    for n in range(number_of_accounts):
        body = "".join(text.format(n=f"answer {n % (i + 2)} to {i}") for i in range(number_of_issues))
        made.append(Account(hashlib.sha256(f"{n}{body}".encode()).hexdigest(), f"{n:03}.txt", body, ""))
    claims, issues, readings, comparisons = [], [], [], []
    for i in range(number_of_issues):
        question = Question(f"{NS}q{i}", f"q{i}", f"Question {i}", f"What is {i}?", AnswerType.PHRASE,
                            CompareBy.IDENTITY, True, i, f"Group {i % 3}")  # fmt: skip
        groups: dict[int, list[Claim]] = {}
        for n, account in enumerate(made):
            value = n % (i + 2)
            if value > 5:
                continue
            quote = find(account, f"answer {value} to {i}")
            claim = Claim(f"claim-{i}-{n}", account.id, question.iri, Answer(f"answer {value}"), (quote,))
            claims.append(claim)
            groups.setdefault(value, []).append(claim)
        for value, held in groups.items():
            readings.append(
                Reading(
                    f"reading-{i}-{value}",
                    f"issue-q{i}",
                    f"answer {value}",
                    tuple(c.id for c in held),
                    tuple(c.account for c in held),
                    len(held),
                )
            )
        verdict = (Verdict.CONFLICTS, Verdict.COMPLEMENTS, Verdict.AGREES)[i % 3] if len(groups) > 1 else Verdict.SINGLE
        if len(groups) > 1:
            comparisons.append(
                Comparison(f"comparison-{i}", f"issue-q{i}", f"reading-{i}-0", f"reading-{i}-1", verdict)
            )
        heard = {c.account for held in groups.values() for c in held}
        issues.append(Issue(f"issue-q{i}", question, verdict, tuple(a.id for a in made if a.id not in heard)))
    return Incident("Generated", "https://example.org/generated/", tuple(made), (), (), tuple(claims), tuple(issues),
                    tuple(readings), tuple(comparisons))  # fmt: skip


HOSTILE = (
    "</script><script>window.ran=1</script><img src=x onerror=window.ran=1>{{7*7}}{% raw %}"
    "javascript:window.ran=1\u202e\u2066\x00\u2028'\"`&amp;"
)


def hostile(*, kinds: bool = False) -> Incident:
    """The fire again, with hostile text in every field that comes from accounts, profiles or users; with ``kinds`` also
    in the kinds of entities, which then can have no IRI."""
    fire = incident()
    front = HOSTILE + "\n"

    def move(e: Excerpt) -> Excerpt:
        return Excerpt(e.account, e.start + len(front), e.end + len(front), e.text)

    return replace(
        fire,
        title=HOSTILE,
        accounts=tuple(
            replace(
                a,
                text=front + a.text,
                title=HOSTILE,
                publisher=HOSTILE,
                file_name=HOSTILE,
                credit=HOSTILE,
                warnings=(HOSTILE,),
            )
            for a in fire.accounts
        ),
        claims=tuple(
            replace(
                c,
                answer=replace(c.answer, label=HOSTILE),
                hedge=HOSTILE if c.hedge else "",
                speakers=tuple(replace(s, label=HOSTILE, excerpt=None) for s in c.speakers),
                evidence=tuple(move(e) for e in c.evidence),
            )
            for c in fire.claims
        ),
        entities=tuple(
            replace(
                e,
                label=HOSTILE,
                kind=HOSTILE if kinds else e.kind,
                alt_labels=(HOSTILE,),
                mentions=tuple(move(m) for m in e.mentions),
            )
            for e in fire.entities
        ),
        issues=tuple(
            replace(i, question=replace(i.question, label=HOSTILE, text=HOSTILE, group=HOSTILE + i.question.group))
            for i in fire.issues
        ),
        readings=tuple(replace(r, label=HOSTILE) for r in fire.readings),
        comparisons=tuple(replace(c, rests_on=HOSTILE) for c in fire.comparisons),
        rejected=(HOSTILE,),
    )


def hostile_everywhere() -> Incident:
    """The fire with hostile text at the head of every string that an incident holds: ids, IRIs, units and letters too.
    What referred to something still does; such an incident can have no RDF. Two titles have a megabyte."""
    fire = incident()
    kept = {part for a in fire.accounts for part in (a.id, a.sha256)}  # these are reckoned, not written by anybody
    poisoned: Incident = _poisoned(fire, kept)
    first = replace(poisoned.accounts[0], title=HOSTILE + "T" * 1_000_000)
    return replace(poisoned, title=HOSTILE + "T" * 1_000_000, accounts=(first, *poisoned.accounts[1:]))


def _poisoned(value: Any, kept: set[str]) -> Any:
    front = HOSTILE + "\n"
    if isinstance(value, str) and not isinstance(value, Enum):
        return value if value in kept else HOSTILE + value
    if isinstance(value, Excerpt):
        return Excerpt(value.account, value.start + len(front), value.end + len(front), value.text)
    if isinstance(value, (tuple, frozenset)):
        return type(value)(_poisoned(v, kept) for v in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {f.name: _poisoned(getattr(value, f.name), kept) for f in fields(value) if f.init}
    if isinstance(value, Account):
        changed |= {"text": front + value.text, "warnings": (HOSTILE,), "credit": HOSTILE}
    return replace(value, **changed)


DECIDED_QUESTION = "https://w3id.org/incident-graph/profile/data-breach#listedOn"


def decided() -> Incident:
    """A built incident of two accounts with hostile text in every field of decisions that people write, and in a file's
    name, title and publisher; decisions that fit nothing are among what was not believed."""
    told = "The clinic said that 40 patients were told. A trader offered the records on a market.\n"
    said = HOSTILE.replace("\x00", "").replace("\u2028", "")
    head = f"---\ntitle: {json.dumps(said)}\npublisher: {json.dumps(said)}\n---\n"
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("a.txt", told), ("b <img src=x onerror=window.ran=1>.txt", told + "It was an auction.\n")):
            (Path(folder) / name).write_text(head + text, encoding="utf-8")
        accounts = read_accounts([folder])
    at = Place(accounts[0].sha256, "a market", prefix="records on ")
    lost = Place(accounts[0].sha256, said, prefix=said)
    people = {"by": said, "note": said}
    decisions = [
        Decision("add", "claim", at, question=DECIDED_QUESTION, value=said, hedge=said, speaker=said, **people),
        Decision("accept", "claim", lost, question=DECIDED_QUESTION, of=said, **people),
        Decision("retype", "name", Place(accounts[0].sha256, "The clinic"), value="Person", **people),
        Decision("merge", "name", Place(accounts[0].sha256, "The clinic"), other=lost, **people),
    ]
    return build(accounts, profiles=["data-breach"], decisions=decisions, title=said)


def single() -> Incident:
    """What one account alone gives: every issue is its own."""
    fire = incident()
    only = fire.accounts[0].id
    readings = tuple(
        replace(r, witnesses=(only,), claims=tuple(c for c in r.claims if c.endswith("-A")), independent_witnesses=1)
        for r in fire.readings
        if only in r.witnesses
    )
    return replace(
        fire,
        accounts=fire.accounts[:1],
        readings=readings,
        claims=tuple(c for c in fire.claims if c.account == only),
        comparisons=(),
        issues=tuple(replace(i, verdict=Verdict.SINGLE, silent=()) for i in fire.issues),
    )


def calm() -> Incident:
    """The fire without anything that could not be true at once."""
    fire = incident()
    return replace(
        fire,
        issues=tuple(
            replace(i, verdict=min(i.verdict, Verdict.COMPLEMENTS, key=lambda v: v.strength)) for i in fire.issues
        ),
        comparisons=(),
    )


def crowded(number: int = 150) -> Incident:
    """The fire with many more names, each in a sentence with the next, in one account."""
    fire = incident()
    names = [f"Witness {n}" for n in range(1, number + 1)]
    front = "".join(f"{one} met {other}.\n" for one, other in pairwise(names))
    last = fire.accounts[-1]
    account = replace(last, text=last.text + front)
    found = [
        Entity(
            f"entity-witness-{n}", name, "Person", True, mentions=(find(account, f"{name} "), find(account, f"{name}."))
        )
        for n, name in enumerate(names[1:-1])
    ]
    return replace(fire, accounts=(*fire.accounts[:-1], account), entities=(*fire.entities, *found))


def bare() -> Incident:
    """The fire, told by accounts of which nothing is known."""
    fire = incident()
    blank = {"title": None, "publisher": None, "issued": None, "credit": None}
    return replace(fire, accounts=tuple(replace(a, **blank) for a in fire.accounts))


def names() -> Incident:
    """The fire with very long names, and names in scripts that run the other way or have no spaces."""
    fire = incident()
    long = "Internationale-Lagerhausgesellschaft-und-Speditionsbetriebe-" * 8
    given = ["מחסני הצפון בע״מ", "北風倉庫株式会社", long, "W" * 400, "مستودعات الميناء"]

    def name(label: str, n: int) -> str:
        return given[n % len(given)] if label else label

    return replace(
        fire,
        title=long,
        accounts=tuple(replace(a, title=name("x", n), publisher=name("x", n)) for n, a in enumerate(fire.accounts)),
        entities=tuple(replace(e, label=name(e.label, n)) for n, e in enumerate(fire.entities)),
        readings=tuple(replace(r, label=name(r.label, n)) for n, r in enumerate(fire.readings)),
        claims=tuple(replace(c, answer=replace(c.answer, label=name("x", n))) for n, c in enumerate(fire.claims)),
    )


def turned() -> Incident:
    """The fire with marks in every label, and in a quotation, that turn the direction of writing."""
    fire = incident()
    mark = "\u202e\u2067"

    def turn(e: Excerpt) -> Excerpt:
        return e._replace(text=e.text.replace("Northwind", f"{mark}Northwind"))

    accounts = {a.id: replace(a, text=a.text.replace("Northwind", f"{mark}Northwind"), title=mark + "t", publisher=mark)
                for a in fire.accounts}  # fmt: skip

    def place(e: Excerpt) -> Excerpt:
        text = accounts[e.account].text
        found = turn(e).text
        start = text.index(found)
        return Excerpt(e.account, start, start + len(found), found)

    return replace(
        fire,
        title=mark + fire.title,
        accounts=tuple(accounts.values()),
        entities=tuple(
            replace(e, label=mark + e.label, mentions=tuple(place(m) for m in e.mentions)) for e in fire.entities
        ),
        issues=tuple(
            replace(i, question=replace(i.question, label=mark + i.question.label, text=mark)) for i in fire.issues
        ),
        readings=tuple(replace(r, label=mark + r.label) for r in fire.readings),
        claims=tuple(
            replace(
                c,
                answer=replace(c.answer, label=mark + c.answer.label),
                evidence=tuple(place(e) for e in c.evidence),
                speakers=tuple(replace(s, label=mark + s.label, excerpt=None) for s in c.speakers),
            )
            for c in fire.claims
        ),
    )
