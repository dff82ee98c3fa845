"""``incident-graph compare``: the apparatus."""

import sys
from typing import TYPE_CHECKING

import click

from incident_graph.cli.options import graph_option, open_incident

if TYPE_CHECKING:
    from incident_graph.comparison import Row

#: What a user calls a verdict -> its name in the graph.
VERDICTS = {
    "conflicts": "Conflicts",
    "contests": "Contests",
    "to-check": "MayConflict",
    "unless-later": "DiffersUnlessLater",
    "complements": "Complements",
    "updates": "Updates",
    "refines": "Refines",
    "agrees": "Agrees",
    "single": "SingleAccount",
}

#: Format -> the endings of its files.
ENDINGS = {"table": (".txt",), "markdown": (".md", ".markdown"), "csv": (".csv",), "json": (".json",)}


@click.command("compare")
@graph_option()
@click.option(
    "--only", "only", multiple=True, type=click.Choice(list(VERDICTS)), help="Only these verdicts. Repeatable."
)
@click.option("--quotes", is_flag=True, help="Quote the words under each reading, with account and line.")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(list(ENDINGS)),
    help="Beats the ending of FILE; else table.",
)
@click.option("--all", "everything", is_flag=True, help="Print every question and every answer.")
@click.option("-o", "--output", metavar="FILE", default="-", help="Where to write; - is standard output.")
@click.option(
    "--fail-on",
    "fail_on",
    multiple=True,
    type=click.Choice(list(VERDICTS)),
    help="Exit 1 when a question has this verdict, a conflict or contest only when it is firm. Repeatable.",
)
def command(
    graph: str,
    only: tuple[str, ...],
    quotes: bool,
    form: str | None,
    everything: bool,
    output: str,
    fail_on: tuple[str, ...],
) -> None:
    """Print where the accounts part.

    The order and the words are those of the page; with --all every question is printed.

    A question that parts the accounts has a line for each of the two camps. With --all, --only or --quotes: one block a
    question, its verdict, then a line a reading with the letters of the accounts that hold it, then who says nothing.
    Divergence alone is no failure: the exit code is 0 unless --fail-on says otherwise.

    A conflict is firm: two ways of reading that do not fail together find it, or a person does. What would be one, but
    was found in one way alone, is to be checked against the words: --only to-check --quotes shows both sides.

    \b
    Verdicts    ≠ conflicts   ? contests   ≠? to check   →? differ, unless one is later   ∥ complements
                → updates   ⊂ refines   = agrees   1 one account alone
    Accounts    ~ hedged   @ attributed   ! denied   ? no evidence, or not known
    """
    from incident_graph.cli import apparatus_text
    from incident_graph.cli.output import form_of, write_text
    from incident_graph.comparison import apparatus
    from incident_graph.errors import GateError

    chosen = form or form_of(output, ENDINGS, "table", hint="or give the format with -f")
    incident = open_incident(graph)
    rows = apparatus(incident)
    wanted = {VERDICTS[name] for name in only}
    shown = [row for row in rows if not wanted or row.verdict.value in wanted]
    short = not (everything or only or quotes)
    if chosen == "table" and output == "-":
        from incident_graph.cli.apparatus_table import print_table

        print_table(incident, shown, sys.stdout, quotes=quotes, short=short)
    elif chosen == "table":
        import io

        from incident_graph.cli.apparatus_table import print_table

        stream = io.StringIO()
        print_table(incident, shown, stream, quotes=quotes, short=short)
        write_text(output, stream.getvalue())
    else:
        write_text(output, apparatus_text.FORMATS[chosen](incident, shown, quotes))
    failing = {VERDICTS[name]: name for name in fail_on}
    failed = [row for row in rows if row.verdict.value in failing and _counts(row)]
    if failed:
        names = "; ".join(row.question for row in failed[:5]) + ("; …" if len(failed) > 5 else "")
        raise GateError(
            f"{len(failed)} of {len(rows)} questions: {', '.join(sorted({failing[r.verdict.value] for r in failed}))}",
            where=names,
            hint=f"asked for by --fail-on; read them with: incident-graph compare -g {graph} --quotes",
        )


def _counts(row: "Row") -> bool:
    """Whether --fail-on heeds the row: what opposes accounts has to be firm."""
    return row.verdict.value not in ("Conflicts", "Contests") or row.grade.value == "Firm"
