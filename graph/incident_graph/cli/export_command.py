"""``incident-graph export``: the graph in other formats."""

from typing import TYPE_CHECKING, BinaryIO

import click

from incident_graph.cli.options import graph_option, open_incident, open_store, output_option

if TYPE_CHECKING:
    from collections.abc import Callable

#: Format -> the endings of its files.
FORMATS = {
    "turtle": (".ttl", ".turtle"),
    "trig": (".trig",),
    "nquads": (".nq", ".nquads"),
    "ntriples": (".nt",),
    "jsonld": (".jsonld", ".json"),
    "nanopub": (),
    "csv": (".csv",),
    "graphml": (".graphml",),
    "gexf": (".gexf",),
}
_NETWORKS = ("divergence", "entities", "agreement")


@click.command("export")
@graph_option()
@click.option("-f", "--format", "form", type=click.Choice(list(FORMATS)), help="Beats the ending of FILE; else turtle.")
@click.option(
    "--network",
    type=click.Choice(_NETWORKS),
    help="Which network to write as GraphML or GEXF; else divergence.",
)
@output_option("-", text="Where to write: a file, - (standard output), or a graph: a folder/, an endpoint's URL.")
def command(graph: str, form: str | None, network: str | None, output: str) -> None:
    """Write the graph in a format that others read, or into another graph.

    \b
    RDF:      turtle, trig, nquads, ntriples, jsonld
    claims:   csv (a row a claim), nanopub (a nanopublication a claim, as TriG)
    networks: graphml, gexf (for Gephi, Cytoscape and their like)

    Each is sorted and the same for the same graph, so that it can be cited and compared. Turtle and N-Triples have no
    named graphs: they leave out the plain triples of each account's own graph, which the claims say anyway, so they
    never state as fact what an account says. csv, graphml and gexf are of one incident.

    \b
    Examples:
      incident-graph export -g ferry.trig -o ferry.ttl
      incident-graph export -g ferry.trig -o archive/
    """
    from incident_graph.cli.output import check_output, form_of, write_output
    from incident_graph.errors import UsageError
    from incident_graph.store import is_endpoint, is_folder

    if is_folder(output) or is_endpoint(output):
        if form or network:
            raise UsageError(
                f"-f and --network say nothing for {output}", hint="a folder or an endpoint takes the graph itself"
            )
        _put(graph, output)
        return
    chosen = form or form_of(output, FORMATS, "turtle", hint="or a folder ending in /; or give the format with -f")
    if network and chosen not in ("graphml", "gexf"):
        raise UsageError(f"--network says nothing for {chosen}", hint="use it with -f graphml or -f gexf")
    check_output(output)
    write_output(output, _writer(graph, chosen, network or _NETWORKS[0]))


def _put(graph: str, output: str) -> None:
    """Put each incident of the graph in the place of what the other one holds of it."""
    from incident_graph.cli.console import note
    from incident_graph.store import copy_incidents, open_graph

    for incident, changes in copy_incidents(open_store(graph), open_graph(output, create=True)):
        note(f"{incident.title or incident.iri}: {changes}")


def _writer(graph: str, form: str, network: str) -> "Callable[[BinaryIO], None]":
    """What fills the output; the graph is opened now, so that nothing is written when it is not there."""
    from incident_graph import export
    from incident_graph.rdf.turtle import data_base

    if form in ("csv", "graphml", "gexf"):
        incident = open_incident(graph)
        if form == "csv":
            return lambda out: export.write_claims_table(incident, out)
        write = export.write_graphml if form == "graphml" else export.write_gexf
        return lambda out: write(incident, out, network)
    store = open_store(graph)
    if form == "nanopub":
        quads = list(store.quads())
        return lambda out: export.write_trig(export.nanopublications(quads), out, base=data_base(quads))
    return lambda out: export.write_graph(store.quads(), out, form)
