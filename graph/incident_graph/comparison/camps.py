"""Where accounts part: of each question that divides them, the two camps that stand face to face."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from incident_graph.comparison.order import issue_order
from incident_graph.comparison.standing import is_headline
from incident_graph.comparison.strength import Strengths
from incident_graph.model import Certainty, Claim, Comparison, Grade, Incident, Issue, Reading, Verdict

#: The verdicts that part accounts, in the order in which they are shown: what is firm first, what is to check last.
PARTING = (
    Verdict.CONFLICTS,
    Verdict.CONTESTS,
    Verdict.DIFFERS_UNLESS_LATER,
    Verdict.UPDATES,
    Verdict.MAY_CONFLICT,
)
_OPPOSED = (Verdict.CONFLICTS, Verdict.CONTESTS)


@dataclass(frozen=True)
class Camp:
    """One side of a question: the reading it stands on, and others that are opposed to the other side, too."""

    lead: Reading
    also: tuple[Reading, ...] = ()

    @property
    def accounts(self) -> tuple[str, ...]:
        """The ids of all accounts of the camp, in the order in which its readings name them."""
        return tuple(dict.fromkeys(w for reading in (self.lead, *self.also) for w in reading.witnesses))


@dataclass(frozen=True)
class Parting:
    """A question that divides accounts: the ``pair`` that divides them most, its two camps, and the readings that
    stand in neither. An update has the earlier answer on the left."""

    issue: Issue
    pair: Comparison
    camps: tuple[Camp, Camp]
    others: tuple[Reading, ...] = ()


def partings(incident: Incident) -> list[Parting]:
    """The questions on which accounts part, in the order of ``PARTING`` and then of ``issue_order``; where nothing is
    firmly opposed, what is to check comes first."""
    strengths = Strengths(incident)
    pairs: defaultdict[str, list[Comparison]] = defaultdict(list)
    for pair in sorted(incident.comparisons, key=strengths.order):
        pairs[pair.issue].append(pair)
    readings: defaultdict[str, dict[str, Reading]] = defaultdict(dict)
    for reading in incident.readings:
        readings[reading.issue][reading.id] = reading
    found = []
    for issue in issue_order(incident):
        if issue.verdict in PARTING:
            known = readings[issue.id]
            apart = [p for p in pairs[issue.id] if p.verdict is issue.verdict and {p.left, p.right} <= set(known)]
            if apart:
                found.append(_parting(issue, apart, known))
    firm = any(parting.issue.verdict in _OPPOSED for parting in found)
    order = PARTING if firm else (Verdict.MAY_CONFLICT, *PARTING)
    return sorted(found, key=lambda parting: order.index(parting.issue.verdict))


def _parting(issue: Issue, apart: list[Comparison], readings: dict[str, Reading]) -> Parting:
    across = [p for p in apart if len({*readings[p.left].witnesses, *readings[p.right].witnesses}) > 1]
    pair = (across or apart)[0]
    first, second = (pair.right, pair.left) if pair.verdict is Verdict.UPDATES else (pair.left, pair.right)
    opposed = {frozenset((p.left, p.right)) for p in apart}
    sides: tuple[list[Reading], list[Reading]] = ([], [])
    others: list[Reading] = []
    for reading in readings.values():
        if reading.id not in (pair.left, pair.right):
            from_left, from_right = (frozenset((reading.id, end)) in opposed for end in (first, second))
            (others if from_left == from_right else sides[int(from_left)]).append(reading)
    camps = (
        Camp(readings[first], tuple(sorted(sides[0], key=_support))),
        Camp(readings[second], tuple(sorted(sides[1], key=_support))),
    )
    return Parting(issue, pair, camps, tuple(sorted(others, key=_support)))


def _support(reading: Reading) -> tuple[int, str]:
    return -len(reading.witnesses), reading.id


def sharpest(claims: Iterable[Claim]) -> Claim | None:
    """The claim with the words that say it best: firm, in the body, flatly, in the account's own voice, briefly.

    >>> from incident_graph.accounts import Excerpt
    >>> from incident_graph.model import Answer
    >>> def said(name, text, hedge=Certainty.PLAIN):
    ...     words = (Excerpt("account-1", 90, 90 + len(text), text),)
    ...     return Claim(name, "account-1", "q", Answer("unlit"), words, certainty=hedge)
    >>> sharpest([said("claim-1", "it seems to have been unlit", Certainty.HEDGED), said("claim-2", "was unlit")]).id
    'claim-2'
    >>> sharpest([]) is None
    True
    """
    return min(claims, key=_bluntness, default=None)


def _bluntness(claim: Claim) -> tuple[bool, bool, bool, bool, bool, int, str]:
    return (
        not claim.evidence,
        claim.grade is not Grade.FIRM,
        is_headline(claim),
        claim.certainty is not Certainty.PLAIN,
        not claim.own_voice,
        len(claim.evidence[0].text) if claim.evidence else 0,
        claim.id,
    )
