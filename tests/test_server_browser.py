"""The query page in a browser: ask, stop, be led to an error, download."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from example_incident import example
from page_browser import browser, needs_chromium
from serving import served

from incident_graph.rdf import write_quads
from incident_graph.store import save

pytestmark = [needs_chromium, pytest.mark.slow]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The query page of our server, in a window; what the console says against it is kept as ``said``."""
    pytest.importorskip("uvicorn")
    path = str(tmp_path_factory.mktemp("served") / "fire.trig")
    save(write_quads(example()), path)
    with served(path) as at:
        tab = browser().new_page(viewport={"width": 1000, "height": 800})
        tab.said = []
        tab.on("console", lambda message: tab.said.append(message.text))
        tab.on("pageerror", lambda error: tab.said.append(str(error)))
        tab.goto(at + "query")
        yield tab
        tab.close()


def ask(page: Any, sparql: str) -> None:
    page.fill("#query", sparql)
    page.click("#run")
    page.wait_for_selector("#stop", state="hidden")


def test_a_named_question_gives_a_table(page: Any) -> None:
    page.select_option("#named", "accounts")
    assert page.input_value("#query").startswith("# title:")
    assert page.inner_text("#about")
    page.press("#query", "Control+Enter")
    page.wait_for_selector("table")
    assert page.inner_text("#status").startswith("3 rows, ")
    assert page.locator("tbody tr").count() == 3
    assert page.said == []


def test_an_error_leads_to_its_place(page: Any) -> None:
    ask(page, "SELECT * {\n ?s ?p }")
    page.wait_for_selector("#status.wrong")
    assert "line 2, column 9" in page.inner_text("#status")
    assert page.evaluate("[document.activeElement.id, document.activeElement.selectionStart]") == ["query", 19]
    assert page.locator("#results").is_hidden()
    assert all("400" in line for line in page.said), "no more than the browser's own note of the refusal"
    page.said.clear()


def test_words_of_the_graph_are_words(page: Any) -> None:
    ask(page, "SELECT ?x { VALUES ?x { '<img src=x onerror=alert(1)>' } }")
    assert page.inner_text("tbody td") == "<img src=x onerror=alert(1)>"
    assert page.locator("#results img").count() == 0
    ask(page, "ASK { ?c a inc:Claim }")
    assert page.inner_text("#status").startswith("Yes")


def test_a_thing_can_be_followed(page: Any) -> None:
    ask(page, "SELECT ?c { ?c a inc:Claim } LIMIT 1")
    page.click(".iri")
    page.wait_for_selector("#results pre")
    assert "inc:Claim" in page.inner_text("#results pre")
    assert page.evaluate("decodeURIComponent(location.hash)").startswith("#DESCRIBE <https://example.org/")


def test_a_slow_question_can_be_stopped(page: Any) -> None:
    page.fill("#query", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    page.click("#run")
    page.click("#stop")
    page.wait_for_selector("#status.wrong")
    assert page.inner_text("#status") == "Stopped"


def test_a_download(page: Any) -> None:
    page.fill("#query", "SELECT (COUNT(?c) AS ?n) { ?c a inc:Claim }")
    with page.expect_download() as waiting:
        page.click("button[value=csv]")
    assert waiting.value.suggested_filename == "results.csv"
    assert Path(waiting.value.path()).read_bytes() == b"n\r\n15\r\n"
