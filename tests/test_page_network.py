"""Who says what, on the canvas: pointing, keeping neighbours, dragging, the legend, keys, and how small letters get."""

import re

import pytest
from page_browser import ANSWERS, ARCS, PHONE, drawn, eventually, found_under, needs_chromium
from page_incidents_odd import generated

pytestmark = [needs_chromium, pytest.mark.slow]

PICTURE = "document.querySelector('#canvas canvas').toDataURL()"


def picture(page) -> str:
    """The canvas, when the pointer is away from it and it is at rest."""
    page.mouse.move(2, 2)
    seen = [page.evaluate(PICTURE), ""]
    eventually(page, lambda: bool(seen.append(page.evaluate(PICTURE))) or seen[-1] == seen[-2])
    return seen[-1]


def test_the_same_picture_every_time(open_page):
    assert len({picture(drawn(open_page())) for _ in range(2)}) == 1


def test_pointing_at_an_answer_shows_its_words_and_whose_they_are(open_page):
    page = drawn(open_page())
    found_under(page, "^An overheated compressor", ANSWERS)
    shown = page.inner_text("#tip")
    assert "an overheated compressor started the blaze" in shown
    assert re.search(r"A .*Ines Calder.*line \d", shown)
    assert re.search(r"C It appears the compressor in the basement failed.*hedged", shown)
    page.mouse.move(2, 2)
    page.locator("#tip").wait_for(state="hidden")


def test_pointing_at_an_arc_shows_both_answers_and_what_they_are_to_each_other(open_page):
    page = drawn(open_page())
    place = found_under(page, "(?s)^≠ .*Northwind Storage", ARCS)
    shown = page.inner_text("#tip")
    assert "≠ cannot both be true" in shown
    assert "The building belongs to Northwind Storage" in shown
    assert "run by the haulier Brandt & Sons" in shown
    page.mouse.click(*place)
    page.locator("#panel-title", has_text="Who ran the building").wait_for()


def test_a_double_click_keeps_the_neighbours_until_escape(open_page):
    page = drawn(open_page())
    before = picture(page)
    place = found_under(page, "^An overheated compressor", ANSWERS)
    page.mouse.dblclick(*place)
    page.locator("#said", has_text="Only An overheated compressor and what it is joined to.").wait_for(state="attached")
    assert page.locator("#panel").is_hidden()
    assert picture(page) != before
    page.focus("#canvas")
    page.keyboard.press("Escape")
    page.locator("#said", has_text="All nodes are shown.").wait_for(state="attached")
    page.evaluate("document.activeElement.blur()")
    assert picture(page) == before


def test_nodes_can_be_dragged(open_page):
    page = drawn(open_page())
    x, y = found_under(page, "^An overheated compressor", ANSWERS)
    before = picture(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 120, y + 300, steps=6)
    page.mouse.up()
    assert picture(page) != before
    assert page.locator("#panel").is_hidden()
    page.mouse.move(x - 120, y + 300)
    page.locator("#tip", has_text="An overheated compressor").wait_for()


def test_the_legend_counts_its_lines_and_leaves_them_out(open_page):
    page = drawn(open_page())
    before = picture(page)
    button = page.locator("[data-edge=conflicts]")
    assert button.inner_text().split() == ["≠", "4", "conflict"]
    button.click()
    assert button.get_attribute("aria-pressed") == "false"
    assert page.evaluate("location.hash") == "#d=conflicts"
    without = picture(page)
    assert without != before
    again = drawn(open_page(state="#d=conflicts"))
    assert again.locator("[data-edge=conflicts]").get_attribute("aria-pressed") == "false"
    assert picture(again) == without
    again.click("[data-edge=conflicts]")
    assert picture(again) == before


def test_what_both_could_be_true_is_drawn_when_asked_for(open_page):
    page = drawn(open_page(size={"width": 1440, "height": 1400}))  # with room for questions that part nobody
    button = page.locator("[data-edge=complements]")
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    found_under(page, "Who investigates", ANSWERS)  # a question on which nothing parted the accounts before


def test_lines_of_what_is_denied_are_left_out(open_page):
    page = drawn(open_page())
    before = picture(page)
    page.click("[data-said=denied]")
    assert picture(page) != before


def test_keys_go_from_node_to_node_and_open_them(open_page):
    page = drawn(open_page())
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    said = page.locator("#said")
    assert said.inner_text().startswith("An overheated compressor. A an overheated compressor started the blaze")
    page.keyboard.press("ArrowDown")
    assert said.inner_text().startswith("Arson. B Police are treating the")
    assert "≠ A C An overheated compressor" in said.inner_text()
    page.keyboard.press("ArrowLeft")
    assert "Kestrel Quay" in said.inner_text() or "Port" in said.inner_text()  # an account
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert page.locator("#panel").is_visible()


def test_who_relies_on_whom_has_every_source(open_page):
    page = drawn(open_page(state="#v=lineage"))
    assert page.locator("[data-view=lineage]").get_attribute("aria-pressed") == "true"
    page.focus("#canvas")
    seen = set()
    page.keyboard.press("ArrowDown")
    for key in ["ArrowRight"] * 2 + ["ArrowUp"] * 10 + ["ArrowDown"] * 10:
        page.keyboard.press(key)
        seen.add(page.locator("#said").inner_text().split(".")[0])
    assert {"Ines Calder", "a night guard", "two officers", "the union"} <= seen


#: Records the smallest letters that are written on a canvas, in pixels of the page.
LEAST = """(() => {
    const write = CanvasRenderingContext2D.prototype.fillText;
    window.least = 99;
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y, most) {
        const size = Number(/([\\d.]+)px/.exec(this.font)[1]);
        window.least = Math.min(window.least, size * this.getTransform().a / devicePixelRatio);
        return write.call(this, text, x, y, ...(most === undefined ? [] : [most]));
    };
})()"""


@pytest.mark.parametrize("accounts", [12, 40])
@pytest.mark.parametrize("phone", [False, True])
def test_fit_never_makes_letters_smaller_than_nine_pixels(open_page, accounts, phone):
    page = open_page(f"fit-{accounts}", lambda: generated(accounts, 40), timezone_id="Europe/Oslo")  # a tab of its own
    page.add_init_script(LEAST)
    page.reload()
    if phone:
        page.set_viewport_size(PHONE)
        page.click("#tab-network")
    drawn(page)
    for view in ("divergence", "lineage"):
        page.click(f"[data-view={view}]")
        page.evaluate("window.least = 99")
        page.click("[data-zoom=fit]")
        picture(page)
        assert 8.99 < page.evaluate("window.least") < 99


def test_questions_in_conflict_are_kept_when_others_are_folded(open_page):
    page = drawn(open_page("twelve-of-forty", lambda: generated(12, 40)))
    page.click("[data-zoom=fit]")
    for number in range(0, 40, 3):  # every third question is in conflict
        found_under(page, rf"^What is {number}\?", ANSWERS)


def test_more_questions_are_listed_on_a_click(open_page):
    page = drawn(open_page("twelve", lambda: generated(12, 20)))
    place = found_under(page, "no two answers part", ANSWERS)
    before = picture(page)
    page.mouse.click(*place)
    eventually(page, lambda: page.evaluate(PICTURE) != before)
    found_under(page, r"What is 1\?", ANSWERS)
