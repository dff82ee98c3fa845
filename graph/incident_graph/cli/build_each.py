"""``incident-graph build --each``: many incidents into one store, those alone that changed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from incident_graph.cli.console import Progress, note, warn
from incident_graph.cli.summary import count
from incident_graph.cli.writer import Writer

if TYPE_CHECKING:
    from incident_graph.decisions import Decision
    from incident_graph.extraction.voters import Voter
    from incident_graph.pipeline.each import Built, Task
    from incident_graph.pipeline.workers import Workers
    from incident_graph.store import GraphStore
    from incident_graph.store.location import Changes


@dataclass
class _Tally:
    """What has become of the folders so far: how many of each, those that failed, and the bases of all."""

    folders: int
    seen: int = 0
    same: int = 0
    begun: int = 0
    ended: int = 0
    built: int = 0
    failed: list[str] = field(default_factory=list)
    wanted: set[str] = field(default_factory=set)

    @property
    def left(self) -> int:
        """At most how many are still to be built."""
        return self.folders - self.seen + self.begun - self.ended

    def fail(self, name: str, message: str) -> None:
        """Count an incident that could not be built, and warn of it."""
        self.failed.append(name)
        warn(f"{name}: {message}")


def build_each(
    paths: Sequence[str],
    store: "GraphStore",
    workers: "Workers",
    *,
    base: str | None,
    title: str | None,
    profiles: Sequence[str],
    decisions_file: str | None,
    voters: "Sequence[Voter]",
    extractors: Sequence[str],
    remove_missing: bool,
    everything: bool,
    quiet: bool,
) -> None:
    """Bring the store up to date with the folders; InputError at the end when some could not be built."""
    from incident_graph.pipeline.each import build_task, incident_folders, task_of
    from incident_graph.profile.loading import profile_sources
    from incident_graph.store import input_hashes

    folders = incident_folders(paths)
    known = input_hashes(store)
    sources = profile_sources(profiles) if profiles else None
    decided = _Decisions(decisions_file)
    tally = _Tally(len(folders))
    make = partial(task_of, base=base, title=title, sources=sources, decisions=decided)
    work = partial(build_task, voters=tuple(voters), extractors=tuple(extractors)) if extractors else build_task

    def changed(task: "Task") -> bool:
        """Whether a task has to be done; its accounts are noted as seen."""
        decided.seen.update(task.shas)
        return everything or known.get(task.base) != task.digest(extractors)

    def tell(built: "Built", changes: "Changes") -> None:
        """Count an incident that was written, and say what was found in it."""
        tally.built += 1
        if not quiet:
            note(_found(built, changes))

    try:
        with Progress(quiet=quiet) as progress, Writer(store, known, tell, beside=workers.elsewhere) as writer:
            tasks = _tasks(folders, tally, progress, base=base, make=make, changed=changed)
            for built in workers.map(work, tasks):
                progress("building", tally.seen, tally.folders)
                _take_in(built, tally, writer)
    except KeyboardInterrupt:
        so_far = f"{tally.built} written, {tally.same} as they were, of {count(tally.folders, 'incident')}"
        note(f"{so_far}; the same command goes on from there")
        raise
    decided.report()
    _without_folder(store, sorted(set(known) - tally.wanted), remove=remove_missing)
    _conclude(tally, store, quiet=quiet)


def _tasks(
    folders: Sequence[Path],
    tally: _Tally,
    progress: Progress,
    *,
    base: str | None,
    make: "Callable[[Path], Task]",
    changed: "Callable[[Task], bool]",
) -> "Iterator[Task]":
    """What has to be built; only bytes are read of what has not."""
    from incident_graph.errors import IncidentGraphError
    from incident_graph.pipeline.each import BASE
    from incident_graph.profile.loading import profile_from

    for folder in folders:
        tally.seen += 1
        progress("looking", tally.seen, tally.folders)
        tally.wanted.add(_base_of(folder, base or BASE))
        try:
            task = make(folder)
        except IncidentGraphError as error:
            tally.fail(folder.name, f"{error.what} ({error.where})")
            continue
        if not changed(task):
            tally.same += 1
            continue
        if task.sources is not None:
            profile_from(task.sources)  # better one error now than the same of every incident
        tally.begun += 1
        yield task


def _take_in(built: "Built", tally: _Tally, writer: Writer) -> None:
    """Hand what was built to the writer, or count it as failed."""
    tally.ended += 1
    for message in built.warnings:
        warn(f"{built.name}: {message}")
    if built.error:
        tally.fail(built.name, built.error)
    else:
        writer.add(built, tally.left)


def _found(built: "Built", changes: "Changes") -> str:
    """A line on one incident: what was found in it, and what changed in the graph."""
    found = f"{count(built.accounts, 'account')}, {count(built.claims, 'claim')}, {built.conflicts} in conflict"
    if built.to_check:
        found += f", {built.to_check} to check"
    return f"{built.name}: {found}; {changes}"


def _without_folder(store: "GraphStore", gone: Sequence[str], *, remove: bool) -> None:
    """Remove the incidents that have no folder any more, or warn of them."""
    from incident_graph.store import remove_incidents

    if gone and remove:
        remove_incidents(store, gone)
        note(f"{count(len(gone), 'incident')} without a folder removed: {_listed(gone)}")
    elif gone:
        warn(f"{count(len(gone), 'incident')} in the graph without a folder here, kept: {_listed(gone)}")
        warn("--remove-missing takes them out")


def _conclude(tally: _Tally, store: "GraphStore", *, quiet: bool) -> None:
    """Say how it went in sum; InputError when some failed."""
    from incident_graph.errors import InputError

    incidents, failed = count(tally.folders, "incident"), len(tally.failed)
    if not quiet:
        sums = f"{tally.built} built, {tally.same} as they were, {failed} failed"
        note(f"{incidents}: {sums}; written to {store.location}")
    if failed:
        raise InputError(
            f"{failed} of {incidents} could not be built",
            where=", ".join(sorted(tally.failed)),
            hint="see the warnings above" + ("; the others are in the graph" if failed < tally.folders else ""),
        )


def _base_of(folder: Path, base: str) -> str:
    """What the IRIs of a folder's incident begin with."""
    from incident_graph.model.ids import slug

    return f"{base}{slug(folder.name)}/"


def _listed(bases: Sequence[str]) -> str:
    """The names of the incidents with these bases, the first ten of them."""
    names = [base.rstrip("/#").rpartition("/")[2] for base in bases]
    return ", ".join(names[:10]) + (", …" if len(names) > 10 else "")


class _Decisions:
    """The decisions of one file for all incidents, or of a file of that name in each folder."""

    def __init__(self, name: str | None) -> None:
        from incident_graph.decisions import load

        self.seen: set[str] = set()
        self._load: Callable[[str], list[Decision]] = load
        self._name = name
        shared = name is not None and (Path(name).is_file() or Path(name).name != name)
        self._shared = load(name) if shared and name else []
        self._own = name if name and not shared else None

    def __call__(self, folder: Path) -> "Sequence[Decision]":
        """Those that may be about the accounts in ``folder``."""
        if self._own is None:
            return self._shared
        file = folder / self._own
        return self._load(str(file)) if file.is_file() else []

    def report(self) -> None:
        """Warn of decisions on accounts that are in none of the folders."""
        for decision in self._shared:
            if decision.at.account not in self.seen:
                place = f" on line {decision.line}" if decision.line else ""
                warn(f"decision{place} not applied ({decision}): its account is in none of the folders")
