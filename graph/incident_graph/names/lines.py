"""Lines that are a name and little else: labels of a transcript, mastheads in capitals, a writer's name alone."""

import re

from incident_graph.names.features import vote
from incident_graph.names.gazetteer import Gazetteer, given_names, is_surname, noun_class, pattern, words
from incident_graph.names.tokens import Span
from incident_graph.text.document import Document, Sentence

_TOP = 500  # characters from the beginning of an account within which its writer may sign
_LONGEST_MASTHEAD = 8  # words
_FOOT = 80  # characters of the line below a signature


def speaker(text: str, start: int, stop: int) -> list[Span]:
    """The speaker whom the label ``text[start:stop]`` of a transcript names in full: "ADA BROOK, HOST:".

    >>> [span.words for span in speaker("ADA BROOK, HOST: Good evening.", 0, 16)]
    [['ADA', 'BROOK']]
    >>> speaker("LIVE UPDATES: The dam holds.", 0, 13), speaker("TARVO GAUGE, LOWER BASIN: 3 metres.", 0, 25)
    ([], [])
    """
    match = pattern("speaker-label").match(text, start, stop)
    if not match:
        return []
    names = match["who"].split()
    if any(name.lower() in words("no-labels") for name in names):
        return []
    if names[0].lower() not in given_names() and not _is_role(match["role"] or ""):
        return []
    return [Span(match.start("who"), match.end("who"), names, votes=[vote("speaker-label")])]


def _is_role(role: str) -> bool:
    """Whether what a label adds to a name says what somebody is: ", CHIEF CORRESPONDENT"."""
    last = role.lower().rpartition(" ")[2]
    return last in words("titles") or last in words("on-air") or noun_class(last) == "Person"


def named_line(document: Document, sentence: Sentence, known: Gazetteer, lower: set[str]) -> list[Span]:
    """The name that a line consists of: a body's in capitals, or that of who wrote the account."""
    start, end = sentence.start, sentence.end
    line = document.unfolded[start:end].rstrip()
    if "\n" in line:
        return []
    kind = _named(document, sentence, line, known, lower)
    return [Span(start, start + len(line), line.split(), votes=[vote(kind)])] if kind else []


def _named(document: Document, sentence: Sentence, line: str, known: Gazetteer, lower: set[str]) -> str:
    """The feature by which a line is a name, or ``""``."""
    parts = line.split()
    if (line.isupper() or sentence.start - document.account.body_start < _TOP) and _is_masthead(parts, lower):
        return "masthead"
    if (
        line.isupper()
        or known.kind(line)
        or not pattern("name-alone").fullmatch(line)
        or not _is_of_a_person(parts, lower)
    ):
        return ""
    if document.unfolded.count(line) > 1:
        return ""  # a writer is not written about
    near_top = sentence.start - document.account.body_start < _TOP and sentence.block.kind != "title"
    return "signature" if near_top or _signs(document, sentence.end) else ""


def _is_masthead(parts: list[str], lower: set[str]) -> bool:
    """Whether a line in capitals is the name of a firm, or of a body and what it is for."""
    lows = [part.lower().strip(".,") for part in parts]
    if not 1 < len(lows) <= _LONGEST_MASTHEAD:
        return False
    if lows[-1] in words("masthead-suffixes"):
        return True
    place = next((n for n, word in enumerate(lows) if word in words("masthead-heads")), len(lows))
    if lows[place + 1 : place + 2] not in (["of"], ["for"], ["on"]) or place > 3:
        return False
    rest = [word for word in lows[place + 2 :] if word not in words("small-words")]
    return bool(rest) and (rest[-1] in words("topics") or (len(rest) == 1 and rest[0] not in lower))


def _is_of_a_person(parts: list[str], lower: set[str]) -> bool:
    """Whether words that stand alone look like a person's name, none of them a common word or a head."""
    lows = [part.lower() for part in parts]
    barred = words("organisation-heads") | words("place-heads") | words("event-heads") | words("never-names")
    if lows[-1] in barred - words("heads-or-surnames") or lows[0] in lower or lows[-1] in lower:
        return False
    gaelic = any(low in words("gaelic-particles") for low in lows[1:-1])
    return lows[0] in given_names() or gaelic or (len(parts) == 2 and is_surname(parts[1]))


def _signs(document: Document, end: int) -> bool:
    """Whether the line below says what the person is who signs: "Data Protection Officer"."""
    below = re.match(r"\s*\n\s*([^\n]+)", document.unfolded[end : end + _FOOT])
    if not below:
        return False
    last = below[1].split()[-1].lower().strip(".,")
    return len(below[1].split()) < 6 and last in words("titles")
