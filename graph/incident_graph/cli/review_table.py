"""Open cases as a table for spreadsheets, and decisions back from it."""

import csv
import io
import json
from collections.abc import Sequence

from incident_graph.cli.plain_text import one_line
from incident_graph.decisions import Decision
from incident_graph.decisions.cases import Case
from incident_graph.errors import InputError
from incident_graph.export.cells import safe_cell

#: What a row says; people fill ``decision``, ``value`` and ``note``; ``key`` is what decisions are keyed by.
COLUMNS = tuple("case sort account line question answer said words context why fits decision value note key".split())
_NEEDED = ("decision", "key")


def write_table(cases: Sequence[Case]) -> str:
    """The cases as CSV, a row each; no cell is taken for a formula. ``decision`` is empty, to be filled in."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for number, case in enumerate(cases, 1):
        seen = case.sightings[0]
        key = json.loads(case.decide("undo").to_json())
        del key["verb"]
        cells = {
            "case": str(number),
            "sort": case.sort,
            "account": f"{seen.letter} {seen.file_name}",
            "line": str(seen.line),
            "question": case.title,
            "answer": case.of,
            "said": case.said,
            "words": seen.words,
            "context": f"{seen.before}[{seen.words}]{seen.after}",
            "why": case.about,
            "fits": " ".join(case.verbs),
            "key": json.dumps(key, ensure_ascii=False, sort_keys=True),
        }
        rows.writerow([cells[c] if c == "key" else safe_cell(one_line(cells.get(c, ""))) for c in COLUMNS])
    return out.getvalue()


def read_table(data: bytes, where: str, *, by: str = "", when: str = "") -> list[Decision]:
    """The decisions in a filled table, in its order; rows without a decision are passed over.

    Commas, semicolons and tabs, a byte order mark and any line ends are understood. Raises InputError naming the row
    (as spreadsheets count: the header is row 1).
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("the table is not UTF-8", where=where, hint="save it as CSV UTF-8") from error
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header = [cell.strip().lower() for cell in next(rows, [])]
    if missing := [name for name in _NEEDED if name not in header]:
        raise InputError(
            f"no column {missing[0]!r}", where=where, hint="start from: incident-graph review --export FILE"
        )
    found = []
    for number, row in enumerate(rows, 2):
        cells = dict(zip(header, row, strict=False))
        verb = cells.get("decision", "").strip().lower()
        if not verb:
            continue
        try:
            found.append(_decision(verb, cells, by, when))
        except ValueError as error:
            hint = f"fits here: {cells['fits']}" if cells.get("fits") else ""
            raise InputError(str(error), where=f"{where}, row {number}", hint=hint) from error
    return found


def _decision(verb: str, cells: dict[str, str], by: str, when: str) -> Decision:
    key = cells.get("key", "").strip()
    if not key:
        raise ValueError("the key is missing: leave the last column as it was")
    try:
        parts = json.loads(key)
    except json.JSONDecodeError:
        parts = None
    if not isinstance(parts, dict):
        raise ValueError("the key was changed: leave the last column as it was")
    parts |= {"verb": verb, "by": by, "when": when, "note": _typed(cells.get("note", ""))}
    if value := _typed(cells.get("value", "")):
        if verb not in ("edit", "retype"):
            raise ValueError(f"{verb} takes no value")
        parts["value"] = value
    return Decision.from_json(json.dumps({name: part for name, part in parts.items() if part}))


def _typed(cell: str) -> str:
    """What was typed, without the apostrophe that keeps a cell from being a formula.

    >>> _typed(" '=1+1"), _typed("'s-Hertogenbosch")
    ('=1+1', "'s-Hertogenbosch")
    """
    text = cell.strip()
    return text[1:] if safe_cell(text[1:]) == text else text
