"""The graph on this machine's own network: SPARQL 1.1 Protocol, the page, and a page to ask questions on."""

from incident_graph.server.running import serve
from incident_graph.server.settings import Settings

__all__ = ["Settings", "serve"]
