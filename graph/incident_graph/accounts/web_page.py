"""A saved web page to the text of its story, with what the page says about itself."""

import datetime as dt
import re
from html import unescape
from typing import NamedTuple, cast

from incident_graph.accounts import walls
from incident_graph.accounts.dates import find_date
from incident_graph.accounts.declared import Declared, read_declared

_LOOKS_HTML = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_DROPPED = (
    "script",
    "style",
    "noscript",
    "template",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "svg",
    "iframe",
    "button",
)
_BLOCKS = frozenset(
    "p div section article main li h1 h2 h3 h4 h5 h6 blockquote td th tr table ul ol pre br figcaption".split()
)


_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")  # the line under the head of a table
_TITLE = re.compile(r"<title[^>]*>([^<]*)</title>", re.IGNORECASE)
_SITE = re.compile(r"\s+[|·•–—-]\s+(.+)")
_STORY_LINE = 8  # words: shorter lines alone are scraps of a page, not a story


class Page(NamedTuple):
    """The story's text (paragraphs parted by empty lines, list items led by ``- ``) and what the page says of it."""

    text: str
    title: str | None = None
    publisher: str | None = None
    issued: dt.date | None = None
    warnings: tuple[str, ...] = ()
    live: bool = False


def looks_like_html(text: str) -> bool:
    """Whether ``text`` opens as a web page does.

    >>> looks_like_html("<!DOCTYPE html><html>"), looks_like_html("5 < 6")
    (True, False)
    """
    return _LOOKS_HTML.match(text) is not None


def read_page(html: str) -> Page:
    """The story in a web page: scripts, styles, navigation and comments are left out; the headline comes first.

    When no story is recognised, all visible text of the body is taken and a warning says so. ``text`` is empty when
    there is none at all. Of a live blog that declares its posts the text is the posts, each led by its time. ``issued``
    is the first publication, as the page declares or prints it: never a change, never a stamp that a script left.
    """
    declared = read_declared(html)
    page = _live(html, declared) if declared.posts else _story(html, declared)
    cut = walls.warning_for(page.text, declared.shown, free=declared.free)
    return page._replace(issued=declared.issued, live=declared.live, warnings=(*page.warnings, *filter(None, [cut])))


def _live(html: str, declared: Declared) -> Page:
    """The posts of a live blog, the newest first."""
    element = _TITLE.search(html)
    title = declared.headline or (_clean(unescape(element[1])) if element else None)
    parts = [title] if title else []
    for post in declared.posts:
        found = find_date(post.at[:10])
        day = f"{found[0].day} {found[0]:%B %Y}, " if found else ""
        parts += [f"{day}{post.at[11:16]}", post.headline, _spaced(_as_text(post.body))]
    publisher = declared.publisher or _site_name(html, title)
    return Page("\n\n".join(filter(None, parts)), title, publisher)


def _as_text(body: str) -> str:
    """The text of a post, which some pages declare as HTML."""
    return _visible_text(f"<body>{body}</body>") if re.search(r"<\w+[^>]*>", body) else unescape(body)


def _story(html: str, declared: Declared) -> Page:
    """The story as it is recognised in the page."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    # the page's dates are read elsewhere; this one is asked for none, and never gives today's
    dates = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
    found = cast(
        Document | None, bare_extraction(html, with_metadata=True, include_comments=False, date_extraction_params=dates)
    )
    text = _spaced((found.text or "") if found else "")
    warnings: tuple[str, ...] = ()
    if not any(len(line.split()) >= _STORY_LINE for line in text.splitlines()):
        text = _visible_text(html)
        warnings = ("no story recognised in the page: all its visible text was read",) if text else ()
    title = _clean(found.title) if found else None
    lines = text.splitlines()
    if title and title in lines[5:] and title not in lines[:5]:
        title = None  # a heading within the story, not its headline
    if title and text and title not in text[: len(title) + 200]:
        text = f"{title}\n\n{text}"
    publisher = (_clean(found.sitename) if found else None) or _site_name(html, title) or declared.publisher
    return Page(text, title, publisher, warnings=warnings)


def _site_name(html: str, title: str | None) -> str | None:
    """What follows the headline in the page's ``<title>``: ``Nine dead | Skagerrak Courier``."""
    element = _TITLE.search(html)
    if not (element and title):
        return None
    whole = _clean(unescape(element[1])) or ""
    rest = _SITE.fullmatch(whole.removeprefix(title)) if whole.startswith(title) else None
    return rest[1] if rest and len(rest[1].split()) <= 6 else None


def _spaced(text: str) -> str:
    """Paragraphs parted by empty lines; items of one list stay together."""
    lines = [line.strip() for line in text.splitlines()]
    out: list[str] = []
    for line in lines:
        if not line or _RULE.fullmatch(line):
            continue
        together = out and line.startswith(("- ", "| ")) and out[-1].startswith(line[:2])
        out += [line] if together or not out else ["", line]
    return "\n".join(out)


def _visible_text(html: str) -> str:
    from lxml import etree
    from lxml import html as lxml_html

    try:
        root = lxml_html.document_fromstring(
            html.encode("utf-8", "replace"), parser=lxml_html.HTMLParser(encoding="utf-8")
        )
    except (etree.ParserError, ValueError):
        return ""
    body = root.find("body")
    if body is None:
        return ""
    etree.strip_elements(body, *_DROPPED, etree.Comment, with_tail=False)
    parts: list[str] = []
    for event, node in etree.iterwalk(body, events=("start", "end")):
        if node.tag in _BLOCKS:
            parts.append("\n")
        if event == "start" and node.text:
            parts.append(re.sub(r"\s+", " ", node.text))
        if event == "end" and node.tail and node is not body:
            parts.append(re.sub(r"\s+", " ", node.tail))
    return _spaced("".join(parts))


def _clean(value: str | None) -> str | None:
    return (" ".join(value.split()) or None) if value else None
