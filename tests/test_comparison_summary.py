"""The order of issues, the summary and the apparatus where several verdicts, long labels and many answers meet."""

from dataclasses import replace

import pytest
from comparison_builders import account, answer, claim, incident, kinds_of, question

from incident_graph.comparison import apparatus, issue_order, summary_sentences
from incident_graph.comparison.apparatus import clauses_once
from incident_graph.comparison.order import in_words
from incident_graph.model import Comparison, Grade, Incident, Issue, Reading, Verdict

KINDS = kinds_of({"leak": {"disjoint": ["attack"]}, "attack": {}})
DEAD = question("dead", "Number", answer="Quantity", order=1)
HURT = question("hurt", "Number", answer="Quantity", order=2)
CAUSE = question("cause", "Kind", answer="Kind", order=3)
VENUE = question("venue", order=4)
PARTS = question("parts", one_answer=False, order=5)
ASKED = (DEAD, HURT, CAUSE, VENUE, PARTS)
A, B, C, D, E, F = ACCOUNTS = tuple(account(letter) for letter in "ABCDEF")


def say(by, asked, given, **more):
    return claim(by, asked, answer(given, {}), stance=given.get("stance", "Asserts"), **more)


def numbers(asked, **given):
    """A number by each of these accounts."""
    known = {one.letter: one for one in ACCOUNTS}
    return [say(known[letter], asked, {"number": number}) for letter, number in given.items()]


def names(asked, **given):
    known = {one.letter: one for one in ACCOUNTS}
    return [say(known[letter], asked, {"named": name}) for letter, name in given.items()]


def whole(*claims, accounts=ACCOUNTS):
    return incident(claims, ASKED, KINDS, accounts)


def order(*claims, accounts=ACCOUNTS):
    return [issue.question.name for issue in issue_order(whole(*claims, accounts=accounts))]


# Order


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # by the weaker side of the best pair, then by both sides
        (numbers(DEAD, A=9, B=9, C=12), numbers(HURT, A=9, B=9, C=12, D=12)),
        (numbers(DEAD, A=9, B=12), numbers(HURT, A=9, B=9, C=12)),
        (numbers(DEAD, A=9, B=12), numbers(HURT, A=9, B=12, C=30, D=30)),
        # agreement of more accounts, and of what one alone tells nothing
        (numbers(DEAD, A=9, B=9), numbers(HURT, A=9, B=9, C=9)),
        (numbers(DEAD, A=9), numbers(HURT, A=9, B=9)),
        # one account alone, but nothing stands
        ([say(A, DEAD, {"number": 9}, rules=("disowned",))], numbers(HURT, A=9)),
    ],
)
def test_what_weighs_more_comes_first(first, second):
    assert order(*first, *second) == ["hurt", "dead"]


def test_of_agreements_the_independent_ones_come_first_then_those_of_more_accounts():
    copy, twin = account("B", A.text), account("C", A.text)
    accounts = (A, copy, twin, D, E)

    def agreed(asked, *by):
        return [say(one, asked, {"number": 9}) for one in by]

    assert order(*agreed(DEAD, A, copy, twin), *agreed(HURT, A, D), accounts=accounts) == ["hurt", "dead"]
    assert order(*agreed(DEAD, A, copy), *agreed(HURT, A, copy, twin), accounts=accounts) == ["hurt", "dead"]
    assert order(*agreed(DEAD, A, D), *agreed(HURT, A, copy, D), accounts=accounts) == ["hurt", "dead"]


def test_a_flat_pair_among_hedged_ones_counts():
    hedged = [say(A, DEAD, {"number": 9}, certainty="Hedged"), *numbers(DEAD, B=12)]
    mixed = [*numbers(HURT, A=9, B=12), say(C, HURT, {"number": 30}, certainty="Hedged")]
    assert order(*hedged, *mixed) == ["hurt", "dead"]


# The summary


def made(*verdicts, accounts=(A, B)):
    """An incident with an issue of two readings for each verdict, made by hand."""
    issues, readings, comparisons = [], [], []
    for number, verdict in enumerate(verdicts):
        name = f"issue-{number}"
        issues.append(Issue(name, question(f"q{number}", order=number), verdict))
        sides = [Reading(f"{name}-{by.letter}", name, f"words of {by.letter}", (), (by.id,), 1) for by in accounts]
        readings += sides[:1] if verdict is Verdict.SINGLE else sides
        if verdict is not Verdict.SINGLE:
            comparisons.append(Comparison(f"pair-{number}", name, sides[0].id, sides[1].id, verdict))
    return Incident(
        "Test", "https://example.org/", accounts, issues=tuple(issues), readings=tuple(readings),
        comparisons=tuple(comparisons),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict.CONFLICTS, "cannot all be right on one"),
        (Verdict.CONTESTS, "contest one another's answers to one"),
        (Verdict.MAY_CONFLICT, "may conflict on one (to check)"),
        (Verdict.DIFFERS_UNLESS_LATER, "differ, unless one is later, on one"),
        (Verdict.COMPLEMENTS, "complement one another on one"),
        (Verdict.UPDATES, "bring one another up to date on one"),
        (Verdict.REFINES, "differ only in detail on one"),
        (Verdict.AGREES, "agree on one"),
    ],
)
def test_the_summary_counts_each_verdict(verdict, words):
    text = " ".join(summary_sentences(made(verdict)))
    assert words in text
    assert ("do not contradict one another" in text) is (verdict.strength < Verdict.MAY_CONFLICT.strength)
    assert f"{words} and leave one to one account alone." in " ".join(summary_sentences(made(verdict, Verdict.SINGLE)))


def test_the_summary_counts_all_verdicts_in_one_sentence():
    every = sorted(Verdict, key=lambda verdict: -verdict.strength)
    lead, counts, *rest = summary_sentences(made(*every))
    assert lead == "Two accounts give two incompatible answers to “Q0”: words of A or words of B."
    assert counts == (
        "Of nine questions that they answer, the two accounts cannot all be right on one, contest one another's "
        "answers to one, may conflict on one (to check), differ, unless one is later, on one, complement one another "
        "on one, bring one another up to date on one, differ only in detail on one, agree on one and leave one to "
        "one account alone."
    )
    assert rest == ["Most widely shared is “Q7”: words of A (one account)."]


def test_three_accounts_that_contradict_nobody_are_counted():
    text = summary_sentences(made(Verdict.COMPLEMENTS, accounts=(A, B, C)))
    assert text == [
        "No two of the three accounts contradict one another: of one question that they answer, they complement one "
        "another on one."
    ]


def labelled(*labels):
    """The first sentence on as many incompatible answers, worded so."""
    found = whole(*numbers(DEAD, **dict(zip("ABCDEF", range(10, 100, 10), strict=False))))
    places = {str(10 * (n + 1)): label for n, label in enumerate(labels)}
    kept = tuple(replace(r, label=places[r.label]) for r in found.readings if r.label in places)
    ids = {reading.id for reading in kept}
    pairs = tuple(c for c in found.comparisons if {c.left, c.right} <= ids)
    return summary_sentences(replace(found, readings=kept, comparisons=pairs))[0]


def test_as_many_answers_are_named_as_a_sentence_bears():
    assert set(labelled("elm", "ash").partition(": ")[2].rstrip(".").split(" or ")) == {"elm", "ash"}
    three = labelled("elm", "ash", "oak").partition(": ")[2]
    assert (three.count(", "), three.count(" or "), "others" in three) == (1, 1, False)
    four = labelled("elm", "ash", "oak", "yew")
    assert four.startswith("Four accounts give four incompatible answers")
    assert four.endswith(" and two others.")
    assert labelled("elm", "ash", "oak", "yew", "fir").endswith(" and three others.")


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("x" * 56, "x" * 56),
        ("x" * 57, "x" * 55 + "…"),
        ("elm " * 13 + "oaks", "elm " * 13 + "oaks"),
        ("elm " * 14 + "oak", ("elm " * 14).strip() + "…"),
        ("elm  oak\nash", "elm oak ash"),
        ("x" * 50 + " " + "y" * 10, "x" * 50 + "…"),
        ("elm" + " " * 300 + "oak", "elm"),
        ("one, two", "“one, two”"),
        ("one or two", "“one or two”"),
        ("one and two", "“one and two”"),
        ("one; two", "“one; two”"),
        ("onward", "onward"),
    ],
)
def test_a_label_is_cut_at_a_word_and_quoted_where_it_would_run_on(label, shown):
    other = "“zinc”" if shown.startswith("“") else "zinc"
    lead = labelled(label, "zinc")
    assert lead.endswith((f": {shown} or {other}.", f": {other} or {shown}."))


def test_a_comma_before_the_cut_is_left_out():
    label = "x" * 54 + ", and more words"
    assert "x" * 54 + "…" in labelled(label, "zinc")


def test_three_conflicts_are_told_and_no_more_than_a_quotation_bears():
    pairs = [numbers(DEAD, A=9, B=12), numbers(HURT, A=9, B=12), names(VENUE, A="ash", B="elm")]
    pairs.append([say(A, CAUSE, {"kind": "leak"}), say(B, CAUSE, {"kind": "attack"})])
    found = whole(*(one for pair in pairs for one in pair))
    lead = summary_sentences(found)[0]
    assert lead.count("“") == 3
    assert lead.count("; two give two to ") == 2
    long = tuple(replace(reading, label=(reading.label + " word" * 9)[:54]) for reading in found.readings)
    lead = summary_sentences(replace(found, readings=long))[0]
    assert lead.count(" to “") == 2
    assert len(lead) < 300
    names_long = tuple(
        replace(issue, question=replace(issue.question, label=issue.question.label + " x" * 140))
        for issue in found.issues
    )
    assert summary_sentences(replace(found, issues=names_long))[0].count(" to “") == 1


def test_only_incompatible_answers_are_told_and_the_most_of_them():
    lead = summary_sentences(whole(*numbers(DEAD, A=9, B=12, C=15), say(D, DEAD, {"low": 1})))[0]
    assert lead.startswith("Three accounts give three incompatible answers to “Dead”: ")
    assert set(lead.partition(": ")[2].rstrip(".").replace(" or ", ", ").split(", ")) == {"9", "12", "15"}
    loose = [say(A, DEAD, {"low": 1, "high": 5}), say(B, DEAD, {"low": 4, "high": 9}), *numbers(DEAD, C=20, D=30)]
    assert "give three incompatible answers" in summary_sentences(whole(*loose))[0]


def test_answers_that_part_accounts_are_told_before_more_that_do_not():
    def by(who, kind, speaker):
        return say(who, VENUE, {"named": kind}, speakers=[speaker])

    claims = [by(A, "ash", "one"), by(A, "elm", "two"), by(A, "oak", "three")]
    claims.append(say(B, VENUE, {"named": "ash", "stance": "Denies"}))
    lead = summary_sentences(whole(*claims))[0]
    assert "not Ash" in lead
    assert lead.startswith("Two accounts give two incompatible answers")


def test_what_is_agreed_names_accounts_and_the_silent():
    claims = numbers(DEAD, A=9, B=9, C=9)
    assert (
        summary_sentences(whole(*claims, accounts=(A, B, C)))[-1] == "Most widely shared is “Dead”: 9 (three accounts)."
    )
    assert summary_sentences(whole(*claims))[-1] == "Most widely shared is “Dead”: 9 (three accounts, three silent)."


def test_one_account_alone_is_counted():
    assert summary_sentences(whole(*numbers(DEAD, A=9), *numbers(HURT, A=9))) == [
        "One account answers two questions; there is nothing to set it against."
    ]


def test_a_question_whose_answers_were_all_taken_back_is_not_counted():
    disowned = say(A, HURT, {"number": 9}, rules=("disowned",))
    assert summary_sentences(whole(*numbers(DEAD, A=9, B=9), disowned))[0].endswith(
        "of one question that they answer, they agree on one."
    )
    assert summary_sentences(whole(disowned)) == ["No account answers any question."]


@pytest.mark.parametrize(("number", "words"), [(0, "no"), (1, "one"), (12, "twelve"), (13, "13")])
def test_numbers_in_words(number, words):
    assert in_words(number) == words


# The apparatus


def test_clauses_that_say_less_are_left_out():
    assert clauses_once(["if one", "if one", "if one of them", "if one, and later"]) == (
        "if one of them",
        "if one, and later",
    )
    assert clauses_once([]) == ()


def rows(*claims, accounts=ACCOUNTS):
    return {row.question: row for row in apparatus(whole(*claims, accounts=accounts))}


def test_readings_with_the_most_witnesses_come_first_then_by_their_accounts():
    claims = [*numbers(DEAD, C=9, D=9, A=12, B=15, E=15), *names(VENUE, B="ash", A="elm")]
    found = rows(*claims)
    assert [line.letters for line in found["Dead"].readings] == ["B E", "C D", "A"]
    assert [line.letters for line in found["Venue"].readings] == ["A", "B"]
    assert [line.independent_witnesses for line in found["Dead"].readings] == [2, 2, 1]
    assert found["Dead"].silent == ("F",)
    assert found["Venue"].silent == ("C", "D", "E", "F")


def test_a_row_that_is_no_conflict_rests_on_nothing():
    assert rows(*names(PARTS, A="ash", B="elm"))["Parts"].rests_on == ()
    assert rows(*numbers(DEAD, A=9, B=12))["Dead"].rests_on == ("if both count the same thing at the same time",)


def test_a_row_is_weak_when_all_the_pairs_it_rests_on_are():
    hedged = [say(A, DEAD, {"number": 9}, certainty="Hedged"), *numbers(DEAD, B=12)]
    assert rows(*hedged)["Dead"].weak
    assert not rows(*hedged, *numbers(DEAD, C=30))["Dead"].weak
    assert not rows(*numbers(DEAD, A=9, B=12))["Dead"].weak
    assert not rows(*numbers(DEAD, A=9, B=9))["Dead"].weak
    alone = rows(say(A, DEAD, {"number": 9}, certainty="Hedged"))["Dead"]
    assert (alone.weak, alone.to_check) == (False, False)


def test_the_grade_of_a_row_is_that_of_its_firmest_pair_or_reading():
    one_way = {"ways": ("cue",)}
    agreed = [say(by, DEAD, {"number": 9}, **one_way) for by in (A, B)]
    assert rows(*agreed)["Dead"].grade is Grade.TENTATIVE
    assert rows(*agreed, *numbers(DEAD, C=9))["Dead"].grade is Grade.FIRM
    unlike = [*numbers(DEAD, A=9), say(B, DEAD, {"number": 12}, **one_way)]
    assert rows(*unlike)["Dead"].grade is Grade.TENTATIVE  # a firm reading makes no firm difference
    assert rows(*unlike, *numbers(DEAD, C=30))["Dead"].grade is Grade.FIRM


@pytest.mark.parametrize(
    ("marks", "letters", "speakers"),
    [
        ([{"certainty": "Hedged"}, {"certainty": "Hedged", "speakers": ["x"]}], "A~", ()),
        ([{"speakers": ["x"]}, {"speakers": ["y"]}, {"speakers": ["x"]}], "A@", ("x", "y")),
        ([{"speakers": ["x"]}, {}], "A", ()),
        ([{"certainty": "Hedged", "speakers": ["x"]}, {"certainty": "Hedged", "speakers": ["y"]}], "A~@", ("x", "y")),
        ([{"attributed": True}], "A@", ()),
        ([{"stance": "Denies", "certainty": "Hedged"}], "A!~", ()),
        ([{"stance": "NoEvidence", "speakers": ["x"]}], "A?@", ("x",)),
        ([{"stance": "Unknown"}], "A?", ()),
    ],
)
def test_marks_of_one_account(marks, letters, speakers):
    claims = [claim(A, PARTS, answer({"named": "ash"}, {}), **dict(more)) for more in marks]
    (line,) = rows(*claims)["Parts"].readings
    assert (line.letters, line.speakers) == (letters, speakers)


def test_a_reading_held_by_an_account_that_is_left_out_is_shown_without_it():
    found = whole(*numbers(DEAD, A=9, B=9))
    (row,) = apparatus(replace(found, accounts=(A,), issues=(replace(found.issues[0], silent=()),)))
    assert row.readings[0].letters == "A"


def test_a_cut_account_is_not_silent():
    cut = account("C", warnings=("cut short: the rest stands behind a wall",))
    assert rows(*numbers(DEAD, A=9), accounts=(A, B, cut))["Dead"].silent == ("B",)
