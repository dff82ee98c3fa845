"""The networks on the canvas: drawn, clicked, filtered."""

from page_browser import drawn, ink, needs_chromium
from page_incidents_odd import generated

pytestmark = needs_chromium


def test_the_canvas_is_drawn_and_a_node_opens_its_quotations(open_page):
    page = open_page()
    drawn(page)
    assert ink(page) > 20_000
    box = page.locator("#canvas").bounding_box()
    page.mouse.click(box["x"] + 110, box["y"] + 45)  # the first reading of the first question
    assert "How it started" in page.inner_text("#panel-title")
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
    page.click("[data-view=timeline]")
    assert "2026-03-04" in page.inner_text(".timeline")
    page.click(".timeline a")
    assert "When it started" in page.inner_text("#panel-title")


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


def test_the_network_follows_a_filter_to_what_is_left(open_page):
    page = open_page("twelve", lambda: generated(12, 20))
    drawn(page)
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
