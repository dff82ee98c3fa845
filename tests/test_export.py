"""Exports: each format is read by another library as the same graph, and its bytes never change."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import rdflib
from example_incident import example
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Triple, parse
from rdflib.compare import isomorphic

from incident_graph import vocabulary as v
from incident_graph.errors import UsageError
from incident_graph.export import export_formats, write_graph, write_jsonld, write_nquads, write_trig, write_turtle
from incident_graph.rdf import canonical, flatten, read_incident, write_quads
from incident_graph.rdf.jsonld import read_context

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

QUADS = list(write_quads(example()))
NAMES = {
    "turtle": ("turtle", RdfFormat.TURTLE),
    "trig": ("trig", RdfFormat.TRIG),
    "nquads": ("nquads", RdfFormat.N_QUADS),
    "ntriples": ("nt", RdfFormat.N_TRIPLES),
    "jsonld": ("json-ld", RdfFormat.JSON_LD),
}
FLAT = ("turtle", "ntriples")


def written(quads: list[Quad], form: str) -> bytes:
    out = io.BytesIO()
    write_graph(quads, out, form)
    return out.getvalue()


def by_oxigraph(data: bytes, form: str) -> set[Quad]:
    return set(parse(data, format=NAMES[form][1]))


def by_rdflib(data: bytes | str, form: str) -> rdflib.Graph:
    """One graph an rdflib dataset can be compared in: each triple marked with its graph's name in the predicate."""
    dataset = rdflib.Dataset()
    dataset.parse(data=data, format=form)
    graph = rdflib.Graph()
    for subject, predicate, value, name in dataset.quads():
        graph.add((subject, rdflib.URIRef(f"{predicate} in {name or ''}".replace(" ", "+")), value))
    return graph


@pytest.mark.parametrize("form", export_formats())
def test_rdflib_and_oxigraph_read_the_same_graph(form: str) -> None:
    quads = [Quad(*q.triple) for q in flatten(QUADS)] if form in FLAT else QUADS  # type: ignore[union-attr]
    data = written(QUADS, form)
    assert by_oxigraph(data, form) == set(quads)
    lines = "".join(f"{quad} .\n" for quad in quads)
    assert isomorphic(by_rdflib(data, NAMES[form][0]), by_rdflib(lines, "nquads"))
    assert read_incident(by_oxigraph(data, form)) == canonical(example())


@pytest.mark.parametrize("form", export_formats())
def test_same_bytes_for_the_same_quads_in_any_order(form: str) -> None:
    assert written(QUADS[::-1] + QUADS[:50], form) == written(QUADS, form)


def test_same_bytes_under_another_hash_seed() -> None:
    here = Path(__file__).parent
    code = (
        "import sys; from example_incident import example; from incident_graph.export import *; import random;"
        "from incident_graph.rdf import write_quads; q = list(write_quads(example())); random.shuffle(q);"
        "[write_graph(q, sys.stdout.buffer, f) for f in export_formats()]"
    )
    written_by = [
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(here)},
        ).stdout
        for seed in ("3", "4")
    ]
    assert written_by[0] == written_by[1] != b""


def test_turtle_states_no_claim_as_fact() -> None:
    incident = NamedNode(example().base + "incident")
    about = {q.predicate.value for q in by_oxigraph(written(QUADS, "turtle"), "turtle") if q.subject == incident}
    assert about == {v.RDF + "type", v.DCTERMS + "title"}
    assert len([q for q in QUADS if q.subject == incident]) > len(about)


def test_turtle_is_readable() -> None:
    text = written(QUADS, "turtle").decode()
    assert text.startswith("@prefix d: <https://example.org/fire-at-brackwater/> .\n@prefix inc: ")
    assert "@prefix example: <https://w3id.org/incident-graph/profile/example#> .\n" in text
    assert "@prefix owl:" not in text
    assert "\nd:entity-ostrel-cold-storage a inc:Organisation ;\n" in text
    assert "    inc:low 11 ;\n" in text
    assert 'dcterms:issued "2031-05-04"^^xsd:date ;' in text
    starts = [
        int(line.split("#char=")[1].split(",")[0])
        for line in text.splitlines()
        if line.endswith("a oa:SpecificResource ;")
    ]
    assert starts[:4] == sorted(starts[:4])


def test_trig_has_a_graph_an_account() -> None:
    text = written(QUADS, "trig").decode()
    for account in example().accounts:
        assert f"\nd:{account.id} {{\n" in text
    assert "\n<https://example.org/fire-at-brackwater/graph/entities> {\n" in text


def test_jsonld_fetches_nothing() -> None:
    document = json.loads(written(QUADS, "jsonld"))
    assert document["@context"]["d"] == example().base
    assert {k: document["@context"][k] for k in read_context()} == read_context()
    assert "@import" not in json.dumps(document["@context"])
    assert "@base" not in document["@context"]


def test_unknown_format() -> None:
    with pytest.raises(UsageError, match="unknown format: trug") as caught:
        write_graph(QUADS, io.BytesIO(), "trug")
    assert caught.value.hint == "did you mean trig?"


@pytest.mark.parametrize("form", export_formats())
def test_texts_can_be_left_out(form: str) -> None:
    out = io.BytesIO()
    write_graph(QUADS, out, form, texts=False)
    assert read_incident(by_oxigraph(out.getvalue(), form)).claims == canonical(example()).claims
    assert b"Nobody was arrested" in out.getvalue()
    assert b"Fire chief Ada Quill said a welding torch" not in out.getvalue()


NASTY = [
    'say "fire"',
    '"""',
    "ends with a backslash\\",
    "line\nfeed\r\nand return\r",
    "tab\tand nul\x00 and bell\x07 and delete\x7f and next line\x85",
    "bidi \u202egnirts\u202c \u2066x\u2069 \u200f and marks \u061c",
    "zero\u200bwidth \ufeff soft\u00adhyphen \u2028 \u2029",
    "emoji 🔥👩‍🚒 and astral \U0001f525\U000e0041 \U0010ffff",
    "not characters \ufffe \uffff",
    "'single' ''' \\u0041 \\U00000041 \\x",
    "",
    " ",
    "</script>{{7*7}}",
]
WRITERS = [("turtle", write_turtle), ("trig", write_trig), ("nquads", write_nquads), ("jsonld", write_jsonld)]


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize(("form", "write"), WRITERS)
def test_hostile_literals(text: str, form: str, write: Callable[[list[Quad], io.BytesIO], None]) -> None:
    subject, predicate = NamedNode("https://example.org/s"), NamedNode(v.INC + "text")
    quads = [Quad(subject, predicate, Literal(text)), Quad(subject, predicate, Literal(text, language="en"))]
    out = io.BytesIO()
    write(quads, out)
    assert by_oxigraph(out.getvalue(), form) == set(quads)
    if form != "nquads":
        assert not {c for c in out.getvalue().decode() if c in "\r\x00\x07\u202e\u2066\u200b\u2028\x85\ufeff"}
    if text.isprintable():  # rdflib drops some others
        found = rdflib.Dataset().parse(data=out.getvalue(), format=NAMES[form][0])
        assert {str(o) for _, _, o, _ in found.quads()} == {text}


IRIS = st.builds(
    NamedNode,
    st.sampled_from([v.INC, v.XSD, "https://example.org/x/", v.PROFILE, "urn:x:"]).flatmap(
        lambda space: st.text("abcXYZ019-_.~:/%é@!$&'()*+,;=", max_size=8).map(
            lambda name: space + name.replace("%", "%41") + "z"
        )
    ),
)
XSD = [v.XSD + n for n in ("integer", "decimal", "boolean", "date", "double", "string")]
LITERALS = st.one_of(
    st.builds(Literal, st.text(st.characters(exclude_categories=["Cs"]))),
    st.builds(lambda t, n: Literal(t, language=n), st.text('ab\n"\\é'), st.sampled_from(["en", "de-at"])),
    st.builds(
        lambda t, n: Literal(t, datatype=NamedNode(n)),
        st.sampled_from(["1", "01", "-1", "+1", "1.", "1.50", ".5", "true", "1e3", "TRUE", "x y", "", "9" * 30]),
        st.sampled_from(XSD),
    ),
)
SUBJECTS = IRIS | st.sampled_from([BlankNode("a1"), BlankNode("b2")])


@settings(max_examples=50)
@given(st.lists(st.builds(Quad, SUBJECTS, IRIS, LITERALS | SUBJECTS, IRIS), max_size=12))
def test_any_quads_come_back(quads: list[Quad]) -> None:
    for form, write in WRITERS:
        out = io.BytesIO()
        write(quads, out)
        found = by_oxigraph(out.getvalue(), form)
        expected = {Quad(*q.triple) for q in quads} if form == "turtle" else set(quads)
        assert len(found) == len(expected)
        if not any(isinstance(t, BlankNode) for q in quads for t in q):
            assert found == expected


def test_triples_can_be_written_too() -> None:
    out = io.BytesIO()
    write_turtle([Triple(NamedNode("urn:a"), NamedNode(v.RDFS + "label"), Literal("x"))], out)
    assert out.getvalue() == b'@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n\n<urn:a> rdfs:label "x" .\n'
