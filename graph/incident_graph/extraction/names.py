"""Names in the accounts: spans with votes for their class, pooled over all accounts at once."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from string import ascii_lowercase

from incident_graph.extraction import names_inside
from incident_graph.extraction.evidence import NameMention
from incident_graph.extraction.names_fields import in_fields
from incident_graph.extraction.names_firms import with_firms
from incident_graph.extraction.names_gazetteer import Gazetteer, fold, given_names, is_surname, plain
from incident_graph.extraction.names_outlets import PAPERS, outlets
from incident_graph.extraction.names_scan import scan
from incident_graph.extraction.names_sentence import add_votes
from incident_graph.extraction.names_tokens import TOKEN, Span, lower_words
from incident_graph.extraction.names_votes import Vote, decide
from incident_graph.extraction.names_words import NEVER
from incident_graph.text.blocks import is_title_case
from incident_graph.text.document import Document
from incident_graph.text.documents import metadata_lines
from incident_graph.text.furniture import BY_LINE, CREDIT

_SIGNED = re.compile(
    r"(?:(?:Chief|Senior|Special|Staff|Political)\s)?(?P<role>(?:[Rr]eporter|[Cc]orrespondent|[Ee]ditor|[Ww]riter)\s)?"
    r"(?P<first>[^\W\d_]\w+)\s(?:[^\W\d_]\w*\.?\s)?[^\W\d_a-z][\w'’-]+"
    r"(?P<rest>(?:,|\sin|\s\|)\s[^\W\d_a-z][\w ,'’-]{2,40})?"
)
_SHOUTED = re.compile(r"[^a-z:\n]{3,80}:(?=\s)(?<=[A-Z]{3}:)")
_LABEL = re.compile(r"[^:.]{3,60}:(?=\s)")
_NO_SMALL = str.maketrans("", "", ascii_lowercase)
_DESKS = frozenset("desk staff team reporter reporters correspondent editor newsroom bureau agencies".split())
_DEFINED = re.compile(r"[\"“”]?\s\((?:the\s+)?[\"“‘']?([^\W\d_][\w&.-]{1,11})[\"”’']?\)")


def find_names(
    documents: Sequence[Document], gazetteer: Mapping[str, str] | None = None
) -> dict[str, tuple[NameMention, ...]]:
    """The names of every account, by account id, in the order they stand.

    ``gazetteer`` maps surfaces to classes (a profile's known names). What any account says of a name counts for it in
    all: the votes of a mention are those of all mentions of its surface. A name that no cue decides has votes too weak
    to ``decide``; it is kept, untyped, for review.

    >>> from incident_graph.accounts import Account
    >>> from incident_graph.text.documents import read_document
    >>> one = Account("1" * 64, "a.txt", "The tug Marlow sank off Ostra, said Captain Ida Holm.")
    >>> two = Account("2" * 64, "b.txt", "Holm left the Marlow last.")
    >>> found = find_names([read_document(one), read_document(two)])
    >>> [(m.surface, decide(m.votes)) for mentions in found.values() for m in mentions]
    [('Marlow', 'Vehicle'), ('Ostra', 'Place'), ('Ida Holm', 'Person'), ('Holm', 'Person'), ('Marlow', 'Vehicle')]
    """
    known = Gazetteer(gazetteer or {})
    lower: set[str] = set()
    for document in documents:
        lower |= lower_words(document.account.text[document.account.body_start :])
    found = [_read(document, known, lower) for document in documents]
    seen = {_key(d, s) for d, (spans, _) in zip(documents, found, strict=True) for s in spans if not s.weak}
    papers = frozenset[str]().union(*map(outlets, documents))
    seen |= papers
    parts = [name.split() for name in seen if " " in name]
    seen |= {part for words in parts for part in (words[0], words[-1]) if part not in lower}
    seen |= {" ".join(words[-2:]) for words in parts if len(words) > 2}
    for number, (document, (spans, zones)) in enumerate(zip(documents, found, strict=True)):
        kept = [s for s in spans if not s.weak or _key(document, s) in seen or _deserves(s)]
        for start, end in zones:
            kept += _known_spans(document.unfolded, start, end, known, seen)
        found[number] = (sorted(kept, key=lambda s: (s.start, -s.end)), zones)
    pooled = _pool([(d, spans) for d, (spans, _) in zip(documents, found, strict=True)], papers)
    return {
        document.account.id: tuple(_mentions(document, spans, pooled))
        for document, (spans, _) in zip(documents, found, strict=True)
    }


def _key(document: Document, span: Span) -> str:
    key = fold(document.account.text[span.start : span.end])
    return key[4:] if key.startswith("the ") else key


def _deserves(span: Span) -> bool:
    """Whether a name at the start of a sentence, seen nowhere else, has cues enough to be one."""
    if any(rule in ("known", "profile", "title") and weight > 1.5 for _, weight, rule in span.votes):
        return True
    strong = max((weight for _, weight, _ in span.votes), default=0.0)
    return strong >= (1.0 if len(span.words) > 1 else 1.2)


def _read(document: Document, known: Gazetteer, lower: set[str]) -> tuple[list[Span], list[tuple[int, int]]]:
    """The spans of one account with their own votes, and the stretches where capitals say nothing."""
    text = document.unfolded
    spans: list[Span] = []
    zones: list[tuple[int, int]] = []
    for number, sentence in enumerate(document.sentences):
        start, end = sentence.start, sentence.end
        words = text[start:end]
        headed = sentence.block.kind in ("title", "heading")
        titled = headed and is_title_case(words) and not _signed(words)
        if titled or ((headed or len(words) < 90) and _shouts(words)):
            zones.append((start, end))
            continue
        if shouted := _SHOUTED.match(words):
            zones.append((start, start + shouted.end()))
            start += shouted.end()
            words = text[start:end]
        if (
            sentence.block.kind == "item"
            and (label := _LABEL.match(words))
            and (is_title_case(label[0]) or " " not in label[0].strip())
        ):
            zones.append((start, start + label.end()))
            start += label.end()
        here = with_firms(text, scan(text, start, end, known, lower), start, end)
        here = add_votes(text, here, start, end, known, number)
        if headed:
            for span in here:
                span.votes = [vote for vote in span.votes if vote[2] != "dateline"]
        spans += here
    for sort, block in metadata_lines(document):
        spans += _furniture(text, sort, block.start, block.end, known, lower)
    return spans, zones


def _shouts(words: str) -> bool:
    """Whether nearly all letters are capitals, and there are more than a few.

    >>> _shouts("DAM BURSTS AT NOON"), _shouts("MoD warns DWP"), _shouts("ICO")
    (True, False, False)
    """
    if len(words) - len(words.translate(_NO_SMALL)) > 0.3 * len(words):
        return False  # the small letters of English alone are too many
    letters = list(filter(str.isalpha, words))
    return len(letters) > 6 and sum(map(str.isupper, letters)) > 0.7 * len(letters)


def _signed(line: str) -> bool:
    """Whether a line only says who wrote it, and where: "Ada Brook, Harrow", "Chief reporter Ada Brook in Harrow"."""
    match = _SIGNED.fullmatch(line.strip())
    return (
        match is not None
        and match["first"].lower() in given_names()
        and (bool(match["role"] or match["rest"]) or is_surname(line.split()[-1]))
    )


def _furniture(text: str, sort: str, start: int, end: int, known: Gazetteer, lower: set[str]) -> list[Span]:
    """Names in by-lines (people), datelines (the outlet) and credits (the upstream outlet)."""
    line = text[start:end]
    if sort in ("dateline", "fields"):
        return in_fields(text, start, end, known, lower)
    patterns = {"by-line": (BY_LINE, "who", "Person"), "credit": (CREDIT, "who", "Organisation")}
    if sort not in patterns:
        return []
    pattern, group, kind = patterns[sort]
    match = pattern.match(line)
    if not match or not match[group]:
        return []
    spans = scan(text, start + match.start(group), end, known, lower)
    for span in spans:
        span.weak = False
        span.votes += names_inside.inner(span, text, known)
        inside = span.end <= start + match.end(group)
        place = text[max(start, span.start - 4) : span.start].endswith((" in ", "/"))
        if span.last in _DESKS:
            continue
        if sort == "by-line" and len(span.words) > 1 and span.last in PAPERS:
            span.votes.append(("Organisation", 2.0, "outlet of a by-line"))
            continue
        if sort == "by-line" and text[max(start, span.start - 8) : span.start].lower().endswith(
            (" for the ", " of the ")
        ):
            span.votes.append(("Organisation", 1.5, "outlet of a by-line"))
        elif place:
            span.votes.append(("Place", 1.5, sort))
        elif (
            inside
            and (kind != "Person" or _may_sign(span, line))
            and not any(rule == "known" for _, _, rule in span.votes)
        ):
            span.votes.append((kind, 1.5, sort))
    return [s for s in spans if s.end <= start + match.end(group) or s.votes]


def _may_sign(span: Span, line: str) -> bool:
    """Whether a name in a by-line may be a person's: "By X Y", and after "Analysis by" only what looks like one."""
    likely = span.words[0].lower() in given_names() or is_surname(span.words[-1])
    return len(span.words) > 1 and (likely or line.lower().startswith("by"))


def _known_spans(text: str, start: int, end: int, known: Gazetteer, seen: set[str]) -> list[Span]:
    """Names in a stretch where every word is capitalised: only those known beforehand or seen elsewhere."""
    tokens = list(TOKEN.finditer(text, start, end))
    found: list[Span] = []
    index = 0
    while index < len(tokens):
        for stop in range(min(len(tokens), index + 6), index, -1):
            first, last = tokens[index].start(), tokens[stop - 1].end()
            surface = text[first:last]
            key = fold(surface)
            if key in NEVER or len(key) < 2 or "\n\n" in surface:
                continue
            listed = known.kind(surface)
            if (key in seen and (listed or stop - index > 1 or not _is_plain(surface))) or (
                listed and not known.is_doubtful(surface)
            ):
                span = Span(first, last, surface.split())
                span.votes = names_inside.inner(span, text, known) if listed else []
                found.append(span)
                index = stop - 1
                break
        index += 1
    return found


def _is_plain(surface: str) -> bool:
    return surface.isupper() and len(surface) > 6


def _pool(read: list[tuple[Document, list[Span]]], papers: frozenset[str]) -> dict[str, tuple[Vote, ...]]:
    """The votes for each surface, from all its mentions, then from names that contain it or define it."""
    heard: dict[str, dict[tuple[str, str], list[float]]] = defaultdict(lambda: defaultdict(list))
    surfaces: dict[str, str] = {}
    defined: list[tuple[str, str]] = []
    for document, spans in read:
        text = document.unfolded
        for span in spans:
            key = _key(document, span)
            surfaces.setdefault(key, text[span.start : span.end])
            for kind, weight, rule in span.votes:
                heard[key][kind, rule].append(weight)
            heard[key]  # a name without votes is a name too
            if match := _DEFINED.match(text, span.end, span.end + 24):
                defined.append((key, fold(match[1])))
    votes: dict[str, list[Vote]] = {
        key: [(kind, max(w) + 0.2 * min(len(w) - 1, 3), rule) for (kind, rule), w in sorted(rules.items())]
        for key, rules in heard.items()
    }
    for key in sorted(papers & votes.keys()):
        if not any(rule in ("known", "profile") for _, _, rule in votes[key]):
            votes[key].append(("Organisation", 1.5, "outlet"))
    for long, short in defined:
        if short in votes and (kind := decide(votes[long]) or decide(votes[short])):
            for key in (long, short):
                if decide(votes[key]) != kind:
                    votes[key].append((kind, 2.0, "acronym"))
    _share_parts(votes)
    return {key: tuple(sorted(v, key=lambda vote: (-vote[1], vote))) for key, v in votes.items()}


def _share_parts(votes: dict[str, list[Vote]]) -> None:
    """A surname is a person, the first word of a firm's name that firm, of a hospital's name perhaps a place."""
    for key in sorted(votes):
        parts = key.split()
        if len(parts) < 2:
            continue
        kind = decide(votes[key])
        if kind == "Person":
            for short in {parts[-1], " ".join(parts[-2:]) if len(parts) > 2 else parts[-1]}:
                if short in votes and not any(rule in ("known", "profile") for _, _, rule in votes[short]):
                    votes[short].append(("Person", 2.5, "surname"))
        elif kind in ("Organisation", "Vehicle") and parts[0] != "the":
            short = " ".join(parts[:-1]) if kind == "Organisation" else " ".join(parts[1:])
            for name in {short, parts[0]} if kind == "Organisation" else {short}:
                if name not in votes or any(rule in ("known", "profile") for _, _, rule in votes[name]):
                    continue
                if kind == "Organisation" and any(names_inside.takes_place_before(part) for part in parts[1:]):
                    votes[name].append(("Place", 0.8, "before head"))
                else:
                    votes[name].append((kind, 1.5, "part of name"))


def _mentions(document: Document, spans: list[Span], pooled: Mapping[str, tuple[Vote, ...]]) -> Iterable[NameMention]:
    last = -1
    for span in spans:
        if span.start < last:
            continue
        last = span.end
        text = document.unfolded[span.start : span.end]
        yield NameMention(document.account.excerpt(span.start, span.end), plain(text), pooled[_key(document, span)])
