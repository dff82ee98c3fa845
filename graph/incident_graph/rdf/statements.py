"""An incident's graphs as lines of N-Triples: what stores compare, hash and take in fastest."""

import re
from collections.abc import Iterable, Iterator
from itertools import starmap
from typing import TYPE_CHECKING, NamedTuple

from incident_graph.model import Incident
from incident_graph.rdf.collecting import pairs
from incident_graph.rdf.names import Names, base_of
from incident_graph.rdf.terms import IRI, LANGUAGE, PLAIN, Value, checked, writable
from incident_graph.rdf.turtle import data_base
from incident_graph.rdf.writing import collect

if TYPE_CHECKING:
    from pyoxigraph import Quad

# What canonical N-Triples escape: https://www.w3.org/TR/rdf12-n-triples/#canonical-ntriples
_ESCAPED = re.compile('[\x00-\x1f"\\\\\x7f\ufffe\uffff]')
_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}


class Statements(NamedTuple):
    """What one incident's graphs state: graph -> its triples as canonical N-Triples, a line each, sorted.

    The full stop that ends each line is left out, and so is the last newline: an empty graph is ``""``. A graph of
    ``""`` is the default graph. ``base`` is what the IRIs of the data begin with, ``""`` when there is no incident.
    """

    base: str
    graphs: dict[str, str]


def state(incident: Incident) -> Statements:
    """What the graphs of ``incident`` state: ``statements_of`` of its quads, without making them.

    Raises ``UsageError`` for what is to be an IRI and is none.
    """
    graphs, node, found = collect(incident), _Nodes(), {}
    for graph in sorted(graphs):
        subjects, lines = graphs.pop(graph), set[str]()
        for subject, said in subjects.items():
            start = node[subject]
            lines.update(f"{start} {node[predicate]} {_shown(value, node)}" for predicate, value in pairs(said))
        found[checked(graph)] = "\n".join(sorted(lines))
    return Statements(base_of(Names(incident.base).incident), found)


def statements_of(quads: "Statements | Iterable[Quad]") -> Statements:
    """The quads of one incident as statements, each once; statements as they are."""
    if isinstance(quads, Statements):
        return quads
    rows = list(quads)
    graphs: dict[str, set[str]] = {}
    for quad in rows:
        graphs.setdefault(getattr(quad.graph_name, "value", ""), set()).add(str(quad.triple))
    return Statements(data_base(rows), {graph: "\n".join(sorted(graphs[graph])) for graph in sorted(graphs)})


def quads_of(incident: Statements) -> "Iterator[Quad]":
    """The statements as quads."""
    from pyoxigraph import RdfFormat, parse

    return parse("".join(starmap(nquads_of, incident.graphs.items())), format=RdfFormat.N_QUADS)


def nquads_of(graph: str, lines: str) -> str:
    r"""The lines of one graph as N-Quads.

    >>> nquads_of("u:g", "<u:a> <u:b> <u:c>\n<u:a> <u:b> <u:d>")
    '<u:a> <u:b> <u:c> <u:g> .\n<u:a> <u:b> <u:d> <u:g> .\n'
    >>> nquads_of("u:g", "")
    ''
    """
    end = f" <{graph}> .\n" if graph else " .\n"
    return lines.replace("\n", end) + end if lines else ""


class _Nodes(dict[str, str]):
    """IRIs as they are written, each checked once."""

    def __missing__(self, iri: str) -> str:
        shown = self[iri] = f"<{checked(iri)}>"
        return shown


def _shown(value: Value, node: _Nodes) -> str:
    sort, text, extra = value
    if sort == IRI:
        return node[text]
    text = _ESCAPED.sub(_escape, writable(text))
    if sort == PLAIN:
        return f'"{text}"'
    return f'"{text}"@{extra}' if sort == LANGUAGE else f'"{text}"^^{node[extra]}'


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04X}"
