"""Writing results: to standard output, or to a file that is whole or not there."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from incident_graph.errors import OutputError

STDOUT = "-"


@contextmanager
def open_output(target: str) -> Iterator[BinaryIO]:
    """A binary stream to ``target``: ``-`` is standard output; a file appears only when all of it is written.

    Raises OutputError when it cannot be written; what was there before stays as it was.
    """
    if target == STDOUT:
        sys.stdout.flush()
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(target)
    hint = "give another place with -o, or - for standard output"
    try:
        if path.exists() and not path.is_file():
            if path.is_dir():
                raise OutputError("output cannot be written", where=f"{target}: is a folder", hint=hint)
            with path.open("wb") as stream:  # a device or a pipe cannot be replaced
                yield stream
            return
        if path.exists() and not os.access(path, os.W_OK):
            raise OutputError("output cannot be written", where=f"{target}: permission denied", hint=hint)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise OutputError("output cannot be written", where=f"{target}: {error.strerror}", hint=hint) from error
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
        os.chmod(name, mode)
        os.replace(name, path)
    except OSError as error:
        with suppress(OSError):
            os.unlink(name)
        raise OutputError("output cannot be written", where=f"{target}: {error.strerror}", hint=hint) from error
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise


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


def write_text(target: str, text: str) -> None:
    """Write ``text`` as UTF-8 to ``target``, with the promises of `open_output`."""
    with open_output(target) as stream:
        stream.write(text.encode("utf-8"))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
