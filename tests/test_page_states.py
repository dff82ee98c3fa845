"""The page in every state it can be in: empty, crowded, narrow, dark, printed, without scripts, hostile."""

import re

import pytest
from page_browser import PHONE, WIDE, browser, cell, drawn, eventually, ink, needs_chromium, page_file
from page_incident import incident
from page_incidents_odd import bare, calm, decided, generated, hostile, hostile_everywhere, names, single, turned

from incident_graph.model import Incident

pytestmark = [needs_chromium, pytest.mark.slow]


@pytest.mark.parametrize(
    ("name", "make"), [("hostile", hostile), ("hostile-everywhere", hostile_everywhere), ("hostile-decided", decided)]
)
def test_hostile_text_runs_nothing(open_page, name, make):
    page = open_page(name, make)
    page.click(".row a >> nth=0")
    page.click("#panel .read >> nth=0")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    for view in ("entities", "lineage", "agreement"):
        page.evaluate(f"location.hash = '#t=network&v={view}'")
        page.wait_for_timeout(60)
    page.set_viewport_size(PHONE)
    page.evaluate("location.hash = '#e=0'")
    page.locator("#panel .reading").first.wait_for()
    page.click("#close")
    page.click("#tab-compare")
    page.click(".card-reading >> nth=0")
    assert page.locator("#panel .quote").first.is_visible()
    page.click("#previous")
    page.fill("#search", "<img src=x onerror=window.ran=1>")
    assert page.evaluate("window.ran") is None
    assert "onerror" in page.locator(".card").first.text_content()
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == page.locator("script:not([type]), script[type^='application/']").count()


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
    page.click(".strip [data-letter='0']")
    assert page.locator(".card-reading.dim").count() > 5
    page.click("#tab-network")
    drawn(page)
    assert page.locator("#compare").is_hidden()
    assert ink(page) > 8_000
    assert _no_sideways_scroll(page)


def test_without_scripts_the_table_links_to_the_quotations(open_page):
    page = open_page(java_script_enabled=False)
    assert page.locator(".matrix").is_visible()
    assert page.locator("#svg-divergence").is_visible()
    assert page.locator("#search").is_hidden()
    assert page.locator("#panel").is_hidden()
    page.click(cell(1, "A"))  # the link opens what it points into
    assert page.locator("#q-0 mark").first.is_visible()
    page.click("#q-0 .read >> nth=0")
    assert page.locator("#a-0 .text").is_visible()


def test_a_script_that_cannot_start_leaves_the_page_as_it_is_without_scripts():
    page = browser().new_context(viewport=WIDE).new_page()  # not watched: the error is meant
    page.add_init_script("window.matchMedia = undefined")
    page.goto(page_file("fire", incident).as_uri())
    assert page.locator("#quotations").is_visible()
    assert page.locator("#svg-divergence").is_visible()
    assert page.locator("#search").is_hidden()
    page.context.close()


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
    assert page.locator(".part .words mark").first.is_visible()
    assert page.locator(".account").first.is_visible()
    assert page.locator(".matrix").is_hidden()
    assert page.locator("#q-0").is_hidden()
    assert page.locator("#search").is_hidden()


def test_the_appendix_is_printed_when_it_is_asked_for(open_page):
    page = open_page()
    page.evaluate("window.print = () => { window.printed = document.documentElement.className; }")
    page.click("#export")
    page.click("[data-print=appendix]")
    assert "appendix" in page.evaluate("window.printed")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#q-0 mark").first.is_visible()
    assert page.locator("#svg-divergence").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#q-0").is_hidden()


@pytest.mark.parametrize(("name", "make", "most"), [("fire", incident, 4), ("twenty", lambda: generated(20, 30), 8)])
def test_print_is_short(open_page, name, make, most):
    page = open_page(name, make)
    assert 1 <= len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))) <= most


def test_it_is_ready_soon(open_page):
    """In seconds of the processor, of which others on this machine take none away."""
    page = open_page("large", lambda: generated(12, 40))
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return next(m["value"] for m in metrics if m["name"] == "TaskDuration")

    page.reload()
    assert 0 < spent() < 2
    before = spent()
    page.click(".row:nth-child(3) td a >> nth=0")
    page.wait_for_selector("#panel:visible")
    assert spent() - before < 1.5
    session.detach()


def test_no_divergence_is_a_state_of_its_own(open_page):
    page = open_page("calm", calm)
    assert page.locator(".chip[data-verdict=conflicts]").count() == 0
    page.keyboard.press("c")
    assert page.locator(".row:visible").count() == 12  # nothing to filter by: nothing happens
    page.keyboard.press("n")
    assert page.locator("#panel").is_visible()


def test_an_account_that_says_nothing_of_itself(open_page):
    page = open_page("bare", bare)
    head = page.locator("thead [data-account='0']")
    assert "a.txt" in head.inner_text()  # what it is called when nothing else is known
    page.click(cell(1, "A"))
    page.click("#panel .read >> nth=0")
    assert "a.txt" in page.inner_text("#reader")


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_names_of_any_length_and_script(open_page, size):
    page = open_page("names", names, size=size)
    assert _no_sideways_scroll(page)
    for state in ("#i=operator", "#v=entities&t=network", "#v=agreement&t=network"):
        page.evaluate(f"location.hash = '{state}'")
        page.wait_for_timeout(50)
        assert _no_sideways_scroll(page)
    page.evaluate("location.hash = '#i=operator'")
    page.wait_for_function("document.querySelector('#panel-title').textContent.includes('Who ran')")
    shown = page.inner_text("#panel")
    assert "מחסני הצפון בע״מ" in shown
    assert "北風倉庫株式会社" in shown


def test_marks_of_direction_turn_nothing_after_them(open_page):
    page = open_page("turned", turned)
    assert page.evaluate("[...document.querySelectorAll('th, td, h3, summary, figcaption')].every("
                         "(e) => !/[\\u202a-\\u202e\\u2066-\\u2069]/.test(e.textContent))")  # fmt: skip
    assert "\u202e" in page.locator("mark", has_text="Northwind").first.text_content()  # a quotation is verbatim


def test_five_hundred_accounts(open_page):
    page = open_page("crowd", lambda: generated(500, 2))
    assert "500 accounts" in page.inner_text("#compare")
    assert page.locator(".count").first.inner_text().endswith("accounts")
    page.keyboard.press("n")
    assert page.locator("#panel .quote").count() > 40
    page.keyboard.press("Escape")
    page.select_option("#account", "490")  # beyond what has room for letters
    dimmed = page.locator(".card[data-issue='0'] .card-reading.dim")
    assert dimmed.count() == 1
    assert "answer 1" in dimmed.inner_text()
    assert "a=" in page.evaluate("location.hash")
    page.set_viewport_size(PHONE)
    assert _no_sideways_scroll(page)


def test_what_is_not_listed_is_found(open_page):
    page = open_page("many", lambda: generated(8, 180))
    listed = page.locator(".row").count()
    assert listed < 180
    assert f"{180 - listed} questions that matter less are not listed" in page.inner_text("#rest-note")
    drawn(page)
    assert "search and filters add them" in page.inner_text("#left-out")
    before = ink(page)
    page.fill("#search", "Question 179")
    assert page.locator(".row:visible").count() == 1
    eventually(page, lambda: 0 < ink(page) != before)
    page.click(".row:visible td a >> nth=0")
    assert "answer 0 to 179" in page.inner_text("#panel mark >> nth=0")
    state = page.evaluate("location.hash")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.locator(".row").count() == listed
    page.set_viewport_size(PHONE)
    page.fill("#search", "Question 179")
    assert page.locator("#cards .card:visible").count() == 1
    again = open_page("many", state=state)
    assert "Question 179" in again.inner_text("#panel-title")


def test_of_rest_the_first_are_listed_and_the_others_counted(open_page):
    page = open_page("many", lambda: generated(8, 180))
    listed = page.locator(".row").count()
    page.fill("#search", "Question")
    assert page.locator(".row:visible").count() == listed + 60
    assert f"The first 60 of {180 - listed} further questions" in page.inner_text("#rest-note")
