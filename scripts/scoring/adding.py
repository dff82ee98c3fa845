"""Gold answers as decisions of a person: comparison is measured by itself, on what a careful reader would have read."""

import re
from collections.abc import Iterator, Mapping

from incident_graph.decisions.claims import ClaimDecisions
from incident_graph.decisions.decision import Decision, Place
from incident_graph.decisions.orphans import Texts
from incident_graph.extraction.kind_index import KindIndex
from incident_graph.model import Claim, Incident, Stance
from incident_graph.profile import AnswerType, Profile, Question
from scoring.gold import Answer, Gold

#: Words with which a gold value says that something is not so.
_NO = re.compile(r"(?:no|none|not|nobody|nothing|never|neither)\b", re.IGNORECASE)
_QUALIFIED = r"(?:(?:at least|about|around|more than|nearly|up to|over|some|almost|close to)\s+)?"


def question_of(facet: str, profile: Profile, asked: Mapping[str, str]) -> Question | None:
    """The question that a facet is asked in: that in which the rules find its answers, else the one of its name."""
    named = next((q for q in profile.questions.values() if q.name == facet), None)
    return profile.questions.get(asked.get(facet, "")) or named


def added(gold: Gold, asked: Mapping[str, str], profile: Profile, read: Incident) -> dict[Answer, Claim]:
    """The gold answers of the facets on which accounts part or agree, as claims that a person adds; without those that
    cannot be said in the terms of a question. ``read`` has the accounts, names and figures."""
    accounts = {account.file_name: account for account in read.accounts}
    entities = {entity.id: entity for entity in read.entities}
    figures = {figure.id: figure for figure in read.figures}
    facets = {parting.facet for parting in (*gold.partings, *gold.agreements)}
    found: dict[Answer, Claim] = {}
    for answer in gold.answers:
        question = question_of(answer.facet, profile, asked)
        if answer.facet not in facets or question is None:
            continue
        place = Place(accounts[answer.file].sha256, answer.evidence)
        certainty = "Hedged" if answer.stance == "hedged" else "Plain"
        for value in _values(answer, question, profile, gold):
            stance = _stance(answer, question).value
            one = Decision(
                "add",
                "claim",
                place,
                question=question.iri,
                value=value,
                stance=stance,
                certainty=certainty,
                speaker=answer.by or None,
            )
            person = ClaimDecisions(profile, Texts(read.accounts), entities, figures, [])
            if claims := person.apply([], [one]):
                found[answer] = claims[0]
                break
    return found


def _stance(answer: Answer, question: Question) -> Stance:
    denied = answer.stance == "denied"
    if question.answer is AnswerType.POLARITY:
        denied = denied or bool(_NO.match(answer.value))
    return Stance.DENIES if denied else Stance.ASSERTS


def _values(answer: Answer, question: Question, profile: Profile, gold: Gold) -> Iterator[str]:
    """The answer in the terms of its question, the likeliest way of writing first."""
    match question.answer:
        case AnswerType.POLARITY:
            yield "yes"
        case AnswerType.KIND:
            index = KindIndex(profile.kinds)
            fitting = set(question.answer_kinds)
            for text in (answer.value, answer.evidence):
                for found in index.find(text):
                    if fitting & profile.kinds.ancestors(found.kind):
                        yield profile.kinds.by_iri[found.kind].label
        case AnswerType.QUANTITY | AnswerType.PERIOD:
            if question.answer is AnswerType.PERIOD:
                yield answer.value
            elif _NO.match(answer.value):
                yield "0"
            texts = [f.text for f in gold.figures if f.file == answer.file and f.text in answer.evidence]
            for text in sorted(texts, key=len, reverse=True):
                whole = re.search(_QUALIFIED + re.escape(text), answer.evidence, re.IGNORECASE)
                yield whole[0] if whole else text
                yield text
            yield answer.value
        case _:
            yield answer.value
