"""What the words of a name itself say of its class, as weighted votes."""

import re

from incident_graph.extraction.names_foreign import FIRST_HEADS, LAST_HEADS, ending
from incident_graph.extraction.names_gazetteer import Gazetteer, given_names, is_surname, surnames
from incident_graph.extraction.names_tokens import Span
from incident_graph.extraction.names_votes import Vote
from incident_graph.extraction.names_words import AFTER_PLACE, HEADS

_ROAD = re.compile(r"[AMBEN]\d{1,3}$|[IA]-\d{1,3}$|US-\d{1,3}$|Route \d{1,3}$")
_SHIP = frozenset("mv ms ss hms uss rms mt ts sv fv rv rrs hmcs hmas usns rfa gts".split())
_STATION = re.compile(r"[KW][A-Z]{2,3}-(?:TV|FM|AM)$|[\w-]*TV$")
_STORMS = FIRST_HEADS["Event"]
_MAKES = frozenset(
    "renault peugeot citroën citroen fiat volkswagen vw opel vauxhall audi bmw mercedes mercedes-benz porsche skoda "
    "škoda seat dacia ford chevrolet gmc dodge chrysler jeep cadillac buick toyota honda nissan mazda mitsubishi "
    "subaru suzuki isuzu hyundai kia tesla volvo saab jaguar lada daf iveco scania kenworth freightliner mack "
    "peterbilt yamaha kawasaki ducati vespa harley-davidson byd tata mahindra lexus infiniti mini".split()
)
_PARTICLES = frozenset("van von der den de bin ibn al el ter ten".split())
_SURNAMES = frozenset(
    "bank church post bell cross young price chambers sons brothers mills house law power front gallery".split()
)
#: Heads that are surnames too: after a given name they are as likely one as the other.
_BOTH = _SURNAMES | frozenset(
    "hill hills lake forest heath moor ford castle banks court hall lane street rivers brook marsh pond hale west "
    "north temple knight page bay beach ridge rhodes field fields kirk park wolf berg dom dam holm tal lund pass "
    "bond noble steel power gray mason major king bishop abbott barker see ed as ab oy pty sa bro marsh meadows "
    "downs garrison fleet wharf".split()
)

#: A court with none of these before it is a block of flats or a yard.
_OF_LAW = frozenset(
    "supreme high county crown magistrates magistrates' magistrates’ appeal appeals district regional criminal federal "
    "circuit constitutional family coroner's coroner’s coroners juvenile sheriff superior municipal commercial labour "
    "administrative central justice civil military national state provincial international sessions bankruptcy city "
    "youth king's queen's european human general cassation arbitration patent tax".split()
)
_GATHERING = re.compile(
    r"(?:leisure|shopping|community|sports?|convention|conference|exhibition|civic|visitors?|town|city|arts|garden"
    r"|retail|recreation|swimming|youth|tennis|ice) cent(?:re|er)$|(?:town|city|village|parish|church|concert) hall$"
)
_OWNED = (" a ", " an ", " his ", " her ", " their ", " white ", " black ", " red ", " blue ", " silver ", " grey ")


def inner(span: Span, text: str, known: Gazetteer) -> list[Vote]:
    """Votes from the name itself: known beforehand, heads, suffixes, prefixes, given names."""
    surface = text[span.start : span.end]
    if kind := _known_kind(span, text, known):
        return [_known_vote(kind, surface, known)]
    if span.role:
        return [("Person", 3.0, "title")]
    several = len(span.words) > 1
    votes = _several_words(span, text, known) if several else _one_word(span.words[0], surface)
    if len(span.words) > 2 and not votes and known.kind(" ".join(span.words[-2:])) == "Organisation":
        votes.append(("Organisation", 1.5, "ends in known"))
    if _ROAD.match(surface):
        votes.append(("Place", 1.5, "road"))
    if span.article and not (several and votes) and not surface.isupper():
        votes.append(("Organisation", 0.4, "capital article"))
    return votes


def _known_kind(span: Span, text: str, known: Gazetteer) -> str:
    """The class of a name known beforehand, as it stands or with the "the" before it; ``""`` for others."""
    surface = text[span.start : span.end]
    if kind := known.kind(surface):
        return kind
    article = text[max(0, span.start - 4) : span.start].lower() == "the "
    return known.kind(f"The {surface}") if article and known.has(f"the {surface}") else ""


def _known_vote(kind: str, surface: str, known: Gazetteer) -> Vote:
    if surface.casefold() in known.own:
        return (kind, 4.0, "profile")
    return (kind, 1.2 if known.is_doubtful(surface) else 3.0, "known")


def _one_word(word: str, surface: str) -> list[Vote]:
    """What the ending of a name of one word says, and that it is a station's call sign: "Brandauville", "KTV"."""
    votes: list[Vote] = []
    kind, weight = ending(word)
    if kind and not word.isupper():
        votes.append((kind, weight, "ending"))
    if _STATION.match(surface) and surface.isupper():
        votes.append(("Organisation", 1.5, "station"))
    return votes


def _several_words(span: Span, text: str, known: Gazetteer) -> list[Vote]:
    """What the words of a longer name say: the first of the rules about heads that applies, then prefixes and names."""
    lows = _lows(span)
    first, last = lows[0], lows[-1]
    person = first in given_names() and len(lows) <= 4 and not span.article
    votes = (
        _head(span, text, known, person=person)
        or _foreign(first, last, person=person, surname=is_surname(span.words[-1]))
        or _make(span, text)
        or _head_inside(lows, person=person)
        or _ampersand(text[span.start : span.end])
    )
    if first in _STORMS and last not in HEADS["Organisation"]:
        votes.append(("Event", 3.0, "storm or operation"))
    if first in _SHIP and span.words[0].isupper():
        votes.append(("Vehicle", 3.0, "ship prefix"))
    if person and not any(weight > 1 for _, weight, _ in votes):
        votes.append(("Person", 1.8, "given name"))
    elif not votes:
        votes += _like_person(span, text)
    if first == "flight":
        votes.append(("Vehicle", 2.5, "flight"))
    return votes


def _lows(span: Span) -> list[str]:
    return [word.lower().rstrip(".") for word in span.words]


def _head(span: Span, text: str, known: Gazetteer, *, person: bool) -> list[Vote]:
    """The class of the head: "Agency" in "Food Agency", "Ministry" in "Ministry of Trade"; less after a given name."""
    lows = _lows(span)
    after_of = _after_of(span, text)
    head = lows[after_of - 1] if after_of else lows[-1]
    if not after_of and _is_gathering_place(lows):
        kind, weight = "Place", 2.0
    else:
        kind, weight = _head_kind(head, lows[1:after_of]), 2.5
    if not kind:
        return []
    if person and head in _BOTH and len(lows) == 2 and not known.kind(span.words[0]):
        return [(kind, 1.2, f"head {head}"), ("Person", 1.8, "given name")]
    return [(kind, weight, f"head {head}")]


def _after_of(span: Span, text: str) -> int:
    """Which word of a name is the first after "of", "for" or "on"; 0 for none."""
    surface = text[span.start : span.end].lower()
    for place, word in enumerate(_lows(span)):
        if place and f" {word}" in surface and _before_of(text, span, place):
            return place
    return 0


def _is_gathering_place(lows: list[str]) -> bool:
    """Whether a name ends like "Leisure Centre" or "Town Hall", or like a court that is a yard or block of flats."""
    return _GATHERING.match(" ".join(lows[-2:])) is not None or (lows[-1] == "court" and not _OF_LAW & set(lows))


def _head_kind(head: str, before_of: list[str]) -> str:
    """The class of a head, or of a law's head further on before "of": "Act" in "Act Amendment of"."""
    if head in HEADS["Law"] or any(word in HEADS["Law"] for word in before_of):
        return "Law"
    return next((kind for kind in ("Organisation", "Place", "Event") if head in HEADS[kind]), "")


def _make(span: Span, text: str) -> list[Vote]:
    """A vehicle by its make: "his Ford Transit"."""
    owned = text[max(0, span.start - 9) : span.start].endswith(_OWNED)
    return [("Vehicle", 2.0, "make")] if owned and _lows(span)[0] in _MAKES else []


def _head_inside(lows: list[str], *, person: bool) -> list[Vote]:
    """An organisation by a head that is not its last word: "Bank Nordhavn"."""
    headed = any(word in HEADS["Organisation"] and word not in _SURNAMES for word in lows[:-1])
    return [("Organisation", 0.9 if person else 1.5, "head inside")] if headed else []


def _ampersand(surface: str) -> list[Vote]:
    return [("Organisation", 1.5, "ampersand")] if " & " in surface else []


def _like_person(span: Span, text: str) -> list[Vote]:
    """A person by initials, a particle or the look of the surname: "J. Holm", "Piet van Dam", "Ola Andersson"."""
    if any(re.fullmatch(r"[^\W\d_]\.", word) for word in span.words[:-1]):
        return [("Person", 1.5, "initials")]
    if any(word in _PARTICLES for word in text[span.start : span.end].split()[1:-1]):
        return [("Person", 0.9, "particle")]
    if len(span.words) <= 3 and is_surname(span.words[-1]) and not span.article:
        return [("Person", 0.8 if _lows(span)[-1] in surnames() else 0.6, "looks like a surname")]
    return []


def _foreign(first: str, last: str, *, person: bool, surname: bool) -> list[Vote]:
    """“Rue Haute”, “Klinikum Neuburg”, “Grote Markt”, “Texa Lda”; a given name before it speaks against a place."""
    for kind in ("Organisation", "Place"):
        if last in LAST_HEADS[kind] and not (person and (last in _BOTH or surname)):
            return [(kind, 2.0, f"head {last}")]
        if first in FIRST_HEADS[kind] and not person:
            return [(kind, 2.0, f"{first} before")]
    kind, weight = ending(last)
    return [(kind, weight, "ending")] if kind and not person and not surname else []


def _before_of(text: str, span: Span, k: int) -> bool:
    words = text[span.start : span.end].split()
    joined = [w.strip(",") for w in words]
    target = span.words[k]
    return any(joined[i] in ("of", "for", "on") and target in joined[i + 1 : i + 3] for i in range(1, len(joined) - 1))


def takes_place_before(word: str) -> bool:
    """Whether a head commonly follows a place's name."""
    return word in AFTER_PLACE


def decide_vehicle(votes: list[Vote]) -> bool:
    """Whether the votes of one mention speak for a vehicle, whose name may end in a number ("the Grus 4")."""
    return sum(w for kind, w, _ in votes if kind == "Vehicle") >= 1
