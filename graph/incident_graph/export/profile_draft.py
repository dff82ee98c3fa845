"""The draft of a profile: the questions found in an incident, as Turtle to read, edit and keep."""

import json
from collections import Counter
from collections.abc import Iterator

from incident_graph.model import Figure, Incident
from incident_graph.model.ids import slug
from incident_graph.profile import AnswerType, Question
from incident_graph.vocabulary import PROFILE

_HEAD = """\
@prefix inc: <https://w3id.org/incident-graph/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix own: <{space}#> .

# Questions that the accounts of “{title}” answer and no profile asks, found by pairing their figures. Reword
# the labels, drop what does not matter, and add cues: docs/profiles.md says how. Then: build --profile THIS-FILE.
<{space}> a inc:Profile ;
    inc:name {name} ;
    rdfs:label {label}@en ;
    rdfs:comment {comment}@en .
"""


def draft_profile(incident: Incident, name: str) -> str:
    """A profile called ``name`` (letters, digits, hyphens) with the incident's found questions; a Turtle document.

    Each counts the nouns that the accounts' figures count; people and sums beside the word that the accounts share.
    Raises ``ValueError`` when no question was found, or the name is empty.
    """
    found = [issue.question for issue in incident.issues if issue.question.profile == "found"]
    asked = [q for q in found if q.answer in (AnswerType.QUANTITY, AnswerType.PERIOD)]
    if not asked or not name:
        raise ValueError("no question was found in the accounts" if name else "a profile needs a name")
    space = PROFILE + slug(name)
    title = " ".join(incident.title.split()).replace("”", "'")
    head = _HEAD.format(
        space=space,
        title=title,
        name=_text(slug(name)),
        label=_text(name),
        comment=_text(f"Questions found in the accounts of {title}."),
    )
    return "\n".join([head, *(_question(incident, question, 10 * n) for n, question in enumerate(asked, 1))])


def _question(incident: Incident, question: Question, order: int) -> str:
    period = question.answer is AnswerType.PERIOD
    nouns = [] if period else _nouns(incident, question)
    said = slug(question.label.rpartition(", ")[2] if ", " in question.label else "")
    telling = bool(nouns) and not set(nouns) & {"person", "money", "other"}  # the noun alone says what is counted
    cues = ["{value}"] if telling or not said else [f"{said}~ ... {{value}}", f"{{value}} ... {said}~"]
    rows = [
        f"own:{slug(question.name)} a inc:Question ;",
        f"    rdfs:label {_text(question.label)}@en ; inc:asks {_text(question.text)}@en ;",
        f'    inc:order {order} ; inc:group "Found in the accounts"@en ;',
        f"    inc:answerType inc:{question.answer.value}Answer ; inc:cardinality inc:One ;"
        f" inc:compareBy inc:By{question.compare_by.value} ;",
        *([f"    inc:counts {', '.join(map(_text, nouns))} ;"] if nouns else []),
        *([f"    inc:overTime inc:{question.over_time.capitalize()} ;"] if question.over_time else []),
        f"    inc:cue {', '.join(map(_text, cues))} .",
    ]
    return "\n".join((*(f"# {line}" for line in _examples(incident, question)), *rows, ""))


def _nouns(incident: Incident, question: Question) -> list[str]:
    """The nouns that the answers count, the commonest first; units for what is measured."""
    counts: Counter[str] = Counter()
    for figure in _figures(incident, question):
        unit = getattr(figure.value, "unit", "")
        counts["money" if len(unit) == 3 and unit.isupper() else figure.noun or unit] += 1
    return [noun for noun, _ in sorted(counts.items(), key=lambda row: (-row[1], row[0])) if noun]


def _figures(incident: Incident, question: Question) -> Iterator[Figure]:
    known = {figure.id: figure for figure in incident.figures}
    for claim in incident.claims:
        if claim.question == question.iri and claim.answer.figure in known:
            yield known[claim.answer.figure]


def _examples(incident: Incident, question: Question) -> Iterator[str]:
    """What each account says, as a comment above the question."""
    letters = {account.id: account.letter for account in incident.accounts}
    for claim in incident.claims:
        if claim.question == question.iri:
            words = " ".join(claim.evidence[0].text.split())
            yield f"{letters.get(claim.account, '')}: {words if len(words) <= 100 else words[:97] + '…'}"


def _text(words: str) -> str:
    """A Turtle string: what JSON writes is one."""
    return json.dumps(words, ensure_ascii=False)
