"""``incident-graph validate``: is the graph what it should be?"""

import json

import click

from incident_graph.cli.console import note
from incident_graph.cli.options import graph_option, open_one
from incident_graph.cli.plain_text import one_line


@click.command("validate")
@graph_option()
@click.option("--profile", "profiles", multiple=True, metavar="NAME|FILE", help="Lint this profile too. Repeatable.")
@click.option("--no-shapes", is_flag=True, help="Leave out the SHACL shapes, which take longest on large graphs.")
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(graph: str, profiles: tuple[str, ...], no_shapes: bool, form: str) -> None:
    """Check the graph: shapes, and every quotation against its text.

    Findings go to standard output: what, where, and what to try. Exit 1 when there is an error; warnings alone exit 0.
    """
    from incident_graph.errors import GateError
    from incident_graph.profile import lint, load_profiles
    from incident_graph.validation import validate

    report = validate(open_one(graph), shapes=not no_shapes)
    found = [(f.severity, f.rule, f.what, f.where, f.hint) for f in report.findings]
    if profiles:
        found += [(f.severity, "profile", f.message, f.where, "") for f in lint(load_profiles(profiles))]
    if form == "json":
        keys = ("severity", "rule", "what", "where", "hint")
        findings = [dict(zip(keys, finding, strict=True)) for finding in found]
        data = {"valid": report.ok, "checked": dict(report.checked), "findings": findings}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        for severity, _, what, where, hint in found:
            click.echo(f"{severity}: {one_line(what)}")
            for line in (where, hint):
                if line:
                    click.echo(f"  {one_line(line)}")
    note(report.summary())
    errors = sum(finding[0] == "error" for finding in found)
    if errors:
        what = "1 error" if errors == 1 else f"{errors} errors"
        raise GateError(f"{what} in {graph}", hint="build the graph again, or mend what is named above")
