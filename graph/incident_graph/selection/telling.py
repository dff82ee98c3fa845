"""What of an account may tell a deed: its title, the headings before its body, and the first sentences of its body."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from incident_graph.profile import Deed, Wording, load_words
from incident_graph.text.document import Document, Sentence

#: So many sentences of the body are read at first,
LEAD = 3
#: and so many in all when neither they nor the title tell a deed.
FAR = 15
#: A sentence of fewer words (a dateline, a caption) is not counted among them.
SHORTEST = 3


class Told(NamedTuple):
    """A deed that a title or sentence tells, and the word that tells it, as written there.

    ``weight`` is what the account then counts for the profile: 1, or less for what stands apart from its main point.
    """

    profile: str
    deed: Deed
    word: str
    weight: float = 1.0


@dataclass(frozen=True)
class Deeds:
    """The deeds of several profiles, found by the forms of the words that tell them."""

    rows: tuple[tuple[str, Deed], ...]

    @cached_property
    def _by_form(self) -> dict[str, list[tuple[str, Deed]]]:
        found: dict[str, list[tuple[str, Deed]]] = {}
        for row in self.rows:
            verb, noun = row[1].verb, row[1].noun
            for form in {*verb.single, *verb.firsts, *noun.things, *noun.lasts}:
                found.setdefault(form, []).append(row)
        return found

    def of(self, form: str) -> Sequence[tuple[str, Deed]]:
        """The deeds that this form of a word may tell, each with its profile."""
        return self._by_form.get(form, ())


class Around(NamedTuple):
    """The words about a verb or noun, in lower case and in order: who does it, who undergoes it, and all of them.

    ``wider`` are those words with the clauses that go with them, by default no more than ``all``.
    """

    doers: Sequence[str]
    undergoers: Sequence[str]
    all: Sequence[str]
    wider: Sequence[str] = ()

    def fit(self, deed: Deed) -> bool:
        """Whether what must stand by a deed does, and nothing that takes it back."""
        return (
            (not deed.doer or deed.doer.among(self.doers))
            and (not deed.undergoer or deed.undergoer.among(self.undergoers))
            and (not deed.involves or deed.involves.among(self.wider or self.all))
            and not deed.unless.among(self.all)
        )


def beginnings(document: Document) -> tuple[list[int], list[int]]:
    """The numbers of an account's titles and of the headings before its body, and of the body's first sentences."""
    titles: list[int] = []
    leads: list[int] = []
    for number, sentence in enumerate(document.sentences):
        if sentence.block.kind in ("title", "heading"):
            if sentence.block.kind == "title" or not leads:
                titles.append(number)
        elif sentence.block.kind == "body" and _is_long(document, sentence):
            leads.append(number)
        if len(leads) == FAR:
            break
    return titles, leads


def _is_long(document: Document, sentence: Sentence) -> bool:
    return len(document.text[sentence.start : sentence.end].split()) >= SHORTEST


def is_told_by_verb(deed: Deed, words: Sequence[str], index: int) -> bool:
    """Whether the word at ``index``, with those just after it, is a form of one of the deed's verbs."""
    if words[index] in deed.verb.single:
        return True
    return not deed.verb.following(words[index]).isdisjoint(words[index + 1 : index + 4])


def is_told_by_noun(deed: Deed, words: Sequence[str], index: int) -> bool:
    """Whether the word at ``index``, with those just before it, is one of the deed's event nouns."""
    if words[index] in deed.noun.things:
        return True
    return not deed.noun.lasts.get(words[index], frozenset()).isdisjoint(words[max(index - 2, 0) : index])


def places(words: Sequence[str], wording: Wording) -> Iterator[int]:
    """Where in a row of words one of the wording stands."""
    for index, word in enumerate(words):
        if word in wording.single or (index and words[index - 1] in wording.lasts.get(word, ())):
            yield index


@lru_cache(maxsize=8)
def words_named(name: str) -> Wording:
    """The class of words of this name that the ontology declares."""
    return load_words(name)
