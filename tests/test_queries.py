"""Named queries: expected rows, the same from TriG and from flat Turtle; results in every format."""

import csv
import dataclasses
import datetime as dt
import io
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from example_incident import example, to_check
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, Store, parse
from toll_incident import NINE, TWELVE, told

from incident_graph.comparison import Strengths
from incident_graph.errors import UsageError
from incident_graph.model import Incident, Verdict
from incident_graph.queries import RESULT_FORMATS, Iri, get_query, list_queries, run, write_results
from incident_graph.queries.catalogue import quoted
from incident_graph.rdf import write_quads
from incident_graph.store import GraphStore, open_graph, save

#: What two accounts pass on of one agency.
AGENCY = " The blast was heard 20 kilometres away, the Marit Press agency said."
CASES = Path(__file__).parent / "cases"
EXPECTED = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in sorted((CASES / "queries").glob("*.yaml"))}
PARAMETERS = yaml.safe_load((CASES / "query_parameters.yaml").read_text("utf-8"))
NAMES = [query.name for query in list_queries()]


@pytest.fixture(scope="module", params=["trig", "ttl"])
def stores(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[GraphStore, ...]:
    folder = tmp_path_factory.mktemp("graph")
    paths = [str(folder / f"{name}.{request.param}") for name in ("example", "unsure", "tolls")]
    tolls = told(NINE, TWELVE + AGENCY, TWELVE.replace("killed 12", "injured 30") + AGENCY, days=(4, 7, 7))
    for path, incident in zip(paths, (example(), to_check(), tolls), strict=True):
        save(write_quads(incident), path)
    return tuple(map(open_graph, paths))


@pytest.fixture(scope="module")
def store(stores: tuple[GraphStore, ...]) -> GraphStore:
    return stores[0]


@pytest.fixture(scope="module")
def unsure(stores: tuple[GraphStore, ...]) -> GraphStore:
    """The example with two conflicts that one way alone has found."""
    return stores[1]


@pytest.fixture(scope="module")
def tolls(stores: tuple[GraphStore, ...]) -> GraphStore:
    """A toll of one day, one of a later day, and the word of one agency."""
    return stores[2]


def plain(row: tuple[Any, ...]) -> list[Any]:
    return [cell if isinstance(cell, bool | int) or cell is None else str(cell) for cell in row]


@pytest.mark.parametrize("name", EXPECTED)
def test_expected_rows(store: GraphStore, unsure: GraphStore, tolls: GraphStore, name: str) -> None:
    asked = {"may-conflict": unsure, "updates": tolls, "origins": tolls, "why": tolls}.get(name, store)
    results = run(asked, get_query(name))
    assert list(results.columns) == EXPECTED[name]["columns"]
    assert [plain(row) for row in results] == EXPECTED[name]["rows"]
    assert EXPECTED[name]["rows"]


def test_every_query_is_tested_and_says_what_it_is() -> None:
    assert len(NAMES) >= 12
    assert set(NAMES) - set(EXPECTED) == {"conflicting-claims"}
    for query in list_queries():
        assert query.title
        assert query.about.endswith(".")
        for parameter in query.parameters:
            assert f"VALUES ?{parameter.name}_param {{ {quoted(parameter.default)} }}" in query.sparql
        assert query.sparql.count("_param {") == query.sparql.count("# param: ") == len(query.parameters)


@pytest.mark.parametrize("name", NAMES)
def test_a_query_runs_anywhere_as_it_stands(name: str) -> None:
    Store().query(get_query(name).sparql)


@pytest.mark.parametrize("case", PARAMETERS, ids=lambda c: f"{c['query']}-{'-'.join(c['values'].values())}")
def test_parameters(store: GraphStore, case: dict[str, Any]) -> None:
    results = run(store, get_query(case["query"]), case["values"])
    column = results.columns.index(case["column"])
    rows = list(results)
    assert len(rows) == case["rows"]
    assert sorted({str(row[column]) for row in rows}) == case["holds"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_no_value_breaks_out_of_its_string(text: str) -> None:
    filled = get_query("readings").filled({"question": text})
    assert not list(Store().query(filled))  # type: ignore[arg-type]


def test_graph_query(store: GraphStore) -> None:
    out = io.BytesIO()
    write_results(run(store, get_query("conflicting-claims")), out, "turtle")
    found = list(parse(out.getvalue(), format=RdfFormat.TURTLE))
    quotations = {q.object.value for q in found if q.predicate.value.endswith("#exact")}
    assert quotations == {
        "Twelve people were hurt",
        "about a dozen injured",
        "Twenty were hurt",
        "a welding torch had caused it",
        "it appears to have been arson",
        "a shed owned by Ostrel Cold Storage",
        "belonged to a fishing co-operative",
    }


def test_unknown_names() -> None:
    with pytest.raises(UsageError) as caught:
        get_query("time_line")
    assert caught.value.hint == "did you mean timeline?"
    with pytest.raises(UsageError) as caught:
        get_query("weather")
    assert "--list" in caught.value.hint


def test_rows_are_typed(store: GraphStore) -> None:
    asked = """SELECT ?i ?n ?d ?b ?day ?words ?e ?none WHERE {
      ?i a inc:Incident . BIND(7 AS ?n) BIND(0.5 AS ?d) BIND(true AS ?b) BIND(1.0e0 AS ?e)
      BIND("2031-05-03"^^xsd:date AS ?day) BIND("x"@en AS ?words) }"""
    (row,) = run(store, asked)
    assert row == (example().base + "incident", 7, Decimal("0.5"), True, dt.date(2031, 5, 3), "x", 1.0, None)
    assert isinstance(row[0], Iri)
    assert [type(cell) for cell in row[1:5]] == [int, Decimal, bool, dt.date]
    assert list(run(store, 'SELECT ("soon"^^xsd:date AS ?x) {}')) == [("soon",)]


def written(store: GraphStore, query: str, form: str) -> str:
    out = io.BytesIO()
    write_results(run(store, query), out, form)
    return out.getvalue().decode()


ROWS = 'SELECT ?a ?b { VALUES (?a ?b) { ("one, \\"two\\"" 1) ("=1+1\\n" UNDEF) } }'


def test_formats_of_rows(store: GraphStore) -> None:
    assert list(csv.reader(io.StringIO(written(store, ROWS, "csv"), newline=""))) == [
        ["a", "b"],
        ['one, "two"', "1"],
        ["=1+1\n", ""],
    ]
    assert written(store, ROWS, "tsv").splitlines()[0] == "?a\t?b"
    bindings = json.loads(written(store, ROWS, "json"))["results"]["bindings"]
    assert [b["a"]["value"] for b in bindings] == ['one, "two"', "=1+1\n"]
    assert ElementTree.fromstring(written(store, ROWS, "xml")).tag.endswith("sparql")
    assert written(store, ROWS, "table") == 'a           b\n──────────  ─\none, "two"  1\n=1+1\n'
    assert written(store, "SELECT * { ?s a <u:nothing> }", "table") == "no results\n"


def test_formats_of_a_truth(store: GraphStore) -> None:
    asked = "ASK { ?i a inc:Incident }"
    assert bool(run(store, asked))
    assert not bool(run(store, "ASK { ?i a inc:Nothing }"))
    assert written(store, asked, "table") == "yes\n"
    assert written(store, asked, "csv") == "true\n"
    assert json.loads(written(store, asked, "json"))["boolean"] is True


@pytest.mark.parametrize("form", RESULT_FORMATS)
@pytest.mark.parametrize("asked", [ROWS, "ASK {}", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"])
def test_every_format_writes_or_says_why_not(store: GraphStore, form: str, asked: str) -> None:
    fits = form in ("table", "turtle") if asked.startswith("C") else form != "turtle"
    if fits:
        assert written(store, asked, form)
    else:
        with pytest.raises(UsageError, match="be written as"):
            written(store, asked, form)


def test_unknown_format_and_query_with_an_error(store: GraphStore) -> None:
    with pytest.raises(UsageError, match="unknown format"):
        written(store, ROWS, "docx")
    with pytest.raises(UsageError, match="does not parse"):
        run(store, "SELECT WHERE")


def test_what_is_to_be_checked_comes_in_the_order_of_compare(unsure: GraphStore) -> None:
    incident = to_check()
    labels = {reading.id: reading.label for reading in incident.readings}
    pairs = sorted(
        (c for c in incident.comparisons if c.verdict is Verdict.MAY_CONFLICT), key=Strengths(incident).order
    )
    asked = run(unsure, get_query("may-conflict"))
    left = asked.columns.index("left")
    assert [row[left] for row in asked] == [labels[c.left] for c in pairs]
    assert len(pairs) == 2


@pytest.mark.parametrize(("name", "make"), [("conflicts", example), ("may-conflict", to_check)])
def test_an_account_at_odds_with_itself_is_in_conflict_with_nobody(name: str, make: Callable[[], Incident]) -> None:
    incident = make()
    alone = tuple(dataclasses.replace(r, witnesses=(incident.accounts[0].id,)) for r in incident.readings)
    here, there = Store(), Store()
    here.extend(write_quads(incident))
    there.extend(write_quads(dataclasses.replace(incident, readings=alone)))
    counts = [len(list(s.query(get_query(name).sparql, use_default_graph_as_union=True))) for s in (here, there)]  # type: ignore[arg-type]
    assert counts == [3 if name == "conflicts" else 2, 0]


def test_a_firm_conflict_is_not_to_be_checked(store: GraphStore, unsure: GraphStore) -> None:
    assert not list(run(store, get_query("may-conflict")))
    assert [row[0] for row in run(unsure, get_query("conflicts"))] == ["Cause"]


ONE_ROW_AN_ANSWER = ("conflicts", "denied", "divergences", "evidence", "hedged", "only-one", "questions", "readings")


@pytest.mark.parametrize(
    "name", [*ONE_ROW_AN_ANSWER, "agreement", "entities", "may-conflict", "organisations", "silent"]
)
def test_many_incidents_in_one_store_do_not_multiply_each_other(name: str) -> None:
    """Every incident's vocabulary states the same questions, and a union of graphs gives each statement again."""
    one, many = Store(), Store()
    for number in range(3):
        base = f"https://example.org/fire-{number}/"
        quads = list(write_quads(dataclasses.replace(to_check(), base=base)))
        many.extend(quads)
        if not number:
            one.extend(quads)
    sparql = get_query(name).sparql.replace("SELECT DISTINCT ?question", "SELECT ?question")
    sparql = sparql.replace("SELECT DISTINCT ?account", "SELECT ?account").replace("DISTINCT ?org", "?org")
    rows, expected = (
        len(list(store.query(sparql, use_default_graph_as_union=True)))  # type: ignore[arg-type]
        for store in (many, one)
    )
    assert rows == 3 * expected > 0
