"""Remarks: where an account, having told what somebody said, goes on to speak of that itself."""

from incident_graph.annotators.lexicon import nouns
from incident_graph.text.tree import Tree


def remarks(tree: Tree) -> list[int]:
    """Where the account's own remarks begin: "said nine had died, a figure that the guild disputes"."""
    out = []
    for token in tree.tokens:
        if token.pos != "NOUN" or not nouns()["remark"].holds(token.lemma):
            continue
        article = tree.child(token.i, "det")
        if article is None or article.text.lower() not in ("a", "an"):
            continue
        first = tree.edges(token.i)[0]
        while first < token.i and tree.tokens[first].pos == "PUNCT":
            first += 1
        told_of = any(t.dep in ("relcl", "acl") and t.i > token.i for t in tree.children(token.i))
        if first and tree.tokens[first - 1].text in (",", "-", "–", "—", "--") and told_of and token.dep in _LOOSE:
            out.append(tree.tokens[first - 1].start)
    return sorted(out)


#: How such a noun hangs on what stands before it.
_LOOSE = frozenset({"appos", "npadvmod", "dobj", "dep", "attr", "conj"})
