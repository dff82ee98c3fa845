"""The apparatus as Markdown, CSV and JSON, and what all its printings share: quotations and the words of verdicts."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from incident_graph.cli.plain_text import one_line
from incident_graph.export.cells import safe_cell

if TYPE_CHECKING:
    from incident_graph.comparison import ReadingLine, Row
    from incident_graph.model import Claim, Comparison, Incident

KEY = "~ hedged   @ attributed   ! denied   ? no evidence or not known"


#: The heading of the questions whose readings would conflict, had more than one way found them so.
TO_CHECK = "To check"
#: How many pairs of answers are explained under a question.
PAIRS = 3
_WORDED = {
    "SingleAccount": "one account alone",
    "MayConflict": "may conflict",
    "DiffersUnlessLater": "differ, unless one is later",
}


class Quote(NamedTuple):
    """The words with which an account gives a reading."""

    letter: str
    file_name: str
    line: int
    text: str
    speakers: tuple[str, ...]
    hedge: str
    stance: str


class Quotes:
    """Looks up the quotations of the readings of an incident."""

    def __init__(self, incident: "Incident") -> None:
        self._accounts = {account.id: account for account in incident.accounts}
        self._order = {account.id: place for place, account in enumerate(incident.accounts)}
        self._claims = {claim.id: claim for claim in incident.claims}
        self._readings = {reading.id: reading for reading in incident.readings}

    def of(self, reading: str) -> list[Quote]:
        """The quotations of the reading with this id, account by account, in the order they stand in the text."""
        claims = [self._claims[c] for c in self._readings[reading].claims if c in self._claims]
        found = {
            (self._order[claim.account], e.start, e.end): self._quote(claim, i)
            for claim in claims
            for i, e in enumerate(claim.evidence[:1])
        }
        return [found[key] for key in sorted(found)]

    def _quote(self, claim: "Claim", index: int) -> Quote:
        excerpt, account = claim.evidence[index], self._accounts[claim.account]
        line = account.line_of(excerpt.start) if account.text else 0
        speakers = tuple(speaker.shown for speaker in claim.speakers)
        return Quote(account.letter, account.file_name, line, excerpt.text, speakers, claim.hedge, claim.stance.value)


def account_line(incident: "Incident", index: int) -> str:
    """One account for the list at the foot: letter, title, publisher, date, file."""
    account = incident.accounts[index]
    known = [account.title or account.file_name, account.publisher, str(account.issued) if account.issued else None]
    credit = f"crediting {account.credit}" if account.credit else None
    cut = "cut short" if account.cut_short else None
    return one_line(", ".join(part for part in (*known, credit, cut) if part))


def witnesses_words(line: "ReadingLine") -> str:
    """``one independent witness``, where the accounts that hold a reading are not independent; else ``""``."""
    if line.independent_witnesses >= len(line.witnesses):
        return ""
    number = line.independent_witnesses
    return f"{'one' if number == 1 else number} independent witness{'es' if number > 1 else ''}"


def verdict_words(row: "Row") -> str:
    """``conflicts, if there was one listing``: the verdict and what it rests on."""
    words = _WORDED.get(row.verdict.value, row.verdict.value.lower())
    weak = "one side is hedged or attributed" if row.weak else ""
    reasons = [pair.reason for pair in row.pairs if pair.verdict is row.verdict] if row.to_check else []
    return "; ".join(part for part in (words, *row.rests_on, *reasons[:1], weak) if part)


def pair_lines(row: "Row") -> list[str]:
    """Which two answers of a question cannot both be true and why, or why they can although they look apart.

    A line a pair, at most ``PAIRS``, then how many there are besides. Of what is to check, only where the question has
    more than two answers.
    """
    if row.to_check and len(row.readings) < 3:
        return []
    labels = {line.reading: one_line(line.label) for line in row.readings}
    holders = {line.reading: {witness.letter for witness in line.witnesses} for line in row.readings}
    calm = row.verdict.value == "Complements"
    lines = [
        f"{labels[pair.left]} / {labels[pair.right]}: {pair.because}"
        for pair in row.pairs
        if pair.because
        and len(holders[pair.left] | holders[pair.right]) > 1
        and (bool(pair.reconciliation) if calm else pair.verdict is row.verdict)
    ]
    rest = len(lines) - PAIRS
    return lines if rest < 2 else [*lines[:PAIRS], f"and {rest} more pairs: incident-graph explain {row.issue}"]


def to_markdown(incident: "Incident", rows: "Sequence[Row]", quotes: bool) -> str:
    """A heading, the accounts, and a section a question."""
    from incident_graph.comparison import summary

    lookup = Quotes(incident)
    out = [f"# {_md(incident.title)}", "", _md(summary(incident)), "", "| | account | file |", "|---|---|---|"]
    out += [
        f"| {a.letter} | {_md(account_line(incident, i))} | {_md(a.file_name)} |"
        for i, a in enumerate(incident.accounts)
    ]
    for place, row in enumerate(rows):
        if row.to_check and not (place and rows[place - 1].to_check):
            out += ["", f"## {TO_CHECK}"]
        out += [
            "",
            f"{'###' if row.to_check else '##'} {row.glyph} {_md(row.question)}",
            "",
            f"*{_md(verdict_words(row))}*",
            "",
        ]
        for line in row.readings:
            per = f" (per {_md(', '.join(line.speakers))})" if line.speakers else ""
            few = f"; {words}" if (words := witnesses_words(line)) else ""
            out.append(f"- **{_md(line.letters)}** {_md(line.label)}{per}{few}")
            if quotes:
                out += [f"  > “{_md(q.text)}” — {_source(q)}" for q in lookup.of(line.reading)]
        out += [f"- {old.letter}: {_md(str(old))}" for old in row.withdrawn]
        out += [f"- *{_md(said)}*" for said in pair_lines(row)]
        if row.silent:
            out += ["", f"Not stated by {', '.join(row.silent)}."]
    return "\n".join(out).rstrip() + f"\n\nMarks: {_md(KEY)}. Nothing here says who is right.\n"


def to_csv(incident: "Incident", rows: "Sequence[Row]", quotes: bool) -> str:
    """One line a reading and witness, the grade and ways of the reading last; cells that a spreadsheet could take for a
    formula are led by an apostrophe."""
    lookup = Quotes(incident)
    files = {account.letter: account.file_name for account in incident.accounts}
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    header = ["question", "verdict", "rests on", "reading", "account", "marks", "file", "speakers"]
    writer.writerow([*header, *(["line", "quotation"] if quotes else []), "grade", "ways"])
    for row in rows:
        for line in row.readings:
            for witness in line.witnesses:
                cells = [row.question, row.verdict.value, "; ".join(row.rests_on), line.label, witness.letter]
                cells += [witness.marks, files.get(witness.letter, ""), "; ".join(witness.speakers)]
                if quotes:
                    said = [q for q in lookup.of(line.reading) if q.letter == witness.letter]
                    cells += ["; ".join(str(q.line) for q in said), " … ".join(q.text for q in said)]
                cells += [line.grade.value, "; ".join(line.ways)]
                writer.writerow([safe_cell(cell) for cell in cells])
        for letter in row.silent:
            cells = [
                row.question,
                row.verdict.value,
                "; ".join(row.rests_on),
                "",
                letter,
                "silent",
                files.get(letter, ""),
            ]
            writer.writerow([safe_cell(cell) for cell in (*cells, *[""] * (5 if quotes else 3))])
    return stream.getvalue()


def to_json(incident: "Incident", rows: "Sequence[Row]", quotes: bool) -> str:
    """The apparatus as one JSON object: title, summary, accounts, questions with their readings and pairs of readings,
    what matters most first."""
    from incident_graph.comparison import summary

    lookup = Quotes(incident)
    data = {
        "title": incident.title,
        "summary": summary(incident),
        "accounts": [
            {
                "letter": a.letter,
                "file": a.file_name,
                "sha256": a.sha256,
                "title": a.title,
                "publisher": a.publisher,
                "issued": str(a.issued) if a.issued else None,
                "credit": a.credit,
                "cutShort": a.cut_short,
            }
            for a in incident.accounts
        ],
        "questions": [
            {
                "id": row.issue,
                "question": row.question,
                "verdict": row.verdict.value,
                "grade": row.grade.value,
                "weak": row.weak,
                "restsOn": list(row.rests_on),
                "readings": [
                    {
                        "id": line.reading,
                        "label": line.label,
                        "grade": line.grade.value,
                        "ways": list(line.ways),
                        "independentWitnesses": line.independent_witnesses,
                        "witnesses": [
                            {"account": w.letter, "marks": w.marks, "speakers": list(w.speakers)}
                            for w in line.witnesses
                        ],
                        **({"quotes": list(_quote_data(lookup.of(line.reading)))} if quotes else {}),
                    }
                    for line in row.readings
                ],
                "pairs": [_pair_data(pair) for pair in row.pairs],
                "withdrawn": [
                    {"account": old.letter, "label": old.label, "moment": old.moment or None} for old in row.withdrawn
                ],
                "silent": list(row.silent),
            }
            for row in rows
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _pair_data(pair: "Comparison") -> dict[str, object]:
    return {
        "left": pair.left,
        "right": pair.right,
        "verdict": pair.verdict.value,
        "grade": pair.grade.value,
        "ways": list(pair.ways),
        "weak": pair.weak,
        "restsOn": pair.rests_on or None,
        "reason": pair.reason or None,
        "because": pair.because or None,
        "reconciliation": pair.reconciliation or None,
    }


def _quote_data(quotes: Sequence[Quote]) -> Iterator[dict[str, object]]:
    for q in quotes:
        yield {
            "account": q.letter,
            "line": q.line or None,
            "text": q.text,
            "stance": q.stance,
            "hedge": q.hedge or None,
            "speakers": list(q.speakers),
        }


def _source(quote: Quote) -> str:
    line = f", line {quote.line}" if quote.line else ""
    per = f", per {_md(', '.join(quote.speakers))}" if quote.speakers else ""
    return f"{quote.letter}{line}{per}"


def _md(text: str) -> str:
    """Text in which nothing is Markdown or HTML."""
    escaped = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
    return "".join(f"\\{c}" if c in "\\`*_[]|#~" else escaped.get(c, c) for c in one_line(text))


FORMATS: "dict[str, Callable[[Incident, Sequence[Row], bool], str]]" = {
    "markdown": to_markdown,
    "csv": to_csv,
    "json": to_json,
}
