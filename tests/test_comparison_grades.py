"""How firmly claims and differences are known, and what that makes of their verdicts."""

import pytest
from comparison_builders import account, answer, claim, kinds_of, question

from incident_graph.comparison import Strengths, apparatus, compare, issue_order, summary_sentences
from incident_graph.comparison.grading import counted_as_one, grade_of, graded
from incident_graph.model import Figure, Grade, Incident, Verdict
from incident_graph.model.grade import WAYS
from incident_graph.values import Quantity

KINDS = kinds_of({})
DEAD = question("dead", "Number", answer="Quantity", order=1)
HURT = question("hurt", "Number", answer="Quantity", order=2)
QUESTIONS = {q.iri: q for q in (DEAD, HURT)}
A, B, C, D = (account(letter) for letter in "ABCD")


def said(by, number, ways=("cue",), asked=DEAD, **more):
    return claim(by, asked, answer({"number": number}, {}), ways=tuple(ways), **more)


def compared(*claims, accounts=(A, B, C, D), differences=None):
    """The one comparison of two readings, and the claims as they come back, by account."""
    _, _, comparisons, own = compare(claims, QUESTIONS, KINDS, accounts, difference_ways=differences)
    (found,) = comparisons
    return found, {c.account: c for c in own}


# ---------------------------------------------------------------- the ways


@pytest.mark.parametrize(
    ("ways", "firm"),
    [
        ("cue", False),
        ("model", False),
        ("agreement cue", False),
        ("agreement alignment", False),
        ("agreement frame", False),
        ("agreement model", False),
        ("alignment cue", True),
        ("cue frame", False),
        ("agreement cue frame", False),
        ("cue model", True),
        ("alignment frame", True),
        ("frame model", True),
        ("agreement alignment cue", True),
        ("person", True),
        ("", False),
    ],
)
def test_ways_that_fail_together_count_as_one(ways, firm):
    assert (grade_of(ways.split()) is Grade.FIRM) is firm
    assert grade_of(ways.split()[::-1]) is grade_of(ways.split())


def test_the_declared_pairs_are_of_known_ways():
    assert counted_as_one()
    assert all(pair <= set(WAYS) for pair in counted_as_one())


def test_a_headline_alone_is_firm_only_for_a_person():
    assert grade_of(["alignment", "cue"], headline=True) is Grade.TENTATIVE
    assert grade_of(["person"], headline=True) is Grade.FIRM
    assert graded(said(A, 9, ("frame", "model"), rules=("headline",))).grade is Grade.TENTATIVE
    assert graded(said(A, 9, ("frame", "model"), rules=("verb",))).grade is Grade.FIRM


def test_ways_come_back_sorted_and_once():
    assert graded(said(A, 9, ("cue", "alignment", "cue"))).ways == ("alignment", "cue")


@pytest.mark.parametrize("ways", [(), ("hunch",)])
def test_a_claim_found_in_no_known_way_is_refused(ways):
    with pytest.raises(ValueError, match="no way"):
        graded(said(A, 9, ways))


# ---------------------------------------------------------------- agreement


def test_an_account_with_words_of_its_own_agrees():
    found, own = compared(said(A, 9), said(B, 9), said(C, 12))
    assert own[A.id].ways == own[B.id].ways == ("agreement", "cue")
    assert own[C.id].ways == ("cue",)
    assert found.verdict is Verdict.MAY_CONFLICT


def test_a_copy_does_not_agree_nor_does_who_credits_the_other():
    copy = account("B", A.text + " and no more")
    credited, source = account("C", credit="The Lantern"), account("D", publisher="The Lantern")
    for accounts in ((A, copy), (credited, source)):
        claims = [said(accounts[0], 9), said(accounts[1], 9)]
        own = compare(claims, QUESTIONS, KINDS, accounts)[3]
        assert {c.ways for c in own} == {("cue",)}


def test_agreement_is_found_anew():
    left_over = said(A, 9, ("agreement", "cue"))
    _, own = compared(left_over, said(C, 12))
    assert own[A.id].ways == ("cue",)


def test_what_gives_way_is_graded_and_agrees_with_nobody():
    body, headline = said(A, 9), said(A, 7, ("cue",), tier="C", rules=("headline",))
    *_, own = compare([body, headline, said(B, 7)], QUESTIONS, KINDS, (A, B))
    gone = next(c for c in own if c.yields_to)
    assert (gone.id, gone.ways, gone.grade) == (headline.id, ("cue",), Grade.TENTATIVE)
    assert next(c for c in own if c.account == B.id).ways == ("cue",)


# ---------------------------------------------------------------- differences


FIRM, WEAK, BY_HAND = ("cue", "model"), ("cue",), ("person",)


@pytest.mark.parametrize(
    ("left", "right", "verdict", "ways", "reason"),
    [
        (FIRM, FIRM, "Conflicts", FIRM, "both sides are found in more ways than one (cue and model)"),
        (WEAK, WEAK, "MayConflict", WEAK, "both sides are found in one way alone (cue)"),
        (FIRM, WEAK, "MayConflict", WEAK, "one side is found in one way alone (cue)"),
        (BY_HAND, WEAK, "MayConflict", (), "one side is found in one way alone (cue)"),
        (("frame",), WEAK, "MayConflict", (), "one side is found in one way alone (frame), the other found in one way"),
        (BY_HAND, BY_HAND, "Conflicts", BY_HAND, "both sides are decided by a person"),
        (("alignment", "cue"), ("alignment", "cue"), "MayConflict", ("alignment", "cue"), "both sides are found in"),
        (BY_HAND, FIRM, "Conflicts", (), "one side is decided by a person, the other found in more ways than one"),
    ],
)
def test_a_conflict_needs_both_sides_firm(left, right, verdict, ways, reason):
    for one, other in ((left, right), (right, left)):
        found, _ = compared(said(A, 9, one), said(B, 12, other))
        assert found.verdict.value == verdict
        assert found.grade is (Grade.FIRM if verdict == "Conflicts" else Grade.TENTATIVE)
        assert found.ways == ways
        assert found.rests_on == "if both count the same thing at the same time"
    found, _ = compared(said(A, 9, left), said(B, 12, right))
    sides = sorted((found.reason, compared(said(A, 12, right), said(B, 9, left))[0].reason))
    assert any(side.startswith(reason) for side in sides)


def test_one_firm_claim_on_each_side_is_enough():
    found, _ = compared(said(A, 9, WEAK), said(B, 9, FIRM), said(C, 12, FIRM), said(D, 12, WEAK))
    assert found.verdict is Verdict.CONFLICTS


def test_a_side_that_stands_in_a_headline_alone_is_to_be_checked():
    found, _ = compared(said(A, 9, FIRM), said(B, 12, FIRM, tier="C", rules=("headline",)))
    assert (found.verdict, found.reason) == (Verdict.MAY_CONFLICT, "one side is said in a headline alone")


def test_ways_that_count_as_one_are_told_as_such():
    found, _ = compared(said(A, 9), said(B, 9), said(C, 12), said(D, 12))
    assert found.reason == "both sides are found in one way alone (agreement and cue, which count as one)"


@pytest.mark.parametrize(
    ("called", "verdict", "ways"),
    [
        (["alignment", "frame"], "Conflicts", ("alignment", "cue", "frame")),
        (["alignment", "cue"], "Conflicts", ("alignment", "cue")),
        (["person"], "Conflicts", ("cue", "person")),
        (["alignment"], "MayConflict", ("alignment", "cue")),
        (["agreement", "alignment"], "MayConflict", ("agreement", "alignment", "cue")),
        ([], "MayConflict", ("cue",)),
    ],
)
def test_ways_that_call_the_difference_itself(called, verdict, ways):
    one, other = said(A, 9), said(B, 12)
    found, _ = compared(one, other, differences={frozenset((one.id, other.id)): called})
    assert (found.verdict.value, found.ways) == (verdict, ways)
    assert found.reason.startswith("the difference itself is") is (verdict == "Conflicts")


def test_a_difference_called_of_other_claims_or_from_a_headline_does_not_count():
    one, other, third = said(A, 9), said(B, 12), said(C, 9)
    pair = {frozenset((one.id, third.id)): ["alignment", "frame"], frozenset(("x", "y")): ["alignment", "frame"]}
    assert compared(one, other, third, differences=pair)[0].verdict is Verdict.MAY_CONFLICT
    title = said(B, 12, tier="C", rules=("headline",))
    called = {frozenset((one.id, title.id)): ["alignment", "frame"]}
    assert compared(one, title, differences=called)[0].verdict is Verdict.MAY_CONFLICT


def test_a_difference_that_is_called_raises_no_other_verdict():
    one, other = said(A, 9), claim(B, DEAD, answer({"low": 8, "high": 10}, {}), ways=WEAK)
    found, _ = compared(one, other, differences={frozenset((one.id, other.id)): ["alignment", "frame"]})
    assert (found.verdict, found.grade, found.reason) == (Verdict.REFINES, Grade.FIRM, "")


def test_a_contest_must_be_firm_like_a_conflict():
    for ways, verdict in ((WEAK, Verdict.MAY_CONFLICT), (FIRM, Verdict.CONTESTS)):
        found, _ = compared(said(A, 9, ways), said(B, 9, ways, stance="NoEvidence"))
        assert found.verdict is verdict


def test_the_verdict_of_an_issue_is_that_of_its_firm_pair():
    claims = [said(A, 9, FIRM), said(B, 12, FIRM), said(C, 30)]
    issues, _, comparisons, _ = compare(claims, QUESTIONS, KINDS, (A, B, C))
    assert sorted(c.verdict.value for c in comparisons) == ["Conflicts", "MayConflict", "MayConflict"]
    assert issues[0].verdict is Verdict.CONFLICTS
    issues, *_ = compare([claims[0], claims[2]], QUESTIONS, KINDS, (A, B, C))
    assert issues[0].verdict is Verdict.MAY_CONFLICT


def test_the_verdicts_in_order():
    names = "SingleAccount Agrees Refines Updates Complements DiffersUnlessLater MayConflict Contests Conflicts"
    assert [v.value for v in sorted(Verdict, key=lambda v: v.strength)] == names.split()


# ---------------------------------------------------------------- strength, order, what is said


def whole(*claims, accounts=(A, B, C, D), figures=()):
    issues, readings, comparisons, own = compare(claims, QUESTIONS, KINDS, accounts)
    return Incident(
        "Test",
        "https://example.org/test/",
        accounts=tuple(accounts),
        figures=figures,
        claims=own,
        issues=issues,
        readings=readings,
        comparisons=comparisons,
    )


BETTER = [  # each with what makes the second question's pair the stronger
    ({}, {"ways": FIRM}),
    ({"tier": "C", "rules": ("headline",)}, {}),
    ({"certainty": "Hedged"}, {}),
    ({"speakers": ["the mayor"]}, {}),
]


@pytest.mark.parametrize(("weaker", "stronger"), BETTER)
def test_what_is_to_be_checked_is_ranked_by_strength(weaker, stronger):
    first = [said(A, 9, **weaker), said(B, 12)]
    second = [said(A, 9, asked=HURT, **stronger), said(B, 12, asked=HURT)]
    incident = whole(*first, *second)
    assert {i.verdict for i in incident.issues} == {Verdict.MAY_CONFLICT}
    assert [i.question.name for i in issue_order(incident)] == ["hurt", "dead"]
    assert [row.question for row in apparatus(incident)] == ["Hurt", "Dead"]
    turned = whole(*first, *(said(by, number, asked=HURT) for by, number in ((A, 9), (B, 12))))
    assert issue_order(turned)[0].question.name == ("hurt" if weaker else "dead")


def test_figures_that_count_one_noun_are_the_stronger_pair():
    figure = Figure("figure-1", A.excerpt(0, 2), Quantity(None, None, None, "person"), noun="sailor")
    pair = [said(A, 9), said(B, 12)]
    incident = whole(*pair, figures=(figure,))
    bare = whole(*pair)
    (found,) = incident.comparisons
    assert Strengths(incident).of(found) > Strengths(bare).of(found)


def test_the_summary_counts_firm_conflicts_alone():
    tentative = [said(A, 9), said(B, 12)]
    firm = [said(A, 9, FIRM, asked=HURT), said(B, 12, FIRM, asked=HURT)]
    first, second = summary_sentences(whole(*tentative))[:2]
    assert first == "No conflict between the two accounts is firm."
    assert second == "Of one question that they answer, the two accounts may conflict on one (to check)."
    first, second = summary_sentences(whole(*tentative, *firm))[:2]
    assert first == "Two accounts give two incompatible answers to “Hurt”: 12 or 9."
    assert "cannot all be right on one and may conflict on one (to check)" in second
    assert "firm" not in " ".join(summary_sentences(whole(*firm)))


def test_the_summary_says_that_nobody_is_in_conflict_where_an_answer_is_only_contested():
    claims = [said(A, 9, FIRM), said(B, 9, FIRM, stance="NoEvidence")]
    assert summary_sentences(whole(*claims))[0] == "The two accounts are not in conflict."
    assert summary_sentences(whole(*claims, said(C, 9)))[0] == "No two of the three accounts are in conflict."


def test_rows_say_how_firmly_each_reading_and_pair_is_known():
    row = apparatus(whole(said(A, 9, FIRM), said(B, 9), said(C, 12)))[0]
    assert (row.glyph, row.grade, row.to_check) == ("≠?", Grade.TENTATIVE, True)
    assert [(line.grade, line.ways) for line in row.readings] == [
        (Grade.FIRM, ("agreement", "cue", "model")),
        (Grade.TENTATIVE, ("cue",)),
    ]
    assert [(pair.verdict, pair.grade) for pair in row.pairs] == [(Verdict.MAY_CONFLICT, Grade.TENTATIVE)]
