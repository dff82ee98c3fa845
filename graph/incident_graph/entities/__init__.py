"""Entities: which mentions, in one account or several, name the same thing, and why."""

from incident_graph.entities.proposals import Proposal, resolve_proposals
from incident_graph.entities.resolve import resolve

__all__ = ["Proposal", "resolve", "resolve_proposals"]
