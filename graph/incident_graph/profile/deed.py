"""A deed: what happens in an incident of one sort, by the verbs and nouns that tell it and who does it to what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from incident_graph.errors import ProfileError
from incident_graph.profile.inflection import forms


@dataclass(frozen=True)
class Wording:
    """Words and expressions of which one is looked for, in any of their inflected forms.

    >>> wording = Wording(("ferry", "go_dark"))
    >>> sorted(wording.single & {"ferry", "ferries", "go"}), [sorted(wording.following(w)) for w in ("went", "ferry")]
    (['ferries', 'ferry'], [['dark'], []])
    """

    words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words)

    @cached_property
    def single(self) -> frozenset[str]:
        """All forms of the words that stand alone."""
        return frozenset(form for word in self.words if "_" not in word for form in forms(word))

    @cached_property
    def things(self) -> frozenset[str]:
        """The singulars and plurals of the words that stand alone: their forms as nouns."""
        return frozenset(form for word in self.words for form in forms(word) if form == word or form.endswith("s"))

    @cached_property
    def firsts(self) -> Mapping[str, frozenset[str]]:
        """For expressions: each form of the first word, and the last words that make an expression of it."""
        found: dict[str, frozenset[str]] = {}
        for first, _, rest in (word.partition("_") for word in self.words if "_" in word):
            for form in forms(first):
                found[form] = found.get(form, frozenset()) | {rest}
        return found

    @cached_property
    def lasts(self) -> Mapping[str, frozenset[str]]:
        """For expressions: each form of the last word, and the first words that make an expression of it."""
        found: dict[str, frozenset[str]] = {}
        for first, _, last in (word.rpartition("_") for word in self.words if "_" in word):
            for form in forms(last):
                found[form] = found.get(form, frozenset()) | {first}
        return found

    def following(self, word: str) -> frozenset[str]:
        """What makes an expression after this form of a first word."""
        return self.firsts.get(word, frozenset())

    def among(self, said: Iterable[str]) -> bool:
        """Whether one of the words, or an expression's words side by side, is among words in order."""
        before = ""
        for word in said:
            if word in self.single or before in self.lasts.get(word, ()):
                return True
            before = word
        return False


@dataclass(frozen=True)
class Deed:
    """One way to tell that an incident of this sort happened.

    ``verb`` tells it as a predicate, ``noun`` as an event noun; the others say what must stand by: the ``doer``, what
    undergoes it, or something in any role (``involves``), and what takes it back (``unless``). ``fires`` and ``silent``
    are examples, each a title, or a sentence when it ends with a full stop.
    """

    id: str
    verb: Wording = Wording()
    noun: Wording = Wording()
    doer: Wording = Wording()
    undergoer: Wording = Wording()
    involves: Wording = Wording()
    unless: Wording = Wording()
    fires: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


def spelt_out(declared: Iterable[str], classes: Mapping[str, tuple[str, ...]], where: str) -> Wording:
    """The wording that declarations as ``"@vessel|lifeboat"`` stand for; ``classes`` are the words by class.

    Raises ``ProfileError`` for a class nobody declares.

    >>> spelt_out(["@vessel|bus"], {"vessel": ("ship", "ferry")}, "x").words
    ('ship', 'ferry', 'bus')
    >>> spelt_out(["@craft"], {}, "x")
    Traceback (most recent call last):
    incident_graph.errors.ProfileError: @craft is no class of words
      x
      declare an inc:WordClass of that inc:name, or see ontology/words.ttl
    """
    found: dict[str, None] = {}
    waiting = [word.strip() for text in declared for word in text.split("|") if word.strip()][::-1]
    opened: set[str] = set()
    while waiting:
        word = waiting.pop()
        if not word.startswith("@"):
            found[word] = None
        elif word[1:] not in classes:
            hint = "declare an inc:WordClass of that inc:name, or see ontology/words.ttl"
            raise ProfileError(f"{word} is no class of words", where=where, hint=hint)
        elif word not in opened:
            opened.add(word)
            waiting += [inner.strip() for text in classes[word[1:]] for inner in text.split("|")][::-1]
    return Wording(tuple(found))
