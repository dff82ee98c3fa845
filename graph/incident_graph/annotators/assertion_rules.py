"""The rules of assertion as read from their file: operators, what denies, and what ends their reach."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple


class Rule(NamedTuple):
    """One operator: the lemmas that are it, what it does, and to what: see the head of the file."""

    id: str
    words: frozenset[str]
    does: str
    negated: str | None
    governs: frozenset[str]
    needs: str
    passive: bool
    spares: frozenset[str]
    fires: str
    misses: str


@dataclass(frozen=True)
class Negation:
    """The words that deny what they modify, and what takes their force away."""

    words: frozenset[str]
    determiners: frozenset[str]
    pronouns: frozenset[str]
    followed: frozenset[str]
    scant: frozenset[str]
    phrases: tuple[tuple[str, ...], ...]
    instead: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Rules:
    """All rules of a language; ``governing`` and ``modifying`` give those of a lemma, in the order of the file."""

    rules: tuple[Rule, ...]
    governing: Mapping[str, tuple[Rule, ...]]
    modifying: Mapping[str, tuple[Rule, ...]]
    negation: Negation
    perceived: frozenset[str]
    content: frozenset[str]
    existence: frozenset[str]
    real: frozenset[str]
    relations: frozenset[str]
    prepositions: frozenset[str]
    adjuncts: frozenset[str]
    listing: frozenset[str]


@lru_cache(maxsize=4)
def load_rules(language: str = "en") -> Rules:
    """The rules of assertion of a language, read once a process.

    >>> [rule.id for rule in load_rules().governing["deny"]], load_rules().governing.get("walk")
    (['denies'], None)
    """
    import yaml

    source = files("incident_graph.annotators") / "resources" / language / "assertion.yaml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = yaml.load(source.read_text(encoding="utf-8"), Loader=loader)
    rules = tuple(_rule(row) for row in data["rules"])
    negation, ends = data["negation"], data["ends"]
    return Rules(
        rules,
        _by_lemma(rule for rule in rules if rule.governs != {"head"}),
        _by_lemma(rule for rule in rules if "head" in rule.governs),
        Negation(
            _words(negation["words"]),
            _words(negation["determiners"]),
            _words(negation["pronouns"]),
            _words(negation["followed"]),
            _words(negation["scant"]),
            tuple(tuple(words.split()) for words in negation["phrases"]),
            tuple(tuple(words.split()) for words in negation["instead"]),
        ),
        *(_words(data[name]) for name in ("perceived", "content", "existence", "real")),
        *(_words(ends[name]) for name in ("relations", "prepositions", "adjuncts", "listing")),
    )


def _words(line: str) -> frozenset[str]:
    return frozenset(line.split())


def _rule(row: Mapping[str, Any]) -> Rule:
    return Rule(
        row["id"],
        _words(row["words"]),
        row["does"],
        row.get("negated"),
        _words(row["governs"]),
        row.get("needs", ""),
        row.get("voice") == "passive",
        _words(row.get("spares", "")),
        row["fires"],
        row["not"],
    )


def _by_lemma(rules: Iterator[Rule]) -> dict[str, tuple[Rule, ...]]:
    found: dict[str, tuple[Rule, ...]] = {}
    for rule in rules:
        for word in rule.words:
            found[word] = (*found.get(word, ()), rule)
    return found
