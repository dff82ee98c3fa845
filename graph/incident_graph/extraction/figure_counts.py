"""Counts: numbers of people and things, with the noun they count and the figure they are part of."""

import re

from incident_graph.extraction.evidence import FigureMention
from incident_graph.extraction.figure_context import follows_a_name
from incident_graph.extraction.figure_nouns import (
    Counted,
    class_of,
    counted,
    counts_casualties_after,
    counts_casualties_before,
    is_classed,
    singular,
)
from incident_graph.extraction.figure_place import Place
from incident_graph.values import Quantity
from incident_graph.values.calendar_words import MONTHS, WEEKDAYS
from incident_graph.values.number import GAP, HYPHEN
from incident_graph.values.quantity_wording import Wording

_ONE_IS_A_PRONOUN = re.compile(
    r"(?:\b(?:no|any|every|some|each|which|this|that|the|another|last|next|first|big|good|new|old|other|either|neither|loved|"
    rf"little){GAP}|[{HYPHEN}])$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    rf"(?:{GAP}|,{GAP})(?:(?:in|at|from|with|on|who|close{GAP}to|familiar{GAP}with)\b[^.;]{{0,40}}?{GAP}|,)?"
    r"(?:said|says|told|tells|described|describes|called|wrote|writes|warned|warns|explained|recalled|added|noted|argued|"
    r"asked|claimed|suggested|put|remembered|estimated|reported)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(rf"{GAP}of{GAP}(?:them|whom)\b", re.IGNORECASE)
_SET_APART = re.compile(r"[,(—–-]\s?(?:(?:including|at least|and|with)\s)?$", re.IGNORECASE)
_NAME_AND_AGE = re.compile(r"[^\W\d]{2,},\s\d{1,3},$|(?<![\w’'-])(?P<name>[A-Z][^\W\d]+),\s\d{1,3}$")
_AFTER_AGE = re.compile(r"[.;)]|,|\s(?:and|from|who|was|is|had|has|of|said)\b")
_SOMEONE_OF = re.compile(r"\b(?:boy|girl|man|woman|child|baby|son|daughter|pensioner|teenager)s?\sof\s$", re.IGNORECASE)
#: "a trainee of 19"
_A_PERSON_OF = re.compile(r"\ban?\s(?:[\w-]+\s){0,2}?(?P<noun>[\w-]+)\sof\s$", re.IGNORECASE)
_PARENTS = frozenset("mother father parent mum mom dad grandmother grandfather".split())
_IN_SENTENCE = re.compile(r"\w\s$")
_AGED = re.compile(rf"\b(?:aged?|ages)(?:{GAP}(?:just|only|about|between|from))?{GAP}$", re.IGNORECASE)
_AGE_LIMIT = re.compile(r"(?i)(?:under|over|below|above)\s+$")
_COMPOUND = re.compile(rf"[{HYPHEN}](?P<w>[a-z]+)(?![{HYPHEN}]\w)", re.IGNORECASE)
_COUNTED_COMPOUNDS = frozenset(
    """storey story floor bed bedroom room seat page member person man woman strong ship vehicle car lane engine judge
    nation country vessel truck""".split()
)
_NUMBERED = re.compile(
    r"(?i)\b(?:phase|part|chapter|level|stage|number|act|day|week|year|round|grade|no|tier|article|plan|formula|"
    r"top|big|group of)\s$"
)
_SUBSET_BEFORE = re.compile(
    rf"(?:\b(?:including|includes|included|among{GAP}them|among{GAP}whom|of{GAP}whom|of{GAP}which|of{GAP}those|of{GAP}them)"
    rf"(?:{GAP}(?:were|was|are|is))?|\bof{GAP}the{GAP}[\w,.]+(?:{GAP}[\w{HYPHEN}]+){{0,4}},){GAP}$",
    re.IGNORECASE,
)
_BODY_OF = re.compile(
    rf"\b(?:crew|team|staff|group|crowds?|party|family|workforce|gang|squad|population|class|congregation|audience|delegation)"
    rf"{GAP}of{GAP}$",
    re.IGNORECASE,
)
_BARE_LEAD = re.compile(
    r"\b(?:to|at|of|for|reached|hit|was|were|is|are|only|about|around|least|than|over|nearly|almost|all|up|some|by|from|with|"
    rf"after|just|now|and|another|further|said|between|recorded|counted|listed|found|says|put){GAP}$|[(“\"‘:–—-]{GAP}?$",
    re.IGNORECASE,
)
_ELLIPTIC_LEAD = re.compile(rf"\b(?:and|from|to|another|plus){GAP}$")
_ELLIPTIC_AFTER = re.compile(rf"\s*(?:$|[.;,])|{GAP}(?:on|in|at|to|from)\b")
_BARE_VERB = re.compile(rf"{GAP}(?:[a-z]{{3,}}ed|died|fled|said|told|went|got|came|felt|lost|left|did)\b")
_BARE_AFTER = re.compile(
    rf"\s*(?:$|[.,;:)!?”\"’—–]|{GAP}(?:in|on|at|by|to|from|after|before|since|so|as|and|or|but|of|who|were|was|have|had|are|with|"
    r"during|for|a|the|last|this|when|while)\b)"
)


def read_count(place: Place, wording: Wording) -> FigureMention | None:
    """The count that a wording without a unit states, or ``None`` when it counts nothing."""
    text, end = place.text, wording.end
    written = text[wording.core_start : wording.core_end]
    digits = written[0].isdigit()
    if wording.stated is not None and _is_age(place, wording, digits):
        return place.made(wording, end, "year", "age", "", "age")
    if written.lower() in ("one", "1"):
        return _one(place, wording)
    if m := _COMPOUND.match(text, end, place.end):
        return _compound(place, wording, singular(m["w"]), m.end()) if wording.form == "number" else None
    if re.match(rf"[{HYPHEN}]\w", text[end : end + 2]) and wording.form != "range":
        return None
    if not digits and _NUMBERED.search(place.before(wording.core_start, 10)):
        return None
    noun = counted(text, end, place.end)
    if noun is None:
        return _bare(place, wording, digits)
    title = place.sentence.block.kind in ("title", "heading")
    if wording.start == wording.core_start and not title:
        if digits and _may_be_named(place, wording, noun):
            return None
        if (
            not digits
            and written[0].isupper()
            and noun.phrase[:1].isupper()
            and _IN_SENTENCE.search(place.before(wording.start, 3))
        ):
            return None  # "the Seven Sisters"
    return _counted(place, wording, noun)


def _may_be_named(place: Place, wording: Wording, noun: Counted) -> bool:
    """Whether digits after a capitalised word are its number ("Grus 4 crews") rather than a count."""
    pos = wording.core_start
    if "," in place.text[pos : wording.core_end] or not follows_a_name(place.text, pos, place.sentence):
        return False
    if " " not in place.before(pos, 60).strip() and noun.sort == "noun":
        return False  # the capital opens the sentence
    return noun.sort == "predicate" or noun.unit not in ("person", "record")


def _is_age(place: Place, wording: Wording, digits: bool) -> bool:
    """Whether the number is an age: "aged 34", "Ann Lee, 34, a nurse"."""
    if _AGED.search(place.before(wording.start, 16)) or _SOMEONE_OF.search(place.before(wording.start, 20)):
        return True
    if not digits or wording.form != "number" or wording.start != wording.core_start:
        return False
    someone = _A_PERSON_OF.search(place.before(wording.start, 40))
    if someone and someone["noun"].lower() in _PARENTS:
        return False  # "a mother of 12"
    if someone and class_of(someone["noun"].lower()) == "person" and not _BODY_OF.search(someone[0]):
        return (wording.stated or 0) < 110
    if not 0 < (wording.stated or 0) < 110 or not _AFTER_AGE.match(place.after(wording.end, 6) or "."):
        return False
    comma = "," if place.after(wording.end, 1) == "," else ""
    m = _NAME_AND_AGE.search(
        place.before(wording.core_start, 40) + place.text[wording.core_start : wording.end] + comma
    )
    return m is not None and (m["name"] is None or m["name"].lower() not in (*MONTHS, *WEEKDAYS))


def _one(place: Place, wording: Wording) -> FigureMention | None:
    """ "One person died", "one of the 30 passengers", ", one of them hurt": no pronoun, not "one witness said"."""
    text, end = place.text, wording.end
    before = place.before(wording.core_start, 16)
    if m := _OF_THEM.match(text, end, place.end):
        casualty = counted(text, m.end(), place.end)
        if (place.counts() and _SET_APART.search(before)) or (casualty is not None and casualty.sort == "predicate"):
            return _counted(place, wording, Counted(m.end(), m[0].strip(), "", "", "pronoun"))
        return None
    if re.match(rf"[{HYPHEN}]", text[end : end + 1]):
        return None
    of = counted(text, end, place.end)
    if of is not None and of.whole is not None:
        return _counted(place, wording, of)
    if _ONE_IS_A_PRONOUN.search(before) and wording.comparator not in ("exact", "least", "over"):
        return None
    noun = counted(text, end, place.end, one=True)
    if noun is None or noun.phrase.lower().startswith(("of ", "more ", "other ", "another ")):
        return None
    if noun.sort == "predicate":
        return _counted(place, wording, noun)
    thing, _, last = noun.phrase.rpartition(" ")
    if thing and singular(last) != last.lower():  # "one copy exists": the last word is a verb
        head = thing.rpartition(" ")[2].lower()
        noun = Counted(noun.end - len(last) - 1, thing, head, class_of(head))
    known = is_classed(noun.noun) or wording.comparator in ("exact", "least")
    if noun.sort != "noun" or not known or _SPEAKS.match(text, noun.end, place.end):
        return None
    if re.search(r"\b(?:to|told|asked|by|of)\s+$", before) and wording.start == wording.core_start:
        return None  # "told one reporter"
    return _counted(place, wording, noun)


def _compound(place: Place, wording: Wording, word: str, end: int) -> FigureMention | None:
    """ "A 22-storey tower", "the 1,200-strong workforce"; not "two-factor", "three-way"."""
    person = class_of(word) == "person"
    if not (person or word in _COUNTED_COMPOUNDS):
        return None
    noun = counted(place.text, end, place.end, one=True)
    phrase, stop = (noun.phrase, noun.end) if noun is not None and noun.sort == "noun" else (word, end)
    unit = "person" if word == "strong" else class_of(word)
    return place.made(wording, stop, unit, "compound", phrase, "person" if word == "strong" else word)


def _counted(place: Place, wording: Wording, noun: Counted) -> FigureMention | None:
    """A count whose noun is found; "of them" and "others" take theirs from the figure before."""
    if wording.form == "vague" and noun.sort == "others":
        return None
    unit, head = noun.unit, noun.noun
    if not unit:
        like = next((f for f in reversed(place.counts()) if f.noun), None)
        if like is not None and isinstance(like.value, Quantity):
            unit, head = like.value.unit, head or like.noun
        elif noun.sort == "others" or re.search(r"\b(?:whom|them)\b", noun.phrase):
            unit = "person"
        else:
            return None
    return place.made(wording, noun.end, unit, f"count:{noun.sort}", noun.phrase, head, _subset(place, wording, noun))


def _subset(place: Place, wording: Wording, noun: Counted) -> int | None:
    """Start of the core of the figure this one is part of, if the words say that it is part of one."""
    if noun.whole is not None:
        return noun.whole
    wholes = place.counts()
    if not wholes:
        return None
    last = wholes[-1]
    lead = place.text[max(last.core.end, wording.start - 60) : wording.start]
    if noun.sort == "pronoun":
        return last.core.start if last.subset_of is None else last.subset_of
    if _SUBSET_BEFORE.search(lead) or _OF_THEM.match(place.after(wording.end, 9)):
        return last.core.start
    first = wholes[0]
    opened = re.search(r"(?i)^\W*of (?:the\s*)?$", place.text[place.start : first.excerpt.start]) is not None
    if opened and (noun.sort in ("nominal", "predicate") or re.search(rf",{GAP}(?:and{GAP})?$", lead)):
        return first.core.start
    return None


def _bare(place: Place, wording: Wording, digits: bool) -> FigureMention | None:
    """A number with no noun after it: people where the words before say so, or like the figures before it."""
    end = wording.end
    if _BODY_OF.search(place.before(wording.start, 30)) and (digits or not place.text[wording.core_start].isupper()):
        return place.made(wording, end, "person", "bare:body", "", "person")
    if toll := counts_casualties_before(place.text, place.start, wording.core_start):
        return place.made(wording, end, "person", "bare:toll", toll, toll)
    if toll := counts_casualties_after(place.text, end):
        return place.made(wording, end, "person", "bare:toll", toll, toll)
    like = next(reversed(place.counts()), None)
    follows = _BARE_AFTER.match(place.after(end, 16)) or (like is not None and _BARE_VERB.match(place.after(end, 16)))
    elliptic = like is not None and wording.form == "number" and _ELLIPTIC_LEAD.search(place.before(wording.start, 10))
    if (
        elliptic
        and like is not None
        and isinstance(like.value, Quantity)
        and (_ELLIPTIC_AFTER.match(place.after(end, 8)) or _BARE_VERB.match(place.after(end, 16)))
    ):
        return place.made(wording, end, like.value.unit, "bare:like", "", like.noun)
    if not digits or wording.form == "vague" or not follows:
        return None
    if _BARE_VERB.match(place.after(end, 16)) and like is not None and isinstance(like.value, Quantity):
        return place.made(wording, end, like.value.unit, "bare:like", "", like.noun)
    if wording.start == wording.core_start and not _BARE_LEAD.search(place.before(wording.start, 14)):
        return None
    if (wording.stated or wording.high or 0) < 2 or follows_a_name(place.text, wording.core_start, place.sentence):
        return None
    limit = _AGE_LIMIT.match(place.text[wording.start : wording.core_start])
    if limit and wording.stated is not None and 10 <= wording.stated <= 100 and not place.counts():
        return place.made(wording, end, "year", "age", "", "age")
    if like is not None and isinstance(like.value, Quantity):
        return place.made(wording, end, like.value.unit, "bare:like", "", like.noun)
    return place.made(wording, end, "", "bare")
