"""Who agrees with whom: accounts, linked by the questions that two of them answer."""

from itertools import combinations
from typing import TYPE_CHECKING

from incident_graph.model import Incident, Verdict
from incident_graph.network.lookup import Lookup

if TYPE_CHECKING:
    import networkx as nx


def agreement_graph(incident: Incident) -> "nx.Graph[str]":
    """Accounts as nodes (``letter``), an edge for each two that answer the same question at least once.

    Edges count questions: ``shared`` (both answer it), ``agrees`` (they hold a reading together, and no conflict),
    ``differs`` (their readings refine, complement or may conflict), ``conflicts`` (some of their readings conflict or
    contest).
    ``agrees + differs + conflicts == shared``. The cost grows with the witnesses of each issue, squared.
    """
    import networkx as nx

    lookup = Lookup(incident)
    graph: nx.Graph[str] = nx.Graph()
    for account in incident.accounts:
        graph.add_node(account.id, letter=lookup.letter(account.id))
    for issue in lookup.issues():
        held: dict[str, set[str]] = {}
        for reading in lookup.readings(issue):
            for witness in reading.witnesses:
                if witness in lookup.account:
                    held.setdefault(witness, set()).add(reading.id)
        opposed = {
            frozenset((c.left, c.right))
            for c in lookup.comparisons(issue)
            if c.verdict in (Verdict.CONFLICTS, Verdict.CONTESTS)
        }
        for one, other in combinations(sorted(held, key=lookup.number.__getitem__), 2):
            if any(frozenset((a, b)) in opposed for a in held[one] for b in held[other]):
                outcome = "conflicts"
            else:
                outcome = "agrees" if held[one] & held[other] else "differs"
            if not graph.has_edge(one, other):
                graph.add_edge(one, other, shared=0, agrees=0, differs=0, conflicts=0)
            graph.edges[one, other]["shared"] += 1
            graph.edges[one, other][outcome] += 1
    return graph
