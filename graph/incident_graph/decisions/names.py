"""Decisions on names: which words name something, what sort of thing, and which names are one."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from incident_graph.accounts import Account, Excerpt
from incident_graph.decisions.decision import Decision
from incident_graph.decisions.orphans import Orphan, Texts
from incident_graph.entities.clusters import name_key
from incident_graph.entities.resolve import digest, entity_id
from incident_graph.model import Entity, Merge
from incident_graph.names.mention import NameMention

#: The rule that stands for a person's word, and the weight of its vote.
REVIEWED = "reviewed"
_WEIGHT = 100.0


def decide_mentions(
    names: Mapping[str, Sequence[NameMention]], decisions: Iterable[Decision], texts: Texts, orphans: list[Orphan]
) -> dict[str, Sequence[NameMention]]:
    """``names`` (mentions by account id) without those rejected and with those added.

    A rejected name goes wherever it stands, or only in its account or place, as the decision's scope says; so does an
    added one come. What matches nothing is added to ``orphans``.
    """
    found: dict[str, list[NameMention]] = {account: list(rows) for account, rows in names.items()}
    for decision in decisions:
        if decision.target != "name" or decision.verb not in ("reject", "add"):
            continue
        excerpt = texts.locate(decision.at, decision, orphans)
        if excerpt is None:
            continue
        if decision.verb == "add":
            for account in texts.accounts if decision.scope == "" else [texts.account(decision.at)]:
                _add(found.setdefault(account.id, []), account, decision, excerpt)
        elif not _reject(found, decision, excerpt):
            orphans.append(Orphan(decision, "no name is read in these words"))
    return {account: tuple(rows) for account, rows in found.items()}


def _reject(found: dict[str, list[NameMention]], decision: Decision, excerpt: Excerpt) -> bool:
    own = [m for m in found.get(excerpt.account, ()) if same_name(m.excerpt, excerpt)]
    keys = {name_key(m.surface) for m in own}

    def goes(mention: NameMention) -> bool:
        if decision.scope == "here":
            return mention in own
        near = decision.scope == "" or mention.excerpt.account == excerpt.account
        return near and name_key(mention.surface) in keys

    for account, rows in found.items():
        found[account] = [m for m in rows if not goes(m)]
    return bool(own)


def _add(rows: list[NameMention], account: Account, decision: Decision, excerpt: Excerpt) -> None:
    votes = ((decision.value, _WEIGHT, REVIEWED),) if decision.value else ()
    words = re.compile(rf"(?<!\w){re.escape(excerpt.text)}(?!\w)")
    places = (
        [excerpt] if decision.scope == "here" else [account.excerpt(*m.span()) for m in words.finditer(account.text)]
    )
    for place in places:
        wider = [m for m in rows if m.excerpt.overlaps(place) and len(m.excerpt.text) > len(place.text)]
        if wider and place != excerpt:
            continue  # "Ostrel" was added; "Ostrel Cold Storage" stays what it is
        rows[:] = [m for m in rows if not m.excerpt.overlaps(place)]
        rows.append(NameMention(place, place.text, votes))
    rows.sort(key=lambda m: (m.excerpt.start, m.excerpt.end))


def same_name(one: Excerpt, other: Excerpt) -> bool:
    """Whether two excerpts are one name in one place: the same words, or with an article or possessive more."""
    return one.overlaps(other) and (one == other or name_key(one.text) == name_key(other.text))


@dataclass
class EntityDecisions:
    """Entities while decisions are applied to them, in order."""

    texts: Texts
    orphans: list[Orphan]
    entities: list[Entity] = field(default_factory=list)

    def apply(self, entities: Iterable[Entity], decisions: Iterable[Decision]) -> tuple[Entity, ...]:
        """The entities after every accept, retype, merge and split, sorted by id."""
        self.entities = list(entities)
        for decision in decisions:
            if decision.target == "name" and decision.verb in ("accept", "retype", "merge", "split"):
                self._one(decision)
        return tuple(sorted(self.entities, key=lambda e: e.id))

    def _one(self, decision: Decision) -> None:
        mention = self.texts.locate(decision.at, decision, self.orphans)
        if mention is None:
            return
        entity = self._entity(mention)
        if entity is None:
            self.orphans.append(Orphan(decision, "no name is read in these words"))
            return
        other = None
        if decision.other is not None:
            place = self.texts.locate(decision.other, decision, self.orphans)
            if place is None:
                return
            other = self._entity(place)
            if other is None:
                self.orphans.append(Orphan(decision, f"no name is read in “{decision.other.quote}”"))
                return
        if decision.verb == "split":
            if other is None or other is entity:
                self._split(entity, mention, decision, stays=decision.other)
        elif decision.verb == "merge":
            if other is not None and other is not entity:
                self._merge(entity, other)
        else:
            kind = decision.value if decision.verb == "retype" and decision.value else entity.kind
            rules = tuple(dict.fromkeys((*entity.rules, REVIEWED)))
            self._replace(entity, replace(entity, kind=kind, tier="A", rules=rules))

    def _entity(self, mention: Excerpt) -> Entity | None:
        for entity in self.entities:
            if any(same_name(own, mention) for own in entity.mentions):
                return entity
        return None

    def _replace(self, old: Entity, *new: Entity) -> None:
        at = next(n for n, entity in enumerate(self.entities) if entity is old)
        self.entities[at : at + 1] = new

    def _merge(self, entity: Entity, into: Entity) -> None:
        """One entity of two, known by the name of ``into``."""
        known = {(m.surface, m.account) for m in into.merges}
        merged = {(m.text, m.account): Merge(m.text, m.account, REVIEWED) for m in entity.mentions}
        whole = replace(
            into,
            kind=into.kind or entity.kind,
            alt_labels=tuple(sorted({*into.alt_labels, entity.label, *entity.alt_labels} - {into.label})),
            mentions=tuple(sorted({*into.mentions, *entity.mentions}, key=self.texts.order)),
            merges=(*into.merges, *(merge for key, merge in merged.items() if key not in known)),
            kinds=tuple(sorted({*into.kinds, *entity.kinds})),
            attributes=tuple(sorted({*into.attributes, *entity.attributes})),
            tier=min(into.tier, entity.tier),
            rules=tuple(dict.fromkeys((*into.rules, *entity.rules, REVIEWED))),
        )
        self._replace(entity)
        self._replace(into, whole)

    def _split(self, entity: Entity, mention: Excerpt, decision: Decision, stays: object) -> None:
        """Take the surface (all of it, or within its account or place) out of the entity."""
        key = name_key(mention.text)

        def leaves(own: Excerpt) -> bool:
            if decision.scope == "here":
                return same_name(own, mention)
            near = decision.scope == "" or own.account == mention.account
            return near and name_key(own.text) == key

        gone = [m for m in entity.mentions if leaves(m)]
        rest = [m for m in entity.mentions if not leaves(m)]
        if not rest:
            if stays is not None:
                reason = "both names are spelled alike; say which place with the scope account or here"
                self.orphans.append(Orphan(decision, reason))
            return  # it stands alone already
        names = [e.id for e in self.entities if e is not entity]
        old = self._part(entity, rest, names, keep=True)
        self._replace(entity, old, self._part(entity, gone, [*names, old.id], keep=False))

    def _part(self, entity: Entity, mentions: list[Excerpt], taken: list[str], *, keep: bool) -> Entity:
        """A part of an entity, under the name its mentions use most, or its old name where that is still used."""
        counts = Counter(m.text for m in mentions)
        stays = keep and any(name_key(text) == name_key(entity.label) for text in counts)
        label = entity.label if stays else min(counts, key=lambda text: (-counts[text], -len(text), text))
        used = {name_key(text) for text in counts}
        where = {m.account for m in mentions}
        own = entity.id if stays else entity_id(label)
        if own in taken:
            own += "-" + digest([label, entity.kind, *(f"{m.account} {m.start}" for m in mentions[:1])])[:6]
        return replace(
            entity,
            id=own,
            label=label,
            alt_labels=tuple(sorted({*counts} - {label})),
            mentions=tuple(mentions),
            merges=tuple(m for m in entity.merges if name_key(m.surface) in used and m.account in where),
            rules=entity.rules if keep else tuple(dict.fromkeys((*entity.rules, REVIEWED))),
        )
