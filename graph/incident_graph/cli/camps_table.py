"""The short comparison for a terminal: where the accounts part, camp under camp, in the order and words of the page."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from incident_graph.cli.apparatus_table import COLOURS
from incident_graph.cli.apparatus_text import KEY
from incident_graph.cli.plain_text import one_line
from incident_graph.cli.signs import plainer

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from incident_graph.comparison import Parting, ReadingLine, Row
    from incident_graph.model import Incident

#: So many questions are shown, so that five accounts take no more than two screens of 24 lines.
MOST_SHOWN = 11
_MOST_ACCOUNTS = 12
_INDENT = "    "


def print_camps(console: "Console", incident: "Incident", rows: "Sequence[Row]", *, encoding: str = "utf-8") -> None:
    """Print the first sentence of the summary, the accounts by name, the questions that part them with the two camps of
    each, and how many questions there are besides."""
    from rich.text import Text

    from incident_graph.comparison import partings, summary_sentences
    from incident_graph.network import MARKS
    from incident_graph.page.parting import HEADINGS

    lead = next(iter(summary_sentences(incident)), "")
    if lead:
        console.print(Text(one_line(lead), style="bold"))
    _accounts(console, incident)
    found = partings(incident)
    by_issue = {row.issue: row for row in rows}
    counts = Counter(parting.issue.verdict for parting in found)
    group = None
    for parting in found[:MOST_SHOWN]:
        verdict = parting.issue.verdict
        style = COLOURS[verdict.value][console.color_system in ("standard", "windows")]
        if verdict is not group:
            group = verdict
            heading, meaning = HEADINGS[verdict]
            glyph = plainer(MARKS[verdict].glyph, encoding)
            title = Text(f"{glyph} {heading} ({counts[verdict]})", style=f"bold {style}")
            console.print(title.append(f": {meaning}", style="not bold dim"), no_wrap=True, overflow="ellipsis")
        _question(console, parting, by_issue[parting.issue.id], style)
    if not rows:
        console.print("no question to show")
    for line in _besides(rows, len(found) - MOST_SHOWN, {parting.issue.id for parting in found}):
        console.print(line)
    console.print(Text(KEY, style="dim"))


def _accounts(console: "Console", incident: "Incident") -> None:
    from rich.text import Text

    from incident_graph.accounts import account_name

    for account in incident.accounts[:_MOST_ACCOUNTS]:
        line = Text(f"{account.letter}  ", style="bold").append(one_line(account_name(account)), style="not bold")
        if account.issued:
            line.append(f", {account.issued}", style="not bold dim")
        console.print(line, no_wrap=True, overflow="ellipsis")
    if len(incident.accounts) > _MOST_ACCOUNTS:
        console.print(f"and {len(incident.accounts) - _MOST_ACCOUNTS} more accounts")


def _question(console: "Console", parting: "Parting", row: "Row", style: str) -> None:
    """A question, and a line for each camp: the letters of its accounts, and what it answers."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    lines = {line.reading: line for line in row.readings}
    sides = [lines[camp.lead.id] for camp in parting.camps]
    question = Text(one_line(parting.issue.question.text or row.question), style="bold")
    if more := len(row.readings) - 2:
        question.append(f"  (+{more} more)", style="not bold dim")
    console.print(Padding(question, (0, 0, 0, 2)))
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(width=max(max(len(side.letters) for side in sides), 5), max_width=console.width // 4)
    table.add_column(overflow="fold")
    for side in sides:
        table.add_row(Text(side.letters, style=style), _answer(side))
    console.print(Padding(table, (0, 0, 0, len(_INDENT))))


def _answer(line: "ReadingLine") -> "Text":
    from rich.text import Text

    said = Text(one_line(line.label))
    if line.speakers:
        said.append(f" (per {one_line(', '.join(line.speakers))})", style="dim")
    return said


def _besides(rows: "Sequence[Row]", left: int, parting: set[str]) -> list[str]:
    """How many questions are not shown, by verdict, and how to see them."""
    from incident_graph.cli.summary import verdict_count

    counts = Counter(row.verdict.value for row in rows if row.issue not in parting)
    told = [f"{left} more on which they part"] if left > 0 else []
    told += [verdict_count(name, number) for name, number in counts.most_common()]
    return [f"Besides: {', '.join(told)}. All of them: incident-graph compare --all"] if told else []
