"""Terms of pyoxigraph as terms of rdflib, and back."""

from typing import Any

from incident_graph import vocabulary as v


def to_rdflib(term: Any) -> Any:
    """The term as rdflib has it: strings without a datatype, numbers as they are written, None for None."""
    from pyoxigraph import BlankNode, Literal, NamedNode
    from rdflib import BNode, URIRef
    from rdflib import Literal as RdflibLiteral

    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, Literal):
        if term.language:
            return RdflibLiteral(term.value, lang=term.language)
        if term.datatype.value == v.XSD + "string":
            return RdflibLiteral(term.value)
        return RdflibLiteral(term.value, datatype=URIRef(term.datatype.value), normalize=False)
    return BNode(term.value) if isinstance(term, BlankNode) else None


def to_oxigraph(term: Any) -> Any:
    """The term as pyoxigraph has it; None for None. Raises ``ValueError`` for what RDF has not."""
    from pyoxigraph import BlankNode, Literal, NamedNode
    from rdflib import BNode, URIRef
    from rdflib import Literal as RdflibLiteral

    if term is None:
        return None
    if isinstance(term, URIRef):
        return NamedNode(str(term))
    if isinstance(term, BNode):
        return BlankNode(str(term))
    if isinstance(term, RdflibLiteral):
        if term.language:
            return Literal(str(term), language=term.language)
        return Literal(str(term), datatype=NamedNode(str(term.datatype)) if term.datatype else None)
    raise ValueError(f"not a term of RDF: {term!r}")
