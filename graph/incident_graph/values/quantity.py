"""Quantities: the interval of numbers a wording admits, with its unit. (Skeleton: parse and compare to be written.)"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Quantity:
    """A count, sum of money, percentage, ratio, duration, age, distance ... as the interval its wording admits.

    ``low``/``high`` bound it (``None``: open), ``stated`` is the number as said (``None`` when only a range or a vague
    word is said), ``unit`` is ``"person"``, ``"record"``, an ISO 4217 code, ``"percent"``, ``"fraction"``, ``"times"``,
    ``"minute"``, ``"kilometre"``... always singular, lower case (codes upper case).
    """

    low: Decimal | None
    high: Decimal | None
    stated: Decimal | None = None
    unit: str = ""
