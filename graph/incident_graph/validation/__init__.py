"""Shapes and rules that a graph must pass, with findings that say what, where and what to try."""

from incident_graph.validation.checking import validate
from incident_graph.validation.report import Finding, Report

__all__ = ["Finding", "Report", "validate"]
