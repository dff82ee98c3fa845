"""A cue: a verb or phrase of saying, with its speaker and what is said."""

from typing import NamedTuple

from incident_graph.annotators.stretches import Stretches
from incident_graph.text.tree import Token


class Cue(NamedTuple):
    """A verb or phrase of saying: ``speaker`` is the head of who says it, ``contents`` the stretches that are said."""

    token: Token
    end: int  # of the cue's words
    lemma: str
    speaker: Token | None
    contents: Stretches
    rule: str
    quotes: bool  # whether it can take a quotation
    fallback: bool = False  # the contents are guessed from the order of the words
    withheld: bool = False  # "did not say whether"
    pronoun: Token | None = None  # the relative pronoun that stands for the speaker: "the mayor, who said"
