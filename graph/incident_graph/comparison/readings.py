"""Readings: the claims of one issue that give the same value."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from incident_graph.comparison.grading import Side
from incident_graph.comparison.meaning import Key, Meaning, stance_of
from incident_graph.comparison.relations import relate, without_redundant
from incident_graph.comparison.standing import alternatives, voice
from incident_graph.model import Certainty, Claim, Stance
from incident_graph.profile import Kinds, Question
from incident_graph.values import Relation

#: One meaning, or several of which one is said to be right.
Union = tuple[Meaning, ...]

_ORDER = (Stance.ASSERTS, Stance.DENIES, Stance.NO_EVIDENCE, Stance.UNKNOWN)


@dataclass
class Draft:
    """A reading in the making. ``variants`` holds the distinct values it gathers, the one it is anchored on first: more
    than one only for figures that are equal within the question's tolerance. Its
    properties are read once it is complete."""

    stance: Stance
    variants: list[Union] = field(default_factory=list)
    holders: list[set[str]] = field(default_factory=list)  # of each variant: ids of accounts
    claims: list[Claim] = field(default_factory=list)

    @cached_property
    def key(self) -> tuple[str, ...]:
        """What identifies the reading within its issue, whoever holds it."""
        return (self.stance.value, *(part for meaning in self.variants[0] for part in ("or", *meaning.key)))

    @cached_property
    def witnesses(self) -> set[str]:
        """Ids of the accounts that hold it."""
        return {claim.account for claim in self.claims}

    @cached_property
    def voices(self) -> dict[str, set[frozenset[str]]]:
        """In which voices each account holds it: see ``voice``."""
        found: defaultdict[str, set[frozenset[str]]] = defaultdict(set)
        for claim in self.claims:
            found[claim.account].add(voice(claim))
        return dict(found)

    @cached_property
    def side(self) -> Side:
        """Its claims, graded, as a side of differences."""
        return Side(self.claims)

    @cached_property
    def weak(self) -> bool:
        """Whether nobody says it flatly and in their own voice."""
        return all(claim.certainty is Certainty.HEDGED or not claim.own_voice for claim in self.claims)

    @cached_property
    def label(self) -> str:
        """The best wording: named over described, then what most accounts use, then one of a handy length; figures
        in their normal form; what is denied, unproven or unknown says so."""
        most = max(len(accounts) for accounts in self.holders)
        union = next(v for v, accounts in zip(self.variants, self.holders, strict=True) if len(accounts) == most)
        sort = union[0].sort
        if sort == "polarity":
            yes = union[0].polarity
            return {
                Stance.NO_EVIDENCE: "no evidence" if yes else "no evidence against it",
                Stance.UNKNOWN: "not known",
            }.get(self.stance, "yes" if yes else "no")
        if sort == "open":
            return "not known"
        label = " or ".join(sorted(self._wording(meaning) for meaning in union))
        prefix = {Stance.DENIES: "not ", Stance.NO_EVIDENCE: "no evidence of ", Stance.UNKNOWN: "not known whether "}
        return label if label.startswith("not known") else prefix.get(self.stance, "") + label

    @property
    def full_label(self) -> str:
        """The label with what is counted and the basis, for readings whose labels would otherwise look alike."""
        first = self.variants[0][0]
        label = str(first.quantity) if first.quantity is not None and self.stance is Stance.ASSERTS else self.label
        basis = next((part for claim in self.claims for part in (claim.answer.basis, claim.basis) if part), "")
        return f"{label} ({basis})" if basis else label

    def _wording(self, meaning: Meaning) -> str:
        figure = meaning.quantity or meaning.period
        if figure is not None:
            return figure.label()
        accounts: defaultdict[str, set[str]] = defaultdict(set)
        named = meaning.sort == "named" or any(claim.answer.named for claim in self.claims)
        for claim in self.claims:
            if len(self.variants[0]) == 1 and claim.answer.named == named:
                accounts[claim.answer.label].add(claim.account)
        if not accounts:
            return meaning.label
        return min(
            accounts, key=lambda label: (-len(accounts[label]), label.startswith("the "), _awkward(label), label)
        )


def _awkward(label: str, ideal: int = 30) -> int:
    """How far a wording is from a length that says enough and no more: "the supplier", or half a sentence."""
    return abs(len(label) - ideal)


def gather(
    claims: Sequence[Claim], meaning: dict[str, Meaning], question: Question, kinds: Kinds, *, one_answer: bool
) -> list[Draft]:
    """The readings of one issue. ``claims`` are those that stand; ``meaning`` gives each its meaning, by id.

    What an account offers as alternatives to a question with one answer is one reading, a union. The result does not
    depend on the order of ``claims``.
    """
    values: dict[tuple[Stance, tuple[Key, ...]], tuple[Union, list[Claim]]] = {}
    for members in _unions(claims, meaning, question, kinds) if one_answer else [[claim] for claim in claims]:
        union = without_redundant([meaning[claim.id] for claim in members], question, kinds)
        place = stance_of(members[0]), tuple(m.key for m in union)
        known, gathered = values.get(place, (union, []))
        gathered += members
        values[place] = tuple(map(_fuller, known, union)), gathered
    drafts: list[Draft] = []
    by_figure: defaultdict[tuple[Stance, str], list[Draft]] = defaultdict(list)
    for (stance, _), (union, members) in sorted(values.items(), key=lambda v: (_ORDER.index(v[0][0]), _rank(v[1][0]))):
        anchors = by_figure[stance, union[0].sort]
        draft = _nearest(union, anchors, question, kinds)
        if draft is None:
            draft = Draft(stance)
            drafts.append(draft)
            if len(union) == 1 and union[0].sort in ("quantity", "period"):
                anchors.append(draft)
        draft.variants.append(union)
        draft.holders.append({claim.account for claim in members})
        draft.claims += members
    return drafts


def _fuller(one: Meaning, other: Meaning) -> Meaning:
    """Of two meanings with the same key, the one that more is known of."""
    return max(one, other, key=lambda m: (len(m.kinds), sorted(m.kinds), -len(m.label), m.label))


def _unions(
    claims: Sequence[Claim], meaning: dict[str, Meaning], question: Question, kinds: Kinds
) -> list[list[Claim]]:
    """``claims`` in groups: the alternatives one account offers together, everything else alone.

    Alternatives are marked as such in one sentence, or are hedged answers of one voice that exclude each other.
    """
    offered = alternatives(claims)
    voices: defaultdict[tuple[str, ...], list[list[Claim]]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: c.id):
        voice = (claim.account, *sorted(speaker.entity or speaker.known_as for speaker in claim.speakers))
        groups = voices[voice]
        hedged = claim.certainty is Certainty.HEDGED and claim.stance is Stance.ASSERTS
        joined = [claim]
        for group in list(groups):
            if any(
                (claim.id in offered and offered[claim.id] == offered.get(other.id))
                or (hedged and _hedged_rival(other, claim, meaning, question, kinds))
                for other in group
            ):
                groups.remove(group)
                joined = group + joined
        groups.append(joined)
    return [group for groups in voices.values() for group in groups]


def _hedged_rival(other: Claim, claim: Claim, meaning: dict[str, Meaning], question: Question, kinds: Kinds) -> bool:
    if other.certainty is not Certainty.HEDGED or other.stance is not Stance.ASSERTS:
        return False
    rival = meaning[other.id]
    return rival.sort != "polarity" and relate(rival, meaning[claim.id], question, kinds) is Relation.DISJOINT


def _rank(union: Union) -> tuple[int, Decimal, tuple[tuple[str, ...], ...]]:
    """Order in which values become anchors: exact numbers, then approximate ones, then ranges, then all else."""
    keys = tuple(meaning.key for meaning in union)
    quantity = union[0].quantity
    if len(union) > 1 or quantity is None:
        return 3, Decimal(0), keys
    exact = quantity.stated is not None and quantity.low == quantity.high
    return 0 if exact else 1 if quantity.stated is not None else 2, quantity.size, keys


def _nearest(union: Union, anchors: Sequence[Draft], question: Question, kinds: Kinds) -> Draft | None:
    """The draft whose anchor equals the figure ``union``, the nearest of them; none for anything but one figure."""
    if len(union) > 1:
        return None
    equal = [d for d in anchors if relate(union[0], d.variants[0][0], question, kinds) is Relation.EQUAL]
    return min(equal, key=lambda draft: _distance(union[0], draft.variants[0][0]), default=None)


def _distance(one: Meaning, other: Meaning) -> Decimal:
    if one.quantity is None or other.quantity is None:
        return Decimal(0)
    return abs(one.quantity.size - other.quantity.size)
