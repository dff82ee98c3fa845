"""Independent witnesses: accounts that pass on one party's word, that credit one another, or that reuse text."""

from dataclasses import replace

import pytest
from comparison_builders import account, answer, claim, kinds_of, question, run

from incident_graph.comparison import source_groups
from incident_graph.comparison.origins import independent, origin_of
from incident_graph.model import Speaker

DEAD = question("dead", "Number", answer="Quantity")
NINE = answer({"number": 9}, {})
A, B, C, D = ACCOUNTS = tuple(account(letter) for letter in "ABCD")
APART = {one.id: one.id for one in ACCOUNTS}
A_AND_B = APART | {B.id: A.id}


def said(by, *origins):
    """A claim that is put down to names ("wire" is of the entity "entity-wire"); "-" is a speaker without one."""
    speakers = tuple(Speaker(name, None if name == "-" else f"entity-{name}") for name in origins)
    return replace(claim(by, DEAD, NINE), speakers=speakers)


@pytest.mark.parametrize(
    ("claims", "apart", "joined"),
    [
        ([said(A), said(B)], 2, 1),
        ([said(A), said(B), said(C)], 3, 2),
        ([said(A), said(A)], 1, 1),
        ([said(A, "wire"), said(B, "wire")], 1, 1),
        ([said(A, "wire"), said(B, "herald")], 2, 2),
        ([said(A, "wire"), said(B)], 2, 2),
        ([said(A, "-"), said(B, "-")], 2, 1),  # nobody knows who: each account's own
        ([said(A, "-", "wire"), said(B, "wire")], 1, 1),
        ([said(A, "wire", "herald"), said(B, "herald")], 2, 2),  # the outermost name that is known
        ([said(A, "wire"), said(A), said(B, "wire")], 2, 2),  # also in its own voice
        ([said(A, "wire"), said(A, "herald"), said(B, "wire"), said(C, "herald")], 1, 1),
        ([said(A, "wire"), said(B, "herald"), said(C, "wire"), said(C, "herald")], 1, 1),
        ([said(A, "wire"), said(B, "herald"), said(C, "wire"), said(D, "herald")], 2, 2),
        ([said(A, "wire"), said(B, "herald"), said(C, "gazette"), said(D, "wire"), said(D, "herald")], 2, 2),
        ([], 0, 0),
    ],
)
def test_independent_witnesses(claims, apart, joined):
    assert independent(claims, APART) == apart
    assert independent(claims[::-1], APART) == apart
    assert independent(claims, A_AND_B) == joined


def test_the_origin_is_the_named_party_else_the_group_of_the_account():
    assert origin_of(said(B, "-", "wire"), A_AND_B) == "entity-wire"
    assert origin_of(said(B, "-"), A_AND_B) == A.id


def test_accounts_that_pass_on_one_word_do_not_agree():
    def firm(*claims):
        found = run([replace(one, ways=("alignment",)) for one in claims], [DEAD], kinds_of({}), ACCOUNTS)
        return {one.ways for one in found[3]}, found[1][0].independent_witnesses

    assert firm(said(A, "wire"), said(B, "wire")) == ({("alignment",)}, 1)
    assert firm(said(A, "wire"), said(B, "herald")) == ({("agreement", "alignment")}, 2)


# Groups of accounts


def grouped(*accounts):
    """The letters of the accounts, by group."""
    letter = {one.id: one.letter for one in accounts}
    groups = {}
    for one, first in source_groups(accounts).items():
        groups.setdefault(letter[first], []).append(letter[one])
    return {first: "".join(sorted(letters)) for first, letters in sorted(groups.items())}


def words(prefix, count):
    return " ".join(f"{prefix}{n}" for n in range(count))


@pytest.mark.parametrize(
    ("shared", "own", "expected"),
    [
        (8, 0, {"A": "AB"}),  # eight words in a row are reused text
        (7, 0, {"A": "A", "B": "B"}),
        (10, 7, {"A": "AB"}),  # three runs of ten: as much as makes a copy
        (10, 8, {"A": "A", "B": "B"}),  # three of eleven
        (9, 7, {"A": "A", "B": "B"}),
    ],
)
def test_how_much_of_the_shorter_text_makes_a_copy(shared, own, expected):
    same = words("same", shared)
    short, long = account("B", f"{same} {words('own', own)}"), account("A", f"{same} {words('other', 60)}")
    assert grouped(long, short) == expected
    assert grouped(account("A", short.text), account("B", long.text)) == expected


def test_groups_are_joined_over_others_and_named_by_their_first():
    one, two = words("one", 30), words("two", 30)
    first, last, both = account("A", one), account("C", two), account("B", f"{one} {two}")
    assert grouped(last, both, first, account("D")) == {"A": "ABC", "D": "D"}
    assert grouped(account("A", two), account("C", one), account("D", f"{one} {two}"), account("B")) == {
        "A": "ACD",
        "B": "B",
    }


def test_many_copies_of_one_text_are_one_group():
    text = words("same", 30)
    letters = [chr(65 + n // 26) + chr(65 + n % 26) for n in range(70)]
    assert list(grouped(*(account(letter, text) for letter in letters))) == ["AA"]


@pytest.mark.parametrize(
    ("more", "credit", "joined"),
    [
        ({"publisher": "The Herald"}, "Herald", True),
        ({"publisher": "Herald’s"}, "as the Herald has it", True),
        ({"publisher": "Herald"}, "", False),
        ({"publisher": ""}, "Herald", False),
        ({"title": "Three word title"}, "read three word title here", True),
        ({"title": "Two words"}, "two words", False),
        ({"title": "The two words"}, "two words", False),  # an article is no word of it
        ({"publisher": "Herald Tribune"}, "tribune herald", False),
        ({"publisher": "Herald"}, "word of the evening Herald", True),
    ],
)
def test_who_is_credited(more, credit, joined):
    expected = {"A": "AB"} if joined else {"A": "A", "B": "B"}
    assert grouped(account("A", **more), account("B", credit=credit)) == expected
    assert grouped(account("A", credit=credit), account("B", **more)) == expected


def test_several_that_credit_one_source_are_one_group_with_it():
    accounts = [account("A", credit="Source: Herald"), account("B", credit="herald"), account("C", publisher="Herald")]
    assert grouped(*accounts, account("D", credit="Gazette")) == {"A": "ABC", "D": "D"}
    assert grouped(account("A", credit="Herald", publisher="Herald"), account("B")) == {"A": "A", "B": "B"}
