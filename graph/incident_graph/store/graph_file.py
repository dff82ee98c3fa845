"""A graph that lives in one file, asked in memory."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from incident_graph.errors import GraphError
from incident_graph.rdf.statements import Statements, quads_of
from incident_graph.store.asking import Narrowed, ask, change
from incident_graph.store.atomic import write_whole
from incident_graph.store.formats import Format, format_of, oxigraph_format
from incident_graph.store.location import Changes, Scope

if TYPE_CHECKING:
    from pyoxigraph import Quad, QueryBoolean, QuerySolutions, QueryTriples, Store

_BASE = "https://example.org/"


class GraphFile:
    """A graph in a file; see ``GraphStore``. Parsed when first asked: a broken file raises ``GraphError`` then."""

    def __init__(self, location: str, data: bytes) -> None:
        self._location = location
        self._format = format_of(location)
        self._data = data

    @classmethod
    def read(cls, location: str, *, create: bool = False) -> "GraphFile":
        """The graph in the file; ``GraphError`` when it is not there (empty with ``create``) or cannot be read."""
        format_of(location)
        try:
            return cls(location, Path(location).read_bytes())
        except FileNotFoundError as error:
            if create:
                return cls(location, b"")
            hint = "make one with: incident-graph build, or name another with -g"
            raise GraphError("there is no such graph", where=location, hint=hint) from error
        except OSError as error:
            raise GraphError(f"the graph cannot be read: {error.strerror}", where=location) from error

    @property
    def location(self) -> str:
        """The file's path, as given."""
        return self._location

    def query(
        self,
        sparql: str,
        *,
        prefixes: Mapping[str, str] | None = None,
        scope: Scope | None = None,
        allow_service: bool = False,
    ) -> "QuerySolutions | QueryTriples | QueryBoolean":
        """The results of a query over the union of all graphs; our prefixes need no declaration."""
        return ask(
            self._narrowed, sparql, where=self._location, prefixes=prefixes, scope=scope, allow_service=allow_service
        )

    def quads(self, graphs: Sequence[str] | None = None) -> "Iterator[Quad]":
        """All quads in the order of the file, or those of these graphs; numbers as they are written there."""
        found = parse(self._data, self._format, self._location) if self._data else iter(())
        if graphs is None:
            return found
        wanted = set(graphs)
        return (quad for quad in found if getattr(quad.graph_name, "value", "") in wanted)

    def replace(self, quads: "Iterable[Quad]") -> None:
        """Write these quads in the place of the file; all or nothing."""
        save(quads, self._location)
        self._data = Path(self._location).read_bytes()
        self.__dict__.pop("memory", None)
        self.__dict__.pop("_narrowed", None)

    def put_incident(self, incident: "Statements | Iterable[Quad]") -> Changes:
        """Write the incident in the place of the file; all or nothing."""
        self.replace(quads_of(incident) if isinstance(incident, Statements) else incident)
        return Changes(written=self.graphs())

    def update(self, sparql: str, *, allow_load: bool = False) -> None:
        """Apply a SPARQL update and write the file again; all or nothing. Numbers may come out in another form."""
        change(self.memory, sparql, where=self._location, allow_load=allow_load)
        self.replace(list(self.memory))

    def graphs(self) -> tuple[str, ...]:
        """The IRIs of the named graphs, sorted; none in Turtle and N-Triples."""
        return tuple(sorted(name.value for name in self.memory.named_graphs()))

    @cached_property
    def _narrowed(self) -> Narrowed:
        return Narrowed(self.memory)

    @cached_property
    def memory(self) -> "Store":
        """The graph as an Oxigraph store in memory."""
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
