"""Open cases: what the rules are not sure of, for a person to decide, what matters most first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from incident_graph.accounts import Account, Excerpt
from incident_graph.comparison import Strengths
from incident_graph.decisions.decision import Decision, Place
from incident_graph.decisions.log import standing
from incident_graph.decisions.names import REVIEWED
from incident_graph.decisions.places import place_of
from incident_graph.entities import resolve_proposals
from incident_graph.entities.clusters import name_key
from incident_graph.model import Certainty, Claim, Entity, Grade, Incident, Reading, Stance, Verdict
from incident_graph.names.mention import NameMention

#: How much text is shown on either side of the words, in code points.
AROUND = 220
#: And around what a claim conflicts with.
AROUND_RIVAL = 90

_STANCES = {
    Stance.DENIES: "denies it",
    Stance.NO_EVIDENCE: "says there is no evidence for it",
    Stance.UNKNOWN: "says it is not known",
}


@dataclass(frozen=True)
class Sighting:
    """Words in an account, in their context: what a person reads before deciding."""

    letter: str
    file_name: str
    line: int  # 1-based
    before: str
    words: str
    after: str
    place: Place


@dataclass(frozen=True)
class Case:
    """Something to decide. ``sort`` is ``conflict`` (a claim on which a conflict rests, or one to check), ``claim`` (a
    weak claim), ``merge`` (two names that may be one) or ``name`` (a name of no known class).

    The first sighting is what is decided on; for a conflict the others are what it conflicts with, for a merge the
    second is the other name. ``verbs`` are those that fit; ``marked`` the words to mark within the quotation.
    """

    sort: str
    title: str
    about: str
    sightings: tuple[Sighting, ...]
    verbs: tuple[str, ...]
    question: str = ""
    of: str = ""
    said: str = ""  # how the claim is said: stance, hedge, speaker, basis, in words

    @property
    def target(self) -> str:
        """What a decision on the case is on: a claim or a name."""
        return "claim" if self.question else "name"

    def decide(
        self,
        verb: str,
        *,
        value: str | None = None,
        stance: str | None = None,
        certainty: str | None = None,
        hedge: str | None = None,
        speaker: str | None = None,
        basis: str | None = None,
        other: Place | None = None,
    ) -> Decision:
        """The decision ``verb`` on this case; ValueError when it makes no sense."""
        if self.sort == "merge" and verb in ("merge", "split", "undo"):
            other = self.sightings[1].place
        return Decision(
            verb,
            self.target,
            self.sightings[0].place,
            question=self.question,
            of=self.of,
            value=value,
            stance=stance,
            certainty=certainty,
            hedge=hedge,
            speaker=speaker,
            basis=basis,
            other=other,
        )

    @property
    def key(self) -> tuple[object, ...]:
        """The key of decisions on this case."""
        return self.decide("undo").key


def open_cases(incident: Incident, decisions: Iterable[Decision] = ()) -> list[Case]:
    """What is open in ``incident`` and not settled by ``decisions``, what matters most first.

    Tentative claims on which a conflict to check rests, then weak or hedged ones on which a firm conflict does, the
    strongest pair first; weak claims, by the verdict of their
    question; proposed merges and names without a class, by how often they stand. Claims and names that a person has
    accepted before are not open. Accounts without their text give cases without context.
    """
    finder = _Finder(incident)
    settled = {d.key for d in standing(decisions)[0]}
    found = [*finder.conflicts(), *finder.weak_claims(), *finder.merges(), *finder.names()]
    seen: set[tuple[object, ...]] = set()
    cases = []
    for case in found:
        if case.key not in settled and case.key not in seen:
            seen.add(case.key)
            cases.append(case)
    return cases


class _Finder:
    """Finds the open cases of one incident."""

    def __init__(self, incident: Incident) -> None:
        self.incident = incident
        self.accounts: Mapping[str, Account] = {a.id: a for a in incident.accounts}
        self.rank = {a.id: n for n, a in enumerate(incident.accounts)}
        self.claims = {c.id: c for c in incident.claims}
        self.readings = {r.id: r for r in incident.readings}
        self.issues = {i.id: i for i in incident.issues}
        self.questions = {i.question.iri: i for i in incident.issues}

    # -- claims

    def conflicts(self) -> Iterator[Case]:
        """A case for the best claim of each tentative side of a conflict to check, and for each weak or hedged claim
        that alone bears a side of a firm one."""
        rivals: dict[str, list[Reading]] = {}
        firm: set[tuple[str, str]] = set()
        place: dict[str, int] = {}
        strengths = Strengths(self.incident)
        for number, pair in enumerate(sorted(self.incident.comparisons, key=strengths.order)):
            if pair.verdict not in (Verdict.CONFLICTS, Verdict.MAY_CONFLICT):
                continue
            sides = (self.readings[pair.left], self.readings[pair.right])
            for side, rival in (sides, sides[::-1]):
                for claim in self._doubtful(side, pair.verdict):
                    rivals.setdefault(claim.id, []).append(rival)
                    place.setdefault(claim.id, number)
                    if pair.verdict is Verdict.CONFLICTS:
                        firm.add((claim.id, rival.id))
        order = [c for c in self._in_order(rivals) if REVIEWED not in c.rules]
        order.sort(key=lambda c: (all((c.id, rival.id) in firm for rival in rivals[c.id]), place[c.id]))
        for claim in order:
            others = sorted(rivals[claim.id], key=lambda r: (-len(r.witnesses), r.id))
            labels = ", ".join(f"“{r.label}” ({self._letters(r)})" for r in others[:3])
            against = [self._sighting(self._best(r).evidence[0], AROUND_RIVAL) for r in others[:2]]
            verb = "conflicts" if all((claim.id, rival.id) in firm for rival in others) else "may conflict"
            yield self._claim_case("conflict", claim, f"{verb} with {labels}", against)

    def _doubtful(self, side: Reading, verdict: Verdict) -> list[Claim]:
        """The claims of a side of a conflict that a person should look at."""
        bearing = [self.claims[c] for c in side.claims]
        if verdict is Verdict.MAY_CONFLICT:
            return [] if any(c.grade is Grade.FIRM for c in bearing) else [self._best(side)]
        return bearing if all(c.tier == "C" or c.certainty is Certainty.HEDGED for c in bearing) else []

    def weak_claims(self) -> Iterator[Case]:
        """A case for each claim of tier C that nobody has accepted."""
        weak = [c for c in self._in_order(self.claims) if c.tier == "C" and REVIEWED not in c.rules]
        weak = [c for c in weak if c.question in self.questions]
        weak.sort(
            key=lambda c: (
                c.yields_to is not None,
                -self.questions[c.question].verdict.strength,
                self.questions[c.question].question.order,
            )
        )
        for claim in weak:
            why = "found in the headline only" if any("headline" in r for r in claim.rules) else "a loose cue"
            if claim.yields_to:
                why += "; gives way to a firmer claim of the same account"
            yield self._claim_case("claim", claim, why, [])

    def _in_order(self, ids: Iterable[str]) -> list[Claim]:
        found = [self.claims[i] for i in ids]
        return sorted(found, key=lambda c: (self.rank[c.account], c.evidence[0].start, c.question, c.id))

    def _claim_case(self, sort: str, claim: Claim, about: str, against: list[Sighting]) -> Case:
        question = self.questions[claim.question].question
        said = [_STANCES.get(claim.stance, "")]
        if claim.certainty is Certainty.HEDGED:
            said.append(f"hedged (“{claim.hedge}”)" if claim.hedge else "hedged")
        said += [f"according to {speaker.shown}" for speaker in claim.speakers]
        said += [f"of {claim.basis}"] if claim.basis else []
        return Case(
            sort,
            question.label or question.text,
            about,
            (self._sighting(claim.evidence[0]), *against),
            ("accept", "reject", "edit"),
            claim.question,
            claim.answer.label,
            ", ".join(part for part in said if part),
        )

    def _best(self, reading: Reading) -> Claim:
        claims = [self.claims[c] for c in reading.claims]
        return min(claims, key=lambda c: (c.tier, c.certainty.value, self.rank[c.account], c.evidence[0].start, c.id))

    def _letters(self, reading: Reading) -> str:
        return " ".join(self.accounts[w].letter or self.accounts[w].file_name for w in reading.witnesses)

    # -- names

    def merges(self) -> Iterator[Case]:
        """A case for each pair of names that may be one thing and are two."""
        mentions: dict[str, list[NameMention]] = {account: [] for account in self.accounts}
        owner: dict[str, Entity] = {}
        place: dict[str, Excerpt] = {}
        for entity in self.incident.entities:
            for excerpt in entity.mentions if entity.named else ():
                votes = ((entity.kind, 2.0, "graph"),) if entity.kind else ()
                mentions[excerpt.account].append(NameMention(excerpt, excerpt.text, votes))
                owner.setdefault(name_key(excerpt.text), entity)
                place.setdefault(name_key(excerpt.text), excerpt)
        for rows in mentions.values():
            rows.sort(key=lambda m: (m.excerpt.start, m.excerpt.end))
        found = []
        for proposal in resolve_proposals(mentions, self.incident.accounts):
            left, right = (name_key(name) for name in (proposal.left, proposal.right))
            if left not in owner or right not in owner or owner[left] is owner[right]:
                continue
            one, other = owner[left], owner[right]
            if one.kind and other.kind and one.kind != other.kind:
                continue
            found.append(
                (-min(len(one.mentions), len(other.mentions)), proposal, one, other, place[left], place[right])
            )
        for _, proposal, one, other, first, second in sorted(found, key=lambda row: row[:2]):
            yield Case(
                "merge",
                f"Are “{one.label}” and “{other.label}” the same?",
                _why(proposal.reason),
                (self._sighting(first), self._sighting(second)),
                ("merge", "split"),
            )

    def names(self) -> Iterator[Case]:
        """A case for each name of no known class."""
        untyped = [
            e for e in self.incident.entities if e.named and not e.kind and e.mentions and REVIEWED not in e.rules
        ]
        for entity in sorted(untyped, key=lambda e: (-len({m.account for m in e.mentions}), -len(e.mentions), e.id)):
            many = len(entity.mentions)
            times = "once" if many == 1 else f"{many} times"
            letters = {self.rank[m.account]: self.accounts[m.account].letter for m in entity.mentions}
            about = (
                f"named {times} ({' '.join(letter for _, letter in sorted(letters.items()))}); nothing says what it is"
            )
            verbs = ("retype", "reject", "accept", "merge")
            mentions = sorted(entity.mentions, key=lambda m: (self.rank[m.account], m.start))
            yield Case("name", f"What is “{entity.label}”?", about, (self._sighting(mentions[0]),), verbs)

    def _sighting(self, excerpt: Excerpt, around: int = AROUND) -> Sighting:
        return sighting(self.accounts[excerpt.account], excerpt, around)


def sighting(account: Account, excerpt: Excerpt, around: int = AROUND) -> Sighting:
    """The words of ``excerpt`` in their context, up to ``around`` code points on either side, cut between words.

    >>> account = Account("0" * 64, "a.txt", "Nobody at all was hurt in the end.", "A")
    >>> seen = sighting(account, account.excerpt(14, 22), around=10)
    >>> seen.before, seen.words, seen.after
    ('…at all ', 'was hurt', ' in the…')
    """
    text = account.text
    first = min(account.body_start, excerpt.start)  # what stands before the body is not context
    before = text[max(first, excerpt.start - around) : excerpt.start]
    if excerpt.start - around > first:
        before = "…" + before.partition(" ")[2]
    after = text[excerpt.end : excerpt.end + around]
    if excerpt.end + around < len(text):
        after = after.rpartition(" ")[0] + "…"
    line = account.line_of(excerpt.start) if text else 0
    place = place_of(account, excerpt)
    return Sighting(account.letter, account.file_name, line, before, excerpt.text, after, place)


def _why(reason: str) -> str:
    if reason.startswith("token-sort"):
        return "they are spelled much alike"
    return {"prefix": "the one may be short for the other"}.get(reason, reason)
