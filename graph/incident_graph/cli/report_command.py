"""``incident-graph report``: the comparison for an editor's desk."""

from pathlib import Path

import click

from incident_graph.cli.options import graph_option, open_incident, output_option


@click.command("report")
@graph_option()
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["markdown", "html"]),
    help="Beats the ending of FILE; else markdown.",
)
@output_option("-")
def command(graph: str, form: str | None, output: str) -> None:
    """Write the comparison as a document, in Markdown or plain HTML.

    The summary, the accounts with their references, then question by question, what matters most first: the verdict and
    what it rests on, each answer with its accounts and their words, and who says nothing.

    \b
    Examples:
      incident-graph report -o report.md
      incident-graph report -f html > report.html
    """
    from incident_graph.cli.output import check_output, write_text
    from incident_graph.report import report

    chosen = form or ("html" if Path(output).suffix.lower() in (".html", ".htm") else "markdown")
    check_output(output)
    write_text(output, report(open_incident(graph), chosen))
