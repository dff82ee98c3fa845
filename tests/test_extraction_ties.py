"""Ties in grammar, each by its examples. All sentences are invented."""

import pytest
from parsed import parsed

from incident_graph.annotators.relations import relations
from incident_graph.extraction.ties import Tie, ties
from incident_graph.text.tree import Token, Tree


def bracketed(marked: str) -> tuple[Tree, Token]:
    start, end = marked.index("["), marked.index("]") - 1
    (document,) = parsed(marked.replace("[", "").replace("]", ""))
    token = document.tree.top(start, end)
    assert token is not None
    return document.tree, token


@pytest.mark.parametrize("tie", ties(), ids=lambda tie: tie.id)
def test_a_tie_holds_where_its_example_says_so(tie: Tie) -> None:
    tree, token = bracketed(tie.fires)
    assert any(tie.holds(tree, token, relation) for relation in relations(tree, token)), relations(tree, token)
    tree, token = bracketed(tie.must_not)
    assert not any(tie.holds(tree, token, relation) for relation in relations(tree, token)), relations(tree, token)
