"""Invented graphs with as many claims as wanted, made without reading any text: the same numbers give the same bytes.

Every incident has the same number of accounts, each of which answers ten questions of the profile ``data-breach`` in
sentences of its own. Readings, comparisons and triples are made by the program itself, so that a graph is what a build
would have written. A number of incidents are made so; those beyond are copies with other IRIs, names and quotations.
"""

import datetime as dt
import hashlib
import random
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from incident_graph.accounts import Account, Excerpt
from incident_graph.comparison import compare
from incident_graph.model import Answer, Certainty, Claim, Entity, Figure, Incident, Speaker, Stance
from incident_graph.model.ids import make_id
from incident_graph.network.lookup import letters
from incident_graph.profile import load_profiles
from incident_graph.rdf import canonical, write_nquads, write_quads
from incident_graph.values import Period, Quantity

PROFILE = "data-breach"
ACCOUNTS = 10
QUESTIONS = 10  # and as many claims an account
PATTERNS = 40
#: Stands for the number of the incident, everywhere, in as many digits.
_NUMBER = "9990000000"
_BASE = "https://example.org/bench-{}/"

_SYLLABLES = """ba be bo da de do fa fe ga go ka ke ko la le lo ma me mo na ne no pa pe po ra re ro sa se ta te
va""".split()
_KINDS = {
    "howItGotOut": ("Means", 4),
    "dataKinds": ("Data", 6),
    "regulatorStep": ("Step", 3),
}
_NAMES = {"heldBy": "Organisation", "blamed": "Organisation", "listedOn": "Platform"}
_COUNTS = ("500,000", "about 500,000", "half a million", "at least 480,000", "620,000", "1.2 million")
_DAYS = ("12 March 2026", "early March 2026", "March 2026", "4 April 2026")
_PHRASES = ("an inquiry by outside experts", "no comment", "an apology to those affected", "a helpline for all callers")
_ASKED = ("peopleAffected", "whenListed", "published", "holderResponse", *_KINDS, *_NAMES)


def words(draw: random.Random, count: int) -> str:
    """Words of no language, so that no two accounts share a run of them."""
    return " ".join("".join(draw.choices(_SYLLABLES, k=3)) for _ in range(count))


@lru_cache(maxsize=1)
def _profile() -> Any:
    return load_profiles((PROFILE,))


def _pick(draw: random.Random, count: int) -> int:
    """A number below ``count``: the first most often, each next one less."""
    return min(int(draw.expovariate(1.1)), count - 1)


class _Teller:
    """Writes one account and what it claims."""

    def __init__(self, number: int, place: int, draw: random.Random) -> None:
        self.number, self.place, self.draw = number, place, draw
        self.text = f"{words(draw, 5).capitalize()} {_NUMBER}\n\n"
        self.told: list[tuple[str, str, int, int, int, int]] = []  # question, value, sentence and value from..to

    def tell(self, question: str, value: str) -> None:
        """Add a sentence that gives ``value`` for an answer."""
        before, after = words(self.draw, 6).capitalize(), words(self.draw, 5)
        start = len(self.text)
        at = start + len(before) + 1
        self.text += f"{before} {value} {after} {_NUMBER}.\n"
        self.told.append((question, value, start, len(self.text) - 1, at, at + len(value)))

    def account(self) -> Account:
        """The account."""
        return Account(
            hashlib.sha256(self.text.encode()).hexdigest(),
            f"{self.place:05}.txt",
            self.text,
            letters(self.place),
            title=self.text.partition("\n")[0],
            publisher=f"{words(self.draw, 1).capitalize()} Wire {_NUMBER}",
            issued=dt.date(2026, 4, 1) + dt.timedelta(days=self.place % 28),
        )


def make_incident(number: int, accounts: int = ACCOUNTS) -> Incident:
    """Invented incident ``number``, in canonical order: ``accounts`` accounts of ten claims each."""
    profile = _profile()
    draw = random.Random(f"incident {number}")
    by_name = {q.name: q for q in profile.questions.values()}
    kinds = {
        name: [profile.kinds.by_iri[k] for k in profile.kinds.narrower(by_name[name].answer_kinds[0])][:count]
        for name, (_, count) in _KINDS.items()
    }
    names = {name: [f"{words(draw, 2).title()} {_NUMBER}" for _ in range(4)] for name in _NAMES}
    entities: dict[str, Entity] = {}
    figures: list[Figure] = []
    claims: list[Claim] = []
    told: list[Account] = []
    for place in range(accounts):
        teller = _Teller(number, place, draw)
        for name in _ASKED:
            pools = {"peopleAffected": _COUNTS, "whenListed": _DAYS, "published": ("yes", "no"), **names}
            pool = pools.get(name) or [k.label for k in kinds[name]] if name != "holderResponse" else _PHRASES
            teller.tell(name, pool[_pick(draw, len(pool))])
        account = teller.account()
        told.append(account)
        for name, value, start, end, low, high in teller.told:
            question, named = by_name[name], account.excerpt(low, high)
            answer = _answer(name, value, named, kinds, entities, figures)
            hedged, said, sort = draw.random() < 0.2, draw.random() < 0.25, draw.random()
            stance = Stance.DENIES if sort > 0.96 else Stance.NO_EVIDENCE if sort > 0.93 else Stance.ASSERTS
            claims.append(
                Claim(
                    make_id("claim", account.id, question.iri, value, start),
                    account.id,
                    question.iri,
                    answer,
                    (account.excerpt(start, end),),
                    stance,
                    Certainty.HEDGED if hedged else Certainty.PLAIN,
                    "appears to" if hedged else "",
                    (Speaker("the seller"),) if said else (),
                    rules=("invented",),
                    ways=("cue", "model"),
                )
            )
    issues, readings, comparisons, compared = compare(claims, profile.questions, profile.kinds, told)
    used = {a for c in compared for k in c.answer.kinds for a in profile.kinds.ancestors(k)}
    return canonical(
        Incident(
            title=f"Bench {_NUMBER}",
            base=_BASE.format(_NUMBER),
            accounts=tuple(told),
            entities=tuple(entities.values()),
            figures=tuple(figures),
            claims=compared,
            issues=issues,
            readings=readings,
            comparisons=comparisons,
            kinds=tuple(replace(profile.kinds.by_iri[k], patterns=()) for k in sorted(used)),
            profiles=profile.names,
        )
    )


def _answer(
    name: str, value: str, named: Excerpt, kinds: dict[str, Any], entities: dict[str, Entity], figures: list[Figure]
) -> Answer:
    if name in _NAMES:
        identity = make_id("entity", name, value)
        known = entities.get(identity, Entity(identity, value, _NAMES[name]))
        mentions = (*known.mentions, named)
        entities[identity] = Entity(identity, value, _NAMES[name], mentions=mentions, rules=("invented",))
        return Answer(value, entity=identity, named=True)
    if name in kinds:
        kind = next(k for k in kinds[name] if k.label == value)
        return Answer(value, kind=kind.iri, kinds=frozenset([kind.iri]))
    if name == "published":
        return Answer(value, polarity=value == "yes")
    if name == "holderResponse":
        return Answer(value, phrase=value)
    parsed: Quantity | Period = Period.parse(value) if name == "whenListed" else Quantity.parse(value)
    if isinstance(parsed, Quantity):
        parsed = Quantity(parsed.low, parsed.high, parsed.stated, "person")
    figure = Figure(make_id("figure", named.account, named.start, named.end), named, parsed, rules=("invented",))
    figures.append(figure)
    if isinstance(parsed, Quantity):
        return Answer(value, figure=figure.id, quantity=parsed)
    return Answer(value, figure=figure.id, period=parsed)


@lru_cache(maxsize=PATTERNS)
def _pattern(number: int, accounts: int) -> bytes:
    import io

    out = io.BytesIO()
    write_nquads(write_quads(make_incident(number, accounts)), out)
    return out.getvalue()


def nquads_of(number: int, accounts: int = ACCOUNTS) -> bytes:
    """Incident ``number`` as sorted N-Quads."""
    return _pattern(number % PATTERNS, accounts).replace(_NUMBER.encode(), f"{number:010}".encode())


def incident_iri(number: int) -> str:
    """The IRI of incident ``number``."""
    return _BASE.format(f"{number:010}") + "incident"


def write_claims(path: Path, claims: int, accounts: int = ACCOUNTS) -> tuple[int, int]:
    """Write a graph of that many claims to ``path`` as N-Quads; the number of incidents and of quads in it."""
    incidents = max(1, claims // (accounts * QUESTIONS))
    quads = 0
    with path.open("wb") as out:
        for number in range(incidents):
            lines = nquads_of(number, accounts)
            quads += lines.count(b"\n")
            out.write(lines)
    return incidents, quads


def in_parts(claims: int, accounts: int = ACCOUNTS) -> Iterator[bytes]:
    """The same graph, an incident at a time."""
    for number in range(max(1, claims // (accounts * QUESTIONS))):
        yield nquads_of(number, accounts)
