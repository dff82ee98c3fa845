"""Results as a table, CSV, TSV, JSON, XML or Turtle."""

from decimal import Decimal
from typing import IO, TYPE_CHECKING, BinaryIO, cast

from incident_graph.errors import UsageError
from incident_graph.queries.running import Cell, Iri, Results
from incident_graph.rdf import write_turtle
from incident_graph.rdf.turtle import Prefixes

if TYPE_CHECKING:
    from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions

#: Formats by name; the first is for people, the others are the standard ones.
RESULT_FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle")


def write_results(results: Results, out: BinaryIO, form: str = "table") -> None:
    """Write results to ``out`` in UTF-8.

    Rows go to every format but Turtle; a yes or no to table, JSON, XML and, as one word, CSV and TSV; triples to
    Turtle, which is also their table. Raises ``UsageError`` for a format that does not fit.
    """
    if form not in RESULT_FORMATS:
        raise UsageError(f"unknown format of results: {form}", hint=f"use one of {', '.join(RESULT_FORMATS)}")
    if results.kind == "graph":
        if form not in ("turtle", "table"):
            raise UsageError(f"triples cannot be written as {form}", hint="use turtle, or ask with SELECT")
        write_turtle(list(results.triples()), out)
    elif form == "turtle":
        raise UsageError("only triples can be written as turtle", hint="use csv or json, or ask with CONSTRUCT")
    elif results.kind == "truth" and form in ("table", "csv", "tsv"):
        words = ("yes", "no") if form == "table" else ("true", "false")
        out.write(f"{words[0] if results else words[1]}\n".encode())
    elif form == "table":
        out.write(_table(results).encode("utf-8"))
    else:
        raw = cast("QuerySolutions | QueryBoolean", results.raw)  # triples went to Turtle above
        raw.serialize(output=cast("IO[bytes]", out), format=_standard(form))
        out.write(b"" if form in ("csv", "tsv") else b"\n")


def _standard(form: str) -> "QueryResultsFormat":
    from pyoxigraph import QueryResultsFormat

    known = {
        "csv": QueryResultsFormat.CSV,
        "tsv": QueryResultsFormat.TSV,
        "json": QueryResultsFormat.JSON,
        "xml": QueryResultsFormat.XML,
    }
    return known[form]


def _table(results: Results) -> str:
    """Columns padded to their widest cell, numbers to the right; a line says when there is nothing."""
    from rich.cells import cell_len

    prefixes = Prefixes("")
    rows = [list(row) for row in results]
    if not rows:
        return "no results\n"
    shown = [[_cell(cell, prefixes) for cell in row] for row in rows]
    lines = [[name.replace("_", " ") for name in results.columns], *shown]
    widths = [max(map(cell_len, column)) for column in zip(*lines, strict=True)]
    right = [all(type(row[n]) in (int, float, Decimal, type(None)) for row in rows) for n in range(len(widths))]
    lines.insert(1, ["─" * width for width in widths])

    def padded(text: str, place: int) -> str:
        blank = " " * (widths[place] - cell_len(text))
        return blank + text if right[place] else text + blank

    return "".join("  ".join(padded(t, n) for n, t in enumerate(line)).rstrip() + "\n" for line in lines)


def _cell(cell: Cell, prefixes: Prefixes) -> str:
    """One line without control characters; prefixed names for IRIs."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    text = prefixes.short(cell) if isinstance(cell, Iri) else str(cell)
    return "".join(char if char.isprintable() else " " for char in text)
