"""The command line, run in this process or in one of its own."""

import subprocess
import sys
from typing import Any, NamedTuple


class Ran(NamedTuple):
    code: int
    out: str
    err: str


def spawn(*args: str, **kwargs: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "incident_graph", *args], capture_output=True, text=True, encoding="utf-8", **kwargs
    )
