"""Claims: cue, then a candidate of the expected type in the allowed direction and clause, then how it is said."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from operator import attrgetter

from incident_graph.annotators.assertion import Assertion, assertion_of
from incident_graph.extraction.candidates import SentenceView, candidates
from incident_graph.extraction.evidence import Candidate, ClaimVote, FigureMention
from incident_graph.extraction.frame_answers import framed
from incident_graph.extraction.gates import admits
from incident_graph.extraction.kind_index import KindIndex
from incident_graph.extraction.matching import blocked, phrased, slotted, wordings
from incident_graph.extraction.phrases import clip
from incident_graph.extraction.rejected import rejected
from incident_graph.extraction.segments import segment_at
from incident_graph.extraction.voting import how_told, tied, told_of_incident, vote_of
from incident_graph.model import Stance
from incident_graph.names.mention import NameMention
from incident_graph.profile import AnswerType, Cue, Profile, Question
from incident_graph.text.document import Document
from incident_graph.text.sentences import within

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
    heard: Collection[str] = ("cues", "frames"),
) -> list[ClaimVote]:
    """Every answer the account's sentences give to the profile's questions, with its evidence; order of the text.

    ``heard``: what finds them, ``cues`` or ``frames`` or both.
    """
    votes: list[ClaimVote] = []
    for view in _views(document, profile, index, names, figures, classes, countries):
        if view.role == "hypothetical":
            continue
        for question, cues in view.live() if "cues" in heard else ():
            votes += _of_one_mind(_answers_in(document, view, question, cues))
        if "frames" in heard:
            votes += framed(document, view)
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
        if not (question.any_role or told_of_incident(view, span)) or blocked(view, question, candidate, span):
            continue
        tie = admits(document.tree, view, question, candidate, span, cue)
        if tie is not None:
            vote = _vote(document, view, question, candidate, span, cue)
            out.append(tied(document, vote, tie) if tie else vote)
    if not out:
        out += _open_answers(document, view, question)
    if not out:
        out += _other_answers(document, view, question)
    return out


def _other_answers(document: Document, view: SentenceView, question: Question) -> list[ClaimVote]:
    """What answers in words of its own, where nothing in the sentence is of a kind that the question knows."""
    for cue in question.other_cues:
        if not view.could_match(cue):
            continue
        for candidate, span in phrased(view, cue):
            if (question.any_role or told_of_incident(view, span)) and not blocked(view, question, candidate, span):
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


def _vote(
    document: Document, view: SentenceView, question: Question, candidate: Candidate, span: tuple[int, int], cue: Cue
) -> ClaimVote:
    base = view.sentence.start
    told = base + span[0], base + span[1]
    how = how_told(document, candidate, told)
    if how.denied and told[1] > candidate.end and _NEGATES.search(cue.source):  # "could not be found" is meant
        how = assertion_of(document, candidate.start, told[1], told, whole=True)
    if question.naming:
        how = Assertion()
    tier = "C" if cue in question.weak_cues else "A" if cue.left_regex and cue.has_slot else "B"
    return vote_of(document, view, question, candidate, span, how, rule=f"cue {cue.source}", tier=tier)
