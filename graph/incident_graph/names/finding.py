"""Names in the accounts: spans with votes for their class, pooled over all accounts at once."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from string import ascii_lowercase

from incident_graph.names.by_account import own_votes
from incident_graph.names.features import features, vote
from incident_graph.names.furniture import (
    in_by_line,
    in_furniture,
    is_signature,
    outlets,
    signed_heading,
)
from incident_graph.names.gazetteer import Gazetteer, fold, pattern, plain, words
from incident_graph.names.lines import named_line, speaker
from incident_graph.names.mention import NameMention, Vote, decide
from incident_graph.names.sentence import add_votes, inner
from incident_graph.names.short_names import known_for_short, with_noun
from incident_graph.names.spans import scan
from incident_graph.names.tokens import TOKEN, Span, lower_words
from incident_graph.text.blocks import is_title_case
from incident_graph.text.document import Document
from incident_graph.text.documents import metadata_lines

_SHOUTED = re.compile(r"[^a-z:\n]{3,80}:(?=\s)(?<=[A-Z]{3}:)")
_LABEL = re.compile(r"[^:.]{3,60}:(?=\s)")
_NO_SMALL = str.maketrans("", "", ascii_lowercase)
#: What is added to the weight of a feature for each further mention that has it, and for how many.
_AGAIN, _TIMES = 0.2, 3
#: The features by which a name is known beforehand: nothing that is heard of it elsewhere is added to them.
_KNOWN = ("listed", "listed-common-word", "profile")


def find_names(
    documents: Sequence[Document], gazetteer: Mapping[str, str] | None = None
) -> dict[str, tuple[NameMention, ...]]:
    """The names of every account, by account id, in the order they stand.

    ``gazetteer`` maps surfaces to classes (a profile's known names). What any account says of a name counts for it in
    all: the votes of a mention are those of all mentions of its surface. A name that no feature decides has votes too
    weak to ``decide``; it is kept, untyped, for review.

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
    seen |= {
        short for document, (spans, _) in zip(documents, found, strict=True) for short in _short_forms(document, spans)
    }
    parts = [name.split() for name in seen if " " in name]
    seen |= {part for name in parts for part in (name[0], name[-1]) if part not in lower}
    seen |= {" ".join(name[-2:]) for name in parts if len(name) > 2}
    for number, (document, (spans, zones)) in enumerate(zip(documents, found, strict=True)):
        spans += known_for_short(document, spans)
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


def _short_forms(document: Document, spans: Iterable[Span]) -> Iterable[str]:
    """The folded acronyms that stand in brackets behind a longer name."""
    for span in spans:
        match = pattern("short-form").match(document.unfolded, span.end, span.end + 24) if len(span.words) > 1 else None
        if match and match[1].isupper():
            yield fold(match[1])


def _deserves(span: Span) -> bool:
    """Whether a name at the start of a sentence, seen nowhere else, has votes enough to be one."""
    if any(rule in (*_KNOWN, "title") and weight > 1.5 for _, weight, rule in span.votes):
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
        headed = sentence.block.kind in ("title", "heading")
        line = text[start:end]
        signed = signed_heading(line) if headed else 0
        stop = _label_end(line, sentence.block.kind)
        labelled = speaker(text, start, start + stop)
        titled = headed and is_title_case(line) and not is_signature(line) and not (signed or labelled)
        if titled or (not labelled and (headed or len(line) < 90) and _shouts(line)):
            zones.append((start, end))
            spans += named_line(document, sentence, known, lower)
            continue
        if stop:
            zones.append((start, start + stop))
            spans += labelled
            start += stop
        elif signed:
            spans += in_by_line(text, start, start + signed, end, known, lower)
            continue
        elif whole := named_line(document, sentence, known, lower) if len(line) < 40 else []:
            spans += whole
            continue
        here = add_votes(text, scan(text, start, end, known, lower), start, end, known, number)
        if headed:
            for span in here:
                span.votes = [given for given in span.votes if given[2] != "dateline"]
        spans += here
    for sort, block in metadata_lines(document):
        spans += in_furniture(text, sort, block.start, block.end, known, lower)
    return spans, zones


def _label_end(line: str, kind: str) -> int:
    """Where a label in capitals ends, or that of an item of a list; 0 for a line without one."""
    stop = match.end() if (match := _SHOUTED.match(line)) else 0
    label = _LABEL.match(line, stop) if kind == "item" else None
    if label and (is_title_case(label[0]) or " " not in label[0].strip()):
        return label.end()
    return stop


def _shouts(line: str) -> bool:
    """Whether nearly all letters are capitals, and there are more than a few.

    >>> _shouts("DAM BURSTS AT NOON"), _shouts("MoD warns DWP"), _shouts("ICO")
    (True, False, False)
    """
    if len(line) - len(line.translate(_NO_SMALL)) > 0.3 * len(line):
        return False  # the small letters of English alone are too many
    letters = list(filter(str.isalpha, line))
    return len(letters) > 6 and sum(map(str.isupper, letters)) > 0.7 * len(letters)


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
            if key in words("never-names") or len(key) < 2 or "\n\n" in surface:
                continue
            listed = known.kind(surface)
            labelled = text[last : last + 1] in (":", ",")  # as that of a speaker
            shouted = surface.isupper() and len(surface) > 6 and not labelled
            if (key in seen and (listed or stop - index > 1 or not shouted)) or (
                listed and not known.is_doubtful(surface)
            ):
                span = Span(first, last, surface.split())
                span.votes = inner(span, text, known) if listed else []
                found.append(span)
                index = stop - 1
                break
        index += 1
    return found


def _pool(read: list[tuple[Document, list[Span]]], papers: frozenset[str]) -> dict[str, tuple[Vote, ...]]:
    """The votes for each surface, from all its mentions, then from names that contain it or define it."""
    heard: dict[str, list[Vote]] = defaultdict(list)
    defined: list[tuple[str, str]] = []
    acronyms: set[str] = set()
    for document, spans in read:
        text = document.unfolded
        for span in spans:
            key = _key(document, span)
            if len(span.words) == 1 and span.words[0].isupper():
                acronyms.add(key)
            heard[key] += span.votes  # a name without votes is a name too
            match = pattern("short-form").match(text, span.end, span.end + 24)
            if match and not any(rule == "title" for _, _, rule in span.votes):
                defined.append((key, fold(match[1])))
    votes = {key: together(given) for key, given in heard.items()}
    for key in sorted(papers & votes.keys()):
        if not _is_known(votes[key]):
            votes[key].append(vote("outlet"))
    for long, short in defined:
        kind = decide(votes[long]) or decide(votes[short]) if short in votes else ""
        if kind and (kind != "Place" or _is_built_from(short, long)):
            for key in (long, short):
                if decide(votes[key]) != kind:
                    votes[key].append(vote("short-form", kind))
    _share_parts(votes, acronyms)
    return {key: tuple(sorted(v, key=lambda given: (-given[1], given))) for key, v in votes.items()}


def together(votes: Iterable[Vote]) -> list[Vote]:
    """One vote for each class and reason: that of the weightiest feature, more for every further mention that has it.

    >>> together([("Place", 1.0, "in"), ("Place", 0.5, "in-the"), ("Person", 1.5, "who")])
    [('Person', 1.5, 'who'), ('Place', 1.2, 'in')]
    """
    alike: dict[tuple[str, str], list[tuple[float, str]]] = defaultdict(list)
    for kind, weight, rule in votes:
        alike[kind, features()[rule].like].append((weight, rule))
    return [
        (kind, max(heard)[0] + _AGAIN * min(len(heard) - 1, _TIMES), max(heard)[1])
        for (kind, _), heard in sorted(alike.items())
    ]


def _is_built_from(short: str, long: str) -> bool:
    """Whether a short form takes its letters from a name: a place's does, the agency's in a dateline does not."""
    rest = iter(long)
    return all(letter in rest for letter in short if letter.isalnum()) and short[0] == long[0]


def _is_known(votes: Iterable[Vote]) -> bool:
    return any(rule in _KNOWN for _, _, rule in votes)


def _share_parts(votes: dict[str, list[Vote]], acronyms: set[str]) -> None:
    """A surname is a person, the first word of a firm's name that firm, of a hospital's name perhaps a place."""
    undecided = {key for key, given in votes.items() if " " not in key and not decide(given)} - acronyms
    undecided -= {key.split()[0] for key, given in votes.items() if " " in key and decide(given) not in ("", "Person")}
    for key in sorted(votes):
        parts = key.split()
        if len(parts) < 2:
            continue
        kind = decide(votes[key])
        if kind == "Person":
            for short in {parts[-1], " ".join(parts[-2:]) if len(parts) > 2 else parts[-1]}:
                if short in votes and not _is_known(votes[short]):
                    votes[short].append(vote("surname"))
            if parts[0] in undecided:
                votes[parts[0]].append(vote("given-name-alone"))
        elif kind in ("Organisation", "Vehicle") and parts[0] != "the":
            short = " ".join(parts[:-1]) if kind == "Organisation" else " ".join(parts[1:])
            for name in {short, parts[0]} if kind == "Organisation" else {short}:
                if name not in votes or _is_known(votes[name]):
                    continue
                if kind == "Organisation" and any(part in words("heads-after-a-place") for part in parts[1:]):
                    votes[name].append(vote("place-in-name"))
                else:
                    votes[name].append(vote("part-of-name", kind))


def _mentions(document: Document, spans: list[Span], pooled: Mapping[str, tuple[Vote, ...]]) -> Iterable[NameMention]:
    last = -1
    text = document.unfolded
    keys = [_key(document, span) for span in spans]
    own = own_votes(text, keys, spans, pooled)
    for place, (key, span) in enumerate(zip(keys, spans, strict=True)):
        if span.start < last:
            continue
        last, votes = with_noun(text, span, own.get(place, pooled[key]))
        surface = plain(text[span.start : last])
        yield NameMention(document.account.excerpt(span.start, last), surface, tuple(votes))
