"""RDF formats by name and by file extension."""

from collections.abc import Callable, Iterable
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from incident_graph.errors import UsageError
from incident_graph.rdf import write_jsonld, write_nquads, write_ntriples, write_trig, write_turtle

if TYPE_CHECKING:
    from pyoxigraph import Quad, RdfFormat

Writer = Callable[["Iterable[Quad]", BinaryIO], None]


class Format(NamedTuple):
    """An RDF format: our name for it, pyoxigraph's, and the writer, which keeps named graphs where the format can."""

    name: str
    oxigraph: str
    write: Writer


_TRIG = Format("trig", "TRIG", write_trig)
_NQUADS = Format("nquads", "N_QUADS", write_nquads)
_TURTLE = Format("turtle", "TURTLE", write_turtle)
_NTRIPLES = Format("ntriples", "N_TRIPLES", write_ntriples)
_JSONLD = Format("jsonld", "JSON_LD", write_jsonld)

#: Formats by name; Turtle and N-Triples hold one graph (see ``rdf.flatten``).
FORMATS = {form.name: form for form in (_TURTLE, _TRIG, _NQUADS, _NTRIPLES, _JSONLD)}

#: Formats a graph can live in, by extension.
EXTENSIONS = {
    ".trig": _TRIG,
    ".nq": _NQUADS,
    ".nquads": _NQUADS,
    ".ttl": _TURTLE,
    ".turtle": _TURTLE,
    ".nt": _NTRIPLES,
    ".jsonld": _JSONLD,
    ".json": _JSONLD,
}


def format_of(location: str) -> Format:
    """The format that the extension of ``location`` says.

    >>> format_of("incident.trig").name
    'trig'
    >>> format_of("incident.docx")
    Traceback (most recent call last):
    incident_graph.errors.UsageError: not the name of a graph file: incident.docx
      extension .docx
      use one of .trig .nq .nquads .ttl .turtle .nt .jsonld .json, or a folder ending in /
    """
    extension = PurePath(location).suffix.lower()
    if extension not in EXTENSIONS:
        raise UsageError(
            f"not the name of a graph file: {location}",
            where=f"extension {extension}" if extension else "it has no extension",
            hint=f"use one of {' '.join(EXTENSIONS)}, or a folder ending in /",
        )
    return EXTENSIONS[extension]


def oxigraph_format(form: Format) -> "RdfFormat":
    """pyoxigraph's object for the format."""
    from pyoxigraph import RdfFormat

    found: RdfFormat = getattr(RdfFormat, form.oxigraph)
    return found
