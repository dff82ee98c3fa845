"""Claims: cue, then a candidate of the expected type in the allowed direction and clause, then how it is said."""

import re
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from incident_graph.annotators.assertion import Assertion, assertion_of
from incident_graph.extraction.candidates import SentenceView, candidates
from incident_graph.extraction.evidence import Candidate, ClaimVote, FigureMention, Voice
from incident_graph.extraction.gates import admits
from incident_graph.extraction.kind_index import KindIndex
from incident_graph.extraction.matching import blocked, phrased, slotted, wordings
from incident_graph.extraction.own_voice import is_own_voice
from incident_graph.extraction.phrases import clip
from incident_graph.extraction.rejected import rejected
from incident_graph.extraction.roles import opens_background, role_of
from incident_graph.extraction.segments import segment_at
from incident_graph.extraction.ties import is_own_word
from incident_graph.extraction.voices import voices
from incident_graph.model import Stance
from incident_graph.names.mention import NameMention
from incident_graph.profile import AnswerType, Cue, Profile, Question
from incident_graph.text.document import Document
from incident_graph.text.sentences import within

#: "since 2013, when": what follows is of that year.
_BACK_THEN = re.compile(
    r"\b(?:since|in|of)\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d,?\s+(?:when|where|in which)\b", re.IGNORECASE
)


#: A word cut short: its stop ends no clause. "He was held on Aug. 29 by Sgt. Ada Brook".
_SHORTENED = re.compile(
    r"\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Dr|Mr|Ms|Mrs|Prof|Gov|Sen|Rep|Gen|Col|Capt|Sgt|Lt|Inc|Ltd|Corp)\."
    r"(?=\s)"
)


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
    for view in _views(document, profile, index, names, figures, classes, countries):
        live = view.live()
        if not live or view.role == "hypothetical":
            continue
        for question, cues in live:
            votes += _of_one_mind(_answers_in(document, view, question, cues))
    return votes + rejected(document, votes)


def _of_one_mind(votes: Sequence[ClaimVote]) -> list[ClaimVote]:
    """The answers of one sentence to one question, of two that state and deny one thing in one voice the fuller alone.

    The one that takes in more words has read more of the sentence; of two as full what is stated stands.
    """
    best: dict[tuple[object, ...], ClaimVote] = {}
    for vote in votes:
        if vote.stance in (Stance.ASSERTS.value, Stance.DENIES.value):
            key = _said(vote)
            best[key] = max(best.get(key, vote), vote, key=_fullness)
    return [vote for vote in votes if _said(vote) not in best or vote.stance in (best[_said(vote)].stance, *_OPEN)]


_OPEN = (Stance.NO_EVIDENCE.value, Stance.UNKNOWN.value)


def _fullness(vote: ClaimVote) -> tuple[int, bool]:
    return vote.value.end - vote.value.start, vote.stance == Stance.ASSERTS.value


def _said(vote: ClaimVote) -> tuple[object, ...]:
    value = vote.value
    what = value.kind or value.polarity or (value.figure.value if value.figure else value.label.casefold())
    return what, tuple(voice.mention for voice in vote.voices)


_CONVERTED = re.compile(r"\([^()]*\d[^()]*\)")


def _views(
    document: Document,
    profile: Profile,
    index: KindIndex,
    names: Sequence[NameMention],
    figures: Sequence[FigureMention],
    classes: Mapping[str, str],
    countries: Mapping[str, str],
) -> Iterator[SentenceView]:
    named = within(document.sentences, names, attrgetter("excerpt"))
    counted = within(document.sentences, figures, attrgetter("excerpt"))
    for n, sentence in enumerate(document.sentences):
        if sentence.block.kind == "heading":
            continue  # a heading announces; what it announces is said below it
        lead = document.text[sentence.lead_in.start : sentence.lead_in.end] if sentence.lead_in else ""
        raw = document.account.text[sentence.start : sentence.end]
        text = document.text[sentence.start : sentence.end]
        if ". " in text:
            text = _SHORTENED.sub(r"\1 ", text)
        inside = [name for name in named.get(n, ()) if name.excerpt.end <= sentence.end]
        figured = [figure for figure in counted.get(n, ()) if figure.excerpt.end <= sentence.end]
        yield SentenceView(
            document.account.id, sentence, raw, text, n, profile, index, lead, inside, figured, classes, countries
        )


def _context(view: SentenceView, question: Question) -> bool:
    """Whether the sentence, or the line that opens its list, has what the question requires."""
    return (
        not question.requires
        or any(cue.left and view.could_match(cue) and cue.left.search(view.text) for cue in question.requires)
        or (view.lead != "" and any(cue.left and cue.left.search(view.lead) for cue in question.requires))
    )


def _in_context(view: SentenceView, question: Question, candidate: Candidate) -> bool:
    """Whether what the question requires stands in the clause of a figure that no cue points at."""
    if question.answer is not AnswerType.QUANTITY or not question.requires:
        return True
    base = view.sentence.start
    a, b = segment_at(view.text, candidate.start - base, candidate.end - base)
    if converted := _CONVERTED.match(view.text, b):  # "$30,000 (£22,000) for each family"
        b = segment_at(view.text, converted.end(), converted.end() + 1)[1]
    return any(c.left and view.could_match(c) and c.left.search(view.text, a, b) for c in question.requires)


def _answers_in(document: Document, view: SentenceView, question: Question, live: Sequence[Cue]) -> list[ClaimVote]:
    found: list[Candidate] | None = None
    hits: dict[tuple[int, int, str], tuple[Candidate, tuple[int, int], Cue]] = {}
    for cue in live:
        if question.answer in (AnswerType.POLARITY, AnswerType.PHRASE) or not cue.has_slot:
            pairs = wordings(view, question, cue)
        else:
            if found is None:
                found = candidates(view, question)
            near = found if cue.left_regex or cue.right_regex else [c for c in found if _in_context(view, question, c)]
            pairs = slotted(view, cue, near, question.answer)
        for candidate, span in pairs:
            hits.setdefault((candidate.start, candidate.end, candidate.kind or ""), (candidate, span, cue))
    if not (hits or question.unknown_cues or question.other_cues) or not _context(view, question):
        return []
    out = []
    for candidate, span, cue in hits.values():
        if question.naming and candidate.label.lower().startswith("no "):
            continue  # "no cheese": nothing is named
        if not (question.any_role or _told_of_incident(view, span)) or blocked(view, question, candidate, span):
            continue
        tie = admits(document.tree, view, question, candidate, span, cue)
        if tie is not None:
            vote = _vote(document, view, question, candidate, span, cue)
            out.append(_tied(document, vote, tie) if tie else vote)
    if not out:
        out += _open_answers(document, view, question)
    if not out:
        out += _other_answers(document, view, question)
    return out


def _tied(document: Document, vote: ClaimVote, tie: str) -> ClaimVote:
    """The vote with the tie that it rests on; who claims a deed is the one who says so, if nobody is said to."""
    rules = (*vote.rules, f"tie {tie}")
    if vote.voices or not is_own_word(tie):
        return vote._replace(rules=rules)
    name = vote.value.name
    who = name.excerpt if name else document.account.excerpt(vote.value.start, vote.value.end)
    return vote._replace(rules=rules, voices=(Voice(who),), attributed=True)


def _other_answers(document: Document, view: SentenceView, question: Question) -> list[ClaimVote]:
    """What answers in words of its own, where nothing in the sentence is of a kind that the question knows."""
    for cue in question.other_cues:
        if not view.could_match(cue):
            continue
        for candidate, span in phrased(view, cue):
            if (question.any_role or _told_of_incident(view, span)) and not blocked(view, question, candidate, span):
                return [_vote(document, view, question, candidate, span, cue)]
    return []


def _open_answers(document: Document, view: SentenceView, question: Question) -> list[ClaimVote]:
    """What says that the answer is not known, where nothing in the sentence gives one."""
    found = []
    for cue in question.unknown_cues:
        match = cue.left.search(view.text) if cue.left and view.could_match(cue) else None
        if match:
            words = clip(view.text[match.start() : match.end()])
            value = Candidate(
                view.sentence.start + match.start(),
                view.sentence.start + match.end(),
                f"not known: {words}",
                phrase=True,
            )
            vote = _vote(document, view, question, value, match.span(), cue)
            found.append(vote._replace(stance=Stance.UNKNOWN.value))
            break
    return found


#: What a cue says after its answer when it asks for just what is denied.
_NEGATES = re.compile(
    r"\{value\}.*(?<![a-z])(?:not|cannot|never|no|without|nowhere|fail~|refus\*|unable|lack\w*)(?![a-z])"
)
_EITHER = re.compile(r"\beither\b")
_OR = re.compile(r"^[^,;.]{0,60}\bor\b")
_CORRECTED = re.compile(
    r"[\w\s-]*\"\s+that\s+(?:was|is|were|are)\s+(?:\w+\s+)?(?:just|merely|only|really|actually|simply)\b"
)
#: What stands between two commas: it may look back while the clause around it does not; a bare year dates the clause.
_ASIDE = re.compile(
    r",(?!\s*(?:back\s+)?in\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d,)(?!\s*(?:[\w-]+\s+){1,3}?(?:years?|decades?)\s+(?:ago|earlier|before),)"
    r"[^,]{3,90},"
)


#: A year in brackets: what goes before is of that year, and so is what is then told of it.
_DATED = re.compile(r"\((?:19|20)\d\d\)$")
#: A clause that tells more of what stands before it.
_RELATIVE = re.compile(r",\s+(?:which|where|when)\b", re.IGNORECASE)
#: A comparison that closes a clause: "… in what may be the worst fire since 1987".
_COMPARISON = re.compile(
    r",?\s*\b(?:in\s+what|making\s+(?:it|this|them)|(?:is|was)\s+the|the)\b[^,;]{0,50}?"
    r"\b(?:worst|deadliest|biggest|largest|heaviest|strongest|bloodiest|most\s+\w+)\b[^,;]*$",
    re.IGNORECASE,
)


def _told_of_incident(view: SentenceView, span: tuple[int, int]) -> bool:
    """Whether the clause of an answer tells of this incident, if its sentence looks back, generalises or demands."""
    if view.role == "incident":
        return True
    start, end = segment_at(view.text, *span)
    if _BACK_THEN.search(view.text, 0, min(end, start + 8)):
        return False  # "the worst since 2013, when 79 people died"
    if start and _DATED.search(view.text, 0, start + 1):
        return False  # "The Corran leak (2023) exposed payroll data"
    if start and _RELATIVE.match(view.text, start) and role_of(view.text[:start]) == "background":
        return False  # "last year's fire at Corran, which cost nine lives"
    inside = next(
        (m for m in _ASIDE.finditer(view.text, start, end) if m.start() < span[1] and span[0] < m.end()), None
    )
    clause = inside.group() if inside else _ASIDE.sub(" ", view.text[start:end])
    compared = _COMPARISON.search(view.text, span[1], end)
    if compared and not inside:
        clause = _ASIDE.sub(" ", view.text[start : compared.start()])
    return not opens_background(view.text) and not view.inherited and role_of(clause) == "incident"


def _vote(
    document: Document, view: SentenceView, question: Question, candidate: Candidate, span: tuple[int, int], cue: Cue
) -> ClaimVote:
    base = view.sentence.start
    start, end = candidate.start - base, candidate.end - base
    told = base + span[0], base + span[1]
    how = assertion_of(
        document,
        candidate.start,
        candidate.end,
        told,
        whole=(candidate.kind is not None and not candidate.gapped) or candidate.phrase or candidate.is_none,
        inside=candidate.polarity is not None or candidate.gapped,
    )
    if how.denied and span[1] > end and _NEGATES.search(cue.source):  # "could not be found" is meant
        how = assertion_of(document, candidate.start, told[1], told, whole=True)
    if question.naming:
        how = Assertion()
    said_by, attributed = voices(document, candidate.start, candidate.end)
    value = candidate.start, candidate.end
    if attributed and is_own_voice(document, value, told, naming=question.naming):
        said_by, attributed = (), False
    rules = [f"cue {cue.source}"]
    tier = "C" if cue in question.weak_cues else "A" if cue.left_regex and cue.has_slot else "B"
    if view.sentence.block.kind in ("title", "heading"):
        rules.append("headline")
        tier = "C"
    if _EITHER.search(view.text) or (how.hedge and _OR.search(view.text[end : end + 70])):
        rules.append("alternative")
    if _disowned(view.text, start, end):
        rules.append("disowned")
    if question.lends and candidate.name is not None and how.stance is Stance.ASSERTS:
        candidate = candidate._replace(kinds=candidate.kinds | set(question.lends))
    excerpt = document.account.excerpt(*_evidence(view, span))
    return ClaimVote(
        view.account,
        question.iri,
        candidate,
        excerpt,
        how.stance.value,
        how.hedge,
        said_by,
        tier,
        tuple(rules),
        attributed,
    )


def _disowned(text: str, start: int, end: int) -> bool:
    """Whether the account puts the words in scare quotes and corrects them: “X” that was really just Y."""
    after = text[end : end + 40]
    return '"' in after and _CORRECTED.match(after) is not None


def _evidence(view: SentenceView, span: tuple[int, int]) -> tuple[int, int]:
    """The words quoted for a claim: the sentence, or its touched segments when the sentence is long."""
    base = view.sentence.start
    a, b = (0, len(view.text)) if len(view.text) <= 260 else segment_at(view.text, *span)
    a, b = min(a, span[0]), max(b, span[1])
    raw = view.text[a:b]
    a += len(raw) - len(raw.lstrip(" ,;:—–-\n\t"))
    b -= len(raw) - len(raw.rstrip(" \n\t"))
    return base + a, base + b
