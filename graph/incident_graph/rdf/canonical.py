"""The one order in which an incident is written and comes back."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from weakref import WeakValueDictionary

from incident_graph.accounts import Excerpt
from incident_graph.model import Answer, Claim, Comparison, Entity, Figure, Incident, Reading
from incident_graph.profile import Question
from incident_graph.values import Quantity

#: What the graph keeps of a question. The rest steers reading and is of no use once the accounts are read.
KEPT_OF_QUESTION = frozenset(
    "iri name label text answer compare_by one_answer order group tolerance answer_classes answer_kinds unit rests_on"
    " over_time profile".split()
)


def canonical(incident: Incident) -> Incident:
    """``incident`` in the order in which the graph gives it back: ``read_incident(write_quads(x)) == canonical(x)``.

    Everything without an order of its own is sorted (accounts by letter, claims by account and place, readings by
    witnesses); duplicates go. Of a claim's evidence the first excerpt stays first. An answer that names a figure and no
    value has the figure's. Not kept, because the graph does not
    hold it: the path of an account's file, and what of a question only steers reading (all but ``KEPT_OF_QUESTION``).
    """
    if _MADE.get(id(incident)) is not incident:
        incident = _canonical(incident)
        _MADE[id(incident)] = incident
    return incident


#: Incidents that are in that order, as long as somebody holds them.
_MADE: "WeakValueDictionary[int, Incident]" = WeakValueDictionary()


def _canonical(incident: Incident) -> Incident:
    accounts = tuple(sorted(set(incident.accounts), key=lambda a: (len(a.letter), a.letter, a.id)))
    rank = {account.id: (place, account.id) for place, account in enumerate(accounts)}

    def place(account: str) -> tuple[int, str]:
        return rank.get(account, (len(rank), account))

    def where(excerpt: Excerpt) -> tuple[Any, ...]:
        return (place(excerpt.account), excerpt.start, excerpt.end, excerpt.text)

    figures = {figure.id: figure for figure in incident.figures}

    def claim(c: Claim) -> Claim:
        rest = sorted(set(c.evidence[1:]) - set(c.evidence[:1]), key=where)
        answer = _with_value(c.answer, figures)
        evidence = (*c.evidence[:1], *rest)
        return dataclasses.replace(c, answer=answer, evidence=evidence, rules=_set(c.rules), ways=_set(c.ways))

    claims = tuple(
        sorted((claim(c) for c in set(incident.claims)), key=lambda c: (place(c.account), *_first(c), c.question, c.id))
    )
    issues = tuple(
        dataclasses.replace(i, question=kept(i.question), silent=tuple(sorted(set(i.silent), key=place)))
        for i in sorted(set(incident.issues), key=lambda i: (i.question.order, i.question.iri, i.id))
    )
    issue_rank = {issue.id: n for n, issue in enumerate(issues)}
    claim_rank = {c.id: n for n, c in enumerate(claims)}
    readings = _readings(incident.readings, issue_rank, claim_rank, place)
    reading_rank = {r.id: n for n, r in enumerate(readings)}
    return dataclasses.replace(
        incident,
        accounts=tuple(dataclasses.replace(a, warnings=_set(a.warnings)) for a in accounts),
        entities=tuple(sorted((_entity(e, where, place) for e in set(incident.entities)), key=lambda e: e.id)),
        figures=tuple(
            sorted((_figure(f) for f in set(incident.figures)), key=lambda f: (where(f.excerpt), f.id)),
        ),
        claims=claims,
        issues=issues,
        readings=readings,
        comparisons=_comparisons(incident.comparisons, issue_rank, reading_rank),
        kinds=tuple(
            dataclasses.replace(k, labels=_set(k.labels), wider=_set(k.wider), disjoint=_set(k.disjoint))
            for k in sorted(set(incident.kinds), key=lambda k: k.iri)
        ),
        profiles=_set(incident.profiles),
        rejected=_set(incident.rejected),
        credits=tuple(sorted(set(incident.credits), key=lambda pair: (place(pair[0]), place(pair[1])))),
        reuses=tuple(sorted(set(incident.reuses), key=lambda pair: (place(pair[0]), place(pair[1])))),
    )


def _entity(e: Entity, where: Callable[[Excerpt], Any], place: Callable[[str], Any]) -> Entity:
    return dataclasses.replace(
        e,
        alt_labels=_set(e.alt_labels),
        mentions=tuple(sorted(set(e.mentions), key=where)),
        merges=tuple(sorted(set(e.merges), key=lambda m: (place(m.account), m.surface, m.reason))),
        kinds=_set(e.kinds),
        attributes=tuple(sorted(set(e.attributes))),
        rules=_set(e.rules),
    )


def _readings(
    readings: Iterable[Reading], issues: Mapping[str, int], claims: Mapping[str, int], place: Callable[[str], Any]
) -> tuple[Reading, ...]:
    """The readings question by question, what most accounts hold first; ``issues`` and ``claims`` are ranks by id."""
    ordered = (
        dataclasses.replace(
            r,
            claims=tuple(sorted(set(r.claims), key=lambda c: (claims.get(c, len(claims)), c))),
            witnesses=tuple(sorted(set(r.witnesses), key=place)),
        )
        for r in set(readings)
    )

    def rank(r: Reading) -> tuple[Any, ...]:
        held = (-r.independent_witnesses, -len(r.witnesses), [place(w) for w in r.witnesses])
        return (issues.get(r.issue, len(issues)), *held, r.label, r.id)

    return tuple(sorted(ordered, key=rank))


def _comparisons(
    comparisons: Iterable[Comparison], issues: Mapping[str, int], readings: Mapping[str, int]
) -> tuple[Comparison, ...]:
    """The comparisons question by question, the strongest verdict first; ranks are by id."""
    last = len(readings)

    def rank(c: Comparison) -> tuple[Any, ...]:
        sides = (readings.get(c.left, last), readings.get(c.right, last))
        return (issues.get(c.issue, len(issues)), -c.verdict.strength, *sides, c.id)

    return tuple(sorted(set(comparisons), key=rank))


def kept(question: Question) -> Question:
    """``question`` without what only steers reading, its sets sorted."""
    defaults: dict[str, Any] = {
        f.name: f.default for f in dataclasses.fields(Question) if f.name not in KEPT_OF_QUESTION
    }
    return dataclasses.replace(
        question,
        answer_classes=_set(question.answer_classes),
        answer_kinds=_set(question.answer_kinds),
        **defaults,
    )


def spare_value(answer: Answer, figures: dict[str, Figure]) -> bool:
    """Whether the answer's quantity or period is not simply the value of its figure, and so needs a node of its own."""
    stated = figures[answer.figure].value if answer.figure in figures else None
    return any(value is not None and value != stated for value in (answer.quantity, answer.period))


def _with_value(answer: Answer, figures: dict[str, Figure]) -> Answer:
    if answer.figure not in figures or answer.quantity or answer.period:
        return answer
    value = figures[answer.figure].value
    if isinstance(value, Quantity):
        return dataclasses.replace(answer, quantity=value)
    return dataclasses.replace(answer, period=value)


def _figure(figure: Figure) -> Figure:
    return dataclasses.replace(figure, rules=_set(figure.rules))


def _first(claim: Claim) -> tuple[int, int]:
    return (claim.evidence[0].start, claim.evidence[0].end) if claim.evidence else (0, 0)


def _set(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))
