"""``incident-graph view``: the page."""

import click

from incident_graph.cli.console import note
from incident_graph.cli.options import graph_option, open_incident, output_option


@click.command("view")
@graph_option()
@output_option("incident.html")
@click.option(
    "--no-texts", is_flag=True, help="Leave out the accounts' whole texts; quotations stay, with less context."
)
@click.option("--open", "show", is_flag=True, help="Open the page in the browser when it is written.")
def command(graph: str, output: str, no_texts: bool, show: bool) -> None:
    """Write the comparison and network as one offline HTML page.

    The page needs no server and reaches for nothing outside itself: it opens from the file.
    """
    from incident_graph.cli.output import check_output, form_of, write_text
    from incident_graph.errors import UsageError
    from incident_graph.page import render

    if show and output == "-":
        raise UsageError("--open needs a file", hint="leave out -o -, or leave out --open")
    form_of(output, {"html": (".html", ".htm")}, "html")
    check_output(output)
    write_text(output, render(open_incident(graph), texts=not no_texts))
    if output != "-":
        note(f"page written to {output}")
    if show:
        import webbrowser
        from pathlib import Path

        if not webbrowser.open(Path(output).resolve().as_uri()):
            note("no browser to open it in")
