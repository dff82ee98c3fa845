"""What an answer means once wording is put aside: the value that is compared."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import astuple, dataclass, replace

from incident_graph.model import Answer, Claim, Stance
from incident_graph.profile import CompareBy, Kinds, Question
from incident_graph.values import Period, Quantity
from incident_graph.vocabulary import INC

#: Attributes that say what a thing lies in. A thing lies in many, so they are not functional.
CONTAINMENT = frozenset({"within", "part-of"})

_WORD = re.compile(r"\w+(?:['’]\w+)?")
_DETERMINERS = frozenset("a an the some any its their his her this that these those".split())

Key = tuple[str, ...]


def folded(words: str) -> str:
    """``words`` in lower case, without punctuation and leading determiners.

    >>> folded("The “dark-web” Marketplace")
    'dark web marketplace'
    >>> folded("The")
    'the'
    """
    found = _WORD.findall(words.casefold().replace("’", "'"))
    start = next((i for i, word in enumerate(found) if word not in _DETERMINERS), 0)
    return " ".join(found[start:])


@dataclass(frozen=True)
class Meaning:
    """The value of an answer, ready to compare.

    ``sort`` is ``named``, ``described`` (known by kinds, attributes or words), ``quantity``, ``period``, ``polarity``
    or ``open`` (nothing in particular: "it is not known"). Meanings with one ``key`` are equal; figures may be equal
    under different keys. ``kinds`` and ``attributes`` hold no contradictions.
    """

    sort: str
    key: Key
    label: str
    entity: str | None = None
    kinds: frozenset[str] = frozenset()
    attributes: frozenset[tuple[str, str]] = frozenset()
    quantity: Quantity | None = None
    period: Period | None = None
    polarity: bool = True
    basis: str = ""


class Meanings:
    """Gives claims their meanings; what any account states of a named thing counts wherever it is named."""

    def __init__(self, claims: Iterable[Claim], kinds: Kinds) -> None:
        self.kinds = kinds
        stated: defaultdict[str, set[str]] = defaultdict(set)
        attributes: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for claim in claims:
            if claim.answer.named and claim.answer.entity:
                stated[claim.answer.entity] |= claim.answer.kinds
                attributes[claim.answer.entity] |= claim.answer.attributes
        self._kinds = {entity: self.consistent_kinds(frozenset(found)) for entity, found in stated.items()}
        self._attributes = {entity: consistent_attributes(frozenset(found)) for entity, found in attributes.items()}

    def consistent_kinds(self, kinds: frozenset[str]) -> frozenset[str]:
        """The most specific of ``kinds``, without those that exclude one another: a contradiction proves nothing."""
        clean = frozenset(a for a in kinds if not any(self.kinds.disjoint(a, b) for b in kinds))
        return self.kinds.most_specific(clean)

    def informative(self, kinds: frozenset[str], question: Question) -> bool:
        """Whether ``kinds`` say more than that the thing is the sort of thing the question asks for."""
        given = [self.kinds.ancestors(iri) for iri in question.answer_kinds]
        implied = frozenset.intersection(*given) if given else frozenset()
        return any(kind not in implied and not kind.startswith(INC) for kind in kinds)

    def of(self, claim: Claim, question: Question) -> Meaning:
        """The meaning of ``claim`` as an answer to ``question``."""
        answer = claim.answer
        basis = folded(answer.basis) + "|" + folded(claim.basis) if answer.basis or claim.basis else ""
        meaning = self._of_answer(answer, claim.stance, question)
        return replace(meaning, basis=basis, key=(*meaning.key, "|", basis)) if basis else meaning

    def _of_answer(self, answer: Answer, stance: Stance, question: Question) -> Meaning:
        if question.compare_by is not CompareBy.NOTHING:
            if answer.polarity is not None:
                polarity = answer.polarity
                if stance is Stance.UNKNOWN:
                    polarity = True  # whether it is so is whether it is not so
                elif stance is Stance.DENIES:
                    polarity = not polarity  # to deny it is to assert the contrary: see ``stance_of``
                return Meaning("polarity", ("polarity", str(polarity)), answer.label, polarity=polarity)
            figure = answer.quantity or answer.period
            if figure is not None and _says_something(figure):
                return _of_figure(figure, answer.label, question)
        words = folded(answer.phrase or answer.label)
        if question.compare_by is CompareBy.NOTHING:
            return Meaning("described", ("words", words), answer.label)
        if stance is Stance.UNKNOWN and not (answer.entity or answer.kind or answer.phrase or answer.kinds):
            return Meaning("open", ("open",), answer.label)
        return self._of_thing(answer, words, question)

    def _of_thing(self, answer: Answer, words: str, question: Question) -> Meaning:
        stated = answer.kinds | ({answer.kind} if answer.kind else frozenset())
        kinds, attributes = self.consistent_kinds(stated), consistent_attributes(answer.attributes)
        if answer.named:
            entity = answer.entity or words
            if answer.entity:
                kinds, attributes = self._kinds[entity], self._attributes[entity]
            if question.compare_by is not CompareBy.KIND:
                return Meaning("named", ("named", entity), answer.label, entity, kinds, attributes)
            words = entity
        key: Key = ("words", words)
        if attributes or self.informative(kinds, question):
            key = ("described", *sorted(kinds), *(f"{name}={value}" for name, value in sorted(attributes)))
        return Meaning("described", key, answer.label, kinds=kinds, attributes=attributes)


def _says_something(figure: Quantity | Period) -> bool:
    """Whether a figure can be compared: "many" and "recently" cannot."""
    if isinstance(figure, Quantity):
        return figure.low is not None or figure.high is not None
    return figure.is_placed


def _of_figure(figure: Quantity | Period, label: str, question: Question) -> Meaning:
    if isinstance(figure, Period):
        return Meaning("period", ("period", *map(str, astuple(figure))), label, period=figure)
    if question.unit and figure.unit in question.counts:
        figure = replace(figure, unit=question.unit)
    numbers = ("" if end is None else f"{end.normalize():f}" for end in (figure.low, figure.high, figure.stated))
    return Meaning("quantity", ("quantity", *numbers, figure.unit), label, quantity=figure)


def consistent_attributes(attributes: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """``attributes`` without functional ones that are given two values: a contradiction proves nothing.

    >>> sorted(consistent_attributes(frozenset({("country", "CN"), ("country", "GB"), ("colour", "red")})))
    [('colour', 'red')]
    """
    values: defaultdict[str, set[str]] = defaultdict(set)
    for name, value in attributes:
        values[name].add(value)
    return frozenset((name, value) for name, value in attributes if len(values[name]) == 1 or name in CONTAINMENT)


def stance_of(claim: Claim) -> Stance:
    """The stance towards the meaning: a denial of yes or no asserts the contrary (see ``Meanings``)."""
    denied_polarity = claim.stance is Stance.DENIES and claim.answer.polarity is not None
    return Stance.ASSERTS if denied_polarity else claim.stance
