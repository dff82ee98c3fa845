"""``incident-graph report``: the comparison for an editor's desk."""

import click

from incident_graph.cli.options import graph_option, open_incident, output_option

#: Format -> the endings of its files.
ENDINGS = {"markdown": (".md", ".markdown"), "html": (".html", ".htm")}


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

    The summary; question by question, in the order of the page, the verdict and what it rests on, each answer with its
    accounts and their words, and who says nothing; the accounts, and whom each relies on; their hashes at the end.

    \b
    Examples:
      incident-graph report -o report.md
      incident-graph report -f html > report.html
    """
    from incident_graph.cli.output import check_output, form_of, write_text
    from incident_graph.report import report

    chosen = form or form_of(output, ENDINGS, "markdown", hint="or give the format with -f")
    check_output(output)
    write_text(output, report(open_incident(graph), chosen))
