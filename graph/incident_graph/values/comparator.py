"""Comparators: "about", "at least", "up to" - the words; the interval each makes of a number is in ``bounds``."""

import re

from incident_graph.values.number import GAP, HYPHEN

COMPARATORS: dict[str, str] = {
    kind_word: kind
    for kind, words in {
        "about": (
            "about|around|roughly|some|approximately|approx|approx.|circa|c.|ca.|an estimated|estimated at|estimated|"
            "close to|in the region of|on the order of|more or less|something like|perhaps|an average of|~|≈|"
            "somewhere around|somewhere between|an approximate|upwards or downwards of"
        ),
        "nearly": (
            "nearly|almost|just under|just below|just short of|not quite|slightly less than|slightly under|"
            "a little under"
        ),
        "over": (
            "over|more than|well over|just over|greater than|upwards of|in excess of|above|exceeding|"
            "slightly more than|a little over|far more than|slightly over|much more than|>"
        ),
        "least": (
            "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|as few as|at the very least|"
            "as little as|minimum|≥|>="
        ),
        "most": "up to|as many as|at most|no more than|not more than|a maximum of|as much as|maximum|at the most|≤|<=",
        "under": "under|below|fewer than|less than|well under|lower than|well below|<",
        "within": "within|inside",
        "exact": "exactly|precisely|only|just|a total of|all|a record|a further|another|an additional|a full",
    }.items()
    for kind_word in words.split("|")
}
#: Source of a regular expression that matches any comparator, the longest first.
COMPARATOR = "|".join(
    re.escape(word).replace(r"\ ", GAP) for word in sorted(COMPARATORS, key=lambda w: (len(w), w), reverse=True)
)
#: Ends where the number begins: one or two comparators, or "between" / "from".
_BEFORE = re.compile(
    rf"(?:(?<![\w{HYPHEN}])(?P<first>{COMPARATOR})(?:{GAP}|(?<=[~≈≥≤<>=])))?"
    rf"(?<![\w{HYPHEN}])(?P<last>{COMPARATOR}|between|from)(?:{GAP}(?:the{GAP})?|(?<=[~≈≥≤<>=]))$",
    re.IGNORECASE,
)
#: What the last word of a comparator ends in.
_ENDINGS = tuple(sorted({word.split()[-1] for word in COMPARATORS} | {"between", "from"}))


def comparators_before(text: str, start: int, pos: int) -> re.Match[str] | None:
    """The comparators of ``text[start:pos]`` that end at ``pos``: ``first``, if there are two, and ``last``.

    >>> comparators_before("well over about 30", 0, 16).groupdict()
    {'first': 'well over', 'last': 'about'}
    >>> comparators_before("the other 30", 0, 10) is None
    True
    """
    words = text[start:pos].lower().split()[-2:]
    if not words or not (words[-1].endswith(_ENDINGS) or (words[-1] == "the" and words[0].endswith(_ENDINGS))):
        return None
    return _BEFORE.search(text, start, pos)
