"""RDF: any incident at all comes back, and is the same as quads, as statements and as TriG written at once."""

import dataclasses
import datetime as dt
import io

import pytest
from example_incident import ACCOUNTS, FIRE, example
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Quad

from incident_graph import vocabulary as v
from incident_graph.accounts import Account, Excerpt
from incident_graph.model import (
    Answer,
    Certainty,
    Claim,
    Comparison,
    Entity,
    Figure,
    Grade,
    Incident,
    Issue,
    Merge,
    Reading,
    Speaker,
    Stance,
    Verdict,
)
from incident_graph.model.grade import WAYS, as_ways
from incident_graph.profile import AnswerType, CompareBy, Kind, Question
from incident_graph.rdf import canonical, read_incident, state, statements_of, write_incident, write_quads, write_trig
from incident_graph.rdf.statements import quads_of
from incident_graph.values import Period, Quantity

CHARACTERS = st.characters(exclude_categories=["Cs"])
TEXT = st.text(CHARACTERS, max_size=12)
WORDS = st.text(CHARACTERS, min_size=1, max_size=12)
IRIS = st.sampled_from([FIRE + n for n in "abc"])
NAMES = st.sets(WORDS, max_size=3).map(lambda s: tuple(sorted(s)))
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9)
QUANTITIES = st.builds(Quantity, st.none() | NUMBERS, st.none() | NUMBERS, st.none() | NUMBERS, TEXT)
DATES = st.none() | st.dates(min_value=dt.date(1000, 1, 1))
MINUTES = st.integers(0, 1439)
PERIODS = st.builds(
    Period,
    WORDS,
    DATES,
    DATES,
    st.none() | MINUTES,
    st.none() | st.integers(-720, 840),
    st.none() | st.tuples(MINUTES, MINUTES),
    st.none() | st.integers(0, 6),
)


@st.composite
def incidents(draw: st.DrawFn) -> Incident:
    accounts = tuple(
        Account(
            sha256=f"{n:x}" * 64,
            file_name=draw(WORDS),
            text=draw(st.text(CHARACTERS, min_size=5, max_size=80)),
            letter="ABC"[n],
            body_start=draw(st.integers(0, 5)),
            title=draw(st.none() | WORDS),
            issued=draw(DATES),
            credit=draw(st.none() | WORDS),
            derived_from_sha256=draw(st.none() | st.just("cd" * 32)),
            warnings=draw(NAMES),
        )
        for n in range(draw(st.integers(1, 3)))
    )

    def excerpt(account: Account | None = None) -> Excerpt:
        account = account or draw(st.sampled_from(accounts))
        start = draw(st.integers(0, len(account.text) - 1))
        return account.excerpt(start, draw(st.integers(start + 1, len(account.text))))

    def attributes() -> tuple[tuple[str, str], ...]:
        return tuple(draw(st.dictionaries(st.sampled_from(["country", "role"]), TEXT, max_size=2)).items())

    figures = tuple(
        Figure(f"figure-{n:016x}", excerpt(), draw(QUANTITIES | PERIODS), draw(TEXT), draw(TEXT), rules=draw(NAMES))
        for n in range(draw(st.integers(0, 3)))
    )
    entities = tuple(
        Entity(
            f"entity-{n}",
            draw(TEXT),
            draw(st.sampled_from(["", *v.ENTITY_CLASSES])),
            named=draw(st.booleans()),
            alt_labels=draw(NAMES),
            mentions=tuple({excerpt() for _ in range(draw(st.integers(0, 3)))}),
            merges=tuple(Merge(draw(TEXT), a.id, draw(TEXT)) for a in accounts[: draw(st.integers(0, 2))]),
            kinds=tuple(draw(st.sets(IRIS))),
            attributes=attributes(),
        )
        for n in range(draw(st.integers(0, 3)))
    )

    def answer() -> Answer:
        plain = Answer(draw(WORDS), kinds=frozenset(draw(st.sets(IRIS))), attributes=frozenset(attributes()))
        sorts = (
            ["kind", "polarity", "phrase", "label", "bare"] + ["entity"] * bool(entities) + ["figure"] * bool(figures)
        )
        match draw(st.sampled_from(sorts)):
            case "entity":
                entity = draw(st.sampled_from(entities))
                return dataclasses.replace(plain, entity=entity.id, named=entity.named)
            case "figure":
                figure = draw(st.sampled_from(figures))
                if isinstance(figure.value, Period):
                    return dataclasses.replace(
                        plain, figure=figure.id, period=draw(st.none() | PERIODS), basis=draw(TEXT)
                    )
                return dataclasses.replace(
                    plain, figure=figure.id, quantity=draw(st.none() | QUANTITIES), basis=draw(TEXT)
                )
            case "kind":
                return dataclasses.replace(plain, kind=draw(IRIS))
            case "polarity":
                return dataclasses.replace(plain, polarity=draw(st.booleans()))
            case "phrase":
                return dataclasses.replace(plain, phrase=draw(TEXT))
            case "bare":
                return dataclasses.replace(plain, quantity=draw(QUANTITIES))
        return plain

    claims = []
    for n in range(draw(st.integers(0, 4))):
        account = draw(st.sampled_from(accounts))
        claims.append(
            Claim(
                f"claim-{n}",
                account.id,
                draw(IRIS),
                answer(),
                tuple({excerpt(account): None for _ in range(draw(st.integers(1, 3)))}),
                draw(st.sampled_from(Stance)),
                draw(st.sampled_from(Certainty)),
                draw(TEXT),
                tuple(
                    Speaker(
                        draw(WORDS), draw(st.none() | st.just("entity-9")), draw(st.none() | st.just(excerpt(account)))
                    )
                    for _ in range(draw(st.integers(0, 2)))
                ),
                draw(st.sampled_from("ABC")),
                draw(NAMES),
                moment=draw(st.sampled_from(("", "T18:40", "2025-03-03T18:40"))),
                yields_to=draw(st.none() | st.just("claim-0")),
                ways=as_ways(draw(st.sets(st.sampled_from(WAYS), min_size=1))),
                grade=draw(st.sampled_from(Grade)),
            )
        )
    issues = tuple(
        Issue(
            f"issue-{iri[-1]}",
            Question(
                iri,
                iri[-1],
                draw(TEXT),
                draw(TEXT),
                draw(st.sampled_from(AnswerType)),
                draw(st.sampled_from(CompareBy)),
                draw(st.booleans()),
                order=draw(st.integers(0, 99)),
                tolerance=draw(st.sampled_from([0.0, 0.05, 0.125])),
                answer_classes=("Place",),
            ),
            draw(st.sampled_from(Verdict)),
            tuple(a.id for a in accounts[:1]),
        )
        for iri in sorted({c.question for c in claims})
    )
    readings = tuple(
        Reading(f"reading-{n}", f"issue-{c.question[-1]}", draw(TEXT), (c.id,), (c.account,), draw(st.integers(0, 3)))
        for n, c in enumerate(claims)
    )
    return Incident(
        title=draw(TEXT),
        base="https://example.org/any/",
        accounts=accounts,
        entities=entities,
        figures=figures,
        claims=tuple(claims),
        issues=issues,
        readings=readings,
        comparisons=tuple(
            Comparison(
                f"comparison-{n}",
                r.issue,
                r.id,
                r.id,
                draw(st.sampled_from(Verdict)),
                draw(TEXT),
                draw(st.booleans()),
                as_ways(draw(st.sets(st.sampled_from(WAYS)))),
                draw(st.sampled_from(Grade)),
                draw(TEXT),
            )
            for n, r in enumerate(readings)
        ),
        kinds=tuple(Kind(iri, draw(TEXT), draw(NAMES), (FIRE + "x",)) for iri in sorted(draw(st.sets(IRIS)))),
        profiles=draw(NAMES),
        rejected=draw(NAMES),
    )


@settings(max_examples=40)
@given(incidents())
def test_any_incident_comes_back(incident: Incident) -> None:
    quads = list(write_quads(incident))
    assert read_incident(quads) == canonical(incident)
    assert canonical(dataclasses.replace(canonical(incident))) == canonical(incident)
    assert list(write_quads(read_incident(quads))) == quads
    assert trig_of(incident) == trig_of(quads)
    assert state(incident) == statements_of(quads)
    assert set(quads_of(state(incident))) == set(quads)


def trig_of(what: Incident | list[Quad]) -> bytes:
    """As TriG: at once, or by way of quads."""
    out = io.BytesIO()
    if isinstance(what, Incident):
        write_incident(what, out)
    else:
        write_trig(what, out)
    return out.getvalue()


@pytest.mark.parametrize("base", ["urn:fire", "https://w3id.org/incident-graph/profile/"])
def test_trig_at_once_is_that_of_the_quads(base: str) -> None:
    account = dataclasses.replace(ACCOUNTS[0], file_name="caf\udce9\u202e.txt")
    incident = dataclasses.replace(example(), base=base, accounts=(account, *ACCOUNTS[1:]))
    assert trig_of(incident) == trig_of(list(write_quads(incident)))
    out = io.BytesIO()
    write_incident(incident, out, texts=False)
    assert out.getvalue() == trig_of(list(write_quads(incident, texts=False)))
    assert state(incident) == statements_of(write_quads(incident))
