"""Votes for values that no cue found: how and by whom the value is said is read off its place in the sentence."""

from incident_graph.annotators.assertion import Assertion, assertion_of
from incident_graph.extraction.evidence import Candidate, ClaimVote
from incident_graph.extraction.voices import voices
from incident_graph.model.grade import CUE
from incident_graph.profile import Question
from incident_graph.text.document import Document


def vote_for(
    document: Document, index: int, question: Question, value: Candidate, *, rule: str = "found", way: str = CUE
) -> ClaimVote:
    """The vote that a value in sentence ``index`` answers a question; ``rule`` and ``way`` say what found it."""
    sentence, account = document.sentences[index], document.account
    how = Assertion() if value.name else assertion_of(document, value.start, value.end, whole=value.is_none, bare=True)
    said_by, attributed = voices(document, value.start, value.end)
    rules = (rule, "headline") if sentence.block.kind in ("title", "heading") else (rule,)
    return ClaimVote(
        account.id,
        question.iri,
        value,
        account.excerpt(sentence.start, sentence.end),
        how.stance.value,
        how.hedge,
        said_by,
        "C" if "headline" in rules else "B",
        rules,
        attributed,
        way,
    )
