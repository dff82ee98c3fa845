"""What voters claim, tied to the names, figures and kinds of the accounts; or set aside, with the reason."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from incident_graph.extraction.candidates import counted
from incident_graph.extraction.evidence import Candidate, ClaimVote, FigureMention
from incident_graph.extraction.kind_index import KindIndex
from incident_graph.extraction.phrases import clip
from incident_graph.extraction.voters.pooling import surface_key
from incident_graph.extraction.voters.spacy_voter import trim
from incident_graph.names.mention import NameMention
from incident_graph.profile import AnswerType, Profile, Question
from incident_graph.values import Period, Quantity


@dataclass(frozen=True)
class Surroundings:
    """What is known of the accounts when claims are tied: by account id the text, the names and the figures; the class
    of each surface; the code of each country by its adjective or name; what an account is called in a report."""

    texts: Mapping[str, str]
    names: Mapping[str, Sequence[NameMention]]
    figures: Mapping[str, Sequence[FigureMention]]
    classes: Mapping[str, str]
    countries: Mapping[str, str]
    called: Callable[[str], str]


def bind_claims(
    claims: Sequence[ClaimVote], rules: Sequence[ClaimVote], known: Surroundings, profile: Profile, index: KindIndex
) -> tuple[list[ClaimVote], list[str]]:
    """The claims of voters ready to be settled with those of the ``rules``, and in words those set aside.

    A claim that the rules make, too, with the same words, becomes a second vote for theirs: their stance, hedge and
    speaker stand, and a stance that differs is reported. Where it does not differ, the claim has been found in a second
    way.
    """
    bound: list[ClaimVote] = []
    aside: list[str] = []
    places: dict[tuple[str, str], list[ClaimVote]] = {}
    for rule in rules:
        places.setdefault((rule.account, rule.question), []).append(rule)
    for claim in claims:
        question = profile.questions[claim.question]
        value = _tie(claim, question, known, profile, index)
        if isinstance(value, str):
            aside.append(_line(claim, question, known, value))
            continue
        same = [
            r
            for r in places.get((claim.account, claim.question), ())
            if _is_one(r.value, value) and r.evidence.overlaps(claim.evidence)
        ]
        if not same:
            bound.append(claim._replace(value=value))
            continue
        theirs = next((r for r in same if r.stance == claim.stance), same[0])
        agreed = theirs.stance == claim.stance
        way = claim.way if agreed else theirs.way
        bound.append(theirs._replace(rules=(*theirs.rules, claim.rules[0]), way=way))
        if not agreed:
            reason = f"the rules read {theirs.stance} where it reads {claim.stance}"
            aside.append(_line(claim, question, known, reason))
    return bound, aside


def _line(claim: ClaimVote, question: Question, known: Surroundings, reason: str) -> str:
    quote = clip(claim.evidence.text, 30)
    return f"{claim.rules[0]}, {known.called(claim.account)}: {reason}: {question.name}, {claim.value.label}, “{quote}”"


def _is_one(left: Candidate, right: Candidate) -> bool:
    """Whether two values of one account and question, in overlapping words, are the same."""
    if left.polarity is not None or right.polarity is not None:
        return left.polarity == right.polarity
    if left.kind is not None or right.kind is not None:
        return left.kind == right.kind
    if left.figure is not None or right.figure is not None:
        return left.figure is not None and right.figure is not None and left.figure.core == right.figure.core
    if left.name is not None and right.name is not None:
        return surface_key(left.name.surface) == surface_key(right.name.surface)
    if left.name is not None or right.name is not None:
        return False
    return left.start < right.end and right.start < left.end


def _tie(
    claim: ClaimVote, question: Question, known: Surroundings, profile: Profile, index: KindIndex
) -> Candidate | str:
    """The value tied to what it names, or why it cannot be."""
    if question.answer in (AnswerType.QUANTITY, AnswerType.PERIOD):
        return _figure(claim, question, known.figures.get(claim.account, ()))
    if question.answer is AnswerType.ENTITY:
        return _entity(claim, question, known, profile, index)
    return claim.value


def _figure(claim: ClaimVote, question: Question, figures: Sequence[FigureMention]) -> Candidate | str:
    sort = Quantity if question.answer is AnswerType.QUANTITY else Period
    value = claim.value
    inside = [f for f in figures if isinstance(f.value, sort) and f.core.start < value.end and value.start < f.core.end]
    if not inside:
        return "no figure in the value" if sort is Quantity else "no date or time in the value"
    fitting = [f for f in inside if sort is Period or counted(f, question) or not (f.noun or _unit(f))]
    if not fitting:
        return "the figure counts something else"
    told = [f for f in fitting if f.role == "incident" or question.any_role]
    if not told:
        return f"the figure is {fitting[0].role}"
    figure = told[0]
    return Candidate(figure.excerpt.start, figure.excerpt.end, figure.excerpt.text, figure=figure)


def _unit(figure: FigureMention) -> str:
    return figure.value.unit if isinstance(figure.value, Quantity) else ""


def _entity(
    claim: ClaimVote, question: Question, known: Surroundings, profile: Profile, index: KindIndex
) -> Candidate | str:
    value = claim.value
    matches = index.find(value.label)
    kinds = frozenset(m.kind for m in matches)
    answers = any(profile.kinds.is_a(kind, wide) for kind in kinds for wide in question.answer_kinds)
    name = _name(claim, known)
    if name is not None:
        of_class = known.classes.get(name.surface, "")
        if of_class and question.answer_classes and of_class not in question.answer_classes and not answers:
            return f"{name.surface} is read as {of_class}, which does not answer the question"
        stated = kinds if value.end - value.start > len(name.excerpt.text) + 4 else frozenset()
        return Candidate(name.excerpt.start, name.excerpt.end, name.surface, name=name, kinds=stated)
    if question.answer_kinds and not answers:
        return "a description of no kind that answers the question"
    words = re.findall(r"[^\W\d_]+", value.label.lower())
    country = frozenset(("country", known.countries[w]) for w in words if w in known.countries)
    return value._replace(kinds=kinds, attributes=country)


def _name(claim: ClaimVote, known: Surroundings) -> NameMention | None:
    """The name that a value is, with or without a title before it or an apposition after it; a name within a
    description ("a supplier of the Board") is not what the description names."""
    text, value = known.texts[claim.account], claim.value
    span = trim(text, value.start, value.end) or (value.start, value.end)
    for name in known.names.get(claim.account, ()):
        start, end = name.excerpt.start, name.excerpt.end
        if start <= span[0] and span[1] <= end:
            return name
        if span[0] <= start and end <= span[1]:
            before, after = text[span[0] : start], text[end : span[1]]
            titled = not before or (known.classes.get(name.surface) == "Person" and "," not in before)
            if titled and (not after or re.match(r"\s*[,(–—]", after)):
                return name
    return None
