"""The rows of a SELECT, told apart from what else a query may give."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples


def rows_of(found: "QuerySolutions | QueryTriples | QueryBoolean") -> "QuerySolutions":
    """The rows that a SELECT gave; TypeError for the triples of a CONSTRUCT and the truth of an ASK.

    >>> from pyoxigraph import Store
    >>> [row["n"].value for row in rows_of(Store().query("SELECT ?n { BIND (7 AS ?n) }"))]
    ['7']
    >>> rows_of(Store().query("ASK {}"))
    Traceback (most recent call last):
    TypeError: not the rows of a SELECT: QueryBoolean
    """
    from pyoxigraph import QuerySolutions

    if not isinstance(found, QuerySolutions):
        raise TypeError(f"not the rows of a SELECT: {type(found).__name__}")
    return found
