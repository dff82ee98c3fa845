"""Relevance: which sections of a round-up tell of this incident, judged by what the accounts have in common."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from incident_graph.extraction.phrases import DETERMINERS
from incident_graph.names.mention import NameMention
from incident_graph.text.document import Document, Sentence

#: Words that any two news texts share.
_COMMON = DETERMINERS | frozenset(
    """about after again against also among amid and announced another around asked away back because been before
    being best between both business called came chief city close come could country court day days did does
    done down during each early ended even ever every expected face far few find first following found four
    from full gave get given going good government group had has have head her here high him his hold home
    hours how however including into its itself just keep known large last late later least leave left less
    life like likely little local long made main major make man many may members men might minister minutes
    month months more morning most much must named national near need never new news next night not nothing
    now number off office official officials old once one only open other others our out over own part past
    people per place plan police president press public put really report reported reports right run said
    same say saying says second see seen set several she short should show since six small some soon
    spokesman spokeswoman statement still such sunday take taken ten than that the their them then there
    these they third this those though three through time times today told too took top town two under until
    use used very was way week weeks well went were what when where which while who whose why will with
    within without woman women won work world would year years yesterday yet you your monday tuesday
    wednesday thursday friday saturday""".split()
)
#: With fewer accounts, what two of them do not share says too little.
ENOUGH = 6
_LEAST_WORDS = 25  # a shorter section is left alone
_SHARED_WORDS = 2  # a section with more shared words than this tells of the incident
_GENERAL = frozenset({"Place", "Law", ""})  # classes of names that unrelated stories share
_WORD = re.compile(r"[a-z]{3,}")


def unrelated(
    documents: Sequence[Document], mentions: Mapping[str, Sequence[NameMention]], classes: Mapping[str, str]
) -> dict[str, list[tuple[int, int]]]:
    """Stretches of each account (by its id) that tell of something else, in order; most accounts have none.

    A stretch is a section from one heading to the next, long enough to judge, that shares with the other accounts
    neither a name (places and laws aside) nor more than a few words of substance, beside sections that do.
    """
    if len(documents) < ENOUGH:
        return {}
    names = _in_several({k: {m.surface.casefold() for m in rows} for k, rows in mentions.items()})
    words = _in_several({d.account.id: _stems(d) for d in documents})
    found: dict[str, list[tuple[int, int]]] = {}
    for document in documents:
        account = document.account
        own = [
            m.excerpt.start
            for m in mentions.get(account.id, ())
            if classes.get(m.surface, "") not in _GENERAL and m.surface.casefold() in names
        ]
        own.sort()
        sections = _sections(document)
        alien = [s for s in sections if _is_alien(document, s, own, words)]
        if alien and len(alien) < len(sections):
            found[account.id] = [(s[0].start, s[-1].end) for s in alien]
    return found


def without(document: Document, stretches: Sequence[tuple[int, int]]) -> Document:
    """The document without the sentences of these stretches."""
    kept = tuple(s for s in document.sentences if not any(a <= s.start < b for a, b in stretches))
    return replace(document, sentences=kept)


def _in_several(by_account: Mapping[str, set[str]]) -> frozenset[str]:
    counts = Counter(item for items in by_account.values() for item in items)
    least = max(2, len(by_account) // 4)
    return frozenset(item for item, count in counts.items() if count >= least)


def _stems(document: Document) -> set[str]:
    """All that ``_words`` gives for the whole document, each once."""
    texts = "\n".join([document.account.text[s.start : s.end] for s in document.sentences])
    return set(map(_stem, set(_WORD.findall(texts.lower())) - _COMMON))


def _words(document: Document, sentences: Iterable[Sentence]) -> list[str]:
    texts = (document.account.text[s.start : s.end].lower() for s in sentences)
    return [_stem(w) for text in texts for w in _WORD.findall(text) if w not in _COMMON]


@lru_cache(maxsize=1 << 15)
def _stem(word: str) -> str:
    return re.sub(r"(?:ings?|ed|es|s)$", "", word) if len(word) > 5 else word


def _sections(document: Document) -> list[list[Sentence]]:
    """The sentences of each section, its heading first; what stands before the first heading is one, too."""
    sections: list[list[Sentence]] = []
    for sentence in document.sentences:
        if not sections or sentence.block.kind == "heading":
            sections.append([])
        sections[-1].append(sentence)
    return sections


def _is_alien(
    document: Document,
    section: list[Sentence],
    shared: Sequence[int],
    words: frozenset[str],
) -> bool:
    if bisect_left(shared, section[0].start) < bisect_left(shared, section[-1].end):
        return False  # a name that others share stands in it
    said = _words(document, section)
    return len(said) >= _LEAST_WORDS // 2 and len(set(said) & words) <= _SHARED_WORDS
