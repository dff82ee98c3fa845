"""Answers as a person writes them: read as the question expects, or refused with the reason."""

import difflib
import re
from collections.abc import Mapping, MutableMapping, Sequence

from incident_graph.accounts import Account, Excerpt
from incident_graph.entities.clusters import name_key
from incident_graph.extraction.country_codes import country_codes
from incident_graph.extraction.figures import find_figures
from incident_graph.extraction.kind_index import KindIndex
from incident_graph.model import Answer, Entity
from incident_graph.model.ids import make_id
from incident_graph.profile import AnswerType, Kinds, Question, wordings
from incident_graph.text.documents import read_document
from incident_graph.text.folding import fold
from incident_graph.values import Period, Quantity

_YES = frozenset("yes true y".split())
_NO = frozenset("no false n".split())
_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her|this|that)\s+", re.IGNORECASE)


def read_answer(
    text: str,
    question: Question,
    kinds: Kinds,
    entities: MutableMapping[str, Entity],
    account: Account,
    evidence: Excerpt,
) -> Answer:
    """The answer that ``text`` gives to ``question``; ValueError in words when it gives none of the right sort.

    A kind is given by its label, local name or IRI; a named thing by any of its names; other words for a thing make a
    description, which is added to ``entities`` (by id); yes and no, numbers, dates and phrases are written as they are.
    """
    text = " ".join(text.split())
    if not text:
        raise ValueError("the value is empty")
    match question.answer:
        case AnswerType.POLARITY:
            if text.casefold() not in _YES | _NO:
                raise ValueError(f"“{text}” is neither yes nor no")
            yes = text.casefold() in _YES
            return Answer("yes" if yes else "no", polarity=yes)
        case AnswerType.KIND:
            kind = kind_called(text, kinds, question.answer_kinds)
            return Answer(kinds.by_iri[kind].label, kind=kind, kinds=frozenset({kind}))
        case AnswerType.QUANTITY:
            return _quantity(text, question)
        case AnswerType.PERIOD:
            period = _period(text, account)
            return Answer(period.label(), period=period)
        case AnswerType.PHRASE:
            return Answer(text, phrase=fold(text).casefold())
    return _thing(text, question, kinds, entities, account, evidence)


def kind_called(text: str, kinds: Kinds, among: Sequence[str] = ()) -> str:
    """The IRI of the kind that goes by ``text``; ValueError, with the nearest, when none does.

    ``among`` are the kinds that fit, with all narrower ones; none given, all fit.

    >>> from incident_graph.profile import Kind
    >>> kinds = Kinds({"x#Arson": Kind("x#Arson", "set on purpose", ("fire-raising",)), "x#Den": Kind("x#Den", "den")})
    >>> kind_called("Fire-raising", kinds), kind_called("arson", kinds)
    ('x#Arson', 'x#Arson')
    >>> kind_called("den", kinds, among=["x#Arson"])
    Traceback (most recent call last):
    ValueError: no kind that fits is called “den”; known: set on purpose
    """
    wanted = fold(text).casefold()
    fitting = {iri: k for iri, k in kinds.by_iri.items() if not among or any(kinds.is_a(iri, wide) for wide in among)}
    for iri, kind in fitting.items():
        if text == iri or wanted in (iri.rsplit("#", 1)[-1].casefold(), kind.label.casefold()):
            return iri
    for iri, kind in fitting.items():
        if any(wanted == words.casefold() for wording in kind.wordings for words in wordings(wording)):
            return iri
    found = KindIndex(kinds).find(fold(text))
    whole = [m.kind for m in found if (m.start, m.end) == (0, len(text)) and m.kind in fitting]
    if whole:
        return whole[0]
    labels = sorted(kind.label for kind in fitting.values())
    near = labels if len(labels) <= 8 else difflib.get_close_matches(wanted, labels, n=8, cutoff=0.0)
    raise ValueError(f"no kind that fits is called “{text}”; known: {', '.join(near)}")


def entity_called(text: str, entities: Mapping[str, Entity], account: str = "") -> Entity | None:
    """The named entity that goes by ``text``, rather one that ``account`` (an id) mentions; None when none does."""
    key = name_key(text)
    found = [e for e in entities.values() if e.named and key in {name_key(name) for name in (e.label, *e.alt_labels)}]
    return min(found, key=lambda e: (all(m.account != account for m in e.mentions), e.id), default=None)


def _quantity(text: str, question: Question) -> Answer:
    sentence = read_document(Account("0" * 64, "value", f"There were {text} there."))
    measures, quantity = "", None
    for mention in find_figures(sentence):
        if isinstance(mention.value, Quantity) and mention.excerpt.text == text:
            quantity, measures = mention.value, mention.measures
    if quantity is None:
        try:
            quantity = Quantity.parse(text)
        except ValueError as error:
            raise ValueError(f"“{text}” is no number or amount") from error
    if not quantity.unit and not question.unit and {"person", "people"} & set(question.counts):
        quantity = Quantity(quantity.low, quantity.high, quantity.stated, "person")
    if question.unit and (not quantity.unit or quantity.unit in question.counts or quantity.unit == "person"):
        quantity = Quantity(quantity.low, quantity.high, quantity.stated, question.unit)
    return Answer(quantity.label() + (f" {measures}" if measures else ""), quantity=quantity)


def _period(text: str, account: Account) -> Period:
    try:
        return Period.parse(text, account.issued)
    except ValueError as error:
        raise ValueError(f"“{text}” is no date or time") from error


def _thing(
    text: str,
    question: Question,
    kinds: Kinds,
    entities: MutableMapping[str, Entity],
    account: Account,
    evidence: Excerpt,
) -> Answer:
    entity = entity_called(text, entities, account.id)
    if entity is not None:
        return Answer(
            entity.label,
            entity=entity.id,
            named=True,
            kinds=frozenset(entity.kinds),
            attributes=frozenset(entity.attributes),
        )
    plain = fold(text)
    stated = frozenset(m.kind for m in KindIndex(kinds).find(plain))
    codes = country_codes()
    words = re.findall(r"[^\W\d_]+", plain.lower())
    attributes = frozenset(("country", codes[word]) for word in words if word in codes)
    label = _ARTICLE.sub("", plain)
    identity = make_id("entity", account.id, "description", label.casefold(), *sorted(stated))
    start = evidence.text.find(text)
    where = account.excerpt(evidence.start + start, evidence.start + start + len(text)) if start >= 0 else evidence
    known = entities.get(identity)
    entities[identity] = Entity(
        identity,
        known.label if known else text,
        known.kind if known else next(iter(question.answer_classes), "Group"),
        named=False,
        mentions=tuple(sorted({*(known.mentions if known else ()), where})),
        kinds=tuple(sorted(stated)),
        attributes=tuple(sorted(attributes)),
    )
    return Answer(text, entity=identity, kinds=stated, attributes=attributes)
