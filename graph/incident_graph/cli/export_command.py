"""``incident-graph export``: the graph in other formats."""

from pathlib import Path

import click

from incident_graph.cli.options import graph_option, open_store, output_option

#: Format -> the endings of its files.
FORMATS = {
    "turtle": (".ttl", ".turtle"),
    "trig": (".trig",),
    "nquads": (".nq", ".nquads"),
    "ntriples": (".nt",),
    "jsonld": (".jsonld", ".json"),
}


@click.command("export")
@graph_option()
@click.option("-f", "--format", "form", type=click.Choice(list(FORMATS)), help="Beats the ending of FILE; else turtle.")
@output_option("-")
def command(graph: str, form: str | None, output: str) -> None:
    """Write the graph as Turtle, TriG, N-Quads, N-Triples or JSON-LD.

    Each is sorted and the same for the same graph, so that it can be cited and compared. Turtle and N-Triples have no
    named graphs: they leave out the plain triples of each account's own graph, which the claims say anyway, so they
    never state as fact what an account says.
    """
    from incident_graph.cli.output import check_output, write_output
    from incident_graph.export import write_graph

    ending = Path(output).suffix.lower()
    chosen = form or next((name for name, endings in FORMATS.items() if ending in endings), "turtle")
    check_output(output)
    store = open_store(graph)
    write_output(output, lambda out: write_graph(store.quads(), out, chosen))
