"""Packing what the page needs later or seldom: compressed, in Base64, so that the file stays small enough to send."""

import base64
import gzip


def pack(text: str) -> str:
    """``text`` compressed by gzip, as Base64; the browser unpacks it with ``DecompressionStream``.

    >>> len(pack("network " * 500)) < 100
    True
    >>> unpack(pack("Žižek"))
    'Žižek'
    """
    return base64.b64encode(gzip.compress(text.encode("utf-8", "replace"), 9, mtime=0)).decode("ascii")


def unpack(packed: str) -> str:
    """What was packed."""
    return gzip.decompress(base64.b64decode(packed)).decode("utf-8")
