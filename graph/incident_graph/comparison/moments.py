"""What a live blog posts later supersedes what the same account posted before on the same question."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from incident_graph.comparison.standing import WITHDRAWN, voice
from incident_graph.model import Claim, Stance
from incident_graph.profile import Question

_OPEN = frozenset({Stance.UNKNOWN, Stance.NO_EVIDENCE})


def superseded(
    claims: Iterable[Claim], incompatible: Callable[[Claim, Claim], bool], question: Question, *, one_answer: bool
) -> dict[str, str]:
    """Which claims on one question give way to a later one of the same account, and to which: ids to ids.

    Only claims with a ``moment`` do, on questions with one answer, and to the latest that supersedes them. A count that
    changes with time gives way to another on the same basis, whoever gives it and whatever its bounds, but one that
    only grows not to a lesser one: that counts a part. Other answers give way to one of the same voice that excludes
    them (another party contradicts, it does not bring up to date), and what was not known to what is.
    """
    if not one_answer:
        return {}
    by_account: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.moment:
            by_account[claim.account].append(claim)
    found: dict[str, str] = {}
    for own in by_account.values():
        own.sort(key=lambda claim: (claim.moment, claim.id), reverse=True)
        for place, claim in enumerate(own):
            later = (o for o in own[:place] if o.moment > claim.moment and o.id not in found)
            newer = next((o for o in later if _replaces(o, claim, incompatible, question)), None)
            if newer is not None:
                found[claim.id] = newer.id
    return found


def withdrawn(claim: Claim, instead: Claim | None) -> bool:
    """Whether a claim that gives way (to ``instead``) is one that its account corrected, or that a later post of it
    superseded; others give way because the account itself says more, or more firmly."""
    if WITHDRAWN in claim.rules:
        return True
    return instead is not None and bool(claim.moment) and claim.moment < instead.moment


def said_on(claim: Claim, issued: str) -> str:
    """The day on which a claim is made: that of the post that makes it, else that of its account (``""``: not known).

    >>> from incident_graph.model import Answer
    >>> post = Claim("claim-1", "account-1", "q", Answer("9"), (), moment="2026-05-04T01:20")
    >>> said_on(post, "2026-05-03"), said_on(Claim("claim-2", "account-1", "q", Answer("9"), ()), "2026-05-03")
    ('2026-05-04', '2026-05-03')
    """
    return issued if not claim.moment or claim.moment.startswith("T") else claim.moment[:10]


def _replaces(later: Claim, earlier: Claim, incompatible: Callable[[Claim, Claim], bool], question: Question) -> bool:
    if later.stance is Stance.ASSERTS and earlier.stance in _OPEN:
        return True
    new, old = later.answer.quantity, earlier.answer.quantity
    if new is not None and old is not None and later.stance is earlier.stance and question.over_time:
        if (later.answer.basis, later.basis) != (earlier.answer.basis, earlier.basis) or new.unit != old.unit:
            return False
        return question.over_time == "varies" or new.size >= old.size
    return voice(later) == voice(earlier) and incompatible(later, earlier)
