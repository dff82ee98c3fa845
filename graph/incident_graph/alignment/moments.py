"""Of the values that a live blog gives for one matter, those that later posts have not superseded."""

from collections.abc import Sequence

from incident_graph.alignment.value import Value
from incident_graph.text.document import Document
from incident_graph.text.moments import LAYER


def latest(document: Document, values: Sequence[Value]) -> list[Value]:
    """The values without those that a later post of the same live blog gives anew; all of any other account.

    One is given anew by a value of the same sort that counts the same (noun or concept), whole as it is.
    """
    if not document.layer(LAYER):
        return list(values)
    moment = {id(value): document.labelled(LAYER, value.figure.core.start) for value in values}
    return [
        value
        for value in values
        if not any(moment[id(other)] > moment[id(value)] > "" and _anew(other, value) for other in values)
    ]


def _anew(later: Value, earlier: Value) -> bool:
    if later.sort != earlier.sort or later.part or earlier.part or later.narrow != earlier.narrow:
        return False
    if later.concepts or earlier.concepts:
        return bool(later.concepts & earlier.concepts)
    return bool(later.heads & earlier.heads) and bool(later.predicates & earlier.predicates)
