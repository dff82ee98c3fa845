"""Who sends a request: this server's own pages, a page elsewhere, or no page at all.

A browser lets any page send requests to this machine, and reads out the answer only where the server agrees; but what a
request does, it has done by then. So a page elsewhere gets no answer. That it is elsewhere, browsers say in ``Origin``
and in the ``Sec-Fetch`` headers, which no page can write. Other clients send neither, and are answered.
"""

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from incident_graph.server.protocol import RefusedError

if TYPE_CHECKING:
    from starlette.responses import Response

#: Pages that a link elsewhere may lead to: they ask nothing that the link can choose.
PAGES = frozenset({"/", "/query"})
_ELSEWHERE = frozenset({"cross-site", "same-site"})


def is_foreign(
    method: str, path: str, headers: Mapping[str, str], *, origins: Collection[str] = (), hosts: Collection[str] = ()
) -> bool:
    """Whether a page of another origin sends this request, and is not one of ``origins``.

    ``headers`` have names in small letters; ``hosts`` are the further names of this server. Following a link to one of
    the ``PAGES`` is not foreign: the browser shows the page to who follows it, and to nobody else.

    >>> is_foreign("GET", "/sparql", {"host": "localhost:8080"})
    False
    >>> is_foreign("GET", "/sparql", {"host": "localhost:8080", "origin": "http://localhost:8080"})
    False
    >>> is_foreign("GET", "/sparql", {"host": "localhost:8080", "origin": "http://localhost:9090"})
    True
    >>> link = {"host": "localhost", "sec-fetch-site": "cross-site"}
    >>> link |= {"sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    >>> is_foreign("GET", "/query", link), is_foreign("GET", "/sparql", link)
    (False, True)
    """
    origin, site = headers.get("origin", "").lower(), headers.get("sec-fetch-site", "")
    if origin and origin in {one.lower().rstrip("/") for one in origins}:
        return False
    # A form of our own pages has the origin "null", because they tell nobody where one comes from.
    own_form = origin == "null" and site == "same-origin"
    if origin and not own_form and not _is_own(origin, headers.get("host", ""), hosts):
        return True
    if site not in _ELSEWHERE:
        return False
    follows = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
    return not (follows and method in ("GET", "HEAD") and path in PAGES)


def _is_own(origin: str, host: str, hosts: Collection[str]) -> bool:
    """Whether the origin is this server: by the name it was called, or one that a web server before it has."""
    parts = urlsplit(origin)
    if parts.scheme not in ("http", "https"):
        return False
    return parts.netloc == host.lower() or parts.netloc in {one.lower() for one in hosts}


class OwnPagesOnly:
    """Middleware (ASGI) that answers the requests of pages elsewhere with ``refuse(RefusedError)``, status 403."""

    def __init__(
        self,
        app: Any,
        *,
        origins: Collection[str],
        hosts: Collection[str],
        refuse: "Callable[[RefusedError], Response]",
    ) -> None:
        self._app = app
        self._origins = origins
        self._hosts = hosts
        self._refuse = refuse

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer, or let the application answer."""
        if scope["type"] == "http":
            from starlette.datastructures import Headers

            headers = Headers(scope=scope)
            if is_foreign(scope["method"], scope["path"], headers, origins=self._origins, hosts=self._hosts):
                error = RefusedError(
                    403, "a page of another origin may not ask this server", hint="start it with --cors ORIGIN"
                )
                await self._refuse(error)(scope, receive, send)
                return
        await self._app(scope, receive, send)
