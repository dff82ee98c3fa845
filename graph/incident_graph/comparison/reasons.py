"""Why two readings have their verdict, in words that a reader can check, and what would reconcile them."""

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from incident_graph.comparison.readings import Draft
from incident_graph.model import Comparison, Stance, Verdict
from incident_graph.values import Relation


class Reason(NamedTuple):
    """Why a verdict: ``because`` in words, and what would reconcile the two ("" where nothing needs to)."""

    id: str
    because: str
    reconciled: str = ""


NO_REASON = Reason("", "")


@lru_cache(maxsize=1)
def _reasons() -> dict[str, Reason]:
    import yaml

    path = files("incident_graph.comparison") / "resources" / "reasons.yaml"
    return {row["id"]: Reason(**row) for row in yaml.safe_load(path.read_text(encoding="utf-8"))}


def reason(name: str) -> Reason:
    """The reason of this id; ``NO_REASON`` for "".

    >>> reason("zones").reconciled
    'if they are told in different time zones'
    >>> reason("").because
    ''
    """
    return _reasons()[name] if name else NO_REASON


def why(comparison: Comparison) -> str:
    """Why two readings have their verdict and what would reconcile them, in one clause; "" where there is no reason.

    >>> zones = reason("zones")
    >>> why(Comparison("c", "i", "l", "r", Verdict.COMPLEMENTS, because="no zones", reconciliation=zones.reconciled))
    'no zones; both could hold if they are told in different time zones'
    """
    later = f"; both could hold {comparison.reconciliation}" if comparison.reconciliation else ""
    return comparison.because + later


def why_apart(left: Draft, right: Draft, verdict: Verdict) -> Reason:
    """Why two readings conflict or contest each other, or differ by time (``verdict``); else ``NO_REASON``."""
    by_time = {Verdict.UPDATES: "update", Verdict.DIFFERS_UNLESS_LATER: "unless-later", Verdict.CONTESTS: "unproven"}
    if verdict in by_time:
        return reason(by_time[verdict])
    if verdict is not Verdict.CONFLICTS:
        return NO_REASON
    if (left.stance, right.stance) != (Stance.ASSERTS, Stance.ASSERTS):
        return reason("denied")
    sorts = {draft.variants[0][0].sort for draft in (left, right)}
    if sorts == {"named"}:
        return reason("names")
    return reason({"quantity": "numbers", "period": "times", "polarity": "yes-no"}.get(min(sorts), "kinds"))


def why_together(left: Draft, right: Draft, relation: Relation) -> Reason:
    """Why two readings that look as if they differed can both be true: figures of different bases, clocks of unsaid
    zones; else ``NO_REASON``. ``relation`` is that of their values."""
    one, other = left.variants[0][0], right.variants[0][0]
    if relation is not Relation.INCOMPARABLE or left.stance is not right.stance or one.sort != other.sort:
        return NO_REASON
    if one.sort == "quantity" or one.basis != other.basis:
        return reason("basis") if one.sort in ("quantity", "period") else NO_REASON
    return reason("zones") if one.sort == "period" else NO_REASON
