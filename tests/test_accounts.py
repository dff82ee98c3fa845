"""Reading accounts: decoding, metadata, folders, and what is said of what cannot be read."""

import datetime as dt
import hashlib
import io
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from incident_graph.accounts import InputWarning, read_account, read_accounts
from incident_graph.accounts.dates import find_date
from incident_graph.accounts.decoding import decode, is_binary
from incident_graph.accounts.front_matter import read_front_matter
from incident_graph.accounts.furniture import read_furniture
from incident_graph.accounts.reading import letter
from incident_graph.errors import AccountError

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "accounts.yaml").read_text(encoding="utf-8"))
PAGE = """<!doctype html><html><head><meta charset="utf-8"><title>Nine dead off Karsund | Skagerrak Courier</title>
<meta property="og:site_name" content="Skagerrak Courier">
<meta property="article:published_time" content="2025-10-12T08:00:00Z">
<script>var hidden = "nine hundred were aboard";</script></head><body>
<nav><a href="/">Front page</a> <a href="/sport">Sport pages</a></nav>
<article><h1>Nine dead off Karsund</h1>
<p>Nine people died when a ferry hit a barge off Karsund on Sunday, the coast guard said. It carried 180 people.</p>
<h2>What is known</h2><ul><li>The ferry left at seven in the morning.</li><li>The barge carried no lights.</li></ul>
<p>Rescuers said eleven people were still missing late on Sunday, and the search went on all night.</p></article>
<footer>All rights reserved. Subscribe to our newsletter.</footer></body></html>"""


def collect() -> tuple[list[str], Any]:
    said: list[str] = []
    return said, said.append


def assert_said(warnings: tuple[str, ...], expected: str | None) -> None:
    assert len(warnings) == (expected is not None)
    assert all(expected in said for said in warnings if expected)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_a_text_says_of_itself(case: dict[str, Any]) -> None:
    said = read_furniture(case["text"])
    expected = tuple(case.get(key) for key in ("title", "publisher", "issued", "credit"))
    assert tuple(said) == expected


def test_text_is_kept_to_the_code_point(tmp_path: Path) -> None:
    text = "Ferry sinks\r\n\r\nNine “people” — 🛟 — died.\n\tTab\rold Mac end"
    (tmp_path / "a.txt").write_bytes(text.encode())
    (account,) = read_accounts([tmp_path])
    assert account.text == text
    assert account.sha256 == hashlib.sha256(text.encode()).hexdigest()
    start = account.text.index("died")
    assert account.excerpt(start, start + 4).text == "died"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_text_survives_reading(text: str) -> None:
    account = read_account(text.encode(), "a.txt", warn=lambda _: None)
    assert account is None or account.text == text


def test_byte_order_mark_stays_in_the_text_and_before_the_body(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfFerry sinks\n\nNine people died.")
    (account,) = read_accounts([tmp_path])
    assert account.text[0] == "\ufeff"
    assert account.body_start == 1
    assert account.title == "Ferry sinks"


@pytest.mark.parametrize(
    ("data", "text", "encoding", "warning"),
    [
        ("It’s £5".encode(), "It’s £5", "utf-8", None),
        ("It’s £5".encode("cp1252"), "It’s £5", "windows-1252", "Windows-1252"),
        ("It’s £5".encode("utf-16"), "It’s £5", "utf-16", "UTF-16"),
        (b"\x81\x8d\xe9", "\x81\x8dé", "latin-1", "Latin-1"),
        ("Itâ€™s Â£5".encode(), "Itâ€™s Â£5", "utf-8", "mojibake"),
        ("lost \ufffd".encode(), "lost \ufffd", "utf-8", "U+FFFD"),
    ],
)
def test_decoding(data: bytes, text: str, encoding: str, warning: str | None) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert_said(decoded.warnings, warning)


def test_page_charset_is_honoured_where_utf8_does_not_fit() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Пожар</body></html>'
    assert decode(page.encode("cp1251"), html=True).text == page
    assert decode(page.encode(), html=True).text == page  # what the bytes say beats what the page declares


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"\x89PNG\r\n", b"PK\x03\x04 docx", b"abc\0def", bytes(range(1, 9)) * 9]
)
def test_binary(data: bytes) -> None:
    assert is_binary(data)


def test_front_matter() -> None:
    text = (
        "---\ntitle: 'Dam: fails'\npublisher: null\ndate: 2026-04-23\ncredit: NTB\n"
        "original:\n  file: a.txt\n  sha256: ab\n---\nIt failed.\n"
    )
    account = read_account(text.encode(), "a.md")
    assert account is not None
    assert account.text == text
    assert account.text[account.body_start :] == "It failed.\n"
    assert (account.title, account.publisher, account.issued, account.credit) == (
        "Dam: fails",
        None,
        dt.date(2026, 4, 23),
        "NTB",
    )
    assert (account.derived_from_file, account.derived_from_sha256) == ("a.txt", "ab")


def test_front_matter_is_the_last_word_on_the_publisher() -> None:
    text = "---\ntitle: Dam fails\n---\nOslo Courier, 3 March 2024\n\nThe dam failed.\n"
    account = read_account(text.encode(), "a.md")
    assert account is not None
    assert account.publisher is None
    assert account.issued is None


@pytest.mark.parametrize(
    ("text", "body_start", "warning"),
    [
        ("---\nA rule, then a story.\n---\nMore.", 0, None),
        ("---\ntitle: [unclosed\n---\nStory.", 0, "not valid YAML"),
        ("---\ntitle: no end\nStory.", 0, None),
        ("---\r\ntitle: Dam\r\n---\r\nStory.", 22, None),
        ("\ufeff---\ntitle: Dam\n---\nStory.", 20, None),
        ("---\ndate: last Monday\n---\nStory.", 26, "not a whole date"),
    ],
)
def test_odd_front_matter(text: str, body_start: int, warning: str | None) -> None:
    front = read_front_matter(text)
    assert front.body_start == body_start
    assert_said(front.warnings, warning)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("April 23, 2026", dt.date(2026, 4, 23)),
        ("23rd of April 2026", dt.date(2026, 4, 23)),
        ("Sept. 3, 2026", dt.date(2026, 9, 3)),
        ("2026-04-23T10:00", None),
        ("2026-04-23", dt.date(2026, 4, 23)),
        ("12 October", None),
        ("31 February 2026", None),
        ("30 Junk 2026", None),
        ("03/04/2026", None),  # March or April: not guessed
    ],
)
def test_find_date(text: str, date: dt.date | None) -> None:
    found = find_date(text)
    assert (found[0] if found else None) == date


def test_web_page(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (account,) = read_accounts([tmp_path])
    assert account.media_type == "text/html"
    assert (account.title, account.publisher) == ("Nine dead off Karsund", "Skagerrak Courier")
    assert account.issued == dt.date(2025, 10, 12)
    assert "It carried 180 people." in account.text
    assert account.text.count("Nine dead off Karsund") == 1
    for dropped in ("nine hundred", "Sport pages", "newsletter", "<"):
        assert dropped not in account.text


@pytest.mark.parametrize(
    ("head", "title", "publisher"),
    [
        ("<title>Dam fails above Valdres | The Tern</title>", "Dam fails above Valdres", "The Tern"),
        ("<title>Dam fails above Valdres - Tern &amp; Gull</title>", "Dam fails above Valdres", "Tern & Gull"),
        ("<title>Dam fails above Valdres</title>", "Dam fails above Valdres", None),
        ("", "Dam fails above Valdres", None),
    ],
)
def test_web_page_publisher_after_the_headline(head: str, title: str, publisher: str | None) -> None:
    story = "<p>The dam above the village of Valdres failed on Sunday night, and the water took two bridges.</p>" * 3
    page = f"<html><head>{head}</head><body><article><h1>Dam fails above Valdres</h1>{story}</article></body></html>"
    account = read_account(page.encode(), "a.html")
    assert account is not None
    assert (account.title, account.publisher) == (title, publisher)
    assert account.text.startswith("Dam fails above Valdres\n\nThe dam above")


def test_web_page_tables_and_lists_keep_their_lines() -> None:
    story = "<p>The dam above the village of Valdres failed on Sunday night, and the water took two bridges.</p>"
    rows = "<table><tr><th>Dead</th><th>Missing</th></tr><tr><td>9</td><td>11</td></tr></table>"
    items = "<ul><li>One road is open</li><li>Two are shut</li></ul>"
    page = f"<html><body><article>{story}{rows}{items}{story}</article></body></html>"
    account = read_account(page.encode(), "a.html")
    assert account is not None
    assert "| Dead | Missing |\n| 9 | 11 |\n\n- One road is open\n- Two are shut\n\nThe dam" in account.text


def test_a_heading_within_the_story_is_not_its_title() -> None:
    story = (
        "<div>The dam above the village of Valdres failed on Sunday night, and the water took two bridges.</div>" * 4
    )
    account = read_account(f"<html><body>{story}<h2>What is known</h2>{story}</body></html>".encode(), "a.html")
    assert account is not None
    assert account.title is None
    assert account.text.count("What is known") == 1


def test_web_page_without_a_story_is_read_whole() -> None:
    account = read_account(
        b"<html><body><script>no()</script><nav>Menu</nav><p>Dam <b>fails</b> now</p></body></html>", "a.htm"
    )
    assert account is not None
    assert "Dam fails now" in account.text
    assert "no()" not in account.text


def test_web_page_without_text_is_left_out() -> None:
    said, warn = collect()
    assert read_account(b"<html><body><script>no()</script></body></html>", "a.html", warn=warn) is None
    assert said == ["a.html: no text in it, left out"]


def test_order_letters_and_what_a_folder_leaves_out(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden.txt", "README.md", "_notes.txt", "z.pdf", "decisions.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Text of {name}", encoding="utf-8")
    said, warn = collect()
    accounts = read_accounts([tmp_path], warn=warn)
    assert [(a.letter, a.file_name) for a in accounts] == [("A", "a.md"), ("B", "b.txt"), ("C", "c.txt")]
    assert said == [f"{tmp_path}: 1 file is of a kind not read here, left out: z.pdf"]


def test_order_does_not_depend_on_how_paths_are_given(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.txt"):
        (tmp_path / name).write_text(f"Text of {name}", encoding="utf-8")
    whole = read_accounts([tmp_path])
    assert read_accounts([tmp_path / "c.txt", str(tmp_path / "[ab].txt")]) == whole
    assert read_accounts([tmp_path, tmp_path / "b.txt"]) == whole  # the same file twice is one file
    assert read_accounts([str(tmp_path / "**" / "*.txt")]) == whole


def test_standard_input() -> None:
    (account,) = read_accounts(["-"], io.BytesIO(b"Dam fails\n\nThe dam failed."))
    assert (account.file_name, account.title) == ("stdin", "Dam fails")
    (account,) = read_accounts(["-"], io.BytesIO(PAGE.encode()))
    assert account.media_type == "text/html"
    with pytest.raises(AccountError, match="standard input is not connected"):
        read_accounts(["-"])


@pytest.mark.parametrize("copy", [b"Dam fails\n\nIt failed.\n", b"\xef\xbb\xbfDam fails\r\n\r\nIt failed."])
def test_two_files_with_the_same_text_are_one_account(tmp_path: Path, copy: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(b"Dam fails\n\nIt failed.\n")
    (tmp_path / "b.txt").write_bytes(copy)
    (account,) = read_accounts([tmp_path])
    assert account.file_name == "a.txt"
    (warning,) = account.warnings
    assert "b.txt has the same" in warning
    assert "a.txt" in warning


def test_empty_and_binary_files_are_left_out_with_a_word(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b" \n")
    (tmp_path / "b.txt").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "c.txt").write_bytes(b"Dam fails.")
    said, warn = collect()
    (account,) = read_accounts([tmp_path], warn=warn)
    assert account.letter == "A"
    assert [line.rsplit("/")[-1] for line in said] == ["a.txt: empty, left out", "b.txt: not a text file, left out"]
    with pytest.warns(InputWarning, match="empty, left out"):
        read_accounts([tmp_path / "a.txt", tmp_path / "c.txt"])


@pytest.mark.parametrize(
    ("make", "given", "what"),
    [
        (lambda d: None, "", "no accounts in the folder"),
        (lambda d: None, "missing.txt", "no such file or folder"),
        (lambda d: None, "*.txt", "no file matches the pattern"),
        (lambda d: (d / "a.txt").write_bytes(b""), "a.txt", "no accounts to read"),
        (lambda d: (d / "a.png").write_bytes(b"\x89PNG"), "a.png", "no accounts to read"),
    ],
)
def test_errors_say_what_where_and_what_to_try(tmp_path: Path, make: Any, given: str, what: str) -> None:
    make(tmp_path)
    with pytest.raises(AccountError, match=what) as caught:
        read_accounts([tmp_path / given], warn=lambda _: None)
    assert str(tmp_path) in caught.value.where
    assert caught.value.hint
    assert caught.value.exit_code == 3


def test_a_mistyped_name_gets_the_nearest(tmp_path: Path) -> None:
    (tmp_path / "ferry_a.txt").write_text("Text", encoding="utf-8")
    with pytest.raises(AccountError) as caught:
        read_accounts([tmp_path / "fery_a.txt"])
    assert caught.value.hint == f"did you mean {tmp_path / 'ferry_a.txt'}?"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads every file")
def test_a_file_without_permission_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text", encoding="utf-8")
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(AccountError, match="cannot be read"):
        read_accounts([tmp_path / "a.txt"])


@given(st.integers(0, 20_000))
def test_letters_count_up_without_a_gap(index: int) -> None:
    value = 0
    for character in letter(index):
        value = value * 26 + ord(character) - ord("A") + 1
    assert value == index + 1


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes only there")
def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    with open(path, "wb") as stream:
        stream.write(b"Dam fails.")
    (account,) = read_accounts([tmp_path])
    assert account.file_name == "caf\ufffd.txt"
    account.path.encode("utf-8")


def test_an_empty_path_is_not_the_folder_one_stands_in() -> None:
    with pytest.raises(AccountError, match="no such file"):
        read_accounts([""])
