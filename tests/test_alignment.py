"""Alignment: values placed by grammar, paired across accounts, and what pairs say."""

import time
import timeit
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml
from parsed import parsed

from incident_graph.alignment.events import another_event
from incident_graph.alignment.found_questions import found_question
from incident_graph.alignment.lexicon import Concept, lexicon
from incident_graph.alignment.pairing import Pair, pairs
from incident_graph.alignment.placing import values_of
from incident_graph.alignment.value import Value
from incident_graph.extraction.figures import find_figures

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "alignment.yaml").read_text(encoding="utf-8"))
RULES: dict[str, Any] = yaml.safe_load(
    (resources.files("incident_graph.alignment") / "resources" / "en" / "events.yaml").read_text(encoding="utf-8")
)


def values(*texts: str) -> list[Value]:
    return [value for d in parsed(*texts) for value in values_of(d, find_figures(d))]


@cache
def paired(texts: tuple[str, ...]) -> list[Pair]:
    return pairs(values(*texts))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_values_that_differ_and_those_that_do_not(case: dict[str, Any]) -> None:
    found = [p for p in paired(tuple(case["accounts"])) if p.differ]
    words = [{p.left.figure.core.text, p.right.figure.core.text} for p in found]
    assert words == [set(pair) for pair in case["differ"]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_order_of_accounts_changes_nothing(case: dict[str, Any]) -> None:
    there = {frozenset((p.left.figure.core.text, p.right.figure.core.text)) for p in paired(tuple(case["accounts"]))}
    back = {
        frozenset((p.left.figure.core.text, p.right.figure.core.text))
        for p in paired(tuple(reversed(case["accounts"])))
    }
    assert there == back


@pytest.mark.parametrize("concept", lexicon().concepts, ids=lambda c: c.id)
def test_each_concept_fires_and_keeps_off(concept: Concept) -> None:
    assert any(concept.id in value.concepts for value in values(concept.fires)), concept.fires
    assert not any(concept.id in value.concepts for value in values(concept.must_not)), concept.must_not


@pytest.mark.parametrize("name", RULES)
def test_each_sign_of_another_event_fires_and_keeps_off(name: str) -> None:
    rule = RULES[name]
    for text, wanted in ((rule["fires"], rule["id"]), (rule["not"], "")):
        (document,) = parsed(text)
        number = next(t for t in document.tree.tokens if t.pos == "NUM" and t.text in ("12", "13", "Twelve"))
        assert another_event(document.tree, number) == wanted


def test_a_found_question_is_worded_from_what_is_counted() -> None:
    found = paired(("The storm tore down 14 cranes.", "The storm tore down nine cranes."))
    question = found_question([found[0].left, found[0].right])
    assert (question.label, question.one_answer) == ("Number: cranes, tear", True)
    tolls = paired(("The slide killed 12 people.", "The slide killed nine people."))
    question = found_question([tolls[0].left, tolls[0].right])
    assert (question.label, question.over_time) == ("Number: people, killed", "grows")
    with pytest.raises(ValueError, match="no values"):
        found_question([])


def test_without_a_parse_there_are_no_values() -> None:
    (document,) = parsed("The slide killed 12 people.")
    assert values_of(document.with_tree(type(document.tree)()), find_figures(document)) == []


def test_titles_are_paired_only_where_the_texts_are_silent() -> None:
    one = "Nine dead in slide\n\nNine people died in the slide near Selby on Monday."
    other = (
        "Twelve dead in slide\n\nA slide near Selby destroyed a road on Monday. Police are looking for more victims."
    )
    (found,) = [p for p in paired((one, other)) if p.differ]
    assert not (found.left.body and found.right.body)


def test_work_grows_with_the_accounts_and_no_faster() -> None:
    own = values("The landslide near Selby killed 12 villagers and destroyed 40 houses.")
    spent = []
    for many in (100, 400):
        copies = [v._replace(account=f"{v.account}-{n}") for n in range(many) for v in own]
        assert len(pairs(copies)) == len(own) * (many - 1)
        timer = timeit.Timer(lambda copies=copies: pairs(copies), timer=time.process_time)  # it stops the collector
        spent.append(min(timer.repeat(3, 1)))
    assert spent[1] < 8 * max(spent[0], 0.01)


def test_of_many_accounts_each_kind_is_set_beside_each() -> None:
    tolls = [12] * 30 + [9] * 20 + [15]
    texts = [f"The landslide near Selby killed {toll} villagers." for toll in tolls]
    one = values(texts[0])[0]
    told = [values(text)[0]._replace(account=f"{one.account}-{n:03}") for n, text in enumerate(texts)]
    found = {frozenset((p.left.figure.core.text, p.right.figure.core.text)) for p in pairs(told) if p.differ}
    assert found == {frozenset(pair) for pair in (("12", "9"), ("12", "15"), ("9", "15"))}
