"""What the words around a number decide: whether it is a figure at all, and its role in the story."""

import datetime as dt
import re
from bisect import bisect_right

from incident_graph.text.document import Document, Sentence
from incident_graph.values.number import GAP, HYPHEN

#: A word that numbers a thing ("Flight 370", "Section 12") instead of counting something.
_NUMBERED_THING = re.compile(
    rf"\b(?:flight|route|article|section|chapter|page|pages|clause|paragraph|no|nos|number|room|gate|terminal|platform|pier|line|"
    rf"level|tier|phase|step|part|volume|version|unit|channel|case|exhibit|highway|road|interstate|junction|exit|area|zone|"
    rf"district|ward|block|building|floor|apollo|boeing|airbus|windows|ios|android|iphone|grade|division|group|stage|"
    rf"category|class|type|model|mark|series|season|episode|figure|table|appendix|annex|schedule|lane|track|berth|form|bus|train|"
    rf"camp|sector|reactor|bullet|port|id|ref|reference|code|question|rule|amendment|resolution|act|title|top|bay|dock|hangar|"
    rf"runway|tower|station|document|invoice|ticket|badge|plate|serial|apartment|flat|suite|mile{GAP}marker|lot|psalm|verse|opus|symphony|protocol)s?{GAP}(?:no\.?{GAP}|number{GAP})?(?:\d[\w,]*{GAP}(?:and|to|or){GAP}|\d+,{GAP})*$",
    re.IGNORECASE,
)
_CAPITAL_BEFORE = re.compile(rf"(?:^|[\s(“\"‘’'])(?P<w>[A-Z][\w&’'.{HYPHEN}]*)[^\S\n]$")
#: Capitalised words that a count may follow, besides those that open a sentence.
_MAY_PRECEDE = frozenset(
    """the a an about over nearly almost some around at least more than up to only just all and or of in on for with by
    from after kills killed kill injures injured leaves left dead wounds wounded hits affects saves rescues arrests
    arrest claims costs cost loses lost found finds as but when while if these those its his her their our another
    first last next between roughly approximately exactly under within below fewer less no not since until before
    during per was were are is had has have says say said sacks cuts fires evacuates strands displaces hurts fines
    fined pays paid steals stole stolen exposes exposed leaks leaked sold sells demand demands demanded seeks sues
    jails jailed hurting killing injuring how another additional hundreds toll""".split()
)
_PHONE = re.compile(
    r"(?:\b(?:call|dial|ring|phone|text|tel|telephone|fax)(?:ing)?[:.]?\s+(?:(?:\w+\s+){0,3}on\s+)?"
    r"|\b(?:helpline|hotline|line|samaritans|crimestoppers|police|bureau)(?:\s+(?:is|open))?(?:\s+on|:)\s+)$",
    re.IGNORECASE,
)
_COUNTS_SOMETHING = re.compile(r"\s+[a-z]{3,}")
_TOKEN = re.compile(r"\S+")
_WEB = re.compile(
    r"://|www\.|@|%[0-9A-F]{2}|\.(?:com|org|net|html?|php|co|uk|gov|io)(?:/|$)|/\w*\d+/|[#&?]\w+=|\w_\w|^#\d",
    re.IGNORECASE,
)

_HYPOTHETICAL = re.compile(
    r"\b(?:imagine|suppose|supposing|what if|hypothetical(?:ly)?|if|won[’']t|would have been|were to|the next|"
    r"in a scenario|let[’']s say|pretend|unless)\b",
    re.IGNORECASE,
)
_STATISTIC = re.compile(
    r"\b(?:on average|typically|usually|each year|every year|a year|per year|annually|per head|per capita|"
    r"worldwide|globally|in recent years|historically|"
    r"over the past (?:decade|century|\w+ (?:years|decades))|generally|statistically)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[;:()—–]|,\s|\s-\s|\bbut\b|\bwhereas\b|\bin what\b|\bthe (?:worst|deadliest|biggest|largest|heaviest|bloodiest)\b"
)
_CONTINUES = re.compile(r"\s*(?:when|where|in which|during which|leaving|killing|injuring|with|and)\b", re.IGNORECASE)


def is_no_figure(text: str, start: int, end: int, sentence: Sentence, counted: bool) -> bool:
    """Whether the digits at ``start..end`` are part of a name, an identifier, a web address or a telephone number;
    ``counted``: a counted noun or unit follows."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before and (before.isalnum() or before in "_#@/\\" or (before == "." and text[start - 2 : start - 1].isalnum())):
        return True
    if after and (after.isalnum() or after in "_@\\" or (after == "/" and text[end + 1 : end + 2].isalnum())):
        return True
    if before in ("-", "‐", "‑") and re.match(r"[A-Za-z\d]", text[start - 2 : start - 1]):
        return True
    if after in ("-", "‐", "‑") and re.match(r"\d", text[end + 1 : end + 2]):
        return True
    if before == "+" and end - start > 1:
        return True
    token = _token(text, start, sentence)
    if _WEB.search(token):
        return True
    digits = text[start:end]
    if re.match(r"0\d", digits) and "." not in digits:
        return True
    lead = text[max(sentence.start, start - 40) : start]
    if (
        len(digits) > 2
        and not digits.strip("0123456789 ")
        and _PHONE.search(lead)
        and not _COUNTS_SOMETHING.match(text, end, sentence.end)
    ):
        return True
    numbering = digits[:1].isdigit() and _NUMBERED_THING.search(lead) is not None
    return numbering and not (counted and lead.rstrip()[-2:].lower() not in ("no", "o."))


def follows_a_name(text: str, start: int, sentence: Sentence) -> bool:
    """Whether digits at ``start`` follow a capitalised word within the sentence, as in "Grus 4" or "Tokyo 2020"."""
    m = _CAPITAL_BEFORE.search(text, max(sentence.start, start - 40), start)
    if m is None:
        return False
    word = m["w"].lower().strip(".’'")
    return word not in _MAY_PRECEDE


def _token(text: str, pos: int, sentence: Sentence) -> str:
    """The stretch without white space around ``pos``, within the sentence."""
    first = max(text.rfind(" ", sentence.start, pos), text.rfind("\n", sentence.start, pos), sentence.start - 1) + 1
    m = _TOKEN.match(text, first, sentence.end)
    return m[0][:120] if m else ""


def story_years(
    document: Document, dated: list[tuple[int, bool]], told_in: frozenset[int] = frozenset()
) -> frozenset[int]:
    """Years that may be the incident's own: that of publication; without one, those of the other accounts, or else
    years of full dates in the text.

    ``dated`` holds (year, whether a month or day is said with it) of every period found.
    """
    if document.account.issued is not None:
        return frozenset({document.account.issued.year})
    return told_in or frozenset(year for year, full in dated if full)


def is_past(earliest: dt.date | None, latest: dt.date | None, bare_year: bool, years: frozenset[int]) -> bool:
    """Whether a placed period belongs to the background: a bare year that is not the story's, or a date of an earlier
    year than the one before the story."""
    day = latest or earliest
    if day is None:
        return False
    year = day.year
    if bare_year:
        return year not in years
    return bool(years) and year < max(years) - 1


class Clauses:
    """The clauses of one sentence, told apart by punctuation, with what colours their figures."""

    def __init__(self, text: str, sentence: Sentence) -> None:
        self._text, self._sentence = text, sentence
        self._starts = [sentence.start, *(m.end() for m in _CLAUSE.finditer(text, sentence.start, sentence.end))]

    def index(self, pos: int) -> int:
        """Which clause ``pos`` stands in, counted from 0."""
        return max(0, bisect_right(self._starts, pos) - 1)

    def stretch(self, index: int) -> tuple[int, int]:
        """Start and end of a clause."""
        end = self._starts[index + 1] if index + 1 < len(self._starts) else self._sentence.end
        return self._starts[index], end

    def is_hypothetical(self, pos: int) -> bool:
        """Whether what is said up to ``pos`` in its clause, or the sentence's opening, is imagined or conditional."""
        index = self.index(pos)
        start, _ = self.stretch(index)
        if _HYPOTHETICAL.search(self._text, start, pos):
            return True
        first, end = self.stretch(0)
        opening = self._text[first:end]
        return index > 0 and re.match(r"\W*(?:if|imagine|suppose|unless|what if)\b", opening, re.IGNORECASE) is not None

    def is_statistic(self, index: int) -> bool:
        """Whether a clause speaks of what is generally so."""
        return _STATISTIC.search(self._text, *self.stretch(index)) is not None

    def background_reach(self, start: int, end: int) -> set[int]:
        """Clauses that a past date at ``start..end`` colours: its own, one that continues it ("1999, when 16 drowned"),
        and for a date that opens the sentence the one after it."""
        index = self.index(start)
        reach = {index}
        for after in range(index + 1, len(self._starts)):
            first, last = self.stretch(after)
            if not _CONTINUES.match(self._text[first:last]):
                break
            reach.add(after)
        first, last = self.stretch(0)
        if index == 0 and start - first < 12 and len(self._text[end:last].strip(" ,")) == 0:
            reach.add(1)
        return reach
