"""The named questions with the answers this incident gives, and their SPARQL to copy."""

from typing import TYPE_CHECKING, Any

from incident_graph import vocabulary as v
from incident_graph.network import plain
from incident_graph.queries import Iri, Results, list_queries

if TYPE_CHECKING:
    from pyoxigraph import Quad

MOST_ROWS = 12  # of one answer
MOST_QUADS = 120_000  # in a larger graph nothing is asked while the page is written


def answered(quads: "list[Quad]") -> list[dict[str, Any]]:
    """Each named question with ``title``, ``about``, ``sparql``, ``columns``, ``rows`` (of texts, at most
    ``MOST_ROWS``) and ``count`` (of all rows; -1 where nothing was asked: a graph of triples, or more than
    ``MOST_QUADS`` quads)."""
    from pyoxigraph import Store

    store = Store()
    asking = len(quads) <= MOST_QUADS
    if asking:
        store.bulk_extend(quads)
    out: list[dict[str, Any]] = []
    for query in list_queries():
        columns: list[str] = []
        rows: list[list[str]] = []
        count = -1
        if asking:
            results = Results(store.query(query.sparql, prefixes=v.PREFIXES, use_default_graph_as_union=True))
            if results.kind == "rows":
                columns = [name.replace("_", " ") for name in results.columns]
                found = list(results)
                count, rows = len(found), [[_shown(cell) for cell in row] for row in found[:MOST_ROWS]]
        named = {"name": query.name, "title": plain(query.title), "about": plain(query.about), "sparql": query.sparql}
        out.append(named | {"columns": columns, "rows": rows, "count": count})
    return out


def _shown(cell: object) -> str:
    """A cell in words; of an IRI the last part says enough here."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    text = plain(str(cell), 160)
    return text.replace("#char=", " ").rpartition("#")[2].rpartition("/")[2] if isinstance(cell, Iri) else text
