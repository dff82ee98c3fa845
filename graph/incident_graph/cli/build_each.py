"""``incident-graph build --each``: many incidents into one store, those alone that changed."""

from collections.abc import Callable, Iterator, Sequence
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
    from functools import partial

    from incident_graph.errors import IncidentGraphError, InputError
    from incident_graph.pipeline.each import BASE, build_task, incident_folders, task_of
    from incident_graph.profile.loading import profile_from, profile_sources
    from incident_graph.store import input_hashes, remove_incidents

    folders = incident_folders(paths)
    known = input_hashes(store)
    sources = profile_sources(profiles) if profiles else None
    wanted: set[str] = set()
    failed: list[str] = []
    decided = _Decisions(decisions_file)
    done = {"seen": 0, "same": 0, "begun": 0, "ended": 0, "built": 0}

    def tasks() -> "Iterator[Task]":
        """What has to be built; only bytes are read of what has not."""
        for folder in folders:
            done["seen"] += 1
            progress("looking", done["seen"], len(folders))
            wanted.add(_base_of(folder, base or BASE))
            try:
                task = task_of(folder, base=base, title=title, sources=sources, decisions=decided)
            except IncidentGraphError as error:
                failed.append(folder.name)
                warn(f"{folder.name}: {error.what} ({error.where})")
                continue
            decided.seen.update(task.shas)
            if not everything and known.get(task.base) == task.digest(extractors):
                done["same"] += 1
                continue
            if sources is not None:
                profile_from(sources)  # better one error now than the same of every incident
            done["begun"] += 1
            yield task

    work = partial(build_task, voters=tuple(voters), extractors=tuple(extractors)) if extractors else build_task

    def tell(built: "Built", changes: "Changes") -> None:
        done["built"] += 1
        if not quiet:
            found = f"{count(built.accounts, 'account')}, {count(built.claims, 'claim')}, {built.conflicts} in conflict"
            if built.to_check:
                found += f", {built.to_check} to check"
            note(f"{built.name}: {found}; {changes}")

    try:
        with Progress(quiet=quiet) as progress, Writer(store, known, tell, beside=workers.elsewhere) as writer:
            for built in workers.map(work, tasks()):
                progress("building", done["seen"], len(folders))
                done["ended"] += 1
                for message in built.warnings:
                    warn(f"{built.name}: {message}")
                if built.error:
                    failed.append(built.name)
                    warn(f"{built.name}: {built.error}")
                    continue
                writer.add(built, len(folders) - done["seen"] + done["begun"] - done["ended"])
    except KeyboardInterrupt:
        so_far = f"{done['built']} written, {done['same']} as they were, of {count(len(folders), 'incident')}"
        note(f"{so_far}; the same command goes on from there")
        raise
    decided.report()
    gone = sorted(set(known) - wanted)
    if gone and remove_missing:
        remove_incidents(store, gone)
        note(f"{count(len(gone), 'incident')} without a folder removed: {_listed(gone)}")
    elif gone:
        warn(f"{count(len(gone), 'incident')} in the graph without a folder here, kept: {_listed(gone)}")
        warn("--remove-missing takes them out")
    if not quiet:
        sums = f"{done['built']} built, {done['same']} as they were, {len(failed)} failed"
        note(f"{count(len(folders), 'incident')}: {sums}; written to {store.location}")
    if failed:
        what = f"{len(failed)} of {count(len(folders), 'incident')} could not be built"
        raise InputError(
            what,
            where=", ".join(sorted(failed)),
            hint="see the warnings above" + ("; the others are in the graph" if len(failed) < len(folders) else ""),
        )


def _base_of(folder: Path, base: str) -> str:
    from incident_graph.model.ids import slug

    return f"{base}{slug(folder.name)}/"


def _listed(bases: Sequence[str]) -> str:
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
