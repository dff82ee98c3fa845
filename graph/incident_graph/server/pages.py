"""The pages: the incident's own, a list of incidents, and the one to ask questions on."""

from importlib.resources import files
from typing import Any, BinaryIO

from incident_graph import vocabulary as v
from incident_graph.errors import UsageError
from incident_graph.page import render
from incident_graph.page.render import data_block
from incident_graph.queries import list_queries
from incident_graph.rdf import read_incident
from incident_graph.server.served import Served
from incident_graph.store import list_incidents

#: What the query page may do: run its own script, ask its own server.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
#: Parts of the query page and their media types.
PARTS = {"query.js": "text/javascript", "query.css": "text/css"}


def write_page(served: Served, wanted: str | None, out: BinaryIO) -> None:
    """Write the page of the incident ``wanted``, by default of the only one; of several, the list."""
    if wanted is None:
        known = list_incidents(served.store())
        if len(known) != 1:
            out.write(_template("incidents.html").render(incidents=known).encode("utf-8"))
            return
    out.write(render(read_incident(served.one(wanted))).encode("utf-8"))


def query_page() -> str:
    """The page to ask questions on, with the named questions in it."""
    questions = [
        {"name": query.name, "title": query.title, "about": query.about, "sparql": query.sparql}
        for query in list_queries()
    ]
    data = data_block({"questions": questions, "prefixes": v.PREFIXES})
    text: str = _template("query.html").render(questions=list_queries(), prefixes=v.PREFIXES, data=data)
    return text


def part(name: str) -> str:
    """A part of the query page; ``UsageError`` for what is none."""
    if name not in PARTS:
        raise UsageError(f"no such part: {name}")
    return _read(name)


def _read(name: str) -> str:
    return (files("incident_graph.server") / name).read_text(encoding="utf-8")


def _template(name: str) -> Any:
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(_read),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    return environment.get_template(name)
