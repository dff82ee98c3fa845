"""Phrases that name a speaker: "according to", "by the council's tally", "the mayor's claim that", "was adamant"."""

from incident_graph.annotators.cue import Cue
from incident_graph.annotators.lexicon import Phrase, phrases
from incident_graph.annotators.mentions import may_speak
from incident_graph.annotators.stretches import Stretches, span, trimmed
from incident_graph.annotators.subjects import VERBAL, subject
from incident_graph.text.tree import Token, Tree


def phrase_cue(tree: Tree, token: Token) -> Cue | None:
    """The cue of a phrase that begins with a token, or whose noun or adjective the token is."""
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
    if pobj is None or not may_speak(tree, pobj, weak=phrase.weak):
        return None
    if phrase.weak and pobj.tag == "NN" and tree.child(pobj.i, "det") is None:
        return None  # "nine euros per graduate"
    contents = clause_of(tree, token)
    loose = next((t for t in tree.children(pobj.i) if t.dep == "relcl" and subject(tree, t) not in (None, pobj)), None)
    if not contents and loose is not None:  # "According to the police he acted alone"
        contents = (span(tree, loose),)
    return Cue(token, run[-1].end, " ".join(phrase.words), pobj, contents, phrase.id, True)


def _possessive(tree: Tree, token: Token, phrase: Phrase) -> Cue | None:
    pobj = tree.child(token.i, "pobj")
    owner = tree.child(pobj.i, "poss") if pobj is not None and pobj.lemma in phrase.nouns else None
    if pobj is None or owner is None or not may_speak(tree, owner, weak=False):
        return None
    return Cue(token, pobj.end, f"{phrase.preposition} {pobj.lemma}", owner, clause_of(tree, token), phrase.id, True)


def _adjective(tree: Tree, token: Token, phrase: Phrase) -> Cue | None:
    head = tree.head(token)
    clause = tree.child(token.i, "ccomp") or (tree.child(head.i, "ccomp") if head is not None else None)
    if clause is None or head is None or token.dep != "acomp" or clause.i < token.i:
        return None
    if (speaker := subject(tree, head)) is None:
        return None
    if not may_speak(tree, speaker, weak=True):
        return None
    return Cue(token, token.end, token.lemma, speaker, (span(tree, clause),), phrase.id, False)


def _noun(tree: Tree, token: Token, phrase: Phrase) -> Cue | None:
    """ "The mayor's claim that the pier was shut": whose claim, and the clause that hangs on it."""
    owner = tree.child(token.i, "poss")
    if owner is None:  # "the police account that the pier was shut"
        owner = next((t for t in tree.children(token.i) if t.dep == "compound" and may_speak(tree, t, weak=True)), None)
    said = [t for t in tree.children(token.i) if t.i > token.i and t.dep in ("acl", "relcl", "ccomp")]
    said = [t for t in said if (mark := tree.child(t.i, "mark", "aux")) is not None and mark.lemma in ("that", "to")]
    said += [t for t in tree.children(token.i) if t.i > token.i and t.dep == "prep" and t.lemma == phrase.preposition]
    told = _apart(tree, token)
    if owner is not None and told is not None and may_speak(tree, owner, weak=True):
        return Cue(token, token.end, token.lemma, owner, (told,), phrase.id, False)
    head = tree.head(token)
    if token.dep == "nsubj" and head is not None and head.lemma == "be":  # "The mayor's claim is that it was shut"
        said += [t for t in tree.children(head.i) if t.dep == "ccomp" and tree.child(t.i, "mark") is not None]
    if owner is None or not said or not may_speak(tree, owner, weak=False):
        return None
    return Cue(token, token.end, token.lemma, owner, tuple(span(tree, t) for t in said), phrase.id, False)


def _apart(tree: Tree, noun: Token) -> tuple[int, int] | None:
    """A clause that commas set apart behind a noun: "the police account, that the pier was shut, is denied"."""
    behind = tree.tokens[noun.i + 1 : noun.i + 3]
    if [t.text for t in behind] != [",", "that"]:
        return None
    rest = [t for t in tree.of_sentence(noun.sentence) if t.i > noun.i + 2]
    end = next((t.i for t in rest if t.text in (",", "—", "–", "-", ";")), rest[-1].i + 1 if rest else 0)
    return trimmed(tree, noun.i + 2, end - 1) if any(t.pos in VERBAL for t in rest if t.i < end) else None


def clause_of(tree: Tree, token: Token) -> Stretches:
    """The clause in which a phrase stands, without it; of one that opens or closes its sentence, all of that."""
    own_first, own_last = tree.edges(token.i)
    sentence = tree.of_sentence(token.sentence)
    first, last = sentence[0].i, sentence[-1].i
    opens = all(t.pos in ("PUNCT", "CCONJ") for t in tree.tokens[first:own_first])
    if not opens and any(t.pos != "PUNCT" for t in tree.tokens[own_last + 1 : last + 1]):
        top = next((t for t in tree.ancestors(token) if t.pos in VERBAL and t.dep not in ("amod", "compound")), None)
        if top is None:
            top = tree.tokens[next((t.i for t in tree.ancestors(token) if t.head == t.i), token.i)]
        first, last = tree.edges(top.i)
        before = next((t for t in reversed(tree.tokens[first:own_first]) if t.pos in VERBAL), None)
        if before is not None and before.dep == "relcl" and tree.edges(before.i)[1] >= own_first - 2:
            first = tree.edges(before.i)[0]  # "a fire that cost it, by its own count, nine boats"
            last = next((t.i - 1 for t in tree.tokens[own_last + 2 : last + 1] if t.text == ","), last)
    parts = [(first, own_first - 1), (own_last + 1, last)]
    return tuple(s for a, b in parts if (s := trimmed(tree, a, b)) is not None)
