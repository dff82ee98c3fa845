"""Where names stand: runs of capitalised words, and whether a word carries on the name before it."""

import itertools
import re
from collections.abc import Collection
from functools import cache

from incident_graph.names.gazetteer import Gazetteer, demonyms, pattern, words
from incident_graph.names.tokens import Span, Token, is_hyphenated, is_never, tokens
from incident_graph.names.trimming import trim

_LONGEST = 14  # words of a name: more is a line of capitals, not a name
_WIDEST = 12  # characters between two capitalised words of a name


def scan(text: str, start: int, end: int, known: Gazetteer, lower: set[str]) -> list[Span]:
    """The spans of ``text[start:end]``, one sentence, that may be names. ``lower``: words seen in lower case."""
    found = tokens(text, start, end)
    spans: list[Span] = []
    index = 0
    while index < len(found):
        run = [found[index]]
        index += 1
        while (
            index < len(found)
            and len(run) < _LONGEST
            and found[index].start - run[-1].end <= _WIDEST
            and joins(text, run, found[index : index + 8], known, lower)
        ):
            run.append(found[index])
            index += 1
        if len(run) > 1 or not (run[0].opens and run[0].low in words("openers")) or known.kind(run[0].word):
            spans += trim(text, run, end, known, lower)
    return spans


def joins(text: str, run: list[Token], following: list[Token], known: Gazetteer, lower: set[str]) -> bool:
    """Whether the first of the following tokens, not far from it, belongs to the name that the run has begun."""
    last, token = run[-1], following[0]
    gap = text[last.end : token.start]
    if _breaks(last, None) or _breaks(token, last) or is_hyphenated(token) or is_hyphenated(last):
        return False
    if gap.isspace():
        return gap.count("\n") < 2
    if gap == ". ":
        return last.low in words("abbreviated")
    if gap in ("’s ", "'s "):
        return _is_possessed(run, following, text, known) or _bears_a_genitive(text, run, following, known)
    if gap in ("’ ", "' "):
        return _is_possessed_by_many(run, following, text)
    if last.low in words("numbered-names") and pattern("number-between").fullmatch(gap):
        return True
    if gap.strip() == "&":
        return True
    return _joins_over_words(text, run, following, known, lower)


def _breaks(token: Token, before: Token | None) -> bool:
    """Whether a word ends every name: days, months and pronouns do; "IT" or "Web" may stand inside one."""
    return (token.low in words("end-a-name") or token.low in words("names-or-months")) and is_never(token, before)


def _is_possessed(run: list[Token], following: list[Token], text: str, known: Gazetteer) -> bool:
    """Whether "X's Y" is one name ("Information Commissioner's Office") and not Y of X ("Oslo's Central Library")."""
    head = following[0].low
    whole = text[run[0].start : following[0].end]
    if known.kind(whole):
        return True
    first = text[run[0].start : run[-1].end]
    if run[-1].low in words("founders") and _ends_in_head(text, following[:4]):
        return True
    saint = run[0].low in ("st", "saint") and (head in words("organisation-heads") or head in words("place-heads"))
    return (
        (head in words("possessed") or saint)
        and not known.kind(first)
        and run[-1].low not in demonyms()
        and (
            len(run) > 1
            or run[-1].low in words("titles")
            or run[-1].low in words("openers")
            or run[0].low in ("st", "saint")
            or run[-1].low in words("founders")
        )
    )


def _bears_a_genitive(text: str, run: list[Token], following: list[Token], known: Gazetteer) -> bool:
    """Whether "X's Y" is the name of one place: "Tarvo's Bend"; or recurs whole, its second half never alone."""
    if known.kind(run[-1].word) or run[-1].low in demonyms() or run[-1].low in words("titles"):
        return False
    if len(run) > 1 and not pattern("over-of").match(text[run[-2].end : run[-1].start]):
        return False
    ahead = list(following[:1])
    for token in following[1:4]:
        if text[ahead[-1].end : token.start] != " ":
            break
        ahead.append(token)
    head = ahead[-1].low
    if head not in (words("bears-a-genitive") | words("organisation-heads") | words("place-heads")):
        return False
    times = text.count(text[run[-1].start : ahead[-1].end])
    if times < len(re.findall(rf"\b{re.escape(run[-1].word)}\b", text)):
        return False  # whose it is stands elsewhere too: "Norley's Harbour Board"
    if len(ahead) == 1 and head in words("bears-a-genitive"):
        return True
    return times > 1 and times == text.count(text[ahead[0].start : ahead[-1].end])


def _is_possessed_by_many(run: list[Token], following: list[Token], text: str) -> bool:
    """Whether "Xs’ Y" is one name: "Teachers’ Federation"."""
    quoted = text[run[0].start - 1 : run[0].start] in ("‘", "'")  # the mark may end a quotation
    return run[-1].low.endswith("s") and not quoted and _ends_in_head(text, following[:3], words("founded"))


def _joins_over_words(text: str, run: list[Token], following: list[Token], known: Gazetteer, lower: set[str]) -> bool:
    """Whether a name goes on over a preposition, "and", a particle or a comma."""
    token = following[0]
    gap = text[run[-1].end : token.start]
    if pattern("over-of").match(gap):
        return _joins_with_of(text, run, token, known)
    if pattern("over-on").match(gap):
        return _joins_with_on(text, run, following)
    if pattern("over-particle").match(gap):
        return _joins_with_particle(gap, run)
    if _is_in_list(text, run, token):
        return not known.kind(token.word)
    if pattern("over-and").match(gap):
        return _joins_with_and(text, run, following, known, lower)
    return gap == ", " and _names_topic(run) and token.low in words("topics")


def _names_topic(run: list[Token]) -> bool:
    """Whether the run is a body and what it is for: "Department of Energy"."""
    return _is_body(run) and run[-1].low in words("topics")


def _names_subject(run: list[Token]) -> bool:
    """Whether the run is a body and, after "of", "for" or "on", its subject: "Committee on Water Policy"."""
    return run[0].low in words("heads-before-of") or (_is_body(run) and run[1].low in words("heads-before-of"))


def _is_body(run: list[Token]) -> bool:
    """Whether the run has a head such as Ministry, and more."""
    return len(run) > 1 and any(token.low in words("heads-before-of") for token in run)


def _has_law_head(run: list[Token]) -> bool:
    return any(token.low in words("law-heads") for token in run)


def _joins_with_of(text: str, run: list[Token], token: Token, known: Gazetteer) -> bool:
    """Whether "X of Y" or "X for Y" is one name: "Commission for the Investigation of Accidents"."""
    last = run[-1]
    if _has_law_head(run) or _names_topic(run):
        return True
    if not text[last.end : token.start].startswith(" of"):
        return last.low in words("heads-before-of") and not last.opens
    if pattern("minister-of").fullmatch(f"{last.low} of {token.low}"):
        return True
    return last.low in words("heads-before-of") or known.kind(text[run[0].start : token.end]) != ""


def _joins_with_on(text: str, run: list[Token], following: list[Token]) -> bool:
    """Whether "X on Y", "X against Y" or "X at Y" is one name: "Convention on Biological Diversity"."""
    last, token = run[-1], following[0]
    if last.low in words("law-on-heads"):
        return True
    if not text[last.end : token.start].strip().startswith("at"):
        return False
    topics = last.low in words("topics") and token.low in words("topics")
    return _has_law_head(run) or (topics and _ends_in_head(text, following))


def _joins_with_particle(gap: str, run: list[Token]) -> bool:
    """Whether a particle joins what stands around it: "Ludwig van Beethoven", "Banco do Brasil"."""
    if len(gap) > 9:
        return False
    if gap.strip() not in ("y", "e", "do"):
        return True
    return len(run) > 1 or run[-1].low in words("first-words-place") or run[-1].low in words("first-words-organisation")


def _is_in_list(text: str, run: list[Token], token: Token) -> bool:
    """Whether a body for several things is listing them: "Ministry of Trade, Industry and Energy"."""
    if not words("listing-heads").intersection(t.low for t in run[:2]):
        return False
    gap = text[run[-1].end : token.start]
    if gap == ", " and _is_body(run) and pattern("listed").match(text, run[-1].end):
        return True
    after_comma = len(run) > 2 and text[run[-2].end : run[-1].start] == ", "
    return after_comma and pattern("over-and").match(gap.lstrip(",")) is not None


def _joins_with_and(text: str, run: list[Token], following: list[Token], known: Gazetteer, lower: set[str]) -> bool:
    """Whether "X and Y" is one name: "Petroleum and Explosives Board", "Department of Health and Safety"."""
    token = following[0]
    if known.kind(text[run[0].start : token.end]) or _is_law(text, run, following):
        return True
    if _is_subject(run, lower, known) and _ends_in_head(text, following[:4]):
        return True
    if len(run) > 2 and _names_subject(run) and token.low in words("topics"):
        after = following[1].low if len(following) > 1 else ""
        return after not in words("known-for-short") | words("titles")
    ahead = following[1].low if len(following) > 1 and text[token.end : following[1].start].isspace() else ""
    if run[-1].low not in words("topics") or (token.low not in words("topics") and ahead not in words("topics")):
        return False
    return _is_body(run) or _ends_in_head(text, following)


def _is_law(text: str, run: list[Token], following: list[Token]) -> bool:
    """Whether “the A B and” goes on to “C Bill”."""
    start = run[0].start
    if not text[max(0, start - 4) : start].lower().endswith(("the ", "of ")) or _has_law_head(run):
        return False
    for here, after in itertools.pairwise(following[:4]):
        if not text[here.end : after.start].isspace() or here.low in words("law-heads"):
            return False
        if after.low in words("joined-laws"):
            return True
    return False


def _is_subject(run: list[Token], lower: set[str], known: Gazetteer) -> bool:
    """Whether the run is a common noun, and so may be half of what a body is for: "Petroleum and Explosives Board"."""
    own = [token for token in run if token.low not in words("openers")]
    return (
        len(own) == 1
        and (own[0].low in lower or own[0].low in words("topics"))
        and own[0].low not in words("stands-alone")
        and not known.kind(own[0].word)
    )


@cache
def _heads() -> frozenset[str]:
    return words("organisation-heads") | words("law-heads")


def _ends_in_head(text: str, tokens: list[Token], heads: Collection[str] = frozenset()) -> bool:
    """Whether the capitalised words that start here end in a head such as Agency or Executive."""
    for here, after in zip(tokens, [*tokens[1:], None], strict=True):
        if here.low in (heads or _heads()):
            return True
        if after is None or not re.fullmatch(r"[’']?\s+(?:[a-z]+\s+)?", text[here.end : after.start]):
            return False
    return False
