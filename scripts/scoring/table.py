"""Tables of measures: on a terminal, and in Markdown."""

from collections.abc import Sequence


def number(value: float | None, *, count: bool = False) -> str:
    """A rate as ``.986``, a count as it is, nothing as a dash; only what is whole is shown as ``1.00``.

    >>> number(0.9996), number(1), number(None), number(3, count=True), number(0.4, count=True)
    ('.999', '1.00', '–', '3', '0.4')
    """
    if value is None:
        return "–"
    if count:
        return f"{value:g}"
    return "1.00" if value == 1 else f"{min(value, 0.999):.3f}"[1:]


def markdown(rows: Sequence[Sequence[str]], left: int = 2) -> str:
    """A Markdown table; the first ``left`` columns are set left, the others right."""
    rule = ["---" if n < left else "---:" for n in range(len(rows[0]))]
    return "".join("| " + " | ".join(row) + " |\n" for row in (rows[0], rule, *rows[1:]))


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """The rows on a terminal, the first as heading; marks are signs, colour only helps."""
    from rich.console import Console
    from rich.table import Table

    out, console = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0)), Console(highlight=False)
    for n, heading in enumerate(rows[0]):
        out.add_column(heading.replace(" ", "\n"), justify="left" if n < 2 else "right", no_wrap=True)
    for row in rows[1:]:
        colour = ("[green]", "▲"), ("[red]", "▼")
        styled = [next((f"{tag}{cell}[/]" for tag, sign in colour if sign in cell), cell) for cell in row]
        out.add_row(*styled, style="dim" if row[1] == "recorded" else "")
    console.width = max(console.width, 140)
    console.print(out)
