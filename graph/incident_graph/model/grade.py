"""How firmly a claim or a difference is known: the ways that find it, and the grade that follows from them."""

from collections.abc import Iterable
from enum import Enum

#: The ways of finding a claim or a difference. Which of them count as one is declared in ``core.ttl``.
CUE = "cue"
ALIGNMENT = "alignment"
FRAME = "frame"
AGREEMENT = "agreement"
MODEL = "model"
PERSON = "person"
WAYS = (AGREEMENT, ALIGNMENT, CUE, FRAME, MODEL, PERSON)


class Grade(Enum):
    """Whether independent ways say it, or a person does; or one way alone."""

    FIRM = "Firm"
    TENTATIVE = "Tentative"


def as_ways(names: Iterable[str]) -> tuple[str, ...]:
    """The ways by these names, each once, in order. Raises ``ValueError`` for a name that is no way.

    >>> as_ways(["cue", "alignment", "cue"])
    ('alignment', 'cue')
    >>> as_ways(["hunch"])
    Traceback (most recent call last):
    ValueError: no way is called hunch (known: agreement, alignment, cue, frame, model, person)
    """
    found = tuple(sorted(set(names)))
    for name in found:
        if name not in WAYS:
            raise ValueError(f"no way is called {name} (known: {', '.join(WAYS)})")
    return found
