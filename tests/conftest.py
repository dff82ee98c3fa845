"""What tests share."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the original accounts and the yardstick, beside the checkout; the test is skipped without it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the originals and the yardstick are not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of our own retellings."""
    return ROOT / "seeds"


@pytest.fixture
def open_page() -> Iterator[Callable[..., Any]]:
    """Opens a page in headless Chromium and watches it; see ``page_browser.opening``."""
    from page_browser import opening

    yield from opening()
