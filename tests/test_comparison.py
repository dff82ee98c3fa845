"""Comparison: verdicts on hand-made pairs, standing, readings."""

import random
from pathlib import Path

import pytest
import yaml
from comparison_builders import account, answer, claim, kinds_of, question, run

from incident_graph.comparison import LIMIT
from incident_graph.comparison.standing import giving_way
from incident_graph.model import Verdict
from incident_graph.profile import Kinds

TABLE = yaml.safe_load((Path(__file__).parent / "cases" / "comparison.yaml").read_text(encoding="utf-8"))
KINDS, WORLD = kinds_of(TABLE["kinds"]), TABLE["world"]
QUESTIONS = {
    name: question(name, **{k: tuple(v) if isinstance(v, list) else v for k, v in more.items()})
    for name, more in TABLE["questions"].items()
}
A, B, C, D = (account(letter) for letter in "ABCD")


def said(by, name, given, **more):
    """The claim of a row of the table."""
    return claim(by, QUESTIONS[name], answer(given, WORLD), stance=given.get("stance", "Asserts"), **more)


def verdicts(claims, accounts=(A, B, C)):
    """What ``compare`` finds, by labels: (left, right) -> verdict."""
    _, readings, comparisons, _ = run(claims, QUESTIONS.values(), KINDS, accounts)
    label = {reading.id: reading.label for reading in readings}
    return {(label[c.left], label[c.right]): c.verdict.value for c in comparisons}


def check(row, left, right):
    """Both orders of the accounts give the verdict, and the side that the row says is the narrower one."""
    issues, readings, comparisons, _ = run(left + right, QUESTIONS.values(), KINDS, (A, B))
    assert issues[0].verdict.value == row["verdict"]
    if row["verdict"] == "Agrees":
        assert [reading.witnesses for reading in readings] == [(A.id, B.id)]
        return
    (found,) = comparisons
    assert found.verdict.value == row["verdict"]
    assert bool(found.rests_on) is (row["verdict"] in ("Conflicts", "Contests"))
    if "narrower" in row:
        witnesses = {reading.id: reading.witnesses for reading in readings}
        assert witnesses[found.left] == ((A if row["narrower"] == "a" else B).id,)


@pytest.mark.parametrize("row", TABLE["pairs"], ids=str)
def test_pair(row):
    check(row, [said(A, row["q"], row["a"])], [said(B, row["q"], row["b"])])
    turned = row | {"narrower": {"a": "b", "b": "a"}[row["narrower"]]} if "narrower" in row else row
    check(turned, [said(A, row["q"], row["b"])], [said(B, row["q"], row["a"])])


@pytest.mark.parametrize("row", TABLE["unions"], ids=str)
def test_union(row):
    left = [
        said(A, row["q"], {"kind": kind}, certainty="Hedged", rules=("alternative",), at=5) for kind in row["either"]
    ]
    right = [said(B, row["q"], row["b"])]
    if QUESTIONS[row["q"]].one_answer:
        check(row, left, right)
    else:
        assert set(verdicts(left + right).values()) == {row["verdict"]}


def test_the_table_is_large_enough():
    assert len(TABLE["pairs"]) >= 60
    assert {row["verdict"] for row in TABLE["pairs"]} == {"Agrees", "Refines", "Complements", "Contests", "Conflicts"}


# Readings


def test_hedged_rivals_of_one_voice_are_alternatives():
    rivals = [said(A, "cause", {"kind": kind}, certainty="Hedged") for kind in ("leak", "attack")]
    assert verdicts(rivals) == {}
    assert verdicts([*rivals, said(B, "cause", {"kind": "leak"})]) == {("leak", "attack or leak"): "Refines"}


def test_flat_rivals_of_one_account_are_a_tension_that_parts_no_accounts():
    rivals = [said(A, "cause", {"kind": kind}, speakers=[who]) for kind, who in (("leak", "one"), ("attack", "two"))]
    issues, readings, comparisons, _ = run(rivals, QUESTIONS.values(), KINDS, (A, B))
    assert [c.verdict for c in comparisons] == [Verdict.CONFLICTS]
    assert issues[0].verdict is Verdict.SINGLE
    issues, *_ = run([*rivals, said(B, "cause", {"kind": "act"})], QUESTIONS.values(), KINDS, (A, B))
    assert issues[0].verdict is Verdict.REFINES  # of B's answer; the tension inside A is no verdict on A and B
    assert {reading.witnesses for reading in readings} == {(A.id,)}


def test_what_is_stated_of_a_named_thing_counts_wherever_it_is_named():
    bare = answer({"named": "plain"}, {})
    told = answer({"named": "plain"}, {"plain": {"kinds": ["shop"]}})
    claims = [
        claim(A, QUESTIONS["venue"], bare),
        claim(B, QUESTIONS["venues"], told),
        said(C, "venue", {"is": ["forum"]}),
    ]
    assert verdicts(claims) == {("Plain", "forum"): "Conflicts"}
    del claims[1]
    assert verdicts(claims) == {("Plain", "forum"): "Complements"}


def test_figures_within_tolerance_do_not_chain_into_a_false_conflict():
    numbers = [said(by, "records", {"number": n}) for by, n in ((A, 100), (B, 104), (C, 108))]
    issues, readings, comparisons, _ = run(numbers, QUESTIONS.values(), KINDS, (A, B, C))
    assert sorted(reading.witnesses for reading in readings) == [(A.id, B.id), (C.id,)]
    assert [c.verdict for c in comparisons] == [Verdict.COMPLEMENTS]
    assert issues[0].verdict is Verdict.COMPLEMENTS
    assert len(run([numbers[0], numbers[2]], QUESTIONS.values(), KINDS, (A, B, C))[2]) == 1


def test_labels_prefer_what_most_accounts_say_then_a_handy_length():
    words = [(A, "a web shop of ill repute"), (B, "a web shop"), (C, "a web shop"), (D, "a shop")]
    claims = [said(by, "venue", {"is": ["shop"], "words": text}) for by, text in words]
    assert run(claims, QUESTIONS.values(), KINDS, (A, B, C, D))[1][0].label == "a web shop"
    assert run(claims[::3], QUESTIONS.values(), KINDS, (A, D))[1][0].label == "a web shop of ill repute"


@pytest.mark.parametrize(
    ("stance", "label"),
    [("Asserts", "attack"), ("Denies", "not attack"), ("NoEvidence", "no evidence of attack")],
)
def test_labels_say_the_stance(stance, label):
    assert (
        run([said(A, "cause", {"kind": "attack", "stance": stance})], QUESTIONS.values(), KINDS, (A,))[1][0].label
        == label
    )


def test_a_comparison_is_weak_when_a_side_is_only_hedged_or_attributed():
    flat, other = said(A, "dead", {"number": 9}), {"number": 12}
    for more, weak in [({}, False), ({"certainty": "Hedged"}, True), ({"speakers": ["the mayor"]}, True)]:
        (found,) = run([flat, said(B, "dead", other, **more)], QUESTIONS.values(), KINDS, (A, B))[2]
        assert (found.verdict, found.weak) == (Verdict.CONFLICTS, weak)
    both = [flat, said(B, "dead", other, certainty="Hedged"), said(C, "dead", other)]
    assert [c.weak for c in run(both, QUESTIONS.values(), KINDS, (A, B, C))[2]] == [False]


def test_silence_is_listed_and_is_no_denial():
    issues, readings, comparisons, _ = run([said(B, "dead", {"number": 9})], QUESTIONS.values(), KINDS, (A, B, C))
    assert (issues[0].verdict, issues[0].silent) == (Verdict.SINGLE, (A.id, C.id))
    assert comparisons == ()
    assert [reading.witnesses for reading in readings] == [(B.id,)]


def test_ids_do_not_depend_on_who_says_it():
    one = run([said(A, "dead", {"number": 9}), said(B, "dead", {"number": 12})], QUESTIONS.values(), KINDS, (A, B))
    two = run([said(C, "dead", {"number": 12}), said(B, "dead", {"number": 9})], QUESTIONS.values(), KINDS, (B, C))
    assert {r.id for r in one[1]} == {r.id for r in two[1]}
    assert [c.id for c in one[2]] == [c.id for c in two[2]]


def test_issue_ids_are_kebab_case_and_never_collide():
    first, second = question("listedOn", order=1), question("listedOn", order=2)
    second = type(second)(**{**vars(second), "iri": "other:listedOn"})
    what = answer({"named": "bazaar"}, WORLD)
    assert [i.id for i in run([claim(A, first, what)], [first], KINDS, (A,))[0]] == ["issue-listed-on"]
    both = run([claim(A, first, what), claim(A, second, what)], [first, second], KINDS, (A,))[0]
    assert len({issue.id for issue in both}) == 2
    assert all(issue.id.startswith("issue-listed-on-") for issue in both)


def test_too_many_readings_are_compared_only_among_the_best_witnessed():
    claims = [said(A, "said", {"words": f"word{n}"}) for n in range(LIMIT + 5)]
    claims.append(said(B, "said", {"words": f"word{LIMIT + 4}"}))
    _, readings, comparisons, _ = run(claims, QUESTIONS.values(), KINDS, (A, B))
    assert len(readings) == LIMIT + 5
    assert len(comparisons) == LIMIT * (LIMIT - 1) // 2
    best = next(reading.id for reading in readings if len(reading.witnesses) == 2)
    assert any(best in (c.left, c.right) for c in comparisons)


def test_the_order_of_the_input_does_not_matter():
    rows = random.Random(3).sample(TABLE["pairs"], 60)
    claims = [said(by, row["q"], row[side]) for row in rows for by, side in ((A, "a"), (B, "b"), (C, "a"))]
    expected = run(claims, QUESTIONS.values(), KINDS, (A, B, C))
    for seed in range(3):
        chance = random.Random(seed)
        shuffled = chance.sample(claims, len(claims))
        assert run(shuffled, chance.sample(list(QUESTIONS.values()), len(QUESTIONS)), KINDS, (C, A, B)) == expected


@pytest.mark.parametrize("missing", ["question", "account"])
def test_a_claim_without_its_question_or_account_is_refused(missing):
    lost = said(A, "dead", {"number": 9})
    questions, accounts = ([], [A]) if missing == "question" else (QUESTIONS.values(), [B])
    with pytest.raises(ValueError, match=f"{lost.id} .* {'question' if missing == 'question' else 'account'}"):
        run([lost], questions, KINDS, accounts)


def test_nothing_to_compare():
    assert run([], QUESTIONS.values(), Kinds(), (A, B)) == ((), (), (), ())


def test_a_question_says_what_its_conflicts_rest_on():
    asked = question("venue", rests_on="if there was one listing")
    claims = [claim(by, asked, answer({"named": name}, WORLD)) for by, name in ((A, "bazaar"), (B, "nettle"))]
    assert run(claims, [asked], KINDS, (A, B))[2][0].rests_on == "if there was one listing"
    generic = run([said(A, "dead", {"number": 9}), said(B, "dead", {"number": 12})], QUESTIONS.values(), KINDS, (A, B))
    assert generic[2][0].rests_on == "if both count the same thing at the same time"


def test_counts_of_different_days_rest_on_not_being_updates():
    import datetime as dt

    early, late = (account(letter, issued=dt.date(2031, 5, day)) for letter, day in (("A", 2), ("B", 4)))
    claims = [said(early, "dead", {"number": 9}), said(late, "dead", {"number": 12})]
    found = run(claims, QUESTIONS.values(), KINDS, (early, late))[2][0]
    assert found.rests_on.endswith("up to date")


# Standing


def yielding(*claims, accounts=(A, B)):
    """Ids of claims that give way, with what they give way to."""
    return {c.id: c.yields_to for c in run(claims, QUESTIONS.values(), KINDS, accounts)[3] if c.yields_to}


def test_a_weak_guess_gives_way_to_a_firm_claim():
    guess, firm = said(A, "dead", {"number": 9}, tier="C"), said(A, "dead", {"number": 12}, tier="A")
    assert yielding(guess, firm) == {guess.id: firm.id}
    assert verdicts([guess, firm, said(B, "dead", {"number": 12})]) == {}


def test_a_headline_gives_way_to_the_body():
    headline = said(A, "dead", {"number": 9}, rules=("cue", "headline-only"))
    body = said(A, "dead", {"number": 12}, certainty="Hedged")
    assert yielding(headline, body) == {headline.id: body.id}


def test_a_hedge_gives_way_to_a_flat_word_of_the_same_voice_only():
    hedged = said(A, "dead", {"number": 9}, certainty="Hedged")
    flat = said(A, "dead", {"number": 12})
    party = said(A, "dead", {"number": 9}, certainty="Hedged", speakers=["a nurse"])
    assert yielding(hedged, flat, party) == {hedged.id: flat.id}
    assert yielding(hedged, said(B, "dead", {"number": 12})) == {}


def test_a_partys_contrary_word_is_part_of_the_account():
    own, party = said(A, "dead", {"number": 12}), said(A, "dead", {"number": 9}, speakers=["the mayor"])
    assert yielding(own, party) == {}
    assert set(verdicts([own, party]).values()) == {"Conflicts"}


def test_what_can_be_true_beside_the_stronger_claim_stands():
    loose = said(A, "dead", {"low": 11}, tier="C")
    assert yielding(loose, said(A, "dead", {"number": 12}, tier="A")) == {}
    assert yielding(said(A, "venues", {"named": "bazaar"}, tier="C"), said(A, "venues", {"named": "nettle"})) == {}


def test_nothing_gives_way_to_a_claim_that_itself_gives_way():
    firm = said(A, "cause", {"kind": "accident"}, tier="A")
    headline = said(A, "cause", {"kind": "leak"}, tier="A", rules=("headline",))
    guess = said(A, "cause", {"kind": "attack"}, tier="C")

    def incompatible(one, other):
        return {one.answer.kind, other.answer.kind} in ({"accident", "leak"}, {"leak", "attack"})

    assert giving_way([guess, headline, firm], incompatible, one_answer=True) == {headline.id: firm.id}


def test_a_disowned_claim_always_gives_way_and_causes_no_verdict():
    disowned = said(A, "venues", {"named": "bazaar"}, rules=("disowned",), tier="A")
    assert yielding(disowned) == {disowned.id: disowned.id}
    other = said(A, "venues", {"named": "nettle"})
    assert yielding(disowned, other) == {disowned.id: other.id}
    issues, readings, _, claims = run([disowned], QUESTIONS.values(), KINDS, (A, B))
    assert (readings, len(claims)) == ((), 1)
    assert (issues[0].verdict, issues[0].silent) == (Verdict.SINGLE, (A.id, B.id))


def test_alternatives_of_one_sentence_do_not_give_way_to_one_another():
    one = said(A, "cause", {"kind": "leak"}, rules=("alternative",), tier="C", at=4)
    other = said(A, "cause", {"kind": "attack"}, rules=("alternative",), tier="A", at=4)
    assert yielding(one, other) == {}
    assert [r.label for r in run([one, other], QUESTIONS.values(), KINDS, (A,))[1]] == ["attack or leak"]
    elsewhere = said(A, "cause", {"kind": "attack"}, rules=("alternative",), tier="A", at=30)
    assert yielding(one, elsewhere) == {one.id: elsewhere.id}


def test_comparing_again_changes_nothing():
    claims = [said(A, "dead", {"number": 9}, tier="C"), said(A, "dead", {"number": 12}), said(B, "dead", {"number": 9})]
    once = run(claims, QUESTIONS.values(), KINDS, (A, B))
    assert run(once[3], QUESTIONS.values(), KINDS, (A, B)) == once
