"""What tests share."""

from pathlib import Path

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
