"""The apparatus for a terminal: aligned, wrapped to its width, in the colours of the palette."""

import io
import os
from collections.abc import Sequence
from typing import IO, TYPE_CHECKING

from incident_graph.cli.apparatus_text import (
    KEY,
    TO_CHECK,
    Quotes,
    account_line,
    pair_lines,
    verdict_words,
    witnesses_words,
)
from incident_graph.cli.console import coloured
from incident_graph.cli.plain_text import one_line
from incident_graph.cli.signs import encoding_of, plainer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from incident_graph.comparison import Row
    from incident_graph.model import Incident

#: Colours of the verdicts (design, section 9), and the nearest of the eight that every terminal has; the glyph always
#: says the same.
COLOURS = {
    "Agrees": ("#0072B2", "blue"),
    "Refines": ("#56B4E9", "cyan"),
    "Complements": ("#E69F00", "yellow"),
    "MayConflict": ("#E69F00", "yellow"),
    "DiffersUnlessLater": ("#6B6B6B", "bright_black"),
    "Updates": ("#56B4E9", "cyan"),
    "Contests": ("#B23A08", "red"),
    "Conflicts": ("#B23A08", "red"),
    "SingleAccount": ("#6B6B6B", "bright_black"),
}
PIPE_WIDTH = 80  # columns when the output is no terminal and COLUMNS says nothing


def print_table(
    incident: "Incident", rows: "Sequence[Row]", stream: IO[str], *, quotes: bool = False, short: bool = False
) -> None:
    """Print the summary, the apparatus and the list of accounts to ``stream``; ``short``: only where accounts part."""
    from rich.console import Console

    if stream.isatty():
        colour = coloured(stream)
        console = Console(file=stream, no_color=not colour, highlight=False, markup=False, emoji=False)
        _print(console, incident, rows, quotes, short, encoding_of(stream))
        return
    columns = os.environ.get("COLUMNS", "")
    width = max(40, int(columns)) if columns.isdigit() else PIPE_WIDTH
    page = io.StringIO()
    console = Console(file=page, width=width, no_color=True, highlight=False, markup=False, emoji=False)
    _print(console, incident, rows, quotes, short, encoding_of(stream))
    stream.writelines(line.rstrip() + "\n" for line in page.getvalue().splitlines())


def _print(
    console: "Console", incident: "Incident", rows: "Sequence[Row]", quotes: bool, short: bool, encoding: str
) -> None:
    if short:
        from incident_graph.cli.camps_table import print_camps

        print_camps(console, incident, rows, encoding=encoding)
    else:
        print_on(console, incident, rows, quotes=quotes, encoding=encoding)


def print_on(
    console: "Console",
    incident: "Incident",
    rows: "Sequence[Row]",
    *,
    quotes: bool = False,
    encoding: str = "utf-8",
) -> None:
    """Print the summary, the apparatus and the list of accounts on a rich console, which takes this encoding."""
    from rich.text import Text

    from incident_graph.comparison import summary

    if sentence := one_line(summary(incident)):
        console.print(Text(sentence, style="bold"))
        console.print()
    if rows:
        console.print(_table(console, incident, rows, quotes, encoding))
    else:
        console.print("no question to show")
    console.print()
    for index, account in enumerate(incident.accounts):
        line = Text(f"{account.letter}  ", style="bold").append(account_line(incident, index), style="not bold")
        if account.title:
            line.append(f"  {one_line(account.file_name)}", style="not bold dim")
        console.print(line)
    console.print(Text(KEY, style="dim"))


def _table(console: "Console", incident: "Incident", rows: "Sequence[Row]", quotes: bool, encoding: str) -> "Table":
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(width=max(len(plainer(row.glyph, encoding)) for row in rows), no_wrap=True)
    table.add_column(max_width=max(16, console.width // 4))
    table.add_column(max_width=max(8, console.width // 6))
    table.add_column(overflow="fold")
    lookup = Quotes(incident)
    plain = console.color_system in ("standard", "windows")
    group = None
    for row in rows:
        if row.verdict is not group:
            if group is not None:
                table.add_row()  # an empty line between verdicts
            group = row.verdict
            if row.to_check:
                table.add_row("", Text(TO_CHECK, style="italic"))
        style = COLOURS[row.verdict.value][plain]
        head = [
            Text(plainer(row.glyph, encoding), style=f"bold {style}"),
            Text(one_line(row.question), style="bold"),
        ]
        for place, line in enumerate(row.readings):
            label = Text(one_line(line.label))
            if line.speakers:
                label.append(f" (per {one_line(', '.join(line.speakers))})", style="dim")
            if words := witnesses_words(line):
                label.append(f" ({words})", style="dim")
            if place == len(row.readings) - 1 and row.silent:
                label.append(f"  [{' '.join(row.silent)} silent]", style="dim")
            table.add_row(*(head if place == 0 else ["", ""]), Text(line.letters, style=style), label)
            for quote in lookup.of(line.reading) if quotes else ():
                where = f" {quote.letter}, line {quote.line}" if quote.line else f" {quote.letter}"
                said = Text(f"“{one_line(quote.text)}”", style="italic").append(where, style="not italic dim")
                table.add_row("", "", "", said)
        for old in row.withdrawn:
            table.add_row("", "", Text(old.letter, style="dim"), Text(one_line(str(old)), style="dim"))
        if row.rests_on or row.to_check or (row.weak and row.verdict.value == "Conflicts"):
            table.add_row("", "", "", Text(verdict_words(row), style="dim"))
        for pair in pair_lines(row):
            table.add_row("", "", "", Text(pair, style="dim"))
    return table
