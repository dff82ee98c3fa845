"""British and American spellings: a cue written in one is matched in both."""

import re
from functools import lru_cache

#: (British, American), each with what of the word goes before it; what follows is kept.
_PAIRS = (
    (
        r"((?:travel|cancel|level|label|signal|fuel|total|channel|tunnel|shovel|unravel|model))l(?=ed|ing|er)",
        r"\1",
    ),
    (r"((?:harb|vap|neighb|lab|col|rum|fav|hon|behavi|arm|endeav))our", r"\1or"),
    (r"((?:^|(?<=_)|kilo|centi|milli)(?:cent|met|lit|theat|fib))re(?=s?(?:$|[_~*]))", r"\1er"),
    (
        r"((?:organ|mobil|author|real|recogn|critic|penal|hospital|anonym|apolog|stabil|emphas|minim|maxim|priorit"
        r"|neutral|vandal|util|final|fertil|colon|pressur|computer|general|sanit|jeopard|scrutin))is(?=[eai*~]|$)",
        r"\1iz",
    ),
    (r"((?:def|off|lic|pret))ence", r"\1ense"),
    (r"plough", "plow"),
    (r"sulph", "sulf"),
    (r"aluminium", "aluminum"),
    (r"(?<![a-z])tyre", "tire"),
    (r"(?<![a-z])grey", "gray"),
    (r"(?<![a-z])dyke", "dike"),
    (r"programme(?!d|r)", "program"),
    (r"paralys", "paralyz"),
)
_COMPILED = tuple((re.compile(british), american) for british, american in _PAIRS)
_ANY = re.compile("|".join(f"(?:{british})" for british, _ in _PAIRS))


@lru_cache(maxsize=8192)
def spellings(word: str) -> tuple[str, ...]:
    """A word of a cue (with its ``~``, ``*`` and ``_``) as written, then as American English spells it if otherwise.

    >>> spellings("levelled"), spellings("mobilis*"), spellings("neighbouring_harbour")
    (('levelled', 'leveled'), ('mobilis*', 'mobiliz*'), ('neighbouring_harbour', 'neighboring_harbor'))
    >>> spellings("called"), spellings("hour"), spellings("promise"), spellings("fire")
    (('called',), ('hour',), ('promise',), ('fire',))
    """
    if _ANY.search(word) is None:
        return (word,)
    american = word
    for pattern, replacement in _COMPILED:
        american = pattern.sub(replacement, american)
    return (word,) if american == word else (word, american)
