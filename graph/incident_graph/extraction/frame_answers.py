"""Answers by frames: whoever fills the role that a question names, as far as it is of the type that is asked."""

from collections.abc import Iterator, Sequence

from incident_graph.annotators.assertion import Assertion, Mood, assertion_of
from incident_graph.annotators.frames import LAYER
from incident_graph.extraction.candidates import SentenceView, candidates
from incident_graph.extraction.evidence import Candidate, ClaimVote
from incident_graph.extraction.gates import head_of
from incident_graph.extraction.matching import blocked
from incident_graph.extraction.moods import unreal
from incident_graph.extraction.ties import tie_of
from incident_graph.extraction.voting import both, how_told, tied, told_of_incident, vote_of
from incident_graph.model import Stance
from incident_graph.model.grade import FRAME
from incident_graph.profile import AnswerType, Question
from incident_graph.profile.frames import entailed, wholes
from incident_graph.text.document import Document, Span
from incident_graph.text.sentences import within
from incident_graph.text.tree import Tree

#: Moods in which what a frame tells has not happened, as far as its sentence says.
_NOT_TOLD = frozenset({Mood.ASKED, Mood.CONDITIONAL, Mood.DEMANDED, Mood.INTENDED})


def framed(document: Document, view: SentenceView) -> list[ClaimVote]:
    """The answers that the frames of a sentence give to the questions that name their roles."""
    asked = view.profile.by_role if view.sentence.block.kind != "title" else {}  # titles parse badly
    spans = document.once("frames by sentence", _by_sentence).get(view.index, ()) if asked else ()
    words = {span.source: span for span in spans if span.label not in entailed()}
    fillers: dict[Question, dict[int, Span]] = {}
    for span in spans:
        for question in asked.get(span.label, ()):
            fillers.setdefault(question, {}).setdefault(span.start, span)
    return [
        vote
        for question, there in fillers.items()
        for candidate, filler in _fitting(document, view, question, there, words)
        for vote in _answer(document, view, question, candidate, words[filler.source], filler)
        if not (question.accuses and _clears_nobody(document, vote, [s for s in spans if s.source == filler.source]))
    ]


def _by_sentence(document: Document) -> dict[int, list[Span]]:
    """The spans of the layer, by the number of their sentence."""
    return within(document.sentences, document.layer(LAYER), lambda span: span)


def _fitting(
    document: Document, view: SentenceView, question: Question, there: dict[int, Span], words: dict[str, Span]
) -> Iterator[tuple[Candidate, Span]]:
    """What answers, with the filler that makes it an answer: a candidate whose head fills a role (a word before the
    head never does), or a yes, where that a role is filled is what is asked."""
    if question.answer is AnswerType.POLARITY:
        for filler in there.values():
            word = words[filler.source]
            yield Candidate(word.start, word.end, "yes", polarity=True), filler
        return
    for candidate in candidates(view, question):
        head = head_of(document.tree, candidate)
        if head is not None and head.start in there:
            yield candidate, there[head.start]


def _answer(
    document: Document, view: SentenceView, question: Question, candidate: Candidate, word: Span, filler: Span
) -> Iterator[ClaimVote]:
    """The vote for a candidate, unless the sentence tells of something else, or of what has not happened."""
    low, high = min(candidate.start, word.start), max(candidate.end, word.end)
    span = low - view.sentence.start, high - view.sentence.start
    teller, head = document.tree.at(word.start), head_of(document.tree, candidate)
    if teller is None or head is None or unreal(document.tree, teller):
        return
    if not (question.any_role or told_of_incident(view, span)) or blocked(view, question, candidate, span):
        return
    tie = tie_of(document.tree, head, question.accuses) if question.accuses else ""
    if question.accuses and not tie:
        return
    how = both(how_told(document, candidate, (low, high)), assertion_of(document, word.start, word.end, inside=True))
    if question.naming:
        how = Assertion()  # that somebody is named is all that is asked
    if question.answer is AnswerType.POLARITY and how.denied and _is_part(document.tree, filler):
        return
    if how.mood not in _NOT_TOLD:
        vote = vote_of(
            document,
            view,
            question,
            candidate,
            span,
            how,
            rule=f"frame {filler.rule}",
            tier="B",
            way=FRAME,
            said_at=(word.start, word.end) if question.accuses else None,
        )
        yield tied(document, vote, tie) if tie else vote


def _is_part(tree: Tree, filler: Span) -> bool:
    """Whether what fills a role is a part of what might: that no passwords were taken says nothing of the rest."""
    whole, head = wholes().get(filler.label), tree.at(filler.start)
    return whole is not None and (head is None or head.lemma.lower() not in whole)


def _clears_nobody(document: Document, vote: ClaimVote, instance: Sequence[Span]) -> bool:
    """Whether what is denied is what was done, not who did it: "the hackers took no passwords", "the hackers did not
    take the passwords" still tell of hackers; "Rufus Vane did not take the passwords" clears him."""
    if vote.stance == Stance.ASSERTS.value:
        return False
    tokens = [document.tree.at(s.start) for s in instance if not vote.value.start <= s.start < vote.value.end]
    below = [c.lemma.lower() for t in tokens if t is not None for c in document.tree.children(t.i)]
    return vote.value.name is None or "no" in below or "any" in below
