"""The command line: the only room that prints. Commands are imported when they are called, so that help is quick."""

from incident_graph.cli.main import main

__all__ = ["main"]
