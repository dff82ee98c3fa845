"""Profiles: questions, cues and kinds, read from the ontology."""

from incident_graph.profile.anchors import AnchorIndex, Anchors, lower, word_spans, words_of
from incident_graph.profile.cue import GAP, LIGHT_WORDS, Cue, Label, compile_cue, compile_label, wordings
from incident_graph.profile.deed import Deed, Wording
from incident_graph.profile.kinds import Kind, Kinds
from incident_graph.profile.lint import Finding, lint
from incident_graph.profile.loading import list_profiles, load_deeds, load_profiles, load_words
from incident_graph.profile.profile import Profile
from incident_graph.profile.question import AnswerType, CompareBy, Question

__all__ = [
    "GAP",
    "LIGHT_WORDS",
    "AnchorIndex",
    "Anchors",
    "AnswerType",
    "CompareBy",
    "Cue",
    "Deed",
    "Finding",
    "Kind",
    "Kinds",
    "Label",
    "Profile",
    "Question",
    "Wording",
    "compile_cue",
    "compile_label",
    "lint",
    "list_profiles",
    "load_deeds",
    "load_profiles",
    "load_words",
    "lower",
    "word_spans",
    "wordings",
    "words_of",
]
