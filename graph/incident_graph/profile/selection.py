"""Which profile fits: the signs a profile names, counted over the accounts."""

import math
from collections.abc import Sequence

from incident_graph.profile.anchors import words_of
from incident_graph.profile.cue import Cue
from incident_graph.profile.loading import load_signs

#: A profile whose score is lower is not proposed: one sign in twenty-five seen once, in every account, makes 0.02.
THRESHOLD = 0.02
#: Nor is one that another profile outdoes so many times.
OUTDONE = 3.0
#: No more of each text is read; what an account is about is said early.
_READ = 20_000
#: As many matches of one sign as count; a word repeated all over tells no more.
_ENOUGH = 4


def propose(profile_names: Sequence[str], texts: Sequence[str]) -> list[tuple[str, float]]:
    """The profiles that fit the accounts, with their scores, best first; empty when none reaches ``THRESHOLD``.

    ``profile_names`` are names of packaged profiles or paths of Turtle files; ``texts`` the accounts. The score lies
    between 0 and 1: the share of accounts in which any sign of the profile occurs, times the mean, over all accounts,
    of the share of its signs that occur (a sign seen often counts up to twice one seen once). A profile without
    signs (``general``) is never proposed. Raises as ``load_profiles`` does for names nobody knows.

    >>> propose(["data-breach"], ["The database of stolen customer records was offered on the dark web."])[0][0]
    'data-breach'
    >>> propose(["data-breach"], ["The ferry ran aground in fog."]), propose(["data-breach"], [])
    ([], [])
    """
    if not texts:
        return []
    signs = load_signs(profile_names)
    read = [text[:_READ] for text in texts]
    scored = ((name, round(_score(cues, read), 4)) for name, cues in signs.items() if cues)
    fitting = sorted((row for row in scored if row[1] >= THRESHOLD), key=lambda row: (-row[1], row[0]))
    return [row for row in fitting if row[1] * OUTDONE >= fitting[0][1]]


def _score(signs: Sequence[Cue], texts: Sequence[str]) -> float:
    """The score of one profile's signs over the texts: see ``propose``."""
    words = [frozenset(words_of(text)) for text in texts]
    weights = [
        sum(_weight(sign, text) for sign in signs if sign.could_match(said)) / len(signs)
        for text, said in zip(texts, words, strict=True)
    ]
    present = sum(weight > 0 for weight in weights) / len(weights)
    return present * math.fsum(weights) / len(weights)


def _weight(sign: Cue, text: str) -> float:
    """0 for a sign that does not occur, 0.5 for once, rising to 1 for ``_ENOUGH`` times."""
    pattern = sign.left or sign.right
    if pattern is None:
        return 0.0
    count = 0
    for _ in pattern.finditer(text):
        count += 1
        if count == _ENOUGH:
            break
    return 0.0 if not count else 0.5 + 0.5 * (count - 1) / (_ENOUGH - 1)
