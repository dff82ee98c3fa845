"""Decisions as a file: lines that come back, and places that are found again."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shed_incident import (
    HASH,
)

from incident_graph.accounts import Account
from incident_graph.decisions import Decision, Place, already, append, find, load, place_of, standing
from incident_graph.decisions.log import parse
from incident_graph.errors import DecisionError, OutputError
from incident_graph.model import Stance
from incident_graph.vocabulary import ENTITY_CLASSES

# ---------------------------------------------------------------- the file

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
places = st.builds(
    Place, st.text("0123456789abcdef", min_size=64, max_size=64), words.filter(str.strip), st.text(max_size=5), words
)
decisions = st.one_of(
    st.builds(
        Decision,
        st.sampled_from(["accept", "reject", "undo"]),
        st.just("claim"),
        places,
        question=words,
        of=words,
        note=words,
    ),
    st.builds(Decision, st.just("retype"), st.just("name"), places, value=st.sampled_from(ENTITY_CLASSES), by=words),
    st.builds(
        Decision,
        st.just("edit"),
        st.just("claim"),
        places,
        question=words,
        value=words,
        stance=st.sampled_from([None, *(s.value for s in Stance)]),
        speaker=st.sampled_from([None, "", "the seller"]),
        hedge=st.sampled_from([None, "", "may"]),
        basis=st.sampled_from([None, "", "the crew"]),
    ),
    st.builds(Decision, st.sampled_from(["merge", "split"]), st.just("name"), places, other=places, when=words),
)


@given(decisions)
@settings(max_examples=60)
def test_a_decision_comes_back_from_its_line(decision: Decision) -> None:
    line = decision.to_json()
    assert "\n" not in line
    assert list(json.loads(line)) == sorted(json.loads(line))
    assert Decision.from_json(line) == decision
    assert parse(line.encode("utf-8") + b"\r\n") == [decision]


def test_append_makes_the_file_and_only_adds(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    first = Decision("retype", "name", Place(HASH, "Zorbin\u2028"), value="Person")
    append(path, first)
    before = path.read_bytes()
    append(path, replace(first, value="Place", note="on second thoughts"))
    assert path.read_bytes().startswith(before)
    assert [d.value for d in load(path)] == ["Person", "Place"]
    assert [d.line for d in load(path)] == [1, 2]


def test_a_last_line_without_its_end_is_not_run_into(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    decision = Decision("retype", "name", Place(HASH, "Zorbin"), value="Person")
    path.write_text(decision.to_json(), encoding="utf-8")
    append(path, decision)
    assert load(path) == [decision, decision]


def test_a_windows_file_with_a_byte_order_mark_and_empty_lines(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    line = Decision("retype", "name", Place(HASH, "Zorbin"), value="Person").to_json()
    path.write_bytes(b"\xef\xbb\xbf" + f"{line}\r\n\r\n{line}\r\n".encode())
    assert [d.line for d in load(path)] == [1, 3]


CLAIM = {"target": "claim", "question": "q"}


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        ({"verb": "retire"}, 'no verb "retire"'),
        ({"verb": "accept", "target": "mood"}, 'nobody can accept a "mood"'),
        ({"verb": "accept", "target": "claim"}, "needs its question"),
        ({"account": "abc"}, "64 hex digits"),
        ({"quote": " "}, "the quotation is empty"),
        ({"qoute": "x"}, 'unknown key "qoute"'),
        ({"quote": 7}, '"quote" is not text'),
        ({"verb": "merge"}, "needs the other entity"),
        ({"verb": "merge", "other": "Ostrel"}, '"other" is not an object'),
        ({"verb": "merge", "other": {"account": HASH}}, 'no "quote"'),
        ({"verb": "retype", "value": "Cat"}, 'no class "Cat"'),
        ({"scope": "planet"}, 'no scope "planet"'),
        ({"verb": "edit", **CLAIM}, "an edit changes"),
        ({"verb": "edit", "stance": "Hm", **CLAIM}, 'no stance "Hm"'),
        ({"verb": "add", **CLAIM}, "needs a value"),
    ],
)
def test_a_corrupt_line_names_its_file_and_number(tmp_path: Path, change: str | dict[str, object], what: str) -> None:
    path = tmp_path / "decisions.jsonl"
    good = {"account": HASH, "quote": "Zorbin", "verb": "reject", "target": "name"}
    line = change if isinstance(change, str) else json.dumps(good | change)
    path.write_text(f"{json.dumps(good)}\n{line}\n{json.dumps(good)}\n", encoding="utf-8")
    with pytest.raises(DecisionError) as caught:
        load(path)
    assert what in caught.value.what
    assert caught.value.where == f"{path}, line 2"
    assert caught.value.exit_code == 3


def test_what_cannot_be_read_or_written(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match="cannot be read"):
        load(tmp_path / "missing.jsonl")
    (tmp_path / "bad.jsonl").write_bytes(b"\xff\xfe\n")
    with pytest.raises(DecisionError, match="UTF-8"):
        load(tmp_path / "bad.jsonl")
    with pytest.raises(OutputError, match="cannot be written"):
        append(tmp_path / "nowhere" / "d.jsonl", Decision("reject", "name", Place(HASH, "Zorbin")))


def test_the_last_decision_on_a_thing_counts_and_undo_takes_it_back() -> None:
    accept = Decision("accept", "claim", Place(HASH, "w"), question="q", of="x")
    reject, undo = replace(accept, verb="reject"), replace(accept, verb="undo")
    other = replace(accept, of="y")
    assert standing([accept, other, reject]) == ([other, reject], [])
    assert standing([accept, undo]) == ([], [])
    assert standing([undo, accept]) == ([accept], [undo])
    assert already([accept], replace(accept, note="again"))
    assert not already([accept, reject], accept)


# ---------------------------------------------------------------- places


def test_context_chooses_between_places() -> None:
    account = Account(HASH, "a.txt", "One shed. Two sheds. One shed more.")
    second = account.excerpt(21, 29)
    assert find(account, place_of(account, second)).excerpt == second
    assert find(account, Place(HASH, "One shed", suffix=". Two")).excerpt == account.excerpt(0, 8)
    assert find(account, Place(HASH, "One shed")).excerpt is None
    assert find(account, Place(HASH, "Two sheds", prefix="changed since ")).excerpt == account.excerpt(10, 19)


@given(st.text("ab \n", min_size=1, max_size=60), st.data())
def test_every_place_is_found_again_unless_its_surroundings_repeat(text: str, data: st.DataObject) -> None:
    account = Account(HASH, "a.txt", text)
    start = data.draw(st.integers(0, len(text) - 1))
    excerpt = account.excerpt(start, data.draw(st.integers(start + 1, len(text))))
    found = find(account, place_of(account, excerpt)).excerpt
    assert found is None or found.text == excerpt.text
    if text.count(excerpt.text) == 1 and text.find(excerpt.text, start + 1) < 0:
        assert found == excerpt
