"""The networks on the canvas: drawn, clicked, filtered."""

import re

import pytest
from page_browser import ANSWERS, drawn, found_under, ink, needs_chromium
from page_incidents_odd import crowded, generated

pytestmark = [needs_chromium, pytest.mark.slow]


def test_the_canvas_is_drawn_and_a_node_opens_its_quotations(open_page):
    page = open_page()
    drawn(page)
    assert ink(page) > 20_000
    page.mouse.click(*found_under(page, "^An overheated compressor", ANSWERS))
    page.locator("#panel-title", has_text="How it started").wait_for()
    assert page.locator("#panel .reading.chosen h3").inner_text().endswith("An overheated compressor")


def test_entities_open_their_mentions(open_page):
    page = open_page(state="#v=entities")
    drawn(page)
    assert ink(page) > 3_000
    page.evaluate("location.hash = '#v=entities&e=0'")
    page.wait_for_selector("#panel:visible")
    assert page.inner_text("#panel-title") == "Northwind Storage"
    assert page.locator("#panel .quote").count() == 2
    page.click("[data-view=agreement]")
    assert page.locator(".agreement").is_visible()


def test_a_link_of_two_entities_opens_the_sentence_they_share(open_page):
    page = open_page(state="#v=entities&e=3.4")
    drawn(page)
    assert page.inner_text("#panel-title") == "Ports Inspectorate · police"
    section = page.locator("#panel .reading").first
    assert section.locator("mark").inner_text() == "The Ports Inspectorate and the police are looking into it."
    assert "line 7" in section.locator("figcaption").inner_text()
    page.keyboard.press("Escape")
    page.wait_for_timeout(50)
    x, y = _middle_of_link(page, "Ports Inspectorate", "police")
    page.mouse.click(x, y)
    page.locator("#panel-title", has_text="Inspectorate").wait_for()
    assert page.inner_text("#panel-title") in ("Ports Inspectorate · police", "police · Ports Inspectorate")


def test_search_adds_entities_that_are_not_drawn(open_page):
    page = open_page("crowded", crowded, state="#v=entities")
    drawn(page)
    left = page.inner_text("#left-out")
    assert "are not drawn, what matters least; search adds them." in left
    before = ink(page)
    page.fill("#search", "Witness 99")
    page.locator("#left-out", has_text="1 entity is added at the bottom, found by search.").wait_for()
    assert ink(page) != before
    assert page.locator(".row:visible").count() == 0
    page.click("#named button")
    assert "Witness 99" in page.inner_text("#panel-title")
    page.evaluate("location.hash = '#v=entities&e=107.108'")
    page.locator("#panel mark", has_text="Witness 98 met Witness 99.").wait_for()  # a link that is not drawn
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert page.inner_text("#left-out") == left


def test_figures_are_nodes_that_open_their_question(open_page):
    page = open_page(state="#v=entities&k=Figure")
    drawn(page)
    assert page.input_value("#sort") == "Figure"
    x, y = _place_of(page, "People hurt:")
    page.mouse.click(x, y)
    page.locator("#panel-title", has_text="People hurt").wait_for()


def test_one_kind_of_entity_can_be_shown_and_the_address_keeps_it(open_page):
    page = open_page(state="#v=entities")
    drawn(page)
    before = _picture(page)
    page.select_option("#sort", "Person")
    assert _picture(page) != before
    assert "k=Person" in page.evaluate("location.hash")
    again = open_page(state="#v=entities&k=Person")
    assert again.input_value("#sort") == "Person"
    assert again.locator("#clear").is_visible()
    again.keyboard.press("Escape")
    assert again.input_value("#sort") == ""
    assert open_page(state="#k=Nonsense").input_value("#sort") == ""


def test_the_library_is_unpacked_only_when_the_network_is_seen(open_page):
    page = open_page(size={"width": 390, "height": 844})
    page.click(".card-reading >> nth=0")
    assert page.evaluate("typeof vis") == "undefined"
    page.keyboard.press("Escape")
    page.click("#tab-network")
    drawn(page)
    assert page.evaluate("typeof vis") == "object"


def test_without_a_way_to_unpack_the_drawing_stands_still(open_page):
    page = open_page(locale="en-GB")  # a tab of its own: what is taken away stays away
    page.add_init_script("delete window.DecompressionStream")
    page.reload()
    assert page.locator("#svg-divergence").is_visible()
    assert page.locator("#canvas").is_hidden()
    page.click("[data-view=entities]")
    assert page.locator("#svg-entities").is_visible()
    assert page.locator("#svg-divergence").is_hidden()
    page.click("[data-view=divergence]")
    page.click("#svg-divergence a >> nth=0")
    assert page.locator("#panel").is_visible()


def test_the_network_shows_what_a_filter_leaves(open_page):
    page = open_page("twelve", lambda: generated(12, 20))
    drawn(page)
    page.fill("#search", "Question 17")  # nothing parts there: it was one of a number
    assert page.locator(".row:visible").count() == 1
    found_under(page, "What is 17", ANSWERS)
    page.fill("#search", "Question 3")
    found_under(page, r"What is 3\?", ANSWERS)


def _picture(page) -> str:
    return page.evaluate("document.querySelector('#canvas canvas').toDataURL()")


#: Where a point of the drawing of entities stands on the page, when all of it is fitted into the canvas.
_ON_PAGE = """(x, y) => {
    const box = document.querySelector('#svg-entities').getAttribute('viewBox').split(' ').map(Number);
    const at = document.querySelector('#canvas').getBoundingClientRect();
    const scale = Math.max(Math.min((at.width - 16) / (box[2] - 24), (at.height - 16) / (box[3] - 24), 1.15), 0.75);
    return [at.left + at.width / 2 + (x - box[0] - box[2] / 2) * scale,
            at.top + at.height / 2 + (y - box[1] - box[3] / 2) * scale];
}"""


def _label(page, label: str) -> tuple[float, float]:
    text = page.locator("#svg-entities text").filter(has_text=re.compile(f"^{label}")).first
    return float(text.get_attribute("x")), float(text.get_attribute("y")) - 4


def _place_of(page, label: str) -> tuple[float, float]:
    """Fit the drawing into the canvas; where the label of this entity or figure then stands on the page."""
    page.click("[data-zoom=fit]")
    x, y = _label(page, label)
    return page.evaluate(f"([x, y]) => ({_ON_PAGE})(x, y)", [x, y])


def _middle_of_link(page, one: str, other: str) -> tuple[float, float]:
    page.click("[data-zoom=fit]")
    wanted = sorted([_label(page, one)[0], _label(page, other)[0]])
    paths = page.evaluate("[...document.querySelectorAll('#svg-entities path')].map((e) => e.getAttribute('d'))")
    lines = [[float(n) for n in re.findall(r"-?[\d.]+", d)] for d in paths]
    x1, y1, x2, y2 = next(p for p in lines if len(p) == 4 and sorted([p[0], p[2]]) == wanted)
    return page.evaluate(f"([x, y]) => ({_ON_PAGE})(x, y)", [(x1 + x2) / 2, (y1 + y2) / 2])
