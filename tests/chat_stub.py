"""A chat-completions server on the loopback, for tests: it answers as told and remembers what it was asked."""

import json
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any


@dataclass
class Reply:
    """One answer: a status, a body, headers, and seconds to wait before it."""

    status: int = 200
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0


def says(content: object) -> Reply:
    """A chat completion whose words are ``content`` (as JSON unless it is a string or None)."""
    words = content if isinstance(content, str) or content is None else json.dumps(content, ensure_ascii=False)
    return Reply(body=json.dumps({"choices": [{"message": {"role": "assistant", "content": words}}]}))


def refuses(status: int, message: str, **headers: str) -> Reply:
    """An error as endpoints word it."""
    return Reply(
        status, json.dumps({"error": {"message": message}}), {k.replace("_", "-"): v for k, v in headers.items()}
    )


Answer = Reply | Callable[[dict[str, Any]], Reply]


class ChatStub:
    """Serves on 127.0.0.1 while it is entered; the last of ``answers`` is given again and again."""

    def __init__(self, *answers: Answer) -> None:
        self.answers: Sequence[Answer] = answers
        self.asked: list[dict[str, Any]] = []
        self.paths: list[str] = []
        self.keys: list[str | None] = []
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                body = json.loads(self.rfile.read(length))
                answer = stub.answers[min(len(stub.asked), len(stub.answers) - 1)]
                stub.asked.append(body)
                stub.paths.append(self.path)
                stub.keys.append(self.headers["Authorization"])
                reply = answer(body) if callable(answer) else answer
                time.sleep(reply.delay)
                data = reply.body.encode()
                try:
                    self.send_response(reply.status)
                    for name, value in {**reply.headers, "Content-Length": str(len(data))}.items():
                        self.send_header(name, value)
                    self.end_headers()
                    self.wfile.write(data)
                except OSError:
                    pass  # whoever asked has gone

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    @property
    def modes(self) -> list[str]:
        """How each request wanted its answer."""
        return [body.get("response_format", {}).get("type", "plain") for body in self.asked]

    def __enter__(self) -> "ChatStub":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
