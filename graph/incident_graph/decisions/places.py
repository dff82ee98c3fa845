"""Places: from an excerpt to what keys a decision, and back to where the words stand in a text."""

from collections.abc import Iterator
from dataclasses import dataclass

from incident_graph.accounts import Account, Excerpt
from incident_graph.decisions.decision import CONTEXT, Place


def place_of(account: Account, excerpt: Excerpt) -> Place:
    """What keys a decision on ``excerpt``: the account's hash, the words, and 32 code points on either side.

    >>> account = Account("0" * 64, "a.txt", "Nobody was hurt.")
    >>> place = place_of(account, account.excerpt(7, 10))
    >>> place.prefix, place.quote, place.suffix
    ('Nobody ', 'was', ' hurt.')
    """
    before = account.text[max(0, excerpt.start - CONTEXT) : excerpt.start]
    return Place(account.sha256, excerpt.text, before, account.text[excerpt.end : excerpt.end + CONTEXT])


@dataclass(frozen=True)
class Found:
    """Where words stand, or why they were not found."""

    excerpt: Excerpt | None
    reason: str = ""


def find(account: Account, place: Place) -> Found:
    """Where the words of ``place`` stand in the account's text, by exact match, never by likeness.

    The prefix and suffix choose among several places. When neither fits (the text was read anew), words that stand in
    one place only are still found.

    >>> account = Account("0" * 64, "a.txt", "Ten left. Ten came.")
    >>> find(account, Place("0" * 64, "Ten", suffix=" came")).excerpt.start
    10
    >>> find(account, Place("0" * 64, "Ten")).reason, find(account, Place("0" * 64, "Six")).reason
    ('the words stand in 2 places, and what is around them fits none or several', 'the words are not in the account')
    """
    text, size = account.text, len(place.quote)
    starts = list(occurrences(text, place.quote))
    if not starts:
        return Found(None, "the words are not in the account")

    def fits(start: int) -> tuple[bool, bool]:
        before, after = text.endswith(place.prefix, 0, start), text.startswith(place.suffix, start + size)
        return bool(place.prefix) and before, bool(place.suffix) and after

    for wanted in (2, 1):
        fitting = [start for start in starts if sum(fits(start)) == wanted]
        if len(fitting) == 1:
            return Found(account.excerpt(fitting[0], fitting[0] + size))
        if fitting:
            break
    if len(starts) == 1:
        return Found(account.excerpt(starts[0], starts[0] + size))
    return Found(None, f"the words stand in {len(starts)} places, and what is around them fits none or several")


def occurrences(text: str, words: str) -> Iterator[int]:
    """Every offset at which ``words`` stand in ``text``.

    >>> list(occurrences("banana", "ana")), list(occurrences("banana", ""))
    ([1, 3], [])
    """
    start = text.find(words) if words else -1
    while start >= 0:
        yield start
        start = text.find(words, start + 1)
