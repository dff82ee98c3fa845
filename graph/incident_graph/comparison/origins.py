"""Whose word a claim is: the named party that it is put down to, else its account."""

from collections.abc import Iterable, Mapping

from incident_graph.model import Claim


def origin_of(claim: Claim, groups: Mapping[str, str]) -> str:
    """The origin of a claim: the id of the name that it is put down to (an agency, an outlet, a body, a person), else
    the group of its account (see ``source_groups``). An unnamed speaker ("police") belongs to its account.

    >>> from incident_graph.model import Answer, Speaker
    >>> said = Claim("claim-1", "account-1", "q", Answer("12"), (), speakers=(Speaker("Marit Wire", "entity-marit"),))
    >>> origin_of(said, {"account-1": "account-1"})
    'entity-marit'
    >>> origin_of(Claim("claim-2", "account-2", "q", Answer("12"), ()), {"account-2": "account-1"})
    'account-1'
    """
    named = next((speaker.entity for speaker in claim.speakers if speaker.entity), None)
    return named or groups[claim.account]


def independent(claims: Iterable[Claim], groups: Mapping[str, str]) -> int:
    """How many independent witnesses claims of one reading have: accounts that only pass on one party's word are one.

    An account that says it in its own voice, too, counts for itself; one that passes on two parties' words counts
    with either, and once.
    """
    by_account: dict[str, set[str]] = {}
    for claim in claims:
        by_account.setdefault(claim.account, set()).add(origin_of(claim, groups))
    joined: list[set[str]] = []
    for account, origins in sorted(by_account.items()):
        own = groups[account]
        one = {own} if own in origins else {*origins}
        for other in [known for known in joined if known & one]:
            joined.remove(other)
            one |= other
        joined.append(one)
    return len(joined)
