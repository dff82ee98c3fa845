"""Offices: who holds one, where two accounts say so and no profile asks.

Such a question is *found*, not declared: its profile is ``found`` and its group says so.
"""

import re
from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from incident_graph.extraction.evidence import Candidate, ClaimVote
from incident_graph.extraction.found_votes import vote_for
from incident_graph.model.ids import slug
from incident_graph.names.mention import NameMention
from incident_graph.profile import Question
from incident_graph.profile.found import found
from incident_graph.text.document import Document
from incident_graph.text.sentences import within

_OFFICE = re.compile(
    r"((?:[A-Z][\w'-]+\s+){1,3}(?:Secretary|Minister|Commissioner|Prosecutor|Ombudsman|Attorney General|Premier"
    r"|Chancellor|Mayor|Governor))(?:,)?\s+$"
)


#: Heads of offices that one person holds one of at a time.
_OFFICES = frozenset(
    """minister secretary commissioner adviser advisor prosecutor ombudsman premier chancellor mayor governor president
    ambassador spokesman spokeswoman spokesperson chairman chairwoman chair director inspector superintendent sergeant
    captain colonel general major lieutenant judge senator treasurer dean rector chief executive""".split()
)
#: Words that tell of a holder among the others, not of the office.
_RANKED = frozenset("first second third last only longest-serving youngest oldest popular veteran".split())
#: Words by which an office is no longer, or not yet, held.
_NOT_NOW = frozenset("former ex ex- late then retired one-time onetime previous outgoing incoming future".split())


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


def find_offices(
    documents: Sequence[Document], names: Mapping[str, Sequence[NameMention]], classes: Mapping[str, str]
) -> tuple[list[ClaimVote], dict[str, Question]]:
    """Votes on which office a person holds, where two accounts give one person different offices; questions by IRI.

    An office that says less than another ("the minister" beside "the science minister") is taken for that other, and
    an account that itself gives a person two is left out: one may hold both.
    """
    held: dict[str, dict[str, list[_Held]]] = {}
    for document in documents:
        named = within(document.sentences, names.get(document.account.id, ()), attrgetter("excerpt"))
        for index, name in ((n, name) for n, rows in named.items() for name in rows):
            if classes.get(name.surface) == "Person" and (found := office_of(document, name)) is not None:
                person = held.setdefault(name.surface, {}).setdefault(document.account.id, [])
                person.append(_Held(document, index, found))
    votes: list[ClaimVote] = []
    questions: dict[str, Question] = {}
    for surface, by_account in sorted(held.items()):
        widest = {
            words: max((o for o in _offices(by_account) if words <= o), key=len) for words in _offices(by_account)
        }
        clear = {a: rows for a, rows in by_account.items() if len({widest[row.office.words] for row in rows}) == 1}
        if len({widest[row.office.words] for rows in clear.values() for row in rows}) < 2:
            continue
        question = _which(surface)
        questions[question.iri] = question
        for row in (row for rows in clear.values() for row in rows):
            office = frozenset({("office", " ".join(sorted(widest[row.office.words])))})
            value = Candidate(row.office.start, row.office.end, row.office.label, attributes=office)
            votes.append(vote_for(row.document, row.sentence, question, value))
    return votes, questions


class Office(NamedTuple):
    """An office as an account gives it: where it stands, how it is shown, and its words in lower case."""

    start: int
    end: int
    label: str
    words: frozenset[str]


class _Held(NamedTuple):
    document: Document
    sentence: int
    office: Office


def _offices(by_account: Mapping[str, Sequence[_Held]]) -> list[frozenset[str]]:
    found = {row.office.words for rows in by_account.values() for row in rows}
    return sorted(found, key=sorted)


def office_of(document: Document, name: NameMention) -> Office | None:
    """The office that stands beside a name, apposed to it or before it; ``None`` when it is a former one, or none.

    >>> from incident_graph.accounts import Account
    >>> from incident_graph.text.documents import read_document
    >>> from incident_graph.text.parsing import parse
    >>> (document,) = parse([read_document(Account("0" * 64, "a.txt", "Ida Holm, the harbour minister, left."))])
    >>> office_of(document, NameMention(document.account.excerpt(0, 8), "Ida Holm")).label
    'the harbour minister'
    """
    tree = document.tree
    person = tree.top(name.excerpt.start, name.excerpt.end)
    if person is None:
        return None
    beside = [c for c in tree.children(person.i) if c.dep == "appos"]
    above = tree.head(person)
    if person.dep == "appos" and above is not None:
        beside.append(above)
    for noun in beside:
        if noun.lemma.lower() not in _OFFICES:
            continue
        tokens = [t for t in tree.children(noun.i) if t.dep in ("det", "amod", "compound", "nmod") and t.i < noun.i]
        words = [t.text.lower() for t in (*tokens, noun)]
        if _NOT_NOW.intersection(words):
            return None
        start = min(t.start for t in (*tokens, noun))
        if _RANKED.intersection(words):
            tokens = []  # "the state's first woman governor" is its governor
        own = frozenset(t.lemma.lower() for t in (*tokens, noun) if t.dep != "det")
        return Office(start, noun.end, document.text[start : noun.end], own)
    return None


def _which(surface: str) -> Question:
    asks = f"Which office does {surface} hold?"
    return found(slug(f"office of {surface}"), f"Office of {surface}", asks, "if the person holds one office", order=2)


def _holder(office: str) -> Question:
    office = " ".join(office.split())
    return found(
        slug(f"holder of {office}"),
        f"Who is {office}",
        f"Who is the {office}?",
        "if both speak of the same office at the same time",
        order=1,
        answer_classes=("Person",),
    )
