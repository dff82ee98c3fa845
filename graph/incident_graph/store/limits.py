"""Work in a process of its own, which can be ended when it takes too long or too much memory.

A query that runs cannot be told to stop: Oxigraph has no such handle, and a thread can only be left behind, burning a
core. So the work is done in a forked child, which shares what its parent has read; ending it frees all it took. What
it writes comes back through a pipe as it is written. A child opens a folder of Oxigraph's by itself, and may write to
it only when its parent never opened one: RocksDB's threads do not live on in a child. It has no network unless it is
given one (``no_network``). Systems without ``fork`` (Windows) have no limits: the work is done where it is asked for.
"""

import contextlib
import io
import os
import pickle
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, NamedTuple

from incident_graph.errors import IncidentGraphError, LimitError

#: A megabyte, the unit of ``Limits.memory``.
MEGABYTE = 1 << 20
_CHUNK = 1 << 16
_DATA, _ERROR, _END = b"D", b"E", b"Z"
_HEADER = 9

Job = Callable[[BinaryIO], object]


class Limits(NamedTuple):
    """What work may take: seconds of waiting for it, megabytes more than its parent has. None: no limit."""

    seconds: float | None = None
    memory: int | None = None


def run_limited(job: Job, limits: Limits, *, network: bool = False) -> Iterator[bytes]:
    """What ``job`` writes, as it is written, by a child process within limits; without ``network`` it can reach none.

    The time counted is that spent waiting for the child, not that its reader takes. Raises ``LimitError`` when a limit
    is reached, and what the job raises. Ending the iteration early ends the child.

    >>> b"".join(run_limited(lambda out: out.write(b"done"), Limits(seconds=10)))
    b'done'
    >>> list(run_limited(lambda out: time.sleep(9), Limits(seconds=0.05)))
    Traceback (most recent call last):
    incident_graph.errors.LimitError: stopped after 0.05 seconds
      ask for less, or give it longer with --timeout
    """
    if not hasattr(os, "fork"):
        out = io.BytesIO()
        job(out)
        yield out.getvalue()
        return
    child = Child(job, limits, network=network)
    try:
        while not child.done:
            started = time.monotonic()
            ready, _, _ = select.select([child.pipe], [], [], child.left)
            child.waited(time.monotonic() - started)
            if not ready:
                raise child.too_long()
            yield from child.read()
    finally:
        child.end()


class Child:
    """A forked process that does one job. ``pipe`` is where its output can be read, without blocking.

    With ``network`` it may open connections, as asking an endpoint needs; without, it cannot.
    """

    def __init__(self, job: Job, limits: Limits, *, network: bool = False) -> None:
        self._limits = limits
        self._buffer = bytearray()
        self._spent = 0.0
        self._ended = False
        self.done = False
        # Imported here, before the fork: what loads libraries is not for a child.
        from incident_graph.store.no_network import shut_network

        sys.stdout.flush()
        sys.stderr.flush()
        self.pipe, theirs = os.pipe()
        _widen(theirs)
        self.process = os.fork()
        if self.process == 0:
            _work(job, theirs, limits, (lambda: None) if network else shut_network)
        os.close(theirs)
        os.set_blocking(self.pipe, False)

    @property
    def left(self) -> float | None:
        """Seconds left to wait; None when there is no limit."""
        return None if self._limits.seconds is None else max(0.0, self._limits.seconds - self._spent)

    def waited(self, seconds: float) -> None:
        """Count time spent waiting."""
        self._spent += seconds

    def too_long(self) -> LimitError:
        """The error that says the time is up."""
        return LimitError(
            f"stopped after {self._limits.seconds:g} seconds", hint="ask for less, or give it longer with --timeout"
        )

    def read(self) -> Iterator[bytes]:
        """Whole chunks that have come; raises what the job raised, or ``LimitError`` when it died."""
        try:
            data = os.read(self.pipe, 4 * _CHUNK)
        except BlockingIOError:
            return
        if not data:
            raise self._died()
        self._buffer += data
        while len(self._buffer) >= _HEADER:
            size = int.from_bytes(self._buffer[1:_HEADER], "big")
            if len(self._buffer) < _HEADER + size:
                return
            kind, body = bytes(self._buffer[:1]), bytes(self._buffer[_HEADER : _HEADER + size])
            del self._buffer[: _HEADER + size]
            if kind == _ERROR:
                raise pickle.loads(body)
            if kind == _END:
                self.done = True
                return
            yield body

    def end(self) -> None:
        """End the process, whatever it does, and forget it. May be called again."""
        if self._ended:
            return
        self._ended = True
        with contextlib.suppress(OSError):
            os.close(self.pipe)
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.process, 0)

    def _died(self) -> IncidentGraphError:
        if self._limits.memory is None:
            return LimitError("the work was ended from outside")
        return LimitError(
            f"stopped: it needed more than {self._limits.memory} MB", hint="ask for less, or allow more with --memory"
        )


class _Pipe(io.RawIOBase):
    """The child's end: what is written goes out in chunks that say what they are."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.send(_DATA, bytes(data))
        return len(data)

    def send(self, kind: bytes, body: bytes) -> None:
        whole = memoryview(kind + len(body).to_bytes(_HEADER - 1, "big") + body)
        while whole:
            whole = whole[os.write(self._descriptor, whole) :]


def _work(job: Job, descriptor: int, limits: Limits, first: Callable[[], object]) -> None:
    """The child's whole life; ``first`` is done before the job."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # its parent ends it
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        with contextlib.suppress(ValueError):
            signal.set_wakeup_fd(-1)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what goes wrong goes through the pipe
        os.closerange(3, descriptor)
        os.closerange(descriptor + 1, max(descriptor + 2, 1024))
        pipe = _Pipe(descriptor)
        try:
            first()
            _bound(limits.memory)
            out = io.BufferedWriter(pipe, _CHUNK)
            job(out)
            out.flush()
            pipe.send(_END, b"")
        except MemoryError:
            pass
        except Exception as error:
            pipe.send(_ERROR, _packed(error))
        code = 0
    finally:
        os._exit(code)


def _widen(pipe: int) -> None:
    """Let the pipe hold more, where that can be said: fewer changes between parent and child."""
    with contextlib.suppress(ImportError, AttributeError, OSError):
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, MEGABYTE)


def _packed(error: Exception) -> bytes:
    try:
        packed = pickle.dumps(error)
        pickle.loads(packed)
        return packed
    except Exception:
        return pickle.dumps(RuntimeError(f"{type(error).__name__}: {error}"))


def _bound(megabytes: int | None) -> None:
    """Let this process take so much memory more than it has."""
    if megabytes is None:
        return
    import resource

    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            has = int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        has = 0
    limit = has + megabytes * MEGABYTE
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
