"""N-Quads, sorted: one line a quad, the form to diff and to load fastest."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pyoxigraph import Quad, Triple


def write_nquads(quads: "Iterable[Quad | Triple]", out: BinaryIO) -> None:
    """Write the quads as canonical N-Quads: UTF-8, each once, sorted by code point."""
    for line in sorted({f"{quad} .\n" for quad in quads}):
        out.write(line.encode("utf-8"))
