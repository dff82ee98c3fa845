"""Validation: a good graph passes, and every rule and shape finds what breaks it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from example_incident import (
    ACCIDENT,
    ACCOUNTS,
    ARSON,
    CAUSE,
    FIRE,
    HURT_12,
    HURT_20,
    INJURED,
    OWNER,
    WELDING,
    A,
    B,
    C,
    example,
    issue_of,
)
from pyoxigraph import Literal, NamedNode, Quad

from incident_graph import vocabulary as v
from incident_graph.accounts import read_accounts
from incident_graph.errors import GraphError
from incident_graph.pipeline import build
from incident_graph.rdf import Names, canonical, read_incident, write_quads
from incident_graph.store import open_graph, save
from incident_graph.validation import Finding, Report, validate
from incident_graph.validation.rules import RULES

QUADS = list(write_quads(example()))
BASE = example().base
INCIDENT = example()


def node(local: str) -> NamedNode:
    return NamedNode(BASE + local)


def term(name: str) -> NamedNode:
    prefix, local = name.split(":")
    return NamedNode(v.PREFIXES[prefix] + local)


def checked(tmp_path: Path, quads: list[Quad], name: str = "g.trig", *, shapes: bool = False) -> Report:
    save(quads, str(tmp_path / name))
    return validate(open_graph(str(tmp_path / name)), shapes=shapes)


@pytest.mark.parametrize("name", ["g.trig", "g.ttl"])
def test_the_example_is_valid(tmp_path: Path, name: str) -> None:
    report = checked(tmp_path, QUADS, name, shapes=True)
    assert report.findings == ()
    assert report.ok
    assert report.summary() == "valid: 3 accounts, 29 excerpts, 15 claims, 13 readings, 6 comparisons"


@pytest.mark.no_cover  # see test_shapes
def test_a_graph_built_from_accounts_is_valid_and_comes_back(tmp_path: Path, seeds: Path) -> None:
    accounts = read_accounts([str(seeds)])
    incident = build(accounts, profiles=["data-breach"])
    quads = list(write_quads(incident))
    assert checked(tmp_path, quads, shapes=True).errors == ()
    assert len(incident.claims) > 20
    for name in ("g.ttl", "g.trig", "g.nq", "g.jsonld"):
        save(quads, str(tmp_path / name))
        assert read_incident(open_graph(str(tmp_path / name))) == canonical(incident)
    with_graphs = [set(open_graph(str(tmp_path / name)).quads()) for name in ("g.trig", "g.nq", "g.jsonld")]
    assert with_graphs == [set(quads)] * 3


Change = Callable[[list[Quad]], list[Quad]]


def without(predicate: str, subject: NamedNode | None = None) -> Change:
    return lambda quads: [q for q in quads if q.predicate != term(predicate) or subject not in (None, q.subject)]


def replaced(predicate: str, old: object, new: NamedNode | Literal) -> Change:
    def change(quads: list[Quad]) -> list[Quad]:
        done = [
            Quad(q.subject, q.predicate, new, q.graph_name) if q.predicate == term(predicate) and q.object == old else q
            for q in quads
        ]
        assert done != quads
        return done

    return change


def added(subject: NamedNode, predicate: str | NamedNode, value: NamedNode | Literal, graph: str = "graph/x") -> Change:
    verb = term(predicate) if isinstance(predicate, str) else predicate
    return lambda quads: [*quads, Quad(subject, verb, value, node(graph))]


CLAIM = {(c.account, c.question, c.answer.label): node(c.id) for c in INCIDENT.claims}
HURT_A = CLAIM[A.id, INJURED.iri, "Twelve people"]
CAUSE_A, CAUSE_C = CLAIM[A.id, CAUSE.iri, "a welding torch"], CLAIM[C.id, CAUSE.iri, "arson"]
OWNER_C = CLAIM[C.id, OWNER.iri, "a fishing co-operative"]
FIRST = node(f"{A.id}#char=28,51")
COMPARISON = node(INCIDENT.comparisons[0].id)
SPEAKER = NamedNode(Names(BASE).speaker(B.id, "A harbour worker"))

BROKEN: dict[str, Change] = {
    "excerpt-text": replaced("oa:exact", Literal("Twenty were hurt"), Literal("Thirty were hurt")),
    "evidence-account": added(HURT_A, "inc:evidence", node(f"{C.id}#char=59,75")),
    "main-evidence": replaced("inc:mainEvidence", FIRST, node(f"{A.id}#char=8,18")),
    "value-label": replaced("inc:value", NamedNode(ACCIDENT), NamedNode(FIRE + "Nobody")),
    "answer-type": replaced("inc:value", NamedNode(ACCIDENT), node("entity-brackwater")),
    "speaker-account": added(CAUSE_C, "inc:accordingTo", SPEAKER),
    "yields-account": added(CAUSE_A, "inc:yieldsTo", CAUSE_C),
    "yields-reading": added(CAUSE_A, "inc:yieldsTo", CAUSE_A),
    "reading-issue": added(node(WELDING.id), "inc:claim", HURT_A),
    "reading-witness": added(node(HURT_20.id), "inc:witness", node(A.id)),
    "witness-count": replaced("inc:witnesses", Literal(2), Literal(3)),
    "comparison-issue": replaced("inc:left", node(HURT_12.id), node(WELDING.id)),
    "issue-verdict": lambda quads: [
        q for q in quads if q.object != term("inc:Complements") or "issue-" in str(q.subject)
    ],
    "silent": added(node(issue_of(CAUSE)), "inc:silent", node(C.id)),
    "plain-triple-place": added(node("incident"), NamedNode(CAUSE.iri), NamedNode(ARSON)),
    "plain-triple-claim": added(node("incident"), NamedNode(CAUSE.iri), NamedNode(ARSON), C.id),
    "letter": replaced("inc:letter", Literal("B"), Literal("A")),
}


def test_every_rule_is_tested() -> None:
    assert set(BROKEN) == {rule.name for rule in RULES}


@pytest.mark.parametrize("rule", BROKEN)
def test_a_rule_finds_what_breaks_it(tmp_path: Path, rule: str) -> None:
    report = checked(tmp_path, BROKEN[rule](QUADS))
    found = [finding for finding in report.findings if finding.rule == rule]
    assert found
    assert not report.ok
    assert all(f.severity == "error" and f.where.startswith("d:") and f.hint for f in found)


def test_a_plain_triple_in_flat_turtle_is_found(tmp_path: Path) -> None:
    path = tmp_path / "g.ttl"
    save(QUADS, str(path))
    with path.open("a", encoding="utf-8") as file:
        file.write(f"<{BASE}incident> <{CAUSE.iri}> <{ARSON}> .\n")
    assert [f.rule for f in validate(open_graph(str(path)), shapes=False).errors] == ["plain-triple-place"]


def test_a_wrong_quotation_is_told_with_what_stands_there(tmp_path: Path) -> None:
    report = checked(tmp_path, BROKEN["excerpt-text"](QUADS))
    (finding,) = report.errors
    start = C.text.index("Twenty")
    assert finding == Finding(
        "error",
        "excerpt-text",
        "quotation not found at its place in the account",
        f"d:{C.id}#char={start},{start + 16}: “Thirty were hurt”, but there stands “Twenty were hurt”",
        "compare it with the account's text; offsets count code points",
    )


def test_offsets_count_code_points_beyond_the_basic_plane(tmp_path: Path) -> None:
    text = ACCOUNTS[1].text
    assert text[-1] == "🔥"
    assert checked(tmp_path, QUADS).ok
    wrong = replaced("inc:text", Literal(text), Literal("🔥" + text))
    assert {f.rule for f in checked(tmp_path, wrong(QUADS)).errors} == {"excerpt-text"}


SHAPES = [
    (without("dcterms:title", node("incident")), "the incident needs one title"),
    (without("inc:letter"), "an account needs one letter"),
    (replaced("schema:sha256", Literal(A.sha256), Literal("no digest")), "SHA-256"),
    (without("inc:evidence"), "a claim without evidence"),
    (without("inc:value", HURT_A), "a claim has one value"),
    (added(HURT_A, "inc:value", term("inc:Yes")), "a claim has one value"),
    (replaced("inc:stance", term("inc:Denies"), term("inc:Doubts")), "a claim has one stance"),
    (without("inc:certainty"), "a claim is plain or hedged"),
    (replaced("inc:tier", Literal("C"), Literal("D")), "tier of a claim"),
    (replaced("oa:start", Literal(28), Literal(60)), "starts at an offset"),
    (replaced("oa:exact", Literal("Twenty"), Literal("")), "exact words"),
    (without("oa:hasSelector", FIRST), "a selector with its offsets"),
    (without("skos:prefLabel", node("entity-brackwater")), "an entity has a name"),
    (replaced("inc:low", Literal(11), Literal(14)), "low end of a quantity"),
    (without("inc:reason"), "a merge needs its reason"),
    (replaced("inc:verdict", term("inc:Contests"), term("inc:Disproves")), "a comparison has one verdict"),
    (replaced("inc:right", node(HURT_20.id), node(HURT_12.id)), "a comparison has one reading on the left"),
    (replaced("inc:independentWitnesses", Literal(1), Literal(9)), "more independent witnesses"),
    (without("rdfs:label", NamedNode(CAUSE.iri)), "a question needs a label"),
    (without("inc:grade", HURT_A), "a claim has one grade"),
    (without("inc:way", HURT_A), "a claim is found in one way or more"),
    (replaced("inc:way", term("inc:Cue"), term("inc:Stance")), "a claim is found in one way or more"),
    (without("inc:grade", COMPARISON), "a comparison has one grade"),
    (replaced("inc:grade", term("inc:Firm"), term("inc:Tentative")), "a conflict that is not firm"),
    (added(HURT_A, "inc:accordingTo", node("entity-brackwater")), "put down to a person, organisation, group"),
    (without("inc:edtf"), None),
]


@pytest.mark.no_cover  # pyshacl takes twice as long where it is traced; the tests around this one run our part of it
@pytest.mark.parametrize(("change", "what"), SHAPES, ids=[what or "nothing" for _, what in SHAPES])
def test_shapes(tmp_path: Path, change: Change, what: str | None) -> None:
    found = [f for f in checked(tmp_path, change(QUADS), shapes=True).errors if f.rule == "shapes"]
    assert bool(found) == bool(what)
    if what:
        assert any(what in f.what and f.hint and f.where.startswith(("d:", "<", "example:")) for f in found)


def test_hedge_and_text_that_are_missing_are_warnings(tmp_path: Path) -> None:
    report = checked(tmp_path, without("inc:text")(without("inc:hedge")(QUADS)), shapes=True)
    assert report.ok
    assert [f.rule for f in report.warnings] == ["shapes", "text", "text", "text"]
    assert "a hedged claim without the hedging words" in report.warnings[0].what
    assert report.summary().endswith("; 4 warnings")


def test_an_empty_and_a_broken_graph(tmp_path: Path) -> None:
    report = checked(tmp_path, [])
    assert [f.what for f in report.errors] == ["the graph holds no incident"]
    (tmp_path / "b.ttl").write_text("<a> <b>", encoding="utf-8")
    with pytest.raises(GraphError):
        validate(open_graph(str(tmp_path / "b.ttl")))
