"""Names in page furniture: by-lines, datelines, credits, lines of fields, and the outlet that a page says it is of."""

from collections.abc import Iterator

from incident_graph.accounts.furniture import FIELD_MARK, IN_FIELDS
from incident_graph.names.features import vote
from incident_graph.names.gazetteer import Gazetteer, fold, given_names, is_surname, pattern, words
from incident_graph.names.mention import Vote
from incident_graph.names.sentence import inner
from incident_graph.names.spans import scan
from incident_graph.names.tokens import Span
from incident_graph.text.document import Document
from incident_graph.text.furniture import BY_LINE, CREDIT, WHEN

_LONGEST_LINE = 160  # characters: more is prose
#: What only the place in a line says.
_BY_PLACE_IN_LINE = ("field-first", "field-place", "field-place-after-in")
_WITH_OUTLETS = ("boilerplate", "metadata", "heading", "title")
_TOP = 400  # characters from the beginning of an account within which a line may be its outlet's name


def in_furniture(text: str, sort: str, start: int, end: int, known: Gazetteer, lower: set[str]) -> list[Span]:
    """The names of the line ``text[start:end]``: a by-line, dateline, line of fields or credit, as ``sort`` says."""
    if sort in ("dateline", "fields"):
        return _in_fields(text, start, end, known, lower)
    match = (
        {"by-line": BY_LINE, "credit": CREDIT}[sort].match(text[start:end]) if sort in ("by-line", "credit") else None
    )
    if not match or not match["who"]:
        return []
    found = []
    within = start + match.end("who")
    for span in scan(text, start + match.start("who"), end, known, lower):
        span.weak = False
        span.votes += inner(span, text, known)
        if span.last not in words("desks"):
            span.votes += _signed(text, sort, span, start, end, inside=span.end <= within)
        if span.end <= within or span.votes:
            found.append(span)
    return found


def signed_heading(line: str) -> int:
    """Where the writer's name begins in a heading that is a by-line, or 0.

    >>> signed_heading("EXCLUSIVE by Ada Brook in Harrow"), signed_heading("Swept away by Storm Petra")
    (13, 0)
    """
    match = pattern("signed-heading").match(line)
    if not match or not pattern("exclusive").match(line):
        return 0
    return match.end() if pattern("signed-line").fullmatch(line.strip(), match.end()) else 0


def in_by_line(text: str, start: int, begin: int, end: int, known: Gazetteer, lower: set[str]) -> list[Span]:
    """The names of a heading ``text[start:end]`` that is a by-line, from ``begin`` on."""
    found = scan(text, begin, end, known, lower)
    for span in found:
        span.weak = False
        span.votes += inner(span, text, known)
        span.votes += _signed(text, "by-line", span, start, end, inside=span.start == begin)
    return found


def _signed(text: str, sort: str, span: Span, start: int, end: int, *, inside: bool) -> list[Vote]:
    """What a name in a by-line or credit is: the writer, the outlet, a place."""
    before = text[max(start, span.start - 9) : span.start]
    if sort == "by-line" and len(span.words) > 1 and span.last in words("papers"):
        return [vote("by-line-outlet")]
    if sort == "by-line" and pattern("writes-for").search(before):
        return [vote("by-line-for")]
    if pattern("writes-in").search(before):
        return [vote("by-line-place")]
    if not inside or any(rule in ("listed", "listed-common-word") for _, _, rule in span.votes):
        return []
    if sort == "credit":
        return [vote("credit")]
    return [vote("by-line")] if _may_sign(span, text[start:end]) else []


def _may_sign(span: Span, line: str) -> bool:
    """Whether a name in a by-line may be a person's: "By X Y", and after "Analysis by" only what looks like one."""
    likely = span.words[0].lower() in given_names() or is_surname(span.words[-1])
    return len(span.words) > 1 and (likely or line.lower().startswith("by") or signed_heading(line) > 0)


def is_signature(line: str) -> bool:
    """Whether a line only says who wrote it, and where.

    >>> is_signature("Chief reporter Ada Brook in Harrow"), is_signature("Ada Brook in tears")
    (True, False)
    """
    match = pattern("signed-line").fullmatch(line.strip())
    return (
        match is not None
        and match["first"].lower() in given_names()
        and (bool(match["role"] or match["rest"]) or is_surname(line.split()[-1]))
    )


def _in_fields(text: str, start: int, end: int, known: Gazetteer, lower: set[str]) -> list[Span]:
    """The names of a line that says who published a story, where and when, in whatever order an outlet prints them."""
    found: list[Span] = []
    dated = [match.span() for match in WHEN.finditer(text, start, end)]
    written = False  # a writer was named: what follows is where
    for number, (begin, stop) in enumerate(_fields(text, start, end)):
        signed = pattern("signed-field").match(text, begin, stop)
        late = bool(dated) and begin >= dated[0][1] and not written
        written = written or signed is not None
        for span in scan(text, signed.end() if signed else begin, stop, known, lower):
            in_a_date = any(a < span.end and span.start < b for a, b in dated)
            unnamed = span.last in words("desks") and span.words[0].lower() in words("openers")  # "By Our Bureau"
            if in_a_date or unnamed or span.last in words("titles") or span.words[0].lower() in IN_FIELDS:
                continue
            span.weak = False
            span.votes += inner(span, text, known)
            listed = any(rule in ("listed", "listed-common-word") for _, _, rule in span.votes)
            if not listed:
                span.votes.append(_sort(text, span, number, signed is not None, stop == end))
            if not late or any(rule not in _BY_PLACE_IN_LINE for _, _, rule in span.votes):
                found.append(span)
    return found


def _fields(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for mark in FIELD_MARK.finditer(text, start, end):
        yield begin, mark.start()
        begin = mark.end()
    yield begin, end


def _sort(text: str, span: Span, number: int, signed: bool, last: bool) -> Vote:
    """What a name in field ``number`` is of."""
    if span.last in words("papers"):
        return vote("field-outlet")
    if pattern("field-in").search(text[max(0, span.start - 4) : span.start]):
        return vote("field-place-after-in")
    surname = is_surname(span.words[-1]) or span.last in words("heads-or-surnames")
    likely = 1 < len(span.words) < 4 and span.words[0].lower() in given_names() and surname
    if signed or likely:
        return vote("by-line")
    shouted = all(word.isupper() and len(word) > 3 for word in span.words)
    return vote("field-first" if number == 0 and not (shouted and not last) else "field-place")


def outlets(document: Document) -> frozenset[str]:
    """The folded names that an account's metadata and page furniture give for its outlet, without articles.

    >>> from incident_graph.accounts import Account
    >>> from incident_graph.text.documents import read_document
    >>> text = "TrawlNet > Ships\\n\\nA tug sank.\\n\\n© 2024 The Quay Lantern"
    >>> sorted(outlets(read_document(Account("0" * 64, "a.txt", text))))
    ['quay lantern', 'trawlnet']
    """
    account = document.account
    found = {account.publisher} if account.publisher else set()
    lines = [pattern(f"outlet-{sort}") for sort in ("copyright", "path", "edition", "invitation")]
    heads = (pattern("outlet-line"), pattern("outlet-line-in-capitals"))
    for number, block in enumerate(document.blocks):
        if (block.kind in _WITH_OUTLETS or number == 0) and block.end - block.start <= _LONGEST_LINE:
            line = account.text[block.start : block.end].strip("*_#| \t")
            found |= {match["who"] for expression in lines if (match := expression.match(line))}
            if block.start - account.body_start < _TOP:
                parts = {line, line.rpartition(", ")[2]}
                found |= {m["who"] for part in parts for head in heads if (m := head.match(part))}
                found |= set(_papers_in_fields(line))
    keys = {fold(pattern("outlet-tail").sub("", name)).removeprefix("the ") for name in found}
    return frozenset(key for key in keys if len(key) > 2 and key not in words("no-outlets"))


def _papers_in_fields(line: str) -> Iterator[str]:
    """The fields of a line that are the name of a paper; "Final Report" is not."""
    for begin, stop in _fields(line, 0, len(line)):
        match = pattern("outlet-line").match(line[begin:stop].strip())
        if match and match["who"].split()[-1].lower() in words("papers"):
            yield match["who"]
