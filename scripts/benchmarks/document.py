"""The record of what was measured, and the documents written from it."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.results import Found

ROOT = Path(__file__).resolve().parents[2]
RECORD = ROOT / "tests" / "cases" / "performance.json"
PERFORMANCE = ROOT / "docs" / "performance.md"
SCALE = ROOT / "docs" / "scale.md"
MARKS = ("<!-- measured: begin -->", "<!-- measured: end -->")
SECTIONS = {
    "load": "Loading",
    "query": "Asking",
    "write": "Writing",
    "build": "Building",
    "parallel": "Several processes, and building again",
    "page": "The page, and the seeds from end to end",
}

Record = dict[str, Any]


def keep(found: Found, machine: Mapping[str, Any]) -> None:
    """Put what was found into the record: a section that was measured takes the place of what the record had of it.

    What was measured on another machine, or with other libraries, is not kept beside it.
    """
    new = json.loads(json.dumps(found.record()))
    old = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}
    if old.get("machine") != machine:
        old = {}
    measured = {part["section"] for part in (*new["rows"], *new["growth"])}
    record: Record = {"machine": machine}
    for name in ("rows", "growth"):
        kept = [part for part in old.get(name, []) if part["section"] not in measured]
        record[name] = sorted(kept + new[name], key=lambda part: list(SECTIONS).index(part["section"]))
    record["facts"] = {**old.get("facts", {}), **new["facts"]}
    RECORD.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


def print_found(found: Found) -> None:
    """What was found, as tables on standard output."""
    record = found.record()
    for section in SECTIONS:
        rows = [row for row in record["rows"] if row["section"] == section]
        growth = [g for g in record["growth"] if g["section"] == section]
        if rows:
            print(f"\n{SECTIONS[section]}\n{table(row_cells(rows))}", end="")
        if growth:
            print(f"\n{table(growth_cells(growth))}", end="")
    sys.stdout.flush()


def number(value: float | None, unit: str = "s") -> str:
    """A measured number with three significant digits; a dash for none.

    >>> number(1234567, "bytes"), number(0.0123), number(75.2), number(None)
    ('1,230,000', '0.0123', '75.2', '–')
    """
    if value is None:
        return "–"
    if value == 0:
        return "0"
    shown = float(f"{value:.3g}")
    if abs(shown) >= 100 or (shown == int(shown) and unit != "s"):
        return f"{shown:,.0f}"
    return f"{shown:.10f}".rstrip("0").rstrip(".") if abs(shown) < 1e-3 else f"{shown:.3g}"


def row_cells(rows: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """A heading and a line for each row."""
    cells = [["what", "size", "ours", "the other", "beside", "ratio", "on the wall", "target", ""]]
    for row in rows:
        unit = "" if row["unit"] == "s" else f" {row['unit']}"
        verdict = {True: "held", False: "missed", None: ""}[row["held"]]
        ours, other = (number(row[k], row["unit"]) for k in ("ours", "other"))
        note = f" ({row['note']})" if row["note"] else ""
        more = "> " if row.get("bound") else ""
        cells.append(
            [row["what"] + note, row["size"], ours + unit if row["ours"] is not None else ours,
             more + other + unit if row["other"] is not None else other, row["than"], more + number(row["ratio"]),
             number(row["wall"]), row["target"], verdict]
        )  # fmt: skip
    return cells


def growth_cells(growths: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """A heading and a line for each stage that grows: its exponent, and what it took at each size."""
    cells = [["grows", "with", "exponent", "target", "", "measured"]]
    for g in growths:
        unit = " " + g["unit"]
        points = " · ".join(f"{x:,.0f}: {number(y, g['unit'])}{unit}" for x, y in g["points"])
        verdict = {True: "held", False: "missed", None: ""}[g["held"]]
        exponent = "–" if g["exponent"] is None else f"{g['exponent']:.2f}"
        cells.append([g["stage"], g["by"], exponent, g["target"], verdict, points])
    return cells


def table(cells: Sequence[Sequence[str]]) -> str:
    """Columns padded to their widest cell, as Markdown."""
    widths = [max(len(row[n]) for row in cells) for n in range(len(cells[0]))]
    lines = [cells[0], ["-" * width for width in widths], *cells[1:]]
    return "".join("| " + " | ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) + " |\n" for row in lines)


def write_documents() -> None:
    """Write docs/performance.md, and the measured part of docs/scale.md, from the record."""
    record: Record = json.loads(RECORD.read_text(encoding="utf-8"))
    for path, text in ((PERFORMANCE, performance(record)), (SCALE, scale(record))):
        before = path.read_text(encoding="utf-8")
        begin, end = before.index(MARKS[0]) + len(MARKS[0]), before.index(MARKS[1])
        path.write_text(before[:begin] + "\n\n" + text + "\n" + before[end:], encoding="utf-8", newline="\n")


def performance(record: Record) -> str:
    """The measured part of docs/performance.md."""
    machine = dict(record["machine"])
    system, cores, memory, python = (machine.pop(name) for name in ("system", "cores", "memory", "python"))
    libraries = ", ".join(f"{name} {version}" for name, version in machine.items())
    parts = [f"Measured on {system}, {cores} cores, {memory} of memory; Python {python}, {libraries}.\n"]
    load = record["facts"].get("load average")
    if load is not None:
        busy = " It was busy with other work: trust the ratios of processor time, not times on the wall." * (
            load > cores
        )
        parts.append(f"Sections may come from several runs. The load average when the last began was {load}.{busy}\n")
    judged = [r for r in (*record["rows"], *record["growth"]) if r["held"] is not None]
    missed = [_missed(r) for r in judged if not r["held"]]
    told = f"Of {len(judged)} targets {len(judged) - len(missed)} are held"
    parts.append(told + (".\n" if not missed else "; missed:\n\n" + "".join(f"- {m}\n" for m in missed)))
    for section, title in SECTIONS.items():
        rows = [row for row in record["rows"] if row["section"] == section]
        growth = [g for g in record["growth"] if g["section"] == section]
        if rows or growth:
            parts.append(f"## {title}\n")
        if rows:
            parts.append(table(row_cells(sorted(rows, key=_by_size))))
        if growth:
            parts.append(table(growth_cells(growth)))
    return "\n".join(parts)


def _missed(part: Mapping[str, Any]) -> str:
    if "what" not in part:
        return f"{part['stage']}: exponent {part['exponent']}, {part['target']}"
    reached = number(part["ours"] if part["ratio"] is None else part["ratio"])
    beside = f", beside {part['than']}" if part["than"] else ""
    return f"{part['what']} ({part['size']}{beside}): {reached}, {part['target']}"


def _by_size(row: Mapping[str, Any]) -> tuple[str, str, int]:
    digits = "".join(c for c in row["size"].partition(" claims")[0] if c.isdigit())
    return row["what"], row["than"], int(digits or 0)


def scale(record: Record) -> str:
    """The measured part of docs/scale.md: curves, and what a million accounts come to by them."""
    growth = {(g["section"], g["stage"]): g for g in record["growth"]}
    parts = ["### How it grows\n", table(growth_cells(list(record["growth"])))]
    lines = [["what", "an account, at the largest size measured", "a million accounts", "how it is reckoned"]]
    million = 1_000_000
    build = growth.get(("build", "the whole build"))
    claims_each = _claims_an_account(record)
    if build:
        (size, took) = build["points"][-1]
        each, hours = took / size, took / size * million / 3600
        lines.append(
            [
                "building, one core",
                f"{each * 1000:.3g} ms ({size:,.0f} accounts)",
                f"{hours:,.1f} hours",
                "times a million",
            ]
        )
        lines.append(["building, 32 cores", "", f"{hours / 32:,.1f} hours", "one core's by 32, if all are kept busy"])
    for stage, what, unit in (
        ("into a folder", "into a folder, one core", "s"),
        ("disk of the folder", "disk of the folder", "MB"),
    ):
        g = growth.get(("load", stage))
        if g:
            size, took = g["points"][-1]
            each = took / size * claims_each
            total = f"{each * million / 3600:,.1f} hours" if unit == "s" else f"{each * million / 1024:,.0f} GB"
            shown = f"{each * 1000:.3g} ms" if unit == "s" else f"{each * 1024:.3g} KB"
            told = f"times a million; {claims_each:.3g} claims an account"
            lines.append([what, f"{shown} ({size:,.0f} claims)", total, told])
    memory = growth.get(("build", "memory"))
    if memory:
        size, took = memory["points"][-1]
        told = "of the largest incident, not of all"
        lines.append(["memory of a build", f"{number(took, 'MB')} MB (one incident of {size:,.0f})", "the same", told])
    return "\n".join([*parts, "### A million accounts, by arithmetic\n", table(lines)])


def _claims_an_account(record: Record) -> float:
    built = record["facts"].get("build", {})
    if not built:
        return 10.0
    size = max(built, key=int)
    return float(built[size]["claims"]) / int(size)
