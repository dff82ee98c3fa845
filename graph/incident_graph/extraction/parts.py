"""Parts and wholes: a vote for a part is aimed at the whole, or falls, where the words say it of the whole."""

from collections.abc import Iterator, Mapping, Sequence

from incident_graph.extraction.evidence import Candidate, ClaimVote, FigureMention
from incident_graph.extraction.figure_nouns import class_of
from incident_graph.extraction.figure_sums import sum_by_place
from incident_graph.profile import AnswerType, Question
from incident_graph.text.document import Document
from incident_graph.text.tree import Token, Tree
from incident_graph.values import Quantity

_OBJECTS = ("dobj", "obj", "nsubjpass")


def on_one_basis(
    document: Document,
    votes: Sequence[ClaimVote],
    figures: Sequence[FigureMention],
    questions: Mapping[str, Question],
) -> list[ClaimVote]:
    """The votes of an account, each count of what its cue says; without a parse, as they are.

    "One of 89 people arrested" says that 89 were arrested, "nine of the dead were children" does not say how many died,
    "three clerks, a man and two women, died" says that three did, and "drove 9,000 from their homes and killed one
    woman" does not say that 9,000 were killed.
    """
    if not document.tree:
        return list(votes)
    out = []
    for vote in votes:
        question = questions.get(vote.question)
        figure = vote.value.figure
        if question is None or question.answer is not AnswerType.QUANTITY or figure is None:
            out.append(vote)
            continue
        kept = _aimed(document, vote, figure, figures, _said(document, vote, question))
        if kept is not None:
            out.append(_summed(document, kept) if question.one_answer else kept)
    return out


def _summed(document: Document, vote: ClaimVote) -> ClaimVote:
    """The vote for the sum where its figure is the first of a list by places."""
    total = sum_by_place(document, vote.value.figure) if vote.value.figure is not None else None
    return _at(vote, total) if total is not None else vote


def _aimed(
    document: Document,
    vote: ClaimVote,
    figure: FigureMention,
    figures: Sequence[FigureMention],
    said: Token | None,
) -> ClaimVote | None:
    """The vote, aimed at the whole where it is the whole that the cue speaks of; ``None`` where it counts else."""
    tree = document.tree
    number = tree.top(figure.core.start, figure.core.end)
    if number is None:
        return vote
    whole = _whole(tree, number)
    if whole is not None and said is not None and said in tree.subtree(whole.i):
        counted = _counting(tree, whole, figures)
        return _at(vote, counted) if counted is not None else None
    listed = _listing(tree, number)
    if listed is not None and (counted := _counting(tree, listed, figures)) is not None:
        return _at(vote, counted)
    if said is not None and _of_another(tree, number, said):
        return None
    return vote


def _said(document: Document, vote: ClaimVote, question: Question) -> Token | None:
    """The word of the sentence by which the cue of a vote says what it asks; ``None`` where no cue gave it."""
    source = next((rule.removeprefix("cue ") for rule in vote.rules if rule.startswith("cue ")), "")
    cue = next((cue for cue in (*question.cues, *question.weak_cues) if cue.source == source), None)
    sentence = next((s for s in document.sentences if s.start <= vote.value.start < s.end), None)
    if cue is None or sentence is None:
        return None
    end = max(vote.value.end, vote.value.tail)
    if cue.right is not None and (match := cue.right.search(document.text, vote.value.end, sentence.end)):
        return next(reversed(list(_words(document.tree, *match.span()))), None)
    if cue.left is not None:
        matches = [m for m in cue.left.finditer(document.text, sentence.start, end) if m.start() < vote.value.start]
        return next(_words(document.tree, *matches[-1].span()), None) if matches else None
    return None


def _words(tree: Tree, start: int, end: int) -> Iterator[Token]:
    return (t for t in tree.within(start, end) if t.pos in ("VERB", "NOUN", "ADJ", "PROPN"))


def _whole(tree: Tree, number: Token) -> Token | None:
    """What a number is so many of: "one of 89 people"; a number before a noun of its own is none of another."""
    if number.pos == "NUM" and number.dep == "quantmod" and (total := tree.head(number)) is not None:
        joined = any(t.lemma == "of" for t in tree.tokens[number.i + 1 : total.i])
        return tree.head(total) if joined and total.dep == "nummod" else None
    if number.pos != "NUM" or number.dep in ("nummod", "amod"):
        return None
    of = next((c for c in tree.children(number.i) if c.dep == "prep" and c.lemma == "of"), None)
    return tree.child(of.i, "pobj") if of is not None else None


def _listing(tree: Tree, number: Token) -> Token | None:
    """The noun that a list with this number in it only tells more of: "three clerks, a man and two women"."""
    here = number
    while here.dep in ("nummod", "conj") and (above := tree.head(here)) is not None:
        here = above
    return tree.head(here) if here.dep == "appos" and here is not number else None


def _counting(tree: Tree, noun: Token, figures: Sequence[FigureMention]) -> FigureMention | None:
    """The figure that counts a noun."""
    numbers = {c.start for c in tree.children(noun.i) if c.dep == "nummod"}
    own = (f for f in figures if isinstance(f.value, Quantity) and f.core.start <= noun.start)
    return next((f for f in own if any(f.core.start <= start < f.core.end for start in numbers)), None)


def _of_another(tree: Tree, number: Token, said: Token) -> bool:
    """Whether a verb says it of a count or of people of its own, and the number stands outside what it governs."""
    if said.pos != "VERB" or number in tree.subtree(said.i):
        return False
    phrase = number
    while phrase.dep in ("nummod", "quantmod", "amod", "conj", "compound") and (above := tree.head(phrase)) is not None:
        phrase = above
    if phrase is said or said in tree.subtree(phrase.i):
        return False
    own = [c for c in tree.children(said.i) if c.dep in _OBJECTS]
    return any(c.pos == "NUM" or tree.child(c.i, "nummod") or class_of(c.lemma.lower()) == "person" for c in own)


def _at(vote: ClaimVote, figure: FigureMention) -> ClaimVote:
    value = Candidate(figure.core.start, figure.core.end, figure.excerpt.text, figure=figure, tail=figure.excerpt.end)
    return vote._replace(value=value)
