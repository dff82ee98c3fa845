"""Counts and states that change with time: whether two that differ are two times, one time, or nobody can say."""

from collections.abc import Collection

from incident_graph.model import Verdict
from incident_graph.values import Quantity


def in_time(
    over_time: str,
    left: tuple[Quantity | None, Collection[str]],
    right: tuple[Quantity | None, Collection[str]],
) -> tuple[Verdict, str]:
    """The verdict on two counts that exclude each other, and which side is the later: ``"left"``, ``"right"``, ``""``.

    ``over_time`` is the question's ("grows", "varies" or ""); each side gives its count and the days its accounts were
    published (ISO 8601; ``""``: not known). A count that grows is brought up to date by a later one that is greater,
    contradicted by a later one that is less; of the same day, or where nothing changes with time, they conflict. A
    state that may come about counts as one, its absence as none.

    >>> two, nine = Quantity.parse("2"), Quantity.parse("9")
    >>> in_time("grows", (two, ["2026-03-01"]), (nine, ["2026-03-04"]))
    (<Verdict.UPDATES: 'Updates'>, 'right')
    >>> in_time("grows", (nine, ["2026-03-01"]), (two, ["2026-03-04"]))
    (<Verdict.CONFLICTS: 'Conflicts'>, '')
    >>> in_time("grows", (two, [""]), (nine, ["2026-03-04"]))
    (<Verdict.DIFFERS_UNLESS_LATER: 'DiffersUnlessLater'>, '')
    """
    (count, days), (other, others) = left, right
    if not over_time or count is None or other is None:
        return Verdict.CONFLICTS, ""
    if set(days) & set(others) - {""}:
        return Verdict.CONFLICTS, ""
    if "" in days or "" in others or not days or not others:
        return Verdict.DIFFERS_UNLESS_LATER, ""
    if max(days) < min(others):
        later = "right"
    elif max(others) < min(days):
        later = "left"
    else:
        return Verdict.DIFFERS_UNLESS_LATER, ""
    shrinks = other.size < count.size if later == "right" else count.size < other.size
    if over_time == "grows" and shrinks:
        return Verdict.CONFLICTS, ""
    return Verdict.UPDATES, later
