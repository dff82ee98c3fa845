"""The lexicon of alignment: concepts, and the words that narrow, amount to or are too loose, as data in a file."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from typing import Any


@dataclass(frozen=True)
class Concept:
    """Words that say the same of what is counted, measured or dated.

    ``over_time``: how counts under it go with time, ``"grows"``, ``"varies"`` or ``""`` (they stay). ``past`` is how a
    found question words it.
    """

    id: str
    words: frozenset[str]
    past: str
    over_time: str
    fires: str
    must_not: str


@dataclass(frozen=True)
class Lexicon:
    """What one language's file holds; see its comments for what each list is."""

    concepts: tuple[Concept, ...]
    everybody: frozenset[str]
    restrictive: frozenset[str]
    amount: frozenset[str]
    loose: frozenset[str]
    recurring: frozenset[str]
    identifying: frozenset[str]
    spellings: Mapping[str, str]

    def spelt(self, words: Iterable[str]) -> frozenset[str]:
        """The words, each in the one spelling that stands for its variants.

        >>> sorted(lexicon().spelt(["jewelry", "shop"]))
        ['jewellery', 'shop']
        """
        return frozenset(self.spellings.get(word, word) for word in words)

    @cached_property
    def _by_word(self) -> dict[str, Concept]:
        return {word: concept for concept in self.concepts for word in concept.words}

    @cached_property
    def by_id(self) -> dict[str, Concept]:
        """The concepts by their id."""
        return {concept.id: concept for concept in self.concepts}

    def concept_of(self, lemma: str) -> str:
        """The id of the concept that a lemma belongs to; ``""`` when it belongs to none.

        >>> lexicon().concept_of("perish"), lexicon().concept_of("walk")
        ('die', '')
        """
        found = self._by_word.get(lemma)
        return found.id if found else ""

    def concepts_of(self, lemmas: Iterable[str]) -> frozenset[str]:
        """The ids of the concepts of several lemmas."""
        return frozenset(filter(None, map(self.concept_of, lemmas)))

    def over_time(self, concepts: Iterable[str]) -> str:
        """How counts under the concepts (by id) go with time: ``"grows"``, ``"varies"`` or, when they stay, ``""``."""
        found = {self.by_id[concept].over_time for concept in concepts} - {""}
        return "varies" if "varies" in found else min(found, default="")


@lru_cache(maxsize=4)
def lexicon(language: str = "en") -> Lexicon:
    """The lexicon of a language."""
    import yaml

    path = resources.files("incident_graph.alignment") / "resources" / language / "concepts.yaml"
    rows: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Lexicon(
        tuple(
            Concept(r["id"], frozenset(r["words"]), r["past"], r["over_time"], r["fires"], r["not"])
            for r in rows["concepts"]
        ),
        everybody=frozenset(rows["everybody"]),
        restrictive=frozenset(rows["restrictive"]),
        amount=frozenset(rows["amount"]),
        loose=frozenset(rows["loose"]),
        recurring=frozenset(rows["recurring"]),
        identifying=frozenset(rows["identifying"]),
        spellings=rows["spellings"],
    )
