"""Turtle and TriG, sorted, prefixed and grouped by subject: the same quads give the same bytes.

Written from pyoxigraph terms as they are, never through a store, which would rewrite numbers.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from incident_graph import vocabulary as v
from incident_graph.rdf.flat import flatten
from incident_graph.rdf.names import base_of

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


#: Graph, subject, verb, values: nodes as bare IRIs (or ``_:x``), verbs and values as they are written.
Groups = dict[str, dict[str, dict[str, set[str]]]]


class Prefixes:
    """The prefixes of a file: the fixed ones, ``d:`` for the data and one a profile; remembers which are used.

    >>> prefixes = Prefixes("https://example.org/fire/")
    >>> prefixes.short("https://example.org/fire/claim-1"), prefixes.short("https://example.org/fire/a#char=1,2")
    ('d:claim-1', '<https://example.org/fire/a#char=1,2>')
    >>> prefixes.short("https://w3id.org/incident-graph/profile/data-breach#listedOn")
    'data-breach:listedOn'
    """

    def __init__(self, base: str) -> None:
        self.namespaces = ({"d": base} if base else {}) | v.PREFIXES | {"np": v.NP}  # the last only in what is exported
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
    body = "".join(_subjects(_grouped(quads, prefixes, flat=True).get("", {}), prefixes))
    out.write((prefixes.header() + body).encode("utf-8"))


def write_trig(quads: "Iterable[Quad | Triple]", out: BinaryIO, *, base: str | None = None) -> None:
    """Write the quads as TriG: UTF-8, the default graph first, then each named graph in the order of their IRIs."""
    quads = list(quads)
    prefixes = Prefixes(data_base(quads) if base is None else base)
    parts: list[str] = []
    for graph, subjects in sorted(_grouped(quads, prefixes, flat=False).items()):
        if not graph:
            parts += _subjects(subjects, prefixes)
        else:
            parts += [f"\n{_node(graph, prefixes)} {{", *_subjects(subjects, prefixes, "  "), "}\n"]
    out.write((prefixes.header() + "".join(parts)).encode("utf-8"))


def data_base(quads: "Iterable[Quad | Triple]") -> str:
    """The base of the data: the IRI of the first incident without its last word; ``""`` when there is none."""
    from pyoxigraph import NamedNode

    incident = NamedNode(v.INC + "Incident")
    found = (_value(q.subject) for q in quads if q.object == incident and q.predicate.value == v.RDF + "type")
    node = min(found, default="")
    return base_of(node)


def _value(term: Any) -> str:
    return str(getattr(term, "value", ""))


def _grouped(quads: "list[Quad | Triple]", prefixes: Prefixes, *, flat: bool) -> Groups:
    """The quads by graph, subject and verb; rdf:type is the verb ``""``, so that it comes first."""
    from pyoxigraph import BlankNode, Literal, NamedNode

    groups: Groups = {}
    kind, short = v.RDF + "type", prefixes.short
    last: Any = None  # quads of one subject mostly come together: its row is looked up once
    verbs: dict[str, set[str]] = {}
    for quad in quads:
        subject, predicate, value, *graph = quad
        if last is None or last != (subject, graph):
            last = subject, graph
            name = "" if flat or not graph else _resource(graph[0], BlankNode)
            verbs = groups.setdefault(name, {}).setdefault(_resource(subject, BlankNode), {})
        verb = predicate.value
        if isinstance(value, NamedNode):
            shown = short(value.value)
        else:
            shown = literal(value, prefixes) if isinstance(value, Literal) else str(value)
        verbs.setdefault("" if verb == kind else short(verb), set()).add(shown)
    return groups


def _resource(term: Any, blank: type) -> str:
    """The IRI, ``_:x``, or ``""`` for the default graph."""
    return str(term) if isinstance(term, blank) else str(getattr(term, "value", ""))


def subject_order(subject: str) -> str:
    """What subjects are sorted by: their IRI, but excerpts by offset, each followed by its selector."""
    match = _EXCERPT.match(subject) if "=" in subject else None
    return f"{match[1]}#{int(match[3]):012}{int(match[4]):012}{match[2]}" if match else subject


def literal(term: Any, prefixes: Prefixes) -> str:
    """A literal as Turtle: numbers and booleans bare, the rest quoted on one line with what is hidden escaped."""
    text: str = term.value
    if term.language:
        return f'"{escape(text)}"@{term.language}'
    datatype = term.datatype.value
    if datatype == v.XSD + "string":
        return f'"{escape(text)}"'
    return typed(text, datatype, prefixes)


def typed(text: str, datatype: str, prefixes: Prefixes) -> str:
    """A literal of a datatype other than xsd:string as Turtle."""
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


def _subjects(groups: dict[str, dict[str, set[str]]], prefixes: Prefixes, indent: str = "") -> Iterator[str]:
    """The statements of one graph, a paragraph a subject."""
    between = f" ;\n{indent}    "
    for subject in sorted(groups, key=subject_order):
        verbs = [f"{verb or 'a'} {', '.join(sorted(values))}" for verb, values in sorted(groups[subject].items())]
        yield f"\n{indent}{_node(subject, prefixes)} {between.join(verbs)} .\n"
