"""``incident-graph query``: a named question, or any SPARQL."""

import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from incident_graph.cli.options import graph_option, open_store
from incident_graph.errors import InputError, UsageError

if TYPE_CHECKING:
    from incident_graph.queries import NamedQuery

#: Format -> the endings of its files.
FORMATS = {
    "table": (".txt",),
    "csv": (".csv",),
    "tsv": (".tsv",),
    "json": (".json", ".srj"),
    "xml": (".xml", ".srx"),
    "turtle": (".ttl", ".turtle"),
}


@click.command("query")
@click.argument("question", required=False, metavar="[NAME | FILE.rq | -]")
@graph_option()
@click.option("-q", "--sparql", metavar="SPARQL", help="Ask this SPARQL instead.")
@click.option("-p", "--param", "params", multiple=True, metavar="NAME=VALUE", help="Fill a parameter. Repeatable.")
@click.option("-f", "--format", "form", type=click.Choice(list(FORMATS)), help="Beats the ending of FILE; else table.")
@click.option("-o", "--output", metavar="FILE", default="-", help="Where to write; - is standard output.")
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS", help="Stop it after that.")
@click.option("--memory", type=click.IntRange(min=1), metavar="MB", help="Stop it when it takes more.")
@click.option("--rows", type=click.IntRange(min=0), metavar="N", help="Give the first N rows or triples.")
@click.option("--allow-service", is_flag=True, help="Let SERVICE ask other servers.")
@click.option("--list", "listing", is_flag=True, help="List the named questions.")
@click.option("--show", metavar="NAME", help="Print the SPARQL of a named question.")
def command(
    question: str | None,
    graph: str,
    sparql: str | None,
    params: tuple[str, ...],
    form: str | None,
    output: str,
    timeout: float | None,
    memory: int | None,
    rows: int | None,
    allow_service: bool,
    listing: bool,
    show: str | None,
) -> None:
    """Ask the graph a named question, or any SPARQL.

    SPARQL comes from a file ending in .rq, from standard input (-), or from -q. Its default graph is the union of all
    graphs; GRAPH ?account { … } asks one account. The prefixes of the project need no declaration. CONSTRUCT and
    DESCRIBE are written as turtle. Nothing is fetched from elsewhere: a query on a file or a folder runs in a process
    of its own, which can reach no network. So does one that has a --timeout or a bound on its --memory.

    \b
    Examples:
      incident-graph query --list
      incident-graph query readings -p question=venue
      incident-graph query -q 'SELECT ?c WHERE { ?c a inc:Claim }' -f csv
    """
    from incident_graph.cli.output import check_output, form_of, write_output
    from incident_graph.queries import get_query, list_queries, run, write_results
    from incident_graph.store import Limits, is_endpoint, run_limited

    if listing:
        _list(list_queries())
        return
    if show:
        click.echo(get_query(show).sparql.rstrip("\n"))
        return
    if (question is None) == (sparql is None):
        what = "ask one thing" if question else "nothing asked"
        raise UsageError(what, hint="give a name (see query --list), a file ending in .rq, - or -q SPARQL")
    asked = sparql if sparql is not None else _asked(question or "")
    if isinstance(asked, str) and params:
        raise UsageError("-p fills the parameters of named questions", hint="write the values into the SPARQL")
    chosen = form or form_of(output, FORMATS, "table", hint="or give the format with -f")
    check_output(output)
    values = _values(params)

    def answer(out: BinaryIO) -> None:
        results = run(open_store(graph), asked, values, allow_service=allow_service)
        write_results(results if rows is None else results.first(rows), out, chosen)

    network = is_endpoint(graph) or allow_service

    def write(out: BinaryIO) -> None:
        if network and timeout is None and memory is None:
            answer(out)
        else:
            out.writelines(run_limited(answer, Limits(timeout, memory), network=network))

    if chosen != "table" or output != "-":
        write_output(output, write)
        return
    table = io.BytesIO()  # words for people: in the encoding of the terminal
    write(table)
    sys.stdout.write(table.getvalue().decode("utf-8"))


def _list(queries: "Sequence[NamedQuery]") -> None:
    width = max(len(query.name) for query in queries)
    for query in queries:
        named = "".join(f"  [{p.name}]" for p in query.parameters)
        click.echo(f"{query.name:<{width}}  {query.title}{named}")


def _asked(question: str) -> "NamedQuery | str":
    from incident_graph.queries import get_query

    if question == "-":
        return sys.stdin.buffer.read().decode("utf-8", "replace")
    if not question.endswith((".rq", ".sparql")):
        return get_query(question)
    try:
        return Path(question).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise InputError("the query cannot be read", where=f"{question}: {reason}", hint="see query --list") from error


def _values(params: tuple[str, ...]) -> dict[str, str]:
    values = {}
    for param in params:
        name, equals, value = param.partition("=")
        if not equals:
            raise UsageError(f"-p {param} has no value", hint=f"write -p {param}=VALUE")
        values[name.strip()] = value
    return values
