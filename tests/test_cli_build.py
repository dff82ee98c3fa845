"""``build`` from the command line: accounts in, graph out, and what happens to bad input."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from incident_graph.cli.root import run

STORIES = {
    "a.txt": (
        "Two dead after fire at Tern Harbour\n\nTern Courier, 3 May 2031\n\nTwo people died and twelve were injured "
        "when a warehouse burned down in Ternmouth on Friday, police said. "
        "The warehouse belongs to Ostrel Cold Storage.\n"
    ),
    "b.txt": (
        "Harbour blaze kills four\n\nFour people died in the fire at Tern Harbour, the Ternmouth Hospital said on "
        "Saturday. About a dozen people were injured. Fire chief Ada Quill said the cause was not known.\n"
    ),
}


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


Build = Callable[..., tuple[int, str, str]]


@pytest.fixture
def build(cli: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Run ``build`` in this process, in ``tmp_path``."""
    monkeypatch.chdir(tmp_path)

    def call(*args: str) -> tuple[int, str, str]:
        ran = cli("build", *args)
        return ran.code, ran.out, without_progress(ran.err)

    return call


def build_alone(*args: str, seed: str = "0", stdin: bytes | None = None) -> tuple[int, bytes, str]:
    """Run ``build`` in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "incident_graph", "build", *args],
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
        input=stdin,
        check=False,
    )
    return done.returncode, done.stdout, without_progress(done.stderr.decode())


def without_progress(said: str) -> str:
    """What was said, less the progress that is said when the machine is slow."""
    return re.sub(r"^[a-z ]+ \d+/\d+\n", "", said, flags=re.MULTILINE)


def test_build_writes_the_graph_and_ends_with_a_summary(build: Build, stories: Path, tmp_path: Path) -> None:
    code, out, err = build(str(stories))
    assert (code, out) == (0, "")
    lines = err.splitlines()
    assert lines[0].startswith("2 accounts (A–B), ")
    assert lines[-1] == "written to incident.trig"
    graph = (tmp_path / "incident.trig").read_text(encoding="utf-8")
    assert graph.startswith("@prefix")
    for text in ("a.txt", "b.txt", "Tern Courier"):
        assert f'"{text}"' in graph


def test_the_same_accounts_give_the_same_bytes(stories: Path) -> None:
    first, second = (build_alone(str(stories), "-g", "-", seed=seed) for seed in ("1", "2"))
    assert first[0] == 0
    assert first[1].startswith(b"@prefix")
    assert first[1] == second[1]


def test_the_order_of_paths_does_not_matter(build: Build, stories: Path) -> None:
    a, b = str(stories / "a.txt"), str(stories / "b.txt")
    one, other = build(a, b, "-g", "-")[1], build(b, a, "-g", "-")[1]
    assert one.startswith("@prefix")
    assert one == other


def test_quiet_says_nothing_but_warnings(build: Build, stories: Path, tmp_path: Path) -> None:
    target = str(tmp_path / "quiet.ttl")
    assert build(str(stories), "-q", "-g", target) == (0, "", "")
    (stories / "c.txt").write_bytes("It was the firm’s third fire this year, said Ada Quill.".encode("cp1252"))
    (stories / "d.txt").write_bytes(b"")
    code, _, err = build(str(stories), "-q", "-g", target)
    assert code == 0
    assert err.splitlines() == [
        f"warning: {stories / 'd.txt'}: empty, left out",
        "warning: C c.txt: not UTF-8: read as Windows-1252",
    ]


def test_standard_input_to_standard_output() -> None:
    code, out, err = build_alone("-", "-g", "-", stdin=STORIES["a.txt"].encode())
    assert code == 0
    assert b'"stdin"' in out
    assert err.startswith("1 account, ")


def test_title_and_base(build: Build, stories: Path) -> None:
    out = build(str(stories), "-g", "-", "--title", "Tern Harbour fire", "--base", "https://data.example/tern/")[1]
    assert "<https://data.example/tern/>" in out
    assert "Tern Harbour fire" in out


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (lambda folder: None, "no accounts in the folder"),
        (lambda folder: (folder / "a.txt").write_bytes(b""), "no accounts to read"),
        (lambda folder: (folder / "a.txt").write_bytes(b"\x89PNG\r\n"), "no accounts to read"),
    ],
    ids=["empty folder", "empty file", "binary file"],
)
def test_nothing_to_read_is_exit_3_and_writes_nothing(build: Build, tmp_path: Path, make: object, what: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    assert callable(make)
    make(folder)
    code, out, err = build(str(folder))
    assert (code, out) == (3, "")
    assert f"error: {what}\n  {folder}" in err
    assert not (tmp_path / "incident.trig").exists()


def test_a_graph_that_cannot_be_written_is_known_before_the_work(build: Build, stories: Path, tmp_path: Path) -> None:
    code, _, err = build(str(stories), "-g", str(tmp_path / "missing" / "x.trig"))
    assert code == 3
    assert "error: output cannot be written" in err


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError, OSError])
def test_a_build_that_fails_leaves_the_old_graph_whole(
    stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
) -> None:
    target = tmp_path / "x.trig"
    target.write_text("the old graph", encoding="utf-8")

    def fail(*_: object, **__: object) -> None:
        raise error("half way")

    monkeypatch.setattr("incident_graph.rdf.write_incident", fail)
    assert run(["build", str(stories), "-g", str(target), "-q"]) != 0
    assert target.read_text(encoding="utf-8") == "the old graph"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["stories", "x.trig"]


def test_the_seeds_build_and_compare(seeds: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    target = str(tmp_path / "seeds.trig")
    assert run(["build", str(seeds), "--profile", "data-breach", "-g", target]) == 0
    out, err = capfd.readouterr()
    assert out == ""
    assert re.search(r"^5 accounts \(A–E\), ", err, re.MULTILINE)
    assert run(["compare", "-g", target]) == 0
    out, err = capfd.readouterr()
    assert err == ""
    assert "≠" in out
    assert run(["validate", "-g", target, "--no-shapes"]) == 0


@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.slow
def test_interrupting_a_build_is_exit_130() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "incident_graph", "build", "-", "-g", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # what runs in the background of a shell is started with the signal ignored
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdin
        process.stdin.write(b"more than a pipe holds\n" * 50_000)
        process.stdin.flush()  # so it is reading now, and waits for more
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == b""
    assert b"error: interrupted" in err
    assert b"Traceback" not in err


def test_the_python_of_the_readme_runs(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: Any) -> None:
    (code,) = re.findall(
        r"^```python\n(.*?)^```", (root / "README.md").read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    monkeypatch.chdir(root)
    exec(compile(code, "README.md", "exec"), {})
    assert "MayConflict " in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ferry hits quay\n\nA ferry struck the quay on Monday.", "profile: transport-accident, for “hits”, “struck”"),
        ("Ferry fares rise\n\nFares went up on Monday.", "profile: general questions alone, no other fits ("),
    ],
)
def test_a_build_says_which_profile_it_takes_and_why(
    text: str, said: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert run(["build", str(tmp_path / "a.txt"), "-g", str(tmp_path / "a.trig")]) == 0
    assert said in capfd.readouterr().err
