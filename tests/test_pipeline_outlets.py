"""One breach as twenty outlets tell it: saved pages, garbled text, round-ups, copies. All of it is invented.

``tests/cases/twenty-outlets``: 01 is an agency's report that 02 and 03 copy; 03 to 07 are saved pages with their
furniture; 08 and 09 are garbled; 07, 10 and 11 are round-ups, most of which is about something else.
"""

import re
from pathlib import Path

import pytest

from incident_graph.accounts import read_accounts
from incident_graph.model import Claim, Incident, Reading, Verdict
from incident_graph.pipeline import build

FOLDER = Path(__file__).parent / "cases" / "twenty-outlets"
#: What stands only in furniture, advertisements, comments and other stories.
ELSEWHERE = re.compile(
    r"Larkspur|Pyrax|Otto Vance|Tango|Mika Aalto|Bela Roth|Skua|Signe Dahl|Penn|Lowe|Greyfin|Audrey|Velm|Ines Kolar"
    r"|Lena Quill|Odette|Ridgeport|Elm Cross|Kofi Brandt|Una Trask|Meridian|Lantern Media|Corvid|Orchard Mutual"
    r"|Jonty Marsh|Zurich|Lisbon|Madrid|Oslo|Cardiff|Tokyo|Seoul"
)


@pytest.fixture(scope="module")
def incident() -> Incident:
    return build(read_accounts([str(FOLDER)]), profiles=["data-breach"])


def claims(incident: Incident, question: str) -> list[Claim]:
    return [c for c in incident.claims if c.question.endswith(f"#{question}")]


def readings(incident: Incident, question: str) -> dict[str, Reading]:
    issue = next(i for i in incident.issues if i.question.name == question)
    return {r.label: r for r in incident.readings if r.issue == issue.id}


def test_nothing_is_read_from_furniture_or_other_stories(incident: Incident) -> None:
    assert len(incident.accounts) == 20
    assert [e.label for e in incident.entities if ELSEWHERE.search(e.label)] == []
    said = [c.evidence[0].text for c in incident.claims]
    assert len(said) > 100
    assert [words for words in said if ELSEWHERE.search(words)] == []


def test_copies_of_one_report_count_once(incident: Incident) -> None:
    listed = readings(incident, "whenListed")["3 February 2026"]
    assert (len(listed.witnesses), listed.independent_witnesses) == (3, 1)


def test_garbled_accounts_are_read_like_the_others(incident: Incident) -> None:
    affected = readings(incident, "peopleAffected")["1.2 million"]
    names = {a.id: a.file_name for a in incident.accounts}
    assert {"08-tollgate-times.txt", "09-estuary-echo.txt"} <= {names[w] for w in affected.witnesses}


def test_every_other_account_gives_the_same_number(incident: Incident) -> None:
    affected = readings(incident, "peopleAffected")
    assert len(affected["1.2 million"].witnesses) >= 12
    assert len(affected["900,000"].witnesses) == 1


def test_only_what_the_accounts_differ_on_is_in_conflict(incident: Incident) -> None:
    names = {
        verdict: {
            i.question.name
            for i in incident.issues
            for c in incident.comparisons
            if c.issue == i.id and c.verdict is verdict
        }
        for verdict in (Verdict.CONFLICTS, Verdict.MAY_CONFLICT)
    }
    assert names[Verdict.CONFLICTS] == {"peopleAffected"}  # by a cue and by alignment
    # foundBy: a cue alone takes who is quoted, or who speaks of a finding, for the finder
    assert names[Verdict.MAY_CONFLICT] <= {"peopleAffected", "howItGotOut", "blamed", "foundBy"}


def test_when_customers_were_told_is_not_when_officials_knew(incident: Incident) -> None:
    assert {c.answer.label for c in claims(incident, "whenKnown")} == {"9 February"}
    assert {c.answer.label for c in claims(incident, "whenTold")} == {"10 February"}
