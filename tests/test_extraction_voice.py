"""What an account says in its own voice within what somebody is said to say. All sentences are invented."""

import pytest

from incident_graph.accounts import Account
from incident_graph.extraction.own_voice import is_deed_of_lead, named_in_passing, places_what_is_known
from incident_graph.text.document import Document
from incident_graph.text.documents import read_document
from incident_graph.text.parsing import parse


def marked(text: str) -> tuple[Document, int, int]:
    """The parsed text, and where the words in square brackets stand in it."""
    start, end = text.index("["), text.index("]") - 1
    (document,) = parse([read_document(Account("0" * 64, "a.txt", text.replace("[", "").replace("]", "")))])
    return document, start, end


@pytest.mark.parametrize(
    "text",
    [
        "A blast tore through [a mill] in Arden on Monday, killing nine people, officials said.",
        "Fire swept [a hall] on Monday, injuring nine clerks, according to the mayor.",
        "[A landslide] hit Arden, leaving nine people dead, the guild said.",
    ],
)
def test_the_deed_of_the_lead_is_the_accounts_own(text: str) -> None:
    assert is_deed_of_lead(*marked(text))


@pytest.mark.parametrize(
    "text",
    [
        "A blast tore through a mill on Monday, killing [nine people], officials said.",
        "A blast tore through [a mill] on Monday, officials said.",
        "Officials said a blast tore through [a mill], killing nine people.",
        "It was cold. A blast tore through [a mill] on Monday, killing nine people, officials said.",
        "A blast tore through [a mill] on Monday, killing nine people.",
    ],
)
def test_what_came_of_it_and_all_else_is_not(text: str) -> None:
    assert not is_deed_of_lead(*marked(text))


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that [chief clerk Ada Loe] would resign.",
        "The guild said [harbour master Tom Vane] had left.",
        "The guild said [Ada Loe, the owner], had left.",
    ],
)
def test_who_somebody_is_is_told_in_passing(text: str) -> None:
    assert named_in_passing(*marked(text))


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that [Ada Loe was the chief clerk].",
        "The mayor said that [Ada Loe] would resign.",
        "The mayor said that [the chief clerk] would resign.",
        "The mayor said that [clerk Ada Loe drowned].",
    ],
)
def test_what_somebody_is_said_to_be_or_do_is_not(text: str) -> None:
    assert not named_in_passing(*marked(text))


@pytest.mark.parametrize(
    "text",
    [
        "The blast at [Arden Mill] killed nine people, the mayor said.",
        "The mayor said the fire in [Arden] had killed nine people.",
        "The mayor blamed the flood near [Arden] on rain.",
    ],
)
def test_where_what_is_known_happened_is_not_said_anew(text: str) -> None:
    assert places_what_is_known(*marked(text))


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that a blast at [Arden Mill] killed nine people.",
        "The mayor said nine people died in [Arden].",
        "The mayor said the loss stood at [nine million].",
    ],
)
def test_where_something_is_said_to_be_is(text: str) -> None:
    assert not places_what_is_known(*marked(text))
