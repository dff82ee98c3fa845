"""Breaking a label into lines of a given width, without a font: widths are estimates on the safe side."""

import unicodedata


def text_width(text: str, size: float = 13) -> float:
    """About how wide ``text`` is in pixels, set in a sans serif of ``size`` pixels.

    >>> text_width("ill") < text_width("MWM")
    True
    >>> text_width("日本") > text_width("ab")
    True
    """
    width = 0.0
    for char in text:
        if unicodedata.east_asian_width(char) in "WF":
            width += 1.0
        elif unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Cc"):
            continue
        elif char in "iljtfrI.,:;'|!()[] ’":
            width += 0.4
        elif char in "mwMW—%@≠":
            width += 0.95
        else:
            width += 0.7 if char.isupper() else 0.6
    return width * size


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
            cut = len(word) - 1
            while cut > 1 and text_width(word[:cut], size) > width:
                cut -= 1
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
