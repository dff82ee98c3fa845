"""The names in a run of capitalised words: openers, roles, honours and peoples cut off, two names told apart."""

import re

from incident_graph.names.features import vote
from incident_graph.names.gazetteer import Gazetteer, demonyms, given_names, is_surname, noun_class, pattern, words
from incident_graph.names.mention import Vote
from incident_graph.names.tokens import Span, Token, is_hyphenated, is_never
from incident_graph.values.unit_wording import MONEY_BEFORE

_MONEY = re.compile(MONEY_BEFORE)
_NUMBER = re.compile(r"\s\d{1,3}\b")
_LEFT_OVER = re.compile(r"[’']s\b|\s\d{1,3}\b")


def trim(text: str, run: list[Token], limit: int, known: Gazetteer, lower: set[str]) -> list[Span]:
    """The names in one run of capitalised words; ``limit`` is where the sentence ends."""
    run, opens, article = _without_openers(text, run, known)
    run = _without_number_sign(text, _without_never_after(text, run, known))
    shorter = _without_never_before(text, run, known)
    if not shorter or _is_numeral(text, shorter) or _is_sum(text, shorter):
        return []
    opens = opens and len(shorter) == len(run)
    run = shorter
    if (found := _fixed_form(text, run, known)) is not None:
        return found
    if suffix := pattern("company-suffix").match(text, run[-1].end, limit):
        return [_span(_stretched(text, run, suffix.end()), votes=[vote("company-suffix")])]
    run = _with_left_over(text, _with_number(text, run, limit), limit, known)
    if found := _known(text, run, known, opens=opens, article=article):
        return found
    if _is_only_title(run):
        return []
    return _titled(text, run, known) or _untitled(text, run, known, lower, opens=opens, article=article)


def _span(
    tokens: list[Token],
    *,
    weak: bool = False,
    article: bool = False,
    role: bool = False,
    votes: list[Vote] | None = None,
) -> Span:
    return Span(tokens[0].start, tokens[-1].end, [t.word for t in tokens], weak, article, role, votes or [])


def _surface(text: str, run: list[Token]) -> str:
    return text[run[0].start : run[-1].end]


def _without_openers(text: str, run: list[Token], known: Gazetteer) -> tuple[list[Token], bool, bool]:
    """The run without "The", "But" and the like; whether it opened a sentence; whether "the" stood inside one."""
    whole = _surface(text, run)
    opens, article = run[0].opens, False
    if known.kind(whole) and not (run[0].low == "the" and not known.has(whole)):
        return run, opens, article
    while run and _is_opener(run[0]) and not _belongs_to_head(text, run):
        article = run[0].low == "the" and not run[0].opens
        opens = run[0].opens
        run = run[1:]
    return run, opens, article


def _is_opener(token: Token) -> bool:
    return token.low in words("openers") if token.opens else token.low in ("the", "and", "but")


def _belongs_to_head(text: str, run: list[Token]) -> bool:
    """Whether a first word that may open a sentence belongs to a name with a head: "National Transport Agency"."""
    if len(run) < 2 or run[0].low in words("function-words"):
        return False
    if run[0].low in words("heads-before-of") and pattern("over-of").match(text[run[0].end : run[1].start]):
        return True
    return not run[0].opens or run[-1].low in words("organisation-heads") or run[-1].low in words("law-heads")


def _without_never_after(text: str, run: list[Token], known: Gazetteer) -> list[Token]:
    """The run without days, months and other words that are in no name, at its end."""
    while run and is_never(run[-1], run[-2] if len(run) > 1 else run[-1]) and not known.kind(_surface(text, run)):
        run = run[:-1]
    return run


def _without_number_sign(text: str, run: list[Token]) -> list[Token]:
    """The run without "No." before a number; nothing where only the number says which one is meant: "Report No. 7"."""
    if not run or run[-1].low not in words("number-signs"):
        return run
    if not pattern("number-sign-after").match(text, run[-1].end):
        return run
    named = len(run) > 2 and run[-2].low in (words("organisation-heads") | words("place-heads"))
    return run[:-1] if named else []


def _without_never_before(text: str, run: list[Token], known: Gazetteer) -> list[Token]:
    """The run without such words at its beginning."""
    while run and run[0].low in words("never-names") and not known.kind(_surface(text, run)):
        run = run[1:]
    return run


def _is_numeral(text: str, run: list[Token]) -> bool:
    """Whether a lone X is a Roman numeral: "Chapter X"."""
    start = run[0].start
    return (
        len(run) == 1
        and run[0].word == "X"
        and pattern("roman-numeral-before").search(text, max(0, start - 24), start) is not None
    )


def _is_sum(text: str, run: list[Token]) -> bool:
    """Whether a lone word is the currency of a sum: "N500"."""
    return len(run) == 1 and _MONEY.match(text, run[0].start) is not None


def _fixed_form(text: str, run: list[Token], known: Gazetteer) -> list[Span] | None:
    """The names in "Superintendent of Police X Y", "Co Mayo" and "Oslo-based"; ``None`` for any other form."""
    start = run[0].start
    if len(run) > 2 and pattern("office-of").search(text, max(0, start - 24), start) and run[0].low in words("staffed"):
        return _person(run[1:])
    if len(run) == 2 and run[0].low in ("co", "co.") and not run[0].opens:
        return [_span(run, votes=[vote("county")])]
    if len(run) == 1 and is_hyphenated(run[0]):
        return _hyphenated(run[0], known)
    return None


def _with_left_over(text: str, run: list[Token], limit: int, known: Gazetteer) -> list[Token]:
    """The run with the "'s" or number after it, where a known name ends in that: "Lloyd's"."""
    after = _LEFT_OVER.match(text, run[-1].end, limit)
    if after and known.kind(text[run[0].start : after.end()]):
        return _stretched(text, run, after.end())
    return run


def _with_number(text: str, run: list[Token], limit: int) -> list[Token]:
    """The run with the number of a broadcaster after it: "Channel 9"."""
    number = _NUMBER.match(text, run[-1].end, limit) if run[-1].low in words("numbered-names") else None
    return _stretched(text, run, number.end()) if number else run


def _stretched(text: str, run: list[Token], end: int) -> list[Token]:
    """The run, its last word reaching to ``end``."""
    last = run[-1]
    return [*run[:-1], Token(last.start, end, text[last.start : end], last.low, last.opens)]


def _known(text: str, run: list[Token], known: Gazetteer, *, opens: bool, article: bool) -> list[Span]:
    """A name known beforehand, or two such names side by side; nothing when the run is neither."""
    whole = _surface(text, run)
    if known.kind(whole):
        return [_span(run, weak=opens and run[0].opens and known.is_doubtful(whole), article=article)]
    if len(run) == 2:
        first, second = (known.kind(token.word) for token in run)
        if first and second in ("Event", "Place") and first != second:
            return [_span([token]) for token in run]
    if len(run) > 2 and known.kind(run[-1].word) == "Place" and known.kind(_surface(text, run[:-1])) == "Organisation":
        return [_span(run[:-1], article=article), _span(run[-1:])]
    return []


def _is_of_title(word: str) -> bool:
    return word in words("titles") or word in words("before-titles")


def _is_titular(word: str) -> bool:
    """Whether a word may stand in the title before a name: "Norwegian Prime Minister X"."""
    return _is_of_title(word) or word in demonyms()


def _is_only_title(run: list[Token]) -> bool:
    """Whether the run says what somebody is, and not who: "Prime Minister"."""
    if len(run) > 1 and run[-1].low in words("bodies-like-titles"):
        return False
    return run[0].low not in words("honorifics") and all(_is_titular(token.low) for token in run)


def _is_headed(run: list[Token]) -> bool:
    """Whether the run is the name of a body or law, by its last word or by one such as Ministry before."""
    last = run[-1].low
    return (
        last in words("organisation-heads")
        or last in words("law-heads")
        or any(t.low in words("heads-before-of") for t in run[:-1])
    )


def _titled(text: str, run: list[Token], known: Gazetteer) -> list[Span]:
    """The person after a title, and the body or place named before it; nothing when there is no such title."""
    cut = next((k + 1 for k in range(len(run) - 2, -1, -1) if _is_title(text, run, k)), 0)
    if not cut:
        return []
    before, after = run[:cut], run[cut:]
    if before[-1].low in words("styled") and _is_named_after(after):
        return []
    if cut == 1 and run[0].low in words("styled") and text[max(0, run[0].start - 4) : run[0].start].lower() == "the ":
        return [_span(run, votes=[vote("styled")])]
    if all(_is_titular(token.low) or known.kind(token.word) for token in before) and not _is_office(after):
        named = [t for t in before if known.kind(t.word) and not _is_of_title(t.low)]
        return [*(_span([token]) for token in named), *_person(after)]
    if _is_of_title(after[0].low) or not (_is_called(before, after) or _is_led(run, before)):
        return []
    front = _title_start(before)
    if not front:
        return []
    local = before[-1].low in words("local-leaders") or before[front - 1].low in words("place-heads")
    votes = [vote("place-led" if local else "body-led")]
    return [_span(before[:front], votes=votes), *_person(after)]


def _is_office(after: list[Token]) -> bool:
    """Whether the one word after a title makes it a body: "Prime Minister Office"."""
    word = after[-1].low
    return len(after) == 1 and word in words("organisation-heads") and word not in given_names()


def _is_named_after(after: list[Token]) -> bool:
    """Whether what follows a title is named after its bearer: "King Oskar Hospital"."""
    heads = (words("organisation-heads") | words("place-heads")) - words("heads-or-surnames")
    return len(after) > 1 and after[-1].low in heads


def _is_called(before: list[Token], after: list[Token]) -> bool:
    """Whether what follows a longer title looks like a person's name."""
    if len(before) < 2 or len(after) > 3:
        return False
    if after[0].low in given_names():
        return True
    return is_surname(after[-1].word) and after[-1].low not in words("organisation-heads")


def _is_led(run: list[Token], before: list[Token]) -> bool:
    """Whether a longer title ends in that of a leader, and the run is not the name of a body."""
    return len(before) > 1 and before[-1].low in words("leaders") and not _is_headed(run)


def _title_start(before: list[Token]) -> int:
    """Where the title begins, after the name of what is led: "Nolan County Sheriff"."""
    front = len(before) - 1
    while front and (before[front - 1].low in words("titles") or before[front - 1].low in words("before-titles")):
        front -= 1
    while 0 < front < len(before) - 1 and before[front].low in words("divisions"):
        front += 1
    return front


def _untitled(
    text: str, run: list[Token], known: Gazetteer, lower: set[str], *, opens: bool, article: bool
) -> list[Span]:
    """The name in a run without a title, freed of honours, of a noun or people before it, of a sentence's opening."""
    headed = _is_headed(run)
    run = _without_honours(run, 2)
    if _has_noun_before(text, run, headed):
        return [_span(run[1:])]
    if _begins_with_people(run, headed, lower) or (opens and _begins_with_word(run, headed, lower)):
        run = run[1:]
    if not run:
        return []
    if len(run) > 2 and run[0].opens and run[0].low in words("epithets") and run[1].low in given_names():
        run = run[1:]
    first = run[0]
    if len(run) == 1:
        return _lone(first, known, lower, article=article)
    if (
        len(run) > 2
        and known.kind(first.word) == "Place"
        and run[1].low in given_names()
        and first.low not in given_names()
    ):
        return [_span(run[:1]), *_person(run[1:])]
    return [_span(run, weak=first.opens and first.low in lower, article=article)]


def _without_honours(run: list[Token], least: int) -> list[Token]:
    """The run without "OBE" and the like at its end, ``least`` words of it at least."""
    while len(run) > least and run[-1].word in words("honours"):
        run = run[:-1]
    return run


def _has_noun_before(text: str, run: list[Token], headed: bool) -> bool:
    """Whether a noun at the start of a sentence says what the name after it is of: "Engineer X"."""
    if len(run) < 2 or not run[0].opens or headed:
        return False
    first = run[0].low
    if noun_class(first) in ("", "Event") or first == "flight" or first in given_names():
        return False
    return text[run[0].end : run[1].start].isspace()


def _begins_with_people(run: list[Token], headed: bool, lower: set[str]) -> bool:
    """Whether the first word only says of which people the rest is: "Norwegian Ida Holm"."""
    if run[0].low not in demonyms():
        return False
    if len(run) > 2 and run[1].low in given_names():
        return True
    return not headed and (len(run) == 1 or (len(run) == 2 and (run[1].low in lower or run[1].opens)))


def _begins_with_word(run: list[Token], headed: bool, lower: set[str]) -> bool:
    """Whether the first word is a common one that has its capital from the start of the sentence."""
    first = run[0]
    return (
        first.opens
        and len(run) > 1
        and not headed
        and first.low in lower
        and first.low not in given_names()
        and (first.low not in words("name-particles") or len(run) > 2)
    )


def _lone(token: Token, known: Gazetteer, lower: set[str], *, article: bool) -> list[Span]:
    """The name that one word is, if it is one."""
    if token.low in demonyms() or token.low in words("never-names"):
        return []
    if re.fullmatch(r"[^\W\d_]\.", token.word):
        return [_span([token], weak=True)]  # "K.": a name where "Ruben K." stands too
    if len(token.word) == 1 and not known.kind(token.word):
        return []
    if token.low in lower:
        if token.low in words("organisation-heads") or token.low in words("titles") or token.low in words("topics"):
            return []  # "the Board", "the Minister": which one, the name does not say
        if token.word.isupper() and len(token.word) > 1:
            return []  # capitals for emphasis
    return [_span([token], weak=token.opens, article=article)]


def _is_title(text: str, run: list[Token], k: int) -> bool:
    """Whether a title at ``k`` stands right before the rest: "Secretary of State X" does, not "Ombudsman for X"."""
    gap = text[run[k].end : run[k + 1].start]
    if not (gap.isspace() or gap == ". "):
        return False
    return run[k].low in words("titles") or (run[k].low == "state" and k > 0 and run[k - 1].low in words("titles"))


def _person(run: list[Token]) -> list[Span]:
    return [_span(_without_honours(run, 1), role=True)]


def _hyphenated(token: Token, known: Gazetteer) -> list[Span]:
    """The name in "Oslo-based" or "NHS-run"; none in "Chinese-language" or "Cross-border"."""
    part = re.split(r"[‑-]", token.word)[0]
    if known.kind(token.word):
        return [_span([token])]
    if (
        part.lower() in demonyms()
        or part.lower() in words("openers")
        or part.lower() in words("never-names")
        or len(part) < 2
    ):
        return []
    based = token.word[len(part) + 1 :].lower().startswith(("based", "born", "registered", "flagged", "bound"))
    if not (known.kind(part) or based or part.isupper() or any(c.isupper() for c in part[1:])):
        return []
    short = Token(token.start, token.start + len(part), part, part.lower(), token.opens)
    span = _span([short])
    if based:
        span.votes.append(vote("place-based"))
    return [span]
