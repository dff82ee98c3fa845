"""Named questions in SPARQL, typed rows, and results in every usual format."""

from incident_graph.queries.catalogue import NamedQuery, Parameter, get_query, list_queries
from incident_graph.queries.results import RESULT_FORMATS, write_results
from incident_graph.queries.running import Cell, Iri, Results, run

__all__ = [
    "RESULT_FORMATS",
    "Cell",
    "Iri",
    "NamedQuery",
    "Parameter",
    "Results",
    "get_query",
    "list_queries",
    "run",
    "write_results",
]
