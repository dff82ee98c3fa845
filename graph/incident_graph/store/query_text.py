"""What can be told of a query by its text: its form, its dataset, why it does not parse."""

import re
from collections.abc import Iterator, Sequence

from incident_graph.errors import UsageError
from incident_graph.store.sparql_tokens import tokens, unescaped

_FORMS = ("SELECT", "CONSTRUCT", "DESCRIBE", "ASK")
_PLACE = re.compile(r"error at ([0-9]+):([0-9]+): (.*)", re.DOTALL)


def names_dataset(sparql: str) -> bool:
    """Whether the query or update says itself which graphs it is about: FROM, USING or WITH.

    >>> names_dataset("SELECT * FROM <u:g> { ?s ?p ?o }"), names_dataset("SELECT ?from { ?from a 'FROM' }")
    (True, False)
    """
    return any(word in ("FROM", "USING", "WITH") for word, _, _ in _parts(unescaped(sparql)))


def form_of(sparql: str) -> str:
    """The form of the query: SELECT, CONSTRUCT, DESCRIBE or ASK; ``""`` when it is none of them.

    >>> form_of("PREFIX ask: <u:select> # DESCRIBE\\n construct { ?s ?p ?o } WHERE { ?s ?p ?o }")
    'CONSTRUCT'
    >>> form_of("DROP ALL")
    ''
    """
    return next((word for word, _, _ in _parts(sparql) if word in _FORMS), "")


def as_rows(sparql: str) -> str:
    """The CONSTRUCT query as a SELECT that gives one row where that makes its triples once; ``""`` for other queries.

    >>> as_rows("CONSTRUCT { ?s a ?o } WHERE { ?s ?p ?o } LIMIT 9")
    'SELECT (1 AS ?row)  WHERE { ?s ?p ?o } LIMIT 9'
    >>> as_rows("SELECT * { ?s ?p ?o }")
    ''
    """
    start, end = _construct(sparql)
    return f"{sparql[:start]}SELECT (1 AS ?row) {sparql[end:]}" if end else ""


def with_dataset(sparql: str, default: Sequence[str], named: Sequence[str]) -> str:
    """The query with FROM and FROM NAMED for these graphs, by IRI; ``""`` when there is no telling where they go.

    >>> with_dataset("SELECT (1 AS ?x) { ?s ?p ?o }", ["u:a"], ["u:b"])
    'SELECT (1 AS ?x) FROM <u:a> FROM NAMED <u:b> { ?s ?p ?o }'
    >>> with_dataset("CONSTRUCT { ?s a ?o } WHERE { ?s ?p ?o }", ["u:a"], [])
    'CONSTRUCT { ?s a ?o } FROM <u:a> WHERE { ?s ?p ?o }'
    """
    _, after = _construct(sparql)
    depth, place, form = 0, -1, bool(after)
    for word, start, _ in _parts(sparql):
        if start < after:
            continue
        form = form or word in _FORMS
        if form and not depth and word in ("WHERE", "{"):
            place = start
            break
        depth += (word == "(") - (word == ")")
    if place < 0:
        return ""
    lines = [*(f"FROM <{graph}>" for graph in default), *(f"FROM NAMED <{graph}>" for graph in named)]
    return f"{sparql[:place]}{' '.join(lines)} {sparql[place:]}"


def does_not_parse(error: SyntaxError, what: str = "query") -> UsageError:
    """The parser's complaint as a ``UsageError``: line and column as ``where``, and what stands there in plain words.

    >>> print(does_not_parse(SyntaxError("error at 2:9: expected one of LATERAL, SERVICE, ['A' ..= 'Z'], [_]")))
    the query does not parse: expected one of LATERAL, SERVICE
      line 2, column 9
    >>> print(does_not_parse(SyntaxError("error at 1:20: expected one of Prefix not found, ['%']")))
    the query does not parse: the prefix before this place is not declared
      line 1, column 20
    """
    found = _PLACE.match(str(error))
    where, said = (f"line {found[1]}, column {found[2]}", found[3]) if found else ("", str(error))
    said = " ".join(said.split())
    if "Prefix not found" in said:
        said = "the prefix before this place is not declared"
    elif said.startswith("expected one of "):
        # Sets of characters help nobody; names of what may stand there do.
        parts = re.split(r", (?![^\[\]]*\])", said.removeprefix("expected one of "))
        known = [part for part in dict.fromkeys(parts) if not part.startswith("[")]
        said = f"expected one of {', '.join(known)}" if known else "this cannot stand here"
    return UsageError(f"the {what} does not parse: {said}", where=where)


def _construct(sparql: str) -> tuple[int, int]:
    """Where CONSTRUCT begins and its template, if it has one, ends; zeros when the query is another."""
    parts = list(_parts(sparql))
    first = next((n for n, part in enumerate(parts) if part[0] in _FORMS), None)
    if first is None or parts[first][0] != "CONSTRUCT":
        return 0, 0
    begin, end, depth = parts[first][1], parts[first][2], 0
    if first + 1 < len(parts) and parts[first + 1][0] == "{":
        for word, _, after in parts[first + 1 :]:
            depth += (word == "{") - (word == "}")
            if not depth:
                end = after
                break
    return begin, end


def _parts(text: str) -> Iterator[tuple[str, int, int]]:
    """Words in capitals and brackets, each with its place: not what stands in strings, names, IRIs and comments."""
    for token in tokens(text):
        if token.kind == "word" or token.text in ("{", "}", "(", ")"):
            yield token.text.upper(), token.start, token.end
