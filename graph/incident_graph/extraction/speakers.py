"""Speakers: who is said to say what a sentence says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from incident_graph.profile import lower
from incident_graph.text.document import Document, Sentence
from incident_graph.text.triggers import Triggers
from incident_graph.text.wording import any_of
from incident_graph.text.worked_out import worked_out

_I = re.IGNORECASE
_VERB_WORDS = """said says say told tells claimed claims stated states announced announces added adds confirmed confirms
    insisted insists warned warns reported reports revealed argued argues believe believes believed
    estimated estimates reckon reckons reckoned indicated suggested suggests denied denies rejected rejects
    disputed disputes acknowledged admitted admits alleged alleges maintained maintains noted notes
    explained explains described describe describes emphasised emphasized conceded stressed stresses
    promised pledged repeated called blamed blames blame concluded determined recorded wrote writes tweeted
    posted testified show shows showed attributed attributes asserted asserts contended contends countered
    cautioned cautions lamented recounted vowed affirmed emphatic adamant insistent complained complains averred
    clarified reiterated remarked"""
_VERBS = any_of(_VERB_WORDS)
_AUX = r"(?:has|have|had|is|was|were|also|since|meanwhile|publicly|repeatedly|later|first|already|strongly|now|"
_AUX += r"(?!(?:family|assembly|ally)\b)\w+ly)"
_STRETCH = r"[^,;:()—–\n\"]"  # within one clause
_SUBJECT_VERB = re.compile(rf"\b(?:{_AUX}\s+){{0,3}}{_VERBS}\b", _I)
_PASSIVE_BEFORE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$", _I)
_ACCORDING = re.compile(
    r"\b(?:according\s+to|in\s+the\s+words\s+of|as\s+per|citing|quoting)\s+"
    rf"({_STRETCH}{{2,90}}?(?:\s+[-—–]\s+[^—–]{{2,90}}?\s+[-—–])?)(?=[,;:()—–.\n\"]|\sthat\s|$)",
    _I,
)
#: "An official log shows that …": what is read off a document is said by it.
_DOCUMENT = re.compile(
    r"\b(?:logs?|records?|documents?|e-?mails?|letters?|reports?|images?|imagery|photographs?|footage|data|figures|minutes"
    r"|memos?|papers|readings|statistics|charts?|studies|study|survey|surveys|tests|analysis|gauges?|files|correspondence)\b",
    _I,
)
_SHOWS = re.compile(r"\bshow(?:s|ed)?$", _I)
#: … and the beginning of a long description.
_WHOSE = any_of(
    """registered lodged filed made obtained seen released published issued submitted given compiled provided posted
    prepared drawn on in from who which that"""
)
_ACCORDING_LONG = re.compile(rf"\b(?:according\s+to|as\s+per)\s+({_STRETCH}{{2,60}}?)(?=\s+{_WHOSE}\b)", _I)
#: "By the council's tally, 300 had to leave".
_BY_COUNT = re.compile(
    r"\bby\s+((?:the\s+|its\s+)?(?:[\w-]+\s+){0,3}?[\w-]+)(?:'s|s')\s+(?:own\s+)?(?:tally|count|estimates?|reckoning)\b",
    _I,
)
_LATE = any_of("on in at late early of last this yesterday today tonight")
_TO_WHOM = r"(?:\s+(?:reporters|journalists|parliament|lawmakers|the\s+[\w'-]+"
_TO_WHOM += r"|(?-i:[A-Z])[\w'-]+(?:\s+(?-i:[A-Z])[\w'-]+)*))?"
_WHERE = any_of("at in on during after before following amid that if whether as to")
_POSTPOSED = re.compile(
    rf",[\"']?\s+(?:(?P<inverted>{_VERBS})\s+(?!{_WHERE}\b)(?P<after>{_STRETCH}{{2,90}})"
    rf"|(?P<subject>{_STRETCH}{{2,90}}?)\s+(?:{_AUX}\s+)?(?:{_VERBS}|shows?|showed|found|conceded){_TO_WHOM})"
    rf"\s*(?=[,.;:\"]|$|\s{_LATE}\b)",
    _I,
)
#: "The insurers put the damage at …".
_PUT_AT = re.compile(r"\s*,?\s+(?:put|puts)\s+(?:[\w'-]+\s+){1,7}?at\b", _I)
_SEEN = any_of(
    """reviewed seen examined obtained described confirmed verified reported believed estimated cited published posted
    recorded detailed disclosed put"""
)
_MANY = any_of(
    """officials researchers firms experts police investigators reporters journalists analysts lawyers companies
    agencies authorities prosecutors witnesses engineers doctors scientists editors"""
)
_PASSIVE_BY = re.compile(
    rf"\b{_SEEN}\s+by\s+((?:(?:the|this|that|a|an|its|their|two|three|several)\s+)?"
    rf"(?:[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)*|(?:[\w'-]+\s+){{0,2}}{_MANY}|[\w'-]+))(?=\s|[,;:()—–.\"]|$)"
)
_FINDING = any_of("finding findings analysis assessment assessments statement report post account figure figures data")
_THEIR = re.compile(rf"^(?:their|its|his|her|the)\s+{_FINDING}$", _I)
_BODY = any_of("company firm group agency ministry charity platform union authority document report")
_PRONOUN = re.compile(rf"^(?:(?:in|on|at|during)\s.*\s)?(?:he|she|it|they|the\s+{_BODY})$", _I)
_ONE = re.compile(r"\b(?:he|she)$", _I)
_THING = any_of(
    """breach incident data record records listing dataset attack fire blast explosion outage collision crash flood
    storm figure number toll news case situation leak discovery block building tower house home street road bridge
    river dam ship ferry boat vessel barge train bus plane aircraft"""
)
_NOBODY = any_of(
    """that this which who what there these those we you i one some many most no_one nobody none and or as with by of to
    in on at for an a another each both several dozens hundreds thousands at_least following after amid under despite
    with the_number_of one_of according unknown unidentified sorry"""
)
_NOT_SPEAKERS = re.compile(
    rf"^(?:{_NOBODY}|the\s+{_THING}|{any_of('at in on following after amid under during despite by')}\s.*"
    r"|(?:one|two|some|most|all)\s+of\s.*|(?:he|she|they|it|we|you|i)\s.*"
    r"|.*\s(?:could|would|might|should)\s.*|.*\s(?:who|which|that))$",
    _I,
)
#: Forms that are as often nouns or participles: "credit reports", "patient notes".
_NOUNS = re.compile(
    any_of(
        "reports notes claims estimates states blame stresses tells records called described recorded reported posted"
    )
    + "$",
    _I,
)
_OBJECT = re.compile(r"\s+(?:(?:it|that|this|these|those|the|an?|him|them|on|to|at least|about|some)\b|\d)")
_BEFORE_VERB = re.compile(
    r"(?:[A-Z][\w'-]*|\b(?:he|she|it|they|who|officials|police|authorities|investigators|witnesses|company|firm"
    r"|ministry|spokes\w+|[\w'-]+ers|has|have|had|also|\w+ly))[\")]?\s+$"
)
#: "what he says are the records of": the words are his.
_SO_CALLED = re.compile(
    r"\bwhat\s+((?:he|she|they|it|the\s+[\w-]+|[A-Z]\w+))\s+(?:say|says|said|claims?|claimed|calls?|called|describes?)\b"
)
#: A person's name, most likely: two capitalised words.
_NAMED = re.compile(r"[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)+")
_BREAK = re.compile(
    r"[;:—–\n\"]\s*|\b(?:but|while|although|though|because|and that|that|as(?=\s+(?:he|she|they|it)\b))\s+"
    r"|,\s+(?:and|but|who|which)\s+",
    _I,
)
#: "…, which owns the main, said": the clause between the commas is about who speaks.
_RELATIVE = re.compile(r",\s+(?:who|which)\s+$", _I)
_AGENT = re.compile(rf"\b\w+ed\s+by\s+({_STRETCH}{{2,60}})$")
#: "was warned by radio", "has been told": to be spoken to.
_BE_TOLD = re.compile(r"\b(?:is|was|were)\s(?!.*\b(?:emphatic|adamant|insistent)$)", _I)
_FOUND_BY = re.compile(
    r"\b(?:made|found|discovered|said|reported)\s+by\s+((?:[\w'-]+\s+){0,3}?[\w'-]+)"
    r"(?=\s+(?:who|that|which|in|on|at)\b|[,.;]|$)",
    _I,
)
#: What a sentence opens with, when nothing better tells who "it" in the next one is.
_OPENING = re.compile(r"(?:The|A|An|Its|Their)\s+[\w'-]+|[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)*")
_WORD = re.compile(r"\w+")
_ENDED = re.compile(r";|\.\s|—")
_REMARKED = re.compile(r"\"[^\"]+\",?\s+(?:that|which|who)\b")
_VERB_SET = frozenset(_VERB_WORDS.split())
#: A word that each pattern cannot match without.
TRIGGERS = Triggers(
    according="according words per citing quoting",
    by_count="tally count estimate estimates reckoning",
    verb=_VERB_WORDS,
    postposed=f"{_VERB_WORDS} show shows showed found conceded",
    put="put puts",
    passive="by",
    so_called="what",
)
PATTERNS = {
    "according": _ACCORDING,
    "by_count": _BY_COUNT,
    "verb": _SUBJECT_VERB,
    "postposed": _POSTPOSED,
    "put": _PUT_AT,
    "passive": _PASSIVE_BY,
    "so_called": _SO_CALLED,
}


@dataclass(frozen=True)
class Said:
    """A speaker as written, and where: absolute offsets in the account."""

    label: str
    start: int
    end: int


#: What no speaker's description holds: a verb or a conjunction shows that the stretch is no noun phrase.
_CLAUSE = re.compile(
    rf"\b{any_of('was were is are be been had has have that which because when if while after before')}\b", _I
)


#: Where a clause begins whose subject the stretch before it is not: "the police he acted alone".
_CLAUSE_AFTER = re.compile(r"\s+(?:he|she|they|we|it)\b", _I)
#: Verbs of speech that are never nouns: none stands in a description of who speaks.
_SPEAKING = re.compile(
    rf"\b{any_of('said says say told announced insisted insists denied denies added adds believes')}\b", _I
)
_AMOUNT = re.compile(
    rf"[$£€¥₹]|(?:Rs|(?-i:[A-Z]{{2,3}}))\.?\s?\d"
    rf"|\d[\d.,]*\s*(?:%|{any_of('million billion pounds euros dollars percent per_cent km miles metres')}\b"
    rf"|{any_of('meters hours minutes days weeks months years tonnes tons litres')}\b)",
    _I,
)
_DETERMINER = re.compile(r"(?:^|\s)(?:the|an?|its|their|his|her|this|that|these|those)$", _I)
_ENDS_OPEN = re.compile(r"\s(?:and|or|but|as)$", _I)
#: A verb that shows, mostly, that a stretch is a clause and no name or description.
_FINITE = re.compile(
    r"\b(?:\w{2,}ed|was|were|is|are|has|have|had|will|would|could|can|may|might|came|went|left|stood|ran)\b"
)


def _said(text: str, offset: int, start: int, end: int) -> Said | None:
    """The speaker that stands at ``start``..``end`` of ``text``, if that is a description of somebody."""
    raw = text[start:end]
    lead = len(raw) - len(raw.lstrip(" \"'"))
    label = raw.strip(" \"'").rstrip(" .,")
    if clause := _CLAUSE_AFTER.search(label):
        label = label[: clause.start()]
    if _ENDS_OPEN.search(label):  # "The seller wants more and says": the verb before has the same subject
        opening = _OPENING.match(label)
        label = opening.group() if opening else ""
    words = label.split()
    if (
        not words
        or len(words) > 14
        or _CLAUSE.search(label)
        or _SPEAKING.search(label)
        or _AMOUNT.match(label)
        or not re.search(r"[^\W\d_]", label)
        or _NOT_SPEAKERS.match(label)
        or _DETERMINER.search(label)  # "the confirmed toll"
    ):
        return None
    return Said(label, offset + start + lead, offset + start + lead + len(label))


def _subject(text: str, offset: int, verb_start: int) -> Said | None:
    """The subject that ends where a speech verb begins."""
    before = text[:verb_start]
    cut = 0
    for found in _BREAK.finditer(before):
        cut = found.end()
    head = before[cut:]
    relative = _RELATIVE.search(before[:cut])
    if relative and (not head.strip() or head.rstrip().endswith(",")):
        agent = _AGENT.search(text, 0, relative.start())  # "is dismissed by two neighbours, who say"
        return _said(text, offset, *agent.span(1)) if agent else _subject(text, offset, relative.start())
    comma = head.rfind(", ")
    if comma >= 0 and len(head[comma:].split()) >= 1 and not head.rstrip().endswith(","):
        head_start = cut + comma + 2
    elif comma >= 0:  # "Marit Dahl, a spokeswoman, said": the subject opens the stretch
        head_start = cut + (0 if head.count(",") <= 2 else comma + 2)
        first = before.find(",", head_start)
        return _said(text, offset, head_start, first if first > 0 else verb_start)
    else:
        head_start = cut
    return _said(text, offset, head_start, verb_start)


def speaker_of(document: Document, index: int, start: int, end: int) -> Said | None:
    """Who is said to say what stands at ``start``..``end`` (absolute) of sentence ``index``; ``None``: the account.

    Looks for "according to …", a subject and a speech verb before the words, a postposed "…, X said", a passive
    "reviewed by …", the lead-in of a list, and, where the sentence goes on with a pronoun, the sentence before.
    """
    sentence = document.sentences[index]
    text = document.text[sentence.start : sentence.end]
    found = _in_sentence(text, sentence.start, start - sentence.start, end - sentence.start)
    if found is None and text.lstrip().startswith('"') and index:
        return _antecedent(document, index, "they")  # a quotation that goes on
    if (
        found is None
        and "so_called" in _speech(text).could
        and (words := _SO_CALLED.search(text, 0, start - sentence.start))
    ):
        found = _said(text, sentence.start, words.start(1), words.end(1))
    if found and found.start < start and _ONE.match(found.label):
        for named in reversed(list(_NAMED.finditer(text, 0, found.start - sentence.start))):
            return _said(text, sentence.start, *named.span())  # "Ada Quill wept as she said …"
    if found and (_PRONOUN.match(found.label) or _THEIR.match(found.label)):
        return _antecedent(document, index, found.label) or found
    if found:
        return found
    if sentence.lead_in is not None:
        lead = document.text[sentence.lead_in.start : sentence.lead_in.end]
        return _in_sentence(lead, sentence.lead_in.start, len(lead), len(lead))
    return None


class _Speech:
    """What a folded sentence says of who speaks, each part looked for once; offsets are relative to it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.could = TRIGGERS.of(text)
        self._subjects: dict[int, Said | None] = {}

    @worked_out
    def according(self) -> re.Match[str] | None:
        if "by_count" in self.could and (found := _BY_COUNT.search(self.text)):
            return found
        if "according" not in self.could:
            return None
        return _ACCORDING.search(self.text) or _ACCORDING_LONG.search(self.text)

    @worked_out
    def verbs(self) -> list[re.Match[str]]:
        """Verbs of speech with a subject before them."""
        verbs = _verbs(self.text) if "verb" in self.could else ()
        inverted = [post.span() for post in self.inverted]
        return [
            verb
            for verb in verbs
            if not (
                _PASSIVE_BEFORE.search(self.text[: verb.start()])
                or _BE_TOLD.search(verb.group())
                or any(start <= verb.start() < end for start, end in inverted)
                or _is_noun(self.text, verb)
                or (_SHOWS.search(verb.group()) and not _DOCUMENT.search(self.text, 0, verb.start()))
            )
        ]

    @worked_out
    def inverted(self) -> list[re.Match[str]]:
        """Speakers behind their verb and the clause that they say: "Waves reached the shore, said the navy"."""
        return [
            post
            for post in self.postposed
            if (after := post.group("after")) and not _CLAUSE.search(after) and self._ends_clause(post.start())
        ]

    def _ends_clause(self, comma: int) -> bool:
        """Whether a clause ends at ``comma``, and no apposition."""
        start = max((found.end() for found in _BREAK.finditer(self.text, 0, comma)), default=0)
        relative = _RELATIVE.search(self.text[:start])
        return relative is None and _FINITE.search(self.text[start:comma].split(",")[0]) is not None

    @worked_out
    def postposed(self) -> list[re.Match[str]]:
        return list(_POSTPOSED.finditer(self.text)) if "postposed" in self.could else []

    @worked_out
    def passive(self) -> re.Match[str] | None:
        return _PASSIVE_BY.search(self.text) if "passive" in self.could else None

    def subject(self, verb_start: int) -> Said | None:
        """The subject of the verb that begins at ``verb_start``."""
        if verb_start not in self._subjects:
            self._subjects[verb_start] = _subject(self.text, 0, verb_start)
        return self._subjects[verb_start]


_speech = lru_cache(maxsize=64)(_Speech)


def _verbs(text: str) -> Iterator[re.Match[str]]:
    """All that ``_SUBJECT_VERB`` matches, looked for only where a verb stands: it may begin three words before."""
    words = list(_WORD.finditer(text))
    behind = 0
    for n, word in enumerate(words):
        if lower(word[0]) in _VERB_SET:
            found = (_SUBJECT_VERB.match(text, words[k].start()) for k in range(max(n - 3, behind), n + 1))
            if (verb := next(filter(None, found), None)) is not None:
                yield verb
                behind = n + 1


def _in_sentence(text: str, offset: int, start: int, end: int) -> Said | None:
    found = _in_speech(_speech(text), start, end)
    return found and Said(found.label, found.start + offset, found.end + offset)


def _in_speech(speech: _Speech, start: int, end: int) -> Said | None:
    text = speech.text
    if according := speech.according:
        return _said(text, 0, according.start(1), according.end(1))
    best: Said | None = None
    for verb in speech.verbs:
        if verb.end() > start + 1:
            continue
        between = text[verb.end() : start]
        if _ENDED.search(between) or _REMARKED.search(between):
            continue  # what follows a quoted phrase and "that" is the account's own comment on it
        if subject := speech.subject(verb.start()):
            best = subject
    if best:
        return best
    if (
        "put" in speech.could
        and (put := _PUT_AT.search(text, 0, start))
        and (subject := _subject(text, 0, put.start()))
    ):
        return subject
    for post in speech.postposed:
        if post.start() >= end - 1:
            group = "after" if post.group("after") else "subject"
            if group == "subject" and _is_item(post):
                continue
            if said := _said(text, 0, post.start(group), post.end(group)):
                return said
    if passive := speech.passive:
        return _said(text, 0, passive.start(1), passive.end(1))
    for post in speech.inverted:  # "…, said the navy, which had issued a warning"
        if post.end() <= start:
            return _said(text, 0, post.start("after"), post.end("after"))
    return None


def _is_item(post: re.Match[str]) -> bool:
    """Whether what looks like a speaker and a verb is an item of a list: "…, psychiatric notes and addresses"."""
    subject, verb = post.group("subject"), post.group()[post.end("subject") - post.start() :].split()[0]
    return subject.islower() and " " not in subject.strip() and _NOUNS.search(verb) is not None


def _is_noun(text: str, verb: re.Match[str]) -> bool:
    """Whether what looks like a verb of speech is more likely a noun or participle, as in "credit reports"."""
    before = text[: verb.start()]
    if _NOUNS.search(verb.group()) is None or _OBJECT.match(text, verb.end()):
        return False
    lone = re.fullmatch(r"[A-Z][\w'-]*\s+", before) is not None  # "Damage reported": a headline's noun
    return lone or _BEFORE_VERB.search(before) is None


def _antecedent(document: Document, index: int, pronoun: str) -> Said | None:
    """The subject of a sentence before, for "It blamed …", "According to their findings …"; for "she", a person's."""
    one_person = _ONE.search(pronoun) is not None
    several = pronoun.lower() == "they"
    for back in range(index - 1, max(-1, index - 5), -1):
        sentence: Sentence = document.sentences[back]
        text = document.text[sentence.start : sentence.end]
        by = _FOUND_BY.search(text)
        if by:
            return _said(text, sentence.start, by.start(1), by.end(1))
        verb = next(_verbs(text), None) if "verb" in _speech(text).could else None
        subject = _subject(text, sentence.start, verb.start()) if verb else None
        if subject and not _PRONOUN.match(subject.label):
            return subject
        one_person = one_person or (subject is not None and _ONE.match(subject.label) is not None)
        if posts := _speech(text).postposed:
            post = posts[0]
            group = "after" if post.group("after") else "subject"
            if said := _said(text, sentence.start, post.start(group), post.end(group)):
                return said
        named = list(_NAMED.finditer(text))
        if one_person and named:
            return _said(text, sentence.start, *named[-1].span())
        opening = None if one_person else _OPENING.match(text)
        if opening and _names(document, opening.group()):
            before = _antecedent(document, back, "those who spoke") if several and back == index - 1 else None
            if before is not None and before.label.split()[-1].endswith("s"):
                return before  # "Officials said … The firm went on … , they added"
            return _said(text, sentence.start, *opening.span())
    return None


def _names(document: Document, opening: str) -> bool:
    """Whether what a sentence opens with can be who spoke: a lone word only if it has its capital elsewhere, too."""
    alone = rf"(?<![\w'-])[a-z][\w'-]*,? {re.escape(opening)}\b(?! [A-Z])"
    return " " in opening or re.search(alone, document.text) is not None
