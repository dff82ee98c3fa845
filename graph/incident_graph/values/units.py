"""Units of measure and currencies in their normal form: what they measure, and what converts into what."""

from decimal import Decimal

#: Normal form -> (dimension, how many base units it holds). Only lengths, durations and masses convert.
BASE: dict[str, tuple[str, Decimal]] = {
    unit: (dimension, Decimal(factor))
    for dimension, table in {
        "duration": {
            "second": "1",
            "minute": "60",
            "hour": "3600",
            "day": "86400",
            "week": "604800",
            "month": "2629746",
            "year": "31556952",
            "decade": "315569520",
            "century": "3155695200",
        },
        "length": {
            "millimetre": "0.001",
            "centimetre": "0.01",
            "metre": "1",
            "kilometre": "1000",
            "inch": "0.0254",
            "foot": "0.3048",
            "yard": "0.9144",
            "mile": "1609.344",
            "nautical mile": "1852",
        },
        "mass": {
            "gram": "1",
            "kilogram": "1000",
            "quintal": "100000",
            "tonne": "1000000",
            "pound": "453.59237",
            "ounce": "28.349523125",
        },
    }.items()
    for unit, factor in table.items()
}

ISO_CODES = frozenset(
    "AED ARS AUD BDT BGN BHD BRL BTC CAD CHF CLP CNY COP CZK DKK EGP ETH EUR GBP GEL GHS HKD HRK HUF IDR ILS INR IQD "
    "IRR ISK JOD JPY KES KRW KWD KZT LBP LKR MAD MXN MYR NGN NOK NPR NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SEK "
    "SGD THB TND TRY TWD TZS UAH UGX USD UYU VND XAF XMR XOF ZAR ZMW".split()
)
SYMBOL_OF = {"GBP": "£", "EUR": "€", "USD": "$", "INR": "₹", "JPY": "¥"}


def is_money(unit: str) -> bool:
    """Whether a normal form is a currency.

    >>> is_money("GBP"), is_money("minute")
    (True, False)
    """
    return unit in ISO_CODES


def dimension(unit: str) -> str:
    """What a unit measures: "money", "duration", "length", "mass", or the unit itself (which converts to nothing).

    >>> dimension("nautical mile"), dimension("person")
    ('length', 'person')
    """
    return "money" if is_money(unit) else BASE[unit][0] if unit in BASE else unit


def in_base_unit(unit: str) -> Decimal:
    """By what a number of ``unit`` is multiplied to be one of the base unit of its dimension; 1 for all other units.

    >>> in_base_unit("kilometre"), in_base_unit("person")
    (Decimal('1000'), Decimal('1'))
    """
    if unit == "fraction":
        return Decimal(100)  # of a percent
    return BASE[unit][1] if unit in BASE else Decimal(1)


def convert(value: Decimal, unit: str, to: str) -> Decimal | None:
    """``value`` of ``unit`` in another unit, or ``None`` when the two do not convert.

    >>> convert(Decimal(2), "hour", "minute"), convert(Decimal(2), "hour", "metre") is None
    (Decimal('120'), True)
    """
    if unit == to:
        return value
    if {unit, to} == {"percent", "fraction"}:
        return value / 100 if unit == "percent" else value * 100
    if unit not in BASE or to not in BASE or BASE[unit][0] != BASE[to][0]:
        return None
    return value * BASE[unit][1] / BASE[to][1]
