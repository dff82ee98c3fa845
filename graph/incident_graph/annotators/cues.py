"""Cues: each verb or phrase of saying with its speaker and what is said, as the parse of one sentence tells it."""

from collections.abc import Iterator
from typing import NamedTuple

from incident_graph.annotators.lexicon import Phrase, Verb, nouns, phrases, verbs
from incident_graph.annotators.mentions import may_speak
from incident_graph.text.tree import Token, Tree

_SUBJECTS = ("nsubj", "nsubj:pass", "nsubjpass")
_RELATIVE = frozenset({"who", "which", "that"})
_VERBAL = frozenset({"VERB", "AUX"})
#: What stands beside the words of a verb and is no part of what is said.
_BESIDE = frozenset(
    {"nsubj", "nsubjpass", "aux", "auxpass", "neg", "punct", "agent", "npadvmod", "dative", "cc", "mark"}
)


class Cue(NamedTuple):
    """A verb or phrase of saying: ``speaker`` is the head of who says it, ``contents`` the stretches that are said."""

    token: Token
    end: int  # of the cue's words
    lemma: str
    speaker: Token | None
    contents: tuple[tuple[int, int], ...]
    rule: str
    quotes: bool  # whether it can take a quotation
    fallback: bool = False  # the contents are guessed from the order of the words
    withheld: bool = False  # "did not say whether"
    pronoun: Token | None = None  # the relative pronoun that stands for the speaker: "the mayor, who said"


def cues(tree: Tree) -> Iterator[Cue]:
    """The cues of a parsed document, in order of place."""
    lexicon = verbs()
    for token in tree.tokens:
        if _is_verb(tree, token) and (verb := lexicon.get(token.lemma)) is not None:
            found = _verb(tree, token, verb)
        elif token.pos in ("VERB", "ADP", "SCONJ", "ADJ", "NOUN"):
            found = _phrase(tree, token)
        else:
            continue
        if found is not None:
            yield found


def _is_verb(tree: Tree, token: Token) -> bool:
    """Whether a token is a verb, or a noun to the tagger and a verb to the parser: "Quill says"."""
    return token.tag.startswith("VB") or (token.tag == "NNS" and tree.child(token.i, "nsubj", "ccomp") is not None)


# -- who says it


def _verb(tree: Tree, token: Token, verb: Verb) -> Cue | None:
    if _is_passive(tree, token):
        found = _passive(tree, token, verb)
        if found is not None or token.dep != "acl" or not verb.clause or tree.child(token.i, "agent", "auxpass"):
            return found
        speaker = tree.head(token)  # "Ada Quill, a clerk, tweeted: …", for which the parser takes "sold in May"
        if speaker is None or not may_speak(tree, speaker, weak=True):
            return None
    else:
        speaker = subject(tree, token)
    told = verb.hearer and speaker is not None and token.i < speaker.i and tree.child(token.i, "nsubj") == speaker
    if (speaker is None or told) and token.tag in ("VBD", "VBZ", "VBP"):
        speaker = _beside(tree, token)
    if verb.clause and (inverted := _inverted(tree, token)) is not None:
        speaker, before = inverted
        return Cue(token, token.end, token.lemma, speaker, (before,), "clause", True)
    contents, rule = _contents(tree, token, verb)
    if speaker is None:
        return None
    if speaker.i == token.head and token.dep == "acl" and rule == "around":
        return None
    if rule == "object" and verb.only and not nouns()[verb.only].holds(speaker.lemma):
        return None
    weak = rule in verb.weak or (rule in ("around", "order") and "clause" in verb.weak)
    relative = next((t for t in tree.children(token.i) if t.dep in _SUBJECTS and t.text.lower() in _RELATIVE), None)
    if not (may_speak(tree, speaker, weak) or (relative is not None and speaker.lemma in ("those", "percent"))):
        return None
    quotes = verb.quotation or bool(verb.object and contents)
    if not contents and not quotes:
        return None
    withheld = verb.withheld and _denied(tree, token)
    return Cue(token, token.end, token.lemma, speaker, contents, rule, quotes, rule == "order", withheld, relative)


def _is_passive(tree: Tree, token: Token) -> bool:
    if (aux := tree.child(token.i, "auxpass") or tree.child(token.i, "nsubjpass")) is not None:
        return not (aux.text == "'s" and tree.child(token.i, "dobj", "ccomp"))  # "he's predicted a win"
    return token.tag == "VBN" and token.dep in ("acl", "advcl", "relcl") and not tree.child(token.i, "nsubj", "aux")


def _denied(tree: Tree, token: Token) -> bool:
    return tree.child(token.i, "neg") is not None


def subject(tree: Tree, token: Token) -> Token | None:
    """The head of who does what a verb says: its subject, that of the verb it is joined to, or of a participle's clause."""
    seen = 0
    while seen < 8:
        seen += 1
        own = [t for t in tree.children(token.i) if t.dep in _SUBJECTS]
        if own:
            before = [t for t in own if t.i < token.i]
            return _meant(tree, (before or own)[-1], token)
        if (clause := tree.child(token.i, "csubj")) is not None:  # "Most of those going to the polls said"
            return tree.child(clause.i, "nsubj")
        head = tree.head(token)
        if head is None:
            return None
        if token.dep in ("conj", "dep") and head.pos in _VERBAL:
            token = head
        elif token.dep in ("advcl", "acl", "xcomp", "ccomp", "dep") and token.tag == "VBG" and head.pos in _VERBAL:
            token = head
        elif token.dep == "acl" and token.tag == "VBG" and head.pos in ("NOUN", "PROPN", "PRON"):
            return _owner(tree, token, head)
        elif token.dep == "pcomp" and token.tag == "VBG" and head.pos in ("ADP", "SCONJ"):
            with_whom = next((t for t in tree.children(head.i) if t.dep == "pobj" and t.i < token.i), None)
            above = tree.head(head)
            if with_whom is not None or above is None or above.pos not in _VERBAL:
                return with_whom
            token = above
        elif token.dep == "relcl" and head.pos in ("NOUN", "PROPN", "PRON"):
            return head
        elif token.dep in ("xcomp", "advcl") and token.tag == "VB" and (by := _controller(tree, head)) is not None:
            if by.dep == "dobj":
                return by
            token = by
        else:
            return None
    return None


def _controller(tree: Tree, head: Token) -> Token | None:
    """Whose infinitive it is: that of the verb's subject ("took the stand to say"), or of its object ("got her to say")."""
    if head.pos in _VERBAL:
        return tree.child(head.i, "dobj") if head.lemma in _MADE_TO else head
    return tree.head(head) if head.dep == "acomp" else None


#: Verbs whose object does what the infinitive says.
_MADE_TO = frozenset(
    "ask tell urge get force lead prompt cause allow push press persuade want expect invite help".split()
)


def _owner(tree: Tree, token: Token, head: Token) -> Token | None:
    """Who speaks in a participle after a noun: the noun if it is a subject or a document, else the clause's subject."""
    if head.dep in _SUBJECTS or head.pos == "PROPN" or nouns()["document"].holds(head.lemma):
        return head
    above = next((t for t in tree.ancestors(head) if t.pos in _VERBAL), None)
    return subject(tree, above) if above is not None else head


def _inverted(tree: Tree, token: Token) -> tuple[Token, tuple[int, int]] | None:
    """A name right behind a verb that follows a comma and has no subject, and what stands before: ", alleged Ada Quill"."""
    start = tree.of_sentence(token.sentence)[0].i
    if token.i - 1 <= start or tree.tokens[token.i - 1].text not in (",", '"', "''") or token.tag not in ("VBD", "VBZ"):
        return None
    name = _behind(tree, token)
    if name is None or name.pos != "PROPN" or tree.child(token.i, "nsubj", "ccomp") is not None:
        return None
    before = _trimmed(tree, start, token.i - 1)
    return (name, before) if before is not None else None


def _beside(tree: Tree, token: Token) -> Token | None:
    """Where the parse gives a finite verb no subject: the noun before it, over what stands between commas, or behind."""
    start = tree.of_sentence(token.sentence)[0].i
    before = token.i - 1
    if before > start and tree.tokens[before].text in (",", '"') and any(
        t.dep == "ccomp" and t.i < before for t in tree.children(token.i)
    ):
        return _behind(tree, token)
    while before >= start and (tree.tokens[before].pos in ("ADV", "AUX") or tree.tokens[before].text in ("(", ")")):
        before -= 1
    if before < start:
        return None
    if tree.tokens[before].pos in _NOMINAL:
        return _top(tree, before, token)
    if tree.tokens[before].text == ",":
        return _before_commas(tree, before, start)
    if tree.tokens[before].pos == "PUNCT":
        return next((t for t in tree.children(token.i) if t.i > token.i and t.dep in ("dobj", "attr", "oprd")), None)
    return None


def _behind(tree: Tree, token: Token) -> Token | None:
    """The head of the phrase that follows a verb: ", said Ada Quill"."""
    nearest = tree.tokens[min(token.i + 1, len(tree.tokens) - 1)]
    while nearest.dep in ("det", "compound", "amod", "nmod", "poss", "nummod") and nearest.head > nearest.i:
        nearest = tree.tokens[nearest.head]
    return nearest if nearest.pos in _NOMINAL and nearest.i > token.i else None


def _top(tree: Tree, index: int, verb: Token) -> Token | None:
    """The head of the phrase that ends at a noun before a verb."""
    nearest = tree.tokens[index]
    while nearest.dep in ("compound", "nmod", "pobj", "prep", "poss") and nearest.head < verb.i:
        if nearest.head == nearest.i or tree.tokens[nearest.head].pos in _VERBAL:
            break
        nearest = tree.tokens[nearest.head]
    return nearest if nearest.pos in _NOMINAL else None


def _before_commas(tree: Tree, comma: int, start: int) -> Token | None:
    """The name before what is put in after it: "Ada Quill, 44, said", "Ada Quill, without naming him, said"."""
    end, looked_at = comma, 0
    while end > start and looked_at < 4:
        looked_at += 1
        first = end
        while first > start and tree.tokens[first - 1].text not in (",", '"', "''", ";", ":"):
            first -= 1
        part = tree.tokens[first:end]
        if part and part[-1].pos == "PROPN" and part[0].pos in ("PROPN", "NOUN", "ADJ", "DET"):
            names = [t for t in part if t.pos == "PROPN"]
            return names[-1] if len(names) == len(part) else _top(tree, part[-1].i, tree.tokens[comma])
        if first <= start or tree.tokens[first - 1].text != ",":
            return None
        end = first - 1
    return None


_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


def _meant(tree: Tree, found: Token, verb: Token) -> Token | None:
    """The noun for which a relative pronoun stands; the subject itself otherwise."""
    if found.text.lower() not in _RELATIVE:
        return found
    while verb.dep == "conj" and (above := tree.head(verb)) is not None:
        verb = above
    head = tree.head(verb)
    return head if verb.dep == "relcl" and head is not None and head.pos not in _VERBAL else None


def _passive(tree: Tree, token: Token, verb: Verb) -> Cue | None:
    """ "X was told by Y that", "was said by X to", "is believed to", "X was quoted as saying"."""
    agent = tree.child(token.i, "agent") or next(
        (t for t in tree.children(token.i) if t.dep == "prep" and t.lemma == "by"), None
    )
    speaker = tree.child(agent.i, "pobj") if agent is not None else None
    patient = tree.child(token.i, "nsubjpass", "nsubj")
    if patient is not None:
        patient = _meant(tree, patient, token)
    elif token.dep in ("acl", "relcl"):
        patient = tree.head(token)
    contents = [span for t in tree.children(token.i) if t.dep in ("ccomp", "xcomp") for span in [_span(tree, t)]]
    if verb.quoted:
        saying = next((t for t in tree.children(token.i) if t.lemma == "as" and t.i > token.i), None)
        if saying is None or patient is None or not may_speak(tree, patient, weak=False):
            return None
        return Cue(token, saying.end, token.lemma, patient, (_after(tree, saying),), "quoted", True)
    if speaker is not None and not may_speak(tree, speaker, weak=True):
        return None
    if verb.only and not verb.clause and (speaker is None or not nouns()[verb.only].holds(speaker.lemma)):
        return None
    as_what = any(t.lemma == "as" and t.i > token.i for t in tree.children(token.i))
    if not contents and token.dep == "acl" and not as_what:
        return None  # "the loss reported by the firm" is told as a fact
    if speaker is None and (not contents or token.dep == "acl" or token.tag == "VBG"):
        return None  # "the reported loss": nobody is quoted
    if not contents and not (verb.object or verb.clause):
        return None
    if not contents or (tree.child(token.i, "xcomp") and not verb.hearer):
        contents += _patient(tree, token, patient) if not verb.hearer else []
        oprd = [t for t in tree.children(token.i) if t.dep in ("oprd", "prep") and t.i > token.i and t != agent]
        contents += [_span(tree, t) for t in oprd]
    mark = tree.child(token.i, "mark")
    if mark is not None and mark.lemma == "as":  # "as reported by the Gazette, the pier was shut"
        contents = list(_clause_of(tree, token))
    if not contents:
        return None
    return Cue(token, token.end, token.lemma, speaker, tuple(sorted(contents)), "passive", verb.quotation)


def _patient(tree: Tree, token: Token, patient: Token | None) -> list[tuple[int, int]]:
    if patient is None:
        return []
    if patient.i == token.head:  # "the plan described by the mayor as a ruin": up to the participle
        first = tree.edges(patient.i)[0]
        return [(tree.tokens[first].start, tree.tokens[max(first, token.i - 1)].end)]
    return [_span(tree, patient)]


# -- what is said


def _span(tree: Tree, token: Token) -> tuple[int, int]:
    first, last = tree.edges(token.i)
    while last > first and tree.tokens[last].pos == "PUNCT":
        last -= 1
    while first < last and tree.tokens[first].pos == "PUNCT":
        first += 1
    return tree.tokens[first].start, tree.tokens[last].end


def _after(tree: Tree, token: Token) -> tuple[int, int]:
    """What a word governs after itself."""
    last = tree.edges(token.i)[1]
    return token.end, max(token.end + 1, tree.tokens[last].end)


def _contents(tree: Tree, token: Token, verb: Verb) -> tuple[tuple[tuple[int, int], ...], str]:
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
            return ((_span(tree, objects[0])[0], tree.tokens[tree.edges(token.i)[1]].end),), "object"
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
    if token.dep != "relcl" or head is None or own is None or own.text.lower() in _RELATIVE:
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
    """What is said, with what follows it in the verb's phrase: where an attachment is wrong, the order of words holds."""
    spans = [_span(tree, t) for t in said]
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
    return (*before, (min(a for a, _ in behind), max(_span(tree, last)[1], *(b for _, b in behind))))


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
    return tuple(sorted(s for a, b in parts if (s := _trimmed(tree, a, b)) is not None))


def _set_apart(tree: Tree, token: Token) -> bool:
    """Whether a verb and its subject stand alone between marks: ", he said,"."""
    first, last = tree.edges(token.i)
    before = tree.tokens[first - 1].pos == "PUNCT" if first else True
    after = tree.tokens[last + 1].pos == "PUNCT" if last + 1 < len(tree.tokens) else True
    return before and after and last - first < 14


def _trimmed(tree: Tree, first: int, last: int) -> tuple[int, int] | None:
    while first <= last and tree.tokens[first].pos == "PUNCT":
        first += 1
    while last >= first and tree.tokens[last].pos == "PUNCT":
        last -= 1
    return (tree.tokens[first].start, tree.tokens[last].end) if first <= last else None


def _that(tree: Tree, token: Token) -> tuple[int, int] | None:
    """A clause that the parse hangs on a noun between: "said in a report that the pier was shut"."""
    last = tree.edges(token.i)[1]
    that = next((t for t in tree.tokens[token.i + 1 : last + 1] if t.text.lower() == "that" and t.dep == "mark"), None)
    return _trimmed(tree, that.i, last) if that is not None else None


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
        return _trimmed(tree, behind + 1, end)
    fronted = any(t.dep in ("advcl", "prep", "npadvmod", "advmod") and t.i < first for t in tree.children(token.i))
    if first > begin and not fronted and tree.tokens[first - 1].text in (",", '"', "''", "-"):
        return _trimmed(tree, begin, first - 1)
    return None


# -- phrases


def _phrase(tree: Tree, token: Token) -> Cue | None:
    lower = token.text.lower()
    for phrase in phrases():
        if phrase.form == "preposition" and phrase.words[0] == lower:
            found = _preposition(tree, token, phrase)
        elif phrase.form == "possessive" and phrase.preposition == lower:
            found = _possessive(tree, token, phrase)
        elif phrase.form == "adjective" and lower in phrase.nouns:
            found = _adjective(tree, token, phrase)
        elif phrase.form == "noun" and token.lemma in phrase.nouns and token.pos == "NOUN":
            found = _noun(tree, token, phrase)
        else:
            continue
        if found is not None:
            return found
    return None


def _preposition(tree: Tree, token: Token, phrase: Phrase) -> Cue | None:
    run = tree.tokens[token.i : token.i + len(phrase.words)]
    if tuple(t.text.lower() for t in run) != phrase.words:
        return None
    pobj = tree.child(run[-1].i, "pobj")
    if pobj is None or not may_speak(tree, pobj, weak=False):
        return None
    contents = _clause_of(tree, token)
    loose = next((t for t in tree.children(pobj.i) if t.dep == "relcl" and subject(tree, t) not in (None, pobj)), None)
    if not contents and loose is not None:  # "According to the police he acted alone"
        contents = (_span(tree, loose),)
    return Cue(token, run[-1].end, " ".join(phrase.words), pobj, contents, phrase.id, True)


def _possessive(tree: Tree, token: Token, phrase: Phrase) -> Cue | None:
    pobj = tree.child(token.i, "pobj")
    owner = tree.child(pobj.i, "poss") if pobj is not None and pobj.lemma in phrase.nouns else None
    if pobj is None or owner is None or not may_speak(tree, owner, weak=False):
        return None
    return Cue(token, pobj.end, f"{phrase.preposition} {pobj.lemma}", owner, _clause_of(tree, token), phrase.id, True)


def _adjective(tree: Tree, token: Token, phrase: Phrase) -> Cue | None:
    clause, head = tree.child(token.i, "ccomp"), tree.head(token)
    if clause is None or head is None or token.dep != "acomp" or (speaker := subject(tree, head)) is None:
        return None
    if not may_speak(tree, speaker, weak=True):
        return None
    return Cue(token, token.end, token.lemma, speaker, (_span(tree, clause),), phrase.id, False)


def _noun(tree: Tree, token: Token, phrase: Phrase) -> Cue | None:
    """ "The mayor's claim that the pier was shut": whose claim, and the clause that hangs on it."""
    owner = tree.child(token.i, "poss")
    said = [t for t in tree.children(token.i) if t.i > token.i and t.dep in ("acl", "relcl", "ccomp")]
    said = [t for t in said if (mark := tree.child(t.i, "mark", "aux")) is not None and mark.lemma in ("that", "to")]
    said += [t for t in tree.children(token.i) if t.i > token.i and t.dep == "prep" and t.lemma == phrase.preposition]
    if owner is None or not said or not may_speak(tree, owner, weak=False):
        return None
    return Cue(token, token.end, token.lemma, owner, tuple(_span(tree, t) for t in said), phrase.id, False)


def _clause_of(tree: Tree, token: Token) -> tuple[tuple[int, int], ...]:
    """The clause in which a phrase stands, without the phrase; of one that opens or closes its sentence, all of that."""
    own_first, own_last = tree.edges(token.i)
    sentence = tree.of_sentence(token.sentence)
    first, last = sentence[0].i, sentence[-1].i
    opens = all(t.pos in ("PUNCT", "CCONJ") for t in tree.tokens[first:own_first])
    if not opens and any(t.pos != "PUNCT" for t in tree.tokens[own_last + 1 : last + 1]):
        top = next((t for t in tree.ancestors(token) if t.pos in _VERBAL), None)
        if top is None:
            top = tree.tokens[next((t.i for t in tree.ancestors(token) if t.head == t.i), token.i)]
        first, last = tree.edges(top.i)
    parts = [(first, own_first - 1), (own_last + 1, last)]
    return tuple(s for a, b in parts if (s := _trimmed(tree, a, b)) is not None)
