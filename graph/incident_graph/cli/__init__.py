"""The command line: the only room that prints. Commands are imported when they are called: help is quick."""

from incident_graph.cli.root import main

__all__ = ["main"]
