"""Frames over the parse: who does what to whom, as far as the grammar of a sentence says so; the layer ``frames``."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from incident_graph.annotators.lexicon import verbs
from incident_graph.annotators.relations import IS, MODIFIER, OBJECT, POSSESSOR, SUBJECT, keys, relations
from incident_graph.annotators.subjects import subject
from incident_graph.profile.frame import Frame, Role
from incident_graph.profile.frames import entailed, load_frames
from incident_graph.text.document import Document, Span
from incident_graph.text.tree import Token, Tree
from incident_graph.values.calendar_words import MONTHS, WEEKDAYS

LAYER = "frames"
#: The relation of an object to the state in which a verb leaves it.
LEFT = "left"
#: The relation of a name to the noun before which it stands: "the Castell Telecom breach".
NAME = "name"

_SORT = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_MAY_FILL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
#: Pronouns that stand for somebody; the others stand for anything.
_SOMEBODY = frozenset(
    "he she they we i you who someone somebody anyone everyone others other many some several".split()
)
#: Pronouns that go back to one who speaks.
_BACK = frozenset("it its they them their he him his she her".split())
#: Nouns that only gather what an "of" after them names.
_GATHERING = frozenset("group number total dozen hundred thousand million score pair couple handful majority".split())


#: Verbs that leave somebody in a state, and where the state stands beside them.
_LEAVE = frozenset({"leave", "pronounce", "declare", "find"})
_STATES = frozenset({"oprd", "acomp", "ccomp", "advcl"})
#: The relations of what belongs to somebody, and of what is listed.
_BELONGS = frozenset({"of", "on", "about", "from", POSSESSOR})
_LISTS = frozenset({"include", "including", "like", "as"})
_DAYS = frozenset((*MONTHS, *WEEKDAYS))


class Instance(NamedTuple):
    """A frame told by a word: the fillers of its roles, by the IRI of the role, entailed roles not among them."""

    frame: Frame
    unit: str
    word: Token
    fillers: Mapping[str, tuple[Token, ...]]


def with_frames(document: Document) -> Document:
    """The document with the layer ``frames``: for each instance a span for the word that tells it, labelled with the
    frame, and one for the head of each filler, labelled with the role, for every role that it fills or entails.
    ``source`` is the same for the spans of one instance; ``rule`` is the lexical unit."""
    spans: list[Span] = []
    for number, found in enumerate(instances(document.tree)):
        source, rule = f"{LAYER} {number}", f"{found.frame.name}: {found.unit}"
        spans.append(Span(found.word.start, found.word.end, LAYER, found.frame.iri, source, rule))
        for role, tokens in found.fillers.items():
            for iri in sorted(entailed().get(role, {role})):
                spans += [Span(t.start, t.end, LAYER, iri, source, rule) for t in tokens]
    return document.with_spans(LAYER, spans)


def instances(tree: Tree, frames: Sequence[Frame] | None = None) -> list[Instance]:
    """The frames that a parsed text tells, in the order of the words that tell them.

    >>> from incident_graph.accounts import Account
    >>> from incident_graph.text.documents import read_document
    >>> from incident_graph.text.parsing import parse
    >>> text = "A gunman who killed nine pupils was shot. The vote killed the bill."
    >>> (document,) = parse([read_document(Account("0" * 64, "a.txt", text))])
    >>> for found in instances(document.tree):
    ...     named = {role.rpartition(".")[2]: [t.text for t in tokens] for role, tokens in found.fillers.items()}
    ...     print(found.frame.name, found.word.text, named)
    Killing killed {'victim': ['pupils'], 'killer': ['gunman']}
    """
    frames = load_frames() if frames is None else tuple(frames)
    lemmas = _lemmas(frames)
    told: list[Instance] = []
    for number in dict.fromkeys(token.sentence for token in tree.tokens):
        words = [t for t in tree.of_sentence(number) if t.pos in _SORT and not lemmas.keys().isdisjoint(_called(t))]
        if words:
            told += _in_sentence(tree, number, words, lemmas)
    return told


@lru_cache(maxsize=4)
def _lemmas(frames: tuple[Frame, ...]) -> Mapping[str, tuple[Frame, ...]]:
    """The frames by the first words of their units."""
    found: dict[str, dict[str, Frame]] = {}
    for frame in frames:
        for unit, _ in frame.units:
            found.setdefault(unit.partition(" ")[0], {})[frame.iri] = frame
    return {lemma: tuple(rows.values()) for lemma, rows in found.items()}


def _in_sentence(
    tree: Tree, number: int, words: Sequence[Token], lemmas: Mapping[str, tuple[Frame, ...]]
) -> Iterator[Instance]:
    stands = _stands(tree, number)
    for word in words:
        for frame in dict.fromkeys(frame for name in _called(word) for frame in lemmas.get(name, ())):
            found = next(filter(None, (_instance(tree, frame, sort, word, stands) for sort in _sorts(word))), None)
            if found is not None:
                yield found


def _called(word: Token) -> tuple[str, str]:
    """What a word is called by units: its lemma, or its form where that tells a state."""
    return word.lemma.lower(), word.text.lower()


def _instance(
    tree: Tree, frame: Frame, sort: str, word: Token, stands: Mapping[int, list[tuple[str, Token]]]
) -> Instance | None:
    called = (word.text.lower(),) if sort == "adjective" else keys(tree, word)
    units = [unit for unit in called if (unit, sort) in frame.units]
    if not units or _undone(tree, word, frame):
        return None
    unit = max(units, key=len)
    own = [child for child in tree.children(word.i) if child.lemma.lower() in unit.split()[1:]]
    bare = [child for child in own if tree.child(child.i, "nummod") is None]  # but "claimed nine lives"
    there = [(name, token) for name, token in stands[word.i] if token not in bare]
    there += [(OBJECT if name == "of" else name, token) for inner in own for name, token in stands[inner.i]]
    if sort == "adjective":  # "nine are missing" may be parsed as what they do
        there = [(IS if name == SUBJECT else name, token) for name, token in there]
    fillers = _fillers(tree, frame, sort, word, there, stands)
    return Instance(frame, unit, word, fillers) if fillers is not None and _tells(frame, sort, units, fillers) else None


def _sorts(word: Token) -> Iterator[str]:
    """The sorts of units that a word may be: a participle may tell a state."""
    yield _SORT[word.pos]
    if word.tag == "VBG" or (word.tag == "VBN" and word.dep in (*_STATES, "amod")):
        yield "adjective"


def _stands(tree: Tree, number: int) -> Mapping[int, list[tuple[str, Token]]]:
    """By the index of a governor: who stands to it, and in which relation."""
    found: dict[int, list[tuple[str, Token]]] = defaultdict(list)
    for token in tree.of_sentence(number):
        if token.pos not in _MAY_FILL or token.tag in ("WP", "WDT", "WP$") or token.dep in ("nummod", "amod"):
            continue
        meant = _speaker(tree, token) if token.pos == "PRON" else token
        if meant is None:
            continue
        for relation in relations(tree, token):
            if relation.governor != token.i:
                found[relation.governor].append((relation.name, meant))
        for child in tree.children(token.i):
            if child.dep == "amod":
                found[child.i].append((IS, meant))
        for state in _left(tree, token):
            found[state.i].append((LEFT, meant))
    return found


def _speaker(tree: Tree, pronoun: Token) -> Token | None:
    """Whom a pronoun stands for: in what somebody says, the one who says it; elsewhere nobody but itself, and what
    belongs to it to nobody."""
    said = next((t for t in (pronoun, *tree.ancestors(pronoun)) if t.dep == "ccomp"), None)
    verb = tree.head(said) if said is not None else None
    takes = verbs().get(verb.lemma.lower()) if verb is not None else None
    if verb is not None and takes is not None and takes.clause and pronoun.text.lower() in _BACK:
        who = subject(tree, verb)
        if who is not None and who.pos in ("NOUN", "PROPN") and who.i < pronoun.i:
            return who
    return None if pronoun.tag == "PRP$" else pronoun


def _left(tree: Tree, token: Token) -> Iterator[Token]:
    """In what state an object is left: "left nine dead"."""
    verb = tree.head(token)
    if token.dep == "dobj" and verb is not None and verb.lemma in _LEAVE:
        yield from (c for c in tree.children(verb.i) if c.dep in _STATES and c.tag in ("JJ", "VBN", "VBG"))


def _undone(tree: Tree, word: Token, frame: Frame) -> bool:
    below = {child.lemma.lower() for child in tree.children(word.i)}
    return not frame.unless.isdisjoint(below)


def _fillers(
    tree: Tree,
    frame: Frame,
    sort: str,
    word: Token,
    there: Sequence[tuple[str, Token]],
    stands: Mapping[int, list[tuple[str, Token]]],
) -> Mapping[str, tuple[Token, ...]] | None:
    """Who fills which role; ``None`` where something stands in the place of a needed role that does not fit it."""
    found: dict[str, dict[int, Token]] = {}
    taken: set[int] = set()
    for role in frame.roles:
        realised = role.realised_as(sort)
        placed = [token for name, token in there if name in realised and token.i not in taken]
        if NAME in realised:
            placed += [token for name, token in there if name == MODIFIER and token.pos == "PROPN"]
        if "itself" in realised and tree.child(word.i, "nummod") is not None:
            placed.append(word)
        for other in (name.removeprefix("of ") for name in realised if name.startswith("of ")):
            iri = next((own.iri for own in frame.roles if own.name == other), "")
            placed += [t for filler in found.get(iri, ()) for name, t in stands[filler] if name in _BELONGS]
        placed += [inner for token in placed for inner in _within(token, stands)]
        fitting = [token for token in placed if token is word or _fits(role, token)]
        if placed and not fitting and role.needed:
            return None
        if fitting:
            taken.update(token.i for token in fitting)
            found[role.iri] = {token.i: token for token in fitting}
    return {iri: tuple(rows[i] for i in sorted(rows)) for iri, rows in found.items()}


def _within(token: Token, stands: Mapping[int, list[tuple[str, Token]]]) -> Iterator[Token]:
    """Who or what a word gathers or goes on to list: "a group of 12 tourists", "data including names"."""
    gathers = token.lemma.lower() in _GATHERING
    yield from (inner for name, inner in stands[token.i] if name in _LISTS or (gathers and name == "of"))


def _fits(role: Role, token: Token) -> bool:
    """Whether a word may fill a role."""
    lemma = token.lemma.lower()
    if role.is_open:
        return token.pos != "PRON" or lemma in ("it", "this", "that")
    if lemma in role.words or token.text.lower() in role.words or lemma.rpartition("-")[2] in role.words:
        return True
    if token.pos == "PROPN":
        return role.named and lemma not in _DAYS
    if token.pos == "NUM":
        return role.counted
    return token.pos == "PRON" and (role.counted or role.named) and lemma in _SOMEBODY


def _tells(frame: Frame, sort: str, units: Collection[str], fillers: Mapping[str, tuple[Token, ...]]) -> bool:
    """The gate: needed roles are filled by what fits them, and of a word of many senses two roles are."""
    if any(role.needed and role.iri not in fillers for role in frame.roles):
        return False
    if sort == "verb" and all(unit in frame.weak for unit in units):
        typed = [role for role in frame.roles if not role.is_open and role.iri in fillers]
        return len(typed) > 1
    return True
