"""What the words beside a name say of its class, as weighted votes."""

import re

from incident_graph.extraction.names_gazetteer import Gazetteer, country_words, given_names
from incident_graph.extraction.names_scan import Span
from incident_graph.extraction.names_words import (
    EVENT_NOUNS,
    HEADS,
    OPENERS,
    ORGANISATION_NOUNS,
    ORGANISATION_VERBS,
    SPEECH,
    TITLES,
    VEHICLE_NOUNS,
    VEHICLE_VERBS,
    kind_noun,
)

Vote = tuple[str, float, str]

_PIECE = re.compile(r"[’']s\b|[^\W_](?:[\w&‑-]|[’'](?!s\b))*|[,;:.()—–\"“”]")
_COMMA_NAME = re.compile(r",\s([^\W\d_][\w.]+(?:\s[^\W\d_a-z]\w+)?)")
_DATELINE = re.compile(r"(?:,\s[\w. ]{2,24})?\s*(?:\([^)]{2,30}\)\s*)?[—–-]{1,2}\s")
_A_YEAR = re.compile(r"(?:19|20)\d\d")
#: Nouns that, right after a name, say what it names: "the Las Lomas neighbourhood", "the Vexa app".
_AFTER_NAME = {
    **dict.fromkeys(
        "neighborhood neighbourhood district area region province suburb valley square street avenue bridge "
        "station junction estate peninsula archipelago islands coast river motorway highway border".split(),
        "Place",
    ),
    **dict.fromkeys("app platform forum website marketplace messenger".split(), "Platform"),
    **dict.fromkeys("newspaper union gang agency militia airline charity ministry".split(), "Organisation"),
    **dict.fromkeys("ransomware malware software vaccine virus".split(), "Product"),
}
_FLAWS = frozenset(
    "flaw flaws bug bugs vulnerability vulnerabilities hole weakness zero-day glitch defect backdoor".split()
)
_NEARBY = frozenset("nearby central downtown neighbouring neighboring rural".split())
_POSTED = frozenset(
    "posted post posts listed listing listings sold sale selling offered advertised circulating circulated "
    "published shared available appeared appearing surfaced uploaded leaked dumped streamed live-streamed "
    "livestreamed wrote written video message messages account accounts channel page users user traded vendors "
    "sellers found spotted users' live groups group auctioned hosted".split()
)
_MONEY = frozenset(
    "shares share stake stakes interest confidence trust invest invested investor investors investment faith".split()
)
_RUN_BY = frozenset(
    "owned operated run supplied managed made built developed manufactured acquired bought employed hired "
    "provided chartered leased commissioned hosted maintained backed funded installed".split()
)
_MEMBER = frozenset(
    "employees staff spokesman spokeswoman spokesperson director chief chairman chairwoman executive subsidiary "
    "owner owners customers professor lecturer researcher analyst analysts engineer engineers head president "
    "founder co-founder member members shareholders board secretary branch unit arm lawyer lawyers ceo manager "
    "partner scientist economist".split()
)
_AREA = frozenset(
    "town city port county village island isle capital coast north south east west northeast northwest "
    "southeast southwest outskirts resident residents people mayor region province state kilometres kilometers "
    "miles suburb district airport centre center parts streets waters shores mouth governor border borders".split()
)
_BREAKS = frozenset(
    "in of at for that who which whose with from on by based to under where and or as near has had is was were "
    "since".split()
)
_DETERMINERS = frozenset("the a an its his her their this that".split())
_TELLING = frozenset(["told", "tells"])
_CLAIMS = frozenset(["he", "she"])


def outer(span: Span, text: str, start: int, end: int, known: Gazetteer) -> list[Vote]:
    """Votes from the words of the sentence ``text[start:end]`` to the left and right of the name."""
    votes = _place_after(span, text, end, known)
    left = _PIECE.findall(text, max(start, span.start - 70), span.start)[-7:]
    right = _PIECE.findall(text, span.end, min(end, span.end + 110))[:14]
    return (
        votes
        + _left(span, [w.lower() for w in left], [w.lower() for w in right[:4]])
        + _right(span, [w.lower() for w in right], left)
    )


def _place_after(span: Span, text: str, end: int, known: Gazetteer) -> list[Vote]:
    """“Fairview, Ohio” and a dateline in capitals ("FAIRVIEW —")."""
    match = _COMMA_NAME.match(text, span.end, min(end, span.end + 40))
    if (
        match
        and known.kind(match[1]) == "Place"
        and text[max(0, span.start - 5) : span.start].lower().endswith(("in ", "of ", "near "))
    ):
        return [("Place", 1.0, "comma place")]
    if (
        span.words[-1].isupper()
        and len(span.words[-1]) > 2
        and _DATELINE.match(text, span.end, min(end, span.end + 50))
    ):
        block = text[max(0, span.start - 2) : span.start]
        return [("Place", 2.0, "dateline")] if not block.strip() and (not block or "\n" in block) else []
    return []


def _left(span: Span, left: list[str], right: list[str]) -> list[Vote]:
    if not left:
        return []
    votes: list[Vote] = []
    several = len(span.words) > 1
    determined = left[-1] in _DETERMINERS
    near = left[:-1] if determined else left
    if not near:
        return votes
    word = near[-1]
    before = near[-2] if len(near) > 1 else ""
    if before in _DETERMINERS and len(near) > 2:
        before = near[-3]
    match word:
        case "in":
            votes.append(_in(before, determined))
        case "near" | "off" | "outside" | "across" | "throughout" | "around":
            votes.append(("Place", 0.6 if determined else 1.1, word))
        case "at":
            votes.append(
                (
                    "Organisation",
                    0.9 if kind_noun(before) == "Person" or before in _MEMBER or before in ORGANISATION_NOUNS else 0.5,
                    "at",
                )
            )
        case "from":
            if "to" in right[:1]:
                votes.append(("Place", 1.0, "from … to"))
        case "to":
            if "from" in near[-5:-1] and not set(near[-5:-1]) & set(",;:.—–"):
                votes.append(("Place", 0.8, "from … to"))
        case "on" | "onto" | "via":
            if before in _POSTED or word == "via":
                votes.append(("Platform", 1.5 if before in _POSTED else 0.6, "posted on"))
            elif before == "forum":
                votes.append(("Platform", 1.5, "forum"))
        case "by":
            if before in _RUN_BY:
                votes.append(("Organisation", 1.3, "run by"))
        case _ if word in _NEARBY and span.words[-1].lower() not in HEADS["Organisation"]:
            votes.append(("Place", 1.2, word))
        case "aboard":
            votes.append(("Vehicle", 1.5, "aboard"))
        case "board":
            if before == "on":
                votes.append(("Vehicle", 1.5, "aboard"))
        case "to_" | "under" | "violates" | "violated" | "violating" | "breaches" | "breached":
            if not determined or span.words[0].isupper():
                votes.append(("Law", 0.8 if span.words[0].isupper() else 0.3, "under"))
        case "with":
            if before in ("comply", "complied", "compliance", "complies") and span.words[0].isupper():
                votes.append(("Law", 1.0, "comply with"))
        case "of" | "for":
            if before in _AREA and word == "of":
                votes.append(("Place", 1.5, f"{before} of"))
            elif before in _MEMBER:
                votes.append(("Organisation", 1.1, "member of"))
            elif before in ("author", "captain", "skipper") and determined and word == "of":
                votes.append(("Vehicle", 0.7, "captain of"))
        case "itself" | "themselves" | "called" | "named" | "dubbed" | "as":
            if word != "as" or before == "known":
                kind = next((k for w in reversed(near[:-1]) if (k := kind_noun(w))), "")
                if kind:
                    votes.append((kind, 1.5, "named so"))
        case _ if word.endswith("-based"):
            votes.append(
                ("Person" if several and span.words[0].lower() in given_names() else "Organisation", 1.3, "based")
            )
        case _ if word in ("'s", "’s"):
            if before in country_words() and span.words[-1].isupper() and len(span.words) == 1:
                votes.append(("Organisation", 0.9, "country's"))
        case ",":
            votes += _apposed(span, before, determined)
        case _ if word in _TELLING:
            votes.append(
                (
                    "Organisation",
                    1.4 if span.article else 1.0 if span.words[-1].isupper() else 0.8 if several else 0.4,
                    "told",
                )
            )
        case _:
            pass
    if not determined and word not in (",", "."):
        votes += _noun_before(span, word, before)
    if word in SPEECH and word not in _TELLING and not determined:
        votes.append(("Person", 0.7 if several else 0.3, "said"))
    if word == "to" and before == "according":
        votes.append(("Organisation", 0.7, "according to"))
    if word == "by" and before in ("seen", "reported", "obtained", "reviewed") and span.article:
        votes.append(("Organisation", 1.4, "seen by"))
    if word == "forum":
        votes.append(("Platform", 1.0, "forum"))
    return votes


def _in(before: str, determined: bool) -> Vote:
    if before in _MONEY:
        return ("Organisation", 1.2, "shares in")
    if before in _FLAWS:
        return ("Product", 1.2, f"{before} in")
    return ("Place", 0.5 if determined else 1.0, "in")


def _apposed(span: Span, noun: str, determined: bool) -> list[Vote]:
    """“Its director, Henrik …,” and “the tug, the Havbjorn”."""
    kind = kind_noun(noun)
    if kind == "Person" and len(span.words) < 2:
        return [("Person", 0.8, "apposed")]
    if not kind and noun in ("owner", "owners", "operator", "chief", "head", "boss"):
        return [("Organisation" if len(span.words) == 1 else "Person", 0.8, "apposed")]
    return [(kind, 1.5 if kind == "Person" or determined else 1.2, "apposed")] if kind else []


def _noun_before(span: Span, word: str, before: str) -> list[Vote]:
    """“social network X”, “the forum X”, “teacher X”."""
    if word == "network" and before == "social":
        return [("Platform", 2.0, "noun before")]
    kind = kind_noun(word)
    if kind == "Person":
        return [("Person", 2.0 if len(span.words) > 1 else 1.0, "role before")]
    if kind:
        return [(kind, 2.5, "noun before")]
    if word in TITLES and len(span.words) > 1:
        return [("Person", 1.5, "role before")]
    return []


def _right(span: Span, right: list[str], left: list[str]) -> list[Vote]:
    if not right:
        return []
    votes: list[Vote] = []
    several = len(span.words) > 1
    word, after = right[0], right[1] if len(right) > 1 else ""
    third = right[2] if len(right) > 2 else ""
    if word in ("'s", "’s"):
        owned = third if after in ("own", "chief", "former", "new", "late", "ticketing", "internal") else after
        if owned in VEHICLE_NOUNS and (
            left[-1:] in (["the"], ["The"]) or owned in ("crew", "hull", "wreck", "manifest")
        ):
            votes.append(("Vehicle", 1.3, f"its {owned}"))
        elif owned in ORGANISATION_NOUNS or owned == "executive":
            votes.append(("Organisation", 0.9, f"its {owned}"))
    elif word in ORGANISATION_NOUNS and span.words[-1][-1] != ".":
        votes.append(("Organisation", 1.0, f"{word} of"))
    elif word in ("channel", "channels", "post", "posts", "account", "users", "groups", "page") and not several:
        votes.append(("Platform", 0.6, word))
    elif word in _AFTER_NAME:
        votes.append((_AFTER_NAME[word], 0.9, f"{word} after"))
    elif word in VEHICLE_VERBS and left[-1:] in (["the"], ["The"]):
        votes.append(("Vehicle", 1.2, word))
    elif word in SPEECH:
        votes.append(("Person", 0.7, "says") if several else ("Organisation", 0.3, "says"))
    elif word in ORGANISATION_VERBS:
        votes.append(("Organisation", 0.8, f"it {word}"))
    elif word in ("is", "was", "are", "were", "has") and after in ("a", "an", "the", "one", "been"):
        votes += _described(right[2:], 1.2)
    elif word in ("was", "were", "is") and after in ("owned", "bought", "fined", "founded", "acquired", "sold"):
        votes.append(("Organisation", 0.8, f"was {after}"))
    elif word == ",":
        votes += _relative(right, after, third, several)
    elif word == "(" and third == ")" and _A_YEAR.fullmatch(after) and not left:
        votes.append(("Event", 1.5, "event (year)"))
    return votes


def _relative(right: list[str], after: str, third: str, several: bool) -> list[Vote]:
    """“X, who …”, “X, which …”, “X, a … company”, “X, 34, …”, “…, X, said she …”."""
    if after == "who":
        return [("Person", 1.5, "who")]
    if after == "whose":
        return [("Person", 0.4, "whose")]
    if after == "which":
        verb = [("Organisation", 0.5, f"which {third}")] if third in ORGANISATION_VERBS else []
        return [("Organisation", 0.6, "which"), *verb]
    if after.isdigit() and len(after) <= 2 and third == ",":
        return [("Person", 2.0, "age")]
    if after in SPEECH and third in _CLAIMS and several:
        return [("Person", 1.5, "said he")]
    if after in ("a", "an", "the", "its", "one", "another", "formerly", "now", "former", "acting", "senior"):
        return _described(right[2:], 1.6)
    if after and kind_noun(after) == "Person" and several:
        return [("Person", 1.2, "role after")]
    return _described(right[1:], 0.9) if after not in OPENERS else []


def _described(words: list[str], weight: float) -> list[Vote]:
    """The class that a describing phrase ends in: “a Trondheim company”."""
    phrase: list[str] = []
    for word in words:
        if word in _BREAKS or not word[0].isalnum():
            break
        phrase.append(word)
        if len(phrase) > 7:
            return []
    if not phrase:
        return []
    if re.fullmatch(r"\d{1,2}-year-old", phrase[0]):
        return [("Person", weight, "described")]
    if "network" in phrase and "social" in phrase:
        return [("Platform", weight, "described")]
    noun = next((w for w in reversed(phrase[-3:]) if kind_noun(w)), "")
    return [(kind_noun(noun), weight, f"described as {noun}")] if noun else []


def event_after(span: Span, text: str, end: int) -> int:
    """Where “the Sleipner shipwreck” ends, when a noun of what happened follows the name; else 0."""
    match = re.compile(r"\s([a-z-]+)\b").match(text, span.end, min(end, span.end + 24))
    return match.end() if match and match[1] in EVENT_NOUNS else 0
