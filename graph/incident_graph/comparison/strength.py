"""How much speaks for a difference: the order in which pairs to check are shown."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from incident_graph.comparison.signs import signs_of, weigh
from incident_graph.comparison.standing import is_headline
from incident_graph.model import Certainty, Claim, Comparison, Figure, Incident, Reading, Verdict
from incident_graph.profile import Question

#: From the first that differs: the greater, the stronger.
Strength = tuple[float, ...]


class Strengths:
    """Gives the comparisons of one incident their strength."""

    def __init__(self, incident: Incident) -> None:
        self._readings = {reading.id: reading for reading in incident.readings}
        self._claims = {claim.id: claim for claim in incident.claims}
        self._figures = {figure.id: figure for figure in incident.figures}
        self._questions = {issue.id: issue.question for issue in incident.issues}

    def of(self, comparison: Comparison) -> Strength:
        """The strength of ``comparison``: see ``strength``."""
        return strength(comparison, self._questions, self._readings, self._claims, self._figures)

    def order(self, comparison: Comparison) -> tuple[int, Strength, str]:
        """Sort key: what matters most first, by verdict; of one verdict, the strongest first."""
        return -comparison.verdict.strength, tuple(-part for part in self.of(comparison)), comparison.id


def with_ranks(incident: Incident) -> Incident:
    """The incident with the pairs that are to be checked ranked: 1 is the one most speaks for, 0 all that is none."""
    strengths = Strengths(incident)
    doubted = sorted((c for c in incident.comparisons if c.verdict is Verdict.MAY_CONFLICT), key=strengths.order)
    places = {pair.id: place for place, pair in enumerate(doubted, 1)}
    return replace(incident, comparisons=tuple(replace(c, rank=places.get(c.id, 0)) for c in incident.comparisons))


def strength(
    comparison: Comparison,
    questions: Mapping[str, Question],
    readings: Mapping[str, Reading],
    claims: Mapping[str, Claim],
    figures: Mapping[str, Figure],
) -> Strength:
    """What speaks for a difference, in a fixed order: what comes first outweighs all that follows.

    How often pairs with the same signs were true when they were read (see ``signs``); and of pairs with the same, how
    many ways found the side that fewer found, then either side; how many call both sides or the difference itself;
    whether both are said in the body of an account, not in a headline alone; flatly; in an account's own voice; whether
    both are figures that count the same noun; how many independent witnesses stand on the weaker side, then on both.
    """
    sides = [readings[side] for side in (comparison.left, comparison.right)]
    held = [[claims[name] for name in side.claims if name in claims] for side in sides]
    ways = sorted(max((len(claim.ways) for claim in side), default=0) for side in held)
    witnesses = sorted(side.independent_witnesses for side in sides)
    nouns = [_nouns(side, figures) for side in held]
    signs = signs_of(comparison, questions[comparison.issue], (held[0], held[1]))
    return (
        round(weigh(signs), 3),
        *ways,
        len(comparison.ways),
        int(all(any(not is_headline(claim) for claim in side) for side in held)),
        int(all(any(claim.certainty is Certainty.PLAIN for claim in side) for side in held)),
        int(all(any(not claim.speakers for claim in side) for side in held)),
        int(bool(nouns[0] & nouns[1])),
        witnesses[0],
        sum(witnesses),
    )


def _nouns(claims: Sequence[Claim], figures: Mapping[str, Figure]) -> set[str]:
    """The nouns that the figures of these claims count."""
    found = (figures.get(claim.answer.figure or "") for claim in claims)
    return {figure.noun for figure in found if figure is not None and figure.noun}
