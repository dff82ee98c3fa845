"""The program itself, as a digest: what another version of it made may be otherwise."""

import hashlib
from functools import lru_cache
from pathlib import Path

import incident_graph
from incident_graph.resources import ontology_path


@lru_cache(maxsize=1)
def program_digest() -> str:
    """SHA-256 of the version, the program's own source files and the ontology's: the same on every machine."""
    digest = hashlib.sha256(incident_graph.__version__.encode())
    code = Path(incident_graph.__file__).parent
    for path in sorted(code.rglob("*.py")):
        digest.update(f"\0{path.relative_to(code).as_posix()}\0".encode() + path.read_bytes())
    folders = [ontology_path(), ontology_path("profiles")]
    for folder in folders:
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
            if entry.name.endswith(".ttl"):
                digest.update(f"\0{entry.name}\0".encode() + entry.read_bytes())
    return digest.hexdigest()
