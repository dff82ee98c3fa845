"""The help pages of every command as one Markdown file."""

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
    for name, command in _walk("incident-graph", root, None):
        with click.Context(command, info_name=name, terminal_width=WIDTH, max_content_width=WIDTH) as context:
            page = command.get_help(context)
        out += [f"## {name}", "", "```", *(line.rstrip() for line in page.splitlines()), "```", ""]
    return "\n".join(out).rstrip() + "\n"


def _walk(name: str, command: click.Command, parent: click.Context | None) -> list[tuple[str, click.Command]]:
    found = [(name, command)]
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=name, parent=parent)
        for child in command.list_commands(context):
            below = command.get_command(context, child)
            assert below is not None
            found += _walk(f"{name} {child}", below, context)
    return found
