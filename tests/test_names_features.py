"""The features, lists and patterns for names: each does what its examples say."""

import re
from typing import Any

import pytest

from incident_graph.accounts import Account
from incident_graph.names.features import features
from incident_graph.names.finding import find_names
from incident_graph.names.gazetteer import pattern, read_rules
from incident_graph.names.mention import NameMention
from incident_graph.text.documents import read_document

BRACKETS = re.compile(r"\[([^\]]+)\]")
CLASSES = frozenset("Person Organisation Platform Place Law Event Product Vehicle".split())


def mentions(text: str) -> tuple[NameMention, ...]:
    account = Account("0" * 64, "0.txt", text)
    return find_names([read_document(account)])[account.id]


def reasons(example: str) -> set[str]:
    """The ids of the features that vote for the name in brackets, wherever it stands in the example."""
    start = example.index("[")
    found = mentions(BRACKETS.sub(r"\1", example))
    here = [m for m in found if m.excerpt.start <= start < m.excerpt.end]
    return {rule for mention in here for _, _, rule in mention.votes}


ROWS: list[dict[str, Any]] = read_rules("features")
SHOWN = [row for row in ROWS if "fires" in row]


@pytest.mark.parametrize("row", SHOWN, ids=[row["id"] for row in SHOWN])
def test_a_feature_votes_where_its_example_says_so_and_not_elsewhere(row: dict[str, Any]) -> None:
    assert row["id"] in reasons(row["fires"])
    assert row["id"] not in reasons(row["not"])


def test_features_have_ids_of_their_own_and_classes() -> None:
    assert len(features()) == len(ROWS)
    assert {row["class"] for row in ROWS} <= CLASSES | {"noun", "head", "known", "none"}
    assert {row.get("like", row["id"]) for row in ROWS} <= set(features())
    groups = {row.get("group", row["id"]) for row in ROWS}
    assert {name for row in ROWS for name in row.get("unless", ())} <= set(features()) | groups


def test_only_what_speaks_for_nothing_or_stands_in_furniture_has_no_example() -> None:
    without = {row["id"] for row in ROWS if "fires" not in row and row["class"] != "none"}
    assert without <= FURNITURE | {"profile"}


FURNITURE = frozenset(
    """by-line by-line-place by-line-outlet by-line-for credit field-outlet field-place-after-in field-first field-place
    outlet signature outlet-for-short""".split()
)


PATTERNS: dict[str, dict[str, Any]] = read_rules("patterns")


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_a_pattern_finds_its_example_and_not_the_other(name: str) -> None:
    row, compiled = PATTERNS[name], pattern(name)
    matches = {"whole": compiled.fullmatch, "start": compiled.match}.get(row.get("matches", ""), compiled.search)
    if "fires" in row:
        assert matches(row["fires"])
        assert not matches(row["not"])
