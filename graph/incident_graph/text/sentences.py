"""Sentences: where one ends, in prose that has abbreviations, initials, decimals, quotations and wrapped lines."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

#: A mark first, and only then what must stand around it: so the search passes quickly over all other characters.
_END = re.compile(
    r"[.!?…。！？؟۔।](?:(?<=[.!?…])(?<![.!?…]{2})[.!?…]*+[\"'”’»)\]]*+(?:\[\d{1,3}\])*(?=\s)"
    r"|(?<=[。！？])[。！？]*[”’」』]*|(?<=[؟۔।])[؟۔।]*(?=\s)"
    r"|(?<=[a-z]{3}[.!?])(?=(?:The|It|He|She|In|A|This|But|We|They|On|At|Its|That|There|If|When)\s))"
)
_TOKEN_BEFORE = re.compile(r"[\w.&’'‑-]+$")

#: Abbreviations that are followed by a name or number, hence never end a sentence before a capital letter.
_LEADS_NAME = frozenset(
    "mr mrs ms mx dr engr barr prof rev hon gen col lt capt cmdr sgt cpl maj adm insp supt det gov sen rep pres st "
    "messrs mme mlle sr fr br amb atty vs v cf e.g i.e eg ie viz approx ca no nos fig figs vol ch pp p art sec par "
    "para jan feb mar apr jun jul aug sep sept oct nov dec mt ft al".split()
)
#: Abbreviations that may end a sentence: they do when a word follows that opens sentences.
_MAY_END = frozenset(
    "inc ltd pvt pte plc co corp llc bros dept univ assn jr sr esq etc est a.m p.m u.s u.k u.n e.u d.c ph.d m.d b.a "
    "m.a u.s.a r.n m.p gmbh s.a s.p.a n.v b.v mon tue tues wed thu thur thurs fri sat sun min hr hrs sq mph km cm "
    "kg lb".split()
)
_OPENERS = frozenset(
    "the a an it its he she they we you i his her their our this that these those there here in on at by for "
    "from with as after before when while where if but and or so yet no not one two some many most all both "
    "each what who how why however meanwhile although though since until under over another officials police "
    "investigators".split()
)
_WORD = re.compile(r"[\"'“‘«(\[]*([^\W_][\w’']*)?")
_NUMBERED = frozenset("no nos fig figs vol ch pp p art sec par para approx ca".split())


def _ends(text: str, start: int, stop: int, end: int, limit: int) -> bool:
    """Whether the mark at ``stop..end`` ends the sentence that began at ``start``."""
    mark = text[stop]
    following = end
    while following < limit and text[following].isspace():
        following += 1
    if following >= limit:
        return True
    match = _WORD.match(text, following, min(limit, following + 60))
    word = (match[1] if match else None) or ""
    first = text[following]
    if word[:1].islower() and word[:1].isalpha() and not any(c.isupper() for c in word[1:3]):
        return False
    if mark != "." or (end - stop > 1 and text[stop + 1] in ".!?…"):
        return True  # ? ! … and runs of stops end it before anything but a lower-case word
    before = _TOKEN_BEFORE.search(text, max(start, stop - 24), stop)
    token = before[0].lstrip("'’").lower() if before else ""
    if not token:
        return True
    if end - stop > 1 and token not in _LEADS_NAME:
        return True  # a closing quote or bracket after the stop
    opens = word.lower() in _OPENERS
    if token in _LEADS_NAME and not (token in _NUMBERED and not (first.isdigit())):
        return False
    if token in _MAY_END:
        return opens or first in '"“‘«('
    if (len(token) == 1 and token.isalpha()) or re.fullmatch(r"(?:[a-z]\.)+[a-z]", token):
        return opens and not (len(token) == 1 and token not in "ai" and word == "I")
    # "1. Something" at the start: a number of a list, which ends nothing
    return not (token.isdigit() and len(token) <= 2 and stop - len(token) == start)


def split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the sentences of ``text[start:end]``, in order, trimmed of white space, none empty.

    >>> prose = "Dr. J. Ruiz left at 5.45 a.m. on Monday. “It was dark.” Nobody answered…"
    >>> [prose[a:b] for a, b in split(prose, 0, len(prose))]
    ['Dr. J. Ruiz left at 5.45 a.m. on Monday.', '“It was dark.”', 'Nobody answered…']
    """
    begin = start
    while begin < end and text[begin].isspace():
        begin += 1
    for mark in _END.finditer(text, begin, end):
        if mark.start() == begin:  # marks alone are no sentence
            begin = mark.end()
            while begin < end and text[begin].isspace():
                begin += 1
            continue
        if mark.start() < begin or not _ends(text, begin, mark.start(), mark.end(), end):
            continue
        yield begin, mark.end()
        begin = mark.end()
        while begin < end and text[begin].isspace():
            begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin < end:
        yield begin, end


class _Stretch(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_T = TypeVar("_T")


def within(stretches: Sequence[_Stretch], things: Iterable[_T], place: Callable[[_T], _Stretch]) -> dict[int, list[_T]]:
    """The things whose ``place`` starts within each of the stretches (in order, none overlapping), by its number.

    >>> from incident_graph.accounts import Excerpt
    >>> stretches = [Excerpt("a", 0, 9, ""), Excerpt("a", 12, 20, "")]
    >>> within(stretches, [3, 10, 12, 15], lambda start: Excerpt("a", start, start + 1, ""))
    {0: [3], 1: [12, 15]}
    """
    starts = [stretch.start for stretch in stretches]
    found: dict[int, list[_T]] = {}
    for thing in things:
        start = place(thing).start
        number = bisect_right(starts, start) - 1
        if number >= 0 and start < stretches[number].end:
            found.setdefault(number, []).append(thing)
    return found
