"""Stretches: from where to where words of a parse go, without the marks at their ends."""

from collections.abc import Iterable

from incident_graph.text.tree import Token, Tree

#: From where to where, in code points of the account's text, end-exclusive; and several of them.
Stretch = tuple[int, int]
Stretches = tuple[Stretch, ...]


def span(tree: Tree, token: Token) -> Stretch:
    """From where to where all goes that a token governs, itself included."""
    first, last = tree.edges(token.i)
    while last > first and tree.tokens[last].pos == "PUNCT":
        last -= 1
    while first < last and tree.tokens[first].pos == "PUNCT":
        first += 1
    return tree.tokens[first].start, tree.tokens[last].end


def after(tree: Tree, token: Token) -> Stretch:
    """What a word governs after itself."""
    last = tree.edges(token.i)[1]
    return token.end, max(token.end + 1, tree.tokens[last].end)


def trimmed(tree: Tree, first: int, last: int) -> Stretch | None:
    """From where to where the tokens ``first`` to ``last`` go; ``None`` when they are all marks."""
    while first <= last and tree.tokens[first].pos == "PUNCT":
        first += 1
    while last >= first and tree.tokens[last].pos == "PUNCT":
        last -= 1
    return (tree.tokens[first].start, tree.tokens[last].end) if first <= last else None


def merged(spans: Iterable[tuple[int, int]]) -> Stretches:
    """The stretches in order, those that touch as one.

    >>> merged([(4, 9), (0, 2), (8, 12)])
    ((0, 2), (4, 12))
    """
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = out[-1][0], max(out[-1][1], end)
        else:
            out.append((start, end))
    return tuple(out)
