"""The query page in a browser: ask, stop, be led to an error, download."""

import contextlib
import threading
from collections.abc import Iterator
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from example_incident import example
from page_browser import browser, needs_chromium
from serving import served

from incident_graph.rdf import write_quads
from incident_graph.store import save

pytestmark = [needs_chromium, pytest.mark.slow]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where our server is."""
    pytest.importorskip("uvicorn")
    path = str(tmp_path_factory.mktemp("served") / "fire.trig")
    save(write_quads(example()), path)
    with served(path) as at:
        yield at


@pytest.fixture(scope="module")
def page(address: str) -> Iterator[Any]:
    """The query page of our server, in a window; what the console says against it is kept as ``said``."""
    tab = browser().new_page(viewport={"width": 1000, "height": 800})
    tab.said = []
    tab.on("console", lambda message: tab.said.append(message.text))
    tab.on("pageerror", lambda error: tab.said.append(str(error)))
    tab.goto(address + "query")
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


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_a_page_elsewhere_gets_no_answer(address: str, name: str) -> None:
    """Another port is another origin, of the same site under the same name, of another under another."""
    asked = address + "sparql?" + urlencode({"query": "SELECT ?q { ?q ?p ?o } LIMIT 1"})
    form = (
        f'<form id="f" target="g" method="post" action="{address}sparql"><input name="query" value="ASK {{}}"></form>'
    )
    script = f"fetch('{asked}', {{mode: 'no-cors'}}); document.getElementById('f').submit()"
    link = f'<a id="page" href="{address}query">page</a> <a id="asked" href="{escape(asked)}">asked</a>'
    frames = f'<iframe src="{address}query"></iframe><iframe name="g"></iframe>'
    body = f'<!doctype html><img src="{escape(asked)}">{frames}{form}{link}<script>{script}</script>'
    with one_page(body) as port:
        tab = browser().new_page()
        seen: list[tuple[str, str, int]] = []
        tab.on("response", lambda got: seen.append((got.request.resource_type, got.url, got.status)))
        # An image that is none the browser keeps from the page, and from Playwright; a level below, all is told.
        below = tab.context.new_cdp_session(tab)
        asked_for: dict[str, tuple[str, str]] = {}
        came: list[tuple[str, int]] = []

        def sent(what: dict[str, Any]) -> None:
            asked_for[what["requestId"]] = (what["type"].lower(), what["request"]["url"])

        below.on("Network.requestWillBeSent", sent)
        below.on("Network.responseReceivedExtraInfo", lambda got: came.append((got["requestId"], got["statusCode"])))
        below.send("Network.enable")
        tab.goto(f"http://{name}:{port}/", wait_until="networkidle")
        seen += [(*asked_for[number], status) for number, status in came if number in asked_for]
        ours = {(kind, status) for kind, url, status in seen if url.startswith(address)}
        assert ours == {("image", 403), ("fetch", 403), ("document", 403)}
        assert len(tab.frames) == 3, "one was led to the query page, a form was sent into the other"
        with tab.expect_navigation() as followed:
            tab.click("#asked")
        assert followed.value.status == 403
        tab.goto(f"http://{name}:{port}/", wait_until="networkidle")
        with tab.expect_navigation() as followed:
            tab.click("#page")
        assert followed.value.status == 200
        tab.close()


@contextlib.contextmanager
def one_page(body: str) -> Iterator[int]:
    """A server on a free port that gives this page, whatever it is asked."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/" else 204)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body.encode() if self.path == "/" else b"")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
