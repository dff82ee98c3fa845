"""The graph that is served, as it stands now."""

import os
from pathlib import Path

from incident_graph.store import (
    GraphFile,
    GraphFolder,
    GraphStore,
    is_endpoint,
    is_folder,
    narrow,
    open_graph,
)
from incident_graph.store.folder import PATIENCE

Stamp = tuple[object, ...]


class Served:
    """Gives each child process the graph. A file is read once and again when it has changed; a folder or an endpoint is
    opened by each child, so that others may write between.
    """

    def __init__(self, location: str, incident: str | None = None) -> None:
        self.location = location
        self._incident = incident
        self._file: GraphFile | None = None
        self._read: Stamp | None = None

    def refresh(self) -> None:
        """Read the file if it is another than before; ``GraphError`` when it cannot be read."""
        if is_endpoint(self.location) or is_folder(self.location):
            return
        stamp = self.stamp()
        if self._file is None or stamp != self._read:
            file = GraphFile.read(self.location)
            _ = file.memory
            self._file, self._read = file, stamp

    def stamp(self) -> Stamp | None:
        """Another value whenever the graph may be another; None when that cannot be told."""
        if is_endpoint(self.location):
            return None
        path = Path(self.location)
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        found = []
        for file in files:
            try:
                about = os.stat(file)
            except OSError:
                continue
            if not file.name.startswith("LOG"):
                found.append((file.name, about.st_mtime_ns, about.st_size, about.st_ino))
        return tuple(found)

    def whole(self) -> GraphStore:
        """The store, for one child."""
        if self._file is not None:
            return self._file
        if is_folder(self.location):
            return GraphFolder(self.location, patience=PATIENCE)
        return open_graph(self.location)

    def store(self) -> GraphStore:
        """The store, narrowed to the incident that was asked for when the server was started, if any."""
        store = self.whole()
        return narrow(store, self._incident) if self._incident else store

    def one(self, incident: str | None) -> GraphStore:
        """The store, narrowed to one incident; see ``narrow``."""
        return narrow(self.store(), incident)
