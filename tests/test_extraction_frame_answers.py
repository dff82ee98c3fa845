"""Answers by frames: who fills a role, and that it is filled. All sentences are invented."""

import pytest

from incident_graph.accounts import Account
from incident_graph.model import Claim
from incident_graph.pipeline import build

HACKED = "Tessel Hotels was hacked on Friday. "


def claims(text: str, question: str, profile: str = "data-breach") -> list[Claim]:
    incident = build([Account("0" * 64, "a.txt", text)], profiles=[profile], extractors=["frames"])
    return [claim for claim in incident.claims if claim.question.rpartition("#")[2] == question]


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Its manager would not tell us how many guests' files the thieves copied.", "Asserts"),
        ("The intruders stole the files of 300 guests.", "Asserts"),
        ("The chain did not say whose records the hackers had taken.", "Asserts"),
        ("The intruders did not copy the files of guests.", "Denies"),
        ("Its head denied a theft of records.", "Denies"),
        ("The thieves took no passwords.", ""),
        ("The intruders did not steal the messages of guests.", ""),
        ("A clerk asked whether the thieves had stolen records.", ""),
        ("The chain fears that hackers could steal records.", ""),
    ],
)
def test_a_filled_role_is_a_yes_and_a_part_that_is_denied_no_no(sentence: str, stance: str) -> None:
    assert [claim.stance.value for claim in claims(HACKED + sentence, "dataTaken")] == ([stance] if stance else [])


@pytest.mark.parametrize(
    ("sentence", "answers"),
    [
        ("Rufus Vane stole the files of guests.", ["Rufus Vane"]),
        ("Rufus Vane, who copied the records of guests, has fled.", ["Rufus Vane"]),
        ("The files were found by Rufus Vane.", []),
    ],
)
def test_who_fills_a_role_answers_the_question_that_names_it(sentence: str, answers: list[str]) -> None:
    assert [claim.answer.label for claim in claims(HACKED + sentence, "blamed")] == answers
