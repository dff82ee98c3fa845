"""Where accounts part: the incident forks to its questions, each question to the readings that accounts give."""

from typing import TYPE_CHECKING

from incident_graph.comparison import reading_grade, reading_ways
from incident_graph.model import Incident
from incident_graph.network.lookup import Lookup
from incident_graph.network.marks import MARKS, firmest, firmness

if TYPE_CHECKING:
    import networkx as nx

INCIDENT = "incident"


def divergence_graph(incident: Incident, *, most_readings: int = 300) -> "nx.DiGraph[str]":
    """The incident, its questions and their readings as a directed graph (edges lead away from the incident).

    Nodes have ``kind`` (``incident``, ``question`` or ``reading``) and ``label``; questions also ``verdict``
    (a key of ``MARKS``), ``glyph``, ``issue`` (id) and ``rank`` (0 is what matters most); readings also ``verdict``,
    ``issue``, ``letters`` (of their witnesses), ``number`` (from 1), ``independent``, ``firmness``,
    ``grade`` (``firm`` or ``tentative``) and ``ways``. Edges have
    ``verdict``, ``firmness`` and ``letters``. Whole questions are left out, the least divergent first, so that at
    most about ``most_readings`` readings are drawn (the first question always is); the graph's attribute ``left_out``
    counts the questions that are not in it.
    """
    import networkx as nx

    lookup = Lookup(incident)
    graph: nx.DiGraph[str] = nx.DiGraph(left_out=0)
    graph.add_node(INCIDENT, kind="incident", label=incident.title.strip() or "Untitled incident")
    drawn = 0
    for rank, issue in enumerate(lookup.issues()):
        readings = lookup.readings(issue)
        if graph.graph["left_out"] or (drawn and drawn + len(readings) > most_readings):
            graph.graph["left_out"] += 1  # once something is left out, so is all that matters less
            continue
        drawn += len(readings)
        mark = MARKS[issue.verdict]
        graph.add_node(
            issue.id,
            kind="question",
            label=issue.question.label,
            verdict=mark.key,
            glyph=mark.glyph,
            issue=issue.id,
            rank=rank,
        )
        graph.add_edge(INCIDENT, issue.id, verdict=mark.key, firmness="stated", letters=[])
        for number, reading in enumerate(readings, 1):
            firm = firmest(firmness(c) for c in lookup.claims(reading))
            who = lookup.witnesses(reading)
            graph.add_node(
                reading.id,
                kind="reading",
                label=reading.label,
                verdict=mark.key,
                issue=issue.id,
                number=number,
                letters=who,
                independent=reading.independent_witnesses,
                firmness=firm,
                grade=reading_grade(lookup.claims(reading)).value.lower(),
                ways=list(reading_ways(lookup.claims(reading))),
            )
            graph.add_edge(issue.id, reading.id, verdict=mark.key, firmness=firm, letters=who)
    return graph
