"""The cue language: how a profile says, in Turtle, which wording answers a question.

A cue is words in order, matched without regard to case, hyphens or the shape of quotation marks, and in American
spelling, too:

    word           that word                          data centre
    word~          any inflected form                 leak~ (leak, leaks, leaked, leaking)
    a|b_c          one of several, ``_`` for a space  for_sale|on_sale
    (…)?           may be missing                     offered (for_sale)? on
    word*          any word that begins so            anonymi*
    @class         a word of that class, in any form  @vessel sank (ontology/words.ttl)
    ...            up to six words in between         breach~ ... originate~
    , ' "          nothing: they may stand anywhere   founder , {value}
    {value}        where the answer stands            offer~ ... on {value}

Words that say nothing by themselves (``LIGHT_WORDS``: articles, forms of "be" and "have", "also", "still") may stand
between any two words of a cue.

Without ``{value}`` the match itself is the answer (a yes, or the kind whose label it is).
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from typing import NamedTuple

from incident_graph.errors import ProfileError
from incident_graph.profile.anchors import Anchor
from incident_graph.profile.inflection import forms
from incident_graph.profile.spelling import spellings
from incident_graph.profile.word_classes import spelt_out_token

#: Between two words of a cue: anything that is neither a word nor the end of a clause.
GAP = r"[^\w.;:()!?\n]+"
#: Words that say nothing by themselves: up to three may stand between any two words of a cue.
LIGHT_WORDS = frozenset(
    """a an the its their his her our these those is are was were be been being has have had having also now still
    already since then only just even later""".split()
)
#: From one word of a cue to the next.
NEXT = rf"{GAP}(?:(?:{'|'.join(sorted(LIGHT_WORDS))}){GAP}){{0,3}}?"
#: Up to six words in between, without leaving the clause.
SKIP = rf"(?:{GAP}\w(?:[\w'’-]|[.,](?=\d))*){{0,6}}?{GAP}"

_TOKEN = re.compile(r"\{value\}|\.\.\.|…|\(|\)\?|[^\s()]+")


@dataclass(frozen=True)
class Cue:
    """A cue. ``loose_left``/``loose_right`` say that words may stand between its sides and the value; ``anchors`` are
    sets of words of which one each must be in a sentence for the cue to match at all. The patterns are compiled when
    they are first asked for."""

    source: str
    left_regex: str
    right_regex: str
    has_slot: bool
    loose_left: bool = False
    loose_right: bool = False
    anchors: tuple[Anchor, ...] = field(default=(), repr=False)

    @cached_property
    def left(self) -> re.Pattern[str] | None:
        """The stretch before ``{value}``, or the whole of a cue without one; ``None`` when there is nothing."""
        return re.compile(self.left_regex, re.IGNORECASE) if self.left_regex else None

    @cached_property
    def right(self) -> re.Pattern[str] | None:
        """The stretch after ``{value}``, or ``None``."""
        return re.compile(self.right_regex, re.IGNORECASE) if self.right_regex else None

    def could_match(self, words: Collection[str]) -> bool:
        """Whether a sentence of these words (see ``words_of``) could match: cheap, never wrong when it says no."""
        return all(anchor.met_by(words) for anchor in self.anchors)


def _word(token: str) -> tuple[str, Anchor | None]:
    """Regex of one token, and the words it may begin with; ``None`` where one of its options has no word."""
    options: list[str] = []
    openings: list[str] = []
    begun: list[str] = []
    for option in dict.fromkeys(s for o in spelt_out_token(token).split("|") for s in spellings(o)):
        parts = []
        for n, word in enumerate(option.split("_")):
            first: list[str] = []
            if word.endswith("~"):
                variants = forms(word[:-1].lower())
                parts.append("(?:" + "|".join(sorted(map(re.escape, variants), key=len, reverse=True)) + ")")
                first = list(variants)
            elif word.endswith("*"):
                parts.append(re.escape(word[:-1]) + r"\w*")
                begun += [word[:-1]] if n == 0 else []
            else:
                pieces = word.split("-")
                parts.append(r"[\s-]?".join(map(re.escape, pieces)))
                first = ["".join(pieces[:k]) for k in range(1, len(pieces) + 1)]
            openings += first if n == 0 else []
        options.append(r"[\s-]+".join(parts))
    return "(?:" + "|".join(options) + ")", Anchor.of(openings, begun=begun)


def _side(tokens: list[str], source: str) -> tuple[str, list[Anchor]]:
    """Regex of the tokens on one side of the value (empty when there are none), and the anchors they demand."""
    out, anchors, depth, glue, leading = "", list[Anchor](), 0, "", False
    for token in tokens:
        if token in ("...", "…"):
            glue = SKIP
        elif token == "(":
            leading = not out
            out += f"(?:{glue if out else ''}"
            depth, glue = depth + 1, ""
        elif not re.search(r"\w", token) and token != ")?":
            continue  # a comma: whatever stands between two words may hold one
        elif token == ")?":
            if not depth:
                raise ProfileError(f"cue “{source}”: “)?” without “(”")
            out += f"{NEXT})?" if leading else ")?"
            depth, glue = depth - 1, "" if leading else NEXT
        else:
            regex, anchor = _word(token)
            out += glue + rf"(?<!\w){regex}(?!\w)"
            glue = NEXT
            if not depth and anchor is not None:
                anchors.append(anchor)
    if depth:
        raise ProfileError(f"cue “{source}”: “(” without “)?”")
    return (rf"(?<![\w-]){out}(?![\w-])" if out else ""), anchors


@lru_cache(maxsize=4096)
def compile_cue(source: str) -> Cue:
    """The cue that ``source`` writes down.

    >>> compile_cue("offer~ (for_sale)? on {value}").left.search("It was offered for sale on Trove").group()
    'offered for sale on'
    >>> compile_cue("anonymi*").left.search("the rows were de-identified") is None
    True
    >>> compile_cue("offer~ (on {value}")
    Traceback (most recent call last):
    incident_graph.errors.ProfileError: cue “offer~ (on {value}”: “(” without “)?”
    """
    tokens = _TOKEN.findall(source)
    if not tokens or tokens == ["..."]:
        raise ProfileError(f"cue “{source}” is empty", hint="write at least one word, or {value}")
    if tokens.count("{value}") > 1:
        raise ProfileError(f"cue “{source}” has more than one {{value}}")
    if "{value}" not in tokens:
        pattern, anchors = _side(tokens, source)
        return Cue(source, pattern, "", False, anchors=tuple(anchors))
    at = tokens.index("{value}")
    before, after = tokens[:at], tokens[at + 1 :]
    loose_left, loose_right = before[-1:] in (["..."], ["…"]), after[:1] in (["..."], ["…"])
    left, left_anchors = _side(before[:-1] if loose_left else before, source)
    right, right_anchors = _side(after[1:] if loose_right else after, source)
    return Cue(source, left, right, True, loose_left, loose_right, tuple(left_anchors + right_anchors))


class Label(NamedTuple):
    """A kind's label: its regex, and the anchors it needs (see ``Cue``). ``words``: of a label that is words and no
    more, those that may stand in each place, in lower case; such a label needs no regex."""

    regex: str
    anchors: tuple[Anchor, ...]
    words: tuple[frozenset[str], ...] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The regex, compiled when it is first asked for."""
        return _compiled(self.regex)


_compiled = lru_cache(maxsize=1 << 14)(partial(re.compile, flags=re.IGNORECASE))


@lru_cache(maxsize=1 << 14)
def compile_label(label: str) -> Label:
    """What a kind's label finds: it is written in the cue language, and its last word may stand in any number.

    >>> bool(compile_label("dark web market|marketplace").pattern.fullmatch("dark-web marketplaces"))
    True
    >>> bool(compile_label("passport (number)?").pattern.fullmatch("passports"))
    True
    """
    tokens = _TOKEN.findall(label)
    last = {len(tokens) - 1}
    if tokens and tokens[-1] == ")?":  # the head may be the last word in the brackets or the one before them
        last = {len(tokens) - 2, tokens.index("(") - 1}
    for n in last & set(range(len(tokens))):
        tokens[n] = "|".join(o if o.endswith(("~", "*")) or o[:1] == "@" else _plural(o) for o in tokens[n].split("|"))
    regex, anchors = _side(tokens, label)
    if not regex:
        raise ProfileError("a label is empty")
    return Label(regex, tuple(anchors), _plain_words(tokens))


_PLAIN = re.compile(r"[a-z0-9]+")


def _plain_words(tokens: Iterable[str]) -> tuple[frozenset[str], ...] | None:
    """The words that may stand in each place, in lower case; ``None`` where a token is more than a list of words.

    >>> [sorted(words) for words in _plain_words(["leak~", "list|lists"])], _plain_words(["e-mail"])
    ([['leak', 'leaked', 'leaking', 'leaks'], ['list', 'lists']], None)
    """
    places = []
    for token in tokens:
        if token in ("...", "…", "(", ")?"):
            return None
        if not re.search(r"\w", token):
            continue  # a comma may stand anywhere
        options = [s for o in spelt_out_token(token).split("|") for s in spellings(o)]
        words = [w for o in options for w in (forms(o[:-1].lower()) if o.endswith("~") else (o.lower(),))]
        if not all(map(_PLAIN.fullmatch, words)):
            return None
        places.append(frozenset(words))
    return tuple(places)


def _plural(word: str) -> str:
    head = word.split("_")[-1]
    if head.endswith("y") and not re.search(r"[aeiou]y$", head):
        return f"{word}|{word[:-1]}ies"
    return f"{word}|{word}es" if re.search(r"(s|x|ch|sh)$", head) else f"{word}|{word}s"


def wordings(label: str, limit: int = 12) -> tuple[str, ...]:
    """A kind's label written out as plain words, for people to read: at most ``limit``, none for an open pattern.

    >>> wordings("dark-web|darknet market|forum")
    ('dark-web market', 'dark-web forum', 'darknet market', 'darknet forum')
    >>> wordings("anonymi*"), wordings("lost ... laptop")
    ((), ())
    """
    if "..." in label or "…" in label or "*" in label or "(" in label:
        return ()
    out = [""]
    for token in label.split():
        options = [option.rstrip("~").replace("_", " ") for option in token.split("|")]
        out = [f"{head} {option}".strip() for head in out for option in options]
    return tuple(out[:limit])
