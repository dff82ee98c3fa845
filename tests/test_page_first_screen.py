"""What a reader meets first, in a browser: the first disagreement, whole words, few tab stops, and the way back."""

import pytest
from page_browser import PHONE, WIDE, cell, eventually, needs_chromium
from page_incidents_odd import generated
from test_page_access import timed

pytestmark = [needs_chromium, pytest.mark.slow]

ZOOMED = {"width": 720, "height": 450}  # 1440 × 900 at 200 %
MIDDLE = {"width": 1024, "height": 768}


@pytest.mark.parametrize("size", [WIDE, MIDDLE, PHONE, ZOOMED], ids=["wide", "middle", "phone", "zoomed"])
def test_the_first_screen_has_names_a_question_two_answers_and_who_holds_which(open_page, size):
    page = open_page(size=size)
    first = page.locator(".part").first
    seen = [
        page.locator(".account .called").first,
        page.locator(".account .called").last,
        first.locator(".part-open"),
        *(first.locator(".camp-head").nth(n) for n in (0, 1)),
        *(first.locator(".camp-head .letter").nth(n) for n in (0, 1)),
        *(first.locator(".camp").nth(n).locator("mark").first for n in (0, 1)),
    ]
    for part in seen:
        box = part.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + min(box["height"], 24) <= size["height"], part


def test_the_first_screen_of_a_phone_has_both_sides_also_of_twelve_accounts(open_page):
    page = open_page("twelve", lambda: generated(12, 20), size=PHONE)
    for n in (0, 1):
        box = page.locator(".part").first.locator(".camp").nth(n).bounding_box()
        assert box is not None
        assert box["y"] + 48 <= PHONE["height"]


@pytest.mark.parametrize("width", [390, 720, 1024, 1280, 1440])
def test_no_word_of_the_cards_is_broken(open_page, width):
    page = open_page(size={"width": width, "height": 900})
    broken = page.evaluate(
        r"""() => {
            const found = [];
            const walk = document.createTreeWalker(document.querySelector('#compare'), NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) {
                const node = walk.currentNode;
                if (!node.parentElement.checkVisibility() || node.parentElement.closest('svg, .unseen')) continue;
                for (const match of node.data.matchAll(/[\p{L}\p{N}]{2,}/gu)) {
                    const range = document.createRange();
                    range.setStart(node, match.index);
                    range.setEnd(node, match.index + match[0].length);
                    const tops = new Set([...range.getClientRects()].map((r) => Math.round(r.top)));
                    if (tops.size > 1) found.push(match[0]);
                }
            }
            return found;
        }"""
    )
    assert broken == []


def test_back_closes_the_panel_and_forward_opens_it_again(open_page):
    page = open_page()
    page.click(cell(1, "A"))
    assert page.locator("#panel").is_visible()
    page.evaluate("history.back()")
    eventually(page, page.locator("#panel").is_hidden)
    assert page.locator(".row").first.is_visible()
    page.evaluate("history.forward()")
    eventually(page, page.locator("#panel").is_visible)
    page.keyboard.press("Escape")
    eventually(page, lambda: "i=" not in page.evaluate("location.hash"))
    assert page.locator("#panel").is_hidden()


def test_a_filter_set_while_the_panel_is_open_stays_when_it_closes(open_page):
    page = open_page()
    page.click(cell(1, "A"))
    page.click(".chip[data-verdict=conflicts]")
    page.click("#close")
    eventually(page, lambda: page.evaluate("location.hash") == "#f=conflicts")
    assert page.locator(".row:visible").count() == 4


def test_stepping_through_questions_is_one_step_back(open_page):
    page = open_page()
    page.click(cell(1, "A"))
    page.click("#next")
    page.click("#next")
    page.evaluate("history.back()")
    eventually(page, page.locator("#panel").is_hidden)


def test_a_card_opens_its_question_and_its_line_the_account(open_page):
    page = open_page()
    page.click(".part-open >> nth=0")
    assert "How it started" in page.inner_text("#panel-title")
    page.keyboard.press("Escape")
    page.click(".part .camp-head >> nth=1")
    assert page.locator("#panel .reading.chosen").count() == 1
    page.keyboard.press("Escape")
    page.click(".part .read >> nth=0")
    assert page.locator("#reader mark.here").first.is_visible()


def test_filters_and_isolated_accounts_reach_the_cards(open_page):
    page = open_page()
    page.click(".chip[data-verdict=contests]")
    assert page.locator(".part:visible").count() == 1
    assert page.locator(".parts:visible").count() == 1
    page.click("#clear")
    page.click(".strip [data-letter='3']")
    assert page.locator(".part .camp.dim").count() > 0


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_tab_stops_are_few_and_arrows_go_on_from_there(open_page, size):
    page = open_page(size=size)
    stops = page.evaluate(
        "[...document.querySelectorAll('a, button, input, select, summary, [tabindex]')]"
        ".filter((e) => e.tabIndex >= 0 && e.checkVisibility()).length"
    )
    assert stops <= 32
    page.focus(".part-open >> nth=0")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.part').dataset.issue") == "1"
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.className") == "camp-head"
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.classList.contains('part-open')")


def test_many_accounts_are_a_matrix_of_camps(open_page):
    page = open_page("twenty-of-six", lambda: generated(20, 6))
    assert page.locator(".camp-matrix tbody tr").count() == 6
    assert page.locator(".camp-matrix .none").first.inner_text().startswith("–")
    page.click(".camp-matrix tbody a >> nth=0")
    assert page.locator("#panel").is_visible()


def test_the_lanes_lead_to_their_questions(open_page):
    page = open_page("timed", timed)
    page.locator(".lane-drawing a").first.click()
    assert page.locator("#panel").is_visible()
