"""Writing a file whole or not at all."""

import contextlib
import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from incident_graph.errors import OutputError


def write_whole(path: str | os.PathLike[str], write: Callable[[BinaryIO], object]) -> None:
    """Let ``write`` fill the file at ``path``: a reader sees the old file or the new one, never half of it.

    The new file is written beside the old one and takes its place, with the old one's permissions. A device or
    a pipe is written to directly. Whatever fails, the old file stays: ``OutputError`` when the place cannot be
    written, and any error of ``write`` itself as it is.
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise OutputError("cannot write over a folder", where=str(path), hint="give the name of a file")
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        if target.exists() and not target.is_file():
            with target.open("wb") as device:
                write(device)
            return
        with beside.open("xb") as out:
            write(out)
            out.flush()
            os.fsync(out.fileno())
        if target.exists():
            shutil.copymode(target, beside)
        os.replace(beside, target)
    except OSError as error:
        reason = error.strerror or str(error)
        kept = "; what was there before is untouched" if target.is_file() else ""
        missing = not target.parent.is_dir()
        hint = f"make the folder {target.parent} first" if missing else "free some space, or write to another place"
        hint = hint if missing or not isinstance(error, PermissionError) else "write to a place that is yours"
        raise OutputError(f"cannot write: {reason}{kept}", where=str(path), hint=hint) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()
