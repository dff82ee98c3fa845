"""What people write into decisions is shown as text, on the page and in the report, like what accounts write."""

from pathlib import Path

import pytest
from page_incidents_odd import HOSTILE

from incident_graph.accounts import read_accounts
from incident_graph.decisions import Decision, Place
from incident_graph.model import Incident
from incident_graph.page import render
from incident_graph.pipeline import build
from incident_graph.report import report

TEXT = "Records on show\n\nThe clinic said that 40 patients were told. A trader offered the records on a market.\n"
QUESTION = "https://w3id.org/incident-graph/profile/data-breach#listedOn"


@pytest.fixture(scope="module")
def decided(tmp_path_factory) -> Incident:
    folder: Path = tmp_path_factory.mktemp("accounts")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    accounts = read_accounts([str(folder)])
    at = Place(accounts[0].sha256, "a market", prefix="records on ")
    said = HOSTILE.replace("\x00", "")
    added = Decision("add", "claim", at, question=QUESTION, value=said, hedge=said, speaker=said, by=said, note=said)
    return build(accounts, profiles=["data-breach"], decisions=[added])


def test_the_answer_that_was_added_is_there_as_text(decided):
    labels = [c.answer.label for c in decided.claims if c.question == QUESTION]
    assert any("onerror" in label for label in labels)
    page = render(decided)
    assert "&lt;img src=x onerror=" in page
    assert "<img" not in page
    assert page.count("<script>") == 2  # the page's own; data and what is packed have a type


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_it_is_text_in_the_report_too(decided, form):
    text = report(decided, form)
    assert "onerror" in text
    assert "<img" not in text.replace("\\<img", "")
