"""Which claims of one account give way, which are alternatives, and what no conflict is built on."""

from dataclasses import replace

import pytest
from comparison_builders import account, answer, claim, kinds_of, question, run

from incident_graph.comparison.standing import alternatives, giving_way, only_guessed, voice, weaker
from incident_graph.model import Answer, Speaker

KINDS = kinds_of({"leak": {"disjoint": ["attack", "accident"]}, "attack": {"disjoint": ["accident"]}, "accident": {}})
DEAD = question("dead", "Number", answer="Quantity")
CAUSE = question("cause", "Kind", answer="Kind")
SOLD = question("sold", "Stance", answer="Polarity")
ASKED = {"number": DEAD, "kind": CAUSE, "polarity": SOLD}
A, B, C = (account(letter) for letter in "ABC")
HEDGED, GUESS, TITLE = {"certainty": "Hedged"}, {"tier": "C"}, {"rules": ("cue", "headline-only")}
MAYOR, NURSE = {"speakers": ["the mayor"]}, {"speakers": ["a nurse"]}


def said(what, by=A, **more):
    """A claim: of a number, of a kind, or of yes or no."""
    sort = "polarity" if isinstance(what, bool) else "number" if isinstance(what, int) else "kind"
    return claim(by, ASKED[sort], answer({sort: what}, {}), **more)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (said("leak", **GUESS), said("attack"), True),
        (said("leak"), said("attack", **GUESS), False),
        (said("leak", **GUESS), said("attack", **TITLE), True),  # a guess is weaker than a headline
        (said("leak", **TITLE), said("attack", **GUESS), False),
        (said("leak", **TITLE), said("attack"), True),
        (said("leak"), said("attack", **TITLE), False),
        (said("leak", **TITLE), said("attack", **HEDGED), True),
        (said("leak", **HEDGED), said("attack"), True),
        (said("leak", **HEDGED, **GUESS), said("attack", **GUESS), True),
        (said("leak"), said("attack", **HEDGED), False),
        (said("leak", **HEDGED), said("attack", **HEDGED), False),
        (said("leak"), said("attack"), False),
        (said("leak", **HEDGED, **MAYOR), said("attack"), False),  # another voice
        (said("leak", **HEDGED), said("attack", **MAYOR), False),
        (said("leak", **HEDGED), said("attack", attributed=True), False),
        (said("leak", **HEDGED, **MAYOR), said("attack", **MAYOR), False),
        (said(9), said(12), True),  # counts a part
        (said(12), said(9), False),
        (said(9), said(9), False),
        (said(12, **HEDGED), said(9), False),  # the greater number stands though it is hedged
        (said(9), said(12, **HEDGED), True),
        (said(9, **MAYOR), said(12, **MAYOR), True),
        (said(9, **MAYOR), said(12), False),
        (said(9), said(12, **MAYOR), False),
        (said(9), said("leak"), False),
        (said("leak"), said(9), False),
        (said(-5), said("leak"), False),
    ],
)
def test_which_of_two_gives_way(one, other, expected):
    assert weaker(one, other) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"low": 5, "high": 20}, {"low": 10, "high": 30}, True),  # by the lower end
        ({"low": 10, "high": 20}, {"low": 5, "high": 30}, False),
        ({"low": 25}, {"number": 20}, False),
        ({"low": 5, "high": 90, "number": 10}, {"number": 12}, True),  # by the number that is said
        ({"low": 9}, {"number": 12}, True),
        ({"high": 12}, {"number": 9}, False),
    ],
)
def test_the_size_of_a_count_is_what_is_said_else_its_lower_end(one, other, expected):
    left, right = (claim(A, DEAD, answer(given, {})) for given in (one, other))
    assert weaker(left, right) is expected
    assert weaker(right, left) is not expected


def test_who_says_it():
    assert voice(said(9)) == frozenset()
    assert voice(said(9, attributed=True)) == {""}
    assert voice(said(9, speakers=["The Mayor"], attributed=True)) == {"the mayor"}
    named = replace(said(9), speakers=(Speaker("Ada Brook", "entity-ada"), Speaker("He")))
    assert voice(named) == {"entity-ada", "he"}


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([said("leak", **GUESS)], True),
        ([said("leak", **GUESS), said("leak", B, **GUESS)], True),
        ([said("leak", **GUESS), said("leak", B)], False),
        ([said("leak")], False),
        ([said("leak", **GUESS, **TITLE)], False),  # a headline is read by its own rule
    ],
)
def test_what_is_only_guessed(claims, expected):
    assert only_guessed(claims) is expected


def verdicts(*claims):
    accounts = (A, B, C)
    _, readings, comparisons, _ = run(claims, ASKED.values(), KINDS, accounts)
    label = {reading.id: reading.label for reading in readings}
    return {frozenset((label[c.left], label[c.right])): c.verdict.value for c in comparisons}


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [(GUESS, {}, "Complements"), ({}, GUESS, "Complements"), (GUESS, GUESS, "Complements"), ({}, {}, "Conflicts")],
)
def test_no_conflict_is_built_on_guesses_alone(left, right, verdict):
    assert verdicts(said(9, A, **left), said(12, B, **right)) == {frozenset(("9", "12")): verdict}


def test_who_agrees_firmly_makes_a_conflict_of_a_guess():
    assert verdicts(said(9, A, **GUESS), said(12, B), said(9, C)) == {frozenset(("9", "12")): "Conflicts"}
    assert verdicts(said(9, A, **GUESS), said(12, B), said(9, C, **GUESS)) == {frozenset(("9", "12")): "Complements"}


# Alternatives


def offered(words, by=A, **more):
    """A claim marked as one of several; ``words``: where its evidence stands."""
    one = claim(by, CAUSE, Answer("leak"), rules=("alternative",), **more)
    return replace(one, evidence=tuple(by.excerpt(*place) for place in words))


def groups(*claims):
    """The places of the claims that are alternatives of one another."""
    found = alternatives(claims)
    sets = {}
    for place, one in enumerate(claims):
        if one.id in found:
            sets.setdefault(found[one.id], set()).add(place)
    return sorted(map(sorted, sets.values()))


@pytest.mark.parametrize("turn", [1, -1])
def test_alternatives_share_words_of_one_account(turn):
    chain = [offered([place]) for place in ((0, 5), (4, 9), (8, 12), (20, 25), (24, 30), (40, 45))]
    assert groups(*chain[::turn]) == ([[0, 1, 2], [3, 4]] if turn == 1 else [[1, 2], [3, 4, 5]])
    assert groups(offered([(0, 5)]), offered([(5, 9)])) == []
    assert groups(offered([(0, 5), (30, 35)]), offered([(10, 12), (34, 36)])) == [[0, 1]]
    assert groups(offered([(0, 5)]), offered([(0, 5)], B)) == []
    assert groups(offered([(0, 5)]), offered([(0, 5)], stance="Denies")) == []
    assert groups(offered([(0, 5)]), replace(offered([(0, 5)]), rules=("cue",))) == []


def test_chains_of_alternatives_that_meet_later_are_one():
    ends = [offered([(0, 5)]), offered([(20, 25)]), offered([(4, 9)]), offered([(24, 30)]), offered([(8, 21)])]
    assert groups(*ends) == [[0, 1, 2, 3, 4]]


# Giving way


def always(one, other):
    return True


def places(*claims, incompatible=always, one_answer=True):
    """Which claims give way to which, by their places."""
    place = {one.id: number for number, one in enumerate(claims)}
    found = giving_way(claims, incompatible, one_answer=one_answer)
    return {place[one]: place[other] for one, other in found.items()}


DISOWNED, WITHDRAWN = {"rules": ("disowned",)}, {"rules": ("withdrawn",)}


def test_claims_give_way_within_their_account_to_what_excludes_them():
    assert places(said("leak", **GUESS), said("attack")) == {0: 1}
    assert places(said("leak", **GUESS), said("attack", B)) == {}
    assert places(said("leak", **GUESS), said("attack"), one_answer=False) == {}
    assert places(said("leak", **GUESS), said("attack"), incompatible=lambda one, other: False) == {}


def test_claims_give_way_to_the_strongest():
    claims = [said("leak", **GUESS), said("attack", **HEDGED), said("accident"), said("attack", **TITLE)]
    assert places(*claims) == {0: 2, 1: 2, 3: 2}
    assert places(*claims[::-1]) == {3: 1, 2: 1, 0: 1}
    assert places(said(9), said(12), said(20)) == {0: 2, 1: 2}


@pytest.mark.parametrize("rule", [DISOWNED, WITHDRAWN])
def test_what_is_disowned_gives_way_first_to_what_stands_against_it(rule):
    gone, beside, against = said("leak", **rule), said("leak"), said("attack", **HEDGED)

    def differ(one, other):
        return one.answer.kind != other.answer.kind

    assert places(gone, beside, against, incompatible=differ) == {0: 1, 2: 1}  # what gives way itself is no support
    speaking = said("attack", **MAYOR)
    assert places(gone, beside, speaking, incompatible=differ) == {0: 2}
    assert places(gone, beside, incompatible=differ) == {0: 1}
    assert places(gone, incompatible=differ) == {0: 0}
    assert places(gone, said("attack", B), incompatible=differ) == {0: 0}
    assert places(gone, said("attack"), one_answer=False, incompatible=differ) == {0: 1}


@pytest.mark.parametrize("rule", [DISOWNED, WITHDRAWN])
def test_nothing_gives_way_to_what_is_disowned(rule):
    assert places(said(12, **rule), said(9, **GUESS)) == {0: 1}
    assert places(said(12, **rule), said(9, **rule)) == {0: 0, 1: 1}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (said("leak"), said("attack", **GUESS)),
        (said("leak", **TITLE), said("attack", **GUESS)),
        (said("leak", **HEDGED), said("attack", **TITLE)),
        (said("leak"), said("attack", **HEDGED)),
        (said("leak", **HEDGED), said("attack", **HEDGED, **MAYOR)),
        (said("leak"), said("attack", attributed=True)),
        (said(12, **HEDGED), said(9, **MAYOR)),
    ],
)
def test_without_a_contrary_claim_the_disowned_gives_way_to_the_strongest(first, second):
    gone = said("accident", **DISOWNED)
    for claims in ((gone, first, second), (gone, second, first)):
        found = giving_way(claims, lambda one, other: False, one_answer=True)
        assert found == {gone.id: first.id}


def test_alternatives_do_not_give_way_to_one_another_but_to_the_rest():
    one, other = offered([(0, 9)], tier="C"), offered([(0, 9)])
    assert places(one, other) == {}
    assert places(one, other, said("attack", tier="A")) == {0: 2}
    apart = [offered([(0, 9)], tier="C"), offered([(0, 9)]), offered([(20, 29)]), offered([(20, 29)])]
    found = places(*apart)
    assert list(found) == [0]
    assert found[0] in (2, 3)


# Who tells both


def test_who_tells_both_in_one_voice_sees_no_contradiction():
    both = [said("leak"), said("attack"), said("attack", B)]
    assert verdicts(*both) == {frozenset(("leak", "attack")): "Complements"}
    assert verdicts(said("attack", B), said("leak"), said("attack"), said("attack", C)) == {
        frozenset(("leak", "attack")): "Complements"
    }


@pytest.mark.parametrize(
    "claims",
    [
        [said("leak"), said("attack")],  # nobody else agrees with either
        [said("leak", **MAYOR), said("attack"), said("attack", B)],  # two voices
        [said("leak", **MAYOR), said("attack", **NURSE), said("attack", B)],
        [said("leak"), said("attack"), said("attack", B), said("leak", C)],  # each is told without the other
        [
            said("leak"),
            said("attack"),
            said("attack", B),
            said("leak", C, **MAYOR),
            said("attack", C),
        ],  # C in two voices
    ],
)
def test_in_two_voices_or_told_apart_it_is_a_contradiction(claims):
    assert verdicts(*claims) == {frozenset(("leak", "attack")): "Conflicts"}


def test_what_is_no_conflict_stays_what_it_is_whoever_tells_both_or_guesses():
    kinds = kinds_of({"ransom": {"wider": ["attack"]}, "attack": {}})

    def told(*claims):
        return [c.verdict.value for c in run(claims, ASKED.values(), kinds, (A, B))[2]]

    assert told(said("ransom"), said("attack"), said("attack", B)) == ["Refines"]
    assert told(said("ransom", **GUESS), said("attack", B)) == ["Refines"]
    assert told(said("attack", **GUESS), said("attack", B, stance="NoEvidence")) == ["Contests"]


def test_yes_and_no_exclude_each_other_on_any_question():
    many = question("sold", "Stance", answer="Polarity", one_answer=False)
    hedged, flat, words = (
        claim(A, many, answer(given, {}), **more)
        for given, more in (({"polarity": True}, HEDGED), ({"polarity": False}, {}), ({"words": "in parts"}, {}))
    )
    for claims in ([hedged, flat], [hedged, flat, words]):
        own = run(claims, [many], KINDS, (A, B))[3]
        assert {one.id: one.yields_to for one in own if one.yields_to} == {hedged.id: flat.id}
    others = [flat, claim(B, many, answer({"polarity": True}, {}))]
    assert [c.verdict.value for c in run(others, [many], KINDS, (A, B))[2]] == ["Conflicts"]


def test_yes_and_no_exclude_each_other_whoever_tells_both():
    assert verdicts(said(True), said(False), said(False, B)) == {frozenset(("yes", "no")): "Conflicts"}
