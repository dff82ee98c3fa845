"""One headless Chromium for all tests of the page, one Firefox for those of ``test_page_firefox``, and pages that are
rendered once.

Tests take the fixture ``open_page``. What is opened is watched: an error on the console, a violation of the policy or a
request to anywhere fails the test.
"""

import atexit
import itertools
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from page_incident import incident

from incident_graph.model import Incident
from incident_graph.page import render

playwright_api = pytest.importorskip("playwright.sync_api", reason="the playwright package is not installed")
CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)
FIREFOX = next((found for name in ("firefox-esr", "firefox") if (found := shutil.which(name))), None)
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed (apt-get install chromium)")
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


@cache
def _api() -> "playwright_api.Playwright":
    api = playwright_api.sync_playwright().start()
    atexit.register(api.stop)
    return api


@cache
def browser() -> "playwright_api.Browser":
    """Chromium, started once and closed when the tests are over."""
    started = _api().chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    atexit.register(started.close)
    return started


def firefox() -> "playwright_api.Browser":
    """Firefox, started once, driven by WebDriver BiDi; what pages save lands in ``downloads()``. The test is skipped
    where there is no Firefox, or none that this Playwright can drive.
    """
    started = _firefox()
    if isinstance(started, str):
        pytest.skip(started)
    return started


@cache
def _firefox() -> "playwright_api.Browser | str":
    """Firefox, or why there is none."""
    if FIREFOX is None:
        return "no Firefox is installed (apt-get install firefox-esr)"
    saving = {"browser.download.folderList": 2, "browser.download.dir": str(downloads())}
    spare = {"dom.ipc.processPrelaunch.enabled": False, "browser.newtab.preload": False}  # a process that nothing uses
    started = _api().firefox.launch(
        executable_path=FIREFOX,
        channel="moz-firefox",
        downloads_path=str(downloads()),
        firefox_user_prefs=saving | spare,
    )
    try:
        started.new_context().close()
    except playwright_api.Error as error:
        started.close()
        if "unknown command" in error.message:
            return f"this Playwright asks Firefox for what it does not know: {error.message.splitlines()[0]}"
        raise
    atexit.register(started.close)
    return started


@cache
def downloads() -> Path:
    """The folder in which Firefox saves."""
    made = _folder() / "downloads"
    made.mkdir()
    return made


@cache
def _folder() -> Path:
    made = tempfile.TemporaryDirectory(prefix="pages-")
    atexit.register(made.cleanup)
    return Path(made.name)


def page_file(name: str, make: Callable[[], Incident]) -> Path:
    """The page of an incident, rendered when it is first asked for by this name."""
    path = _folder() / f"{name}.html"
    if not path.exists():
        path.write_text(render(make()), encoding="utf-8")
    return path


@cache
def _tab(start: Callable[[], "playwright_api.Browser"], **options: object) -> tuple["playwright_api.Page", list[str]]:
    """A tab with these options, used by one test after another, and what went wrong in it."""
    troubles: list[str] = []
    given = {name: list(value) if isinstance(value, tuple) else value for name, value in options.items()}
    page = start().new_context(viewport=WIDE, accept_downloads=True, **given).new_page()
    page.set_default_timeout(30_000)
    page.on("console", lambda m: troubles.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: troubles.append(str(e)))
    page.on("request", lambda r: troubles.append(r.url) if not r.url.startswith(_OWN) else None)
    return page, troubles


#: A file is read anew under another address; by way of an empty page, the browser would start a new process each time.
_ADDRESSES = itertools.count()
_OWN = ("file:", "blob:", "data:", "about:")


def opening(start: Callable[[], "playwright_api.Browser"] = browser) -> Iterator[Open]:
    """The fixture ``open_page``: ``open_page(name, make, size=…, state="#…", **options)`` opens a page in the browser
    that ``start`` gives.

    The options are those of a browser's context. The same options share a tab; what it showed before is gone.
    """
    watched: list[list[str]] = []

    def open_it(name="fire", make=incident, *, size=WIDE, state="", file=None, **options):
        page, troubles = _tab(start, **options)
        troubles.clear()
        watched.append(troubles)
        page.set_viewport_size(size)
        if start is browser:
            page.emulate_media(media="null")
        page.mouse.move(0, 0)
        page.goto(f"{(file or page_file(name, make)).as_uri()}?{next(_ADDRESSES)}{state}")
        return page

    yield open_it
    for troubles in watched:
        assert troubles == []


def cell(question: int, account: str) -> str:
    """The link in the table's cell of a question (from 1) and an account (by letter)."""
    return f".row:nth-child({question}) td[data-account='{'ABCDE'.index(account)}'] a"


def drawn(page: "playwright_api.Page") -> "playwright_api.Page":
    """The page, when its network is drawn."""
    page.wait_for_selector("html.drawn #canvas canvas")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return page


def eventually(page: "playwright_api.Page", holds: Callable[[], bool]) -> None:
    """Wait until it holds: what moves takes a moment, and longer where the machine is busy."""
    until = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < until, "it never came to that"
        page.wait_for_timeout(50)


#: Parts of the canvas' width, from the left, where to look for an answer and for the arcs that join two.
ANSWERS, ARCS = (0.66,), (0.92, 0.935, 0.95, 0.965, 0.98)


def found_under(page: "playwright_api.Page", words: str, parts: tuple[float, ...]) -> tuple[float, float]:
    """Where on the page, in these parts of the canvas' width, words that fit (a regular expression) stand beside the
    pointer: found by pointing."""
    box = page.locator("#canvas").bounding_box()
    assert box is not None
    for part in parts:
        for y in range(8, int(box["height"]), 9):
            place = (box["x"] + box["width"] * part, box["y"] + y)
            page.mouse.move(*place)
            page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
            if page.locator("#tip").is_visible() and re.search(words, page.inner_text("#tip")):
                return place
    raise AssertionError(f"nowhere under the pointer: {words}")


def ink(page: "playwright_api.Page") -> int:
    """How many pixels of the network's canvas are drawn on."""
    return page.evaluate(
        "(() => { const c = document.querySelector('#canvas canvas');"
        "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        "let n = 0; for (let k = 3; k < d.length; k += 4) n += d[k] > 0; return n; })()"
    )


def download(page: "playwright_api.Page", kind: str) -> bytes:
    """What a button of the export menu saves."""
    page.click("#export")
    with page.expect_download() as info:
        page.click(f"[data-export={kind}]")
    assert info.value.suggested_filename.endswith(f".{kind}")
    path = Path(info.value.path())
    data = path.read_bytes()
    os.unlink(path)
    return data
