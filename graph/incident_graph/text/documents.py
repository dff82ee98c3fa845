"""Documents: an account divided into blocks and sentences, and what its furniture says of outlet, date and credit."""

from dataclasses import dataclass

from incident_graph.accounts import Account, Excerpt
from incident_graph.text import furniture, moments, sentences
from incident_graph.text.blocks import divide, words_start
from incident_graph.text.corrections import LAYER, corrections
from incident_graph.text.document import Block, Document, Sentence, Span

READ = frozenset({"title", "heading", "item", "body"})


def read_document(account: Account) -> Document:
    """Divide an account into blocks and sentences, with offsets into ``account.text``.

    Blocks of kind ``boilerplate`` and ``metadata`` have no sentences. A list item's ``lead_in`` is the last sentence
    before its list. The time of a live blog's post belongs to no sentence: its layer ``moments`` holds the posts.

    >>> text = "They took:\\n- names\\n- dates of birth\\n\\nNobody was told."
    >>> for s in read_document(Account("0" * 64, "a.txt", text)).sentences:
    ...     print(s.block.kind, text[s.start:s.end], "|", s.lead_in and text[s.lead_in.start:s.lead_in.end])
    body They took: | None
    item names | They took:
    item dates of birth | They took:
    body Nobody was told. | None
    """
    blocks = divide(account)
    posts = moments.posts(account)
    found: list[Sentence] = []
    lead_in: Sentence | None = None
    for block in blocks:
        if block.kind not in READ:
            continue
        is_item = block.kind == "item"
        begin = words_start(account.text, block)
        begin = next((p.words for p in posts if block.start <= p.words and p.start <= begin < p.words), begin)
        if begin >= block.end:
            continue
        spans = sentences.split(account.text, begin, block.end)
        if block.kind in ("title", "heading"):
            spans = iter(((begin, block.end),))
        for start, end in spans:
            sentence = Sentence(start, end, block, lead_in if is_item else None)
            found.append(sentence)
        if not is_item and found:
            lead_in = found[-1]
    document = Document(account, blocks, tuple(found))
    if posts:
        told = [Span(post.start, post.end, moments.LAYER, post.at, "posts") for post in posts]
        document = document.with_spans(moments.LAYER, told)
    notes = corrections(document)
    return document.with_spans(LAYER, notes) if notes else document


@dataclass(frozen=True)
class Furniture:
    """What by-lines, datelines and credits say, as written; empty when they say nothing."""

    authors: tuple[Excerpt, ...] = ()
    publisher: Excerpt | None = None  # the outlet named in a dateline: "Porto Gazette, 3 May"
    date: Excerpt | None = None
    credit: Excerpt | None = None  # the upstream source: "Source: Reuters"


def metadata_lines(document: Document) -> list[tuple[str, Block]]:
    """The metadata blocks after the front matter, each with its sort (by-line, dateline, credit, section)."""
    account = document.account
    return [
        (furniture.metadata_sort(account.text[b.start : b.end].strip("*_# \t")), b)
        for b in document.blocks
        if b.kind == "metadata" and b.start >= account.body_start
    ]


def read_furniture(document: Document) -> Furniture:
    """Outlet, date, authors and credit, as the lines around the prose give them.

    >>> text = "Bridge falls\\n\\nPorto Gazette, 3 May\\n\\nBy Ana Diaz\\n\\nA bridge fell.\\n\\nSource: Reuters"
    >>> found = read_furniture(read_document(Account("0" * 64, "a.txt", text)))
    >>> [e.text for e in (*found.authors, found.publisher, found.date, found.credit) if e]
    ['Ana Diaz', 'Porto Gazette', '3 May', 'Reuters']
    """
    account = document.account
    authors: list[Excerpt] = []
    publisher: Excerpt | None = None
    date: Excerpt | None = None
    credit: Excerpt | None = None
    for sort, block in metadata_lines(document):
        line = account.text[block.start : block.end]
        offset = block.start + len(line) - len(line.lstrip("*_# \t"))
        line = line.strip("*_# \t")

        def part(start: int, end: int, base: int = offset) -> Excerpt | None:
            words = account.text[base + start : base + end]
            left = len(words) - len(words.lstrip(" ,|·•–—-\t"))
            right = len(words.rstrip(" ,|·•–—-.\t"))
            return account.excerpt(base + start + left, base + start + right) if right > left else None

        if sort == "by-line" and (found := furniture.BY_LINE.match(line)):
            authors += [e for e in [part(*found.span("who"))] if e]
        elif sort == "dateline" and (found := furniture.DATE_LINE.match(line)):
            date = date or part(*found.span("date"))
            publisher = publisher or (part(*found.span("place")) if found["place"] else None)
        elif sort == "credit" and (found := furniture.CREDIT.match(line)) and found["who"]:
            credit = credit or part(*found.span("who"))
    return Furniture(tuple(authors), publisher, date, credit)
