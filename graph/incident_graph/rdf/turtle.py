"""Turtle and TriG, sorted, prefixed and grouped by subject: the same quads give the same bytes.

Written from pyoxigraph terms as they are, never through a store, which would rewrite numbers.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from incident_graph import vocabulary as v
from incident_graph.rdf.flat import flatten

if TYPE_CHECKING:
    from pyoxigraph import Quad, Triple

_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*\Z")
_BARE = {
    v.XSD + "integer": re.compile(r"[+-]?[0-9]+\Z"),
    v.XSD + "decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+\Z"),
    v.XSD + "boolean": re.compile(r"(?:true|false)\Z"),
}
_PROFILE = re.compile(re.escape(v.PROFILE) + r"([a-z][a-z0-9-]*)#")

# Escaped: what ends a literal or a line, and what an editor would not show or would show in another order.
_HIDDEN = '[\x00-\x1f"\\\\\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]'
_ESCAPED = re.compile(_HIDDEN)
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


_EXCERPT = re.compile(r"(.*)#([a-z]+)=([0-9]+),([0-9]+)\Z")


class Row(NamedTuple):
    """A quad as it is sorted and shown; ``verb`` is ``""`` for rdf:type, so that it comes first."""

    graph: str
    order: str
    subject: str
    verb: str
    value: str


class Prefixes:
    """The prefixes of a file: the fixed ones, ``d:`` for the data and one a profile; remembers which are used.

    >>> prefixes = Prefixes("https://example.org/fire/")
    >>> prefixes.short("https://example.org/fire/claim-1"), prefixes.short("https://example.org/fire/a#char=1,2")
    ('d:claim-1', '<https://example.org/fire/a#char=1,2>')
    >>> prefixes.short("https://w3id.org/incident-graph/profile/data-breach#listedOn")
    'data-breach:listedOn'
    """

    def __init__(self, base: str) -> None:
        self.namespaces = {"d": base, **v.PREFIXES} if base else dict(v.PREFIXES)
        self.used: set[str] = set()
        self._by_length = sorted(((space, name) for name, space in self.namespaces.items()), key=lambda p: -len(p[0]))
        self._shown: dict[str, str] = {}

    def short(self, iri: str) -> str:
        """The IRI as a prefixed name where that is legal without escapes, else in angle brackets."""
        shown = self._shown.get(iri)
        if shown is None:
            pair = self.split(iri)
            shown = self._shown[iri] = f"{pair[0]}:{pair[1]}" if pair else f"<{iri}>"
        return shown

    def split(self, iri: str) -> tuple[str, str] | None:
        """The prefix and the local name, or None when the IRI has to be written in full."""
        profile = _PROFILE.match(iri)
        if profile and profile[1] not in self.namespaces:
            self.namespaces[profile[1]] = profile[0]
            self._by_length.insert(0, (profile[0], profile[1]))
        for space, name in self._by_length:
            if iri.startswith(space) and _LOCAL.match(iri, len(space)):
                self.used.add(name)
                return name, iri[len(space) :]
        return None

    def header(self) -> str:
        """``@prefix`` lines for the prefixes used: ``d:`` first, then the fixed ones, then the profiles by name."""
        rank = {name: place for place, name in enumerate(["d", *v.PREFIXES])}
        names = sorted(self.used, key=lambda name: (rank.get(name, len(rank)), name))
        return "".join(f"@prefix {name}: <{self.namespaces[name]}> .\n" for name in names)


def write_turtle(quads: "Iterable[Quad | Triple]", out: BinaryIO, *, base: str | None = None) -> None:
    """Write all triples as one Turtle graph, whatever graph they stand in: UTF-8, each triple once.

    ``base`` is the IRI that ``d:`` stands for, by default that of the incident. The plain triples in accounts' graphs
    are left out, so that the file never states as fact what an account says: nothing is lost, the claims say it all.
    """
    quads = list(flatten(quads))
    prefixes = Prefixes(data_base(quads) if base is None else base)
    body = "".join(_subjects(_rows(quads, prefixes, flat=True), prefixes))
    out.write((prefixes.header() + body).encode("utf-8"))


def write_trig(quads: "Iterable[Quad | Triple]", out: BinaryIO, *, base: str | None = None) -> None:
    """Write the quads as TriG: UTF-8, the default graph first, then each named graph in the order of their IRIs."""
    quads = list(quads)
    prefixes = Prefixes(data_base(quads) if base is None else base)
    parts: list[str] = []
    for graph, rows in groupby(_rows(quads, prefixes, flat=False), key=lambda row: row.graph):
        if not graph:
            parts += _subjects(rows, prefixes)
        else:
            parts += [f"\n{_node(graph, prefixes)} {{", *_subjects(rows, prefixes, "  "), "}\n"]
    out.write((prefixes.header() + "".join(parts)).encode("utf-8"))


def data_base(quads: "Iterable[Quad | Triple]") -> str:
    """The base of the data: the IRI of the first incident without its last word; ``""`` when there is none."""
    kind, incident = v.RDF + "type", v.INC + "Incident"
    found = (q.subject.value for q in quads if q.predicate.value == kind and _value(q.object) == incident)  # type: ignore[union-attr]
    node = min(found, default="")
    return node.removesuffix("incident") if node.endswith(("/incident", "#incident")) else ""


def _value(term: Any) -> str:
    return str(getattr(term, "value", ""))


def _rows(quads: "list[Quad | Triple]", prefixes: Prefixes, *, flat: bool) -> list[Row]:
    """Sorted rows; subjects as bare IRIs (or ``_:x``), verbs and values as they are written."""
    from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode

    def resource(term: Any) -> str:
        return str(term) if isinstance(term, BlankNode) else str(term.value)

    def value(term: Any) -> str:
        if isinstance(term, NamedNode):
            return prefixes.short(term.value)
        return literal(term, prefixes) if isinstance(term, Literal) else str(term)

    rows: set[Row] = set()
    places: dict[str, str] = {}
    kind = v.RDF + "type"
    for quad in quads:
        graph = None if flat else getattr(quad, "graph_name", None)
        name = "" if graph is None or isinstance(graph, DefaultGraph) else resource(graph)
        verb = "" if quad.predicate.value == kind else prefixes.short(quad.predicate.value)
        subject = resource(quad.subject)
        order = places.get(subject)
        if order is None:
            order = places[subject] = _order(subject)
        rows.add(Row(name, order, subject, verb, value(quad.object)))
    return sorted(rows)


def _order(subject: str) -> str:
    """What subjects are sorted by: their IRI, but excerpts by offset, each followed by its selector."""
    match = _EXCERPT.match(subject)
    return f"{match[1]}#{int(match[3]):012}{int(match[4]):012}{match[2]}" if match else subject


def literal(term: Any, prefixes: Prefixes) -> str:
    """A literal as Turtle: numbers and booleans bare, the rest quoted on one line with what is hidden escaped."""
    text: str = term.value
    if term.language:
        return f'"{escape(text)}"@{term.language}'
    datatype = term.datatype.value
    if datatype == v.XSD + "string":
        return f'"{escape(text)}"'
    bare = _BARE.get(datatype)
    if bare and bare.match(text):
        return text
    return f'"{escape(text)}"^^{prefixes.short(datatype)}'


def escape(text: str) -> str:
    r"""``text`` for a quoted literal: line ends, quotes, control, bidirectional and invisible characters escaped.

    >>> escape('say "fire"\n\u202e')
    'say \\"fire\\"\\n\\u202E'
    """
    return _ESCAPED.sub(lambda match: _SHORT.get(match[0]) or f"\\u{ord(match[0]):04X}", text)


def _node(resource: str, prefixes: Prefixes) -> str:
    return resource if resource.startswith("_:") else prefixes.short(resource)


def _subjects(rows: Iterable[Row], prefixes: Prefixes, indent: str = "") -> Iterator[str]:
    """The rows of one graph, a paragraph a subject."""
    for subject, of_subject in groupby(rows, key=lambda row: row.subject):
        verbs = [
            f"{verb or 'a'} {', '.join(row.value for row in of_verb)}"
            for verb, of_verb in groupby(of_subject, key=lambda row: row.verb)
        ]
        yield f"\n{indent}{_node(subject, prefixes)} " + f" ;\n{indent}    ".join(verbs) + " .\n"
