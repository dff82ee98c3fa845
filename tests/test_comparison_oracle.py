"""Verdicts against an independent oracle: the sets of worlds in which each answer would be true.

The oracle knows nothing of relations between values. It lists all the ways things could be (which thing is the answer,
and of what kinds it is, or which number it is), finds those in which each account is right, and judges by the sets.
"""

import itertools
from decimal import Decimal

from comparison_builders import account, answer, claim, kinds_of, question, run
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from incident_graph.model import Answer, Verdict
from incident_graph.values import Quantity

A, B, C, D = (account(letter) for letter in "ABCD")
FRESH = "something else"
KIND_NAMES = tuple("klmno")
NAMES = ("ash", "birch", "cedar")
STANCES = ("Asserts", "Denies", "NoEvidence", "Unknown")

slow = [HealthCheck.filter_too_much, HealthCheck.too_slow]
thorough = settings(max_examples=80, derandomize=True, suppress_health_check=slow)
quick = settings(max_examples=30, derandomize=True, suppress_health_check=slow)


class World:
    """A random hierarchy of kinds, what excludes what, and what is known of the named things."""

    def __init__(self, wider, disjoint, known):
        self.wider, self.disjoint, self.known = wider, disjoint, known
        self.states = [
            (who, kinds)
            for who in (*NAMES, FRESH)
            for size in range(len(KIND_NAMES) + 1)
            for kinds in map(frozenset, itertools.combinations(KIND_NAMES, size))
            if self._possible(who, kinds)
        ]

    def _possible(self, who, kinds):
        closed = all(wide in kinds for narrow in kinds for wide in self.wider.get(narrow, ()))
        clean = not any(a in kinds and b in kinds for a, b in self.disjoint)
        return closed and clean and set(self.known.get(who, ())) <= kinds

    def kinds(self):
        return kinds_of(
            {
                name: {
                    "wider": sorted(self.wider.get(name, ())),
                    "disjoint": [b for a, b in self.disjoint if a == name],
                }
                for name in KIND_NAMES
            }
        )

    def things(self):
        return {name: {"kinds": sorted(self.known[name])} for name in NAMES}

    def where(self, given):
        """The states in which the thing described or named is the answer."""
        return frozenset(
            (who, kinds)
            for who, kinds in self.states
            if (who == given["named"] if "named" in given else set(given["is"]) <= kinds)
        )


@st.composite
def worlds(draw):
    pairs = list(itertools.combinations(KIND_NAMES, 2))
    edges = draw(st.lists(st.sampled_from(pairs), max_size=5, unique=True))
    disjoint = draw(st.lists(st.sampled_from(pairs), max_size=4, unique=True))
    wider = {}
    for wide, narrow in edges:
        wider.setdefault(narrow, set()).add(wide)
    known = {name: draw(st.sets(st.sampled_from(KIND_NAMES), max_size=2)) for name in NAMES}
    world = World(wider, disjoint, known)
    assume(all(world.where({"named": name}) for name in NAMES))
    return world


def values(world):
    described = st.builds(
        lambda kinds: {"is": sorted(kinds)}, st.sets(st.sampled_from(KIND_NAMES), min_size=1, max_size=2)
    ).filter(world.where)
    return st.builds(lambda name: {"named": name}, st.sampled_from(NAMES)) | described


def judge(left, right, stances, *, one_answer):
    """The verdict by sets of worlds: ``left`` and ``right`` are where each value would be the answer."""
    if stances[1] == "Asserts" != stances[0]:
        verdict, side = judge(right, left, stances[::-1], one_answer=one_answer)
        return verdict, {"left": "right", "right": "left"}.get(side)
    if stances == ("Asserts", "Asserts"):
        true = left, right
    elif set(stances) == {"Denies"} or set(stances) == {"NoEvidence"}:
        true = right, left  # whatever rules out the wider rules out the narrower
    elif stances[0] == "Asserts" and stances[1] == "Denies":
        if left <= right:
            return "Conflicts", None
        return ("Refines", "left") if one_answer and not left & right else ("Complements", None)
    elif stances[0] == "Asserts":
        return ("Contests" if left <= right else "Complements"), None
    elif set(stances) == {"Denies", "Unknown"}:
        denied, open_ = (left, right) if stances[0] == "Denies" else (right, left)
        return ("Contests" if open_ <= denied else "Complements"), None  # what is denied is not left open
    else:
        return ("Agrees" if stances[0] == stances[1] and left == right else "Complements"), None
    if true[0] == true[1]:
        return "Agrees", None
    if true[0] < true[1] or true[1] < true[0]:
        return "Refines", "left" if true[0] < true[1] else "right"
    if stances[0] == "Asserts" and one_answer and not true[0] & true[1]:
        return "Conflicts", None
    return "Complements", None


def found(claims, asked, kinds, accounts=(A, B)):
    """The verdict of ``compare`` on A's reading and B's, and the side that is the narrower."""
    issues, readings, comparisons, _ = run(claims, [asked], kinds, accounts)
    if not comparisons:
        assert [set(reading.witnesses) for reading in readings] == [{A.id, B.id}]
        assert issues[0].verdict is Verdict.AGREES
        return "Agrees", None
    (one,) = comparisons
    assert issues[0].verdict is one.verdict
    holder = {reading.id: reading.witnesses[0] for reading in readings}
    side = {A.id: "left", B.id: "right"}[holder[one.left]] if one.verdict is Verdict.REFINES else None
    return one.verdict.value, side


@thorough
@given(st.data(), worlds(), st.booleans(), st.sampled_from(STANCES), st.sampled_from(STANCES))
def test_things_and_kinds(data, world, one_answer, left_stance, right_stance):
    """All stances of all values, named or described."""
    against_the_oracle(
        world, one_answer, [data.draw(values(world))], [data.draw(values(world))], left_stance, right_stance
    )


@thorough
@given(st.data(), worlds(), st.sampled_from(STANCES))
def test_alternatives(data, world, stance):
    """Alternatives of one account against an answer, or asserted alternatives, of another."""
    left = data.draw(st.lists(values(world), min_size=2, max_size=3))
    right = data.draw(st.lists(values(world), min_size=1, max_size=2 if stance == "Asserts" else 1))
    against_the_oracle(world, True, left, right, "Asserts", stance)


def against_the_oracle(world, one_answer, left, right, left_stance, right_stance):
    """``compare`` says what the oracle says of A's alternatives ``left`` and B's ``right``."""
    asked = question("venue", one_answer=one_answer)
    sides, claims = [], []
    for by, union, stance in ((A, left, left_stance), (B, right, right_stance)):
        sides.append(frozenset().union(*map(world.where, union)))
        more = {"certainty": "Hedged", "rules": ("alternative",), "at": 3} if len(union) > 1 else {}
        claims += [claim(by, asked, answer(v, world.things()), stance=stance, **more) for v in union]
    expected = judge(*sides, (left_stance, right_stance), one_answer=one_answer)
    # what a thing mentioned anywhere is known to be is known to all: mention every name, on another question
    other = question("background", one_answer=False)
    mentions = [claim(C, other, answer({"named": name}, world.things())) for name in NAMES]
    issues, readings, comparisons, _ = run(claims + mentions, [asked, other], world.kinds(), (A, B, C))
    own = next(issue for issue in issues if issue.question is asked)
    pairs = [c for c in comparisons if c.issue == own.id]
    witnesses = {r.id: r.witnesses for r in readings if r.issue == own.id}
    if expected[0] == "Agrees":
        assert list(witnesses.values()) == [(A.id, B.id)]
        assert pairs == []
        return
    (pair,) = pairs
    assert (pair.verdict.value, own.verdict.value) == (expected[0], expected[0])
    if expected[1]:
        assert witnesses[pair.left] == ((A if expected[1] == "left" else B).id,)


SPAN = range(-1, 15)  # -1 and 14 stand for everything below and above
bounds = st.tuples(st.none() | st.integers(0, 13), st.none() | st.integers(0, 13)).filter(
    lambda ends: ends != (None, None) and (None in ends or ends[0] <= ends[1])
)


def interval(ends):
    low, high = ends
    return frozenset(n for n in SPAN if (low is None or n >= low) and (high is None or n <= high))


def quantity(ends, unit="person"):
    low, high = (None if end is None else Decimal(end) for end in ends)
    return Answer("n", figure="figure-1", quantity=Quantity(low, high, low if low == high else None, unit))


@thorough
@given(bounds, bounds, st.booleans(), st.sampled_from(STANCES[:3]), st.sampled_from(STANCES[:3]))
def test_numbers(left, right, one_answer, left_stance, right_stance):
    asked = question("dead", "Number", one_answer, answer="Quantity")
    claims = [
        claim(A, asked, quantity(left), stance=left_stance),
        claim(B, asked, quantity(right), stance=right_stance),
    ]
    expected = judge(interval(left), interval(right), (left_stance, right_stance), one_answer=one_answer)
    assert found(claims, asked, kinds_of({})) == expected


@thorough
@given(bounds, bounds, st.sampled_from(STANCES), st.sampled_from(STANCES), st.sampled_from(["unit", "basis", "part"]))
def test_different_units_and_bases_never_conflict(left, right, left_stance, right_stance, what):
    asked = question("dead", "Number", answer="Quantity")
    one, other = quantity(left), quantity(right, "vehicle" if what == "unit" else "person")
    if what == "basis":
        other = type(other)(**{**vars(other), "basis": "crew"})
    claims = [
        claim(A, asked, one, stance=left_stance),
        claim(B, asked, other, stance=right_stance, basis="at noon" if what == "part" else ""),
    ]
    assert found(claims, asked, kinds_of({}))[0] == "Complements"


def marks():
    return st.fixed_dictionaries(
        {
            "certainty": st.sampled_from(["Plain", "Hedged"]),
            "speakers": st.sampled_from([(), ("the mayor",)]),
            "tier": st.sampled_from("ABC"),
            "rules": st.sampled_from([(), ("headline",), ("alternative",)]),
            "stance": st.sampled_from(STANCES),
        }
    )


def stories(world, asked, letters):
    """Up to six claims on one question by some of the accounts."""
    one = st.builds(
        lambda by, value, more: claim(by, asked, answer(value, world.things()), at=2, **more),
        st.sampled_from(letters),
        values(world),
        marks(),
    )
    return st.lists(one, min_size=1, max_size=6)


def apart(claims, asked, world, accounts):
    """The pairs of readings that conflict."""
    found = run(claims, [asked], world.kinds(), accounts)[2]
    return {frozenset((c.left, c.right)) for c in found if c.verdict is Verdict.CONFLICTS}


@quick
@given(st.data(), worlds())
def test_an_agreeing_account_never_creates_a_conflict(data, world):
    asked = question("venue")
    claims = data.draw(stories(world, asked, (A, B, C)))
    echoed = data.draw(st.sampled_from([c.account for c in claims]))
    echo = [
        type(c)(**{**vars(c), "id": "echo-" + c.id, "account": D.id, "evidence": (D.excerpt(2, 3),)})
        for c in claims
        if c.account == echoed
    ]
    assert apart(claims + echo, asked, world, (A, B, C, D)) == apart(claims, asked, world, (A, B, C, D))


@quick
@given(st.data(), worlds())
def test_silent_accounts_change_nothing_but_who_is_silent(data, world):
    asked = question("venue")
    claims = data.draw(stories(world, asked, (A, B)))
    few, many = (run(claims, [asked], world.kinds(), accounts) for accounts in ((A, B), (A, B, C, D)))
    assert few[1:] == many[1:]
    assert few[0][0].verdict is many[0][0].verdict
    assert set(many[0][0].silent) - set(few[0][0].silent) == {C.id, D.id}


@quick
@given(st.data(), worlds())
def test_order_of_claims_and_accounts_does_not_matter(data, world):
    asked = question("venue", one_answer=data.draw(st.booleans()))
    claims = data.draw(stories(world, asked, (A, B, C)))
    shuffled = run(data.draw(st.permutations(claims)), [asked], world.kinds(), data.draw(st.permutations([A, B, C])))
    assert shuffled == run(claims, [asked], world.kinds(), (A, B, C))


@quick
@given(st.data(), worlds(), st.sampled_from(STANCES), st.sampled_from(STANCES))
def test_hedges_and_speakers_qualify_a_verdict_and_never_change_it(data, world, left, right):
    asked = question("venue")
    one, other = (answer(data.draw(values(world)), world.things()) for _ in "ab")
    flat = [claim(A, asked, one, stance=left), claim(B, asked, other, stance=right)]
    soft = {"certainty": "Hedged", "speakers": ("the mayor",)}
    hedged = [claim(A, asked, one, stance=left, **soft), claim(B, asked, other, stance=right)]
    assert found(flat, asked, world.kinds()) == found(hedged, asked, world.kinds())


@quick
@given(st.data(), worlds())
def test_every_claim_stands_in_one_reading_or_gives_way(data, world):
    asked = question("venue", one_answer=data.draw(st.booleans()))
    claims = data.draw(stories(world, asked, (A, B, C)))
    _, readings, comparisons, result = run(claims, [asked], world.kinds(), (A, B, C))
    placed = sorted(c for reading in readings for c in reading.claims)
    assert placed == sorted(c.id for c in result if c.yields_to is None)
    assert len({reading.id for reading in readings}) == len(readings)
    assert len(comparisons) == len(readings) * (len(readings) - 1) // 2
    by_id = {c.id: c for c in result}
    for one in result:
        if one.yields_to:
            stronger = by_id[one.yields_to]
            assert stronger.account == one.account
            assert stronger.yields_to is None
