"""Carrying what was found in mended text back to the text as it stands in the file."""

from dataclasses import replace

from incident_graph.accounts import Excerpt
from incident_graph.accounts.mojibake import Mended
from incident_graph.model import Claim, Entity, Figure, Incident


def as_found(incident: Incident, mended: Mended) -> Incident:
    """The incident with every excerpt as it stands in the accounts' files."""
    if mended.nothing:
        return incident

    def back(excerpt: Excerpt | None) -> Excerpt | None:
        return mended.back(excerpt) if excerpt is not None else None

    def claim(c: Claim) -> Claim:
        speakers = tuple(replace(s, excerpt=back(s.excerpt), whom=back(s.whom)) for s in c.speakers)
        return replace(c, evidence=tuple(map(mended.back, c.evidence)), speakers=speakers)

    def entity(e: Entity) -> Entity:
        return replace(e, mentions=tuple(map(mended.back, e.mentions)))

    def figure(f: Figure) -> Figure:
        return replace(f, excerpt=mended.back(f.excerpt))

    return replace(
        incident,
        accounts=tuple(map(mended.as_found, incident.accounts)),
        claims=tuple(map(claim, incident.claims)),
        entities=tuple(map(entity, incident.entities)),
        figures=tuple(map(figure, incident.figures)),
    )
