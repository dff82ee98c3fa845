"""The page for everybody: axe finds nothing in any state, everything has a name and a size."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from page_browser import PHONE, WIDE, cell, drawn, needs_chromium
from page_incident import incident
from page_incidents_odd import crowded, generated, hostile
from toll_incident import ELEVEN, NINE, TWELVE, told

from incident_graph.model import Incident
from incident_graph.values import Period

pytestmark = [needs_chromium, pytest.mark.slow]

#: State: what axe looks at there. Where only a part is new, only that part.
STATES = {
    "start": "",
    "panel": "",
    "filtered": "",
    "entities": "#network",
    "agreement": "#network",
    "export": ".top",
    "help": "#help",
    "asking": "#asking",
    "reader": "#reader",
}


def timed() -> Incident:
    """The fire with the clock times at which things happened as its first answers."""
    fire = incident()
    times = iter(["7.05am", "7.20am", "8.40am", "9.10am"])
    given = [
        replace(c.answer, period=Period.parse(said)) if (said := next(times, "")) else c.answer for c in fire.claims
    ]
    return replace(fire, claims=tuple(replace(c, answer=a) for c, a in zip(fire.claims, given, strict=True)))


@cache
def _axe() -> str:
    base = pytest.importorskip("axe_playwright_python.base", reason="axe-playwright-python is not installed")
    script: str = base.AXE_SCRIPT
    return script


def _violations(page, *parts: str) -> list[str]:
    """What axe finds in these parts of the page together, or in all of it. Each run draws up the whole page first."""
    page.evaluate(_axe())
    found = page.evaluate(
        """(parts) => {
            const missing = parts.filter((part) => !document.querySelector(part));
            if (missing.length) throw new Error(`nowhere on the page: ${missing}`);
            return axe.run(parts.length ? {include: parts.map((part) => [part])} : document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
                resultTypes: ['violations'], preload: false,
            }).then((found) => found.violations);
        }""",
        parts,
    )
    return [
        f"{v['id']}: {v['help']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for v in found
        for node in v["nodes"][:3]
    ]


def _enter(page, state: str, narrow: bool) -> None:
    """Open what the state is called after."""
    first = ".card-reading" if narrow else cell(1, "A")
    if state in ("entities", "agreement"):
        if narrow:
            page.click("#tab-network")
        page.click(f"[data-view={state}]")
        if state == "entities":
            drawn(page)
    elif state in ("panel", "reader"):
        page.click(f"{first} >> nth=0")
        if state == "reader":
            page.click("#panel .read >> nth=0")
    elif state == "filtered":
        page.keyboard.press("2")
        page.fill("#search", "fire")
        page.keyboard.press("n")
    else:
        buttons = {"export": "#export", "help": "#help-button", "asking": "#questions-button"}
        if state in buttons:
            page.click(buttons[state])
        if state == "asking":
            page.click("#asking summary >> nth=2")


@pytest.mark.parametrize(
    ("state", "size", "scheme"),
    [
        *((state, WIDE, "light") for state in STATES if state not in ("start", "filtered")),
        *((state, PHONE, "light") for state in ("start", "panel", "entities", "reader")),
        *((state, WIDE, "dark") for state in ("filtered", "asking")),
    ],
    ids=lambda value: value if isinstance(value, str) else "wide" if value is WIDE else "phone",
)
def test_axe_finds_nothing(open_page, state, size, scheme):
    page = open_page(size=size, color_scheme=scheme, reduced_motion="reduce")
    _enter(page, state, size is PHONE)
    part = "#panel" if (state, size) == ("panel", PHONE) else STATES[state]  # the rest is there at the start
    assert _violations(page, *filter(None, [part])) == []


def test_axe_finds_nothing_where_entities_and_figures_are_found(open_page):
    page = open_page("crowded", crowded, state="#v=entities", reduced_motion="reduce")
    drawn(page)
    page.fill("#search", "Witness 99")
    page.locator("#named button").wait_for()
    assert _violations(page, "#compare", "#left-out") == []


def test_axe_finds_nothing_among_many_accounts(open_page):
    page = open_page("forty-of-six", lambda: generated(40, 6), reduced_motion="reduce")
    page.select_option("#account", "35")
    page.locator(".strip-list").evaluate("(list) => { list.open = true; }")
    assert _violations(page, "#compare > .state", ".card", ".camp-matrix", ".parting", ".strip-list") == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_folded_cards_figures_and_lanes(open_page, scheme):
    page = open_page("toll", lambda: told(NINE, ELEVEN, TWELVE, days=(4, 5, 8)), color_scheme=scheme)
    assert page.locator(".figures svg").count() == 1
    assert _violations(page, ".strip", ".parting") == []
    page = open_page("timed", timed, color_scheme=scheme)
    assert page.locator(".lane-drawing a").count() >= 3
    page.focus(".lane-drawing a >> nth=1")
    assert _violations(page, ".lanes") == []


def test_axe_finds_nothing_in_print(open_page):
    page = open_page(reduced_motion="reduce")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert _violations(page, ".top", ".parting", "#accounts") == []


@pytest.mark.parametrize(
    ("name", "make"), [("empty", lambda: Incident("", "")), ("hostile", hostile)], ids=["empty", "hostile"]
)
def test_axe_finds_nothing_in_odd_incidents(open_page, name, make):
    page = open_page(name, make, reduced_motion="reduce")
    if name != "empty":
        page.keyboard.press("n")
    assert _violations(page, "main", *(["#panel"] if name != "empty" else [])) == []


def test_axe_finds_nothing_in_the_print_of_everything(open_page):
    page = open_page(reduced_motion="reduce")
    page.evaluate("document.documentElement.classList.add('appendix')")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert [v for v in _violations(page, "#quotations") if not v.startswith("scrollable-region-focusable")] == []


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
