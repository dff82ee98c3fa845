"""Reading a request of the SPARQL 1.1 Protocol."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl

from incident_graph.errors import IncidentGraphError
from incident_graph.store import Scope

if TYPE_CHECKING:
    from starlette.requests import Request

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
METHODS = "GET, HEAD, POST, OPTIONS"
#: The longest query, in bytes, and the most parameters.
LONGEST, MOST = 16 << 20, 50_000


class RefusedError(IncidentGraphError):
    """A request that is answered with this HTTP status."""

    def __init__(self, status: int, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what, where=where, hint=hint)
        self.status = status

    def __reduce__(self) -> tuple[type["RefusedError"], tuple[int, str], dict[str, object]]:
        """How it comes over from a child process."""
        return type(self), (self.status, self.what), self.__dict__


class Operation(NamedTuple):
    """What a request asks for: a query, an update, or (neither) a description of the service."""

    query: str | None = None
    update: str | None = None
    scope: Scope | None = None
    format: str = ""
    rows: int | None = None
    download: bool = False


async def read_operation(request: "Request") -> Operation:
    """The operation of a request by GET, by POST of a form, or by POST of the query or update itself.

    Raises ``RefusedError`` with status 400 (not as the protocol says), 413 (too long) or 415 (unknown content type).
    """
    pairs = _pairs(request.scope["query_string"], "the URL")
    if request.method in ("GET", "HEAD"):
        if _all(pairs, "update"):
            raise RefusedError(400, "an update is sent by POST")
        return _operation(pairs)
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    kind = kind.strip().lower()
    if kind not in (FORM, QUERY, UPDATE):
        what = f"cannot read {kind}" if kind else "the request does not say what it sends"
        raise RefusedError(415, what, hint=f"set Content-Type to {FORM}, {QUERY} or {UPDATE}")
    charset = parameters.lower().replace('"', "").partition("charset=")[2].split(";")[0].strip()
    if charset not in ("", "utf-8", "utf8"):
        raise RefusedError(400, f"the charset {charset} is not UTF-8")
    body = await _body(request)
    if kind == FORM:
        return _operation([*pairs, *_pairs(body, "the form")])
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(400, "the request is not UTF-8", where=f"byte {error.start}") from error
    if _all(pairs, "query") or _all(pairs, "update"):
        raise RefusedError(400, "one query or update at a time", hint="send it in the body or in the URL")
    return _operation([*pairs, ("query" if kind == QUERY else "update", text)])


def _operation(pairs: Sequence[tuple[str, str]]) -> Operation:
    queries, updates = _all(pairs, "query"), _all(pairs, "update")
    if len(queries) + len(updates) > 1:
        raise RefusedError(400, "one query or update at a time")
    default, named = _all(pairs, "default-graph-uri"), _all(pairs, "named-graph-uri")
    using = _all(pairs, "using-graph-uri") + _all(pairs, "using-named-graph-uri")
    if using:
        raise RefusedError(400, "using-graph-uri is not known here", hint="write USING or WITH in the update")
    if updates and (default or named):
        raise RefusedError(400, "a query's dataset with an update", hint="write USING or WITH in the update")
    rows = next(iter(_all(pairs, "rows")), "")
    if rows and not rows.isdecimal():
        raise RefusedError(400, f"rows is no number: {rows}")
    return Operation(
        query=next(iter(queries), None),
        update=next(iter(updates), None),
        scope=Scope(default, named) if default or named else None,
        format=next(iter(_all(pairs, "format")), ""),
        rows=int(rows) if rows else None,
        download=bool(_all(pairs, "download")),
    )


def _all(pairs: Sequence[tuple[str, str]], name: str) -> tuple[str, ...]:
    return tuple(value for key, value in pairs if key == name)


def _pairs(data: bytes, where: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(data.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MOST)
    except (UnicodeDecodeError, ValueError) as error:
        raise RefusedError(400, f"{where} is not percent-encoded UTF-8", where=str(error)) from error


async def _body(request: "Request") -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST:
            raise RefusedError(413, f"longer than {LONGEST >> 20} MB")
    return bytes(body)
