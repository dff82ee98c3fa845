"""The named questions with the answers this incident gives, and their SPARQL to copy."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from incident_graph import vocabulary as v
from incident_graph.network import plain
from incident_graph.queries import Iri, list_queries, run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Quad, QueryBoolean, QuerySolutions, QueryTriples

MOST_ROWS = 12  # of one answer
MOST_QUADS = 120_000  # in a larger graph nothing is asked while the page is written


class _Memory:
    """The quads of one incident as a store that can be asked."""

    location = "this page"

    def __init__(self, quads: "list[Quad]") -> None:
        from pyoxigraph import Store

        self._quads = quads
        self._store: Store = Store()
        self._store.bulk_extend(quads)

    def query(
        self, sparql: str, *, prefixes: Mapping[str, str] | None = None
    ) -> "QuerySolutions | QueryTriples | QueryBoolean":
        known = {**v.PREFIXES, **(prefixes or {})}
        return self._store.query(sparql, prefixes=known, use_default_graph_as_union=True)

    def quads(self) -> "Iterator[Quad]":
        return iter(self._quads)

    def replace(self, quads: "Iterable[Quad]") -> None:
        raise NotImplementedError("a page is read only")


def answered(quads: "list[Quad]") -> list[dict[str, Any]]:
    """Each named question with ``title``, ``about``, ``sparql``, ``columns``, ``rows`` (of texts, at most
    ``MOST_ROWS``) and ``count`` (of all rows; -1 where nothing was asked: a graph of triples, or more than
    ``MOST_QUADS`` quads)."""
    store = _Memory(quads) if len(quads) <= MOST_QUADS else None
    out: list[dict[str, Any]] = []
    for query in list_queries():
        columns: list[str] = []
        rows: list[list[str]] = []
        count = -1
        results = run(store, query) if store is not None else None
        if results is not None and results.kind == "rows":
            columns = [name.replace("_", " ") for name in results.columns]
            count = 0
            for row in results:
                count += 1
                if count <= MOST_ROWS:
                    rows.append([_shown(cell) for cell in row])
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
