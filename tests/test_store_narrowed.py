"""One incident of a store of several is asked as if it were alone, whether it is copied into memory for that or not."""

import dataclasses
from pathlib import Path

import pytest
from example_incident import example
from pyoxigraph import Quad, QuerySolutions

from incident_graph.rdf import write_quads
from incident_graph.store import OneIncident, Scope, asking, open_graph, save

FIRE = example()
OTHER = dataclasses.replace(FIRE, base="https://example.org/other/", title="Another")
ASKED = (
    "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
    "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
    f"SELECT (COUNT(*) AS ?n) FROM <{FIRE.base}graph/accounts> {{ ?s ?p ?o }}",
    "SELECT ?title { ?incident a inc:Incident ; dcterms:title ?title }",
    f"SELECT ?text {{ GRAPH <{OTHER.base}graph/accounts> {{ ?a inc:text ?text }} }}",
)


@pytest.fixture(params=["archive/", "archive.trig"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A folder and a file with two incidents."""
    path = f"{tmp_path}/{request.param}"
    quads: list[Quad] = [*write_quads(FIRE), *write_quads(OTHER)]
    if path.endswith(".trig"):
        save(quads, path)
    else:
        open_graph(path, create=True).replace(quads)
    return path


def rows(store: OneIncident, sparql: str, scope: Scope | None = None) -> list[list[str]]:
    found = store.query(sparql, scope=scope)
    assert isinstance(found, QuerySolutions)
    return [[str(cell) for cell in row] for row in found]


@pytest.mark.parametrize("sparql", ASKED)
def test_a_copy_gives_what_the_store_gives(place: str, sparql: str, monkeypatch: pytest.MonkeyPatch) -> None:
    given = []
    for few in (0, 99):
        monkeypatch.setattr(asking, "FEW_GRAPHS", few)
        given.append(rows(OneIncident(open_graph(place), FIRE.base + "incident"), sparql))
    assert given[0] == given[1]


def test_each_incident_has_a_copy_of_its_own_and_parts_of_it_none(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "FEW_GRAPHS", 0)
    store = open_graph(place)
    titles = []
    for incident in (FIRE, OTHER, FIRE):
        one = OneIncident(store, incident.base + "incident")
        titles += rows(one, ASKED[3])
        part = (FIRE.base + "graph/accounts",)
        assert rows(one, ASKED[3], Scope(part, ())) == ([['"Fire at Brackwater"']] if incident is FIRE else [])
    assert titles == [['"Fire at Brackwater"'], ['"Another"'], ['"Fire at Brackwater"']]


def test_a_copy_is_not_asked_after_a_change(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "FEW_GRAPHS", 0)
    store = open_graph(place)
    one = OneIncident(store, FIRE.base + "incident")
    assert rows(one, ASKED[3]) == [['"Fire at Brackwater"']]
    where = f"GRAPH <{FIRE.base}graph/accounts> {{ <{FIRE.base}incident> dcterms:title ?t }}"
    store.update(
        f"DELETE {{ {where} }} INSERT {{ {where.replace('?t', chr(34) + 'New' + chr(34))} }} WHERE {{ {where} }}"
    )
    assert rows(one, ASKED[3]) == [['"New"']]
