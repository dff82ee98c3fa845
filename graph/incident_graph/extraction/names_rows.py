"""Names in a row: what a lead-in such as “retailers such as” says of all of them."""

import re

from incident_graph.extraction.names_nouns import kind_noun
from incident_graph.extraction.names_tokens import Span

_PLURALS = frozenset(
    "firms companies groups agencies unions charities banks retailers suppliers operators newspapers brokers "
    "insurers manufacturers vendors chains universities hospitals airlines organisations organizations "
    "authorities giants outlets platforms websites sites forums marketplaces apps networks towns cities "
    "villages ports regions countries islands states counties ships vessels ferries tankers barges tugs "
    "supermarkets districts provinces suburbs neighbourhoods neighborhoods newspapers parties lenders brands "
    "teachers engineers survivors witnesses directors ministers".split()
)


def members(text: str, start: int, spans: list[Span], end: int) -> list[list[Span]]:
    """Names in a row ("A, B and the Oslo-based C"), as groups of two or more."""
    groups: list[list[Span]] = []
    group: list[Span] = []
    for span in spans:
        gap = text[group[-1].end : span.start] if group else ""
        if (
            group
            and not re.fullmatch(
                r"(?:\s+\([^)]{1,12}\))?(?:,|,? and|,? or|,? as well as)?\s+(?:the\s+)?(?:[\w‑-]+-based\s+)?", gap
            )
        ) or (group and not gap.strip()):
            groups.append(group)
            group = []
        group.append(span)
    groups.append(group)
    return [g for g in groups if len(g) > 1]


def lead_noun(text: str, start: int, group: list[Span], end: int) -> str:
    """The class that the noun before or after a row of names gives them all: "retailers such as A and B"."""
    before = text[max(start, group[0].start - 110) : group[0].start]
    match = re.search(r"\b([A-Za-z]+)\s+(?:such as|like|including|namely|of)\s+(?:the\s+)?$|\b([A-Za-z]+)\s*$", before)
    if match and (match[1] or match[2]).lower() in _PLURALS:
        return kind_noun((match[1] or match[2]).lower())
    match = re.search(r"([^.;:—–]*?)\s*[—–:,]\s*(?:the\s+)?$", before)
    if match:
        nouns = [w for w in re.findall(r"[a-z]+", match[1]) if w in _PLURALS]
        if nouns:
            return kind_noun(nouns[0])
    match = re.match(r"\s+([a-z]+)", text[group[-1].end : min(end, group[-1].end + 30)])
    if match and match[1] in _PLURALS:
        return kind_noun(match[1])
    match = re.match(r",?\s+(?:and|or)\s+(?:\w+\s+){0,3}?(\w+)", text[group[-1].end : min(end, group[-1].end + 60)])
    return kind_noun(match[1]) if match and match[1] in _PLURALS else ""
