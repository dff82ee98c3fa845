"""Gates: what the parse must say before what a cue finds is an answer.

The answer heads its phrase, unless the cue names what it stands before; a role that accuses is tied to it in grammar; a
deed that is only purpose, condition or question has not happened; what suffers is not what does.
"""

from functools import lru_cache
from importlib import resources

from incident_graph.extraction.candidates import SentenceView
from incident_graph.extraction.evidence import Candidate
from incident_graph.extraction.moods import unreal
from incident_graph.extraction.ties import tie_of
from incident_graph.profile import AnswerType, Cue, Question
from incident_graph.text.tree import Token, Tree

_NOUNS = ("NOUN", "PROPN")
_BEFORE = ("compound", "nmod", "amod", "poss")
#: Sorts of roles that nobody has who is counted among those to whom it was done.
_DOERS = ("deed", "theft", "held")


def admits(
    tree: Tree, view: SentenceView, question: Question, candidate: Candidate, span: tuple[int, int], cue: Cue
) -> str | None:
    """``None`` when the parse forbids the answer; else the id of the tie that it rests on, ``""`` when it needs none.

    ``span`` is where cue and candidate stand in the sentence. Where nothing was parsed, what needs no tie is admitted.
    """
    if question.answer is AnswerType.PHRASE:
        return ""
    head = head_of(tree, candidate)
    if head is None:
        return None if question.accuses else ""
    if not question.naming and _is_modifier(tree, view, question, candidate, head, cue):
        return None
    if question.deed and _is_unreal(tree, view, head, span):
        return None
    if question.suffered and tie_of(tree, head, _DOERS):
        return None
    if not question.accuses:
        return ""
    return tie_of(tree, head, question.accuses) or None


def head_of(tree: Tree, candidate: Candidate) -> Token | None:
    """The token that heads what answers: the name, the counted noun, the description."""
    if candidate.name is not None:
        return tree.top(candidate.name.excerpt.start, candidate.name.excerpt.end)
    found = tree.top(candidate.start, max(candidate.end, candidate.tail))
    if candidate.figure is not None and found is not None and found.pos == "VERB":
        return tree.top(candidate.figure.core.start, candidate.figure.core.end)  # "99 seized"
    return found


def _is_modifier(
    tree: Tree, view: SentenceView, question: Question, candidate: Candidate, head: Token, cue: Cue
) -> bool:
    """Whether the answer only stands before the noun that is meant: "a patient portal" is no patient."""
    if question.answer not in (AnswerType.ENTITY, AnswerType.KIND) or head.pos not in _NOUNS:
        return False
    if candidate.kind is not None and any(
        n.excerpt.start < candidate.start < n.excerpt.end <= head.start for n in view.names
    ):
        return True  # "Orrin Bank records" are no bank records
    meant = tree.head(head)
    if head.dep not in _BEFORE or meant is None or meant.pos not in _NOUNS or meant.start < candidate.end:
        return False
    if candidate.name is not None and candidate.kinds:
        return False  # "the Trove marketplace": the head says what it is
    if meant.lemma.lower() in _events() | question.stands_before:
        return False
    if head.pos == "NOUN" and any(n.excerpt.start == tree.tokens[head.i + 1].start for n in view.names):
        return False  # "the forum Trove"
    at = meant.start - view.sentence.start
    return not (cue.right is not None and any(m.start() <= at < m.end() for m in cue.right.finditer(view.text)))


def _is_unreal(tree: Tree, view: SentenceView, head: Token, span: tuple[int, int]) -> bool:
    """Whether grammar takes back a yes where its verb stands."""
    base = view.sentence.start
    verbs = [t for t in tree.within(base + span[0], base + span[1]) if t.pos == "VERB"]
    return unreal(tree, min(verbs, key=lambda t: (tree.depth(t.i), t.i), default=head)) != ""


@lru_cache(maxsize=4)
def _events(language: str = "en") -> frozenset[str]:
    import yaml

    path = resources.files("incident_graph.extraction") / "resources" / language / "heads.yaml"
    return frozenset(yaml.safe_load(path.read_text(encoding="utf-8"))["event"]["words"])
