"""Broken parses: verbs of saying that the parse takes for something else, found by the order of the words."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from incident_graph.annotators.lexicon import Verb, nouns
from incident_graph.annotators.mentions import may_speak
from incident_graph.annotators.stretches import trimmed
from incident_graph.annotators.subjects import FINITE, SUBJECTS
from incident_graph.text.tree import Token, Tree

#: Words of the phrase that names who says it, at the most.
_LONGEST = 12
_ENDS = frozenset({".", ";"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP", "PART", "NUM", "PRON", "ADV"})


class Told(NamedTuple):
    """Who says which stretch."""

    speaker: Token
    said: tuple[int, int]
    rule: str


def closing(tree: Tree, token: Token, lexicon: Mapping[str, Verb]) -> Told | None:
    """A verb of saying without an object that closes a clause behind a noun phrase: "…, the harbour log shows." """
    verb = lexicon.get(token.lemma)
    if verb is None or not verb.clause or token.tag not in ("VBZ", "VBD", "VBP", "NNS") or not _is_last(tree, token):
        return None
    start = _start(tree, token)
    comma = next(
        (i for i in range(token.i - 1, max(start, token.i - _LONGEST - 1), -1) if tree.tokens[i].text == ","), 0
    )
    if not comma or _is_parsed(tree, token, comma):
        return None
    phrase = tree.tokens[comma + 1 : token.i]
    if not _names(phrase, token) or not any(t.tag in FINITE for t in tree.tokens[start:comma]):
        return None
    speaker, said = _head(phrase), trimmed(tree, start, comma - 1)
    if speaker is None or said is None or not may_speak(tree, speaker, weak=True):
        return None
    return Told(speaker, said, "closing")


def _is_parsed(tree: Tree, token: Token, comma: int) -> bool:
    """Whether the parse has what such a verb says, or a subject of its own behind the comma."""
    if token.dep == "parataxis" or tree.child(token.i, "ccomp", "parataxis") is not None:
        return True
    own = tree.child(token.i, *SUBJECTS)
    return own is not None and own.i > comma and token.dep != "conj"


def _names(phrase: Sequence[Token], verb: Token) -> bool:
    """Whether words are one noun phrase; before what is tagged as a noun itself, one with "the"."""
    if not phrase or any(t.pos not in _PHRASE for t in phrase):
        return False
    return phrase[0].lemma == "the" if verb.tag == "NNS" else phrase[0].pos in ("DET", "PROPN", "NOUN")


def _is_last(tree: Tree, token: Token) -> bool:
    return token.i + 1 < len(tree.tokens) and tree.tokens[token.i + 1].text in _ENDS


def _start(tree: Tree, token: Token) -> int:
    """Where the clause begins that a verb closes: behind a semicolon, or with its sentence."""
    first = tree.of_sentence(token.sentence)[0].i
    return max([first, *(t.i + 1 for t in tree.tokens[first : token.i] if t.text == ";")])


def _head(phrase: Sequence[Token]) -> Token | None:
    """The last noun of the first phrase: of "the log of the guild" the log."""
    head = None
    for token in phrase:
        if token.pos in ("ADP", "VERB", "PART") and head is not None:
            break
        head = token if token.pos in _NOMINAL else head
    return head


def misread(tree: Tree, token: Token, lexicon: Mapping[str, Verb]) -> Told | None:
    """A verb that is tagged as a noun in a sentence without a finite one: "Tern Lines claims to have paid"."""
    verb = lexicon.get(token.lemma)
    if verb is None or token.tag not in ("NN", "NNS") or token.dep not in ("ROOT", "dep", "dobj", "nsubj", "ccomp"):
        return None
    sentence = tree.of_sentence(token.sentence)
    before = [t for t in sentence if t.i < token.i and t.pos != "PUNCT"]
    behind = [t for t in sentence if t.i > token.i]
    if not before or len(behind) < 3 or any(t.tag in FINITE for t in before):
        return None
    speaker, said = _head(before), trimmed(tree, token.i + 1, sentence[-1].i)
    if before[0].pos not in ("PROPN", "ADJ", "NOUN") or speaker is None or said is None:
        return None
    if not (_has_clause(verb, speaker, behind) or _shows(verb, token, speaker)):
        return None
    return Told(speaker, said, "misread") if may_speak(tree, speaker, weak=True) else None


def _has_clause(verb: Verb, speaker: Token, behind: Sequence[Token]) -> bool:
    """Whether what follows is said by a name; "the mayor's claims that the pier was shut" is a noun."""
    to = verb.infinitive and behind[0].lemma == "to" and behind[1].tag == "VB"
    that = verb.clause and behind[0].lemma == "that" and behind[0].dep == "mark"
    return speaker.pos == "PROPN" and (to or that)


def _shows(verb: Verb, token: Token, speaker: Token) -> bool:
    """Whether documents show what follows: "images taken by a plane show nine sheds"."""
    ways = any(way.only == "document" for way in verb.objects)
    return ways and token.tag == "NN" and speaker.tag == "NNS" and nouns()["document"].holds(speaker.lemma)
