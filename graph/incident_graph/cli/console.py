"""Words on standard error: errors, warnings, notes and progress. Standard output is kept for data."""

import os
import sys
import time
from types import TracebackType
from typing import IO, Any

import click


def coloured(stream: IO[str]) -> bool:
    """Whether ``stream`` takes colours: a terminal, and the user did not say NO_COLOR."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def complain(what: str, where: str = "", hint: str = "") -> None:
    """Print an error: what, where, and what to try."""
    _say("error", "red", "\n  ".join(part for part in (what, where.replace("\n", "\n  "), hint) if part))


def warn(message: str) -> None:
    """Print a warning on one line."""
    _say("warning", "yellow", message)


def note(message: str = "") -> None:
    """Print a line that is neither data nor warning."""
    click.echo(message, err=True)


def _say(label: str, colour: str, message: str) -> None:
    lead = click.style(f"{label}:", fg=colour, bold=True) if coloured(sys.stderr) else f"{label}:"
    click.echo(f"{lead} {message}", err=True, color=coloured(sys.stderr) or None)


class Progress:
    """Shows how far long work has come: a bar on a terminal, else a line every few seconds, nothing for quick work.

    Use as a context manager; call it with the stage, what is done, and the whole.
    """

    QUIET_SECONDS = 3.0

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._terminal = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
        self._bar: Any = None
        self._tasks: dict[str, Any] = {}
        self._last = 0.0

    def __enter__(self) -> "Progress":
        self._last = time.monotonic()
        if self._terminal and not self._quiet:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
            from rich.progress import Progress as Bar

            self._bar = Bar(
                TextColumn("{task.description}"),
                BarColumn(bar_width=28),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
                console=Console(stderr=True, no_color=not coloured(sys.stderr)),
                transient=True,
            )
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Say that ``done`` of ``total`` of ``stage`` are done."""
        if self._quiet:
            return
        if self._bar is not None:
            if stage not in self._tasks:
                self._tasks[stage] = self._bar.add_task(stage, total=total)
            self._bar.update(self._tasks[stage], completed=done, total=total)
        elif time.monotonic() - self._last > self.QUIET_SECONDS:
            self._last = time.monotonic()
            note(f"{stage} {done}/{total}")
