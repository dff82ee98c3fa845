"""Where a cue finds an answer: direction, distance, lists, and the anti-cues that take its force away."""

import re
from collections.abc import Iterator, Sequence

from incident_graph.extraction.candidates import SentenceView
from incident_graph.extraction.evidence import Candidate
from incident_graph.extraction.phrases import clip
from incident_graph.extraction.segments import segment_at
from incident_graph.profile import AnswerType, Cue, Question
from incident_graph.text.wording import any_of

#: A candidate with the span of cue and candidate together, relative to the sentence.
Hit = tuple[Candidate, tuple[int, int]]

_COMPARATORS = any_of(
    """some several various at least most about around roughly approximately nearly almost over under more fewer less
    than up to as many just only exactly early late shortly before after"""
)
#: Words that may stand between a cue and its answer when the cue ends at it ("on the", "at a", "a variety of").
_NEAR = re.compile(
    rf"(?:'s(?=\s))?[\s\"',]*(?:(?:the|a|an|its|their|his|her|(?:Dr|Mr|Ms|Mrs|Prof)\b\.?|{_COMPARATORS})[\s\"']+){{0,4}}"
    rf"(?:{any_of('variety number range series group handful one')}\s+of\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
_LIST_GLUE = re.compile(
    r"[\s\"']*(?:,|,?\s*and|,?\s*or|/|&|,?\s*as well as)\s*"
    r"(?:(?:the|a|an|in|on|from|by|even|also)\s+){0,2}[\"']*(?:[\w-]+\s+){0,2}",
    re.IGNORECASE,
)
#: "either a leak by an individual with access or an attack": what may stand before "or".
_ALTERNATIVE = re.compile(r"(?:[\s\"'-]+[\w'-]+){0,10}?,?\s+or\s+(?:[\w'-]+\s+){0,4}", re.IGNORECASE)
_STOP = re.compile(r"[;()]|[:.!?](?!\d)")
#: A subordinate clause opens: what it tells has a time of its own.
_OTHER_CLAUSE = re.compile(r"\b(?:that|which|who|where|when|after|before|as|while|since|from|of)\b", re.IGNORECASE)
#: A measure in other units: "45 mph (72 kph)".
_CONVERSION = re.compile(r"^\s*\([^()]*\d[^()]*\)")
_PARENTHESIS = re.compile(r",[^,]{0,90},")
#: An office ends in a comma, the holder's name follows, perhaps with a title.
_OFFICE_ENDS = re.compile(r"\S,\s+(?:[A-Z][a-z]*\.?\s+)?$")
_INITIALS = re.compile(r"\s*\([A-Z][\w&.-]{1,11}\)$")
_LOOSE_WORDS = {AnswerType.PERIOD: 14, AnswerType.QUANTITY: 10}
#: How many words of a clause the label of a phrase shows.
_LABEL_WORDS = 18
#: How near to cue and answer an anti-cue must stand, in characters.
_NEARBY = 45


_SAID_ON = re.compile(
    rf"\b{any_of('said says told announced confirmed repeated added wrote tweeted insisted claimed promised warned')}"
    r"(?:\s+[\w'-]+){0,3}?(?:\s+(?:on|late|early|at|in))*\s*$",
    re.IGNORECASE,
)


def dates_speech(view: SentenceView, candidate: Candidate, cue: Cue) -> bool:
    """Whether a date tells when somebody spoke, not when something happened: "the mayor said on Monday".

    A cue that itself has the verb asks for just that: "told it on {value}".

    >>> _SAID_ON.search("the mayor told reporters on ") is not None, _SAID_ON.search("the roof fell on ") is not None
    (True, False)
    """
    said = _SAID_ON.search(view.text, 0, candidate.start - view.sentence.start)
    return said is not None and said.group().split()[0].lower() not in re.split(r"[\s|_]", cue.source)


def slotted(
    view: SentenceView, cue: Cue, found: Sequence[Candidate], answer: AnswerType, *, asides: bool = True
) -> Iterator[Hit]:
    """Candidates that stand where the cue's ``{value}`` does, and what is listed with them; ``asides``: also over an
    aside between two commas."""
    if not found:
        return
    base = view.sentence.start
    if cue.left is None and cue.right is None:
        yield from ((c, (c.start - base, c.end - base)) for c in found)
        return
    reach = _LOOSE_WORDS.get(answer, 8)
    lefts = list(cue.left.finditer(view.text)) if cue.left else [None]
    rights = list(cue.right.finditer(view.text)) if cue.right and lefts else [None]
    for left in lefts:
        for right in rights:
            chosen = [c for c in found if _fits(view.text, base, c, left, right, cue, reach, asides)]
            if answer is AnswerType.PERIOD and right is not None and left is None:
                chosen = [c for c in chosen if not _OTHER_CLAUSE.search(view.text, c.end - base, right.start())]
            if answer is AnswerType.QUANTITY and len(chosen) > 1 and right is not None:
                chosen = _parts(view.text, base, chosen, right)
            if not chosen:
                continue
            nearest = (
                min(chosen, key=lambda c: (c.start, -c.end)) if left else max(chosen, key=lambda c: (c.end, -c.start))
            )
            for c in [nearest, *_listed(view.text, base, nearest, found)]:
                if answer is AnswerType.PERIOD and dates_speech(view, c, cue):
                    continue
                low = min(c.start - base, left.start() if left else c.start - base)
                high = max(c.end - base, right.end() if right else c.end - base)
                yield c, (low, high)


#: What tells of the whole in "two of the five people aboard".
_OF_THE_WHOLE = re.compile(
    rf"{any_of('aboard onboard on in inside at present listed named who that')}\b", re.IGNORECASE
)
_PART_OF = re.compile(r"\s+of\s+(?:[\w'-]+\s+){0,2}", re.IGNORECASE)


def _parts(text: str, base: int, chosen: Sequence[Candidate], right: re.Match[str]) -> list[Candidate]:
    """Without the wholes of which a part is counted: in "two of the five coaches overturned" two did."""
    if _OF_THE_WHOLE.match(right.group()):
        return list(chosen)
    return [
        c
        for c in chosen
        if not any(
            c.figure is not None
            and o.figure is not None
            and o.figure.subset_of == c.figure.core.start
            and _PART_OF.fullmatch(text, o.end - base, c.start - base)
            for o in chosen
        )
    ]


def _fits(
    text: str,
    base: int,
    candidate: Candidate,
    left: re.Match[str] | None,
    right: re.Match[str] | None,
    cue: Cue,
    reach: int,
    asides: bool,
) -> bool:
    start, end = candidate.start - base, candidate.end - base
    if left is not None and start < left.end() and candidate.name is not None:
        start = candidate.name.excerpt.start - base  # the description before the name is the cue
    if left is not None:
        before = text[left.end() : start]
        if candidate.name is not None and cue.loose_left and _OFFICE_ENDS.search(before):
            before = _INITIALS.sub("", before[: before.rindex(",")])  # "the minister of works, Ada Brook, …"
        if start < left.end() or not _reaches(before, reach if cue.loose_left else 0):
            return False
    if right is None:
        return True
    if right.start() >= candidate.tail - base > end:  # the counted noun belongs to the figure
        end = candidate.tail - base
    between = _CONVERSION.sub(" ", text[end : right.start()], count=1)
    if asides:
        between = _PARENTHESIS.sub(" ", between, count=1)
    if asides or candidate.figure is None:
        between = between.removeprefix(",")
    elif "," in between:
        return False
    return right.start() >= end and _reaches(between, reach if cue.loose_right else 0)


def _reaches(between: str, reach: int) -> bool:
    """Whether a cue reaches an answer over the words between them: ``reach`` many, 0 for the nearest only.

    A comma stops it, unless an apposition follows or the words are a parenthesis between two commas.
    """
    if _STOP.search(between):
        return False
    if _NEAR.fullmatch(between):
        return True
    if not reach:
        return False
    between = _PARENTHESIS.sub(" ", between, count=1)
    return not re.search(r",\s(?!(?:which|who|that|a|an|one)\b)", between) and len(between.split()) <= reach


def _listed(text: str, base: int, first: Candidate, found: Sequence[Candidate]) -> list[Candidate]:
    """What follows ``first`` in its list: "on A, B and C", "either A or B"."""
    out, last = [], first
    for c in found:
        between = text[last.end - base : c.start - base]
        if c.start >= last.end and (_LIST_GLUE.fullmatch(between) or _ALTERNATIVE.fullmatch(between)):
            out.append(c)
            last = c
    return out


def wordings(view: SentenceView, question: Question, cue: Cue) -> Iterator[Hit]:
    """Answers that the wording itself gives: a yes, the question's only kind, or a phrase."""
    base = view.sentence.start
    main = cue.left or cue.right
    if main is None:
        return
    for m in main.finditer(view.text):
        a, b = m.span()
        if question.answer is AnswerType.PHRASE:
            yield from _phrases(view, cue, a, b)
        elif question.answer is AnswerType.POLARITY:
            yield Candidate(base + a, base + b, "yes", polarity=True), (a, b)
        elif question.answer is AnswerType.KIND and len(question.answer_kinds) == 1:
            kind = question.answer_kinds[0]
            label = view.profile.kinds.by_iri[kind].label
            yield Candidate(base + a, base + b, label, kind=kind, kinds=frozenset({kind})), (a, b)


def phrased(view: SentenceView, cue: Cue) -> Iterator[Hit]:
    """The account's own words where the cue's ``{value}`` stands, up to the end of the clause."""
    main = cue.left or cue.right
    for m in main.finditer(view.text) if main else ():
        yield from _phrases(view, cue, *m.span())


def _phrases(view: SentenceView, cue: Cue, a: int, b: int) -> Iterator[Hit]:
    base = view.sentence.start
    seg_a, seg_b = segment_at(view.text, a, b)
    lo, hi = (b, seg_b) if cue.has_slot and cue.left else (seg_a, a) if cue.has_slot else (seg_a, seg_b)
    if not cue.has_slot and len(view.text[lo:b].split()) > _LABEL_WORDS:
        lo += max(view.text[lo:a].rfind(", "), 0)  # the label shows what the cue found
    label = clip(_bare(view.text[lo:hi]), _LABEL_WORDS)
    lo += len(view.text[lo:hi]) - len(view.text[lo:hi].lstrip(" ,;:—–-"))
    if len(label) > 2:
        yield Candidate(base + lo, base + hi, label, phrase=True), (min(a, lo), max(b, hi))


def _bare(text: str) -> str:
    """A clause without the conjunction that opens it."""
    return re.sub(
        r"^[\s,;:—–-]*(?:(?:and|but|while|although|though|which|who|that|because|so)\s+)?",
        "",
        text,
        flags=re.IGNORECASE,
    )


def blocked(view: SentenceView, question: Question, candidate: Candidate, span: tuple[int, int]) -> bool:
    """Whether an anti-cue stands near cue and answer, in their clause."""
    if not question.anti_cues:
        return False
    a, b = segment_at(view.text, *span)
    a, b = max(a, span[0] - _NEARBY), min(b, span[1] + _NEARBY)
    for anti in question.anti_cues:
        if not view.could_match(anti):
            continue
        if anti.has_slot:
            if any(True for _ in slotted(view, anti, [candidate], question.answer, asides=False)):
                return True
        elif anti.left and any(
            m.start() < b and a < m.end() and not _in_name(view, m.span()) for m in anti.left.finditer(view.text)
        ):
            return True
    return False


def _in_name(view: SentenceView, span: tuple[int, int]) -> bool:
    """Whether words stand within a name: "Marlowe Court" is no court."""
    start, end = (view.sentence.start + offset for offset in span)
    return any(n.excerpt.start <= start and end <= n.excerpt.end for n in view.names)
