"""Running children from the event loop, a few at once."""

import asyncio
import time
from collections.abc import AsyncIterator

from incident_graph.errors import LimitError
from incident_graph.store import Limits
from incident_graph.store.limits import Child, Job

#: How many may wait for their turn; more are sent away.
WAITING = 64


class Workers:
    """Runs jobs in child processes, ``at_once`` side by side."""

    def __init__(self, at_once: int) -> None:
        self._turns = asyncio.Semaphore(at_once)
        self._waiting = 0

    async def run(self, job: Job, limits: Limits, *, network: bool = False) -> AsyncIterator[bytes]:
        """What the job writes, as it comes; see ``store.run_limited``. Closing the iterator ends the child.

        Raises ``LimitError`` at once when too many wait already.
        """
        if self._waiting >= WAITING:
            raise LimitError("too many queries are waiting", hint="ask again in a while")
        self._waiting += 1
        try:
            await self._turns.acquire()
        finally:
            self._waiting -= 1
        try:
            child = Child(job, limits, network=network)
            try:
                async for chunk in _read(child):
                    yield chunk
            finally:
                child.end()
        finally:
            self._turns.release()


async def _read(child: Child) -> AsyncIterator[bytes]:
    loop, ready = asyncio.get_running_loop(), asyncio.Event()
    while not child.done:
        ready.clear()
        loop.add_reader(child.pipe, ready.set)
        started = time.monotonic()
        try:
            await asyncio.wait_for(ready.wait(), child.left)
        except TimeoutError:
            raise child.too_long() from None
        finally:
            loop.remove_reader(child.pipe)
            child.waited(time.monotonic() - started)
        for chunk in child.read():
            yield chunk
