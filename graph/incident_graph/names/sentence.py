"""The votes that one sentence gives its names, and the words after a name that belong to it."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from incident_graph.names import features
from incident_graph.names.features import Surroundings, vote
from incident_graph.names.gazetteer import Gazetteer, country_words, fold, noun_class, pattern, words
from incident_graph.names.mention import Vote, decide
from incident_graph.names.tokens import Span

_PIECE = re.compile(r"[’']s\b|[^\W_](?:[\w&‑-]|[’'](?!s\b))*|[,;:.()—–\"“”]")
_WORDS = re.compile(r"[^\W\d_][\w.]*")
_ANY_NUMBER = re.compile(r"\s\d{1,4}\b")
_ONE_WORD = re.compile(r"\s([a-z-]+)\b")
_BEFORE, _AFTER = 70, 110  # characters beside a name that are looked at
_WORDS_BEFORE, _WORDS_AFTER = 7, 14


def add_votes(text: str, spans: Sequence[Span], start: int, end: int, known: Gazetteer, number: int) -> list[Span]:
    """The names of the sentence ``text[start:end]``, its ``number``, with their votes: those found, and governments."""
    governments = list(_governments(text, start, end))
    covered = {place for first, stop in governments for place in range(first, stop)}
    kept = [
        Span(first, stop, text[first:stop].split(), votes=[vote("government")], sentence=number)
        for first, stop in governments
    ]
    for span in _with_firms(text, spans, start):
        if span.start not in covered:
            span.sentence = number
            span.votes += inner(span, text, known) + _outer(span, text, start, end, known)
            kept.append(_extended(span, text, start, end))
    kept.sort(key=lambda s: s.start)
    for group in _rows(text, kept):
        _vote_in_row(text, start, group, end)
    return kept


def inner(span: Span, text: str, known: Gazetteer) -> list[Vote]:
    """Votes from the name itself: known beforehand, after a title, or by its words."""
    surface = text[span.start : span.end]
    kind = known.kind(surface)
    if not kind and text[max(0, span.start - 4) : span.start].lower() == "the " and known.has(f"the {surface}"):
        kind = known.kind(f"The {surface}")
    if kind == "Place" and _is_owned_make(span, text):
        return [vote("vehicle-make-alone")]
    if kind and surface.casefold() in known.own:
        return [vote("profile", kind)]
    if kind:
        return [vote("listed-common-word" if known.is_doubtful(surface) else "listed", kind)]
    if span.role:
        return [vote("title")]
    return features.votes(Surroundings(span, text, known, (), ()), "inside")


def _is_owned_make(span: Span, text: str) -> bool:
    """Whether a place's name is that of a car here: "a black Lincoln"."""
    if span.last not in words("vehicle-makes"):
        return False
    return pattern("owned").search(text, max(0, span.start - 9), span.start) is not None


def _outer(span: Span, text: str, start: int, end: int, known: Gazetteer) -> list[Vote]:
    """Votes from the words of the sentence ``text[start:end]`` to the left and right of the name."""
    found = _place_after(span, text, end, known)
    time = pattern("time-zone").match(text, span.end, min(end, span.end + 12))
    if time and known.kind(text[span.start : span.end]) == "Place":
        span.votes.clear()
        return []  # "4.45pm UK time" names no place
    left = _PIECE.findall(text, max(start, span.start - _BEFORE), span.start)[-_WORDS_BEFORE:]
    right = _PIECE.findall(text, span.end, min(end, span.end + _AFTER))[:_WORDS_AFTER]
    lefts = [word.lower() for word in left]
    for place in (-2, -3):  # ", the X" after a name ("under the Rivers Act, X …"): what that name ends in is not X's
        apposed = len(left) >= -place and left[place + 1] == "," and left[place][0].isupper()
        if apposed and noun_class(lefts[place]) != "Person":
            lefts[place] = "–"
    determiner = lefts[-1] if lefts and lefts[-1] in words("determiners") else ""
    near = [word for word in reversed(lefts) if word not in words("determiners")]
    right[:2] = [word.lower() for word in right[:2]]
    mention = Surroundings(span, text, known, near, right, determiner)
    return [*found, *features.votes(mention, "before"), *features.votes(mention, "after")]


def _place_after(span: Span, text: str, end: int, known: Gazetteer) -> list[Vote]:
    """“Fairview, Ohio” and a dateline in capitals ("FAIRVIEW —", the agency in brackets)."""
    bracket = text[span.start - 1 : span.start] == "("
    if bracket and pattern("agency-bracket").match(text, span.end, min(end, span.end + 40)):
        line = text[max(0, span.start - 60) : span.start]
        if pattern("dateline-start").search(line):
            return [vote("agency-of-dateline")]
    match = pattern("comma-name").match(text, span.end, min(end, span.end + 40))
    before = text[max(0, span.start - 5) : span.start]
    place = match and (known.kind(match[1]) or known.kind(match[1].rstrip(".")))
    if place == "Place" and pattern("before-comma-place").search(before):
        return [vote("comma-place")]
    shouted = span.words[-1].isupper() and len(span.words[-1]) > 2
    if shouted and pattern("dateline-dash").match(text, span.end, min(end, span.end + 50)):
        block = text[max(0, span.start - 2) : span.start]
        return [vote("dateline")] if not block.strip() and (not block or "\n" in block) else []
    return []


# --- what belongs to a name -----------------------------------------------------------------------------------------


def _extended(span: Span, text: str, start: int, end: int) -> Span:
    """The name with the words beside it that belong to it; the first rule that applies is the only one."""
    if institution := _institution_after(span, text, end):
        span.end = institution.end()
        span.votes = [vote("institution-after")]
    elif stop := event_end(span, text, end):
        return Span(span.start, stop, [*span.words, "event"], votes=[vote("event-noun")], sentence=span.sentence)
    elif any(kind == "Law" and _is_sure(rule) for kind, _, rule in span.votes):
        _add_year(span, text, start, end)
    elif number := _road_number(span, text, end):
        span.end = number.end()
        span.votes.append(vote("road-number"))
    elif number := _vehicle_number(span, text, end):
        span.end = number.end()
    elif _takes_article(span):
        the = max(text.rfind(word, start, span.start) for word in ("The", "THE"))
        span.start = the if the >= 0 else span.start
    return span


def _is_sure(rule: str) -> bool:
    return rule in ("listed", "listed-common-word", "head", "head-or-surname", "head-inside", "head-inside-a-person")


def _institution_after(span: Span, text: str, end: int) -> re.Match[str] | None:
    """The common noun in “the Marlow primary school”; “the X” says nothing of X itself."""
    found = pattern("institution-after").match(text, span.end, end)
    if not found or len(span.words) > 3 or text[max(0, span.start - 4) : span.start].lower() != "the ":
        return None
    return None if any(rule in ("profile", "title") or _is_sure(rule) for _, _, rule in span.votes) else found


def _add_year(span: Span, text: str, start: int, end: int) -> None:
    """Take in the year beside a law: “2005 Rivers Act”, “Rivers Act 2005”."""
    if before := pattern("year-before").search(text, max(start, span.start - 5), span.start):
        span.start = before.start()
    elif after := pattern("year-after").match(text, span.end, end):
        span.end = after.end()


def _road_number(span: Span, text: str, end: int) -> re.Match[str] | None:
    """The number in “Highway 61”."""
    return _ANY_NUMBER.match(text, span.end, end) if pattern("numbered-road").fullmatch(span.last) else None


def _vehicle_number(span: Span, text: str, end: int) -> re.Match[str] | None:
    """The number in “the tug Grus 4”, where the votes speak for a vehicle."""
    found = pattern("number-after").match(text, span.end, end)
    return found if found and sum(weight for kind, weight, _ in span.votes if kind == "Vehicle") >= 1 else None


def _takes_article(span: Span) -> bool:
    """Whether “The” before a name belongs to it, as that of a paper or firm does."""
    known = any(rule in ("listed", "listed-common-word") for _, _, rule in span.votes)
    return span.article and not known and decide(span.votes) in ("", "Organisation")


def _governments(text: str, start: int, end: int) -> Iterable[tuple[int, int]]:
    """“UK government”, “British government”, “the United Kingdom's government”: the country belongs to the name."""
    if text.find("overnment", start, end) < 0:
        return
    for match in pattern("government").finditer(text, start, end):
        before = list(_WORDS.finditer(text, max(start, match.start() - 40), match.start()))[-4:]
        for first in range(len(before)):
            if (
                before[-1].end() == match.start()
                and fold(text[before[first].start() : match.start()]) in country_words()
            ):
                yield before[first].start(), match.end()
                break


def event_end(span: Span, text: str, end: int) -> int:
    """Where the name of an event that begins with this name ends; 0 when it names none.

    A firm's name or a person's begins one only when a year is given: "the Tarrow Mutual breach of 2020".

    >>> text = "It recalls the Brandau tram attack."
    >>> span = Span(15, 22, ["Brandau"])
    >>> text[span.start:event_end(span, text, len(text))]
    'Brandau tram attack'
    """
    match = pattern("what-happened").match(text, span.end, min(end, span.end + 40))
    if not match or len(span.words) > 3 or text[span.end] in "’'":
        return 0
    first, noun = match[1], match[2]
    stop, between = match.end(), False
    if first and _happens(first):
        stop, noun = match.end(1), first
    elif first in words("event-objects") and _happens(noun):
        between = True
    elif first or not _happens(noun):
        single = _ONE_WORD.match(text, span.end, min(end, span.end + 24))
        if not single or not _happens(single[1]):
            return 0
        stop, noun = single.end(), single[1]
    before = text[max(0, span.start - 9) : span.start]
    dated = pattern("of-a-year").match(text, stop, end) or pattern("year-before").search(before)
    if not dated and ((noun in words("event-nouns-dated") and not between) or _names_a_party(span)):
        return 0
    camel = any(c.isupper() for c in span.words[-1][1:]) and not span.words[-1].isupper()
    return stop if pattern("the-before").search(before) or camel or dated else 0


def _happens(noun: str) -> bool:
    return noun in words("event-nouns") or noun in words("event-nouns-dated")


def _names_a_party(span: Span) -> bool:
    """Whether the name's own words speak for somebody or for a law."""
    return any(kind in ("Person", "Organisation", "Law") and _is_sure(rule) for kind, _, rule in span.votes)


# --- several names --------------------------------------------------------------------------------------------------


def _with_firms(text: str, spans: Sequence[Span], start: int) -> Iterator[Span]:
    """The spans of a sentence, those of one firm's name joined ("the solicitors Harrow and Pike"), law firms marked."""
    rest = list(spans)
    while rest:
        span = rest.pop(0)
        partners = _partners(text, span, rest)
        if partners and pattern("trade").search(text, start, span.start):
            del rest[: len(partners)]
            last = partners[-1]
            span = Span(span.start, last.end, text[span.start : last.end].split(), votes=[vote("firm-of-names")])
        elif pattern("law-firm-name").fullmatch(span.last) and pattern("staff-of-firm").search(text, start, span.start):
            span.votes.append(vote("works-at"))
        yield span


def _partners(text: str, first: Span, rest: Sequence[Span]) -> list[Span]:
    """The names of one word each that follow in a list, if "and" joins the last."""
    found: list[Span] = []
    for before, span in itertools.pairwise((first, *rest)):
        glue = text[before.end : span.start]
        if len(before.words) > 1 or len(span.words) > 1 or not pattern("firm-glue").fullmatch(glue):
            break
        found.append(span)
        if pattern("firm-last-glue").fullmatch(glue):
            return found
    return []


def _rows(text: str, spans: Sequence[Span]) -> list[list[Span]]:
    """Names in a row ("A, B and the Oslo-based C"), as groups of two or more."""
    groups: list[list[Span]] = [[]]
    for span in spans:
        group = groups[-1]
        gap = text[group[-1].end : span.start] if group else ""
        if group and (not gap.strip() or not pattern("row-glue").fullmatch(gap)):
            groups.append([])
        groups[-1].append(span)
    return [group for group in groups if len(group) > 1]


def _vote_in_row(text: str, start: int, group: Sequence[Span], end: int) -> None:
    """Give names in a row the class of the noun that introduces them, or else the one that some of them have."""
    if kind := _row_noun(text, start, group, end):
        for span in group:
            span.votes.append(vote("row-noun", kind))
        return
    kinds = {decide(span.votes) for span in group}
    joined = any({"and", "or"} & set(text[a.end : b.start].split()) for a, b in itertools.pairwise(group))
    if not joined or "" not in kinds or len(kinds) != 2 or "Event" in kinds:
        return
    shared = (kinds - {""}).pop()
    for span in group:
        if not decide(span.votes):
            span.votes.append(vote("row-shared", shared))


def _row_noun(text: str, start: int, group: Sequence[Span], end: int) -> str:
    """The class that the noun before or after a row of names gives them all: "retailers such as A and B"."""
    before = text[max(start, group[0].start - 110) : group[0].start]
    after = text[group[-1].end : min(end, group[-1].end + 60)]
    lead, colon = pattern("row-lead").search(before), pattern("row-colon").search(before)
    nouns = [lead[1] or lead[2]] if lead else []
    nouns += re.findall(r"[a-z]+", colon[1]) if colon else []
    nouns += [match[1] for match in (_ONE_WORD.match(after), pattern("row-others").match(after)) if match]
    return next((noun_class(noun.lower()) for noun in nouns if noun.lower() in words("row-nouns")), "")
