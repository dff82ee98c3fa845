"""Wordings, made from SPARQL's grammar, by which a query or an update would fetch, and a listener that hears it.

``URL`` is the listener's address, ending in a slash, and each wording asks for a path of
its own, so that what was heard can be told apart.
"""

import contextlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import product

_ROWS = b'{"head":{"vars":["s"]},"results":{"bindings":[]}}'
_INSIDE = "{?s ?p ?o}"

#: What may stand before a keyword without a border, and ends what was begun before it.
BEFORE = (
    "",
    " ",
    "?a ?b 1",
    "?a ?b 1.5",
    "?a ?b 1.",
    "?a ?b 1e5",
    "?a ?b -1",
    "?a ?b true",
    "?a ?b false",
    "?a ?b 'x'",
    '?a ?b "x"',
    "?a ?b '''x'''",
    "?a ?b 'x'@en",
    "?a ?b 'x'@en--ltr",
    "?a ?b 'x'^^<u:t>",
    "?a ?b 'x'^^n:t",
    "?a ?b <u:x>",
    "?a ?b n:x",
    "?a ?b n:",
    "?a ?b n:.",
    "?a ?b n:x.",
    "?a ?b n:x.y.",
    "?a ?b p:",
    "?a ?b p:1",
    "?a ?b p:x.",
    "?a ?b _:x",
    "?a ?b _:x.",
    "?a ?b ?c",
    "?a ?b ?c.",
    "?a a",
    "?a a n:x;",
    "?a n:p?",
    "?a n:p?true",
    "?a ?b []",
    "?a ?b [?c ?d]",
    "?a ?b ()",
    "?a ?b (1 true)",
    "<<?a ?b ?c>>?d ?e",
    "<<?a?b'#>'>>?c ?d.",
    "{}",
    "FILTER(1<2)",
    "FILTER(1<2&&3>2)",
    "FILTER(1<(2>1)||true)",
    "FILTER EXISTS{}",
    "FILTER NOT EXISTS{}",
    "BIND(1 AS ?z)",
    "VALUES ?z{1}",
    "VALUES ?z{'''it's''' \"\" 'x'}",
    'VALUES ?z{"""a"}',
    "OPTIONAL{}",
    "MINUS{?x ?y ?z}",
    "GRAPH ?g{}",
    "{SELECT*{}}",
    "#'\n",
    "#\\u000A",
    "OPTIONAL{?a ?b <http://e.org/'>}",
    "OPTIONAL{?a ?b <http://e.org/#x>}",
)
KEYWORDS = ("SERVICE", "service", "SeRvIcE", "\\u0053ERVICE", "SERVICESILENT", "serviceSilent", "SERVICE SILENT")
#: What may come after it: an IRI, a name, a variable; and what hides in a string or comment for a careless reader.
AFTER = ("<URL{n}>", "#>\n<URL{n}>", ":{n}", "v{n}:", "#>\n:{n}", "#'''\n:{n}", "?u{n}", "$u{n}")
#: What may end the query: a tail that would close a string, for who thinks that one is open.
TAILS = ("", '#\\x"""', '#\\uD800"""', "#'''", "#'")
UPDATES_BEFORE = (
    "",
    " ",
    "INSERT DATA{{<u:a><u:b>1}};",
    "DELETE WHERE{{<u:x><u:y>1}};",
    "CLEAR ALL;",
    "#'\n",
    "#\\u000A",
)
LOADS = ("LOAD", "load", "LOADSILENT", "loadSilent", "LOAD SILENT", "\\u004COAD")
LOADED = ("<URL{n}>", ":{n}", "v{n}:", "#>\n<URL{n}>", "<URL{n}>INTO GRAPH<u:g>", "<URL{n}>;CLEAR DEFAULT")


def queries(url: str) -> list[str]:
    """Queries that would ask the listener, or do not parse; the n-th asks for the path n."""
    made = []
    # Every beginning with every keyword and every ending, and the tails with those that they fit.
    for before, keyword, after in product(BEFORE, KEYWORDS, AFTER):
        made.append((before, keyword, after, ""))
    for before, after, tail in product(BEFORE, AFTER, TAILS[1:]):
        made.append((before, "SERVICE", after, tail))
    return [_query(url, n, *parts) for n, parts in enumerate(made)]


def _query(url: str, n: int, before: str, keyword: str, after: str, tail: str) -> str:
    target = after.replace("URL", url).replace("{n}", str(n))
    prefixes = f"PREFIX n: <u:> PREFIX p: <http://e.org:> PREFIX : <{url}>"
    prefixes += f" PREFIX v{n}: <{url}{n}>" if after.startswith("v") else ""
    values = f"VALUES ?u{n} {{<{url}{n}>}} " if "u{n}" in after else ""

    return f"{prefixes} SELECT * {{ {values}{before}{keyword}{target}{_INSIDE}{tail}\n}}"


def updates(url: str) -> list[str]:
    """Updates that would load from the listener; the n-th asks for the path n."""
    made = []
    for n, (before, keyword, after) in enumerate(product(UPDATES_BEFORE, LOADS, LOADED)):
        target = after.replace("URL", url).replace("{n}", str(n))
        prefixes = f"PREFIX : <{url}> " + (f"PREFIX v{n}: <{url}{n}> " if after.startswith("v") else "")
        made.append(f"{prefixes}{before.replace('{{', '{').replace('}}', '}')}{keyword}{target}")
    return made


class Listener:
    """What was asked of a server on the loopback address: the paths."""

    def __init__(self, url: str, heard: set[str]) -> None:
        self.url = url
        self.heard = heard


@contextlib.contextmanager
def listening() -> Iterator[Listener]:
    """A server on a free port that answers everything, with no rows, and remembers what it was asked."""
    heard: set[str] = set()

    def answer(self: BaseHTTPRequestHandler, kind: str, body: bytes) -> None:
        heard.add(self.path)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("content-length") or 0))
            answer(self, "application/sparql-results+json", _ROWS)

        def do_GET(self) -> None:
            answer(self, "application/n-triples", b"")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield Listener(f"http://127.0.0.1:{server.server_port}/", heard)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
