"""A click group whose commands are imported when they are called."""

import difflib
import importlib
from typing import Any

import click

from incident_graph.errors import UsageError


class LazyGroup(click.Group):
    """A group that knows its commands by name and one line of help, and imports the module of the same name on demand.

    ``commands_in`` maps a command's name to its line of help; the command is ``command`` in
    ``incident_graph.cli.<name>_command``.
    """

    def __init__(self, *args: Any, commands_in: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lines = commands_in

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order a user meets them."""
        return list(self._lines)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command called ``cmd_name``; ``None`` when there is none."""
        if cmd_name not in self._lines:
            return None
        found = importlib.import_module(f"incident_graph.cli.{cmd_name}_command").command
        assert isinstance(found, click.Command)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that ``args`` name; a mistyped name is answered with the nearest."""
        if args and not args[0].startswith("-") and args[0] not in self._lines:
            near = difflib.get_close_matches(args[0], self._lines, n=1)
            hint = f"did you mean {near[0]}?" if near else f"commands: {', '.join(self._lines)}"
            raise UsageError(f"no command {args[0]!r}", hint=hint)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self._lines.items()))
