"""The command line as a whole: help, exit codes, output that is whole or not there."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from cli_running import Ran, spawn

from incident_graph.cli import apparatus_text
from incident_graph.cli.help_pages import context_of
from incident_graph.cli.root import root as root_command
from incident_graph.cli.root import run

COMMANDS = [
    "build",
    "compare",
    "explain",
    "view",
    "report",
    "query",
    "export",
    "validate",
    "review",
    "serve",
    "profile",
]


# --- the root command


def test_help_is_quick() -> None:
    def once() -> float:
        start = time.perf_counter()
        assert spawn("--help").returncode == 0
        return time.perf_counter() - start

    def bare() -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", "pass"], check=True)
        return time.perf_counter() - start

    floor = min(bare() for _ in range(3))
    best = once()
    for _ in range(6):
        best = min(best, once()) if best >= 0.150 else best
    assert best < max(0.150, 6 * floor), f"--help took {best * 1000:.0f} ms; an empty Python {floor * 1000:.0f} ms"


def test_help_imports_nothing_heavy() -> None:
    code = "import sys; from incident_graph.cli import root as r; r.run(['--help']); sys.exit(str(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "'click'" in done.stderr
    for name in ("rich", "rdflib", "pyoxigraph", "trafilatura", "yaml", "networkx", "incident_graph.accounts"):
        assert f"'{name}'" not in done.stderr


def test_help_lists_every_command(cli: Any) -> None:
    ran = cli("--help")
    assert ran.code == 0
    listed = re.findall(r"^  (\w+)  ", ran.out.split("Commands:")[1], re.MULTILINE)
    assert listed == COMMANDS
    assert sorted(path.name for path in Path(apparatus_text.__file__).parent.glob("*_command.py")) == sorted(
        f"{name}_command.py" for name in COMMANDS
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_short_help_says_what_the_command_says(name: str) -> None:
    import click

    assert isinstance(root_command, click.Group)
    command = root_command.get_command(context_of(root_command, "incident-graph"), name)
    assert command is not None
    listed = vars(root_command)["_lines"][name]
    assert (command.help or "").startswith(listed)


def test_help_pages_are_current(root: Path) -> None:
    # In a process of its own: a command called alone, as other tests do, keeps another help option.
    command = [sys.executable, str(root / "scripts" / "docs"), "--check"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_help_tells_every_exit_code_of_the_readme(cli: Any, root: Path) -> None:
    codes = re.findall(r"^\| (\d+) \|", (root / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    told = " ".join(cli("--help").out.split()).partition("Exit codes:")[2]
    assert re.findall(r"\b\d+\b", told) == codes


def test_help_of_review_lists_every_option_that_its_examples_use(cli: Any) -> None:
    said = cli("review", "--help").out
    examples, options = said.partition("Options without a command")[::2]
    used = set(re.findall(r"(?<= )--?[a-z]+", "\n".join(re.findall(r"review(?! decide)(.*)", examples))))
    assert used >= {"-g", "--decisions", "--by", "--export"}
    assert used <= set(re.findall(r"--?[a-z]+", options))


def test_version(cli: Any) -> None:
    assert cli("--version") == Ran(0, "incident-graph 0.1.0\n", "")


@pytest.mark.parametrize(
    ("args", "what", "hint"),
    [
        (["biuld"], "no command 'biuld'", "did you mean build?"),
        (["zzz"], "no command 'zzz'", "commands: build,"),
        (["build"], "missing argument", "see incident-graph build --help"),
        (["compare", "--only", "fights"], "invalid value", "see incident-graph compare --help"),
        (["compare", "--onyl", "x"], "no such option", "see incident-graph compare --help"),
        (["view", "--open", "-o", "-"], "--open needs a file", "leave out"),
        (["build", "x", "--base", "nonsense"], "--base 'nonsense' is no prefix", "absolute IRI"),
        (["build", "x", "--base", "https://x.org/a#"], "--base 'https://x.org/a#' is no prefix", "ends in /"),
        (["build", "x", "-g", "x.docx"], "not the name of a graph file", "use one of"),
        (["build", "x", "--profile", "data-braech"], "unknown profile: data-braech", "did you mean data-breach?"),
        (["profile", "show", "nothing-like-it"], "unknown profile", "give one of these names"),
    ],
)
def test_usage_errors(cli: Any, args: list[str], what: str, hint: str) -> None:
    ran = cli(*args)
    assert ran.code == 2
    assert ran.out == ""
    first, *rest = ran.err.splitlines()
    assert first.lower().startswith(f"error: {what.lower()}")
    assert hint in "\n".join(rest)


def test_unreadable_input_is_exit_3(cli: Any, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.trig")
    ran = cli("compare", "-g", missing)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith(f"error: there is no such graph\n  {missing}\n  make one with: incident-graph build")
    (tmp_path / "broken.trig").write_text("@prefix a: <http://a/> .\na:b a:c .\n", encoding="utf-8")
    ran = cli("compare", "-g", str(tmp_path / "broken.trig"))
    assert ran.code == 3
    assert "broken.trig, line 2" in ran.err


def test_graph_may_come_from_the_environment(cli: Any, graph: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INCIDENT_GRAPH", graph)
    assert cli("compare").code == 0


def test_debug_raises_where_it_stands(graph: str) -> None:
    from incident_graph.errors import GraphError

    with pytest.raises(GraphError):
        run(["compare", "-g", "missing.trig", "--debug"])
    with pytest.raises(GraphError):
        run(["--debug", "compare", "-g", "missing.trig"])


def test_a_fault_of_ours_is_exit_70(cli: Any, graph: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("incident_graph.comparison.apparatus", fail)
    ran = cli("compare", "-g", graph)
    assert ran.code == 70
    assert ran.err.startswith("error: unexpected ZeroDivisionError: by nought\n")
    assert "--debug" in ran.err


def test_interrupt_is_exit_130(cli: Any, graph: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("incident_graph.comparison.apparatus", interrupt)
    ran = cli("compare", "-g", graph)
    assert ran.code == 130
    assert ran.out == ""
    assert "interrupted" in ran.err


def test_a_reader_that_leaves_early_is_no_error(graph: str) -> None:
    command = f'"{sys.executable}" -m incident_graph export -g "{graph}" | head -c 10; echo "${{PIPESTATUS[0]}}" >&2'
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    if "bash" in done.stderr:
        pytest.skip("no bash")
    assert done.stderr.strip() == "0"


def test_colour_only_on_a_terminal_and_never_against_the_users_wish(graph: str) -> None:
    assert "\x1b" not in spawn("compare", "-g", graph).stdout
    pty = pytest.importorskip("pty")

    def on_terminal(**env: str) -> str:
        keep = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
        leader, follower = pty.openpty()
        with subprocess.Popen(
            [sys.executable, "-m", "incident_graph", "compare", "-g", graph],
            stdout=follower,
            stderr=follower,
            env={**keep, "TERM": "xterm-256color", **env},
        ) as process:
            os.close(follower)
            got = b""
            while True:
                try:
                    chunk = os.read(leader, 65536)
                except OSError:
                    break
                if not chunk:
                    break
                got += chunk
            process.wait()
        os.close(leader)
        return got.decode()

    colour = re.compile("\x1b\\[[0-9;]*(?:3[0-9]|38;)")
    assert colour.search(on_terminal())
    assert not colour.search(on_terminal(NO_COLOR="1"))
