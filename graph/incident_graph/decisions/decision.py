"""A decision: what a person says of something that was read in an account, keyed by the account's words."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from incident_graph.model import Certainty, Stance
from incident_graph.vocabulary import ENTITY_CLASSES

#: What can be decided, and of what.
VERBS = {
    "accept": ("claim", "figure", "name"),
    "reject": ("claim", "figure", "name"),
    "retype": ("name",),
    "edit": ("claim",),
    "merge": ("name",),
    "split": ("name",),
    "add": ("claim", "name"),
    "undo": ("claim", "figure", "name"),
}
#: How far a decision reaches: wherever the name stands, within its account, or these very words alone.
SCOPES = ("", "account", "here")

#: Code points of context kept on either side of a quotation.
CONTEXT = 32

_HASH = re.compile(r"[0-9a-f]{64}")
_STANCES = tuple(stance.value for stance in Stance)
_CERTAINTIES = tuple(certainty.value for certainty in Certainty)


@dataclass(frozen=True, order=True)
class Place:
    """Words in an account: its SHA-256 (64 hex digits), the exact words, and up to 32 code points on either side."""

    account: str
    quote: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True)
class Decision:
    """One line of the decisions file.

    ``target`` is what is decided on: a claim, a figure or a name; ``at`` the words it rests on. For a claim,
    ``question`` is the question's IRI and ``of`` its answer as it stood, which tells apart several answers in one
    sentence. ``value`` is the new answer (edit, add a claim) or class (retype, add a name); ``stance``,
    ``certainty``, ``hedge``, ``speaker`` and ``basis`` are for edit and add, ``None`` where nothing changes (a
    ``speaker`` of ``""`` is the account's own voice). ``basis`` is the part, population or time that the claim is
    about, where that is not the whole: claims of different bases are never in conflict. ``other`` is the entity
    merged into, or split from. ``undo`` takes back the last decision on the same thing. ``by``, ``note`` and ``when``
    are for people. ``line`` is where the decision stands in its file.
    """

    verb: str
    target: str
    at: Place
    question: str = ""
    of: str = ""
    value: str | None = None
    stance: str | None = None
    certainty: str | None = None
    hedge: str | None = None
    speaker: str | None = None
    basis: str | None = None
    other: Place | None = None
    scope: str = ""
    by: str = ""
    note: str = ""
    when: str = ""
    line: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        """Raise ValueError for a decision that makes no sense."""
        if problem := next(_problems(self), ""):
            raise ValueError(problem)

    @property
    def key(self) -> tuple[object, ...]:
        """What the decision is on: two decisions with one key are on the same thing."""
        return (self.target, self.at, self.question, folded(self.of), self.other)

    def to_json(self) -> str:
        """One line of JSON, keys sorted, without what is empty.

        >>> place = Place("0" * 64, "Ostrel", prefix="by ")
        >>> print(Decision("retype", "name", place, value="Place").to_json().replace("0" * 64, "0…"))
        {"account": "0…", "prefix": "by ", "quote": "Ostrel", "target": "name", "value": "Place", "verb": "retype"}
        """
        row: dict[str, Any] = {name: value for name, value in vars(self).items() if name in _TEXTS and value}
        row |= {name: value for name, value in vars(self).items() if name in _OPTIONAL and value is not None}
        row |= _place_row(self.at)
        if self.other is not None:
            row["other"] = _place_row(self.other)
        return json.dumps(row, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str, *, line: int = 0) -> "Decision":
        """The decision that a line of JSON holds; ValueError saying what is wrong with it.

        >>> Decision.from_json('{"verb": "retire"}')
        Traceback (most recent call last):
        ValueError: no "account"
        """
        try:
            row = json.loads(text)
        except json.JSONDecodeError as error:
            raise ValueError(f"not JSON: {error.msg} at column {error.colno}") from None
        except RecursionError:
            raise ValueError("not a decision: nested too deeply") from None
        if not isinstance(row, dict):
            raise ValueError("not a JSON object")
        other = row.pop("other", None)
        if other is not None and not isinstance(other, dict):
            raise ValueError('"other" is not an object with account and quote')
        known = _TEXTS | _OPTIONAL | _PLACE
        if unknown := sorted(set(row) - known):
            raise ValueError(f'unknown key "{unknown[0]}"; known: {", ".join(sorted(known | {"other"}))}')
        if wrong := sorted(name for name, value in row.items() if not isinstance(value, str)):
            raise ValueError(f'"{wrong[0]}" is not text')
        at = _place(row)
        rest = {name: value for name, value in row.items() if name not in _PLACE}
        if missing := [name for name in ("verb", "target") if name not in rest]:
            raise ValueError(f'no "{missing[0]}"')
        return cls(at=at, other=_place(other) if other is not None else None, line=line, **rest)

    def __str__(self) -> str:
        """The decision in a few words: the verb, the question and the beginning of the quotation."""
        name = self.question.rsplit("#", 1)[-1]
        quote = " ".join(self.at.quote.split())
        short = quote if len(quote) <= 60 else quote[:59] + "…"
        return " ".join(part for part in (self.verb, name or self.target, f"“{short}”") if part)


_PLACE = frozenset(part.name for part in fields(Place))
_OPTIONAL = frozenset({"value", "stance", "certainty", "hedge", "speaker", "basis"})
_TEXTS = frozenset({"verb", "target", "question", "of", "scope", "by", "note", "when"})


def folded(words: str) -> str:
    """Words without regard to case and spacing.

    >>> folded("The  Ledger ")
    'the ledger'
    """
    return " ".join(words.casefold().split())


def _place(row: Mapping[str, Any]) -> Place:
    if unknown := sorted(set(row) - _PLACE - _TEXTS - _OPTIONAL):
        raise ValueError(f'unknown key "{unknown[0]}"')
    for name in ("account", "quote"):
        if not isinstance(row.get(name), str):
            raise ValueError(f'no "{name}"')
    parts = {name: row[name] for name in _PLACE if name in row}
    if wrong := sorted(name for name, value in parts.items() if not isinstance(value, str)):
        raise ValueError(f'"{wrong[0]}" is not text')
    return Place(**parts)


def _place_row(place: Place) -> dict[str, str]:
    return {name: value for name, value in vars(place).items() if value or name in ("account", "quote")}


def _problems(d: Decision) -> Iterator[str]:
    """What is wrong with a decision, in words; nothing when it makes sense."""
    if d.verb not in VERBS:
        yield f'no verb "{d.verb}"; known: {", ".join(VERBS)}'
    elif d.target not in VERBS[d.verb]:
        yield f'nobody can {d.verb} a "{d.target}", only: {", ".join(VERBS[d.verb])}'
    for place in (d.at, d.other):
        if place is not None and not _HASH.fullmatch(place.account):
            yield "an account is given by its SHA-256, 64 hex digits in lower case"
        if place is not None and not place.quote.strip():
            yield "the quotation is empty"
    if d.target == "claim" and not d.question:
        yield "a decision on a claim needs its question"
    if d.scope not in SCOPES:
        yield f'no scope "{d.scope}"; known: account, here'
    if d.stance is not None and d.stance not in _STANCES:
        yield f'no stance "{d.stance}"; known: {", ".join(_STANCES)}'
    if d.certainty is not None and d.certainty not in _CERTAINTIES:
        yield f'no certainty "{d.certainty}"; known: {", ".join(_CERTAINTIES)}'
    if d.verb == "merge" and d.other is None:
        yield "a merge needs the other entity"
    if d.verb == "retype" and d.value not in ENTITY_CLASSES:
        yield f'no class "{d.value or ""}"; known: {", ".join(ENTITY_CLASSES)}'
    if d.verb == "add" and d.target == "name" and d.value not in (None, "", *ENTITY_CLASSES):
        yield f'no class "{d.value}"; known: {", ".join(ENTITY_CLASSES)}'
    if d.verb == "add" and d.target == "claim" and not (d.value or "").strip():
        yield "what is added needs a value"
    changes = (d.value, d.stance, d.certainty, d.hedge, d.speaker, d.basis)
    if d.verb == "edit" and (all(part is None for part in changes) or d.value == ""):
        yield "an edit changes the value, stance, certainty, hedge, speaker or basis"
