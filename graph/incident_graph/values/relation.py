"""What two values are to each other."""

from enum import Enum


class Relation(Enum):
    """How the meaning of one value lies to that of another (what the one admits against what the other admits)."""

    EQUAL = "equal"
    NARROWER = "narrower"  # the first entails the second
    WIDER = "wider"  # the second entails the first
    OVERLAPS = "overlaps"  # both could be true; neither entails the other, or nothing decides it
    DISJOINT = "disjoint"  # cannot both be true
    INCOMPARABLE = "incomparable"  # different units, currencies, zones, bases: nothing follows

    @property
    def inverse(self) -> "Relation":
        """The relation read from the other side.

        >>> Relation.NARROWER.inverse
        <Relation.WIDER: 'wider'>
        """
        return {Relation.NARROWER: Relation.WIDER, Relation.WIDER: Relation.NARROWER}.get(self, self)
