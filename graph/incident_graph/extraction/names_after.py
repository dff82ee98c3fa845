"""What the words after a name say of its class, as weighted votes."""

import re
from dataclasses import dataclass

from incident_graph.extraction import names_context as context
from incident_graph.extraction.names_before import speaker_weight
from incident_graph.extraction.names_nouns import kind_noun
from incident_graph.extraction.names_tokens import Span
from incident_graph.extraction.names_votes import Vote
from incident_graph.extraction.names_words import (
    OPENERS,
    ORGANISATION_NOUNS,
    ORGANISATION_VERBS,
    SPEECH,
    VEHICLE_NOUNS,
    VEHICLE_VERBS,
)

_A_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class WordsAfter:
    """The words after a name, the first two in lower case, and those before it."""

    span: Span
    words: list[str]
    left: list[str]

    @property
    def word(self) -> str:
        """The nearest word."""
        return self.words[0]

    @property
    def second(self) -> str:
        """The word after the nearest."""
        return self.words[1] if len(self.words) > 1 else ""

    @property
    def third(self) -> str:
        """The third word, in lower case."""
        return self.words[2].lower() if len(self.words) > 2 else ""

    @property
    def several(self) -> bool:
        """Whether the name has more than one word."""
        return len(self.span.words) > 1

    @property
    def determined(self) -> bool:
        """Whether a determiner stands before the name."""
        return bool(self.left) and self.left[-1].lower() in context.DETERMINERS

    @property
    def with_the(self) -> bool:
        """Whether "the" stands before the name."""
        return self.left[-1:] in (["the"], ["The"])

    @property
    def subject(self) -> bool:
        """Whether a verb after the name says what it does, as not in "a spokesman for X said"."""
        return not self.left or self.left[-1].lower() not in context.BEFORE_OBJECT

    @property
    def quoted(self) -> bool:
        """Whether a quotation ends before the name."""
        return bool(self.left) and self.left[-1] in '"“”'


def votes_after(span: Span, right: list[str], left: list[str]) -> list[Vote]:
    """Votes from the words to the right of a name, by the first rule that applies; ``left``: those before it."""
    if not right:
        return []
    after = WordsAfter(span, right, left)
    if after.word in ("'s", "’s"):
        return _owns(after)
    return _noun(after) or _verb(after) or _being(after) or _comma(after) or _year(after)


def _owns(after: WordsAfter) -> list[Vote]:
    """ "the X's crew", "X's residents", "X's spokeswoman"."""
    passed_over = after.second in ("own", "chief", "former", "new", "late", "ticketing", "internal")
    owned = after.third if passed_over else after.second
    if owned in VEHICLE_NOUNS and (after.with_the or owned in ("crew", "hull", "wreck", "manifest")):
        return [("Vehicle", 1.3, f"its {owned}")]
    part = owned in ("main", "town", "old", "city", "northern", "southern")
    if owned in context.TOWNS_OWN or (part and not after.determined):
        return [("Place", 1.0, f"its {owned}")]
    if owned in ORGANISATION_NOUNS or owned == "executive":
        return [("Organisation", 0.9, f"its {owned}")]
    return []


def _noun(after: WordsAfter) -> list[Vote]:
    """ "the X app", "the X river bridge", "X spokesman", "X users", "X ransomware gang", "X soft cheese"."""
    word, second = after.word, after.second
    if word in ("app", "platform") and after.determined and second not in ("users", "data"):
        return [("Platform", 1.0, f"{word} after")]
    if second in context.AFTER_PLACES and after.determined and word.islower() and word not in OPENERS:
        return [("Place", 0.9, f"{second} after")]
    if word in ORGANISATION_NOUNS and after.span.words[-1][-1] != ".":
        return [("Organisation", 1.0, f"{word} of")]
    if word in ("channel", "channels", "post", "posts", "account", "users", "groups", "page") and not after.several:
        return [("Platform", 0.6, word)]
    if word in ("ransomware", "malware", "extortion", "hacking") and second in context.CREWS:
        return [("Organisation", 2.0, f"{second} after")]
    if word.islower() and context.AFTER_NAME.get(second) == "Product" and not after.determined:
        return [("Product", 2.0, f"{second} after")]
    if word in context.AFTER_NAME:
        return [(context.AFTER_NAME[word], 0.9, f"{word} after")]
    return []


def _verb(after: WordsAfter) -> list[Vote]:
    """ "the X capsized", "X said", "X Y recalls", "the X burst", "X was flooded", "X announced"."""
    word, second = after.word, after.second
    if word in VEHICLE_VERBS and after.with_the:
        return [("Vehicle", 1.2, word)]
    if word in SPEECH:
        return _says(after) if after.subject else []
    if word in context.HUMAN_VERBS and after.several and not after.determined and after.subject:
        return [("Person", speaker_weight(after.span, sure=True), word)]
    if word in context.RIVERS_DO and after.determined and not after.several:
        return [("Place", 1.2, f"it {word}")]
    if word in ("was", "were", "is", "remained") and second in context.CUT_OFF and not after.determined:
        return [("Place", 1.0, f"was {second}")]
    if word in ORGANISATION_VERBS:
        return [("Organisation", 0.8, f"it {word}")]
    return []


def _says(after: WordsAfter) -> list[Vote]:
    """ "X Y said", "the NVE said"."""
    if after.several:
        return [("Person", speaker_weight(after.span, sure=after.quoted), "says")]
    body = after.determined and _is_acronym(after.span.words[0])
    return [("Organisation", 0.9 if body else 0.3, "says")]


def _is_acronym(word: str) -> bool:
    """Whether a word is all capitals, of two to six letters."""
    return word.isupper() and word.isalpha() and 2 <= len(word) <= 6


def _being(after: WordsAfter) -> list[Vote]:
    """ "X is a Trondheim company", "X was founded"."""
    word, second = after.word, after.second
    if word in ("is", "was", "are", "were", "has") and second in ("a", "an", "the", "one", "been"):
        return _described(after.words[2:], 1.2)
    if word in ("was", "were", "is") and second in ("owned", "bought", "fined", "founded", "acquired", "sold"):
        return [("Organisation", 0.8, f"was {second}")]
    return []


def _comma(after: WordsAfter) -> list[Vote]:
    return _relative(after.words, after.second, after.third, after.several) if after.word == "," else []


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


def _year(after: WordsAfter) -> list[Vote]:
    """ "X (2019)" and nothing before it: an event."""
    in_brackets = after.word == "(" and after.third == ")" and _A_YEAR.fullmatch(after.second)
    return [("Event", 1.5, "event (year)")] if in_brackets and not after.left else []
