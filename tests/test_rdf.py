"""RDF: what is written is the contract, and comes back as it was."""

import dataclasses
import io
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import BinaryIO

import pytest
from example_incident import ACCOUNTS, ARSON, FIRE, B, C, example
from hash_seeds import printed_under_hash_seeds
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from incident_graph import vocabulary as v
from incident_graph.accounts import Account, Excerpt
from incident_graph.errors import GraphError, UsageError
from incident_graph.model import Answer, Claim, Comparison, Entity, Figure, Incident, Issue, Merge, Reading, Speaker
from incident_graph.profile import Kind, Question
from incident_graph.rdf import canonical, flatten, read_incident, write_incident, write_quads, write_trig, write_turtle
from incident_graph.rdf.canonical import KEPT_OF_QUESTION
from incident_graph.values import Period, Quantity

BASE = "https://example.org/fire-at-brackwater/"


def node(local: str) -> NamedNode:
    return NamedNode(BASE + local)


def term(name: str) -> NamedNode:
    prefix, local = name.split(":")
    return NamedNode(v.PREFIXES[prefix] + local)


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    return list(write_quads(example()))


def objects(quads: list[Quad], subject: NamedNode, name: str) -> set[object]:
    return {q.object for q in quads if q.subject == subject and q.predicate == term(name)}


def test_comes_back_as_it_was(quads: list[Quad]) -> None:
    assert read_incident(quads) == canonical(example())


def test_comes_back_from_one_graph(quads: list[Quad]) -> None:
    flat = [q.triple for q in flatten(quads) if isinstance(q, Quad)]
    assert len(flat) < len(quads)
    assert read_incident(flat) == canonical(example())


def test_no_blank_nodes_and_sorted(quads: list[Quad]) -> None:
    assert not any(isinstance(t, BlankNode) for q in quads for t in q)
    assert len(set(quads)) == len(quads)
    keys = [tuple(str(term) for term in (q.graph_name, q.subject, q.predicate)) for q in quads]
    assert keys == sorted(keys)


def test_every_triple_but_the_plain_ones_stands_in_one_graph(quads: list[Quad]) -> None:
    rest = [q.triple for q in quads if q.subject != node("incident")]
    assert len(rest) == len(set(rest))


def test_excerpt_is_a_text_fragment_with_its_words_and_context(quads: list[Quad]) -> None:
    words = "No torch was in use"
    start = B.text.index(words)
    excerpt = node(f"{B.id}#char={start},{start + len(words)}")
    (selector,) = objects(quads, excerpt, "oa:hasSelector")
    assert isinstance(selector, NamedNode)
    assert objects(quads, excerpt, "oa:hasSource") == {node(B.id)}
    assert objects(quads, selector, "oa:exact") == {Literal(words)}
    assert objects(quads, selector, "oa:start") == {Literal(start)}
    assert objects(quads, selector, "oa:prefix") == {Literal(B.text[start - 32 : start])}
    assert objects(quads, selector, "oa:suffix") == {Literal(B.text[start + len(words) :][:32])}
    assert objects(quads, selector, "rdf:type") == {term("oa:TextPositionSelector"), term("oa:TextQuoteSelector")}


def test_plain_triples_are_what_an_account_asserts_and_stand_in_its_graph(quads: list[Quad]) -> None:
    plain = [q for q in quads if q.subject == node("incident") and q.predicate.value.startswith(FIRE)]
    assert {q.graph_name for q in plain} == {node(a.id) for a in ACCOUNTS}
    assert Quad(node("incident"), NamedNode(FIRE + "causedBy"), NamedNode(ARSON), node(B.id)) in plain
    assert not [
        q for q in plain if q.predicate.value.endswith("causedBy") and q.graph_name == node(C.id)
    ]  # no evidence
    assert not [q for q in plain if q.predicate.value.endswith("torchInUse")]  # denied


def test_unnamed_things_are_descriptions(quads: list[Quad]) -> None:
    thing = node("entity-00000000000000c0")
    assert objects(quads, thing, "rdf:type") == {term("inc:Organisation"), term("inc:Description")}
    assert objects(quads, thing, "rdfs:label") == {Literal("a fishing co-operative", language="en")}
    assert not objects(quads, thing, "skos:prefLabel")


def test_unnamed_speakers_belong_to_their_account() -> None:
    incident = example()
    police = Speaker("Police")
    claims = tuple(dataclasses.replace(c, speakers=(police,)) for c in incident.claims)
    quads = list(write_quads(dataclasses.replace(incident, claims=claims)))
    speakers = {q.object for q in quads if q.predicate == term("inc:accordingTo")}
    assert len(speakers) == len(ACCOUNTS)
    assert all(len(objects(quads, s, "inc:account")) == 1 for s in speakers if isinstance(s, NamedNode))


def test_a_pronoun_keeps_whom_it_stands_for_and_words_without_a_speaker_say_so() -> None:
    incident = example()
    first, second, *rest = incident.claims
    named = ACCOUNTS[0].excerpt(0, 4)
    first = dataclasses.replace(first, speakers=(Speaker("He", whom=named), Speaker("the crew")))
    second = dataclasses.replace(second, speakers=(), attributed=True)
    incident = canonical(dataclasses.replace(incident, claims=(first, second, *rest)))
    back = {claim.id: claim for claim in read_incident(write_quads(incident)).claims}
    assert back[first.id].speakers == first.speakers
    assert back[second.id].attributed
    assert not back[second.id].own_voice


def test_texts_can_be_left_out() -> None:
    quads = list(write_quads(example(), texts=False))
    assert not [q for q in quads if q.predicate == term("inc:text")]
    back = read_incident(quads)
    assert back.claims == canonical(example()).claims
    assert {a.text for a in back.accounts} == {""}


def test_claims_before_comparison_are_kept() -> None:
    bare = dataclasses.replace(example(), issues=(), readings=(), comparisons=())
    assert read_incident(write_quads(bare)) == canonical(bare)


def test_a_file_name_that_is_not_unicode() -> None:
    account = dataclasses.replace(ACCOUNTS[0], file_name="caf\udce9.txt")
    incident = dataclasses.replace(example(), accounts=(account, *ACCOUNTS[1:]))
    assert {a.file_name for a in read_incident(write_quads(incident)).accounts} == {"caf?.txt", "b.txt", "c.txt"}


def test_a_base_that_is_no_iri_is_said() -> None:
    with pytest.raises(UsageError, match="not an IRI: my fire/"):
        list(write_quads(dataclasses.replace(example(), base="my fire/")))
    with pytest.raises(UsageError, match="not an IRI: my fire/"):
        write_incident(dataclasses.replace(example(), base="my fire/"), io.BytesIO())


def test_an_answer_that_is_no_iri_is_said() -> None:
    claims = tuple(
        dataclasses.replace(c, answer=Answer("x", kind="a b")) if n == 0 else c for n, c in enumerate(example().claims)
    )
    with pytest.raises(UsageError, match="not an IRI: a b"):
        write_incident(dataclasses.replace(example(), claims=claims), io.BytesIO())


def test_nothing_is_read_from_a_graph_without_incident() -> None:
    with pytest.raises(GraphError, match="no incident"):
        read_incident([])


def test_several_incidents_have_to_be_told_apart(quads: list[Quad]) -> None:
    other = dataclasses.replace(example(), base="https://example.org/other/", title="Another")
    both = [*quads, *write_quads(other)]
    with pytest.raises(GraphError, match="several incidents"):
        read_incident(both)
    assert read_incident(both, incident=BASE + "incident") == canonical(example())


@pytest.mark.parametrize(
    ("name", "value", "what"),
    [
        ("inc:stance", term("inc:Perhaps"), "inc:stance is not one of ours: Perhaps"),
        ("oa:start", Literal("twelve"), "not a number: twelve"),
        ("inc:earliest", Literal("in May"), "not a date: in May"),
    ],
)
def test_what_does_not_fit_is_said(quads: list[Quad], name: str, value: NamedNode | Literal, what: str) -> None:
    bad = [Quad(q.subject, q.predicate, value, q.graph_name) if q.predicate == term(name) else q for q in quads]
    with pytest.raises(GraphError, match=what) as caught:
        read_incident(bad)
    assert BASE in caught.value.where


def test_a_claim_without_value_is_said(quads: list[Quad]) -> None:
    with pytest.raises(GraphError, match="a value is missing: value"):
        read_incident([q for q in quads if q.predicate != term("inc:value")])


def test_same_bytes_under_another_hash_seed() -> None:
    printed = printed_under_hash_seeds(
        "import sys; from example_incident import example; from incident_graph.rdf import write_quads, write_trig;"
        "write_trig(write_quads(example()), sys.stdout.buffer)"
    )
    assert len(printed) == 1
    assert printed.pop().startswith("@prefix")


# What the objects hold is listed here, so that a field added to one of them and not to the graph is noticed.
FIELDS = {
    Account: "sha256 file_name text letter body_start media_type title publisher issued credit derived_from_sha256"
    " derived_from_file warnings path live",
    Excerpt: "account start end text",
    Entity: "id label kind named alt_labels mentions merges kinds attributes tier rules",
    Merge: "surface account reason",
    Figure: "id excerpt value measures noun role subset_of rules",
    Quantity: "low high stated unit",
    Period: "edtf earliest latest minute zone minutes weekday other_minute",
    Answer: "label entity named figure quantity period kind polarity phrase kinds attributes basis",
    Speaker: "label entity excerpt whom",
    Claim: "id account question answer evidence stance certainty hedge speakers tier rules basis moment yields_to ways"
    " grade attributed origin",
    Kind: "iri label labels wider disjoint patterns",  # patterns steer reading; a graph has the labels that were read
    Issue: "id question verdict silent",
    Reading: "id issue label claims witnesses independent_witnesses",
    Comparison: "id issue left right verdict rests_on weak ways grade reason because reconciliation rank",
    Incident: "title base accounts entities figures claims issues readings comparisons kinds profiles rejected credits"
    " reuses",
}


@pytest.mark.parametrize("kind", FIELDS, ids=lambda kind: kind.__name__)
def test_every_field_is_written_or_known_not_to_be(kind: type) -> None:
    names = Excerpt._fields if kind is Excerpt else tuple(f.name for f in dataclasses.fields(kind))
    assert set(names) == set(FIELDS[kind].split())


def test_what_steers_reading_is_not_kept_of_a_question() -> None:
    fields = {f.name: f for f in dataclasses.fields(Question)}
    assert set(fields) >= KEPT_OF_QUESTION
    assert not {name for name in set(fields) - KEPT_OF_QUESTION if fields[name].default is dataclasses.MISSING}


@pytest.mark.parametrize("writer", [write_turtle, write_trig])
def test_numbers_have_one_form(writer: Callable[[Iterable[Quad], BinaryIO], None]) -> None:
    many = {Quantity(Decimal(n), None, None) for n in ("5E+5", "0.250", "-3.0", "12345678901234567890")}
    value = example().figures[0]
    figures = tuple(dataclasses.replace(value, id=f"figure-{n}", value=q) for n, q in enumerate(sorted(many, key=str)))
    out = io.BytesIO()
    writer(write_quads(dataclasses.replace(example(), figures=figures, claims=())), out)
    for text in ("inc:low 500000 ", "inc:low 0.25 ", "inc:low -3 ", "inc:low 12345678901234567890 "):
        assert text in out.getvalue().decode()
