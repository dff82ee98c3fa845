"""Measured quantities: money, shares, ratios, ages, durations, lengths - what has a unit and counts no things."""

import re

from incident_graph.extraction.evidence import FigureMention
from incident_graph.extraction.figure_nouns import counted, singular
from incident_graph.extraction.figure_place import Place
from incident_graph.values.number import GAP, HYPHEN, WORDS
from incident_graph.values.quantity_wording import Wording
from incident_graph.values.units import BASE, is_money

_RATE = re.compile(
    r"(?:\b(?:once|twice|times|per|each|every|days|hours|[%€£$\d.,]+[kmb]?|percent|cent|dollars|pounds|euros|million|billion|"
    rf"{'|'.join(WORDS)}){GAP})$",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\b(?:within|in|after|for|every|over|under|almost|nearly|about|around|than|least|only|lasted|took|takes|take|just|last|"
    rf"past|inside|spent|of|until|to|whole|full|quarter){GAP}$",
    re.IGNORECASE,
)
_LATER = re.compile(rf"(?:[{HYPHEN}]long)?{GAP}(?:after|later|ago|before|earlier|since|into|long)\b", re.IGNORECASE)
_AFTER_DURATION = frozenset(
    """after later ago before earlier since and or but to in on at from by with for that when while as the a an until
    because who which if so than into""".split()
)
_POSSESSIVE_NOUN = re.compile(rf"[’'](?:s{GAP}|{GAP})(?P<np>(?:[a-z{HYPHEN}]+{GAP}){{0,2}}?(?P<n>[a-z]+))\b")
_ARTICLE = re.compile(rf"\b(?:an?|the|this|that|its|his|her|their|[a-z]+[’']s){GAP}$", re.IGNORECASE)
_ATTRIBUTIVE = re.compile(rf"(?:[{HYPHEN}](?:long|wide|high|deep|strong|tall|thick))?(?={GAP}[a-z])")
_OF = re.compile(rf"{GAP}of{GAP}|{GAP}(?=(?:the|its|his|her|their|our|all)\b)")
_DETERMINERS = re.compile(rf"(?:(?:the|its|his|her|their|our|all|those|these|that|this|an?){GAP})*")
_RATIO_AFTER = re.compile(
    rf"{GAP}(?:as|more|less|the|that|his|her|its|their|higher|lower|larger|bigger|normal|what|faster|greater)\b",
    re.IGNORECASE,
)
_PER_AFTER = re.compile(rf"{GAP}(?:a|an|per|each|every|daily|weekly|yearly|over)\b", re.IGNORECASE)
_CHANGES = frozenset(
    """jump rise increase drop fall decline cut stake share growth discount turnout majority tax levy surge reduction
    gain loss slump chance probability rate margin fee commission spike plunge dip increment pay stakeholding""".split()
)
_COMPARED = ("more", "less", "higher", "lower", "fewer", "larger", "smaller")


def read_measure(place: Place, wording: Wording) -> FigureMention | None:
    """The figure that a wording with a unit states, or ``None`` when it is none ("one day it would end")."""
    text, unit = place.text, wording.unit
    if wording.form == "age":
        return _age(place, wording)
    if unit in ("percent", "fraction"):
        return _share(place, wording)
    if unit == "times":
        return _times(place, wording)
    single = wording.form == "one" or text[wording.core_start : wording.core_start + 4].lower() == "one "
    if single and unit in BASE and not _is_lasting(place, wording):
        return None
    if m := _POSSESSIVE_NOUN.match(text, wording.end, place.end):
        return place.made(wording, m.end(), unit, "duration", m["np"], singular(m["n"]))
    if wording.hyphenated or (is_money(unit) and _ARTICLE.search(place.before(wording.start, 12))):
        m = _ATTRIBUTIVE.match(text, wording.end, place.end)
        noun = counted(text, m.end(), place.end, one=True) if m else None
        if noun is not None and noun.sort == "noun":
            return place.made(wording, noun.end, unit, "attributive", noun.phrase, noun.noun)
    return place.made(wording, wording.end, unit, "money" if is_money(unit) else "measure")


def _age(place: Place, wording: Wording) -> FigureMention:
    """ "34-year-old teacher", "in his fifties": in years (months, days), counted noun "age"."""
    if "old" in place.text[wording.core_start : wording.end].lower():
        noun = counted(place.text, wording.end, place.end, one=True)
        if noun is not None and noun.sort == "noun" and noun.unit == "person":
            return place.made(wording, noun.end, wording.unit, "age", noun.phrase, "age")
    return place.made(wording, wording.end, wording.unit, "age", "", "age")


def _share(place: Place, wording: Wording) -> FigureMention:
    """A percentage or fraction, with the noun it is a share of, or the change it measures."""
    text, end = place.text, wording.end
    core = text[wording.core_start : wording.core_end].lower()
    noun = None
    if m := _OF.match(text, end, place.end):
        lead = _DETERMINERS.match(text, m.end(), place.end)
        at = (lead.end() if lead else m.end()) - 1
        noun = counted(text, at, place.end) or counted(text, at, place.end, one=True)
    elif wording.form != "part" or " in " in core or " out " in core:
        noun = counted(text, end, place.end, one=wording.unit == "percent")
        changed = noun is not None and (noun.noun in _CHANGES or noun.phrase != noun.noun or noun.unit == "person")
        if noun is not None and (noun.phrase.lower().startswith(_COMPARED) or not changed):
            noun = None
    if noun is not None and noun.sort == "noun":
        return place.made(wording, noun.end, wording.unit, "share", noun.phrase, noun.noun)
    return place.made(wording, end, wording.unit, "share")


def _times(place: Place, wording: Wording) -> FigureMention | None:
    """ "10-20 times the price", "threefold" (ratios); "warned twice", "three times" (occasions); not "twice a week"."""
    after = place.after(wording.end, 12)
    fold = "fold" in place.text[wording.core_start : wording.core_end].lower()
    if _RATIO_AFTER.match(after) or wording.form == "range" or fold:
        return place.made(wording, wording.end, "times", "ratio", "", "ratio")
    if _PER_AFTER.match(after):
        return None
    return place.made(wording, wording.end, "times", "occasions", "", "occasion")


def _is_lasting(place: Place, wording: Wording) -> bool:
    """Whether one of a unit ("a week", "one day") says how long something lasted, and is no idiom or rate."""
    before, after = place.before(wording.start, 14), place.after(wording.end, 16)
    before += place.text[wording.start : wording.core_start]
    if _RATE.search(before) and not re.search(r"(?i)\b(?:than|least|every)\s+$", before):
        return False
    led = _LASTS.search(before) is not None or wording.comparator not in ("", "exact")
    part = led and wording.stated != 1  # "within half an hour of the call"
    if (wording.unit == "second" and not led) or (not part and re.match(rf"{GAP}of\b", after)):
        return False
    next_word = re.match(rf"{GAP}([a-z]+)", after)
    closed = next_word is None or next_word[1] in _AFTER_DURATION
    return wording.stated != 1 or _LATER.match(after) is not None or (led and closed)
