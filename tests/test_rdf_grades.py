"""Ways, grades and speakers in the graph: written, read back, and read from graphs that lack them."""

import dataclasses

import pytest
from example_incident import example, to_check
from pyoxigraph import Literal, NamedNode, Quad

from incident_graph import vocabulary as v
from incident_graph.errors import GraphError
from incident_graph.model import Grade, Speaker, Verdict
from incident_graph.rdf import canonical, read_incident, write_quads

BASE = example().base


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    return list(write_quads(example()))


def node(local: str) -> NamedNode:
    return NamedNode(BASE + local)


def term(name: str) -> NamedNode:
    prefix, local = name.split(":")
    return NamedNode(v.PREFIXES[prefix] + local)


def objects(quads: list[Quad], subject: NamedNode, predicate: str) -> set[object]:
    return {q.object for q in quads if q.subject == subject and q.predicate == term(predicate)}


def test_who_is_no_person_organisation_or_group_speaks_as_a_description() -> None:
    incident = example()
    places = [e for e in incident.entities if e.kind == "Place" and e.named]
    said = Speaker("Brackwater", places[0].id)
    claims = tuple(dataclasses.replace(c, speakers=(said,)) for c in incident.claims[:1])
    quads = list(write_quads(dataclasses.replace(incident, claims=claims)))
    (agent,) = {q.object for q in quads if q.predicate == term("inc:accordingTo")}
    assert isinstance(agent, NamedNode)
    assert objects(quads, agent, "rdf:type") == {term("inc:Speaker"), term("inc:Description")}
    assert {q.object for q in quads if q.predicate == term("inc:speaker")} == {node(places[0].id)}
    back = read_incident(quads)
    assert back.claims[0].speakers == (said,)
    assert back.entities == canonical(incident).entities  # the speaker is none of them


def test_ways_and_grades_are_written_and_come_back() -> None:
    incident = to_check()
    quads = list(write_quads(incident))
    tentative = next(c for c in incident.comparisons if c.verdict is Verdict.MAY_CONFLICT)
    firm = next(c for c in incident.comparisons if c.verdict is Verdict.CONFLICTS)
    for found, grade, ways in ((tentative, "Tentative", ["Cue"]), (firm, "Firm", ["Cue", "Model"])):
        assert objects(quads, node(found.id), "inc:grade") == {term("inc:" + grade)}
        assert objects(quads, node(found.id), "inc:way") == {term("inc:" + way) for way in ways}
        assert objects(quads, node(found.id), "inc:reason") == {Literal(found.reason)}
    assert read_incident(quads) == canonical(incident)


def test_a_graph_from_before_there_were_grades_is_tentative_and_found_by_cues(quads: list[Quad]) -> None:
    unknown = {term("inc:grade"), term("inc:way")}
    back = read_incident([q for q in quads if q.predicate not in unknown])
    assert {(c.ways, c.grade) for c in back.claims} == {(("cue",), Grade.TENTATIVE)}
    assert {(c.ways, c.grade) for c in back.comparisons} == {((), Grade.TENTATIVE)}


def test_a_way_that_is_not_ours_is_said(quads: list[Quad]) -> None:
    foreign = [
        Quad(q.subject, q.predicate, term("inc:Hunch"), q.graph_name) if q.predicate == term("inc:way") else q
        for q in quads
    ]
    with pytest.raises(GraphError, match="no way is called hunch"):
        read_incident(foreign)
