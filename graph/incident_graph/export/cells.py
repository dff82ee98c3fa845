"""Cells that are safe to open in a spreadsheet."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that could be is led by an apostrophe.

    >>> safe_cell("=HYPERLINK(1)"), safe_cell(" +1"), safe_cell("38 to 42")
    ("'=HYPERLINK(1)", "' +1", '38 to 42')
    """
    return "'" + text if text.lstrip(" ").startswith(_FORMULA) else text
