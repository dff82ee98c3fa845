"""Kinds of things: classes and concepts with the words they go by, their hierarchy and what excludes what."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Kind:
    """A class or concept a thing may be said to be: a website, a charity, a dark-web marketplace."""

    iri: str
    label: str
    labels: tuple[str, ...] = ()  # other names for people: in a graph, the words that its accounts use
    wider: tuple[str, ...] = ()
    disjoint: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()  # in a profile, the words that it goes by, in the cue language

    @property
    def wordings(self) -> tuple[str, ...]:
        """All that finds it in a text."""
        return (*self.patterns, *self.labels)


@dataclass(frozen=True)
class Kinds:
    """The hierarchy of kinds of the profiles in use, closed upward.

    >>> shop = Kind("shop", "shop", wider=("site",), disjoint=("den",))
    >>> kinds = Kinds({k.iri: k for k in (shop, Kind("site", "site"), Kind("den", "den"))})
    >>> kinds.is_a("shop", "site"), kinds.is_a("site", "shop")
    (True, False)
    >>> kinds.disjoint("den", "shop"), kinds.disjoint("den", "site")
    (True, False)
    """

    by_iri: dict[str, Kind] = field(default_factory=dict)
    _up: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)
    _down: dict[tuple[str, ...], frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    def ancestors(self, iri: str) -> frozenset[str]:
        """``iri`` itself and every kind wider than it; a kind nobody declared has only itself."""
        if iri not in self._up:
            found: set[str] = set()
            todo = [iri]
            while todo:
                node = todo.pop()
                if node not in found:
                    found.add(node)
                    todo += self.by_iri[node].wider if node in self.by_iri else ()
            self._up[iri] = frozenset(found)
        return self._up[iri]

    def is_a(self, narrow: str, wide: str) -> bool:
        """Whether everything that is a ``narrow`` is a ``wide``."""
        return wide in self.ancestors(narrow)

    def disjoint(self, a: str, b: str) -> bool:
        """Whether nothing can be both: declared of the two, or of kinds wider than them, in either direction."""
        up_a, up_b = self.ancestors(a), self.ancestors(b)
        return any(set(self.by_iri[x].disjoint) & up_b for x in up_a if x in self.by_iri) or any(
            set(self.by_iri[x].disjoint) & up_a for x in up_b if x in self.by_iri
        )

    def narrower(self, iri: str) -> tuple[str, ...]:
        """``iri`` and every kind narrower than it, sorted."""
        return tuple(sorted(k for k in self.by_iri if self.is_a(k, iri)))

    def under(self, iris: tuple[str, ...]) -> frozenset[str]:
        """Every kind that is one of ``iris``, or narrower than one of them."""
        if iris not in self._down:
            self._down[iris] = frozenset(k for k in self.by_iri if not self.ancestors(k).isdisjoint(iris))
        return self._down[iris]

    def most_specific(self, iris: frozenset[str]) -> frozenset[str]:
        """``iris`` without those that another of them entails."""
        return frozenset(a for a in iris if not any(a != b and self.is_a(b, a) for b in iris))
