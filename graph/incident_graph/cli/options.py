"""Options that several commands share."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from incident_graph.model import Incident
    from incident_graph.store import GraphStore

DEFAULT_GRAPH = "incident.trig"
_INCIDENT = "incident_graph.incident"
_F = TypeVar("_F", bound=Callable[..., Any])


def graph_option(
    text: str = "The graph: a .trig, .nq, .ttl or .jsonld file, an Oxigraph folder, or an endpoint's URL.",
    *,
    incident: bool = True,
) -> Callable[[_F], _F]:
    """``-g/--graph``, by default ``incident.trig``; and ``--incident``, which ``open_store`` and the others heed."""
    graph = click.option(
        "-g", "--graph", metavar="GRAPH", default=DEFAULT_GRAPH, show_default=True, envvar="INCIDENT_GRAPH", help=text
    )
    if not incident:
        return graph
    one = click.option(
        "--incident",
        metavar="NAME",
        expose_value=False,
        callback=_keep,
        help="Which incident of the graph, by IRI, last part of it, or title; default: the only one.",
    )
    return lambda function: graph(one(function))


def output_option(
    default: str | None = None, *, text: str = "Where to write; - is standard output."
) -> Callable[[_F], _F]:
    """``-o/--output``."""
    return click.option("-o", "--output", metavar="FILE", default=default, show_default=default is not None, help=text)


def open_store(graph: str) -> "GraphStore":
    """The graph at ``graph``, narrowed to ``--incident`` if given; GraphError when it is not there or not RDF."""
    from incident_graph.store import incident_in, open_graph

    return incident_in(graph, wanted_incident()) if wanted_incident() else open_graph(graph)


def open_one(graph: str) -> "GraphStore":
    """The graph at ``graph``, narrowed to one incident; UsageError when it holds several and none was named."""
    from incident_graph.store import incident_in, is_endpoint, is_folder, open_graph

    several = wanted_incident() or is_endpoint(graph) or is_folder(graph)
    return incident_in(graph, wanted_incident()) if several else open_graph(graph)


def open_incident(graph: str) -> "Incident":
    """The incident in the graph at ``graph``; raises GraphError when there is none."""
    from incident_graph.rdf import read_incident

    return read_incident(open_one(graph))


def _keep(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    context.meta[_INCIDENT] = value


def wanted_incident() -> str | None:
    """What ``--incident`` says."""
    context = click.get_current_context(silent=True)
    found = context.meta.get(_INCIDENT) if context else None
    return str(found) if found else None
