"""The page in a real browser: table, quotations, filters, keys, the address."""

import pytest
from page_browser import cell, needs_chromium

pytestmark = [needs_chromium, pytest.mark.slow]


def test_two_clicks_show_both_sides_of_a_conflict(open_page):
    page = open_page()
    page.click(cell(1, "B"))  # one is enough
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


def test_answers_stay_in_their_cells_and_the_whole_cell_opens_them(open_page):
    page = open_page()
    outside = page.evaluate(
        """() => [...document.querySelectorAll('.matrix td, .matrix tbody th')].filter((cell) => {
            const box = cell.getBoundingClientRect();
            return [...cell.querySelectorAll('bdi, .glyph, .sign')].some((e) => {
                const inner = e.getBoundingClientRect();
                return inner.bottom > box.bottom + 1 || inner.top < box.top - 1 || inner.right > box.right + 1;
            });
        }).map((cell) => cell.textContent.trim())"""
    )
    assert outside == []
    page.locator("td[data-account='4']:has(a)").first.scroll_into_view_if_needed()
    box = page.locator("td[data-account='4']:has(a)").first.bounding_box()
    page.mouse.click(box["x"] + box["width"] - 5, box["y"] + box["height"] - 5)  # below the words
    assert "How it started" in page.inner_text("#panel-title")


def test_the_panel_steps_through_questions_and_closes(open_page):
    page = open_page()
    page.click(cell(1, "A"))
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
    page.focus(cell(1, "C"))
    page.keyboard.press("ArrowRight")  # D is silent
    assert page.evaluate("document.activeElement.closest('td').dataset.account") == "4"
    page.keyboard.press("ArrowDown")
    page.focus(cell(1, "A"))
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('tr').dataset.issue") == "1"
    page.keyboard.press("Enter")
    assert "Who ran the building" in page.inner_text("#panel-title")


def test_a_quotation_leads_to_the_whole_account_and_on(open_page):
    page = open_page()
    page.click(cell(1, "A"))
    page.click("#panel .quote .read >> nth=0")
    reader = page.locator("#reader")
    assert reader.is_visible()
    assert "burned for nine hours" in reader.inner_text()
    assert reader.locator("mark.here").inner_text() == "an overheated compressor started the blaze"
    assert reader.locator("mark").count() >= 8
    reader.locator("mark", has_text="opened an inquiry").click()
    assert reader.is_hidden()
    assert "Who investigates" in page.inner_text("#panel-title")
