"""Which accounts are independent of one another."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from incident_graph.accounts import Account
from incident_graph.comparison.meaning import folded

Pairs = tuple[tuple[str, str], ...]

#: How many words in a row count as reused text, and which share of the shorter account makes it a copy.
SHINGLE = 8
REUSED = 0.3
#: Of the accounts that have the same run of words, so many are kept in mind: a copy of them all copies one of them.
HOLDERS = 64


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

    for a, b in sorted(_credits(ordered) | _copies(tuple(ordered))):
        first, second = sorted((find(a), find(b)), key=place.__getitem__)
        group[second] = first
    return {account.id: find(account.id) for account in ordered}


def text_sources(accounts: Sequence[Account]) -> tuple[Pairs, Pairs]:
    """Which accounts have their text from which, as pairs of ids: first those of which the one names the other (its
    publisher or title) as its source, then those that share text and do not credit each other. What shares text leads
    from what appeared later to what appeared earlier; where the days are not known, or are the same, from the later
    letter to the earlier.

    >>> post = Account("a" * 64, "a.txt", "Fire at the mill.", "A", publisher="Dale Post")
    >>> text_sources([post, Account("b" * 64, "b.txt", "A mill burned.", "B", credit="Dale Post")])
    ((('account-bbbbbbbbbbbbbbbb', 'account-aaaaaaaaaaaaaaaa'),), ())
    >>> text_sources([post, Account("b" * 64, "b.txt", "A mill burned.", "B", credit="police")])
    ((), ())
    """
    ordered = sorted(accounts, key=account_order)
    names = _names(ordered)
    credited = {(a.id, other) for a in ordered for other in _named_in(_credit(a), names) if other != a.id}
    reused = set()
    known = {account.id: account for account in ordered}
    for first, second in sorted(_copies(tuple(ordered))):
        if (first, second) not in credited and (second, first) not in credited:
            days = known[first].issued, known[second].issued
            turned = days[0] is not None and days[1] is not None and days[0] > days[1]
            reused.add((first, second) if turned else (second, first))
    return tuple(sorted(credited)), tuple(sorted(reused))


def account_order(account: Account) -> tuple[int, str, str]:
    """Sort key: by letter (Z before AA), then by id."""
    return len(account.letter), account.letter, account.id


def _credits(accounts: Sequence[Account]) -> set[tuple[str, str]]:
    """Pairs that join who credits what: one chain for each credit, since those with one credit belong together."""
    names = _names(accounts)
    by_credit: defaultdict[str, list[str]] = defaultdict(list)
    for account in accounts:
        if credit := _credit(account):
            by_credit[credit].append(account.id)
    pairs: set[tuple[str, str]] = set()
    for credit, same in by_credit.items():
        joined = {*same, *_named_in(credit, names)}
        pairs |= {(same[0], other) for other in joined - {same[0]}}
    return pairs


def _names(accounts: Sequence[Account]) -> dict[str, set[str]]:
    """The accounts by what they may be credited as: their publisher, and a title of three words or more."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for account in accounts:
        if publisher := _bare(account.publisher or ""):
            names[publisher].add(account.id)
        if len((title := _bare(account.title or "")).split()) > 2:
            names[title].add(account.id)
    return names


def _named_in(credit: str, names: dict[str, set[str]]) -> set[str]:
    """The accounts that a credit names."""
    words = credit.split()
    spans = {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
    return {account for name in spans & names.keys() for account in names[name]}


def _credit(account: Account) -> str:
    return _bare(account.credit or "").removeprefix("source ")


def _bare(text: str) -> str:
    return " ".join(word.removesuffix("'s") for word in folded(text).split())


@lru_cache(maxsize=1)  # asked for twice in a build, by those who count witnesses and those who show who copies
def _copies(accounts: tuple[Account, ...]) -> set[tuple[str, str]]:
    """Pairs of accounts that share text. Each is held against those before it, by what they have in common."""
    known: dict[str, int] = {}
    once: dict[int, int] = {}  # a run of words, by the hash of its words' numbers, and the first account that has it
    often: dict[int, list[int]] = {}  # the first accounts that have it, when there are several
    sizes: list[int] = []
    pairs: set[tuple[str, str]] = set()
    for place, account in enumerate(accounts):
        words = [known.setdefault(word, len(known)) for word in folded(account.text[account.body_start :]).split()]
        shingles = set(map(hash, zip(*(words[i:] for i in range(SHINGLE)), strict=False)))
        sizes.append(len(shingles))
        shared: Counter[int] = Counter()
        for shingle in shingles:
            first = once.setdefault(shingle, place)
            if first == place:
                continue
            holders = often.setdefault(shingle, [first])
            shared.update(holders)
            if len(holders) < HOLDERS:
                holders.append(place)
        pairs |= {
            (accounts[other].id, account.id)
            for other, count in shared.items()
            if count >= REUSED * min(sizes[other], len(shingles))
        }
    return pairs
