"""Lists of words as regular expressions."""

import re


def any_of(words: str) -> str:
    """Regex source for any one of the words, longest first; ``_`` stands for a space, and ``*`` for any ending.

    >>> bool(re.fullmatch(any_of("rule_out deni*"), "denied")), bool(re.fullmatch(any_of("rule_out"), "rule"))
    (True, False)
    """
    options = sorted(words.split(), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(w).replace("_", r"\s+").replace(r"\*", r"\w*") for w in options) + ")"
