"""Workers: where work that can be split is done, here, in processes of this machine or on a Dask cluster."""

import logging
import os
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import islice
from types import TracebackType
from typing import Any, TypeVar

from incident_graph.errors import ClusterError, UsageError
from incident_graph.pipeline.program import program_digest

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

#: How long to wait for a scheduler to answer, and for one piece of work whose worker may be gone for good (seconds).
PATIENCE, LOST = 10.0, 300.0
#: So many pieces a worker are under way at once: what is done and not yet taken stays in memory.
_AHEAD = 3


class Workers:
    """Does pieces of work elsewhere and gives the results in order, the same ones whoever does it.

    ``jobs`` is how many processes of this machine, 1 being this process alone; ``cluster`` the address of a Dask
    scheduler (``tcp://host:8786``), which beats ``jobs``. Use as a context manager. ``warn`` is told when workers were
    lost; what they had not done is then done in this process. Entering raises ``UsageError`` when Dask is not
    installed, ``ClusterError`` when its scheduler cannot be reached, has no workers, or they run another program.
    """

    def __init__(self, jobs: int = 1, cluster: str = "", warn: Callable[[str], None] | None = None) -> None:
        self.jobs = 1 if cluster else max(1, jobs)
        self._cluster = cluster
        self._warn = warn or (lambda message: None)
        self._client: Any = None
        self._lost = False
        self._exits = ExitStack()

    @property
    def elsewhere(self) -> bool:
        """Whether work leaves this process."""
        return not self._lost and (self._client is not None or self.jobs > 1)

    @property
    def count(self) -> int:
        """How many pieces are worked on at once."""
        if self._client is not None:
            return max(1, sum(map(int, self._client.nthreads().values())))
        return self.jobs

    def __enter__(self) -> "Workers":
        if self._cluster:
            self._client = self._exits.enter_context(_connect(self._cluster))
            self.jobs = self.count
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._client = None
        self._exits.close()

    def map(self, work: Callable[[_Item], _Result], items: Iterable[_Item]) -> Iterator[_Result]:
        """``work`` of each item, in order. ``work`` and the items must be picklable; errors of ``work`` are raised.

        Items are taken a few at a time, as results are; no more than a few a worker are held. The next few are under
        way before the last are done, so that no worker waits for another.
        """
        todo = iter(items)
        under_way: deque[tuple[list[_Item], Iterator[_Result]]] = deque()
        while True:
            while self.elsewhere and len(under_way) < 2 and (batch := list(islice(todo, self.count * _AHEAD))):
                under_way.append((batch, self._begin(work, batch)))
            if not under_way:
                break
            batch, results = under_way.popleft()
            done = 0
            try:
                for result in results:
                    done += 1
                    yield result
            except _losses() as error:
                if not self._lost:
                    kind = type(error).__name__
                    self._warn(f"a worker was lost ({kind}); what it had not done is done in this process")
                self._lost = True
                yield from map(work, batch[done:])
                while under_way and self._client is not None:  # not to be waited for as long again
                    yield from map(work, under_way.popleft()[0])
        yield from map(work, todo)

    def _begin(self, work: Callable[[_Item], _Result], batch: Sequence[_Item]) -> Iterator[_Result]:
        """The results of a batch, begun now; a loss of workers shows when they are asked for."""
        try:
            return self._away(work, batch)
        except _losses() as error:
            return _raising(error)

    def _away(self, work: Callable[[_Item], _Result], batch: Sequence[_Item]) -> Iterator[_Result]:
        from joblib import Parallel, delayed, parallel_config

        if len(batch) == 1 and self._client is None:
            return map(work, batch)
        # That an interrupted build leaves work undone is no news to who interrupts it.
        warnings.filterwarnings("ignore", r"\d+ tasks which were still being processed", UserWarning)
        how: dict[str, Any] = {"backend": "loky"}
        if self._client is not None:
            how = {"backend": "dask", "client": self._client, "wait_for_workers_timeout": PATIENCE, "pure": False}
        with parallel_config(n_jobs=self.jobs, **how):
            timeout = LOST if self._client is not None else None
            parallel = Parallel(return_as="generator", batch_size=1, pre_dispatch="all", timeout=timeout)
            results: Iterator[_Result] = parallel(delayed(work)(item) for item in batch)
        return results


def _raising(error: BaseException) -> Iterator[Any]:
    """An iterator that raises the error as soon as it is asked."""
    yield from ()
    raise error


def default_jobs() -> int:
    """How many processes fit this machine: its cores, or as many of them as this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _losses() -> tuple[type[BaseException], ...]:
    """The errors by which the loss of a worker shows."""
    from concurrent.futures import BrokenExecutor, CancelledError

    found: list[type[BaseException]] = [BrokenExecutor, CancelledError, TimeoutError]
    try:
        from distributed import KilledWorker
        from distributed.comm.core import CommClosedError
    except ImportError:
        return tuple(found)
    return (*found, KilledWorker, CommClosedError)


def _connect(address: str) -> Any:
    """A client of the scheduler at ``address``; errors as `Workers` has them."""
    client: Any
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError(
            "--cluster needs Dask, which is not installed", hint="pip install 'incident-graph[cluster]'"
        ) from error
    logger = logging.getLogger("distributed")
    level = logger.level
    logger.setLevel(logging.CRITICAL)  # it logs a traceback for every attempt; we say it once, in words
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        raise ClusterError(
            "the Dask scheduler cannot be reached",
            where=f"{address}: {str(error).splitlines()[0] if str(error) else type(error).__name__}",
            hint="start one with: dask scheduler, and workers with: dask worker ADDRESS; an address is tcp://HOST:8786",
        ) from error
    finally:
        logger.setLevel(level)
    try:
        _check(client, address)
    except BaseException:
        client.close()
        raise
    return client


def _check(client: Any, address: str) -> None:
    try:
        versions = client.run(program_digest)
    except Exception as error:  # whatever the workers' machine raises
        raise ClusterError(
            "the cluster's workers have no incident-graph",
            where=f"{address}: {type(error).__name__}: {error}",
            hint="install the same incident-graph in the workers' environment",
        ) from error
    if not versions:
        raise ClusterError("the cluster has no workers", where=address, hint=f"start one with: dask worker {address}")
    others = sorted(worker for worker, version in versions.items() if version != program_digest())
    if others:
        raise ClusterError(
            "the cluster's workers run another incident-graph: what they find could differ",
            where=", ".join(others[:3]),
            hint="install the same incident-graph in the workers' environment, and start them again",
        )
