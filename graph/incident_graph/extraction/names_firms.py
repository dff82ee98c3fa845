"""Firms named after people: "the solicitors Harrow and Pike" is one name; "a partner at Osprey Law" names no law."""

import re
from collections.abc import Sequence

from incident_graph.extraction.names_tokens import Span

_TRADE = re.compile(
    r"\b(?:solicitors|lawyers|attorneys|law\s+firm|accountants|auditors|architects|brokers|stockbrokers|estate\s+agents"
    r"|surveyors|consultants|jewellers|jewelers|auctioneers|undertakers|publishers|notaries|loss\s+adjusters|removers"
    r"|bankers|insurers|shipbrokers|patent\s+agents)(?:\s+of)?,?\s+$",
    re.IGNORECASE,
)
_GLUE = re.compile(r",\s+|,?\s+(?:and|&)\s+")
_LAST_GLUE = re.compile(r",?\s+(?:and|&)\s+")
#: Who works at a firm.
_STAFF = re.compile(
    r"\b(?:partner|lawyer|attorney|solicitor|counsel|associate|barrister|founder|clerk|paralegal|advocate|director)s?\s+"
    r"(?:at|of|with|from|for|in)\s+(?:the\s+firm\s+)?$",
    re.IGNORECASE,
)


def with_firms(text: str, spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """The spans of a sentence, those of one firm's name joined, and law firms marked as bodies.

    >>> text = "The solicitors Harrow and Pike met Lund and Moss."
    >>> spans = [Span(text.index(w), text.index(w) + len(w), [w]) for w in ("Harrow", "Pike", "Lund", "Moss")]
    >>> [text[s.start:s.end] for s in with_firms(text, spans, 0, len(text))]
    ['Harrow and Pike', 'Lund', 'Moss']
    """
    found: list[Span] = []
    rest = list(spans)
    while rest:
        span = rest.pop(0)
        partners = _partners(text, span, rest)
        if partners and _TRADE.search(text, start, span.start):
            del rest[: len(partners)]
            last = partners[-1]
            span = Span(span.start, last.end, text[span.start : last.end].split())
            span.votes.append(("Organisation", 3.0, "firm of several names"))
        elif span.last in ("law", "legal", "chambers") and _STAFF.search(text, start, span.start):
            span.votes.append(("Organisation", 6.0, "works at"))
        found.append(span)
    return found


def _partners(text: str, first: Span, rest: Sequence[Span]) -> list[Span]:
    """The names of one word each that follow in a list, if "and" joins the last."""
    found: list[Span] = []
    before = first
    for span in rest:
        glue = text[before.end : span.start]
        if len(before.words) > 1 or len(span.words) > 1 or not _GLUE.fullmatch(glue):
            break
        found.append(span)
        before = span
        if _LAST_GLUE.fullmatch(glue):
            return found
    return []
