"""The lexicon of saying: verbs, phrases and nouns, with what each takes, read from the resources of a language."""

from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple


class Object(NamedTuple):
    """When a direct object is what is said; of the fields that are set, all must hold."""

    weak: bool = False  # the subject must be a noun that can speak
    only: str = ""  # the sort of nouns that the subject must be of
    of: str = ""  # the sort of nouns that the object must be of
    number: str = ""  # "needed" or "never": whether the object must hold a number or must not
    at: frozenset[str] = frozenset()  # one of these prepositions must follow


class Verb(NamedTuple):
    """What a verb of saying takes, and of whom; see ``resources/en/saying_verbs.yaml`` for the words."""

    clause: bool = False
    words: bool = False
    quotation: bool = False
    object: bool = False
    infinitive: bool = False
    about: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()  # what it takes of nouns that can speak alone
    hearer: bool = False
    quoted: bool = False
    withheld: bool = False
    objects: tuple[Object, ...] = ()  # the ways to take an object; one that holds is enough

    @property
    def only(self) -> str:
        """The sort of nouns that the subject must be of whenever it takes an object."""
        sorts = {way.only for way in self.objects}
        return sorts.pop() if len(sorts) == 1 else ""


class Phrase(NamedTuple):
    """A phrase that names a speaker; see ``resources/en/saying_phrases.yaml``."""

    id: str
    form: str
    words: tuple[str, ...]  # of a preposition: the words in order
    preposition: str
    nouns: frozenset[str]
    weak: bool = False  # the speaker must be a noun that can speak


class Nouns(NamedTuple):
    """A sort of nouns: the lemmas, and the endings that tell it of others."""

    lemmas: frozenset[str]
    suffixes: tuple[str, ...]

    def holds(self, lemma: str) -> bool:
        """Whether a noun is of the sort."""
        return lemma in self.lemmas or (bool(self.suffixes) and lemma.endswith(self.suffixes))


def entries(name: str) -> list[dict[str, Any]]:
    """The entries of a file of the lexicon, examples and all, in their order."""
    import yaml

    place = resources.files("incident_graph.annotators") / "resources" / "en" / f"{name}.yaml"
    found: list[dict[str, Any]] = yaml.safe_load(place.read_text(encoding="utf-8"))
    return found


@lru_cache(maxsize=1)
def verbs() -> dict[str, Verb]:
    """The verbs of saying by lemma; a verb of several entries takes what any of them says.

    >>> verbs()["deny"].object, verbs()["deny"].infinitive, verbs()["say"].object
    (True, True, False)
    >>> sorted(verbs()["call"].about), "sleep" in verbs()
    (['as', 'for', 'on', 'upon'], False)
    """
    found: dict[str, Verb] = {}
    for entry in entries("saying_verbs"):
        takes = set(entry.get("takes", ()))
        about = frozenset(entry.get("about", ()))
        weak = frozenset(takes | about if entry.get("weak") else ())
        for lemma in entry["lemmas"].split():
            old = found.get(lemma, Verb())
            strong = (_taken(old) - old.weak) | (takes | about if not weak else set())
            found[lemma] = Verb(
                clause=old.clause or "clause" in takes,
                words=old.words or "words" in takes,
                quotation=old.quotation or bool(takes & {"clause", "quotation"} and not entry.get("silent")),
                object=old.object or "object" in takes,
                infinitive=old.infinitive or "infinitive" in takes,
                about=old.about | about,
                weak=(old.weak | weak) - strong,
                hearer=old.hearer or bool(entry.get("hearer")),
                quoted=old.quoted or bool(entry.get("quoted")),
                withheld=old.withheld or bool(entry.get("withheld")),
                objects=(*old.objects, *((_object(entry, about),) if "object" in takes else ())),
            )
    return found


def _object(entry: dict[str, Any], about: frozenset[str]) -> Object:
    at = about if entry.get("needs_about") else frozenset()
    only, of, number = (entry.get(name, "") for name in ("only", "of", "number"))
    return Object(bool(entry.get("weak")), only, of, number, at)


def _taken(verb: Verb) -> set[str]:
    return {name for name in ("clause", "words", "quotation", "object", "infinitive") if getattr(verb, name)} | set(
        verb.about
    )


@lru_cache(maxsize=1)
def introducing() -> frozenset[str]:
    """The verbs of a sentence that says whose account follows: "The night, as the crew tell it."

    >>> "tell" in introducing(), "deny" in introducing()
    (True, False)
    """
    told = (entry for entry in entries("saying_phrases") if entry["form"] == "introduction")
    return frozenset(verb for entry in told for verb in entry["verbs"].split())


@lru_cache(maxsize=1)
def phrases() -> tuple[Phrase, ...]:
    """The phrases that name who says what stands around them."""
    return tuple(
        Phrase(
            entry["id"],
            entry["form"],
            tuple(entry.get("words", ())),
            entry.get("preposition", ""),
            frozenset(entry.get("nouns", "").split()),
            bool(entry.get("weak")),
        )
        for entry in entries("saying_phrases")
    )


@lru_cache(maxsize=1)
def nouns() -> dict[str, Nouns]:
    """The sorts of nouns by id: person, body, document, nobody, male, female, body-word, title.

    >>> nouns()["person"].holds("seismologist"), nouns()["person"].holds("sunrise")
    (True, False)
    """
    return {
        entry["id"]: Nouns(frozenset(entry["nouns"].split()), tuple(entry["suffixes"])) for entry in entries("speakers")
    }
