"""The ontology: it parses, every term says what it is, and nothing is written that it does not declare."""

import json

import pytest
import rdflib
from example_incident import example
from pyoxigraph import RdfFormat, parse
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from incident_graph import vocabulary as v
from incident_graph.model import Certainty, Grade, Stance, Verdict
from incident_graph.model.grade import WAYS
from incident_graph.profile import AnswerType, CompareBy
from incident_graph.rdf import write_quads
from incident_graph.resources import ontology_path

FILES = ["core.ttl", "profile.ttl", "shapes.ttl", "words.ttl"]
INC = rdflib.Namespace(v.INC)


def text(name: str) -> str:
    return ontology_path(name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def core() -> rdflib.Graph:
    return rdflib.Graph().parse(data=text("core.ttl"), format="turtle")


@pytest.mark.parametrize("name", FILES)
def test_two_libraries_read_it_alike(name: str) -> None:
    graph = rdflib.Graph().parse(data=text(name), format="turtle")
    assert len(graph) == len({q.triple for q in parse(text(name), format=RdfFormat.TURTLE)}) > 0


def test_every_term_says_what_it_is(core: rdflib.Graph) -> None:
    terms = {s for s in core.subjects() if str(s).startswith(v.INC)}
    assert len(terms) > 80
    for term in terms:
        assert core.value(term, RDFS.label), term
        comment = core.value(term, RDFS.comment)
        assert comment is not None, term
        assert str(comment).endswith("."), term


def test_nothing_is_written_that_is_not_declared(core: rdflib.Graph) -> None:
    profile = rdflib.Graph().parse(data=text("profile.ttl"), format="turtle")
    declared = {str(s) for s in core.subjects()} | {str(s) for s in profile.subjects()}
    used = {t.value for q in write_quads(example()) for t in (q.predicate, q.object) if hasattr(t, "value")}
    assert {iri for iri in used if iri.startswith(v.INC)} <= declared


@pytest.mark.parametrize("choices", [Verdict, Stance, Certainty, Grade])
def test_the_choices_of_the_code_are_those_of_the_ontology(core: rdflib.Graph, choices: type) -> None:
    declared = {str(s).removeprefix(v.INC) for s in core.subjects(RDF.type, INC[choices.__name__])}
    assert declared == {choice.value for choice in choices}  # type: ignore[attr-defined]


def test_the_ways_of_the_code_are_those_of_the_ontology(core: rdflib.Graph) -> None:
    assert {str(s).removeprefix(v.INC).lower() for s in core.subjects(RDF.type, INC.Way)} == set(WAYS)
    for pair in core.subject_objects(INC.countsAsOneWith):
        assert all((way, RDF.type, INC.Way) in core for way in pair)


def test_the_profile_vocabulary_has_every_answer_type_and_comparison() -> None:
    profile = rdflib.Graph().parse(data=text("profile.ttl"), format="turtle")
    named = {str(s).removeprefix(v.INC) for s in profile.subjects(RDFS.label)}
    assert {f"{choice.value}Answer" for choice in AnswerType} | {f"By{choice.value}" for choice in CompareBy} <= named


def test_entity_classes(core: rdflib.Graph) -> None:
    for name in v.ENTITY_CLASSES:
        assert (INC[name], RDFS.subClassOf, INC.Entity) in core


def test_the_ontology_is_consistent_and_merges_nothing(core: rdflib.Graph) -> None:
    assert not list(core.subjects(RDF.type, OWL.FunctionalProperty))
    assert not list(core.subjects(RDF.type, OWL.InverseFunctionalProperty))
    assert not list(core.triples((None, RDFS.domain, None)))
    for narrow, wide in core.subject_objects(RDFS.subClassOf):
        assert (wide, RDFS.subClassOf, narrow) not in core
    assert not list(core.subject_objects(SKOS.exactMatch))


def test_the_context_speaks_of_declared_terms_and_our_prefixes(core: rdflib.Graph) -> None:
    context = json.loads(text("context.jsonld"))["@context"]
    assert {name: context[name] for name in v.PREFIXES} == v.PREFIXES
    profile = rdflib.Graph().parse(data=text("profile.ttl"), format="turtle")
    declared = {str(s) for s in core.subjects()} | {str(s) for s in profile.subjects()}
    for name, meaning in context.items():
        if name.startswith("inc:"):
            assert v.INC + name[4:] in declared, name
            assert meaning["@type"] in ("@id", "xsd:date")
    objects = {str(s).removeprefix(v.INC) for s in core.subjects(RDF.type, OWL.ObjectProperty)}
    assert {f"inc:{name}" for name in objects} <= set(context)


def test_shapes_are_core_shacl_and_say_what_to_try() -> None:
    shapes = rdflib.Graph().parse(data=text("shapes.ttl"), format="turtle")
    sh = rdflib.Namespace(v.SH)
    assert not list(shapes.triples((None, sh.sparql, None)))
    told = set(shapes.subjects(sh.message, None))
    assert told
    assert all(shapes.value(shape, sh.description) for shape in told)
    core = rdflib.Graph().parse(data=text("core.ttl"), format="turtle")
    used = {str(o) for o in shapes.objects() if str(o).startswith(v.INC)}
    assert used <= {str(s) for s in core.subjects()} | {v.INC + "edtf"}
