"""A graph that lives in one file, asked in memory."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from incident_graph import vocabulary as v
from incident_graph.errors import GraphError, UsageError
from incident_graph.store.atomic import write_whole
from incident_graph.store.formats import Format, format_of, oxigraph_format
from incident_graph.store.query_text import refuse_fetching

if TYPE_CHECKING:
    from pyoxigraph import Quad, QueryBoolean, QuerySolutions, QueryTriples, Store

_BASE = "https://example.org/"
_PLACE = re.compile(r"error at ([0-9]+):([0-9]+): (.*)", re.DOTALL)


class GraphFile:
    """A graph in a file; see ``GraphStore``. Parsed when first asked: a broken file raises ``GraphError`` then."""

    def __init__(self, location: str, data: bytes) -> None:
        self._location = location
        self._format = format_of(location)
        self._data = data

    @property
    def location(self) -> str:
        """The file's path, as given."""
        return self._location

    def query(
        self, sparql: str, *, prefixes: Mapping[str, str] | None = None
    ) -> "QuerySolutions | QueryTriples | QueryBoolean":
        """The results of a query over the union of all graphs; our prefixes need no declaration."""
        refuse_fetching(sparql)
        known = {**v.PREFIXES, **(prefixes or {})}
        try:
            return self._store.query(sparql, prefixes=known, use_default_graph_as_union=True)
        except SyntaxError as error:
            found = _PLACE.match(str(error))
            where, what = (f"line {found[1]}, column {found[2]}", found[3]) if found else ("", str(error))
            raise UsageError(f"the query does not parse: {what}", where=where) from error

    def quads(self) -> "Iterator[Quad]":
        """All quads in the order of the file, numbers as they are written there."""
        return parse(self._data, self._format, self._location) if self._data else iter(())

    def replace(self, quads: "Iterable[Quad]") -> None:
        """Write these quads in the place of the file; all or nothing."""
        save(quads, self._location)
        self._data = Path(self._location).read_bytes()
        self.__dict__.pop("_store", None)

    @cached_property
    def _store(self) -> "Store":
        from pyoxigraph import Store

        store = Store()
        store.bulk_extend(self.quads())
        return store


def parse(data: bytes, form: Format, where: str) -> "Iterator[Quad]":
    """The quads of ``data``; ``GraphError`` saying the line and what stands there when it does not parse."""
    from pyoxigraph import parse as parse_rdf

    try:
        yield from parse_rdf(data, format=oxigraph_format(form), base_iri=_BASE)
    except (SyntaxError, ValueError) as error:
        number = getattr(error, "lineno", None)
        lines = data.decode("utf-8", "replace").splitlines()
        line = lines[number - 1].strip()[:100] if number and number <= len(lines) else ""
        raise GraphError(
            f"not {form.name}: {getattr(error, 'msg', None) or error}",
            where=f"{where}, line {number}: {line}" if number else where,
            hint="check that line; a graph of ours can be made again with: incident-graph build",
        ) from error


def save(quads: "Iterable[Quad]", path: str) -> None:
    """Write the quads to ``path`` in the format its extension says, sorted; all or nothing.

    Turtle and N-Triples hold one graph: what accounts assert as plain triples is left out (see ``rdf.flatten``). Raises
    ``UsageError`` for another extension and ``OutputError`` when the place cannot be written; the old file stays whole.
    """
    form = format_of(path)
    write_whole(path, lambda out: form.write(quads, out))


def open_graph(location: str, *, create: bool = False) -> GraphFile:
    """The graph at ``location``: a .trig, .nq, .ttl, .nt or .jsonld file.

    A file that is not there is an empty graph with ``create``, else a ``GraphError``; so is one that cannot be read.
    Nothing is written before ``replace``.
    """
    format_of(location)
    try:
        return GraphFile(location, Path(location).read_bytes())
    except FileNotFoundError as error:
        if create:
            return GraphFile(location, b"")
        hint = "make one with: incident-graph build, or name another with -g"
        raise GraphError("there is no such graph", where=location, hint=hint) from error
    except OSError as error:
        raise GraphError(f"the graph cannot be read: {error.strerror}", where=location) from error
