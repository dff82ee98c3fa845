"""Names in a line of fields: outlet, writer, place and date, in whatever order an outlet prints them."""

import re
from collections.abc import Iterator

from incident_graph.accounts.furniture import FIELD_MARK, IN_FIELDS
from incident_graph.extraction import names_inside
from incident_graph.extraction.names_gazetteer import Gazetteer, given_names, is_surname
from incident_graph.extraction.names_outlets import PAPERS
from incident_graph.extraction.names_scan import scan
from incident_graph.extraction.names_tokens import Span
from incident_graph.extraction.names_words import TITLES
from incident_graph.text.furniture import WHEN

_SIGNED = re.compile(
    r"(?:(?:exclusive|words|posted|published|report(?:ed|ing)?|written)\s+)?(?:by|from|words:)\s+", re.IGNORECASE
)


def in_fields(text: str, start: int, end: int, known: Gazetteer, lower: set[str]) -> list[Span]:
    """The names of ``text[start:end]``, a line that says who published a story, where and when, and what they are."""
    found: list[Span] = []
    dated = [match.span() for match in WHEN.finditer(text, start, end)]
    written = False  # a writer was named: what follows is where
    for number, (begin, stop) in enumerate(_fields(text, start, end)):
        signed = _SIGNED.match(text, begin, stop)
        late = bool(dated) and begin >= dated[0][1] and not written
        written = written or signed is not None
        spans = scan(text, signed.end() if signed else begin, stop, known, lower)
        spans = [span for span in spans if not any(a < span.end and span.start < b for a, b in dated)]
        spans = [span for span in spans if span.last not in TITLES and span.words[0].lower() not in IN_FIELDS]
        for span in spans:
            span.weak = False
            span.votes += names_inside.inner(span, text, known)
            if any(rule == "known" for _, _, rule in span.votes):
                continue
            span.votes.append(_sort(text, span, number, signed is not None, stop == end))
        found += [span for span in spans if not late or any(rule != "dateline" for _, _, rule in span.votes)]
    return found


def _fields(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for mark in FIELD_MARK.finditer(text, start, end):
        yield begin, mark.start()
        begin = mark.end()
    yield begin, end


def _sort(text: str, span: Span, number: int, signed: bool, last: bool) -> tuple[str, float, str]:
    """What a name in field ``number`` is of."""
    before = text[max(0, span.start - 4) : span.start]
    if span.last in PAPERS:
        return "Organisation", 2.0, "outlet of a dateline"
    if before.endswith((" in ", " at ")):
        return "Place", 1.5, "dateline"
    likely = 1 < len(span.words) < 4 and span.words[0].lower() in given_names() and is_surname(span.words[-1])
    if signed or likely:
        return "Person", 1.5, "by-line"
    shouted = all(word.isupper() and len(word) > 3 for word in span.words)
    if number == 0 and not (shouted and not last):
        return "Organisation", 1.5, "dateline"
    return "Place", 1.0, "dateline"
