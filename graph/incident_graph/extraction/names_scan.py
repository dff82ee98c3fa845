"""Where names stand: spans of capitalised words, with what is inside a name kept together and what is not cut off."""

from incident_graph.extraction.names_gazetteer import Gazetteer
from incident_graph.extraction.names_joining import joins
from incident_graph.extraction.names_tokens import Span, tokens
from incident_graph.extraction.names_trimming import trim
from incident_graph.extraction.names_words import OPENERS

_LONGEST = 14  # words of a name: more is a line of capitals, not a name
_WIDEST = 12  # characters between two capitalised words of a name


def scan(text: str, start: int, end: int, known: Gazetteer, lower: set[str]) -> list[Span]:
    """The spans of ``text[start:end]``, one sentence, that may be names. ``lower``: words seen in lower case."""
    words = tokens(text, start, end)
    spans: list[Span] = []
    index = 0
    while index < len(words):
        run = [words[index]]
        index += 1
        while (
            index < len(words)
            and len(run) < _LONGEST
            and words[index].start - run[-1].end <= _WIDEST
            and joins(text, run, words[index : index + 8], known, lower)
        ):
            run.append(words[index])
            index += 1
        if len(run) > 1 or not (run[0].opens and run[0].low in OPENERS) or known.kind(run[0].word):
            spans += trim(text, run, end, known, lower)
    return spans
