"""Where names stand: spans of capitalised words, with what is inside a name kept together and what is not cut off."""

import itertools
import re
from collections.abc import Collection

from incident_graph.extraction.names_foreign import FIRST_HEADS
from incident_graph.extraction.names_gazetteer import Gazetteer, demonyms, given_names, is_surname
from incident_graph.extraction.names_nouns import kind_noun
from incident_graph.extraction.names_tokens import Span, Token
from incident_graph.extraction.names_tokens import tokens as all_tokens
from incident_graph.extraction.names_words import (
    BEFORE_TITLE,
    BREAKS,
    HEADS,
    HONOURS,
    NEVER,
    OF_HEADS,
    OPENERS,
    TITLES,
    TOPICS,
)
from incident_graph.values.unit_wording import MONEY_BEFORE

_OF = re.compile(r"\s(?:of|for)(?:\s+the)?\s+$")
_ON = re.compile(r"\s(?:on|against|to|in|at)(?:\s+the)?\s+$")
_AND = re.compile(r"\s(?:and|&)\s+$")
_PARTICLE = re.compile(
    r"\s(?:de|del|della|di|da|dos|das|do|du|des|dei|degli|delle|dello|dal|van|von|der|den|ter|ten|bin|ibn|al|el|la|le|y|e|zu|upon|op|av|af)"
    r"(?:\s(?:la|las|los|der|den|het|le))?\s+$"
)
_POSSESSED = frozenset(
    "office college hospital church court party union school university bench commission cross federation "
    "association institute trust council house society club".split()
)
#: What people who are many found: "Teachers’ Federation".
_FOUNDED = frozenset(
    "union federation association society league guild council alliance trust club institute congress fund cooperative "
    "confederation forum network commission hospital court".split()
)
#: Bodies that a name of their own need not follow: "police and Coast Guard" are two.
_STANDS_ALONE = OF_HEADS | frozenset("police parliament government army navy senate cabinet congress".split())
#: What makes a lone X, or N before digits, no name: another Roman numeral, what is counted in them, a sum.
_NUMBERED = re.compile(
    r"(?:\b[IVXL]+(?:\s(?:to|and|or|through)\s|\s?[–-]\s?)|\b(?:class|chapter|part|act|article|annex|phase|grade)\s)$",
    re.IGNORECASE,
)
_MONEY = re.compile(MONEY_BEFORE)
_ABBREVIATED = frozenset(
    "st mt ft dr mr mrs ms engr barr prof gen col capt sgt lt rev gov sen rep hon adm cmdr cllr insp supt".split()
)
_ON_HEADS = frozenset(
    "convention commission committee treaty act council directive regulation law conference declaration "
    "campaign authority protocol".split()
)
_LAW_HEADS = HEADS["Law"]
_NAME_OR_MONTH = frozenset("may april june august jan".split())
_LEFT_OVER = re.compile(r"[’']s\b|\s\d{1,3}\b")
_SUFFIX = re.compile(r"\s(?:plc|ltd|llc|llp|inc|gmbh)\b\.?")
_LISTING = frozenset("bureau ministry department office agency committee commission institute board".split())
_LISTED = re.compile(r", \w+(?:, \w+)*,? and [^\W\d_]\w+")
_LOCAL = frozenset("mayor governor sheriff councillor prosecutor coroner councilman councilwoman undersheriff".split())
_LEADERS = _LOCAL | frozenset(
    "ceo cfo cto coo ciso boss chief president director chairman chairwoman chair founder co-founder manager "
    "spokesman spokeswoman spokesperson leader editor correspondent analyst researcher professor engineer".split()
)
_HONORIFICS = frozenset("mr mrs ms miss mx dr".split())
_BODIES = frozenset("police treasury party brigade cabinet house".split())
_PARTICLES = frozenset("van von de den der del di da el al la le bin ibn ben abu".split())
_STYLED = frozenset("lady queen king prince princess duke duchess lord emperor".split())
_DIVISIONS = frozenset("county city district borough state region".split())
#: "Superintendent of Police", "Director of Operations": an office, and what it is over.
_OFFICE_OF = re.compile(
    r"\b(?:superintendent|director|commissioner|inspector|chief|head|director-general|general)\sof\s$", re.IGNORECASE
)
_STAFFED = frozenset("police operations services schools communications works education prisons staff security".split())
_LONGEST = 14  # words of a name: more is a line of capitals, not a name
_WIDEST = 12  # characters between two capitalised words of a name


def _split_hyphen(token: Token) -> str:
    """How a token with a hyphen reads: ``whole``, or ``first`` when only its first part is a name ("Oslo-based")."""
    cut = re.search(r"[‑-]", token.word)
    if not cut:
        return "whole"
    parts = re.split(r"[‑-]", token.word)
    return (
        "first" if any(part[:1].islower() for part in parts[1:]) and parts[0].lower() not in ("al", "el") else "whole"
    )


def _is_never(token: Token, before: Token | None) -> bool:
    """Whether a word is never part of a name; months that are also names of people are, after a given name or title."""
    if token.low in _NAME_OR_MONTH:
        return before is not None and before.low not in given_names() and before.low not in TITLES
    return token.low in NEVER


def _breaks(token: Token, before: Token | None) -> bool:
    """Whether a word ends every name: days, months and pronouns do; "IT" or "Web" may stand inside one."""
    return (token.low in BREAKS or token.low in _NAME_OR_MONTH) and _is_never(token, before)


def _joins(text: str, run: list[Token], following: list[Token], known: Gazetteer, lower: set[str]) -> bool:
    """Whether the first of the following tokens, not far from it, belongs to the name that the run has begun."""
    last, token = run[-1], following[0]
    gap = text[last.end : token.start]
    if _breaks(last, None) or _breaks(token, last) or _split_hyphen(token) == "first" or _split_hyphen(last) == "first":
        return False
    if gap.isspace():
        return gap.count("\n") < 2
    if gap == ". ":
        return last.low in _ABBREVIATED
    if gap in ("’s ", "'s "):
        return token_possessed(run, following, text, known)
    if gap in ("’ ", "' "):
        quoted = text[run[0].start - 1 : run[0].start] in ("‘", "'")  # the mark may end a quotation
        return last.low.endswith("s") and not quoted and _ends_in_head(text, following[:3], _FOUNDED)
    if gap.strip() == "&":
        return True
    lows = [t.low for t in run]
    of_run = any(w in OF_HEADS for w in lows)
    legal = any(w in _LAW_HEADS for w in lows)
    if _OF.match(gap):
        topical = of_run and len(run) > 1 and lows[-1] in TOPICS  # "Commission for the Investigation of Accidents"
        if " of " in gap or gap.startswith(" of"):
            if lows[-1] in ("secretary", "minister", "under-secretary") and token.low == "state":
                return True
            return (
                lows[-1] in OF_HEADS
                or legal
                or (of_run and len(run) > 1 and lows[-1] in TOPICS)
                or known.kind(text[run[0].start : token.end]) != ""
            )
        return (lows[-1] in OF_HEADS and not last.opens) or legal or topical
    if _ON.match(gap):
        return lows[-1] in _ON_HEADS or (
            gap.strip().startswith("at")
            and (legal or (lows[-1] in TOPICS and token.low in TOPICS and _ends_in_head(text, following)))
        )
    if _PARTICLE.match(gap):
        return len(gap) <= 9 and not (
            gap.strip() in ("y", "e", "do")
            and len(run) < 2
            and run[-1].low not in FIRST_HEADS["Place"] | FIRST_HEADS["Organisation"]
        )
    if gap == ", " and _LISTING.intersection(lows[:2]) and of_run and len(run) > 1 and _LISTED.match(text, last.end):
        return not known.kind(token.word)
    if (
        _LISTING.intersection(lows[:2])
        and len(run) > 2
        and _AND.match(gap.lstrip(","))
        and text[run[-2].end : last.start] == ", "
    ):
        return not known.kind(token.word)
    if _AND.match(gap):
        if known.kind(text[run[0].start : token.end]):
            return True
        if _is_law(text, run[0], lows, following):
            return True
        if _is_subject(run, lower, known) and _ends_in_head(text, following[:4]):
            return True
        ahead = following[1].low if len(following) > 1 and text[token.end : following[1].start].isspace() else ""
        if lows[-1] not in TOPICS or (token.low not in TOPICS and ahead not in TOPICS):
            return False
        if of_run and len(run) > 1:
            return True
        return _ends_in_head(text, following)
    if gap == ", ":
        return of_run and len(run) > 1 and lows[-1] in TOPICS and token.low in TOPICS
    return False


def _is_law(text: str, first: Token, lows: list[str], tokens: list[Token]) -> bool:
    """Whether “the A B and” goes on to “C Bill”."""
    if not re.search(r"\b(?:the|of|The) $", text[max(0, first.start - 4) : first.start]) or _LAW_HEADS & set(lows):
        return False
    for here, after in itertools.pairwise(tokens[:4]):
        if not text[here.end : after.start].isspace() or here.low in _LAW_HEADS:
            return False
        if after.low in ("act", "bill", "regulations", "directive", "code", "convention", "treaty"):
            return True
    return False


def _is_subject(run: list[Token], lower: set[str], known: Gazetteer) -> bool:
    """Whether the run is a common noun, and so may be half of what a body is for: "Petroleum and Explosives Board"."""
    own = [token for token in run if token.low not in OPENERS]
    return (
        len(own) == 1
        and (own[0].low in lower or own[0].low in TOPICS)
        and own[0].low not in _STANDS_ALONE
        and not known.kind(own[0].word)
    )


def _ends_in_head(text: str, tokens: list[Token], heads: Collection[str] = HEADS["Organisation"] | _LAW_HEADS) -> bool:
    """Whether the capitalised words that start here end in a head such as Agency or Executive."""
    for here, after in zip(tokens, [*tokens[1:], None], strict=True):
        if here.low in heads:
            return True
        if after is None or not re.fullmatch(r"[’']?\s+(?:[a-z]+\s+)?", text[here.end : after.start]):
            return False
    return False


def token_possessed(run: list[Token], following: list[Token], text: str, known: Gazetteer) -> bool:
    """Whether "X's Y" is one name ("Information Commissioner's Office") and not Y of X ("Oslo's Central Library")."""
    head = following[0].low
    whole = text[run[0].start : following[0].end]
    if known.kind(whole):
        return True
    first = text[run[0].start : run[-1].end]
    if run[-1].low in ("people", "workers", "women", "children") and _ends_in_head(text, following[:4]):
        return True
    saint = run[0].low in ("st", "saint") and head in HEADS["Organisation"] | HEADS["Place"]
    return (
        (head in _POSSESSED or saint)
        and not known.kind(first)
        and run[-1].low not in demonyms()
        and head not in ("government",)
        and (
            len(run) > 1
            or run[-1].low in TITLES
            or run[-1].low in OPENERS
            or run[0].low in ("st", "saint")
            or run[-1].low
            in ("children", "women", "people", "king", "queen", "prosecutor", "veterans", "workers", "teachers")
        )
    )


def scan(text: str, start: int, end: int, known: Gazetteer, lower: set[str]) -> list[Span]:
    """The spans of ``text[start:end]``, one sentence, that may be names. ``lower``: words seen in lower case."""
    tokens = all_tokens(text, start, end)
    spans: list[Span] = []
    index = 0
    while index < len(tokens):
        run = [tokens[index]]
        index += 1
        while (
            index < len(tokens)
            and len(run) < _LONGEST
            and tokens[index].start - run[-1].end <= _WIDEST
            and _joins(text, run, tokens[index : index + 8], known, lower)
        ):
            run.append(tokens[index])
            index += 1
        if len(run) > 1 or not (run[0].opens and run[0].low in OPENERS) or known.kind(run[0].word):
            spans += _trim(text, run, end, known, lower)
    return spans


def _span(
    text: str,
    tokens: list[Token],
    weak: bool,
    article: bool = False,
    role: bool = False,
    votes: list[tuple[str, float, str]] | None = None,
) -> Span:
    return Span(tokens[0].start, tokens[-1].end, [t.word for t in tokens], weak, article, role, votes or [])


def _trim(text: str, run: list[Token], limit: int, known: Gazetteer, lower: set[str]) -> list[Span]:
    """The names in one run of capitalised words: openers, roles, honours and peoples cut off."""
    found: list[Span] = []
    opens = run[0].opens
    article = False
    if not known.kind(text[run[0].start : run[-1].end]) or (
        run[0].low == "the" and not known.has(text[run[0].start : run[-1].end])
    ):
        while run and (run[0].low in OPENERS if run[0].opens else run[0].low in ("the", "and", "but")):
            headed = (
                len(run) > 1
                and run[0].low not in ("the", "a", "an", "and", "but", "in", "on", "for", "of", "if", "when")
                and (run[-1].low in HEADS["Organisation"] or run[-1].low in _LAW_HEADS or not run[0].opens)
            )
            if headed:
                break
            article = run[0].low == "the" and not run[0].opens
            opens = run[0].opens
            run = run[1:]
    while (
        run
        and _is_never(run[-1], run[-2] if len(run) > 1 else run[-1])
        and not known.kind(text[run[0].start : run[-1].end])
    ):
        run = run[:-1]
    while run and run[0].low in NEVER and not known.kind(text[run[0].start : run[-1].end]):
        run, opens = run[1:], False
    if not run:
        return found
    if len(run) == 1 and (
        (run[0].word == "X" and _NUMBERED.search(text, max(0, run[0].start - 24), run[0].start))
        or _MONEY.match(text, run[0].start)
    ):
        return found
    if len(run) > 2 and _OFFICE_OF.search(text, max(0, run[0].start - 24), run[0].start) and run[0].low in _STAFFED:
        return _person(text, run[1:])  # "Superintendent of Police X Y"
    if len(run) == 2 and run[0].low in ("co", "co.") and not run[0].opens:
        return [_span(text, run, False, votes=[("Place", 4.0, "county")])]  # "Co Mayo"
    if len(run) == 1 and _split_hyphen(run[0]) == "first":
        return _hyphenated(text, run[0], known, lower)
    for match in (_LEFT_OVER.match(text, run[-1].end, limit), _SUFFIX.match(text, run[-1].end, limit)):
        if match and (match.re is _SUFFIX or known.kind(text[run[0].start : match.end()])):
            last = run[-1]
            run = [*run[:-1], Token(last.start, match.end(), text[last.start : match.end()], last.low, last.opens)]
            if match.re is _SUFFIX:
                return [_span(text, run, False, votes=[("Organisation", 2.5, "company suffix")])]
            break
    whole = known.kind(text[run[0].start : run[-1].end])
    if whole:
        weak = opens and run[0].opens and known.is_doubtful(text[run[0].start : run[-1].end])
        return [_span(text, run, weak, article)]
    if (
        len(run) == 2
        and (parts := [known.kind(t.word) for t in run])
        and all(parts)
        and parts[1] in ("Event", "Place")
        and parts[0] != parts[1]
    ):
        return [_span(text, [t], False) for t in run]
    if (
        len(run) > 2
        and known.kind(run[-1].word) == "Place"
        and known.kind(text[run[0].start : run[-2].end]) == "Organisation"
    ):
        return [_span(text, run[:-1], False, article), _span(text, run[-1:], False)]
    lows = [t.low for t in run]
    headed = lows[-1] in HEADS["Organisation"] or lows[-1] in _LAW_HEADS or any(w in OF_HEADS for w in lows[:-1])
    if (
        all(w in TITLES or w in BEFORE_TITLE or w in demonyms() or w == "state" for w in lows)
        and not (len(run) > 1 and lows[-1] in _BODIES)
        and lows[0] not in _HONORIFICS
    ):
        return found
    cut = next((k + 1 for k in range(len(run) - 2, -1, -1) if _is_title(text, run, k)), 0)
    if cut == 1 and lows[0] in _STYLED and text[max(0, run[0].start - 4) : run[0].start].lower() == "the ":
        return [_span(text, run, False, votes=[("Vehicle", 0.5, "styled")])]
    if cut and all(
        w in TITLES or w in BEFORE_TITLE or w in demonyms() or w == "state" or known.kind(run[k].word)
        for k, w in enumerate(lows[:cut])
    ):
        office = lows[-1] in HEADS["Organisation"] and lows[-1] not in given_names() and len(run) - cut == 1
        if not office:
            found += [
                _span(text, [t], False) for t in run[:cut] if known.kind(t.word) and t.low not in TITLES | BEFORE_TITLE
            ]
            return found + _person(text, run[cut:])
    called = cut > 1 and 0 < len(run) - cut < 4 and (lows[cut] in given_names() or is_surname(run[-1].word))
    if called and lows[-1] in HEADS["Organisation"] and lows[cut] not in given_names():
        called = False
    if cut > 1 and (called or (not headed and lows[cut - 1] in _LEADERS)) and lows[cut] not in TITLES | BEFORE_TITLE:
        front = next(k for k in range(cut) if all(w in TITLES or w in BEFORE_TITLE for w in lows[k:cut]))
        while 0 < front < cut - 1 and lows[front] in _DIVISIONS:
            front += 1  # "Nolan County Sheriff X Y"
        if front:
            local = lows[cut - 1] in _LOCAL or lows[front - 1] in HEADS["Place"]
            kind = "Place" if local else "Organisation"
            return [
                _span(text, run[:front], False, votes=[(kind, 1.2, f"its {lows[cut - 1]}")]),
                *_person(text, run[cut:]),
            ]
    while len(run) > 2 and run[-1].word in HONOURS:
        run = run[:-1]
    said = kind_noun(lows[0]) if run[0].opens and not headed and len(run) > 1 else ""
    if (
        said
        and said != "Event"
        and lows[0] != "flight"
        and lows[0] not in given_names()
        and text[run[0].end : run[1].start].isspace()
    ):
        return [*found, _span(text, run[1:], False, votes=[(said, 2.0, "noun before")])]
    if (
        lows[0] in demonyms()
        and not headed
        and (len(run) == 1 or (len(run) == 2 and run[1].low in lower) or (len(run) == 2 and run[1].opens))
    ) or (len(run) > 2 and lows[0] in demonyms() and lows[1] in given_names()):
        run = run[1:]
    elif (
        opens
        and run[0].opens
        and len(run) > 1
        and not headed
        and lows[0] in lower
        and lows[0] not in given_names()
        and (lows[0] not in _PARTICLES or len(run) > 2)
    ):
        run, opens = run[1:], False
    if not run or (len(run) == 1 and (run[0].low in demonyms() or run[0].low in NEVER)):
        return found
    if (
        len(run) > 2
        and known.kind(run[0].word) == "Place"
        and run[1].low in given_names()
        and run[0].low not in given_names()
    ):
        return [_span(text, run[:1], False), *_person(text, run[1:])]
    single = len(run) == 1
    weak = run[0].opens and (single or run[0].low in lower)
    if single and re.fullmatch(r"[^\W\d_]\.", run[0].word):
        return [*found, _span(text, run, True)]  # "K.": a name where "Ruben K." stands too
    if single and len(run[0].word) == 1 and not known.kind(run[0].word):
        return found
    if (
        single
        and (run[0].low in HEADS["Organisation"] or run[0].low in TITLES or run[0].low in TOPICS)
        and run[0].low in lower
    ):
        return found  # "the Board", "the Minister": which one, the name does not say
    if single and run[0].word.isupper() and len(run[0].word) > 1 and run[0].low in lower:
        return found  # capitals for emphasis
    return [*found, _span(text, run, weak, article)]


def _is_title(text: str, run: list[Token], k: int) -> bool:
    """Whether a title at ``k`` stands right before the rest: "Secretary of State X" does, not "Ombudsman for X"."""
    gap = text[run[k].end : run[k + 1].start]
    if not (gap.isspace() or gap == ". "):
        return False
    return run[k].low in TITLES or (run[k].low == "state" and k > 0 and run[k - 1].low in TITLES)


def _person(text: str, run: list[Token]) -> list[Span]:
    while len(run) > 1 and run[-1].word in HONOURS:
        run = run[:-1]
    return [_span(text, run, False, role=True)]


def _hyphenated(text: str, token: Token, known: Gazetteer, lower: set[str]) -> list[Span]:
    """The name in "Oslo-based" or "NHS-run"; none in "Chinese-language" or "Cross-border"."""
    part = re.split(r"[‑-]", token.word)[0]
    if known.kind(token.word):
        return [_span(text, [token], False)]
    if part.lower() in demonyms() or part.lower() in OPENERS or part.lower() in NEVER or len(part) < 2:
        return []
    based = token.word[len(part) + 1 :].lower().startswith(("based", "born", "registered", "flagged", "bound"))
    if not (known.kind(part) or based or part.isupper() or any(c.isupper() for c in part[1:])):
        return []
    short = Token(token.start, token.start + len(part), part, part.lower(), token.opens)
    span = _span(text, [short], False)
    if based:
        span.votes.append(("Place", 2.0, "X-based"))
    return [span]
