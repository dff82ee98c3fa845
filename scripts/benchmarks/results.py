"""What a run found: rows of ours beside another's, and how stages grow."""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from benchmarks.clock import Took


@dataclass(frozen=True)
class Target:
    """What a ratio is to be: at least (the other's time over ours) or at most (ours over the other's) a number.

    Without a number it only says which way the ratio reads.
    """

    sense: str  # "at least" or "at most"
    number: float | None = None

    def held(self, ratio: float | None) -> bool | None:
        """Whether the ratio is what it should be; None when there is nothing to judge."""
        if ratio is None or self.number is None:
            return None
        return ratio >= self.number if self.sense == "at least" else ratio <= self.number


@dataclass(frozen=True)
class Row:
    """Ours beside another's, measured in one run; ``ratio`` reads as the target does. None: not measured to the end."""

    section: str
    what: str
    size: str
    ours: float | None
    other: float | None
    than: str  # what the other is
    unit: str = "s"
    ratio: float | None = None
    wall: float | None = None  # the same ratio of the times on the wall
    target: str = ""
    held: bool | None = None
    note: str = ""
    bound: bool = (
        False  # the other was stopped: it would have taken at least so much, and the ratio is at least so high
    )


@dataclass(frozen=True)
class Growth:
    """How what a stage takes grows with its input: ``points`` of (size, seconds or MB)."""

    section: str
    stage: str
    by: str
    points: tuple[tuple[float, float], ...]
    unit: str = "s"
    exponent: float | None = None
    target: str = ""
    held: bool | None = None


@dataclass
class Found:
    """All that one run found."""

    rows: list[Row] = field(default_factory=list)
    growth: list[Growth] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)

    def beside(
        self,
        section: str,
        what: str,
        size: str,
        ours: Took,
        other: Took,
        than: str,
        target: Target | None = None,
        *,
        by: str = "cpu",
        unit: str = "s",
        note: str = "",
    ) -> None:
        """Add a row; ``by`` is what of the two is compared.

        Of another that was stopped, the processor time it had taken is the least it would have: a bound of the ratio,
        which can show that a target is held, never that it is missed.
        """
        sense = target.sense if target else "at least"
        bound = "stopped" in other
        if bound:
            note = f"{note}; the other stopped after {other['stopped']:.0f} s".removeprefix("; ")
            least = other.get("least_cpu", 0.0) if by == "cpu" and sense == "at least" else 0.0
            other = {by: least} if least > 1 else {}
        ratio = _ratio(ours.get(by), other.get(by), sense)
        held = target.held(ratio) if target else None
        self.rows.append(
            Row(
                section,
                what,
                size,
                _round(ours.get(by)),
                _round(other.get(by)),
                than,
                unit,
                _round(ratio),
                _round(_ratio(ours.get("wall"), other.get("wall"), sense)) if by == "cpu" else None,
                f"{target.sense} {target.number:g}" if target and target.number is not None else "",
                None if bound and not held else held,
                note,
                bound and ratio is not None,
            )
        )

    def grows(
        self,
        section: str,
        stage: str,
        by: str,
        points: Sequence[tuple[float, float]],
        most: float | None = None,
        *,
        start: float = 0,
        unit: str = "s",
    ) -> None:
        """Add a growth; its exponent is fitted to the points from size ``start`` on."""
        exponent = exponent_of([p for p in points if p[0] >= start])
        self.growth.append(
            Growth(
                section,
                stage,
                by,
                tuple((x, _round(y) or 0.0) for x, y in points),
                unit,
                _round(exponent),
                f"at most {most:g}" if most else "",
                exponent <= most if most and exponent is not None else None,
            )
        )

    def record(self) -> dict[str, Any]:
        """As JSON keeps it."""
        return {
            "rows": [asdict(row) for row in self.rows],
            "growth": [asdict(growth) for growth in self.growth],
            "facts": self.facts,
        }


def exponent_of(points: Sequence[tuple[float, float]]) -> float | None:
    """The exponent of a power law through the points, by least squares on their logarithms; None for fewer than two.

    >>> exponent_of([(10, 1), (100, 10), (1000, 100)])
    1.0
    """
    logs = [(math.log(x), math.log(y)) for x, y in points if x > 0 and y > 0]
    if len(logs) < 2:
        return None
    middle_x, middle_y = (sum(values) / len(logs) for values in zip(*logs, strict=True))
    spread = sum((x - middle_x) ** 2 for x, _ in logs)
    return round(sum((x - middle_x) * (y - middle_y) for x, y in logs) / spread, 12) if spread else None


def _ratio(ours: float | None, other: float | None, sense: str) -> float | None:
    if not ours or not other:
        return None
    return other / ours if sense == "at least" else ours / other


def _round(number: float | None) -> float | None:
    """Three significant digits: more would not come back."""
    return None if number is None else float(f"{number:.3g}")
