"""Found questions: what no profile declares, yet accounts answer; they are of the profile ``found`` and its group."""

from incident_graph.profile.question import AnswerType, CompareBy, Question
from incident_graph.vocabulary import PROFILE

FOUND = PROFILE + "found#"
GROUP = "Found in the accounts, not asked by a profile"
#: After all that profiles ask.
_ORDER = 900


def found(
    name: str,
    label: str,
    text: str,
    rests_on: str,
    answer: AnswerType = AnswerType.ENTITY,
    compare_by: CompareBy = CompareBy.IDENTITY,
    *,
    order: int = 0,
    answer_classes: tuple[str, ...] = (),
    over_time: str = "",
) -> Question:
    """A found question with one answer; ``name`` is local.

    >>> question = found("office-of-ada-quill", "Office of Ada Quill", "Which office?", "if she holds one office")
    >>> question.iri, question.profile
    ('https://w3id.org/incident-graph/profile/found#office-of-ada-quill', 'found')
    """
    return Question(
        iri=FOUND + name,
        name=name,
        label=label,
        text=text,
        answer=answer,
        compare_by=compare_by,
        one_answer=True,
        order=_ORDER + order,
        group=GROUP,
        answer_classes=answer_classes,
        rests_on=rests_on,
        over_time=over_time,
        profile="found",
    )
