"""Quantities: the interval of numbers a wording admits, with its unit; parsed from a string, compared, and shown."""

from dataclasses import dataclass
from decimal import Decimal

from incident_graph.values.bounds import bounds_of, plain
from incident_graph.values.number import vague_label
from incident_graph.values.relation import Relation
from incident_graph.values.units import SYMBOL_OF, convert, in_base_unit, is_money

_SCALES = (("billion", 10**9), ("million", 10**6))
_PREFIXES = (("about", "about"), ("nearly", "nearly"), ("least", "at least"), ("most", "up to"))


@dataclass(frozen=True)
class Quantity:
    """A count, sum of money, percentage, ratio, duration, age, distance ... as the interval its wording admits.

    ``low``/``high`` bound it (``None``: open), ``stated`` is the number as said (``None`` when only a range or a vague
    word is said), ``unit`` is ``"person"``, ``"record"``, an ISO 4217 code, ``"percent"``, ``"fraction"``, ``"times"``,
    ``"minute"``, ``"kilometre"``... always singular, lower case (codes upper case).
    """

    low: Decimal | None
    high: Decimal | None
    stated: Decimal | None = None
    unit: str = ""

    @classmethod
    def parse(cls, text: str) -> "Quantity":
        """The quantity that the whole of ``text`` writes; ValueError when it writes none, or more than one.

        >>> Quantity.parse("about half a million")
        Quantity(low=Decimal('450000'), high=Decimal('550000'), stated=Decimal('500000'), unit='')
        >>> Quantity.parse("£8m") == Quantity.parse("8 million pounds")
        True
        >>> Quantity.parse("a lot")
        Traceback (most recent call last):
        ValueError: not a quantity: 'a lot'
        """
        from incident_graph.values.quantity_wording import read_quantity  # its patterns are for those who read texts

        stripped = text.strip()
        for pos in _starts(stripped):
            found = read_quantity(stripped, pos, len(stripped))
            if found is not None and found.start == 0 and found.end == len(stripped):
                return cls(found.low, found.high, found.stated, found.unit)
        raise ValueError(f"not a quantity: {text!r}")

    def relation(self, other: "Quantity", tolerance: float = 0.0) -> Relation:
        """What this quantity is to another; ``tolerance`` (relative: 0.05: five per cent) is granted to stated numbers.

        Different units are INCOMPARABLE unless they are lengths, durations, masses, or percent and fraction. Two
        wordings that bound the number on both sides and state the same number are EQUAL, however precisely they say it.

        >>> Quantity.parse("about 500,000").relation(Quantity.parse("half a million"))
        <Relation.EQUAL: 'equal'>
        >>> Quantity.parse("12").relation(Quantity.parse("at least eleven"))
        <Relation.NARROWER: 'narrower'>
        >>> Quantity.parse("38").relation(Quantity.parse("42")), Quantity.parse("£38").relation(Quantity.parse("€42"))
        (<Relation.DISJOINT: 'disjoint'>, <Relation.INCOMPARABLE: 'incomparable'>)
        """
        theirs = [
            None if n is None else convert(n, other.unit, self.unit) for n in (other.low, other.high, other.stated)
        ]
        if any(n is None and m is not None for n, m in zip(theirs, (other.low, other.high, other.stated), strict=True)):
            return Relation.INCOMPARABLE
        if other.unit != self.unit and convert(Decimal(1), other.unit, self.unit) is None:
            return Relation.INCOMPARABLE
        low, high, stated = theirs
        if self.stated is not None and stated is not None and self._closed and other._closed:
            room = Decimal(str(tolerance)) * max(abs(self.stated), abs(stated))
            if abs(self.stated - stated) <= max(room, _rounding(self.stated, self.unit != other.unit)):
                return Relation.EQUAL
        return interval_relation((self.low, self.high), (low, high))

    @property
    def size(self) -> Decimal:
        """One number to order quantities of convertible units by, in the base unit: the stated one, else the lower end
        of its range, else the upper; 0 where nothing is known.

        >>> Quantity.parse("3 to 9").size, Quantity.parse("at least 11").size, Quantity.parse("2 km").size
        (Decimal('3'), Decimal('11'), Decimal('2000'))
        >>> Quantity(None, None).size
        Decimal('0')
        """
        known = next((n for n in (self.stated, self.low, self.high) if n is not None), Decimal(0))
        return known * in_base_unit(self.unit)

    @property
    def _closed(self) -> bool:
        return self.low is not None and self.high is not None

    def label(self) -> str:
        """A readable normal form without the unit of a count: "about 500,000", "€30-45 million", "12 hours 50 minutes".

        >>> said = ("some 900", "between €30m and €45m", "£8m", "58 per cent", "770 minutes")
        >>> [Quantity.parse(text).label() for text in said]
        ['about 900', '€30–45 million', '£8 million', '58%', '12 hours 50 minutes']
        >>> Quantity(None, None).label(), Quantity.parse("dozens").label(), Quantity.parse("3 to 9").label()
        ('an unknown number', 'dozens', '3–9')
        """
        if self.stated is None:
            return self._range_label()
        for kind, prefix in _PREFIXES if self.stated else ():
            if (self.low, self.high) == bounds_of(kind, self.stated, self.low, self.high):
                return f"{prefix} {self._number(self.stated)}"
        return self._number(self.stated)

    def __str__(self) -> str:
        """The label with the unit of a count in the plural.

        >>> str(Quantity(Decimal(11), None, Decimal(11), "person")), str(Quantity.parse("11 percent"))
        ('at least 11 people', '11%')
        >>> str(Quantity(Decimal("5.9"), Decimal("5.9"), Decimal("5.9"), "magnitude"))
        'magnitude 5.9'
        >>> str(Quantity(Decimal(20), Decimal(199), None, "person"))
        'dozens of people'
        """
        label = self.label()
        if not self.unit or _shows_unit(self.unit):
            return label
        if self.unit == "magnitude":
            return f"magnitude {label}"
        words = vague_label(self.low, self.high) if self.stated is None and self.low is not None else ""
        if words and not words.startswith("several"):
            label += " of"  # dozens of people, but several hundred people
        one = self.stated == 1 == self.low
        return f"{label} {self.unit if one else plural(self.unit)}"

    def _range_label(self) -> str:
        if self.low is None and self.high is None:
            return "an unknown number"
        if self.high is None or self.low is None:
            return f"at least {self._number(self.low)}" if self.low is not None else f"up to {self._number(self.high)}"
        if not _shows_unit(self.unit) and (words := vague_label(self.low, self.high)):
            return words
        if self.unit in ("minute", "second", "hour"):
            return f"{group(self.low)}–{group(self.high)} {plural(self.unit)}"
        low, high = self._number(self.low), self._number(self.high)
        tail = high.lstrip("£€$₹¥").lstrip("0123456789.,")
        head = low[: len(low) - len(low.lstrip("£€$₹¥"))]
        if is_money(self.unit) and not head:
            head = f"{self.unit} "
            low, high = low.removeprefix(head), high.removeprefix(head)
            tail = high.lstrip("0123456789.,")
        if tail and low.endswith(tail):
            low = low[: len(low) - len(tail)]
        elif low.lstrip("£€$₹¥").lstrip("0123456789.,") != tail:
            low, high, tail = head + group(self.low), group(self.high), "" if is_money(self.unit) else tail
        return f"{low if low.startswith(head) else head + low}–{high.removeprefix(head)}"

    def _number(self, value: Decimal | None) -> str:
        assert value is not None
        if is_money(self.unit):
            symbol = SYMBOL_OF.get(self.unit, f"{self.unit} ")
            return f"{symbol}{scaled(value)}"
        if self.unit == "percent":
            return f"{group(value)}%"
        if self.unit == "fraction":
            return f"{group(plain((value * 100).quantize(Decimal('0.1'))))}%"
        if self.unit == "minute" and value >= 120 and value == value.to_integral_value() and value < 2880:
            hours, minutes = divmod(int(value), 60)
            return f"{hours} hours" + (f" {minutes} minute{'s' * (minutes != 1)}" if minutes else "")
        if _shows_unit(self.unit):
            return f"{group(value)} {self.unit if value == 1 or self.unit == 'times' else plural(self.unit)}"
        return scaled(value)


def interval_relation(
    ours: tuple[Decimal | None, Decimal | None], theirs: tuple[Decimal | None, Decimal | None]
) -> Relation:
    """What one closed interval is to another; ``None`` is an open end.

    >>> one, two, three = Decimal(1), Decimal(2), Decimal(3)
    >>> interval_relation((one, two), (one, None)), interval_relation((one, two), (three, None))
    (<Relation.NARROWER: 'narrower'>, <Relation.DISJOINT: 'disjoint'>)
    """
    infinity = Decimal("Infinity")
    a, b = (-infinity if ours[0] is None else ours[0]), (infinity if ours[1] is None else ours[1])
    c, d = (-infinity if theirs[0] is None else theirs[0]), (infinity if theirs[1] is None else theirs[1])
    if (a, b) == (c, d):
        return Relation.EQUAL
    if b < c or d < a:
        return Relation.DISJOINT
    if c <= a and b <= d:
        return Relation.NARROWER
    return Relation.WIDER if a <= c and d <= b else Relation.OVERLAPS


def group(value: Decimal) -> str:
    """Digits with thousands separators, without trailing zeros.

    >>> group(Decimal("1200.50"))
    '1,200.5'
    """
    return f"{plain(value):,f}"


def scaled(value: Decimal) -> str:
    """Digits below a million, then millions and billions where those are short.

    >>> scaled(Decimal(500000)), scaled(Decimal(4200000)), scaled(Decimal(4213554))
    ('500,000', '4.2 million', '4,213,554')
    """
    for word, scale in _SCALES:
        if abs(value) >= scale:
            short = plain(value / scale)
            if -int(short.as_tuple().exponent) <= 2:
                return f"{group(short)} {word}"
            break
    return group(value)


def plural(unit: str) -> str:
    """The plural of a unit or noun in its singular form.

    >>> plural("person"), plural("foot"), plural("country"), plural("mile per hour")
    ('people', 'feet', 'countries', 'miles per hour')
    """
    known = {
        "person": "people",
        "foot": "feet",
        "inch": "inches",
        "century": "centuries",
        "man": "men",
        "woman": "women",
        "child": "children",
    }
    head, sep, tail = unit.partition(" per ")
    if unit in _INVARIANT:
        return unit
    if unit.startswith("degree "):
        return "degrees " + unit[7:].capitalize()
    if head in known:
        return known[head] + sep + tail
    if head.endswith("y") and head[-2:-1] not in "aeiou":
        return head[:-1] + "ies" + sep + tail
    return head + ("es" if head.endswith(("s", "x", "z", "ch", "sh")) else "s") + sep + tail


def _shows_unit(unit: str) -> bool:
    """Whether the label itself says the unit: it does for everything measured, not for what is counted."""
    return is_money(unit) or unit in _MEASURED


_INVARIANT = frozenset(
    "sheep cattle fish aircraft spacecraft hovercraft livestock data media series species police staff crew "
    "personnel times percent".split()
)
_MEASURED = frozenset(
    "percent fraction times second minute hour day week month year decade century millimetre centimetre metre "
    "kilometre inch foot yard mile gram kilogram tonne pound ounce degree knot hectare acre litre gallon megabyte "
    "gigabyte terabyte petabyte kilowatt megawatt gigawatt decibel".split()
) | {
    "nautical mile",
    "degree celsius",
    "degree fahrenheit",
    "mile per hour",
    "kilometre per hour",
    "square kilometre",
    "square metre",
    "square mile",
    "square foot",
    "cubic metre",
}


def _starts(text: str) -> list[int]:
    """Places where a number may begin: the start of each word of a string, first to last."""
    return [i for i in range(len(text)) if i == 0 or not (text[i].isalnum() and text[i - 1].isalnum())]


def _rounding(value: Decimal, converted: bool) -> Decimal:
    """What conversion between units may lose."""
    return abs(value) * Decimal("0.0005") if converted else Decimal(0)
