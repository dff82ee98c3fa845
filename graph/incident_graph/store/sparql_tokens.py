r"""SPARQL cut into tokens as Oxigraph reads it.

Strings, IRIs, variables and names are what Oxigraph takes for them, to the letter: a backslash that it does not know
ends a string for it, and so it does here. Keywords are not told apart from other words, because it needs no border
around them: it reads ``trueSERVICEx:y`` as three tokens, and here that is one name whose prefix is ``trueSERVICEx``.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_START = (
    "A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_LATER = _START + "0-9\u00b7\u0300-\u036f\u203f\u2040"
_NAME = _LATER + r"\-"
_HEX = "[0-9A-Fa-f]"
# Half a surrogate pair is no character, and a string with one in it is none.
_CODE = rf"u(?![Dd][89A-Fa-f]){_HEX}{{4}} | U0000(?![Dd][89A-Fa-f]){_HEX}{{4}} | U00(?:0[1-9A-Fa-f]|10){_HEX}{{4}}"
_ESCAPED = rf"\\ (?: [tbnrf\"'\\] | {_CODE} )"
_ODD = rf"%{_HEX}{{2}} | \\[_~.\-!$&'()*+,;=/?\#@%]"
_TOKEN = re.compile(
    rf"""(?x)
    (?P<space> [\ \t\r\n]+ )
    | (?P<comment> \#[^\r\n]* )
    | (?P<string>
        \"\"\" (?: \"{{0,2}} (?: [^\"\\] | {_ESCAPED} ) )*+ \"\"\" | ''' (?: '{{0,2}} (?: [^'\\] | {_ESCAPED} ) )*+ '''
        | \" (?: [^\"\\\r\n] | {_ESCAPED} )*+ \" | ' (?: [^'\\\r\n] | {_ESCAPED} )*+ '
      )
    | (?P<iri> < [^<>\"{{}}|^`\x00-\x20]*+ > )
    | (?P<variable> [?$] [{_START}0-9] [{_LATER}]* )
    | (?P<tag> @ [A-Za-z]+ (?: - [A-Za-z0-9]+ )* (?: -- [A-Za-z]+ )? )
    | (?P<blank> _: [{_START}0-9] (?: [{_NAME}.]* [{_NAME}] )? )
    | (?P<name>
        (?P<prefix> [{_NAME}.]*+ ) :
        (?P<local> (?: [{_START}:0-9] | {_ODD} ) (?: (?: [{_NAME}.:] | {_ODD} )* (?: [{_NAME}:] | {_ODD} ) )? )?
      )
    | (?P<word> [{_LATER}]+ )
    | (?P<mark> . )
    """,
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class Token(NamedTuple):
    """A piece of SPARQL, where it stands, and what it is.

    ``kind`` is comment, string, iri, variable, tag, blank, name (with its ``prefix`` and ``local`` parts), word (a
    keyword, a number, several of them without a border) or mark (one character).
    """

    kind: str
    text: str
    start: int
    prefix: str = ""
    local: str = ""

    @property
    def end(self) -> int:
        """Where the next token may begin."""
        return self.start + len(self.text)


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a query or update, comments too; space is left out. Whatever the text, all of it is gone through.

    >>> [(token.kind, token.text) for token in tokens("SELECT*{?s a:b'c'@en}#")][:4]
    [('word', 'SELECT'), ('mark', '*'), ('mark', '{'), ('variable', '?s')]
    >>> [token.kind for token in tokens("SELECT*{?s a:b'c'@en}#")][4:]
    ['name', 'string', 'tag', 'mark', 'comment']
    >>> [token.text for token in tokens("?a < ?b <u:c> 1<2")]
    ['?a', '<', '?b', '<u:c>', '1', '<', '2']
    """
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup or ""
        if kind == "name":
            yield Token(kind, found[0], found.start(), found["prefix"] or "", found["local"] or "")
        elif kind != "space":
            yield Token(kind, found[0], found.start())


def unescaped(text: str) -> str:
    r"""The text with ``\uXXXX`` and ``\UXXXXXXXX`` put as what they stand for: SPARQL does so before parsing.

    >>> unescaped(r"\u0053ELECT \U0000002A \uD800")
    'SELECT * \\uD800'
    """
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return found[0] if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)
