"""The features that vote for the class of a name, read from ``features.yaml``, and what of a mention they look at.

A feature that finds nothing but words is data alone: words beside the name, as ``off|near {name}`` or
``{name} , who``, and what the name itself is like. The rest are found by code, which takes their class and weight from
the same file.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from incident_graph.names.gazetteer import Gazetteer, given_names, is_surname, pattern, read_rules, surnames, words
from incident_graph.names.mention import Vote
from incident_graph.names.slots import Slot, anchors, fits, read_slot, read_slots
from incident_graph.names.tokens import Span


@dataclass(frozen=True, slots=True)
class Feature:
    """A reason to take a name for one of a class."""

    id: str
    kind: (
        str  # a class; "noun", "head" or "known": that of the noun, of the head, what the code says; "" speaks for none
    )
    weight: float
    like: str  # the feature that says much the same, or itself: of a name, the weightier of the two counts
    group: str  # of the features of a group the first that holds is the only one
    left: tuple[Slot, ...] = ()  # the words before the name, the nearest first
    right: tuple[Slot, ...] = ()
    name: tuple[Callable[["Surroundings"], bool], ...] = ()
    unless: frozenset[str] = frozenset()  # features and groups that, where they hold, leave no room for this one
    anchors: frozenset[str] | None = None  # the nearest word must be one of these
    anchor_before: bool = False


@dataclass
class Surroundings:
    """A name and the words beside it."""

    span: Span
    text: str
    known: Gazetteer
    before: Sequence[str]  # lower case, the nearest first, without articles and possessives
    after: Sequence[str]  # the first two in lower case, the others as written
    determiner: str = ""  # the article or possessive right before the name

    @cached_property
    def surface(self) -> str:
        """The name as written."""
        return self.text[self.span.start : self.span.end]

    @cached_property
    def lows(self) -> list[str]:
        """The words of the name in lower case."""
        return [word.lower().rstrip(".") for word in self.span.words]

    @cached_property
    def head_place(self) -> int:
        """Which word is the head: the last, or the one before "of", "for" or "on"."""
        joined = [word.strip(",").removesuffix("'s").removesuffix("’s") for word in self.surface.split()]
        for place in range(1, len(self.lows)):
            target = self.span.words[place]
            if any(
                joined[i] in ("of", "for", "on") and target in joined[i + 1 : i + 3] for i in range(1, len(joined) - 1)
            ):
                return place - 1
        return len(self.lows) - 1

    @cached_property
    def head_class(self) -> str:
        """The class of the head: "Ministry" in "Ministry of Trade"; of a law also further on, before "of"."""
        head = self.lows[self.head_place]
        middle = self.lows[1 : self.head_place + 1] if self.head_place < len(self.lows) - 1 else []
        if any(word in words("law-heads") for word in (head, *middle)):
            return "Law"
        kinds = ("organisation", "place", "event")
        return next((kind.capitalize() for kind in kinds if head in words(f"{kind}-heads")), "")

    @cached_property
    def like_a_person(self) -> bool:
        """Whether the name begins with a given name and is no longer than people's are."""
        return self.lows[0] in given_names() and len(self.lows) <= 4 and not self.span.article


@cache
def features() -> Mapping[str, Feature]:
    """All features by id, in the order of the file."""
    return {row["id"]: _feature(row) for row in read_rules("features")}


def vote(feature: str, kind: str = "") -> Vote:
    """The vote of a feature that code has found; ``kind``: the class, where the feature has none of its own.

    >>> vote("government")[::2]
    ('Organisation', 'government')
    """
    found = features()[feature]
    return (kind or found.kind, found.weight, found.id)


def votes(mention: Surroundings, part: str) -> list[Vote]:
    """The votes for a mention of the features in a part of the file ("inside", "before", "after"), in order."""
    fired: set[str] = set()
    found: list[Vote] = []
    for feature in _candidates(mention, part):
        if feature.group in fired or feature.unless & fired:
            continue
        kind = _holds(feature, mention)
        if kind is not None:
            fired |= {feature.id, feature.group}
            if kind:
                found.append((kind, feature.weight, feature.id))
    return found


def _holds(feature: Feature, mention: Surroundings) -> str | None:
    """The class that a feature speaks for here (``""``: for none), or ``None`` where it does not hold."""
    if not all(condition(mention) for condition in feature.name):
        return None
    before = fits(feature.left, mention.before)
    after = fits(feature.right, mention.after) if before is not None else None
    if before is None or after is None:
        return None
    if feature.kind == "noun":
        return before or after or None
    if feature.kind == "head":
        return mention.head_class or None
    return feature.kind


@cache
def _part(part: str) -> tuple[Mapping[tuple[bool, str], tuple[int, ...]], tuple[int, ...], tuple[Feature, ...]]:
    """The features of a part by their nearest word, those without one, and all of them."""
    rows = [row for row in read_rules("features") if row["found"] == part]
    found = tuple(features()[row["id"]] for row in rows)
    by_word: dict[tuple[bool, str], list[int]] = {}
    always = []
    for number, feature in enumerate(found):
        if feature.anchors is None:
            always.append(number)
        for word in feature.anchors or ():
            by_word.setdefault((feature.anchor_before, word), []).append(number)
    return {key: tuple(numbers) for key, numbers in by_word.items()}, tuple(always), found


def _candidates(mention: Surroundings, part: str) -> Iterator[Feature]:
    """The features whose nearest word is there, in order."""
    by_word, always, found = _part(part)
    before = by_word.get((True, mention.before[0]), ()) if mention.before else ()
    after = by_word.get((False, mention.after[0]), ()) if mention.after else ()
    numbers = sorted((*always, *before, *after)) if before or after else always
    return (found[number] for number in numbers)


def _feature(row: Mapping[str, Any]) -> Feature:
    left, _, right = str(row.get("words", "{name}")).partition("{name}")
    nearest = left.split()[::-1]
    before, after = anchors("".join(nearest[:1])), anchors("".join(right.split()[:1]))
    return Feature(
        id=row["id"],
        kind="" if row["class"] == "none" else row["class"],
        weight=float(row["weight"]),
        like=row.get("like", row["id"]),
        group=row.get("group", row["id"]),
        left=read_slots(" ".join(nearest)),
        right=read_slots(right),
        name=tuple(_condition(str(text)) for text in row.get("name", ())),
        unless=frozenset(row.get("unless", ())),
        anchors=before if before is not None else after,
        anchor_before=before is not None,
    )


# --- what a name is like --------------------------------------------------------------------------------------------

_LIKE: Mapping[str, Callable[[Surroundings], bool]] = {
    "one-word": lambda m: len(m.span.words) == 1,
    "several-words": lambda m: len(m.span.words) > 1,
    "two-words": lambda m: len(m.span.words) == 2,
    "three-words-or-less": lambda m: len(m.span.words) <= 3,
    "capitals": lambda m: m.surface.isupper(),
    "first-capitals": lambda m: m.span.words[0].isupper(),
    "last-capitals": lambda m: m.span.words[-1].isupper(),
    "camel": lambda m: any(c.isupper() for c in m.span.words[-1][1:]),
    "acronym": lambda m: m.span.words[0].isupper() and m.span.words[0].isalpha() and 2 <= len(m.span.words[0]) <= 6,
    "full-stop": lambda m: m.span.words[-1][-1] == ".",
    "plain": lambda m: all(w[1:].islower() or set("’'-") & set(w) or len(w) == 2 for w in m.span.words),
    "determined": lambda m: bool(m.determiner),
    "the": lambda m: m.determiner == "the",
    "article": lambda m: m.span.article,
    "titled": lambda m: m.span.role,
    "given-name": lambda m: m.lows[0] in given_names(),
    "like-a-person": lambda m: m.like_a_person,
    "surname": lambda m: is_surname(m.span.words[-1]),
    "frequent-surname": lambda m: m.lows[-1] in surnames(),
    "first-listed": lambda m: bool(m.known.kind(m.span.words[0])),
    "ends-in-listed-body": lambda m: (
        len(m.span.words) > 2 and m.known.kind(" ".join(m.span.words[-2:])) == "Organisation"
    ),
    "initials": lambda m: any(len(w) == 2 and w[0].isalpha() and w[1] == "." for w in m.span.words[:-1]),
    "particle": lambda m: any(w in words("particles-between") for w in m.surface.split()[1:-1]),
}


#: What of a name a condition asks a word of, and what it asks a regular expression of.
_WORDS: Mapping[str, Callable[[Surroundings], Sequence[str]]] = {
    "first": lambda m: m.lows[:1],
    "last": lambda m: m.lows[-1:],
    "head": lambda m: [m.lows[m.head_place]],
    "inside": lambda m: m.lows[:-1],
    "any": lambda m: m.lows,
}
_TEXTS: Mapping[str, Callable[[Surroundings], str]] = {
    "surface": lambda m: m.surface,
    "ends": lambda m: " ".join(m.lows[-2:]),
    "owned": lambda m: m.text[max(0, m.span.start - 9) : m.span.start],
}


def _condition(text: str) -> Callable[[Surroundings], bool]:
    """What a name must be like: "camel", "not camel", "first @storms", "last /@town-ending/", "surface @road"."""
    if text.startswith("not "):
        inner = _condition(text[4:])
        return lambda mention: not inner(mention)
    part, _, asked = text.partition(" ")
    if not asked:
        return _LIKE[part]
    if part in _TEXTS:
        expression, text_of = pattern(asked[1:]), _TEXTS[part]
        return lambda mention: expression.search(text_of(mention)) is not None
    measure, words_of = read_slot(asked).measure, _WORDS[part]
    return lambda mention: any(measure([word], 0)[0] > 0 for word in words_of(mention))
