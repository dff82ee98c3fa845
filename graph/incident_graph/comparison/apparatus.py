"""The apparatus: one row an issue, one line a reading, as data. Printing it is the command line's."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from incident_graph.comparison.grading import reading_grade, reading_ways
from incident_graph.comparison.meaning import stance_of
from incident_graph.comparison.moments import withdrawn
from incident_graph.comparison.order import issue_order
from incident_graph.comparison.strength import Strengths
from incident_graph.comparison.witnesses import account_order
from incident_graph.model import Certainty, Claim, Comparison, Grade, Incident, Reading, Stance, Verdict

#: The sign of each verdict.
GLYPHS = {
    Verdict.CONFLICTS: "≠",
    Verdict.CONTESTS: "?",
    Verdict.MAY_CONFLICT: "≠?",
    Verdict.DIFFERS_UNLESS_LATER: "→?",
    Verdict.COMPLEMENTS: "∥",
    Verdict.UPDATES: "→",
    Verdict.REFINES: "⊂",
    Verdict.AGREES: "=",
    Verdict.SINGLE: "1",
}


@dataclass(frozen=True)
class Witness:
    """An account that holds a reading: its letter and how it holds it.

    ``marks`` are, in this order, ``!`` denied, ``?`` no evidence or not known, ``~`` hedged, ``@`` attributed; the last
    two only when the account nowhere says the same flatly and in its own voice. ``speakers`` as written.
    """

    account: str
    letter: str
    marks: str = ""
    speakers: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.letter + self.marks


@dataclass(frozen=True)
class ReadingLine:
    """One reading: who holds it and what it says; firm when a claim that gives it is, and the ways that found them."""

    reading: str  # id
    label: str
    witnesses: tuple[Witness, ...]
    independent_witnesses: int
    grade: Grade = Grade.TENTATIVE
    ways: tuple[str, ...] = ()

    @property
    def letters(self) -> str:
        """``"A~ C@"``"""
        return " ".join(map(str, self.witnesses))

    @property
    def speakers(self) -> tuple[str, ...]:
        """All speakers named by witnesses that only attribute it, without repetition."""
        return tuple(dict.fromkeys(speaker for witness in self.witnesses for speaker in witness.speakers))


@dataclass(frozen=True)
class Withdrawn:
    """What an account said and took back, by a correction or a later post: its letter, the answer, and when it was
    posted ("" where that is not known)."""

    letter: str
    label: str
    moment: str = ""

    def __str__(self) -> str:
        return f"{self.label}, withdrawn" + (
            f" (posted {self.moment.replace('T', ' ').strip()})" if self.moment else ""
        )


@dataclass(frozen=True)
class Row:
    """One issue of the apparatus. ``rests_on``: what its conflicts presuppose, without repetition. ``pairs``: how
    its readings lie to one another, what matters most first. The ``grade`` is that of the firmest pair with the row's
    verdict."""

    issue: str  # id
    question: str  # label
    verdict: Verdict
    glyph: str
    readings: tuple[ReadingLine, ...]
    silent: tuple[str, ...]  # letters
    weak: bool = False  # the verdict rests only on pairs with a hedged or attributed side
    rests_on: tuple[str, ...] = ()
    pairs: tuple[Comparison, ...] = ()
    grade: Grade = Grade.TENTATIVE
    withdrawn: tuple[Withdrawn, ...] = ()

    @property
    def to_check(self) -> bool:
        """Whether it stands in the group to check: its readings would conflict, had more than one way found them so."""
        return self.verdict is Verdict.MAY_CONFLICT


def clauses_once(clauses: Iterable[str]) -> tuple[str, ...]:
    """Each clause once, without those that another one begins with.

    >>> clauses_once(["if one", "if one, and later", "if two"])
    ('if one, and later', 'if two')
    """
    found = tuple(dict.fromkeys(clauses))
    return tuple(one for one in found if not any(other.startswith(f"{one}, ") for other in found))


def apparatus(incident: Incident) -> list[Row]:
    """The rows of the apparatus, what matters most first; readings with the most witnesses first."""
    letters = {account.id: account.letter for account in sorted(incident.accounts, key=account_order)}
    place = {account: number for number, account in enumerate(letters)}
    claims = {claim.id: claim for claim in incident.claims}
    strengths = Strengths(incident)
    all_pairs: defaultdict[str, list[Comparison]] = defaultdict(list)
    for comparison in incident.comparisons:
        all_pairs[comparison.issue].append(comparison)
    readings_of: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in incident.readings:
        readings_of[reading.issue].append(reading)
    taken_back = _taken_back(incident, claims, letters)
    rows = []
    for issue in issue_order(incident):
        pairs = [pair for pair in all_pairs[issue.id] if pair.verdict is issue.verdict]
        lines = [_line(reading, claims, letters, place) for reading in readings_of[issue.id]]
        lines.sort(key=lambda line: (-len(line.witnesses), [place[w.account] for w in line.witnesses], line.reading))
        rows.append(
            Row(
                issue=issue.id,
                question=issue.question.label,
                verdict=issue.verdict,
                glyph=GLYPHS[issue.verdict],
                readings=tuple(lines),
                silent=tuple(letters[account] for account in sorted(issue.silent, key=place.__getitem__)),
                weak=bool(pairs) and all(pair.weak for pair in pairs),
                rests_on=clauses_once(pair.rests_on for pair in pairs if pair.rests_on),
                pairs=tuple(sorted(all_pairs[issue.id], key=strengths.order)),
                grade=Grade.FIRM if any(of.grade is Grade.FIRM for of in pairs or lines) else Grade.TENTATIVE,
                withdrawn=tuple(taken_back[issue.question.iri]),
            )
        )
    return rows


def _taken_back(
    incident: Incident, claims: dict[str, Claim], letters: dict[str, str]
) -> defaultdict[str, list[Withdrawn]]:
    """What accounts have withdrawn, by question; by account, the latest first."""
    found: defaultdict[str, list[Withdrawn]] = defaultdict(list)
    gone = [c for c in incident.claims if c.yields_to and withdrawn(c, claims.get(c.yields_to))]
    for claim in sorted(gone, key=lambda c: (c.moment, c.id), reverse=True):
        figure = claim.answer.quantity or claim.answer.period
        label = figure.label() if figure is not None else claim.answer.label
        one = Withdrawn(letters[claim.account], label, claim.moment)
        if one not in found[claim.question]:
            found[claim.question].append(one)
    for rows in found.values():
        rows.sort(key=lambda row: row.letter)
    return found


def _line(reading: Reading, claims: dict[str, Claim], letters: dict[str, str], place: dict[str, int]) -> ReadingLine:
    own: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in (claims[name] for name in reading.claims if name in claims):
        own[claim.account].append(claim)
    holding = sorted((account for account in set(reading.witnesses) if account in place), key=place.__getitem__)
    witnesses = [_witness(account, letters[account], own[account]) for account in holding]
    found = [claim for rows in own.values() for claim in rows]
    return ReadingLine(
        reading.id,
        reading.label,
        tuple(witnesses),
        reading.independent_witnesses,
        reading_grade(found),
        reading_ways(found),
    )


def _witness(account: str, letter: str, claims: list[Claim]) -> Witness:
    stances = {stance_of(claim) for claim in claims}
    marks = "!" * (stances == {Stance.DENIES}) + "?" * bool(stances & {Stance.NO_EVIDENCE, Stance.UNKNOWN})
    own = [claim for claim in claims if claim.own_voice]  # what it says in its own voice outweighs what others say
    marks += "~" * all(claim.certainty is Certainty.HEDGED for claim in own or claims)
    if own:
        return Witness(account, letter, marks)
    return Witness(
        account, letter, marks + "@", tuple(dict.fromkeys(s.shown for claim in claims for s in claim.speakers))
    )
