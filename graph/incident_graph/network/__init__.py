"""The network room: an incident as networkx graphs, with positions, ready to be drawn."""

from incident_graph.network.agreement import agreement_graph
from incident_graph.network.divergence import divergence_graph
from incident_graph.network.entities import entity_graph
from incident_graph.network.labels import normalised, plain, visible
from incident_graph.network.layout import place_divergence, place_entities, size_entities
from incident_graph.network.lookup import Lookup
from incident_graph.network.marks import MARKS, Mark, firmest, firmness

__all__ = [
    "MARKS",
    "Lookup",
    "Mark",
    "agreement_graph",
    "divergence_graph",
    "entity_graph",
    "firmest",
    "firmness",
    "normalised",
    "place_divergence",
    "place_entities",
    "plain",
    "size_entities",
    "visible",
]
