"""Whether a capitalised word carries on the name before it: "Ministry of Health", "Oslo and Bergen Bank"."""

import itertools
import re
from collections.abc import Collection

from incident_graph.extraction.names_foreign import FIRST_HEADS
from incident_graph.extraction.names_gazetteer import Gazetteer, demonyms, given_names
from incident_graph.extraction.names_tokens import Token
from incident_graph.extraction.names_words import BREAKS, HEADS, NEVER, OF_HEADS, OPENERS, TITLES, TOPICS

_OF = re.compile(r"\s(?:of|for)(?:\s+the)?\s+$")
_ON = re.compile(r"\s(?:on|against|to|in|at)(?:\s+the)?\s+$")
_AND = re.compile(r"\s(?:and|&)\s+$")
_PARTICLE = re.compile(
    r"\s(?:de|del|della|di|da|dos|das|do|du|des|dei|degli|delle|dello|dal|van|von|der|den|ter|ten|bin|ibn|al|el|la|le|y|e|zu|upon|op|av|af)"
    r"(?:\s(?:la|las|los|der|den|het|le))?\s+$"
)
_POSSESSED = frozenset(
    "office college hospital church court party union school university bench commission cross federation "
    "association institute trust council house society club".split()
)
#: What people who are many found: "Teachers’ Federation".
_FOUNDED = frozenset(
    "union federation association society league guild council alliance trust club institute congress fund cooperative "
    "confederation forum network commission hospital court".split()
)
#: Bodies that a name of their own need not follow: "police and Coast Guard" are two.
_STANDS_ALONE = OF_HEADS | frozenset("police parliament government army navy senate cabinet congress".split())
_ABBREVIATED = frozenset(
    "st mt ft dr mr mrs ms engr barr prof gen col capt sgt lt rev gov sen rep hon adm cmdr cllr insp supt".split()
)
_ON_HEADS = frozenset(
    "convention commission committee treaty act council directive regulation law conference declaration "
    "campaign authority protocol".split()
)
_NAME_OR_MONTH = frozenset("may april june august jan".split())
_LISTING = frozenset("bureau ministry department office agency committee commission institute board".split())
_LISTED = re.compile(r", \w+(?:, \w+)*,? and [^\W\d_]\w+")
_LAW_HEADS = HEADS["Law"]


def joins(text: str, run: list[Token], following: list[Token], known: Gazetteer, lower: set[str]) -> bool:
    """Whether the first of the following tokens, not far from it, belongs to the name that the run has begun."""
    last, token = run[-1], following[0]
    gap = text[last.end : token.start]
    if _breaks(last, None) or _breaks(token, last) or is_hyphenated(token) or is_hyphenated(last):
        return False
    if gap.isspace():
        return gap.count("\n") < 2
    if gap == ". ":
        return last.low in _ABBREVIATED
    if gap in ("’s ", "'s "):
        return _is_possessed(run, following, text, known)
    if gap in ("’ ", "' "):
        return _is_possessed_by_many(run, following, text)
    if gap.strip() == "&":
        return True
    return _joins_over_words(text, run, following, known, lower)


def _breaks(token: Token, before: Token | None) -> bool:
    """Whether a word ends every name: days, months and pronouns do; "IT" or "Web" may stand inside one."""
    return (token.low in BREAKS or token.low in _NAME_OR_MONTH) and is_never(token, before)


def is_never(token: Token, before: Token | None) -> bool:
    """Whether a word is never part of a name; months that are also names of people are, after a given name or title."""
    if token.low in _NAME_OR_MONTH:
        return before is not None and before.low not in given_names() and before.low not in TITLES
    return token.low in NEVER


def is_hyphenated(token: Token) -> bool:
    """Whether only the first part of a token is a name: "Oslo-based"."""
    parts = re.split(r"[‑-]", token.word)
    return any(part[:1].islower() for part in parts[1:]) and parts[0].lower() not in ("al", "el")


def _is_possessed(run: list[Token], following: list[Token], text: str, known: Gazetteer) -> bool:
    """Whether "X's Y" is one name ("Information Commissioner's Office") and not Y of X ("Oslo's Central Library")."""
    head = following[0].low
    whole = text[run[0].start : following[0].end]
    if known.kind(whole):
        return True
    first = text[run[0].start : run[-1].end]
    if run[-1].low in ("people", "workers", "women", "children") and _ends_in_head(text, following[:4]):
        return True
    saint = run[0].low in ("st", "saint") and head in HEADS["Organisation"] | HEADS["Place"]
    return (
        (head in _POSSESSED or saint)
        and not known.kind(first)
        and run[-1].low not in demonyms()
        and head not in ("government",)
        and (
            len(run) > 1
            or run[-1].low in TITLES
            or run[-1].low in OPENERS
            or run[0].low in ("st", "saint")
            or run[-1].low
            in ("children", "women", "people", "king", "queen", "prosecutor", "veterans", "workers", "teachers")
        )
    )


def _is_possessed_by_many(run: list[Token], following: list[Token], text: str) -> bool:
    """Whether "Xs’ Y" is one name: "Teachers’ Federation"."""
    quoted = text[run[0].start - 1 : run[0].start] in ("‘", "'")  # the mark may end a quotation
    return run[-1].low.endswith("s") and not quoted and _ends_in_head(text, following[:3], _FOUNDED)


def _joins_over_words(text: str, run: list[Token], following: list[Token], known: Gazetteer, lower: set[str]) -> bool:
    """Whether a name goes on over a preposition, "and", a particle or a comma."""
    token = following[0]
    gap = text[run[-1].end : token.start]
    if _OF.match(gap):
        return _joins_with_of(text, run, token, known)
    if _ON.match(gap):
        return _joins_with_on(text, run, following)
    if _PARTICLE.match(gap):
        return _joins_with_particle(gap, run)
    if _is_in_list(text, run, token):
        return not known.kind(token.word)
    if _AND.match(gap):
        return _joins_with_and(text, run, following, known, lower)
    return gap == ", " and _names_topic(run) and token.low in TOPICS


def _names_topic(run: list[Token]) -> bool:
    """Whether the run is a body and what it is for: "Department of Energy"."""
    return _is_body(run) and run[-1].low in TOPICS


def _is_body(run: list[Token]) -> bool:
    """Whether the run has a head such as Ministry, and more."""
    return len(run) > 1 and any(token.low in OF_HEADS for token in run)


def _has_law_head(run: list[Token]) -> bool:
    return any(token.low in _LAW_HEADS for token in run)


def _joins_with_of(text: str, run: list[Token], token: Token, known: Gazetteer) -> bool:
    """Whether "X of Y" or "X for Y" is one name: "Commission for the Investigation of Accidents"."""
    last = run[-1]
    if _has_law_head(run) or _names_topic(run):
        return True
    if not text[last.end : token.start].startswith(" of"):
        return last.low in OF_HEADS and not last.opens
    if last.low in ("secretary", "minister", "under-secretary") and token.low == "state":
        return True
    return last.low in OF_HEADS or known.kind(text[run[0].start : token.end]) != ""


def _joins_with_on(text: str, run: list[Token], following: list[Token]) -> bool:
    """Whether "X on Y", "X against Y" or "X at Y" is one name: "Convention on Biological Diversity"."""
    last, token = run[-1], following[0]
    if last.low in _ON_HEADS:
        return True
    if not text[last.end : token.start].strip().startswith("at"):
        return False
    topics = last.low in TOPICS and token.low in TOPICS
    return _has_law_head(run) or (topics and _ends_in_head(text, following))


def _joins_with_particle(gap: str, run: list[Token]) -> bool:
    """Whether a particle joins what stands around it: "Ludwig van Beethoven", "Banco do Brasil"."""
    if len(gap) > 9:
        return False
    if gap.strip() not in ("y", "e", "do"):
        return True
    return len(run) > 1 or run[-1].low in FIRST_HEADS["Place"] | FIRST_HEADS["Organisation"]


def _is_in_list(text: str, run: list[Token], token: Token) -> bool:
    """Whether a body for several things is listing them: "Ministry of Trade, Industry and Energy"."""
    if not _LISTING.intersection(t.low for t in run[:2]):
        return False
    gap = text[run[-1].end : token.start]
    if gap == ", " and _is_body(run) and _LISTED.match(text, run[-1].end):
        return True
    after_comma = len(run) > 2 and text[run[-2].end : run[-1].start] == ", "
    return after_comma and _AND.match(gap.lstrip(",")) is not None


def _joins_with_and(text: str, run: list[Token], following: list[Token], known: Gazetteer, lower: set[str]) -> bool:
    """Whether "X and Y" is one name: "Petroleum and Explosives Board", "Department of Health and Safety"."""
    token = following[0]
    if known.kind(text[run[0].start : token.end]) or _is_law(text, run, following):
        return True
    if _is_subject(run, lower, known) and _ends_in_head(text, following[:4]):
        return True
    ahead = following[1].low if len(following) > 1 and text[token.end : following[1].start].isspace() else ""
    if run[-1].low not in TOPICS or (token.low not in TOPICS and ahead not in TOPICS):
        return False
    return _is_body(run) or _ends_in_head(text, following)


def _is_law(text: str, run: list[Token], following: list[Token]) -> bool:
    """Whether “the A B and” goes on to “C Bill”."""
    start = run[0].start
    if not re.search(r"\b(?:the|of|The) $", text[max(0, start - 4) : start]) or _has_law_head(run):
        return False
    for here, after in itertools.pairwise(following[:4]):
        if not text[here.end : after.start].isspace() or here.low in _LAW_HEADS:
            return False
        if after.low in ("act", "bill", "regulations", "directive", "code", "convention", "treaty"):
            return True
    return False


def _is_subject(run: list[Token], lower: set[str], known: Gazetteer) -> bool:
    """Whether the run is a common noun, and so may be half of what a body is for: "Petroleum and Explosives Board"."""
    own = [token for token in run if token.low not in OPENERS]
    return (
        len(own) == 1
        and (own[0].low in lower or own[0].low in TOPICS)
        and own[0].low not in _STANDS_ALONE
        and not known.kind(own[0].word)
    )


def _ends_in_head(text: str, tokens: list[Token], heads: Collection[str] = HEADS["Organisation"] | _LAW_HEADS) -> bool:
    """Whether the capitalised words that start here end in a head such as Agency or Executive."""
    for here, after in zip(tokens, [*tokens[1:], None], strict=True):
        if here.low in heads:
            return True
        if after is None or not re.fullmatch(r"[’']?\s+(?:[a-z]+\s+)?", text[here.end : after.start]):
            return False
    return False
