"""Claims in, issues and verdicts out."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from incident_graph.accounts import Account
from incident_graph.comparison.grading import DifferenceWays, graded, judge, with_agreement, without_agreement
from incident_graph.comparison.meaning import Meaning, Meanings, stance_of
from incident_graph.comparison.moments import said_on, superseded
from incident_graph.comparison.origins import independent, origin_of
from incident_graph.comparison.readings import Draft, Union, gather
from incident_graph.comparison.reasons import NO_REASON, Reason, reason, why_apart, why_together
from incident_graph.comparison.relations import relate, relate_unions
from incident_graph.comparison.standing import giving_way, only_guessed, voice
from incident_graph.comparison.updates import in_time
from incident_graph.comparison.verdicts import COMPLEMENTS, CONFLICTS, MAY_CONFLICT, Outcome, outcome, rests_on
from incident_graph.comparison.witnesses import account_order, source_groups
from incident_graph.model import Claim, Comparison, Grade, Issue, Reading, Stance, Verdict
from incident_graph.model.ids import make_id, slug
from incident_graph.profile import CompareBy, Kinds, Question
from incident_graph.values import Quantity, Relation

#: The most readings of one issue that are compared with one another: those with the most witnesses.
LIMIT = 200

#: Verdicts that must be firm: found in one way alone, they are to be checked.
_STRONG = frozenset({Verdict.CONFLICTS, Verdict.CONTESTS, Verdict.DIFFERS_UNLESS_LATER})

Result = tuple[tuple[Issue, ...], tuple[Reading, ...], tuple[Comparison, ...], tuple[Claim, ...]]


def compare(
    claims: Sequence[Claim],
    questions: Mapping[str, Question],
    kinds: Kinds,
    accounts: Sequence[Account],
    incident_id: str = "incident",
    difference_ways: DifferenceWays | None = None,
) -> Result:
    """Issues, readings, comparisons, and the claims with ``yields_to`` set where they give way, and graded.

    ``questions`` maps IRIs to questions; only those that some claim answers become issues. The result does not depend
    on the order of ``claims``, ``questions`` or ``accounts``. When an issue has more than ``LIMIT`` readings, only the
    ``LIMIT`` with the most witnesses are compared; the others are readings without comparisons.

    ``difference_ways`` gives the ways that call a difference itself, by the ids of the two claims that differ. What
    would be a conflict is one only when it is firm (see ``grading``), else it is ``MAY_CONFLICT``.

    Raises ``ValueError`` for a claim on a question or by an account that is not among those given.
    """
    ordered = sorted(accounts, key=account_order)
    place = {account.id: number for number, account in enumerate(ordered)}
    for claim in claims:
        if claim.question not in questions:
            raise ValueError(f"{claim.id} answers a question that is not given: {claim.question}")
        if claim.account not in place:
            raise ValueError(f"{claim.id} belongs to an account that is not given: {claim.account}")
    differences = difference_ways or {}
    groups, meanings = source_groups(ordered), Meanings(claims, kinds)
    by_question: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (place[c.account], c.evidence[:1], c.id)):
        by_question[claim.question].append(replace(without_agreement(claim), yields_to=None))
    asked = sorted((questions[iri] for iri in by_question), key=question_order)
    issues: list[Issue] = []
    readings: list[Reading] = []
    comparisons: list[Comparison] = []
    result: list[Claim] = []
    for question, issue_id in zip(asked, _issue_ids(asked), strict=True):
        given = by_question[question.iri]
        ids = {claim.id for claim in given}
        called = {pair: ways for pair, ways in differences.items() if pair <= ids}
        one = _OneIssue(question, kinds, issue_id, incident_id, meanings, ordered, groups, called)
        issue, of_issue, pairs, own = one.compare(given)
        issues.append(issue)
        readings += of_issue
        comparisons += pairs
        result += own
    return tuple(issues), tuple(readings), tuple(comparisons), tuple(result)


def question_order(question: Question) -> tuple[int, str, str]:
    """Sort key: the question's own order, then its name."""
    return question.order, question.name, question.iri


def _issue_ids(questions: Sequence[Question]) -> Iterator[str]:
    """``issue-`` and the question's name in kebab case; with a hash when two profiles ask by the same name."""
    names = [slug("".join(f"-{c}" if c.isupper() else c for c in question.name)) for question in questions]
    for question, name in zip(questions, names, strict=True):
        yield f"issue-{name}" if names.count(name) == 1 else make_id(f"issue-{name}", question.iri)


class _OneIssue:
    """Everything that comparing the claims on one question needs."""

    def __init__(
        self,
        question: Question,
        kinds: Kinds,
        issue_id: str,
        incident_id: str,
        meanings: Meanings,
        accounts: Sequence[Account],
        groups: Mapping[str, str],
        differences: DifferenceWays,
    ) -> None:
        self.question, self.kinds, self.id, self.incident_id = question, kinds, issue_id, incident_id
        self.meanings, self.accounts, self.groups, self.differences = meanings, accounts, groups, differences
        self.one_answer = question.one_answer and question.compare_by is not CompareBy.NOTHING
        self.place = {account.id: number for number, account in enumerate(accounts)}
        self.issued = {account.id: str(account.issued or "") for account in accounts}
        self.meaning: dict[str, Meaning] = {}

    def compare(self, claims: Sequence[Claim]) -> tuple[Issue, list[Reading], list[Comparison], list[Claim]]:
        self.meaning = {claim.id: self.meanings.of(claim, self.question) for claim in claims}
        one = self.one_answer or self._polar(claims)
        yielding = superseded(claims, self._incompatible, self.question, one_answer=one)
        current = [claim for claim in claims if claim.id not in yielding]
        yielding |= giving_way(current, self._incompatible, one_answer=one)
        standing = [claim for claim in claims if claim.id not in yielding]
        drafts = gather(standing, self.meaning, self.question, self.kinds, one_answer=self.one_answer)
        for draft in drafts:
            draft.claims = with_agreement(draft.claims, self.groups)
        drafts.sort(key=self._draft_order)
        labels = [draft.label for draft in drafts]
        often = Counter(labels)
        named = [draft.full_label if often[label] > 1 else label for draft, label in zip(drafts, labels, strict=True)]
        readings = [self._reading(draft, label) for draft, label in zip(drafts, named, strict=True)]
        pairs = list(combinations(range(min(len(drafts), LIMIT)), 2))
        comparisons = [self._comparison((drafts[i], readings[i]), (drafts[j], readings[j])) for i, j in pairs]
        across = [
            comparison.verdict
            for comparison, (i, j) in zip(comparisons, pairs, strict=True)
            if len(drafts[i].witnesses | drafts[j].witnesses) > 1
        ]
        answering = {claim.account for claim in standing}
        verdict = Verdict.SINGLE
        if len(answering) > 1:
            verdict = max([Verdict.AGREES, *across], key=lambda v: v.strength)
        silent = tuple(a.id for a in self.accounts if a.id not in answering and not a.cut_short)
        issue = Issue(self.id, self.question, verdict, silent)
        placed = {claim.id: claim for draft in drafts for claim in draft.claims}
        own = [placed.get(c.id) or replace(graded(c), yields_to=yielding[c.id]) for c in claims]
        own = [replace(claim, origin=origin_of(claim, self.groups)) for claim in own]
        return issue, readings, comparisons, own

    def _polar(self, claims: Sequence[Claim]) -> bool:
        return any(self.meaning[claim.id].sort == "polarity" for claim in claims)

    def _incompatible(self, one: Claim, other: Claim) -> bool:
        union, rival = (self.meaning[one.id],), (self.meaning[other.id],)
        relation = relate(union[0], rival[0], self.question, self.kinds)
        exclusive = self.one_answer or union[0].sort == "polarity"
        found = outcome(stance_of(one), stance_of(other), relation, one_answer=exclusive)
        return found.verdict is Verdict.CONFLICTS and self.question.compare_by is not CompareBy.NOTHING

    def _draft_order(self, draft: Draft) -> tuple[int, int, int, tuple[str, ...]]:
        apart = independent(draft.claims, self.groups)
        first = min(self.place[account] for account in draft.witnesses)
        return -len(draft.witnesses), -apart, first, draft.key

    def _reading(self, draft: Draft, label: str) -> Reading:
        return Reading(
            id=make_id("reading", self.incident_id, self.id, *draft.key),
            issue=self.id,
            label=label,
            claims=tuple(sorted(claim.id for claim in draft.claims)),
            witnesses=tuple(sorted(draft.witnesses, key=self.place.__getitem__)),
            independent_witnesses=independent(draft.claims, self.groups),
        )

    def _comparison(self, one: tuple[Draft, Reading], other: tuple[Draft, Reading]) -> Comparison:
        found, why = self._outcome(one[0], other[0])
        judged = judge(one[0].side, other[0].side, self.differences)
        apart = found.verdict in (Verdict.CONFLICTS, Verdict.CONTESTS)
        if found.verdict is Verdict.CONFLICTS:
            found = self._in_time(one[0], other[0])
        why = why if why is not NO_REASON else why_apart(one[0], other[0], found.verdict)
        if found.verdict in _STRONG and judged.grade is Grade.TENTATIVE:
            found = MAY_CONFLICT
        left, right = (other, one) if found.narrower == "right" else (one, other)
        return Comparison(
            id=make_id("comparison", *sorted((left[1].id, right[1].id))),
            issue=self.id,
            left=left[1].id,
            right=right[1].id,
            verdict=found.verdict,
            rests_on=self._rests_on(left[0], right[0]) if apart and found.verdict is not Verdict.UPDATES else "",
            weak=left[0].weak or right[0].weak,
            ways=judged.ways,
            grade=judged.grade,
            reason=judged.reason if apart else "",
            because=why.because,
            reconciliation=why.reconciled,
        )

    def _in_time(self, left: Draft, right: Draft) -> Outcome:
        """What a conflict is once the times of its two sides are looked at; of an update the later side is the left."""
        if left.stance is not Stance.ASSERTS or right.stance is not Stance.ASSERTS:
            return CONFLICTS
        sides = [
            (_count(draft.variants[0][0]), {said_on(claim, self.issued[claim.account]) for claim in draft.claims})
            for draft in (left, right)
        ]
        verdict, later = in_time(self.question.over_time, sides[0], sides[1])
        if verdict is Verdict.UPDATES and self._by_others(left, right):
            return Outcome(Verdict.DIFFERS_UNLESS_LATER)
        return Outcome(verdict, later)

    @staticmethod
    def _by_others(left: Draft, right: Draft) -> bool:
        """Whether two counts are the word of different parties: the later need not bring the earlier up to date."""
        voices = [frozenset[str]().union(*(voice(claim) for claim in draft.claims)) for draft in (left, right)]
        return all(voices) and voices[0].isdisjoint(voices[1])

    def _one_tells_both(self, left: Draft, right: Draft) -> bool:
        """Whether nobody holds the right without the left: whoever tells the right tells both in the same voice.

        Then the account itself sees no contradiction, and it agrees with whoever tells only the left. The left has as
        many witnesses or more: see ``_draft_order``.
        """
        if not right.witnesses < left.witnesses or left.variants[0][0].sort == "polarity":
            return False
        return all(left.voices[account] & right.voices[account] for account in right.witnesses)

    def _outcome(self, left: Draft, right: Draft) -> tuple[Outcome, Reason]:
        """The verdict before time and grade are looked at, and why what looks like a conflict is none."""
        if self.question.compare_by is CompareBy.NOTHING:
            return COMPLEMENTS, NO_REASON
        exclusive = self.one_answer or left.variants[0][0].sort == "polarity"

        def of(a: Union, b: Union) -> tuple[Outcome, Relation]:
            relation = relate_unions(a, b, self.question, self.kinds)
            return outcome(left.stance, right.stance, relation, one_answer=exclusive), relation

        found, relation = of(left.variants[0], right.variants[0])
        if found.verdict is not Verdict.CONFLICTS:
            looks = self.one_answer and found.verdict is Verdict.COMPLEMENTS
            return found, why_together(left, right, relation) if looks else NO_REASON
        if any(of(a, b)[0].verdict is not Verdict.CONFLICTS for a in left.variants for b in right.variants):
            return COMPLEMENTS, reason("tolerance")
        if self._one_tells_both(left, right):
            return COMPLEMENTS, reason("one-tells-both")
        if only_guessed(left.claims) or only_guessed(right.claims):
            return COMPLEMENTS, reason("guess")
        return found, NO_REASON

    def _rests_on(self, left: Draft, right: Draft) -> str:
        names = all(draft.variants[0][0].sort == "named" for draft in (left, right))
        clause = rests_on(self.question, left.stance, right.stance, names=names)
        if self.question.compare_by is not CompareBy.NUMBER:
            return clause
        first, second = (sorted(self.issued[account] for account in draft.witnesses) for draft in (left, right))
        if "" not in (first[0], second[0]) and (first[-1] < second[0] or second[-1] < first[0]):
            clause += ", and the later figure does not bring the earlier one up to date"
        return clause


def _count(meaning: Meaning) -> Quantity | None:
    """What a reading counts: its figure; one for yes and none for no, of what may come to be so with time."""
    if meaning.sort == "polarity":
        whether = Decimal(meaning.polarity)
        return Quantity(whether, whether, whether)
    return meaning.quantity
