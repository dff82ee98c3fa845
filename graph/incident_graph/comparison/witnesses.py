"""Which accounts are independent of one another."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from incident_graph.accounts import Account
from incident_graph.comparison.meaning import folded

#: How many words in a row count as reused text, and which share of the shorter account makes it a copy.
SHINGLE = 8
REUSED = 0.3


def source_groups(accounts: Sequence[Account]) -> dict[str, str]:
    """For each account's id, the id of the first of its group: the accounts of a group are one independent witness.

    Accounts belong together when one credits the other (its publisher or title) as its source, when both credit the
    same source, or when one reuses the other's text: at least ``REUSED`` of the shorter's runs of ``SHINGLE`` words.
    """
    ordered = sorted(accounts, key=account_order)
    group = {account.id: account.id for account in ordered}
    place = {account.id: number for number, account in enumerate(ordered)}

    def find(one: str) -> str:
        while group[one] != one:
            group[one] = group[group[one]]
            one = group[one]
        return one

    for a, b in sorted(_credits(ordered) | _copies(ordered)):
        first, second = sorted((find(a), find(b)), key=place.__getitem__)
        group[second] = first
    return {account.id: find(account.id) for account in ordered}


def account_order(account: Account) -> tuple[int, str, str]:
    """Sort key: by letter (Z before AA), then by id."""
    return len(account.letter), account.letter, account.id


def _credits(accounts: Sequence[Account]) -> set[tuple[str, str]]:
    names: defaultdict[str, set[str]] = defaultdict(set)
    for account in accounts:
        if publisher := _bare(account.publisher or ""):
            names[publisher].add(account.id)
        if len((title := _bare(account.title or "")).split()) > 2:
            names[title].add(account.id)
    pairs: set[tuple[str, str]] = set()
    by_credit: defaultdict[str, list[str]] = defaultdict(list)
    for account in accounts:
        credit = _bare(account.credit or "").removeprefix("source ")
        if not credit:
            continue
        by_credit[credit].append(account.id)
        for name, ids in names.items():
            if f" {name} " in f" {credit} ":
                pairs |= {(account.id, other) for other in ids if other != account.id}
    for same in by_credit.values():
        pairs |= {(same[0], other) for other in same[1:]}
    return pairs


def _bare(text: str) -> str:
    return " ".join(word.removesuffix("'s") for word in folded(text).split())


def _copies(accounts: Sequence[Account]) -> set[tuple[str, str]]:
    holders: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    size: dict[str, int] = {}
    for account in accounts:
        words = folded(account.text[account.body_start :]).split()
        shingles = set(zip(*(words[i:] for i in range(SHINGLE)), strict=False))
        size[account.id] = len(shingles)
        for shingle in shingles:
            holders[shingle].append(account.id)
    shared = Counter((a, b) for ids in holders.values() for i, a in enumerate(ids) for b in ids[i + 1 :])
    return {(a, b) for (a, b), count in shared.items() if count >= REUSED * min(size[a], size[b])}
