"""incident-graph: where accounts of one incident diverge, every claim tied to the words that make it."""

from typing import Any

__version__ = "0.1.0"


def open(location: str, incident: str | None = None) -> Any:
    """The graph in a file, an Oxigraph folder or behind an endpoint's URL, as an rdflib Dataset and more.

    Beside what rdflib gives there are ``rows`` (a named question or SPARQL, by Oxigraph, as Python values),
    ``incident`` (plain objects), ``incidents`` and ``network`` (networkx). See ``incident_graph.opening``.
    """
    from importlib import import_module

    return import_module("incident_graph.opening").open_dataset(location, incident)
