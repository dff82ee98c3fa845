"""The one place that decides how firmly a claim or a difference is known, from the ways that find it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations

from incident_graph import vocabulary as v
from incident_graph.comparison.origins import independent
from incident_graph.comparison.standing import is_headline
from incident_graph.model import Claim, Grade
from incident_graph.model.grade import AGREEMENT, ALIGNMENT, PERSON, as_ways
from incident_graph.resources import ontology_path

#: The ways that call a difference itself, by the ids of the two claims that differ.
DifferenceWays = Mapping[frozenset[str], Collection[str]]


@lru_cache(maxsize=1)
def counted_as_one() -> frozenset[frozenset[str]]:
    """The pairs of ways that count as one, since they fail on the same texts; declared in ``core.ttl``.

    >>> frozenset({"agreement", "cue"}) in counted_as_one(), frozenset({"alignment", "cue"}) in counted_as_one()
    (True, False)
    """
    import pyoxigraph

    predicate = pyoxigraph.NamedNode(v.INC + "countsAsOneWith")
    text = ontology_path("core.ttl").read_bytes()
    triples = pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE)
    return frozenset(
        frozenset(term.value.removeprefix(v.INC).lower() for term in (t.subject, t.object))
        for t in triples
        if t.predicate == predicate
    )


def grade_of(ways: Collection[str], *, headline: bool = False) -> Grade:
    """The grade of what these ways find: firm when two of them do not count as one, or when a person says it.

    ``headline``: it stands in a headline alone, which is firm only for a person.

    >>> grade_of(["alignment", "cue"]), grade_of(["agreement", "cue"]), grade_of(["person"])
    (<Grade.FIRM: 'Firm'>, <Grade.TENTATIVE: 'Tentative'>, <Grade.FIRM: 'Firm'>)
    >>> grade_of(["alignment", "cue"], headline=True)
    <Grade.TENTATIVE: 'Tentative'>
    """
    if PERSON in ways:
        return Grade.FIRM
    one = counted_as_one()
    apart = any(frozenset(pair) not in one for pair in combinations(sorted(set(ways)), 2))
    return Grade.FIRM if apart and not headline else Grade.TENTATIVE


def graded(claim: Claim) -> Claim:
    """The claim with the grade that its ways give it. Raises ``ValueError`` for a claim that no way found."""
    if not claim.ways:
        raise ValueError(f"{claim.id} was found in no way")
    ways = as_ways(claim.ways)
    return replace(claim, ways=ways, grade=grade_of(ways, headline=is_headline(claim)))


def without_agreement(claim: Claim) -> Claim:
    """The claim as its own account gives it: who agrees with it is found anew in every comparison."""
    return replace(claim, ways=tuple(way for way in claim.ways if way != AGREEMENT) or claim.ways)


def with_agreement(claims: Sequence[Claim], groups: Mapping[str, str]) -> list[Claim]:
    """The claims of one reading, graded; those that an independent account makes too have the way ``agreement``.

    ``groups`` gives each account's group (see ``source_groups``): accounts of one group reuse or credit one another.
    Accounts that pass on the word of one named party are not independent, either.
    """
    several = independent(claims, groups) > 1
    return [graded(replace(claim, ways=(*claim.ways, AGREEMENT)) if several else claim) for claim in claims]


def reading_grade(claims: Iterable[Claim]) -> Grade:
    """The grade of the reading that these claims, graded, give: that of the firmest."""
    return Grade.FIRM if any(claim.grade is Grade.FIRM for claim in claims) else Grade.TENTATIVE


def reading_ways(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The ways that found the reading that these claims give, sorted."""
    return tuple(sorted({way for claim in claims for way in claim.ways}))


class Side:
    """The claims of one reading, graded, as a side of differences."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.claims = {claim.id: claim for claim in claims}
        self.ways = frozenset(reading_ways(claims))
        #: Whether a claim is firm for what it says alone. Alignment finds values by those of other accounts: it makes a
        #: difference firm where it pairs the two that differ, not where each is paired with some third.
        self.firm = any(grade_of(set(c.ways) - {ALIGNMENT}, headline=is_headline(c)) is Grade.FIRM for c in claims)

    def __str__(self) -> str:
        """How it is known, in words that follow "is"."""
        firm = [claim.ways for claim in self.claims.values() if claim.grade is Grade.FIRM]
        if firm:
            return _found(min(firm, key=lambda ways: (PERSON not in ways, -len(ways), ways)))
        bodies = [claim.ways for claim in self.claims.values() if not is_headline(claim)]
        if not bodies:
            return "said in a headline alone"
        ways = min(bodies, key=lambda ways: (-len(ways), ways))
        return f"found in one way alone ({_listed(ways)}{', which count as one' if len(ways) > 1 else ''})"


@dataclass(frozen=True)
class Judgement:
    """How firmly a difference is known: the ways that find both sides or call the difference itself. ``enough`` are
    those that call it firmly, if any do."""

    left: Side
    right: Side
    grade: Grade
    ways: tuple[str, ...]
    enough: tuple[str, ...] = ()

    @property
    def reason(self) -> str:
        """Why it has its grade, in plain words."""
        sides = [str(self.left), str(self.right)]
        if self.left.firm is not self.right.firm and not self.enough:
            return f"one side is {sides[self.left.firm]}"
        if self.enough and not (self.left.firm and self.right.firm):
            return f"the difference itself is {_found(self.enough)}"
        return f"both sides are {sides[0]}" if sides[0] == sides[1] else f"one side is {sides[0]}, the other {sides[1]}"


def judge(left: Side, right: Side, differences: DifferenceWays) -> Judgement:
    """How firmly it is known that two readings differ as they are read.

    Firm when the ways that call the difference between a claim of the one and a claim of the other are enough and
    neither claim stands in a headline alone; or when either side has a claim that is firm by ways other than alignment.
    """
    called: set[str] = set()
    enough: tuple[str, ...] = ()
    for pair in sorted(differences, key=sorted):
        sides = [[side.claims[name] for name in pair if name in side.claims] for side in (left, right)]
        if not (sides[0] and sides[1]):
            continue
        ways = as_ways(differences[pair])
        called.update(ways)
        if not enough and grade_of(ways, headline=any(is_headline(c) for c in (*sides[0], *sides[1]))) is Grade.FIRM:
            enough = ways
    grade = Grade.FIRM if enough or (left.firm and right.firm) else Grade.TENTATIVE
    return Judgement(left, right, grade, tuple(sorted(left.ways & right.ways | called)), enough)


def _found(ways: Sequence[str]) -> str:
    return "decided by a person" if PERSON in ways else f"found in more ways than one ({_listed(ways)})"


def _listed(ways: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(ways[:-1]), ways[-1])))
