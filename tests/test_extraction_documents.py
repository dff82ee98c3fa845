"""Blocks and sentences: where they lie, what they are, and that no text is lost."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_graph.accounts import Account
from incident_graph.text import furniture
from incident_graph.text.document import Document
from incident_graph.text.documents import read_document, read_furniture
from incident_graph.text.sentences import split

CASES = Path(__file__).parent / "cases"
SHARED = Path(__file__).parents[2] / "shared"


def rows(name: str) -> list[str]:
    return [
        line
        for line in (CASES / name).read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]


def read(text: str, body_start: int = 0, title: str | None = None) -> Document:
    return read_document(Account("0" * 64, "a.txt", text, body_start=body_start, title=title))


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, document.account.text[b.start : b.end]) for b in document.blocks]


def sentences(document: Document) -> list[str]:
    return [document.account.text[s.start : s.end] for s in document.sentences]


@pytest.mark.parametrize("row", rows("sentences.txt"))
def test_sentences_end_where_they_should(row: str) -> None:
    expected = row.split(" | ")
    text = " ".join(expected)
    assert [text[a:b] for a, b in split(text, 0, len(text))] == expected


@pytest.mark.parametrize("row", rows("furniture.txt"))
def test_lines_are_of_their_kind(row: str) -> None:
    kind, line = row.split(" | ", 1)
    prose = "A ferry sank in fog on Monday. Two people are missing."
    document = read(f"Ferry sinks off the coast\n\n{prose}\n\nThe search goes on.\n\n{line}\n\n{prose} It is cold.")
    assert {words: k for k, words in kinds(document)}[line] == kind


def test_title_is_the_first_line_and_its_repetition_is_furniture() -> None:
    document = read("Ferry Sinks\n5 mins read\n\nFerry Sinks\n\nA ferry sank in fog.\n\nNobody died.")
    assert [k for k, _ in kinds(document)] == ["title", "boilerplate", "boilerplate", "body", "body"]
    assert sentences(document) == ["Ferry Sinks", "A ferry sank in fog.", "Nobody died."]


def test_an_account_may_begin_without_a_title() -> None:
    assert kinds(read("A ferry sank in fog.\n\nNobody died."))[0] == ("body", "A ferry sank in fog.")


def test_front_matter_is_metadata() -> None:
    front = "---\ntitle: Ferry sinks\n---\n"
    document = read(front + "\nFerry sinks\n\nA ferry sank.\n\nBad.", body_start=len(front), title="Ferry sinks")
    assert kinds(document)[0] == ("metadata", front.strip())
    assert kinds(document)[1] == ("title", "Ferry sinks")


def test_wrapped_paragraphs_are_one_block() -> None:
    lines = [
        "The ferry left the harbour at six in the morning with forty people on",
        "board, most of them on their way to work, and hit a barge in the fog",
        "that had broken loose from its tug during the night. Two people were",
        "hurt. The barge had no lights, the police said, and nobody was on it.",
    ]
    document = read("\n".join(lines) + "\n\n" + "\n".join(lines))
    assert [k for k, _ in kinds(document)] == ["body", "body"]
    assert len(document.sentences) == 6
    assert sentences(document)[1] == "Two people were\nhurt."


def test_lines_that_are_not_wrapped_are_blocks_of_their_own() -> None:
    document = read(
        "A ferry sank.\nThe crew of nine was saved by a passing trawler that had heard the call.\nIt is cold."
    )
    assert len(document.blocks) == 3


def test_windows_line_ends() -> None:
    document = read("Ferry sinks\r\n\r\nA ferry sank.\r\n- one raft\r\n- one boat\r\n\r\nNobody died.\r\n")
    assert [k for k, _ in kinds(document)] == ["title", "body", "item", "item", "body"]
    assert sentences(document)[2] == "one raft"


def test_list_items_know_what_opened_their_list() -> None:
    document = read("They took a lot. It included:\n• names\n• phone numbers\n\nNobody was told.")
    leads = [document.account.text[s.lead_in.start : s.lead_in.end] for s in document.sentences if s.lead_in]
    assert leads == ["It included:", "It included:"]


def test_related_stories_are_furniture_to_their_end() -> None:
    document = read("A ferry sank.\n\nRelated stories\nTen ferries to avoid\nWhy fog kills\n\nThe search goes on.")
    assert [k for k, _ in kinds(document)] == ["body", "boilerplate", "boilerplate", "boilerplate", "body"]


def test_comments_after_the_form_are_furniture() -> None:
    prose = "A ferry sank in fog and the search for two people went on all night. " * 20
    document = read(f"{prose}\n\nLeave a comment\n\nBad news, says Bob from Leeds.")
    assert [k for k, _ in kinds(document)] == ["body", "boilerplate", "boilerplate"]


def test_by_line_dateline_and_credit_are_read() -> None:
    text = (
        "Bridge falls\n\nPorto Gazette, 3 May 2024\n\nBy Ana Diaz\n\nA bridge fell.\n\nIt was old.\n\nSource: Reuters"
    )
    document = read(text)
    found = read_furniture(document)
    assert found.publisher is not None
    assert found.date is not None
    assert (found.publisher.text, found.date.text) == ("Porto Gazette", "3 May 2024")
    assert [a.text for a in found.authors] == ["Ana Diaz"]
    assert found.credit is not None
    assert found.credit.text == "Reuters"
    assert "Reuters" not in " ".join(sentences(document))


def test_dates_inside_a_timeline_are_headings() -> None:
    document = read("A ferry sank.\n\n3 May\n\nIt was raised.\n\n4 May\n\nIt sank again.")
    assert [k for k, _ in kinds(document)] == ["body", "heading", "body", "heading", "body"]


def test_no_furniture_no_publisher() -> None:
    document = read("A ferry sank.\n\nIt was raised.")
    found = read_furniture(document)
    assert (found.publisher, found.date) == (None, None)


@pytest.mark.parametrize(
    ("line", "sort"),
    [
        ("April 23, 2026", "dateline"),
        ("Skagen Post, 12 October", "dateline"),
        ("Published: 3 May 2024 at 10:15", "dateline"),
        ("2024-05-03", "dateline"),
        ("In Norway News", "section"),
        ("Home » World » Europe", "section"),
        ("Source - Agence Test", "credit"),
        ("Originally published by The Lantern", "credit"),
        ("By noon, all was lost.", ""),
        ("the ferry sank, 12 October", ""),
        ("Sources said so.", ""),
    ],
)
def test_metadata_lines(line: str, sort: str) -> None:
    assert furniture.metadata_sort(line) == sort


def check_cover(document: Document) -> None:
    text = document.account.text
    last = 0
    for block in document.blocks:
        assert last <= block.start < block.end
        assert not text[last : block.start].strip()
        last = block.end
    assert not text[last:].strip()
    previous = 0
    for sentence in document.sentences:
        assert previous <= sentence.start < sentence.end
        assert sentence.block.start <= sentence.start
        assert sentence.end <= sentence.block.end
        assert sentence.block in document.blocks
        previous = sentence.end


@settings(max_examples=150)
@given(st.text(max_size=300))
def test_any_text_is_covered(text: str) -> None:
    check_cover(read(text))


PIECES = ["A ferry sank. ", "“No,” he said.", "\n", "\n\n", "- item", "\r\n", "By Ana Diaz", "# Head", "1. "]
PIECES += ["Dr. ", "…", " ", "5 mins read", "Why?"]


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.integers(0, 20))
def test_any_layout_is_covered(pieces: list[str], start: int) -> None:
    text = "".join(pieces)
    check_cover(read(text, body_start=min(start, len(text))))


@pytest.mark.parametrize("piece", ["a", "A ferry sank off Oslo. ", ".", '"', "- ", "ab cd "])
def test_a_long_line_is_read_in_time(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    begin = time.perf_counter()
    check = read(text)
    assert time.perf_counter() - begin < 5
    assert check.account.text == text


@pytest.mark.skipif(not SHARED.exists(), reason="the originals are not there")
def test_furniture_of_the_originals_has_no_sentences() -> None:
    import yaml

    gold = yaml.safe_load((SHARED / "gold" / "seeds.yaml").read_text(encoding="utf-8"))
    for source in gold["sources"]:
        with (SHARED / "seeds" / source["file"]).open(encoding="utf-8", newline="") as file:
            document = read(file.read())
        for region in source.get("do_not_extract", []):
            hit = [s for s in document.sentences if s.start < region["end"] and region["start"] < s.end]
            assert not hit, region["kind"]
