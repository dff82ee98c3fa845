"""Refusing a query or update whose text could make a store fetch: nothing goes out to the network.

Oxigraph finds its keywords letter by letter, wherever its grammar lets one stand: ``1SERVICE<u:x>`` asks another
server. So it is not words that are looked for, but the letters of SERVICE and LOAD, and they are refused wherever they
could be read as a keyword. What is left to them are strings, IRIs, comments, variables, and names after the colon of a
prefix, where nothing can come between. ``no_network`` keeps the same promise without reading the text.
"""

import re

from incident_graph.errors import UsageError
from incident_graph.store.sparql_tokens import Token, tokens, unescaped

_LETTERS = re.compile("service|load", re.IGNORECASE | re.ASCII)
_WAYS_OUT = {
    "SERVICE": "a query asks this graph alone; ask the other server with a client of its own",
    "LOAD": "fetch the file yourself and insert what it says",
}
_RENAME = "give the prefix a name without these letters"
_WRITE_OUT = "write that name out as an IRI, or let the IRI of each prefix end in / or #"
#: A name that Oxigraph takes whole, after a prefix that nothing can make invalid by being put behind it.
_PLAIN = re.compile(r"[A-Za-z0-9_-]+")
_SOUND_BASE = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:(?!//)[^\\]*>|<[A-Za-z][A-Za-z0-9+.-]*://[^/?#\\]*[/?#][^\\]*>")
_WITH_HOST = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*://")
#: What could begin or end something else if the IRI were none.
_UNSURE = frozenset("#'()[]")
_BEFORE_IRI = frozenset("=(,!|&+-*/^")
_OPENS, _CLOSES = frozenset("([{"), frozenset(")]}")


def refuse_fetching(sparql: str) -> None:
    """Raise ``UsageError`` when the query or update would ask another server, or might: see the head of this file.

    >>> refuse_fetching('SELECT * { ?service a <http://e.org/SERVICE> . ?s schema:serviceType "SERVICE" }')
    >>> refuse_fetching("SELECT * { SERVICE <http://e.org/sparql> { ?s ?p ?o } }")
    Traceback (most recent call last):
    incident_graph.errors.UsageError: SERVICE is not allowed
      line 1, column 12
      a query asks this graph alone; ask the other server with a client of its own
    >>> refuse_fetching("SELECT * { ?s ?p trueSERVICEx:y { ?s ?p ?o } }")
    Traceback (most recent call last):
    incident_graph.errors.UsageError: SERVICE is not allowed, not in the name of a prefix either
      line 1, column 22
      give the prefix a name without these letters
    """
    for text in dict.fromkeys((sparql, unescaped(sparql))):
        if _LETTERS.search(text):
            _look_through(text)


def _look_through(text: str) -> None:
    within: list[str] = []
    last: Token | None = None
    sound: bool | None = None
    for token in tokens(text):
        if token.kind == "comment":
            continue
        if token.kind in ("name", "word"):
            outside = token.prefix if token.kind == "name" else token.text
            if found := _LETTERS.search(outside):
                in_prefix = token.kind == "name"
                word = found[0].upper()
                what = f"{word} is not allowed" + (", not in the name of a prefix either" if in_prefix else "")
                raise _refusal(what, text, token.start + found.start(), _RENAME if in_prefix else _WAYS_OUT[word])
            if found := _LETTERS.search(token.local):
                sound = _bases_are_sound(text) if sound is None else sound
                if not sound or not _PLAIN.fullmatch(token.local):
                    place = token.end - len(token.local) + found.start()
                    raise _refusal(f"{found[0].upper()} is not allowed in this name", text, place, _WRITE_OUT)
        elif token.kind == "iri":
            if _may_be_less_than(token, last, within):
                what = "it cannot be told whether < is less-than here or begins an IRI"
                raise _refusal(what, text, token.start, "put a space after it, or write the IRI with its scheme and //")
        elif token.text in _OPENS:
            within.append(token.text)
        elif token.text in _CLOSES and within:
            within.pop()
        last = token


def _may_be_less_than(iri: Token, last: Token | None, within: list[str]) -> bool:
    """Whether what looks like an IRI may be less-than, or the second half of ``<<``, and something else after it.

    Only where the something else could open a string or a comment, or a bracket, or close one: then what follows could
    be read in two ways. Less-than stands within round brackets, after what can be compared, and no comparison begins
    with a scheme and ``//``.
    """
    if _UNSURE.isdisjoint(iri.text) or _WITH_HOST.match(iri.text) or last is None:
        return False
    if last.kind == "mark" and last.text == "<":
        return True
    return within[-1:] == ["("] and not (last.kind == "mark" and last.text in _BEFORE_IRI)


def _bases_are_sound(text: str) -> bool:
    """Whether every name after a prefix that the text declares makes an IRI.

    Where it does not, as after ``PREFIX x: <http://host:>``, Oxigraph takes ``x:`` for the name, and reads on.
    """
    last: Token | None = None
    for token in tokens(text):
        if token.kind == "comment":
            continue
        declared = token.kind == "iri" and last is not None and last.kind == "name" and not last.local
        if declared and not _SOUND_BASE.fullmatch(token.text):
            return False
        last = token
    return True


def _refusal(what: str, text: str, place: int, hint: str) -> UsageError:
    line, column = text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place)
    return UsageError(what, where=f"line {line}, column {column}", hint=hint)
