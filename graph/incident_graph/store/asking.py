"""Asking and changing an Oxigraph store, with our errors: the same for a file and for a folder."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from incident_graph import vocabulary as v
from incident_graph.errors import GraphError, UsageError
from incident_graph.store.fetching import refuse_fetching
from incident_graph.store.location import Scope
from incident_graph.store.query_text import does_not_parse, names_dataset

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store


#: A dataset of more graphs than this is copied into memory first: Oxigraph looks into each of them at every step.
FEW_GRAPHS = 16


class Narrowed:
    """A store, and in memory the graphs of it that were asked last, when they were many: those of one incident."""

    def __init__(self, store: "Store") -> None:
        self.store = store
        self._scope = Scope()
        self._copy: Store | None = None

    def copy(self, scope: Scope) -> "Store | None":
        """The graphs of the scope, which may be asked as a whole; None where a copy would not serve or not pay."""
        from pyoxigraph import Store

        if scope.default is None or scope.default != scope.named or len(scope.default) <= FEW_GRAPHS:
            return None
        if self._copy is None or self._scope != scope:
            copy = Store()
            for graph in nodes(scope.default):
                copy.extend(self.store.quads_for_pattern(None, None, None, graph))
            self._scope, self._copy = scope, copy
        return self._copy


def ask(
    store: "Store | Narrowed",
    sparql: str,
    *,
    where: str,
    prefixes: Mapping[str, str] | None = None,
    scope: Scope | None = None,
    allow_service: bool = False,
) -> "QuerySolutions | QueryTriples | QueryBoolean":
    """The results of a query; see ``GraphStore.query``. ``where`` is named when the store cannot be read."""
    if not allow_service:
        refuse_fetching(sparql)
    known = {**v.PREFIXES, **(prefixes or {})}
    scope = scope or Scope()
    if isinstance(store, Narrowed):
        copy = None if names_dataset(sparql) else store.copy(scope)
        store, scope = (store.store, scope) if copy is None else (copy, Scope())
    # Oxigraph's union of all graphs would beat FROM without a word.
    union = scope == Scope() and not names_dataset(sparql)
    try:
        return store.query(
            sparql,
            prefixes=known,
            use_default_graph_as_union=union,
            # A named dataset without a default graph has an empty one.
            default_graph=None if scope == Scope() else [*nodes(scope.default or ())],
            named_graphs=None if scope == Scope() else [*nodes(scope.named or ())],
        )
    except SyntaxError as error:
        raise does_not_parse(error) from error
    except (OSError, RuntimeError) as error:
        raise GraphError(f"the graph cannot be asked: {error}", where=where) from error


def change(store: "Store", sparql: str, *, where: str, allow_load: bool = False) -> None:
    """Apply an update; see ``GraphStore.update``."""
    if not allow_load:
        refuse_fetching(sparql)
    try:
        store.update(sparql, prefixes=dict(v.PREFIXES))
    except SyntaxError as error:
        raise does_not_parse(error, "update") from error
    except RuntimeError as error:  # such as dropping a graph that is not there
        raise UsageError(f"the update fails: {error}") from error
    except OSError as error:
        raise GraphError(f"the graph cannot be changed: {error}", where=where) from error


def nodes(iris: Sequence[str]) -> "list[NamedNode]":
    """The IRIs as nodes; ``UsageError`` for what is none."""
    from pyoxigraph import NamedNode

    try:
        return [NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise UsageError(f"not the IRI of a graph: {error}") from error
