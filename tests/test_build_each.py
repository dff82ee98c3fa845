"""``build --each``: a folder of folders into one store; what did not change is not built again."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from cli_running import Ran, spawn
from serving import served

import incident_graph.pipeline.each
from incident_graph.cli.root import run
from incident_graph.cli.writer import AT_ONCE, Writer
from incident_graph.errors import OutputError
from incident_graph.pipeline.each import Built, Task
from incident_graph.rdf import Statements
from incident_graph.store import input_hashes, list_incidents, open_graph
from incident_graph.store.location import Changes

ACCOUNTS = {
    "Fire in Ternmouth": {
        "a.txt": "Two dead after fire\n\nTern Courier, 3 May 2031\n\nTwo people died when a warehouse burned.\n",
        "b.txt": "Blaze kills four\n\nFour people died in the fire, the Ternmouth Hospital said on Saturday.\n",
    },
    "ferry": {
        "a.txt": "Ferry sinks\n\nThe ferry Marlow sank off Ostra. Nine people died, the Coastguard said.\n",
        "b.txt": "Marlow lost\n\nThe ferry Marlow sank on Monday. Eleven people died.\n",
    },
    "quake": {"a.md": "# Quake\n\nThirty people were injured when an earthquake struck Lorholm on Sunday.\n"},
}

Each = Callable[..., Ran]


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    for name, texts in ACCOUNTS.items():
        (tmp_path / "in" / name).mkdir(parents=True)
        for file, text in texts.items():
            (tmp_path / "in" / name / file).write_text(text, encoding="utf-8")
    return tmp_path / "in"


@pytest.fixture
def each(cli: Any, folders: Path) -> Each:
    """Build what is in the folders, in this process alone."""

    def call(*options: str) -> Ran:
        ran: Ran = cli("build", "--each", str(folders), "-g", f"{folders.parent}/store/", "-j", "1", *options)
        return ran

    return call


def exported(folders: Path, incident: str) -> str:
    out = folders.parent / "out.trig"
    assert run(["export", "-g", f"{folders.parent}/store/", "--incident", incident, "-o", str(out)]) == 0
    return out.read_text(encoding="utf-8")


def test_every_folder_is_an_incident_as_build_makes_it(each: Each, folders: Path) -> None:
    ran = each()
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines()[-1].startswith("3 incidents: 3 built, 0 as they were, 0 failed; written to ")
    found = {incident.iri: incident.title for incident in list_incidents(open_graph(f"{folders.parent}/store/"))}
    assert found == {
        "https://example.org/ferry/incident": "Ferry sinks",
        "https://example.org/fire-in-ternmouth/incident": "Two dead after fire",
        "https://example.org/quake/incident": "quake",  # no title in it
    }
    alone = spawn(
        *("build", str(folders / "ferry"), "-g", "-", "-q", "--base", "https://example.org/ferry/"), check=True
    )
    assert exported(folders, "ferry") == alone.stdout
    other = spawn("export", "-g", f"{folders.parent}/store/", "--incident", "ferry", "-f", "trig", check=True)
    assert other.stdout == alone.stdout  # it is in the folder, not only in this process


def test_what_did_not_change_is_not_built(each: Each, folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert each().code == 0
    before = exported(folders, "ferry")

    def never(*given: object, **options: object) -> None:
        raise AssertionError("built again")

    with monkeypatch.context() as patch:
        patch.setattr("incident_graph.pipeline.each.build_task", never)
        ran = each()
    assert ran.code == 0
    assert "3 incidents: 0 built, 3 as they were, 0 failed" in ran.err
    assert exported(folders, "ferry") == before
    assert "3 built, 0 as they were" in each("--everything").err


def test_only_the_incident_that_changed_is_built(each: Each, folders: Path) -> None:
    assert each().code == 0
    (folders / "ferry" / "b.txt").write_text("Marlow lost\n\nThe ferry Marlow sank. Twelve people died.\n")
    ran = each()
    lines = ran.err.splitlines()
    assert lines[-1].startswith("3 incidents: 1 built, 2 as they were, 0 failed")
    assert [line.split(":")[0] for line in lines[:-1]] == ["ferry"]
    assert "1 removed" in lines[-2]  # the old text is another account
    text = exported(folders, "ferry")
    assert "Twelve people died" in text
    assert "Eleven" not in text


def test_what_a_deleted_account_said_is_gone(each: Each, folders: Path) -> None:
    assert each().code == 0
    (folders / "ferry" / "b.txt").unlink()
    assert "1 built, 2 as they were" in each().err
    assert "Eleven" not in exported(folders, "ferry")


def test_other_options_are_other_inputs(each: Each) -> None:
    assert each().code == 0
    assert "3 built, 0 as they were" in each("--profile", "general").err
    assert "0 built, 3 as they were" in each("--profile", "general").err


def test_another_program_builds_all_again(each: Each, monkeypatch: pytest.MonkeyPatch) -> None:
    assert each().code == 0
    monkeypatch.setattr("incident_graph.pipeline.each.program_digest", lambda: "another")
    assert "3 built, 0 as they were" in each().err


def test_one_that_fails_leaves_the_others(each: Each, folders: Path) -> None:
    (folders / "empty").mkdir()
    (folders / "blank").mkdir()
    (folders / "blank" / "a.txt").write_text(" \n")
    ran = each()
    assert ran.code == 3
    assert "warning: empty: no accounts in the folder" in ran.err
    assert "warning: blank: no accounts to read" in ran.err
    assert "error: 2 of 5 incidents could not be built\n  blank, empty\n" in ran.err
    assert len(list_incidents(open_graph(f"{folders.parent}/store/"))) == 3


def test_a_fault_in_one_leaves_the_others(each: Each, folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from incident_graph.pipeline import each as module

    real = module.build_with

    def faulty(*given: Any, **options: Any) -> Any:
        if options["title"] == "Ferry sinks":
            raise KeyError("ouch")
        return real(*given, **options)

    monkeypatch.setattr(module, "build_with", faulty)
    ran = each()
    assert ran.code == 3
    assert "warning: ferry: unexpected KeyError: 'ouch'" in ran.err
    assert len(list_incidents(open_graph(f"{folders.parent}/store/"))) == 2


def test_an_interrupted_build_keeps_what_was_built(each: Each, folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build = incident_graph.pipeline.each.build_task

    def impatient(task: Task) -> Built:
        if task.name == "quake":
            raise KeyboardInterrupt
        return build(task)

    with monkeypatch.context() as patched:
        patched.setattr("incident_graph.pipeline.each.build_task", impatient)
        ran = each()
    assert ran.code == 130
    assert "2 written, 0 as they were, of 3 incidents; the same command goes on from there" in ran.err
    found = {incident.iri for incident in list_incidents(open_graph(f"{folders.parent}/store/"))}
    assert found == {"https://example.org/ferry/incident", "https://example.org/fire-in-ternmouth/incident"}
    assert each().err.splitlines()[-1].startswith("3 incidents: 1 built, 2 as they were, 0 failed; written to ")


def test_what_cannot_be_written_is_said_once(each: Each, folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []

    def full(*given: object) -> None:
        tried.append(given)
        raise OutputError("cannot write: No space left on device")

    monkeypatch.setattr("incident_graph.store.put_noted", full)
    ran = each()
    assert ran.code == 3
    assert ran.err.count("No space left") == 1
    assert len(tried) == 1


def built(name: str, size: int = 1) -> Built:
    base = f"https://example.org/{name}/"
    return Built(name, base, "digest", Statements(base, {f"{base}graph/accounts": "x" * size}))


class Slow:
    """A store in a folder that takes its time, and what it was given; nothing, once it is full."""

    location = "slow/"

    def __init__(self, full: bool = False) -> None:
        self.full = full
        self.batches: list[int] = []
        self.writing = False

    def put(self, _: object, incidents: list[tuple[Statements, str]]) -> list[Changes]:
        assert not self.writing
        self.writing = True
        time.sleep(0.01)
        self.batches.append(len(incidents))
        self.writing = False
        if self.full:
            raise OutputError("cannot write: No space left on device")
        return [Changes((), (), ()) for _ in incidents]


@pytest.mark.parametrize("beside", [False, True])
def test_large_batches_are_written_one_at_a_time(monkeypatch: pytest.MonkeyPatch, beside: bool) -> None:
    store, told = Slow(), list[str]()
    monkeypatch.setattr("incident_graph.store.put_noted", store.put)
    with Writer(store, (), lambda built, _: told.append(built.name), beside=beside) as writer:  # type: ignore[arg-type]
        for n in range(40):
            writer.add(built(f"i{n:02}", AT_ONCE // 15), 39 - n)
    assert told == [f"i{n:02}" for n in range(40)]
    assert sum(store.batches) == 40
    # Beside, batches wait for the one under way, and fewer come together towards the end.
    assert store.batches == [16, 16, 8] if not beside else max(store.batches) <= 32 and len(store.batches) > 1


@pytest.mark.parametrize("beside", [False, True])
def test_when_writing_fails_no_more_is_tried(monkeypatch: pytest.MonkeyPatch, beside: bool) -> None:
    store = Slow(full=True)
    monkeypatch.setattr("incident_graph.store.put_noted", store.put)

    def write() -> None:
        with Writer(store, (), lambda *_: None, beside=beside) as writer:  # type: ignore[arg-type]
            for n in range(40):
                writer.add(built(f"i{n:02}", AT_ONCE // 15), 39 - n)

    with pytest.raises(OutputError, match="No space left"):
        write()
    assert len(store.batches) == 1


def test_an_incident_without_its_folder_is_kept_and_said(each: Each, folders: Path) -> None:
    assert each().code == 0
    shutil.rmtree(folders / "quake")
    ran = each()
    assert ran.code == 0
    assert "warning: 1 incident in the graph without a folder here, kept: quake" in ran.err
    store = f"{folders.parent}/store/"
    assert len(list_incidents(open_graph(store))) == 3
    ran = each("--remove-missing")
    assert "1 incident without a folder removed: quake" in ran.err
    assert len(list_incidents(open_graph(store))) == 2
    assert sorted(input_hashes(open_graph(store))) == [
        "https://example.org/ferry/",
        "https://example.org/fire-in-ternmouth/",
    ]
    assert not [graph for graph in open_graph(store).graphs() if "quake" in graph]


def test_a_decision_builds_its_incident_again(each: Each, folders: Path, cli: Any) -> None:
    assert each().code == 0
    file = folders.parent / "decisions.jsonl"
    there = ["-g", f"{folders.parent}/store/", "--incident", "ferry", "--decisions", str(file)]
    what = ["--account", "B", "--question", "dead", "--quote", "Eleven people died."]
    assert cli("review", "decide", "reject", *what, *there).code == 0
    ran = each("--decisions", str(file))
    assert "1 built, 2 as they were" in ran.err
    assert ran.err.startswith("ferry:")
    assert "0 built, 3 as they were" in each("--decisions", str(file)).err
    shutil.copy(file, folders / "ferry" / "decisions.jsonl")
    assert "0 built, 3 as they were" in each("--decisions", "decisions.jsonl").err
    (folders / "ferry" / "b.txt").unlink()
    assert "not applied" in each("--decisions", str(file)).err


@pytest.mark.slow
def test_processes_build_the_same_store(each: Each, folders: Path, cli: Any) -> None:
    assert each().code == 0
    other = f"{folders.parent}/other/"
    assert cli("build", "--each", str(folders), "-g", other, "-j", "2", "-q").code == 0

    def held(store: str) -> set[str]:
        return {str(quad) for quad in open_graph(store).quads()}

    assert held(other) == held(f"{folders.parent}/store/")
    assert input_hashes(open_graph(other)) == input_hashes(open_graph(f"{folders.parent}/store/"))


def test_what_is_noted_of_inputs_is_not_exported(each: Each, folders: Path) -> None:
    assert each().code == 0
    assert len(input_hashes(open_graph(f"{folders.parent}/store/"))) == 3
    assert "inputHash" not in exported(folders, "ferry")


@pytest.mark.slow
def test_an_endpoint_is_brought_up_to_date_alike(
    folders: Path, tmp_path: Path, cli: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = f"{tmp_path}/served/"
    open_graph(store, create=True).replace([])
    with served(store, "--allow-update", "--token", "sesame") as at:

        def each() -> Ran:
            with monkeypatch.context() as patch:
                patch.setenv("INCIDENT_GRAPH_TOKEN", "sesame")
                ran: Ran = cli("build", "--each", str(folders), "-g", f"{at}sparql", "-j", "1")
                return ran

        assert "3 built, 0 as they were" in each().err
        assert "0 built, 3 as they were" in each().err
        (folders / "ferry" / "b.txt").unlink()
        assert "1 built, 2 as they were" in each().err
    assert len(input_hashes(open_graph(store))) == 3


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--each", "{in}", "-g", "one.trig"], 2, "--each needs a graph that holds many incidents"),
        (["--each", "{in}/ferry", "-g", "store/"], 3, "there are no folders in the folder"),
        (["--each", "{in}/none", "-g", "store/"], 3, "no such folder"),
        (["{in}/ferry", "--remove-missing"], 2, "say nothing without --each"),
    ],
)
def test_what_cannot_be_asked_is_said(
    cli: Any, folders: Path, options: list[str], code: int, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folders.parent)
    ran = cli("build", *(option.replace("{in}", str(folders)) for option in options))
    assert (ran.code, ran.out) == (code, "")
    assert said in ran.err
    assert not (folders.parent / "store").exists()


def test_two_folders_of_one_name_are_refused(each: Each, folders: Path) -> None:
    shutil.copytree(folders / "ferry", folders / "Ferry!")
    ran = each()
    assert ran.code == 2
    assert "two folders have one name" in ran.err
