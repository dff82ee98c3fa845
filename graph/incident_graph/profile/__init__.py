"""Profiles: questions, cues and kinds, read from the ontology."""

from incident_graph.profile.anchors import lower, words_of
from incident_graph.profile.cue import Cue, compile_cue, first_words, label_pattern, wordings
from incident_graph.profile.kinds import Kind, Kinds
from incident_graph.profile.lint import Finding, lint
from incident_graph.profile.loading import list_profiles, load_profiles
from incident_graph.profile.profile import Profile
from incident_graph.profile.question import AnswerType, CompareBy, Question
from incident_graph.profile.selection import propose

__all__ = [
    "AnswerType",
    "CompareBy",
    "Cue",
    "Finding",
    "Kind",
    "Kinds",
    "Profile",
    "Question",
    "compile_cue",
    "first_words",
    "label_pattern",
    "lint",
    "list_profiles",
    "load_profiles",
    "lower",
    "propose",
    "wordings",
    "words_of",
]
