"""RDF terms as plain tuples, cheap to sort and compare, and their way to and from pyoxigraph.

A node is the string of its IRI; a value is ``(sort, text, extra)``: an IRI, a plain literal, a literal in a language or
a typed one. Numbers are written in one form only (``500000``, ``0.25``), so that no store has anything to canonicalise.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from incident_graph import vocabulary as v
from incident_graph.errors import UsageError

if TYPE_CHECKING:
    from pyoxigraph import Literal, NamedNode, Quad

IRI, PLAIN, LANGUAGE, TYPED = range(4)


class Value(NamedTuple):
    """The object of a triple; ``extra`` is the language tag or the datatype's IRI."""

    sort: int
    text: str
    extra: str = ""


class Row(NamedTuple):
    """A quad of plain strings; ``graph`` is ``""`` for the default graph."""

    graph: str
    subject: str
    predicate: str
    value: Value


def iri(text: str) -> Value:
    """The IRI ``text`` as a value."""
    return Value(IRI, text)


def plain(text: str) -> Value:
    """A literal of no language: hedges, file names, quotations."""
    return Value(PLAIN, text)


def words(text: str) -> Value:
    """A label in English, the language the profiles read."""
    return Value(LANGUAGE, text, "en")


def number(amount: Decimal | int | float) -> Value:
    """An xsd:integer when it is whole, else an xsd:decimal without exponent or trailing zeros.

    >>> number(Decimal("5E+5")).text, number(Decimal("0.250")).text, number(0.05).text
    ('500000', '0.25', '0.05')
    """
    exact = Decimal(str(amount))
    if exact == exact.to_integral_value():
        return Value(TYPED, str(int(exact)), v.XSD + "integer")
    return Value(TYPED, format(exact, "f").rstrip("0"), v.XSD + "decimal")


def truth(yes: bool) -> Value:
    """An xsd:boolean."""
    return Value(TYPED, "true" if yes else "false", v.XSD + "boolean")


def date(day: dt.date) -> Value:
    """An xsd:date, or an xsd:dateTime for a datetime."""
    return Value(TYPED, day.isoformat(), v.XSD + ("dateTime" if isinstance(day, dt.datetime) else "date"))


def checked(text: str) -> str:
    """``text`` if it is an IRI; else ``UsageError``."""
    from pyoxigraph import NamedNode

    try:
        NamedNode(text)
    except ValueError as error:
        raise _no_iri(text, error) from error
    return text


def writable(text: str) -> str:
    """``text`` as RDF can hold it: halves of surrogate pairs become question marks."""
    if text.isascii():
        return text
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text


def _no_iri(text: str, error: ValueError) -> UsageError:
    return UsageError(f"not an IRI: {text}", where=str(error), hint="check --base and the profile")


def to_quads(rows: Iterable[Row]) -> "Iterator[Quad]":
    """Rows as pyoxigraph quads, in the order given.

    An IRI that is not one raises ``UsageError``. Halves of surrogate pairs, which file names may hold and RDF may not,
    become question marks.
    """
    from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

    nodes: dict[str, NamedNode] = {}
    known = nodes.get
    default = DefaultGraph()

    def node(text: str) -> NamedNode:
        found = nodes.get(text)
        if found is None:
            try:
                found = nodes[text] = NamedNode(text)
            except ValueError as error:
                raise _no_iri(text, error) from error
        return found

    def term(value: Value) -> "NamedNode | Literal":
        if value.sort == IRI:
            return known(value.text) or node(value.text)
        try:
            return literal(value)
        except ValueError:
            return literal(value._replace(text=writable(value.text)))

    def literal(value: Value) -> Literal:
        if value.sort == PLAIN:
            return Literal(value.text)
        if value.sort == LANGUAGE:
            return Literal(value.text, language=value.extra)
        return Literal(value.text, datatype=node(value.extra))

    for graph, subject, predicate, value in rows:
        yield Quad(
            known(subject) or node(subject),
            known(predicate) or node(predicate),
            term(value),
            (known(graph) or node(graph)) if graph else default,
        )
