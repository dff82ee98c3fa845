"""Capitalised words, and the stretches of them that may be names."""

import re
import sys
from dataclasses import dataclass, field

from incident_graph.names.gazetteer import given_names, words
from incident_graph.names.mention import Vote

_UPPER = "".join(chr(c) for c in range(sys.maxunicode // 64) if chr(c).isupper() and not chr(c).isascii())
_U = f"A-Z{_UPPER}"
TOKEN = re.compile(
    rf"(?<![\w@#])(?:(?:[{_U}]\.){{2,}}|[{_U}]\.(?=\s?[{_U}])|[{_U}]\.(?=[,;’']|\s[a-z(])"
    rf"|[{_U}](?:\w|[’'](?=[{_U}])|[‑-](?=\w)|&(?=[{_U}])|\.(?=com\b|io\b|net\b|org\b))*+"
    rf"|[a-z]{{1,2}}[{_U}]\w+|\d+[{_U}][a-z]\w+|\d{{1,2}}chan\b|8kun\b|al-(?=[{_U}])\w+)"
)
_LOWER = re.compile(r"(?<![\w’'@#/.-])[a-z]{2,}(?![\w@/])")
_DATELINED = re.compile(r"[A-Z][^a-z\n]{2,40}(?:, [\w. ]{2,30})?(?: \([\w ./]{2,30}\))? [—–-]{1,2} $")
_PATH = re.compile(r"(?:[./]\S*|/\S+)/$|\s/$")
_OPENING_QUOTE = "\"“‘«'"


@dataclass(slots=True)
class Span:
    """A stretch that may be a name. ``weak``: its capital letter may only be that of a sentence's first word."""

    start: int
    end: int
    words: list[str]
    weak: bool = False
    article: bool = False  # "The" stands before it in the middle of a sentence
    role: bool = False  # a title or role stands before it
    votes: list[Vote] = field(default_factory=list)
    sentence: int = -1

    @property
    def last(self) -> str:
        """The last word, in lower case."""
        return self.words[-1].lower()


@dataclass(slots=True)
class Token:
    """A capitalised word."""

    start: int
    end: int
    word: str
    low: str
    opens: bool  # first word of the sentence, of a quotation, or after a colon


def lower_words(text: str) -> set[str]:
    """All words that a text writes in lower case."""
    return set(_LOWER.findall(text))


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The capitalised words of ``text[start:end]``, without those of web addresses and party labels."""
    found: list[Token] = []
    for match in TOKEN.finditer(text, start, end):
        if text[match.start() - 1 : match.start()] == "/" and _PATH.search(
            text, max(start, match.start() - 80), match.start()
        ):
            continue
        if match[0][1:2] == "-" and match[0][0] in "DRI" and text[match.start() - 1] == "(":
            continue  # a politician's party and state: "(D-Ohio)"
        before = text[max(start, match.start() - 2) : match.start()]
        bare = before.rstrip()
        opens = not text[start : match.start()].strip(" \t\n\"'“‘«(•*-–—[") if match.start() - start < 6 else False
        opens = opens or (
            bool(bare) and ((bare[-1] in _OPENING_QUOTE and not before[-1:].isspace()) or bare[-1] in ":•")
        )
        if len(found) < 4 and bare[-1:] in ("–", "—", "-"):
            opens = opens or _DATELINED.match(text, start, match.start()) is not None
        word = match[0]
        found.append(Token(match.start(), match.end(), word, word.lower().replace("‑", "-").rstrip("."), opens))
    return found


def is_never(token: Token, before: Token | None) -> bool:
    """Whether a word is never part of a name; months that are also names of people are, after a given name or title."""
    if token.low in words("names-or-months"):
        return before is not None and before.low not in given_names() and before.low not in words("titles")
    return token.low in words("never-names")


def is_hyphenated(token: Token) -> bool:
    """Whether only the first part of a token is a name: "Oslo-based"."""
    parts = re.split(r"[‑-]", token.word)
    return any(part[:1].islower() for part in parts[1:]) and parts[0].lower() not in ("al", "el")
