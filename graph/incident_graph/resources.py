"""Where the data folders are: inside the package when installed, at the top of the checkout when editable."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from incident_graph.errors import UsageError


def ontology_path(name: str = "") -> Traversable:
    """The file or folder ``name`` of the ontology (``"core.ttl"``, ``"profiles"``); ``""`` is the folder itself.

    Raises UsageError when there is no such thing.

    >>> ontology_path("core.ttl").is_file()
    True
    >>> ontology_path("no-such.ttl")
    Traceback (most recent call last):
    incident_graph.errors.UsageError: the ontology has no file no-such.ttl
    """
    return _within(_data_folder("ontology"), "ontology", name)


def seeds_path(name: str = "") -> Traversable:
    """The file ``name`` of the seed accounts; ``""`` is their folder. Raises UsageError when there is no such thing."""
    return _within(_data_folder("seeds"), "seeds", name)


def _data_folder(folder: str) -> Traversable:
    package = files("incident_graph")
    inside = package / folder
    if inside.is_dir():
        return inside
    return Path(str(package)).parents[1] / folder


def _within(root: Traversable, folder: str, name: str) -> Traversable:
    found = root
    for part in name.split("/") if name else ():
        found = found / part
    if ".." in name.split("/") or not (found.is_file() or found.is_dir()):
        raise UsageError(f"the {folder} has no file {name or folder}")
    return found
