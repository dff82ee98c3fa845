"""Signs for terminals and files that do not know them all: each has a plainer one, and none becomes a question mark."""

import codecs
import unicodedata
from typing import IO

#: The error handler for streams: ``stream.reconfigure(errors=PLAINER)``.
PLAINER = "incident_graph.plainer"

_PLAIN = {
    "≠": "!=",
    "∥": "||",
    "→": "->",
    "⊂": "<",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "‐": "-",
    "‑": "-",
    "–": "-",
    "—": "--",
    "─": "-",
    "…": "...",
    "•": "*",
    "€": "EUR ",
    "£": "GBP ",
    "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": " ",
}


def plainer(text: str, encoding: str = "ascii") -> str:
    r"""``text`` as ``encoding`` can write it: signs by plainer ones, all else as an escape, so that nothing is lost.

    >>> plainer("22 ≠ 24, “Łódź” – café")
    '22 != 24, "\\u0141\\xf3d\\u017a" - caf\\xe9'
    >>> plainer("café", "latin-1")
    'café'
    """
    return text.encode(encoding, PLAINER).decode(encoding)


def encoding_of(stream: IO[str]) -> str:
    """The encoding of a stream; UTF-8 for one that has none, or none that is known.

    >>> import io
    >>> encoding_of(io.StringIO()), encoding_of(io.TextIOWrapper(io.BytesIO(), encoding="latin-1"))
    ('utf-8', 'iso8859-1')
    """
    try:
        return codecs.lookup(getattr(stream, "encoding", None) or "utf-8").name
    except LookupError:
        return "utf-8"


def _plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_sign, error.object[error.start : error.end])), error.end


def _sign(char: str) -> str:
    if char in _PLAIN:
        return _PLAIN[char]
    if unicodedata.category(char).startswith("Z"):
        return " "
    return char.encode("ascii", "backslashreplace").decode("ascii")


codecs.register_error(PLAINER, _plainer)
