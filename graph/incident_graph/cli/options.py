"""Options that several commands share."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from incident_graph.model import Incident
    from incident_graph.store import GraphStore

DEFAULT_GRAPH = "incident.trig"
_F = TypeVar("_F", bound=Callable[..., Any])


def graph_option(text: str = "The graph: a .trig, .nq, .ttl or .jsonld file.") -> Callable[[_F], _F]:
    """``-g/--graph``, by default ``incident.trig``."""
    return click.option(
        "-g", "--graph", metavar="GRAPH", default=DEFAULT_GRAPH, show_default=True, envvar="INCIDENT_GRAPH", help=text
    )


def output_option(
    default: str | None = None, *, text: str = "Where to write; - is standard output."
) -> Callable[[_F], _F]:
    """``-o/--output``."""
    return click.option("-o", "--output", metavar="FILE", default=default, show_default=default is not None, help=text)


def open_store(graph: str) -> "GraphStore":
    """The graph at ``graph``, opened; raises GraphError when it is not there or not RDF."""
    from incident_graph.store import open_graph

    return open_graph(graph)


def open_incident(graph: str) -> "Incident":
    """The incident in the graph at ``graph``; raises GraphError when there is none."""
    from incident_graph.rdf import read_incident

    return read_incident(open_store(graph))
