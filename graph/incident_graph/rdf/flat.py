"""A dataset as one graph, without what would then be stated as fact."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from incident_graph import vocabulary as v

if TYPE_CHECKING:
    from pyoxigraph import Quad, Triple


def flatten(quads: "Iterable[Quad | Triple]") -> "Iterator[Quad | Triple]":
    """The quads that can stand in one graph: all but the plain triples of accounts' graphs.

    A plain triple is (incident, question, answer). In one graph it would be stated as fact; the claims say who says it.
    """
    quads = list(quads)
    accounts, incidents = set(), set()
    for quad in quads:
        if quad.predicate.value == v.RDF + "type":
            kind = getattr(quad.object, "value", "")
            if kind == v.INC + "Account":
                accounts.add(_name(quad.subject))
            elif kind == v.INC + "Incident":
                incidents.add(_name(quad.subject))
    for quad in quads:
        if _name(quad.subject) in incidents and _name(getattr(quad, "graph_name", None)) in accounts:
            continue
        yield quad


def _name(term: Any) -> str:
    return str(getattr(term, "value", ""))
