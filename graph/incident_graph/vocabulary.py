"""Namespaces and the terms of the RDF contract, as plain IRI strings (no RDF library is imported here)."""

INC = "https://w3id.org/incident-graph/core#"
PROFILE = "https://w3id.org/incident-graph/profile/"
OA = "http://www.w3.org/ns/oa#"
PROV = "http://www.w3.org/ns/prov#"
DCTERMS = "http://purl.org/dc/terms/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
SCHEMA = "https://schema.org/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SH = "http://www.w3.org/ns/shacl#"
NP = "http://www.nanopub.org/nschema#"

#: Prefixes written into every export, in the order they are written (the data prefix ``d:`` is added by the writer).
PREFIXES = {
    "inc": INC,
    "oa": OA,
    "prov": PROV,
    "dcterms": DCTERMS,
    "skos": SKOS,
    "schema": SCHEMA,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
}

#: Local names of the entity classes of the contract; ``Group`` is people counted or spoken of as a body.
ENTITY_CLASSES = ("Person", "Organisation", "Platform", "Place", "Law", "Event", "Product", "Vehicle", "Group")
#: Those of them that say things. Who has another class, or none, speaks as an ``inc:Speaker`` with the words for it.
SPEAKING_CLASSES = ("Person", "Organisation", "Group")
