"""Attribution: who says what, by the grammar of saying and the quotation marks of an account."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence, Set
from typing import NamedTuple

from incident_graph.annotators.antecedents import NOBODY, Antecedent, Referents
from incident_graph.annotators.cue import Cue
from incident_graph.annotators.cues import cues
from incident_graph.annotators.introduced import Introduced, introductions
from incident_graph.annotators.labels import labels
from incident_graph.annotators.mentions import Mention, may_speak, mention_at
from incident_graph.annotators.quotations import Quotation, quotations
from incident_graph.annotators.quoted import given
from incident_graph.annotators.remarks import remarks
from incident_graph.annotators.stretches import Stretch, Stretches, merged
from incident_graph.annotators.subjects import SUBJECTS, behind, beside, subject
from incident_graph.text.document import Document
from incident_graph.text.tree import Tree

#: Speakers of one stretch, one within the other, at the most.
_DEEPEST = 4
_BUCKET = 128
#: What follows a phrase in quotation marks when the account itself says what it was.
_REMARK = re.compile(r"\s+(?:that|which|who)\s")
#: Rules by which to say is to do: "has called for a report" tells of a step, and the account tells it.
_DEEDS = frozenset({"infinitive", "for", "on", "upon", "promise-to"})


class Attribution(NamedTuple):
    """Somebody is said to say something; all stretches count code points of the account's text, end-exclusive.

    ``speaker`` is the mention as written, ``None`` where the grammar tells that somebody is quoted and not who;
    ``antecedent`` is whom a pronoun or a description stands for, ``why`` the rule that says so. ``kind`` is how much is
    known: "said"; "withheld" ("did not say whether"); "publisher" ("we", outside quotation marks).
    """

    speaker: Stretch | None
    antecedent: Stretch | None
    why: str
    cue: Stretch
    lemma: str
    contents: Stretches
    rule: str
    kind: str = "said"
    inside: bool = False  # the cue stands in a quotation


class Said(NamedTuple):
    """One who is said to say something: the mention as written and whom it stands for.

    ``start``..``end`` is the mention; both are ``None`` where somebody is quoted and the account's grammar does not
    tell who. ``antecedent`` is the stretch that names whom a pronoun or a description means, ``why`` the reason.
    """

    start: int | None
    end: int | None
    antecedent: Stretch | None = None
    why: str = ""
    rule: str = ""


def attributions(document: Document) -> tuple[Attribution, ...]:
    """All attributions of a parsed document, in order of their cues; none when it has not been parsed."""
    return document.once("attributions", _attributions)


def speakers_of(document: Document, start: int, end: int, kinds: Set[str] = frozenset({"said"})) -> tuple[Said, ...]:
    """Who is said to say what stands at ``start``..``end``, the outermost first; empty: the account itself.

    "The mayor said the police believed that it was arson": the mayor, then the police, for "arson". ``kinds`` are those
    of the attributions that count: what somebody did not say is not theirs, and "we" is the account.
    """
    top = document.tree.top(start, end)
    found = _saying(document, top.start if top is not None else start, kinds)
    words = [t.start for t in document.tree.within(start, end) if t.pos not in ("PUNCT", "SPACE")] or [start]
    for at in (words[-1], words[0]):  # words that hold the verb of saying itself: "said it was shut"
        found = found or [a for a in _saying(document, at, kinds) if a.rule not in _DEEDS]
    chain: list[Said] = []
    for one in found[:_DEEPEST]:
        first, last = one.speaker or (None, None)
        said = Said(first, last, one.antecedent, one.why, one.rule)
        if not any(_same(said, other) for other in chain):
            chain.append(said)
    known = [said for said in chain if said.start is not None]
    return tuple(known or chain[:1])


def subject_at(document: Document, place: int) -> Said | None:
    """Whom the verb that begins at ``place`` has for its subject, also where the parser takes it for a noun."""
    token = document.tree.at(place)
    if token is None:
        return None
    head = subject(document.tree, token) or beside(document.tree, token)
    if head is None or not may_speak(document.tree, head, weak=False):
        return None
    mention = mention_at(document.tree, head)
    return Said(mention.start, mention.end, rule="subject")


def _saying(document: Document, at: int, kinds: Set[str]) -> list[Attribution]:
    """The attributions whose contents hold a place, the widest first, those within quotations last."""
    near = document.once("attributions by place", _by_place).get(at // _BUCKET, ())
    found = [a for a in near if a.kind in kinds and _holds(a, at)]
    found = [a for a in found if a.speaker is None or not a.speaker[0] <= at < a.speaker[1]]
    within = {a: sum(_is_within(a, other) for other in found) for a in found}
    return sorted(found, key=lambda a: (a.inside, within[a], -_width(a)))


def _is_within(one: Attribution, other: Attribution) -> bool:
    """Whether one says something within what another says; "according to", of a clause, is around it all."""
    around = " " in one.lemma and _holds(one, other.cue[0])
    return one is not other and _holds(other, one.cue[0]) and not around


def _holds(attribution: Attribution, at: int) -> bool:
    return any(first <= at < last for first, last in attribution.contents)


def _width(attribution: Attribution) -> int:
    return sum(b - a for a, b in attribution.contents)


def _same(one: Said, other: Said) -> bool:
    places = {(said.start, said.end) for said in (one, other)} | {
        said.antecedent or (said.start, said.end) for said in (one, other)
    }
    return len(places) == 1 or (one.antecedent or (one.start, one.end)) == (
        other.antecedent or (other.start, other.end)
    )


def _by_place(document: Document) -> dict[int, list[Attribution]]:
    """The attributions by the stretches of the text that what they say touches."""
    found: dict[int, list[Attribution]] = {}
    for attribution in attributions(document):
        buckets = {n for a, b in attribution.contents for n in range(a // _BUCKET, b // _BUCKET + 1)}
        for number in buckets:
            found.setdefault(number, []).append(attribution)
    return found


def _attributions(document: Document) -> tuple[Attribution, ...]:
    tree = document.tree
    if not tree:
        return ()
    quotes = quotations(document)
    inside = _Inside([q for q in quotes if q.whole])
    raw = list(cues(tree))
    outer = [_outside(tree, cue, inside) for cue in raw if inside.at(cue.token.start) is None]
    found = given(document, [q for q in quotes if q.whole], outer)
    heads = [cue.speaker.i for cue in raw if cue.speaker is not None]
    said_by_others = _Covered([span for cue in outer for span in cue.contents])
    headings = _Covered([(b.start, b.end) for b in document.blocks if b.kind in ("title", "heading")])
    referents = Referents(tree, heads, lambda at: inside.at(at) is not None or said_by_others.at(at), headings.at)
    said = {cue.token.i: found.contents.get(cue.token.i, cue.contents) for cue in outer}
    asides = remarks(tree)
    remarked = [q.end for q in quotes if _REMARK.match(document.text, q.end)]
    said = {i: _up_to(spans, asides) for i, spans in said.items()}
    _part(tree, outer, said)
    _nest(outer, said)
    for cue in outer:
        if cue.rule == "object":  # "blames a “raid” that was a slip": the account's own remark on it
            said[cue.token.i] = _up_to(said[cue.token.i], remarked)
    out = [_made(tree, referents, cue, said[cue.token.i]) for cue in outer]
    out += [_of_quotation(tree, referents, one, cue) for one, cue in found.others]
    out += _of_labels(document)
    out += [_made(tree, referents, _cue_of(one), (one.contents,)) for one in introductions(document)]
    by_quotation = _speaker_by_quotation(out, inside)
    for cue in raw:
        quote = inside.at(cue.token.start)
        if quote is not None:
            own = _made(tree, referents, cue, _clipped(cue.contents, quote))
            if own.kind == "publisher":
                speaker = by_quotation.get(quote.start)
                whom = (speaker.antecedent or speaker.speaker) if speaker else None
                own = own._replace(antecedent=whom, why="first person of a quotation", kind="said")
                if whom is None:
                    continue
            out.append(own._replace(inside=True))
    return tuple(sorted((a for a in out if a.contents), key=lambda a: (a.cue, a.rule)))


def _outside(tree: Tree, cue: Cue, inside: "_Inside") -> Cue:
    """The cue with who speaks, where the parse takes a word of the quotation for that: "“…, Ada,” Loe told her"."""
    quote = inside.at(cue.speaker.start) if cue.speaker is not None else None
    if quote is None:
        return cue
    sentence = [t for t in tree.of_sentence(cue.token.sentence) if inside.at(t.start) is None]
    if quote.end <= cue.token.start:
        gap = [t for t in sentence if quote.end <= t.start < cue.token.start]
        gap = [t for t in gap if t.head == cue.token.i or not any(t.head == other.i for other in gap)]
    else:
        gap = [t for t in sentence if t.start < cue.token.start and t.dep in SUBJECTS]
    found = next((t for t in gap if t.pos in ("NOUN", "PROPN", "PRON")), None) or behind(tree, cue.token)
    known = found is not None and inside.at(found.start) is None and may_speak(tree, found, weak=True)
    return cue._replace(speaker=found, pronoun=None) if known else cue


def _part(tree: Tree, outer: Sequence[Cue], said: dict[int, Stretches]) -> None:
    """Cut what one says where a clause begins in which another, put against them, speaks.

    "Some say that it sank, while others say it was sunk": the parse hangs the second clause on what is said.
    """
    starts = [cue.token.start for cue in outer]
    for cue in outer:
        own = tree.child(cue.token.i, "nsubj")
        if own is None or own.pos == "PRON" or not cue.quotes or cue.rule == "object":
            continue
        mark = tree.child(cue.token.i, "mark")
        against = cue.token.dep == "advcl" and mark is not None and mark.lemma in ("while", "whereas")
        if not against and not (cue.token.dep == "conj" and mark is None and cue.rule == "clause"):
            continue
        begin = tree.tokens[tree.edges(cue.token.i)[0]].start
        sentence = tree.of_sentence(cue.token.sentence)[0].start
        for other in outer[bisect_left(starts, sentence) : bisect_left(starts, cue.token.start)]:
            if other.token.end <= begin:
                cut = ((a, min(b, begin) if a <= cue.token.start < b else b) for a, b in said[other.token.i])
                said[other.token.i] = tuple((a, b) for a, b in cut if a < b)


def _nest(cues_outside: Sequence[Cue], said: dict[int, Stretches]) -> None:
    """Give who says that another says something the quotations of that other: "“…,” she said, according to the log"."""
    starts = [cue.token.start for cue in cues_outside]
    for cue in cues_outside:
        if cue.rule in _DEEDS or cue.rule == "object":
            continue
        held = {n for a, b in said[cue.token.i] for n in range(bisect_left(starts, a), bisect_left(starts, b))}
        inner = [said[cues_outside[n].token.i] for n in held]
        inner = [spans for spans in inner if not any(a <= cue.token.start < b for a, b in spans)]
        more = [span for spans in inner for span in spans]
        reached = [span for span in more if any(span[0] < b and a < span[1] for a, b in said[cue.token.i])]
        if reached:
            said[cue.token.i] = merged((*said[cue.token.i], *reached))


def _made(tree: Tree, referents: Referents, cue: Cue, contents: Stretches) -> Attribution:
    speaker, antecedent = _who(tree, referents, cue)
    kind = "withheld" if cue.withheld else "publisher" if antecedent.why == "publisher" else "said"
    place = (cue.token.start, cue.end)
    span = (speaker.start, speaker.end) if speaker is not None else None
    if cue.pronoun is not None and cue.pronoun != cue.speaker:
        antecedent = Antecedent(antecedent.span or span, "relative pronoun")
        span = (cue.pronoun.start, cue.pronoun.end)
    return Attribution(span, antecedent.span, antecedent.why, place, cue.lemma, contents, cue.rule, kind)


def _who(tree: Tree, referents: Referents, cue: Cue) -> tuple[Mention | None, Antecedent]:
    if cue.speaker is None:
        return None, NOBODY
    speaker = mention_at(tree, cue.speaker)
    return speaker, referents.of(speaker)


def _of_quotation(tree: Tree, referents: Referents, quote: Quotation, cue: Cue | None) -> Attribution:
    """A quotation without a verb of its own: it goes on with what was quoted before, or nobody is named."""
    place = (quote.start, quote.start + 1)
    if cue is None:
        return Attribution(None, None, "", place, '"', ((quote.start, quote.end),), "quotation alone")
    made = _made(tree, referents, cue, ((quote.start, quote.end),))
    return made._replace(cue=place, lemma='"', rule="quotation goes on", kind=made.kind.replace("withheld", "said"))


def _cue_of(one: Introduced) -> Cue:
    return Cue(one.verb, one.verb.end, one.verb.lemma, one.speaker, (one.contents,), "introduced", False)


def _of_labels(document: Document) -> list[Attribution]:
    """What the labels of a transcript say; "Q" and "A" name nobody."""
    out = []
    for speaker, contents in labels(document):
        who = speaker if speaker[1] - speaker[0] > 1 else None
        out.append(Attribution(who, None, "", speaker, ":", contents, "label"))
    return out


def _speaker_by_quotation(found: Sequence[Attribution], inside: "_Inside") -> dict[int, Attribution]:
    out: dict[int, Attribution] = {}
    for attribution in found:
        for start, end in attribution.contents:
            quote = inside.at(min(start + 1, end - 1))
            if quote is not None:
                out.setdefault(quote.start, attribution)
    return out


def _up_to(contents: Stretches, ends: Sequence[int]) -> Stretches:
    """The contents, each cut where the first of the ends in it is."""
    out = []
    for start, end in contents:
        number = bisect_right(ends, start)
        out.append((start, min(end, ends[number]) if number < len(ends) else end))
    return tuple(out)


def _clipped(contents: Iterable[Stretch], quote: Quotation) -> Stretches:
    cut = ((max(a, quote.start), min(b, quote.end)) for a, b in contents)
    return tuple((a, b) for a, b in cut if a < b)


class _Inside:
    """Which quotation stands at a place."""

    def __init__(self, quotes: Sequence[Quotation]) -> None:
        self._quotes = quotes
        self._starts = [q.start for q in quotes]

    def at(self, place: int) -> Quotation | None:
        number = bisect_right(self._starts, place) - 1
        return self._quotes[number] if number >= 0 and place < self._quotes[number].end else None


class _Covered:
    """Whether a place is covered by any of many stretches."""

    def __init__(self, spans: Sequence[Stretch]) -> None:
        self._merged = merged(spans)
        self._starts = [start for start, _ in self._merged]

    def at(self, place: int) -> bool:
        number = bisect_right(self._starts, place) - 1
        return number >= 0 and place < self._merged[number][1]
