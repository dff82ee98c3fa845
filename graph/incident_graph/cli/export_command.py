"""``incident-graph export``: the graph in other formats."""

from pathlib import Path

import click

from incident_graph.cli.options import graph_option, open_store, output_option

#: Format -> the endings of its files, first the usual one.
FORMATS = {
    "turtle": (".ttl",),
    "trig": (".trig",),
    "nquads": (".nq",),
    "jsonld": (".jsonld", ".json"),
}


@click.command("export")
@graph_option()
@click.option("-f", "--format", "form", type=click.Choice(list(FORMATS)), help="Beats the ending of FILE; else turtle.")
@output_option("-")
def command(graph: str, form: str | None, output: str) -> None:
    """Write the graph as Turtle, TriG, N-Quads or JSON-LD.

    Each is complete, sorted and the same for the same graph, so that it can be cited and compared. Turtle has no named
    graphs: it leaves out the plain triples that stand only in an account's own graph, so that it never states as fact
    what an account says.
    """
    from incident_graph import export
    from incident_graph.cli.output import open_output

    ending = Path(output).suffix.lower()
    chosen = form or next((name for name, endings in FORMATS.items() if ending in endings), "turtle")
    writer = {
        "turtle": export.write_turtle,
        "trig": export.write_trig,
        "nquads": export.write_nquads,
        "jsonld": export.write_jsonld,
    }[chosen]
    store = open_store(graph)
    with open_output(output) as stream:
        writer(store.quads(), stream)
