"""Incidents to RDF and back, and the sorted, prefixed writers of its formats."""

from incident_graph.rdf.canonical import canonical
from incident_graph.rdf.flat import flatten, without_texts
from incident_graph.rdf.jsonld import write_jsonld
from incident_graph.rdf.names import Names, issue_id
from incident_graph.rdf.nquads import write_nquads, write_ntriples
from incident_graph.rdf.reading import read_incident
from incident_graph.rdf.statements import Statements, state, statements_of
from incident_graph.rdf.trig import write_incident
from incident_graph.rdf.turtle import write_trig, write_turtle
from incident_graph.rdf.writing import write_quads

__all__ = [
    "Names",
    "Statements",
    "canonical",
    "flatten",
    "issue_id",
    "read_incident",
    "state",
    "statements_of",
    "without_texts",
    "write_incident",
    "write_jsonld",
    "write_nquads",
    "write_ntriples",
    "write_quads",
    "write_trig",
    "write_turtle",
]
