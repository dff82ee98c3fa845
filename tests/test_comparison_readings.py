"""Readings: how they are worded, which figures are anchors, and what is offered as alternatives."""

from dataclasses import replace

import pytest
from comparison_builders import account, answer, claim, kinds_of, question, run

from incident_graph.model import Answer, Speaker

KINDS = kinds_of(
    {
        "leak": {"disjoint": ["attack", "accident"]},
        "attack": {"disjoint": ["accident"]},
        "ransom": {"wider": ["attack"]},
        "accident": {},
        "shop": {"disjoint": ["forum"]},
        "forum": {},
        "supplier": {},
    }
)
WORLD = {"gear": {"kinds": ["supplier"]}, "bazaar": {"kinds": ["shop"]}}
DEAD = question("dead", "Number", answer="Quantity")
RECORDS = question("records", "Number", answer="Quantity", tolerance=0.05)
CAUSE = question("cause", "Kind", answer="Kind")
CAUSES = question("causes", "Kind", answer="Kind", one_answer=False)
VENUE, SORT = question("venue"), question("sort", "Kind")
SOLD = question("sold", "Stance", answer="Polarity")
DAY = question("day", "Period", answer="Period")
SAID = question("said", "Nothing", answer="Phrase", one_answer=False)
ASKED = (DEAD, RECORDS, CAUSE, CAUSES, VENUE, SORT, SOLD, DAY, SAID)
A, B, C, D, E = ACCOUNTS = tuple(account(letter) for letter in "ABCDE")
HEDGED = {"certainty": "Hedged"}


def say(by, asked, given, **more):
    return claim(by, asked, answer(given, WORLD), stance=given.get("stance", "Asserts"), **more)


def readings(*claims):
    """The readings by label, with the letters of who holds them."""
    letter = {one.id: one.letter for one in ACCOUNTS}
    found = run(claims, ASKED, KINDS, ACCOUNTS)[1]
    return {reading.label: "".join(letter[one] for one in reading.witnesses) for reading in found}


def verdicts(*claims):
    _, found, comparisons, _ = run(claims, ASKED, KINDS, ACCOUNTS)
    label = {reading.id: reading.label for reading in found}
    return {(label[c.left], label[c.right]): c.verdict.value for c in comparisons}


# Wording


@pytest.mark.parametrize(
    ("asked", "given", "label"),
    [
        (SOLD, {"polarity": True}, "yes"),
        (SOLD, {"polarity": False}, "no"),
        (SOLD, {"polarity": True, "stance": "Denies"}, "no"),
        (SOLD, {"polarity": False, "stance": "Denies"}, "yes"),
        (SOLD, {"polarity": True, "stance": "NoEvidence"}, "no evidence"),
        (SOLD, {"polarity": False, "stance": "NoEvidence"}, "no evidence against it"),
        (SOLD, {"polarity": True, "stance": "Unknown"}, "not known"),
        (SOLD, {"polarity": False, "stance": "Unknown"}, "not known"),
        (CAUSE, {"kind": "leak"}, "leak"),
        (CAUSE, {"kind": "leak", "stance": "Denies"}, "not leak"),
        (CAUSE, {"kind": "leak", "stance": "NoEvidence"}, "no evidence of leak"),
        (CAUSE, {"kind": "leak", "stance": "Unknown"}, "not known whether leak"),
        (CAUSE, {"words": "", "stance": "Unknown"}, "not known"),
        (SAID, {"words": "not known to us", "stance": "Unknown"}, "not known to us"),
        (DEAD, {"number": 9}, "9"),
        (DEAD, {"number": 9, "stance": "Denies"}, "not 9"),
        (DAY, {"from": "2031-05-02", "to": "2031-05-02"}, "2 May 2031"),
    ],
)
def test_the_label_of_a_reading(asked, given, label):
    assert readings(say(A, asked, given)) == {label: "A"}


def test_of_figures_within_tolerance_the_label_is_what_most_accounts_say():
    few, most = [say(A, RECORDS, {"number": 100})], [say(by, RECORDS, {"number": 104}) for by in (B, C)]
    assert readings(*few, *most) == {"104": "ABC"}
    assert readings(*few, most[0]) == {"100": "AB"}  # of as many, the anchor
    again = [*few, *(say(A, RECORDS, {"number": 100}) for _ in "ab"), *most]
    assert readings(*again) == {"104": "ABC"}  # accounts count, not how often one says it


def test_a_name_is_the_label_however_many_describe_it():
    claims = [say(A, SORT, {"named": "gear"}), *(say(by, SORT, {"is": ["supplier"]}) for by in (B, C))]
    assert readings(*claims) == {"Gear": "ABC"}
    assert readings(*claims[1:]) == {"supplier": "BC"}


@pytest.mark.parametrize(
    ("words", "label"),
    [
        (["a shop", "an old shop on the quay by night"], "an old shop on the quay by night"),
        (["a shop on the quay by moonlight", "the old shop on the quay by night"], "a shop on the quay by moonlight"),
        (["a shop", "a stall"], "a stall"),
        (["a shop of the kind that there are many of along the quay", "an old shop"], "an old shop"),
        (["one shop", "our shop"], "one shop"),
    ],
)
def test_of_wordings_used_by_as_many_the_one_of_a_handy_length(words, label):
    for order in (words, words[::-1]):
        claims = [say(by, VENUE, {"is": ["shop"], "words": text}) for by, text in zip((A, B), order, strict=True)]
        assert readings(*claims) == {label: "AB"}


def test_an_article_is_avoided_and_repeating_oneself_counts_once():
    claims = [say(A, VENUE, {"is": ["shop"], "words": "the shop at the old harbour gate"})]
    claims.append(say(B, VENUE, {"is": ["shop"], "words": "shop"}))
    assert readings(*claims) == {"shop": "AB"}
    often = [say(A, VENUE, {"is": ["shop"], "words": "a shop"}) for _ in range(3)]
    others = [say(by, VENUE, {"is": ["shop"], "words": "a small stall"}) for by in (B, C)]
    assert readings(*often, *others) == {"a small stall": "ABC"}


@pytest.mark.parametrize(
    ("asked", "given", "labels"),
    [
        (VENUE, {"named": "bazaar"}, {"Bazaar (in spring)", "Bazaar (in autumn)"}),
        (DEAD, {"number": 9}, {"9 people (in spring)", "9 people (in autumn)"}),
        (DEAD, {"number": 9, "stance": "Denies"}, {"not 9 (in spring)", "not 9 (in autumn)"}),
        (SOLD, {"polarity": True}, {"yes (in spring)", "yes (in autumn)"}),
    ],
)
def test_readings_that_look_alike_tell_their_bases(asked, given, labels):
    spring, autumn = (say(by, asked, given | {"basis": when}) for by, when in ((A, "in spring"), (B, "in autumn")))
    assert set(readings(spring, autumn)) == labels
    by_claim = [say(by, asked, given, basis=when) for by, when in ((A, "in spring"), (B, "in autumn"))]
    assert set(readings(*by_claim)) == labels
    assert len(readings(spring)) == 1
    assert not any("spring" in label for label in readings(spring))


def test_readings_that_look_alike_without_a_basis_tell_what_is_counted():
    claims = [say(A, DEAD, {"number": 9}), say(B, DEAD, {"number": 9, "unit": "vehicle"})]
    assert set(readings(*claims)) == {"9 people", "9 vehicles"}


# Anchors


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        # exact numbers come first, then rounded ones, then ranges; what is equal joins the nearest
        ([{"number": 104, "low": 90, "high": 110}, {"number": 106}, {"number": 100}], {"100": "C", "106": "AB"}),
        ([{"number": 102, "low": 90, "high": 110}, {"number": 106}, {"number": 100}], {"100": "AC", "106": "B"}),
        ([{"number": 96, "low": 90, "high": 110}, {"number": 99, "low": 90, "high": 110}, {"number": 102}], None),
    ],
)
def test_figures_gather_around_exact_numbers(given, expected):
    claims = [say(by, RECORDS, one) for by, one in zip((A, B, C), given, strict=True)]
    if expected is None:  # 96 is not within five per cent of 102, but 99 is: the exact number has it
        assert sorted(readings(*claims).values()) == ["A", "BC"]
    else:
        assert readings(*claims) == expected


def test_a_rounded_number_is_the_anchor_of_the_range_that_it_stands_for():
    spread, rounded = {"low": 95, "high": 105}, {"low": 95, "high": 105, "number": 100}
    for first, second in ((spread, rounded), (rounded, spread)):
        (label,) = readings(say(A, DEAD, first), say(B, DEAD, second))
        assert label.endswith("100")


def test_equal_ranges_are_one_reading_and_other_ranges_are_not():
    wide, narrow = {"low": 10, "high": 20}, {"low": 12, "high": 18}
    assert sorted(readings(say(A, DEAD, wide), say(B, DEAD, wide), say(C, DEAD, narrow)).values()) == ["AB", "C"]


def test_a_figure_and_its_denial_do_not_gather():
    claims = [say(A, RECORDS, {"number": 100}), say(B, RECORDS, {"number": 101, "stance": "Denies"})]
    assert readings(*claims) == {"100": "A", "not 101": "B"}


def test_what_some_of_the_gathered_figures_do_not_bear_out_is_no_conflict():
    gathered = [say(by, RECORDS, {"number": n}) for by, n in ((A, 100), (B, 105))]
    assert verdicts(*gathered, say(C, RECORDS, {"number": 109})) == {("100", "109"): "Complements"}
    assert verdicts(*gathered, say(C, RECORDS, {"number": 150})) == {("100", "150"): "Conflicts"}
    assert verdicts(gathered[0], say(C, RECORDS, {"number": 109})) == {("100", "109"): "Conflicts"}
    assert verdicts(
        say(E, RECORDS, {"number": 96}), *(say(b, RECORDS, {"number": n}) for b, n in ((C, 104), (D, 105)))
    ) == {("104", "96"): "Conflicts"}


# Alternatives


def offered(by, *kinds, at=5, asked=CAUSE, **more):
    """What an account offers as alternatives in one sentence."""
    return [say(by, asked, {"kind": kind}, rules=("alternative",), at=at, **more) for kind in kinds]


def test_alternatives_are_worded_in_order_with_the_shortest_words():
    def worded(by, at, **words):
        return [
            claim(by, CAUSE, Answer(text, kind=kind, kinds=frozenset({kind})), rules=("alternative",), at=at)
            for kind, text in words.items()
        ]

    claims = [*worded(A, 5, leak="the big leak", attack="attack"), *worded(B, 9, leak="leak", attack="an attack")]
    assert readings(*claims) == {"attack or leak": "AB"}
    assert readings(*claims[::-1]) == {"attack or leak": "AB"}


def test_hedged_rivals_of_one_voice_are_one_reading_and_of_two_voices_are_not():
    def rivals(*speakers, **more):
        pair = zip(("leak", "attack"), speakers, strict=True)
        return [say(A, CAUSE, {"kind": kind}, **HEDGED, speakers=who, **more) for kind, who in pair]

    assert readings(*rivals([], [])) == {"attack or leak": "A"}
    assert readings(*rivals(["a nurse"], ["a nurse"])) == {"attack or leak": "A"}
    assert readings(*rivals(["a nurse"], ["a clerk"])) == {"attack": "A", "leak": "A"}
    assert readings(*rivals(["a nurse"], [])) == {"attack": "A", "leak": "A"}


def test_a_named_speaker_is_one_voice_under_any_words():
    claims = [
        replace(say(A, CAUSE, {"kind": kind}, **HEDGED), speakers=(Speaker(label, "entity-ada"),))
        for kind, label in (("leak", "Ada Brook"), ("attack", "She"))
    ]
    assert readings(*claims) == {"attack or leak": "A"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"kind": "leak"}, {"kind": "attack"}),  # flat on one side
        ({"kind": "leak", "stance": "Denies"}, {"kind": "attack"}),
    ],
)
def test_only_what_is_hedged_and_asserted_is_an_alternative(first, second):
    mayor, soft = {"speakers": ["the mayor"]}, HEDGED | {"speakers": ["the mayor"]}
    if "stance" in first:
        assert len(readings(say(A, CAUSE, first, **soft), say(A, CAUSE, second, **soft))) == 2
        return
    for left, right in ((soft, mayor), (mayor, soft), (mayor, mayor)):
        found = readings(say(A, CAUSE, first, **left), say(A, CAUSE, second, **right))
        assert found == {"attack": "A", "leak": "A"}


def test_hedged_answers_that_do_not_exclude_each_other_are_apart():
    claims = [say(A, CAUSE, {"kind": kind}, **HEDGED) for kind in ("ransom", "attack")]
    assert readings(*claims) == {"attack": "A", "ransom": "A"}


def test_a_hedged_yes_and_a_hedged_no_are_no_alternatives():
    claims = [say(A, SOLD, {"polarity": yes}, **HEDGED) for yes in (True, False)]
    assert set(readings(*claims)) == {"yes", "no"}


def test_rivals_of_different_accounts_and_of_many_answers_are_apart():
    assert set(readings(say(A, CAUSE, {"kind": "leak"}, **HEDGED), say(B, CAUSE, {"kind": "attack"}, **HEDGED))) == {
        "attack",
        "leak",
    }
    many = [say(A, CAUSES, {"kind": kind}, **HEDGED) for kind in ("leak", "attack")]
    assert set(readings(*many)) == {"attack", "leak"}


def test_three_alternatives_join_whatever_their_order():
    for turn in (1, -1):
        kinds = ("leak", "attack", "accident")[::turn]
        assert readings(*(say(A, CAUSE, {"kind": kind}, **HEDGED) for kind in kinds)) == {
            "accident or attack or leak": "A"
        }
        assert readings(*offered(A, *kinds)) == {"accident or attack or leak": "A"}


def test_alternatives_of_two_sentences_are_two_readings():
    flat = [*offered(A, "leak", "attack", at=5), *offered(A, "accident", "ransom", at=30)]
    assert set(readings(*flat)) == {"attack or leak", "accident or ransom"}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (["leak", "ransom"], ["leak", "attack"], {("leak or ransom", "attack or leak"): "Refines"}),
        (["leak", "attack"], ["leak", "accident"], {("attack or leak", "accident or leak"): "Complements"}),
        (["leak", "attack"], ["attack", "leak"], {}),
    ],
)
def test_alternatives_against_alternatives(left, right, expected):
    assert verdicts(*offered(A, *left), *offered(B, *right, at=9)) == expected
    swapped = verdicts(*offered(A, *right), *offered(B, *left, at=9))
    assert {frozenset(pair): verdict for pair, verdict in swapped.items()} == {
        frozenset(pair): verdict for pair, verdict in expected.items()
    }
    if "Refines" in expected.values():
        assert swapped == expected


def test_a_date_does_not_join_alternatives_that_hold_it():
    days = [say(A, DAY, {"from": day, "to": day}, rules=("alternative",), at=5) for day in ("2031-05-02", "2031-05-09")]
    for given in ({"edtf": "2031-05-02"}, {"from": "2031-05-02", "to": "2031-05-02"}):
        assert list(verdicts(*days, say(B, DAY, given)).values()) == ["Refines"]
    gathered = [say(A, DAY, {"from": "2031-05-02", "to": "2031-05-02"}), say(B, DAY, {"edtf": "2031-05-02"})]
    assert list(readings(*gathered).values()) == ["AB"]


def test_the_same_alternatives_of_dates_written_otherwise_agree():
    days = ("2031-05-02", "2031-05-09")
    exact = [say(A, DAY, {"from": day, "to": day}, rules=("alternative",), at=5) for day in days]
    other = [say(B, DAY, {"edtf": day}, rules=("alternative",), at=9) for day in days]
    assert list(verdicts(*exact, *other).values()) == ["Agrees"]
    assert list(verdicts(*exact, *other[:1]).values()) == ["Refines"]
