"""Opening a graph wherever it lives."""

import os
from typing import TYPE_CHECKING

from incident_graph.errors import UsageError
from incident_graph.store.folder import GraphFolder
from incident_graph.store.graph_file import GraphFile
from incident_graph.store.incidents import OneIncident, list_incidents, pick_incident
from incident_graph.store.location import GraphStore

if TYPE_CHECKING:
    from incident_graph.store.endpoint import GraphEndpoint


def is_endpoint(location: str) -> bool:
    """Whether the location is the URL of an endpoint."""
    return location.lower().startswith(("http://", "https://"))


def is_folder(location: str) -> bool:
    """Whether the location is a folder: one that is there, or a name that ends in a slash."""
    return location.endswith(("/", os.sep)) or os.path.isdir(location)


def open_graph(location: str, *, create: bool = False) -> "GraphFile | GraphFolder | GraphEndpoint":
    """The graph at ``location``: a .trig, .nq, .ttl, .nt or .jsonld file, an Oxigraph folder, or an endpoint's URL.

    What is not there is an empty graph with ``create``, else a ``GraphError``; so is what cannot be read. Nothing is
    written before ``replace``, ``put_incident`` or ``update``. An endpoint is not asked before the first query.
    """
    if is_endpoint(location):
        from incident_graph.store.endpoint import GraphEndpoint

        return GraphEndpoint(location)
    if is_folder(location):
        return GraphFolder(location, create=create)
    return GraphFile.read(location, create=create)


def incident_in(location: str, incident: str | None = None) -> GraphStore:
    """The graph at ``location`` narrowed to one incident; see ``narrow``."""
    return narrow(open_graph(location), incident)


def narrow(store: GraphStore, incident: str | None = None) -> GraphStore:
    """The store as if it held one incident alone: the one named, or the only one.

    See ``pick_incident`` for how to name it and for what it raises. A store with one incident is given as it is.
    """
    known = list_incidents(store)
    picked = pick_incident(store, incident, known)
    if len(known) == 1:
        return store
    one = OneIncident(store, picked.iri)
    if not one.graphs():
        what = "its incidents cannot be told apart: they stand in one graph"
        hint = "keep them as TriG or N-Quads, each account in its own graph"
        raise UsageError(what, where=store.location, hint=hint)
    return one
