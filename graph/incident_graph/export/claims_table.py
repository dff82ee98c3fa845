"""Claims as a table for spreadsheets and data frames: a row a claim, with the words it rests on."""

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from typing import BinaryIO

from incident_graph.export.cells import safe_cell
from incident_graph.model import Claim, Incident, Issue, Reading
from incident_graph.network import Lookup

#: The columns, in order. ``low``, ``high`` and ``stated`` are bare numbers; ``from`` and ``to`` are ISO dates;
#: ``start`` and ``end`` count code points of the account's text, ``line`` counts from 1.
COLUMNS = (
    "question",
    "verdict",
    "reading",
    "account",
    "file",
    "publisher",
    "date",
    "answer",
    "stance",
    "certainty",
    "hedge",
    "according to",
    "low",
    "high",
    "stated",
    "unit",
    "from",
    "to",
    "quotation",
    "line",
    "start",
    "end",
    "tier",
    "rules",
    "claim",
    "question iri",
    "grade",
    "ways",
)


def write_claims_table(incident: Incident, out: BinaryIO) -> None:
    """Write every claim of ``incident`` as CSV (RFC 4180, UTF-8), what matters most first.

    A claim that stands in no reading, because its account says something firmer, has an empty ``reading``. Of several
    quotations the best is given; its line is left out where the graph holds no texts. No spreadsheet takes a cell for a
    formula.
    """
    stream = io.StringIO()
    rows = csv.writer(stream, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    lookup = Lookup(incident)
    for issue in lookup.issues():
        for reading in lookup.readings(issue):
            for claim in lookup.claims(reading):
                rows.writerow(_row(lookup, issue, reading, claim))
        for claim in lookup.set_aside(issue):
            rows.writerow(_row(lookup, issue, None, claim))
    out.write(stream.getvalue().encode("utf-8", "replace"))


def _row(lookup: Lookup, issue: Issue, reading: Reading | None, claim: Claim) -> list[str]:
    account, best = lookup.account[claim.account], claim.evidence[0]
    cells = (
        issue.question.label,
        issue.verdict.value,
        reading.label if reading else "",
        lookup.letter(claim.account),
        account.file_name,
        account.publisher or "",
        account.issued.isoformat() if account.issued else "",
        claim.answer.label,
        claim.stance.value,
        claim.certainty.value,
        claim.hedge,
        "; ".join(speaker.shown for speaker in claim.speakers),
    )
    last = (claim.tier, "; ".join(claim.rules), claim.id, claim.question, claim.grade.value, "; ".join(claim.ways))
    place = (str(account.line_of(best.start)) if account.text else "", str(best.start), str(best.end))
    words = [safe_cell(cell) for cell in (*cells, best.text, *last)]
    return [*words[: len(cells)], *_value(claim), words[len(cells)], *place, *words[len(cells) + 1 :]]


def _value(claim: Claim) -> Iterator[str]:
    """The figure or date of the answer, in six cells: empty ones where it is neither, or has no such bound."""
    quantity, period = claim.answer.quantity, claim.answer.period
    for amount in (quantity.low, quantity.high, quantity.stated) if quantity else (None, None, None):
        yield "" if amount is None else _bare(amount)
    yield quantity.unit if quantity else ""
    for day in (period.earliest, period.latest) if period else (None, None):
        yield day.isoformat() if day else ""


def _bare(amount: Decimal) -> str:
    shown = format(amount, "f")
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
