"""Files that are not what they look like: dates that cannot be, pipes that nobody fills, words without end."""

import os
import socket
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from incident_graph.accounts import read_account, read_accounts
from incident_graph.accounts.front_matter import read_front_matter
from incident_graph.accounts.furniture import read_furniture
from incident_graph.errors import AccountError
from incident_graph.profile.anchors import Anchor, Anchors


@pytest.mark.parametrize("date", ["2025-13-45", "2025-02-30", "2025-01-01T99:00:00", "!!timestamp soon"])
def test_a_date_that_cannot_be_is_warned_of_as_when_it_is_quoted(date: str) -> None:
    words = date.removeprefix("!!timestamp ")
    plain, quoted = (
        read_account(f"---\ndate: {value}\n---\nNine people died.\n".encode(), "a.md") for value in (date, f'"{words}"')
    )
    assert plain is not None
    assert quoted is not None
    assert plain.warnings == (f"front matter: {words!r} is not a whole date (write 2026-04-23)",)
    assert (plain.warnings, plain.issued) == (quoted.warnings, quoted.issued)
    assert plain.text[plain.body_start :] == "Nine people died.\n"


@pytest.mark.parametrize(
    "line",
    ["title: !!int nine", "title: !!bool nine", "x: !!float nine", f"title: {'9' * 5000}", "title: 0x" + "f" * 5000],
)
def test_a_value_that_cannot_be_is_kept_as_written(line: str) -> None:
    front = read_front_matter(f"---\n{line}\npublisher: The Herald\n---\nNine people died.\n")
    assert (front.publisher, front.warnings) == ("The Herald", ())
    assert front.title == (line.split()[-1] if line.startswith("title") else None)


@pytest.mark.parametrize("line", ["x: !!python/object:os.system {}", "? [a]\n: b", "x: " + "[" * 5000, "x: *nobody"])
def test_yaml_that_is_refused_is_read_as_text(line: str) -> None:
    front = read_front_matter(f"---\n{line}\n---\nNine people died.\n")
    assert front.body_start == 0
    assert "is not valid YAML" in front.warnings[0]


def test_a_pipe_that_is_given_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(AccountError) as caught:
        read_accounts([tmp_path / "a.txt"])
    assert (caught.value.what, caught.value.where) == ("not a regular file", f"{tmp_path}/a.txt: is a pipe (FIFO)")
    with pytest.raises(AccountError, match="is a device"):
        read_accounts(["/dev/null"])


def test_a_pipe_or_socket_in_a_folder_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("Nine people died.")
    os.mkfifo(tmp_path / "b.txt")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("c.txt")
        for given in (str(tmp_path), f"{tmp_path}/*.txt"):
            said: list[str] = []
            assert [account.file_name for account in read_accounts([given], warn=said.append)] == ["a.txt"]
            assert said == [
                f"{tmp_path}/b.txt: is a pipe (FIFO) and not a regular file, left out",
                f"{tmp_path}/c.txt: is a socket and not a regular file, left out",
            ]


def test_what_the_shell_opened_is_read_though_it_is_a_pipe() -> None:
    code = "from incident_graph.accounts import read_accounts; print(read_accounts(['/dev/stdin'])[0].text)"
    ran = subprocess.run([sys.executable, "-c", code], input="Nine died.", capture_output=True, text=True, timeout=60)
    assert ran.stdout == "Nine died.\n", ran.stderr


def test_a_word_as_long_as_a_file_takes_no_longer_than_its_length_asks() -> None:
    word = "a" * 400_000  # what grows with the square of this takes minutes
    began = monotonic()
    assert read_furniture(f"{word}\n\nNine died.").publisher is None
    anchors = Anchors()
    number = anchors.number(Anchor(frozenset(), frozenset({"aaa"})))
    assert anchors.met([word, "b"]) == 1 << number
    assert monotonic() - began < 10
