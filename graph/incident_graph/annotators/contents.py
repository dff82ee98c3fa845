"""Contents: what a verb of saying says, by the complements it takes."""

from incident_graph.annotators.lexicon import Verb, verbs
from incident_graph.annotators.stretches import span, trimmed
from incident_graph.annotators.subjects import RELATIVE
from incident_graph.text.tree import Token, Tree


def contents_of(tree: Tree, token: Token, verb: Verb) -> tuple[tuple[tuple[int, int], ...], str]:
    """The stretches that are said, and which of the verb's complements they are."""
    children = tree.children(token.i)
    behind = [t for t in children if t.i > token.i]
    if verb.clause or verb.quotation:
        clauses = [t for t in children if t.dep == "ccomp" and not _apart(tree, t, token)]
        clauses += [t for t in children if t.dep == "xcomp" and verb.clause and _is_clause(tree, t)]
        clauses += [t for t in behind if t.dep == "parataxis"]
        if clauses:
            fronted = [t for t in children if t.dep == "advcl" and t.i < token.i and _is_reason(tree, t)]
            found = _with_rest(tree, token, sorted({*fronted, *clauses}))
            return (*_extracted(tree, token), *found), "clause"
        if around := _around(tree, token):
            return around, "around"
    small = ("ccomp",) if verb.object and not verb.clause else ()  # "called the plan unfit"
    objects = [t for t in behind if t.dep in ("dobj", "oprd", "attr", "acomp", *small)]
    objects += [t for t in children if t.tag in ("WP", "WDT") and t.dep == "dobj" and objects]  # "what he calls a ruin"
    if verb.infinitive and (open_ones := [t for t in behind if t.dep in ("xcomp", "pcomp")]):
        return _with_rest(tree, token, sorted([*([] if verb.hearer else objects), *open_ones])), "infinitive"
    if verb.object and objects and not (verb.needs_about and not _has(tree, token, verb)):
        if verb.needs_about:  # "put the loss at nine million", wherever the parse hangs the sum
            return ((span(tree, objects[0])[0], tree.tokens[tree.edges(token.i)[1]].end),), "object"
        return (*_extracted(tree, token), *_with_rest(tree, token, sorted(objects))), "object"
    about = [t for t in behind if t.dep in ("prep", "advcl") and _preposition_of(tree, t) in verb.about]
    if about and not verb.needs_about:
        return _with_rest(tree, token, about), _preposition_of(tree, about[0])
    if verb.words and (plain := [t for t in behind if t.dep in ("dobj", "intj", "attr", "oprd")]):
        return _with_rest(tree, token, plain), "plain"
    if verb.clause and (that := _that(tree, token)):
        return (that,), "clause"
    if verb.clause and (guess := _by_order(tree, token)):
        return (guess,), "order"
    return (), "none"


def _extracted(tree: Tree, token: Token) -> tuple[tuple[int, int], ...]:
    """The noun of which a clause that is said tells: "a pier that the mayor said was shut"."""
    head, own = tree.head(token), tree.child(token.i, "nsubj")
    if token.dep != "relcl" or head is None or own is None or own.text.lower() in RELATIVE:
        return ()
    first = tree.edges(head.i)[0]
    return ((tree.tokens[first].start, head.end),)


def _apart(tree: Tree, clause: Token, verb: Token) -> bool:
    """Whether a semicolon parts a clause from the verb behind it, which then does not say it."""
    last = tree.edges(clause.i)[1]
    return clause.i < verb.i and any(t.text in (";", ":") for t in tree.tokens[last : verb.i])


def _preposition_of(tree: Tree, token: Token) -> str:
    """ "for" of "called for a vote" as of "called for the court to vote"."""
    mark = tree.child(token.i, "mark") if token.dep == "advcl" else token
    return mark.lemma if mark is not None else ""


def _with_rest(tree: Tree, token: Token, said: list[Token]) -> tuple[tuple[int, int], ...]:
    """What is said, with what follows it in the verb's phrase: attachments may be wrong, the order of words is not."""
    spans = [span(tree, t) for t in said]
    if said[-1].i < token.i:
        return tuple(spans)
    last = said[-1]
    for child in tree.children(token.i):
        if child.i <= said[-1].i or child.dep in ("punct", "cc", "npadvmod", "advmod"):
            continue
        if child.dep == "conj" and not _goes_on(tree, child, token):
            break
        if child.dep not in ("conj", "prep", "xcomp", "advcl", "dobj", "oprd", "acomp", "ccomp", "appos"):
            break
        if child.dep == "advcl" and not (_is_reason(tree, child) or _preposition_of(tree, child) == "as"):
            break
        last = child
    before = [span for span, t in zip(spans, said, strict=True) if t.i < token.i]
    behind = [span for span, t in zip(spans, said, strict=True) if t.i > token.i]
    return (*before, (min(a for a, _ in behind), max(span(tree, last)[1], *(b for _, b in behind))))


def _is_reason(tree: Tree, clause: Token) -> bool:
    """Whether a clause gives a reason or a condition, and so is part of what is said; "while" and "after" go on."""
    mark = tree.child(clause.i, "mark", "advmod")
    if mark is None and clause.tag == "VB":
        return tree.child(clause.i, "aux") is not None  # "to build schools"
    return mark is not None and mark.lemma in _REASONS and clause.lemma not in verbs()


_REASONS = frozenset("because if unless until since so that whether than though although to for where".split())


def _goes_on(tree: Tree, clause: Token, verb: Token) -> bool:
    """Whether a clause joined to a verb of saying is more of what is said: "said it was over, but that it hurt"."""
    mark, own = tree.child(clause.i, "mark"), tree.child(clause.i, "nsubj", "nsubjpass")
    known = verbs().get(clause.lemma)
    if known is not None and known.quotation and "clause" not in known.weak:
        return False
    if mark is not None and mark.lemma == "that":
        return True
    if own is not None:
        return own.pos == "PRON"
    finite = tree.child(clause.i, "aux") or clause  # "said it was shut, has been for years and will stay so"
    return finite.tag == "MD" or (verb.tag == "VBD" and finite.tag in ("VBZ", "VBP"))


def _has(tree: Tree, token: Token, verb: Verb) -> bool:
    first, last = tree.edges(token.i)
    return any(t.lemma in verb.about for t in tree.tokens[token.i : last + 1] if t.dep == "prep" and t.i > first)


def _is_clause(tree: Tree, token: Token) -> bool:
    return token.tag == "VBG" or tree.child(token.i, "nsubj", "nsubjpass", "mark") is not None


def _around(tree: Tree, token: Token) -> tuple[tuple[int, int], ...]:
    """The clause into which a verb is put: "the plan, he said, was", "as he said, …"."""
    head = tree.head(token)
    if head is None or token.dep not in ("parataxis", "advcl", "ccomp", "dep", "intj"):
        return ()
    subject_own = tree.child(token.i, "nsubj")
    if subject_own is None or head.pos not in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
        return ()
    mark = tree.child(token.i, "mark")
    if token.dep in ("advcl", "ccomp") and (mark is None or mark.lemma != "as") and not _set_apart(tree, token):
        return ()
    if mark is not None and mark.lemma != "as":
        return ()
    own_first, own_last = tree.edges(token.i)
    first, last = tree.edges(head.i)
    parts = [(first, own_first - 1), (own_last + 1, last)]
    condition = [t for t in tree.children(token.i) if t.dep == "advcl" and t.i < token.i and _is_reason(tree, t)]
    parts += [tree.edges(t.i) for t in condition]  # "If it snows, he warned, the pier will fall."
    return tuple(sorted(s for a, b in parts if (s := trimmed(tree, a, b)) is not None))


def _set_apart(tree: Tree, token: Token) -> bool:
    """Whether a verb and its subject stand alone between marks: ", he said,"."""
    first, last = tree.edges(token.i)
    before = tree.tokens[first - 1].pos == "PUNCT" if first else True
    after = tree.tokens[last + 1].pos == "PUNCT" if last + 1 < len(tree.tokens) else True
    return before and after and last - first < 14


def _that(tree: Tree, token: Token) -> tuple[int, int] | None:
    """A clause that the parse hangs on a noun between: "said in a report that the pier was shut"."""
    last = tree.edges(token.i)[1]
    that = next((t for t in tree.tokens[token.i + 1 : last + 1] if t.text.lower() == "that" and t.dep == "mark"), None)
    return trimmed(tree, that.i, last) if that is not None else None


def _by_order(tree: Tree, token: Token) -> tuple[int, int] | None:
    """Where the parse gives a verb no clause: what stands before ", he said." or behind "He said that"."""
    own = tree.child(token.i, "nsubj")
    sentence = tree.of_sentence(token.sentence)
    if own is None or not sentence:
        return None
    begin, end = sentence[0].i, sentence[-1].i
    first = min(tree.edges(own.i)[0], token.i)
    behind = max(tree.edges(own.i)[1], token.i)
    rest = [t for t in tree.tokens[behind + 1 : end + 1] if t.pos != "PUNCT"]
    if len(rest) > 3 and tree.tokens[behind + 1].text.lower() in ("that", ":", ",", "``", '"'):
        return trimmed(tree, behind + 1, end)
    fronted = any(t.dep in ("advcl", "prep", "npadvmod", "advmod") and t.i < first for t in tree.children(token.i))
    if first > begin and not fronted and tree.tokens[first - 1].text in (",", '"', "''", "-"):
        return trimmed(tree, begin, first - 1)
    return None
