"""What a report says, in the order in which it says it; how it looks is for Markdown and HTML to decide."""

from dataclasses import dataclass

from incident_graph.accounts import Account, account_name, headline
from incident_graph.comparison import lineages, summary, why
from incident_graph.comparison.apparatus import clauses_once
from incident_graph.model import Claim, Incident, Issue, Reading, Stance, Verdict
from incident_graph.network import MARKS, Lookup, normalised, plain

MOST_QUOTES = 12  # of one reading
MOST_PAIRS = 12  # of one issue's readings

_TO_CHECK = "To check: where one way alone finds that they cannot all be right"

#: The parts of a report: heading, and the verdicts of the questions in it.
PARTS: tuple[tuple[str, tuple[Verdict, ...]], ...] = (
    ("Where the accounts cannot all be right", (Verdict.CONFLICTS,)),
    ("Where one account contests another", (Verdict.CONTESTS,)),
    ("Where they differ, unless one is later", (Verdict.DIFFERS_UNLESS_LATER,)),
    ("Where one brings the other up to date", (Verdict.UPDATES,)),
    (_TO_CHECK, (Verdict.MAY_CONFLICT,)),
    ("Where they differ and both could be true", (Verdict.COMPLEMENTS,)),
    ("Where one is more specific", (Verdict.REFINES,)),
    ("Where they agree", (Verdict.AGREES,)),
    ("What one account alone says", (Verdict.SINGLE,)),
)

#: Verdicts that oppose accounts: that a side is hedged or attributed is said with them.
_OPPOSED = (Verdict.CONFLICTS, Verdict.CONTESTS, Verdict.MAY_CONFLICT)
_STANCES = {Stance.DENIES: "denied", Stance.NO_EVIDENCE: "no evidence", Stance.UNKNOWN: "not known"}


@dataclass(frozen=True)
class Source:
    """One account: what it is called, its own headline, whom it relies on; empty strings for what is not known."""

    letter: str
    name: str
    title: str
    date: str
    file: str
    sha256: str
    relies: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Quoted:
    """The words of one claim: ``said`` tells how firmly, ``value`` how a figure was read; ``line`` 0 is not known."""

    letter: str
    line: int
    text: str
    said: tuple[str, ...]
    value: str


@dataclass(frozen=True)
class Answer:
    """One reading with its accounts and their words; ``more`` quotations are not listed."""

    number: int
    label: str
    letters: tuple[str, ...]
    independent: int
    quotes: tuple[Quoted, ...]
    more: int


@dataclass(frozen=True)
class Entry:
    """One question: ``verdict`` in words, what it rests on, the ``reasons`` why it has that verdict or is to be
    checked, how the readings lie to one another, who is silent."""

    label: str
    question: str
    glyph: str
    verdict: str
    rests_on: tuple[str, ...]
    reasons: tuple[str, ...]
    pairs: tuple[str, ...]
    answers: tuple[Answer, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True)
class Part:
    """Questions of one verdict, what matters most first."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Report:
    """The whole report."""

    title: str
    summary: str
    sources: tuple[Source, ...]
    parts: tuple[Part, ...]
    unanswered: tuple[str, ...]
    version: str


def content(incident: Incident) -> Report:
    """What there is to report of an incident: every question with a reading, whatever its verdict."""
    import incident_graph

    lookup = Lookup(incident)
    entries: dict[Verdict, list[Entry]] = {}
    for issue in lookup.issues():
        entries.setdefault(issue.verdict, []).append(_entry(lookup, issue))
    parts = [
        Part(heading, tuple(entry for verdict in verdicts for entry in entries.get(verdict, [])))
        for heading, verdicts in PARTS
    ]
    if not any(entries.get(verdict) for verdict in (Verdict.CONFLICTS, Verdict.CONTESTS)):
        parts.sort(key=lambda part: part.heading != _TO_CHECK)  # as the page does where nothing is firm
    lineage = lineages(incident)
    return Report(
        plain(incident.title, 240) or "Untitled incident",
        plain(summary(lookup.incident), 2000),
        tuple(_source(lookup, account, lineage[account.id].words) for account in incident.accounts),
        tuple(part for part in parts if part.entries),
        tuple(plain(i.question.label) for i in incident.issues if not lookup.readings(i)),
        incident_graph.__version__,
    )


def _source(lookup: Lookup, account: Account, relies: str) -> Source:
    return Source(
        plain(lookup.letter(account.id), 6),
        plain(account_name(account), 300),
        plain(headline(account), 300),
        account.issued.isoformat() if account.issued else "",
        plain(account.file_name, 200),
        plain(account.sha256, 80),
        plain(relies, 300),
        tuple(plain(w) for w in account.warnings[:10]),
    )


def _entry(lookup: Lookup, issue: Issue) -> Entry:
    mark = MARKS[issue.verdict]
    readings = lookup.readings(issue)
    number = {reading.id: n for n, reading in enumerate(readings, 1)}
    pairs = [c for c in lookup.comparisons(issue) if c.left in number and c.right in number]
    weak = [c for c in pairs if c.verdict is issue.verdict]
    all_weak = bool(weak) and all(c.weak for c in weak) and issue.verdict in _OPPOSED
    telling = [c for c in pairs if c.verdict is not Verdict.COMPLEMENTS]
    said = [
        f"{number[c.left]} and {number[c.right]}: {MARKS[c.verdict].meaning}" + (" (weakly)" if c.weak else "")
        for c in telling[:MOST_PAIRS]
    ]
    if len(telling) > MOST_PAIRS:
        said.append(f"and {len(telling) - MOST_PAIRS} more pairs")
    if said and len(telling) < len(pairs):
        said.append("any others could both be true")
    heard = {w for r in readings for w in r.witnesses}
    return Entry(
        plain(issue.question.label) or plain(issue.question.name),
        plain(issue.question.text),
        mark.glyph,
        mark.sentence + (", with one side hedged or attributed" if all_weak else ""),
        clauses_once(plain(c.rests_on) for c in pairs if c.rests_on),
        tuple(
            dict.fromkeys(
                plain(part)
                for c in pairs
                if c.verdict is issue.verdict or c.reconciliation
                for part in (why(c), c.reason if c.verdict is Verdict.MAY_CONFLICT else "")
                if part
            )
        ),
        tuple(said) if len(readings) > 2 else (),
        tuple(_answer(lookup, reading, n) for n, reading in enumerate(readings, 1)),
        tuple(plain(lookup.letter(a.id), 6) for a in lookup.incident.accounts if a.id not in heard),
    )


def _answer(lookup: Lookup, reading: Reading, number: int) -> Answer:
    claims = [c for c in lookup.claims(reading) if c.account in lookup.account]
    quotes: dict[tuple[str, int, int], Quoted] = {}
    for claim in claims:
        if claim.evidence:
            best = claim.evidence[0]
            quotes.setdefault((claim.account, best.start, best.end), _quoted(lookup, claim))
    shown = tuple(quotes.values())[:MOST_QUOTES]
    return Answer(
        number,
        plain(reading.label) or "(no words)",
        tuple(plain(x, 6) for x in lookup.witnesses(reading)),
        reading.independent_witnesses,
        shown,
        len(quotes) - len(shown),
    )


def _quoted(lookup: Lookup, claim: Claim) -> Quoted:
    account, best = lookup.account[claim.account], claim.evidence[0]
    said = [_STANCES[claim.stance]] if claim.stance in _STANCES else []
    if claim.hedge or claim.certainty.value == "Hedged":
        said.append(f"hedged: “{plain(claim.hedge, 80)}”" if claim.hedge else "hedged")
    said += [f"according to {plain(s.shown, 120)}" for s in claim.speakers]
    line = account.line_of(best.start) if account.text else 0
    letter = plain(lookup.letter(claim.account), 6)
    return Quoted(letter, line, plain(best.text, 2000), tuple(said), normalised(claim.answer))
