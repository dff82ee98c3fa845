"""The one graph of an incident: what its nodes and edges are, and that drawing, files and SPARQL have the same."""

import io
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import networkx as nx
import pytest
from own_incidents import PROFILES, accounts_of
from page_incident import incident as fire

import incident_graph
from incident_graph.accounts import Account, read_accounts
from incident_graph.comparison import text_sources
from incident_graph.decisions import load
from incident_graph.export import write_gexf, write_graphml
from incident_graph.model import Comparison, Incident, Verdict
from incident_graph.network import EDGE_KINDS, MARKS, NODE_KINDS, OF_VERDICT, edges_of, network_graph
from incident_graph.page import render
from incident_graph.page.drawing import networks
from incident_graph.pipeline import build
from incident_graph.rdf import write_quads
from incident_graph.store import save

SEEDS = Path(__file__).parents[1] / "seeds"
#: The verdicts of two answers that part: every such comparison is an edge everywhere.
PARTING = {
    Verdict.CONFLICTS: "conflicts",
    Verdict.MAY_CONFLICT: "mayConflict",
    Verdict.CONTESTS: "contests",
    Verdict.REFINES: "refines",
    Verdict.UPDATES: "updates",
    Verdict.DIFFERS_UNLESS_LATER: "differsUnlessLater",
}
NAMES = ("seeds", "rail-crash", "dam-flood", "market-attack", "fire")


@cache
def made(name: str) -> Incident:
    if name == "fire":
        return fire()
    if name == "seeds":
        accounts = read_accounts([str(SEEDS)])
        return build(accounts, profiles=["data-breach"], decisions=load(SEEDS / "decisions.jsonl"))
    return build(accounts_of(name), profiles=[PROFILES[name]])


def parting(incident: Incident) -> dict[str, Comparison]:
    return {c.id: c for c in incident.comparisons if c.verdict in PARTING}


@pytest.fixture(params=NAMES)
def told(request: pytest.FixtureRequest) -> Incident:
    found: Incident = made(request.param)
    assert parting(found)
    return found


def expected(incident: Incident) -> dict[str, tuple[str, str, str]]:
    return {c.id: (c.left, PARTING[c.verdict], c.right) for c in parting(incident).values()}


def test_every_comparison_that_parts_is_an_edge_with_verdict_grade_and_reason(told: Incident) -> None:
    graph = network_graph(told)
    edges = {k: (u, d["kind"], v) for u, v, k, d in edges_of(graph, *PARTING.values())}
    assert edges == expected(told)
    for u, v, key, data in edges_of(graph, *PARTING.values()):
        comparison = parting(told)[key]
        assert {graph.nodes[u]["issue"], graph.nodes[v]["issue"]} == {comparison.issue}
        assert data["iri"] == told.base + key
        assert data["verdict"] == MARKS[comparison.verdict].key
        assert (data["grade"], data["reason"]) == (comparison.grade.value.lower(), comparison.reason)


def test_every_comparison_that_parts_is_an_edge_of_the_drawing(told: Incident) -> None:
    drawing = networks(told)["divergence"]["vis"]
    names = {n["id"]: (n["own"].get("issue"), n["own"].get("number")) for n in drawing["nodes"]}
    graph = network_graph(told)
    arcs = {e["id"]: e for e in drawing["edges"] if e["own"]["kind"] in PARTING.values()}
    assert set(arcs) == set(parting(told))
    for key, (left, kind, right) in expected(told).items():
        assert arcs[key]["own"]["kind"] == kind
        ends = [(graph.nodes[graph.nodes[n]["issue"]]["rank"], graph.nodes[n]["number"]) for n in (left, right)]
        assert [names[arcs[key]["from"]], names[arcs[key]["to"]]] == ends


def test_every_comparison_that_parts_is_an_arc_of_the_svg(told: Incident) -> None:
    arcs = networks(told)["divergence"]["svg"]["arcs"]
    counted = Counter("within" if _within(told, c) else PARTING[c.verdict] for c in parting(told).values())
    assert Counter(arc["sort"] for arc in arcs) == counted
    assert render(told).count('class="arc-') == 2 * len(arcs)  # each with its sign


def _within(incident: Incident, comparison: Comparison) -> bool:
    readings = {r.id: r for r in incident.readings}
    return len({*readings[comparison.left].witnesses, *readings[comparison.right].witnesses}) == 1


@pytest.mark.parametrize(("write", "read"), [(write_graphml, nx.read_graphml), (write_gexf, nx.read_gexf)])
def test_every_comparison_that_parts_is_an_edge_of_the_files(
    told: Incident, write: Callable[..., None], read: "Callable[[io.BytesIO], nx.Graph[str]]"
) -> None:
    out = io.BytesIO()
    write(told, out)
    back = read(io.BytesIO(out.getvalue()))
    edges = {d["iri"].removeprefix(told.base): (u, d["kind"], v) for u, v, d in back.edges(data=True) if d.get("iri")}
    assert {k: e for k, e in edges.items() if e[1] in PARTING.values()} == expected(told)


def test_sparql_has_the_edges_of_the_graph(told: Incident, tmp_path: Path) -> None:
    path = str(tmp_path / "told.trig")
    save(write_quads(told), path)
    opened = incident_graph.open(path)
    graph = opened.network()
    iri = dict(graph.nodes(data="iri"))
    rows = opened.rows("network")
    asked = Counter((str(r[-2]), r[0], str(r[-1]), str(r[-3] or ""), str(r[-4] or "")) for r in rows)
    known = Counter(
        (iri[u], d["kind"], iri[v], d.get("question", ""), d.get("iri", "")) for u, v, d in graph.edges(data=True)
    )
    assert asked == known
    conflicts = {str(row[-4]).removeprefix(told.base) for row in opened.rows("network", kind="conflicts")}
    assert conflicts == {c.id for c in told.comparisons if c.verdict is Verdict.CONFLICTS}


def test_edges_join_what_their_type_says(told: Incident) -> None:
    graph = network_graph(told)
    assert {d["kind"] for _, d in graph.nodes(data=True)} <= set(NODE_KINDS)
    speaking = {v for _, v, _, _ in edges_of(graph, "reliesOn")}
    for one, other, _, data in edges_of(graph, *EDGE_KINDS):
        start, end = EDGE_KINDS[data["kind"]].ends
        assert graph.nodes[one]["kind"] == start
        assert graph.nodes[other]["kind"] == end or (end == "entity" and other in speaking)
    keys = [key for *_, key in graph.edges(keys=True)]
    assert len(keys) == len(set(keys)) == graph.number_of_edges()


def test_every_verdict_of_two_answers_has_a_type_of_edge() -> None:
    assert set(OF_VERDICT) == set(Verdict) - {Verdict.SINGLE}
    assert {verdict: OF_VERDICT[verdict] for verdict in PARTING} == PARTING
    assert {name for name, kind in EDGE_KINDS.items() if kind.verdict and kind.drawn} == set(PARTING.values())


def test_accounts_say_answers_and_pass_on_whose_word_they_are() -> None:
    graph = network_graph(fire())
    letter = {n: d["letter"] for n, d in graph.nodes(data=True) if d["kind"] == "account"}
    says = {(letter[u], v): d for u, v, _, d in edges_of(graph, "says")}
    assert says["A", "reading-chemicals-0"]["firmness"] == "attributed"
    assert says["A", "reading-chemicals-1"]["firmness"] == "denied"
    assert says["D", "reading-operator-2"]["firmness"] == "stated"
    word = {(u, graph.nodes[v]["label"]): d["letters"] for u, v, _, d in edges_of(graph, "accordingTo")}
    assert word["reading-chemicals-0", "a night guard"] == ["A"]
    assert word["reading-chemicals-0", "the union"] == ["D"]
    relies = {(letter[u], graph.nodes[v]["label"]) for u, v, *_ in edges_of(graph, "reliesOn")}
    assert {("A", "a night guard"), ("D", "the union"), ("B", "two officers")} <= relies
    assert ("C", "a night guard") not in relies


def test_what_is_named_stands_to_the_incident_as_the_question_says() -> None:
    graph = network_graph(fire())
    held = {graph.nodes[v]["label"]: d for _, v, _, d in edges_of(graph, "relation") if d["issue"] == "issue-operator"}
    assert held["Northwind Storage"]["label"] == "Who ran the building"
    assert held["Northwind Storage"]["letters"] == ["A", "C"]
    assert held["Brandt & Sons"]["letters"] == ["B"]


def test_what_one_account_says_against_itself_is_marked() -> None:
    edges = {k: d["within"] for _, _, k, d in edges_of(network_graph(fire()), *PARTING.values())}
    assert edges["comparison-operator-0-1"] == ""
    told = fire()
    alone = tuple(replace(r, witnesses=(told.accounts[0].id,)) for r in told.readings)
    edges = {k: d["within"] for _, _, k, d in edges_of(network_graph(replace(told, readings=alone)), *PARTING.values())}
    assert edges["comparison-operator-0-1"] == "A"


def _account(letter: str, text: str, **more: object) -> Account:
    return Account(letter.lower() * 64, f"{letter}.txt", text, letter, **more)  # type: ignore[arg-type]  # any field


SAME = "The mill by the weir burned for nine hours before the roof fell in and the crews could go inside. " * 3


def test_who_credits_and_who_reuses_whom_is_in_the_graph() -> None:
    wire = _account("A", "A mill burned.", publisher="Dale Wire")
    accounts = [wire, _account("B", "Fire at a mill.", credit="Dale Wire"), _account("C", SAME), _account("D", SAME)]
    credits, reuses = text_sources(accounts)
    told = Incident("Mill", "https://example.org/mill/", tuple(accounts), credits=credits, reuses=reuses)
    graph = network_graph(told)
    letter = dict(graph.nodes(data="letter"))
    assert [(letter[u], d["kind"], letter[v]) for u, v, _, d in edges_of(graph, "credits", "reuses")] == [
        ("B", "credits", "A"),
        ("D", "reuses", "C"),
    ]


def test_an_empty_incident_is_its_one_node() -> None:
    assert list(network_graph(Incident("", ""))) == ["incident"]
