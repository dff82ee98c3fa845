"""Assertion: whether what is told is said to be so, not to be so, perhaps so, or not to be known.

It is read from the tree. From the words of an answer one climbs from governor to governor; a rule counts where it
governs what one comes from, and the climb ends at relative clauses, adverbial clauses, embedded questions and
conjuncts, for what stands there is not held by what stands above.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from incident_graph.annotators.climbing import climb
from incident_graph.annotators.flat import effects_without_tree
from incident_graph.annotators.scope import Effect, Scope
from incident_graph.model.claim import Certainty, Stance
from incident_graph.text.document import Document
from incident_graph.text.tree import Token, Tree


class Mood(Enum):
    """In which mood something is told."""

    STATED = "stated"
    ASKED = "asked"
    CONDITIONAL = "conditional"
    DEMANDED = "demanded"
    INTENDED = "intended"
    FEARED = "feared"
    CHARGED = "charged"


@dataclass(frozen=True)
class Assertion:
    """How something is told: its stance, the hedging words as written, its mood, and the rules that say so."""

    stance: Stance = Stance.ASSERTS
    hedge: str = ""
    mood: Mood = Mood.STATED
    rules: tuple[str, ...] = ()

    @property
    def certainty(self) -> Certainty:
        """Hedged where there are hedging words."""
        return Certainty.HEDGED if self.hedge else Certainty.PLAIN

    @property
    def denied(self) -> bool:
        """Whether it is said not to be so."""
        return self.stance is Stance.DENIES


#: What an operator makes of a stance, read from the innermost operator outwards.
_TURNS = {
    "denies": {
        Stance.ASSERTS: Stance.DENIES,
        Stance.DENIES: Stance.ASSERTS,
        Stance.NO_EVIDENCE: Stance.UNKNOWN,
        Stance.UNKNOWN: Stance.UNKNOWN,
    },
    "no-evidence": {
        Stance.ASSERTS: Stance.NO_EVIDENCE,
        Stance.DENIES: Stance.ASSERTS,
        Stance.NO_EVIDENCE: Stance.NO_EVIDENCE,
        Stance.UNKNOWN: Stance.UNKNOWN,
    },
}
_HEDGES = frozenset({"hedges", "charges", "fears"})
_MOODS = {
    "charges": Mood.CHARGED,
    "fears": Mood.FEARED,
    "demands": Mood.DEMANDED,
    "conditional": Mood.CONDITIONAL,
    "intends": Mood.INTENDED,
    "unknown": Mood.ASKED,
}
#: Of two words of a claim that are said in different ways, the way that counts.
_RANK = (Stance.NO_EVIDENCE, Stance.UNKNOWN, Stance.DENIES, Stance.ASSERTS)


#: An answer of more words is a clause of its own: what its last word hangs on is within it.
_FEW = 4


def assertion_of(
    document: Document,
    start: int,
    end: int,
    span: tuple[int, int] | None = None,
    *,
    whole: bool = False,
    inside: bool = False,
    bare: bool = False,
) -> Assertion:
    """How the answer at ``start``..``end`` of a parsed document is told; offsets are code points of the account's text.

    ``span`` covers the answer and the words that make it one: what is said of their predicate is said of the answer;
    without it the nearest verb is the predicate. ``whole``: a denial inside the answer's words is part of what they
    mean; ``inside``: it denies them. ``bare``: a number that no predicate picks out, which only a denial that there
    are so many denies. Where the text is not parsed, the rules' words just before the answer decide.

    >>> from incident_graph.accounts import Account
    >>> from incident_graph.text.documents import read_document
    >>> from incident_graph.text.parsing import parse
    >>> text = "The mayor denied that a dismissed clerk had set fires that killed two."
    >>> (document,) = parse([read_document(Account("0" * 64, "a.txt", text))])
    >>> for words in ("clerk", "two"):
    ...     place = text.index(words)
    ...     print(words, assertion_of(document, place, place + len(words)).stance.value)
    clerk Denies
    two Asserts
    """
    tree = document.tree
    top = tree.top(start, end)
    if top is None:
        return _folded(document, effects_without_tree(document, start, end))
    scope = _scope(tree, top, start, end, span, whole=whole, inside=inside, bare=bare)
    readings = [_folded(document, climb(tree, token, scope)) for token in scope.starts]
    stance = min((r.stance for r in readings), key=_RANK.index)
    hedges = dict.fromkeys(word for r in readings[: 1 if inside else None] for word in r.hedge.split("; ") if word)
    return Assertion(
        stance,
        "; ".join(hedges),
        next((r.mood for r in readings if r.mood is not Mood.STATED), Mood.STATED),
        tuple(dict.fromkeys(rule for r in readings for rule in r.rules)),
    )


def stance_of(document: Document, token: Token) -> Stance:
    """The stance of a token itself: of a verb, whether what it tells is said to be so; its own denial counts."""
    scope = Scope((token,), (token.start, token.end), inside=True)
    return _folded(document, climb(document.tree, token, scope)).stance


def _scope(
    tree: Tree,
    top: Token,
    start: int,
    end: int,
    span: tuple[int, int] | None,
    *,
    whole: bool,
    inside: bool,
    bare: bool,
) -> Scope:
    """From where to climb: the answer's head, and the verbs of the cue at the far ends of the span."""
    low, high = span or (start, end)
    anchors: list[Token] = []
    if low < start:
        anchors += _content(tree.within(low, start))[:1]
    if high > end:
        anchors += _content(tree.within(end, high))[-1:]
    clause = set(_clause(tree, top))
    anchors = [t for t in anchors if t.pos == "VERB" and not clause.isdisjoint(_clause(tree, t))]
    starts = [top, *anchors]
    if whole or inside:
        words = _content(tree.within(start, end))
        starts += ([*words[:1], *words[-1:]] if inside else words[-1:]) if len(words) <= _FEW else []
    return Scope(
        starts=tuple({t.i: t for t in starts}.values()),
        value=(start, end),
        span=None if span is None and not bare else (low, high),
        own=frozenset() if whole or inside else frozenset(t.i for t in (*anchors, top)),
        inside=inside,
        bare=bare,
        whole=whole,
        figure=top.pos == "NUM" or any(t.pos == "NUM" for t in tree.within(start, end)),
    )


def _clause(tree: Tree, token: Token) -> Iterator[int]:
    """A token and what governs it, up to where another clause is joined on."""
    yield token.i
    for above in tree.ancestors(token):
        if token.dep in ("relcl", "advcl", "parataxis") or (token.dep == "conj" and token.pos in ("VERB", "AUX")):
            return
        yield above.i
        token = above


def _content(tokens: Iterable[Token]) -> list[Token]:
    return [t for t in tokens if t.pos in ("VERB", "NOUN", "ADJ", "PROPN")]


def _folded(document: Document, effects: Iterable[Effect]) -> Assertion:
    stance, mood = Stance.ASSERTS, Mood.STATED
    hedges: list[tuple[int, int]] = []
    rules: list[str] = []
    for effect in effects:
        rules.append(effect.rule)
        if effect.does in _TURNS:
            stance = _TURNS[effect.does][stance]
            hedges = []  # "rejected suggestions that", "no reason to believe": the doubt is what is denied
        elif effect.does == "unknown":
            stance = Stance.UNKNOWN
        if effect.does in _HEDGES:
            hedges.append((effect.start, effect.end))
        if mood is Mood.STATED:
            mood = _MOODS.get(effect.does, mood)
    words = (" ".join(document.account.text[a:b].split()) for a, b in sorted(hedges))
    return Assertion(stance, "; ".join(dict.fromkeys(words)), mood, tuple(rules))
