"""One look-up over what is known beforehand: countries, cities, organisations, platforms, laws, given names."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from incident_graph.extraction import names_bodies, names_organisations, names_people, names_places
from incident_graph.extraction.names_words import AMBIGUOUS

_SAME = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‑": "-", "‐": "-", "–": "-", "\u00a0": " ", "\u202f": " "})


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
        exact, folded = _listed()
        self.exact, self.folded = dict(exact), dict(folded)
        for surface, kind in extra.items():
            _add(self.exact, self.folded, kind, surface)
        self.own = frozenset(fold(surface) for surface in extra)
        self._kinds: dict[str, str] = {}

    def kind(self, surface: str) -> str:
        """The class of a name as it is written, or ``""``.

        >>> known = Gazetteer({"Grey Harbour": "Place"})
        >>> known.kind("Norway"), known.kind("WHO"), known.kind("Who"), known.kind("Grey Harbour")
        ('Place', 'Organisation', '', 'Place')
        """
        known = self._kinds.get(surface)
        if known is None:
            known = self._kinds[surface] = self._kind(plain(surface))
        return known

    def _kind(self, name: str) -> str:
        found = self.exact.get(name) or self.folded.get(name.casefold())
        if not found and name.lower().startswith("the "):
            found = self.exact.get(name[4:]) or self.folded.get(name[4:].casefold())
        return found or ""

    def has(self, surface: str) -> bool:
        """Whether a name is listed just so, its article included ("The Hague")."""
        return fold(surface) in self.folded

    def is_doubtful(self, surface: str) -> bool:
        """Whether a known name is also a common word ("Signal", "Target")."""
        key = fold(surface)
        return key in AMBIGUOUS and key not in self.own


def _add(exact: dict[str, str], folded: dict[str, str], kind: str, name: str) -> None:
    if _is_acronym(name):
        exact[name] = kind
    else:
        folded[fold(name)] = kind


@cache
def _listed() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The names of ``_known`` as they are looked up: exactly as written, and folded."""
    exact: dict[str, str] = {}
    folded: dict[str, str] = {}
    for kind, names in _known():
        for name in names:
            _add(exact, folded, kind, name)
    return exact, folded


@cache
def _known() -> tuple[tuple[str, tuple[str, ...]], ...]:
    def listed(text: str) -> tuple[str, ...]:
        return tuple(name for line in text.split("\n") for name in line.split(",") if name)

    return (
        ("Place", tuple(name for row in countries() for name in row[0])),
        ("Place", listed(names_places.CITIES)),
        ("Place", listed(names_places.REGIONS)),
        ("Event", listed(names_organisations.EVENTS)),
        ("Product", listed(names_organisations.PRODUCTS)),
        ("Organisation", listed(names_organisations.ORGANISATIONS)),
        ("Organisation", listed(names_bodies.BODIES)),
        ("Platform", listed(names_organisations.PLATFORMS)),
        ("Law", listed(names_organisations.LAWS)),
    )


@cache
def countries() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """For each country its names, the first being the one to use, and its adjectives and demonyms."""
    rows = []
    for row in names_places.COUNTRIES.replace("\n", ";").split(";"):
        if row:
            name, others, people = row.split("|")
            rows.append(((name, *(o for o in others.split(",") if o)), tuple(people.replace("-", " ").split())))
    return tuple(rows)


@cache
def demonyms() -> frozenset[str]:
    """Adjectives and names of peoples, languages and faiths, lower case: never a name by themselves."""
    own = {word.lower() for _, people in countries() for word in people}
    return frozenset(own | {word.lower() for word in names_places.PEOPLES.split()})


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
    rows = names_organisations.ALIASES.replace("\n", ";").split(";")
    found = {fold(alias): name for alias, name in (row.split("|") for row in rows if row)}
    found.update({fold(other): names[0] for names, _ in countries() for other in names[1:]})
    return found


@cache
def given_names() -> frozenset[str]:
    """First names of people, lower case."""
    return frozenset(name.lower() for name in names_people.GIVEN_NAMES.split())


@cache
def surnames() -> frozenset[str]:
    """Frequent surnames, lower case."""
    return frozenset(name.lower().replace("de-", "de ") for name in names_people.SURNAMES.split())


@cache
def _surname_endings() -> tuple[str, ...]:
    return tuple(sorted(set(names_people.SURNAME_ENDINGS.split())))


@lru_cache(maxsize=1 << 16)
def is_surname(word: str) -> bool:
    """Whether a word is a frequent surname or is built like one.

    >>> is_surname("Okafor"), is_surname("Horvatović"), is_surname("O’Dowd"), is_surname("Harbour")
    (True, True, True, False)
    """
    low = word.lower()
    if low in surnames() or re.match(r"(?:O[’']|Mac|Mc|Fitz)[A-Z]", word):
        return True
    last = re.split(r"[-‑]", low)[-1]
    return last in surnames() or (len(last) >= 6 and last.endswith(_surname_endings()))
