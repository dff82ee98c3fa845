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


#: How many slow tests were left out; in a process of pytest-xdist it is told to the one that reports.
LEFT_OUT = pytest.StashKey[int]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--all`` runs the slow tests too; so does ``-m`` with an expression of one's own."""
    parser.addoption("--all", action="store_true", help="run the slow tests too")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The long modules first, and no slow tests unless they are asked for.

    Properties, tried on many examples, and tests in a browser are not traced for coverage, which takes long: other
    tests run the same lines.
    """
    place = {f"test_{name}.py": number for number, name in enumerate(LONG)}
    items.sort(key=lambda item: place.get(item.path.name, len(place)))
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False) or "open_page" in _fixtures(item):
            item.add_marker("no_cover")
    if not config.getoption("--all") and not config.getoption("-m"):
        slow = [item for item in items if item.get_closest_marker("slow")]
        items[:] = [item for item in items if not item.get_closest_marker("slow")]
        config.hook.pytest_deselected(items=slow)
        config.stash[LEFT_OUT] = len(slow)
        if hasattr(config, "workeroutput"):
            config.workeroutput["left_out"] = len(slow)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """A process of pytest-xdist has ended: all of them have left out the same tests."""
    node.config.stash[LEFT_OUT] = getattr(node, "workeroutput", {}).get("left_out", 0)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say how many tests were left out."""
    if left_out := config.stash.get(LEFT_OUT, 0):
        terminalreporter.write_line(f"{left_out} slow tests were left out; --all runs them")


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
