"""The networks: what is in them, what their edges say, and that nothing is drawn over anything else."""

from dataclasses import replace
from itertools import combinations

import pytest
from hash_seeds import printed_under_hash_seeds
from hypothesis import given
from hypothesis import strategies as st
from page_incident import incident
from page_incidents_odd import generated

from incident_graph.model import Incident, Stance, Verdict
from incident_graph.network import (
    MARKS,
    Lookup,
    agreement_graph,
    divergence_view,
    entity_graph,
    lineage_view,
    network_graph,
    place_divergence,
    place_entities,
    place_lineage,
)
from incident_graph.network.wrap import text_width, wrap


@pytest.fixture(scope="module")
def fire() -> Incident:
    return incident()


def _boxes(graph):
    for node, d in graph.nodes(data=True):
        yield (
            node,
            (d["x"] - d["width"] / 2, d["y"] - d["height"] / 2, d["x"] + d["width"] / 2, d["y"] + d["height"] / 2),
        )


def _overlapping(graph):
    return [
        (one, other)
        for (one, a), (other, b) in combinations(_boxes(graph), 2)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def test_every_verdict_has_its_own_mark():
    assert set(MARKS) == set(Verdict)
    assert len({m.glyph for m in MARKS.values()}) == len(Verdict)
    assert len({m.key for m in MARKS.values()}) == len(Verdict)


def test_what_matters_comes_first(fire):
    order = [i.verdict.strength for i in Lookup(fire).issues()]
    assert order == sorted(order, reverse=True)
    better = replace(
        fire,
        readings=tuple(replace(r, independent_witnesses=3) if r.issue == "issue-warned" else r for r in fire.readings),
    )
    assert Lookup(fire).issues()[0].id != "issue-warned"
    assert Lookup(better).issues()[0].id == "issue-warned"


def test_drawing_is_bounded_and_says_so():
    view = divergence_view(network_graph(generated(30, 80)), most_answers=40)
    kinds = [d["kind"] for _, d in view.nodes(data=True)]
    assert 0 < kinds.count("answer") <= 40
    assert view.graph["left_out"] + kinds.count("question") == 80
    assert all(d["verdict"] == "conflicts" for _, d in view.nodes(data=True) if d["kind"] == "question")


def _standing(view):
    """What a placed divergence shows open: not the answers of a question that is folded."""
    folded = {n for n, d in view.nodes(data=True) if d.get("folded")}
    return view.subgraph(n for n, d in view.nodes(data=True) if n not in folded and d.get("issue") not in folded)


def test_boxes_of_the_divergence_never_overlap(fire):
    for case in (fire, generated(8, 25), generated(40, 12), Incident("", "")):
        assert _overlapping(_standing(place_divergence(divergence_view(network_graph(case))))) == []


def test_boxes_of_the_lineage_never_overlap(fire):
    for case in (fire, generated(8, 25), Incident("", "")):
        assert _overlapping(place_lineage(lineage_view(network_graph(case)))) == []


def test_conflicts_stand_on_top(fire):
    placed = place_divergence(divergence_view(network_graph(fire)))
    column = sorted((d["y"], d["rank"]) for n, d in _standing(placed).nodes(data=True) if d["kind"] == "question")
    assert [rank for _, rank in column] == sorted(rank for _, rank in column)
    assert column[0][1] == 0


def test_questions_that_part_nobody_are_folded_unless_none_does(fire):
    placed = place_divergence(divergence_view(network_graph(fire)))
    folded = {n for n, d in placed.nodes(data=True) if d.get("folded")}
    assert "issue-goods" in folded  # its answers both could be true
    assert not folded & {"issue-operator", "issue-arson", "issue-damage"}
    calm = place_divergence(divergence_view(network_graph(replace(fire, comparisons=()))))
    assert not any(d.get("folded") for _, d in calm.nodes(data=True))


def test_arcs_over_the_same_stretch_have_lanes_of_their_own(fire):
    placed = place_divergence(divergence_view(network_graph(fire)))
    arcs = [
        (placed.nodes[u], placed.nodes[v], d["lane"])
        for u, v, d in placed.edges(data=True)
        if d.get("lane") is not None
    ]
    assert len(arcs) > 10
    for (a, b, lane), (c, d, other) in combinations(arcs, 2):
        if a["issue"] == c["issue"] and lane == other:
            first, second = sorted((a["number"], b["number"])), sorted((c["number"], d["number"]))
            assert first[1] <= second[0] or second[1] <= first[0]


def test_entities_are_linked_by_claims_speakers_and_sentences(fire):
    graph = entity_graph(fire)
    held = graph.edges["incident", "entity-northwind-storage"]
    assert (held["kind"], held["letters"], held["verdict"]) == ("answer", ["A", "C"], "conflicts")
    assert graph.edges["entity-ines-calder", "incident"]["kind"] == "attributed"
    assert graph.edges["entity-ports-inspectorate", "entity-police"]["letters"] == ["C"]
    assert not graph.has_edge("entity-tomas-weil", "entity-ada-lindqvist")  # same account, other sentences
    assert graph.nodes["entity-northwind-storage"]["letters"] == ["A", "C"]


def test_an_edge_that_one_account_denies_says_so(fire):
    claims = tuple(replace(c, stance=Stance.DENIES) if c.id == "claim-operator-0-C" else c for c in fire.claims)
    edge = entity_graph(replace(fire, claims=claims)).edges["incident", "entity-northwind-storage"]
    assert (edge["letters"], edge["against"], edge["firmness"]) == (["A"], ["C"], "stated")


def test_figures_are_linked_by_the_question_they_answer(fire):
    graph = entity_graph(fire)
    figures = {n: d for n, d in graph.nodes(data=True) if d["kind"] == "Figure"}
    assert set(figures) >= {"reading-injured-0", "reading-damage-0", "reading-started-1"}
    assert figures["reading-injured-0"]["letters"] == ["A", "B", "C", "D"]
    edge = graph.edges["incident", "reading-injured-0"]
    assert (edge["label"], edge["verdict"], edge["issue"]) == ("People hurt", "agrees", "issue-injured")
    few = entity_graph(fire, most_figures=1)
    assert sum(d["kind"] == "Figure" for _, d in few.nodes(data=True)) == 1
    assert few.graph["left_out"] == graph.graph["left_out"] + len(figures) - 1


def test_entities_of_one_sentence_keep_it(fire):
    edge = entity_graph(fire).edges["entity-ports-inspectorate", "entity-police"]
    assert (edge["letters"], edge["verdict"]) == (["C"], "single")
    assert edge["sentences"] == ["The Ports Inspectorate and the police are looking into it."]
    account = fire.accounts[2]
    assert edge["lines"] == [account.line_of(account.text.index("The Ports Inspectorate"))]


def test_every_link_of_entities_has_letters_and_a_verdict(fire):
    for _, _, edge in entity_graph(fire).edges(data=True):
        assert edge["letters"] or edge["against"]
        assert edge["verdict"] in {mark.key for mark in MARKS.values()}


def test_entity_labels_never_overlap_and_stay_put(fire):
    graph = place_entities(entity_graph(fire))
    assert _overlapping(graph) == []
    again = place_entities(entity_graph(fire))
    assert dict(graph.nodes(data="x")) == dict(again.nodes(data="x"))


def test_agreement_counts_each_shared_question_once(fire):
    graph = agreement_graph(fire)
    by_letter = {d["letter"]: n for n, d in graph.nodes(data=True)}
    pair = graph.edges[by_letter["A"], by_letter["C"]]
    assert pair == {"shared": 5, "agrees": 4, "differs": 1, "conflicts": 0}
    assert graph.edges[by_letter["A"], by_letter["B"]]["conflicts"] == 4
    for _, _, d in graph.edges(data=True):
        assert d["agrees"] + d["differs"] + d["conflicts"] == d["shared"]


def test_an_empty_incident_has_its_one_node():
    assert list(entity_graph(Incident("", ""))) == ["incident"]
    assert list(agreement_graph(Incident("", ""))) == []


def test_references_to_what_is_missing_are_passed_over(fire):
    torn = replace(fire, claims=fire.claims[::2], accounts=fire.accounts[:2], readings=fire.readings[1:])
    assert place_divergence(divergence_view(network_graph(torn))).number_of_nodes() > 10
    assert place_entities(entity_graph(torn)).number_of_nodes() > 5
    assert agreement_graph(torn).number_of_nodes() == 2


def test_positions_do_not_depend_on_the_hash_seed():
    code = (
        "from page_incident import incident\n"
        "from incident_graph.network import *\n"
        "print(sorted(place_entities(entity_graph(incident())).nodes(data='x')))\n"
        "graph = network_graph(incident())\n"
        "print(place_divergence(divergence_view(graph)).nodes(data=True))\n"
        "print(place_lineage(lineage_view(graph)).nodes(data=True))"
    )
    assert len(printed_under_hash_seeds(code)) == 1


@given(st.text(max_size=200), st.floats(40, 300), st.integers(1, 4))
def test_wrapped_lines_fit(text, width, lines):
    out = wrap(text, width, lines=lines)
    assert 1 <= len(out) <= lines
    assert all(text_width(line) <= width for line in out)


def test_a_very_long_label_costs_little():
    assert wrap("word " * 200_000, 200)[-1].endswith("…")
    assert len(wrap("x" * 1_000_000, 200)) == 3
