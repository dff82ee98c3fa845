"""Periods: dates and times as the interval a wording admits. (Skeleton: parse and compare to be written.)"""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Period:
    """A date, a time of day, or a stretch of time, as its wording admits.

    ``edtf`` is the Extended Date/Time Format form (``2026-04-23``, ``XXXX-03``, ``[2026-03-01..2026-03-10]``, ``T08:40``).
    ``earliest``/``latest`` are set when the year is known. ``minute``: minutes since midnight; ``zone``: minutes east of
    Greenwich, when stated.
    """

    edtf: str
    earliest: dt.date | None = None
    latest: dt.date | None = None
    minute: int | None = None
    zone: int | None = None
