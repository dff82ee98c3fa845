"""Copying incidents from one graph into another."""

import os
from collections.abc import Iterator

from incident_graph.errors import GraphError, UsageError
from incident_graph.rdf import read_incident, state, statements_of
from incident_graph.store.incidents import IncidentOf, OneIncident, list_incidents
from incident_graph.store.location import Changes, GraphStore


def copy_incidents(source: GraphStore, target: GraphStore) -> Iterator[tuple[IncidentOf, Changes]]:
    """Put each incident of ``source`` in the place of what ``target`` holds of it; give what that changed.

    One after the other, each all or nothing. From a form without named graphs, such as Turtle, the incident is written
    anew from what it says. Raises ``GraphError`` when there is no incident, ``UsageError`` when both are one graph, or
    when the graphs of ``source`` are not as a build makes them.
    """
    if os.path.realpath(source.location) == os.path.realpath(target.location):
        raise UsageError("the graph is there already", where=target.location)
    incidents = list_incidents(source)
    if not incidents:
        hint = "make one with: incident-graph build"
        raise GraphError("the graph holds no incident", where=source.location, hint=hint)
    for incident in incidents:
        one = source if len(incidents) == 1 else OneIncident(source, incident.iri)
        statements = statements_of(one.quads()) if one.graphs() else state(read_incident(one))
        yield incident, target.put_incident(statements)
