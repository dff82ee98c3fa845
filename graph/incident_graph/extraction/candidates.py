"""What in a sentence could answer a question: names, descriptions, kinds and figures, with what is stated of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise
from typing import cast

from incident_graph.accounts import Excerpt
from incident_graph.extraction.evidence import Candidate, FigureMention
from incident_graph.extraction.kind_index import KindIndex, KindMatch
from incident_graph.extraction.phrases import clip, is_head, noun_phrase, with_complement
from incident_graph.extraction.roles import role_of
from incident_graph.names.mention import NameMention
from incident_graph.profile import AnswerType, Cue, Profile, Question, words_of
from incident_graph.text.document import Sentence
from incident_graph.text.worked_out import worked_out
from incident_graph.values import Period, Quantity

#: Between a name and the description it stands beside: "Trove, a shopping site", "the forum Rooster".
_APPOSED = re.compile(
    r"\s*,?\s*(?:as\s+)?(?:(?:a|an|the|one\s+of)\s+)?(?:the\s+)?"
    r"(?:(?!(?:by|of|from|for|with|to|in|on|at|and|or)\b)[\w'-]+\s+){0,4}",
    re.IGNORECASE,
)


@dataclass
class SentenceView:
    """A sentence with everything found in it, each part worked out once; offsets of kinds are relative, those of
    mentions absolute. ``classes`` gives a name's class by its surface, ``countries`` a country's code by its adjective
    or name (lower case)."""

    account: str
    sentence: Sentence
    raw: str
    text: str  # folded
    index: int
    profile: Profile
    kind_index: KindIndex
    lead: str = ""  # the line that opens its list, folded
    names: Sequence[NameMention] = ()
    figures: Sequence[FigureMention] = ()
    classes: Mapping[str, str] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)

    @worked_out
    def words(self) -> tuple[str, ...]:
        """Its words: see ``words_of``."""
        return words_of(self.text)

    @worked_out
    def met(self) -> int:
        """What its words meet of what the profile's cues need."""
        return self.profile.by_words.met(self.words)

    def live(self) -> list[tuple[Question, list[Cue]]]:
        """The questions it might answer, with the cues that could match."""
        index = self.profile.by_words
        names = [m.kind for m in self.kinds]
        names += [self.classes.get(name.surface, "") for name in self.names]
        names += [word for _, words in self.quantities for word in words] if self.figures else []
        quantity, period = (bool(self.quantities), bool(self.periods)) if self.figures else (False, False)
        values = set(index.values(names, quantity=quantity, period=period))
        return index.live(self.words, values, words_of(self.lead) if self.lead else (), self.met)

    def could_match(self, cue: Cue) -> bool:
        """Whether a cue of the profile's questions could match the sentence, by its words."""
        return self.profile.by_words.could_match(cue, self.met)

    @worked_out
    def role(self) -> str:
        """The role of the sentence, or else of the line that opens its list: see ``role_of``."""
        return role_of(self.text, self.lead)

    @worked_out
    def inherited(self) -> bool:
        """Whether the role is that of the line that opens its list."""
        return self.role != "incident" and role_of(self.text) == "incident"

    @worked_out
    def kinds(self) -> list[KindMatch]:
        """The kinds that its words name."""
        return self.kind_index.find(self.text)

    @worked_out
    def kind_set(self) -> frozenset[str]:
        """The kinds, each once."""
        return frozenset([m.kind for m in self.kinds])

    @worked_out
    def name_classes(self) -> frozenset[str]:
        """The classes of its names."""
        return frozenset([self.classes.get(name.surface, "") for name in self.names])

    @worked_out
    def named(self) -> list[tuple[str, list[KindMatch], Candidate]]:
        """Each name with its class and the kinds stated of it, as a candidate."""
        return [_named(self, name) for name in self.names]

    @worked_out
    def described(self) -> dict[KindMatch, Candidate | None]:
        """The description whose head each kind is; ``None`` where it heads none, or overlaps a name."""
        return {m: _described(self, m) for m in self.kinds}

    @worked_out
    def kind_candidates(self) -> dict[KindMatch, Candidate]:
        """Each kind as a candidate."""
        base, by_iri = self.sentence.start, self.profile.kinds.by_iri
        return {
            m: Candidate(
                base + m.start,
                base + m.end,
                by_iri[m.kind].label,
                kind=m.kind,
                kinds=frozenset({m.kind}),
                words=self.text[m.start : m.end],
                gapped=m.gapped,
            )
            for m in self.kinds
        }

    @worked_out
    def quantities(self) -> list[tuple[FigureMention, frozenset[str]]]:
        """Each quantity with the words by which a question may ask for it."""
        return [(f, frozenset(_counts(f))) for f in self.figures if isinstance(f.value, Quantity)]

    @worked_out
    def periods(self) -> list[Candidate]:
        """The dates and times that say when."""
        said = [_figure(f) for f in self.figures if isinstance(f.value, Period) and _says_when(f.value)]
        if said and said[0].start == self.sentence.start and (stamp := _STAMP.match(self.text)):
            return said[1:] if len(said) > 1 or self.text[stamp.end()].isupper() else said
        return said


def candidates(view: SentenceView, question: Question) -> list[Candidate]:
    """All candidates of a question in a sentence, in order of place."""
    found: list[Candidate] = []
    match question.answer:
        case AnswerType.ENTITY:
            found = _entities(view, question)
        case AnswerType.KIND:
            accepted = view.profile.kinds.under(question.answer_kinds)
            if not view.kind_set.isdisjoint(accepted):
                found = [view.kind_candidates[m] for m in view.kinds if m.kind in accepted and not _opens_name(view, m)]
        case AnswerType.QUANTITY:
            figures = [
                f
                for f, words in view.quantities
                if (not question.counts or not words.isdisjoint(question.counts))
                and not (question.one_answer and "them" not in question.counts and _is_share(view, f))
            ]
            found = [
                _figure(f) for f in (*figures, *_totals(view, figures)) if question.any_role or f.role == "incident"
            ]
        case AnswerType.PERIOD:
            found = [c for c in view.periods if question.any_role or not _is_past(c)]
    return sorted(found, key=lambda c: (c.start, c.end, c.label)) if len(found) > 1 else found


def _opens_name(view: SentenceView, m: KindMatch) -> bool:
    """Whether the word for a kind only opens a place's or person's name ("Port Laverne" is no port), or is all of a
    person's or body's ("told the Mercury")."""
    base = view.sentence.start
    for n in view.names:
        start, end, of = n.excerpt.start - base, n.excerpt.end - base, view.classes.get(n.surface, "")
        if start <= m.start and m.end < end and of in ("Place", "Person"):
            return True
        if (m.start, m.end) == (start, end) and of in ("Organisation", "Person"):
            return True
    return False


def _counts(figure: FigureMention) -> Iterator[str]:
    """By what a question may ask for a figure: its unit, its head noun, the words of the counted phrase, "money"."""
    unit = figure.value.unit if isinstance(figure.value, Quantity) else ""
    if figure.noun or not unit:
        yield figure.noun
    yield unit
    if figure.rules[:1] == ("compound",):
        return  # "a five-storey block" counts storeys, no blocks
    yield from re.findall(r"[^\W_]+", figure.measures.lower())
    if len(unit) == 3 and unit.isupper():
        yield "money"


def counted(figure: FigureMention, question: Question) -> bool:
    """Whether a figure counts what the question asks for: by unit, by head noun, or by a word of the counted phrase."""
    return not question.counts or not set(question.counts).isdisjoint(_counts(figure))


#: "07:40 The blast happened at 5.17 am": when an entry of a live page was written.
_STAMP = re.compile(r"\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?\s+(?=[^\W\d])(?!(?:on|local|time|gmt|utc)\b)", re.IGNORECASE)


_SHARE = re.compile(
    r"\s*of\s+(?:them|those|these|whom|which|the\s+(?:\d+\s+)?(?:dead|deceased|slain|fatalities))\b", re.IGNORECASE
)


#: "nine out of a crew of fifty": the whole of which something is counted.
_WHOLE = re.compile(r"\bout\s+of\s+(?:(?:a|the|some|about)\s+)?(?:[\w-]+\s+of\s+)?(?:[\w-]+\s+)?$", re.IGNORECASE)


#: "five people, including two children": a part of what was just counted.
_AMONG = re.compile(
    r"\b(?:including|among\s+(?:them|whom)|of\s+(?:whom|them))\s+(?:(?:at\s+least|about|some|the)\s+)?$", re.IGNORECASE
)


#: "18,000 homes in the town are among those hit".
_AMONG_THOSE = re.compile(r"[^.;]{0,80}?\b(?:are|is|was|were|being)\s+among\s+(?:the|those|them)\b", re.IGNORECASE)
#: "one of the patients", "one of 89 held": a single one says nothing of how many there were.
_ONE_OF_THE = re.compile(r"one\s+of\s+(?:the|some|about|\d[\d,.]*|[a-z]+(?:ty|teen|dred|sand))\b", re.IGNORECASE)


#: "one in three customers": a share of those there are.
_RATIO = re.compile(r"\sin\s")


def is_share(text: str, start: int, end: int) -> bool:
    """Whether a figure at ``start``..``end`` of a sentence counts some of what is counted otherwise, or the whole of
    it: "25 of them", "25 out of 50", "25 homes are among those".

    >>> is_share("25 of them drowned", 0, 2), is_share("25 people drowned", 0, 2)
    (True, False)
    >>> is_share("Two of the dead were nurses.", 0, 3), is_share("Two of the ferries sank.", 0, 3)
    (True, False)
    """
    return (
        _SHARE.match(text, end) is not None
        or _WHOLE.search(text, 0, start) is not None
        or _AMONG.search(text, 0, start) is not None
        or _AMONG_THOSE.match(text, end) is not None
        or _ONE_OF_THE.match(text, start) is not None
    )


def _is_share(view: SentenceView, figure: FigureMention) -> bool:
    if _RATIO.search(figure.core.text):
        return True
    return is_share(view.text, figure.core.start - view.sentence.start, figure.core.end - view.sentence.start)


_FATES = frozenset("dead killed died injured wounded hurt missing homeless displaced ill sick rescued safe".split())


def _fate(figure: FigureMention) -> frozenset[str]:
    """What the counted words say became of those counted."""
    return _FATES.intersection(figure.measures.lower().split())


#: Where a subject stands: at the start of the sentence or of a clause.
_OPENS_CLAUSE = re.compile(r"(?:^|[,;:\"]|\b(?:and|but|that|said|while|as|with))\s*$", re.IGNORECASE)


def _totals(view: SentenceView, figures: Sequence[FigureMention]) -> Iterator[FigureMention]:
    """Sums of figures given together: "ten passengers and two crew members died" counts twelve."""
    for one, other in pairwise(sorted(figures, key=lambda f: f.core.start)):
        start, end = one.excerpt.start, other.excerpt.end
        between = view.text[one.excerpt.end - view.sentence.start : other.excerpt.start - view.sentence.start]
        if between.strip() != "and" or one.noun == other.noun or not (_summable(one) and _summable(other)):
            continue
        if (fate := _fate(one)) and fate != _fate(other):
            continue  # "18 people dead and 145 missing"
        predicate = ["count:predicate" in f.rules for f in (one, other)]
        subject = _OPENS_CLAUSE.search(view.text, 0, start - view.sentence.start) is not None
        if predicate == [False, True] and not subject:
            continue  # "killed two and ten others were hurt"
        a, b = cast("Quantity", one.value), cast("Quantity", other.value)
        if a.unit != b.unit:
            continue
        low, high = (
            (x + y) if x is not None and y is not None else None for x, y in ((a.low, b.low), (a.high, b.high))
        )
        stated = cast("Decimal", a.stated) + cast("Decimal", b.stated)
        base = view.sentence.start
        excerpt = Excerpt(view.account, start, end, view.raw[start - base : end - base])
        core = excerpt
        if predicate == [False, True]:  # "20 firemen and 10 others are missing"
            core = Excerpt(view.account, start, other.core.end, view.raw[start - base : other.core.end - base])
        yield one._replace(
            noun="",
            excerpt=excerpt,
            core=core,
            value=replace(a, low=low, high=high, stated=stated),
            rules=("sum",),
        )


def _summable(figure: FigureMention) -> bool:
    return isinstance(figure.value, Quantity) and figure.value.stated is not None and figure.subset_of is None


def _is_past(candidate: Candidate) -> bool:
    """Whether a date is of an earlier year than the story: "the 1999 quake"."""
    figure = candidate.figure
    return figure is not None and figure.role == "background" and "year" in figure.rules


def _says_when(period: Period) -> bool:
    return period.is_placed or period.weekday is not None


def _figure(figure: FigureMention) -> Candidate:
    core, excerpt = figure.core, figure.excerpt
    return Candidate(core.start, core.end, excerpt.text, figure=figure, tail=excerpt.end)


def _entities(view: SentenceView, question: Question) -> list[Candidate]:
    accepted = view.profile.kinds.under(question.answer_kinds)
    fitting = not view.kind_set.isdisjoint(accepted)
    if not fitting and view.name_classes.isdisjoint(question.answer_classes):
        return []
    used: set[KindMatch] = set()
    found: list[Candidate] = []
    for of_class, stated, candidate in view.named:
        if of_class in question.answer_classes or not candidate.kinds.isdisjoint(accepted):
            used.update(stated)
            found.append(candidate)
    for m in view.kinds if fitting else ():
        if m.kind not in accepted or m in used or (described := view.described[m]) is None:
            continue
        if not any(c.start < described.end and described.start < c.end and c.name is None for c in found):
            found.append(described)
    return found


def _named(view: SentenceView, name: NameMention) -> tuple[str, list[KindMatch], Candidate]:
    base = view.sentence.start
    start, end = name.excerpt.start - base, name.excerpt.end - base
    of_class = view.classes.get(name.surface, "")
    stated = [m for m in view.kinds if _beside(view.text, start, end, m, of_class)]
    before = next((m for m in stated if m.end <= start), None)
    opens = noun_phrase(view.text, before.start, before.end)[0] if before else start
    kinds = frozenset([m.kind for m in stated])
    return of_class, stated, Candidate(base + opens, name.excerpt.end, name.surface, name=name, kinds=kinds)


def _described(view: SentenceView, m: KindMatch) -> Candidate | None:
    base = view.sentence.start
    if not is_head(view.text, m.end):
        return None
    if any(m.start < n.excerpt.end - base and n.excerpt.start - base < m.end for n in view.names):
        return None
    a, b = noun_phrase(view.text, m.start, m.end)
    b = with_complement(view.text, b)
    label = clip(view.text[a:b])
    same_phrase = frozenset([o.kind for o in view.kinds if a <= o.start and o.end <= b])
    words = re.findall(r"[^\W\d_]+", label.lower())
    country = frozenset([("country", view.countries[w]) for w in words if w in view.countries])
    return Candidate(base + a, base + b, label, kinds=same_phrase, attributes=country)


#: Classes of which "the X platform" says what X is; "the X supplier" says whose supplier.
_NAMED_FIRST = frozenset({"Platform", "Product", "Vehicle", "Event", ""})


def _beside(text: str, start: int, end: int, m: KindMatch, of_class: str) -> bool:
    """Whether the kind at ``m`` is said of the name at ``start``..``end``: "the forum X", "X, a major platform"."""
    if m.start >= end:
        between = text[end : m.start]
        if between.strip(' "') == "":
            return of_class in _NAMED_FIRST and is_head(text, m.end)
        apposed = len(between) <= 45 and not between.startswith("'") and "," in between
        return apposed and _APPOSED.fullmatch(between) is not None
    return m.end <= start and text[m.end : start].strip(' "') in ("", ",", "called", "named", "known as")
