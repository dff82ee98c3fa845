"""Exporting by the name of the format."""

import difflib
from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

from incident_graph.errors import UsageError
from incident_graph.rdf import without_texts
from incident_graph.store import FORMATS

if TYPE_CHECKING:
    from pyoxigraph import Quad


def export_formats() -> tuple[str, ...]:
    """The names ``write_graph`` knows.

    >>> export_formats()
    ('turtle', 'trig', 'nquads', 'ntriples', 'jsonld')
    """
    return tuple(FORMATS)


def write_graph(quads: "Iterable[Quad]", out: BinaryIO, form: str, *, texts: bool = True) -> None:
    """Write the quads to ``out`` in the format named ``form``: sorted UTF-8, the same bytes for the same quads.

    Turtle and N-Triples have one graph: they leave out the plain triples of accounts' graphs, which the claims say
    anyway. ``texts=False`` leaves out the accounts' texts, for passing the graph on: the quotations stay. Raises
    ``UsageError`` for a format nobody knows.
    """
    if form not in FORMATS:
        near = difflib.get_close_matches(form, FORMATS, n=1)
        hint = f"did you mean {near[0]}?" if near else f"use one of {', '.join(FORMATS)}"
        raise UsageError(f"unknown format: {form}", hint=hint)
    FORMATS[form].write(quads if texts else without_texts(quads), out)
