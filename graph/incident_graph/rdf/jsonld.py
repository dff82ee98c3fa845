"""JSON-LD with its context inside: nothing to fetch, sorted, the same quads give the same bytes."""

import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, BinaryIO

from incident_graph import vocabulary as v
from incident_graph.rdf.turtle import Prefixes, data_base
from incident_graph.resources import ontology_path

if TYPE_CHECKING:
    from pyoxigraph import Quad, Triple

_INTEGER = re.compile(r"(?:0|-?[1-9][0-9]{0,14})\Z")  # exact in every JSON reader


def read_context() -> dict[str, Any]:
    """The packaged JSON-LD context: prefixes, and terms whose values are IRIs or dates."""
    content: dict[str, Any] = json.loads(ontology_path("context.jsonld").read_text(encoding="utf-8"))["@context"]
    return content


def write_jsonld(quads: "Iterable[Quad | Triple]", out: BinaryIO, *, base: str | None = None) -> None:
    """Write the quads as a JSON-LD dataset, one object a named graph: UTF-8, two spaces of indent, sorted."""
    quads = list(quads)
    shown = _Compact(data_base(quads) if base is None else base)
    graphs: dict[str, dict[str, dict[str, set[str]]]] = {}
    for quad in quads:
        name = shown.resource(quad.graph_name) if hasattr(quad, "graph_name") else ""
        node = graphs.setdefault(name, {}).setdefault(shown.resource(quad.subject), {})
        predicate = quad.predicate.value
        if predicate == v.RDF + "type":
            key, value = "@type", shown.resource(quad.object)
        else:
            key = shown.iri(predicate)
            value = shown.value(quad.object, key)
        node.setdefault(key, set()).add(json.dumps(value, ensure_ascii=False, sort_keys=True))
    content: list[Any] = []
    for name in sorted(graphs):
        nodes = [{"@id": subject} | _properties(graphs[name][subject]) for subject in sorted(graphs[name])]
        content += [{"@id": name, "@graph": nodes}] if name else nodes
    document = {"@context": shown.context(), "@graph": content}
    text = json.dumps(document, ensure_ascii=False, indent=2)
    out.write(_hide(text).encode("utf-8") + b"\n")


def _properties(node: dict[str, set[str]]) -> dict[str, Any]:
    found = {}
    for key in sorted(node):
        values = [json.loads(text) for text in sorted(node[key])]
        found[key] = values[0] if len(values) == 1 else values
    return found


def _hide(text: str) -> str:
    """Escapes what an editor would not show, or would show in another order; all of it stands inside strings."""
    return re.sub("[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]", _u, text)


def _u(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


class _Compact:
    """Terms as the context lets them be written."""

    def __init__(self, base: str) -> None:
        self.declared = read_context()
        self.prefixes = Prefixes(base)

    def context(self) -> dict[str, Any]:
        """The packaged context with the data's prefix and those of the profiles used."""
        spaces = self.prefixes.namespaces
        return {name: spaces[name] for name in sorted(spaces) if name not in self.declared} | self.declared

    def iri(self, iri: str) -> str:
        """The IRI, as ``prefix:name`` where there is one."""
        pair = self.prefixes.split(iri)
        return f"{pair[0]}:{pair[1]}" if pair else iri

    def resource(self, term: Any) -> str:
        """A node's id; ``""`` for the default graph."""
        from pyoxigraph import BlankNode, DefaultGraph

        if isinstance(term, DefaultGraph):
            return ""
        return str(term) if isinstance(term, BlankNode) else self.iri(term.value)

    def value(self, term: Any, key: str) -> Any:
        """A value: bare where the context or JSON says its type, else an object that says it."""
        from pyoxigraph import Literal

        coerced = self.declared.get(key, {})
        coercion = coerced.get("@type") if isinstance(coerced, dict) else None
        if not isinstance(term, Literal):
            node = self.resource(term)
            return node if coercion == "@id" else {"@id": node}
        if term.language:
            return {"@value": term.value, "@language": term.language}
        datatype = term.datatype.value
        if datatype == v.XSD + "string":
            return {"@value": term.value} if coercion else term.value
        if not coercion and datatype == v.XSD + "integer" and _INTEGER.match(term.value):
            return int(term.value)
        if not coercion and datatype == v.XSD + "boolean" and term.value in ("true", "false"):
            return term.value == "true"
        name = self.iri(datatype)
        return term.value if coercion == name else {"@value": term.value, "@type": name}
