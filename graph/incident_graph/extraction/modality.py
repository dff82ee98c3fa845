"""Stance and certainty: what an account does with an answer, read in the segment where the answer stands."""

import re
from dataclasses import dataclass
from functools import lru_cache

from incident_graph.extraction.segments import segment_at
from incident_graph.model.claim import Certainty, Stance
from incident_graph.text.triggers import Triggers
from incident_graph.text.wording import any_of

_I = re.IGNORECASE
#: Up to so many words, none of them across a stop.
_FEW = r"(?:\W+[\w'-]+){0,5}?\W+"

_PROOF = any_of(
    "evidence indication indications sign signs proof suggestion suggestions trace traces hint reports_of report_of"
)
_NO_EVIDENCE = re.compile(
    rf"\b{any_of('no little any without lack_of absence_of')}\s+(?:\w+\s+){{0,2}}?"
    rf"(?:{_PROOF}|reason\s+to\s+(?:believe|suspect|think))\b"
    r"|\bnothing\s+(?:\w+\s+){0,6}?to\s+(?:suggest|indicate|show|link)",
    _I,
)
#: "obtained by unknown persons": who did it is not known; that it was done is.
_WHO = any_of(
    """person persons people party parties actor actors attacker attackers assailant assailants hacker hackers gunman
    gunmen man men woman women intruder intruders individual individuals group gang thief thieves culprit culprits
    perpetrator perpetrators buyer buyers seller sellers source sources"""
)
_OPEN = (
    any_of("unclear uncertain too_early")
    + rf"|unknown(?!\s+(?:[\w-]+\s+)?{_WHO}\b)"
    + r"|not\s+(?:yet\s+)?(?:clear|known(?!\s+(?:to|by|for)\b)|certain)|"
    + (r"remains?\s+to\s+be\s+(?:seen|determined|established)")
)
_AUXILIARY = any_of("did does do has have had would could will")
_UNKNOWN = re.compile(
    rf"\bwhether\b|\b(?:{_OPEN})\b"
    rf"|\b{_AUXILIARY}(?:\s+not|n't)\s+{any_of('say confirm comment know rule_out deny specify disclose')}\b"
    r"|\b(?:not|never|n't)(?:\s+yet)?\s+(?:ruled?\s+out|exclud(?:e|ed|ing)|confirmed|den(?:y|ied))\b"
    r"|\bneither\s+confirm\w*\s+nor\s+(?:deny|denied|rul\w+\s+out)\b"
    r"|\b(?:cannot|can't|could\s+not|couldn't)\s+(?:yet\s+)?be\s+(?:ruled\s+out|excluded)\b"
    rf"|\b{any_of('determin* establish* investigat* examin* check* ask* consider* find_out see')}\s+if\b"
    rf"|\b{any_of('determin* establish* clarify* find_out')}(?:\s+the)?\s+(?:precise|exact)\b",
    _I,
)
_UNKNOWN_AFTER = re.compile(
    rf"^{_FEW}(?:remains?|is|are|was|were)\s+(?:still\s+|yet\s+|so\s+far\s+)?"
    rf"{any_of('unclear unknown uncertain unconfirmed undetermined unverified')}\b"
    rf"|^{_FEW}(?:could|can|has|have)(?:\s+not|n't)(?:\s+be|\s+been)?\s+(?:independently\s+)?"
    r"(?:verified|confirmed|established|ruled\s+out|excluded)\b"
    rf"|^{_FEW}(?:cannot|can't|could\s+not|couldn't)\s+(?:yet\s+)?be\s+(?:ruled\s+out|excluded)\b",
    _I,
)
_DENIAL_VERB = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|(?:reject|dismiss|contradict|disput|refut|rebut)(?:e|s|es|ed|ted|ing|ting)?"
    r"|rul(?:e|es|ed|ing)\s+out|withdr(?:ew|awn|aws?)\s+(?:its|his|her|their|the)|retract(?:s|ed)?"
    r"|(?:scotch|quash|debunk|rubbish)(?:es|ed|ing)?|walk(?:s|ed)\s+back)\b",
    _I,
)
#: "calling this a hack would be generous".
_UNTRUE = r"(?:(?:simply|just|plain|flatly|factually|entirely|grossly)\s+)?"
_UNTRUE += any_of(
    "generous misleading wrong incorrect inaccurate untrue false a_stretch a_misnomer an_exaggeration nonsense"
)
_DENIED_AFTER = re.compile(
    rf"^{_FEW}(?:was|were|has\s+been|have\s+been|is|are)\s+(?:\w+ly\s+)?"
    rf"{any_of('denied ruled_out dismissed rejected disputed refuted')}\b"
    rf"|^\s+(?:is|was|would\s+be)\s+{_UNTRUE}\b",
    _I,
)
_NOT = re.compile(
    rf"\b{any_of('not never neither nor no_longer without nobody none no_one nothing by_no_means in_no_way')}\b|n't\b"
    r"|\b(?:at|on|under)\s+no\s+(?:time|point|stage|moment|occasion|circumstances)\b",
    _I,
)
_NOT_REALLY = re.compile(
    r"(?:\bnot|n't)\s+(?:only|just|merely|simply|alone|least|surpris\w+|necessarily|to\s+mention|an\s+isolated|isolated"
    r"|enough|(?:yet\s+)?(?:been\s+)?(?:named|identified|disclosed|released|published|revealed|specified))\b",
    _I,
)
#: "were not told until 29 July": they were, on that day.
_NOT_UNTIL = re.compile(
    r"\b(?:was|were|did|had|has|have|been)(?:\s+not|n't)\s+(?:\w+\s+){1,6}?(?:until|till)\s+(?!now\b|then\b|recently\b)",
    _I,
)
#: What is set aside between two commas: "it was the clerk's, and not the bank's, that failed".
_NOT_THAT = re.compile(r",\s+(?:and\s+|but\s+)?not\s+[^,;.]{2,60},(?=\s)", _I)
_ITEM = r"[\w-]+(?:\s+[\w-]+){0,2}"
#: "no X", "no A, B or X": what is denied of the first of a list is denied of all.
#: "no more than", "asked not to be named": nothing is denied.
_NO_DENIAL = re.compile(
    r"\bno\s+(?:more|fewer|less|later|earlier|longer)\s+than\b|\bnot\s+to\s+be\s+(?:named|identified|quoted)\b", _I
)
_NO = re.compile(
    r"\b(?:no|without)\s+(?:[\w-]+\s+(?:of|in|at|on)\s+(?:any\s+|our\s+|its\s+|the\s+)?)?"
    rf"(?:{_ITEM},\s+){{0,5}}(?:{_ITEM},?\s+(?:or|nor)\s+)?(?:[\w-]+\s+){{0,2}}?$",
    _I,
)
_NOT_AFTER = re.compile(
    r"^\s+(?:form|form(?:s|ed|ing)|played|plays|had|has|have)\s+no\s+(?:part|role|hand|bearing)\b"
    r"|^(?:\s+(?!(?:that|which|who|whose)\b)[\w'-]+){0,4}?\s+"
    rf"(?:{any_of('is are was were has have had did does do could can would will should')}"
    r"(?:\s+not|n't|\s+never)|won't|can't|never)\b(?!\s+(?:a|an|the|only|just|merely|yet)\b)",
    _I,
)
_HEDGE = re.compile(
    r"\b(?:(?:appear|seem)(?:s|ed|ing)?\s+(?:to|that|as)|suspects?\s+(?:that|of)"
    r"|claims\s+(?:that|to|it|he|she|they|the)|(?:allegations?|accusations?|rumou?rs?|grouse|gripes?)\s+that"
    r"|(?:is|are|was|were|been)\s+(?:put|estimated)\s+at|prima\s+facie|"
    + any_of(
        """may might could it_appears seemingly likely unlikely probable probably possible possibly perhaps maybe
        reported reportedly alleged allegedly alleges alleging apparent apparently purported purportedly
        supposed supposedly suspected believe believes believed thought_to understood_to suggest suggests
        suggested suggesting claimed claiming potential potentially presumed presumably preliminary
        feared is_said_to are_said_to was_said_to expected_to so-called unconfirmed unverified"""
    )
    + r")\b",
    _I,
)
_HEDGE_AFTER = re.compile(
    rf"^{_FEW}(reportedly|allegedly|apparently|it\s+is\s+(?:believed|thought|understood)|(?:may|might)\s+have\b"
    r"|(?:is|are|was|were)\s+(?:believed|thought|understood|feared|suspected|estimated|presumed|said|alleged|likely)\s+to\b)",
    _I,
)
#: What makes a yes a no when it stands within the words: "failed to warn residents".
_FAILED = re.compile(
    r"\b(?:fail(?:s|ed)?|unable|refus(?:es?|ed|ing)|declin(?:es?|ed|ing))\s+to\b"
    rf"|\b(?:{any_of('unaffected untouched intact uncompromised unscathed')}"
    r"|(?:remain(?:s|ed)?|are|were|is|was)\s+secure)\b",
    _I,
)
#: "claimed" that hedges nothing: lives, responsibility.
_TOOK = re.compile(r"\bclaim(?:s|ed|ing)\s+(?:the\s+li(?:ves|fe)|responsibility|credit|at\s+least|\d|more\s+than)", _I)
#: A "could" or "may" that hedges nothing: "could not", "could be heard for miles", "on 11 May", "May 2016".
_COULD_NOT = re.compile(
    r"\b(?:could|may|might)(?:\s+not|n't)\b|\bcould\s+(?:also\s+|still\s+|even\s+)?be\s+(?:heard|felt|seen|smelled|smelt)\b"
    r"|(?<=\d\s)May\b|\b(?-i:May)(?=\s+\d)|\b(?:in|of|since|until|early|late|mid|last|this)[\s-]+(?-i:May)\b(?!\s+be\b)",
    _I,
)
#: What is set aside for something else: "an accident rather than an attack".
_RATHER = re.compile(r"\b(?:rather\s+than|instead\s+of|as\s+opposed\s+to)\s+(?:[\w'-]+\s+){0,3}$", _I)
#: What ends the reach of a "not" or "without" before it: another clause opens ("without power after a storm").
_CLAUSE = re.compile(rf"\w\s+{any_of('after when because since while before until following amid')}\b", _I)
#: What ends the reach of a denial before it: the speaker goes on to say something else.
_WENT_ON = re.compile(
    rf"(?:\band|\bbut|,)\s+(?:(?:he|she|it|they)\s+)?"
    rf"{any_of('said says saying insist* maintain* add adds added adding claimed stressed argued')}\b"
    rf"|,\s+(?:[\w.'-]+\s+){{1,8}}?{any_of('said says insisted maintained claimed stressed argued')}\b",
    _I,
)
#: "families dispute the toll after a blast": that there was one is not disputed.
_AFTERWARDS = re.compile(
    r"(?:\s+(?!(?:that|of|whether|reports?|claims?|suggestions?|allegations?)\b)[\w'-]+){1,6}?"
    r"\s+(?:after|following|amid)\s+(?:[\w'-]+\s+){0,4}$",
    _I,
)
#: "has not been inspected since 2006": the date is asserted.
_NOT_SINCE = re.compile(r"\b(?:since|until|before)\s+(?:the\s+|early\s+|late\s+|mid-)?$", _I)


#: A word that each pattern cannot match without: of a sentence that has none of them nothing more is asked.
TRIGGERS = Triggers(
    no_denial="than named identified quoted",
    no_evidence="""evidence indication indications sign signs proof suggestion suggestions trace traces hint reason
    nothing report reports""",
    unknown="""whether unclear unknown uncertain early clear known certain remain remains say confirm* comment know
    out deny specify disclose rul* exclud* den* if determin* establish* clarif* find""",
    unknown_after="""unclear unknown uncertain unconfirmed undetermined unverified verified confirmed established ruled
    excluded""",
    denial="""den* reject* dismiss* contradict* disput* refut* rebut* rul* withdr* retract* scotch* quash* debunk*
    rubbish* walk*""",
    denied_after="""denied ruled dismissed rejected disputed refuted generous misleading wrong incorrect inaccurate
    untrue false stretch misnomer exaggeration nonsense""",
    negation="not never neither nor no without nobody none nothing t",
    not_until="until till",
    rather="rather instead opposed",
    not_since="since until before",
    no="no without",
    not_after="not t never no",
    hedge="""appear* seem* suspect* claim* accusation* rumour* rumor* grouse gripe* may might could likely unlikely
    probable probably possible possibly perhaps maybe reported reportedly alleg* apparent apparently purported
    purportedly supposed supposedly believe believes believed thought understood suggest suggests suggested suggesting
    potential potentially presumed presumably preliminary put estimated prima feared said expected called unconfirmed
    unverified""",
    hedge_after="""reportedly* allegedly* apparently* believed* thought* understood* may might feared suspected
    estimated presumed said alleged likely""",
    failed="fail* unable refus* declin* unaffected untouched intact uncompromised unscathed secure",
    took="claim*",
    could_not="could couldn may mayn might mightn",
)
PATTERNS = {
    "no_denial": _NO_DENIAL,
    "no_evidence": _NO_EVIDENCE,
    "unknown": _UNKNOWN,
    "unknown_after": _UNKNOWN_AFTER,
    "denial": _DENIAL_VERB,
    "denied_after": _DENIED_AFTER,
    "negation": _NOT,
    "not_until": _NOT_UNTIL,
    "rather": _RATHER,
    "not_since": _NOT_SINCE,
    "no": _NO,
    "not_after": _NOT_AFTER,
    "hedge": _HEDGE,
    "hedge_after": _HEDGE_AFTER,
    "failed": _FAILED,
    "took": _TOOK,
    "could_not": _COULD_NOT,
}
_triggered = lru_cache(maxsize=64)(TRIGGERS.of)


@dataclass(frozen=True)
class Modality:
    """How something is said: stance, certainty and the hedging words as written."""

    stance: Stance = Stance.ASSERTS
    certainty: Certainty = Certainty.PLAIN
    hedge: str = ""


def modality(
    text: str,
    start: int,
    end: int,
    cue: tuple[int, int] | None = None,
    *,
    whole: bool = False,
    inside: bool = False,
) -> Modality:
    """How the answer at ``start``..``end`` of a folded sentence is said; the span of its ``cue`` widens the look.

    ``whole``: a negation inside the words is part of what they mean ("not an isolated case"); ``inside``: it denies
    them ("patients were never told").

    >>> modality("The records were not encrypted", 21, 30).stance
    <Stance.DENIES: 'Denies'>
    >>> modality("It was not only a leak but theft", 16, 20).stance
    <Stance.ASSERTS: 'Asserts'>
    >>> modality("Police found no evidence that arson was the cause", 30, 35).stance
    <Stance.NO_EVIDENCE: 'NoEvidence'>
    >>> modality("The fire appears to have begun in a shop", 36, 40)
    Modality(stance=<Stance.ASSERTS: 'Asserts'>, certainty=<Certainty.HEDGED: 'Hedged'>, hedge='appears to')
    """
    could = _triggered(text)
    if not could:
        return Modality()
    low, high = (min(start, cue[0]), max(end, cue[1])) if cue else (start, end)
    seg_start, seg_end = segment_at(text, start, end)
    wide_start = min(seg_start, segment_at(text, low, high)[0])
    before, after = _blank("no_denial", text[seg_start:start], could), text[end:seg_end]
    value = "" if whole else text[start:end]
    stance = _stance(before, value, after, could, inside=inside)
    hedge = _hedge(_blank("no_evidence", text[wide_start:start], could), after, could)
    return Modality(stance, Certainty.HEDGED if hedge else Certainty.PLAIN, hedge)


def _search(name: str, text: str, could: frozenset[str]) -> re.Match[str] | None:
    """What a pattern finds, if it is among those that could find anything."""
    return PATTERNS[name].search(text) if name in could else None


def _blank(name: str, text: str, could: frozenset[str]) -> str:
    """``text`` with what a pattern matches made spaces."""
    return PATTERNS[name].sub(lambda m: " " * len(m.group()), text) if name in could else text


def _stance(ahead: str, value: str, after: str, could: frozenset[str], *, inside: bool = False) -> Stance:
    before = ahead + value if inside else ahead
    negated = "negation" in could and not ("not_until" in could and _NOT_UNTIL.search(ahead + value + after))
    if inside and (_search("failed", before, could) or (negated and re.search(r"\bno\s+\w", value, _I))):
        return Stance.DENIES
    if proof := _search("no_evidence", before, could):
        if _NOT.search(before, proof.end()):
            return Stance.ASSERTS  # "no sign that it was not an accident"
        return Stance.NO_EVIDENCE
    if _search("unknown", before, could) or _search("unknown_after", after, could):
        return Stance.UNKNOWN
    denial = _search("denial", before, could)
    if (
        denial and not _WENT_ON.search(before, denial.end()) and not _AFTERWARDS.fullmatch(before, denial.end())
    ) or _search("denied_after", after, could):
        return Stance.DENIES
    if _search("rather", ahead, could):
        return Stance.DENIES
    if not negated or (not inside and _search("not_since", ahead, could)):
        return Stance.ASSERTS
    before = _NOT_THAT.sub(lambda m: " " * len(m.group()), before)
    for found in _NOT.finditer(_NOT_REALLY.sub(lambda m: " " * len(m.group()), before)):
        between = before[found.end() :]
        if (
            len(between.split()) <= 8
            and not re.search(r",\s*[\w']+\s+\w+\s+\w+", between)
            and not _CLAUSE.search(between)
        ):
            return Stance.DENIES
    no = _search("no", ahead, could)
    if (
        (no and not _CLAUSE.search(ahead, no.start()))
        or re.match(r"(?:no|not|never|without)\s", value, _I)
        or _search("not_after", after, could)
    ):
        return Stance.DENIES
    return Stance.ASSERTS


def _hedge(before: str, after: str, could: frozenset[str]) -> str:
    found: list[str] = []
    if "hedge" in could:
        found = [m.group() for m in _HEDGE.finditer(_blank("took", _blank("could_not", before, could), could))]
    if not found and (late := _search("hedge_after", after, could)):
        found = [late.group(1)]
    return "; ".join(dict.fromkeys(found))
