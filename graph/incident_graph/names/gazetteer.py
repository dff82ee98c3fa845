"""What is known of names beforehand: lists of words, and countries, cities, organisations, laws, given names."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Any

#: The gazetteers by file and class, in the order they are read: of a name in two, the later counts.
_CLASSES = (
    ("cities", "Place"),
    ("regions", "Place"),
    ("events", "Event"),
    ("products", "Product"),
    ("organisations", "Organisation"),
    ("platforms", "Platform"),
    ("laws", "Law"),
)
_SAME = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‑": "-", "‐": "-", "–": "-", "\u00a0": " ", "\u202f": " "})
_DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
_BUILT_LIKE_SURNAMES = re.compile(r"(?:O[’']|Mac|Mc|Fitz)[A-Z]")


@cache
def read_rules(name: str, language: str = "en") -> Any:
    """What the file ``name`` of rules for names in a language says."""
    import yaml

    path = resources.files("incident_graph.names") / "resources" / language / f"{name}.yaml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list of ``words.yaml``.

    >>> "captain" in words("titles"), "ferry" in words("titles")
    (True, False)
    """
    return frozenset(read_rules("words")[name]["words"].split())


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A regular expression of ``patterns.yaml``."""
    rule = read_rules("patterns")[name]
    return re.compile("".join(rule["pattern"].split("\n")), re.IGNORECASE if rule.get("any-case") else 0)


@cache
def listed(name: str, language: str = "en") -> tuple[str, ...]:
    """The lines of a gazetteer."""
    path = resources.files("incident_graph.names") / "resources" / language / "gazetteer" / f"{name}.txt"
    return tuple(path.read_text(encoding="utf-8").splitlines())


@lru_cache(maxsize=1 << 16)
def plain(text: str) -> str:
    """The text with one sort of apostrophe, hyphen and space.

    >>> plain("Lloyd’s  of\\u00a0London")
    "Lloyd's of London"
    """
    return " ".join(text.translate(_SAME).split())


def fold(text: str) -> str:
    """``plain`` without regard to case."""
    return plain(text).casefold()


def _is_acronym(name: str) -> bool:
    return len(name) <= 6 and name.replace(".", "").isalnum() and name.upper() == name and name.isascii()


class Gazetteer:
    """Names known beforehand, by class. Acronyms count only as written; other names without regard to case."""

    def __init__(self, extra: Mapping[str, str]) -> None:
        exact, folded = _known()
        self.exact, self.folded = dict(exact), dict(folded)
        for surface, kind in extra.items():
            _add(self.exact, self.folded, kind, surface)
        self.own = frozenset(fold(surface) for surface in extra)
        self._kinds: dict[str, str] = {}

    def kind(self, surface: str) -> str:
        """The class of a name as it is written, or ``""``.

        >>> known = Gazetteer({"Grey Harbour": "Place"})
        >>> known.kind("Norway"), known.kind("WHO"), known.kind("W.H.O."), known.kind("Who"), known.kind("Grey Harbour")
        ('Place', 'Organisation', 'Organisation', '', 'Place')
        """
        known = self._kinds.get(surface)
        if known is None:
            known = self._kinds[surface] = self._kind(plain(surface))
        return known

    def _kind(self, name: str) -> str:
        found = self.exact.get(name) or self.folded.get(name.casefold())
        if not found and name.lower().startswith("the "):
            found = self.exact.get(name[4:]) or self.folded.get(name[4:].casefold())
        if not found and _DOTTED.fullmatch(name):
            found = self.exact.get(name.replace(".", ""))
        return found or ""

    def has(self, surface: str) -> bool:
        """Whether a name is listed just so, its article included ("The Hague")."""
        return fold(surface) in self.folded

    def is_doubtful(self, surface: str) -> bool:
        """Whether a known name is also a common word ("Signal", "Target")."""
        key = fold(surface)
        return key in _common_words() and key not in self.own


def _add(exact: dict[str, str], folded: dict[str, str], kind: str, name: str) -> None:
    if _is_acronym(name):
        exact[name] = kind
    else:
        folded[fold(name)] = kind


@cache
def _known() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The names of all gazetteers as they are looked up: exactly as written, and folded."""
    exact: dict[str, str] = {}
    folded: dict[str, str] = {}
    for names, _ in countries():
        for name in names:
            _add(exact, folded, "Place", name)
    for file, kind in _CLASSES:
        for name in listed(file):
            _add(exact, folded, kind, name)
    return exact, folded


@cache
def _common_words() -> frozenset[str]:
    return frozenset(listed("common-words"))


@cache
def countries() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """For each country its names, the first being the one to use, and its adjectives and demonyms."""
    rows = []
    for row in listed("countries"):
        name, others, people = row.split("|")
        rows.append(((name, *(o for o in others.split(",") if o)), tuple(people.replace("-", " ").split())))
    return tuple(rows)


@cache
def demonyms() -> frozenset[str]:
    """Adjectives and names of peoples, languages and faiths, lower case: never a name by themselves."""
    own = {word.lower() for _, people in countries() for word in people}
    return frozenset(own | {word.lower() for word in listed("peoples")})


@cache
def country_words() -> Mapping[str, str]:
    """Each name or adjective of a country, case-folded, and the country's own name.

    >>> country_words()["british"], country_words()["holland"]
    ('United Kingdom', 'Netherlands')
    """
    found: dict[str, str] = {}
    for names, people in countries():
        for word in (*names, *people):
            found.setdefault(fold(word), names[0])
    return found


@cache
def aliases() -> Mapping[str, str]:
    """Known other names of the same thing, folded, and the name they stand for."""
    found = {fold(alias): name for alias, name in (row.split("|") for row in listed("aliases"))}
    found.update({fold(other): names[0] for names, _ in countries() for other in names[1:]})
    return found


@cache
def homonyms() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """Acronyms of more than one body, folded: by the body's folded name the words that speak for its country.

    >>> sorted(homonyms()["hse"])
    ['health and safety executive', 'health service executive']
    """
    found: dict[str, dict[str, frozenset[str]]] = {}
    for row in listed("homonyms"):
        short, name, of = row.split("|")
        found.setdefault(fold(short), {})[fold(name)] = frozenset(fold(of).split())
    return found


@cache
def given_names() -> frozenset[str]:
    """First names of people, lower case."""
    return frozenset(name.lower() for name in listed("given-names"))


@cache
def surnames() -> frozenset[str]:
    """Frequent surnames, lower case."""
    return frozenset(name.lower() for name in listed("surnames"))


@lru_cache(maxsize=1 << 16)
def is_surname(word: str) -> bool:
    """Whether a word is a frequent surname or is built like one.

    >>> is_surname("Okafor"), is_surname("Horvatović"), is_surname("O’Dowd"), is_surname("Harbour")
    (True, True, True, False)
    """
    low = word.lower()
    if low in surnames() or _BUILT_LIKE_SURNAMES.match(word):
        return True
    last = re.split(r"[-‑]", low)[-1]
    return last in surnames() or (len(last) >= 6 and last.endswith(listed("surname-endings")))


@lru_cache(maxsize=1 << 12)
def noun_class(noun: str) -> str:
    """The class that a common noun says a thing is of, singular or plural: ``""`` when it says none.

    >>> noun_class("ferry"), noun_class("forums"), noun_class("novelist"), noun_class("idea")
    ('Vehicle', 'Platform', 'Person', '')
    """
    table = _nouns()
    if found := table.get(noun) or (table.get(noun[:-1]) if noun.endswith("s") else None):
        return found
    for kind in ("person", "organisation"):
        rule = read_rules("patterns")[f"nouns-{kind}-endings"]
        if pattern(f"nouns-{kind}-endings").fullmatch(noun) and noun.rstrip("s") not in rule["unless"].split():
            return kind.capitalize()
    return ""


def compound_class(first: str, second: str) -> str:
    """The class that two nouns beside each other say a thing is of, as the list joins them: "social-network".

    >>> compound_class("social", "network"), compound_class("social", "novelist")
    ('Platform', '')
    """
    return _nouns().get(f"{first}-{second}", "")


@cache
def _nouns() -> Mapping[str, str]:
    kinds = "organisation platform place vehicle product law person event".split()
    return {noun: kind.capitalize() for kind in kinds for noun in words(f"nouns-{kind}")}
