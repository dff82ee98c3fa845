"""One axis of a drawing: where values stand on it, and the round values that are marked."""

import math
from dataclasses import dataclass

#: From this ratio of the greatest to the least value on, an axis counts in powers of ten.
_WIDE = 40
_MOST_TICKS = 6
#: Round stretches of minutes: up to hours, days, months, years.
_CLOCK = [1.0, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200, 14400, 43200, 129600, 525600, 5256000]


@dataclass(frozen=True)
class Axis:
    """Places values between ``left`` and ``right``; ``ticks`` are round values with their places."""

    low: float
    high: float
    left: float
    right: float
    powers: bool = False
    step: float = 1.0

    @classmethod
    def over(cls, values: list[float], left: float, right: float, *, clock: bool = False) -> "Axis":
        """The axis on which all these values stand, with a margin at both ends; of ``clock`` values, which are minutes,
        the round ones are hours and their like.

        >>> axis = Axis.over([180, 202], 0, 100)
        >>> [tick for tick, _ in axis.ticks], 0 < axis.place(180) < axis.place(202) < 100
        ([180.0, 185.0, 190.0, 195.0, 200.0], True)
        >>> Axis.over([3, 500000], 0, 100).powers
        True
        >>> 0 < Axis.over([7, 7], 0, 100).place(7) < 100
        True
        """
        low, high = min(values), max(values)
        if not clock and low > 0 and high / low >= _WIDE:
            return cls(math.log10(low) - 0.25, math.log10(high) + 0.25, left, right, powers=True)
        margin = (high - low) * 0.12 or abs(high) * 0.1 or 1.0
        span = high - low + 2 * margin
        rounds = _CLOCK if clock else [part * 10.0**n for n in range(-4, 16) for part in (1, 2, 5)]
        step = next((step for step in rounds if span / step <= _MOST_TICKS), rounds[-1])
        return cls(low - margin, high + margin, left, right, step=step)

    def place(self, value: float) -> float:
        """Where ``value`` stands, no further out than the ends of the axis."""
        at = (math.log10(value) if value > 0 else self.low) if self.powers else value
        part = (at - self.low) / (self.high - self.low)
        return round(self.left + min(1.0, max(0.0, part)) * (self.right - self.left), 1)

    @property
    def ticks(self) -> list[tuple[float, float]]:
        """Round values on the axis, each with its place."""
        if self.powers:
            values = [10.0**n for n in range(math.ceil(self.low), math.floor(self.high) + 1)]
        else:
            first = math.ceil(self.low / self.step)
            values = [n * self.step for n in range(first, math.floor(self.high / self.step) + 1)]
        return [(value, self.place(value)) for value in values[:: max(1, math.ceil(len(values) / _MOST_TICKS))]]
