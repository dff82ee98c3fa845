"""Mood: whether grammar takes back that something happened, since it is purpose, condition, attempt or question."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from incident_graph.text.tree import Token, Tree

_VERBS = ("VERB", "AUX")
#: Edges at which what governs a clause no longer decides whether it happened.
_PRESUPPOSED = ("relcl", "ccomp", "advcl", "parataxis", "amod", "csubj", "appos")


@dataclass(frozen=True)
class Mood:
    """A rule of the file: see its comments."""

    id: str
    shape: str
    words: frozenset[str]
    all: bool
    fires: str
    must_not: str

    def holds(self, shapes: Mapping[str, str]) -> bool:
        """Whether it holds of a verb with these shapes, each with the lemma that governs it so."""
        governor = shapes.get(self.shape)
        return governor is not None and (governor in self.words) is not self.all


def unreal(tree: Tree, token: Token) -> str:
    """The id of the rule by which a deed did not happen, as far as its sentence says; ``""`` when none holds.

    >>> from incident_graph.accounts import Account
    >>> from incident_graph.text.documents import read_document
    >>> from incident_graph.text.parsing import parse
    >>> for text in ("They came to steal the files.", "They managed to steal the files.", "They have stolen files."):
    ...     (document,) = parse([read_document(Account("0" * 64, "a.txt", text))])
    ...     verb = next(t for t in document.tree.tokens if t.lemma == "steal")
    ...     print(repr(unreal(document.tree, verb)))
    'purpose'
    ''
    ''
    """
    here: Token | None = token
    while here is not None:
        shapes = dict(_shapes(tree, here))
        found = next((mood.id for mood in moods() if mood.holds(shapes)), "")
        if found or here.dep in _PRESUPPOSED or (here.dep == "acl" and here.tag in ("VBN", "VBD")):
            return found
        here = tree.head(here)
    return ""


def _shapes(tree: Tree, token: Token) -> Iterator[tuple[str, str]]:
    """How a token stands to what governs it: each shape with the lemma of its governor."""
    head = tree.head(token)
    if token.pos in _VERBS:
        yield from _verb_shapes(tree, token, head)
    elif token.dep == "pobj" and head is not None and head.lemma == "against":
        above = tree.head(head)
        yield from [("against", above.lemma.lower())] if above else []
    if token.dep in ("dobj", "xcomp") and head is not None and (token.tag == "VBG" or token.pos == "NOUN"):
        yield "object", head.lemma.lower()
    if head is None and tree.of_sentence(token.sentence)[-1].text == "?" and _is_asked(tree, token):
        yield "question", "?"


def _verb_shapes(tree: Tree, verb: Token, head: Token | None) -> Iterator[tuple[str, str]]:
    children = tree.children(verb.i)
    if head is None:
        return
    lemma = head.lemma.lower()
    condition = next((c for c in children if c.dep == "mark" and verb.dep == "advcl"), None)
    if condition is not None:
        yield "condition", condition.lemma.lower()
    infinitive = any(c.tag == "TO" for c in children) and not any(
        c.dep == "neg" or (c.lemma == "have" and c.dep == "aux") for c in children
    )  # "is said to have stolen"; "chose not to pay" is for those to judge who read denials
    shape = {"advcl": "to-adverbial", "xcomp": "to-complement", "acl": "to-noun", "relcl": "to-noun"}
    if infinitive and verb.dep in ("ccomp", "xcomp") and any(c.dep in ("nsubj", "nsubjpass") for c in children):
        yield "to-clause", lemma
    elif infinitive and verb.dep in shape:
        yield shape[verb.dep], lemma
    if verb.dep in ("acl", "ccomp") and any(c.lemma == "be" and c.tag == "VBG" for c in children):
        above = tree.head(head) if verb.dep == "acl" else head  # "prevent data being stolen"
        yield from [("object", above.lemma.lower())] if above else []
    if verb.dep == "pcomp" and head.lemma.lower() == "from" and (above := tree.head(head)) is not None:
        yield "from", above.lemma.lower()


def _is_asked(tree: Tree, root: Token) -> bool:
    """Whether a root is asked, yes or no: its auxiliary stands before its subject."""
    subject = tree.child(root.i, "nsubj", "nsubjpass", "expl")
    auxiliary = tree.child(root.i, "aux", "auxpass") or (root if root.pos == "AUX" else None)
    return subject is not None and auxiliary is not None and auxiliary.i < subject.i


@lru_cache(maxsize=4)
def moods(language: str = "en") -> tuple[Mood, ...]:
    """The rules of a language's file, in its order."""
    import yaml

    path = resources.files("incident_graph.extraction") / "resources" / language / "moods.yaml"
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(
        Mood(r["id"], r["shape"], frozenset(r["words"]), r.get("all", False), r["fires"], r["not"]) for r in rows
    )
