"""Frames: who does what to whom, by the words that tell it, the roles in it and how English fills them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """A role of a frame and how it is filled.

    ``of_verb``, ``of_noun`` and ``of_adjective`` are the relations (see ``annotators.relations``) in which a word
    stands to the word that tells the frame; ``itself``: that word is the filler where a number stands before it ("nine
    deaths"). What fills it is one of ``words`` (lemmas), or a name where ``named``, or a bare number or pronoun
    where ``counted``; anything where none of these is declared. Whoever fills it fills the roles of ``entails``, too.
    ``whole``: the fillers that mean all there is; to deny any other denies a part.
    """

    iri: str
    name: str
    of_verb: frozenset[str] = frozenset()
    of_noun: frozenset[str] = frozenset()
    of_adjective: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    named: bool = False
    counted: bool = False
    needed: bool = False
    entails: tuple[str, ...] = ()
    whole: frozenset[str] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether anything may fill it."""
        return not (self.words or self.named or self.counted)

    def realised_as(self, sort: str) -> frozenset[str]:
        """The relations that fill it beside a word of this sort: ``verb``, ``noun`` or ``adjective``."""
        return {"verb": self.of_verb, "noun": self.of_noun, "adjective": self.of_adjective}[sort]


@dataclass(frozen=True, eq=False)
class Frame:
    """Who does what to whom: the lexical units that tell it, its roles, and examples.

    ``units`` are the lexical units, each with its sort (``verb``, ``noun``, ``adjective``): a lemma, alone or with
    its particle, object or preposition ("open fire"). ``events`` are the nouns that tell of an event. Verbs in
    ``weak`` have many senses: two roles must be filled by what fits them. ``unless``: words that undo it when the
    unit governs them. In examples, ``[role: words]`` marks what must fill a role, and in those of ``silent`` what
    must not; one without marks must not tell the frame at all.
    """

    iri: str
    name: str
    label: str
    units: frozenset[tuple[str, str]]
    weak: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    roles: tuple[Role, ...] = ()
    fires: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
