"""The votes that one sentence gives its names, and the words after a name that belong to it."""

import itertools
import re
from collections.abc import Iterable

from incident_graph.extraction import names_beside, names_inside, names_rows
from incident_graph.extraction.names_events import event_end
from incident_graph.extraction.names_gazetteer import Gazetteer, country_words, fold
from incident_graph.extraction.names_tokens import Span
from incident_graph.extraction.names_votes import decide

_GOVERNMENT = re.compile(r"(?:[’']s)?\s+[Gg]overnment\b(?!\s+(?:agenc|depart|minist|offic|bod))")
_WORDS = re.compile(r"[^\W\d_][\w.]*")
_NUMBERED = frozenset("highway route interstate autobahn motorway junction".split())
_ANY_NUMBER = re.compile(r"\s\d{1,4}\b")
_YEAR_BEFORE = re.compile(r"\b(?:19|20)\d\d\s$")
_YEAR_AFTER = re.compile(r"\s(?:19|20)\d\d\b")
_INSTITUTION = re.compile(
    r"\s((?:(?:primary|secondary|high|middle|university|general|children[’']s) )?(?:hospital|clinic|school|college))\b"
)
_NUMBER_AFTER = re.compile(r"\s\d{1,3}(?=[,.;:)’'\"]|\s(?:is|was|has|had|and|from|which)\b|$)")


def add_votes(text: str, spans: list[Span], start: int, end: int, known: Gazetteer, sentence: int) -> list[Span]:
    """The names of the sentence ``text[start:end]`` with their votes: those found, and the governments in it."""
    governments = list(_governments(text, start, end))
    covered = {place for first, stop in governments for place in range(first, stop)}
    kept = [_government(text, first, stop, sentence) for first, stop in governments]
    for span in spans:
        if span.start not in covered:
            span.sentence = sentence
            span.votes += names_inside.inner(span, text, known) + names_beside.outer(span, text, start, end, known)
            kept.append(_extended(span, text, start, end))
    kept.sort(key=lambda s: s.start)
    for group in names_rows.members(text, start, kept, end):
        _vote_in_row(text, start, group, end)
    return kept


def _government(text: str, start: int, end: int, sentence: int) -> Span:
    votes = [("Organisation", 3.0, "government")]
    return Span(start, end, text[start:end].split(), votes=votes, sentence=sentence)


def _extended(span: Span, text: str, start: int, end: int) -> Span:
    """The name with the words beside it that belong to it; the first rule that applies is the only one."""
    if institution := _institution_after(span, text, end):
        span.end = institution.end()
        span.votes = [("Organisation", 2.0, f"{institution[1]} after")]
    elif stop := event_end(span, text, end):
        votes = [("Event", 2.5, "event noun")]
        return Span(span.start, stop, [*span.words, "event"], votes=votes, sentence=span.sentence)
    elif _is_law(span):
        _add_year(span, text, start, end)
    elif number := _road_number(span, text, end):
        span.end = number.end()
        span.votes.append(("Place", 2.0, "road"))
    elif number := _vehicle_number(span, text, end):
        span.end = number.end()
    elif _takes_article(span):
        the = max(text.rfind(word, start, span.start) for word in ("The", "THE"))
        span.start = the if the >= 0 else span.start
    return span


def _institution_after(span: Span, text: str, end: int) -> re.Match[str] | None:
    """The common noun in “the Marlow primary school”."""
    found = _INSTITUTION.match(text, span.end, end)
    return found if found and _is_bare(span, text) else None


def _is_law(span: Span) -> bool:
    return any(kind == "Law" and rule.startswith(("head", "known")) for kind, _, rule in span.votes)


def _add_year(span: Span, text: str, start: int, end: int) -> None:
    """Take in the year beside a law: “2005 Rivers Act”, “Rivers Act 2005”."""
    if before := _YEAR_BEFORE.search(text, max(start, span.start - 5), span.start):
        span.start = before.start()
    elif after := _YEAR_AFTER.match(text, span.end, end):
        span.end = after.end()


def _road_number(span: Span, text: str, end: int) -> re.Match[str] | None:
    """The number in “Highway 61”."""
    return _ANY_NUMBER.match(text, span.end, end) if span.last in _NUMBERED else None


def _vehicle_number(span: Span, text: str, end: int) -> re.Match[str] | None:
    """The number in “the tug Grus 4”."""
    found = _NUMBER_AFTER.match(text, span.end, end)
    return found if found and names_inside.decide_vehicle(span.votes) else None


def _takes_article(span: Span) -> bool:
    """Whether “The” before a name belongs to it, as that of a paper or firm does."""
    return (
        span.article
        and decide(span.votes) in ("", "Organisation")
        and not any(rule == "known" for _, _, rule in span.votes)
    )


def _vote_in_row(text: str, start: int, group: list[Span], end: int) -> None:
    """Give names in a row the class of the noun that introduces them, or else the one that some of them have."""
    if kind := names_rows.lead_noun(text, start, group, end):
        for span in group:
            span.votes.append((kind, 1.3, "row of names"))
        return
    kinds = {decide(span.votes) for span in group}
    joined = any({"and", "or"} & set(text[a.end : b.start].split()) for a, b in itertools.pairwise(group))
    if not joined or "" not in kinds or len(kinds) != 2:
        return
    shared = (kinds - {""}).pop()
    if shared == "Event":
        return
    for span in group:
        if not decide(span.votes):
            span.votes.append((shared, 0.9, "row of names"))


def _governments(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """“UK government”, “British government”, “the United Kingdom's government”: the country belongs to the name."""
    if text.find("overnment", start, end) < 0:
        return
    for match in _GOVERNMENT.finditer(text, start, end):
        before = list(_WORDS.finditer(text, max(start, match.start() - 40), match.start()))[-4:]
        for first in range(len(before)):
            if (
                before[-1].end() == match.start()
                and fold(text[before[first].start() : match.start()]) in country_words()
            ):
                yield before[first].start(), match.end()
                break


def _is_bare(span: Span, text: str) -> bool:
    """Whether “the X” says nothing of X itself, so that the common noun after it belongs to the name."""
    sure = any(rule in ("known", "profile", "title") or rule.startswith("head") for _, _, rule in span.votes)
    return not sure and text[max(0, span.start - 4) : span.start].lower() == "the " and len(span.words) <= 3
