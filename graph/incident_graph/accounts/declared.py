"""What a web page declares of its story: first publication, publisher, posts, whether it is free to read."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from incident_graph.accounts.dates import find_date, find_issued

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Names of the ``meta`` elements that give the first publication, never a change.
_PUBLISHED = frozenset(
    """article:published_time og:published_time og:article:published_time datepublished dc.date.issued dcterms.issued
    dcterms.date dc.date date pubdate publishdate publish-date publish_date publication_date publicationdate
    parsely-pub-date sailthru.date cxenseparse:recs:publishtime article.published originalpublicationdate""".split()
)
_STORIES = re.compile(r"(?:Article|Posting|Report|Review|OpEd)$")
_LIVE = "LiveBlogPosting"
_PRINTED = re.compile(r"\b(?:published|posted)\b", re.IGNORECASE)
_CHANGED = re.compile(r"modif|updat|change|revis|edit", re.IGNORECASE)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:/|-|\b)")


class DeclaredPost(NamedTuple):
    """One post of a live blog: when it was posted (as declared), its headline and its text."""

    at: str
    headline: str
    body: str


class Declared(NamedTuple):
    """What a page says of its story; ``None``, no posts and ``free`` where it says nothing."""

    issued: dt.date | None = None
    headline: str | None = None
    publisher: str | None = None
    free: bool = True
    live: bool = False
    posts: tuple[DeclaredPost, ...] = ()
    shown: str = ""


def read_declared(html: str) -> Declared:
    """What the page declares: by JSON-LD, ``meta`` elements, ``time`` elements and the words "Published …" it prints.

    >>> head = '<meta property="article:modified_time" content="2026-05-19"><title>Ferry sinks</title>'
    >>> read_declared(f"<html><head>{head}</head><body><p>Published 3 May 2026</p></body></html>").issued
    datetime.date(2026, 5, 3)
    >>> read_declared(f"<html><head>{head}</head><body><p>A ferry sank.</p></body></html>").issued is None
    True
    """
    from lxml import etree
    from lxml import html as lxml_html

    try:
        root = lxml_html.document_fromstring(
            html.encode("utf-8", "replace"), parser=lxml_html.HTMLParser(encoding="utf-8")
        )
    except (etree.ParserError, ValueError):
        return Declared()
    items = [item for script in root.iter("script") for item in _items(script)]
    stories = [item for item in items if any(_STORIES.search(kind) for kind in _kinds(item))]
    live = next((item for item in stories if _LIVE in _kinds(item)), None)
    main = live or (stories[0] if stories else {})
    posts = tuple(_posts(live)) if live else ()
    shown = _shown(root)
    return Declared(
        issued=_issued([*stories, *items], root, shown),
        headline=_words(main.get("headline")) if live else None,
        publisher=_words(_first(main.get("publisher"), "name")),
        free=not any(str(item.get("isAccessibleForFree")).lower() == "false" for item in items),
        live=live is not None,
        posts=posts if len(posts) > 1 else (),
        shown=shown,
    )


def _items(script: "HtmlElement") -> Iterator[dict[str, Any]]:
    """The objects that a script of linked data holds."""
    if script.get("type", "").split(";")[0].strip().lower() != "application/ld+json":
        return
    try:
        data = json.loads(script.text or "", strict=False)
    except (ValueError, RecursionError):
        return
    waiting = data if isinstance(data, list) else [data]
    for item in waiting:
        if isinstance(item, dict):
            yield item
            inner = item.get("@graph")
            yield from (one for one in (inner if isinstance(inner, list) else ()) if isinstance(one, dict))


def _kinds(item: dict[str, Any]) -> list[str]:
    kinds = item.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _first(value: Any, key: str) -> Any:
    value = value[0] if isinstance(value, list) and value else value
    return value.get(key) if isinstance(value, dict) else value


def _words(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _posts(live: dict[str, Any]) -> Iterator[DeclaredPost]:
    """The posts of a live blog, the newest first, whatever their order in the page."""
    updates = live.get("liveBlogUpdate")
    rows = [row for row in (updates if isinstance(updates, list) else [updates]) if isinstance(row, dict)]
    found = [
        DeclaredPost(at, _words(row.get("headline")) or "", row["articleBody"].strip())
        for row in rows
        if (at := _words(row.get("datePublished"))) and _words(row.get("articleBody"))
    ]
    yield from sorted(found, key=lambda post: post.at, reverse=True)


def _issued(items: list[dict[str, Any]], root: "HtmlElement", shown: str) -> dt.date | None:
    """The first publication: what linked data say, else ``meta``, else what is printed, else ``time``, else the
    address."""
    stated = [item.get("datePublished") for item in items]
    stated += [meta.get("content") for meta in root.iter("meta") if _names(meta) & _PUBLISHED]
    marked = [e for e in root.iter() if isinstance(e.tag, str) and e.get("itemprop", "").lower() == "datepublished"]
    stated += [e.get("datetime") or e.get("content") or e.text for e in marked]
    stated += [e.get("datetime") or e.text for e in root.iter("time") if e.get("pubdate") is not None]
    for value in stated:
        if isinstance(value, str) and (found := find_date(value[:40].replace("T", " "))):
            return found[0]
    printed = (line for line in shown.splitlines() if len(line.split()) <= 24 and _PRINTED.search(line))
    if found := next(filter(None, map(find_issued, printed)), None):
        return found[0]
    for element in root.iter("time"):
        around = " ".join(filter(None, (*element.attrib.values(), (element.getparent().text or "")[-40:])))
        value = element.get("datetime") or element.text_content()
        if not _CHANGED.search(around) and (found := find_date(value.replace("T", " "))):
            return found[0]
    return _in_address(root)


def _names(meta: "HtmlElement") -> set[str]:
    return {meta.get(key, "").lower() for key in ("property", "name", "itemprop")}


def _in_address(root: "HtmlElement") -> dt.date | None:
    """The date in the page's own address, by which many outlets file what they publish."""
    addresses = [e.get("href") for e in root.iter("link") if e.get("rel") == "canonical"]
    addresses += [e.get("content") for e in root.iter("meta") if "og:url" in _names(e)]
    for address in filter(None, addresses):
        if found := _IN_ADDRESS.search(address):
            try:
                return dt.date(*map(int, found.groups()))
            except ValueError:
                continue
    return None


_BLOCKS = frozenset("p div section article main header footer aside li h1 h2 h3 h4 h5 h6 blockquote td tr br".split())


def _shown(root: "HtmlElement") -> str:
    """All that the page prints, a line a block, scripts and styles left out."""
    parts: list[str] = []

    def walk(element: "HtmlElement") -> None:
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "template", "head"):
            return
        block = element.tag in _BLOCKS
        parts.append("\n" if block else "")
        parts.append(element.text or "")
        for child in element:
            walk(child)
            parts.append(child.tail or "")
        parts.append("\n" if block else "")

    walk(root)
    lines = (" ".join(line.split()) for line in "".join(parts).splitlines())
    return "\n".join(filter(None, lines))
