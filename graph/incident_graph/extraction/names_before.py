"""What the words before a name say of its class, as weighted votes."""

from collections.abc import Callable
from dataclasses import dataclass

from incident_graph.extraction import names_context as context
from incident_graph.extraction.names_gazetteer import country_words, given_names
from incident_graph.extraction.names_nouns import kind_noun
from incident_graph.extraction.names_tokens import Span
from incident_graph.extraction.names_votes import Vote
from incident_graph.extraction.names_words import HEADS, SPEECH, TITLES

#: Buildings that are places where something happens in them, and bodies where they act.
_BUILDINGS = frozenset(
    "church chapel mosque synagogue temple priory theatre museum gallery pub nightclub casino hotel library".split()
)


@dataclass(frozen=True, slots=True)
class WordsBefore:
    """The words before a name, in lower case, without a determiner right before it."""

    span: Span
    words: list[str]
    determined: bool  # a determiner stands between them and the name
    right: list[str]  # the words after the name

    @property
    def word(self) -> str:
        """The nearest word."""
        return self.words[-1]

    @property
    def previous(self) -> str:
        """The word before the nearest, or before its determiner: "capital" of "capital of", "capital of the"."""
        previous = self.words[-2] if len(self.words) > 1 else ""
        return self.words[-3] if previous in context.DETERMINERS and len(self.words) > 2 else previous

    @property
    def third(self) -> str:
        """The third word back."""
        return self.words[-3] if len(self.words) > 2 else ""

    @property
    def several(self) -> bool:
        """Whether the name has more than one word."""
        return len(self.span.words) > 1


def votes_before(span: Span, left: list[str], right: list[str]) -> list[Vote]:
    """Votes from the words to the left of a name; ``right``: the first words after it. All are in lower case."""
    determined = bool(left) and left[-1] in context.DETERMINERS
    near = left[:-1] if determined else left
    if not near:
        return []
    before = WordsBefore(span, near, determined, right)
    if before.word in ("in", "inside", "outside", "near", "behind", "opposite") and span.last in _BUILDINGS:
        return [("Place", 3.0, f"{before.word} a building")]
    rule = _based if before.word.endswith("-based") else _RULES.get(before.word)
    votes = rule(before) if rule else []
    for also in (_noun_or_title, _said, _according_to, _seen_by, _forum):
        votes += also(before)
    return votes


def _in(before: WordsBefore) -> list[Vote]:
    """ "shares in X", "a flaw in X", "a flaw was found in X", "in X"."""
    found = before.previous in ("is", "was", "lies", "lay", "found", "be")
    if found and context.FLAWS & set(before.words[-5:-2]):
        return [("Product", 1.2, "flaw in")]
    if before.previous in context.MONEY:
        return [("Organisation", 1.2, "shares in")]
    if before.previous in context.FLAWS:
        return [("Product", 1.2, f"{before.previous} in")]
    camel = any(c.isupper() for c in before.span.words[-1][1:])
    return [("Place", 0.5 if before.determined or camel else 1.0, "in")]


def _near(before: WordsBefore) -> list[Vote]:
    if before.determined:
        return [("Place", 0.6, before.word)]
    return [("Place", 2.2 if before.several and before.word != "around" else 1.1, before.word)]


def _at(before: WordsBefore) -> list[Vote]:
    """ "measured at X", "a factory at X", "engineer at X"."""
    if before.previous in context.MEASURED:
        return [("Place", 1.0, f"{before.previous} at")]
    if before.previous in context.SITES and not (before.several or before.determined):
        return [("Place", 1.0, f"{before.previous} at")]
    staff = kind_noun(before.previous) == "Person" or before.previous in context.STAFF
    return [("Organisation", 0.9 if staff else 0.5, "at")]


def _from(before: WordsBefore) -> list[Vote]:
    """ "from X to Y", "families from X", "a man, 34, from X", "upstream from X"."""
    previous = before.previous
    if before.right[:1] == ["to"]:
        return [("Place", 1.0, "from … to")]
    if previous in context.COMES or (kind_noun(previous) == "Person" and previous not in context.STAFF):
        return [("Place", 1.0, f"{previous} from")]
    if previous.isdigit() or context.AGED.match(previous) or previous in context.AWAY:
        return [("Place", 1.2, "from")]
    return []


def _to(before: WordsBefore) -> list[Vote]:
    """ "from Y to X", "belongs to X", "moved to X", "the road to X"."""
    earlier = set(before.words[-5:-1])
    if "from" in earlier and not earlier & set(",;:.—–"):
        return [("Place", 0.8, "from … to")]
    if before.previous in ("belong", "belongs", "belonged", "belonging"):
        return [("Organisation", 1.2, "belongs to")]
    if context.MOVED & earlier:
        return [("Place", 0.9, "moved to")]
    if before.previous in context.LEADS:
        return [("Place", 1.0, f"{before.previous} to")]
    return []


def _over(before: WordsBefore) -> list[Vote]:
    crosses = before.determined and before.previous in ("bridge", "bridges", "ferry", "dam")
    return [("Place", 1.2, f"{before.previous} over")] if crosses else []


def _between(before: WordsBefore) -> list[Vote]:
    return [("Place", 1.0, "between")] if before.previous in context.STRETCH else []


def _along(before: WordsBefore) -> list[Vote]:
    return [("Place", 0.9, before.word)]


def _through(before: WordsBefore) -> list[Vote]:
    return [("Place", 0.6, before.word)]


def _flooded(before: WordsBefore) -> list[Vote]:
    return [("Place", 0.6 if before.determined else 0.9, before.word)]


def _nearby(before: WordsBefore) -> list[Vote]:
    headed = before.span.words[-1].lower() in HEADS["Organisation"]
    return [] if headed else [("Place", 1.2, before.word)]


def _on(before: WordsBefore) -> list[Vote]:
    """ "posted on X", "the forum on X"."""
    if before.previous in context.POSTED:
        return [("Platform", 1.5, "posted on")]
    return [("Platform", 1.5, "forum")] if before.previous == "forum" else []


def _via(before: WordsBefore) -> list[Vote]:
    return [("Platform", 1.5 if before.previous in context.POSTED else 0.6, "posted on")]


def _by(before: WordsBefore) -> list[Vote]:
    return [("Organisation", 1.3, "run by")] if before.previous in context.RUN_BY else []


def _eaten(before: WordsBefore) -> list[Vote]:
    return [("Product", 1.5, before.word)]


def _aboard(before: WordsBefore) -> list[Vote]:
    """ "aboard X", "on board X"."""
    aboard = before.word == "aboard" or before.previous == "on"
    return [("Vehicle", 1.5, "aboard")] if aboard else []


def _under(before: WordsBefore) -> list[Vote]:
    """ "under X", "breached X": a law, above all one in capitals."""
    if before.span.words[0].isupper():
        return [("Law", 0.8, "under")]
    return [] if before.determined else [("Law", 0.3, "under")]


def _with(before: WordsBefore) -> list[Vote]:
    complies = before.previous in ("comply", "complied", "compliance", "complies")
    return [("Law", 1.0, "comply with")] if complies and before.span.words[0].isupper() else []


def _of(before: WordsBefore) -> list[Vote]:
    """ "section 2 of X", "Ida Holm, 34, of X", "the outskirts of X", "a member of X", "captain of the X"."""
    previous = before.previous
    if previous in ("section", "sections", "provision", "provisions"):
        return [("Law", 1.2, f"{previous} of")]
    if previous.isdigit() or (previous == "," and before.third.isdigit()):
        return [("Place", 1.5, "aged, of")]
    if previous in context.AREA:
        return [("Place", 1.5, f"{previous} of")]
    if previous in context.MEMBER:
        return [("Organisation", 1.1, "member of")]
    if previous in ("author", "captain", "skipper") and before.determined:
        return [("Vehicle", 0.7, "captain of")]
    return []


def _for(before: WordsBefore) -> list[Vote]:
    """ "bound for X", "a spokesman for X"."""
    if before.previous in ("bound", "destined"):
        return [("Place", 1.2, "bound for")]
    return [("Organisation", 1.1, "member of")] if before.previous in context.MEMBER else []


def _as(before: WordsBefore) -> list[Vote]:
    """ "as far as X", "a gang known as X"."""
    if before.previous in ("away", "far"):
        return [("Place", 1.0, "as far as")]
    return _named(before) if before.previous == "known" else []


def _named(before: WordsBefore) -> list[Vote]:
    """ "a tug called X", "a woman named X Y"."""
    kind = next((kind for word in reversed(before.words[:-1]) if (kind := kind_noun(word))), "")
    if kind:
        return [(kind, 1.5, "named so")]
    return [("Person", 0.8, "named so")] if before.several and before.word == "named" else []


def _based(before: WordsBefore) -> list[Vote]:
    """ "the Oslo-based X"."""
    person = before.several and before.span.words[0].lower() in given_names()
    return [("Person" if person else "Organisation", 1.3, "based")]


def _of_country(before: WordsBefore) -> list[Vote]:
    """ "Norway's NVE"."""
    words = before.span.words
    body = before.previous in country_words() and words[-1].isupper() and len(words) == 1
    return [("Organisation", 0.9, "country's")] if body else []


def _told(before: WordsBefore) -> list[Vote]:
    """ "she told X": a paper, above all one with "The" or in capitals."""
    if before.span.article:
        return [("Organisation", 1.4, "told")]
    if before.span.words[-1].isupper():
        return [("Organisation", 1.0, "told")]
    return [("Organisation", 0.8 if before.several else 0.4, "told")]


def _apposed(before: WordsBefore) -> list[Vote]:
    """“Its director, Henrik …,” and “the tug, the Havbjorn”."""
    span, noun = before.span, before.previous
    kind = kind_noun(noun)
    if noun in context.HIRED and span.words[0].lower() not in given_names():
        return [("Organisation", 1.2, "apposed")]
    if kind == "Person" and len(span.words) < 2:
        return [("Person", 0.8, "apposed")]
    if not kind and noun in ("owner", "owners", "operator", "chief", "head", "boss"):
        return [("Organisation" if len(span.words) == 1 else "Person", 0.8, "apposed")]
    return [(kind, 1.5 if kind == "Person" or before.determined else 1.2, "apposed")] if kind else []


def _noun_or_title(before: WordsBefore) -> list[Vote]:
    if before.determined or before.word in (",", "."):
        return []
    return _noun_before(before.span, before.word, before.previous, before.third)


def _noun_before(span: Span, word: str, before: str, of: str) -> list[Vote]:
    """“social network X”, “the forum X”, “teacher X”."""
    if word == "network" and before == "social":
        return [("Platform", 2.0, "noun before")]
    if before == "of" and len(span.words) > 1 and of and (kind_noun(of) == "Person" or of in TITLES):
        return [("Person", 1.5, "role before")]
    kind = kind_noun(word)
    if word in ("service", "site", "network") and before in context.ONLINE:
        return [("Platform", 2.0, "noun before")]
    if kind == "Person" and word in ("manager", "owner", "developer") and before in context.RUNS:
        return [("Organisation", 1.5, f"{before} {word}")]
    if kind == "Person" and len(span.words) == 1 and any(c.isupper() for c in span.words[0][1:]):
        return []  # "the infrastructure manager ProRail"
    if kind == "Person":
        return [("Person", 2.0 if len(span.words) > 1 else 1.0, "role before")]
    if kind:
        return [(kind, 2.5, "noun before")]
    if word in TITLES and len(span.words) > 1:
        return [("Person", 1.5, "role before")]
    return []


def _said(before: WordsBefore) -> list[Vote]:
    """ "…, said X Y"."""
    if before.word not in SPEECH or before.word in context.TELLING or before.determined:
        return []
    quoted = before.previous != "" and before.previous in '"“”'
    return [("Person", speaker_weight(before.span, sure=quoted) if before.several else 0.3, "said")]


def speaker_weight(span: Span, *, sure: bool) -> float:
    """How strongly “X Y said” speaks for a person: more beside a quotation, less for acronyms and camel case."""
    plain = all(w[1:].islower() or "’" in w or "'" in w or "-" in w or len(w) == 2 for w in span.words)
    return (0.9 if sure else 0.7) if plain else 0.4


def _according_to(before: WordsBefore) -> list[Vote]:
    according = before.word == "to" and before.previous == "according"
    return [("Organisation", 0.7, "according to")] if according else []


def _seen_by(before: WordsBefore) -> list[Vote]:
    """ "documents seen by The X"."""
    seen = before.word == "by" and before.previous in ("seen", "reported", "obtained", "reviewed")
    return [("Organisation", 1.4, "seen by")] if seen and before.span.article else []


def _forum(before: WordsBefore) -> list[Vote]:
    return [("Platform", 1.0, "forum")] if before.word == "forum" else []


#: What reads the class of a name from the word before it and those before that word.
_RULES: dict[str, Callable[[WordsBefore], list[Vote]]] = {
    "in": _in,
    **dict.fromkeys("near off outside across throughout around".split(), _near),
    "at": _at,
    "from": _from,
    "to": _to,
    "over": _over,
    "between": _between,
    **dict.fromkeys("along upriver".split(), _along),
    **dict.fromkeys("beyond below above through".split(), _through),
    **dict.fromkeys("evacuated flooded inundated ravaged toward towards".split(), _flooded),
    **dict.fromkeys(context.NEARBY, _nearby),
    **dict.fromkeys("on onto".split(), _on),
    "via": _via,
    "by": _by,
    **dict.fromkeys("eating ate eaten drinking drank consuming".split(), _eaten),
    **dict.fromkeys("aboard board".split(), _aboard),
    **dict.fromkeys("under violates violated violating breaches breached".split(), _under),
    "with": _with,
    "of": _of,
    "for": _for,
    "as": _as,
    **dict.fromkeys("itself themselves called named dubbed".split(), _named),
    **dict.fromkeys(("'s", "’s"), _of_country),
    ",": _apposed,
    **dict.fromkeys(context.TELLING, _told),
}
