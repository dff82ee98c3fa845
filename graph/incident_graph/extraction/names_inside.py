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
    votes: list[Vote] = []
    lows = [w.lower().rstrip(".") for w in span.words]
    first, last, several = lows[0], lows[-1], len(lows) > 1
    gazetted = known.kind(surface)
    if not gazetted and text[max(0, span.start - 4) : span.start].lower() == "the " and known.has(f"the {surface}"):
        gazetted = known.kind(f"The {surface}")
    if gazetted:
        own = surface.casefold() in known.own
        votes.append(
            (gazetted, 4.0 if own else 1.2 if known.is_doubtful(surface) else 3.0, "profile" if own else "known")
        )
        return votes
    if span.role:
        votes.append(("Person", 3.0, "title"))
        return votes
    if several:
        of_at = next(
            (
                k
                for k in range(1, len(lows))
                if text[span.start : span.end].lower().count(f" {lows[k]}") and _before_of(text, span, k)
            ),
            0,
        )
        head = lows[of_at - 1] if of_at else last
        if not of_at and (_GATHERING.match(" ".join(lows[-2:])) or (last == "court" and not _OF_LAW & set(lows))):
            votes.append(("Place", 2.0, f"head {last}"))
        for kind in ("Law", "Organisation", "Place", "Event") if not votes else ():
            if (
                head in HEADS[kind]
                or (last in HEADS[kind] and not of_at)
                or (kind == "Law" and any(w in HEADS["Law"] for w in lows[1:of_at]))
            ):
                votes.append((kind, 2.5, f"head {head}"))
                break
        person = first in given_names() and len(lows) <= 4 and not span.article
        if votes and person and head in _BOTH and len(lows) == 2 and not known.kind(span.words[0]):
            votes = [(votes[0][0], 1.2, votes[0][2])]
            votes.append(("Person", 1.8, "given name"))
        if not votes:
            votes += _foreign(first, last, person=person, surname=is_surname(span.words[-1]))
        if not votes and first in _MAKES and text[max(0, span.start - 9) : span.start].endswith(_OWNED):
            votes.append(("Vehicle", 2.0, "make"))
        if not votes and any(w in HEADS["Organisation"] and w not in _SURNAMES for w in lows[:-1]):
            votes.append(("Organisation", 0.9 if person else 1.5, "head inside"))
        if not votes and " & " in surface:
            votes.append(("Organisation", 1.5, "ampersand"))
        if first in _STORMS and last not in HEADS["Organisation"]:
            votes.append(("Event", 3.0, "storm or operation"))
        if first in _SHIP and span.words[0].isupper():
            votes.append(("Vehicle", 3.0, "ship prefix"))
        if person and not any(weight > 1 for _, weight, _ in votes):
            votes.append(("Person", 1.8, "given name"))
        elif not votes and any(re.fullmatch(r"[^\W\d_]\.", w) for w in span.words[:-1]):
            votes.append(("Person", 1.5, "initials"))
        elif not votes and any(p in _PARTICLES for p in surface.split()[1:-1]):
            votes.append(("Person", 0.9, "particle"))
        elif not votes and len(lows) <= 3 and is_surname(span.words[-1]) and not span.article:
            votes.append(("Person", 0.8 if lows[-1] in surnames() else 0.6, "looks like a surname"))
        if first == "flight":
            votes.append(("Vehicle", 2.5, "flight"))
    if not several and (said := ending(span.words[0]))[0] and not span.words[0].isupper():
        votes.append((*said, "ending"))
    if not several and _STATION.match(surface) and surface.isupper():
        votes.append(("Organisation", 1.5, "station"))
    if len(lows) > 2 and not votes and known.kind(" ".join(span.words[-2:])) == "Organisation":
        votes.append(("Organisation", 1.5, "ends in known"))
    if _ROAD.match(surface):
        votes.append(("Place", 1.5, "road"))
    if span.article and not (several and votes) and not surface.isupper():
        votes.append(("Organisation", 0.4, "capital article"))
    return votes


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
