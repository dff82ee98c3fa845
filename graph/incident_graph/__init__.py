"""incident-graph: where accounts of one incident diverge, every claim tied to the words that make it."""

__version__ = "0.1.0"
