"""Exports that are no RDF dataset: the table of claims, networks for graph programs, nanopublications."""

import csv
import dataclasses
import io
from collections.abc import Callable
from typing import BinaryIO

import networkx as nx
import pytest
import rdflib
from example_incident import FIRE, TEXTS, example
from hash_seeds import printed_under_hash_seeds
from pyoxigraph import Quad, RdfFormat, parse

from incident_graph import vocabulary as v
from incident_graph.accounts import Account
from incident_graph.errors import UsageError
from incident_graph.export import (
    NETWORKS,
    nanopublications,
    write_claims_table,
    write_gexf,
    write_graphml,
    write_trig,
)
from incident_graph.model import Incident
from incident_graph.network import network_graph
from incident_graph.rdf import write_quads

INCIDENT = example()
Write = Callable[[Incident, BinaryIO, str], None]


def table(incident: Incident) -> list[dict[str, str]]:
    out = io.BytesIO()
    write_claims_table(incident, out)
    return list(csv.DictReader(io.StringIO(out.getvalue().decode("utf-8"), newline="")))


def test_every_claim_is_a_row_and_its_quotation_stands_where_the_row_says() -> None:
    rows = table(INCIDENT)
    assert sorted(row["claim"] for row in rows) == sorted(claim.id for claim in INCIDENT.claims)
    for row in rows:
        assert TEXTS[row["account"]][int(row["start"]) : int(row["end"])] == row["quotation"].removeprefix("'")
        assert TEXTS[row["account"]].splitlines()[int(row["line"]) - 1]


def test_figures_are_bare_numbers_and_readings_those_of_the_comparison() -> None:
    rows = [row for row in table(INCIDENT) if row["stated"]]
    assert rows
    assert all(row["low"] or row["high"] for row in rows)
    assert [float(row["stated"]) for row in rows]
    labels = {reading.label for reading in INCIDENT.readings}
    assert {row["reading"] for row in table(INCIDENT)} <= {*labels, ""}


def test_no_cell_of_the_table_is_a_formula_and_no_line_is_made_up_without_texts() -> None:
    hostile = "=HYPERLINK(1)"
    accounts = tuple(
        Account(a.sha256, hostile, "", a.letter, publisher="@cmd", issued=a.issued) for a in INCIDENT.accounts
    )
    for row in table(dataclasses.replace(INCIDENT, accounts=accounts)):
        assert (row["file"], row["publisher"], row["line"]) == ("'" + hostile, "'@cmd", "")


def test_an_empty_incident_has_a_table_with_a_head_alone() -> None:
    assert table(Incident("nothing", "https://example.org/x/")) == []


@pytest.mark.parametrize(("write", "read"), [(write_graphml, nx.read_graphml), (write_gexf, nx.read_gexf)])
@pytest.mark.parametrize("network", NETWORKS)
def test_networks_are_read_back_whole(write: Write, read: "Callable[[BinaryIO], nx.Graph[str]]", network: str) -> None:
    out = io.BytesIO()
    write(INCIDENT, out, network)
    back, wanted = read(io.BytesIO(out.getvalue())), NETWORKS[network](INCIDENT)
    assert back.is_directed() == wanted.is_directed()
    assert set(back) == set(wanted)
    assert {frozenset(edge[:2]) for edge in back.edges} == {frozenset(edge[:2]) for edge in wanted.edges}
    assert back.number_of_edges() == wanted.number_of_edges()


def test_a_network_keeps_verdicts_and_letters() -> None:
    out = io.BytesIO()
    write_graphml(INCIDENT, out)
    back = nx.read_graphml(io.BytesIO(out.getvalue()))
    for node, data in network_graph(INCIDENT).nodes(data=True):
        assert back.nodes[node]["label"] == data["label"]
        assert back.nodes[node].get("verdict") == data.get("verdict")
        assert back.nodes[node].get("letters", "").split() == list(data.get("letters", []))


@pytest.mark.parametrize("write", [write_graphml, write_gexf])
def test_controls_in_names_make_no_broken_xml(write: Write) -> None:
    out = io.BytesIO()
    write(dataclasses.replace(INCIDENT, title="a\x00b\x1b<&>\ud800"), out, "divergence")
    assert "a�b�&lt;&amp;&gt;�" in out.getvalue().decode("utf-8")


def test_an_unknown_network_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match="unknown network: friends"):
        write_gexf(INCIDENT, io.BytesIO(), "friends")


@pytest.mark.parametrize("what", ["write_graphml(example(), out)", "write_gexf(example(), out, 'entities')"])
def test_same_bytes_under_another_hash_seed(what: str) -> None:
    head = (
        "import sys; from example_incident import example; from incident_graph.export import *; out = sys.stdout.buffer"
    )
    printed = printed_under_hash_seeds(f"{head}; {what}")
    assert len(printed) == 1
    assert printed.pop().startswith("<?xml")


# --- nanopublications


def published() -> list[Quad]:
    return list(nanopublications(write_quads(INCIDENT)))


def test_a_nanopublication_a_claim_each_with_its_four_graphs() -> None:
    out = io.BytesIO()
    write_trig(published(), out, base=INCIDENT.base)
    dataset = rdflib.Dataset()
    dataset.parse(data=out.getvalue(), format="trig")
    assert set(parse(out.getvalue(), format=RdfFormat.TRIG)) == set(published())
    kind = rdflib.URIRef(v.NP + "Nanopublication")
    found = {s for s, _, _, _ in dataset.quads((None, rdflib.RDF.type, kind, None))}
    assert len(found) == len(INCIDENT.claims)
    for node in found:
        parts = {f"{node}-{part}" for part in ("head", "assertion", "provenance", "pubinfo")}
        linked = {str(o) for p in ("Assertion", "Provenance", "PublicationInfo") for o in _objects(dataset, node, p)}
        assert linked == parts - {f"{node}-head"}
        assert all(len(dataset.graph(rdflib.URIRef(part))) for part in parts)


def _objects(dataset: rdflib.Dataset, node: rdflib.term.Node, part: str) -> list[rdflib.term.Node]:
    return [o for _, _, o, _ in dataset.quads((node, rdflib.URIRef(f"{v.NP}has{part}"), None, None))]


def test_a_nanopublication_states_that_it_is_claimed_never_the_claim_and_carries_the_words() -> None:
    quads = published()
    assert not [q for q in quads if q.predicate.value.startswith(FIRE)]
    words = {q.object.value for q in quads if q.predicate.value == v.OA + "exact"}  # type: ignore[union-attr]
    assert words == {excerpt.text for claim in INCIDENT.claims for excerpt in claim.evidence}
    assert not [q for q in quads if q.predicate.value == v.INC + "text"]


def test_a_graph_without_claims_publishes_nothing() -> None:
    assert list(nanopublications([])) == []
