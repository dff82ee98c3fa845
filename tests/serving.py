"""Starting and stopping servers on the loopback address, for tests."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def served(graph: str, *options: str) -> Iterator[str]:
    """Our own server on a free port; gives its address, which ends in a slash."""
    command = [sys.executable, "-m", "incident_graph", "serve", "-g", graph, "--port", "0", *options]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("INCIDENT_GRAPH")}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert found, line + process.stderr.read()
        yield found[0]
    finally:
        stop(process)


@contextlib.contextmanager
def oxigraph(program: str, folder: Path) -> Iterator[str]:
    """Oxigraph's own server; gives the URL for queries."""
    port = free_port()
    command = [program, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/")
        yield f"http://127.0.0.1:{port}/query"
    finally:
        stop(process)


def stop(process: "subprocess.Popen[str] | subprocess.Popen[bytes]") -> int:
    """Interrupt the process, as Ctrl-C does, and give its exit code."""
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
    try:
        return process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait(10)
    finally:
        if process.stderr is not None:
            process.stderr.close()


def wait_for(url: str, seconds: float = 60.0) -> None:
    """Wait until something answers at the URL."""
    until = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(url, timeout=1).close()
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
