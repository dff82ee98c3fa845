"""A report as Markdown, with footnotes for the accounts; nothing in it but our own marks is Markdown."""

import re

from incident_graph.report.content import Answer, Entry, Quoted, Report, Source

_MARKS = re.compile(r"[\\`*_{}\[\]<>|~#&$^@]|!(?=\[)|:(?=//)")
_WWW = re.compile(r"(?i)\b(www|mailto|xmpp)(?=[.:])")


def to_markdown(report: Report) -> str:
    """The report as Markdown (CommonMark with the tables and footnotes of GitHub)."""
    out = [f"# {escape(report.title)}", "", escape(report.summary), ""]
    for part in report.parts:
        out += [f"## {part.heading}", ""]
        for entry in part.entries:
            out += _entry(entry)
    if report.unanswered:
        out += ["## What no account says", "", *(f"- {escape(label)}" for label in report.unanswered), ""]
    out += _sources(report.sources)
    out += [
        "---",
        "",
        f"Written by incident-graph {report.version}. It shows how accounts relate, not who is right.",
        "",
    ]
    out += [_footnote(source) for source in report.sources]
    return "\n".join(out).rstrip() + "\n"


def escape(text: str) -> str:
    r"""``text`` in which nothing is Markdown, HTML or a link; it has to stand after other words of its line.

    >>> escape("*[x](javascript:1)* <b> www.example.org http://a.b")
    '\\*\\[x\\](javascript:1)\\* \\<b\\> www\\.example.org http\\://a.b'
    """
    return _WWW.sub(r"\1\\", _MARKS.sub(lambda m: "\\" + m[0], text))


def _sources(sources: tuple[Source, ...]) -> list[str]:
    """The accounts and whom each relies on; the footnotes have their files and hashes."""
    if not sources:
        return ["There is no account.", ""]
    out = ["## The accounts", "", "| | account | headline | date | relies on | notes |", "|---|---|---|---|---|---|"]
    for s in sources:
        cells = (s.letter, s.name, s.title, s.date or "undated", s.relies, "; ".join(s.warnings))
        out.append("| " + " | ".join(escape(c) for c in cells) + " |")
    return [*out, ""]


def _entry(entry: Entry) -> list[str]:
    out = [f"### {entry.glyph} {escape(entry.label)}", ""]
    rests = f", {escape('; '.join(entry.rests_on))}" if entry.rests_on else ""
    asked = f" *{escape(entry.question)}*" if entry.question else ""
    out += [f"{_capital(escape(entry.verdict))}{rests}.{asked}", ""]
    if entry.reasons:
        out += [f"{_capital(escape('; '.join(entry.reasons)))}.", ""]
    if entry.pairs:
        out += [f"Answers {escape('; '.join(entry.pairs))}.", ""]
    for answer in entry.answers:
        out += _answer(answer, alone=len(entry.answers) == 1)
    if entry.silent:
        out += [f"Not stated by {escape(', '.join(entry.silent))}.", ""]
    return out


def _answer(answer: Answer, *, alone: bool) -> list[str]:
    number = "" if alone else f"{answer.number}. "  # within bold, so it makes no list
    who = escape(", ".join(answer.letters))
    if answer.independent != len(answer.letters):
        who += f"; {answer.independent} independent"
    out = [f"- **{number}{escape(answer.label)}** ({who})", ""]
    for quote in answer.quotes:
        out += [f"  > “{escape(quote.text)}” — {_where(quote)}", ""]
    if answer.more:
        out += [f"  and {answer.more} more quotation{'' if answer.more == 1 else 's'}", ""]
    return out


def _where(quote: Quoted) -> str:
    line = f", line {quote.line}" if quote.line else ""
    said = "".join(f"; {escape(words)}" for words in quote.said)
    read = f"; read as {escape(quote.value)}" if quote.value else ""
    return f"{escape(quote.letter)}{line}{said}{read}[^{_label(quote.letter)}]"


def _footnote(source: Source) -> str:
    known = [source.name, source.title, source.date or "undated"]
    return (
        f"[^{_label(source.letter)}]: Account {escape(source.letter)}: {escape(', '.join(filter(None, known)))}. "
        f"File {escape(source.file)}, SHA-256 {escape(source.sha256)}."
    )


def _label(letter: str) -> str:
    return re.sub(r"\W", "", letter) or "x"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
