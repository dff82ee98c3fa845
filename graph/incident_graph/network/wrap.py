"""Breaking a label into lines of a given width, without a font: widths are estimates on the safe side."""

import unicodedata
from functools import cache


def text_width(text: str, size: float = 13) -> float:
    """About how wide ``text`` is in pixels, set in a sans serif of ``size`` pixels.

    >>> text_width("ill") < text_width("MWM")
    True
    >>> text_width("日本") > text_width("ab")
    True
    """
    width = 0.0
    for char in text:
        width += _of_size_one(char)
    return width * size


@cache
def _of_size_one(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WF":
        return 1.0
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Cc"):
        return 0.0
    if char in "iljtfrI.,:;'|!()[] ’":
        return 0.4
    if char in "mwMW—%@≠":
        return 0.95
    return 0.7 if char.isupper() else 0.6


def wrap(text: str, width: float, *, lines: int = 3, size: float = 13) -> list[str]:
    """``text`` in at most ``lines`` lines that fit ``width`` pixels; what does not fit ends in ``…``.

    >>> wrap("Sub-contractor of a partner", 110)
    ['Sub-contractor', 'of a partner']
    >>> wrap("x" * 50, 60, lines=2)
    ['xxxxxxx', 'xxxxxx…']
    >>> wrap("", 60)
    ['']
    """
    out: list[str] = []
    line = ""
    # Much longer texts cannot fit anyway: a label of a megabyte must not cost a megabyte's work.
    words = text[: int(width) * lines].split()
    while words:
        word = words.pop(0)
        candidate = f"{line} {word}".strip()
        if text_width(candidate, size) <= width:
            line = candidate
            continue
        if line:
            out.append(line)
            line = ""
            words.insert(0, word)
        else:  # one word is wider than the line: break it
            cut = min(max(_fitting(word, width, size), 1), len(word) - 1)
            out.append(word[:cut])
            words.insert(0, word[cut:])
        if len(out) > lines:
            break
    if line or not out:
        out.append(line)
    if len(out) > lines:
        last = out[lines - 1]
        while last and text_width(last + "…", size) > width:
            last = last[:-1]
        out = [*out[: lines - 1], last.rstrip() + "…"]
    return out


def _fitting(text: str, width: float, size: float) -> int:
    """How many characters from the start of the text fit."""
    used = 0.0
    for count, char in enumerate(text):
        used += _of_size_one(char)
        if used * size > width:
            return count
    return len(text)
