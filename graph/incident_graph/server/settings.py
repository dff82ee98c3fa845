"""What a server may do and how much."""

from dataclasses import dataclass

from incident_graph.store import Limits


@dataclass(frozen=True)
class Settings:
    """What is served and what is allowed; the defaults allow reading from this machine alone.

    ``location`` and ``incident`` as for every command. ``timeout`` (seconds) and ``memory`` (megabytes) bound each
    query, ``rows`` its results; ``at_once`` queries run side by side, others wait. Updates need ``token``; without one
    there are none. ``origins`` are the web pages elsewhere that may ask (CORS), ``hosts`` further names by which the
    server may be called.
    """

    location: str
    incident: str | None = None
    timeout: float | None = 30.0
    memory: int | None = 4096
    rows: int | None = None
    at_once: int = 4
    token: str = ""
    origins: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    allow_service: bool = False

    @property
    def limits(self) -> Limits:
        """The limits of one query."""
        return Limits(self.timeout, self.memory)
