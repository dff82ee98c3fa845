"""What answers mean once wording is put aside, and what two meanings are to each other."""

from dataclasses import replace

import pytest
from comparison_builders import account, answer, claim, kinds_of, question, run

from incident_graph.comparison.meaning import Meanings, consistent_attributes, folded
from incident_graph.comparison.relations import relate
from incident_graph.model import Answer
from incident_graph.profile import Kinds
from incident_graph.values import Quantity, Relation
from incident_graph.vocabulary import INC

KINDS = kinds_of(
    {
        "site": {},
        "shop": {"wider": ["site"], "disjoint": ["forum"]},
        "auction": {"wider": ["shop"]},
        "forum": {"wider": ["site"]},
        "town": {},
    }
)
VENUE, MANY, SORT = question("venue"), question("venues", one_answer=False), question("sort", "Kind")
DEAD = question("dead", "Number", answer="Quantity")
PEOPLE = question("people", "Number", answer="Quantity", unit="person", counts=("person", "victim"))
PLACE = question("place", answer_classes=("Place",))
EITHER = question("either", answer_classes=("Place", "Organisation"))
SITE = question("site", answer_kinds=("shop",))
ASKED = (VENUE, MANY, SORT, DEAD, PEOPLE, PLACE, EITHER, SITE)
A, B, C, D = ACCOUNTS = tuple(account(letter) for letter in "ABCD")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Old Shop", "old shop"),
        ("An “old-time” shop, perhaps.", "old time shop perhaps"),
        ("Some of the shops", "of the shops"),
        ("shop the", "shop the"),
        ("This, that", "this that"),  # nothing but such words
        ("The", "the"),
        ("ROSE’S shop", "rose's shop"),
        ("", ""),
    ],
)
def test_wording_put_aside(words, expected):
    assert folded(words) == expected


def found(asked, one, other, *more, kinds=KINDS):
    """The verdict on two answers, by A and B, and which of them stands left; ``more``: claims beside them."""
    claims = [claim(by, asked, given) for by, given in ((A, one), (B, other))]
    _, readings, comparisons, _ = run([*claims, *more], ASKED, kinds, ACCOUNTS)
    holders = {reading.id: reading.witnesses for reading in readings}
    own = [c for c in comparisons if {holders[c.left], holders[c.right]} == {(A.id,), (B.id,)}]
    if not own:
        return "Agrees"
    return own[0].verdict.value + (" " + "ab"[holders[own[0].left] == (B.id,)]) * (own[0].verdict.value == "Refines")


def thing(*kinds, name="", words="", **attributes):
    """An answer with kinds and attributes, named or described."""
    label = name or words or " ".join(kinds)
    entity = f"entity-{name.lower()}" if name else "entity-described"
    pairs = frozenset((key.replace("_", "-"), value) for key, value in attributes.items())
    return Answer(label, entity=entity, named=bool(name), kinds=frozenset(kinds), attributes=pairs)


@pytest.mark.parametrize(
    ("asked", "one", "other", "verdict"),
    [
        (VENUE, thing("shop", colour="red"), thing("shop", colour="blue"), "Conflicts"),
        (VENUE, thing("shop", within="x"), thing("shop", within="y"), "Complements"),  # a thing lies in many
        (VENUE, thing("shop", part_of="x"), thing("shop", part_of="y"), "Complements"),
        (VENUE, thing("shop", colour="red"), thing("shop"), "Refines a"),
        (VENUE, thing("shop"), thing("shop", colour="red"), "Refines b"),
        (VENUE, thing("shop", colour="red"), thing("shop", size="big"), "Complements"),
        (VENUE, thing("auction"), thing("shop", colour="red"), "Complements"),
        (VENUE, thing("auction", colour="red", size="big"), thing("shop", colour="red"), "Refines a"),
        (VENUE, thing(colour="red", words="a red one"), thing("shop", colour="red"), "Refines b"),
        (VENUE, thing(name="Quay"), thing(name="Mill"), "Conflicts"),
        (VENUE, thing(name="Quay"), thing(name="Quay Pay"), "Complements"),  # a service and its branch
        (VENUE, thing(name="Quay Pay"), thing(name="Quay"), "Complements"),
        (VENUE, thing(name="Quay"), thing(name="Quayside"), "Conflicts"),
        (VENUE, thing(name="Quay", within="entity-mill"), thing(name="Mill"), "Refines a"),
        (VENUE, thing(name="Mill"), thing(name="Quay", within="entity-mill"), "Refines b"),
        (VENUE, thing("shop", within="entity-mill"), thing(name="Mill"), "Refines a"),
        (VENUE, thing(name="Quay", near="entity-mill"), thing(name="Mill"), "Conflicts"),
        (VENUE, thing("shop", name="Quay"), thing("forum", name="Quay Pay"), "Conflicts"),
        (PLACE, thing(name="Quay"), thing(name="Mill"), "Complements"),  # either may lie in the other
        (PLACE, thing("town", name="Quay"), thing("town", name="Mill"), "Conflicts"),
        (PLACE, thing("town", name="Quay"), thing("shop", name="Mill"), "Complements"),
        (PLACE, thing(INC + "Place", name="Quay"), thing(INC + "Place", name="Mill"), "Complements"),
        (EITHER, thing(name="Quay"), thing(name="Mill"), "Conflicts"),
        (VENUE, thing(INC + "Place", name="Quay"), thing(INC + "Place", name="Mill"), "Complements"),
        (VENUE, thing(INC + "Place", name="Quay"), thing(name="Mill"), "Conflicts"),
        (VENUE, thing(name="Quay"), thing(INC + "Place", name="Mill"), "Conflicts"),
        # what says no more than the question does is compared by its words
        (SITE, thing("shop", words="a red shop"), thing("shop", words="a blue shop"), "Complements"),
        (SITE, thing("site", words="a red site"), thing("site", words="a blue site"), "Complements"),
        (SITE, thing("auction", words="an auction"), thing("auction", words="a sale"), "Agrees"),
        (SITE, thing("auction", words="an auction"), thing("shop", words="a shop"), "Refines a"),
        (VENUE, thing(INC + "Thing", words="a red one"), thing(INC + "Thing", words="a blue one"), "Complements"),
        (VENUE, thing("shop", words="a shop"), thing(INC + "Thing", words="something"), "Complements"),
    ],
)
def test_what_two_things_are_to_each_other(asked, one, other, verdict):
    assert found(asked, one, other) == verdict
    turned = {"Refines a": "Refines b", "Refines b": "Refines a"}.get(verdict, verdict)
    assert found(asked, other, one) == turned


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ({"number": 9}, {"number": "9.0"}, "Agrees"),
        ({"number": 100}, {"number": "1E+2"}, "Agrees"),
        ({"low": 11}, {"high": 10}, "Conflicts"),
        ({"high": 10}, {"number": 12}, "Conflicts"),
        ({"high": 10}, {"number": 9}, "Refines b"),
        ({"low": 11}, {"high": 20}, "Complements"),
        ({"number": 9}, {"words": "many"}, "Complements"),
        ({"number": 9, "basis": "the crew"}, {"number": 9, "basis": "Crew"}, "Agrees"),
        ({"number": 9, "basis": "crew"}, {"number": 9}, "Complements"),
        ({"number": 9, "basis": "crew"}, {"number": 12, "basis": "crew"}, "Conflicts"),
    ],
)
def test_what_two_figures_are_to_each_other(one, other, verdict):
    assert found(DEAD, answer(one, {}), answer(other, {})) == verdict


def test_units_that_a_question_counts_are_one_where_it_says_so():
    nine, twelve = ({"number": n, "unit": unit} for n, unit in ((9, "victim"), (12, "person")))
    assert found(PEOPLE, answer(nine, {}), answer(twelve, {})) == "Conflicts"
    assert found(PEOPLE, answer(nine, {}), answer(twelve | {"number": 9}, {})) == "Agrees"
    assert found(PEOPLE, answer(nine | {"unit": "ship"}, {}), answer(twelve, {})) == "Complements"
    assert found(DEAD, answer(nine, {}), answer(twelve, {})) == "Complements"


def test_figures_that_say_nothing_are_compared_by_their_words():
    many, few = (Answer(words, figure="f", quantity=Quantity(None, None, None, "person")) for words in ("many", "few"))
    assert found(DEAD, many, few) == "Complements"
    assert found(DEAD, many, replace(many, label="Many")) == "Agrees"
    assert found(DEAD, many, answer({"number": 9}, {})) == "Complements"


def test_what_is_claimed_of_a_part_is_apart_from_the_whole():
    whole, part = (claim(by, DEAD, answer({"number": n}, {}), basis=of) for by, n, of in ((A, 9, ""), (B, 12, "crew")))
    comparisons = run([whole, part], ASKED, KINDS, ACCOUNTS)[2]
    assert [c.verdict.value for c in comparisons] == ["Complements"]
    alike = replace(whole, basis="the crew")
    assert [c.verdict.value for c in run([alike, part], ASKED, KINDS, ACCOUNTS)[2]] == ["Conflicts"]


@pytest.mark.parametrize(
    ("given", "other", "verdict"),
    [
        (Answer("not said"), thing("shop"), "Complements"),
        (thing("shop"), thing("shop"), "Contests"),
        (Answer("a shop", phrase="a shop"), Answer("a shop", phrase="a shop"), "Contests"),
        (Answer("shop", kind="shop"), Answer("shop", kind="shop"), "Contests"),
        (Answer("a shop", entity="entity-x"), Answer("a shop", entity="entity-x"), "Contests"),
        (Answer("shop", kinds=frozenset({"shop"})), Answer("shop", kinds=frozenset({"shop"})), "Contests"),
    ],
)
def test_what_is_left_open_is_something_or_nothing_in_particular(given, other, verdict):
    claims = [claim(A, VENUE, given, stance="Unknown"), claim(B, VENUE, other)]
    (pair,) = run(claims, ASKED, KINDS, ACCOUNTS)[2]
    assert pair.verdict.value == verdict


def test_a_name_without_an_entity_is_known_by_its_words():
    claims = [
        claim(by, VENUE, Answer(label, named=True)) for by, label in ((A, "The Bazaar"), (B, "Bazaar"), (C, "Quay"))
    ]
    _, readings, comparisons, _ = run(claims, ASKED, KINDS, ACCOUNTS)
    assert sorted(len(reading.witnesses) for reading in readings) == [1, 2]
    assert [c.verdict.value for c in comparisons] == ["Conflicts"]


@pytest.mark.parametrize(
    "other", [{"words": "many"}, {"named": "quay"}, {"polarity": True}, {"from": "2031-05-02", "to": "2031-05-02"}]
)
def test_answers_of_different_sorts_cannot_be_compared(other):
    claims = [claim(A, VENUE, answer(given, {})) for given in ({"number": 9}, other)]
    meanings = Meanings(claims, KINDS)
    left, right = (meanings.of(one, VENUE) for one in claims)
    assert relate(left, right, VENUE, KINDS) is relate(right, left, VENUE, KINDS) is Relation.INCOMPARABLE
    assert relate(left, left, VENUE, KINDS) is Relation.EQUAL


# What is known of named things


def test_kinds_and_attributes_of_a_name_are_gathered_from_all_accounts():
    told = claim(C, MANY, thing("shop", name="Quay", country="CN"))
    for other in (thing("forum"), thing("site", country="GB")):
        assert found(VENUE, thing(name="Quay"), other, told) == "Conflicts"
        assert found(VENUE, thing(name="Quay"), other) == "Complements"
    assert found(VENUE, thing(name="Quay"), thing("site", country="CN"), told) == "Refines a"


def test_what_accounts_contradict_one_another_on_proves_nothing():
    told = [claim(C, MANY, thing("shop", name="Quay", country="CN"))]
    contrary = [*told, claim(D, MANY, thing("forum", name="Quay", country="GB"))]
    assert found(VENUE, thing(name="Quay"), thing("forum"), *contrary) == "Complements"
    assert found(VENUE, thing(name="Quay"), thing("site", country="FR"), *contrary) == "Complements"
    assert found(VENUE, thing(name="Quay"), thing("site", country="FR"), *told) == "Conflicts"


def test_the_most_specific_kinds_that_do_not_exclude_one_another():
    meanings = Meanings([], KINDS)
    assert meanings.consistent_kinds(frozenset({"site", "auction", "shop"})) == {"auction"}
    assert meanings.consistent_kinds(frozenset({"shop", "forum", "town"})) == {"town"}
    assert meanings.consistent_kinds(frozenset()) == frozenset()
    assert Meanings([], Kinds()).consistent_kinds(frozenset({"shop"})) == {"shop"}


def test_kinds_say_something_when_they_say_more_than_all_the_question_admits():
    meanings = Meanings([], KINDS)
    both = question("both", answer_kinds=("shop", "forum"))
    for asked, kinds, expected in [
        (VENUE, {"shop"}, True),
        (VENUE, {INC + "Place"}, False),
        (VENUE, set(), False),
        (SITE, {"shop"}, False),
        (SITE, {"site"}, False),
        (SITE, {"auction"}, True),
        (SITE, {"site", "town"}, True),
        (both, {"site"}, False),
        (both, {"shop"}, True),
    ]:
        assert meanings.informative(frozenset(kinds), asked) is expected, (asked.name, kinds)


def test_attributes_with_two_values_are_dropped_unless_a_thing_may_have_many():
    pairs = {("country", "CN"), ("country", "GB"), ("within", "x"), ("within", "y"), ("part-of", "p"), ("part-of", "q")}
    assert consistent_attributes(frozenset(pairs | {("colour", "red")})) == {
        ("colour", "red"),
        ("within", "x"),
        ("within", "y"),
        ("part-of", "p"),
        ("part-of", "q"),
    }
