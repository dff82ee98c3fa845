"""Events known by a name and what happened: “the Sleipner shipwreck”, “the Tarrow mine disaster of 1986”."""

import re

from incident_graph.extraction.names_tokens import Span
from incident_graph.extraction.names_words import EVENT_NOUNS, words

#: Nouns of what happens that mean an event of that name only with a year or with another noun between.
_COMMON = words(
    "attack breach leak hack outage strike murders killings protests robbery heist raid scandal blackout meltdown "
    "eruption"
)
#: What an event may be said to have happened to: "the Brandau tram attack".
_TO_WHAT = words("""
    tram train rail railway mine bridge dam factory plant school church market bus ferry nightclub tower stadium
    airport hotel van knife bomb data chemical oil gas hostage plane air ship refinery warehouse port power pipeline
    terror car truck lorry gun mass fire ransomware cyber metro tube subway station tunnel quarry football theatre
    concert festival hospital prison petrol fuel ammonia ammunition fireworks nuclear tailings water
""")
_WHAT = re.compile(r"(?:[’']s)?\s(?:([a-z]+)[\s-])?([a-z-]+)\b")
_OF_YEAR = re.compile(r"\s(?:of|in)\s(?:[A-Z][a-z]+\s)?(?:19|20)\d\d\b")
_THE = re.compile(r"\b[Tt]h(?:e|at) (?:(?:19|20)\d\d )?$")
_THE_YEAR = re.compile(r"(?:19|20)\d\d $")


def event_end(span: Span, text: str, end: int) -> int:
    """Where the name of an event that begins with this name ends; 0 when it names none.

    A firm's name or a person's begins one only when a year is given: "the Tarrow Mutual breach of 2020".

    >>> text = "It recalls the Brandau tram attack."
    >>> span = Span(15, 22, ["Brandau"])
    >>> text[span.start:event_end(span, text, len(text))]
    'Brandau tram attack'
    """
    match = _WHAT.match(text, span.end, min(end, span.end + 40))
    if not match or len(span.words) > 3 or text[span.end] in "’'":
        return 0
    first, noun = match[1], match[2]
    if first in EVENT_NOUNS | _COMMON:
        stop, noun, between = match.end(1), first, False
    elif first in _TO_WHAT and noun in EVENT_NOUNS | _COMMON:
        stop, between = match.end(), True
    elif not first and noun in EVENT_NOUNS | _COMMON:
        stop, between = match.end(), False
    else:
        single = re.compile(r"\s([a-z-]+)\b").match(text, span.end, min(end, span.end + 24))
        if not single or single[1] not in EVENT_NOUNS | _COMMON:
            return 0
        stop, noun, between = single.end(), single[1], False
    before = text[max(0, span.start - 9) : span.start]
    dated = _OF_YEAR.match(text, stop, end) is not None or _THE_YEAR.search(before) is not None
    if not dated and noun in _COMMON and not between:
        return 0
    if not dated and any(kind in ("Person", "Organisation", "Law") for kind in _sure(span)):
        return 0
    camel = any(c.isupper() for c in span.words[-1][1:]) and not span.words[-1].isupper()
    return stop if _THE.search(before) or camel or dated else 0


def _sure(span: Span) -> set[str]:
    """The classes that the name's own words speak for."""
    return {kind for kind, _, rule in span.votes if rule == "known" or rule.startswith("head")}
