"""Merges that the rules are not sure of, for a person to decide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from incident_graph.accounts import Account
from incident_graph.entities import rules
from incident_graph.entities.clusters import Clusters
from incident_graph.entities.resolve import cluster
from incident_graph.names.mention import NameMention


@dataclass(frozen=True, order=True)
class Proposal:
    """Two names that may be one thing, as written, and why it seems so."""

    left: str
    right: str
    reason: str


def resolve_proposals(
    mentions: Mapping[str, Sequence[NameMention]],
    accounts: Sequence[Account],
    aliases: Mapping[str, str] | None = None,
) -> tuple[Proposal, ...]:
    """Pairs of names that ``resolve`` left apart although one may be short for the other, or nearly spelled like it."""
    clusters = cluster(mentions, accounts, aliases or {})
    found = {(short, long, "prefix") for short, long, _ in rules.prefix_candidates(clusters)}
    found |= {(left, right, f"token-sort {score:.0f}") for left, right, score in rules.spelled_alike(clusters, 80.0)}
    return tuple(
        sorted(
            Proposal(_shown(clusters, a), _shown(clusters, b), why)
            for a, b, why in found
            if not _are_one(clusters, a, b)
        )
    )


def _shown(clusters: Clusters, key: str) -> str:
    return clusters.mentions[clusters.accounts(key)[0], key][0].surface


def _are_one(clusters: Clusters, left: str, right: str) -> bool:
    return any(clusters.same((a, left), (b, right)) for a in clusters.accounts(left) for b in clusters.accounts(right))
