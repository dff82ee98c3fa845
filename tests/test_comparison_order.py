"""Comparison: witnesses, the order of issues, the summary and the apparatus."""

import datetime as dt
from dataclasses import replace

import pytest
from comparison_builders import account, answer, claim, incident, kinds_of, question

from incident_graph.comparison import LIMIT, apparatus, issue_order, source_groups, summary, summary_sentences
from incident_graph.comparison.witnesses import SHINGLE
from incident_graph.model import Verdict

KINDS = kinds_of({"shop": {"disjoint": ["forum"]}, "forum": {}, "leak": {"disjoint": ["attack"]}, "attack": {}})
A, B, C, D, E = (account(letter) for letter in "ABCDE")
DEAD = question("dead", "Number", answer="Quantity", order=10)
VENUE = question("venue", order=20)
CAUSE = question("cause", "Kind", answer="Kind", order=30)
SOLD = question("sold", "Stance", answer="Polarity", order=40)
PARTS = question("parts", one_answer=False, order=50)
QUESTIONS = (DEAD, VENUE, CAUSE, SOLD, PARTS)


def say(by, asked, /, stance="Asserts", marks=None, **given):
    """A claim by an account."""
    return claim(by, asked, answer(given, {}), stance=stance, **(marks or {}))


def whole(*claims, accounts=(A, B, C, D, E)):
    return incident(claims, QUESTIONS, KINDS, accounts)


# Witnesses


def grouped(*accounts):
    """The letters of the accounts, by independent witness."""
    letter = {one.id: one.letter for one in accounts}
    groups = {}
    for one, first in source_groups(accounts).items():
        groups.setdefault(first, []).append(letter[one])
    return sorted("".join(sorted(letters)) for letters in groups.values())


@pytest.mark.parametrize(
    ("credit", "expected"),
    [
        ("Source: The Northern Bugle", ["AB"]),
        ("According to the Northern Bugle’s report", ["AB"]),
        ("northern bugle", ["AB"]),
        ("Northern Buglers", ["A", "B"]),  # whole words only
        ("a passer-by", ["A", "B"]),
        (None, ["A", "B"]),
        ("A title of several words", ["AB"]),
    ],
)
def test_who_credits_another_account_is_no_independent_witness(credit, expected):
    first = account("A", publisher="The Northern Bugle", title="A Title of Several Words")
    assert grouped(first, account("B", credit=credit)) == expected


def test_a_title_of_two_words_is_too_common_to_be_a_credit():
    assert grouped(account("A", title="Big fire"), account("B", credit="a big fire, witnesses say")) == ["A", "B"]


def test_accounts_with_one_unseen_source_are_one_witness():
    assert grouped(account("A", credit="Source: Wire One"), account("B", credit="wire one"), account("C")) == [
        "AB",
        "C",
    ]


def test_reused_text_is_found_whatever_its_case_and_marks():
    words = [f"word{n}" for n in range(60)]
    copy = " ".join(words[20:40]).upper().replace(" ", ", ") + " " + " ".join(f"own{n}" for n in range(20))
    assert grouped(account("A", " ".join(words)), account("B", copy)) == ["AB"]
    quoting = " ".join(words[: SHINGLE + 1]) + " " + " ".join(f"own{n}" for n in range(40))
    assert grouped(account("A", " ".join(words)), account("B", quoting)) == ["A", "B"]


def test_front_matter_is_not_reused_text():
    front = " ".join(f"field{n}" for n in range(30)) + " "
    one, other = (account(x, front + " ".join(f"{x}{n}" for n in range(20)), body_start=len(front)) for x in "AB")
    assert grouped(one, other) == ["A", "B"]


def test_readings_count_witnesses_twice():
    copy = account("B", A.text)
    found = incident([say(by, DEAD, number=9) for by in (A, copy, C)], QUESTIONS, KINDS, (A, copy, C)).readings[0]
    assert (len(found.witnesses), found.independent_witnesses) == (3, 2)


def test_short_and_empty_accounts_share_nothing():
    assert grouped(account("A", "one two three"), account("B", "one two three"), account("C", " ")) == ["A", "B", "C"]


# Order


def test_issues_come_by_verdict_then_by_the_weight_of_both_sides():
    claims = [
        *(say(by, DEAD, number=9) for by in (A, B, C)),  # all agree
        say(A, VENUE, named="ash"),  # one against one
        say(B, VENUE, named="elm"),
        *(say(by, CAUSE, kind="leak") for by in (A, B)),  # two against two
        *(say(by, CAUSE, kind="attack") for by in (C, D)),
        say(A, SOLD, polarity=True),  # contested
        say(B, SOLD, polarity=True, stance="Unknown"),
        say(E, PARTS, named="ash"),  # one account only
    ]
    order = [issue.question.name for issue in issue_order(whole(*claims))]
    assert order == ["cause", "venue", "sold", "dead", "parts"]


def test_flat_conflicts_come_before_hedged_ones_then_the_questions_order():
    hedged = {"certainty": "Hedged"}
    claims = [
        say(A, DEAD, number=9, marks=hedged),
        say(B, DEAD, number=12),
        say(A, CAUSE, kind="leak"),
        say(B, CAUSE, kind="attack"),
        say(A, VENUE, named="ash"),
        say(B, VENUE, named="elm"),
    ]
    assert [issue.question.name for issue in issue_order(whole(*claims))] == ["venue", "cause", "dead"]


# Summary


def test_the_summary_counts_and_never_judges():
    claims = [
        say(A, VENUE, named="ash"),
        *(say(by, VENUE, named="elm") for by in (B, C)),
        say(D, VENUE, named="oak"),
        *(say(by, DEAD, number=9) for by in (A, B, C, D)),
        say(E, PARTS, named="ash"),
    ]
    text = summary(whole(*claims))
    assert text == (
        "Four accounts give three incompatible answers to “Venue”: Elm, Ash or Oak. Of three questions that they "
        "answer, the five accounts cannot all be right on one, agree on one and leave one to one account alone. Most "
        "widely shared is “Dead”: 9 (four accounts, one silent)."
    )


def test_without_conflict_the_summary_says_so_first():
    claims = [*(say(by, DEAD, number=9) for by in (A, B, C)), say(C, PARTS, named="ash")]
    assert summary(whole(*claims)).startswith(
        "No two of the three accounts contradict one another: of two questions that they answer, they agree on one"
    )
    assert summary(whole(say(A, DEAD, number=9), say(B, DEAD, number=9))).startswith(
        "The two accounts do not contradict one another: "
    )


def test_the_summary_names_each_further_conflict_shortly_and_quotes_what_would_run_on():
    claims = [
        *(say(by, VENUE, named="elm") for by in (A, B)),
        say(C, VENUE, named="ash"),
        *(say(by, DEAD, number=n) for by, n in ((A, 9), (B, 14))),
    ]
    lead = summary_sentences(whole(*claims))[0]
    assert lead == (
        "Three accounts give two incompatible answers to “Venue”: Elm or Ash; two give two to “Dead”: 14 or 9."
    )
    found = whole(*claims)
    longer = {"Elm": "not genuine, or doubted"}
    found = replace(found, readings=tuple(replace(r, label=longer.get(r.label, r.label)) for r in found.readings))
    assert "“Venue”: “not genuine, or doubted” or “Ash”; two give" in summary_sentences(found)[0]


def test_of_many_incompatible_answers_the_summary_names_two():
    claims = [say(by, DEAD, number=n) for by, n in ((A, 3), (B, 9), (C, 14), (D, 30), (E, 90))]
    assert summary(whole(*claims)).partition(". ")[0].endswith(" and three others")


def test_the_summary_of_little():
    assert summary(whole()) == "No account answers any question."
    one = "One account answers one question; there is nothing to set it against."
    assert summary(whole(say(A, DEAD, number=9))) == one
    assert "incompatible" not in summary(whole(say(A, DEAD, number=9), say(B, DEAD, number=9)))


def test_the_summary_says_when_not_everything_was_compared():
    claims = [say(A, PARTS, named=f"n{n}") for n in range(LIMIT + 1)] + [say(B, PARTS, named="n1")]
    assert f"only the {LIMIT} with the most witnesses" in summary(whole(*claims))


# Apparatus


def test_the_apparatus_of_an_issue():
    claims = [
        say(A, VENUE, named="ash", marks={"speakers": ["the seller"]}),
        say(B, VENUE, named="ash", marks={"certainty": "Hedged"}),
        say(C, VENUE, named="elm", marks={"certainty": "Hedged", "speakers": ["a clerk"]}),
        say(D, VENUE, named="ash", stance="Denies"),
    ]
    (row,) = apparatus(whole(*claims))
    assert (row.question, row.glyph, row.verdict, row.silent) == ("Venue", "≠", Verdict.CONFLICTS, ("E",))
    assert [(line.letters, line.label, line.speakers) for line in row.readings] == [
        ("A@ B~", "Ash", ("the seller",)),
        ("C~@", "Elm", ("a clerk",)),
        ("D!", "not Ash", ()),
    ]
    assert row.weak
    assert len(row.rests_on) == 2


@pytest.mark.parametrize(
    ("marks", "letters"),
    [
        ([{}], "A"),
        ([{"certainty": "Hedged"}, {}], "A"),
        ([{"certainty": "Hedged"}, {"speakers": ["x"]}], "A~"),
        ([{"speakers": ["x"]}], "A@"),
        ([{"speakers": ["x"]}, {"speakers": ["y"], "certainty": "Hedged"}], "A@"),
    ],
)
def test_marks_say_how_firmly_an_account_holds_a_reading(marks, letters):
    (row,) = apparatus(whole(*(say(A, PARTS, named="ash", marks=dict(m)) for m in marks)))
    assert [line.letters for line in row.readings] == [letters]


def test_marks_of_no_evidence_and_of_a_denied_yes():
    claims = [say(A, SOLD, polarity=True, stance="NoEvidence"), say(B, SOLD, polarity=True, stance="Denies")]
    (row,) = apparatus(whole(*claims))
    assert [(line.letters, line.label) for line in row.readings] == [("A?", "no evidence"), ("B", "no")]
    assert row.glyph == "∥"


def test_rows_of_one_account_and_of_agreement():
    rows = apparatus(whole(say(A, DEAD, number=9), say(B, DEAD, number=9), say(A, SOLD, polarity=False)))
    assert [(row.glyph, row.readings[0].letters, row.silent) for row in rows] == [
        ("=", "A B", ("C", "D", "E")),
        ("1", "A", ("B", "C", "D", "E")),
    ]


def test_readings_that_would_look_alike_say_what_sets_them_apart():
    claims = [say(A, DEAD, number=9, basis="passengers"), say(B, DEAD, number=9, basis="crew")]
    (row,) = apparatus(whole(*claims))
    assert [line.label for line in row.readings] == ["9 people (passengers)", "9 people (crew)"]


def test_letters_beyond_z_follow_it():
    many = (account("AA"), account("Z", issued=dt.date(2031, 5, 2)))
    (row,) = apparatus(whole(*(say(by, DEAD, number=9) for by in many), accounts=many))
    assert row.readings[0].letters == "Z AA"
