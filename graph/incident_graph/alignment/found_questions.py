"""Found questions: what no profile asks, yet values of two accounts or more answer, in words of their own."""

from collections.abc import Sequence

from incident_graph.alignment.lexicon import lexicon
from incident_graph.alignment.value import Value
from incident_graph.model.ids import slug
from incident_graph.profile import AnswerType, CompareBy, Question
from incident_graph.profile.found import found
from incident_graph.values.quantity import plural


def found_question(values: Sequence[Value]) -> Question:
    """The question that these values, all on one matter, answer: worded from what they count and what is said of it.

    Raises ``ValueError`` when there are none.
    """
    if not values:
        raise ValueError("no values, no question")
    about = _about(values)
    label, text = _worded(values[0].sort, about, _said(values))
    period = values[0].period is not None
    words = lexicon()
    concepts = frozenset[str]().union(*(value.concepts for value in values))
    return found(
        slug(label),
        label,
        text,
        "if both speak of the same matter",
        AnswerType.PERIOD if period else AnswerType.QUANTITY,
        CompareBy.PERIOD if period else CompareBy.NUMBER,
        over_time=words.over_time(concepts) if values[0].sort.startswith("count:") else "",
    )


def _about(values: Sequence[Value]) -> str:
    """What is counted or measured: the noun most values share, in the plural for counts of things."""
    words = lexicon()
    nouns: list[str] = sorted(
        {head for value in values for head in value.heads if not words.concept_of(head) and head not in words.amount},
        key=lambda head: (-sum(head in value.heads for value in values), head in words.everybody, head),
    )
    sort = values[0].sort
    if sort == "count:person":
        specific = [n for n in nouns if n not in words.everybody and all(n in v.heads for v in values)]
        return plural(specific[0]) if specific else "people"
    if sort.startswith("count:"):
        return plural(sort.removeprefix("count:"))
    return nouns[0] if nouns else ""


def _said(values: Sequence[Value]) -> str:
    """What is said of it: the concept or the verb that the values share."""
    words = lexicon()
    shared = frozenset.intersection(*(value.concepts for value in values))
    if shared:
        return words.by_id[min(shared)].past
    verbs = frozenset.intersection(*(value.predicates for value in values)) - words.amount
    return min(verbs, default="")


def _worded(sort: str, about: str, said: str) -> tuple[str, str]:
    """The label and the question.

    >>> _worded("count:person", "people", "killed")
    ('Number: people, killed', 'How many people (killed)?')
    >>> _worded("money", "jewellery", "")
    ('Sum: jewellery', 'What sum (jewellery)?')
    """
    part = ", ".join(filter(None, (about, said)))
    if sort.startswith("count:"):
        return f"Number: {part}", f"How many {about}{f' ({said})' if said else ''}?"
    kinds = {"money": ("Sum", "What sum"), "date": ("Date", "When"), "clock": ("Time", "At what time")}
    kinds |= {"age": ("Age", "What age"), "duration": ("Duration", "How long")}
    heading, asks = kinds.get(sort, (sort.capitalize(), f"What {sort}"))
    return (f"{heading}: {part}" if part else heading), f"{asks}{f' ({part})' if part else ''}?"
