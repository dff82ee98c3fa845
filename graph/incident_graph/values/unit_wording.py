"""How units of measure and currencies are worded: symbols and codes before a number, words and marks after it."""

import re
from decimal import Decimal

from incident_graph.values.number import GAP, HYPHEN
from incident_graph.values.units import ISO_CODES

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
    "quintal": "quintals?",
    "pound of mass": "lbs?|pounds? of",
    "ounce": "ounces?|oz",
    "degree celsius": "degrees? c(?:elsius|entigrade)?|deg c",
    "degree fahrenheit": "degrees? f(?:ahrenheit)?",
    "degree": "degrees?",
    "mile per hour": "miles (?:per|an) hour|mph",
    "kilometre per hour": "kilomet(?:er|re)s (?:per|an) hour|km/h|km an hour|kph|kmh",
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
    "₱": "PHP",
    "RM": "MYR",
    "KSh": "KES",
    "Ksh": "KES",
    "USh": "UGX",
    "TSh": "TZS",
    "Tk": "BDT",
}
#: Letters that are a currency only before a large sum: "N500 million", "R2.4bn", and no road.
_LETTERS = {"N": "NGN", "R": "ZAR"}


def _longest_first(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _spaced(pattern: str) -> str:
    """Let a space of a spelling be any gap, or a hyphen."""
    return pattern.replace(" ", f"(?:{GAP}|[{HYPHEN}])")


#: Stands before a number: a symbol or an ISO code (case-sensitive).
MONEY_BEFORE = (
    f"(?:(?:{_longest_first([re.escape(s) for s in _SYMBOLS])}|(?<![\\w-])[{''.join(_LETTERS)}]"
    rf"(?=\d[\d.,]*{GAP}?(?:bn|m|million|billion|trillion)\b|\d{{1,3}}(?:,\d{{3}})+(?![\d,]))|"
    f"(?:{'|'.join(sorted(ISO_CODES))})"
    r"(?!\d{1,2}(?![\dkmb]|[.,]\d)))[^\S\n]?(?=\d))"
)
_NAMED = [(code, _spaced(spelling)) for code, names in _CURRENCY_NAMES.items() for spelling in names.split("|")]
_HUNDREDTH = [(code, _spaced(spelling)) for code, names in _CENTS.items() for spelling in names.split("|")]
_UNITS = [(unit, _spaced(s)) for unit, spellings in _SPELLED.items() for s in re.split(r"\|(?![^(]*\))", spellings)]

_ALL = sorted(_NAMED + _HUNDREDTH + _UNITS, key=lambda pair: len(re.sub(r"[?:()^\[\]]", "", pair[1])), reverse=True)
_WORD_AFTER = re.compile("(?:" + "|".join(f"({pattern})" for _, pattern in _ALL) + r")(?!\w)", re.IGNORECASE)
_CODE_AFTER = re.compile("(?:" + "|".join(sorted(ISO_CODES)) + r"|€|£|₽|\$|kr)(?!\w)")
_MARKS = re.compile(r"%|°\s?([CF])(?!\w)|°|[º˚]\s?([CF])(?!\w)|\u2033|p(?!\w)|ft(?!\w)")


def symbol_unit(symbol: str) -> str:
    """The ISO 4217 code (or "BTC") of a symbol or code that stands before a number.

    >>> symbol_unit("£"), symbol_unit("US$"), symbol_unit("NOK ")
    ('GBP', 'USD', 'NOK')
    """
    symbol = symbol.strip()
    return _SYMBOLS.get(symbol) or _LETTERS.get(symbol, symbol)


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
    # One alternative a unit, and a group each: the last group that matched says which.
    unit, spelling = _ALL[(found.lastindex or 1) - 1]
    if (unit, spelling) in _HUNDREDTH:
        return unit, found.end(), Decimal("0.01")
    if unit == "pound of mass":
        return "pound", found.end() - (3 if found[0].lower().endswith(" of") else 0), Decimal(1)
    return unit, found.end(), Decimal(1)
