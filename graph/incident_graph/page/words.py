"""Texts made fit to be shown: quotations in their context, whole accounts with what they state, values in words."""

import re
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from incident_graph.accounts import Account, Excerpt
from incident_graph.model import Answer

Segment = dict[str, object]

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff￾￿]")


def plain(text: str | None, most: int = 400) -> str:
    """A label of one line: control characters and lone surrogates replaced, white space folded, at most ``most``
    characters.

    >>> plain("Kestrel\\n  Quay\\x00"), plain("abcdef", 4), plain(None)
    ('Kestrel Quay�', 'abc…', '')
    """
    out = visible(" ".join((text or "")[: most * 8].split()))
    return out if len(out) <= most else out[: most - 1] + "…"


def visible(text: str) -> str:
    """``text`` with what cannot be written or shown (controls, lone surrogates) replaced one for one."""
    return _CONTROL.sub("\ufffd", text)


def quotation(account: Account, excerpt: Excerpt, marks: Iterable[Excerpt] = (), *, around: int = 150) -> list[Segment]:
    """An excerpt in its context, as segments ``{"text", "quote", "mark"}``; ``marks`` (hedges, speakers) inside the
    shown stretch are marked. Context is cut at a word; ``…`` stands where it is cut, ``¶`` where a paragraph ends."""
    text = account.text
    start, end = max(account.body_start, excerpt.start - around), min(len(text), excerpt.end + around)
    start = min(start, excerpt.start)
    if start > account.body_start:
        start = _next_space(text, start, excerpt.start)
    if end < len(text):
        end = max(excerpt.end, text.rfind(" ", excerpt.end, end))
    inside = [m for m in marks if m.account == excerpt.account and start <= m.start < m.end <= end]
    cuts = sorted({start, end, excerpt.start, excerpt.end, *(p for m in inside for p in (m.start, m.end))})
    out: list[Segment] = []
    if start > account.body_start:
        out.append({"text": "…", "quote": False, "mark": False})
    for a, b in pairwise(cuts):
        shown = re.sub(r"\s*\n\s*\n\s*", " ¶ ", text[a:b])
        out.append(
            {
                "text": visible(re.sub(r"\s+", " ", shown)),
                "quote": excerpt.start <= a < excerpt.end,
                "mark": any(m.start <= a < m.end for m in inside),
            }
        )
    if end < len(text.rstrip()):
        out.append({"text": "…", "quote": False, "mark": False})
    return out


def _next_space(text: str, start: int, stop: int) -> int:
    found = re.compile(r"\s").search(text, start, stop)
    return found.end() if found else start


def find_words(account: Account, words: str, near: Excerpt) -> Excerpt | None:
    """Where ``words`` (a hedge, as written) stand nearest to an excerpt: in it, or up to 200 characters around it.

    >>> a = Account("0" * 64, "a.txt", "It appears that the boiler appears new.")
    >>> find_words(a, "appears", a.excerpt(16, 38)).start
    27
    >>> find_words(a, "perhaps", a.excerpt(16, 38)) is None
    True
    """
    if not words.strip():
        return None
    pattern = re.compile(r"\s+".join(re.escape(w) for w in words.split()[:20]), re.IGNORECASE)
    window = (max(0, near.start - 200), min(len(account.text), near.end + 200))
    found = [m.span() for m in pattern.finditer(account.text, *window)]
    if not found:
        return None
    start, end = min(found, key=lambda s: (max(near.start - s[0], s[1] - near.end, 0), s[0]))
    return account.excerpt(start, end)


def whole(account: Account, spans: list[tuple[int, int, str, str]]) -> list[Segment]:
    """The account's text cut where ``spans`` (start, end, sort, key) begin and end: segments ``{"text", "claims",
    "mentions"}`` with the keys of the spans that cover them. Joined, the texts are the account's (controls apart)."""
    text = account.text
    spans = [s for s in spans if 0 <= s[0] < s[1] <= len(text)]
    begin = min([account.body_start, *(s[0] for s in spans)])
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for number, (start, end, _, _) in enumerate(spans):
        opening.setdefault(start, []).append(number)
        closing.setdefault(end, []).append(number)
    cuts = sorted({begin, len(text), *opening, *closing})
    open_now: dict[int, None] = {}
    out: list[Segment] = []
    for a, b in pairwise(cuts):
        for number in closing.get(a, ()):
            open_now.pop(number, None)
        open_now.update(dict.fromkeys(opening.get(a, ())))
        covering = [spans[n] for n in sorted(open_now)]
        out.append(
            {
                "text": visible(text[a:b]),
                "claims": list(dict.fromkeys(key for _, _, sort, key in covering if sort == "claim")),
                "mentions": list(dict.fromkeys(key for _, _, sort, key in covering if sort == "mention")),
            }
        )
    return out


def number(value: Decimal) -> str:
    """A number with its thousands parted.

    >>> number(Decimal("500000")), number(Decimal("1.50")), number(Decimal("1E+6"))
    ('500,000', '1.5', '1,000,000')
    """
    shown = f"{value:,f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def normalised(answer: Answer) -> str:
    """How the words of a figure were read: its interval and unit, or its date; empty for other answers.

    >>> from incident_graph.values import Quantity
    >>> half = Quantity(Decimal(450000), Decimal(550000), Decimal(500000), "person")
    >>> normalised(Answer("half a million", quantity=half))
    '500,000 people (450,000 to 550,000)'
    >>> normalised(Answer("over 40", quantity=Quantity(Decimal(40), None, Decimal(40), "")))
    '40 or more'
    >>> normalised(Answer("a sub-contractor"))
    ''
    """
    if answer.quantity is None:
        return plain(answer.period.edtf) if answer.period is not None else ""
    q = answer.quantity
    if q.low is not None and q.low == q.high:
        return plain(f"{number(q.low)} {_unit(q.unit, q.low)}")
    if q.low is not None and q.high is not None:
        bounds = f"{number(q.low)} to {number(q.high)}"
    else:
        bounds = f"{number(q.low)} or more" if q.low is not None else ""
        bounds = f"up to {number(q.high)}" if q.high is not None else bounds
    if q.stated is not None and q.stated not in (q.low, q.high):
        return plain(f"{number(q.stated)} {_unit(q.unit, q.stated)}" + (f" ({bounds})" if bounds else ""))
    return plain(f"{bounds} {_unit(q.unit)}")


def _unit(unit: str, count: Decimal | None = None) -> str:
    """The unit as it stands after a number; people are not "persons".

    >>> _unit("person", Decimal(1)), _unit("person"), _unit("EUR")
    ('person', 'people', 'EUR')
    """
    return "people" if unit == "person" and count != 1 else unit
