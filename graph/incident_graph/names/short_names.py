"""Names that an account uses for short, and nouns in lower case that belong to a name."""

import re
from collections.abc import Iterable, Sequence

from incident_graph.names.features import vote
from incident_graph.names.furniture import outlets
from incident_graph.names.gazetteer import noun_class, pattern, words
from incident_graph.names.mention import Vote, decide
from incident_graph.names.tokens import Span
from incident_graph.text.document import Document


def known_for_short(document: Document, spans: Sequence[Span]) -> list[Span]:
    """Where an account names by its head alone an outlet of its own or a body named in full: "told the Clarion".

    A span that stands there already gets the vote instead.

    >>> from incident_graph.accounts import Account
    >>> from incident_graph.text.documents import read_document
    >>> text = "Tug sinks\\n\\nThe Harrow Post\\n\\nTwo men told the Post that the Government sent it by post.\\n"
    >>> document = read_document(Account("0" * 64, "a.txt", text))
    >>> [document.unfolded[s.start : s.end] for s in known_for_short(document, [])]
    ['Post', 'Government']
    """
    text = document.unfolded
    reasons = {"Government": "government-alone"}
    reasons |= {head.capitalize(): "body-for-short" for head in _heads(spans)}
    lasts = {key.rpartition(" ")[2] for key in outlets(document) if " " in key} & words("papers-known-for-short")
    reasons |= {last.capitalize(): "outlet-for-short" for last in lasts}
    starts = {span.start: span for span in spans}
    taken = {place for span in spans for place in range(span.start, span.end)}
    found = []
    for match in re.finditer(rf"\b[Tt]he ({'|'.join(sorted(reasons))})\b(?!(?: (?:of|for) (?:the )?)? ?[A-Z])", text):
        start, end = match.span(1)
        if start in starts and starts[start].end == end:
            starts[start].votes.append(vote(reasons[match[1]]))
        elif start not in taken and not _in_capitals_only(text, start):
            found.append(Span(start, end, [match[1]], votes=[vote(reasons[match[1]])]))
    return found


def _in_capitals_only(text: str, start: int) -> bool:
    """Whether the line around is in title case, so that the capital says nothing: the word before "the" has one too."""
    before = re.search(r"(\w+) the $", text[max(0, start - 30) : start])
    return before is not None and before[1][0].isupper() and len(before[1]) > 3


def _heads(spans: Iterable[Span]) -> set[str]:
    """The heads of the bodies that are named in full: "Tarvo Rail Inspectorate", "Ministry of Trade"."""
    return {
        low
        for span in spans
        if len(span.words) > 1 and decide(span.votes) == "Organisation"
        for low in (span.words[0].lower(), span.last)
        if low in words("known-for-short")
    }


def with_noun(text: str, span: Span, votes: Sequence[Vote]) -> tuple[int, Sequence[Vote]]:
    """Where a name ends and its votes, with a noun in lower case that belongs to it: "Main Street bridge".

    What is known beforehand keeps its own end, and so does a name that is somebody's or a body's; but the police of a
    place are a body ("the Norley rural police").
    """
    body = pattern("body-noun-kept").match(text, span.end, span.end + 40)
    if (
        body
        and decide(votes) != "Person"
        and not pattern("indefinite-before").search(text, max(0, span.start - 10), span.start)
    ):
        return body.end("noun"), [vote("body-noun-kept")]
    found = pattern("noun-kept").match(text, span.end, span.end + 40)
    if not found or len(span.words) > 3:
        return span.end, votes
    kinds = ("Place",) if found["noun"] in ("hotel", "port") else ("", "Place")  # "the Tarvo port" may be a firm's
    known = any(rule in ("listed", "listed-common-word", "road", "road-number") for _, _, rule in votes)
    after = found["next"] or ""
    if known or decide(votes) not in kinds or after in words("not-road-nouns") or noun_class(after):
        return span.end, votes
    return found.end("noun"), [*votes, vote("noun-kept")]
