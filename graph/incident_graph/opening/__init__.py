"""``incident_graph.open``: a graph as an rdflib Dataset, with typed rows, plain objects and networks beside it."""

from incident_graph.opening.dataset import open_dataset

__all__ = ["open_dataset"]
