"""What the words beside a name say of its class, as weighted votes."""

import re

from incident_graph.extraction.names_after import votes_after
from incident_graph.extraction.names_before import votes_before
from incident_graph.extraction.names_gazetteer import Gazetteer
from incident_graph.extraction.names_nouns import kind_noun
from incident_graph.extraction.names_tokens import Span
from incident_graph.extraction.names_votes import Vote

_PIECE = re.compile(r"[’']s\b|[^\W_](?:[\w&‑-]|[’'](?!s\b))*|[,;:.()—–\"“”]")
_COMMA_NAME = re.compile(r",\s([^\W\d_][\w.]+(?:\s[^\W\d_a-z]\w+)?)")
_DATELINE = re.compile(r"(?:,\s[\w. ]{2,24})?\s*(?:\([^)]{2,30}\)\s*)?[—–-]{1,2}\s")
_AGENCY = re.compile(r"\)\s[—–-]{1,2}\s")
_DATED = re.compile(r"(?:^|\n)[^\W\d_a-z]{3}[^\n.]*$")
_UK_TIME = re.compile(r"\stime\b(?!\s(?:magazine|zone))")


def outer(span: Span, text: str, start: int, end: int, known: Gazetteer) -> list[Vote]:
    """Votes from the words of the sentence ``text[start:end]`` to the left and right of the name."""
    votes = _place_after(span, text, end, known)
    if _UK_TIME.match(text, span.end, min(end, span.end + 12)) and known.kind(text[span.start : span.end]) == "Place":
        span.votes.clear()
        return []  # "4.45pm UK time" names no place
    left = _PIECE.findall(text, max(start, span.start - 70), span.start)[-7:]
    right = _PIECE.findall(text, span.end, min(end, span.end + 110))[:14]
    lefts = [w.lower() for w in left]
    for place in (-2, -3):  # ", the X" after a name ("under the Rivers Act, X …"): what that name ends in is not X's
        if len(left) >= -place and left[place + 1] == "," and left[place][0].isupper():
            lefts[place] = lefts[place] if kind_noun(lefts[place]) == "Person" else "–"
    rights = [w.lower() if place < 2 else w for place, w in enumerate(right)]
    return votes + votes_before(span, lefts, [w.lower() for w in right[:4]]) + votes_after(span, rights, left)


def _place_after(span: Span, text: str, end: int, known: Gazetteer) -> list[Vote]:
    """“Fairview, Ohio” and a dateline in capitals ("FAIRVIEW —", the agency in brackets)."""
    if text[span.start - 1 : span.start] == "(" and _AGENCY.match(text, span.end, min(end, span.end + 5)):
        line = text[max(0, span.start - 60) : span.start]
        if _DATED.search(line):
            return [("Organisation", 1.5, "agency of a dateline")]
    match = _COMMA_NAME.match(text, span.end, min(end, span.end + 40))
    if (
        match
        and known.kind(match[1]) == "Place"
        and text[max(0, span.start - 5) : span.start].lower().endswith(("in ", "of ", "near "))
    ):
        return [("Place", 1.0, "comma place")]
    if (
        span.words[-1].isupper()
        and len(span.words[-1]) > 2
        and _DATELINE.match(text, span.end, min(end, span.end + 50))
    ):
        block = text[max(0, span.start - 2) : span.start]
        return [("Place", 2.0, "dateline")] if not block.strip() and (not block or "\n" in block) else []
    return []
