"""Segments: the stretches of a sentence in which a negation, a hedge or an attribution holds."""

import re
from functools import lru_cache

#: Where a segment ends. ``that`` is no boundary: "denied that …", "no evidence that …" reach over it.
_BOUNDARY = re.compile(
    r"""[;:()—–]\s*
      | \s-\s
      | ,?(?<!\bnot)\s+\b(?:but|although|though|whereas|while|yet|however|because|unless)\b
      | ,\s+(?:which|who|whose|where|so|when|after|before|adding|saying|including|with)\b
      | ,\s+(?=(?:[\w,.-]+\s+){1,3}of\s+(?:whom|which|them)\b)
      | ,\s+as\b(?!\s+(?:well|much|many|few|little|far|soon|long|if|though|of|head|chief|part|an?)\b)
      | ,?\s+and\s+(?=(?:(?:the|a|an|its|their|his|her|that|it|they|he|she|no)\s+)?(?:[\w'-]+\s+){0,3}?
            (?:is|are|was|were|has|have|had|will|would|can|could|may|might|did|does|said|says|told|denied|claimed)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)


@lru_cache(maxsize=512)
def segments(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of the segments of a folded sentence, in order, covering it.

    >>> s = "It was not hacked, but a clerk lost a disk"
    >>> [s[a:b] for a, b in segments(s)]
    ['It was not hacked', ', but a clerk lost a disk']
    >>> segments("Nothing to split here")
    ((0, 21),)
    """
    cuts = [0]
    cuts += [m.start() for m in _BOUNDARY.finditer(text) if m.start() > 0]
    return tuple((a, b) for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True) if a < b)


def segment_at(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the segments that ``start``..``end`` touches."""
    touched = [(a, b) for a, b in segments(text) if a < end and start < b]
    return (touched[0][0], touched[-1][1]) if touched else (0, len(text))
