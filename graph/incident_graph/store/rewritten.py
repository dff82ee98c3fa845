"""Values that servers give back in another form than they were given, put back into ours.

Some keep values, not words: ``true`` comes back as ``1``, ``2147483648`` as a decimal, ``+00:00`` as ``Z``.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, cast

from incident_graph import vocabulary as v
from incident_graph.rdf.terms import number
from incident_graph.store.rows import rows_of

if TYPE_CHECKING:
    from pyoxigraph import QuerySolutions, Triple

_NUMBERS = (v.XSD + "integer", v.XSD + "decimal")
_TRUTHS = {"1": "true", "0": "false"}
_BATCH = 100
_BOOLEAN, _MOMENT = v.XSD + "boolean", v.XSD + "dateTime"


def as_we_write(triple: "Triple") -> "Triple":
    """The triple with its number, truth or time in the one form that we write; any other as it is.

    >>> from pyoxigraph import Literal, NamedNode, Triple
    >>> def given(text, kind):
    ...     value = Literal(text, datatype=NamedNode("http://www.w3.org/2001/XMLSchema#" + kind))
    ...     written = as_we_write(Triple(NamedNode("u:s"), NamedNode("u:p"), value)).object
    ...     return written.value, written.datatype.value.partition("#")[2]
    >>> given("1", "boolean"), given("2147483648", "decimal"), given("0.250", "decimal")
    (('true', 'boolean'), ('2147483648', 'integer'), ('0.25', 'decimal'))
    >>> given("2026-04-23T10:00:00Z", "dateTime"), given("soon", "dateTime"), given("NaN", "decimal")
    (('2026-04-23T10:00:00+00:00', 'dateTime'), ('soon', 'dateTime'), ('NaN', 'decimal'))
    """
    from pyoxigraph import Literal, NamedNode, Triple

    term = triple.object
    if not isinstance(term, Literal):
        return triple
    text, kind = term.value, term.datatype.value
    if kind in _NUMBERS:
        try:
            _, text, kind = number(Decimal(text))
        except (InvalidOperation, ValueError):
            return triple
    elif kind == _BOOLEAN:
        text = _TRUTHS.get(text, text)
    elif kind == _MOMENT:
        try:
            text = dt.datetime.fromisoformat(text).isoformat()
        except ValueError:
            return triple
    else:
        return triple
    return Triple(triple.subject, triple.predicate, Literal(text, datatype=NamedNode(kind)))


def with_truths(rows: "QuerySolutions") -> "QuerySolutions":
    """The same rows, streamed, with every boolean as ``true`` or ``false``."""
    from pyoxigraph import QueryResultsFormat, parse_query_results

    body = cast("IO[bytes]", _Tsv(rows))  # pyoxigraph calls nothing but its read()
    return rows_of(parse_query_results(body, QueryResultsFormat.TSV))


class _Tsv:
    """Rows as a file of TSV, the one form whose cells are terms as we know them; made as it is read."""

    def __init__(self, rows: "QuerySolutions") -> None:
        self._lines = _lines(rows)
        self._left, self._place = b"", 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes, no more than ``size``; none at the end."""
        if self._place == len(self._left):
            batch = islice(self._lines, _BATCH) if size >= 0 else self._lines
            self._left, self._place = "".join(batch).encode("utf-8"), 0
        end = len(self._left) if size < 0 else min(len(self._left), self._place + size)
        part = self._left[self._place : end]
        self._place = end
        return part


def _lines(rows: "QuerySolutions") -> Iterator[str]:
    width = range(len(rows.variables))
    yield "\t".join(map(str, rows.variables)) + "\n"
    for row in rows:
        yield "\t".join(_cell(row[n]) for n in width) + "\n"


def _cell(term: Any) -> str:
    kind = getattr(term, "datatype", None)
    if kind is not None and kind.value == _BOOLEAN:
        return f'"{_TRUTHS.get(term.value, term.value)}"^^<{_BOOLEAN}>'
    return "" if term is None else str(term)
