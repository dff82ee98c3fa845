"""How quantities are worded: comparator, number or range, unit; read at a place in a text.

``read_quantity`` is told where a number begins (or its currency symbol), looks forward for range and unit and back for
the comparator. It knows nothing of counted nouns: those are the extraction room's.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from incident_graph.values import quantity_patterns as patterns
from incident_graph.values.bounds import TEN_PERCENT, bounds_of, plain
from incident_graph.values.comparator import COMPARATORS, comparators_before
from incident_graph.values.number import (
    DASH,
    GAP,
    HYPHEN,
    SUFFIXES,
    Number,
    read_number,
    vague_bounds,
)
from incident_graph.values.unit_wording import symbol_unit, unit_at
from incident_graph.values.units import BASE, convert, dimension


@dataclass(frozen=True)
class Wording:
    """A quantity as worded: the interval it admits, its unit, and where it stands.

    ``start``/``end`` cover comparator, number and unit; ``core_start``/``core_end`` number and unit alone. ``form`` is
    number · range · vague · part (fraction) · age · times; ``whole`` is where a fraction's "of" or "in" would follow.
    """

    low: Decimal | None
    high: Decimal | None
    stated: Decimal | None
    unit: str
    start: int
    end: int
    core_start: int
    core_end: int
    form: str = "number"
    comparator: str = ""
    hyphenated: bool = False  # number and unit joined by a hyphen: "six-month"

    def negated(self) -> "Wording":
        """The wording with the minus sign that stands before it."""
        low, high, stated = (None if n is None else -n for n in (self.high, self.low, self.stated))
        start, core = min(self.start, self.core_start - 1), self.core_start - 1
        return replace(self, low=low, high=high, stated=stated, start=start, core_start=core)


_LOOKBACK = 48


def read_quantity(text: str, pos: int, end: int, start: int = 0) -> Wording | None:
    """The quantity whose number (or currency symbol) begins at ``pos``, reading no further than ``end``, nor back
    beyond ``start``; ``None`` when there is none.

    >>> w = read_quantity("cost between £30 and £45 million", 13, 32)
    >>> str(w.low), str(w.high), w.stated, w.unit, w.start, w.end
    ('30000000', '45000000', None, 'GBP', 5, 32)
    """
    if text[pos : pos + 1] in ("-", "−") and pos == start:
        inner = read_quantity(text, pos + 1, end, pos + 1)
        return inner and inner.negated()
    before = comparators_before(text, max(start, pos - _LOOKBACK), pos)
    last = " ".join(before["last"].lower().split()) if before else ""
    for reader in (_read_special, _read_vague, _read_plain):
        if (found := reader(text, pos, end, start, last)) is not None:
            break
    else:
        return None
    found = _widen_after(text, found, end)
    return _compare(text, found, before) if before and found.start == pos else found


def _read_special(text: str, pos: int, end: int, start: int, last: str) -> Wording | None:
    """Ages, "one in five", fractions, "twice", "a week", "half an hour"."""
    if (m := patterns.AGE.match(text, pos, end)) and (age := _value(m["n"])) is not None:
        return _exact(age.value, m["unit"].lower(), m, "age")
    if (
        (m := patterns.ONE_IN.match(text, pos, end))
        and (n := _value(m["n"]))
        and (d := _value(m["d"]))
        and d.value > n.value
    ):
        return _exact(_ratio(n.value, d.value), "fraction", m, "part")
    if m := patterns.ONE_UNIT.match(text, pos, end):
        unit = {"kilometer": "kilometre", "ton": "tonne"}.get(m["unit"].lower(), m["unit"].lower())
        part = (m["part"] or "").lower()
        value = Decimal("1.5") if m["half2"] else Decimal(1)
        if part:
            value = (
                Decimal("0.5") if part == "half" else Decimal("0.75") if part.startswith("three") else Decimal("0.25")
            )
        return _exact(value, unit, m, "one")
    if m := patterns.FRACTION.match(text, pos, end):
        return _fraction(text, m, end, start, last)
    if m := patterns.TWICE.match(text, pos, end):
        if m["word"]:
            return _exact(Decimal(2 if m["word"].lower() == "twice" else 3), "times", m, "times")
        if (fold := _value(m["n"])) is not None:
            return _exact(fold.value, "times", m, "times")
    if (m := patterns.DECADE_OF_LIFE.match(text, pos, end)) and patterns.POSSESSED.search(
        text, max(start, pos - 8), pos
    ):
        word = m["n"].lower()
        tens = "teens twenties thirties forties fifties sixties seventies eighties nineties".split()
        decade = Decimal(word[:2] if word[0].isdigit() else 10 * (1 + tens.index(word)))
        part = (m["part"] or "").strip(" -\u2010\u2011").lower()
        low = decade + {"mid": 4, "late": 7}.get(part, 3 if word == "teens" else 0)
        high = decade + {"early": 3, "mid": 6}.get(part, 9)
        return Wording(low, high, None, "year", m.start(), m.end(), m.start(), m.end(), "age")
    return None


def _read_vague(text: str, pos: int, end: int, start: int, last: str) -> Wording | None:
    if (m := patterns.VAGUE_RE.match(text, pos, end)) is None:
        return None
    low, high = vague_bounds(m[0])
    found = Wording(low, high, None, "", pos, m.end(), pos, m.end(), "vague")
    return _with_unit(text, found, end)


def _read_plain(text: str, pos: int, end: int, start: int, last: str) -> Wording | None:
    """A number or a range of two, with the unit before or after."""
    symbol = patterns.MONEY_BEFORE_RE.match(text, pos, end)
    first = patterns.NUMBER_RE.match(text, symbol.end() if symbol else pos, end)
    if first is None:
        return None
    written, first_end = _without_metres(text, first, end, 0 if symbol else start)
    number = _value(written)
    if number is None:
        return None
    unit = symbol_unit(symbol[0]) if symbol else ""
    if first_end < first.end() and not patterns.METRES.match(text, first_end, end):
        unit, first_end = "metre", first.end()
    found = Wording(
        plain(number.value - number.slack),
        plain(number.value + number.slack),
        number.value,
        unit,
        pos,
        first_end,
        pos,
        first_end,
    )
    found = found if unit else _with_unit(text, found, end)
    ranged = _read_range(text, found, first, number, end, start, last)
    if ranged is not None:
        return ranged
    if found.unit in BASE and not found.hyphenated:
        found = _add_parts(text, found, end)
    if not found.unit:
        if m := patterns.MAGNITUDE.match(text, found.end, end):
            return replace(found, unit="magnitude", end=m.end(), core_end=m.end())
        if patterns.RICHTER.match(text, found.end, end) or patterns.MAGNITUDE_BEFORE.search(
            text, max(start, pos - 20), pos
        ):
            return replace(found, unit="magnitude")
    return found


def _read_range(
    text: str, found: Wording, first: re.Match[str], number: Number, end: int, start: int, last: str
) -> Wording | None:
    """The range that begins with what was ``found``, if a second number follows and is greater."""
    joint = patterns.RANGE.match(text, found.end, end)
    if joint is None or (joint["and"] and last != "between"):
        return None
    if last == "from" and patterns.CHANGED.search(text, max(start, found.start - 80), found.start - 5):
        return None
    pos = joint.end()
    symbol = patterns.MONEY_BEFORE_RE.match(text, pos, end)
    second = patterns.NUMBER_RE.match(text, symbol.end() if symbol else pos, end)
    if second is None or text[second.end() : second.end() + 1] in (":", "/"):
        return None
    written, second_end = _without_metres(text, second, end)
    if found.unit == "metre" and written[-1] == "m" and written[-2:-1].isdigit():
        written = written[:-1]
    other = _value(written)
    if other is None or (not joint["and"] and re.match(rf"[{DASH}]\d|(?:st|nd|rd|th)\b", text[second_end:end])):
        return None
    low, high = number.value, other.value
    tail = _with_unit(
        text, Wording(None, None, None, symbol_unit(symbol[0]) if symbol else "", 0, second_end, 0, 0), end
    )
    if found.unit and tail.unit and found.unit != tail.unit:
        in_first = convert(high, tail.unit, found.unit)
        if in_first is None or in_first <= low:
            return None
        high = in_first
        unit = found.unit
    else:
        unit = found.unit or tail.unit
    if low >= high or low * 1000 < high:  # "10 to 20 million": the scale is shared
        scale = _scale_of(written)
        if scale and not _scale_of(first[0]) and low * scale < high:
            low *= scale
    elif (scale := _scale_of(written)) and not _scale_of(first[0]) and first[0][0].isdigit() and low * scale < high:
        low *= scale
    if low >= high:
        return None
    if joint[0].strip().lower() == "or" and high > 2 * low + 2:
        return None
    return Wording(plain(low), plain(high), None, unit, found.start, tail.end, found.start, tail.end, "range")


def _with_unit(text: str, found: Wording, end: int) -> Wording:
    """The wording with the unit that follows the number, if one does."""
    if found.unit:
        return found
    gap = patterns.TO_UNIT.match(text, found.end, end)
    pos = gap.end() if gap else found.end
    hyphen = bool(gap and gap[0] and not gap[0].isspace())
    unit = unit_at(text, pos, end)
    if unit is None:
        if found.stated is not None and patterns.METRES.match(text, found.end, end):
            return replace(found, unit="metre", end=found.end + 1, core_end=found.end + 1)
        if (
            found.stated is not None
            and patterns.CELSIUS.match(text, found.end, end)
            and patterns.HEAT.search(text, 0 if pos < 80 else pos - 80, min(end, pos + 80))
        ):
            return replace(found, unit="degree celsius", end=found.end + 1, core_end=found.end + 1)
        return found
    name, stop, factor = unit
    word = text[pos:stop]
    if (word.lower() == "won" and (found.stated or 0) < 1000) or (word == "p" and pos != found.end):
        return found
    if word.lower() in ("times", "fold") and (word[0].isupper() or found.stated == 1):
        return found
    if hyphen and word.lower() in ("pound", "pounds"):
        name = "pound"
    if word.lower() in ("second",) and not hyphen and found.stated != 1:
        return found  # "two second homes"
    scaled = [None if n is None else plain(n * factor) for n in (found.low, found.high, found.stated)]
    return replace(
        found, low=scaled[0], high=scaled[1], stated=scaled[2], unit=name, end=stop, core_end=stop, hyphenated=hyphen
    )


def _add_parts(text: str, found: Wording, end: int) -> Wording:
    """ "12 hours and 50 minutes", "6ft 2in": later parts are added in the smallest unit."""
    while (joint := patterns.AND_PART.match(text, found.end, end)) is not None:
        second = patterns.NUMBER_RE.match(text, joint.end(), end)
        if second is None or (number := _value(second[0])) is None:
            return found
        part = _with_unit(
            text,
            Wording(number.value, number.value, number.value, "", joint.end(), second.end(), joint.end(), second.end()),
            end,
        )
        if part.unit not in BASE or dimension(part.unit) != dimension(found.unit):
            return found
        ours = convert(found.stated or Decimal(0), found.unit, part.unit)
        if ours is None or BASE[part.unit][1] >= BASE[found.unit][1]:
            return found
        total = plain(ours + number.value)
        found = replace(found, low=total, high=total, stated=total, unit=part.unit, end=part.end, core_end=part.end)
    return found


def _fraction(text: str, m: re.Match[str], end: int, start: int, last: str) -> Wording | None:
    """A fraction, where it is one: "a third of", "half the", "by a third" - not "a third suspect", "the first half"."""
    after = text[m.end() : min(end, m.end() + 24)]
    before = text[max(start, m.start() - 24) : m.start()]
    joined = re.match(rf"[{HYPHEN}\w]", after) is not None
    plural = m["n"] and m["n"].lower() not in ("a", "an", "one")
    whole = re.match(rf"{GAP}(?:of\b|(?:the|its|his|her|their|our|all|that|those|these)\b)", after, re.IGNORECASE)
    measured = COMPARATORS.get(last) or re.search(r"\b(?:by|than)\s+$", before, re.IGNORECASE)
    closed = re.match(r"\s*(?:$|[.,;:)]|\b(?:in|from|on|to|since|during|after|were|was|are|have|had|said)\b)", after)
    if m.start() == start and m.end() == end:
        whole = measured = m  # nothing else is said
    if joined or re.search(r"\b(?:first|second|other|latter|better|last|third|final|time)\s+$", before, re.IGNORECASE):
        return None
    if not (whole or plural or (measured and closed)):
        return None
    if m["half"]:
        return _exact(Decimal("0.5"), "fraction", m, "part")
    return _exact(
        _ratio(Decimal(patterns.NUMERATORS[m["n"].lower()]), Decimal(patterns.DENOMINATORS[m["d"].lower()])),
        "fraction",
        m,
        "part",
    )


def _widen_after(text: str, found: Wording, end: int) -> Wording:
    """Comparators that follow: "30 or more", "200+", "20-odd", "ten minutes or so"."""
    if (m := patterns.AFTER.match(text, found.end, end)) is None or found.stated is None:
        return found
    kind = "least" if m["least"] or m["plus"] else "most" if m["most"] else "about"
    low, high = bounds_of(kind, found.stated, found.low, found.high)
    return replace(found, low=low, high=high, end=m.end(), comparator=kind)


def _compare(text: str, found: Wording, before: re.Match[str]) -> Wording:
    """The wording with the interval its comparator makes of it, and the comparator within it."""
    last = " ".join(before["last"].lower().split())
    first = " ".join((before["first"] or "").lower().split())
    if last in ("between", "from"):
        return replace(found, start=before.start("last")) if found.form == "range" else found
    kinds = [COMPARATORS[w] for w in (first, last) if w]
    if last == "over" and not first and dimension(found.unit) == "duration":
        lead = re.search(
            r"\b(?:for|lasted|took|lasting|after|of|spent|taken|is|was)\s+$",
            text[max(0, before.start() - 12) : before.start("last")],
        )
        if lead is None:
            return found  # "over two years" says when, not how many
    if last == "about" and re.search(
        r"\b(?:told|warn\w*|talk\w*|speak\w*|spoke|inform\w*|questions?|complain\w*|concern\w*|ask\w*|kn[eo]w\w*|hear\w*|"
        r"learn\w*|th(?:ink|ought)|worr\w+|reports?|detail\w*|stor(?:y|ies)|what|how|doubts?)\s+$",
        text[max(0, before.start() - 14) : before.start("last")],
        re.IGNORECASE,
    ):
        return found
    kind = next((k for k in kinds if k not in ("exact", "about")), "about" if "about" in kinds else "exact")
    if last in ("just", "only") and first and COMPARATORS[first] == "exact":
        kind = "exact"
    start = before.start("first") if first else before.start("last")
    if found.stated is None:
        if found.form == "vague" and kind in ("over", "least"):
            return replace(found, high=None, start=start, comparator=kind)
        return replace(found, start=start, comparator=kind)
    low, high = bounds_of(kind, found.stated, found.low, found.high)
    return replace(found, low=low, high=high, start=start, comparator=kind)


def _exact(value: Decimal, unit: str, m: re.Match[str], form: str) -> Wording:
    value = plain(value)
    slack = value * TEN_PERCENT if unit == "fraction" else Decimal(0)
    return Wording(
        plain(value - slack), plain(value + slack), value, unit, m.start(), m.end(), m.start(), m.end(), form
    )


def _ratio(part: Decimal, whole: Decimal) -> Decimal:
    return (part / whole).quantize(Decimal("0.0001"))


def _value(written: str) -> Number | None:
    """The number a string writes, or ``None``."""
    try:
        return read_number(written)
    except ValueError:
        return None


def _scale_of(written: str) -> Decimal | None:
    """The scale a number ends in ("20 million": 1,000,000; "£5k": 1,000), if it is written in digits with one."""
    if (m := patterns.SCALE_TAIL.search(written)) is None:
        return None
    word = m[1].lower()
    if word in SUFFIXES:
        return Decimal(SUFFIXES[word])
    return {
        "thousand": Decimal(1000),
        "million": Decimal(10**6),
        "billion": Decimal(10**9),
        "trillion": Decimal(10**12),
    }.get(word)


def _without_metres(text: str, m: re.Match[str], end: int, start: int | None = None) -> tuple[str, int]:
    """The number and its end, less an "m" that means metres ("10m deep"; with ``start``, "a height of 10m", too)."""
    if m[0].endswith("m") and m[0][-2:-1].isdigit():
        after = patterns.METRES.match(text, m.end() - 1, end)
        if after or (
            start is not None and patterns.LENGTH_BEFORE.search(text, max(start, m.start() - _LOOKBACK), m.start())
        ):
            return m[0][:-1], m.end() - 1
    return m[0], m.end()
