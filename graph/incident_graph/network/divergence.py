"""The parts of an incident's graph that are drawn in columns: who says what, and who relies on whom."""

from typing import TYPE_CHECKING

from incident_graph.network.edges import EDGE_KINDS
from incident_graph.network.graph import edges_of

if TYPE_CHECKING:
    import networkx as nx

#: The types of edges that are comparisons, and those of them that are drawn from the start.
COMPARING = tuple(kind.name for kind in EDGE_KINDS.values() if kind.verdict is not None)
PARTING = tuple(kind.name for kind in EDGE_KINDS.values() if kind.verdict is not None and kind.drawn)


def divergence_view(graph: "nx.MultiDiGraph[str]", *, most_answers: int = 300) -> "nx.MultiDiGraph[str]":
    """Where accounts part: sources, accounts, answers and questions, with ``says``, ``reliesOn`` and all comparisons.

    ``graph`` is that of ``network_graph``. Questions come in the order of their rank; whole ones are left out, what
    matters least first, so that at most about ``most_answers`` answers are in it (the first question always is). The
    graph's attribute ``left_out`` counts the questions that are not in it. A question has ``parts``: whether some two
    of its answers are joined by an edge other than that both could be true or that they agree.
    """
    kept: list[str] = [n for n, d in graph.nodes(data=True) if d["kind"] in ("account", "source")]
    answers = _answers(graph)
    questions = sorted(answers, key=lambda q: (graph.nodes[q]["rank"], q))
    drawn = left = 0
    for question in questions:
        if left or (drawn and drawn + len(answers[question]) > most_answers):
            left += 1  # once something is left out, so is all that matters less
            continue
        drawn += len(answers[question])
        kept += [question, *answers[question]]
    view = _part(graph, kept, ("says", "reliesOn", "answers", *COMPARING))
    view.graph["left_out"] = left
    parting = {graph.nodes[one]["issue"] for one, *_ in edges_of(view, *PARTING)}
    for question in (q for q in questions if q in view):
        view.nodes[question]["parts"] = question in parting
    return view


def lineage_view(graph: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """Who relies on whom: accounts and sources, with ``reliesOn``, ``credits`` and ``reuses``."""
    kept = [n for n, d in graph.nodes(data=True) if d["kind"] in ("account", "source")]
    return _part(graph, kept, ("reliesOn", "credits", "reuses"))


def _answers(graph: "nx.MultiDiGraph[str]") -> dict[str, list[str]]:
    """The answers of each question, by their number."""
    out: dict[str, list[str]] = {n: [] for n, d in graph.nodes(data=True) if d["kind"] == "question"}
    for answer, question, *_ in edges_of(graph, "answers"):
        out[question].append(answer)
    for found in out.values():
        found.sort(key=lambda answer: graph.nodes[answer]["number"])
    return out


def _part(graph: "nx.MultiDiGraph[str]", nodes: list[str], kinds: tuple[str, ...]) -> "nx.MultiDiGraph[str]":
    """A copy with these nodes, in this order, and the edges of these types between them."""
    part = graph.__class__()
    part.add_nodes_from((node, dict(graph.nodes[node])) for node in nodes)
    for one, other, key, data in edges_of(graph, *kinds):
        if one in part and other in part:
            part.add_edge(one, other, key=key, **data)
    return part
