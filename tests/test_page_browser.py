"""The page in a real browser: every interaction; no console error, no policy violation, no request outside."""

import csv
import shutil
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from page_incident import generated, hostile, incident, single

from incident_graph.model import Incident
from incident_graph.page import render

playwright_api = pytest.importorskip("playwright.sync_api", reason="the playwright package is not installed")
CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed (apt-get install chromium)")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
Open = Callable[..., "playwright_api.Page"]


@pytest.fixture(scope="module")
def browser() -> Iterator["playwright_api.Browser"]:
    with playwright_api.sync_playwright() as api:
        browser = api.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> Callable[[str, Callable[[], Incident]], Path]:
    folder = tmp_path_factory.mktemp("pages")

    def page(name: str, make: Callable[[], Incident]) -> Path:
        path = folder / f"{name}.html"
        if not path.exists():
            path.write_text(render(make()), encoding="utf-8")
        return path

    return page


@pytest.fixture
def open_page(browser, pages) -> Iterator[Open]:
    troubles: list[str] = []
    contexts = []

    def open_it(name="fire", make=incident, *, size=WIDE, state="", **options):
        context = browser.new_context(viewport=size, accept_downloads=True, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(4000)
        page.on("console", lambda m: troubles.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda e: troubles.append(str(e)))
        page.on(
            "request", lambda r: troubles.append(r.url) if not r.url.startswith(("file:", "blob:", "data:")) else None
        )
        page.goto(pages(name, make).as_uri() + state)
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert troubles == []


def _cell(question: int, account: str) -> str:
    return f".row:nth-child({question}) td[data-account='{'ABCDE'.index(account)}'] a"


def test_two_clicks_show_both_sides_of_a_conflict(open_page):
    page = open_page()
    page.click(_cell(1, "B"))  # one is enough
    panel = page.locator("#panel")
    assert panel.is_visible()
    assert "How it started: accounts conflict" in panel.inner_text()
    for words in ("an overheated compressor started the blaze", "Police are treating the fire as arson"):
        mark = panel.locator("mark", has_text=words.split()[0]).first
        assert mark.is_visible()
        box = mark.bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 900, words
    assert "Not stated by D." in panel.inner_text()
    assert panel.locator("figcaption .sign").first.inner_text() == "Ines Calder"
    assert panel.locator(".chosen-quote .letter").inner_text().endswith("B")


def test_the_panel_steps_through_questions_and_closes(open_page):
    page = open_page()
    page.click(_cell(1, "A"))
    page.click("#next")
    assert page.inner_text("#panel-title").strip().endswith("Who ran the building: accounts conflict")
    page.click("#previous")
    assert "How it started" in page.inner_text("#panel-title")
    page.keyboard.press("Escape")
    assert page.locator("#panel").is_hidden()
    assert page.evaluate("document.activeElement.closest('td').dataset.account") == "0"  # focus is back where it was


def test_chips_letters_and_search_filter_and_escape_undoes_them(open_page):
    page = open_page()
    rows = page.locator(".row:visible")
    assert rows.count() == 12
    page.click(".chip[data-verdict=conflicts]")
    assert rows.count() == 4
    page.click(".chip[data-verdict=contests]")
    assert rows.count() == 5
    page.keyboard.press("Escape")
    assert rows.count() == 12
    page.click("thead button[data-letter='1']")
    assert page.locator("td.dim[data-account='0']").count() == 12
    assert page.locator("td.dim[data-account='1']").count() == 0
    page.fill("#search", "vaccines")
    assert rows.count() == 1
    assert "Goods lost" in rows.inner_text()
    assert page.locator(".matrix bdi.found").inner_text() == "vaccines"
    page.fill("#search", "no such words")
    assert page.locator("#nothing").is_visible()
    page.click("#clear-nothing")
    assert rows.count() == 12
    assert page.locator("td.dim").count() == 0
    page.select_option("#group", "Harm")
    assert rows.count() == 3
    page.click("#clear")
    assert rows.count() == 12


def test_the_address_keeps_the_state(open_page):
    page = open_page()
    page.click("thead button[data-letter='2']")
    page.click(".chip[data-verdict=refines]")
    page.fill("#search", "million")
    page.click("[data-view=entities]")
    page.click(".row:visible td a >> nth=0")
    state = page.evaluate("location.hash")
    again = open_page(state=state)
    assert again.locator(".row:visible").count() == 1
    assert again.input_value("#search") == "million"
    assert again.get_attribute("thead button[data-letter='2']", "aria-pressed") == "true"
    assert again.get_attribute("[data-view=entities]", "aria-pressed") == "true"
    assert "Damage" in again.inner_text("#panel-title")
    again.evaluate("location.hash = '#i=operator'")
    again.wait_for_function("document.querySelector('#panel-title').textContent.includes('Who ran')")
    assert again.locator(".row:visible").count() == 12


@pytest.mark.parametrize("state", ["#i=nowhere&a=ZZ&f=wrong&e=99&v=<img>&g=x", "#q-999", "#%E0%A4%A", "#q-0"])
def test_a_wrong_address_does_no_harm(open_page, state):
    page = open_page(state=state)
    assert page.locator(".row:visible").count() == 12
    assert page.locator("#panel").is_visible() == (state == "#q-0")


def test_keys(open_page):
    page = open_page()
    page.keyboard.press("n")
    assert "How it started" in page.inner_text("#panel-title")
    page.keyboard.press("n")
    assert "Who ran" in page.inner_text("#panel-title")
    page.keyboard.press("p")
    assert "How it started" in page.inner_text("#panel-title")
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    assert page.locator(".row:visible").count() == 5
    page.keyboard.press("c")
    assert page.locator(".row:visible").count() == 12
    page.keyboard.press("3")
    assert page.get_attribute("thead button[data-letter='2']", "aria-pressed") == "true"
    page.keyboard.press("3")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("n3c?")  # typed, not obeyed
    assert page.input_value("#search") == "n3c?"
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    assert page.locator("#help").is_hidden()


def test_arrows_move_in_the_table_past_silent_cells(open_page):
    page = open_page()
    page.focus(_cell(1, "C"))
    page.keyboard.press("ArrowRight")  # D is silent
    assert page.evaluate("document.activeElement.closest('td').dataset.account") == "4"
    page.keyboard.press("ArrowDown")
    page.focus(_cell(1, "A"))
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('tr').dataset.issue") == "1"
    page.keyboard.press("Enter")
    assert "Who ran the building" in page.inner_text("#panel-title")


def _ink(page) -> int:
    """How many pixels of the network's canvas are drawn on."""
    return page.evaluate(
        "(() => { const c = document.querySelector('#canvas canvas');"
        "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        "let n = 0; for (let k = 3; k < d.length; k += 4) n += d[k] > 0; return n; })()"
    )


def test_the_canvas_is_drawn_and_a_node_opens_its_quotations(open_page):
    page = open_page()
    page.wait_for_selector("#canvas canvas")
    page.wait_for_timeout(100)
    assert _ink(page) > 20_000
    box = page.locator("#canvas").bounding_box()
    page.mouse.click(box["x"] + 110, box["y"] + 45)  # the first reading of the first question
    assert "How it started" in page.inner_text("#panel-title")
    assert page.locator("#panel .reading.chosen h3").inner_text().endswith("An overheated compressor")


def test_entities_open_their_mentions(open_page):
    page = open_page(state="#v=entities")
    page.wait_for_selector("#canvas canvas")
    page.wait_for_timeout(100)
    assert _ink(page) > 3_000
    page.evaluate("location.hash = '#v=entities&e=0'")
    page.wait_for_selector("#panel:visible")
    assert page.inner_text("#panel-title") == "Northwind Storage"
    assert page.locator("#panel .quote").count() == 2
    page.click("[data-view=agreement]")
    assert page.locator(".agreement").is_visible()
    page.click("[data-view=timeline]")
    assert "2026-03-04" in page.inner_text(".timeline")
    page.click(".timeline a")
    assert "When it started" in page.inner_text("#panel-title")


def test_a_quotation_leads_to_the_whole_account_and_on(open_page):
    page = open_page()
    page.click(_cell(1, "A"))
    page.click("#panel .quote .read >> nth=0")
    reader = page.locator("#reader")
    assert reader.is_visible()
    assert "burned for nine hours" in reader.inner_text()
    assert reader.locator("mark.here").inner_text() == "an overheated compressor started the blaze"
    assert reader.locator("mark").count() >= 8
    reader.locator("mark", has_text="opened an inquiry").click()
    assert reader.is_hidden()
    assert "Who investigates" in page.inner_text("#panel-title")


def _download(page, kind: str) -> bytes:
    page.click("#export")
    with page.expect_download() as info:
        page.click(f"[data-export={kind}]")
    assert info.value.suggested_filename == f"fire-at-kestrel-quay.{kind}"
    return Path(info.value.path()).read_bytes()


def test_exports(open_page):
    page = open_page()
    table = _download(page, "csv").decode("utf-8-sig")
    assert len(table.splitlines()) >= 32
    assert '"How it started","conflicts"' in table
    page.click(".chip[data-verdict=single]")
    assert len(_download(page, "csv").decode("utf-8-sig").splitlines()) == 3
    assert b'"Tomas Weil"' in _download(page, "json")
    drawing = _download(page, "svg")
    assert drawing.startswith(b"<svg")
    assert ElementTree.fromstring(drawing.decode()).tag.endswith("svg")
    assert _download(page, "png").startswith(b"\x89PNG")


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
    page.click("#export")
    with page.expect_download() as info:
        page.click("[data-export=csv]")
    rows = list(csv.reader(Path(info.value.path()).read_text(encoding="utf-8-sig").splitlines()))[1:]
    assert len(rows) == len(incident().claims)
    assert {row[3] for row in rows} > {"'=1+1", "'@SUM(A1)"}
    assert all(cell == "" or cell.strip()[0] not in "=+-@|%" for row in rows for cell in row)


def test_hostile_text_runs_nothing(open_page):
    page = open_page("hostile", hostile)
    page.click(".row a >> nth=0")
    page.click("#panel .read >> nth=0")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    for view in ("entities", "timeline", "agreement"):
        page.evaluate(f"location.hash = '#t=network&v={view}'")
        page.wait_for_timeout(60)
    page.set_viewport_size(PHONE)
    page.evaluate("location.hash = '#e=1'")
    page.wait_for_timeout(60)
    page.click(".card-reading >> nth=0")
    assert page.evaluate("window.ran") is None
    assert page.title().startswith("</script>")
    assert page.locator("img").count() == 0


def _no_sideways_scroll(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_on_a_phone_answers_are_cards_and_quotations_a_sheet(open_page):
    page = open_page(size=PHONE)
    assert page.locator(".matrix").is_hidden()
    assert page.locator(".card:visible").count() == 12
    assert _no_sideways_scroll(page)
    page.click(".card-reading >> nth=1")
    sheet = page.locator("#panel").bounding_box()
    assert sheet["y"] > 200
    assert abs(sheet["y"] + sheet["height"] - 844) < 2
    assert "Police are treating the fire as arson" in page.inner_text("#panel")
    assert _no_sideways_scroll(page)
    page.click("#close")
    page.click(".letters [data-letter='0']")
    assert page.locator(".card-reading.dim").count() > 5
    page.click("#tab-network")
    page.wait_for_selector("#canvas canvas")
    page.wait_for_timeout(100)
    assert page.locator("#compare").is_hidden()
    assert _ink(page) > 8_000
    assert _no_sideways_scroll(page)


def test_without_scripts_the_table_links_to_the_quotations(open_page):
    page = open_page(java_script_enabled=False)
    assert page.locator(".matrix").is_visible()
    assert page.locator("#svg-divergence").is_visible()
    assert page.locator("#search").is_hidden()
    assert page.locator("#panel").is_hidden()
    page.click(_cell(1, "A"))  # the link opens what it points into
    assert page.locator("#q-0 mark").first.is_visible()
    page.click("#q-0 .read >> nth=0")
    assert page.locator("#a-0 .text").is_visible()


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("empty", lambda: Incident("", "")),
        ("single", single),
        ("twelve", lambda: generated(12, 20)),
        ("forty", lambda: generated(40, 20)),
    ],
)
def test_every_state_opens(open_page, name, make):
    page = open_page(name, make)
    for size in (WIDE, PHONE):
        page.set_viewport_size(size)
        assert _no_sideways_scroll(page)
        assert page.locator("h1").is_visible()
        page.keyboard.press("n")
        assert page.locator("#panel").is_visible() == (name != "empty")


def test_dark_and_print(open_page):
    page = open_page(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(22, 23, 26)"
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#q-0 mark").first.is_visible()
    assert page.locator("#svg-divergence").is_visible()
    assert page.locator("#search").is_hidden()


def test_everything_clickable_has_a_name_and_a_size(open_page):
    page = open_page()
    page.keyboard.press("n")
    for size in (WIDE, PHONE):
        page.set_viewport_size(size)
        problems = page.evaluate(
            """() => [...document.querySelectorAll('a, button, input, select, summary')].filter((e) => {
                if (!e.checkVisibility()) return false;
                const box = e.getBoundingClientRect();
                const name = e.getAttribute('aria-label') || e.textContent.trim()
                    || (e.id && document.querySelector(`label[for="${e.id}"]`)?.textContent);
                return !name || box.height < 24 || box.width < 24;
            }).map((e) => e.outerHTML.slice(0, 120))"""
        )
        assert problems == []
        levels = page.evaluate(
            "[...document.querySelectorAll('h1, h2, h3')].filter((e) => e.checkVisibility())"
            ".map((e) => Number(e.tagName[1]))"
        )
        assert levels[0] == 1
        assert all(b - a <= 1 for a, b in pairwise(levels))


def test_it_is_ready_soon(open_page):
    page = open_page("large", lambda: generated(12, 40))
    took = page.evaluate("performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd")
    assert took < 4000  # generous: the machine is shared; the note has the measured value
    started = time.monotonic()
    page.click(".row:nth-child(3) td a >> nth=0")
    page.wait_for_selector("#panel:visible")
    assert time.monotonic() - started < 2


def test_the_network_follows_a_filter_to_what_is_left(open_page):
    page = open_page("twelve", lambda: generated(12, 20))
    page.wait_for_selector("#canvas canvas")
    page.wait_for_timeout(100)
    before = _picture(page)
    page.fill("#search", "Question 20 no")
    page.fill("#search", "Question 17")  # the last in the drawing
    page.wait_for_timeout(400)
    assert page.locator(".row:visible").count() == 1
    assert _strong(page) > 500  # something in view is not faded
    assert _picture(page) != before


def _picture(page) -> str:
    return page.evaluate("document.querySelector('#canvas canvas').toDataURL()")


def _strong(page) -> int:
    """How many pixels of the canvas are in the full colour of readings that agree."""
    return page.evaluate(
        "(() => { const c = document.querySelector('#canvas canvas');"
        "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let n = 0;"
        "for (let k = 0; k < d.length; k += 4) n += d[k] < 20 && d[k+1] > 100 && d[k+1] < 130 && d[k+2] > 160;"
        "return n; })()"
    )
