"""Whose words a quotation is: each is one unit, given whole to the nearest speaker and verb outside its marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from incident_graph.annotators.cue import Cue
from incident_graph.annotators.mentions import may_speak
from incident_graph.annotators.quotations import Quotation
from incident_graph.annotators.stretches import Stretch, Stretches, merged
from incident_graph.annotators.subjects import VERBAL, subject
from incident_graph.text.document import Document
from incident_graph.text.tree import Token, Tree

#: A sentence that only says who spoke stands so near behind the quotation: '"When?" Quill asked.'
_TAG = 60


class Given(NamedTuple):
    """What the quotations add: by the index of a cue's token, its contents with the quotations that it takes; and the
    quotations without a verb of their own, each with the cue of the one that it goes on from, if any."""

    contents: dict[int, Stretches]
    others: list[tuple[Quotation, Cue | None]]


def given(document: Document, quotes: Sequence[Quotation], found: list[Cue]) -> Given:
    """Give each quotation to a cue; ``found`` are the cues outside all quotations, in order of place."""
    tree = document.tree
    starts = [cue.token.start for cue in found]
    contents: dict[int, list[Stretch]] = {}
    others: list[tuple[Quotation, Cue | None]] = []
    before: tuple[Quotation, Cue | None] | None = None
    blocks = [block.start for block in document.blocks]
    for quote in quotes:
        first, last = _sentences(tree, quote)
        here = found[bisect_left(starts, first) : bisect_right(starts, last)]
        tags = [
            c
            for c in found[bisect_right(starts, last) : bisect_right(starts, last) + 1]
            if c.token.start - last < _TAG and not c.contents
        ]
        cue = (
            _nearest(document, quote, here)
            or _trailing(quote, here)
            or _nearest(document, quote, tags)
            or _led_in(document, quote, found[: bisect_left(starts, first)][-1:])
        )
        if cue is not None:
            contents.setdefault(cue.token.i, []).append((quote.start, quote.end))
        elif (cue := _any_verb(tree, quote) or _opened(tree, quote, before)) is not None:
            others.append((quote, cue))
        elif _alone(document.text, quote, first, last):
            cue = _gone_on(document, quote, before, found, starts, blocks)
            others.append((quote, cue))
        elif before is not None and before[1] is not None and _same_sentence(tree, before[0], quote):
            cue = before[1]
            others.append((quote, cue))
        before = quote, cue
    for index, items in _listed(document, found).items():
        contents.setdefault(index, []).extend(items)
    by_token = {cue.token.i: cue for cue in found}
    return Given({i: _joined(by_token[i], spans) for i, spans in contents.items()}, others)


def _listed(document: Document, found: Sequence[Cue]) -> dict[int, list[Stretch]]:
    """By the index of a cue's token, the items of the list that its sentence opens: "The mayor said these sank:"."""
    starts = [cue.token.start for cue in found]
    out: dict[int, list[Stretch]] = {}
    for sentence in document.sentences:
        opener = sentence.lead_in
        if opener is None or document.text[opener.end - 1] != ":":
            continue
        inside = found[bisect_left(starts, opener.start) : bisect_left(starts, opener.end)]
        cue = next((c for c in inside if c.quotes), None)
        if cue is not None:
            out.setdefault(cue.token.i, []).append((sentence.start, sentence.end))
    return out


def _joined(cue: Cue, spans: list[Stretch]) -> Stretches:
    """What a cue says with its quotations; what was guessed from the order of words yields to them."""
    kept = () if cue.fallback else cue.contents
    return merged((*kept, *spans))


def _sentences(tree: Tree, quote: Quotation) -> Stretch:
    """From where to where the sentences go that a quotation touches."""
    tokens = tree.within(quote.start, quote.end)
    if not tokens:
        return quote.start, quote.end
    return tree.of_sentence(tokens[0].sentence)[0].start, tree.of_sentence(tokens[-1].sentence)[-1].end


def _nearest(document: Document, quote: Quotation, near: Sequence[Cue]) -> Cue | None:
    """The nearest cue whose contents meet the quotation, else the nearest that takes a quotation."""
    meeting = [c for c in near if any(a < quote.end and quote.start < b for a, b in c.contents) and not c.fallback]
    free = [c for c in near if c.quotes and (c.fallback or not c.contents or _touching(document, quote, c))]
    return min(meeting or free, key=lambda c: (_distance(quote, c), c.token.i), default=None)


#: Rules by which a verb may be followed by more of what is said, in the same sentence.
_FREE = frozenset({"clause", "plain", "passive"})


def _trailing(quote: Quotation, here: Sequence[Cue]) -> Cue | None:
    """The last cue of the sentence before the quotation: "said it was shut, but “the board was asleep all along”"."""
    before = [c for c in here if c.quotes and c.rule in _FREE and max(end for _, end in c.contents) <= quote.start]
    return max(before, key=lambda c: c.token.i, default=None)


def _distance(quote: Quotation, cue: Cue) -> int:
    return max(quote.start - cue.end, cue.token.start - quote.end, 0)


def _touching(document: Document, quote: Quotation, cue: Cue) -> bool:
    """Whether a cue with contents of its own stands next to the quotation, but for marks: '"Never," she said, …'."""
    first = min([cue.token.start] + ([cue.speaker.start] if cue.speaker is not None else []))
    last = max([cue.end] + ([cue.speaker.end] if cue.speaker is not None else []))
    gap = document.text[quote.end : first] if first >= quote.end else document.text[last : quote.start]
    return len(gap) < 24 and sum(map(str.isalnum, gap)) < 12


def _led_in(document: Document, quote: Quotation, before: Sequence[Cue]) -> Cue | None:
    """The cue of the sentence before, when that ends with a colon."""
    for cue in before:
        gap = document.text[cue.end : quote.start].rstrip()
        if cue.quotes and gap.endswith(":") and len(gap) < 200 and not any(mark in gap for mark in '.!?"'):
            return cue
    return None


def _opened(tree: Tree, quote: Quotation, before: tuple[Quotation, Cue | None] | None) -> Cue | None:
    """Who does what a sentence tells that ends with a colon right before the quotation: "The mayor was blunt: “…”"."""
    inner = tree.within(quote.start, quote.end)
    colon = tree.tokens[inner[0].i - 1] if inner and inner[0].i else None
    if colon is None or colon.text != ":" or (before is not None and colon.start < before[0].end):
        return None
    before_it = [t for t in tree.of_sentence(colon.sentence) if t.i < colon.i]
    verbs_before = [t for t in before_it if t.pos in VERBAL]
    verb = next((t for t in verbs_before if t.dep == "ROOT"), None) or (verbs_before[-1] if verbs_before else None)
    speaker = subject(tree, verb) if verb is not None else _label(tree, before_it)
    if speaker is None or speaker.i > colon.i or not may_speak(tree, speaker, weak=True):
        return None
    cue = verb or speaker
    return Cue(cue, cue.end, cue.lemma, speaker, ((quote.start, quote.end),), "opened", True)


#: Words of what stands as a label, at the most.
_LABEL = 10


def _label(tree: Tree, words: Sequence[Token]) -> Token | None:
    """Who is named alone before a colon: "Fire chief Ada Loe: “…”", "Its statement, in full: “…”"."""
    if len(words) > _LABEL:
        return None
    phrase = words[: next((n for n, t in enumerate(words) if t.text == ","), len(words))]
    noun = phrase[-1] if phrase and phrase[-1].pos in ("NOUN", "PROPN") else None
    owner = tree.child(noun.i, "poss") if noun is not None and not may_speak(tree, noun, weak=True) else None
    return owner or noun  # "the airline's answer": the airline


def _any_verb(tree: Tree, quote: Quotation) -> Cue | None:
    """A verb that is none of saying and has the quotation for its object: '"Never," she smiled'."""
    top = tree.top(quote.start, quote.end)
    verb = tree.head(top) if top is not None and top.dep in ("ccomp", "parataxis") else None
    if verb is None or verb.pos != "VERB" or quote.start <= verb.start < quote.end:
        return None
    speaker = subject(tree, verb)
    if speaker is None or quote.start <= speaker.start < quote.end or not may_speak(tree, speaker, weak=True):
        return None
    return Cue(verb, verb.end, verb.lemma, speaker, ((quote.start, quote.end),), "any verb", True)


def _alone(text: str, quote: Quotation, first: int, last: int) -> bool:
    """Whether a quotation is all that its sentences hold, and a sentence itself."""
    rest = text[first : quote.start] + text[quote.end : last]
    return not any(map(str.isalnum, rest)) and len(text[quote.start : quote.end].split()) >= 3


def _same_sentence(tree: Tree, one: Quotation, other: Quotation) -> bool:
    a, b = tree.within(one.end - 1, one.end), tree.within(other.start, other.start + 1)
    return bool(a) and bool(b) and a[-1].sentence == b[0].sentence


def _gone_on(
    document: Document,
    quote: Quotation,
    before: tuple[Quotation, Cue | None] | None,
    found: Sequence[Cue],
    starts: Sequence[int],
    blocks: Sequence[int],
) -> Cue | None:
    """The cue that a quotation without one goes on from: that of the quotation before, or of the sentence before."""
    number = bisect_left(starts, quote.start) - 1
    last = found[number] if number >= 0 else None
    if (
        before is not None
        and before[1] is not None
        and (before[0].goes_on or last is None or last.token.start <= before[0].end)
    ):
        near = _paragraphs_between(blocks, before[0].end, quote.start) <= 1
        return before[1] if near else None
    if last is None or last.speaker is None or not last.quotes:
        return None
    return last if _paragraphs_between(blocks, last.token.start, quote.start) <= 1 else None


def _paragraphs_between(blocks: Sequence[int], one: int, other: int) -> int:
    return bisect_right(blocks, other) - bisect_right(blocks, one)
