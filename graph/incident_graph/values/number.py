"""Numbers as people write them: digits with separators, words, scales, fractions of a scale.

``NUMBER`` is the source of a regular expression (to be compiled with ``re.IGNORECASE``); ``parse_number`` reads what it
matches. ``VAGUE`` matches numbers that name no value ("a few thousand", "dozens"), ``vague_bounds`` reads them.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from incident_graph.values.bounds import TEN_PERCENT, plain

SPACE = r"(?:[^\S\n]*\n?[^\S\n]*)"  # white space with at most one line break, possibly none
GAP = r"(?:(?:[^\S\n]+\n?|\n)[^\S\n]*)"  # the same, at least one character
HYPHEN = "\\-\u2010\u2011"  # hyphen-minus, hyphen, non-breaking hyphen: for use within square brackets
DASH = HYPHEN + "\u2012\u2013\u2212"  # and figure dash, en dash, minus sign

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS: dict[str, int] = {
    **{word: n for n, word in enumerate(_SMALL)},
    **{word: 10 * n for n, word in enumerate(_TENS, 2)},
}
SCALES: dict[str, int] = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
SUFFIXES: dict[str, int] = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "mio": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "b": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "cr": 10**7,
}
_LONGEST = 200  # no number anyone writes is longer
_GREATEST = 10**21  # nor greater

_UNIT = "(?:" + "|".join(sorted(_SMALL[1:10], key=len, reverse=True)) + ")"
_ATOM = f"(?:(?:{'|'.join(_TENS)})(?:(?:[{HYPHEN}]|{GAP}){_UNIT})?|{'|'.join(sorted(_SMALL, key=len, reverse=True))})"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)"
_SEP = f"(?:[{HYPHEN}]|{GAP})"
_HALF = f"{GAP}and{GAP}a{GAP}(?:half|quarter)"
DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?"
    r"|\d{1,2}(?:,\d{2})+,\d{3}"  # 12,34,567
    r"|\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?![\d.,]*\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}"  # 1.200.000
    r"|\d{1,3},\d{1,2}(?=\s(?:million|billion|trillion)\b)"  # 4,5 million
    r"|\d+(?:\.\d+)?)(?![.,]?\d)"
)
_SUFFIX = r"(?:bn|bln|mn|mln|mio|trn|tn|cr|k|m|b)"
_WORD_NUMBER = (
    f"(?:(?:{_ATOM}(?:{_HALF})?|an?){_SEP}{_SCALE}s?\\b(?:{_SEP}{_SCALE}\\b){{0,3}}"
    f"(?:{_SEP}(?:and{GAP})?{_ATOM}\\b(?!{GAP}(?:of|per{GAP}cent|in)\\b)(?:{_SEP}{_SCALE}\\b){{0,3}}){{0,8}}(?:{_HALF}\\b)?"
    f"|{_ATOM}(?:{_HALF})?)\\b"
)
_PART_OF_SCALE = (
    f"(?:(?:a{GAP})?half{_SEP}(?:an?{_SEP})?{_SCALE}|(?:an?|one|three){_SEP}quarters?{GAP}of{GAP}an?{GAP}{_SCALE})\\b"
)
#: A number that has a value.
NUMBER = (
    f"(?:{DIGITS}(?:{_HALF})?(?:{_SEP}{_SCALE}s?\\b|(?:million|billion)\\b|[^\\S\\n]?(?:bn|mn|mln|tn|trn)\\b|{_SUFFIX}\\b)?"
    f"|{_PART_OF_SCALE}|{_WORD_NUMBER})"
)

#: A number that has only bounds; the longest first.
VAGUE = (
    f"(?:(?:tens|dozens|scores|hundreds|thousands|millions){GAP}of{GAP}(?:hundreds|thousands|millions|billions)"
    f"|(?:a{GAP}few|few|several|a{GAP}couple(?:{GAP}of)?|a{GAP}handful{GAP}of){GAP}"
    r"(?:dozen|hundred|thousand|million|billion|lakh|crore)"
    f"|dozens|scores|hundreds|thousands|millions|billions|several|a{GAP}few|a{GAP}handful|a{GAP}couple(?={GAP}of\\b))\\b"
)
_PLURALS = {
    "tens": 10,
    "dozens": 12,
    "scores": 20,
    "hundreds": 100,
    "thousands": 1000,
    "millions": 10**6,
    "billions": 10**9,
}
_NUMBER_RE = re.compile(NUMBER, re.IGNORECASE)
_VAGUE_RE = re.compile(VAGUE, re.IGNORECASE)


@dataclass(frozen=True)
class Number:
    """A number as written: its ``value``, and the ``slack`` its rounding leaves on either side (0: none).

    Only numbers with a scale are taken as rounded, by half a unit of their last digit and never by more than a tenth
    of the value: "4.2 million" admits 4.15 to 4.25 million; "4,200,000" admits nothing else.
    """

    value: Decimal
    slack: Decimal = Decimal(0)


def read_number(text: str) -> Number:
    """The number a whole string writes, with the slack of its rounding; ValueError when it writes none.

    >>> read_number("4.2 million")
    Number(value=Decimal('4200000'), slack=Decimal('50000'))
    >>> read_number("38")
    Number(value=Decimal('38'), slack=Decimal('0'))
    """
    text = text.strip()
    if len(text) > _LONGEST or not _NUMBER_RE.fullmatch(text):
        raise ValueError(f"not a number: {text!r}")
    if text[0].isdigit():
        value, step = _digits(text)
    else:
        value, step = _words(re.split(rf"[\s{HYPHEN}]+", text.lower()))
    if value >= _GREATEST:
        raise ValueError(f"not a number: {text!r}")
    return Number(plain(value), plain(min(step / 2, value * TEN_PERCENT)))


def parse_number(text: str) -> Decimal:
    """The value of a whole string that writes one number, in digits or words; ValueError when it does not.

    >>> [str(parse_number(t)) for t in ("half a million", "500K", "4.5bn", "1.2 lakh", "three dozen", "1,200")]
    ['500000', '500000', '4500000000', '120000', '36', '1200']
    >>> parse_number("several")
    Traceback (most recent call last):
    ValueError: not a number: 'several'
    """
    return read_number(text).value


def vague_bounds(text: str) -> tuple[Decimal, Decimal | None]:
    """Lowest and highest value of a number that names none; the highest is ``None`` when it is open.

    >>> vague_bounds("a few thousand"), vague_bounds("several")
    ((Decimal('3000'), Decimal('9999')), (Decimal('3'), None))
    >>> vague_bounds("forty")
    Traceback (most recent call last):
    ValueError: not a vague number: 'forty'
    """
    folded = " ".join(text.lower().split())
    if not _VAGUE_RE.fullmatch(folded) and folded != "a couple":
        raise ValueError(f"not a vague number: {text!r}")
    words = folded.split()
    if words[0] in _PLURALS:
        first = _PLURALS[words[0]]
        scale = _PLURALS[words[-1]] if len(words) > 1 else 1
        unit = first * scale
        low = 40 * scale if words[0] == "scores" else 2 * unit
        if words[0] in ("dozens", "scores"):
            return Decimal(20 * scale if words[0] == "dozens" else low), Decimal(200 * scale - 1)
        return Decimal(low), Decimal((10 if unit < 1000 or len(words) > 1 else 1000) * unit - 1)
    last = SCALES.get(words[-1], 1)
    if "couple" in words:
        return Decimal(2 * last), Decimal(3 * last)
    if words[0] == "several" and last == 1:
        return Decimal(3), None
    return Decimal(3 * last), Decimal(10 * last - 1)


#: Wordings by which an interval that no number states is shown again; of two for one interval, the first.
_SHOWN_AS = (
    *("dozens", "scores", "hundreds", "thousands", "millions", "billions"),
    *(f"{many} of {scale}" for scale in ("thousands", "millions", "billions") for many in ("tens", "hundreds")),
    *(f"several {scale}" for scale in ("dozen", "hundred", "thousand", "million", "billion")),
)


@lru_cache(maxsize=1)
def _shown_as() -> dict[tuple[Decimal, Decimal | None], str]:
    return {vague_bounds(wording): wording for wording in reversed(_SHOWN_AS)}


def vague_label(low: Decimal, high: Decimal | None) -> str:
    """The wording that has these bounds and names no number; "" for bounds that a text could well give as such.

    >>> vague_label(Decimal(20), Decimal(199)), vague_label(Decimal(3), Decimal(9))
    ('dozens', '')
    """
    return _shown_as().get((low, high), "")


def number_words(value: int) -> str:
    """A whole number from 0 to 999,999,999,999 in English words, British style.

    >>> number_words(1205), number_words(42)
    ('one thousand two hundred and five', 'forty-two')
    """
    if not 0 <= value < 10**12:
        raise ValueError(f"no words for {value}")
    if value < 20:
        return _SMALL[value]
    if value < 100:
        return _TENS[value // 10 - 2] + (f"-{_SMALL[value % 10]}" if value % 10 else "")
    for word, scale in (("billion", 10**9), ("million", 10**6), ("thousand", 10**3), ("hundred", 100)):
        if value >= scale:
            rest = value % scale
            joint = " and " if rest and rest < 100 else " "
            return f"{number_words(value // scale)} {word}" + (joint + number_words(rest) if rest else "")
    raise AssertionError(value)


def _digits(text: str) -> tuple[Decimal, Decimal]:
    """Value and step of the last digit (0 when nothing is rounded) of a number that begins in digits."""
    found = re.match(r"[\d.,\s]*\d", text)
    assert found
    digits, rest = re.sub(r"\s", "", found[0]), text[found.end() :].lower()
    if digits.count(".") > 1:
        digits = digits.replace(".", "")
    elif re.fullmatch(r"\d+,\d{1,2}", digits):
        digits = digits.replace(",", ".")
    if len(digits) > 24:
        raise ValueError(f"not a number: {text!r}")
    value = Decimal(digits.replace(",", ""))
    step = Decimal(1).scaleb(-len(digits.partition(".")[2]))
    if "half" in rest or "quarter" in rest:
        value, step = value + (Decimal("0.5") if "half" in rest else Decimal("0.25")), TEN_PERCENT
    word = re.sub(rf"^[\s{HYPHEN}]+", "", rest).split()[-1] if rest.strip() else ""
    word = re.sub(rf".*[{HYPHEN}]", "", word)
    scale = SCALES.get(word) or SCALES.get(word.removesuffix("s")) or SUFFIXES.get(word)
    return (value * scale, step * scale) if scale else (value, Decimal(0))


def _words(words: list[str]) -> tuple[Decimal, Decimal]:
    """Value and step of a number in words, split at white space and hyphens."""
    total, current, step, last_scale = Decimal(0), Decimal(0), Decimal(0), Decimal(1)
    seen = False  # whether the number before the next scale has been said
    for word in words:
        if word in WORDS:
            current, seen, step = current + WORDS[word], True, Decimal(0)
        elif word in ("half", "quarter", "quarters"):
            part: Decimal = Decimal("0.5") if word == "half" else Decimal("0.25")
            if word == "quarters":
                current = current * part
            elif seen:
                current += part
            else:
                total += part * last_scale if last_scale > 1 else Decimal(0)
                current = current if last_scale > 1 else part
            seen, step = last_scale == 1, TEN_PERCENT * last_scale
        elif (scale := SCALES.get(word) or SCALES.get(word.removesuffix("s"))) is not None:
            step = (step or Decimal(1)) * scale
            last_scale = Decimal(scale)
            current = (current or Decimal(1)) * scale
            if scale >= 1000:
                total, current = total + current, Decimal(0)
            seen = False
    return total + current, step if last_scale > 1 else Decimal(0)
