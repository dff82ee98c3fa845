"""Many incidents: a folder each, built wherever there is a worker, skipped when nothing they are made from changed."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from incident_graph.accounts import AccountFile, accounts_from, read_files
from incident_graph.decisions import Decision
from incident_graph.errors import AccountError, IncidentGraphError, UsageError
from incident_graph.extraction.voters import Voter, rules_heard
from incident_graph.model import Incident, Verdict
from incident_graph.model.ids import slug
from incident_graph.pipeline.build import build_with
from incident_graph.pipeline.collecting import rarely_collecting
from incident_graph.pipeline.program import program_digest
from incident_graph.profile.loading import Sources
from incident_graph.rdf import Statements, state

#: What the data of an incident begin with, before the name of its folder, unless said otherwise.
BASE = "https://example.org/"


@dataclass(frozen=True)
class Task:
    """One incident to build: everything it is made from, by value, so that any machine can.

    ``sources`` are those of the profile; None: those that fit. ``decisions`` are those on its accounts.
    """

    name: str
    base: str
    files: tuple[AccountFile, ...]
    title: str | None = None
    sources: Sources | None = None
    decisions: tuple[Decision, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def shas(self) -> tuple[str, ...]:
        """The SHA-256 of each file's bytes."""
        return tuple(hashlib.sha256(file.data).hexdigest() for file in self.files)

    def digest(self, extractors: Sequence[str] = ()) -> str:
        """SHA-256 of all that decides what is built: bytes, profile, decisions, options, and the program itself."""
        profile = None if self.sources is None else _digest_of(self.sources)
        parts = [program_digest(), self.base, self.title, profile, [d.to_json() for d in self.decisions]]
        files = [[file.name, sha] for file, sha in zip(self.files, self.shas, strict=True)]
        text = json.dumps([*parts, [*extractors], files], ensure_ascii=False)
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Built:
    """What became of a task: what its graphs state and a few counts, or the error in words."""

    name: str
    base: str
    digest: str
    statements: Statements | None = None
    accounts: int = 0
    claims: int = 0
    conflicts: int = 0
    warnings: tuple[str, ...] = ()
    to_check: int = 0
    error: str = ""


def incident_folders(paths: Sequence[str]) -> list[Path]:
    """The sub-folders of these folders, each the accounts of one incident, by name; hidden ones are passed over.

    Raises ``AccountError`` for what is no folder or has none in it, ``UsageError`` for two whose names are one slug.
    """
    found: dict[str, Path] = {}
    for path in map(Path, paths):
        if not path.is_dir():
            raise AccountError("no such folder", where=str(path), hint="--each reads folders of folders")
        inside = sorted(p for p in path.iterdir() if p.is_dir() and not p.name.startswith((".", "_")))
        if not inside:
            hint = "each incident needs a folder in it; without --each the folder is one incident"
            raise AccountError("there are no folders in the folder", where=str(path), hint=hint)
        for folder in inside:
            other = found.setdefault(slug(folder.name), folder)
            if other != folder:
                hint = "rename one: the name is what the incident is known by"
                raise UsageError("two folders have one name", where=f"{other}, {folder}", hint=hint)
    return [found[name] for name in sorted(found)]


def task_of(
    folder: Path,
    *,
    base: str | None = None,
    title: str | None = None,
    sources: Sources | None = None,
    decisions: Callable[[Path], Sequence[Decision]] = lambda folder: (),
) -> Task:
    """The task of building what ``folder`` holds: its bytes are read, nothing else is done.

    ``base`` is what the incident's IRI begins with, before the folder's name. ``decisions`` gives those that may be
    about the folder; those on other accounts are left out. Raises ``AccountError`` when the folder cannot be read.
    """
    said: list[str] = []
    files = tuple(read_files([folder], warn=said.append))
    task = Task(
        folder.name,
        f"{base or BASE}{slug(folder.name)}/",
        files,
        title,
        sources,
        warnings=tuple(said),
    )
    own = frozenset(task.shas)
    return Task(**{**vars(task), "decisions": tuple(d for d in decisions(folder) if d.at.account in own)})


@lru_cache(maxsize=4)
def _digest_of(sources: Sources) -> str:
    return hashlib.sha256(json.dumps([text for text, _ in sources]).encode("utf-8", "surrogatepass")).hexdigest()


def build_task(task: Task, voters: Sequence[Voter] = (), extractors: Sequence[str] = ()) -> Built:
    """Build one incident; an error of ours is part of the result, so that the others go on."""
    digest = task.digest(extractors)
    try:
        with rarely_collecting():
            incident, warnings = _build(task, voters, extractors)
            statements = state(incident)
    except IncidentGraphError as error:
        said = "; ".join(part for part in (error.what, error.where) if part)
        return Built(task.name, task.base, digest, error=said)
    except Exception as error:  # a fault of ours in one incident is no reason to lose the others
        return Built(task.name, task.base, digest, error=f"unexpected {type(error).__name__}: {error}")
    return Built(
        task.name,
        task.base,
        digest,
        statements,
        len(incident.accounts),
        len(incident.claims),
        sum(issue.verdict is Verdict.CONFLICTS for issue in incident.issues),
        warnings,
        sum(issue.verdict is Verdict.MAY_CONFLICT for issue in incident.issues),
    )


def _build(task: Task, voters: Sequence[Voter], extractors: Sequence[str]) -> tuple[Incident, tuple[str, ...]]:
    said = list(task.warnings)
    accounts = accounts_from(task.files, warn=said.append, where=task.name)
    title = task.title or next((a.title for a in accounts if a.title), None) or task.name
    incident = build_with(
        accounts,
        task.sources,
        title=title,
        base=task.base,
        decisions=task.decisions,
        warn=said.append,
        extractors=(*(e for e in extractors or ("rules",) if rules_heard([e])), *voters),
    )
    said += [f"{a.letter} {a.file_name}: {text}" for a in accounts for text in a.warnings]
    return incident, tuple(said)
