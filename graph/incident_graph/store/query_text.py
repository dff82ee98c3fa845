"""What a query may not do: fetch from elsewhere."""

import re

from incident_graph.errors import UsageError

# What SERVICE may be part of without being the keyword: strings, IRIs, comments, variables, prefixed names, tags.
_TOKEN = re.compile(
    r"""(?x)
    \"{3} (?: [^\\] | \\. )*? \"{3} | '{3} (?: [^\\] | \\. )*? '{3}
    | " (?: [^"\\\n\r] | \\. )* " | ' (?: [^'\\\n\r] | \\. )* '
    | < [^<>"{}|^`\\\x00-\x20]* >
    | \# [^\n\r]*
    | [?$@] \w+
    | [\w.-]* : (?: [\w.:-] | %[0-9A-Fa-f]{2} | \\[^\w\s] )*
    | (?P<service> (?i:SERVICE) (?! [\w:-] ) )
    | \w+
    """,
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def refuse_fetching(sparql: str) -> None:
    """Raise ``UsageError`` when the query would ask another server: nothing here goes out to the network.

    >>> refuse_fetching('SELECT * { ?service a <http://e.org/SERVICE> . ?s ?p "SERVICE" }')
    >>> refuse_fetching("SELECT * { SERVICE <http://e.org/sparql> { ?s ?p ?o } }")
    Traceback (most recent call last):
    incident_graph.errors.UsageError: SERVICE is not allowed
      line 1
      a query asks this graph alone; ask the other server with a client of its own
    """
    for text in (sparql, _ESCAPE.sub(_character, sparql)):
        for match in _TOKEN.finditer(text):
            if match["service"]:
                raise UsageError(
                    "SERVICE is not allowed",
                    where=f"line {text.count(chr(10), 0, match.start()) + 1}",
                    hint="a query asks this graph alone; ask the other server with a client of its own",
                )


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 else match[0]
