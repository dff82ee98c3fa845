"""Writing what has been built, a batch at a time; beside the work on the next batch when that is done elsewhere."""

from collections.abc import Callable, Collection
from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from incident_graph.pipeline.each import Built
    from incident_graph.store import GraphStore
    from incident_graph.store.location import Changes

#: What is built in so many seconds, or comes to so many characters, is written to a folder together: that takes less.
TOGETHER, AT_ONCE = 20.0, 64_000_000
#: Less than this many characters are only written together with others, if others are to come.
FEW = AT_ONCE // 8


class Writer:
    """Puts built incidents into a store. Use as a context manager: leaving it writes the rest, interrupted or not.

    ``known`` are the bases of those that the store holds; ``tell`` is told of each that was written, in this thread.
    With ``beside`` a batch is written while the next is taken in, never two at once; without, before that. What
    cannot be written is raised by the next call, and nothing more is tried.
    """

    def __init__(
        self,
        store: "GraphStore",
        known: Collection[str],
        tell: "Callable[[Built, Changes], None]",
        *,
        beside: bool = False,
    ) -> None:
        from incident_graph.store import is_endpoint

        self._store = store
        self._known = known
        self._tell = tell
        self._alone = is_endpoint(store.location)  # there an incident is the unit that is written whole or not at all
        self._thread = ThreadPoolExecutor(1) if beside else None
        self._ready: list[Built] = []
        self._under_way: tuple[list[Built], Future[list[Changes]]] | None = None
        self._size = self._written = 0
        self._since = monotonic()

    def __enter__(self) -> "Writer":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        try:
            self._put()
            self._finish()
        finally:
            if self._thread is not None:
                self._thread.shutdown()

    def add(self, built: "Built", left: int) -> None:
        """Write this incident, now or with those to come, of which there are at most ``left``.

        Beside building, writing begins early, with little, and ends with little; between them batches grow with what
        has been written, since many small ones take the store longer.
        """
        self._ready.append(built)
        self._size += sum(map(len, built.statements.graphs.values())) if built.statements else 0
        enough = AT_ONCE
        if self._thread is not None:
            enough = FEW if len(self._ready) >= left else min(AT_ONCE, max(FEW, self._written // 2))
        due = self._alone or self._size > enough or monotonic() - self._since > TOGETHER
        if due and (not self._busy or self._size > 2 * AT_ONCE):
            self._put()

    @property
    def _busy(self) -> bool:
        """Whether a batch is being written: to wait for it is to leave those without work who build."""
        return self._under_way is not None and not self._under_way[1].done()

    def _put(self) -> None:
        self._finish()  # first: interrupted while it waits, nothing is lost
        self._written += self._size
        batch, self._ready, self._size, self._since = self._ready, [], 0, monotonic()
        if not batch:
            return
        if self._thread is not None:
            self._under_way = batch, self._thread.submit(self._write, batch)
        else:
            self._told(batch, self._write(batch))

    def _finish(self) -> None:
        """Wait for what is under way."""
        if self._under_way is None:
            return
        batch, future = self._under_way
        changes = future.result()  # an interrupt meanwhile leaves it under way
        self._under_way = None
        self._told(batch, changes)

    def _write(self, batch: "list[Built]") -> "list[Changes]":
        from incident_graph.store import forget_inputs, put_noted

        for built in batch:
            if self._alone and built.base in self._known:  # it may be written in part
                forget_inputs(self._store, built.base)
        return put_noted(self._store, [(built.statements, built.digest) for built in batch if built.statements])

    def _told(self, batch: "list[Built]", changes: "list[Changes]") -> None:
        for built, changed in zip(batch, changes, strict=True):
            self._tell(built, changed)
