"""Talking HTTP to an endpoint: time-outs, credentials from the environment, and errors in our words."""

import os
import re
import socket
from collections.abc import Sequence
from email.message import Message
from http.client import HTTPException
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from incident_graph import __version__
from incident_graph.errors import GraphError, IncidentGraphError, LimitError, UsageError
from incident_graph.store.credentials import PASSWORD, TOKEN, USER, Credentials
from incident_graph.store.query_text import does_not_parse

FORM = "application/x-www-form-urlencoded"
_SAID = 600
_PLACE = re.compile("error at [0-9]+:[0-9]+: ")


class Http:
    """Requests to one server. ``seconds`` is how long it may be silent."""

    def __init__(self, url: str, *, seconds: float = 60.0) -> None:
        parts = urlsplit(url)
        if not parts.hostname:
            raise UsageError(f"not the URL of an endpoint: {url}", hint="such as https://example.org/sparql")
        if parts.username or parts.password:
            raise UsageError(
                "no user and password in the URL: it is shown and kept",
                where=url.replace(parts.netloc, parts.netloc.rpartition("@")[2]),
                hint=f"set {USER} and {PASSWORD}, or {TOKEN}",
            )
        self.seconds = seconds
        self._credentials = Credentials(os.environ)

    def send(
        self,
        url: str,
        *,
        method: str = "GET",
        data: bytes | None = None,
        kind: str = "",
        accept: str = "*/*",
        patience: float = 1,
    ) -> Any:
        """The response, a file to read from, with ``headers``; our errors for whatever goes wrong.

        ``patience`` says how many times longer than usual the server may be silent.
        """
        seconds = self.seconds * patience
        asked = False
        while True:
            request = Request(url, data=data, method=method, headers={"Accept": accept})
            request.add_header("User-Agent", f"incident-graph/{__version__}")
            if kind:
                request.add_header("Content-Type", kind)
            self._credentials.add_to(request)
            try:
                return urlopen(request, timeout=seconds)
            except HTTPError as error:
                if not asked and error.code == 401 and self._wants_digest(url, error.headers):
                    error.close()
                    asked = True
                    continue
                raise _refused(error, url) from error
            except (URLError, OSError, HTTPException) as error:
                reason = getattr(error, "reason", None) or error
                if isinstance(reason, TimeoutError | socket.timeout):
                    raise LimitError(
                        f"no answer within {seconds:g} seconds", where=url, hint="ask for less, or give it longer"
                    ) from error
                what = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
                raise GraphError(
                    f"the endpoint cannot be reached: {what}", where=url, hint="check the URL; is the server running?"
                ) from error

    def _wants_digest(self, url: str, headers: Message) -> bool:
        """Whether the refusal asks for a digest; some servers ask only who sends no password."""
        if self._credentials.asked_for_digest(headers):
            return True
        try:
            urlopen(Request(url, method="HEAD"), timeout=self.seconds).close()
        except HTTPError as error:
            error.close()
            return error.code == 401 and self._credentials.asked_for_digest(error.headers)
        except (URLError, OSError, HTTPException):
            pass
        return False

    def post_form(self, url: str, pairs: Sequence[tuple[str, str]], *, accept: str = "*/*", patience: float = 1) -> Any:
        """The response to a form."""
        data = urlencode(pairs).encode()
        return self.send(url, method="POST", data=data, kind=FORM, accept=accept, patience=patience)


class Reading:
    """A response as a file whose errors are ours."""

    def __init__(self, response: IO[bytes], where: str) -> None:
        self._response = response
        self._where = where

    def read(self, size: int = -1) -> bytes:
        """Some bytes."""
        try:
            return self._response.read(size)
        except (OSError, HTTPException) as error:
            what = str(error) or type(error).__name__
            raise GraphError(f"the answer breaks off: {what}", where=self._where, hint="ask again") from error


def _refused(error: HTTPError, url: str) -> IncidentGraphError:
    """The server's no, in our words with its own behind them."""
    said = ""
    if "html" not in (error.headers.get("Content-Type") or ""):
        said = " ".join(error.read(_SAID).decode("utf-8", "replace").split())
        said = said.partition(" SPARQL query: ")[0]  # what was asked, said again
    what = f"{error.code} {error.reason}"
    place = _PLACE.search(said)
    if error.code == 400 and place:  # Oxigraph's own words
        told = does_not_parse(SyntaxError(said[place.start() :]), "query or update")
        return UsageError(told.what, where=f"{told.where}, at {url}")
    if error.code in (400, 413):
        return UsageError(f"the endpoint refuses what was asked: {said or what}", where=url)
    if error.code in (401, 403) or "permission" in said.lower():
        what += f": {said}" if said and error.code not in (401, 403) else ""
        hint = f"set {USER} and {PASSWORD}, or {TOKEN}; or updates are off there"
        return GraphError(f"the endpoint does not let us in: {what}", where=url, hint=hint)
    if error.code in (404, 405, 501):
        return GraphError(f"there is no such endpoint: {what}", where=url, hint="check the URL")
    return GraphError(f"the endpoint fails: {what}" + (f": {said}" if said else ""), where=url, hint="try again later")
