"""``incident-graph explain``: why two answers have their verdict, and what a claim rests on."""

import sys
from typing import TYPE_CHECKING

import click

from incident_graph.cli.options import graph_option, open_incident

if TYPE_CHECKING:
    from incident_graph.model import Incident


@click.command("explain")
@click.argument("what", metavar="QUESTION|CLAIM")
@graph_option()
@click.option("--all", "every", is_flag=True, help="Every pair of answers, not only those that need an explanation.")
def command(what: str, graph: str, every: bool) -> None:
    """Say why two answers conflict, or what a claim rests on.

    A QUESTION is given by its label, its name or the id of its issue. For each two of its answers: which verdict they
    have, by which rule, what that presupposes, what would reconcile them, how firmly both are known, and the words of
    either side with what each counts or is about. A CLAIM is given by its id, as a graph or a query shows it.

    \b
    Examples:
      incident-graph explain venue
      incident-graph explain claim-2f61a0c94be1
    """
    from incident_graph.cli.explaining import explain_claim, explain_issue

    incident = open_incident(graph)
    claim = next((claim for claim in incident.claims if claim.id == what.rpartition("/")[2]), None)
    lines = explain_claim(incident, claim) if claim else explain_issue(incident, _issue(incident, what), every=every)
    sys.stdout.writelines(f"{line}\n" for line in lines)  # not click.echo, which writes UTF-8 where it is not known


def _issue(incident: "Incident", what: str) -> str:
    """The id of the issue that ``what`` names; raises UsageError with the nearest when none does."""
    import difflib

    from incident_graph.errors import UsageError

    known: dict[str, str] = {}
    for issue in incident.issues:
        for name in (issue.id, issue.question.name, issue.question.label, issue.question.text):
            known.setdefault(name.casefold(), issue.id)
    wanted = what.rpartition("/")[2].casefold() if what.startswith(incident.base) else what.casefold()
    if wanted in known:
        return known[wanted]
    near = difflib.get_close_matches(wanted, known, n=3, cutoff=0.5)
    raise UsageError(
        f"no question and no claim is called {what}",
        where=f"near it: {', '.join(near)}" if near else f"{len(incident.issues)} questions are answered",
        hint="incident-graph query questions lists what is asked",
    )
