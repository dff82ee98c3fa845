"""The help pages of every command as one Markdown file."""

from collections.abc import Iterator
from typing import Any

import click

from incident_graph.cli.root import root

WIDTH = 100


def help_pages() -> str:
    """Markdown with the help page of the root and of every command, in the order they are listed."""
    out = [
        "# The command line",
        "",
        "Written by `scripts/docs` from the commands themselves; a test compares them.",
        "",
    ]
    for context in _walk(context_of(root, "incident-graph")):
        page = context.command.get_help(context)
        out += [f"## {context.command_path}", "", "```", *(line.rstrip() for line in page.splitlines()), "```", ""]
    return "\n".join(out).rstrip() + "\n"


def context_of(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    """The context in which ``command`` runs when it is called ``name``, for help of a fixed width."""
    size: dict[str, Any] = {"terminal_width": WIDTH, "max_content_width": WIDTH}
    return click.Context(command, info_name=name, parent=parent, **size, **command.context_settings)


def _walk(context: click.Context) -> Iterator[click.Context]:
    yield context
    command = context.command
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _walk(context_of(below, name, context))
