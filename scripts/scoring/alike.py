"""When two names, two wordings or two values count as the same."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from incident_graph.values import Period, Quantity, Relation
from incident_graph.values.units import convert, is_money

_SIGNS = str.maketrans({**dict.fromkeys("‘’ʼ", "'"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‐‑‒–—−", "-")})
_TITLES = frozenset("the mr mrs ms miss dr prof professor sir dame lord lady rev captain judge senator".split())
_COMMON = frozenset(
    """the and for from with that this was were are been has have had not but which who their his her its they she about
    some any all only also into over under after before said says""".split()
)
_DATED = frozenset(("date", "time", "datetime", "date range", "period"))
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def folded(text: str) -> str:
    """Lower case, with plain quotation marks and hyphens and single spaces.

    >>> folded("The  “North‑West” line")
    'the "north-west" line'
    """
    return " ".join(text.translate(_SIGNS).casefold().split())


def name_key(name: str) -> str:
    """What a name is compared by: without article, title and possessive.

    >>> name_key("Dr. Ana Ruiz's"), name_key("The Hague")
    ('ana ruiz', 'hague')
    """
    words = re.sub(r"'s?$", "", folded(name).strip(" \"'.,;:()")).replace("-", " ").split()
    while len(words) > 1 and words[0].rstrip(".") in _TITLES:
        del words[0]
    return " ".join(words)


def telling(text: str) -> frozenset[str]:
    """The words of a text that say something, cut to five letters so that "evacuated" meets "evacuation".

    >>> sorted(telling("They were evacuated to the 3 halls"))
    ['3', 'evacu', 'halls']
    """
    words = re.findall(r"[^\W_]+", folded(text))
    return frozenset(word[:5] for word in words if word not in _COMMON and (len(word) > 2 or word.isdigit()))


@dataclass(frozen=True)
class Value:
    """What a figure of the gold is worth: a range of numbers, or a period, or (both missing) anything."""

    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    period: Period | None = None

    @classmethod
    def of(cls, raw: str | Sequence[Decimal] | None, unit: str, kind: str) -> "Value":
        """From a number or two and their unit, or a period in EDTF; a year may stand as a number.

        >>> Value.of([Decimal(12)], "hours", "duration").unit
        'hour'
        >>> Value.of("T08:40+01:00", "time", "time").period.zone
        60
        """
        if raw is None:
            return cls()
        if isinstance(raw, str) or kind in _DATED:
            edtf = raw if isinstance(raw, str) else str(raw[0])
            return cls(period=_period(edtf))
        return cls(raw[0], raw[-1], _unit(unit))

    def fits(self, read: Quantity | Period) -> bool:
        """Whether what was read says this.

        >>> twelve = Value.of([Decimal(12)], "hours", "duration")
        >>> [twelve.fits(Quantity.parse(text)) for text in ("12 hours", "720 minutes", "13 hours")]
        [True, True, False]
        >>> Value.of("XXXX-10-12", "date", "date").fits(Period.parse("12 October 2026"))
        True
        >>> Value.of("2026-10-12", "date", "date").fits(Period.parse("October 2026"))
        False
        """
        if self.period is not None:
            return isinstance(read, Period) and same_period(self.period, read)
        if self.low is None or self.high is None:
            return True
        return isinstance(read, Quantity) and same_quantity(self.low, self.high, self.unit, read)


def same_quantity(low: Decimal, high: Decimal, unit: str, read: Quantity) -> bool:
    """Whether a quantity states the number (``low`` equal to ``high``) or the range, in this unit or one like it.

    Units that do not convert are not held against it, since the gold words them freely; two currencies are.
    """
    if is_money(unit) and is_money(read.unit) and unit != read.unit:
        return False

    def here(number: Decimal | None) -> Decimal | None:
        inside = None if number is None else convert(number, read.unit, unit)
        return number if inside is None else inside

    first, last, stated = here(read.low), here(read.high), here(read.stated)
    if low != high:
        return _close(low, first) and _close(high, last)
    if stated is not None:
        return _close(low, stated)
    if first is None or last is None:
        bound = last if first is None else first
        return bound is not None and abs(low - bound) <= 1
    return first <= low <= last and last - first <= abs(low) / 2


def same_period(gold: Period, read: Period) -> bool:
    """Whether a period can be the gold's and is dated as finely; a year or clock that one leaves out is no fault."""
    if gold.relation(read) in (Relation.DISJOINT, Relation.INCOMPARABLE):
        return False
    if gold.minute is not None and read.minute is not None:
        return True
    return read.is_placed and _fineness(read.edtf) >= _fineness(gold.edtf)


def number_in(text: str, read: Quantity) -> bool:
    """Whether a text has, in digits, the number that a quantity states.

    >>> number_in("187 passengers and 4 staff (191)", Quantity.parse("191"))
    True
    """
    said = (Decimal(match.replace(",", "")) for match in _NUMBER.findall(text))
    return any(same_quantity(number, number, read.unit, read) for number in said)


def _close(number: Decimal, other: Decimal | None) -> bool:
    return other is not None and abs(number - other) <= Decimal("0.002") * max(abs(number), abs(other))


def _fineness(edtf: str) -> int:
    """How many of month and day are stated.

    >>> _fineness("2026"), _fineness("XXXX-10"), _fineness("XXXX-10-12"), _fineness("../2026-10-12")
    (0, 1, 2, 2)
    """
    ends = edtf.partition("T")[0].split("/")
    return max(sum(part.isdigit() for part in end.split("-")[1:]) for end in ends)


def _period(edtf: str) -> Period | None:
    """The period of an EDTF string; nothing when it says no time ("the Monday after")."""
    clock = re.search(r"T(\d\d):(\d\d)(?::\d\d)?(?:(Z)|([+-])(\d\d):(\d\d))?", edtf)
    minute = int(clock[1]) * 60 + int(clock[2]) if clock else None
    zone = None
    if clock and (clock[3] or clock[4]):
        zone = 0 if clock[3] else int(f"{clock[4]}1") * (int(clock[5]) * 60 + int(clock[6]))
    period = Period(edtf, minute=minute, zone=zone)
    return period if period.is_placed else None


def _unit(unit: str) -> str:
    """A unit in its normal form, as written where it has none."""
    try:
        return Quantity.parse(f"2 {unit}").unit or unit
    except ValueError:
        return unit
