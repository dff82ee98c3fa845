"""Running the server on this machine's loopback address."""

import importlib.util
import socket
from collections.abc import Callable

from incident_graph.errors import UsageError
from incident_graph.server.settings import Settings

HOST = "127.0.0.1"
_NEEDED = ("starlette", "uvicorn")


def serve(settings: Settings, *, port: int = 8080, ready: Callable[[str], None] | None = None) -> None:
    """Serve until interrupted (``KeyboardInterrupt``); ``ready`` is told the address once requests are taken.

    ``port`` 0 picks a free one. Raises ``UsageError`` when the libraries are missing or the port is taken, and what
    ``make_app`` raises.
    """
    check_installed()
    import os

    if not hasattr(os, "fork"):
        raise UsageError("serve needs a system that can fork", hint="use Linux, macOS or WSL")
    listening = _listen(port)
    with listening:
        _run(settings, listening, ready)


def check_installed() -> None:
    """Raise ``UsageError`` with the command to run when the libraries of the server are not there."""
    missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise UsageError(
            f"serve needs {' and '.join(missing)}", hint="install it with: pip install 'incident-graph[server]'"
        )


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        listening.listen(128)
    except (OSError, OverflowError) as error:
        listening.close()
        reason = getattr(error, "strerror", None) or str(error)
        raise UsageError(f"cannot listen on port {port}: {reason}", hint="try --port 0 for a free one") from error
    return listening


def _run(settings: Settings, listening: socket.socket, ready: Callable[[str], None] | None) -> None:
    import uvicorn

    from incident_graph.server.app import make_app

    class Server(uvicorn.Server):
        """Tells when it is ready."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            if ready is not None and self.started:
                ready(f"http://{HOST}:{listening.getsockname()[1]}/")

    config = uvicorn.Config(
        make_app(settings),
        log_level="error",
        access_log=False,
        server_header=False,
        lifespan="off",
        loop="asyncio",
        http="h11",
        ws="none",
        timeout_graceful_shutdown=1,
    )
    Server(config).run(sockets=[listening])
    raise KeyboardInterrupt  # nothing else ends it
