"""A dataset as one graph, without what would then be stated as fact."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from incident_graph import vocabulary as v

if TYPE_CHECKING:
    from pyoxigraph import Quad, Triple


def flatten(quads: "Iterable[Quad | Triple]") -> "Iterator[Quad | Triple]":
    """The quads that can stand in one graph: all but the plain triples of accounts' graphs.

    A plain triple is (incident, question, answer). In one graph it would be stated as fact; the claims say who says it.
    """
    from pyoxigraph import NamedNode

    quads = list(quads)
    kind, account, incident = (NamedNode(i) for i in (v.RDF + "type", v.INC + "Account", v.INC + "Incident"))
    accounts = {q.subject for q in quads if q.object == account and q.predicate == kind}
    incidents = {q.subject for q in quads if q.object == incident and q.predicate == kind}
    for quad in quads:
        if quad.subject in incidents and getattr(quad, "graph_name", None) in accounts:
            continue
        yield quad


def without_texts(quads: "Iterable[Quad]") -> "Iterator[Quad]":
    """The quads without the accounts' texts: the quotations and their context stay."""
    from pyoxigraph import NamedNode

    text = NamedNode(v.INC + "text")
    return (quad for quad in quads if quad.predicate != text)
