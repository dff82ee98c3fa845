"""N-Quads and N-Triples, sorted: one line a statement, the form to diff and to load fastest."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

from incident_graph.rdf.flat import flatten

if TYPE_CHECKING:
    from pyoxigraph import Quad, Triple


def write_nquads(quads: "Iterable[Quad | Triple]", out: BinaryIO) -> None:
    """Write the quads as canonical N-Quads: UTF-8, each once, sorted by code point."""
    _lines({f"{quad} .\n" for quad in quads}, out)


def write_ntriples(quads: "Iterable[Quad | Triple]", out: BinaryIO) -> None:
    """Write all triples as one graph, as ``write_turtle`` does: canonical N-Triples, UTF-8, each once, sorted."""
    _lines({f"{getattr(quad, 'triple', quad)} .\n" for quad in flatten(quads)}, out)


def _lines(lines: set[str], out: BinaryIO) -> None:
    for line in sorted(lines):
        out.write(line.encode("utf-8"))
