"""The ontology: core terms, shapes, JSON-LD context and profiles; found through ``incident_graph.resources``."""
