"""The web application: routes, and what holds for every answer."""

import asyncio
import contextlib
import functools
import hmac
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TYPE_CHECKING, Any

from incident_graph.errors import GraphError, IncidentGraphError, LimitError, UsageError
from incident_graph.server import pages
from incident_graph.server.answering import answer, media_named
from incident_graph.server.description import description
from incident_graph.server.negotiation import TRIPLES, choose, takes
from incident_graph.server.origins import OwnPagesOnly
from incident_graph.server.protocol import METHODS, Operation, RefusedError, read_operation
from incident_graph.server.served import Served
from incident_graph.server.settings import Settings
from incident_graph.server.work import Workers
from incident_graph.store import Limits, is_endpoint, run_limited
from incident_graph.store.limits import Job

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-cache",
}
#: How long the page may take.
_PAGE_SECONDS = 300.0
#: How often to look whether a client is still there, in seconds.
_LOOK = 0.25
#: Results are data: a browser that is shown them runs nothing in them.
_DATA = {"Content-Security-Policy": "default-src 'none'; sandbox", "Vary": "Accept, Origin"}


def make_app(settings: Settings) -> "Starlette":
    """The application that serves ``settings.location``; the graph is read before it returns.

    Raises ``GraphError`` when that cannot be read, ``UsageError`` when it holds no such incident.
    """
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.middleware.cors import CORSMiddleware
    from starlette.middleware.trustedhost import TrustedHostMiddleware
    from starlette.routing import Route

    site = _Site(settings)
    names = ["127.0.0.1", "localhost", *settings.hosts]
    middleware = [
        Middleware(TrustedHostMiddleware, allowed_hosts=names, www_redirect=False),
        Middleware(OwnPagesOnly, origins=settings.origins, hosts=settings.hosts, refuse=_refusal),
    ]
    if settings.origins:
        middleware.append(
            Middleware(
                CORSMiddleware,
                allow_origins=list(settings.origins),
                allow_methods=["GET", "POST"],
                allow_headers=["Authorization", "Content-Type"],
            )
        )
    anything = ["GET", "HEAD", "POST", "OPTIONS", "PUT", "DELETE", "PATCH"]
    return Starlette(
        routes=[
            Route("/", site.told(site.page), methods=["GET"]),
            Route("/sparql", site.told(site.sparql), methods=anything),
            Route("/query", site.told(site.query_page), methods=["GET"]),
            Route("/query/{name}", site.told(site.part), methods=["GET"]),
        ],
        middleware=middleware,
    )


class _Site:
    """What answers; all of it on the event loop, which starts children for what takes time."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.served = Served(settings.location, settings.incident)
        self.served.refresh()
        #: The graph is another server's: then whoever answers has to ask it.
        self._remote = is_endpoint(settings.location)
        # In a child, as all reading of a folder: RocksDB does not live on in the children of a process that opened it.
        for _ in run_limited(lambda out: self.served.store(), Limits(), network=self._remote):
            pass
        self._workers: Workers | None = None
        self._pages: dict[str, tuple[object, bytes]] = {}

    def told(self, handler: "Callable[[Request], Awaitable[Response]]") -> "Callable[[Request], Awaitable[Response]]":
        """The handler, its errors told in plain text."""

        async def handle(request: "Request") -> "Response":
            try:
                return await handler(request)
            except IncidentGraphError as error:
                return _refusal(error)

        return handle

    async def sparql(self, request: "Request") -> "Response":
        """SPARQL 1.1 Protocol."""
        from starlette.responses import RedirectResponse, Response

        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": METHODS, **_HEADERS})
        if request.method not in METHODS:
            raise RefusedError(405, f"{request.method} is not part of the protocol here")
        accept = request.headers.get("accept", "")
        asked = await read_operation(request)
        if asked.update is not None:
            return await self._update(request, asked.update)
        if asked.query is not None:
            job = functools.partial(answer, self.served, self.settings, asked, accept)
            return await self._results(request, job, asked)
        if request.method == "POST":
            raise RefusedError(400, "there is neither query nor update in it")
        if takes(accept, "text/html") and not asked.format:
            return RedirectResponse("/query", 303, headers=_HEADERS)
        media = choose(accept, TRIPLES, asked.format)
        if media is None:
            raise RefusedError(406, "no format that you take", hint=f"ask for {', '.join(m.type for m in TRIPLES)}")
        endpoint = str(request.url.replace(query=""))
        body = description(endpoint, media, updates=bool(self.settings.token))
        return Response(body, media_type=media.type, headers={**_HEADERS, **_DATA})

    async def _results(self, request: "Request", job: Job, asked: Operation) -> "Response":
        from starlette.responses import StreamingResponse

        chunks = self._run(job, network=self.settings.allow_service)
        first = json.loads(await _while_there(request, chunks))
        media = media_named(first["media"])
        headers = {**_HEADERS, **_DATA}
        if first["rows"] is not None:
            headers["Incident-Graph-Row-Limit"] = str(first["rows"])
        if asked.download:
            headers["Content-Disposition"] = f'attachment; filename="results.{media.extension}"'
        if request.method == "HEAD":
            await chunks.aclose()
            return StreamingResponse(_nothing(), media_type=media.type, headers=headers)
        return StreamingResponse(_closing(chunks), media_type=media.type, headers=headers)

    async def _update(self, request: "Request", update: str) -> "Response":
        from starlette.responses import Response

        if not self.settings.token:
            raise RefusedError(403, "this server takes no updates", hint="start it with --allow-update --token")
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind.lower() != "bearer" or not hmac.compare_digest(token.strip().encode(), self.settings.token.encode()):
            raise RefusedError(401, "an update needs the server's token", hint="send Authorization: Bearer TOKEN")
        store = self.served.whole()
        async for _ in self._run(lambda out: store.update(update)):
            pass
        self.served.refresh()
        return Response(status_code=204, headers=_HEADERS)

    async def page(self, request: "Request") -> "Response":
        """The page of the incident; with several, the list of them, or the one that ``incident`` names."""
        from starlette.responses import Response

        wanted = request.query_params.get("incident") or self.settings.incident
        stamp = self.served.stamp()
        key = wanted or ""
        kept = self._pages.get(key)
        if kept is None or stamp is None or kept[0] != stamp:
            served = self.served
            limits = Limits(_PAGE_SECONDS, self.settings.memory)
            job = functools.partial(pages.write_page, served, wanted)
            body = b"".join([chunk async for chunk in self._run(job, limits)])
            kept = (stamp, body)
            self._pages = {**self._pages, key: kept} if len(self._pages) < 8 else {key: kept}
        headers = {**_HEADERS, "Content-Security-Policy": "frame-ancestors 'none'"}
        return Response(kept[1], media_type="text/html", headers=headers)

    async def query_page(self, request: "Request") -> "Response":
        """The page to ask questions on."""
        from starlette.responses import HTMLResponse

        return HTMLResponse(pages.query_page(), headers={**_HEADERS, "Content-Security-Policy": pages.POLICY})

    async def part(self, request: "Request") -> "Response":
        """The script and the style of that page."""
        from starlette.responses import Response

        name = request.path_params["name"]
        if name not in pages.PARTS:
            raise RefusedError(404, "there is nothing here")
        return Response(pages.part(name), media_type=pages.PARTS[name], headers=_HEADERS)

    def _run(self, job: Job, limits: Limits | None = None, *, network: bool = False) -> Any:
        if self._workers is None:  # here, where the loop runs
            self._workers = Workers(self.settings.at_once)
        self.served.refresh()
        return self._workers.run(job, limits or self.settings.limits, network=network or self._remote)


async def _while_there(request: "Request", chunks: Any) -> bytes:
    """The first chunk; the work is ended when the client goes away before."""
    waiting = asyncio.ensure_future(anext(chunks))
    try:
        while True:
            done, _ = await asyncio.wait({waiting}, timeout=_LOOK)
            if done:
                first: bytes = waiting.result()
                return first
            if await request.is_disconnected():
                raise RefusedError(499, "the client went away")
    finally:
        if not waiting.done():
            waiting.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await waiting
            await chunks.aclose()


async def _nothing() -> AsyncIterator[bytes]:
    none: tuple[bytes, ...] = ()
    for chunk in none:
        yield chunk


async def _closing(chunks: Any) -> AsyncIterator[bytes]:
    try:
        async for chunk in chunks:
            yield chunk
    finally:
        await chunks.aclose()


def _refusal(error: IncidentGraphError) -> "Response":
    """The error as text: what, where, and what to try."""
    from starlette.responses import PlainTextResponse

    headers = {**_HEADERS, **_DATA}
    status = 500
    if isinstance(error, RefusedError):
        status = error.status
        if status == 401:
            headers["WWW-Authenticate"] = 'Bearer realm="incident-graph"'
        elif status == 405:
            headers["Allow"] = METHODS
    elif isinstance(error, UsageError):
        status = 400
    elif isinstance(error, LimitError | GraphError):
        status = 503
    return PlainTextResponse(f"{error}\n", status_code=status, headers=headers)
