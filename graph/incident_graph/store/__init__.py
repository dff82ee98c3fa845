"""Where a graph lives: a file, an Oxigraph folder, or a SPARQL 1.1 endpoint; ``GraphStore`` is what each offers."""

from incident_graph.store.atomic import write_whole
from incident_graph.store.copying import copy_incidents
from incident_graph.store.folder import GraphFolder
from incident_graph.store.formats import EXTENSIONS, FORMATS, Format, format_of
from incident_graph.store.graph_file import GraphFile, parse, save
from incident_graph.store.incidents import IncidentOf, OneIncident, list_incidents, pick_incident
from incident_graph.store.inputs import forget_inputs, input_hashes, put_noted, remove_incidents
from incident_graph.store.limits import Limits, run_limited
from incident_graph.store.location import Changes, GraphStore, Scope
from incident_graph.store.opening import incident_in, is_endpoint, is_folder, narrow, open_graph

__all__ = [
    "EXTENSIONS",
    "FORMATS",
    "Changes",
    "Format",
    "GraphFile",
    "GraphFolder",
    "GraphStore",
    "IncidentOf",
    "Limits",
    "OneIncident",
    "Scope",
    "copy_incidents",
    "forget_inputs",
    "format_of",
    "incident_in",
    "input_hashes",
    "is_endpoint",
    "is_folder",
    "list_incidents",
    "narrow",
    "open_graph",
    "parse",
    "pick_incident",
    "put_noted",
    "remove_incidents",
    "run_limited",
    "save",
    "write_whole",
]
