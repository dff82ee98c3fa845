"""Where a graph lives: now a file; a folder or an endpoint has to offer no more than ``GraphStore``."""

from incident_graph.store.atomic import write_whole
from incident_graph.store.formats import EXTENSIONS, FORMATS, Format, format_of
from incident_graph.store.graph_file import GraphFile, open_graph, parse, save
from incident_graph.store.location import GraphStore

__all__ = [
    "EXTENSIONS",
    "FORMATS",
    "Format",
    "GraphFile",
    "GraphStore",
    "format_of",
    "open_graph",
    "parse",
    "save",
    "write_whole",
]
