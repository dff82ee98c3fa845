"""What time changes, from text to verdict: tolls, zeros, clocks; and whose word an answer is."""

import pytest
from toll_incident import ELEVEN, NINE, TWELVE, pairs_of, told

from incident_graph.comparison import apparatus
from incident_graph.model import Grade, Verdict
from incident_graph.profile import list_profiles


def test_a_toll_that_rises_over_a_week_is_brought_up_to_date() -> None:
    found = pairs_of(told(NINE, ELEVEN, TWELVE, days=(4, 7, 10)), "dead")
    assert found["at least 11", "9"].verdict is Verdict.UPDATES
    assert found["12", "9"].verdict is Verdict.UPDATES
    assert "later answer" in found["12", "9"].because
    assert not found["12", "9"].reconciliation


def test_a_toll_that_falls_is_a_conflict() -> None:
    (pair,) = pairs_of(told(TWELVE, NINE, days=(4, 7)), "dead").values()
    assert (pair.verdict, pair.grade) == (Verdict.CONFLICTS, Grade.FIRM)
    assert pair.reconciliation == "if they count different things, or at different times"


def test_tolls_of_no_known_day_differ_unless_one_is_later() -> None:
    found = pairs_of(told(NINE, ELEVEN, TWELVE), "dead").values()
    apart = [pair for pair in found if pair.because]
    assert [pair.verdict for pair in apart] == [Verdict.DIFFERS_UNLESS_LATER] * 2
    assert {pair.reconciliation for pair in apart} == {"if one was made later than the other"}


def test_dozens_stay_dozens() -> None:
    incident = told(NINE.replace("nine people", "dozens of people"), TWELVE)
    assert "dozens" in {reading.label for reading in incident.readings}
    assert not {reading.label for reading in incident.readings if "199" in reading.label}


def test_passengers_and_crew_add_up_to_people_aboard() -> None:
    parts = (
        "The ferry Marlin sank off Hale on Sunday with 193 passengers and nine crew aboard. It had left Hale at dawn."
    )
    whole = "The ferry Marlin sank off Hale on Sunday. There were 202 people aboard. The ferry was old."
    (row,) = [
        row
        for row in apparatus(told(parts, whole, profile="transport-accident"))
        if "202" in {line.label for line in row.readings}
    ]
    assert row.verdict not in (Verdict.CONFLICTS, Verdict.MAY_CONFLICT)
    assert [len(line.witnesses) for line in row.readings if line.label == "202"] == [2]


NOBODY = (
    "Nobody was killed.",
    "No one was killed.",
    "There were no fatalities.",
    "The fire claimed no lives.",
    "No deaths were reported.",
    "Not a single person was killed.",
    "There was no loss of life.",
    "The blaze left no one dead.",
    "There were no deaths.",
    "It killed nobody.",
    "No people died.",
)


@pytest.mark.parametrize("profile", list_profiles())
@pytest.mark.parametrize("words", NOBODY)
def test_nobody_was_killed_meets_one_who_was(words: str, profile: str) -> None:
    opening = "A fire broke out at a mill in Ostby on Friday."
    incident = told(f"{opening} {words}", f"{opening} One worker was killed.", days=(4, 4), profile=profile)
    answers = {(c.account[-4:], c.answer.quantity.stated) for c in incident.claims if c.answer.quantity is not None}
    assert {stated for _, stated in answers} >= {0, 1}
    found = [pair for pair in incident.comparisons if pair.verdict in (Verdict.CONFLICTS, Verdict.MAY_CONFLICT)]
    assert found


@pytest.mark.parametrize(
    ("one", "other", "apart"), [("3.15", "5.15", False), ("3.15", "3.45", False), ("3.15", "3.22", True)]
)
def test_clocks_an_unsaid_zone_apart_are_no_conflict_and_say_why(one: str, other: str, apart: bool) -> None:
    texts = (
        f"The explosion at the flour mill in Ostwick happened at {clock} p.m. on Sunday." for clock in (one, other)
    )
    (pair,) = pairs_of(told(*texts, days=(5, 5)), "when").values()
    assert (pair.verdict in (Verdict.CONFLICTS, Verdict.MAY_CONFLICT)) is apart
    assert ("zone" in pair.because) is not apart


@pytest.mark.parametrize(("clock", "apart"), [("4.15 p.m. CET", False), ("5.15 p.m. CET", True)])
@pytest.mark.parametrize("stated", ["All times are GMT. ", "All times GMT | "])
def test_an_account_that_says_its_zone_says_it_for_all_its_times(stated: str, clock: str, apart: bool) -> None:
    blast = "The explosion at the flour mill in Ostwick happened at {} on Sunday."
    found = pairs_of(told(stated + blast.format("3.15 p.m."), blast.format(clock), days=(5, 5)), "when")
    called = {pair.verdict for pair in found.values()} & {Verdict.CONFLICTS, Verdict.MAY_CONFLICT}
    assert bool(called) is apart


def test_outlets_that_quote_one_agency_are_one_independent_witness() -> None:
    incident = told(
        "The explosion at the flour mill in Ostwick killed nine people, the Marit Press agency reported.",
        "Nine people died in the explosion at the mill in Ostwick, according to the Marit Press agency.",
        "The Marit Press agency said nine people were killed in the explosion at the mill in Ostwick.",
    )
    (row,) = [row for row in apparatus(incident) if row.question == "People killed"]
    (line,) = row.readings
    assert (len(line.witnesses), line.independent_witnesses) == (3, 1)
    dead = [claim for claim in incident.claims if claim.answer.quantity is not None]
    names = {entity.id: entity.label for entity in incident.entities}
    assert {names.get(claim.origin) for claim in dead} == {"Marit Press"}
