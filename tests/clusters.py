"""A real Dask cluster on this machine: a scheduler and two workers, each a process of its own."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from serving import free_port, stop


class Cluster(NamedTuple):
    """The scheduler's address and the workers' processes."""

    address: str
    workers: list[subprocess.Popen[bytes]]


@contextlib.contextmanager
def cluster(folder: Path, workers: int = 2, *, path: str | None = None) -> Iterator[Cluster]:
    """A scheduler and ``workers`` workers with one thread each; ``path`` is what the workers have as PYTHONPATH."""
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    environment = {**os.environ, "PYTHONPATH": os.environ.get("PYTHONPATH", "") if path is None else path}
    scheduler = start(["scheduler", "--host", "127.0.0.1", "--port", str(port)], folder, environment)
    started: list[subprocess.Popen[bytes]] = []
    try:
        for number in range(workers):
            options = ["--nthreads", "1", "--no-nanny", "--no-dashboard", "--name", f"worker-{number}"]
            started.append(start(["worker", address, *options, "--local-directory", str(folder)], folder, environment))
        if workers:
            from distributed import Client

            with Client(address, timeout=60, set_as_default=False) as client:
                client.wait_for_workers(workers, timeout=60)
        yield Cluster(address, started)
    finally:
        for process in (*started, scheduler):
            stop(process)


def start(args: list[str], folder: Path, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    if args[0] == "scheduler":
        args = [*args, "--no-dashboard"]
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_" + args[0], *args[1:]],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
