"""Votes for the class of a name, and the class they decide for."""

from collections import defaultdict
from collections.abc import Iterable

#: A class, the weight of the vote, and the rule that gave it.
Vote = tuple[str, float, str]


def decide(votes: Iterable[Vote]) -> str:
    """The class that the votes decide for, or ``""`` when they are too weak or too close.

    >>> decide([("Place", 1.0, "in"), ("Organisation", 2.5, "head bank")])
    'Organisation'
    >>> decide([("Place", 0.5, "in")])
    ''
    """
    sums: dict[str, float] = defaultdict(float)
    for kind, weight, _ in votes:
        sums[kind] += weight
    ranked = sorted(sums.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < 0.8:
        return ""
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= ranked[1][1] + 0.3 else ""
