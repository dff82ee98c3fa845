"""What the words beside a name say of its class, as weighted votes."""

import re

from incident_graph.extraction import names_context as context
from incident_graph.extraction.names_gazetteer import Gazetteer, country_words, given_names
from incident_graph.extraction.names_nouns import kind_noun
from incident_graph.extraction.names_tokens import Span
from incident_graph.extraction.names_votes import Vote
from incident_graph.extraction.names_words import (
    HEADS,
    OPENERS,
    ORGANISATION_NOUNS,
    ORGANISATION_VERBS,
    SPEECH,
    TITLES,
    VEHICLE_NOUNS,
    VEHICLE_VERBS,
)

_PIECE = re.compile(r"[’']s\b|[^\W_](?:[\w&‑-]|[’'](?!s\b))*|[,;:.()—–\"“”]")
_COMMA_NAME = re.compile(r",\s([^\W\d_][\w.]+(?:\s[^\W\d_a-z]\w+)?)")
_DATELINE = re.compile(r"(?:,\s[\w. ]{2,24})?\s*(?:\([^)]{2,30}\)\s*)?[—–-]{1,2}\s")
_AGENCY = re.compile(r"\)\s[—–-]{1,2}\s")
_DATED = re.compile(r"(?:^|\n)[^\W\d_a-z]{3}[^\n.]*$")
_UK_TIME = re.compile(r"\stime\b(?!\s(?:magazine|zone))")
#: Buildings that are places where something happens in them, and bodies where they act.
_BUILDINGS = frozenset(
    "church chapel mosque synagogue temple priory theatre museum gallery pub nightclub casino hotel library".split()
)
_A_YEAR = re.compile(r"(?:19|20)\d\d")


def outer(span: Span, text: str, start: int, end: int, known: Gazetteer) -> list[Vote]:
    """Votes from the words of the sentence ``text[start:end]`` to the left and right of the name."""
    votes = _place_after(span, text, end, known)
    if _UK_TIME.match(text, span.end, min(end, span.end + 12)) and known.kind(text[span.start : span.end]) == "Place":
        span.votes.clear()
        return []  # "4.45pm UK time" names no place
    left = _PIECE.findall(text, max(start, span.start - 70), span.start)[-7:]
    right = _PIECE.findall(text, span.end, min(end, span.end + 110))[:14]
    lefts = [w.lower() for w in left]
    for place in (-2, -3):  # ", the X" after a name ("under the Rivers Act, X …"): what that name ends in is not X's
        if len(left) >= -place and left[place + 1] == "," and left[place][0].isupper():
            lefts[place] = lefts[place] if kind_noun(lefts[place]) == "Person" else "–"
    rights = [w.lower() if place < 2 else w for place, w in enumerate(right)]
    return votes + _left(span, lefts, [w.lower() for w in right[:4]]) + _right(span, rights, left)


def _place_after(span: Span, text: str, end: int, known: Gazetteer) -> list[Vote]:
    """“Fairview, Ohio” and a dateline in capitals ("FAIRVIEW —", the agency in brackets)."""
    if text[span.start - 1 : span.start] == "(" and _AGENCY.match(text, span.end, min(end, span.end + 5)):
        line = text[max(0, span.start - 60) : span.start]
        if _DATED.search(line):
            return [("Organisation", 1.5, "agency of a dateline")]
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
    determined = left[-1] in context.DETERMINERS
    near = left[:-1] if determined else left
    if not near:
        return votes
    word = near[-1]
    before = near[-2] if len(near) > 1 else ""
    if before in context.DETERMINERS and len(near) > 2:
        before = near[-3]
    if word in ("in", "inside", "outside", "near", "behind", "opposite") and span.last in _BUILDINGS:
        return [("Place", 3.0, f"{word} a building")]
    match word:
        case "in":
            flawed = before in ("is", "was", "lies", "lay", "found", "be") and context.FLAWS & set(near[-5:-2])
            camel = any(c.isupper() for c in span.words[-1][1:])
            votes.append(("Product", 1.2, "flaw in") if flawed else _in(before, determined or camel))
        case "near" | "off" | "outside" | "across" | "throughout" | "around":
            votes.append(("Place", 0.6 if determined else 2.2 if several and word != "around" else 1.1, word))
        case "at" if before in context.MEASURED:
            votes.append(("Place", 1.0, f"{before} at"))
        case "at" if before in context.SITES and not (several or determined):
            votes.append(("Place", 1.0, f"{before} at"))
        case "as" if before in ("away", "far"):
            votes.append(("Place", 1.0, "as far as"))
        case "of" if before in ("section", "sections", "provision", "provisions"):
            votes.append(("Law", 1.2, f"{before} of"))
        case "at":
            votes.append(
                (
                    "Organisation",
                    0.9
                    if kind_noun(before) == "Person" or before in context.MEMBER or before in ORGANISATION_NOUNS
                    else 0.5,
                    "at",
                )
            )
        case "from":
            if "to" in right[:1]:
                votes.append(("Place", 1.0, "from … to"))
            elif before in context.COMES or (
                kind_noun(before) == "Person" and before not in context.MEMBER | ORGANISATION_NOUNS
            ):
                votes.append(("Place", 1.0, f"{before} from"))
            elif (
                before.isdigit()
                or context.AGED.match(before)
                or before in ("upstream", "downstream", "away", "distance")
            ):
                votes.append(("Place", 1.2, "from"))
        case "to":
            if "from" in near[-5:-1] and not set(near[-5:-1]) & set(",;:.—–"):
                votes.append(("Place", 0.8, "from … to"))
            elif before in ("belong", "belongs", "belonged", "belonging"):
                votes.append(("Organisation", 1.2, "belongs to"))
            elif context.MOVED.intersection(near[-5:-1]):
                votes.append(("Place", 0.9, "moved to"))
            elif before in (
                "road",
                "close",
                "train",
                "flight",
                "ferry",
                "bus",
                "next",
                "north",
                "south",
                "east",
                "west",
            ):
                votes.append(("Place", 1.0, f"{before} to"))
        case "over" | "across" if determined and before in ("bridge", "bridges", "ferry", "dam"):
            votes.append(("Place", 1.2, f"{before} {word}"))
        case "between":
            if before in context.STRETCH:
                votes.append(("Place", 1.0, "between"))
        case "along" | "upriver" | "beyond" | "below" | "above" | "through":
            votes.append(("Place", 0.9 if word in ("along", "upriver") else 0.6, word))
        case "evacuated" | "flooded" | "inundated" | "ravaged" | "toward" | "towards":
            votes.append(("Place", 0.6 if determined else 0.9, word))
        case "on" | "onto" | "via":
            if before in context.POSTED or word == "via":
                votes.append(("Platform", 1.5 if before in context.POSTED else 0.6, "posted on"))
            elif before == "forum":
                votes.append(("Platform", 1.5, "forum"))
        case "by":
            if before in context.RUN_BY:
                votes.append(("Organisation", 1.3, "run by"))
        case _ if word in context.NEARBY and span.words[-1].lower() not in HEADS["Organisation"]:
            votes.append(("Place", 1.2, word))
        case "eating" | "ate" | "eaten" | "drinking" | "drank" | "consuming":
            votes.append(("Product", 1.5, word))
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
            if word == "of" and (before.isdigit() or (before == "," and len(near) > 2 and near[-3].isdigit())):
                votes.append(("Place", 1.5, "aged, of"))
            elif word == "for" and before in ("bound", "destined"):
                votes.append(("Place", 1.2, "bound for"))
            elif before in context.AREA and word == "of":
                votes.append(("Place", 1.5, f"{before} of"))
            elif before in context.MEMBER:
                votes.append(("Organisation", 1.1, "member of"))
            elif before in ("author", "captain", "skipper") and determined and word == "of":
                votes.append(("Vehicle", 0.7, "captain of"))
        case "itself" | "themselves" | "called" | "named" | "dubbed" | "as":
            if word != "as" or before == "known":
                kind = next((k for w in reversed(near[:-1]) if (k := kind_noun(w))), "")
                if kind:
                    votes.append((kind, 1.5, "named so"))
                elif several and word == "named":
                    votes.append(("Person", 0.8, "named so"))
        case _ if word.endswith("-based"):
            votes.append(
                ("Person" if several and span.words[0].lower() in given_names() else "Organisation", 1.3, "based")
            )
        case _ if word in ("'s", "’s"):
            if before in country_words() and span.words[-1].isupper() and len(span.words) == 1:
                votes.append(("Organisation", 0.9, "country's"))
        case ",":
            votes += _apposed(span, before, determined)
        case _ if word in context.TELLING:
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
        votes += _noun_before(span, word, before, near[-3] if len(near) > 2 else "")
    if word in SPEECH and word not in context.TELLING and not determined:
        votes.append(("Person", _human(span, sure=before in '"“”' and bool(before)) if several else 0.3, "said"))
    if word == "to" and before == "according":
        votes.append(("Organisation", 0.7, "according to"))
    if word == "by" and before in ("seen", "reported", "obtained", "reviewed") and span.article:
        votes.append(("Organisation", 1.4, "seen by"))
    if word == "forum":
        votes.append(("Platform", 1.0, "forum"))
    return votes


def _human(span: Span, *, sure: bool) -> float:
    """How strongly “X Y said” speaks for a person: more beside a quotation, less for acronyms and camel case."""
    plain = all(w[1:].islower() or "’" in w or "'" in w or "-" in w or len(w) == 2 for w in span.words)
    return (0.9 if sure else 0.7) if plain else 0.4


def is_acronym(word: str) -> bool:
    """Whether a word is all capitals, of two to six letters."""
    return word.isupper() and word.isalpha() and 2 <= len(word) <= 6


def _in(before: str, determined: bool) -> Vote:
    if before in context.MONEY:
        return ("Organisation", 1.2, "shares in")
    if before in context.FLAWS:
        return ("Product", 1.2, f"{before} in")
    return ("Place", 0.5 if determined else 1.0, "in")


def _apposed(span: Span, noun: str, determined: bool) -> list[Vote]:
    """“Its director, Henrik …,” and “the tug, the Havbjorn”."""
    kind = kind_noun(noun)
    if noun in context.HIRED and span.words[0].lower() not in given_names():
        return [("Organisation", 1.2, "apposed")]
    if kind == "Person" and len(span.words) < 2:
        return [("Person", 0.8, "apposed")]
    if not kind and noun in ("owner", "owners", "operator", "chief", "head", "boss"):
        return [("Organisation" if len(span.words) == 1 else "Person", 0.8, "apposed")]
    return [(kind, 1.5 if kind == "Person" or determined else 1.2, "apposed")] if kind else []


def _noun_before(span: Span, word: str, before: str, of: str = "") -> list[Vote]:
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


def _right(span: Span, right: list[str], left: list[str]) -> list[Vote]:
    if not right:
        return []
    votes: list[Vote] = []
    several = len(span.words) > 1
    determined = bool(left) and left[-1].lower() in context.DETERMINERS
    word, after = right[0], right[1] if len(right) > 1 else ""
    third = right[2].lower() if len(right) > 2 else ""
    subject = not left or left[-1].lower() not in context.BEFORE_OBJECT
    quoted = bool(left) and left[-1] in '"“”'
    if word in ("'s", "’s"):
        owned = third if after in ("own", "chief", "former", "new", "late", "ticketing", "internal") else after
        if owned in VEHICLE_NOUNS and (
            left[-1:] in (["the"], ["The"]) or owned in ("crew", "hull", "wreck", "manifest")
        ):
            votes.append(("Vehicle", 1.3, f"its {owned}"))
        elif owned in context.TOWNS_OWN or (
            owned in ("main", "town", "old", "city", "northern", "southern") and not determined
        ):
            votes.append(("Place", 1.0, f"its {owned}"))
        elif owned in ORGANISATION_NOUNS or owned == "executive":
            votes.append(("Organisation", 0.9, f"its {owned}"))
    elif word in ("app", "platform") and determined and after not in ("users", "data"):
        votes.append(("Platform", 1.0, f"{word} after"))
    elif after in context.AFTER_PLACES and determined and word.islower() and word not in OPENERS:
        votes.append(("Place", 0.9, f"{after} after"))
    elif word in ORGANISATION_NOUNS and span.words[-1][-1] != ".":
        votes.append(("Organisation", 1.0, f"{word} of"))
    elif word in ("channel", "channels", "post", "posts", "account", "users", "groups", "page") and not several:
        votes.append(("Platform", 0.6, word))
    elif word in ("ransomware", "malware", "extortion", "hacking") and after in context.CREWS:
        votes.append(("Organisation", 2.0, f"{after} after"))
    elif word.islower() and context.AFTER_NAME.get(after) == "Product" and not determined:
        votes.append(("Product", 2.0, f"{after} after"))  # "X soft cheese"
    elif word in context.AFTER_NAME:
        votes.append((context.AFTER_NAME[word], 0.9, f"{word} after"))
    elif word in VEHICLE_VERBS and left[-1:] in (["the"], ["The"]):
        votes.append(("Vehicle", 1.2, word))
    elif word in SPEECH and not subject:
        pass  # "a spokesman for X said"
    elif word in SPEECH:
        if several:
            votes.append(("Person", _human(span, sure=quoted), "says"))
        else:
            votes.append(("Organisation", 0.9 if determined and is_acronym(span.words[0]) else 0.3, "says"))
    elif word in context.HUMAN_VERBS and several and not determined and subject:
        votes.append(("Person", _human(span, sure=True), word))
    elif word in context.RIVERS_DO and determined and not several:
        votes.append(("Place", 1.2, f"it {word}"))
    elif word in ("was", "were", "is", "remained") and after in context.CUT_OFF and not determined:
        votes.append(("Place", 1.0, f"was {after}"))
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
    if after.isdigit() and len(after) <= 2 and third in (",", ".", ")", "and", "of", "from", "who", ""):
        return [("Person", 2.0 if third in (",", "of") or several else 0.9, "age")]
    if after in SPEECH and third in context.CLAIMS and several:
        return [("Person", 1.5, "said he")]
    if after == "its" and any(kind_noun(w.lower()) == "Person" for w in right[2:4]):
        return []  # "X, its president, Y": whose, the sentence does not say
    if after in ("a", "an", "the", "its", "one", "another", "formerly", "now", "former", "acting", "senior"):
        return _described(right[2:], 1.6)
    if after and kind_noun(after) == "Person" and several:
        return [("Person", 1.2, "role after")]
    return _described(right[1:], 0.9) if after not in OPENERS else []


def _described(words: list[str], weight: float) -> list[Vote]:
    """The class that a describing phrase ends in: “a Trondheim company”."""
    phrase: list[str] = []
    for word in words:
        if phrase and word in ("'s", "’s"):
            phrase = []  # "the firm's owner": whose, then what
            continue
        if word.lower() in context.BREAKS or not word[0].isalnum():
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
    if any(word.lower() in SPEECH for word in (*phrase[1:], *words[len(phrase) : len(phrase) + 1])):
        return []  # "the suburb of X, the ministry said": who speaks, not what X is
    noun = next((w for w in reversed(phrase[-3:]) if kind_noun(w) or kind_noun(w.lower()) == "Person"), "").lower()
    if noun == "official" and phrase[-1].lower() not in ("official", "officials"):
        return []  # "the official figure"
    return [(kind_noun(noun), weight, f"described as {noun}")] if noun else []
