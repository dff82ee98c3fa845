"""What a graph holds, as plain frozen objects: the room between reading and RDF."""

from incident_graph.model.claim import Answer, Certainty, Claim, Speaker, Stance
from incident_graph.model.entity import Entity, Figure, Merge
from incident_graph.model.grade import Grade
from incident_graph.model.incident import Comparison, Incident, Issue, Reading, Verdict

__all__ = [
    "Answer",
    "Certainty",
    "Claim",
    "Comparison",
    "Entity",
    "Figure",
    "Grade",
    "Incident",
    "Issue",
    "Merge",
    "Reading",
    "Speaker",
    "Stance",
    "Verdict",
]
