"""The answer of a language model as proposals, whatever it is wrapped in."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_THINKING = re.compile(r"<think(?:ing)?>.*?</think(?:ing)?>", re.DOTALL | re.IGNORECASE)
_OPENING = re.compile(r"[{\[]")
_TRIES = 100
_TEXTS = ("question", "value", "quote", "prefix", "suffix", "stance", "hedge", "speaker")


@dataclass(frozen=True)
class Proposal:
    """One claim as a model gave it; nothing of it is believed yet. Missing members are ""."""

    question: str = ""
    value: str = ""
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    stance: str = ""
    hedge: str = ""
    speaker: str = ""


def read_answer(words: str) -> tuple[list[Proposal], list[str]]:
    """The proposals of an answer, in order, and in words what of it could not be read.

    The answer is a JSON object with a list ``claims``, or that list; prose, a code fence or a train of thought may
    surround it.

    >>> found, wrong = read_answer('Here you are: {"claims": [{"question": "met", "value": true, "quote": "met"}, 7]}')
    >>> found[0].question, found[0].value, found[0].speaker, wrong
    ('met', 'yes', '', ['a claim that is no object'])
    >>> read_answer('{"claims": [')
    ([], ['the answer is not JSON'])
    """
    if not words.strip():
        return [], ["the answer is empty"]
    data = _json(_THINKING.sub(" ", words))
    rows = data.get("claims") if isinstance(data, dict) else data
    if not isinstance(rows, list):
        return [], ["the answer is not JSON" if data is None else "the answer has no list of claims"]
    found, wrong = [], []
    for row in rows:
        if isinstance(row, dict):
            found.append(Proposal(**{name: _text(row.get(name)) for name in _TEXTS}))
        else:
            wrong.append("a claim that is no object")
    return found, wrong


def _json(words: str) -> Any:
    """The first JSON object or list that looks like an answer, ``None`` when there is none."""
    other: Any = None
    for value in _values(words):
        if isinstance(value, dict) and "claims" in value:
            return value
        if isinstance(value, list) and all(isinstance(row, dict) and "quote" in row for row in value):
            return value
        other = value if other is None else other
    return other


def _values(words: str) -> Iterator[Any]:
    """Every JSON object or list of a text that is not within another, in order, as far as there is hope of one."""
    decoder = json.JSONDecoder()
    at = 0
    for _ in range(_TRIES):
        opening = _OPENING.search(words, at)
        if opening is None:
            return
        try:
            value, at = decoder.raw_decode(words, opening.start())
            yield value
        except (ValueError, RecursionError):
            at = opening.end()


def _text(value: object) -> str:
    """A member as words: ``null`` is nothing, a truth value yes or no, a number its digits; anything else nothing."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (str, int, float)):
        return str(value).strip()
    return ""
