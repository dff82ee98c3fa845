"""A gold annotation (see ``tests/cases/incidents/README.md``), with every quoted string found in its account."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from scoring.alike import Value, name_key

#: Kinds of entry under ``conflicts`` that are none: they look like some, or a later account brings up to date.
TRAPS = frozenset(
    ("time zone", "different basis", "different currency", "precision", "detail", "framing", "misprint",
     "single source", "update")
)  # fmt: skip
#: Notes on figures that must not count as facts: they are judged neither way.
NO_FACTS = ("boilerplate", "hypothetical", "not a figure", "identifier")

Places = frozenset[tuple[int, int]]  #: where a string stands in its account, every time


@dataclass(frozen=True)
class Figure:
    """A number, date or time; ``required`` when it must be found, ``fact`` unless it must not count as one."""

    file: str
    text: str
    places: Places
    value: Value
    required: bool
    fact: bool


@dataclass(frozen=True)
class Answer:
    """What one account says to one question, its stance, and the words that say it."""

    facet: str
    file: str
    value: str
    stance: str
    evidence: str
    places: Places
    by: str = ""  # who says so, as the annotation has it


@dataclass(frozen=True)
class Parting:
    """Where accounts are said to part, or (``real`` false) only seem to: the facet, and the files of each side."""

    facet: str
    kind: str
    sides: tuple[frozenset[str], ...]

    @property
    def real(self) -> bool:
        """Whether it is a conflict."""
        return self.kind.lower() not in TRAPS

    def pairs(self) -> Iterator[frozenset[str]]:
        """Every pair of files that stand on two sides of it; one file alone, where an account parts with itself."""
        for number, side in enumerate(self.sides):
            for other in self.sides[number + 1 :]:
                yield from (frozenset((a, b)) for a in side for b in other)


@dataclass(frozen=True)
class Gold:
    """A whole annotation."""

    names: frozenset[tuple[str, str, str]]  # file, key of the name, kind
    descriptions: frozenset[tuple[str, str]]  # file, key: neither right nor wrong as a name
    figures: tuple[Figure, ...]
    answers: tuple[Answer, ...]
    partings: tuple[Parting, ...]
    agreements: tuple[Parting, ...]  # each file a side of its own


def read_gold(path: Path, texts: Mapping[str, str]) -> Gold:
    """The annotation in the YAML file ``path``; ``texts`` are those of the accounts by file name."""
    import yaml

    return gold_of(yaml.safe_load(path.read_text(encoding="utf-8")), texts)


def gold_of(data: Mapping[str, Any], texts: Mapping[str, str]) -> Gold:
    """The annotation from its plain form; parts that are missing are empty."""
    names, descriptions = set(), set()
    for entity in data.get("entities", ()):
        for file, forms in entity["surfaces"].items():
            for form in forms:
                if _is_name(form):
                    names.add((file, name_key(form), str(entity["type"])))
                else:
                    descriptions.add((file, name_key(form)))
    answers = tuple(
        Answer(
            facet,
            file,
            str(row["value"]),
            row["stance"],
            row["evidence"],
            places(row["evidence"], texts[file]),
            str(row.get("by") or ""),
        )
        for facet, block in data.get("answers", {}).items()
        for file, rows in block["files"].items()
        for row in rows
    )
    return Gold(
        frozenset(names),
        frozenset(descriptions),
        tuple(_figure(row, texts[row["file"]]) for row in data.get("figures", ())),
        answers,
        tuple(
            Parting(row["facet"], row["kind"], tuple(frozenset(side["files"]) for side in row["sides"]))
            for row in data.get("conflicts", ())
        ),
        tuple(
            Parting(row["facet"], "agreement", tuple(frozenset((file,)) for file in row["files"]))
            for row in data.get("agreements", ())
        ),
    )


def places(words: str, text: str) -> Places:
    """Where ``words`` stand whole in ``text``.

    >>> places("ten", "ten often, and ten") == {(0, 3), (15, 18)}
    True
    """
    found = re.finditer(rf"(?<!\w){re.escape(words.strip())}(?!\w)", text)
    return frozenset(match.span() for match in found)


def _is_name(form: str) -> bool:
    """Whether a form is a name, not a description such as "the insider"."""
    return any(char.isupper() or char.isdigit() for char in re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", form))


def _figure(row: Mapping[str, Any], text: str) -> Figure:
    note = f"{row.get('note') or ''} {row['kind']}".lower()
    fact = not any(word in note for word in NO_FACTS)
    required = fact and row.get("core", True) and row.get("measures") not in ("published", "updated")
    value = Value.of(_numbers(row["value"]), str(row.get("unit") or ""), str(row["kind"]))
    return Figure(row["file"], row["text"], places(row["text"], text), value, required, fact)


def _numbers(raw: Any) -> str | Sequence[Decimal] | None:
    """A gold value: one number or the two ends of a range, a period in EDTF, or nothing."""
    if isinstance(raw, list):
        return [Decimal(str(number)) for number in raw]
    if isinstance(raw, int | float):
        return [Decimal(str(raw))]
    return raw if raw is None else str(raw)
