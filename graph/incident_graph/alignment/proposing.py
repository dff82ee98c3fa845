"""Proposing: what pairs of values say of the profile's questions, and the questions that they raise themselves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from incident_graph.alignment.found_questions import found_question
from incident_graph.alignment.lexicon import lexicon
from incident_graph.alignment.pairing import Pair
from incident_graph.alignment.value import Value
from incident_graph.extraction.candidates import counted
from incident_graph.extraction.evidence import Candidate, ClaimVote
from incident_graph.extraction.found_votes import vote_for
from incident_graph.model import Stance
from incident_graph.model.grade import ALIGNMENT, CUE
from incident_graph.profile import AnswerType, Question
from incident_graph.text.document import Document
from incident_graph.values import Period

#: A figure of an account as an answer to a question: account, question, where the number stands.
Place = tuple[str, str, int]


@dataclass
class Proposals:
    """What alignment adds: votes, questions of its own, and the ways by which two answers are called different."""

    votes: list[ClaimVote] = field(default_factory=list)
    questions: dict[str, Question] = field(default_factory=dict)
    differences: dict[frozenset[Place], tuple[str, ...]] = field(default_factory=dict)


def propose(
    found: Sequence[Pair],
    votes: Iterable[ClaimVote],
    questions: Mapping[str, Question],
    documents: Mapping[str, Document],
) -> Proposals:
    """What the pairs of values say, beside the ``votes`` that cues and frames gave; ``documents`` by account.

    A value paired with one that a cue finds to answer a question answers it, too, where it counts what the question
    asks for. Values that answer no question, paired with one another, raise a question of their own.
    """
    by_figure: dict[tuple[str, int], dict[str, ClaimVote]] = {}
    for vote in sorted(votes, key=lambda vote: vote.way == CUE):  # what cue and frame find is known by the cue
        if vote.value.figure is not None and vote.stance == Stance.ASSERTS.value:
            key = vote.account, vote.value.figure.core.start
            by_figure.setdefault(key, {})[vote.question] = vote
    out = Proposals()
    loose: list[Pair] = []
    for pair in found:
        left, right = (by_figure.get(_key(value), {}) for value in (pair.left, pair.right))
        asked = [iri for iri in questions if iri in left or iri in right]
        fitting = [iri for iri in asked if iri in left and iri in right] or [
            iri
            for iri in asked
            if (left.get(iri) or right[iri]).way == CUE
            and _fits(questions[iri], pair.right if iri in left else pair.left)
            and not _contradicts(pair)
        ]
        if not asked and (telling := _asked_by_unit(pair, questions)):
            asked = fitting = [telling]
        for iri in fitting:
            both = iri in left and iri in right
            for value, own in ((pair.left, left), (pair.right, right)):
                if iri not in own or not pair.differ:
                    out.votes.append(_vote(value, questions[iri], documents, own.get(iri)))
            if pair.differ:
                places = frozenset((value.account, iri, value.figure.core.start) for value in (pair.left, pair.right))
                out.differences[places] = (ALIGNMENT, left[iri].way, right[iri].way) if both else (ALIGNMENT,)
        if not asked:
            loose.append(pair)
    _raise_questions(loose, documents, out)
    return out


def _key(value: Value) -> tuple[str, int]:
    return value.account, value.figure.core.start


def _contradicts(pair: Pair) -> bool:
    """Whether nothing but the form speaks for a pair: one side stands in a title or heading."""
    return not (pair.left.body and pair.right.body)


def _asked_by_unit(pair: Pair, questions: Mapping[str, Question]) -> str:
    """The question that asks for values of this unit, where the unit says by itself what is asked."""
    quantity = pair.left.quantity
    if quantity is None or pair.left.sort not in lexicon().identifying or not (pair.left.body and pair.right.body):
        return ""
    return next((iri for iri, q in questions.items() if q.one_answer and quantity.unit in q.counts), "")


def _fits(question: Question, value: Value) -> bool:
    """Whether a value is of the sort that a question asks for."""
    if isinstance(value.figure.value, Period):
        return question.answer is AnswerType.PERIOD
    return question.answer is AnswerType.QUANTITY and counted(value.figure, question)


def _vote(value: Value, question: Question, documents: Mapping[str, Document], known: ClaimVote | None) -> ClaimVote:
    """The vote that a value answers a question; as the cue has it, where one has found it already."""
    if known is not None:
        return known._replace(way=ALIGNMENT)
    figure = value.figure
    candidate = Candidate(
        figure.core.start, figure.core.end, figure.excerpt.text, figure=figure, tail=figure.excerpt.end
    )
    return vote_for(documents[value.account], value.sentence, question, candidate, rule="alignment", way=ALIGNMENT)


def _raise_questions(loose: Sequence[Pair], documents: Mapping[str, Document], out: Proposals) -> None:
    """A question for each group of values that pairs tie together."""
    iri_of: dict[tuple[str, int], str] = {}
    for group in sorted(_groups(loose), key=min):
        values = [group[key] for key in sorted(group)]
        question = found_question(values)
        if question.iri in out.questions:
            continue  # two matters that are worded alike are not told apart by their words: the first stands
        out.questions[question.iri] = question
        iri_of |= dict.fromkeys(group, question.iri)
        out.votes += [_vote(value, question, documents, None) for value in values]
    for pair in loose:
        iri = iri_of.get(_key(pair.left))
        if iri is not None and pair.differ:
            places = frozenset((value.account, iri, value.figure.core.start) for value in (pair.left, pair.right))
            out.differences[places] = (ALIGNMENT,)


def _groups(pairs: Sequence[Pair]) -> list[dict[tuple[str, int], Value]]:
    """The values that pairs tie together, directly or by way of others."""
    root: dict[tuple[str, int], tuple[str, int]] = {}

    def root_of(key: tuple[str, int]) -> tuple[str, int]:
        while (above := root.setdefault(key, key)) != key:
            root[key] = root[above]
            key = above
        return key

    for pair in pairs:
        one, other = sorted((root_of(_key(pair.left)), root_of(_key(pair.right))))
        root[other] = one
    found: dict[tuple[str, int], dict[tuple[str, int], Value]] = {}
    for pair in pairs:
        for value in (pair.left, pair.right):
            found.setdefault(root_of(_key(value)), {})[_key(value)] = value
    return list(found.values())
