"""The graph as Turtle paragraphs from which the page takes those that belong to a selection of questions."""

import io
from typing import TYPE_CHECKING

from incident_graph import vocabulary as v
from incident_graph.rdf import write_turtle

if TYPE_CHECKING:
    from pyoxigraph import Quad

MOST_QUADS = 120_000  # more are not put into a page

#: Left out: the texts of accounts, how names were found, and every place where they stand.
_LEFT_OUT = {v.INC + name for name in ("text", "mentionedIn", "merge", "rule", "folded")}


def selectable_turtle(quads: "list[Quad]") -> str:
    """Turtle of what answers the questions: issues, readings, comparisons, claims with their values, speakers and
    excerpts, accounts and questions; one paragraph a subject, so that a part of it is Turtle again.

    Accounts' texts and what leads to no answer are left out. Empty when there are more than ``MOST_QUADS``.
    """
    if len(quads) > MOST_QUADS:
        return ""
    kept = [q for q in quads if q.predicate.value not in _LEFT_OUT]
    refers: dict[str, set[str]] = {}
    roots: list[str] = []
    for quad in kept:
        subject = str(getattr(quad.subject, "value", ""))
        target = getattr(quad.object, "value", "")
        refers.setdefault(subject, set()).add(target)
        if quad.predicate.value == v.INC + "ofIssue" or target in (v.INC + "Issue", v.INC + "Incident"):
            roots.append(subject)
    reached: set[str] = set()
    while roots:
        subject = roots.pop()
        if subject in refers and subject not in reached:
            reached.add(subject)
            roots += refers[subject]
    out = io.BytesIO()
    write_turtle([q for q in kept if getattr(q.subject, "value", "") in reached], out)
    return out.getvalue().decode("utf-8")
