"""Placing figures: from a figure and the parse of its sentence to a value with its noun, predicate and clause."""

from collections.abc import Sequence
from operator import attrgetter

from incident_graph.alignment.events import another_event
from incident_graph.alignment.grasp import Grasp
from incident_graph.alignment.lexicon import lexicon
from incident_graph.alignment.value import Value
from incident_graph.extraction.candidates import is_share
from incident_graph.extraction.evidence import FigureMention
from incident_graph.extraction.figure_nouns import class_of
from incident_graph.text.document import Document, Sentence
from incident_graph.text.sentences import within
from incident_graph.values import Period, Quantity
from incident_graph.values.units import BASE, dimension, is_money

#: Concepts of what becomes of people: a count of "injured" counts people.
_FATES = ("die", "injure", "miss", "arrest", "evacuate", "rescue")


def values_of(document: Document, figures: Sequence[FigureMention]) -> list[Value]:
    """The values of an account that are of this incident, in order of place; without a parse there are none.

    >>> from incident_graph.accounts import Account
    >>> from incident_graph.extraction.figures import find_figures
    >>> from incident_graph.text.documents import read_document
    >>> from incident_graph.text.parsing import parse
    >>> (document,) = parse([read_document(Account("0" * 64, "a.txt", "The slide killed 12 villagers on Friday."))])
    >>> [(v.sort, sorted(v.heads), sorted(v.concepts), v.role) for v in values_of(document, find_figures(document))]
    [('count:person', ['villager'], ['die'], 'patient'), ('date', [], ['die'], 'other')]
    """
    found: list[Value] = []
    by_sentence = within(document.sentences, figures, attrgetter("core"))
    for number, sentence in enumerate(document.sentences):
        for figure in by_sentence.get(number, ()):
            if figure.role == "incident" and (sort := _sort(figure)):
                value = _placed(document, number, sentence, figure, sort)
                if value is not None:
                    found.append(value)
    return found


def _sort(figure: FigureMention) -> str:
    """What a figure can be set against; ``""`` for one that says too little to be set against anything."""
    value = figure.value
    if isinstance(value, Period):
        if not (value.is_placed or value.weekday is not None):
            return ""
        return "clock" if value.minute is not None or value.minutes is not None else "date"
    if figure.rules[:1] == ("age",) or figure.noun == "age":
        return "age"
    if is_money(value.unit):
        return "money"
    if value.unit in BASE:
        return dimension(value.unit)
    noun = class_of(figure.noun) if figure.noun else value.unit
    if noun in lexicon().everybody or lexicon().concept_of(noun) in _FATES:
        return "count:person"
    return f"count:{noun}" if noun else ""


def _placed(document: Document, number: int, sentence: Sentence, figure: FigureMention, sort: str) -> Value | None:
    tree = document.tree
    top = tree.top(figure.core.start, figure.core.end)
    if top is None or another_event(tree, top):
        return None
    core, counts = (figure.core.start, figure.core.end), isinstance(figure.value, Quantity)
    grasp = Grasp(tree, top, core, noun=figure.noun, counts=counts)
    text = document.text[sentence.start : sentence.end]
    share = is_share(text, figure.core.start - sentence.start, figure.core.end - sentence.start)
    return Value(
        document.account.id,
        number,
        figure,
        sort,
        heads=frozenset(grasp.heads),
        predicates=frozenset(grasp.predicates),
        concepts=grasp.concepts(),
        role=grasp.role,
        link=grasp.link,
        undergoers=frozenset(grasp.undergoers()),
        doers=frozenset(grasp.doers()),
        extent=frozenset(grasp.extent()),
        clause=frozenset(grasp.clause()),
        narrow=frozenset(grasp.narrow()),
        names=frozenset(grasp.names()),
        body=sentence.block.kind == "body",
        part=share or figure.subset_of is not None or grasp.summed(),
    )
