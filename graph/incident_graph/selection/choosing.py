"""Which profiles fit: the share of the accounts whose titles or first sentences tell one of a profile's deeds."""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from incident_graph.profile import load_deeds
from incident_graph.selection.leads import told_in_sentence
from incident_graph.selection.telling import LEAD, Deeds, Told, beginnings
from incident_graph.selection.titles import is_debate, told_in_title
from incident_graph.text.document import Document

#: A profile is chosen when so large a share of the accounts tells one of its deeds.
SHARE = 1 / 3
#: And, beside another one, when it has more than this share of the other's score.
BESIDE = 1 / 2
#: What an account counts that tells a deed only after its first sentences, or only under a title that tells another.
APART = 1 / 2


class Choice(NamedTuple):
    """A profile that fits: its name, the share of the accounts that tell a deed of its sort, and the words they use."""

    name: str
    score: float
    words: tuple[str, ...]  # in lower case, those of most accounts first


def propose(profile_names: Sequence[str], documents: Sequence[Document]) -> list[tuple[str, float]]:
    """The profiles that fit the accounts, with their scores, best first: see ``choose``."""
    return [(choice.name, choice.score) for choice in choose(profile_names, documents)]


def choose(profile_names: Sequence[str], documents: Sequence[Document]) -> list[Choice]:
    """The profiles whose deeds at least ``SHARE`` of the accounts tell, best first; empty when there is none.

    ``profile_names`` are names of packaged profiles or paths of Turtle files; ``documents`` the accounts, parsed. The
    score is the share of accounts whose title, or one of whose first sentences, tells a deed of the profile (see
    ``APART``). A profile without deeds (``general``) is never chosen. Raises as ``load_profiles``
    does for names nobody knows.

    >>> from incident_graph.accounts import Account
    >>> from incident_graph.text.documents import read_document
    >>> from incident_graph.text.parsing import parse
    >>> def fitting(text):
    ...     return propose(["transport-accident"], parse([read_document(Account("0" * 64, "a.txt", text))]))
    >>> fitting("Ship hits bridge"), fitting("Ministers debate a law on ships that hit bridges")
    ([('transport-accident', 1.0)], [])
    """
    if not documents:
        return []
    deeds = _deeds(tuple(profile_names))
    weights: dict[str, float] = {}
    words: dict[str, Counter[str]] = {}
    for document in documents:
        for name, rows in groupby(sorted(told(document, deeds), key=_profile), key=_profile):
            own = list(rows)
            weights[name] = weights.get(name, 0.0) + max(row.weight for row in own)
            words.setdefault(name, Counter()).update({row.word.lower() for row in own})
    scored = {name: round(weight / len(documents), 4) for name, weight in weights.items()}
    best = max(scored.values(), default=0.0)
    return [
        Choice(name, score, tuple(sorted(words[name], key=lambda word: (-words[name][word], word))))
        for name, score in sorted(scored.items(), key=lambda row: (-row[1], row[0]))
        if score >= round(SHARE, 4) and score > best * BESIDE
    ]


def told(document: Document, deeds: Deeds) -> list[Told]:
    """The deeds that the titles and the first sentences of an account tell; when they tell none, those after them.

    No more than the first sentences are read under a title that speaks of a bill, a debate or a plan.
    """
    titles, leads = beginnings(document)
    tree = document.tree
    found = [row for number in titles for row in told_in_title(tree.of_sentence(number), deeds)]
    main = {row.profile for row in found}
    for number in leads[:LEAD]:
        rows = told_in_sentence(tree, tree.of_sentence(number), deeds)
        found += [row if not main or row.profile in main else row._replace(weight=APART) for row in rows]
    if found or any(is_debate(tree.of_sentence(number)) for number in titles):
        return found
    later = (told_in_sentence(tree, tree.of_sentence(number), deeds) for number in leads[LEAD:])
    return [row._replace(weight=APART) for late in later for row in late]


def _profile(row: Told) -> str:
    return row.profile


@lru_cache(maxsize=4)
def _deeds(names: tuple[str, ...]) -> Deeds:
    return Deeds(tuple((name, deed) for name, deeds in load_deeds(names).items() for deed in deeds))
