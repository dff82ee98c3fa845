"""The verdict on two readings, from their stances and how their values lie to each other."""

from dataclasses import dataclass

from incident_graph.model import Stance, Verdict
from incident_graph.profile import CompareBy, Question
from incident_graph.values import Relation


@dataclass(frozen=True)
class Outcome:
    """A verdict, and for ``REFINES`` which side is the narrower."""

    verdict: Verdict
    narrower: str = ""  # "left", "right" or nothing

    @property
    def inverse(self) -> "Outcome":
        """The same outcome read from the other side."""
        return Outcome(self.verdict, {"left": "right", "right": "left"}.get(self.narrower, ""))


AGREES = Outcome(Verdict.AGREES)
LEFT_REFINES = Outcome(Verdict.REFINES, "left")
RIGHT_REFINES = Outcome(Verdict.REFINES, "right")
COMPLEMENTS = Outcome(Verdict.COMPLEMENTS)
CONTESTS = Outcome(Verdict.CONTESTS)
CONFLICTS = Outcome(Verdict.CONFLICTS)
MAY_CONFLICT = Outcome(Verdict.MAY_CONFLICT)  # what would be a conflict, were it firm

_ASSERTED = {Relation.EQUAL: AGREES, Relation.NARROWER: LEFT_REFINES, Relation.WIDER: RIGHT_REFINES}
_DENIED = {Relation.EQUAL: AGREES, Relation.WIDER: LEFT_REFINES, Relation.NARROWER: RIGHT_REFINES}
_FOLLOWS = (Relation.EQUAL, Relation.NARROWER)


def outcome(left: Stance, right: Stance, relation: Relation, *, one_answer: bool) -> Outcome:
    """The verdict on two readings held with the stances ``left`` and ``right``.

    ``relation`` says how the value of the left lies to that of the right. ``one_answer``: the question has but one
    true answer, so that values which exclude each other cannot both be true.

    >>> outcome(Stance.ASSERTS, Stance.ASSERTS, Relation.DISJOINT, one_answer=True).verdict.value
    'Conflicts'
    >>> outcome(Stance.ASSERTS, Stance.ASSERTS, Relation.DISJOINT, one_answer=False).verdict.value
    'Complements'
    >>> outcome(Stance.ASSERTS, Stance.DENIES, Relation.NARROWER, one_answer=False).verdict.value
    'Conflicts'
    >>> outcome(Stance.ASSERTS, Stance.DENIES, Relation.WIDER, one_answer=False).verdict.value
    'Complements'
    >>> outcome(Stance.DENIES, Stance.UNKNOWN, Relation.EQUAL, one_answer=True).verdict.value
    'Contests'
    >>> outcome(Stance.NO_EVIDENCE, Stance.ASSERTS, Relation.EQUAL, one_answer=True).verdict.value
    'Contests'
    """
    if left is right:
        if left is Stance.ASSERTS:
            if relation is Relation.DISJOINT and one_answer:
                return CONFLICTS
            return _ASSERTED.get(relation, COMPLEMENTS)
        if left is Stance.UNKNOWN:
            return AGREES if relation is Relation.EQUAL else COMPLEMENTS
        return _DENIED.get(relation, COMPLEMENTS)
    if left is Stance.ASSERTS:
        if relation in _FOLLOWS:
            return CONFLICTS if right is Stance.DENIES else CONTESTS
        if right is Stance.DENIES and relation is Relation.DISJOINT and one_answer:
            return LEFT_REFINES  # the one answer being this, it is not that
        return COMPLEMENTS
    if right is Stance.ASSERTS:
        return outcome(right, left, relation.inverse, one_answer=one_answer).inverse
    if left is Stance.DENIES and right is Stance.UNKNOWN:  # what is denied is not left open
        return CONTESTS if relation in (Relation.EQUAL, Relation.WIDER) else COMPLEMENTS
    if right is Stance.DENIES and left is Stance.UNKNOWN:
        return outcome(right, left, relation.inverse, one_answer=one_answer).inverse
    return COMPLEMENTS


_PRESUPPOSES = {
    CompareBy.IDENTITY: "if there was only one, and the two names do not stand for the same thing",
    CompareBy.KIND: "if both speak of the same thing",
    CompareBy.NUMBER: "if both count the same thing at the same time",
    CompareBy.PERIOD: "if both date the same event",
    CompareBy.STANCE: "if both speak of the same matter",
}
_OTHERWISE = "if both answer the same question about the same thing"


def rests_on(question: Question, left: Stance, right: Stance, *, names: bool = True) -> str:
    """What a conflict or contest on ``question`` presupposes, as a short clause: the question's own, if it has one.

    ``names``: both sides name a thing.
    """
    if question.rests_on:
        return question.rests_on
    if left is not right:
        return "if both mean the same by it"
    if question.compare_by is CompareBy.IDENTITY and not names:
        return "if there was only one, and both speak of it"
    return _PRESUPPOSES.get(question.compare_by, _OTHERWISE)
