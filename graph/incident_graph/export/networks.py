"""The networks of an incident for Gephi, Cytoscape, yEd and their like: GraphML and GEXF."""

import io
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, BinaryIO

from incident_graph.errors import UsageError
from incident_graph.model import Incident
from incident_graph.network import agreement_graph, entity_graph, network_graph, plain

if TYPE_CHECKING:
    import networkx as nx

#: More than any incident has: a file, unlike a picture, leaves nothing out.
_ALL = 10**9

#: The networks by name: sources, accounts, answers and all that joins them; entities; accounts by how often they agree.
NETWORKS: dict[str, "Callable[[Incident], nx.Graph[str]]"] = {
    "divergence": network_graph,
    "entities": lambda incident: entity_graph(incident, most_entities=_ALL, most_links=_ALL, most_figures=_ALL),
    "agreement": agreement_graph,
}
#: What networkx says of itself and of the day, which would make each day's file another.
_CHANGING = re.compile(rb' lastmodifieddate="[^"]*"|(?<=<creator>NetworkX) [^<]*')


def write_graphml(incident: Incident, out: BinaryIO, network: str = "divergence") -> None:
    """Write one of ``NETWORKS``, whole, as GraphML; ``UsageError`` for any other name."""
    import networkx as nx

    nx.write_graphml_xml(_simple(incident, network), out)
    out.write(b"\n")


def write_gexf(incident: Incident, out: BinaryIO, network: str = "divergence") -> None:
    """Write one of ``NETWORKS``, whole, as GEXF 1.2, without date and version. ``UsageError`` for no network."""
    import networkx as nx

    written = io.BytesIO()
    nx.write_gexf(_simple(incident, network), written)
    out.write(_CHANGING.sub(b"", written.getvalue()) + b"\n")


def _simple(incident: Incident, network: str) -> "nx.Graph[str]":
    """The network with sorted nodes and edges, whose attributes are strings and whole numbers fit for XML."""
    import networkx as nx

    if network not in NETWORKS:
        raise UsageError(f"unknown network: {network}", hint=f"use one of {', '.join(NETWORKS)}")
    found = NETWORKS[network](incident)
    out: nx.Graph[str] = found.__class__(name=f"{plain(incident.title) or 'incident'}: {network}")
    for name in sorted(found):
        out.add_node(name, **_attributes(found.nodes[name]))
    if isinstance(found, nx.MultiDiGraph) and isinstance(out, nx.MultiDiGraph):
        for one, other, key in sorted(found.edges(keys=True)):
            out.add_edge(one, other, key=key, **_attributes(found.edges[one, other, key]))
        return out
    for one, other in sorted(found.edges):
        out.add_edge(one, other, **_attributes(found.edges[one, other]))
    return out


def _attributes(data: dict[str, Any]) -> dict[str, str | int]:
    out: dict[str, str | int] = {}
    for name, value in sorted(data.items()):
        text = " ".join(map(str, value)) if isinstance(value, (list, tuple)) else value
        out[name] = text if isinstance(text, int) else plain(str(text))
    return out
