"""Checking each node against the SHACL shapes."""

from collections.abc import Iterator
from typing import Any

from incident_graph import vocabulary as v
from incident_graph.rdf import flatten
from incident_graph.resources import ontology_path
from incident_graph.store import GraphStore
from incident_graph.validation.report import Finding, shown


def check_shapes(store: GraphStore, base: str) -> Iterator[Finding]:
    """What does not fit ``ontology/shapes.ttl``."""
    import rdflib
    from pyshacl import validate
    from rdflib.namespace import RDF, SH

    shapes = rdflib.Graph().parse(data=ontology_path("shapes.ttl").read_text(encoding="utf-8"), format="turtle")
    _, results, _ = validate(_rdflib_graph(store), shacl_graph=shapes, inference="none", allow_warnings=True)
    for result in results.subjects(RDF.type, SH.ValidationResult):
        source = results.value(result, SH.sourceShape)
        value = results.value(result, SH.value)
        at = shown(str(results.value(result, SH.focusNode)), base)
        told = value is not None and value != results.value(result, SH.focusNode)
        severity = "warning" if results.value(result, SH.resultSeverity) == SH.Warning else "error"
        yield Finding(
            severity=severity,
            rule="shapes",
            what=str(results.value(result, SH.resultMessage)),
            where=f"{at} has {shown(str(value), base)[:120]}" if told else at,
            hint=str(shapes.value(source, SH.description) or ""),
        )


def _rdflib_graph(store: GraphStore) -> Any:
    """The graph for pyshacl, without the accounts' texts, which no shape looks at."""
    import rdflib
    from pyoxigraph import BlankNode, Literal

    nodes: dict[str, rdflib.URIRef] = {}

    def term(value: Any) -> rdflib.term.Node:
        if isinstance(value, Literal):
            if value.language:
                return rdflib.Literal(value.value, lang=value.language)
            if value.datatype.value == v.XSD + "string":
                return rdflib.Literal(value.value)
            return rdflib.Literal(value.value, datatype=rdflib.URIRef(value.datatype.value))
        if isinstance(value, BlankNode):
            return rdflib.BNode(value.value)
        return nodes.setdefault(value.value, rdflib.URIRef(value.value))

    graph = rdflib.Graph()
    for quad in flatten(store.quads()):
        if quad.predicate.value != v.INC + "text":
            graph.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return graph
