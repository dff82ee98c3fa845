"""A room with one thing changed, and whether the room's own tests notice it.

Every trial is a fork of this process, which has loaded what the tests load from outside the house. The changed module
is compiled from its tree and given to whoever imports it; it is written nowhere.
"""

import ast
import importlib
import importlib.util
import json
import os
import resource
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from mutation.changes import Change, changes_of

PACKAGE = "incident_graph"

#: How much memory a trial may take: a change may make a list grow without end.
MEMORY = 6 << 30


@dataclass(frozen=True)
class Mutant:
    """A module with one thing changed."""

    path: Path
    module: str  # its name
    tree: ast.Module
    change: Change

    def __str__(self) -> str:
        return f"{self.path.name}:{self.change.line}: {self.change.kind}"


@dataclass(frozen=True)
class Room:
    """A folder of the package below ``root``, with the tests that bear its name."""

    root: Path
    name: str

    @property
    def folder(self) -> Path:
        """Where its modules are."""
        return self.root / "graph" / PACKAGE / self.name

    @property
    def tests(self) -> list[Path]:
        """``tests/test_<room>.py`` and ``tests/test_<room>_….py``; its doctests stand in its folder."""
        found = (self.root / "tests").glob(f"test_{self.name}*.py")
        return sorted(path for path in found if path.stem == f"test_{self.name}" or f"test_{self.name}_" in path.stem)

    def mutants(self) -> list[Mutant]:
        """Every mutant, in the order of its modules and their text."""
        found = []
        for path in sorted(self.folder.rglob("*.py")):
            parts = path.relative_to(self.root / "graph").with_suffix("").parts
            name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
            found += [Mutant(path, name, tree, change) for change in changes_of(tree)]
        return found


class RoomError(Exception):
    """The room's own tests cannot be run, or fail with nothing changed."""


class _Changed(SourceFileLoader):
    """Loads one module from its changed tree."""

    def __init__(self, mutant: Mutant) -> None:
        super().__init__(mutant.module, str(mutant.path))
        self.mutant = mutant

    def get_code(self, fullname: str) -> CodeType:
        code: CodeType = compile(self.mutant.tree, str(self.mutant.path), "exec")
        return code

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """The finder's part: this module alone."""
        if name != self.mutant.module:
            return None
        return importlib.util.spec_from_file_location(name, self.mutant.path, loader=self)


class _Plugin:
    """Keeps what each file of tests takes, and has the quickest run first."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Sort the files of tests."""
        items.sort(key=lambda item: self.seconds.get(item.nodeid.partition("::")[0], 0))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Add up."""
        self.seconds[report.nodeid.partition("::")[0]] += report.duration


class Trials:
    """Tries mutants of one room. ``scratch`` is a folder for what the trials leave behind."""

    def __init__(self, room: Room, scratch: Path) -> None:
        self.room, self.scratch = room, scratch
        self.limit, self.plugin = 600, _Plugin()
        sys.path.insert(0, str(room.root / "graph"))
        sys.dont_write_bytecode = True
        os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = str(scratch / "hypothesis")

    def begin(self) -> float:
        """Run the tests with nothing changed, load what they load, and give the seconds that a mutant may take.

        Raises ``RoomError`` when they fail: then they would seem to kill every mutant.
        """
        if not self.room.tests:
            raise RoomError(f"no tests bear the name of the room: tests/test_{self.room.name}*.py")
        before = time.monotonic()
        if self._fork(None) != 0:
            raise RoomError("the tests fail with nothing changed:\n" + self._output.read_text(errors="replace")[-2000:])
        self.limit = 2 + int(4 * (time.monotonic() - before))
        report = json.loads(self._report.read_text())
        self.plugin.seconds.update(report["seconds"])
        for name in report["modules"]:
            with suppress(Exception):
                importlib.import_module(name)
        return self.limit

    def survives(self, mutant: Mutant) -> bool:
        """Whether the room's tests pass all the same; one that takes too long, or ends its process, does not."""
        return self._fork(mutant) == 0

    @property
    def _output(self) -> Path:
        return self.scratch / "output"

    @property
    def _report(self) -> Path:
        return self.scratch / "report.json"

    def _fork(self, mutant: Mutant | None) -> int:
        """The exit status of a trial in a process of its own; below zero when a signal ended it."""
        sys.stdout.flush()
        sys.stderr.flush()
        child = os.fork()
        if not child:
            status = 70
            try:
                status = self._trial(mutant)
            finally:
                os._exit(status)
        try:
            return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        finally:
            with suppress(ProcessLookupError, PermissionError):  # and whatever it started
                os.killpg(child, signal.SIGKILL)

    def _trial(self, mutant: Mutant | None) -> int:
        os.setsid()
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.alarm(self.limit)  # nobody handles it: it ends the process
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        with self._output.open("wb") as out, open(os.devnull, "rb") as nothing:
            for number, to in enumerate((nothing, out, out)):
                os.dup2(to.fileno(), number)
        if mutant is not None:
            mutant.change.apply()
            sys.meta_path.insert(0, _Changed(mutant))
        os.chdir(self.room.root)
        places = [str(path.relative_to(self.room.root)) for path in (*self.room.tests, self.room.folder)]
        options = ["-x", "-q", "-p", "no:cacheprovider", "--doctest-modules", *places]
        status = int(pytest.main(options, plugins=[self.plugin]))
        if mutant is None:
            outside = _from_outside(sorted(sys.modules), self.room.root)
            self._report.write_text(json.dumps({"modules": outside, "seconds": self.plugin.seconds}))
        return status


def _from_outside(names: Sequence[str], root: Path) -> Collection[str]:
    """The names of loaded modules whose files lie outside the house."""
    found = []
    for name in names:
        file = str(getattr(sys.modules[name], "__file__", None) or root)
        if "site-packages" in file or not Path(file).resolve().is_relative_to(root):
            found.append(name)
    return found
