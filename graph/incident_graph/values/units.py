"""Units of measure and currencies: the words for them, their normal form, and what converts into what."""

import re
from decimal import Decimal

from incident_graph.values.number import GAP, HYPHEN

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
        "mass": {"gram": "1", "kilogram": "1000", "tonne": "1000000", "pound": "453.59237", "ounce": "28.349523125"},
    }.items()
    for unit, factor in table.items()
}

_SPELLED = {
    # normal form: spellings (singular or plural; case-insensitive)
    "percent": "per cent|percent|pct|percentage points?|pc",
    "times": "times|fold",
    "second": "seconds?|secs?",
    "minute": "minutes?|mins?",
    "hour": "hours?|hrs?",
    "day": "days?",
    "week": "weeks?",
    "month": "months?",
    "year": "years?|yrs?",
    "decade": "decades?",
    "century": "century|centuries",
    "millimetre": "millimet(?:er|re)s?|mm",
    "centimetre": "centimet(?:er|re)s?|cm",
    "metre": "met(?:er|re)s?",
    "kilometre": "kilomet(?:er|re)s?|kms?",
    "inch": "inch(?:es)?",
    "foot": "feet|foot|ft",
    "yard": "yards?",
    "nautical mile": "nautical miles?|nm|nmi",
    "mile": "miles?",
    "gram": "gram(?:me)?s?",
    "kilogram": "kilogram(?:me)?s?|kilos?|kgs?",
    "tonne": "tonnes?|tons?|metric tons?",
    "pound of mass": "lbs?|pounds? of",
    "ounce": "ounces?|oz",
    "degree celsius": "degrees? c(?:elsius|entigrade)?|deg c",
    "degree fahrenheit": "degrees? f(?:ahrenheit)?",
    "degree": "degrees?",
    "mile per hour": "miles per hour|mph",
    "kilometre per hour": "kilomet(?:er|re)s per hour|km/h|kph|kmh",
    "knot": "knots?",
    "square kilometre": "square kilomet(?:er|re)s?|sq km",
    "square metre": "square met(?:er|re)s?|sq m",
    "square mile": "square miles?",
    "square foot": "square feet|square foot|sq ft",
    "hectare": "hectares?",
    "acre": "acres?",
    "cubic metre": "cubic met(?:er|re)s?",
    "litre": "lit(?:er|re)s?",
    "gallon": "gallons?",
    "megabyte": "megabytes?|mb",
    "gigabyte": "gigabytes?|gb",
    "terabyte": "terabytes?|tb",
    "petabyte": "petabytes?|pb",
    "kilowatt": "kilowatts?|kw",
    "megawatt": "megawatts?|mw",
    "gigawatt": "gigawatts?|gw",
    "decibel": "decibels?|db",
}
_CURRENCY_NAMES = {
    "GBP": "pounds? sterling|pounds?|quid",
    "EUR": "euros?",
    "AUD": "australian dollars?",
    "CAD": "canadian dollars?",
    "NZD": "new zealand dollars?",
    "HKD": "hong kong dollars?",
    "SGD": "singapore dollars?",
    "USD": "us dollars?|u\\.s\\. dollars?|american dollars?|dollars?|bucks",
    "JPY": "yen",
    "CNY": "yuan|renminbi",
    "INR": "indian rupees?|rupees?",
    "PKR": "pakistani rupees?",
    "LKR": "sri lankan rupees?",
    "NOK": "norwegian kroner|norwegian krone|kroner|krone",
    "DKK": "danish kroner|danish krone",
    "SEK": "swedish kronor|swedish krona|kronor|krona",
    "ISK": "icelandic kronur|icelandic krona",
    "CHF": "swiss francs?|francs?",
    "RUB": "roubles?|rubles?",
    "UAH": "hryvnias?",
    "PLN": "zlotys?|złotys?|zloty",
    "CZK": "czech crowns?|korunas?",
    "HUF": "forints?",
    "TRY": "turkish liras?|liras?",
    "ILS": "shekels?",
    "ZAR": "rands?",
    "NGN": "nairas?",
    "KES": "kenyan shillings?",
    "BRL": "reais",
    "MXN": "mexican pesos?",
    "PHP": "philippine pesos?",
    "KRW": "won",
    "THB": "bahts?",
    "IDR": "rupiahs?",
    "MYR": "ringgits?",
    "AED": "uae dirhams?|dirhams?",
    "SAR": "saudi riyals?|riyals?",
    "BTC": "bitcoins?|btc",
    "ETH": "ether|eth",
    "XMR": "monero|xmr",
}
#: Names that say a hundredth of a currency.
_CENTS = {"GBP": "pence|penny", "USD": "cents?"}
ISO_CODES = frozenset(
    "AED ARS AUD BDT BGN BHD BRL BTC CAD CHF CLP CNY COP CZK DKK EGP ETH EUR GBP GEL GHS HKD HRK HUF IDR ILS INR IQD "
    "IRR ISK JOD JPY KES KRW KWD KZT LBP LKR MAD MXN MYR NGN NOK NPR NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SEK "
    "SGD THB TND TRY TWD TZS UAH UGX USD UYU VND XAF XMR XOF ZAR ZMW".split()
)
_SYMBOLS = {
    "£": "GBP",
    "€": "EUR",
    "$": "USD",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₿": "BTC",
    "₺": "TRY",
    "₪": "ILS",
    "₦": "NGN",
    "฿": "THB",
    "₴": "UAH",
    "₫": "VND",
    "US$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "R$": "BRL",
    "Rs": "INR",
    "Rs.": "INR",
    "RMB": "CNY",
    "kr": "NOK",
    "Fr": "CHF",
    "Fr.": "CHF",
}
SYMBOL_OF = {"GBP": "£", "EUR": "€", "USD": "$", "INR": "₹", "JPY": "¥"}


def _longest_first(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _spaced(pattern: str) -> str:
    """Let a space of a spelling be any gap, or a hyphen."""
    return pattern.replace(" ", f"(?:{GAP}|[{HYPHEN}])")


#: Stands before a number: a symbol or an ISO code (case-sensitive).
MONEY_BEFORE = (
    f"(?:(?:{_longest_first([re.escape(s) for s in _SYMBOLS])}|(?:{'|'.join(sorted(ISO_CODES))})"
    r"(?!\d{1,2}(?![\dkmb]|[.,]\d)))[^\S\n]?(?=\d))"
)
_NAMED = [(code, _spaced(spelling)) for code, names in _CURRENCY_NAMES.items() for spelling in names.split("|")]
_HUNDREDTH = [(code, _spaced(spelling)) for code, names in _CENTS.items() for spelling in names.split("|")]
_UNITS = [(unit, _spaced(s)) for unit, spellings in _SPELLED.items() for s in re.split(r"\|(?![^(]*\))", spellings)]

_ALL = sorted(_NAMED + _HUNDREDTH + _UNITS, key=lambda pair: len(re.sub(r"[?:()^\[\]]", "", pair[1])), reverse=True)
_WORD_AFTER = re.compile("(?:" + "|".join(pattern for _, pattern in _ALL) + r")(?!\w)", re.IGNORECASE)
_CODE_AFTER = re.compile("(?:" + "|".join(sorted(ISO_CODES)) + r"|€|£|₽|\$|kr)(?!\w)")
_COMPILED = [(code, re.compile(pattern, re.IGNORECASE)) for code, pattern in _ALL]
_CENT_RE = [(code, re.compile(pattern, re.IGNORECASE)) for code, pattern in _HUNDREDTH]
_MARKS = re.compile(r"%|°\s?([CF])(?!\w)|°|[º˚]\s?([CF])(?!\w)|\u2033|p(?!\w)|ft(?!\w)")


def symbol_unit(symbol: str) -> str:
    """The ISO 4217 code (or "BTC") of a symbol or code that stands before a number.

    >>> symbol_unit("£"), symbol_unit("US$"), symbol_unit("NOK ")
    ('GBP', 'USD', 'NOK')
    """
    symbol = symbol.strip()
    return _SYMBOLS.get(symbol, symbol)


def unit_at(text: str, pos: int, end: int) -> tuple[str, int, Decimal] | None:
    """The unit whose words begin at ``pos``: its normal form, where it ends, and a factor for the number before it.

    >>> unit_at("60 pence", 3, 8)
    ('GBP', 8, Decimal('0.01'))
    >>> unit_at("60 patients", 3, 11) is None
    True
    """
    if (mark := _MARKS.match(text, pos, end)) is not None:
        if mark[0] == "%":
            return "percent", mark.end(), Decimal(1)
        if mark[0] == "p":
            return "GBP", mark.end(), Decimal("0.01")
        if mark[0] == "ft":
            return "foot", mark.end(), Decimal(1)
        if mark[0] == "\u2033":
            return "inch", mark.end(), Decimal(1)
        letter = mark[1] or mark[2]
        return {"C": "degree celsius", "F": "degree fahrenheit"}.get(letter, "degree"), mark.end(), Decimal(1)
    if (code := _CODE_AFTER.match(text, pos, end)) is not None:
        return symbol_unit(code[0]), code.end(), Decimal(1)
    if (found := _WORD_AFTER.match(text, pos, end)) is None:
        return None
    word = found[0]
    if any(pattern.fullmatch(word) for _, pattern in _CENT_RE):
        return next(code for code, pattern in _CENT_RE if pattern.fullmatch(word)), found.end(), Decimal("0.01")
    unit = next(code for code, pattern in _COMPILED if pattern.fullmatch(word))
    if unit == "pound of mass":
        return "pound", found.end() - (3 if word.lower().endswith(" of") else 0), Decimal(1)
    return unit, found.end(), Decimal(1)


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
