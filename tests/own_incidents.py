"""The incidents in tests/cases/incidents: the profile of each, which of them may be read, and their accounts."""

from functools import cache
from pathlib import Path

from scoring.incidents import OURS

from incident_graph.accounts import Account, read_accounts

FOLDER = Path(__file__).parent / "cases" / "incidents"
#: By name; those that nobody who writes rules reads are run like the others, and only counted.
PROFILES = {case.name: case.profile for case in OURS}
#: Those whose texts whoever writes rules may read; the others stay blind.
SEEN = tuple(case.name for case in OURS if case.standing != "blind")


@cache
def accounts_of(name: str) -> tuple[Account, ...]:
    """The accounts of an incident, read once."""
    return tuple(read_accounts(sorted((FOLDER / name).glob("*.txt"))))
