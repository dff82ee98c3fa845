"""Noun phrases without a tagger: grown from a word outwards until a function word, a verb or a stop."""

import re

from incident_graph.text.wording import any_of

_TOKEN = re.compile(r"[\w$£€][\w'’./&‑-]*|[^\w\s]")
DETERMINERS = frozenset(
    """a an the this that these those its their his her our your my some any no another each every one various several
    many""".split()
)
_STOP = frozenset(
    """of in on at by for from with to into onto over under about after before between during through against among
    amid via per within without as than like since until upon across around near off out up down and or but
    nor so yet if because although though while whereas whether when where who whom whose which that it he she
    they we you i there here not is are was were be been being am has have had having do does did done will
    would can could may might must shall should also then now still already only just even more most less
    least very too however meanwhile said says say told tell tells claim claims claimed claiming added adds
    according include includes included including remain remains appeared appears appear began begins begin
    became become becomes went go goes going came come comes got get gets gave give gives given took take
    takes taken made make makes found find finds saw see sees seen held hold holds left leave leaves called
    calls call urged urges launched opened ordered begun blamed blames confirmed confirms denied denies warned
    warns announced revealed reveals shows show showed failed fails lost loses sold sells selling listed
    eating eaten ate drinking drank consuming buying
    offered surfaced moved moves passes pass uses use using points point allowed let lets""".split()
)


#: Nouns for what befalls a thing: "the supplier failure" still speaks of the supplier.
_HAPPENINGS = frozenset("failure failures breach hack leak outage crash collapse error fault".split())


def noun_phrase(text: str, start: int, end: int, *, limit: int = 6) -> tuple[int, int]:
    """The span of the noun phrase whose head ends at ``end``: determiner and modifiers before it, "of …" after it.

    >>> s = "The seller named a third-party IT supplier in Leeds"
    >>> a, b = noun_phrase(s, s.index("supplier"), s.index(" in"))
    >>> s[a:b]
    'a third-party IT supplier'
    """
    left = start
    tokens = list(_TOKEN.finditer(text, 0, start))
    for token in list(reversed(tokens))[:limit]:
        word = token.group() if token.group().isupper() and len(token.group()) > 1 else token.group().lower()
        if (not word[0].isalnum() and word[0] not in "$£€") or (word in _STOP and word not in DETERMINERS):
            break
        if re.search(r"[,;:()—–\n\"]", text[token.end() : left]):
            break
        left = token.start()
        if word in DETERMINERS:
            break
    return left, end


_AFTER = any_of("who which that was were is are has have had and or but for to in on by with where will could may")
_COMPLEMENT = re.compile(
    rf"\s+{any_of('of on in at for from dedicated_to devoted_to operated_by run_by based_in')}\s+"
    r"(?:(?:the|a|an|its|their)\s+)?(?:[\w'’-]+\s+){0,2}?[\w'’-]+"
    rf"(?=\s*(?:[.,;:()—–\"]|$)|\s+{_AFTER}\b)",
    re.IGNORECASE,
)


def with_complement(text: str, end: int) -> int:
    """Where the phrase ends when what follows is a short complement: "marketplace on the dark web", "forums in China".

    >>> s = "a marketplace on the dark web was used"
    >>> s[:with_complement(s, 13)]
    'a marketplace on the dark web'
    """
    found = _COMPLEMENT.match(text, end)
    return found.end() if found else end


def is_head(text: str, end: int) -> bool:
    """Whether the word ending at ``end`` ends its noun phrase: what follows is no further noun, or only what befell it.

    >>> is_head("the supplier failure", 12), is_head("the supplier failed to", 12), is_head("the supplier.", 12)
    (True, True, True)
    >>> is_head("the supplier list", 12)
    False
    """
    rest = text[end:]
    if re.match(r"['’]s\b", rest):
        return False
    following = re.match(r"\s+([\w'’-]+)", rest)
    if not following:
        return True
    word = following.group(1).lower()
    if word in _HAPPENINGS:
        return True
    return word in _STOP or word in DETERMINERS or bool(re.search(r"(?:ed|ing|ly)$", word))


def clip(text: str, words: int = 14) -> str:
    """``text`` on one line, without stray marks at its ends, cut after so many words.

    >>> clip(' the “whole”  truth, ', 2)
    'the “whole”…'
    """
    tokens = text.strip(" \t\n\r,;:.-–—").split()
    short = " ".join(tokens[:words]).strip(" ,;:.-–—")
    return short + "…" if len(tokens) > words else short
