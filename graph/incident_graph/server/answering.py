"""Answering one query, in a child process: a line of JSON that says what comes, then the results."""

import json
from typing import Any, BinaryIO

from incident_graph import vocabulary as v
from incident_graph.queries import run
from incident_graph.server.negotiation import ROWS, TRIPLES, Media, choose
from incident_graph.server.protocol import Operation, RefusedError
from incident_graph.server.served import Served
from incident_graph.server.settings import Settings


def answer(served: Served, settings: Settings, asked: Operation, accept: str, out: BinaryIO) -> None:
    """Write the results of ``asked`` in the format that ``accept`` likes best.

    Raises ``UsageError`` for a query that does not parse and ``RefusedError`` (406) for a format we have not.
    """
    from pyoxigraph import QueryResultsFormat, RdfFormat, serialize

    results = run(served.store(), asked.query or "", scope=asked.scope, allow_service=settings.allow_service)
    offered = TRIPLES if results.kind == "graph" else ROWS
    media = choose(accept, offered, asked.format)
    if media is None:
        raise RefusedError(406, "no format that you take", hint=f"ask for one of {', '.join(m.type for m in offered)}")
    bounds = [bound for bound in (asked.rows, settings.rows) if bound is not None]
    if bounds:
        results = results.first(min(bounds))
    out.write(json.dumps({"media": media.name, "rows": min(bounds, default=None)}).encode())
    out.flush()
    raw: Any = results.raw
    if results.kind != "graph":
        raw.serialize(output=out, format=getattr(QueryResultsFormat, media.oxigraph))
        return
    form = getattr(RdfFormat, media.oxigraph)
    serialize(results.triples(), output=out, format=form, prefixes=_prefixes(media))


def _prefixes(media: Media) -> dict[str, str] | None:
    return None if media.name == "ntriples" else dict(v.PREFIXES)


def media_named(name: str) -> Media:
    """The format of that short name."""
    return next(media for media in (*ROWS, *TRIPLES) if media.name == name)
