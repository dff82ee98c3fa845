"""Measuring one task in a process of its own: processor time, time on the wall and the most memory it took."""

import json
import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from typing import Any, TypeVar

_T = TypeVar("_T")
#: cpu and wall in seconds, memory in MB, whatever else the task tells; or stopped, in seconds, and then least_cpu: the
#: processor time that what was under way had taken by then, so that it would have taken at least as much.
Took = dict[str, Any]
#: Tasks by name: each gets its arguments as text and gives what it took.
TASKS: dict[str, Callable[..., Took]] = {}
_ALONE: list[str] = []  # the task this process is there for
_LIBRARIES = ("pyoxigraph", "rdflib", "pyvis", "networkx", "rapidfuzz")


def task(function: Callable[..., Took]) -> Callable[..., Took]:
    """Make a function one of the tasks."""
    TASKS[function.__name__] = function
    return function


def timed(work: Callable[[], _T]) -> tuple[_T, Took]:
    """What ``work`` gives, and the processor time of all its threads and the time on the wall."""
    cpu, wall = time.process_time(), time.perf_counter()
    result = work()
    return result, {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}


def so_far(took: Took) -> None:
    """Tell what a task has found so far, as a line of JSON, of which the last counts; nothing within a run.

    ``preparing`` says that what is to be measured has not begun.
    """
    if _ALONE:
        print(json.dumps({**took, "used": time.process_time()}), flush=True)


def perform_alone(name: str, arguments: dict[str, str]) -> None:
    """Do one task, which this process is there for, and tell what it took."""
    _ALONE.append(name)
    so_far(perform(name, arguments))


def perform(name: str, arguments: dict[str, str]) -> Took:
    """Do one task in this process."""
    took = TASKS[name](**arguments)
    usage = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    took["memory"] = usage / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return took


def measure(script: str, name: str, repeat: int = 1, limit: float = 3600, **arguments: object) -> Took:
    """What task ``name`` takes in a process of its own: of ``repeat`` runs the one with the least processor time.

    A run that takes longer than ``limit`` seconds is stopped and told as such, never guessed at; what it has told so
    far counts, and what it was doing took at least the processor time since then.
    """
    best: Took = {}
    words = [f"{key}={value}" for key, value in arguments.items()]
    for _ in range(repeat):
        command = [sys.executable, script, "--task", name, *words]
        env = {**os.environ, "PYTHONHASHSEED": "0"}
        before = _of_children()
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=limit, env=env, check=False)
        except subprocess.TimeoutExpired as error:
            lines = (error.stdout or b"").decode().splitlines()
            told = json.loads(lines[-1]) if lines else {}
            used = told.get("used", 0.0)
            least = 0.0 if told.pop("preparing", False) else _of_children() - before - used
            return {**told, "stopped": limit, "least_cpu": least}
        if done.returncode:
            raise SystemExit(f"error: the task {name} failed\n{done.stderr.strip()[-2000:]}")
        took: Took = json.loads(done.stdout.strip().splitlines()[-1])
        if not best or took["cpu"] < best["cpu"]:
            best = took
    return best


def _of_children() -> float:
    """Processor time of the processes started from here that have ended (seconds)."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def machine() -> dict[str, Any]:
    """What the measurements ran on: no names, no paths."""
    found = {}
    for library in _LIBRARIES:
        try:
            found[library] = version(library)
        except PackageNotFoundError:
            continue
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 30 if hasattr(os, "sysconf") else 0
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "cores": cores,
        "memory": f"{memory} GB",
        "python": platform.python_version(),
        **found,
    }
