"""Text of accounts made fit for terminals: nothing in it may act on one."""

import unicodedata

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def one_line(text: str) -> str:
    """``text`` on one line, without control characters and direction marks.

    >>> one_line("Nine\\n  dead\\x1b[2J \\u202egnp")
    'Nine dead[2J gnp'
    """
    kept = (c for c in " ".join(text.split()) if unicodedata.category(c) != "Cc" and c not in _BIDI)
    return "".join(kept)
