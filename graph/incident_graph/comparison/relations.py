"""What two meanings are to each other, and two unions of meanings."""

from collections.abc import Sequence

from incident_graph.comparison.meaning import CONTAINMENT, Meaning, folded
from incident_graph.profile import CompareBy, Kinds, Question
from incident_graph.values import Relation
from incident_graph.vocabulary import INC

PLACE = INC + "Place"


def relate(left: Meaning, right: Meaning, question: Question, kinds: Kinds) -> Relation:
    """How ``left`` lies to ``right`` as an answer to ``question``, both taken as the one answer.

    Answers about different bases (another population, another stretch of time) are incomparable, as are answers of
    different sorts. Without a proof that the two exclude each other the relation is never ``DISJOINT``.
    """
    if left.key == right.key:
        return Relation.EQUAL
    if left.basis != right.basis or "open" in (left.sort, right.sort) or question.compare_by is CompareBy.NOTHING:
        return Relation.INCOMPARABLE
    if left.quantity is not None and right.quantity is not None:
        return left.quantity.relation(right.quantity, question.tolerance)
    if left.period is not None and right.period is not None:
        return left.period.relation(right.period)
    if left.sort == right.sort == "polarity":
        return Relation.DISJOINT
    if not {left.sort, right.sort} <= {"named", "described"}:
        return Relation.INCOMPARABLE
    return _relate_things(left, right, question, kinds)


def _relate_things(left: Meaning, right: Meaning, question: Question, kinds: Kinds) -> Relation:
    if _lies_in(left, right):
        return Relation.NARROWER
    if _lies_in(right, left):
        return Relation.WIDER
    if _attributes_differ(left, right) or any(kinds.disjoint(a, b) for a in left.kinds for b in right.kinds):
        return Relation.DISJOINT
    if left.sort == right.sort == "named":
        return Relation.OVERLAPS if _may_be_part(left, right, question, kinds) else Relation.DISJOINT
    down, up = _entails(left, right, kinds), _entails(right, left, kinds)
    if down == up:  # neither; or both, of words that say no more than the question does
        return Relation.OVERLAPS
    return Relation.NARROWER if down else Relation.WIDER


def _lies_in(inner: Meaning, outer: Meaning) -> bool:
    return outer.sort == "named" and any((name, outer.entity) in inner.attributes for name in CONTAINMENT)


def _attributes_differ(left: Meaning, right: Meaning) -> bool:
    stated = dict(pair for pair in left.attributes if pair[0] not in CONTAINMENT)
    return any(name in stated and stated[name] != value for name, value in right.attributes)


def _entails(narrow: Meaning, wide: Meaning, kinds: Kinds) -> bool:
    """Whether what is stated of ``narrow`` makes it a ``wide``; words without kinds or attributes never follow."""
    if wide.sort == "named" or not (wide.attributes or any(not kind.startswith(INC) for kind in wide.kinds)):
        return False
    known = frozenset[str]().union(*(kinds.ancestors(kind) for kind in narrow.kinds))
    return wide.kinds <= known and wide.attributes <= narrow.attributes


def _may_be_part(left: Meaning, right: Meaning, question: Question, kinds: Kinds) -> bool:
    """Whether one of two differently named things may be part of the other: nothing then proves them incompatible.

    So it is when one name holds the other as whole words (a service and its branch), and with places, unless both are
    said to be of the same kind (two towns).
    """
    a, b = f" {folded(left.label)} ", f" {folded(right.label)} "
    if a in b or b in a:
        return True
    places = question.answer_classes == ("Place",) or all(
        any(PLACE in kinds.ancestors(kind) for kind in side.kinds) for side in (left, right)
    )
    same_kind = any(not kind.startswith(INC) for kind in left.kinds & right.kinds)
    return places and not same_kind


def relate_unions(left: Sequence[Meaning], right: Sequence[Meaning], question: Question, kinds: Kinds) -> Relation:
    """How "one of ``left``" lies to "one of ``right``"; each holds one or more alternatives.

    A union entails another when each of its members entails a member of the other, and excludes it when every member
    excludes every member.
    """
    if len(left) == len(right) == 1:
        return relate(left[0], right[0], question, kinds)
    table = [[relate(a, b, question, kinds) for b in right] for a in left]
    down = all(any(cell in (Relation.EQUAL, Relation.NARROWER) for cell in row) for row in table)
    up = all(any(cell in (Relation.EQUAL, Relation.WIDER) for cell in column) for column in zip(*table, strict=True))
    if down or up:
        return Relation.EQUAL if down and up else Relation.NARROWER if down else Relation.WIDER
    cells = {cell for row in table for cell in row}
    return cells.pop() if len(cells) == 1 else Relation.OVERLAPS


def without_redundant(union: Sequence[Meaning], question: Question, kinds: Kinds) -> tuple[Meaning, ...]:
    """``union`` without members that another member already covers, in order of their keys."""
    found: list[Meaning] = []
    for meaning in sorted({m.key: m for m in union}.values(), key=lambda m: m.key):
        if any(relate(meaning, kept, question, kinds) in (Relation.EQUAL, Relation.NARROWER) for kept in found):
            continue
        found = [kept for kept in found if relate(kept, meaning, question, kinds) is not Relation.NARROWER]
        found.append(meaning)
    return tuple(found)
