"""What people write into decisions is shown as text, on the page and in the report, like what accounts write."""

import pytest
from page_incidents_odd import DECIDED_QUESTION, decided

from incident_graph.model import Incident
from incident_graph.page import render
from incident_graph.report import report


@pytest.fixture(scope="module")
def story() -> Incident:
    return decided()


def test_the_answer_that_was_added_is_there_as_text(story):
    labels = [c.answer.label for c in story.claims if c.question == DECIDED_QUESTION]
    assert any("onerror" in label for label in labels)
    page = render(story)
    assert "&lt;img src=x onerror=" in page
    assert "<img" not in page
    assert page.count("<script>") == 2  # the page's own; data and what is packed have a type


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_it_is_text_in_the_report_too(story, form):
    text = report(story, form)
    assert "onerror" in text
    assert "<img" not in text.replace("\\<img", "")
