"""Triggers: no pattern finds anything in a text whose words do not announce it."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from incident_graph.extraction import roles
from incident_graph.text import furniture
from incident_graph.text.triggers import Triggers

GUARDED = [(module, name) for module in (furniture, roles) for name in module.PATTERNS]


@pytest.mark.parametrize(("module", "name"), GUARDED, ids=[f"{m.__name__.rsplit('.')[-1]} {n}" for m, n in GUARDED])
@settings(max_examples=25, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(data=st.data())
def test_what_a_pattern_finds_its_triggers_announce(module: Any, name: str, data: st.DataObject) -> None:
    pattern = module.PATTERNS[name]
    text = data.draw(st.from_regex(pattern))
    if pattern.search(text):
        assert name in module.TRIGGERS.of(text)


@pytest.mark.parametrize("module", [furniture, roles])
def test_every_pattern_has_triggers(module: Any) -> None:
    assert module.TRIGGERS.names == module.PATTERNS.keys()


def test_words_that_announce_nothing() -> None:
    triggers = Triggers(denial="denie*", doubt="may")
    assert triggers.of("The firm said so in Mayfair.") == frozenset()
    assert triggers.of("DENIES") == {"denial"}
