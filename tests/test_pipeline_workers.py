"""Workers: whoever reads the accounts, the bytes are the same; what is lost with a worker is done here."""

import contextlib
import io
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from pathlib import Path
from typing import Any

import pytest
from bench_accounts import write_accounts
from clusters import Cluster, cluster
from serving import free_port

from incident_graph.accounts import Account, read_accounts
from incident_graph.errors import ClusterError, UsageError
from incident_graph.export import write_graph
from incident_graph.pipeline import build
from incident_graph.pipeline import workers as workers_module
from incident_graph.pipeline.program import program_digest
from incident_graph.pipeline.workers import Workers
from incident_graph.rdf import write_quads

pytestmark = pytest.mark.slow

#: So many accounts: they are handed out in two turns.
MANY = 12


def bytes_of(accounts: list[Account], **options: Any) -> bytes:
    out = io.BytesIO()
    write_graph(write_quads(build(accounts, profiles=["data-breach"], **options)), out, "trig")
    return out.getvalue()


@pytest.fixture(scope="module")
def accounts(tmp_path_factory: pytest.TempPathFactory) -> list[Account]:
    folder = tmp_path_factory.mktemp("accounts")
    write_accounts(folder, MANY)
    return read_accounts([folder])


@pytest.fixture(scope="module")
def expected(accounts: list[Account]) -> bytes:
    return bytes_of(accounts)


@pytest.fixture(scope="module")
def dask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with cluster(tmp_path_factory.mktemp("dask")) as running:
        yield running


def test_processes_give_the_same_bytes(accounts: list[Account], expected: bytes) -> None:
    with Workers(2) as workers:
        assert bytes_of(accounts, workers=workers) == expected


def test_processes_leave_a_section_on_something_else_out_alike(tmp_path: Path) -> None:
    write_accounts(tmp_path, 8)
    other = "\n\n".join(f"The fox number {n} sleeps beneath juniper roots along frozen brooks." for n in range(9))
    with (tmp_path / "account-00003.txt").open("a", encoding="utf-8") as file:
        file.write(f"\n## Elsewhere in the woods\n\n{other}\n\nSeven foxes slept.\n")
    accounts = read_accounts([tmp_path])
    said: list[str] = []
    alone = bytes_of(accounts, warn=said.append)
    assert ["tell of something else" in text for text in said] == [True]
    with Workers(2) as workers:
        assert bytes_of(accounts, workers=workers) == alone


def fails(number: int) -> int:
    """A piece of work with a fault in it."""
    raise ZeroDivisionError(number)


def test_a_fault_in_the_work_is_raised_here() -> None:
    with Workers(2) as workers, pytest.raises(ZeroDivisionError):
        list(workers.map(fails, [1, 2, 3]))


def test_a_dask_cluster_gives_the_same_bytes(accounts: list[Account], expected: bytes, dask: Cluster) -> None:
    seen: list[tuple[str, int, int]] = []
    with Workers(cluster=dask.address) as workers:
        assert (workers.count, workers.elsewhere) == (2, True)
        found = bytes_of(accounts, workers=workers, progress=lambda *told: seen.append(told))
    assert found == expected
    assert [s for s in seen if s[0] == "extracting" and s[1] in (0, MANY)] == [
        ("extracting", 0, MANY),
        ("extracting", MANY, MANY),
    ]
    assert len([s for s in seen if s[0] == "extracting"]) > 3  # shown as it comes in


def dies_elsewhere(here: int) -> int:
    """What each piece of work does: its process is killed, unless it is that of the test."""
    if os.getpid() != here:
        os.kill(os.getpid(), signal.SIGKILL)
    return here


def test_work_of_a_killed_process_is_done_here_and_said() -> None:
    said: list[str] = []
    with Workers(2, warn=said.append) as workers:
        assert list(workers.map(dies_elsewhere, [os.getpid()] * 20)) == [os.getpid()] * 20
        assert not workers.elsewhere
    assert len(said) == 1
    assert "a worker was lost" in said[0]


def test_results_come_in_order_and_nothing_is_taken_too_early() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(30):
            taken.append(number)
            yield number

    with Workers(2) as workers:
        results = workers.map(abs, items())
        assert next(results) == 0
        assert len(taken) <= 12, "two batches of three pieces a worker"
        assert list(results) == list(range(1, 30))


def test_workers_lost_before_a_batch_begins_are_made_up_for(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    away, begun = Workers._away, []

    def broken(self: Workers, work: Callable[[int], int], batch: Sequence[int]) -> Iterator[int]:
        begun.append(batch)
        if len(begun) == 2:
            raise BrokenExecutor("gone")
        return away(self, work, batch)

    monkeypatch.setattr(Workers, "_away", broken)
    with Workers(2, warn=said.append) as workers:
        assert list(workers.map(abs, range(30))) == list(range(30))
    assert [message.split(";")[0] for message in said] == ["a worker was lost (BrokenExecutor)"]


def test_a_build_outlives_its_processes(accounts: list[Account], expected: bytes) -> None:
    import psutil

    said: list[str] = []
    killed: list[int] = []

    def kill(stage: str, done: int, total: int) -> None:
        if stage == "extracting" and 0 < done < total:
            for process in psutil.Process().children(recursive=True):
                with contextlib.suppress(psutil.NoSuchProcess):
                    if "loky.backend.popen_loky" in " ".join(process.cmdline()):  # one that this build started
                        process.kill()
                        killed.append(process.pid)

    with Workers(2, warn=said.append) as workers:
        assert bytes_of(accounts, workers=workers, progress=kill) == expected
    assert killed
    assert len(said) < 2  # none, when what was left had been done by then


def test_a_scheduler_that_is_not_there_is_said_soon(monkeypatch: pytest.MonkeyPatch, cli: Any, tmp_path: Path) -> None:
    monkeypatch.setattr(workers_module, "PATIENCE", 1.0)
    address = f"tcp://127.0.0.1:{free_port()}"
    write_accounts(tmp_path / "in", 2)
    ran = cli("build", str(tmp_path / "in"), "-g", str(tmp_path / "out.trig"), "--cluster", address)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("error: the Dask scheduler cannot be reached\n")
    assert address in ran.err
    assert "dask scheduler" in ran.err
    assert not (tmp_path / "out.trig").exists()


def test_an_address_that_is_none_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers_module, "PATIENCE", 1.0)
    with pytest.raises(ClusterError), Workers(cluster="nowhere://x"):
        pass


def test_dask_that_is_not_installed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"incident-graph\[cluster\]"), Workers(cluster="tcp://127.0.0.1:1"):
        pass


def test_a_cluster_without_workers_is_said(tmp_path: Path) -> None:
    with (
        cluster(tmp_path, 0) as running,
        pytest.raises(ClusterError, match="no workers"),
        Workers(cluster=running.address),
    ):
        pass


def test_workers_with_another_program_are_refused(dask: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    program_digest.cache_clear()
    monkeypatch.setattr("incident_graph.__version__", "another")
    try:
        with pytest.raises(ClusterError, match="run another incident-graph"), Workers(cluster=dask.address):
            pass
    finally:
        program_digest.cache_clear()


def test_a_worker_of_the_cluster_that_dies_is_made_up_for(
    accounts: list[Account], expected: bytes, dask: Cluster
) -> None:
    """The last test here: of the cluster that all use, one worker is left."""

    def kill(stage: str, done: int, total: int) -> None:
        if stage == "extracting" and 0 < done < total:
            dask.workers[0].kill()

    with Workers(cluster=dask.address) as workers:
        assert bytes_of(accounts, workers=workers, progress=kill) == expected
    assert dask.workers[0].wait(10) != 0
