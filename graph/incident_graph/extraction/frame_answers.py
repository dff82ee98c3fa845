"""Answers by frames: whoever fills the role that a question names, as far as it is of the type that is asked."""

from collections.abc import Iterator

from incident_graph.annotators.assertion import Mood, assertion_of
from incident_graph.annotators.frames import LAYER
from incident_graph.extraction.candidates import SentenceView, candidates
from incident_graph.extraction.evidence import Candidate, ClaimVote
from incident_graph.extraction.gates import head_of
from incident_graph.extraction.matching import blocked
from incident_graph.extraction.moods import unreal
from incident_graph.extraction.ties import tie_of
from incident_graph.extraction.voting import told_of_incident, vote_of
from incident_graph.model.grade import FRAME
from incident_graph.profile import Question
from incident_graph.profile.frames import entailed
from incident_graph.text.document import Document, Span
from incident_graph.text.sentences import within

#: Moods in which what a frame tells has not happened, as far as its sentence says.
_NOT_TOLD = frozenset({Mood.ASKED, Mood.CONDITIONAL, Mood.DEMANDED, Mood.INTENDED})


def framed(document: Document, view: SentenceView) -> list[ClaimVote]:
    """The answers that the frames of a sentence give to the questions that name their roles."""
    asked = view.profile.by_role
    spans = document.once("frames by sentence", _by_sentence).get(view.index, ()) if asked else ()
    words = {span.source: span for span in spans if span.label not in entailed()}
    fillers: dict[Question, dict[int, Span]] = {}
    for span in spans:
        for question in asked.get(span.label, ()):
            fillers.setdefault(question, {}).setdefault(span.start, span)
    return [
        vote
        for question, there in fillers.items()
        for candidate in candidates(view, question)
        for vote in _answer(document, view, question, candidate, there, words)
    ]


def _by_sentence(document: Document) -> dict[int, list[Span]]:
    """The spans of the layer, by the number of their sentence."""
    return within(document.sentences, document.layer(LAYER), lambda span: span)


def _answer(
    document: Document,
    view: SentenceView,
    question: Question,
    candidate: Candidate,
    there: dict[int, Span],
    words: dict[str, Span],
) -> Iterator[ClaimVote]:
    """The vote for a candidate whose head fills a role; a word before the head never answers."""
    head = head_of(document.tree, candidate)
    filler = there.get(head.start) if head is not None else None
    if head is None or filler is None:
        return
    word = words[filler.source]
    low, high = min(candidate.start, word.start), max(candidate.end, word.end)
    span = low - view.sentence.start, high - view.sentence.start
    if not (question.any_role or told_of_incident(view, span)) or blocked(view, question, candidate, span):
        return
    teller = document.tree.at(word.start)
    if teller is None or unreal(document.tree, teller):
        return
    how = assertion_of(document, candidate.start, candidate.end, (low, high), whole=candidate.is_none)
    if how.mood in _NOT_TOLD:
        return
    tie = tie_of(document.tree, head, question.accuses) if question.accuses else ""
    if question.accuses and not tie:
        return
    yield vote_of(document, view, question, candidate, span, how, rule=f"frame {filler.rule}", tier="B", way=FRAME)
