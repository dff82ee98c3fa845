"""A client for chat completions: what is asked for falls back to what an endpoint can do, and patience is bounded."""

import importlib
import json
import os
import re
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from incident_graph.errors import InputError, UsageError

#: How an answer is asked for, best first: by schema, as some JSON object, in words alone.
MODES = ("json_schema", "json_object", "plain")
_LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
_REFUSED = frozenset({400, 415, 422, 501})
_NOT_SUPPORTED = re.compile(r"not\s+support|unsupported|unknown\s+(?:field|param|arg)|response_format", re.IGNORECASE)


@dataclass(frozen=True)
class Endpoint:
    """Where the model is and how patient to be: seconds to connect, to wait for an answer, and at most between tries.

    The key is never shown.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    connect: float = 10.0
    read: float = 180.0
    tries: int = 4
    pause: float = 1.0  # before the second try; doubled for each further one
    longest_pause: float = 60.0

    @classmethod
    def of(cls, url: str | None = None, model: str | None = None) -> "Endpoint":
        """The endpoint given, or else that of the environment; UsageError when one is missing or is no address."""
        url = url or os.environ.get("INCIDENT_GRAPH_LLM_URL", "")
        model = model or os.environ.get("INCIDENT_GRAPH_LLM_MODEL", "")
        key = os.environ.get("INCIDENT_GRAPH_LLM_KEY", "").strip()
        for value, option in ((url, "url"), (model, "model")):
            if not value.strip():
                raise UsageError(
                    f"the extractor llm has no {option}",
                    hint=f"give --llm-{option}, or set INCIDENT_GRAPH_LLM_{option.upper()}",
                )
        if not key.isascii() or not key.isprintable():
            raise UsageError("INCIDENT_GRAPH_LLM_KEY has characters that no key has")
        found = cls(url.strip(), model.strip(), key)
        if not found.is_address():
            raise UsageError("no address of an endpoint", where=found.shown, hint="such as http://localhost:11434/v1")
        return found

    def is_address(self) -> bool:
        """Whether ``url`` is an http or https address with a host."""
        try:
            parts = urlsplit(self.url)
            return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
        except ValueError:
            return False

    @property
    def target(self) -> str:
        """Where chat completions are asked for: ``url`` may be the base of the interface or the full address.

        >>> Endpoint("http://localhost:8080/v1/", "m").target
        'http://localhost:8080/v1/chat/completions'
        """
        base, mark, query = self.url.partition("?")
        base = base.rstrip("/")
        return (base if base.endswith("/chat/completions") else f"{base}/chat/completions") + mark + query

    @property
    def shown(self) -> str:
        """The address without anything that may be a secret.

        >>> Endpoint("https://me:pass@models.example:8443/v1?token=x", "m").shown
        'https://models.example:8443/v1'
        """
        scheme, _, rest = self.url.partition("://")
        host, slash, path = rest.partition("?")[0].partition("/")
        return f"{scheme}://{host.rpartition('@')[2]}{slash}{path}" if rest else self.url.partition("?")[0]

    @property
    def is_local(self) -> bool:
        """Whether the model runs on this machine, so that no proxy is asked."""
        return (urlsplit(self.url).hostname or "") in _LOCAL


class Client:
    """Asks one endpoint. Use as a context manager; ``sleep`` is what waiting between tries calls."""

    def __init__(self, endpoint: Endpoint, sleep: Callable[[float], None] = time.sleep) -> None:
        try:
            httpx: Any = importlib.import_module("httpx")
        except ImportError:
            raise UsageError(
                "the extractor llm needs httpx, which is not installed", hint="pip install 'incident-graph[llm]'"
            ) from None
        self.endpoint = endpoint
        self.mode = MODES[0]
        self._temperature = True
        self._sleep = sleep
        self._httpx = httpx
        self._http: Any = None

    def __enter__(self) -> "Client":
        patience = self._httpx.Timeout(self.endpoint.read, connect=self.endpoint.connect)
        self._http = self._httpx.Client(timeout=patience, trust_env=not self.endpoint.is_local)
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def ask(self, chat: Sequence[Mapping[str, str]], schema: Mapping[str, Any]) -> str:
        """The words of the answer ("" when there are none).

        When the endpoint refuses to answer by schema, the next way of asking is tried and kept. InputError: it is not
        there, refuses the key, does not know the model, or keeps failing.
        """
        while True:
            status, body = self._send(self._body(chat, schema))
            if status < 300:
                return _content(body)
            refused = _is_refusal(status, body)
            if refused and self._temperature and "temperature" in body:
                self._temperature = False
            elif refused and self.mode != MODES[-1]:
                self.mode = MODES[MODES.index(self.mode) + 1]
            else:
                raise self._failure(status, body)

    def _body(self, chat: Sequence[Mapping[str, str]], schema: Mapping[str, Any]) -> dict[str, Any]:
        body: dict[str, Any] = {"model": self.endpoint.model, "messages": list(chat)}
        if self._temperature:
            body["temperature"] = 0
        if self.mode == "json_schema":
            named = {"name": "claims", "strict": True, "schema": schema}
            body["response_format"] = {"type": "json_schema", "json_schema": named}
        elif self.mode == "json_object":
            body["response_format"] = {"type": "json_object"}
        return body

    def _send(self, body: Mapping[str, Any]) -> tuple[int, str]:
        """Status and body of the answer, after further tries where the endpoint was busy, failing or slow."""
        end = self.endpoint
        headers = {"Authorization": f"Bearer {end.key}"} if end.key else {}
        for attempt in range(1, end.tries + 1):
            wait = min(end.pause * 2 ** (attempt - 1), end.longest_pause)
            last = attempt == end.tries
            try:
                reply = self._http.post(end.target, json=body, headers=headers)
            except (self._httpx.ConnectError, self._httpx.ConnectTimeout) as error:
                raise InputError(
                    "the language model is not there",
                    where=f"{end.shown}: {self._plain(str(error))}",
                    hint="check --llm-url and that the server runs; without --extractor llm the build needs none",
                ) from None
            except self._httpx.TimeoutException:
                if last or attempt > 1:
                    raise InputError(
                        f"the language model did not answer within {end.read:g} seconds",
                        where=end.shown,
                        hint="try a smaller or faster model",
                    ) from None
            except self._httpx.InvalidURL as error:
                raise UsageError("no address of an endpoint", where=f"{end.shown}: {error}") from None
            except self._httpx.RequestError as error:
                if last:
                    raise InputError(
                        "the language model broke off", where=f"{end.shown}: {self._plain(str(error))}"
                    ) from None
            else:
                status = int(reply.status_code)
                words = str(reply.text)
                busy = status in (408, 429) or status >= 500
                if last or not busy or _is_refusal(status, words):
                    return status, words
                asked = retry_after(reply.headers.get("Retry-After"))
                wait = wait if asked is None else min(asked, end.longest_pause)
            self._sleep(wait)
        raise AssertionError("the last try returns or raises")

    def _failure(self, status: int, body: str) -> InputError:
        words = self._plain(_message(body))
        where = f"{self.endpoint.shown}, model {self.endpoint.model}: HTTP {status}" + (f", {words}" if words else "")
        if status in (401, 403):
            return InputError("the language model refuses the key", where=where, hint="set INCIDENT_GRAPH_LLM_KEY")
        if status == 404:
            hint = "check --llm-model, and that --llm-url ends in the version, such as /v1"
            return InputError("the endpoint does not know this address or model", where=where, hint=hint)
        if status == 429:
            return InputError("the language model is too busy", where=where, hint="try again later")
        return InputError("the language model does not answer", where=where)

    def _plain(self, words: str) -> str:
        """Words of an endpoint, on one line, cut, and without the key."""
        if self.endpoint.key:
            words = words.replace(self.endpoint.key, "…")
        return "".join(c if c.isprintable() else " " for c in " ".join(words.split()))[:300]


def _is_refusal(status: int, body: str) -> bool:
    """Whether an endpoint does not do what it was asked for, so that asking otherwise may help."""
    if status in (401, 403, 404, 408, 429) or status < 300:
        return False
    return status in _REFUSED or _NOT_SUPPORTED.search(body) is not None


def retry_after(value: str | None, now: float | None = None) -> float | None:
    """The seconds that a Retry-After header asks to wait: a number, or an HTTP date; ``None`` when it says nothing.

    >>> retry_after("1.5"), retry_after("-3"), retry_after("soon")
    (1.5, 0.0, None)
    >>> retry_after("Thu, 01 Jan 1970 00:01:00 GMT", now=50.0)
    10.0
    """
    if not value:
        return None
    if re.fullmatch(r"-?\d{1,9}(?:\.\d{1,9})?", value.strip()):
        return max(0.0, float(value))
    try:
        moment = parsedate_to_datetime(value).timestamp()
    except (ValueError, OverflowError):
        return None
    return max(0.0, moment - (time.time() if now is None else now))


def _content(body: str) -> str:
    """The words of a chat completion; InputError when it is none."""
    try:
        message = json.loads(body)["choices"][0]["message"]
        content = message.get("content")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise InputError(
            "the endpoint answers, but not with a chat completion", hint="check that --llm-url ends in /v1"
        ) from None
    if isinstance(content, list):  # some endpoints answer in parts
        content = "".join(str(part.get("text", "")) for part in content if isinstance(part, dict))
    return content if isinstance(content, str) else ""


def _message(body: str) -> str:
    """What an error's body says."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return re.sub(r"<[^>]*>", " ", body)
    error = found.get("error", found) if isinstance(found, dict) else found
    said = error.get("message", error) if isinstance(error, dict) else error
    return said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)
