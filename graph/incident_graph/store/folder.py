"""Graphs in a folder: an Oxigraph store on disk, which holds many incidents and is never read whole."""

import os
import shutil
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from incident_graph.errors import GraphError, OutputError
from incident_graph.rdf.statements import Statements, statements_of
from incident_graph.store.asking import Narrowed, ask, change, nodes
from incident_graph.store.atomic import hint_for
from incident_graph.store.contents import (
    Plan,
    as_update,
    by_graph,
    hashes_of,
    insert,
    known_hashes,
    note,
    nquads,
    plan,
    without_hashes,
)
from incident_graph.store.incidents import shared_graphs
from incident_graph.store.location import Changes, Scope
from incident_graph.store.locking import NAME, FolderLock
from incident_graph.store.rows import rows_of

if TYPE_CHECKING:
    from pyoxigraph import Quad, QueryBoolean, QuerySolutions, QueryTriples, Store, Triple

_T = TypeVar("_T")

#: How long to wait for another process that reads or writes.
PATIENCE = 30.0


class GraphFolder:
    """An Oxigraph folder; see ``GraphStore``. Opened when first asked, for reading; closed by ``close`` or a write.

    Reading is of a snapshot. Writing is one transaction: a process that is killed leaves what was there.
    """

    def __init__(self, location: str, *, create: bool = False, patience: float = PATIENCE) -> None:
        self._location = location
        self._path = Path(os.path.realpath(location))
        self._patience = patience
        self._store: Store | None = None
        self._narrowed: Narrowed | None = None
        self._lock: FolderLock | None = None
        if not self.exists and not (create and self._may_create()):
            missing = not self._path.exists()
            raise GraphError(
                "there is no such graph" if missing else "the folder holds no graph",
                where=location,
                hint="make one with: incident-graph build, or name another with -g",
            )

    @property
    def location(self) -> str:
        """The folder's path, as given."""
        return self._location

    @property
    def exists(self) -> bool:
        """Whether there is a graph in the folder."""
        return (self._path / "CURRENT").is_file()

    def query(
        self,
        sparql: str,
        *,
        prefixes: Mapping[str, str] | None = None,
        scope: Scope | None = None,
        allow_service: bool = False,
    ) -> "QuerySolutions | QueryTriples | QueryBoolean":
        """The results of a query; see ``GraphStore``."""
        if self._narrowed is None or self._narrowed.store is not self.opened():
            self._narrowed = Narrowed(self.opened())
        return ask(
            self._narrowed, sparql, where=self._location, prefixes=prefixes, scope=scope, allow_service=allow_service
        )

    def quads(self, graphs: Sequence[str] | None = None) -> "Iterator[Quad]":
        """All quads, or those of these graphs, without the hashes that the store keeps for itself."""
        store = self.opened()
        if graphs is None:
            return without_hashes(store)
        return without_hashes(
            quad for graph in nodes(graphs) for quad in store.quads_for_pattern(None, None, None, graph)
        )

    def graphs(self) -> tuple[str, ...]:
        """The IRIs of the named graphs, sorted."""
        return tuple(sorted(name.value for name in self.opened().named_graphs()))

    def replace(self, quads: "Iterable[Quad]") -> None:
        """Put these quads in the place of all the folder held, in one transaction."""
        self.close()
        if not self.exists:
            self._make(lambda store: store.bulk_extend(quads))
            return
        text = " ;\n".join(["DROP ALL", *(insert(graph, triples) for graph, triples in by_graph(quads).items())])
        self._write(lambda store: change(store, text, where=self._location, allow_load=True))

    def put_incident(self, incident: "Statements | Iterable[Quad]") -> Changes:
        """Put one incident in the place of what the folder held of it, in one transaction; see ``GraphStore``."""
        return self.put_incidents([(statements_of(incident), "")])[0]

    def put_incidents(self, incidents: Sequence[tuple[Statements, str]]) -> list[Changes]:
        """Put incidents in the place of what the folder held of them; with each the hash of what it was built from.

        That hash is noted where it is not ``""``. The incidents that are new to the folder are written in one
        transaction, each other one in one of its own.
        """
        self.close()
        if not self.exists:
            todos = [plan(statements, {}, inputs=inputs) for statements, inputs in incidents]
            self._make(lambda store: _load(store, todos))
            return [todo.changes for todo in todos]

        def work(store: "Store") -> list[Changes]:
            todos, new = [], []
            for statements, inputs in incidents:
                base = statements.base
                known = known_hashes(rows_of(ask(store, hashes_of(base), where=self._location)))
                fresh = not known and not any(store.contains_named_graph(graph) for graph in nodes(shared_graphs(base)))
                there = () if known or fresh else (name.value for name in store.named_graphs())
                todo = plan(statements, known, there, inputs)
                todos.append(todo)
                if fresh:
                    new.append(todo)
                elif todo.write or todo.changes.removed:
                    text = " ;\n".join(as_update(todo, lambda graph: _triples(store, graph)))
                    change(store, text, where=self._location, allow_load=True)
                elif inputs:
                    change(store, note(base, inputs), where=self._location)
            _load(store, new)
            return [todo.changes for todo in todos]

        return self._write(work)

    def update(self, sparql: str, *, allow_load: bool = False) -> None:
        """Apply a SPARQL update in one transaction; see ``GraphStore``."""
        self.close()
        self._write(lambda store: change(store, sparql, where=self._location, allow_load=allow_load))

    def close(self) -> None:
        """Stop reading, so that others may write. Results not yet read are lost."""
        self._store = self._narrowed = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def opened(self) -> "Store":
        """The store, opened for reading."""
        from pyoxigraph import Store

        if self._store is None:
            if not self.exists:  # an empty graph to be
                return Store()
            lock = FolderLock(self._path, writing=False, seconds=self._patience)
            try:
                self._store = Store.read_only(str(self._path))
            except (OSError, RuntimeError) as error:
                lock.release()
                raise GraphError(f"the graph cannot be read: {error}", where=self._location) from error
            self._lock = lock
        return self._store

    def _write(self, work: "Callable[[Store], _T]") -> "_T":
        """What ``work`` gives for the store, opened for writing and closed again whatever happens."""
        from pyoxigraph import Store

        try:
            lock = FolderLock(self._path, writing=True, seconds=self._patience)
        except OSError as error:
            raise OutputError(f"cannot write: {error.strerror}", where=self._location) from error
        try:
            store = Store(str(self._path))
        except (OSError, RuntimeError) as error:
            lock.release()
            hint = "is another program using it?"
            raise OutputError(f"cannot write: {error}", where=self._location, hint=hint) from error
        try:
            done = work(store)
            store.flush()
            return done
        except BaseException as error:
            _let_go(error)
            raise
        finally:
            del store  # the only way to close it
            lock.release()

    def _may_create(self) -> bool:
        """Whether a graph may be made here: nothing is there, or a folder with nothing in it."""
        return not self._path.exists() or (self._path.is_dir() and not set(os.listdir(self._path)) - {NAME})

    def _make(self, fill: "Callable[[Store], None]") -> None:
        """Fill a new folder beside the place, then put it there."""
        from pyoxigraph import Store

        parent, name = self._path.parent, self._path.name
        beside = parent / f".{name}.{os.getpid()}.tmp"
        try:
            _sweep(parent, name)
            store = Store(str(beside))
            fill(store)
            store.flush()
            del store
            (beside / NAME).touch()
            (self._path / NAME).unlink(missing_ok=True)
            os.replace(beside, self._path)
        except OSError as error:
            hint = hint_for(error, self._path)
            raise OutputError(f"cannot write: {error}", where=self._location, hint=hint) from error
        finally:
            shutil.rmtree(beside, ignore_errors=True)


def _load(store: "Store", todos: Sequence[Plan]) -> None:
    """Add what the plans write, in one transaction: nothing of it is there when loading fails or is killed."""
    from pyoxigraph import RdfFormat

    if todos:
        store.bulk_load(nquads(todos), format=RdfFormat.N_QUADS)


def _triples(store: "Store", graph: str) -> "Iterator[Triple]":
    return (quad.triple for name in nodes([graph]) for quad in store.quads_for_pattern(None, None, None, name))


def _let_go(error: BaseException | None) -> None:
    """Forget what the frames of an error hold: the store stays open as long as one of them holds it."""
    while error is not None:
        traceback.clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


def _sweep(parent: Path, name: str) -> None:
    """Remove what builds left that were killed."""
    for left in parent.glob(f".{name}.*.tmp"):
        number = left.name.removeprefix(f".{name}.").split(".")[0]
        if number.isdigit() and int(number) != os.getpid() and not _runs(int(number)):
            shutil.rmtree(left, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
