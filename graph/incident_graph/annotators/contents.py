"""Contents: what a verb of saying says, by the complements it takes."""

from incident_graph.annotators.lexicon import Object, Verb, nouns, verbs
from incident_graph.annotators.mentions import is_time, may_speak
from incident_graph.annotators.stretches import Stretches, span, trimmed
from incident_graph.annotators.subjects import RELATIVE
from incident_graph.annotators.tails import with_all, with_present, with_tail
from incident_graph.text.tree import Token, Tree


def contents_of(tree: Tree, token: Token, verb: Verb, speaker: Token | None) -> tuple[Stretches, str]:
    """The stretches that are said, and which of the verb's complements they are."""
    for complements in (_clauses, _open_ones, _objects, _about, _others):
        found, rule = complements(tree, token, verb, speaker)
        if found:
            lists = rule not in ("clause", "around", "order", "plain")
            found = with_tail(tree, found, lists, infinitive=rule == "infinitive")
            found = with_present(tree, found, token) if rule == "clause" else found
            return found, rule
    return (), "none"


def _behind(tree: Tree, token: Token) -> list[Token]:
    return [t for t in tree.children(token.i) if t.i > token.i]


def _clauses(tree: Tree, token: Token, verb: Verb, speaker: Token | None) -> tuple[Stretches, str]:
    """Clauses, and those that the verb is put into: "said that it was shut", "the pier, he said, was shut"."""
    if not (verb.clause or verb.quotation):
        return (), ""
    children = tree.children(token.i)
    clauses = [t for t in children if t.dep == "ccomp" and not _apart(tree, t, token)]
    clauses += [t for t in children if t.dep == "xcomp" and verb.clause and _is_clause(tree, t)]
    clauses += [t for t in _behind(tree, token) if t.dep == "parataxis"]
    if not clauses:
        return _around(tree, token, verb), "around"
    fronted = [t for t in children if t.dep == "advcl" and t.i < token.i and _is_reason(tree, t)]
    found = _with_subject(tree, token, verb, clauses, _with_rest(tree, token, sorted({*fronted, *clauses})))
    return (*_extracted(tree, token), *found), "clause"


def _open_ones(tree: Tree, token: Token, verb: Verb, speaker: Token | None) -> tuple[Stretches, str]:
    """Infinitives and participles; whom somebody urges is not said: "urged nine clerks to leave"."""
    found = [t for t in _behind(tree, token) if t.dep in ("xcomp", "pcomp")]
    found = found if verb.infinitive else []
    return (_with_rest(tree, token, sorted(found)) if found else ()), "infinitive"


def _objects(tree: Tree, token: Token, verb: Verb, speaker: Token | None) -> tuple[Stretches, str]:
    """Direct objects, with what they are called: "denied the charge", "what he calls a ruin"."""
    objects = _objects_of(tree, token, verb)
    ways = [way for way in verb.objects if objects and _admits(tree, token, objects, speaker, way)]
    if not ways:
        return (), ""
    first = span(tree, objects[0])[0]
    if any(way.only == "document" for way in ways) and _is_document(tree, token):
        return ((first, with_all(tree, token)),), "object"  # "the log shows a speed of nine knots when it sank"
    if all(way.at for way in ways):  # "put the loss at nine million", wherever the parse hangs the sum
        return ((first, tree.tokens[tree.edges(token.i)[1]].end),), "object"
    if len(objects) == 1 and (bare := _bare(tree, objects[0], token)) != span(tree, objects[0]):
        return (*_extracted(tree, token), bare), "object"
    return (*_extracted(tree, token), *_with_rest(tree, token, sorted(objects))), "object"


def _objects_of(tree: Tree, token: Token, verb: Verb) -> list[Token]:
    small = ("ccomp",) if not verb.clause else ()  # "called the plan unfit"
    objects = [t for t in _behind(tree, token) if t.dep in ("dobj", "oprd", "attr", "acomp", *small)]
    relative = [t for t in tree.children(token.i) if t.tag in ("WP", "WDT") and t.dep == "dobj"]
    return [*objects, *(relative if objects else ())]


def _admits(tree: Tree, token: Token, objects: list[Token], speaker: Token | None, way: Object) -> bool:
    """Whether a way to take an object holds of a speaker and of objects."""
    number = "needed" if any(n.pos == "NUM" for t in objects for n in tree.subtree(t.i)) else "never"
    return (
        (speaker is None or not way.weak or may_speak(tree, speaker, weak=True))
        and (not way.only or any(nouns()[way.only].holds(t.lemma) for t in _speakers(tree, token, speaker)))
        and (not way.of or any(_is_of(tree, t, token, way.of) for t in objects))
        and way.number in ("", number)
        and (not way.at or _has(tree, token, way.at))
    )


def _speakers(tree: Tree, token: Token, speaker: Token | None) -> list[Token]:
    """Who says it, and the document in which they do: "issued a report listing nine faults"."""
    head = tree.head(token) if token.dep == "acl" else None
    return [t for t in (speaker, head) if t is not None]


def _about(tree: Tree, token: Token, verb: Verb, speaker: Token | None) -> tuple[Stretches, str]:
    """Phrases of a preposition: "spoke of a ruin"."""
    behind = _behind(tree, token)
    about = [t for t in behind if t.dep in ("prep", "advcl") and _preposition_of(tree, t) in verb.about]
    if verb.hearer and not about:  # "warned residents of floods", to the parser residents of them
        hearers = [t for t in behind if t.dep == "dobj"]
        about = [t for o in hearers for t in tree.children(o.i) if t.dep == "prep" and t.lemma in verb.about]
    if not about and "about" in verb.about:  # "talked to voters about piers", wherever the parse hangs it
        within = tree.tokens[token.i + 1 : tree.edges(token.i)[1] + 1]
        about = [t for t in within if t.lemma == "about" and t.dep == "prep" and t.head > token.i][:1]
    at = frozenset[str]().union(*(way.at for way in verb.objects))
    about = [t for t in about if _preposition_of(tree, t) not in at]
    return (_with_rest(tree, token, about), _preposition_of(tree, about[0])) if about else ((), "")


def _others(tree: Tree, token: Token, verb: Verb, speaker: Token | None) -> tuple[Stretches, str]:
    """Words in place of a clause, and what only the order of the words tells."""
    if verb.words:
        plain = [t for t in _behind(tree, token) if t.dep in ("dobj", "intj", "attr", "oprd")]
        if plain:
            return _with_rest(tree, token, plain), "plain"
    if verb.clause and (that := _that(tree, token)):
        return (that,), "clause"
    if verb.clause and (guess := _by_order(tree, token)):
        return (guess,), "order"
    return (), ""


def _is_document(tree: Tree, verb: Token) -> bool:
    own = tree.child(verb.i, "nsubj")
    return own is not None and nouns()["document"].holds(own.lemma)


def _is_of(tree: Tree, thing: Token, verb: Token, sort: str) -> bool:
    """Whether an object is of a sort of nouns; "the number of deaths" is a figure, and so is "it" after one."""
    if thing.lemma == "number":
        of = next((t for t in tree.children(thing.i) if t.lemma == "of"), None)
        whose = tree.child(of.i, "pobj") if of is not None else None
        return whose is not None and nouns()["casualty"].holds(whose.lemma)
    if thing.lemma == "it" and verb.dep == "conj":
        first = tree.child(verb.head, "dobj")
        return first is not None and nouns()[sort].holds(first.lemma)
    return nouns()[sort].holds(thing.lemma)


def _with_subject(tree: Tree, token: Token, verb: Verb, clauses: list[Token], found: Stretches) -> Stretches:
    """What is said with the subject of its clause, where the parse takes that for the verb's own object.

    "Argued the pier, which is old, “would not last a winter”".
    """
    first = clauses[0]
    own = tree.child(first.i, "nsubj", "nsubjpass", "mark", "csubj", "expl")
    finite = first.tag in ("VBD", "VBZ", "MD") or any(t.tag == "MD" for t in tree.children(first.i) if t.dep == "aux")
    if own is not None or not finite or verb.hearer or first.i < token.i or not found:
        return found
    objects = [t for t in tree.children(token.i) if token.i < t.i < first.i and t.dep in ("dobj", "prep")]
    if not objects or tree.tokens[token.i + 1].i != tree.edges(objects[0].i)[0]:
        return found
    spans = [(a, b) for a, b in found if b > token.end]
    return (*[s for s in found if s not in spans], (span(tree, objects[0])[0], max(b for _, b in spans)))


def _extracted(tree: Tree, token: Token) -> Stretches:
    """The noun of which a clause that is said tells: "a pier that the mayor said was shut"."""
    head, own = tree.head(token), tree.child(token.i, "nsubj")
    if token.dep != "relcl" or head is None or own is None or own.text.lower() in RELATIVE:
        return ()
    first = tree.edges(head.i)[0]
    return ((tree.tokens[first].start, head.end),)


def _apart(tree: Tree, clause: Token, verb: Token) -> bool:
    """Whether a semicolon parts a clause from the verb behind it, which then does not say it."""
    last = tree.edges(clause.i)[1]
    mark = tree.child(verb.i, "mark")
    if mark is not None and mark.lemma != "as" and clause.i < mark.i:
        return True  # "it came at noon, hours after the mayor said the town was safe"
    return clause.i < verb.i and any(t.text in (";", ":") for t in tree.tokens[last : verb.i])


def _preposition_of(tree: Tree, token: Token) -> str:
    """ "for" of "called for a vote" as of "called for the court to vote"."""
    mark = tree.child(token.i, "mark") if token.dep == "advcl" else token
    return mark.lemma if mark is not None else ""


def _with_rest(tree: Tree, token: Token, said: list[Token]) -> Stretches:
    """What is said, with what follows it in the verb's phrase: attachments may be wrong, the order of words is not."""
    spans = [span(tree, t) for t in said]
    if said[-1].i < token.i:
        return tuple(spans)
    last = said[-1]
    for child in tree.children(token.i):
        if (
            child.i <= said[-1].i
            or child.dep in ("punct", "cc", "npadvmod", "advmod")
            or _is_manner(tree, child, token)
        ):
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


def _is_manner(tree: Tree, child: Token, verb: Token) -> bool:
    """Whether a phrase tells when, how or to whom something is said: "on Monday", "in a letter to clients"."""
    what = tree.child(child.i, "pobj") if child.dep == "prep" else None
    if what is None:
        return False
    number = tree.child(what.i, "nummod")
    when = is_time(what) or (number is not None and (what.text == "May" or is_time(number)))
    return when or child.lemma in ("within", "after") or _is_told_in(tree, child, verb)


def _is_told_in(tree: Tree, child: Token, verb: Token) -> bool:
    """Whether a phrase tells in what, or to whom, something is said; but "promised nine million to clerks"."""
    what, known = tree.child(child.i, "pobj"), verbs().get(verb.lemma)
    if what is None or known is None:
        return False
    if child.lemma in ("in", "at", "during", "by", "through", "via"):
        return nouns()["occasion"].holds(what.lemma)
    tells = "to" not in known.about and (known.withheld or not known.infinitive)
    return child.lemma == "to" and tells and _may_hear(what)


def _bare(tree: Tree, thing: Token, verb: Token) -> tuple[int, int]:
    """An object without what tells how it was said, if the parse hangs that on it: "the leak in a letter to staff"."""
    start, end = span(tree, thing)
    told = next(
        (t for t in tree.children(thing.i) if t.i > thing.i and t.dep == "prep" and _is_told_in(tree, t, verb)), None
    )
    return (start, tree.tokens[told.i - 1].end) if told is not None and told.start < end else (start, end)


def _may_hear(token: Token) -> bool:
    return token.pos == "NOUN" and any(nouns()[sort].holds(token.lemma) for sort in ("person", "body"))


def _is_reason(tree: Tree, clause: Token) -> bool:
    """Whether a clause gives a reason or a condition, and so is part of what is said; "while" and "after" go on."""
    mark = tree.child(clause.i, "mark", "advmod")
    if mark is None and clause.tag == "VB":
        return tree.child(clause.i, "aux") is not None  # "to build schools", "should it rain"
    return mark is not None and mark.lemma in _REASONS and clause.lemma not in verbs()


_REASONS = frozenset("because if unless until since so that whether than though although to for where".split())


def _goes_on(tree: Tree, clause: Token, verb: Token) -> bool:
    """Whether a clause joined to a verb of saying is more of what is said: "said it was over, but that it hurt"."""
    mark, own = tree.child(clause.i, "mark"), tree.child(clause.i, "nsubj", "nsubjpass")
    known = verbs().get(clause.lemma)
    modal = tree.child(clause.i, "aux")
    again = known is not None and known.quotation and "clause" not in known.weak
    if again and (modal is None or modal.tag != "MD"):  # "said it hurt, and would say no more"
        return False
    if mark is not None and mark.lemma == "that":
        return True
    if own is not None:
        return own.pos == "PRON"
    finite = tree.child(clause.i, "aux") or clause  # "said it was shut, has been for years and will stay so"
    return finite.tag == "MD" or (verb.tag == "VBD" and finite.tag in ("VBZ", "VBP"))


def _has(tree: Tree, token: Token, prepositions: frozenset[str]) -> bool:
    first, last = tree.edges(token.i)
    return any(t.lemma in prepositions for t in tree.tokens[token.i : last + 1] if t.dep == "prep" and t.i > first)


def _is_clause(tree: Tree, token: Token) -> bool:
    return token.tag == "VBG" or tree.child(token.i, "nsubj", "nsubjpass", "mark") is not None


def _has_own(tree: Tree, token: Token, verb: Verb) -> bool:
    """Whether a verb takes a complement of its own, so that the clause it stands in is told and not said."""
    behind = [t for t in tree.children(token.i) if t.i > token.i]
    if tree.child(token.i, "mark", "advmod") is None:
        return False
    return any(t.dep in ("dobj", "xcomp", "oprd") or (t.dep == "prep" and t.lemma in verb.about) for t in behind)


def _around(tree: Tree, token: Token, verb: Verb) -> Stretches:
    """The clause into which a verb is put: "the plan, he said, was", "as he said, …"."""
    head = tree.head(token)
    if head is None or token.dep not in ("parataxis", "advcl", "ccomp", "dep", "intj"):
        return ()
    subject_own = tree.child(token.i, "nsubj")
    if subject_own is None or head.pos not in ("VERB", "AUX", "NOUN", "ADJ", "PROPN"):
        return ()
    mark = tree.child(token.i, "mark")
    if any(t.text == ";" for t in tree.tokens[min(token.i, head.i) : max(token.i, head.i)]):
        return ()
    if token.dep in ("advcl", "ccomp") and (mark is None or mark.lemma != "as") and not _set_apart(tree, token):
        return ()
    if mark is not None and mark.lemma != "as":
        return ()
    if token.dep in ("advcl", "ccomp") and not verb.hearer and _has_own(tree, token, verb):
        return ()  # "as the mayor announced a vote, the crowd left"
    own_first, own_last = tree.edges(token.i)
    first, last = tree.edges(head.i)
    parts = [(first, own_first - 1), (own_last + 1, last)]
    condition = [t for t in tree.children(token.i) if t.dep == "advcl" and t.i < token.i and _is_reason(tree, t)]
    parts += [tree.edges(t.i) for t in condition]  # "If it snows, he warned, the pier will fall."
    if token.dep != "advcl" and _comma_before(tree, subject_own):
        parts += [tree.edges(t.i) for t in tree.children(token.i) if t.i < subject_own.i and t.dep in _FRONTED]
    return tuple(sorted(s for a, b in parts if (s := trimmed(tree, a, b)) is not None))


#: What stands before "…, the mayor said, …" and belongs to what is said, though the parse hangs it on the verb.
_FRONTED = ("prep", "csubj")


def _comma_before(tree: Tree, subject: Token) -> bool:
    first = tree.edges(subject.i)[0]
    return first > 0 and tree.tokens[first - 1].text == ","


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
    clause = tree.head(that) if that is not None else None
    governor = tree.head(clause) if clause is not None else None
    if that is None or (governor is not None and token.i < governor.i == that.i - 1 and governor.lemma in verbs()):
        return None  # "urged patience, saying that the pier was shut"
    return trimmed(tree, that.i, last)


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
    if len(rest) > 3 and rest[0].tag != "VBG" and tree.tokens[behind + 1].text.lower() in ("that", ":", ",", "``", '"'):
        return trimmed(tree, behind + 1, end)
    if own.text.lower() in RELATIVE:
        return None
    fronted = any(t.dep in ("advcl", "prep", "npadvmod", "advmod") and t.i < first for t in tree.children(token.i))
    if first > begin and not fronted and tree.tokens[first - 1].text in (",", '"', "''", "-"):
        return trimmed(tree, begin, first - 1)
    return None
