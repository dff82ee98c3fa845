"""From mentions to entities: merge by the rules, then label each cluster and give it an id."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence

from incident_graph.accounts import Account
from incident_graph.entities import rules
from incident_graph.entities.clusters import Clusters, Node
from incident_graph.model import Entity, Merge
from incident_graph.model.ids import slug
from incident_graph.names.mention import NameMention, decide

_PARTIAL = frozenset({"acronym", "surname", "given name", "prefix", "initials", "initial", "head"})


def cluster(
    mentions: Mapping[str, Sequence[NameMention]], accounts: Sequence[Account], aliases: Mapping[str, str]
) -> Clusters:
    """The names of all accounts, merged by every rule that is sure."""
    clusters = Clusters.of({account: list(found) for account, found in mentions.items()})
    defined = rules.definitions(clusters, accounts)
    rules.merge_exact(clusters, defined)
    rules.merge_defined(clusters, defined)
    rules.merge_aliases(clusters, aliases, defined)
    rules.merge_governments(clusters)
    rules.merge_countries(clusters)
    rules.merge_spellings(clusters)
    rules.merge_persons(clusters)
    rules.merge_initials(clusters, defined)
    rules.merge_prefixes(clusters)
    rules.merge_short_names(clusters)
    rules.merge_heads(clusters)
    return clusters


def resolve(
    mentions: Mapping[str, Sequence[NameMention]],
    accounts: Sequence[Account],
    aliases: Mapping[str, str] | None = None,
) -> tuple[Entity, ...]:
    """The named entities of all accounts, sorted by id.

    ``mentions`` is what ``find_names`` returns, by account id; ``aliases`` maps other names to the name they stand for
    (a profile's knowledge). An entity whose cues do not decide has ``kind=""`` and tier C. Every mention is in exactly
    one entity; every surface that is not the label has a ``Merge`` with its reason.

    >>> from incident_graph.text.documents import read_document
    >>> from incident_graph.names.finding import find_names
    >>> text = "Captain Ida Holm left. Holm works for Osmo Ferries. In Oslo, Osmo is small."
    >>> account = Account("0" * 64, "a.txt", text)
    >>> for e in resolve(find_names([read_document(account)]), [account]):
    ...     print(e.id, e.kind, [m.text for m in e.mentions], [(m.surface, m.reason) for m in e.merges])
    entity-ida-holm Person ['Ida Holm', 'Holm'] [('Holm', 'surname')]
    entity-oslo Place ['Oslo'] []
    entity-osmo-ferries Organisation ['Osmo Ferries', 'Osmo'] [('Osmo', 'prefix')]
    """
    clusters = cluster(mentions, accounts, aliases or {})
    order = {account.id: number for number, account in enumerate(accounts)}
    entities: list[Entity] = []
    taken: Counter[str] = Counter()
    built = [_entity(clusters, group, order) for group in clusters.groups()]
    taken.update(entity.id for entity in built)
    for entity in built:
        if taken[entity.id] > 1:
            parts = [entity.label, entity.kind, *(f"{m.account} {m.start}" for m in entity.mentions[:1])]
            entity = Entity(**{**vars(entity), "id": f"{entity.id}-{digest(parts)[:6]}"})
        entities.append(entity)
    return tuple(sorted(entities, key=lambda e: e.id))


def digest(parts: Sequence[str]) -> str:
    """SHA-256 of a JSON array of the parts, in hex."""
    return hashlib.sha256(json.dumps(list(parts), ensure_ascii=False).encode()).hexdigest()


def entity_id(label: str) -> str:
    """The id of an entity of this label, unless another has it.

    >>> entity_id("Łódź Commissioner's Office")
    'entity-lodz-commissioners-office'
    """
    return f"entity-{slug(label, longest=60)}"


def _entity(clusters: Clusters, group: list[Node], order: Mapping[str, int]) -> Entity:
    found = sorted(
        ((order.get(node[0], len(order)), m.excerpt.start, node, m) for node in group for m in clusters.mentions[node]),
        key=lambda row: row[:3],
    )
    counts: Counter[str] = Counter()
    reasons: dict[str, str] = {}
    for _, _, node, mention in found:
        counts[mention.surface] += 1
        reasons[mention.surface] = reasons.get(mention.surface) or clusters.reasons.get(node, "")
    label = min(counts, key=lambda s: (_is_part(s, reasons[s], counts), -counts[s], -len(s), s))
    votes: dict[tuple[str, str], float] = {}
    for _, _, _, mention in found:
        for kind, weight, rule in mention.votes:
            votes[kind, rule] = max(weight, votes.get((kind, rule), 0.0))
    kinds = Counter(k for node in group if (k := clusters.own_kinds[node]))
    kind = min(kinds, key=lambda k: (-kinds[k], k)) if kinds else decide((k, w, r) for (k, r), w in votes.items())
    own = sorted(((w, r) for (k, r), w in votes.items() if k == kind), key=lambda row: (-row[0], row[1]))
    return Entity(
        id=entity_id(label),
        label=label,
        kind=kind,
        alt_labels=tuple(sorted(set(counts) - {label})),
        mentions=tuple(mention.excerpt for _, _, _, mention in found),
        merges=_merges(clusters, group, found, label),
        tier="C" if not kind else "A" if own and own[0][0] >= 2 else "B",
        rules=tuple(dict.fromkeys(rule for _, rule in own)),
    )


def _is_part(surface: str, reason: str, counts: Counter[str]) -> bool:
    """Whether a surface is a short form, so that another makes the better label."""
    if rules.is_acronym(surface) and len(counts) > 1:
        return True
    return reason in _PARTIAL and any(
        len(other) > len(surface) and surface.lower() in other.lower() for other in counts
    )


def _merges(
    clusters: Clusters, group: list[Node], found: Sequence[tuple[int, int, Node, NameMention]], label: str
) -> tuple[Merge, ...]:
    """One merge for each surface and account: why it counts as this entity."""
    merges: dict[tuple[str, str], Merge] = {}
    of_label = {node[1] for _, _, node, mention in found if mention.surface == label}
    by_key: dict[str, str] = {}
    for node in group:
        reason = clusters.reasons.get(node, "exact")
        if reason != "exact":
            by_key.setdefault(node[1], reason)
    turned = next((by_key[key] for key in sorted(of_label) if key in by_key), "exact")
    first = found[0][2][0]
    for _, _, node, mention in found:
        if mention.surface == label and node[0] == first:
            continue
        reason = clusters.reasons.get(node, "exact")
        if reason == "exact" and node[1] not in of_label:
            reason = by_key.get(node[1], turned)  # the label's own name was merged into this one: for the same reason
        elif node[1] in of_label:
            reason = "exact"
        merges.setdefault((mention.surface, node[0]), Merge(mention.surface, node[0], reason))
    return tuple(merges.values())
