"""The page in Firefox: what drives it in Chromium, driven again, and what is saved and shown without scripts.

Skipped where there is no Firefox; ``scripts/test --all`` installs it where it may.
"""

import csv
import io
import time
import xml.etree.ElementTree as ElementTree

import pytest
from page_browser import downloads, firefox, opening, page_file
from page_incident import incident

# The same tests as in Chromium: here the fixture ``open_page`` opens Firefox.
from test_page_browser import (  # noqa: F401  - collected by pytest
    test_a_quotation_leads_to_the_whole_account_and_on,
    test_answers_stay_in_their_cells_and_the_whole_cell_opens_them,
    test_arrows_move_in_the_table_past_silent_cells,
    test_chips_letters_and_search_filter_and_escape_undoes_them,
    test_keys,
    test_the_address_keeps_the_state,
    test_two_clicks_show_both_sides_of_a_conflict,
)
from test_page_canvas import (  # noqa: F401  - collected by pytest
    test_entities_open_their_mentions,
    test_the_canvas_is_drawn_and_a_node_opens_its_quotations,
)
from test_page_first_screen import (  # noqa: F401  - collected by pytest
    test_a_card_opens_its_question_and_its_line_the_account,
    test_back_closes_the_panel_and_forward_opens_it_again,
    test_many_accounts_are_a_matrix_of_camps,
    test_tab_stops_are_few_and_arrows_go_on_from_there,
    test_the_first_screen_has_names_a_question_two_answers_and_who_holds_which,
)
from test_page_states import (  # noqa: F401  - collected by pytest
    test_hostile_text_runs_nothing,
    test_on_a_phone_answers_are_cards_and_quotations_a_sheet,
)

pytestmark = pytest.mark.slow


@pytest.fixture
def open_page():
    """Opens a page in Firefox and watches it."""
    firefox()
    yield from opening(firefox)


def _saved(page, kind: str) -> bytes:
    page.click("#export")
    page.click(f"[data-export={kind}]")
    until = time.monotonic() + 30
    while time.monotonic() < until:
        for path in downloads().glob(f"*.{kind}"):
            if data := path.read_bytes():
                path.unlink()
                return data
        page.wait_for_timeout(50)
    raise AssertionError(f"Firefox saved no {kind}")


def test_exports_are_saved(open_page):
    import pyoxigraph

    page = open_page()
    page.click(".chip[data-verdict=single]")
    assert len(list(csv.reader(io.StringIO(_saved(page, "csv").decode("utf-8-sig"))))) == 3
    assert ElementTree.fromstring(_saved(page, "svg").decode()).tag.endswith("svg")
    assert list(pyoxigraph.parse(_saved(page, "ttl"), format=pyoxigraph.RdfFormat.TURTLE))
    page.wait_for_selector("html.drawn")
    assert _saved(page, "png").startswith(b"\x89PNG")


def test_without_scripts_table_drawing_and_quotations_are_there():
    page = firefox().new_context(viewport={"width": 1440, "height": 900}).new_page()
    file = page_file("fire", incident)
    # A frame that may run no scripts; to forbid them for good takes another Firefox, and that long to start.
    around = file.with_name("frame.html")
    around.write_text(
        "<!DOCTYPE html><style>body, iframe { border: 0; margin: 0; width: 100%; height: 100vh; }</style>"
        f"<iframe sandbox='allow-same-origin' src='{file.name}'></iframe>",
        encoding="utf-8",
    )
    page.goto(around.as_uri())
    frame = page.frames[1]
    assert frame.locator(".matrix").is_visible()
    assert frame.locator("#svg-divergence").is_visible()
    assert frame.locator("#search").is_hidden()
    # Where a frame has scrolled, a click would be aimed at where the link was before.
    frame.locator(".row td a >> nth=0").focus()
    page.keyboard.press("Enter")  # the link opens what it points into
    frame.locator("#q-0 mark").first.wait_for()
    page.context.close()
