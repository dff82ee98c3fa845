"""A mention of a name, the votes for its class with the features that gave them, and the class they decide for."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from incident_graph.accounts import Excerpt

#: A class, the weight of the vote, and the id of the feature that gave it: the reason.
Vote = tuple[str, float, str]

_LEAST = 0.8  # a sum below this decides nothing
_AHEAD = 0.3  # nor does one that is not ahead of the next by this


class NameMention(NamedTuple):
    """A name in an account, with weighted votes for its type."""

    excerpt: Excerpt
    surface: str  # the name proper: no article, title or possessive
    votes: tuple[Vote, ...] = ()


def decide(votes: Iterable[Vote]) -> str:
    """The class that the votes decide for, or ``""`` when they are too weak or too close.

    >>> decide([("Place", 1.0, "in"), ("Organisation", 2.5, "head")])
    'Organisation'
    >>> decide([("Place", 0.5, "in")])
    ''
    """
    sums: dict[str, float] = defaultdict(float)
    for kind, weight, _ in votes:
        sums[kind] += weight
    ranked = sorted(sums.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < _LEAST:
        return ""
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= ranked[1][1] + _AHEAD else ""
