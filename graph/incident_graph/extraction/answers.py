"""Claims: cue, then a candidate of the expected type in the allowed direction and clause, then how it is said."""

import re
from collections.abc import Iterator, Mapping, Sequence

from incident_graph.extraction.candidates import SentenceView, candidates
from incident_graph.extraction.evidence import Candidate, ClaimVote, Document, FigureMention, NameMention
from incident_graph.extraction.folding import fold
from incident_graph.extraction.kind_index import KindIndex
from incident_graph.extraction.modality import Modality, modality
from incident_graph.extraction.phrases import clip
from incident_graph.extraction.roles import opens_background, role_of
from incident_graph.extraction.segments import segment_at
from incident_graph.extraction.speakers import speaker_of
from incident_graph.extraction.wording import any_of
from incident_graph.profile import AnswerType, Cue, Profile, Question

#: Words that may stand between a cue and its answer when the cue ends at it ("on the", "at a").
_NEAR = re.compile(
    r"[\s\"',]*(?:"
    + any_of("the a an its their his her some several various at least about approximately nearly over more than up to")
    + r"[\s\"']+){0,3}(?:"
    + any_of("variety number range series group handful one")
    + r"\s+of\s+(?:the\s+)?)?",
    re.IGNORECASE,
)
_LIST_GLUE = re.compile(
    r"[\s\"']*(?:,|,?\s*and|,?\s*or|/|&|,?\s*as well as)\s*"
    r"(?:(?:the|a|an|in|on|from|by|even|also)\s+){0,2}[\"']*(?:[\w-]+\s+){0,2}",
    re.IGNORECASE,
)
#: "either a leak by an individual with access or an attack": what may stand before "or".
_ALTERNATIVE = re.compile(r"(?:[\s\"'-]+[\w'-]+){0,10}?,?\s+or\s+(?:[\w'-]+\s+){0,4}", re.IGNORECASE)
_LOOSE_WORDS = 8


def find_answers(
    document: Document,
    profile: Profile,
    index: KindIndex,
    names: Sequence[NameMention],
    figures: Sequence[FigureMention],
    classes: Mapping[str, str],
    countries: Mapping[str, str],
) -> list[ClaimVote]:
    """Every answer the account's sentences give to the profile's questions, with its evidence; order of the text."""
    votes: list[ClaimVote] = []
    for view in _views(document, index, names, figures):
        for question in profile.questions.values():
            if view.role == "hypothetical":
                continue
            if not (question.cues or question.weak_cues) or not _context(document, view, question):
                continue
            votes += _answers_in(document, view, question, profile, classes, countries)
    return votes


def _views(
    document: Document, index: KindIndex, names: Sequence[NameMention], figures: Sequence[FigureMention]
) -> Iterator[SentenceView]:
    text = document.account.text
    for n, sentence in enumerate(document.sentences):
        if sentence.block.kind == "heading":
            continue  # a heading announces; what it announces is said below it
        lead = text[sentence.lead_in.start : sentence.lead_in.end] if sentence.lead_in else ""
        raw = text[sentence.start : sentence.end]
        inside = [x for x in names if sentence.start <= x.excerpt.start and x.excerpt.end <= sentence.end]
        counted = [x for x in figures if sentence.start <= x.excerpt.start and x.excerpt.end <= sentence.end]
        role = role_of(raw, lead)
        inherited = role != "incident" and role_of(raw) == "incident"
        yield SentenceView(document.account.id, sentence, raw, fold(raw), n, role, inherited, inside, counted).fill(
            index
        )


def _context(document: Document, view: SentenceView, question: Question) -> bool:
    """Whether the sentence, or the line that opens its list, has what the question requires."""
    if not question.requires:
        return True
    if _any_match(question.requires, view.text, view.words):
        return True
    lead = view.sentence.lead_in
    if lead is None:
        return False
    text = fold(document.account.text[lead.start : lead.end])
    return _any_match(question.requires, text, frozenset(re.findall(r"[^\W_]+", text.lower())))


def _any_match(cues: Sequence[Cue], text: str, words: frozenset[str]) -> bool:
    return any(c.left and c.could_match(words) and c.left.search(text) for c in cues)


def _answers_in(
    document: Document,
    view: SentenceView,
    question: Question,
    profile: Profile,
    classes: Mapping[str, str],
    countries: Mapping[str, str],
) -> list[ClaimVote]:
    live = [cue for cue in (*question.cues, *question.weak_cues) if cue.could_match(view.words)]
    if not live:
        return []
    found: list[Candidate] | None = None
    hits: dict[tuple[int, int, str], tuple[Candidate, tuple[int, int], Cue]] = {}
    for cue in live:
        if question.answer in (AnswerType.POLARITY, AnswerType.PHRASE) or not cue.has_slot:
            pairs = _wordings(view, question, cue, profile)
        else:
            if found is None:
                found = candidates(view, question, profile.kinds, classes, countries)
            pairs = _slotted(view, cue, found)
        for candidate, span in pairs:
            hits.setdefault((candidate.start, candidate.end, candidate.kind or ""), (candidate, span, cue))
    out = []
    for candidate, span, cue in hits.values():
        if (question.any_role or _told_of_incident(view, span)) and not _blocked(view, question, candidate, span):
            out.append(_vote(document, view, question, candidate, span, cue))
    return out


def _told_of_incident(view: SentenceView, span: tuple[int, int]) -> bool:
    """Whether the clause of an answer tells of this incident, if its sentence looks back, generalises or demands."""
    if view.role == "incident":
        return True
    start, end = segment_at(view.text, *span)
    return not opens_background(view.text) and not view.inherited and role_of(view.text[start:end]) == "incident"


def _slotted(view: SentenceView, cue: Cue, found: Sequence[Candidate]) -> Iterator[tuple[Candidate, tuple[int, int]]]:
    """Candidates that stand where the cue's ``{value}`` does, with the span of cue and candidate (relative)."""
    if not found:
        return
    base = view.sentence.start
    if cue.left is None and cue.right is None:
        yield from ((c, (c.start - base, c.end - base)) for c in found)
        return
    lefts = list(cue.left.finditer(view.text)) if cue.left else [None]
    rights = list(cue.right.finditer(view.text)) if cue.right else [None]
    for left in lefts:
        for right in rights:
            chosen = [c for c in found if _fits(view.text, c.start - base, c.end - base, left, right, cue)]
            if not chosen:
                continue
            first = (
                min(chosen, key=lambda c: (c.start, -c.end)) if left else max(chosen, key=lambda c: (c.end, -c.start))
            )
            for c in [first, *_coordinated(view.text, base, first, found)]:
                low = min(c.start - base, left.start() if left else c.start - base)
                high = max(c.end - base, right.end() if right else c.end - base)
                yield c, (low, high)


def _fits(text: str, start: int, end: int, left: re.Match[str] | None, right: re.Match[str] | None, cue: Cue) -> bool:
    if left is not None:
        between = text[left.end() : start]
        if start < left.end() or not _reaches(between, cue.loose_left):
            return False
    if right is not None:
        between = text[end : right.start()]
        if right.start() < end or not _reaches(between, cue.loose_right):
            return False
    return True


def _reaches(between: str, loose: bool) -> bool:
    """Whether a cue reaches an answer over the words between them; a comma stops it unless an apposition follows."""
    if re.search(r"[;:().!?]", between.replace("...", "")):
        return False
    if _NEAR.fullmatch(between):
        return True
    return (
        loose
        and not re.search(r",\s(?!(?:which|who|that|a|an|one)\b)", between)
        and len(between.split()) <= _LOOSE_WORDS
    )


def _coordinated(text: str, base: int, first: Candidate, found: Sequence[Candidate]) -> list[Candidate]:
    """What follows ``first`` in its list: "on A, B and C"."""
    out, last = [], first
    for c in found:
        between = text[last.end - base : c.start - base]
        if c.start >= last.end and (_LIST_GLUE.fullmatch(between) or _ALTERNATIVE.fullmatch(between)):
            out.append(c)
            last = c
    return out


def _wordings(
    view: SentenceView, question: Question, cue: Cue, profile: Profile
) -> Iterator[tuple[Candidate, tuple[int, int]]]:
    """Answers that the wording itself gives: a yes, the question's only kind, or a phrase."""
    base = view.sentence.start
    main = cue.left or cue.right
    if main is None:
        return
    for m in main.finditer(view.text):
        a, b = m.span()
        if question.answer is AnswerType.PHRASE:
            seg_a, seg_b = segment_at(view.text, a, b)
            lo, hi = (b, seg_b) if cue.has_slot and cue.left else (seg_a, a) if cue.has_slot else (seg_a, seg_b)
            label = clip(_bare(view.text[lo:hi]), 18)
            lo += len(view.text[lo:hi]) - len(view.text[lo:hi].lstrip(" ,;:—–-"))
            if len(label) > 2:
                yield Candidate(base + lo, base + hi, label, phrase=True), (min(a, lo), max(b, hi))
        elif question.answer is AnswerType.POLARITY:
            yield Candidate(base + a, base + b, "yes", polarity=True), (a, b)
        elif question.answer is AnswerType.KIND and len(question.answer_kinds) == 1:
            kind = question.answer_kinds[0]
            yield (
                Candidate(base + a, base + b, profile.kinds.by_iri[kind].label, kind=kind, kinds=frozenset({kind})),
                (a, b),
            )


def _bare(text: str) -> str:
    """A clause without the conjunction that opens it."""
    return re.sub(
        r"^[\s,;:—–-]*(?:(?:and|but|while|although|though|which|who|that|because|so)\s+)?",
        "",
        text,
        flags=re.IGNORECASE,
    )


def _blocked(view: SentenceView, question: Question, candidate: Candidate, span: tuple[int, int]) -> bool:
    """Whether an anti-cue stands in the clause of cue and answer."""
    if not question.anti_cues:
        return False
    a, b = segment_at(view.text, *span)
    base = view.sentence.start
    for anti in question.anti_cues:
        if anti.has_slot:
            if any(True for _ in _slotted(view, anti, [candidate])):
                return True
        elif anti.left and any(m.start() < b and a < m.end() for m in anti.left.finditer(view.text)):
            return True
    return candidate.start - base < 0


def _vote(
    document: Document, view: SentenceView, question: Question, candidate: Candidate, span: tuple[int, int], cue: Cue
) -> ClaimVote:
    base = view.sentence.start
    start, end = candidate.start - base, candidate.end - base
    how = modality(view.text, start, end, span, whole=candidate.kind is not None, inside=candidate.polarity is not None)
    if question.naming:
        how = Modality()
    speaker = speaker_of(document, view.index, candidate.start, candidate.end)
    rules = [f"cue {cue.source}"]
    tier = "C" if cue in question.weak_cues else "A" if cue.left is not None and cue.has_slot else "B"
    if view.sentence.block.kind in ("title", "heading"):
        rules.append("headline")
        tier = "C"
    if re.search(r"\beither\b", view.text) or (
        re.search(r"^[^,;.]{0,60}\bor\b", view.text[end : end + 70]) and how.hedge
    ):
        rules.append("alternative")
    if _disowned(view.text, start, end):
        rules.append("disowned")
    excerpt = document.account.excerpt(*_evidence(view, span))
    said = document.account.excerpt(speaker.start, speaker.end) if speaker else None
    return ClaimVote(
        view.account, question.iri, candidate, excerpt, how.stance.value, how.hedge, said, tier, tuple(rules)
    )


def _disowned(text: str, start: int, end: int) -> bool:
    """Whether the account puts the words in scare quotes and corrects them: “X” that was really just Y."""
    after = text[end : end + 40]
    return (
        re.match(
            r"[\w\s-]*\"\s+that\s+(?:was|is|were|are)\s+(?:\w+\s+)?(?:just|merely|only|really|actually|simply)\b", after
        )
        is not None
    )


def _evidence(view: SentenceView, span: tuple[int, int]) -> tuple[int, int]:
    """The words quoted for a claim: the sentence, or its touched segments when the sentence is long."""
    base = view.sentence.start
    a, b = (0, len(view.text)) if len(view.text) <= 260 else segment_at(view.text, *span)
    a, b = min(a, span[0]), max(b, span[1])
    raw = view.text[a:b]
    a += len(raw) - len(raw.lstrip(" ,;:—–-\n\t"))
    b -= len(raw) - len(raw.rstrip(" \n\t"))
    return base + a, base + b
