"""Statements: an incident's graphs as lines are those of its quads. Any incident: see test_rdf_any."""

import dataclasses

import pytest
from example_incident import example
from pyoxigraph import Literal

from incident_graph.errors import UsageError
from incident_graph.rdf import state, statements_of, write_quads

BASE = example().base


def test_statements_are_escaped_as_they_are_in_canonical_ntriples() -> None:
    codes = [*range(0x3000), *range(0xFB00, 0x10100), 0x1FFFE, 0x1FFFF, 0x10FFFF]
    text = "".join(map(chr, codes))
    claim = dataclasses.replace(example().claims[0], hedge=text)
    incident = dataclasses.replace(example(), claims=(claim, *example().claims[1:]))
    assert str(Literal(text)) in state(incident).graphs[BASE + claim.account]
    assert state(incident) == statements_of(write_quads(incident))


def test_statements_with_what_is_no_iri_are_refused() -> None:
    with pytest.raises(UsageError, match="not an IRI"):
        state(dataclasses.replace(example(), base="https://example.org/a b/"))
