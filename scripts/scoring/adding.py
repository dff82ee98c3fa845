"""Gold answers as decisions of a person: comparison is measured by itself, on what a careful reader would have read.

They stand, written by hand, in ``claims.yaml`` of each incident, and questions that no profile asks in
``questions.ttl`` (see ``tests/cases/incidents/README.md``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from incident_graph.decisions.claims import ClaimDecisions
from incident_graph.decisions.decision import Decision, Place
from incident_graph.decisions.orphans import Texts
from incident_graph.model import Claim, Incident
from incident_graph.profile import Profile

Row = Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Told:
    """One answer of a facet, as a person adds it: the facet, the question's name, and the row of ``claims.yaml``."""

    facet: str
    question: str
    row: Row

    def __str__(self) -> str:
        return f"{self.facet}: {self.row['file']}: {self.row['value']}"


def told(folder: Path) -> tuple[Told, ...]:
    """The rows of an incident's ``claims.yaml``, facet by facet."""
    import yaml

    data = yaml.safe_load((folder / "claims.yaml").read_text(encoding="utf-8"))
    return tuple(
        Told(facet, block["question"], row) for facet, block in data.items() for row in block.get("claims") or ()
    )


def asking(folder: Path, profile: str) -> list[str]:
    """The profile of an incident, with the questions of its own where it has any."""
    own = folder / "questions.ttl"
    return [profile, str(own)] if own.is_file() else [profile]


def iris(rows: Sequence[Told], profile: Profile) -> dict[str, str]:
    """The IRI of the question of each facet.

    Raises ``ValueError`` for a question that the profile does not ask.
    """
    by_name = {question.name: question.iri for question in profile.questions.values()}
    unknown = sorted({row.question for row in rows} - by_name.keys())
    if unknown:
        raise ValueError(f"no such questions: {', '.join(unknown)}")
    return {row.facet: by_name[row.question] for row in rows}


def added(rows: Sequence[Told], profile: Profile, read: Incident) -> tuple[dict[Told, Claim], tuple[Told, ...]]:
    """The claims that a person adds, row by row, and the rows that the program refuses. ``read`` has the accounts,
    names and figures."""
    accounts = {account.file_name: account for account in read.accounts}
    entities = {entity.id: entity for entity in read.entities}
    figures = {figure.id: figure for figure in read.figures}
    asked = iris(rows, profile)
    found: dict[Told, Claim] = {}
    refused = []
    for one in rows:
        decision = Decision(
            "add",
            "claim",
            Place(accounts[one.row["file"]].sha256, one.row["quote"]),
            question=asked[one.facet],
            value=str(one.row["value"]),
            stance=one.row["stance"],
            certainty=one.row["certainty"],
            speaker=one.row.get("speaker"),
            basis=one.row.get("basis"),
        )
        claims = ClaimDecisions(profile, Texts(read.accounts), entities, figures, []).apply([], [decision])
        if claims:
            found[one] = claims[0]
        else:
            refused.append(one)
    return found, tuple(refused)
