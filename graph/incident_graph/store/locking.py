"""A lock on a folder, so that nobody reads a graph while another process writes it."""

import contextlib
import time
from pathlib import Path
from typing import IO

from incident_graph.errors import GraphError

NAME = "incident-graph.lock"
_PAUSE = 0.05


class FolderLock:
    """A lock shared by readers, or held by one writer; it ends with the process, however that ends.

    Advisory: our commands heed it. Where the system has no such locks (Windows), or the folder cannot be written,
    readers go without one.
    """

    def __init__(self, folder: Path, *, writing: bool, seconds: float) -> None:
        self._file: IO[bytes] | None = None
        try:
            import fcntl
        except ImportError:
            return
        try:
            file = (folder / NAME).open("ab" if writing else "rb")
        except FileNotFoundError:
            try:
                file = (folder / NAME).open("ab")
            except OSError:
                return
        except OSError:
            if writing:
                raise
            return
        kind = fcntl.LOCK_EX if writing else fcntl.LOCK_SH
        until = time.monotonic() + seconds
        while True:
            try:
                fcntl.flock(file, kind | fcntl.LOCK_NB)
                break
            except OSError as error:
                if not isinstance(error, BlockingIOError):  # a file system without locks
                    break
                if time.monotonic() > until:
                    file.close()
                    doing = "read" if writing else "written"
                    raise GraphError(
                        f"the graph is in use: it is being {doing}",
                        where=str(folder),
                        hint="try again when that is done",
                    ) from error
                time.sleep(_PAUSE)
        self._file = file

    def release(self) -> None:
        """Let others in."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.close()
            self._file = None
