"""Entities and figures: what accounts name and count, tied to the words that do."""

from dataclasses import dataclass

from incident_graph.accounts import Excerpt
from incident_graph.values import Period, Quantity


@dataclass(frozen=True)
class Merge:
    """Why a surface form counts as this entity: the reason it was merged, kept so that it can be undone."""

    surface: str
    account: str
    reason: str  # "exact", "acronym", "alias", "surname", "given name", "prefix", "token-sort 93"


@dataclass(frozen=True)
class Entity:
    """A person, organisation, platform, place, law, event, product, vehicle or group.

    ``kind`` is one of ``vocabulary.ENTITY_CLASSES`` (local name) or ``""`` when the cues do not decide; ``named`` is
    False for descriptions ("a Chinese website"), known only by ``kinds`` and ``attributes``.
    """

    id: str  # "entity-recorded-future", or "entity-<hash>" for descriptions
    label: str
    kind: str
    named: bool = True
    alt_labels: tuple[str, ...] = ()
    mentions: tuple[Excerpt, ...] = ()
    merges: tuple[Merge, ...] = ()
    kinds: tuple[str, ...] = ()  # IRIs of profile kinds stated of it
    attributes: tuple[tuple[str, str], ...] = ()
    tier: str = "A"
    rules: tuple[str, ...] = ()


@dataclass(frozen=True)
class Figure:
    """A quantity or period as one account states it, at one place."""

    id: str  # "figure-<hash>"
    excerpt: Excerpt
    value: Quantity | Period
    measures: str = ""  # the counted noun phrase as written: "UK patients"; for a period, what it dates if known
    noun: str = ""  # head of the counted noun, singular, lower case: "patient"
    role: str = "incident"  # incident · background · hypothetical
    subset_of: str | None = None  # id of the figure this one is part of ("4 shot, 2 of them fatally")
    rules: tuple[str, ...] = ()
