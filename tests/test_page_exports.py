"""What can be taken away from the page: table, data, pictures, Turtle, SPARQL."""

import csv
import io
import json
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path

import pytest
from page_browser import PHONE, cell, download, needs_chromium
from page_incident import incident
from page_incidents_odd import hostile, hostile_everywhere
from toll_incident import ELEVEN, NINE, TWELVE, told

from incident_graph.model import Incident
from incident_graph.page import render
from incident_graph.queries import get_query, list_queries
from incident_graph.rdf import write_quads

pytestmark = [needs_chromium, pytest.mark.slow]
INC = "https://w3id.org/incident-graph/core#"


def _triples(turtle: bytes) -> set[tuple[str, str, str]]:
    import pyoxigraph

    parsed = pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE)
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in parsed}


def _whole(of: Incident) -> set[tuple[str, str, str]]:
    return {(str(q.subject), str(q.predicate), str(q.object)) for q in write_quads(of)}


def _of_class(triples: set[tuple[str, str, str]], name: str) -> set[str]:
    return {s.rpartition("/")[2].rstrip(">") for s, _, o in triples if o == f"<{INC}{name}>"}


def test_exports(open_page):
    page = open_page()
    table = download(page, "csv").decode("utf-8-sig")
    assert len(table.splitlines()) >= 32
    assert '"How it started","conflicts"' in table
    page.click(".chip[data-verdict=single]")
    assert len(download(page, "csv").decode("utf-8-sig").splitlines()) == 3
    assert {i["label"] for i in json.loads(download(page, "json"))["issues"]} == {
        "Who raised the alarm",
        "Port minister",
    }
    drawing = download(page, "svg")
    assert drawing.startswith(b"<svg")
    assert ElementTree.fromstring(drawing.decode()).tag.endswith("svg")
    page.wait_for_selector("html.drawn")
    assert download(page, "png").startswith(b"\x89PNG")


def test_a_picture_can_be_taken_before_the_network_was_seen(open_page):
    page = open_page(size=PHONE)
    assert download(page, "png").startswith(b"\x89PNG")
    assert page.locator("#network").is_visible()


def test_csv_cells_cannot_be_formulas(open_page):
    starts = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "|x", "%x"]

    def dangerous() -> Incident:
        fire = incident()
        labels = starts * len(fire.readings)
        return replace(
            fire,
            readings=tuple(replace(r, label=x) for r, x in zip(fire.readings, labels, strict=False)),
            claims=tuple(
                replace(c, answer=replace(c.answer, label=x)) for c, x in zip(fire.claims, labels, strict=False)
            ),
        )

    page = open_page("formulas", dangerous)
    rows = list(csv.reader(io.StringIO(download(page, "csv").decode("utf-8-sig"), newline="")))[1:]
    assert len(rows) == len(incident().claims)
    assert {row[3] for row in rows} > {"'=1+1", "'@SUM(A1)"}
    assert all(value == "" or value.strip()[0] not in "=+-@|%" for row in rows for value in row)


def test_the_turtle_of_a_selection_is_that_part_of_the_graph(open_page):
    fire = incident()
    page = open_page()
    everything = _triples(download(page, "ttl"))
    assert everything <= _whole(fire)
    for name, known in (("Claim", fire.claims), ("Reading", fire.readings), ("Comparison", fire.comparisons)):
        assert _of_class(everything, name) == {x.id for x in known}
    page.fill("#search", "Chemicals on site")
    part = _triples(download(page, "ttl"))
    assert part < everything
    assert _of_class(part, "Issue") == {"issue-chemicals"}
    assert _of_class(part, "Claim") == {c.id for c in fire.claims if c.id.startswith("claim-chemicals")}
    assert _of_class(part, "Reading") == {r.id for r in fire.readings if r.issue == "issue-chemicals"}
    assert '"drums of ammonia stood by the east wall"' in {o for _, _, o in part}
    page.click("thead button[data-letter='3']")
    alone = _triples(download(page, "ttl"))
    assert _of_class(alone, "Claim") == {"claim-chemicals-0-D"}
    assert _of_class(alone, "Account") == {fire.accounts[3].id} | {
        a.id for a in fire.accounts if any(s.endswith(f"{a.id}>") for s, _, _ in alone)
    }


def test_the_turtle_survives_hostile_text(open_page):
    page = open_page("hostile", hostile)
    page.wait_for_selector("html.drawn")
    turtle = download(page, "ttl")
    assert _triples(turtle) <= _whole(hostile())
    assert len(_of_class(_triples(turtle), "Claim")) == len(incident().claims)


def test_named_questions_show_answers_and_give_their_sparql(open_page):
    page = open_page(permissions=("clipboard-read", "clipboard-write"))
    page.click("#questions-button")
    dialog = page.locator("#asking")
    assert dialog.is_visible()
    assert dialog.locator("details").count() == len(list_queries())
    conflicts = dialog.locator("[data-question=conflicts]")
    conflicts.locator("summary").click()
    assert "An overheated compressor" in conflicts.locator("table").inner_text()
    conflicts.locator("button.cite").click()
    conflicts.locator("button.cite", has_text="copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == get_query("conflicts").sparql
    page.keyboard.press("Escape")
    assert dialog.is_hidden()
    page.keyboard.press("q")
    assert dialog.is_visible()


def test_a_citation_says_where_the_words_stand(open_page):
    page = open_page(permissions=("clipboard-read", "clipboard-write"))
    page.click(cell(1, "B"))
    page.locator("#panel .chosen-quote .cite").click()
    page.locator("#panel .cite", has_text="copied").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    account = incident().accounts[1]
    assert "“Police are treating the fire as arson”" in text
    assert account.sha256 in text
    start = account.text.index("Police are")
    assert f"line 3, characters {start}–" in text


@pytest.mark.parametrize("texts", [True, False])
def test_rows_of_named_questions_are_there_without_scripts(texts):
    page = render(incident(), texts=texts)
    for query in list_queries():
        assert f'data-question="{query.name}"' in page


@pytest.mark.parametrize(("name", "make"), [("fire", incident), ("hostile-everywhere", hostile_everywhere)])
def test_a_card_is_copied_as_html_that_holds_words_alone(open_page, name, make):
    page = open_page(name, make, permissions=("clipboard-read", "clipboard-write"))
    page.click(".part .take >> nth=0")
    page.locator(".part .take", has_text="copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    read = page.evaluate(
        "(html) => [...new DOMParser().parseFromString(html, 'text/html').body.querySelectorAll('*')]"
        ".map((e) => [e.localName, e.attributes.length])",
        copied,
    )
    assert {tag for tag, _ in read} <= {"figure", "h3", "h4", "p", "ul", "li", "b", "q", "figcaption"}
    assert {attributes for _, attributes in read} == {0}
    assert "not who is right" in copied
    if name == "fire":
        assert "an overheated compressor started the blaze" in copied
        assert page.inner_text(".part-open >> nth=0") in copied


def test_a_figure_is_saved_with_its_colours_and_a_credit(open_page):
    page = open_page("toll", lambda: told(NINE, ELEVEN, TWELVE, days=(4, 5, 8)))
    with page.expect_download() as info:
        page.click(".part .take:has-text('figure')")
    drawing = ElementTree.fromstring(Path(info.value.path()).read_bytes())
    words = "".join(drawing.itertext())
    assert "not who is right" in words
    assert "12" in words
    step = next(e for e in drawing.iter() if e.get("class") == "step")
    assert (step.get("fill"), step.get("stroke", "").startswith("rgb")) == ("none", True)
