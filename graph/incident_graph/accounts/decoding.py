"""Bytes to text, with a word about anything odd. Line ends and every code point stay as they are in the file."""

import codecs
import re
from typing import NamedTuple

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"{\\rtf", b"\xd0\xcf\x11\xe0")
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13, 27}
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
# UTF-8 read as Windows-1252 and saved again: "â€™" for an apostrophe, "Ã©" for é, "Â£" for £.
_MOJIBAKE = re.compile(
    "â€[\u2122\u0153\u009d\u009c\u0099\u201c\u201d\u02dc\u00a6\u00a2\u00a0]|Ã[\u0080-\u00bf]|Â[\u00a0-\u00bf]"
)


class Decoded(NamedTuple):
    """The text of a file, the encoding it was read in, and warnings for the reader."""

    text: str
    encoding: str
    warnings: tuple[str, ...]


def is_binary(data: bytes) -> bool:
    """Whether ``data`` is not text: a known magic number, or control bytes outside a UTF-16 or UTF-32 file.

    >>> is_binary(b"%PDF-1.7 ..."), is_binary("Nine dead".encode("utf-16")), is_binary(b"caf\\xe9")
    (True, False, False)
    """
    if data.startswith(_MAGIC):
        return True
    if data.startswith(tuple(bom for bom, _ in _BOMS)):
        return False
    head = data[:65536]
    return b"\0" in head or sum(byte in _CONTROLS for byte in head) * 50 > len(head)


def decode(data: bytes, *, html: bool = False) -> Decoded:
    """Decode a file: byte order mark, else UTF-8, else the page's declared charset (``html``), else Windows-1252.

    A UTF-8 byte order mark stays in the text as its first code point, so that offsets fit the decoded file. Text that
    was decoded wrongly before it came here ("â€™") is reported and left alone: the words of an account are not ours
    to change.

    >>> decode("It’s".encode("cp1252"))
    Decoded(text='It’s', encoding='windows-1252', warnings=('not UTF-8: read as Windows-1252',))
    """
    text, encoding, warnings = _decode(data, html)
    garbled = _MOJIBAKE.findall(text)
    if garbled:
        warnings = (*warnings, f"mojibake: {len(garbled)} × garbled text such as {garbled[0]!r}, left as found")
    lost = text.count("\ufffd")
    if lost:
        warnings = (*warnings, f"{lost} characters were already lost in the file (U+FFFD)")
    return Decoded(text, encoding, warnings)


def _decode(data: bytes, html: bool) -> Decoded:
    for bom, name in _BOMS:
        if data.startswith(bom):
            try:
                return Decoded(data.decode(name), name, () if name == "utf-8" else (f"read as {name.upper()}",))
            except UnicodeDecodeError:
                break
    try:
        text = data.decode("utf-8")
        if not (html and text.isascii()):
            return Decoded(text, "utf-8", ())
    except UnicodeDecodeError:
        text = ""
    declared = _CHARSET.search(data[:4096]) if html else None
    if declared:
        try:
            name = codecs.lookup(declared.group(1).decode("ascii")).name
            if name not in ("ascii", "iso8859-1", "utf-8"):  # browsers read Latin-1 as Windows-1252
                return Decoded(data.decode(name), name, ())
        except (LookupError, UnicodeDecodeError):
            pass
    if text:
        return Decoded(text, "utf-8", ())
    try:
        return Decoded(data.decode("cp1252"), "windows-1252", ("not UTF-8: read as Windows-1252",))
    except UnicodeDecodeError:
        return Decoded(data.decode("latin-1"), "latin-1", ("neither UTF-8 nor Windows-1252: read as Latin-1",))
