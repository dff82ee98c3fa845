"""Signs for terminals and files that do not know them all: each has a plainer one, and none becomes a question mark."""

import codecs
import unicodedata

#: The error handler for streams: ``stream.reconfigure(errors=PLAINER)``.
PLAINER = "incident_graph.plainer"

#: The verdicts' signs in ASCII.
ASCII = {"≠": "!=", "≠?": "!=?", "→?": "->?", "∥": "||", "→": "->", "⊂": "<"}
_PLAIN = {sign: plain for sign, plain in ASCII.items() if len(sign) == 1} | {
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
