"""Stance and certainty: what an account does with an answer, read in the segment where the answer stands."""

import re
from dataclasses import dataclass

from incident_graph.extraction.segments import segment_at
from incident_graph.model.claim import Certainty, Stance

_I = re.IGNORECASE
_NO_EVIDENCE = re.compile(
    r"\b(?:no|little|any|without|lack of|absence of)\s+(?:\w+\s+){0,2}?"
    r"(?:evidence|indications?|signs?|proof|suggestions?|traces?|hint|reason to (?:believe|suspect|think))\b"
    r"|\bnothing\s+(?:\w+\s+){0,2}?to\s+(?:suggest|indicate|show|link)",
    _I,
)
_UNKNOWN = re.compile(
    r"\bwhether\b"
    r"|\b(?:unclear|unknown|not (?:yet )?(?:clear|known|certain)|too early|remains? to be (?:seen|determined|established)|uncertain)\b"
    r"|\b(?:did|does|do|has|have|had|would|could|will)(?: not|n't) (?:say|confirm|comment|know|rule out|deny|specify|disclose)\b"
    r"|\b(?:determin|establish|investigat|examin|check|ask|consider|find out|see)\w* if\b"
    r"|\b(?:not|never|n't)(?: yet)? (?:ruled? out|confirmed|den(?:y|ied))\b"
    r"|\b(?:determin|establish|clarify|find out)\w*(?: the)? (?:precise|exact)\b",
    _I,
)
_UNKNOWN_AFTER = re.compile(
    r"^(?:\W+[\w'-]+){0,5}?\W+(?:remains?|is|are|was|were)\s+(?:still\s+|yet\s+|so far\s+)?(?:unclear|unknown|uncertain|unconfirmed|undetermined|unverified)\b"
    r"|^(?:\W+[\w'-]+){0,5}?\W+(?:could|can|has|have)(?: not|n't)(?: be| been)? (?:independently )?(?:verified|confirmed|established)\b",
    _I,
)
_DENIAL_VERB = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disput(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|rebut(?:s|ted)?"
    r"|rul(?:e|es|ed|ing) out|contradict(?:s|ed)?)\b",
    _I,
)
_DENIED_AFTER = re.compile(
    r"^(?:\W+[\w'-]+){0,5}?\W+(?:was|were|has been|have been|is|are)\s+(?:\w+ly\s+)?(?:denied|ruled out|dismissed|rejected|disputed|refuted)\b", _I
)
_NOT = re.compile(r"\b(?:not|never|neither|nor|no longer|without|nobody|none|no one|nothing)\b|n't\b", _I)
_NOT_REALLY = re.compile(
    r"(?:\bnot|n't)\s+(?:only|just|merely|simply|alone|least|surpris\w+|yet clear|necessarily|to mention|an isolated|isolated|enough)\b", _I
)
_NO = re.compile(r"\bno\s+(?:[\w-]+\s+){0,2}?$", _I)
_NOT_AFTER = re.compile(
    r"^(?:\s+[\w'-]+){0,4}?\s+(?:(?:is|are|was|were|has|have|had|did|does|do|could|can|would|will|should)(?: not|n't| never)"
    r"|won't|can't|never)\b(?!\s+(?:a|an|the|only|just|merely|yet)\b)",
    _I,
)
_HEDGE = re.compile(
    r"\b(?:may|might|could|(?:appear|seem)(?:s|ed|ing)? (?:to|that|as)|it appears|seemingly|likely|unlikely|probabl[ey]|possibl[ey]|perhaps|maybe|reported(?:ly)?|alleged(?:ly)?"
    r"|apparent(?:ly)?|purported(?:ly)?|supposed(?:ly)?|suspected|suspects? (?:that|of)|believ(?:e|es|ed)|thought to|understood to|suggest(?:s|ed|ing)?"
    r"|claimed|claims (?:that|to|it|he|she|they|the)|claiming|alleg(?:es|ing)|potential(?:ly)?|presum(?:ed|ably)|preliminary|is said to|are said to|was said to|expected to|so-called|unconfirmed|unverified)\b",
    _I,
)
_COULD_NOT = re.compile(r"\b(?:could|may|might)(?: not|n't)\b", _I)


@dataclass(frozen=True)
class Modality:
    """How something is said: stance, certainty and the hedging words as written."""

    stance: Stance = Stance.ASSERTS
    certainty: Certainty = Certainty.PLAIN
    hedge: str = ""


def modality(text: str, start: int, end: int, cue_start: int | None = None, cue_end: int | None = None, *, whole: bool = False, inside: bool = False) -> Modality:
    """How the answer at ``start``..``end`` of a folded sentence is said; the cue that found it widens the look.

    ``whole``: a negation inside the words is part of what they mean ("not an isolated case"); ``inside``: it denies them
    ("patients were never told").

    >>> modality("The records were not encrypted", 21, 30).stance
    <Stance.DENIES: 'Denies'>
    >>> modality("It was not only a leak but theft", 16, 20).stance
    <Stance.ASSERTS: 'Asserts'>
    >>> modality("Police found no evidence that arson was the cause", 30, 35).stance
    <Stance.NO_EVIDENCE: 'NoEvidence'>
    >>> modality("The fire appears to have begun in a shop", 36, 40)
    Modality(stance=<Stance.ASSERTS: 'Asserts'>, certainty=<Certainty.HEDGED: 'Hedged'>, hedge='appears to')
    """
    low = min(start, cue_start if cue_start is not None else start)
    high = max(end, cue_end if cue_end is not None else end)
    seg_start, seg_end = segment_at(text, start, end)
    wide_start, _ = segment_at(text, low, high)
    before, after = text[seg_start:start], text[end:seg_end]
    hedge = _hedge(_NO_EVIDENCE.sub(lambda m: " " * len(m.group()), text[min(wide_start, seg_start) : start]), after)
    certainty = Certainty.HEDGED if hedge else Certainty.PLAIN
    value = "" if whole else text[start:end]
    stance = _stance(before + value if inside else before, value, after)
    return Modality(stance, certainty, hedge)


def _stance(before: str, value: str, after: str) -> Stance:
    if _NO_EVIDENCE.search(before):
        return Stance.NO_EVIDENCE
    if _UNKNOWN.search(before) or _UNKNOWN_AFTER.search(after):
        return Stance.UNKNOWN
    if _DENIAL_VERB.search(before) or _DENIED_AFTER.search(after):
        return Stance.DENIES
    cleaned = _NOT_REALLY.sub(lambda m: " " * len(m.group()), before)
    for found in _NOT.finditer(cleaned):
        between = cleaned[found.end() :]
        if len(between.split()) <= 8 and not re.search(r"[,]\s*\w+\s+\w+\s+\w+", between):
            return Stance.DENIES
    if _NO.search(before) or re.match(r"(?:no|not|never|without)\s", value, _I):
        return Stance.DENIES
    if _NOT_AFTER.search(after):
        return Stance.DENIES
    return Stance.ASSERTS


def _hedge(before: str, after: str) -> str:
    found = [m.group() for m in _HEDGE.finditer(_COULD_NOT.sub(lambda m: " " * len(m.group()), before))]
    if not found:
        found = [m.group() for m in re.finditer(r"^(?:\W+[\w'-]+){0,4}?\W+(?:reportedly|allegedly|apparently|it is (?:believed|thought|understood))", after, _I)]
        found = [f.split()[-1] for f in found]
    return "; ".join(dict.fromkeys(found))
