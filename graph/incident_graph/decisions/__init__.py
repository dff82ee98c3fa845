"""What people decide about what was read: kept in a file, applied in every build."""

from incident_graph.decisions.decision import VERBS, Decision, Place
from incident_graph.decisions.log import already, append, load, standing
from incident_graph.decisions.orphans import Orphan
from incident_graph.decisions.places import find, place_of
from incident_graph.decisions.reviewing import Reviewing

__all__ = [
    "VERBS",
    "Decision",
    "Orphan",
    "Place",
    "Reviewing",
    "already",
    "append",
    "find",
    "load",
    "place_of",
    "standing",
]
