"""The page room: one offline HTML file that shows where the accounts part."""

from incident_graph.page.render import render

__all__ = ["render"]
