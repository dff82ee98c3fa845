"""An explanation in lines: of a question's pairs of answers, or of one claim."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from incident_graph.cli.plain_text import one_line

if TYPE_CHECKING:
    from incident_graph.model import Claim, Comparison, Incident

#: Verdicts that need no explanation unless it is asked for.
_PLAIN = frozenset({"Agrees", "Refines", "Complements"})
#: Verdicts whose meaning says which of the two answers is which.
_DIRECTED = {
    "Updates": "the first brings the second up to date",
    "Refines": "the first is more specific than the second",
}


def explain_issue(incident: "Incident", issue_id: str, *, every: bool = False) -> Iterator[str]:
    """What a question's answers are to each other, pair by pair, what matters most first; ``every`` pair, or those that
    oppose accounts or have a reason."""
    from incident_graph.comparison import apparatus

    row = next(row for row in apparatus(incident) if row.issue == issue_id)
    question = next(issue.question for issue in incident.issues if issue.id == issue_id)
    yield f"{row.glyph} {one_line(row.question)}: {one_line(question.text)}"
    for line in row.readings:
        yield f"  {line.letters}  {one_line(line.label)}"
    shown = [pair for pair in row.pairs if every or pair.because or pair.verdict.value not in _PLAIN]
    for pair in shown:
        yield ""
        yield from _pair(incident, pair)
    if not shown:
        yield ""
        yield "Nothing sets these answers against each other."
    if left := len(row.pairs) - len(shown):
        yield ""
        pairs = "pair agrees or stands" if left == 1 else "pairs agree or stand"
        yield f"{left} more {pairs} side by side: --all shows {'it' if left == 1 else 'them'}."


def explain_claim(incident: "Incident", claim: "Claim") -> Iterator[str]:
    """What a claim says, for whom, by which rules and ways it was found, and the words it rests on."""
    question = next((issue.question.label for issue in incident.issues if issue.question.iri == claim.question), "")
    yield f"{claim.id}: {one_line(question)}: {one_line(claim.answer.label)}"
    yield from _claim(incident, claim, "  ")
    if claim.yields_to:
        other = next((c for c in incident.claims if c.id == claim.yields_to), None)
        if other is not None and other is not claim:
            yield f"  gives way to {other.id}: {one_line(other.answer.label)}"


def _pair(incident: "Incident", pair: "Comparison") -> Iterator[str]:
    from incident_graph.network import MARKS

    readings = {reading.id: reading for reading in incident.readings}
    left, right = readings[pair.left], readings[pair.right]
    meaning = _DIRECTED.get(pair.verdict.value, MARKS[pair.verdict].meaning)
    yield f"“{one_line(left.label)}” and “{one_line(right.label)}”: {meaning}"
    for head, text in (
        ("because", pair.because),
        ("holds", pair.rests_on),
        ("reconciled", pair.reconciliation),
        ("known", pair.reason),
    ):
        if text:
            yield f"  {head + ':':<12}{one_line(text)}"
    claims = {claim.id: claim for claim in incident.claims}
    for side in (left, right):
        yield f"  “{one_line(side.label)}”"
        for claim in sorted((claims[c] for c in side.claims if c in claims), key=lambda c: (c.account, c.id)):
            yield from _claim(incident, claim, "    ")


def _claim(incident: "Incident", claim: "Claim", indent: str) -> Iterator[str]:
    accounts = {account.id: account for account in incident.accounts}
    account = accounts[claim.account]
    for excerpt in claim.evidence:
        line = f", line {account.line_of(excerpt.start)}" if account.text else ""
        yield f"{indent}{account.letter}{line}: “{one_line(excerpt.text)}”"
    how = [claim.stance.value.lower(), claim.certainty.value.lower()]
    if claim.speakers:
        how.append("per " + one_line(", said by ".join(speaker.shown for speaker in claim.speakers)))
    elif claim.attributed:
        how.append("per somebody whom the grammar does not name")
    yield f"{indent}  {', '.join(how)}; {claim.grade.value.lower()}, found by {', '.join(claim.ways)}"
    about = [one_line(part) for part in (claim.answer.basis, claim.basis) if part]
    counted = next((f.noun for f in incident.figures if f.id == claim.answer.figure), "")
    if counted or about:
        yield f"{indent}  basis: {'; '.join([*([f'counts {one_line(counted)}'] if counted else []), *about])}"
    origin = _origin(incident, claim)
    if origin:
        yield f"{indent}  origin: {origin}"
    yield f"{indent}  rules: {', '.join(claim.rules) or 'none'} ({claim.id})"


def _origin(incident: "Incident", claim: "Claim") -> str:
    """Whose word it is, where that is not the account itself."""
    if claim.origin == claim.account:
        return ""
    names = {entity.id: entity.label for entity in incident.entities}
    names |= {account.id: f"account {account.letter}" for account in incident.accounts}
    return one_line(names.get(claim.origin, ""))
