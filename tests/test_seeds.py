"""The retellings in seeds/: complete headers, what they must keep, and wording of our own."""

import datetime as dt
import hashlib
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from incident_graph.accounts import read_accounts

CHECKOUT = Path(__file__).parents[1]
SEEDS = CHECKOUT / "seeds"
CHECK = CHECKOUT / "scripts" / "check-own-words"
CASES: dict[str, dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "seeds.yaml").read_text("utf-8"))
INVENTED = (
    "The harbour master said on Tuesday that nine barges had slipped their moorings before dawn. "
    "Nobody could tell him which of the two night watchmen had been on duty at the time."
)


@pytest.fixture
def originals() -> Path:
    """The folder with the five original accounts, which the repository does not hold."""
    folder = Path(__file__).parents[2] / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip("the original accounts are not at hand beside the checkout")
    return folder


def read(name: str) -> tuple[dict[str, Any], str]:
    """The front matter of a retelling, and its body with straight apostrophes and plain hyphens."""
    _, header, body = (SEEDS / name).read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(header), body.replace("’", "'").replace("‑", "-")


def check(tree: Path, *options: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the check script on ``tree``."""
    command = [sys.executable, str(CHECK), str(tree), *map(str, options)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60)


@pytest.fixture
def invented(tmp_path: Path) -> tuple[Path, Path]:
    """An empty tree, and a folder of originals that holds one invented text."""
    tree, folder = tmp_path / "tree", tmp_path / "originals"
    tree.mkdir()
    folder.mkdir()
    (folder / "barges.txt").write_text(
        f"Nine Barges Adrift After Moorings Fail in the Old Harbour\n\n{INVENTED}\n", encoding="utf-8"
    )
    return tree, folder


def test_every_account_is_retold_and_nothing_else_is_read() -> None:
    accounts = read_accounts([SEEDS])
    assert [account.file_name for account in accounts] == sorted(CASES)
    assert [account.letter for account in accounts] == list("ABCDE")
    for account in accounts:
        case = CASES[account.file_name]
        assert account.warnings == ()
        assert account.publisher is None
        assert account.issued == case["date"]
        assert account.credit == case["credit"]
        assert account.derived_from_file == case["original"]["file"]
        assert account.derived_from_sha256 == case["original"]["sha256"]


@pytest.mark.parametrize("name", sorted(CASES))
def test_front_matter_is_complete(name: str) -> None:
    case, (header, body) = CASES[name], read(name)
    assert set(header) - {"section"} == {"title", "publisher", "date", "credit", "original", "retelling"}
    assert header["retelling"] is True
    assert header["publisher"] is None
    assert header["original"] == case["original"]
    assert header["date"] == case["date"]
    assert header["date"] is None or isinstance(header["date"], dt.date)
    assert header["credit"] == case["credit"]
    assert header.get("section") == case.get("section")
    assert (header["title"] is not None) == case["headed"]
    headlines = re.findall(r"^# (.+)$", body, flags=re.MULTILINE)
    assert headlines == ([header["title"].replace("’", "'")] if case["headed"] else [])


@pytest.mark.parametrize("name", sorted(CASES))
def test_original_is_the_one_named(name: str, originals: Path) -> None:
    original = read(name)[0]["original"]
    assert hashlib.sha256((originals / original["file"]).read_bytes()).hexdigest() == original["sha256"]


def test_order_is_that_of_the_originals(originals: Path) -> None:
    assert [CASES[name]["original"]["file"] for name in sorted(CASES)] == sorted(
        p.name for p in originals.glob("*.txt")
    )


@pytest.mark.parametrize("name", sorted(CASES))
def test_length_is_that_of_a_short_news_story(name: str) -> None:
    assert 350 <= len(read(name)[1].split()) <= 700


@pytest.mark.parametrize("kind", ["names", "figures", "hedges", "furniture"])
@pytest.mark.parametrize("name", sorted(CASES))
def test_what_bears_on_the_incident_is_kept(name: str, kind: str) -> None:
    body = " ".join(read(name)[1].split())
    missing = [words for words in CASES[name][kind] if not re.search(rf"(?<!\w){re.escape(words)}(?!\w)", body)]
    assert missing == []


def test_the_account_without_a_number_gets_none_from_the_others() -> None:
    body = read("e-private-health-records.md")[1].lower()
    assert [words for words in CASES["e-private-health-records.md"]["absent"] if str(words).lower() in body] == []


def test_this_tree_is_in_our_own_words(originals: Path) -> None:
    result = check(CHECKOUT, "--originals", originals)
    assert result.returncode == 0, result.stdout
    assert "no shared runs" in result.stdout


def test_a_sentence_copied_from_any_original_is_found(originals: Path, tmp_path: Path) -> None:
    files = sorted(originals.glob("*.txt"))
    for original in files:
        sentences = re.split(r"(?<=[.?!])\s+", original.read_text("utf-8"))
        copied = next(s for s in sentences if len(s.split()) > 14 and "\n" not in s and not re.search(r"[“\"‘]", s))
        (tmp_path / f"copy-of-{original.stem}.md").write_text(f"Ours.\n\n{copied.upper()}\n", encoding="utf-8")
    result = check(tmp_path, "--originals", originals)
    assert result.returncode == 1
    for original in files:
        assert re.search(
            rf"^copy-of-{original.stem}\.md:3: \d+ words shared with {original.name}: ", result.stdout, re.M
        )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Today the harbour master said on Tuesday that nine ships were gone.", 8),
        ("Today the harbour master said on Tuesday that eight ships were gone.", 0),
        ("harbour master,\nsaid ON Tuesday; that *nine* barges had sunk", 9),
        ("“The harbour master said on Tuesday that nine barges” is how it began.", 0),
        ('As "the harbour master said on Tuesday that nine barges" were lost.', 0),
        ("“The harbour master said on Tuesday that nine barges had slipped their moorings.”", 13),
        ("A mark left “open.\n\nThe harbour master said on Tuesday that nine barges” slipped.", 9),
        ("He said “so”: the harbour master said on Tuesday that nine barges slipped, “all of them”.", 9),
        ("See Nine Barges Adrift After Moorings Fail in the Old Harbour.", 0),
        ("THE HARBOUR MASTER SAID ON TUESDAY THAT NINE BARGES", 9),
    ],
)
def test_what_counts_as_shared(invented: tuple[Path, Path], text: str, found: int) -> None:
    tree, folder = invented
    (tree / "page.md").write_text(text, encoding="utf-8")
    result = check(tree, "--originals", folder)
    assert result.returncode == (1 if found else 0), result.stdout
    assert (f": {found} words shared with barges.txt: " in result.stdout) == bool(found)


def test_every_shared_run_is_printed_once(invented: tuple[Path, Path]) -> None:
    tree, folder = invented
    (tree / "page.md").write_text(f"{INVENTED}\n\nOurs.\n\n{INVENTED}\n", encoding="utf-8")
    result = check(tree, "--originals", folder)
    assert [line.split(": ")[0] for line in result.stdout.splitlines()] == ["page.md:1", "page.md:5", "own words"]
    assert "2 shared runs of 8 or more words (1 files against 1 originals)" in result.stdout


def test_binary_files_and_the_originals_themselves_are_left_out(invented: tuple[Path, Path]) -> None:
    tree, folder = invented
    (tree / "picture.bin").write_bytes(b"\0" + INVENTED.encode())
    assert check(tree, "--originals", folder).returncode == 0
    assert check(folder.parent, "--originals", folder).returncode == 0


def test_ignored_files_of_a_checkout_are_not_read(invented: tuple[Path, Path]) -> None:
    tree, folder = invented
    subprocess.run(["git", "init", "-q", str(tree)], check=True)
    (tree / ".gitignore").write_text("draft.md\n", encoding="utf-8")
    (tree / "draft.md").write_text(INVENTED, encoding="utf-8")
    assert check(tree, "--originals", folder).returncode == 0
    (tree / "page.md").write_text(INVENTED, encoding="utf-8")  # not added yet, but about to be
    assert check(tree, "--originals", folder).returncode == 1


def test_without_originals_it_says_so_and_passes(tmp_path: Path) -> None:
    result = check(tmp_path, "--originals", tmp_path / "none")
    assert result.returncode == 0
    assert "not checked" in result.stdout


def test_wrong_usage_and_help(tmp_path: Path) -> None:
    assert check(tmp_path / "none").returncode == 2
    assert "--originals" in check(tmp_path, "--help").stdout
