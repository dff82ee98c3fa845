"""The words beside a name that a feature asks for, in the notation of ``features.yaml``: a slot for each word."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from incident_graph.names.gazetteer import compound_class, country_words, noun_class, pattern, words

#: How many words a slot takes (-1: it does not fit them), and the class that they tell.
Fit = tuple[int, str]
_NO: Fit = (-1, "")
_YES: Fit = (1, "")
_LONGEST_GAP, _LONGER_GAP = 3, 5  # words, within commas and over them
_LONGEST_PHRASE = 7


@dataclass(frozen=True, slots=True)
class Slot:
    """What a word must be. A gap takes words until what follows it fits."""

    measure: Callable[[Sequence[str], int], Fit]
    optional: bool = False
    gap: int = 0  # words it may take
    over: str = ""  # punctuation that a gap may cross


def fits(slots: Sequence[Slot], beside: Sequence[str], at: int = 0) -> str | None:
    """The class that the nouns among the words tell, ``""`` for none; ``None`` when the words do not fit the slots.

    >>> fits(read_slots("posted on|onto"), ["posted", "on", "friday"]), fits(read_slots("<noun>"), ["ferry"])
    ('', 'Vehicle')
    >>> fits(read_slots("a ... c"), ["a", "b", "c"]), fits(read_slots("a ... c"), ["a", ",", "c"])
    ('', None)
    """
    if not slots:
        return ""
    slot, rest = slots[0], slots[1:]
    if slot.gap:
        return _over_gap(slot, rest, beside, at)
    width, kind = slot.measure(beside, at)
    if width >= 0 and (found := fits(rest, beside, at + width)) is not None:
        return kind or found
    return fits(rest, beside, at) if slot.optional else None


def _over_gap(slot: Slot, rest: Sequence[Slot], beside: Sequence[str], at: int) -> str | None:
    for width in range(slot.gap + 1):
        if width and (at + width > len(beside) or not _goes_on(beside[at + width - 1], slot)):
            return None
        if (found := fits(rest, beside, at + width)) is not None:
            return found
    return None


def _is_word(word: str) -> bool:
    return word[0].isalnum()


def _goes_on(word: str, gap: Slot) -> bool:
    return _is_word(word) or word in gap.over


def read_slots(text: str) -> tuple[Slot, ...]:
    """The slots of a stretch of words."""
    return tuple(read_slot(part) for part in text.split())


def anchors(text: str) -> frozenset[str] | None:
    """The words of which the first slot's must be one, or ``None`` when it says no more than what is not there."""
    first = text.split("&")[0]
    if not first or first.endswith("?") or "<" in first or first[0] in "!$*/" or (first[0] == "." and len(first) > 2):
        return None
    return None if "$" in first.split("|") else _words(first.split("|"))


def _words(alternatives: Sequence[str]) -> frozenset[str]:
    lists = (words(text[1:]) if text.startswith("@") else {text} for text in alternatives)
    return frozenset[str]().union(*lists)


def read_slot(text: str) -> Slot:
    """A slot: ``a|@list``, ``!a|@list``, ``/regex/``, ``/@pattern/``, ``<noun>``, ``<phrase>``, ``*``, ``...``, ``$``.

    ``(a)?`` may be missing, ``a&b`` asks for both.
    """
    if text in ("...", ",..."):
        over = ",()" if text[0] == "," else ""
        return Slot(_any_word, gap=_LONGER_GAP if over else _LONGEST_GAP, over=over)
    if text.startswith("(") and text.endswith(")?"):
        return replace(read_slot(text[1:-2]), optional=True)
    if "&" in text:
        return Slot(_both([read_slot(part) for part in text.split("&")]))
    if "<" in text and "|" in text:
        return Slot(_either([read_slot(part) for part in text.split("|")]))
    if text.startswith("<"):
        return Slot(_noun_of(text.strip("<>")))
    if text.startswith("/"):
        return Slot(_matching(pattern(text[2:-1]) if text[1] == "@" else re.compile(text[1:-1])))
    return Slot(_any_word if text == "*" else _none_of(text[1:]) if text[0] == "!" else _one_of(text))


def _any_word(beside: Sequence[str], at: int) -> Fit:
    return _YES if at < len(beside) and _is_word(beside[at]) else _NO


def _both(slots: Sequence[Slot]) -> Callable[[Sequence[str], int], Fit]:
    def measure(beside: Sequence[str], at: int) -> Fit:
        found = [slot.measure(beside, at) for slot in slots]
        return found[0] if all(width >= 0 for width, _ in found) else _NO

    return measure


def _either(slots: Sequence[Slot]) -> Callable[[Sequence[str], int], Fit]:
    def measure(beside: Sequence[str], at: int) -> Fit:
        return next((found for slot in slots if (found := slot.measure(beside, at))[0] >= 0), _NO)

    return measure


def _matching(expression: re.Pattern[str]) -> Callable[[Sequence[str], int], Fit]:
    def measure(beside: Sequence[str], at: int) -> Fit:
        return _YES if at < len(beside) and expression.fullmatch(beside[at].lower()) else _NO

    return measure


def _none_of(text: str) -> Callable[[Sequence[str], int], Fit]:
    """None of the words; where no word is left, nothing is taken."""
    barred = _words(text.split("|"))

    def measure(beside: Sequence[str], at: int) -> Fit:
        if at >= len(beside):
            return (0, "")
        return _NO if beside[at].lower() in barred else _YES

    return measure


def _one_of(text: str) -> Callable[[Sequence[str], int], Fit]:
    """One of the words; ``$``: or the end."""
    wanted = _words(text.split("|"))

    def measure(beside: Sequence[str], at: int) -> Fit:
        if at >= len(beside):
            return (0, "") if "$" in wanted else _NO
        return _YES if beside[at].lower() in wanted else _NO

    return measure


def _noun_of(text: str) -> Callable[[Sequence[str], int], Fit]:
    """A noun of any class or of one, a phrase that ends in such a noun, or a word for a country."""
    sort, _, wanted = text.partition(":")
    tell = {"noun": _noun, "phrase": _phrase, "country": _country}[sort]

    def measure(beside: Sequence[str], at: int) -> Fit:
        found = tell(beside, at) if at < len(beside) else ""
        return (1, "" if sort == "country" else found) if found and wanted in ("", found) else _NO

    return measure


def _country(beside: Sequence[str], at: int) -> str:
    return country_words().get(beside[at], "")


def _noun(beside: Sequence[str], at: int) -> str:
    """The class that a noun before a name tells, alone or as the second half of "social network"."""
    longer = compound_class(beside[at + 1], beside[at]) if at + 1 < len(beside) else ""
    return longer or noun_class(beside[at].lower())


def _phrase(beside: Sequence[str], at: int) -> str:
    """The class that a describing phrase ends in: “a Trondheim company”."""
    phrase: list[str] = []
    rest = beside[at:]
    for word in rest:
        if phrase and word in ("'s", "’s"):
            phrase = []  # "the firm's owner": whose, then what
            continue
        if word.lower() in words("end-a-phrase") or not _is_word(word):
            break
        phrase.append(word)
        if len(phrase) > _LONGEST_PHRASE:
            return ""
    if phrase and pattern("aged").fullmatch(phrase[0]):
        return "Person"
    if any(word.lower() in words("speech") for word in (*phrase[1:], *rest[len(phrase) : len(phrase) + 1])):
        return ""  # "the suburb of X, the ministry said": who speaks, not what X is
    for place in range(len(phrase) - 1, max(-1, len(phrase) - 4), -1):
        compound = compound_class(phrase[place - 1], phrase[place]) if place else ""
        if kind := compound or _class_in_phrase(phrase[place]):
            adjective = phrase[place] == "official" and place < len(phrase) - 1
            return "" if adjective else kind  # "the official figure"
    return ""


def _class_in_phrase(word: str) -> str:
    """The class of a noun; with a capital letter only that of a role: "President", but not the "Star" of a paper."""
    kind = noun_class(word.lower())
    return kind if kind == "Person" or word.islower() else ""
