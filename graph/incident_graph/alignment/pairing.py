"""Pairing: which value of one account speaks of the same matter as which of another, by mutual best match."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log, sqrt

from incident_graph.alignment.lexicon import Lexicon, lexicon
from incident_graph.alignment.value import Value
from incident_graph.values import Period, Quantity, Relation

#: Two values with less in common are not paired (a cosine, from 0 to 1).
LEAST = 0.2
#: Of more accounts than this, values are set beside one of each kind, of which at most so many are kept of a sort.
MANY, MOST = 40, 60
#: What two values that are each the only one of their sort are taken to have in common.
SOLE = 0.1
#: Sorts of which an account tells many, on many matters.
_OFTEN = frozenset("person money date clock age duration length percent fraction times organisation hour".split())
#: How much more the noun and the predicate tell than the other words of the clause.
_HEAD, _PREDICATE, _CLAUSE = 2.0, 2.0, 1.0
#: Numbers further apart than this say nothing of one matter, most likely (a ratio).
_APART = 1_000


@dataclass(frozen=True)
class Pair:
    """Two values of two accounts on one matter: how much their words have in common, and whether the values differ."""

    left: Value
    right: Value
    likeness: float
    differ: bool


class Likeness:
    """How much two values' words have in common, weighted by how rare each word is over all values."""

    def __init__(self, values: Sequence[Value]) -> None:
        often = Counter(word for value in values for word in _words(value))
        self._weight = {word: log(1 + len(values) / count) for word, count in often.items()}
        self._bags: dict[tuple[str, int], Mapping[str, float]] = {}

    def of(self, one: Value, other: Value) -> float:
        """The cosine of the two values' weighted words, from 0 (nothing in common) to 1."""
        a, b = self._bag(one), self._bag(other)
        shared = sum(weight * b[word] for word, weight in a.items() if word in b)
        return shared / (_length(a) * _length(b)) if shared else 0.0

    def _bag(self, value: Value) -> Mapping[str, float]:
        key = value.account, value.figure.core.start
        if key not in self._bags:
            bag: dict[str, float] = {}
            for words, times in ((value.heads, _HEAD), (value.predicates, _PREDICATE), (value.clause, _CLAUSE)):
                for word in _folded(words):
                    bag[word] = max(bag.get(word, 0.0), times * self._weight.get(word, 0.0))
            self._bags[key] = bag
        return self._bags[key]


def pairs(values: Sequence[Value]) -> list[Pair]:
    """The pairs of values, over all pairs of accounts, that are each other's best match and speak of one matter.

    Of more than ``MANY`` accounts each value is set beside one of each kind that was told before, so that the work
    grows with the accounts and not with their square.
    """
    likeness = Likeness(values)
    by_account: dict[str, dict[str, list[Value]]] = {}
    for value in values:
        by_account.setdefault(value.account, {}).setdefault(value.sort, []).append(value)
    if len(by_account) > MANY:
        return list(_with_those_before(by_account, likeness))
    found: list[Pair] = []
    for one, other in combinations(sorted(by_account), 2):
        for sort, mine in by_account[one].items():
            theirs = by_account[other].get(sort, [])
            if theirs:
                matched = _body_first(mine, theirs, likeness)
                found += matched or _sole(mine, theirs)
    return found


def _sole(mine: Sequence[Value], theirs: Sequence[Value]) -> Iterable[Pair]:
    """The pair of the only value of a sort in the one account and the only one in the other, for sorts that tell much:
    a magnitude, a speed, an area, a count of things with a noun of their own."""
    a, b = _only(mine), _only(theirs)
    if a is None or b is None or not _telling(a) or _apart(a, b):
        return
    if a.sort not in lexicon().identifying and a.heads - b.heads and b.heads - a.heads:
        return  # "the firm's 31 blocks", "two neighbouring blocks"
    if not (_vague(a) or _vague(b)):
        yield Pair(a, b, SOLE, not meets(a, b))


def _only(values: Sequence[Value]) -> Value | None:
    """The only value that an account's text gives of a sort, however often it gives it."""
    body = [value for value in values if value.body]
    return body[0] if body and all(v.figure.value == body[0].figure.value for v in body) else None


def _telling(value: Value) -> bool:
    """Whether two values of this sort are likely on one matter when there are no others."""
    words = lexicon()
    if value.sort.startswith("count:"):
        noun = value.sort.removeprefix("count:")
        return noun not in words.loose and noun not in words.everybody and noun not in _OFTEN
    return value.sort not in _OFTEN


def _with_those_before(by_account: Mapping[str, Mapping[str, Sequence[Value]]], likeness: Likeness) -> Iterable[Pair]:
    """The pairs of each value with one of each kind that accounts before it told: those that it meets, or else those
    that it differs from; the latter become such ones themselves."""
    told: dict[str, list[Value]] = {}
    for account in sorted(by_account):
        for sort, mine in by_account[account].items():
            known, new = told.setdefault(sort, []), list[Value]()
            for value in (v for v in mine if v.body):
                like = [k for k in known if same_matter(value, k) and _like(value, k, likeness)]
                equal = [k for k in like if meets(value, k)]
                if equal:
                    best = max(equal, key=lambda k: likeness.of(value, k))
                    yield Pair(best, value, likeness.of(best, value), differ=False)
                    continue
                for k in like:
                    if not (_vague(value) or _vague(k) or any(meets(k, v) for v in mine if _counts_alike(k, v))):
                        yield Pair(k, value, likeness.of(k, value), differ=True)
                new.append(value)
            known += new[: MOST - len(known)]


def _like(a: Value, b: Value, likeness: Likeness) -> bool:
    """Whether two values have enough words in common, or one concept."""
    return not a.concepts.isdisjoint(b.concepts) or likeness.of(a, b) >= LEAST


def _body_first(mine: Sequence[Value], theirs: Sequence[Value], likeness: Likeness) -> list[Pair]:
    """The mutual best matches of what the texts say; what titles say only where the texts have no match for it."""
    found = list(_mutual([v for v in mine if v.body], [v for v in theirs if v.body], likeness))
    told = [value for pair in found for value in (pair.left, pair.right)]

    def untold(values: Sequence[Value]) -> list[Value]:
        return [v for v in values if v not in told and not (not v.body and any(_counts_alike(v, t) for t in told))]

    return found + [p for p in _mutual(untold(mine), untold(theirs), likeness) if not (p.left.body and p.right.body)]


def _mutual(mine: Sequence[Value], theirs: Sequence[Value], likeness: Likeness) -> Iterable[Pair]:
    """The mutual best matches between the values of one sort of two accounts."""
    scores: dict[tuple[int, int], tuple[float, bool]] = {}
    for i, a in enumerate(mine):
        for j, b in enumerate(theirs):
            score = likeness.of(a, b)
            if same_matter(a, b) and _like(a, b, likeness):
                scores[i, j] = score, meets(a, b)
    for (i, j), (score, met) in sorted(scores.items()):
        rank = score + 0.1 * met  # of two as like, the equal one is meant
        if all(rank >= s + 0.1 * m for (x, y), (s, m) in scores.items() if (x == i) != (y == j)):
            a, b = mine[i], theirs[j]
            held = any(meets(a, other) for other in theirs if _counts_alike(a, other)) or any(
                meets(b, other) for other in mine if _counts_alike(b, other)
            )
            if met or not (held or _vague(a) or _vague(b)):
                yield Pair(a, b, score, not met)


def same_matter(a: Value, b: Value) -> bool:
    """Whether two values of one sort may speak of one matter: what they count, what is said of it, and its extent."""
    words = lexicon()
    if _apart(a, b):
        return False
    if "other" not in (a.role, b.role) and a.role != b.role and a.concepts == b.concepts:
        return False
    if isinstance(a.figure.value, Period):
        return _same_time(a, b, words)
    if a.sort == "duration" and a.link != b.link:
        return False
    return _same_count(a, b, words)


def _apart(a: Value, b: Value) -> bool:
    """Whether two values count different things by their own words: parts, other concepts, another basis or doer."""
    if a.part or b.part or a.narrow != b.narrow:
        return True
    words = lexicon()
    if a.sort in words.identifying:
        return False  # a quake has one magnitude, whatever it did
    if a.concepts and b.concepts and a.concepts.isdisjoint(b.concepts):
        return True
    if isinstance(a.figure.value, Period):
        return False
    own, theirs = words.spelt(a.extent), words.spelt(b.extent)
    if own - theirs and theirs - own:
        return True  # files of members, files of complaints
    return bool(a.doers and b.doers) and a.doers.isdisjoint(b.doers)  # flaws that one firm found, and another


def _same_time(a: Value, b: Value, words: Lexicon) -> bool:
    """Two dates or times are of one matter when one thing is said to have happened then."""
    said = a.concepts & b.concepts or (a.predicates & b.predicates) - words.amount
    if a.predicates & b.predicates & words.recurring:
        return False  # who met on Thursday may have met on Sunday, too
    return bool(said) and bool((a.undergoers & b.undergoers) - words.loose)


def _same_count(a: Value, b: Value, words: Lexicon) -> bool:
    own, theirs = a.heads - words.everybody, b.heads - words.everybody
    shared = a.heads & b.heads
    concepts = a.concepts & b.concepts
    if a.sort == "money":
        return bool(_substance(a, words) & _substance(b, words))
    if a.sort == "count:person":
        if bool(own) != bool(theirs) and not concepts:
            return False
        if own and theirs and own.isdisjoint(theirs):
            return False
    if concepts or (a.predicates & b.predicates) - words.amount:
        return bool(shared) or not own or not theirs or bool(concepts and a.clause & b.clause)
    if a.sort == "count:person" or own != theirs:
        return False
    return bool(shared - words.loose) and len(_substance(a, words) & _substance(b, words)) >= 2


def _substance(value: Value, words: Lexicon) -> frozenset[str]:
    return words.spelt(value.clause | value.heads | value.predicates) - words.loose - words.amount


def _counts_alike(a: Value, b: Value) -> bool:
    """Whether two values of one sort may count the same: people by what becomes of them, or else by their nouns; other
    things and sums always."""
    if a.sort != "count:person":
        return True
    if a.concepts or b.concepts:
        return not a.concepts.isdisjoint(b.concepts)
    return not a.heads or not b.heads or not a.heads.isdisjoint(b.heads)


def meets(a: Value, b: Value) -> bool:
    """Whether two values could both be the true one: their intervals meet, or they cannot be compared."""
    one, other = a.figure.value, b.figure.value
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        relation = one.relation(other)
        if relation is Relation.DISJOINT and (_rounded(one, other) or _too_far(one, other)):
            return True
        return relation is not Relation.DISJOINT
    if isinstance(one, Period) and isinstance(other, Period):
        return one.relation(other) is not Relation.DISJOINT
    return True


def _vague(value: Value) -> bool:
    """Whether a quantity states no number ("dozens"): it may differ from another, but nobody can say by how much."""
    return value.quantity is not None and value.quantity.stated is None


def _rounded(one: Quantity, other: Quantity) -> bool:
    """Whether the coarser of two stated numbers is the finer one rounded: 43,000 and 43,350, 1.4 and 1.375."""
    if one.unit != other.unit or one.stated is None or other.stated is None:
        return False
    coarse, fine = sorted((one.stated, other.stated), key=lambda n: len(n.normalize().as_tuple().digits))
    exponent = coarse.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or (len(coarse.normalize().as_tuple().digits) < 2 and abs(coarse) < 1000):
        return False
    return round(fine.scaleb(-exponent)) == coarse.scaleb(-exponent)


def _too_far(one: Quantity, other: Quantity) -> bool:
    if not one.stated or not other.stated or one.unit != other.unit:
        return False
    big, small = max(abs(one.stated), abs(other.stated)), min(abs(one.stated), abs(other.stated))
    return big / small > _APART


def _words(value: Value) -> frozenset[str]:
    return _folded(value.heads | value.predicates | value.clause)


def _folded(words: Iterable[str]) -> frozenset[str]:
    """The words, those of a concept as that concept."""
    known = lexicon()
    return frozenset(known.concept_of(word) or word for word in known.spelt(words))


def _length(bag: Mapping[str, float]) -> float:
    return sqrt(sum(weight * weight for weight in bag.values()))
