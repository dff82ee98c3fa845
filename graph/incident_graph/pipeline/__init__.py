"""Build: accounts to evidence to claims to comparisons."""

from incident_graph.pipeline.build import build

__all__ = ["build"]
