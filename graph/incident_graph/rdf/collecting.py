"""Collecting what graphs say, before it is written as quads."""

from collections.abc import Iterable, Iterator
from typing import cast

from incident_graph import vocabulary as v
from incident_graph.rdf.terms import IRI, Row, Value, iri, plain

#: Graph, subject, and what is said of it: predicate, value, predicate, value; some of it may be said twice.
Graphs = dict[str, dict[str, list[str | Value]]]


def pairs(said: list[str | Value]) -> Iterator[tuple[str, Value]]:
    """What is said of a subject as pairs of predicate and value."""
    each = iter(said)
    return cast("Iterator[tuple[str, Value]]", zip(each, each, strict=True))


def rows(graphs: Graphs) -> Iterator[Row]:
    """All rows, sorted; what has been given is forgotten."""
    for graph in sorted(graphs):
        subjects = graphs.pop(graph)
        for subject in sorted(subjects):
            for predicate, value in sorted(set(pairs(subjects.pop(subject)))):
                yield Row(graph, subject, predicate, value)


class Collector:
    """Collects statements by graph and subject, each predicate and IRI held once."""

    def __init__(self) -> None:
        self.graphs: Graphs = {}
        self._known: dict[str, str] = {}
        self._values: dict[Value, Value] = {}

    def add(self, graph: str, subject: str, predicate: str, *values: Value) -> None:
        """Say of a subject in a graph that it has these values."""
        if not values:
            return
        subjects = self.graphs.get(graph)
        if subjects is None:
            subjects = self.graphs[graph] = {}
        said = subjects.get(subject)
        if said is None:
            said = subjects[subject] = []
        predicate = self._known.setdefault(predicate, predicate)
        for value in values:
            said.append(predicate)
            said.append(self._values.setdefault(value, value) if value.sort == IRI else value)

    def is_a(self, graph: str, subject: str, *classes: str) -> None:
        """Say that a subject is of these classes, given by IRI."""
        self.add(graph, subject, v.RDF + "type", *(iri(c) for c in classes))

    def add_texts(self, graph: str, subject: str, predicate: str, texts: Iterable[str | None]) -> None:
        """Say of a subject that it has these texts, those that are empty left out."""
        self.add(graph, subject, predicate, *(plain(text) for text in texts if text))
