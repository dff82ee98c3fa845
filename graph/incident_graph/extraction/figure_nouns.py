"""What a number counts: the noun phrase after it, the head of that phrase, and its class."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from incident_graph.names.gazetteer import demonyms
from incident_graph.profile import load_words
from incident_graph.values.number import GAP, HYPHEN, WORDS

_RECORDS = frozenset("record entry file account row".split())
#: Words that say what happened to people: a number before them counts people without saying so.
_CASUALTY = (
    r"dead|killed|died|injured|wounded|hurt|missing|unaccounted|hospitali[sz]ed|treated|admitted|rescued|evacuated|drowned|trapped|"
    r"arrested|detained|charged|rounded\sup|seized(?=\s(?:in|on|by|during|at|for)\b)|displaced|homeless|stranded|"
    r"infected|shot|stabbed|burned|burnt|poisoned|abducted|kidnapped|"
    r"executed|convicted|jailed|sentenced|perished|survived|saved|discharged|maimed|crushed|buried|quarantined|sickened"
)
_STATE = (
    rf"in{GAP}(?:an?{GAP})?(?:critical|serious|grave|life-threatening|stable){GAP}condition|in{GAP}intensive{GAP}care|"
    rf"(?:taken|rushed|brought|airlifted|flown){GAP}to{GAP}(?:(?:a|the|local|nearby){GAP})*hospitals?"
)
_AUX = (
    r"(?:(?:were|was|are|is|have|has|had|been|being|still|also|later|remain(?:s|ed)?|feared|confirmed|reported(?:ly)?|"
    r"presumed|believed|"
    r"seriously|critically|badly|lightly|slightly|fatally|severely|left|more|so far|now|others|to have)" + GAP + ")"
)
_CASUALTY_AFTER = re.compile(
    rf"{GAP}(?P<np>{_AUX}{{0,5}}(?P<word>{_CASUALTY}|(?<=\s){_STATE}))(?![\w{HYPHEN}])(?!{GAP}[a-z]+s\b(?<!ss)(?<!as)(?<!is)(?<!us))",
    re.IGNORECASE,
)
_CASUALTY_ONLY = re.compile(rf"{GAP}(?P<np>{_AUX}{{0,5}}(?P<word>{_CASUALTY}))(?![\w{HYPHEN}])", re.IGNORECASE)
_LESS = "at|to|about|around|least|more|than|over|nearly|almost|some|up|another|further|a|an|as|many|estimated|only|just"
_TOLL = re.compile(
    rf"\b(?:toll|(?:death|body){GAP}count|fatalities|casualties|deaths|number{GAP}of{GAP}(?:the{GAP})?"
    rf"(?:{_CASUALTY}|people{GAP}(?:{_CASUALTY})|victims|lives{GAP}lost|"
    rf"(?:[\w{HYPHEN}]+{GAP}){{1,2}}(?:affected|involved|exposed|compromised|caught{GAP}up)|affected{GAP}\w+)|dead)"
    rf"{GAP}(?:[\w,’'-]+{GAP}){{0,5}}"
    r"(?:to|at|of|reached|reaches|passed|exceeded|exceeds|topped|tops|hit|hits|was|is|now|stands?|stood|from|past|"
    r"touch(?:ed|es)|cross(?:ed|es)|surpassed)"
    rf"{GAP}(?:(?:{_LESS}){GAP}){{0,3}}$"
    rf"|\b(?:toll|number{GAP}of{GAP}(?:(?:the|people){GAP})?(?:{_CASUALTY}|victims)){GAP}(?:[\w,’']+{GAP}){{0,20}}"
    rf"(?:(?:climbed|risen|rose|grown|increased|jumped|mounted){GAP}to|(?:has|have|had){GAP}(?:now{GAP})?"
    rf"(?:touched|crossed|reached|passed|topped|exceeded|surpassed|hit)){GAP}(?:(?:{_LESS}){GAP}){{0,3}}$"
    r"|\b(?:kill(?:s|ed|ing)?|leav(?:e|es|ing)|left|injur(?:es|ed|ing)|wound(?:s|ed|ing)|arrest(?:s|ed|ing)?|"
    rf"rescu(?:es|ed|ing)|evacuat(?:es|ed|ing)|claim(?:s|ed|ing)?{GAP}the{GAP}lives{GAP}of|hurt(?:s|ing)?|displac(?:es|ed|ing))"
    rf"{GAP}(?:(?:{_LESS}){GAP}){{0,3}}$",
    re.IGNORECASE,
)
#: "brings to nine the number of people killed": what a bare number counts, said after it.
_TOLL_AFTER = re.compile(
    rf"{GAP}the{GAP}(?:death{GAP}|overall{GAP}|total{GAP})?(?:(?P<toll>toll)|number{GAP}of{GAP}(?:those{GAP}|people{GAP}|victims{GAP})?"
    rf"(?:who{GAP})?(?:(?:were|have|had|been|was|confirmed|known){GAP}){{0,3}}"
    rf"(?P<w>{_CASUALTY}|deaths|fatalities|casualties|victims|lost))\b",
    re.IGNORECASE,
)
_STOP = frozenset(
    """of in on at to for from with by and or but nor who whom whose which that this these those when where while as
    than after before since until till during without within across between among against over under about into onto
    upon per through because if though although unless whether so is are was were be been being am has have had
    having do does did will would can could may might must shall should not no it its he she they them their his her
    him we us our you your i said says say told tells called calls worth there here then now still yet also only
    just later earlier ago apart each every both either neither what how why via amid despite like near off out up
    down along around again away back very too almost already including excluding plus minus today yesterday
    tomorrow tonight last next once twice ever never the a an some any following regarding concerning according
    due remain remains remained went came got get gets took takes found made makes said saw began begin fell rose
    grew included include includes""".split()
) | frozenset(WORDS)
_IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "schoolchildren": "schoolchild",
    "firemen": "fireman",
    "policemen": "policeman",
    "gunmen": "gunman",
    "fishermen": "fisherman",
    "seamen": "seaman",
    "spokesmen": "spokesman",
    "crewmen": "crewman",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "shelves": "shelf",
    "halves": "half",
    "thieves": "thief",
    "leaves": "leaf",
    "wolves": "wolf",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "media": "media",
    "analyses": "analysis",
    "crises": "crisis",
    "bases": "base",
    "movies": "movie",
    "cookies": "cookie",
    "selfies": "selfie",
    "calories": "calorie",
    "buses": "bus",
    "viruses": "virus",
    "campuses": "campus",
    "gases": "gas",
    "statuses": "status",
}
#: Nouns whose plural does not end in -s: a number may stand before them as they are.
_INVARIANT = frozenset(
    """people men women children schoolchildren firemen policemen gunmen fishermen seamen spokesmen crewmen feet teeth
    mice criteria phenomena police crew staff personnel aircraft helicopter-crew spacecraft hovercraft sheep fish
    cattle livestock salmon deer offspring series species data media dead injured wounded missing homeless
    elderly""".split()
) - {"missing"}
_NOT_PLURAL = re.compile(r"(?:ss|us|is|ous|'s|’s|ics)$", re.IGNORECASE)
_S_WORDS_THAT_ARE_NOT_PLURAL = frozenset(
    """always perhaps besides towards afterwards upwards downwards backwards forwards less unless across as his its
    this was has does yes gas lens news sometimes nowadays overseas indoors outdoors alas whereas plus minus various
    previous serious dangerous famous nervous sales-force""".split()
)
_DEMONYM = re.compile(r"^[A-Z][a-z]+(?:ans|ons|ese|ish|ers|is|les|nians)$")
_WORD = re.compile(
    rf"(?:{GAP}|[{HYPHEN}](?=[a-zA-Z]))(?P<w>[^\W\d_][\w]*(?:[{HYPHEN}.&/][\w]+)*(?:[’'](?:s|t|re|ve)?(?!\w))?)|{GAP}(?P<n>\d[\w]*)"
)
_DETERMINER = "the|its|his|her|their|our|my|your|all|those|these|this|that|such|any"
_PARTITIVE = re.compile(
    rf"{GAP}of{GAP}(?:(?:{_DETERMINER}|(?:(?:the|a){GAP})?\w+(?:[’']s|s[’'])){GAP}){{0,3}}"
    rf"(?P<whole>(?:\d[\d,]*\d|[2-9]|{'|'.join(WORDS)}){GAP})?",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    rf"{GAP}of{GAP}(?P<w>them|whom|which|those(?P<who>{GAP}(?:{_CASUALTY}|aboard|on{GAP}board|inside|present))?|these|us|you)\b",
    re.IGNORECASE,
)
_TENSES = frozenset("current former past present serving retired active".split())
_TENSE_AFTER = re.compile(rf"{GAP}(?:{'|'.join(sorted(_TENSES))})\b", re.IGNORECASE)
_PAST = re.compile(
    r"[a-z]+ed|heard|led|left|saw|went|won|lost|ran|held|came|gave|knew|told|brought|kept|met|sent|built|drew|spoke|broke|"
    r"wrote|sold|paid|felt|stood|understood|became"
)
_NOMINALS = tuple(
    re.compile(rf"{GAP}(?:were|are){GAP}(?P<np>{before}(?P<w>[a-z]+))\b") for before in ("", f"[a-z]+{GAP}")
)
_OPENS_OBJECT = re.compile(rf"{GAP}(?:\d|[£$€]|(?:the|an?|its|his|her|their|{'|'.join(WORDS)})\b)", re.IGNORECASE)
_OTHERS = re.compile(rf"{GAP}(?:more{GAP}|of{GAP}the{GAP})?(?P<w>others?|victims?)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Counted:
    """A counted noun: where its phrase ends, the phrase as written, its singular head, the class, and what kind of find
    it was: ``noun`` · ``predicate`` ("4 were killed") · ``pronoun`` ("two of them") · ``others``."""

    end: int
    phrase: str
    noun: str
    unit: str
    sort: str = "noun"
    whole: int | None = None  # where the number stands of which this one is part: "nine of the 14 injured"


def singular(word: str) -> str:
    """The singular of a plural noun, lower case; a word that is not a plural is given back.

    >>> [singular(w) for w in ("Patients", "entries", "boxes", "people", "crew", "bus", "databases")]
    ['patient', 'entry', 'box', 'person', 'crew', 'bus', 'database']
    """
    word = word.lower().replace("’", "'").removesuffix("'").removesuffix("'s")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if _NOT_PLURAL.search(word) or not word.endswith("s") or word in _S_WORDS_THAT_ARE_NOT_PLURAL or len(word) < 3:
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def class_of(noun: str, written: str = "") -> str:
    """The class of a singular noun: person, record, organisation, or the noun itself. ``written`` is its form in the
    text, by whose capital a people's name ("Britons") is known.

    >>> class_of("passenger"), class_of("entry"), class_of("vendor"), class_of("lantern"), class_of("kenyan", "Kenyans")
    ('person', 'record', 'organisation', 'lantern', 'person')
    >>> class_of("brit", "Brits"), class_of("brit", "brits")
    ('person', 'brit')
    """
    if not {noun, noun.rpartition("-")[2]}.isdisjoint(_known("person")) or noun.endswith(("-year-old", "seeker")):
        return "person"
    if noun in _RECORDS:
        return "record"
    if noun in _known("organisation"):
        return "organisation"
    if written[:1].isupper() and not written.isupper() and _is_people(written):
        return "person"
    return noun


@lru_cache(maxsize=2)
def _known(name: str) -> frozenset[str]:
    """The nouns of a class of words that the ontology declares."""
    return frozenset(load_words(name).words)


def _is_people(written: str) -> bool:
    """Whether a plural with a capital names a people: "Britons", "Brits", "Danes"."""
    low = written.lower()
    return (_DEMONYM.match(written) is not None and low.endswith(("ans", "tons", "nians"))) or (
        low.endswith("s") and not low.endswith("ss") and low in demonyms()
    )


def is_classed(noun: str) -> bool:
    """Whether a singular noun is known as a person, a record or an organisation.

    >>> is_classed("person"), is_classed("lantern")
    (True, False)
    """
    return noun in _known("person") or noun in _RECORDS or noun in _known("organisation")


def counted(text: str, pos: int, end: int, one: bool = False) -> Counted | None:
    """The noun counted by a number that ends at ``pos``, reading no further than ``end``; ``one``: in the singular.

    >>> found = counted("12 NHS patient records were sold", 2, 32)
    >>> found.end, found.phrase, found.noun, found.unit, found.sort
    (22, 'NHS patient records', 'record', 'record', 'noun')
    >>> counted("14 of the company's vessels", 2, 27).noun, counted("4 were killed", 1, 13).sort
    ('vessel', 'predicate')
    >>> counted("12, he said", 2, 11) is None
    True
    """
    if m := _PRONOUN.match(text, pos, end):
        return Counted(m.end(), text[m.start() : m.end()].strip(), "", "person" if m["who"] else "", "pronoun")
    if m := _CASUALTY_AFTER.match(text, pos, end):
        noun = m["word"].lower() if " " not in m["word"] else "injured"
        return Counted(m.end(), m["np"], noun, "person", "predicate")
    for pattern in _NOMINALS:
        if (m := pattern.match(text, pos, end)) is not None and _plural(m["w"]):
            noun = singular(m["w"])
            if class_of(noun) == "person":
                return Counted(m.end(), m["np"], noun, "person", "nominal")
    partitive = _PARTITIVE.match(text, pos, end)
    if partitive is not None and partitive["whole"]:
        of = counted(text, partitive.end() - 1, end)
        return of and replace(of, phrase=text[partitive.end() : of.end], whole=partitive.start("whole"))
    found = _noun_phrase(text, partitive.end() - 1 if partitive else pos, end, one and partitive is None)
    if found is not None:
        return found
    if m := _OTHERS.match(text, pos, end):
        return Counted(m.end(), m["w"], singular(m["w"]), "person" if m["w"].lower().startswith("v") else "", "others")
    if m := _CASUALTY_ONLY.match(text, pos, end):
        return Counted(m.end(), m["np"], m["word"].lower(), "person", "predicate")
    return None


def counts_casualties_before(text: str, start: int, pos: int) -> str:
    """The word before ``pos`` that makes a bare number a number of people: "the toll rose to", "killing"; else "".

    >>> counts_casualties_before("the death toll rose to 12", 0, 23), counts_casualties_before("he ate 12", 0, 7)
    ('toll', '')
    """
    m = _TOLL.search(text, max(start, pos - 140), pos)
    if m is None:
        return ""
    said = re.match(rf"number{GAP}of{GAP}(?:the{GAP})?(?:people{GAP})?(?P<w>\w+)", m[0], re.IGNORECASE)
    return (said["w"] if said else m[0].split()[0]).lower()


def counts_casualties_after(text: str, pos: int) -> str:
    """The word after ``pos`` that makes a bare number a number of people: "to nine the number of dead"; else "".

    >>> counts_casualties_after("brings to 12 the number of people killed", 12)
    'killed'
    >>> counts_casualties_after("brings to 12 the number of ships", 12)
    ''
    """
    m = _TOLL_AFTER.match(text, pos)
    return (m["w"] or m["toll"]).lower() if m else ""


def _noun_phrase(text: str, pos: int, end: int, one: bool) -> Counted | None:
    """The phrase of up to seven words after ``pos`` up to its first plural noun (and a plural right after that); for
    ``one``, up to a noun of a known class, else the last word before something that ends a phrase."""
    words: list[re.Match[str]] = []
    head: re.Match[str] | None = None
    at = pos
    while len(words) < 7 and (m := _WORD.match(text, at, end)) is not None:
        word = m["w"] or ""
        low = word.lower().replace("’", "'")
        if low == "and" and words and words[-1]["w"].lower() in _TENSES and _TENSE_AFTER.match(text, m.end(), end):
            at = m.end()
            continue  # "current and former pupils"
        if not word or low in _STOP or (head is not None and not _plural(word)):
            break
        at = m.end()
        words.append(m)
        if low.endswith(("'s", "s'")):
            if low.endswith("s'") and len(words) == 1 and head is None:
                pass  # "20 years' experience" is the caller's
            continue
        if _plural(word) or (one and is_classed(low)):
            head = m
            if one:
                break
        elif one and len(words) >= 4:
            break
    if head is None and one and words:
        if len(words) > 1 and _OPENS_OBJECT.match(text, words[-1].end("w"), end):
            words.pop()  # a verb: "the three-day strike cost 12 million"
        while len(words) > 1 and _PAST.fullmatch(words[-1]["w"]):
            words.pop()
        head = words[-1]
        if head["w"].endswith(("’s", "'s", "’", "'")):
            return None
        if re.search(r"(?:ed|ing|ly)$", head["w"]) or words[0]["w"].lower() in ("more", "other", "another"):
            return None
    if head is None:
        return None
    stop = head.end("w")
    first = words[0].start("w")
    word = head["w"].replace("’", "'").removesuffix("'s").removesuffix("'")
    noun = singular(re.split(r"[/]", word)[-1])
    return Counted(stop, text[first:stop], noun, class_of(noun, word))


def _plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    low = word.lower()
    if low in _INVARIANT or low in _IRREGULAR:
        return True
    if low in _S_WORDS_THAT_ARE_NOT_PLURAL or (len(low) < 3 and not word.isupper()):
        return False
    if low.rpartition("-")[2] in _INVARIANT:
        return True
    return low.endswith("s") and not word.isupper() and not _NOT_PLURAL.search(low)
