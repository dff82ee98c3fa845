"""The annotated document: parses, their cache, the pipeline, the walks over a tree."""

import json
import textwrap
from pathlib import Path

import pytest
from parsed import account, parsed

from incident_graph.errors import UsageError
from incident_graph.text import parse_cache, parsing, pipeline
from incident_graph.text.document import Document
from incident_graph.text.documents import read_document
from incident_graph.text.parsing import parse

TEXT = "Two barges sank.\n\nThe mayor, who had slept, said that “nine sailors” drowned off Łeba."


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(parse_cache.VARIABLE, str(tmp_path))
    return tmp_path


def test_tokens_stand_where_the_text_has_them() -> None:
    (document,) = parsed(TEXT)
    assert document.tree
    assert all(document.text[t.start : t.end] == t.text for t in document.tree.tokens)
    for number, sentence in enumerate(document.sentences):
        own = document.tree.of_sentence(number)
        assert own
        assert all(sentence.start <= t.start < t.end <= sentence.end for t in own)
        assert {document.tree.tokens[t.head].sentence for t in own} == {number}


def test_no_sentence_hangs_on_another() -> None:
    together, apart = parsed("It sank. Nobody drowned."), parsed("It sank.", "Nobody drowned.")
    tags = [[(t.text, t.dep, t.tag) for d in documents for t in d.tree.tokens] for documents in (together, apart)]
    assert tags[0] == tags[1]


def test_walks_over_a_tree() -> None:
    (document,) = parsed(TEXT)
    tree = document.tree
    said = next(t for t in tree.tokens if t.text == "said")
    sailors = next(t for t in tree.tokens if t.text == "sailors")
    subject = tree.child(said.i, "nsubj")
    assert subject is not None
    assert subject.text == "mayor"
    assert "slept" in tree.text(tree.subtree(subject.i))
    assert said in tree.ancestors(sailors)
    assert tree.head(said) is None
    first, last = tree.edges(said.i)
    assert (tree.tokens[first].text, tree.tokens[last].text) == ("The", ".")
    assert tree.at(sailors.start + 1) == sailors
    assert tree.at(len(TEXT) + 5) is None
    assert tree.top(sailors.start - 5, sailors.end) == sailors


def test_a_parse_is_kept_and_found_again(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (first,) = parsed(TEXT)
    kept = [p for p in cache.rglob("*") if p.is_file()]
    assert len(kept) == 1
    monkeypatch.setattr(pipeline, "load", lambda name="": pytest.fail("parsed again"))
    (again,) = parsed(TEXT)
    assert again.tree == first.tree


def test_a_damaged_or_foreign_parse_is_none(cache: Path) -> None:
    (first,) = parsed(TEXT)
    (kept,) = [p for p in cache.rglob("*") if p.is_file()]
    for damage in (b"", b"x" * 40, kept.read_bytes()[:-4]):
        kept.write_bytes(damage)
        assert parsed(TEXT)[0].tree == first.tree


def test_the_cache_can_be_switched_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(parse_cache.VARIABLE, "")
    assert parsed(TEXT)[0].tree
    assert not list(tmp_path.iterdir())


def test_moved_text_has_its_parse_moved(cache: Path) -> None:
    (plain,) = parsed("Nine sailors drowned.")
    (later,) = parsed("\n\n\nNine sailors drowned.")
    assert [t.start + 3 for t in plain.tree.tokens] == [t.start for t in later.tree.tokens]


@pytest.mark.parametrize("text", ["", "…", "x" * 50_000, "word " * 20_000, "9 " * 5_000])
def test_odd_texts_are_parsed_or_left(text: str) -> None:
    (document,) = parsed(text)
    for token in document.tree.tokens:
        assert document.text[token.start : token.end] == token.text


def test_long_sentences_are_parsed_in_pieces() -> None:
    text = "and nine men left the harbour " * 200
    (document,) = parse([read_document(account(text))])
    pieces = list(parsing._pieces(document))
    assert len(pieces) > 3
    assert all(end - start <= parsing.LONGEST for _, start, end in pieces)


def test_a_pipeline_that_is_not_there_is_said() -> None:
    with pytest.raises(UsageError, match="no_such_pipeline is not installed"):
        pipeline.load("no_such_pipeline")
    with pytest.raises(UsageError, match="not installed"):
        pipeline.describe("no such/pipeline")


def test_a_pipeline_whose_files_are_not_the_pinned_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    pinned = json.loads(json.dumps(pipeline._pinned()))
    pinned["files"]["config.cfg"] = "0" * 64
    monkeypatch.setattr(pipeline, "_pinned", lambda: pinned)
    pipeline.load.cache_clear()
    with pytest.raises(UsageError, match="not the one that was pinned"):
        pipeline.load()
    pipeline.load.cache_clear()


def test_layers_are_added_not_changed() -> None:
    (document,) = parsed("It sank.")
    assert isinstance(document, Document)
    assert document.with_spans("names", []).layer("names") == ()
    assert "names" not in document.layers


def test_folded_lines_are_parsed_alike() -> None:
    words = (
        "The mayor said on Monday that the ferry with nine sailors aboard had sunk off the harbour of Selby in fog. "
    )
    one, other = parsed(words * 3), parsed(textwrap.fill(words * 3, 72))
    assert [t[3:] for t in one[0].tree.tokens] == [t[3:] for t in other[0].tree.tokens]
