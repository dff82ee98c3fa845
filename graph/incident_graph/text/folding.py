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


_LINE_ENDS = str.maketrans(dict.fromkeys("\n\r\t\x0b\x0c\x85\u2028\u2029", " "))


def in_one_line(text: str) -> str:
    """``text`` with its line ends as spaces: where a paragraph was folded says nothing.

    >>> in_one_line("the ferry\\nsank")
    'the ferry sank'
    """
    return text.translate(_LINE_ENDS)
