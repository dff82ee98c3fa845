"""``incident-graph profile``: what is asked of accounts."""

import sys
from typing import BinaryIO

import click

from incident_graph.cli.console import coloured, note
from incident_graph.cli.options import graph_option, open_incident, output_option
from incident_graph.cli.plain_text import one_line


@click.group("profile")
def command() -> None:
    """List, show and check the profiles that say what is asked.

    A profile is a Turtle file of questions, kinds and cues for one sort of incident. The general one is always in use.
    """


@command.command("list")
def list_command() -> None:
    """List the profiles that come with incident-graph."""
    from incident_graph.profile import list_profiles

    found = list_profiles()
    width = max(map(len, found), default=0)
    for name, about in found.items():
        click.echo(f"{name:<{width}}  {one_line(about)}".rstrip())


@command.command("show")
@click.argument("names", nargs=-1, required=True, metavar="NAME|FILE…")
def show_command(names: tuple[str, ...]) -> None:
    """Show the questions of profiles: group, question, what answers it, how answers are compared."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from incident_graph.profile import load_profiles

    profile = load_profiles(names)
    colour = coloured(sys.stdout)
    console = Console(
        no_color=not colour, highlight=False, markup=False, emoji=False, width=None if sys.stdout.isatty() else 120
    )
    table = Table(box=None, pad_edge=False, header_style="bold" if colour else "")
    for heading in ("group", "name", "question", "answer", "answers", "compared by"):
        table.add_column(heading, no_wrap=heading == "name")
    for question in profile.questions.values():
        many = "one" if question.one_answer else "many"
        cells = (question.group, question.name, question.text or question.label, question.answer.value, many)
        table.add_row(*(Text(one_line(cell)) for cell in (*cells, question.compare_by.value)))
    console.print(table)
    note(f"{len(profile.questions)} questions, {len(profile.kinds.by_iri)} kinds, from {', '.join(profile.names)}")


@command.command("lint")
@click.argument("names", nargs=-1, metavar="[NAME|FILE…]")
@click.option(
    "--accounts",
    "paths",
    multiple=True,
    metavar="PATHS",
    help="Accounts to try the cues on (default: the seeds), to find those that fire too often. Repeatable.",
)
def lint_command(names: tuple[str, ...], paths: tuple[str, ...]) -> None:
    """Check profiles for what would silently ruin extraction; without names, all that come with incident-graph.

    Exit 1 when there is an error; warnings alone exit 0.
    """
    from importlib.resources import as_file

    from incident_graph.accounts import read_accounts
    from incident_graph.cli.console import warn
    from incident_graph.cli.summary import count
    from incident_graph.errors import GateError
    from incident_graph.profile import lint, list_profiles, load_profiles
    from incident_graph.resources import seeds_path
    from incident_graph.selection.examples import check_examples
    from incident_graph.text.documents import read_document

    profile = load_profiles(names or tuple(list_profiles()))
    with as_file(seeds_path()) as seeds:
        accounts = read_accounts(paths or (seeds,), warn=warn)
    sentences = [a.text[s.start : s.end] for a in accounts for s in read_document(a).sentences]
    findings = [*lint(profile, sentences), *check_examples(profile)]
    for finding in findings:
        click.echo(f"{finding.severity}: {one_line(finding.where)}: {one_line(finding.message)}")
    errors = sum(finding.severity == "error" for finding in findings)
    found = f"{count(errors, 'error')}, {count(len(findings) - errors, 'warning')}"
    note(f"{', '.join(profile.names)}: {found}; cues tried on {count(len(sentences), 'sentence')}")
    if errors:
        raise GateError(f"{count(errors, 'error')} in the profile", hint="mend the declarations named above")


@command.command("draft")
@graph_option()
@output_option("-")
@click.option("--name", default="my-profile", metavar="NAME", help="What to call it.", show_default=True)
def draft_command(graph: str, output: str, name: str) -> None:
    """Write the questions found in an incident's accounts as a profile to read, edit and keep.

    They are what no profile asks, yet figures of two accounts or more answer. Exit 1 when there are none.
    """
    from incident_graph.cli.output import write_output
    from incident_graph.errors import GateError
    from incident_graph.export.profile_draft import draft_profile

    try:
        text = draft_profile(open_incident(graph), name)
    except ValueError as error:
        raise GateError(str(error), hint="build with more accounts, or write one by hand: docs/profiles.md") from error

    def write(out: BinaryIO) -> None:
        out.write(text.encode("utf-8"))

    write_output(output, write)
