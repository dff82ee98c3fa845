"""Floors: the numbers below which no measure may fall, by incident and, as means, by standing."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scoring.incidents import OURS, ROOT, STANDINGS
from scoring.measures import ALARMS, Measures, mean

FLOORS = ROOT / "tests" / "cases" / "accuracy-floors.json"
TOLERANCE = 0.005

Floors = dict[str, Measures]  #: by incident, or by standing as "mean of seen"


@dataclass(frozen=True)
class Fall:
    """A measure that is below its floor or, of false alarms, above its ceiling."""

    name: str
    measure: str
    floor: float
    value: float


def with_means(runs: Mapping[str, Measures]) -> Floors:
    """The runs, and after them the mean of every standing of which all incidents were measured."""
    means = {}
    for standing in STANDINGS:
        group = [case.name for case in OURS if case.standing == standing]
        if group and set(group) <= set(runs):
            means[f"mean of {standing}"] = mean([runs[name] for name in group])
    return {**runs, **means}


def falls(floors: Mapping[str, Measures], runs: Mapping[str, Measures]) -> Iterator[Fall]:
    """What lies lower than its floor by more than the tolerance. What was not judged now is no fall: where nothing is
    called any more it is recall that falls.

    >>> list(falls({"x": {"stance": 0.5, "false alarms": 1}}, {"x": {"stance": 0.496, "false alarms": 2}}))
    [Fall(name='x', measure='false alarms', floor=1, value=2)]
    """
    for name, run in runs.items():
        for measure, floor in floors.get(name, {}).items():
            value = run.get(measure)
            if value is not None and floor is not None:
                short = value - floor if measure == ALARMS else floor - value
                if round(short, 6) > TOLERANCE:
                    yield Fall(name, measure, floor, value)


def read_floors(path: Path) -> Floors:
    """The floors in a file; none when there is no such file."""
    if not path.exists():
        return {}
    floors: Floors = json.loads(path.read_text(encoding="utf-8"))
    return floors


def write_floors(path: Path, runs: Mapping[str, Measures]) -> None:
    """Keep the measured numbers as floors."""
    path.write_text(json.dumps(runs, indent=1) + "\n", encoding="utf-8", newline="\n")
