"""The profile linter: what would silently ruin extraction, found before it does."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from incident_graph.profile.cue import Cue
from incident_graph.profile.deed import Deed
from incident_graph.profile.profile import Profile
from incident_graph.profile.question import AnswerType, CompareBy, Question

_NEEDS = {
    AnswerType.ENTITY: {CompareBy.IDENTITY, CompareBy.KIND, CompareBy.NOTHING},
    AnswerType.KIND: {CompareBy.KIND, CompareBy.NOTHING},
    AnswerType.QUANTITY: {CompareBy.NUMBER, CompareBy.NOTHING},
    AnswerType.PERIOD: {CompareBy.PERIOD, CompareBy.NOTHING},
    AnswerType.POLARITY: {CompareBy.STANCE, CompareBy.NOTHING},
    AnswerType.PHRASE: {CompareBy.NOTHING},
}
_COMMON = frozenset(
    """the a an of and or in on at to for from by with that this it its was were is are be been has have had not no as
    but who""".split()
)
#: A cue that fires in more than this share of sentences tells nothing.
BROAD = 0.25
_ENOUGH = 40


@dataclass(frozen=True)
class Finding:
    """One remark: ``severity`` is ``"error"`` (the profile will not do what it says) or ``"warning"``."""

    severity: str
    where: str
    message: str


def lint(profile: Profile, sentences: Sequence[str] = ()) -> list[Finding]:
    """Everything that looks wrong in a profile, in the order of its questions; with sample ``sentences``, also cues
    that fire in a large share of them. An empty list: nothing found.
    """
    found: list[Finding] = []
    for question in profile.questions.values():
        found += _question(question, profile)
    for name in profile.names:
        if not profile.deeds.get(name) and name != "general":
            found.append(Finding("warning", name, "no inc:Deed: the profile is never chosen for an incident"))
        for deed in profile.deeds.get(name, ()):
            found += _deed(deed)
    for iri, kind in profile.kinds.by_iri.items():
        for wider in (*kind.wider, *kind.disjoint):
            if wider not in profile.kinds.by_iri:
                found.append(
                    Finding("error", _short(iri), f"refers to {_short(wider)}, which no loaded profile declares")
                )
        if any(
            profile.kinds.disjoint(a, b) for a in profile.kinds.ancestors(iri) for b in profile.kinds.ancestors(iri)
        ):
            found.append(
                Finding("error", _short(iri), "is narrower than two kinds that exclude each other: nothing can be one")
            )
    if len(sentences) >= _ENOUGH:
        found += _broad(profile, sentences)
    return found


def _short(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]


def _deed(deed: Deed) -> Iterator[Finding]:
    where = _short(deed.id)
    if not deed.verb and not deed.noun:
        yield Finding("error", where, "has neither inc:verb nor inc:eventNoun: nothing will ever tell it")
    if not deed.fires or not deed.silent:
        yield Finding("warning", where, "needs an example that tells it (inc:fires) and one that does not (inc:silent)")


def _question(question: Question, profile: Profile) -> Iterator[Finding]:
    where = _short(question.iri)
    if not question.cues and not question.weak_cues:
        yield Finding("error", where, "has no inc:cue: nothing will ever answer it")
    if question.compare_by not in _NEEDS[question.answer]:
        yield Finding(
            "error", where, f"answers of type {question.answer.value} cannot be compared by {question.compare_by.value}"
        )
    for kind in question.answer_kinds:
        if kind not in profile.kinds.by_iri:
            yield Finding("error", where, f"answer kind {_short(kind)} is declared nowhere")
        elif not any(profile.kinds.by_iri[k].patterns for k in profile.kinds.narrower(kind)):
            yield Finding("error", where, f"no kind under {_short(kind)} has an inc:pattern: it can never be found")
    if question.answer is AnswerType.KIND and not question.answer_kinds:
        yield Finding("error", where, "answers with a kind, but names no inc:answerKind")
    if question.answer is AnswerType.ENTITY and not question.answer_kinds and not question.answer_classes:
        yield Finding("error", where, "answers with a thing, but names neither inc:answerClass nor inc:answerKind")
    if question.answer is AnswerType.QUANTITY and not question.counts:
        yield Finding("warning", where, "has no inc:counts: any figure may answer it")
    for cue in (*question.cues, *question.weak_cues):
        if question.answer in (AnswerType.ENTITY, AnswerType.QUANTITY, AnswerType.PERIOD) and not cue.has_slot:
            yield Finding("error", where, f"cue “{cue.source}” has no {{value}}")
        if (
            cue.has_slot
            and cue.left is None
            and cue.right is None
            and not question.requires
            and question.answer is AnswerType.QUANTITY
        ):
            yield Finding(
                "warning", where, f"cue “{cue.source}” takes any figure: add inc:requires or words around {{value}}"
            )
        if _only_common(cue):
            yield Finding(
                "error" if not question.requires else "warning",
                where,
                f"cue “{cue.source}” has only words that stand in every text",
            )
    for cue in question.requires:
        if re.search(r"\S\s+\S", cue.source) and "..." not in cue.source and "|" in cue.source:
            yield Finding(
                "warning",
                where,
                f"inc:requires “{cue.source}” is words in order; alternatives of several words are joined with “_”",
            )


def _only_common(cue: Cue) -> bool:
    words = re.findall(r"[a-z]+", re.sub(r"\{value\}", "", cue.source.lower()))
    return bool(words) and all(w in _COMMON for w in words)


def _broad(profile: Profile, sentences: Sequence[str]) -> Iterator[Finding]:
    for question in profile.questions.values():
        for cue in question.cues:
            pattern = cue.left or cue.right
            if pattern is None:
                continue
            share = sum(1 for s in sentences if pattern.search(s)) / len(sentences)
            if share > BROAD:
                yield Finding(
                    "warning",
                    _short(question.iri),
                    f"cue “{cue.source}” fires in {share:.0%} of {len(sentences)} sentences",
                )
