"""What a build says, in the gold's terms: which questions a facet is asked in, and which claims give which answer."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from incident_graph.accounts import Excerpt
from incident_graph.model import Claim, Figure, Incident, Stance
from scoring.alike import number_in, telling
from scoring.gold import Answer, Gold, Places


@dataclass(frozen=True)
class Call:
    """The verdict on two readings of one question, and the files that hold them."""

    question: str
    verdict: str
    left: frozenset[str]
    right: frozenset[str]

    @property
    def pairs(self) -> set[frozenset[str]]:
        """The pairs of files that it puts apart, one of each reading; one file alone where it has both.

        >>> call = Call("what", "Conflicts", frozenset(["a"]), frozenset(["a", "b"]))
        >>> sorted(map(sorted, call.pairs))
        [['a'], ['a', 'b']]
        """
        return {frozenset((a, b)) for a in self.left for b in self.right}


@dataclass(frozen=True)
class Reading:
    """One incident as it was built, beside its gold."""

    gold: Gold
    incident: Incident
    asked_in: Mapping[str, str] | None = None  # the question of each facet, where that is known

    @cached_property
    def files(self) -> dict[str, str]:
        """The file name of every account, by its id."""
        return {account.id: account.file_name for account in self.incident.accounts}

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """The figures by their ids."""
        return {figure.id: figure for figure in self.incident.figures}

    @cached_property
    def kinds(self) -> dict[str, tuple[str, ...]]:
        """All labels of every kind, by its IRI."""
        return {kind.iri: (kind.label, *kind.labels) for kind in self.incident.kinds}

    @cached_property
    def claims(self) -> dict[str, list[Claim]]:
        """The claims by question."""
        by_question: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.incident.claims:
            by_question[claim.question].append(claim)
        return dict(by_question)

    @cached_property
    def given(self) -> dict[Answer, list[Claim]]:
        """For every answer of the gold the claims that give it, whatever their question."""
        return {a: [c for c in self.incident.claims if self.gives(c, a)] for a in self.gold.answers}

    @cached_property
    def asked(self) -> dict[str, str]:
        """For every facet the question in which most of its answers are given; of several, that with fewest claims."""
        if self.asked_in is not None:
            return dict(self.asked_in)
        counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for answer, claims in self.given.items():
            for question in {claim.question for claim in claims}:
                counts[answer.facet][question] += 1
        return {facet: min(found, key=lambda q: (-found[q], len(self.claims[q]), q)) for facet, found in counts.items()}

    @cached_property
    def calls(self) -> list["Call"]:
        """The verdict on every pair of readings that were compared."""
        questions = {issue.id: issue.question.iri for issue in self.incident.issues}
        sides = {r.id: frozenset(self.files[w] for w in r.witnesses) for r in self.incident.readings}
        return [
            Call(questions[c.issue], c.verdict.value, sides[c.left], sides[c.right]) for c in self.incident.comparisons
        ]

    def at(self, excerpt: Excerpt, file: str, places: Places) -> bool:
        """Whether an excerpt is of this file and touches one of the places."""
        own = frozenset(((excerpt.start, excerpt.end),))
        return self.files[excerpt.account] == file and _touch(own, places)

    def gives(self, claim: Claim, answer: Answer) -> bool:
        """Whether a claim rests on the words of an answer and has its value.

        A figure has to be one that the gold counts in those words, or a number written in the answer; of anything else,
        by any label of its kind, one telling word has to be the answer's or its evidence's. Yes and no are left to the
        stance.
        """
        if not any(self.at(excerpt, answer.file, answer.places) for excerpt in claim.evidence):
            return False
        said = claim.answer
        read = said.quantity or said.period
        if read is None:
            words = telling(answer.value) | telling(answer.evidence)
            labels = (said.label, *self.kinds.get(said.kind or "", ()))
            return said.polarity is not None or any(telling(label) & words for label in labels)
        figure = self.figures.get(said.figure or "")
        return (said.quantity is not None and number_in(answer.value, said.quantity)) or any(
            _touch(known.places, answer.places)
            and known.value.fits(read)
            and (figure is None or self.at(figure.excerpt, known.file, known.places))
            for known in self.gold.figures
            if known.file == answer.file
        )

    def repeats(self, claim: Claim, answer: Answer) -> bool:
        """Whether a claim says, wherever in its account, an answer or a part of it, and nothing else."""
        if self.files[claim.account] != answer.file:
            return False
        if claim.answer.quantity is not None:
            return number_in(answer.value, claim.answer.quantity)
        words = telling(claim.answer.label)
        return claim.answer.period is None and bool(words) and words <= telling(answer.value)


def stances(claim: Claim) -> frozenset[str]:
    """How the gold would call what a claim does with its answer; more than one word may hold."""
    if claim.stance in (Stance.DENIES, Stance.NO_EVIDENCE):
        return frozenset(("denied",))
    if claim.stance is Stance.UNKNOWN:
        return frozenset(("hedged", "unknown"))
    held = {"hedged"} if claim.certainty.value == "Hedged" else set()
    held |= {"attributed"} if claim.speakers else set()
    held = held or {"asserted"}
    return frozenset(held | {"denied"} if claim.answer.polarity is False else held)


def _touch(places: Places, others: Places) -> bool:
    return any(a < d and c < b for a, b in places for c, d in others)
