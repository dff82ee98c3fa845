"""Figures: every quantity and period an account states, with the noun it counts, its role, and what it is part of."""

import re
from collections.abc import Iterable, Iterator

from incident_graph.extraction.evidence import FigureMention
from incident_graph.extraction.figure_context import Clauses, is_no_figure, is_past, story_years
from incident_graph.extraction.figure_counts import read_count
from incident_graph.extraction.figure_measures import read_measure
from incident_graph.extraction.figure_nouns import counted
from incident_graph.extraction.figure_place import Place
from incident_graph.extraction.figure_sums import with_sums
from incident_graph.extraction.figure_zeros import zero_figures
from incident_graph.extraction.figure_zones import in_zone
from incident_graph.text.document import Document
from incident_graph.values import Period, Quantity
from incident_graph.values.calendar_words import MONTHS, WEEKDAYS
from incident_graph.values.clock_wording import PeriodWording
from incident_graph.values.number import GAP, HYPHEN, SCALES, WORDS
from incident_graph.values.period_wording import read_period
from incident_graph.values.quantity_wording import read_quantity
from incident_graph.values.units import ISO_CODES

_VAGUE_WORDS = "dozens|scores|hundreds|thousands|millions|billions|tens(?=\\s+of)|several|twice|thrice"
_AFTER_A = "|".join(SCALES) + (
    "|few|couple|handful|third|quarter|fifth|tenth|half|second|minute|hour|day|week|month|year|decade|century|mile|kilometre"
)
_CAPITALISED = "|".join([*(m.capitalize() for m in MONTHS), *(d.capitalize() for d in WEEKDAYS)])
_ABBREVIATED = "|".join(
    [
        *(f"{m[:3].capitalize()}" for m in MONTHS),
        "Sept",
        *(m.upper() for m in MONTHS if m != "may"),
        "Mon",
        "Tue",
        "Wed",
        "Thu",
        "Fri",
        "Sat",
        "Sun",
    ]
)
_DAYS_AND_MONTHS = "|".join([*WEEKDAYS, *MONTHS])
_WHICH_PERIOD = (
    r"[lLtTnNpPfF](?i:(?:(?<=l)ast|(?<=t)his|(?<=n)ext|(?<=p)revious|(?<=f)ollowing)"
    rf"{GAP}(?:week|weekend|month|year|night|morning|afternoon|evening|{_DAYS_AND_MONTHS})\b)"
)
#: Where a figure may begin: at one of these words, written just so, before what the second part says; …
_EXACTLY = (
    ("US|AU?|CA?|NZ|HK|S|R", r"\$"),
    (_CAPITALISED, r"\b"),
    (_ABBREVIATED, r"(?=[\s.,])"),
    ("|".join((r"Rs\.?", "RMB", "kr", "RM", "KSh", "Ksh", "USh", "TSh", "Tk", *sorted(ISO_CODES))), r"(?=\s?\d)"),
    ("N|R", r"(?=\d[\d.,]*(?:\s?(?:bn|m|million|billion|trillion)\b|(?<=\d,\d\d\d)))"),
)
#: … or at one of these in small letters or capitals.
_IN_ANY_CASE = (
    ("|".join(WORDS), rf"(?:(?!\w)|[{HYPHEN}]?fold\b)"),
    (f"half|{_VAGUE_WORDS}", r"(?!\w)"),
    ("an?", rf"{GAP}(?:{_AFTER_A})\b"),
    ("few", rf"(?={GAP}(?:hundred|thousand|million|dozen))"),
    ("early|mid|late", rf"(?={GAP}|[{HYPHEN}])"),
    ("the", rf"{GAP}(?:start|beginning|middle|end){GAP}of"),
    ("spring|summer|autumn|fall|winter", rf"{GAP}(?:of{GAP})?(?=\d)"),
    ("yesterday|tomorrow|tonight|noon|midday|midnight", r"\b"),
    ("earlier", rf"{GAP}today\b"),
    ("the", rf"{GAP}(?:previous|following){GAP}(?:week|month|year)\b"),
    ("half|quarter", rf"{GAP}(?:past|to){GAP}"),
    ("teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties", r"\b"),
)
#: Letters that a search without regard to case takes for these, too.
_LIKE = {"i": "İı", "k": "\u212a", "s": "ſ"}


def _by_letter(wordings: Iterable[tuple[str, str]], *, any_case: bool) -> Iterator[str]:
    """The wordings as one pattern for each letter that they begin with: a search has few to look at."""
    groups: dict[str, list[str]] = {}
    for words, tail in wordings:
        rests: dict[str, list[str]] = {}
        for word in words.split("|"):
            rests.setdefault(word[0], []).append(word[1:])
        for letter, several in rests.items():
            groups.setdefault(letter, []).append(f"(?:{'|'.join(several)}){tail}")
    for letter, several in groups.items():
        first = f"[{letter}{letter.upper()}{_LIKE.get(letter, '')}]" if any_case else letter
        yield f"{first}(?{'i' if any_case else ''}:{'|'.join(several)})"


#: Places where a figure may begin. Of two that begin at one place, that which stands first above.
_TRIGGER = re.compile(
    rf"(?<!\w)(?:[\d$£€¥₹₽₩₿₺₪₦฿₴₫₱]|[-−](?=\d+(?:\.\d+)?\s?°)|{_WHICH_PERIOD}"
    rf"|{'|'.join((*_by_letter(_EXACTLY, any_case=False), *_by_letter(_IN_ANY_CASE, any_case=True)))})"
)
_PREFIXED_YEAR = re.compile(r"(?:\b(?:mid|pre|post|early|late)[-‐‑])$", re.IGNORECASE)
_MAY_COUNT = re.compile(r"\b(?:of|to|by|from|than|and|between|about|around|least|for)\s+$", re.IGNORECASE)
#: What a year is said of: "the 2019 floods".
_EVENTS = frozenset(
    """flood riot attack election fire wildfire bombing shooting protest season game war crisis crash disaster
    earthquake quake hurricane storm pandemic breach leak outage tax budget report law act rule figure result sale model
    film edition talk summit championship tournament agreement plan survey study""".split()
)
_FIGURES_DATE = re.compile(r"\d\d?[/.]|\d{4}-|0\d")
_PRICED = re.compile(r"\b(?:shares?|pound|euro|dollar|index|stocks?|traded|closed|rate|priced?)\b", re.IGNORECASE)


def find_figures(document: Document, told_in: frozenset[int] = frozenset()) -> tuple[FigureMention, ...]:
    """Every figure of an account, in the order of the text; boilerplate and metadata are not read. ``told_in``: the
    years in which the accounts of the incident were published, for an account that does not say when it was.

    >>> from incident_graph.accounts import Account
    >>> from incident_graph.text.documents import read_document
    >>> account = Account("0" * 64, "a.txt", "At least 12 miners were trapped on 4 May, three of them badly hurt.")
    >>> for f in find_figures(read_document(account)):
    ...     print(f.excerpt.text, "|", f.core.text, "|", f.value, "|", f.noun, f.subset_of)
    At least 12 miners | 12 | at least 12 people | miner None
    4 May | 4 May | 4 May |  None
    three of them | three | 3 people | miner 9
    >>> find_figures(read_document(Account("0" * 64, "b.txt", "No one on 4chan trusts a two-factor 1Password login.")))
    ()
    """
    places = [Place(document.account, sentence) for sentence in document.sentences]
    for number, place in enumerate(places):
        _read(place)
        place.found.extend(zero_figures(document, number))
        place.found.sort(key=lambda figure: figure.core.start)
    dated = [
        (day.year, "year" not in f.rules)
        for place in places
        for f in place.found
        if isinstance(f.value, Period) and (day := f.value.latest or f.value.earliest)
    ]
    years = story_years(document, dated, told_in)
    found = [f for place in places if place.found for f in _with_roles(place, years)]
    return tuple(in_zone(document, with_sums(document, found)))


def _with_roles(place: Place, years: frozenset[int]) -> list[FigureMention]:
    """The figures of one sentence with their roles: what stands with a past date is background, too."""
    clauses = Clauses(place.text, place.sentence)
    past: set[int] = set()
    roles: list[str] = []
    for f in place.found:
        role = "hypothetical" if clauses.is_hypothetical(f.core.start) else "incident"
        if isinstance(f.value, Period) and role == "incident":
            relative = "last year" in f.rules
            if relative or is_past(f.value.earliest, f.value.latest, "year" in f.rules, years):
                role = "background"
                past |= clauses.background_reach(f.core.start, f.core.end)
        roles.append(role)
    for n, f in enumerate(place.found):
        index = clauses.index(f.core.start)
        if roles[n] == "incident" and isinstance(f.value, Quantity) and (index in past or clauses.is_statistic(index)):
            roles[n] = "background"
    return [f._replace(role=role) if role != f.role else f for f, role in zip(place.found, roles, strict=True)]


def _read(place: Place) -> None:
    """Find the figures of a sentence, first to last."""
    pos = place.start
    for m in _TRIGGER.finditer(place.text, place.start, place.end):
        if m.start() >= pos:
            figure = _period(place, m.start()) or _quantity(place, m.start())
            if figure is not None:
                place.found.append(figure)
            pos = max(m.end(), figure.core.end) if figure else m.end()


def _period(place: Place, start: int) -> FigureMention | None:
    """The date or time that begins at ``start``."""
    account = place.account
    wording = read_period(account.text, start, place.end, place.start, account.issued)
    if wording is None or _is_no_period(place, wording):
        return None
    rules = ["period"]
    if wording.relative:
        rules.append(wording.relative)
    if wording.bare_year:
        rules.append("year")
    return FigureMention(
        account.excerpt(wording.start, wording.end),
        account.excerpt(wording.core_start, wording.core_end),
        Period.of(wording),
        rules=tuple(rules),
    )


def _is_no_period(place: Place, wording: PeriodWording) -> bool:
    """Whether what reads like a date or time is a count ("a crowd of 2000 people"), a price, or part of a name."""
    text, start, end = place.text, wording.core_start, wording.core_end
    if not text[start].isdigit():
        return False
    before = place.before(start, 12)
    if is_no_figure(text, start, end, place.sentence, True):
        return not (_PREFIXED_YEAR.search(before) or _FIGURES_DATE.match(text, start, end))
    if wording.bare_year:
        noun = counted(text, end, place.end)
        counts = noun is not None and noun.sort == "noun" and noun.noun not in _EVENTS
        return counts and _MAY_COUNT.search(before) is not None
    if wording.minute is not None and text[start : start + 4].replace(".", "").isdigit() and wording.minute < 600:
        return _PRICED.search(text, place.start, start) is not None
    return False


def _quantity(place: Place, start: int) -> FigureMention | None:
    """The quantity that begins at ``start``."""
    text = place.text
    minus = text[start] in "-−"
    floor = place.found[-1].core.end if place.found else place.start
    wording = read_quantity(text, start + minus, place.end, floor)
    if wording is None:
        return None
    if minus:
        wording = wording.negated()
    elif text[start].isdigit() and is_no_figure(
        text, wording.core_start, wording.core_end, place.sentence, bool(wording.unit)
    ):
        return None
    return read_measure(place, wording) if wording.unit else read_count(place, wording)
