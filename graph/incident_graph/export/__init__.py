"""A graph in the formats others read: Turtle, TriG, N-Quads, N-Triples and JSON-LD."""

from incident_graph.export.formats import export_formats, write_graph
from incident_graph.rdf import write_jsonld, write_nquads, write_ntriples, write_trig, write_turtle

__all__ = [
    "export_formats",
    "write_graph",
    "write_jsonld",
    "write_nquads",
    "write_ntriples",
    "write_trig",
    "write_turtle",
]
