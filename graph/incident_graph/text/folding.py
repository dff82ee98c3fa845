"""Length-preserving folding: curly quotes, odd hyphens and spaces as plain ones, so that offsets stay what they are."""

_FOLD = str.maketrans(
    {
        **dict.fromkeys("‘’ʼ‛`´", "'"),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‐‑‒−", "-"),
        **dict.fromkeys("\u00a0\u2007\u202f\u2009", " "),
    }
)


def fold(text: str) -> str:
    """``text`` with typographic quotes, hyphens and spaces made plain; en and em dashes stay: they end clauses.

    >>> fold("the ICO’s third‑party")
    "the ICO's third-party"
    >>> len(fold("“…”")) == len("“…”")
    True
    """
    return text if text.isascii() and "`" not in text else text.translate(_FOLD)
