"""Cues: each verb or phrase of saying with its speaker and what is said, as the parse of one sentence tells it."""

from collections.abc import Iterator, Mapping

from incident_graph.annotators.broken import closing, misread
from incident_graph.annotators.contents import contents_of
from incident_graph.annotators.cue import Cue
from incident_graph.annotators.lexicon import Verb, nouns, verbs
from incident_graph.annotators.mentions import may_speak
from incident_graph.annotators.phrases import clause_of, phrase_cue
from incident_graph.annotators.stretches import after, span
from incident_graph.annotators.subjects import RELATIVE, SUBJECTS, beside, inverted, meant, subject
from incident_graph.text.tree import Token, Tree


def cues(tree: Tree) -> Iterator[Cue]:
    """The cues of a parsed document, in order of place."""
    lexicon = verbs()
    for token in tree.tokens:
        found = _cue(tree, token, lexicon)
        if found is not None:
            yield found


def _cue(tree: Tree, token: Token, lexicon: Mapping[str, Verb]) -> Cue | None:
    told = closing(tree, token, lexicon) or misread(tree, token, lexicon)
    if told is not None:
        return Cue(token, token.end, token.lemma, told.speaker, (told.said,), told.rule, True)
    if _is_verb(tree, token) and (verb := _known(tree, token, lexicon)) is not None:
        return _verb(tree, token, verb)
    return phrase_cue(tree, token) if token.pos in ("VERB", "ADP", "SCONJ", "ADJ", "NOUN") else None


def _known(tree: Tree, token: Token, lexicon: Mapping[str, Verb]) -> Verb | None:
    """The verb as the lexicon has it, with its particle where that gives it another sense: "pointed out"."""
    particle = tree.child(token.i, "prt")
    with_it = lexicon.get(f"{token.lemma}_{particle.lemma}") if particle is not None else None
    plain = lexicon.get(token.lemma)
    if with_it is None and particle is not None and plain is not None and not plain.clause:
        return None  # "called off the race"
    return with_it or plain


def _is_verb(tree: Tree, token: Token) -> bool:
    """Whether a token is a verb, or a noun to the tagger and a verb to the parser: "Quill says"."""
    return token.tag.startswith("VB") or (token.tag == "NNS" and tree.child(token.i, "nsubj", "ccomp") is not None)


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
        speaker = beside(tree, token)
    if verb.clause and (turned := inverted(tree, token, hearer=verb.hearer)) is not None:
        speaker, before = turned
        return Cue(token, token.end, token.lemma, speaker, before, "clause", True)
    contents, rule = contents_of(tree, token, verb, speaker)
    if speaker is None:
        return None
    if speaker.i == token.head and token.dep == "acl" and rule == "around":
        return None
    weak = rule != "object" and _TAKEN.get(rule, rule) in verb.weak
    relative = next((t for t in tree.children(token.i) if t.dep in SUBJECTS and t.text.lower() in RELATIVE), None)
    if not (may_speak(tree, speaker, weak) or (relative is not None and speaker.lemma in ("those", "percent"))):
        return None
    quotes = verb.quotation or bool(verb.object and contents)
    if not contents and not quotes:
        return None
    withheld = verb.withheld and _denied(tree, token)
    return Cue(token, token.end, token.lemma, speaker, contents, rule, quotes, rule == "order", withheld, relative)


#: By the rule that found what is said, what the lexicon calls the complement.
_TAKEN = {"around": "clause", "order": "clause", "plain": "words"}


def _is_passive(tree: Tree, token: Token) -> bool:
    if (aux := tree.child(token.i, "auxpass") or tree.child(token.i, "nsubjpass")) is not None:
        return not (aux.text == "'s" and tree.child(token.i, "dobj", "ccomp"))  # "he's predicted a win"
    return token.tag == "VBN" and token.dep in ("acl", "advcl", "relcl") and not tree.child(token.i, "nsubj", "aux")


def _denied(tree: Tree, token: Token) -> bool:
    return tree.child(token.i, "neg") is not None


def _passive(tree: Tree, token: Token, verb: Verb) -> Cue | None:
    """ "X was told by Y that", "was said by X to", "is believed to", "X was quoted as saying"."""
    agent = tree.child(token.i, "agent") or next(
        (t for t in tree.children(token.i) if t.dep == "prep" and t.lemma == "by"), None
    )
    speaker = tree.child(agent.i, "pobj") if agent is not None else None
    patient = tree.child(token.i, "nsubjpass", "nsubj")
    if patient is not None:
        patient = meant(tree, patient, token)
    elif token.dep in ("acl", "relcl"):
        patient = tree.head(token)
    contents = [span(tree, t) for t in tree.children(token.i) if t.dep in ("ccomp", "xcomp")]
    if verb.quoted:
        saying = next((t for t in tree.children(token.i) if t.lemma == "as" and t.i > token.i), None)
        if saying is None or patient is None or not may_speak(tree, patient, weak=False):
            return None
        return Cue(token, saying.end, token.lemma, patient, (after(tree, saying),), "quoted", True)
    if speaker is not None and not may_speak(tree, speaker, weak=True):
        return None
    if verb.only and not verb.clause and (speaker is None or not nouns()[verb.only].holds(speaker.lemma)):
        return None
    behind = [t for t in tree.children(token.i) if t.i > token.i]
    as_what = any(t.lemma == "as" or (t.lemma == "at" and t.lemma in verb.about) for t in behind)
    if not contents and token.dep == "acl" and not as_what:
        return None  # "the loss reported by the firm" is told as a fact
    if speaker is None and (not contents or token.dep == "acl" or token.tag == "VBG"):
        return None  # "the reported loss": nobody is quoted
    if not contents and not (verb.object or verb.clause):
        return None
    if not contents or (tree.child(token.i, "xcomp") and not verb.hearer):
        contents += _patient(tree, token, patient) if not verb.hearer else []
        oprd = [t for t in tree.children(token.i) if t.dep in ("oprd", "prep") and t.i > token.i and t != agent]
        contents += [span(tree, t) for t in oprd]
    mark = tree.child(token.i, "mark")
    if mark is not None and mark.lemma == "as":  # "as reported by the Gazette, the pier was shut"
        contents = list(clause_of(tree, token))
    if not contents:
        return None
    return Cue(token, token.end, token.lemma, speaker, tuple(sorted(contents)), "passive", verb.quotation)


def _patient(tree: Tree, token: Token, patient: Token | None) -> list[tuple[int, int]]:
    if patient is None:
        return []
    if patient.i == token.head:  # "the plan described by the mayor as a ruin": up to the participle
        first = tree.edges(patient.i)[0]
        return [(tree.tokens[first].start, tree.tokens[max(first, token.i - 1)].end)]
    return [span(tree, patient)]
