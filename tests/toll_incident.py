"""Invented accounts of a blast whose toll is counted on several days, for the tests of what time changes."""

import datetime as dt
import hashlib
from functools import lru_cache

from incident_graph.accounts import Account
from incident_graph.model import Comparison, Incident
from incident_graph.pipeline import build

NINE = "An explosion at a flour mill in Ostwick killed nine people on Sunday. The mill stood by the river."
ELEVEN = "At least 11 people were killed in the explosion at the flour mill in Ostwick. Searches went on at the mill."
TWELVE = "The explosion at the flour mill in Ostwick killed 12 people. Families gathered in the square."


def told(*texts: str, days: tuple[int | None, ...] = (), profile: str = "explosion") -> Incident:
    """The incident that these accounts tell; ``days`` of May 2031 on which they were published."""
    return _told(texts, days, profile)


@lru_cache(maxsize=64)
def _told(texts: tuple[str, ...], days: tuple[int | None, ...], profile: str) -> Incident:
    accounts = []
    for place, text in enumerate(texts):
        letter, day = "ABCDEFG"[place], days[place] if days else None
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        issued = dt.date(2031, 5, day) if day else None
        accounts.append(Account(sha256, f"{letter.lower()}.txt", text, letter, issued=issued))
    return build(accounts, profiles=[profile])


def pairs_of(incident: Incident, question: str) -> dict[tuple[str, str], Comparison]:
    """The comparisons on the question of this name, by the labels of their readings."""
    labels = {reading.id: reading.label for reading in incident.readings}
    issues = {issue.id for issue in incident.issues if issue.question.name == question}
    return {(labels[c.left], labels[c.right]): c for c in incident.comparisons if c.issue in issues}
