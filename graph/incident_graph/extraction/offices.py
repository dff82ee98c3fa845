"""Offices: who holds one, where two accounts say so and no profile asks.

Such a question is *found*, not declared: its profile is ``found`` and its group says so.
"""

import re
from collections.abc import Mapping, Sequence
from operator import attrgetter

from incident_graph.annotators.assertion import Assertion, assertion_of
from incident_graph.extraction.evidence import Candidate, ClaimVote, NameMention
from incident_graph.extraction.voices import voices
from incident_graph.model.grade import CUE
from incident_graph.profile import AnswerType, CompareBy, Question
from incident_graph.text.document import Document
from incident_graph.text.sentences import within
from incident_graph.vocabulary import PROFILE

FOUND = PROFILE + "found#"
GROUP = "Found in the accounts, not asked by a profile"
_ORDER = 900

_OFFICE = re.compile(
    r"((?:[A-Z][\w'-]+\s+){1,3}(?:Secretary|Minister|Commissioner|Prosecutor|Ombudsman|Attorney General|Premier"
    r"|Chancellor|Mayor|Governor))(?:,)?\s+$"
)


def find_holders(
    documents: Sequence[Document], names: Mapping[str, Sequence[NameMention]], classes: Mapping[str, str]
) -> tuple[list[ClaimVote], dict[str, Question]]:
    """Votes on who holds an office, for offices whose holder two accounts or more name, and those questions by IRI.

    ``classes`` gives a name's class by its surface.
    """
    votes: dict[str, list[ClaimVote]] = {}
    questions: dict[str, Question] = {}
    for document in documents:
        named = within(document.sentences, names.get(document.account.id, ()), attrgetter("excerpt"))
        for index, sentence in enumerate(document.sentences):
            for name in named.get(index, ()):
                if classes.get(name.surface) == "Person":
                    office = _OFFICE.search(document.account.text, sentence.start, name.excerpt.start)
                    if office:
                        question = _holder(office.group(1))
                        value = Candidate(name.excerpt.start, name.excerpt.end, name.surface, name=name)
                        _add(votes, questions, question, vote_for(document, index, question, value))
    shared = {iri for iri, rows in votes.items() if len({v.account for v in rows}) > 1}
    return [v for iri in sorted(shared) for v in votes[iri]], {iri: questions[iri] for iri in sorted(shared)}


def _add(
    votes: dict[str, list[ClaimVote]], questions: dict[str, Question], question: Question, vote: ClaimVote
) -> None:
    votes.setdefault(question.iri, []).append(vote)
    questions.setdefault(question.iri, question)


def _holder(office: str) -> Question:
    office = " ".join(office.split())
    return Question(
        iri=FOUND + re.sub(r"[^a-z0-9]+", "-", f"holder of {office.lower()}"),
        name=re.sub(r"[^a-z0-9]+", "-", f"holder of {office.lower()}"),
        label=f"Who is {office}",
        text=f"Who is the {office}?",
        answer=AnswerType.ENTITY,
        compare_by=CompareBy.IDENTITY,
        one_answer=True,
        order=_ORDER + 1,
        group=GROUP,
        answer_classes=("Person",),
        rests_on="if both speak of the same office at the same time",
        profile="found",
    )


def vote_for(
    document: Document, index: int, question: Question, value: Candidate, *, rule: str = "found", way: str = CUE
) -> ClaimVote:
    """The vote that a value in sentence ``index`` answers a question; ``rule`` and ``way`` say what found it."""
    sentence, account = document.sentences[index], document.account
    how = Assertion() if value.name else assertion_of(document, value.start, value.end, bare=True)
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
