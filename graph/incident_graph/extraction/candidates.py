"""What in a sentence could answer a question: names, descriptions, kinds and figures, with what is stated of them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise
from typing import cast

from incident_graph.accounts import Excerpt
from incident_graph.extraction.evidence import Candidate, FigureMention, NameMention, Sentence
from incident_graph.extraction.kind_index import KindIndex, KindMatch
from incident_graph.extraction.phrases import clip, is_head, noun_phrase, with_complement
from incident_graph.profile import Kinds, Question
from incident_graph.values import Period, Quantity

#: Between a name and the description it stands beside: "Trove, a shopping site", "the forum Rooster".
_APPOSED = re.compile(
    r"\s*,?\s*(?:as\s+)?(?:(?:a|an|the|one\s+of)\s+)?(?:the\s+)?"
    r"(?:(?!(?:by|of|from|for|with|to|in|on|at|and|or)\b)[\w'-]+\s+){0,4}",
    re.IGNORECASE,
)


@dataclass
class SentenceView:
    """A sentence with everything found in it; offsets of kinds are relative, those of mentions absolute."""

    account: str
    sentence: Sentence
    raw: str
    text: str  # folded
    index: int
    role: str
    inherited: bool = False  # the role is that of the line that opens its list
    names: Sequence[NameMention] = ()
    figures: Sequence[FigureMention] = ()
    kinds: list[KindMatch] = field(default_factory=list)
    words: frozenset[str] = frozenset()

    def fill(self, index: KindIndex) -> "SentenceView":
        """Find the kinds and words once."""
        self.kinds = index.find(self.text)
        self.words = frozenset(re.findall(r"[^\W_]+", self.text.lower()))
        return self


def _accepts(kinds: Kinds, question: Question, kind: str) -> bool:
    return any(kinds.is_a(kind, wide) for wide in question.answer_kinds)


def candidates(
    view: SentenceView, question: Question, kinds: Kinds, classes: Mapping[str, str], countries: Mapping[str, str]
) -> list[Candidate]:
    """All candidates of a question in a sentence, in order of place. ``classes`` gives a name's class by its surface,
    ``countries`` a country's code by its adjective or name (lower case)."""
    found: list[Candidate] = []
    match question.answer.value:
        case "Entity":
            found = _entities(view, question, kinds, classes, countries)
        case "Kind":
            found = [
                Candidate(
                    base + m.start,
                    base + m.end,
                    kinds.by_iri[m.kind].label,
                    kind=m.kind,
                    kinds=frozenset({m.kind}),
                    words=view.text[m.start : m.end],
                )
                for base in (view.sentence.start,)
                for m in view.kinds
                if _accepts(kinds, question, m.kind)
            ]
        case "Quantity":
            figures = [
                f
                for f in view.figures
                if isinstance(f.value, Quantity)
                and counted(f, question)
                and not (question.one_answer and _is_share(view, f))
            ]
            found = [
                _figure(f) for f in (*figures, *_totals(view, figures)) if question.any_role or f.role == "incident"
            ]
        case "Period":
            found = [_figure(f) for f in view.figures if isinstance(f.value, Period) and _says_when(f.value)]
    return sorted(found, key=lambda c: (c.start, c.end, c.label))


def counted(figure: FigureMention, question: Question) -> bool:
    """Whether a figure counts what the question asks for: by unit, by head noun, or by a word of the counted phrase."""
    if not question.counts:
        return True
    unit = figure.value.unit if isinstance(figure.value, Quantity) else ""
    words = set(re.findall(r"[^\W_]+", figure.measures.lower()))
    return any(
        c in (unit, figure.noun) or c in words or (c == "money" and len(unit) == 3 and unit.isupper())
        for c in question.counts
    )


_SHARE = re.compile(r"\s*of\s+(?:them|those|these|whom|which)\b", re.IGNORECASE)


#: "nine out of a crew of fifty": the whole of which something is counted.
_WHOLE = re.compile(r"\bout\s+of\s+(?:(?:a|the|some|about)\s+)?(?:[\w-]+\s+of\s+)?(?:[\w-]+\s+)?$", re.IGNORECASE)


#: "five people, including two children": a part of what was just counted.
_AMONG = re.compile(
    r"\b(?:including|among\s+(?:them|whom)|of\s+(?:whom|them))\s+(?:(?:at\s+least|about|some|the)\s+)?$", re.IGNORECASE
)


def _is_share(view: SentenceView, figure: FigureMention) -> bool:
    """Whether a figure counts some of what was counted before, or the whole of it: "25 of them", "25 out of 50"."""
    start, end = figure.core.start - view.sentence.start, figure.core.end - view.sentence.start
    return (
        _SHARE.match(view.text, end) is not None
        or _WHOLE.search(view.text, 0, start) is not None
        or _AMONG.search(view.text, 0, start) is not None
    )


def _totals(view: SentenceView, figures: Sequence[FigureMention]) -> Iterator[FigureMention]:
    """Sums of figures given together: "ten passengers and two crew members died" counts twelve."""
    for one, other in pairwise(sorted(figures, key=lambda f: f.core.start)):
        start, end = one.excerpt.start, other.excerpt.end
        between = view.text[one.excerpt.end - view.sentence.start : other.excerpt.start - view.sentence.start]
        if between.strip() != "and" or one.noun == other.noun or not (_summable(one) and _summable(other)):
            continue
        a, b = cast("Quantity", one.value), cast("Quantity", other.value)
        if a.unit != b.unit:
            continue
        low, high = (
            (x + y) if x is not None and y is not None else None for x, y in ((a.low, b.low), (a.high, b.high))
        )
        stated = cast("Decimal", a.stated) + cast("Decimal", b.stated)
        excerpt = Excerpt(view.account, start, end, view.raw[start - view.sentence.start : end - view.sentence.start])
        yield replace(
            one,
            noun="",
            excerpt=excerpt,
            core=excerpt,
            value=replace(a, low=low, high=high, stated=stated),
            rules=("sum",),
        )


def _summable(figure: FigureMention) -> bool:
    return isinstance(figure.value, Quantity) and figure.value.stated is not None and figure.subset_of is None


def _says_when(period: Period) -> bool:
    return period.is_placed or period.weekday is not None


def _figure(figure: FigureMention) -> Candidate:
    core, excerpt = figure.core, figure.excerpt
    return Candidate(core.start, core.end, excerpt.text, figure=figure, tail=excerpt.end)


def _entities(
    view: SentenceView, question: Question, kinds: Kinds, classes: Mapping[str, str], countries: Mapping[str, str]
) -> list[Candidate]:
    base = view.sentence.start
    described = [m for m in view.kinds if _accepts(kinds, question, m.kind)]
    used: set[KindMatch] = set()
    found: list[Candidate] = []
    for name in view.names:
        start, end = name.excerpt.start - base, name.excerpt.end - base
        of_class = classes.get(name.surface, "")
        stated = {m for m in view.kinds if _beside(view.text, start, end, m, of_class)}
        kind_set = frozenset(m.kind for m in stated)
        if of_class in question.answer_classes or any(_accepts(kinds, question, k) for k in kind_set):
            used |= stated
            before = [m for m in stated if m.end <= start]
            opens = noun_phrase(view.text, before[0].start, before[0].end)[0] if before else start
            found.append(Candidate(base + opens, name.excerpt.end, name.surface, name=name, kinds=kind_set))
    for m in described:
        if m in used or not is_head(view.text, m.end):
            continue
        a, b = noun_phrase(view.text, m.start, m.end)
        b = with_complement(view.text, b)
        if any(c.start < base + b and base + a < c.end and c.name is None for c in found):
            continue
        if any(m.start < n.excerpt.end - base and n.excerpt.start - base < m.end for n in view.names):
            continue
        label = clip(view.text[a:b])
        same_phrase = frozenset(o.kind for o in view.kinds if a <= o.start and o.end <= b)
        country = frozenset(
            ("country", countries[w]) for w in re.findall(r"[^\W\d_]+", label.lower()) if w in countries
        )
        found.append(Candidate(base + a, base + b, label, kinds=same_phrase, attributes=country))
    return found


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
