"""The network room: an incident as networkx graphs, with positions, ready to be drawn."""

from incident_graph.network.agreement import agreement_graph
from incident_graph.network.columns import place_divergence, place_lineage
from incident_graph.network.divergence import divergence_view, lineage_view
from incident_graph.network.edges import EDGE_KINDS, NODE_KINDS, OF_VERDICT, EdgeKind
from incident_graph.network.entities import entity_graph
from incident_graph.network.graph import edges_of, network_graph
from incident_graph.network.labels import normalised, plain, visible
from incident_graph.network.layout import place_entities, size_entities
from incident_graph.network.lookup import Lookup
from incident_graph.network.marks import MARKS, Mark, firmest, firmness

__all__ = [
    "EDGE_KINDS",
    "MARKS",
    "NODE_KINDS",
    "OF_VERDICT",
    "EdgeKind",
    "Lookup",
    "Mark",
    "agreement_graph",
    "divergence_view",
    "edges_of",
    "entity_graph",
    "firmest",
    "firmness",
    "lineage_view",
    "network_graph",
    "normalised",
    "place_divergence",
    "place_entities",
    "place_lineage",
    "plain",
    "size_entities",
    "visible",
]
