"""Tails: what of a sentence still belongs to what is said, where the parse hangs the rest of a list elsewhere."""

from incident_graph.annotators.mentions import is_time
from incident_graph.annotators.subjects import SUBJECTS, VERBAL
from incident_graph.text.tree import Token, Tree

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_JOINS = frozenset({",", "and", "or", "but", "&"})
_DASHES = frozenset({"—", "–", "--", "-", "―"})
#: How many words a remark between dashes has at the most.
_REMARK = 14
#: Parts of speech of the first word of a further member of a list.
_MEMBER = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART"})


def with_tail(
    tree: Tree, contents: tuple[tuple[int, int], ...], lists: bool, infinitive: bool
) -> tuple[tuple[int, int], ...]:
    """What is said with the rest of the list that its end begins, and with all that follows it after a colon.

    "Promised to mend the pier, paint the sheds and open a school": the parse takes "paint" for another deed. ``lists``
    tells whether the end may be a member of a list, ``infinitive`` whether of what somebody is to do.
    """
    if not contents:
        return contents
    start, end = contents[-1]
    last = _last_token(tree, end)
    if last is None:
        return contents
    reached = _listed(tree, last, infinitive) if lists else last.i
    reached = _between_dashes(tree, tree.tokens[reached])
    reached = _after_colon(tree, reached)
    return (*contents[:-1], (start, max(end, tree.tokens[reached].end)))


def with_present(tree: Tree, contents: tuple[tuple[int, int], ...], verb: Token) -> tuple[tuple[int, int], ...]:
    """What was said with what is joined to it in the present: "said it “regrets this,” has help and will report"."""
    last = _last_token(tree, contents[-1][1]) if contents else None
    if last is None or verb.tag != "VBD" or last.i <= verb.i:
        return contents
    sentence = tree.of_sentence(last.sentence)
    rest = [t for t in sentence if t.i > last.i]
    words = [t for t in rest if t.pos != "PUNCT" and t.lemma not in ("and", "but", "or") and t.pos != "ADV"]
    if not words or words[0].i == last.i + 1 or words[0].tag not in ("VBZ", "VBP", "MD"):
        return contents
    past = next((t.i for t in words if t.tag == "VBD"), sentence[-1].i + 1)
    end = max(t.end for t in words if t.i < past)
    return (*contents[:-1], (contents[-1][0], end))


def resumed(tree: Tree, contents: tuple[tuple[int, int], ...], verb: Token) -> tuple[tuple[int, int], ...]:
    """What is said on behind a verb between commas: "the army helps, the minister said, with nine boats afloat"."""
    if not contents or contents[-1][1] > verb.start or not tree.tokens[verb.i + 1 : verb.i + 2]:
        return ()
    if tree.tokens[verb.i + 1].text != ",":
        return ()
    rest = [t for t in tree.of_sentence(verb.sentence) if t.i > verb.i + 1 and t.pos not in ("PUNCT", "SPACE")]
    if len(rest) < 3:
        return ()
    return ((rest[0].start, rest[-1].end),) if rest[0].lemma == "with" else ()


def with_all(tree: Tree, verb: Token) -> int:
    """Where a verb's phrase ends, what is joined to the verb left out."""
    ends = [tree.edges(t.i)[1] for t in tree.children(verb.i) if t.i > verb.i and t.dep not in ("conj", "cc", "punct")]
    joined = min((t.i for t in tree.children(verb.i) if t.dep == "conj" and t.i > verb.i), default=len(tree.tokens))
    return tree.tokens[max([end for end in ends if end < joined], default=verb.i)].end


def _last_token(tree: Tree, end: int) -> Token | None:
    found = tree.at(end - 1)
    while found is not None and found.i > 0 and found.pos == "PUNCT":
        found = tree.tokens[found.i - 1]
    return found


def _listed(tree: Tree, last: Token, infinitive: bool) -> int:
    """The last token of the list that goes on behind a token; that token itself where none does."""
    sentence = tree.of_sentence(last.sentence)
    safe = at = last.i
    while at < sentence[-1].i and tree.tokens[at + 1].text.lower() in _JOINS:
        first = at + 1
        while first <= sentence[-1].i and (
            tree.tokens[first].text.lower() in _JOINS or tree.tokens[first].pos == "ADV"
        ):
            first += 1
        if first > sentence[-1].i or not _may_begin(tree, tree.tokens[first], infinitive):
            break
        at = first
        while at < sentence[-1].i and tree.tokens[at + 1].text.lower() not in _JOINS and not _stops(tree, at + 1):
            at += 1
        member = tree.tokens[first : at + 1]
        if any(_is_own(tree, t) for t in member) or (at < sentence[-1].i and _stops(tree, at + 1)):
            break
        safe = at
    return safe


def _is_own(tree: Tree, token: Token) -> bool:
    """Whether a word tells that a part of a sentence is no member of a list: a finite verb, its subject, a time."""
    head = tree.head(token)
    subject = token.dep in SUBJECTS and head is not None and head.tag in _FINITE
    return token.tag in _FINITE or subject or is_time(token)


def _may_begin(tree: Tree, token: Token, infinitive: bool) -> bool:
    if infinitive and token.tag == "VB":
        return tree.child(token.i, "nsubj", "aux", "mark") is None
    return token.pos in _MEMBER


def _stops(tree: Tree, index: int) -> bool:
    """Whether a mark ends the list: the end of the sentence, a dash, a quotation."""
    token = tree.tokens[index]
    return token.pos == "PUNCT" and token.text not in ("'", "’", ".", "(", ")", "-")


def _between_dashes(tree: Tree, last: Token) -> int:
    """Over a remark between two dashes: "to close all sheds — nine of them — from May on"."""
    rest = tree.of_sentence(last.sentence)
    behind = [t for t in rest if t.i > last.i]
    if not behind or behind[0].text not in _DASHES:
        return last.i
    closing = next((t for t in behind[1 : _REMARK + 2] if t.text in _DASHES), None)
    if closing is None:
        return last.i
    following = [t for t in behind if t.i > closing.i]
    if not following or following[0].pos not in ("ADP", "PART", "CCONJ"):
        return last.i
    at = closing.i
    for token in following:
        if token.text in (",", ";") or token.tag in _FINITE or token.text in _DASHES:
            break
        at = token.i if token.pos != "PUNCT" else at
    return at if any(t.pos in ("NOUN", "PROPN", *VERBAL) for t in tree.tokens[closing.i : at + 1]) else last.i


def after_colon(tree: Tree, last: int) -> tuple[tuple[int, int], ...]:
    """What stands behind a colon that follows a token: "denied by the mayor: the pier was shut"."""
    while last and tree.tokens[last].pos == "PUNCT":
        last -= 1
    end = _after_colon(tree, last)
    return ((tree.tokens[last + 2].start, tree.tokens[end].end),) if end > last else ()


def _after_colon(tree: Tree, last: int) -> int:
    """To the end of the sentence where a colon follows: what is said is told in full behind it."""
    sentence = tree.of_sentence(tree.tokens[last].sentence)
    if last + 1 >= sentence[-1].i or tree.tokens[last + 1].text != ":" or tree.tokens[last + 2].tag in ("``", "''"):
        return last
    rest = [t for t in sentence if t.i > last + 1]
    stop = next((t.i for t in rest if t.text.lower() == "according"), sentence[-1].i + 1)
    return max([t.i for t in rest if t.i < stop and t.pos not in ("PUNCT", "SPACE")], default=last)
