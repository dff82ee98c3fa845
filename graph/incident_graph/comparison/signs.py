"""Signs of a difference that holds: what can be seen of a pair of readings, and how often pairs like it were true.

The weights are not set by hand: ``scripts/calibrate`` fits them to pairs that were read against the texts, and writes
them to ``resources/signs.json`` with the counts that they come from.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from incident_graph.comparison.standing import is_headline
from incident_graph.model import Certainty, Claim, Comparison, Stance
from incident_graph.model.grade import ALIGNMENT, PERSON
from incident_graph.profile import AnswerType, Question


class Sign(NamedTuple):
    """A sign: of so many pairs that show it so many were true; ``weight`` is its log odds beside those of all pairs."""

    true: int
    of: int
    weight: float


def signs_of(
    comparison: Comparison, question: Question, sides: tuple[Sequence[Claim], Sequence[Claim]]
) -> Iterator[str]:
    """The names of the signs that a pair of readings shows; ``sides`` are the claims of each."""
    claims = [claim for side in sides for claim in side]
    sorts = {
        AnswerType.QUANTITY: "numbers",
        AnswerType.PERIOD: "times",
        AnswerType.ENTITY: "names",
        AnswerType.POLARITY: "yes or no",
    }
    yield f"answers: {sorts.get(question.answer, 'kinds')}"
    called = ALIGNMENT in comparison.ways
    known = [any(ALIGNMENT in claim.ways or PERSON in claim.ways for claim in side) for side in sides]
    if called:
        yield "alignment finds both or calls the difference"
    else:
        yield ("neither side", "one side", "both sides, apart")[sum(known)] + " found by alignment"
    yield "question: found" if question.profile == "found" else "question: of a profile"
    stances = {claim.stance for claim in claims}
    yield f"stances: {'all assert' if stances == {Stance.ASSERTS} else 'one denies or doubts'}"
    yield f"text: {'title on a side' if any(all(map(is_headline, side)) for side in sides) else 'both in the body'}"
    plain = all(any(claim.certainty is Certainty.PLAIN for claim in side) for side in sides)
    yield f"certainty: {'flat' if plain else 'a side is hedged'}"
    own = all(any(claim.own_voice for claim in side) for side in sides)
    yield f"voice: {'both in the account’s own' if own else 'a side is attributed'}"
    several = any(len({claim.account for claim in side}) > 1 for side in sides)
    yield f"witnesses: {'several on a side' if several else 'one each'}"


def weigh(signs: Iterator[str]) -> float:
    """How much the signs speak for a difference: the sum of their weights; a sign that was never judged weighs none."""
    known = weights()
    return sum(known[sign].weight for sign in signs if sign in known)


@lru_cache(maxsize=1)
def weights() -> Mapping[str, Sign]:
    """The fitted signs by name."""
    path = resources.files("incident_graph.comparison") / "resources" / "signs.json"
    rows = json.loads(path.read_text(encoding="utf-8"))
    return {name: Sign(row["true"], row["of"], row["weight"]) for name, row in rows["signs"].items()}
