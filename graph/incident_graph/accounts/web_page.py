"""A saved web page to the text of its story, with what the page says about itself."""

import datetime as dt
import re
from html import unescape
from typing import NamedTuple, cast

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


def looks_like_html(text: str) -> bool:
    """Whether ``text`` opens as a web page does.

    >>> looks_like_html("<!DOCTYPE html><html>"), looks_like_html("5 < 6")
    (True, False)
    """
    return _LOOKS_HTML.match(text) is not None


def read_page(html: str) -> Page:
    """The story in a web page: scripts, styles, navigation and comments are left out; the headline comes first.

    When no story is recognised, all visible text of the body is taken and a warning says so. ``text`` is empty when
    there is none at all.
    """
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    # never today's date: the same page gives the same result on any day
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
    issued = dt.date.fromisoformat(found.date[:10]) if found and found.date else None
    publisher = (_clean(found.sitename) if found else None) or _site_name(html, title)
    return Page(text, title, publisher, issued, warnings)


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
