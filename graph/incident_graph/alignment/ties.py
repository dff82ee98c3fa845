"""Ties: answers of two accounts to one question that stand in one role of one predicate, whatever sort they are of."""

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from incident_graph.alignment.grasp import Grasp
from incident_graph.alignment.lexicon import lexicon
from incident_graph.extraction.evidence import ClaimVote
from incident_graph.model import Stance
from incident_graph.model.grade import ALIGNMENT, CUE
from incident_graph.profile import AnswerType, Question
from incident_graph.text.document import Document

#: The sorts of answers that ties pair: figures are paired by their values, the others by how they are told.
_TIED = (AnswerType.ENTITY, AnswerType.KIND, AnswerType.PERIOD)

#: So many different answers to one question are tied at the most.
MOST = 60

Place = tuple[str, str, int]


class Tie(NamedTuple):
    """How an answer hangs in its sentence: what is said of it, in which role, with what else."""

    concepts: frozenset[str]
    predicates: frozenset[str]
    role: str
    link: str
    others: frozenset[str]  # what else the predicate is about


def tied_differences(
    votes: Iterable[ClaimVote], questions: Mapping[str, Question], documents: Mapping[str, Document]
) -> dict[frozenset[Place], tuple[str, ...]]:
    """The pairs of answers that cues found and that stand in one role: that they differ is called by two ways.

    Only asserted answers of the text, to questions with one answer, of two accounts.
    """
    by_question: dict[str, list[ClaimVote]] = {}
    for vote in votes:
        question = questions.get(vote.question)
        if question is None or not question.one_answer or question.answer not in _TIED:
            continue
        if vote.stance == Stance.ASSERTS.value and "headline" not in vote.rules:
            by_question.setdefault(vote.question, []).append(vote)
    found: dict[frozenset[Place], tuple[str, ...]] = {}
    for iri, rows in by_question.items():
        ties: dict[tuple[Tie, str], ClaimVote] = {}
        for vote in rows:  # of answers that hang alike and say the same, one
            tie = tie_of(documents[vote.account], vote.value.start, vote.value.end)
            if tie is not None and len(ties) < MOST:
                ties.setdefault((tie, vote.value.label), vote)
        for ((a, _), one), ((b, _), other) in combinations(ties.items(), 2):
            if one.account != other.account and alike(a, b):
                places = frozenset((vote.account, iri, vote.value.start) for vote in (one, other))
                found[places] = (ALIGNMENT, CUE)
    return found


def tie_of(document: Document, start: int, end: int) -> Tie | None:
    """How the words at ``start``..``end`` hang in their sentence; ``None`` where no predicate governs them."""
    top = document.tree.top(start, end)
    if top is None:
        return None
    grasp = Grasp(document.tree, top, (start, end), counts=False)
    if grasp.verb is None:
        return None
    words = lexicon()
    return Tie(
        words.concepts_of(grasp.predicates),
        frozenset(grasp.predicates) - words.amount,
        grasp.role,
        grasp.link,
        words.spelt(grasp.undergoers()) - words.loose,
    )


def alike(a: Tie, b: Tie) -> bool:
    """Whether two answers stand in one role of one predicate that both say of the same thing."""
    if (a.role, a.link) != (b.role, b.link):
        return False
    return bool(a.concepts & b.concepts or a.predicates & b.predicates) and bool(a.others & b.others)
