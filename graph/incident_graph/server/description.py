"""What the service says of itself (SPARQL 1.1 Service Description)."""

from incident_graph import vocabulary as v
from incident_graph.server.negotiation import ROWS, TRIPLES, Media

SD = "http://www.w3.org/ns/sparql-service-description#"
FORMATS = "http://www.w3.org/ns/formats/"
_NAMES = {
    "json": "SPARQL_Results_JSON",
    "xml": "SPARQL_Results_XML",
    "csv": "SPARQL_Results_CSV",
    "tsv": "SPARQL_Results_TSV",
    "turtle": "Turtle",
    "ntriples": "N-Triples",
    "rdfxml": "RDF_XML",
}


def description(endpoint: str, media: Media, *, updates: bool) -> bytes:
    """The description of the endpoint at the URL ``endpoint``, in the format given."""
    from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, serialize

    service = NamedNode(endpoint)
    kind, data = NamedNode(v.RDF + "type"), BlankNode("dataset")
    rows = [
        Triple(service, kind, NamedNode(SD + "Service")),
        Triple(service, NamedNode(SD + "endpoint"), service),
        Triple(service, NamedNode(SD + "supportedLanguage"), NamedNode(SD + "SPARQL11Query")),
        Triple(service, NamedNode(SD + "feature"), NamedNode(SD + "UnionDefaultGraph")),
        Triple(service, NamedNode(SD + "defaultDataset"), data),
        Triple(data, kind, NamedNode(SD + "Dataset")),
    ]
    if updates:
        rows.append(Triple(service, NamedNode(SD + "supportedLanguage"), NamedNode(SD + "SPARQL11Update")))
    formats = (NamedNode(FORMATS + _NAMES[one.name]) for one in (*ROWS, *TRIPLES))
    rows.extend(Triple(service, NamedNode(SD + "resultFormat"), form) for form in formats)
    prefixes = {"sd": SD, "rdf": v.RDF, "formats": FORMATS}
    form: RdfFormat = getattr(RdfFormat, media.oxigraph)
    return serialize(rows, format=form, prefixes=prefixes if media.name != "ntriples" else None) or b""
