"""Figures: every quantity and period an account states, with the noun it counts, its role, and what it is part of."""

import re
from dataclasses import dataclass, replace

from incident_graph.accounts import Account
from incident_graph.extraction.evidence import Document, FigureMention, Sentence
from incident_graph.extraction.figure_context import Clauses, follows_a_name, is_no_figure, is_past, story_years
from incident_graph.extraction.figure_nouns import Counted, class_of, counted, counts_casualties_before, singular
from incident_graph.values import Period, Quantity
from incident_graph.values.number import GAP, HYPHEN, SCALES, WORDS
from incident_graph.values.period_wording import MONTHS, WEEKDAYS, PeriodWording, read_period
from incident_graph.values.quantity_wording import Wording, read_quantity
from incident_graph.values.units import BASE, ISO_CODES, is_money

_NUMBER_WORDS = "|".join(sorted([*WORDS, "half"], key=len, reverse=True))
_VAGUE_WORDS = "dozens|scores|hundreds|thousands|millions|billions|tens(?=\\s+of)|several|twice|thrice"
_AFTER_A = "|".join(
    [
        *SCALES,
        "few",
        "couple",
        "handful",
        "third",
        "quarter",
        "fifth",
        "tenth",
        "half",
        "second",
        "minute",
        "hour",
        "day",
    ]
    + ["week", "month", "year", "decade", "century", "mile", "kilometre"]
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
#: Places where a figure may begin.
_TRIGGER = re.compile(
    r"(?<![\w])(?:"
    r"(?:US|AU?|CA?|NZ|HK|S|R)?\$|[£€¥₹₽₩₿₺₪₦฿₴₫]|[-−](?=\d+(?:\.\d+)?\s?°)|\d"
    rf"|(?:{_CAPITALISED}|(?:{_ABBREVIATED})(?=[\s.,]))\b"
    rf"|(?:Rs\.?|RMB|kr|{'|'.join(sorted(ISO_CODES))})(?=\s?\d)"
    rf"|(?i:(?:{_NUMBER_WORDS}|{_VAGUE_WORDS})(?![\w])"
    rf"|an?{GAP}(?:(?:{_AFTER_A})\b)"
    rf"|(?:few(?={GAP}(?:hundred|thousand|million|dozen)))"
    rf"|(?:(?:early|mid|late)(?={GAP}|[{HYPHEN}])|the{GAP}(?:start|beginning|middle|end){GAP}of)"
    rf"|(?:spring|summer|autumn|fall|winter){GAP}(?:of{GAP})?(?=\d)"
    rf"|(?:yesterday|tomorrow|tonight|noon|midday|midnight|earlier{GAP}today)\b"
    rf"|(?:last|this|next|previous|following){GAP}(?:week|weekend|month|year|night|morning|afternoon|evening|{'|'.join(WEEKDAYS)}|{'|'.join(MONTHS)})\b"
    rf"|the{GAP}(?:previous|following){GAP}(?:week|month|year)\b"
    rf"|(?:half|quarter){GAP}(?:past|to){GAP}"
    r"|(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b))"
)
_ONE_IS_A_PRONOUN = re.compile(
    rf"(?:\b(?:no|any|every|some|each|which|this|that|the|another|only|last|next|first|big|good|new|old|other|either|neither|loved|little){GAP}|[{HYPHEN}])$",
    re.IGNORECASE,
)
_ONE_AS_SPEAKER = re.compile(
    rf"{GAP}(?:said|says|told|described|called|wrote|warned|explained|recalled|added|put|noted|argued|asked|claimed|who|whose|of|day|another|thing|point|time|way|side|hand|"
    r"reason|example|more|can|could|would|should|might|may|must|will|has|is|was|does|with|in|for|that|and|or)\b",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    rf"{GAP}(?:(?:in|at|from|with|on|who)\b[^,.;]{{0,40}}?)?(?:said|says|told|described|called|wrote|warned|explained|recalled|added|noted|argued|asked|claimed|suggested|put|tells|writes|remembered)\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    rf"(?:\b(?:once|twice|times|per|each|every|days|hours|[%€£$\d]+[kmb]?|percent|cent|dollars|pounds|euros|million|billion|{'|'.join(WORDS)}){GAP})$",
    re.IGNORECASE,
)
_DURATION_CONTEXT = re.compile(
    rf"\b(?:within|in|after|for|every|over|under|almost|nearly|about|around|than|least|only|lasted|took|takes|take|just|last|past|inside|spent|of|until|to|whole|full|quarter){GAP}$",
    re.IGNORECASE,
)
_DURATION_AFTER = re.compile(
    rf"(?:[{HYPHEN}]long)?{GAP}(?:after|later|ago|before|earlier|into|on|since|to|from{GAP}now|old|of|long)\b|[’']s?\b",
    re.IGNORECASE,
)
_POSSESSIVE_NOUN = re.compile(rf"[’'](?:s{GAP}|{GAP})(?P<np>(?:[a-z{HYPHEN}]+{GAP}){{0,2}}?(?P<n>[a-z]+))\b")
_HYPHEN_NOUN = re.compile(
    rf"(?:[{HYPHEN}](?:long|old|wide|high|deep|strong))?{GAP}(?P<np>(?:[a-z{HYPHEN}]+{GAP})?(?P<n>[a-z]{{3,}}))\b"
)
_PART_OF = re.compile(
    rf"{GAP}(?:of{GAP})?(?P<np>(?:(?:the|its|his|her|their|our|all|those|these|that|this){GAP})?)", re.IGNORECASE
)
_AGE_BRACKETED = re.compile(r"[A-Z][\w’'-]+,\s(?P<n>\d{1,3}),")
_AGED = re.compile(rf"\b(?:aged?|ages)(?:{GAP}(?:just|only|about|between|from))?{GAP}$", re.IGNORECASE)
_SUBSET_AFTER = re.compile(rf"{GAP}of{GAP}(?:them|whom|which|those|these)\b", re.IGNORECASE)
_SUBSET_BEFORE = re.compile(
    rf"(?:\b(?:including|includes|included|among{GAP}them|among{GAP}whom|of{GAP}whom|of{GAP}which|of{GAP}those|of{GAP}them)(?:{GAP}(?:were|was|are|is))?|\bof{GAP}the{GAP}[\w,.]+(?:{GAP}[\w{HYPHEN}]+){{0,4}},)(?:{GAP}(?:at{GAP}least|about|around|some|more{GAP}than|over|nearly|almost|only|up{GAP}to|as{GAP}many{GAP}as))?{GAP}$",
    re.IGNORECASE,
)
_BARE_LEAD = re.compile(
    rf"\b(?:to|at|of|for|reached|hit|was|were|is|are|only|about|around|least|than|over|nearly|almost|all|up|some|by|from|with|after|just|now|and|another|further|said|between|recorded|counted|listed|found|says|put){GAP}$|[(“\"‘:–—-]{GAP}?$",
    re.IGNORECASE,
)
_BARE_AFTER = re.compile(
    rf"\s*(?:$|[.,;:)!?”\"’—–]|{GAP}(?:in|on|at|by|to|from|after|before|since|so|as|and|or|but|of|who|were|was|have|had|are|with|during|for|a|the|last|this|when|while)\b)"
)


@dataclass
class _Found:
    """A figure while its sentence is being read."""

    mention: FigureMention
    bare_year: bool = False
    pronoun: bool = False


def find_figures(document: Document) -> tuple[FigureMention, ...]:
    """Every figure of an account, in the order of the text; boilerplate and metadata are not read.

    >>> from incident_graph.extraction.documents import read_document
    >>> account = Account("0" * 64, "a.txt", "At least 12 miners were trapped on 4 May, three of them badly hurt.")
    >>> for f in find_figures(read_document(account)):
    ...     print(f.excerpt.text, "|", f.core.text, "|", f.value, "|", f.noun, f.subset_of)
    At least 12 miners | 12 | at least 12 people | miner None
    4 May | 4 May | 4 May |  None
    three of them | three | 3 people | miner 9
    >>> find_figures(read_document(Account("0" * 64, "b.txt", "No one on 4chan trusts a two-factor 1Password login.")))
    ()
    """
    reader = _Reader(document.account)
    sentences: list[tuple[Sentence, list[_Found]]] = [(s, reader.read(s)) for s in document.sentences]
    dated = [
        ((period.latest or period.earliest).year, not f.bare_year)  # type: ignore[union-attr]
        for _, found in sentences
        for f in found
        if isinstance(period := f.mention.value, Period) and (period.latest or period.earliest)
    ]
    years = story_years(document, dated)
    text = document.account.text
    return tuple(f for sentence, found in sentences if found for f in _with_roles(text, sentence, found, years))


def _with_roles(text: str, sentence: Sentence, found: list[_Found], years: frozenset[int]) -> list[FigureMention]:
    """The figures of one sentence with their roles."""
    clauses = Clauses(text, sentence)
    past: set[int] = set()
    roles: list[str] = []
    for f in found:
        value, start = f.mention.value, f.mention.core.start
        role = "hypothetical" if clauses.is_hypothetical(start) else "incident"
        if isinstance(value, Period) and role == "incident":
            relative_past = "last year" in f.mention.rules or "last decade" in f.mention.rules
            if relative_past or is_past(value.earliest, value.latest, f.bare_year, years):
                role = "background"
                past |= clauses.background_reach(start, f.mention.core.end)
        roles.append(role)
    return [
        replace(
            f.mention,
            role="background"
            if role == "incident"
            and isinstance(f.mention.value, Quantity)
            and (clauses.index(f.mention.core.start) in past or clauses.is_statistic(f.mention.core.start))
            else role,
        )
        for f, role in zip(found, roles, strict=True)
    ]


class _Reader:
    """Reads the figures of one account, sentence by sentence."""

    def __init__(self, account: Account) -> None:
        self.account, self.text = account, account.text

    def read(self, sentence: Sentence) -> list[_Found]:
        found: list[_Found] = []
        pos = sentence.start
        while (m := _TRIGGER.search(self.text, pos, sentence.end)) is not None:
            figure = self._period(m.start(), sentence) or self._quantity(m, sentence, found)
            if figure is None:
                pos = m.end()
                continue
            found.append(figure)
            pos = max(m.end(), figure.mention.core.end)
        return found

    def _period(self, start: int, sentence: Sentence) -> _Found | None:
        text = self.text
        wording = read_period(text, start, sentence.end, sentence.start, self.account.issued)
        if wording is None or self._not_a_period(wording, sentence):
            return None
        period = Period.of(wording)
        rules = ("period", *([wording.relative] if wording.relative else []))
        return _Found(
            FigureMention(
                self.account.excerpt(wording.start, wording.end),
                self.account.excerpt(wording.core_start, wording.core_end),
                period,
                rules=rules,
            ),
            wording.bare_year,
        )

    def _not_a_period(self, wording: PeriodWording, sentence: Sentence) -> bool:
        """Whether what reads like a date is a count ("a crowd of 2000 people") or part of a name."""
        text, start, end = self.text, wording.core_start, wording.core_end
        if not text[start].isdigit():
            return False
        if is_no_figure(text, start, end, sentence, True) and not re.match(
            r"(?i)(?:mid|pre|post|early|late)[-‐‑]$", text[max(0, start - 5) : start]
        ):
            before = text[max(0, start - 6) : start]
            return not (
                re.search(r"(?i)\b(?:mid|pre|post|early|late)[-‐‑]$", before)
                or re.match(r"\d\d?[/.]|\d{4}-|0\d|[’']s", text[start:end])
            )
        if wording.bare_year:
            noun = counted(text, end, sentence.end)
            lead = text[max(sentence.start, start - 12) : start]
            counting = re.search(r"(?i)\b(?:of|to|by|from|than|and|between|about|around|least|for)\s+$", lead)
            return (
                noun is not None
                and noun.sort != "predicate"
                and noun.unit in ("person", "record")
                and counting is not None
            )
        return False

    def _quantity(self, trigger: re.Match[str], sentence: Sentence, found: list[_Found]) -> _Found | None:
        text, start = self.text, trigger.start()
        floor = found[-1].mention.core.end if found else sentence.start
        wording = read_quantity(text, start, sentence.end, floor)
        if wording is None:
            return None
        if text[start] in "-−":
            return None
        if text[start].isdigit() and is_no_figure(
            text, wording.core_start, wording.core_end, sentence, bool(wording.unit)
        ):
            return None
        if wording.unit and wording.form not in ("one",):
            return self._measured(wording, sentence, found)
        if wording.form == "one":
            return self._one_unit(wording, sentence, found)
        return self._count(wording, sentence, found)

    def _made(
        self,
        wording: Wording,
        end: int,
        unit: str,
        rule: str,
        measures: str = "",
        noun: str = "",
        subset: int | None = None,
    ) -> _Found:
        """A figure whose excerpt runs from the comparator to ``end``."""
        value = Quantity(wording.low, wording.high, wording.stated, unit)
        return _Found(
            FigureMention(
                self.account.excerpt(wording.start, max(end, wording.end)),
                self.account.excerpt(wording.core_start, wording.core_end),
                value,
                " ".join(measures.split()),
                noun,
                subset_of=subset,
                rules=(rule, *([wording.comparator] if wording.comparator else [])),
            )
        )

    def _measured(self, wording: Wording, sentence: Sentence, found: list[_Found]) -> _Found | None:
        """Money, shares, ratios, ages, durations and other quantities with a unit."""
        text, end, unit = self.text, wording.end, wording.unit
        if wording.form == "age":
            return self._age(wording, sentence)
        if unit in ("percent", "fraction"):
            return self._share(wording, sentence)
        if unit == "times":
            return self._times(wording, sentence)
        if (
            wording.form == "vague"
            and unit in BASE
            and wording.stated is None
            and text[wording.core_start : wording.core_start + 7].lower() == "several"
        ):
            pass
        if unit == "second" and re.match(
            rf"{GAP}(?:homes?|time|half|day|wave|person|man|woman)\b", text[end : end + 12]
        ):
            return None
        if m := _POSSESSIVE_NOUN.match(text, end, sentence.end):
            return self._made(wording, m.end(), unit, "duration", m["np"], singular(m["n"]))
        attributive = wording.hyphenated or (
            is_money(unit)
            and re.search(
                rf"\b(?:an?|the|this|that|its|his|her|their|[a-z]+’s){GAP}$",
                text[max(sentence.start, wording.start - 10) : wording.start],
                re.IGNORECASE,
            )
        )
        if attributive and (m := _HYPHEN_NOUN.match(text, end, sentence.end)) is not None:
            noun = counted(text, m.start(), sentence.end, one=True)
            if noun is not None and noun.sort == "noun":
                return self._made(wording, noun.end, unit, "attributive", noun.phrase, noun.noun)
        if wording.hyphenated and wording.core_end - wording.core_start < 4:
            return None
        return self._made(wording, end, unit, "money" if is_money(unit) else "measure")

    def _age(self, wording: Wording, sentence: Sentence) -> _Found:
        noun = (
            counted(self.text, wording.end, sentence.end, one=True)
            if wording.hyphenated or "old" in self.text[wording.core_start : wording.end]
            else None
        )
        if noun is not None and noun.sort == "noun" and noun.unit == "person":
            return self._made(wording, noun.end, wording.unit, "age", noun.phrase, "age")
        return self._made(wording, wording.end, wording.unit, "age", "", "age")

    def _share(self, wording: Wording, sentence: Sentence) -> _Found | None:
        """A percentage or fraction, with the noun it is a share of, or the change it measures."""
        text, end = self.text, wording.end
        if (
            m := re.compile(rf"{GAP}of{GAP}|{GAP}(?=(?:the|its|his|her|their|our|all)\b)").match(
                text, end, sentence.end
            )
        ) is not None:
            lead = re.compile(rf"(?:(?:the|its|his|her|their|our|all|those|these|that|this|an?){GAP})*").match(
                text, m.end(), sentence.end
            )
            at = lead.end() if lead else m.end()
            noun = counted(text, at - 1, sentence.end) or counted(text, at - 1, sentence.end, one=True)
            if noun is not None and noun.sort == "noun":
                return self._made(wording, noun.end, wording.unit, "share", noun.phrase, noun.noun)
        elif (
            wording.form != "part"
            or self.text[wording.core_start : wording.core_end].lower().find(" in ") > 0
            or " out " in self.text[wording.core_start : wording.core_end]
        ):
            noun = counted(text, end, sentence.end, one=wording.unit == "percent") or None
            if (
                noun is not None
                and noun.sort == "noun"
                and not noun.phrase.lower().startswith(("more", "less", "higher", "lower"))
            ):
                return self._made(wording, noun.end, wording.unit, "share", noun.phrase, noun.noun)
        return self._made(wording, end, wording.unit, "share")

    def _times(self, wording: Wording, sentence: Sentence) -> _Found | None:
        """ "10-20 times the price" (a ratio), "warned twice", "three times" (occasions)."""
        text, end = self.text, wording.end
        if (
            re.match(
                rf"{GAP}(?:(?:as|more|less|the|that|his|her|its|their|higher|lower|larger|bigger|normal|what)\b)",
                text[end : end + 12],
                re.IGNORECASE,
            )
            or wording.form == "range"
        ):
            return self._made(wording, end, "times", "ratio", "", "ratio")
        if re.search(r"(?i)fold", text[wording.core_start : wording.core_end]):
            return self._made(wording, end, "times", "ratio", "", "ratio")
        if re.match(rf"{GAP}(?:a|an|per|each|every|daily|weekly|yearly|over)\b", text[end : end + 8], re.IGNORECASE):
            return None
        return self._made(wording, end, "times", "occasions", "", "occasion")

    def _one_unit(self, wording: Wording, sentence: Sentence, found: list[_Found]) -> _Found | None:
        """ "a week after", "within a minute", "half an hour": not "a day to remember", "twice a week", "a second man"."""
        text = self.text
        before = text[max(sentence.start, wording.start - 14) : wording.core_start]
        half = wording.stated != 1
        after = _DURATION_AFTER.match(text, wording.end, sentence.end)
        if _RATE.search(before) and not re.search(r"(?i)\b(?:than|least|every)\s+$", before):
            return None
        led = _DURATION_CONTEXT.search(before) is not None or wording.comparator not in ("", "exact")
        later = after is not None and re.match(
            rf"(?:[{HYPHEN}]long)?{GAP}(?:after|later|ago|before|earlier|since|into|long)\b", after[0], re.IGNORECASE
        )
        word_after = re.match(rf"{GAP}([a-z]+)", text[wording.end : min(sentence.end, wording.end + 16)])
        closed = (
            word_after is None
            or word_after[1]
            in "after later ago before earlier since and or but of to in on at from by with for that when while as the a an until because who which if so than into".split()
        )
        if wording.unit == "second" and not led:
            return None
        if half or later or (led and closed):
            if re.match(rf"{GAP}of\b", text[wording.end : wording.end + 5]) and re.search(
                r"(?i)\b(?:after|in|on|to|of)\s+$", before
            ):
                return None
            return self._made(wording, wording.end, wording.unit, "duration")
        return None

    def _count(self, wording: Wording, sentence: Sentence, found: list[_Found]) -> _Found | None:
        """A number of things or people."""
        text, end = self.text, wording.end
        written = text[wording.core_start : wording.core_end]
        digits = written[0].isdigit()
        is_one = written.lower() in ("one", "1")
        if (
            m := _AGED.search(text, max(sentence.start, wording.start - 16), wording.core_start)
        ) is not None and wording.stated is not None:
            return self._made(wording, end, "year", "age", "", "age")
        if is_one:
            return self._one(wording, sentence, found)
        if written.lower() in ("zero", "0") and counted(text, end, sentence.end) is None:
            return None
        if digits and wording.form == "number" and re.match(r",\s", text[end : end + 2]):
            name = text[max(sentence.start, wording.core_start - 40) : end + 1]
            if (
                (m := _AGE_BRACKETED.search(name))
                and m.end() == len(name)
                and 0 < (wording.stated or 0) < 120
                and wording.start == wording.core_start
            ):
                return self._made(wording, end, "year", "age", "", "age")
        if re.match(rf"[{HYPHEN}]\w", text[end : end + 2]) and wording.form != "range":
            m = re.match(rf"[{HYPHEN}](?P<w>[a-z]+)", text[end : min(sentence.end, end + 24)], re.IGNORECASE)
            person = (
                m
                and class_of(singular(m["w"])) in ("person", "organisation", "record")
                and m["w"].lower() not in ("party", "authority", "member", "account")
            )
            if not (m and person and digits):
                return None
            noun = counted(text, end, sentence.end, one=True)
            return self._made(
                wording,
                noun.end if noun else end,
                class_of(singular(m["w"])),
                "compound",
                noun.phrase if noun else m["w"],
                singular(m["w"]),
            )
        if not digits and re.search(
            r"(?i)\b(?:phase|part|chapter|level|stage|number|act|day|week|year|round|grade|no|tier|article|plan|formula|top|big)\s$",
            text[max(sentence.start, wording.core_start - 9) : wording.core_start],
        ):
            return None
        noun = counted(text, end, sentence.end)
        named = digits and wording.start == wording.core_start and follows_a_name(text, wording.core_start, sentence)
        if named and (noun is None or sentence.block.kind not in ("title", "heading")):
            if noun is None or noun.sort == "predicate" or not wording.stated or wording.stated < 2:
                return None
            if noun.unit not in ("person", "record"):
                return None
        if noun is not None:
            return self._counted(wording, noun, found)
        return self._bare(wording, sentence, found, digits)

    def _one(self, wording: Wording, sentence: Sentence, found: list[_Found]) -> _Found | None:
        """ "One person died", "one of them fatally": not the pronoun, not "one witness said"."""
        text, end = self.text, wording.end
        before = text[max(sentence.start, wording.core_start - 16) : wording.core_start]
        if m := re.compile(rf"{GAP}of{GAP}(?:them|whom)\b").match(text, end, sentence.end):
            if found and re.search(r"[,(—–-]\s?(?:including\s|at least\s)?$", before) and (wording.comparator or True):
                return self._counted(wording, Counted(m.end(), m[0].strip(), "", "", "pronoun"), found)
            return None
        if _ONE_IS_A_PRONOUN.search(before) and wording.comparator not in ("exact", "least", "over"):
            return None
        if re.match(rf"[{HYPHEN}]", text[end : end + 1]):
            return None
        noun = counted(text, end, sentence.end, one=True)
        if noun is not None and noun.sort == "predicate":
            return self._counted(wording, noun, found)
        if _ONE_AS_SPEAKER.match(text, end, sentence.end) or noun is None or noun.sort != "noun":
            return None
        if noun.unit not in ("person", "record", "organisation") or _SPEAKS.match(text, noun.end, sentence.end):
            return None
        return self._counted(wording, noun, found)

    def _counted(self, wording: Wording, noun: Counted, found: list[_Found]) -> _Found | None:
        text = self.text
        if wording.form == "vague" and wording.low is not None and noun.sort == "others":
            return None
        subset = self._subset(wording, noun, found)
        unit, head, phrase = noun.unit, noun.noun, noun.phrase
        if noun.sort in ("pronoun", "others") or not unit:
            whole = next(
                (
                    f.mention
                    for f in reversed(found)
                    if isinstance(f.mention.value, Quantity)
                    and f.mention.value.unit in ("person", "record", "organisation")
                ),
                None,
            )
            if whole is None:
                whole = next(
                    (
                        f.mention
                        for f in reversed(found)
                        if isinstance(f.mention.value, Quantity)
                        and f.mention.noun
                        and f.mention.value.unit == f.mention.noun
                    ),
                    None,
                )
            if whole is not None and isinstance(whole.value, Quantity):
                unit, head = whole.value.unit, head if head and noun.sort != "pronoun" else whole.noun
            elif noun.sort == "others":
                unit = "person"
            elif re.search(r"\bwhom\b|\bthem\b", noun.phrase) is None:
                return None
            else:
                unit = "person"
        del text
        return self._made(wording, noun.end, unit, f"count:{noun.sort}", phrase, head, subset)

    def _subset(self, wording: Wording, noun: Counted, found: list[_Found]) -> int | None:
        """Start of the core of the figure this one is part of, if the words say that it is part of one."""
        wholes = [
            f.mention
            for f in found
            if isinstance(f.mention.value, Quantity) and f.mention.rules[0].startswith(("count", "bare"))
        ]
        if not wholes:
            return None
        lead = self.text[max(wholes[-1].core.end, wording.start - 60) : wording.start]
        if noun.sort == "pronoun":
            return wholes[-1].core.start if wholes[-1].subset_of is None else wholes[-1].subset_of
        if _SUBSET_BEFORE.search(lead) or re.match(
            rf"{GAP}of{GAP}(?:them|whom)\b", self.text[wording.end : wording.end + 9]
        ):
            return wholes[-1].core.start
        if re.fullmatch(rf"(?s).*?,{GAP}(?:and{GAP})?", lead) and re.search(
            r"(?i)\bof the\s*$|^\s*of the", self.text[max(0, wholes[-1].excerpt.start - 8) : wholes[-1].excerpt.start]
        ):
            return wholes[-1].core.start
        return None

    def _bare(self, wording: Wording, sentence: Sentence, found: list[_Found], digits: bool) -> _Found | None:
        """A number with no noun after it: people where the words before say so, or like the figures before it."""
        text = self.text
        toll = counts_casualties_before(text, sentence.start, wording.core_start)
        if toll:
            return self._made(wording, wording.end, "person", "bare:toll", toll, toll)
        if (
            not digits
            or wording.form == "vague"
            or not _BARE_AFTER.match(text[wording.end : min(sentence.end, wording.end + 16)])
        ):
            return None
        lead = text[max(sentence.start, wording.start - 14) : wording.start]
        if wording.start == wording.core_start and not _BARE_LEAD.search(lead):
            return None
        if (wording.stated or wording.high or 0) < 2 or follows_a_name(text, wording.core_start, sentence):
            return None
        like = next(
            (
                f.mention
                for f in reversed(found)
                if isinstance(f.mention.value, Quantity) and f.mention.rules[0].startswith(("count", "bare"))
            ),
            None,
        )
        if like is not None and isinstance(like.value, Quantity):
            return self._made(wording, wording.end, like.value.unit, "bare:like", "", like.noun)
        return self._made(wording, wording.end, "", "bare")
