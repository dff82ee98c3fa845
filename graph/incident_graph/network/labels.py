"""Labels made fit to be shown, and figures as they were read, in words."""

import re
from decimal import Decimal

from incident_graph.model import Answer

#: Marks that turn the direction of what follows: in a label they could turn what stands after it, too.
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff￾￿]")


def plain(text: str | None, most: int = 400) -> str:
    """A label of one line: control characters and lone surrogates replaced, marks that turn the direction of writing
    left out, white space folded, at most ``most`` characters.

    >>> plain("Kestrel\\n  Quay\\x00"), plain("abcdef", 4), plain(None), plain("a\\u202eb")
    ('Kestrel Quay�', 'abc…', '', 'ab')
    """
    out = visible(" ".join(_TURNS.sub("", (text or "")[: most * 8]).split()))
    return out if len(out) <= most else out[: most - 1] + "…"


def visible(text: str) -> str:
    """``text`` with what cannot be written or shown (controls, lone surrogates) replaced one for one."""
    return _CONTROL.sub("\ufffd", text)


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
