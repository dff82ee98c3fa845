"""Writing results: to standard output, or to a file that is whole or not there."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from incident_graph.errors import OutputError, UsageError

STDOUT = "-"


def write_output(target: str, write: Callable[[BinaryIO], None]) -> None:
    """Let ``write`` fill standard output (``-``) or the file ``target``, which appears only when all of it is there.

    Raises OutputError when it cannot be written; what was there before stays as it was.
    """
    if target == STDOUT:
        sys.stdout.flush()
        write(sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    from incident_graph.store import write_whole

    write_whole(target, write)


def write_text(target: str, text: str) -> None:
    """Write ``text`` as UTF-8, with the promises of `write_output`."""
    write_output(target, lambda out: _all(out, text.encode("utf-8")))


def check_output(target: str) -> None:
    """Raise OutputError at once, before long work, when ``target`` cannot be written. Writes nothing."""
    path = Path(target)
    if target == STDOUT:
        return
    hint = "give another place, or - for standard output"
    if path.is_dir():
        raise OutputError("output cannot be written", where=f"{target}: is a folder", hint=hint)
    if not path.parent.is_dir():
        raise OutputError("output cannot be written", where=f"{target}: there is no folder {path.parent}", hint=hint)
    if not os.access(path if path.exists() else path.parent, os.W_OK):
        raise OutputError("output cannot be written", where=f"{target}: permission denied", hint=hint)


def form_of(output: str, endings: Mapping[str, tuple[str, ...]], default: str, *, hint: str = "") -> str:
    """The form that the ending of the file ``output`` says; ``default`` for standard output and for a name without an
    ending. ``endings`` are those of each form; UsageError for an ending that none of them has.

    >>> form_of("a.htm", {"markdown": (".md",), "html": (".html", ".htm")}, "markdown")
    'html'
    >>> form_of("a.pdf", {"markdown": (".md",)}, "markdown")
    Traceback (most recent call last):
    incident_graph.errors.UsageError: not the name of a file that can be written here: a.pdf
      extension .pdf
      use one of .md
    """
    ending = Path(output).suffix.lower() if output != STDOUT else ""
    if not ending:
        return default
    found = next((form for form, known in endings.items() if ending in known), None)
    if found is None:
        known = " ".join(one for form in endings.values() for one in form)
        raise UsageError(
            f"not the name of a file that can be written here: {output}",
            where=f"extension {ending}",
            hint=f"use one of {known}" + (f", {hint}" if hint else ""),
        )
    return found


def _all(out: BinaryIO, data: bytes) -> None:
    out.write(data)
