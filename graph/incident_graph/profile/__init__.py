"""Profiles: questions, cues and kinds, read from the ontology."""

from incident_graph.profile.question import AnswerType, CompareBy, Kind, Kinds, Question

__all__ = ["AnswerType", "CompareBy", "Kind", "Kinds", "Question"]
