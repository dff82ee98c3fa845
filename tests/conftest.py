"""What tests share."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cli_running import Ran
from example_incident import example
from hypothesis import HealthCheck, settings

from incident_graph.cli.root import run
from incident_graph.rdf import write_quads
from incident_graph.store import save

ROOT = Path(__file__).resolve().parents[1]

# The machine may be shared: how long an example takes says nothing.
settings.register_profile("shared", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared")

#: The modules that take longest, from the longest. They are begun first, so that processes end at about the same time.
LONG = """page_access page_states page_firefox pipeline_workers store_virtuoso server_clients validation page_canvas
page_exports page_browser build_each extraction_triggers page bench server_browser cli_build comparison_oracle
""".split()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long modules first.

    Properties, tried on many examples, and tests in a browser are not traced for coverage, which takes long: other
    tests run the same lines.
    """
    place = {f"test_{name}.py": number for number, name in enumerate(LONG)}
    items.sort(key=lambda item: place.get(item.path.name, len(place)))
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False) or "open_page" in _fixtures(item):
            item.add_marker("no_cover")


def _fixtures(item: pytest.Item) -> list[str]:
    names: list[str] = getattr(item, "fixturenames", [])
    return names


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


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The hand-made incident as a TriG file."""
    path = tmp_path_factory.mktemp("graph") / "fire.trig"
    save(write_quads(example()), str(path))
    return str(path)


@pytest.fixture
def cli(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run the command line in this process; give exit code, standard output and standard error."""
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("INCIDENT_GRAPH", raising=False)
    monkeypatch.delenv("INCIDENT_GRAPH_DEBUG", raising=False)

    def call(*args: str) -> Ran:
        code = run(args)
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = capfdbinary.readouterr()
        return Ran(code, out.decode(), err.decode())

    return call
