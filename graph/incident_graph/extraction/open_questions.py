"""Open questions: what no profile asks, yet two accounts answer: counts of the same thing, holders of the same office.

They are *found*, not declared: their profile is ``found`` and their group says so. Only like is set against like:
figures with the same counted noun and the same words about it, people with the same office of a country or a town.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from incident_graph.extraction.candidates import is_share
from incident_graph.extraction.evidence import Candidate, ClaimVote, FigureMention, NameMention
from incident_graph.extraction.modality import Modality, modality
from incident_graph.extraction.voices import voices
from incident_graph.profile import AnswerType, CompareBy, Question
from incident_graph.text.document import Document, Sentence
from incident_graph.text.folding import fold
from incident_graph.text.sentences import within
from incident_graph.values import Quantity
from incident_graph.vocabulary import PROFILE

FOUND = PROFILE + "found#"
GROUP = "Found in the accounts, not asked by a profile"
_ORDER = 900

#: Counted nouns too loose for two counts of them to be about the same thing.
_LOOSE = frozenset(
    """person people man woman time day hour minute second week month year age occasion ratio thing part way
    case side point percent fraction degree number expert researcher official source reason step place
    area step move question event""".split()
)
_OFFICE = re.compile(
    r"((?:[A-Z][\w'-]+\s+){1,3}(?:Secretary|Minister|Commissioner|Prosecutor|Ombudsman|Attorney General|Premier"
    r"|Chancellor|Mayor|Governor))(?:,)?\s+$"
)


def find_open(
    documents: Sequence[Document],
    names: Mapping[str, Sequence[NameMention]],
    figures: Mapping[str, Sequence[FigureMention]],
    classes: Mapping[str, str],
    answered: Iterable[ClaimVote],
) -> tuple[list[ClaimVote], dict[str, Question]]:
    """Votes on open questions that at least two accounts answer, and those questions by IRI.

    ``classes`` gives a name's class by its surface; figures that some vote in ``answered`` already uses are left alone.
    """
    used = {(v.account, v.value.figure.core.start) for v in answered if v.value.figure is not None}
    votes: dict[str, list[ClaimVote]] = {}
    questions: dict[str, Question] = {}
    for document in documents:
        account = document.account.id
        counted = within(document.sentences, figures.get(account, ()), attrgetter("core"))
        named = within(document.sentences, names.get(account, ()), attrgetter("excerpt"))
        for index, sentence in enumerate(document.sentences):
            for figure in counted.get(index, ()):
                if (
                    (account, figure.core.start) not in used
                    and _countable(figure)
                    and not _is_share(document, sentence, figure)
                ):
                    question = _count(figure)
                    value = Candidate(figure.core.start, figure.core.end, figure.excerpt.text, figure=figure)
                    _add(votes, questions, question, _vote(document, index, question, value))
            for name in named.get(index, ()):
                if classes.get(name.surface) == "Person":
                    office = _OFFICE.search(document.account.text, sentence.start, name.excerpt.start)
                    if office:
                        question = _holder(office.group(1))
                        value = Candidate(name.excerpt.start, name.excerpt.end, name.surface, name=name)
                        _add(votes, questions, question, _vote(document, index, question, value))
    shared = {iri for iri, rows in votes.items() if len({v.account for v in rows}) > 1}
    return [v for iri in sorted(shared) for v in votes[iri]], {iri: questions[iri] for iri in sorted(shared)}


def _is_share(document: Document, sentence: Sentence, figure: FigureMention) -> bool:
    text = document.text[sentence.start : sentence.end]
    return is_share(text, figure.core.start - sentence.start, figure.core.end - sentence.start)


def _add(
    votes: dict[str, list[ClaimVote]], questions: dict[str, Question], question: Question, vote: ClaimVote
) -> None:
    votes.setdefault(question.iri, []).append(vote)
    questions.setdefault(question.iri, question)


def _countable(figure: FigureMention) -> bool:
    return (
        isinstance(figure.value, Quantity)
        and figure.role == "incident"
        and figure.subset_of is None
        and bool(figure.noun)
        and figure.noun not in _LOOSE
        and figure.value.unit not in _LOOSE
        and not (len(figure.value.unit) == 3 and figure.value.unit.isupper())
    )


def _count(figure: FigureMention) -> Question:
    """The question how many of what a figure counts; the words about the noun are part of it."""
    words = sorted(set(re.findall(r"[^\W\d_]+", fold(figure.measures).lower())) - {figure.noun, figure.noun + "s"})
    counted = " ".join([*words, figure.noun])
    return Question(
        iri=FOUND + re.sub(r"[^a-z0-9]+", "-", f"number of {counted}"),
        name=re.sub(r"[^a-z0-9]+", "-", f"number of {counted}"),
        label=f"Number: {fold(figure.measures) or figure.noun}",
        text=f"How many {fold(figure.measures) or figure.noun} were there?",
        answer=AnswerType.QUANTITY,
        compare_by=CompareBy.NUMBER,
        one_answer=True,
        order=_ORDER,
        group=GROUP,
        rests_on=f"if both count the same {figure.noun}",
        profile="found",
    )


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


def _vote(document: Document, index: int, question: Question, value: Candidate) -> ClaimVote:
    sentence, account = document.sentences[index], document.account
    text = document.text[sentence.start : sentence.end]
    how = Modality() if value.name else modality(text, value.start - sentence.start, value.end - sentence.start)
    said_by, attributed = voices(document, value.start, value.end)
    rules = ("found", "headline") if sentence.block.kind in ("title", "heading") else ("found",)
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
    )
