"""Which claims of an account stand, and which give way to a stronger one of the same account."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from itertools import combinations, groupby

from incident_graph.model import Certainty, Claim, Stance

#: Rules that extraction attaches to claims and that matter here.
DISOWNED = "disowned"  # the account reports it only to say that it is not so, or was withdrawn
WITHDRAWN = "withdrawn"  # the account itself has corrected it
ALTERNATIVE = "alternative"  # one of several answers offered in one sentence
HEADLINE = "headline"  # any rule with this word in its name: found in a headline only


def alternatives(claims: Sequence[Claim]) -> dict[str, int]:
    """Numbers of the groups of alternatives: claims of one account, asserted, that share words of their evidence.

    Only claims with the rule ``alternative`` that have a fellow are in the result, by id.
    """
    candidates = sorted(
        (c for c in claims if ALTERNATIVE in c.rules and c.stance is Stance.ASSERTS), key=lambda c: (c.account, c.id)
    )
    group = {claim.id: number for number, claim in enumerate(candidates)}
    for _, rows in groupby(candidates, key=lambda c: c.account):
        for one, other in combinations(own := list(rows), 2):
            if any(a.overlaps(b) for a in one.evidence for b in other.evidence):
                old, new = sorted((group[one.id], group[other.id]), reverse=True)
                group |= {claim.id: new for claim in own if group[claim.id] == old}
    sizes = Counter(group.values())
    return {key: number for key, number in group.items() if sizes[number] > 1}


def weaker(one: Claim, other: Claim) -> bool:
    """Whether ``one`` gives way when it and ``other`` cannot both be true.

    A weak guess (tier C) gives way to a firmer one, what a headline says to what the body says, what the account hedges
    to what it says flatly. The account's own voice does not outrank a party's word: to report that is part of telling.
    """
    for test in (_is_guess, is_headline):
        if test(one) is not test(other):
            return test(one)
    if _is_part(one, other) or _is_part(other, one):
        return _is_part(one, other)
    if not (one.own_voice and other.own_voice):
        return False
    return one.certainty is Certainty.HEDGED and other.certainty is Certainty.PLAIN


def voice(claim: Claim) -> frozenset[str]:
    """Who says it: nobody, when it is the account itself."""
    known = frozenset(speaker.entity or speaker.known_as.casefold() for speaker in claim.speakers)
    return known or frozenset([""] * claim.attributed)


def _is_part(one: Claim, other: Claim) -> bool:
    """Whether ``one`` counts a part of what ``other`` counts: a smaller number in the same voice."""
    small, large = one.answer.quantity, other.answer.quantity
    if small is None or large is None or voice(one) != voice(other):
        return False
    return small.size < large.size


def _is_guess(claim: Claim) -> bool:
    return claim.tier == "C"


def only_guessed(claims: Iterable[Claim]) -> bool:
    """Whether all of these are weak guesses, found by a cue that often misleads: no conflict is built on such alone."""
    return all(_is_guess(claim) and not is_headline(claim) for claim in claims)


def is_headline(claim: Claim) -> bool:
    """Whether a headline alone says it."""
    return any(HEADLINE in rule for rule in claim.rules)


def _rank(claim: Claim) -> tuple[bool, bool, Decimal, bool, bool, str]:
    """Strongest first; what ``weaker`` says of two claims never contradicts this order."""
    hedged = claim.certainty is Certainty.HEDGED
    size = claim.answer.quantity.size if claim.answer.quantity is not None else Decimal(0)
    return _is_guess(claim), is_headline(claim), -size, hedged, not claim.own_voice, claim.id


def giving_way(
    claims: Iterable[Claim], incompatible: Callable[[Claim, Claim], bool], *, one_answer: bool
) -> dict[str, str]:
    """Which claims on one issue give way, and to which: ids to ids.

    ``incompatible`` says whether two claims cannot both be true. Claims give way only within their account, on
    questions with one answer, and only to a claim that itself stands. A disowned or withdrawn claim always does: to the
    strongest claim of its account against it, or else to the strongest, or else (alone) to itself.
    """
    by_account: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_account[claim.account].append(claim)
    result: dict[str, str] = {}
    for own in by_account.values():
        own.sort(key=_rank)
        offered = alternatives(own)
        standing: list[Claim] = []
        disowned = [claim for claim in own if DISOWNED in claim.rules or WITHDRAWN in claim.rules]
        for claim in own:
            if claim in disowned:
                continue
            stronger = None
            if one_answer:
                stronger = next(
                    (
                        other
                        for other in standing
                        if weaker(claim, other)
                        and not (claim.id in offered and offered[claim.id] == offered.get(other.id))
                        and incompatible(claim, other)
                    ),
                    None,
                )
            if stronger is None:
                standing.append(claim)
            else:
                result[claim.id] = stronger.id
        for claim in disowned:
            against = [other for other in standing if incompatible(claim, other)]
            result[claim.id] = (against or standing or [claim])[0].id
    return result
