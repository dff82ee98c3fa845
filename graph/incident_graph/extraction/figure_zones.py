"""Zones of an account: "all times GMT" holds for every time of day that says no zone of its own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from incident_graph.extraction.evidence import FigureMention
from incident_graph.text.document import Document
from incident_graph.values import Period
from incident_graph.values.period_patterns import ZONES

_ALL_TIMES = re.compile(
    r"\ball times\b(?: (?:are|given|shown|stated|quoted))*(?: (?:in|as))? (?P<zone>"
    + "|".join(sorted(map(re.escape, ZONES), key=len, reverse=True))
    + r")\b",
    re.IGNORECASE,
)


def zone_of(document: Document) -> int | None:
    """The zone in which an account says that all its times are, in minutes east of Greenwich; ``None``: it does not.

    >>> from incident_graph.accounts import Account
    >>> from incident_graph.text.documents import read_document
    >>> for text in ("All times are in GMT. It sank at 09:10.", "It sank at 09:10 GMT."):
    ...     print(zone_of(read_document(Account("0" * 64, "a.txt", text))))
    0
    None
    """
    said = _ALL_TIMES.search(document.text)
    by_name = {name.lower(): minutes for name, minutes in ZONES.items()}
    return by_name[said["zone"].lower()] if said else None


def in_zone(document: Document, figures: Iterable[FigureMention]) -> Iterator[FigureMention]:
    """The figures, with the zone of the account at times of day that say none."""
    zone = zone_of(document)
    for figure in figures:
        value = figure.value
        if zone is not None and isinstance(value, Period) and value.minute is not None and value.zone is None:
            yield figure._replace(value=replace(value, zone=zone))
        else:
            yield figure
