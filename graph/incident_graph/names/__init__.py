"""Names in the accounts: where they stand, what each mention is of, and the features that say so."""

from incident_graph.names.finding import find_names
from incident_graph.names.mention import NameMention, Vote, decide

__all__ = ["NameMention", "Vote", "decide", "find_names"]
