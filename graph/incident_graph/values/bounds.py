"""The interval of numbers that a comparator admits: "about 180" is 162 to 198."""

from decimal import Decimal

TEN_PERCENT = Decimal("0.1")


def bounds_of(
    kind: str, stated: Decimal, low: Decimal | None, high: Decimal | None
) -> tuple[Decimal | None, Decimal | None]:
    """The interval that a comparator of ``kind`` makes of a ``stated`` number that alone admits ``low`` to ``high``.

    An approximator admits a tenth either way ("about 180": 162 to 198); "nearly" a tenth less. "More than 300" includes
    300: newspapers say it of 300-odd, and an interval that is open by one manufactures conflicts.

    >>> [str(n) for n in bounds_of("about", Decimal(180), None, None)]
    ['162', '198']
    """
    tenth = abs(stated) * TEN_PERCENT
    return {
        "about": (plain(stated - tenth), plain(stated + tenth)),
        "nearly": (plain(stated - tenth), stated),
        "over": (stated, None),
        "least": (stated, None),
        "most": (None, stated),
        "under": (None, stated),
        "within": (None, stated),
    }.get(kind, (low, high))


def plain(value: Decimal) -> Decimal:
    """The same value without an exponent or trailing zeros after the point.

    >>> plain(Decimal("4.20E+6")), plain(Decimal("0.50"))
    (Decimal('4200000'), Decimal('0.5'))
    """
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if value == whole else value.normalize()
