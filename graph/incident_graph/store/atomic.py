"""Writing a file whole or not at all."""

import contextlib
import errno
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
        raise OutputError(f"cannot write: {reason}{kept}", where=str(path), hint=hint_for(error, target)) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def hint_for(error: OSError, target: Path) -> str:
    """What to try when ``target`` could not be written.

    >>> hint_for(OSError(errno.ENOSPC, "No space left on device"), Path("/out.trig"))
    'free some space, or write to another place'
    >>> hint_for(FileNotFoundError(errno.ENOENT, "No such file or directory"), Path("/out.trig"))
    'write to another place'
    """
    if not target.parent.is_dir():
        return f"make the folder {target.parent} first"
    if isinstance(error, PermissionError):
        return "write to a place that is yours"
    full = error.errno in (errno.ENOSPC, errno.EDQUOT)
    return "free some space, or write to another place" if full else "write to another place"
