"""Talking HTTP to an endpoint: time-outs, credentials from the environment, and errors in our words."""

import base64
import os
import socket
from collections.abc import Mapping, Sequence
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from incident_graph import __version__
from incident_graph.errors import GraphError, IncidentGraphError, LimitError, UsageError
from incident_graph.store.query_text import does_not_parse

#: Where credentials come from: a token beats a user with a password.
USER, PASSWORD, TOKEN = "INCIDENT_GRAPH_USER", "INCIDENT_GRAPH_PASSWORD", "INCIDENT_GRAPH_TOKEN"
FORM = "application/x-www-form-urlencoded"
_SAID = 600


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

    def send(
        self,
        url: str,
        *,
        method: str = "GET",
        data: bytes | None = None,
        kind: str = "",
        accept: str = "*/*",
    ) -> Any:
        """The response, a file to read from, with ``headers``; our errors for whatever goes wrong."""
        request = Request(url, data=data, method=method, headers={"Accept": accept})
        request.add_header("User-Agent", f"incident-graph/{__version__}")
        if kind:
            request.add_header("Content-Type", kind)
        credentials = _credentials(os.environ)
        if credentials:  # never sent on to where a redirect leads
            request.add_unredirected_header("Authorization", credentials)
        try:
            return urlopen(request, timeout=self.seconds)
        except HTTPError as error:
            raise _refused(error, url) from error
        except (URLError, OSError) as error:
            reason = getattr(error, "reason", None) or error
            if isinstance(reason, TimeoutError | socket.timeout):
                raise LimitError(
                    f"no answer within {self.seconds:g} seconds", where=url, hint="ask for less, or give it longer"
                ) from error
            what = getattr(reason, "strerror", None) or str(reason)
            raise GraphError(
                f"the endpoint cannot be reached: {what}", where=url, hint="check the URL; is the server running?"
            ) from error

    def post_form(self, url: str, pairs: Sequence[tuple[str, str]], *, accept: str = "*/*") -> Any:
        """The response to a form."""
        return self.send(url, method="POST", data=urlencode(pairs).encode(), kind=FORM, accept=accept)


class Reading:
    """A response as a file whose errors are ours."""

    def __init__(self, response: IO[bytes], where: str) -> None:
        self._response = response
        self._where = where

    def read(self, size: int = -1) -> bytes:
        """Some bytes."""
        from http.client import HTTPException

        try:
            return self._response.read(size)
        except (OSError, HTTPException) as error:
            what = str(error) or type(error).__name__
            raise GraphError(f"the answer breaks off: {what}", where=self._where, hint="ask again") from error


def _credentials(environment: Mapping[str, str]) -> str:
    """The value of the header Authorization, ``""`` for none.

    >>> _credentials({"INCIDENT_GRAPH_USER": "ada", "INCIDENT_GRAPH_PASSWORD": "x"})
    'Basic YWRhOng='
    >>> _credentials({"INCIDENT_GRAPH_TOKEN": "abc"}), _credentials({})
    ('Bearer abc', '')
    """
    if token := environment.get(TOKEN):
        return f"Bearer {token}"
    if user := environment.get(USER):
        pair = f"{user}:{environment.get(PASSWORD, '')}"
        return "Basic " + base64.b64encode(pair.encode()).decode()
    return ""


def _refused(error: HTTPError, url: str) -> IncidentGraphError:
    """The server's no, in our words with its own behind them."""
    said = ""
    if "html" not in (error.headers.get("Content-Type") or ""):
        said = " ".join(error.read(_SAID).decode("utf-8", "replace").split())
    what = f"{error.code} {error.reason}"
    if error.code == 400 and "error at " in said:  # Oxigraph's own words
        told = does_not_parse(SyntaxError(said[said.index("error at ") :]), "query or update")
        return UsageError(told.what, where=f"{told.where}, at {url}")
    if error.code == 400:
        return UsageError(f"the endpoint refuses what was asked: {said or what}", where=url)
    if error.code in (401, 403):
        hint = f"set {USER} and {PASSWORD}, or {TOKEN}; or updates are off there"
        return GraphError(f"the endpoint does not let us in: {what}", where=url, hint=hint)
    if error.code in (404, 405, 501):
        return GraphError(f"there is no such endpoint: {what}", where=url, hint="check the URL")
    return GraphError(f"the endpoint fails: {what}" + (f": {said}" if said else ""), where=url, hint="try again later")
