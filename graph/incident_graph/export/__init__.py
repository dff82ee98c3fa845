"""A graph in the formats others read: RDF, nanopublications, a table of claims, and networks for graph programs."""

from incident_graph.export.claims_table import write_claims_table
from incident_graph.export.formats import export_formats, write_graph
from incident_graph.export.nanopublications import nanopublications
from incident_graph.export.networks import NETWORKS, write_gexf, write_graphml
from incident_graph.rdf import write_jsonld, write_nquads, write_ntriples, write_trig, write_turtle

__all__ = [
    "NETWORKS",
    "export_formats",
    "nanopublications",
    "write_claims_table",
    "write_gexf",
    "write_graph",
    "write_graphml",
    "write_jsonld",
    "write_nquads",
    "write_ntriples",
    "write_trig",
    "write_turtle",
]
