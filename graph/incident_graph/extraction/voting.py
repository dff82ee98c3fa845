"""Votes: what answers a question in a sentence, with how and by whom it is said, and whether it is of this incident."""

import re

from incident_graph.annotators.assertion import Assertion, Mood, assertion_of
from incident_graph.extraction.candidates import SentenceView
from incident_graph.extraction.evidence import Candidate, ClaimVote, Voice
from incident_graph.extraction.gates import head_of
from incident_graph.extraction.own_voice import is_own_voice
from incident_graph.extraction.roles import opens_background, role_of
from incident_graph.extraction.segments import segment_at
from incident_graph.extraction.ties import deed_of, is_own_word
from incident_graph.extraction.voices import voices
from incident_graph.model import Stance
from incident_graph.model.grade import CUE
from incident_graph.profile import Question
from incident_graph.text.document import Document

#: "since 2013, when": what follows is of that year.
_BACK_THEN = re.compile(
    r"\b(?:since|in|of)\s+(?:[A-Z][a-z]+\s+)?(?:19|20)\d\d,?\s+(?:when|where|in which)\b", re.IGNORECASE
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


def told_of_incident(view: SentenceView, span: tuple[int, int]) -> bool:
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


def how_told(document: Document, candidate: Candidate, told: tuple[int, int]) -> Assertion:
    """How a candidate is told; ``told`` takes in the words that make it an answer."""
    return assertion_of(
        document,
        candidate.start,
        candidate.end,
        told,
        whole=(candidate.kind is not None and not candidate.gapped) or candidate.phrase or candidate.is_none,
        inside=candidate.polarity is not None or candidate.gapped,
    )


def vote_of(
    document: Document,
    view: SentenceView,
    question: Question,
    candidate: Candidate,
    span: tuple[int, int],
    how: Assertion,
    *,
    rule: str,
    tier: str,
    way: str = CUE,
    said_at: tuple[int, int] | None = None,
) -> ClaimVote:
    """The vote that a candidate answers a question: ``how`` it is told, the ``rule`` and the ``way`` that found it.

    ``span``, within the sentence, takes in the candidate and the words that make it an answer. Who says what stands at
    ``said_at``, by default the candidate, says it. A headline is of tier C.
    """
    base = view.sentence.start
    start, end = candidate.start - base, candidate.end - base
    said_by, attributed = voices(document, *(said_at or (candidate.start, candidate.end)))
    told = base + span[0], base + span[1]
    if attributed and is_own_voice(document, (candidate.start, candidate.end), told, naming=question.naming):
        said_by, attributed = (), False
    rules = [rule]
    if view.sentence.block.kind in ("title", "heading"):
        rules.append("headline")
        tier = "C"
    if _EITHER.search(view.text) or (how.hedge and _OR.search(view.text[end : end + 70])):
        rules.append("alternative")
    if _disowned(view.text, start, end):
        rules.append("disowned")
    if question.lends and candidate.name is not None and how.stance is Stance.ASSERTS:
        candidate = candidate._replace(kinds=candidate.kinds | set(question.lends))
    return ClaimVote(
        view.account,
        question.iri,
        candidate,
        document.account.excerpt(*_evidence(view, span)),
        how.stance.value,
        how.hedge,
        said_by,
        tier,
        tuple(rules),
        attributed,
        way,
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


def tied(document: Document, vote: ClaimVote, tie: str) -> ClaimVote:
    """The vote with the tie that it rests on, told no more flatly than the deed; who claims a deed is the one who says
    so, if nobody is said to."""
    vote = vote._replace(rules=(*vote.rules, f"tie {tie}"))
    head = head_of(document.tree, vote.value)
    deed = deed_of(document.tree, head, tie) if head is not None else None
    if deed is not None and vote.stance == Stance.ASSERTS.value:
        how = both(Assertion(hedge=vote.hedge), assertion_of(document, deed.start, deed.end, inside=True))
        vote = vote._replace(stance=how.stance.value, hedge=how.hedge)
    if vote.voices or not is_own_word(tie):
        return vote
    name = vote.value.name
    who = name.excerpt if name else document.account.excerpt(vote.value.start, vote.value.end)
    return vote._replace(voices=(Voice(who),), attributed=True)


def both(answer: Assertion, deed: Assertion) -> Assertion:
    """How it is told that somebody did something: "Vane, who is accused of stabbing two" says it no more flatly of Vane
    than of the stabbing.

    >>> found = both(Assertion(hedge="perhaps"), Assertion(Stance.DENIES, hedge="perhaps; accused of"))
    >>> found.stance.value, found.hedge
    ('Denies', 'perhaps; accused of')
    """
    hedges = dict.fromkeys(word for how in (answer, deed) for word in how.hedge.split("; ") if word)
    stance = answer.stance if answer.stance is not Stance.ASSERTS else deed.stance
    mood = answer.mood if answer.mood is not Mood.STATED else deed.mood
    return Assertion(stance, "; ".join(hedges), mood, (*answer.rules, *deed.rules))
