"""What the command line prints and writes: nothing in it acts on a terminal, nothing is half there."""

import dataclasses
import errno
import os
import re
import stat
from pathlib import Path

import pytest
from example_incident import example, to_check

from incident_graph.cli.console import Progress
from incident_graph.cli.output import check_output, write_output, write_text
from incident_graph.cli.plain_text import one_line
from incident_graph.cli.summary import conflict_line, summary_lines
from incident_graph.errors import OutputError
from incident_graph.export.cells import safe_cell

# --- output, text, summary


def test_output_is_whole_or_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    write_text(str(target), "old")
    target.chmod(0o640)
    write_text(str(target), "new — 🛟")
    assert target.read_text(encoding="utf-8") == "new — 🛟"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("name", [".", "missing/out.txt"])
def test_output_that_cannot_be_written_is_known_at_once(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError) as caught:
        check_output(str(tmp_path / name))
    assert caught.value.exit_code == 3
    assert caught.value.hint


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        (errno.ENOSPC, "free some space, or write to another place"),
        (errno.EDQUOT, "free some space, or write to another place"),
        (errno.ENOENT, "write to another place"),
        (errno.EIO, "write to another place"),
        (errno.EACCES, "write to a place that is yours"),
    ],
)
def test_the_hint_fits_the_error(tmp_path: Path, number: int, hint: str) -> None:
    def fails(_: object) -> None:
        raise OSError(number, os.strerror(number))

    with pytest.raises(OutputError, match=re.escape(os.strerror(number))) as caught:
        write_output(str(tmp_path / "a.trig"), fails)
    assert caught.value.hint == hint
    assert not list(tmp_path.iterdir())


def test_nothing_in_a_text_acts_on_the_terminal_or_the_spreadsheet() -> None:
    assert one_line("a\x1b]0;title\x07\r\n b\u202ec\x9b31m") == "a]0;title bc31m"
    for cell in ("=1", "+1", "-1", "@a", "\t=1", "  =1", "＝1"):
        assert safe_cell(cell).startswith("'")
    assert safe_cell("1-2") == "1-2"


def test_summary_counts_and_never_judges() -> None:
    lines = summary_lines(example(), warnings=2)
    text = "\n".join(lines)
    assert lines[0].startswith("3 accounts (A–C), ")
    assert "3 in conflict" in text
    assert "3 conflicts between readings: 3 firm, 0 to check" in lines
    unsure = summary_lines(to_check())
    assert "3 conflicts between readings: 1 firm, 2 to check" in unsure
    assert "1 in conflict, 2 to check" in unsure[1]
    alone = tuple(dataclasses.replace(r, witnesses=(example().accounts[0].id,)) for r in example().readings)
    assert conflict_line(dataclasses.replace(example(), readings=alone)) == ""
    assert conflict_line(dataclasses.replace(example(), comparisons=())) == ""
    assert "not stated: " in text
    assert lines[-1] == "2 warnings, above"
    assert not re.search(r"\b(wrong|true version|false|correct|mistaken|lie[sd]?)\b", text)


def test_progress_is_silent_when_the_work_is_quick(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress() as progress:
        progress("reading", 1, 2)
    assert capsys.readouterr() == ("", "")
    slow = Progress()
    slow.QUIET_SECONDS = -1.0
    with slow as progress:
        progress("reading", 1, 2)
    assert capsys.readouterr().err == "reading 1/2\n"
