"""What is to be checked: a group of its own on the page and in the report, with its own sign, and never in red."""

import dataclasses
import json
import re

import pytest
from example_incident import example, to_check
from page_browser import PHONE, needs_chromium

from incident_graph.model import Verdict
from incident_graph.network import MARKS
from incident_graph.page import render
from incident_graph.page.view_model import view_model
from incident_graph.report import to_markdown as markdown_of
from incident_graph.report.content import content

HEADING = "To check: one way alone finds that these cannot both be true"


def none_firm():
    """The incident in which nothing is firmly in conflict."""
    incident = to_check()
    turned = {Verdict.CONFLICTS: Verdict.MAY_CONFLICT}
    return dataclasses.replace(
        incident,
        issues=tuple(dataclasses.replace(i, verdict=turned.get(i.verdict, i.verdict)) for i in incident.issues),
        comparisons=tuple(
            dataclasses.replace(c, verdict=turned.get(c.verdict, c.verdict)) for c in incident.comparisons
        ),
    )


def test_its_chip_counts_it_apart_from_the_firm_conflicts():
    counts = {c["verdict"]: c["number"] for c in view_model(to_check())["counts"]}
    assert (counts["conflicts"], counts["to-check"]) == (1, 2)
    assert list(counts)[:2] == ["conflicts", "to-check"]


def test_the_first_sentence_counts_firm_conflicts_alone_and_says_where_there_is_none():
    assert view_model(to_check())["lead"].startswith("Two accounts give two incompatible answers to “Cause”")
    assert view_model(none_firm())["lead"] == "No conflict between the three accounts is firm."
    assert "may conflict on three (to check)" in view_model(none_firm())["rest"]


def test_one_heading_stands_before_its_questions_and_after_the_conflicts():
    html = render(to_check())
    assert html.count(HEADING) == 1
    rows = re.findall(r'<tr class="(row v-[a-z-]+|group)"', html)
    assert rows[:5] == ["row v-conflicts", "group", "row v-to-check", "row v-to-check", "row v-complements"]
    assert HEADING not in render(example())


def test_it_has_a_sign_and_a_colour_that_no_conflict_has():
    mark, red = MARKS[Verdict.MAY_CONFLICT], MARKS[Verdict.CONFLICTS]
    assert len({m.glyph for m in MARKS.values()}) == len({m.key for m in MARKS.values()}) == len(Verdict)
    assert mark.colour not in (red.colour, MARKS[Verdict.CONTESTS].colour)
    style = re.search(r"<style>(.*?)</style>", render(to_check()), re.DOTALL)
    assert style is not None
    assert red.colour not in "".join(re.findall(r"--to-check[a-z-]*: ([^;]*);", style[1]))
    assert re.search(r"\.glyph:is\([^)]*v-to-check[^)]*\) \{ background: var\(--card\)", style[1])


def test_the_legend_explains_it_only_where_it_occurs():
    assert 'class="key-to-check"' in render(to_check())
    assert 'class="key-to-check"' not in render(example())
    assert 'class="key-updates"' not in render(to_check())


def test_the_data_say_how_firmly_a_reading_and_a_claim_are_known():
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', render(to_check()), re.DOTALL)
    assert found is not None
    data = json.loads(found[1])
    owner = next(i for i in data["issues"] if i["label"] == "Owner of the shed")
    assert {(r["grade"], *r["ways"]) for r in owner["readings"]} == {("Tentative", "cue")}
    claims = [dict(zip(data["claim"], c, strict=True)) for r in owner["readings"] for c in r["claims"]]
    assert {(c["grade"], *c["ways"]) for c in claims} == {("Tentative", "cue")}


def test_pairs_say_why_they_are_to_be_checked():
    owner = next(i for i in view_model(to_check())["issues"] if i["label"] == "Owner of the shed")
    assert owner["rests"] == ["if there was one shed", "both sides are found in one way alone (cue)"]
    cause = next(i for i in view_model(to_check())["issues"] if i["label"] == "Cause")
    assert not any("found in" in why for why in cause["rests"])


def test_the_report_has_a_part_to_check():
    parts = {part.heading: [entry.label for entry in part.entries] for part in content(to_check()).parts}
    assert list(parts)[:2] == [
        "Where the accounts cannot all be right",
        "To check: where one way alone finds that they cannot all be right",
    ]
    assert list(parts.values())[:2] == [["Cause"], ["People hurt", "Owner of the shed"]]
    text = markdown_of(content(to_check()))
    assert "### ≠? Owner of the shed" in text
    assert "Both sides are found in one way alone (cue)." in text


def _heading_shown(page):
    return page.locator(".matrix .group").is_visible()


@needs_chromium
def test_the_chip_filters_and_the_heading_goes_with_its_questions(open_page):
    page = open_page("to-check", to_check)
    assert _heading_shown(page)
    page.click(".chip[data-verdict=to-check]")
    assert page.locator(".row:visible").count() == 2
    assert _heading_shown(page)
    page.click(".chip[data-verdict=to-check]")
    page.click(".chip[data-verdict=conflicts]")
    assert page.locator(".row:visible").count() == 1
    assert not _heading_shown(page)
    page.evaluate("location.hash = '#f=to-check'")
    assert page.locator(".row:visible").count() == 2


@needs_chromium
def test_on_a_phone_the_heading_stands_among_the_cards(open_page):
    page = open_page("to-check", to_check, size=PHONE)
    shown = page.locator("#cards > li").evaluate_all("list => list.map((e) => e.className)")
    assert shown[:4] == ["card v-conflicts", "group", "card v-to-check", "card v-to-check"]


@needs_chromium
@pytest.mark.parametrize("make", [to_check, none_firm])
def test_the_key_c_shows_conflicts_or_else_what_is_to_be_checked(open_page, make):
    page = open_page(make.__name__, make)
    page.keyboard.press("c")
    expected = "conflicts" if make is to_check else "to-check"
    shown = page.locator(".row:visible").evaluate_all("list => list.map((e) => e.className)")
    assert {name.split()[1] for name in shown} == {f"v-{expected}"}
