"""Ids: short names that the same parts always give, and different parts practically never share."""

import hashlib
import json
import re
import unicodedata

_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")
_APOSTROPHE = re.compile("['’]")

#: Letters that Unicode does not decompose into a Latin letter and a mark.
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"})

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_quoted = json.encoder.encode_basestring  # the encoder's own, in C

Part = str | int | float | bool | None


def make_id(prefix: str, *parts: Part) -> str:
    """An id for what ``parts`` identify: ``prefix``, a hyphen, 16 hex digits of the SHA-256 of their JSON array.

    The array keeps the parts apart, so that moving a letter from one to the next gives another id.

    >>> make_id("claim", "account-1", "listedOn", 12)
    'claim-50071e550e61b42e'
    >>> make_id("claim", "ab", "c") == make_id("claim", "a", "bc")
    False
    """
    array = ",".join([_quoted(part) if part.__class__ is str else _encode(part) for part in parts])
    return f"{prefix}-{hashlib.sha256(f'[{array}]'.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def slug(text: str, longest: int | None = None) -> str:
    """``text`` in lower-case ASCII letters and digits with single hyphens between; a hash when nothing is left.

    ``longest`` cuts it after so many characters.

    >>> slug("Department of Health & Social Care"), slug("The King's Men", longest=10)
    ('department-of-health-social-care', 'the-kings')
    >>> slug("Škoda  Łódź")
    'skoda-lodz'
    >>> slug("卫生部")
    'x-bc77e5a03ddc2e56'
    """
    folded = unicodedata.normalize("NFKD", _APOSTROPHE.sub("", text).casefold()).translate(_LETTERS)
    ascii_only = "".join(char for char in folded if not unicodedata.combining(char))
    words = _NOT_IN_A_SLUG.sub("-", ascii_only).strip("-") or make_id("x", text)
    return words[:longest].strip("-")
