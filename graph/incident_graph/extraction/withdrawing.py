"""Withdrawing: what an account has corrected is marked as withdrawn, wherever it says it, and the correction stands."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from incident_graph.extraction.evidence import Candidate, ClaimVote, FigureMention
from incident_graph.model import Stance
from incident_graph.text.corrections import LAYER
from incident_graph.text.document import Document, Sentence, Span
from incident_graph.values import Period, Quantity
from incident_graph.values.quantity_wording import read_quantity

#: The rule of what an account has withdrawn, and of what a note of correction alone gives.
WITHDRAWN = "withdrawn"
CORRECTION = "correction"
_WORD = re.compile(r"[^\s(\"“‘]+")


class _Change(NamedTuple):
    """A figure that a note withdraws, and those that it gives in its place (none, or several, when it is not clear)."""

    old: FigureMention
    new: tuple[FigureMention, ...]


def corrected(document: Document, votes: Sequence[ClaimVote], figures: Sequence[FigureMention]) -> list[ClaimVote]:
    """The votes of an account after its notes of correction are heard (see ``text.corrections``).

    A vote for a value that a note withdraws gets the rule ``withdrawn``, wherever it stands; what a note says of the
    former version otherwise, and its own words, make no claim. Where the right figure is given in words that answer no
    question, it answers what the withdrawn one does.
    """
    if not document.layer(LAYER):
        return list(votes)
    changes = list(_changes(document, figures))
    out: list[ClaimVote] = []
    asked = {vote.question for vote in votes for c in changes if _figure(vote) in (c.old, *c.new)}
    for vote in votes:
        place = vote.value.figure.core.start if vote.value.figure else vote.value.start
        if vote.value.figure and _in(document, place, "former"):
            out.append(_withdrawn(document, vote))
            continue
        if _in(document, place, "label") or (_figure(vote) is None and _in(document, place, "withdrawn")):
            continue
        if vote.stance != Stance.ASSERTS.value and any(_figure(vote) in change.new for change in changes):
            continue  # "14, rather than 12" denies nothing
        if any(_is_old(document, vote, change, asked, votes) for change in changes):
            out.append(_withdrawn(document, vote))
        elif not _in(document, vote.value.start, "withdrawn"):
            out.append(_own(document, vote))
    return out + list(_given(document, out, changes))


def set_aside(document: Document, votes: Collection[ClaimVote], figures: Sequence[FigureMention]) -> frozenset[int]:
    """Where the figures stand (starts of their cores) that are not to be set against those of other accounts: those
    withdrawn, those in the words of a note itself, and those of which a vote gives another in their place (a sum)."""
    known = set(figures)
    found = {f.core.start for v in votes if (f := v.value.figure) and (WITHDRAWN in v.rules or f not in known)}
    if not document.layer(LAYER):
        return frozenset(found)
    own = (f.core.start for f in figures)
    found |= {start for start in own if any(_in(document, start, what) for what in ("withdrawn", "label", "former"))}
    standing = {f.core.start for v in votes if (f := v.value.figure) and WITHDRAWN not in v.rules}
    changes = list(_changes(document, figures))
    found |= {f.core.start for f in figures if any(_same(f, c.old) for c in changes)} - standing
    return frozenset(found)


def _in(document: Document, place: int, label: str) -> bool:
    return any(span.label == label and span.start <= place < span.end for span in document.layer(LAYER))


def _figure(vote: ClaimVote) -> FigureMention | None:
    return vote.value.figure


def _changes(document: Document, figures: Sequence[FigureMention]) -> Iterator[_Change]:
    """The figures that each note withdraws: those that differ from all that it gives of their sort."""
    for note in (span for span in document.layer(LAYER) if span.label == "note"):
        own = [f for f in figures if note.start <= f.core.start < note.end and not _in(document, f.core.start, "label")]
        told = [f for f in own if _in(document, f.core.start, "withdrawn")]
        given = [f for f in own if f not in told]
        told += _bare(document, note, own)
        for old in told:
            rivals = [f for f in given if _alike(f, old)]
            named = [f for f in rivals if f.noun == old.noun] or rivals
            if any(_same(f, old) for f in rivals):
                continue  # it stands in both versions
            if named or sum(_alike(f, old) for f in told) == 1:
                yield _Change(old, tuple(named))


def _bare(document: Document, note: Span, figures: Sequence[FigureMention]) -> Iterator[FigureMention]:
    """Numbers alone in what a note withdraws, which count nothing by themselves: "not 14"."""
    for span in document.layer(LAYER):
        if span.label != "withdrawn" or not note.start <= span.start < note.end:
            continue
        if any(span.start <= f.core.start < span.end for f in figures):
            continue
        for word in _WORD.finditer(document.text, span.start, span.end):
            read = read_quantity(document.text, word.start(), span.end, word.start())
            if read is not None and not read.unit and read.stated is not None:
                place = document.account.excerpt(read.core_start, read.core_end)
                yield FigureMention(place, place, Quantity(read.low, read.high, read.stated))
                break


def _alike(one: FigureMention, other: FigureMention) -> bool:
    """Whether two figures are of one sort, so that the one can stand in the other's place."""
    a, b = one.value, other.value
    if isinstance(a, Period) or isinstance(b, Period):
        return isinstance(a, Period) and isinstance(b, Period) and (a.minute is None) is (b.minute is None)
    return a.unit == b.unit or "" in (a.unit, b.unit)


def _same(one: FigureMention, other: FigureMention) -> bool:
    a, b = one.value, other.value
    if isinstance(a, Quantity) and isinstance(b, Quantity):
        return (a.low, a.high, a.stated) == (b.low, b.high, b.stated) and _alike(one, other)
    return a == b


def _is_old(document: Document, vote: ClaimVote, change: _Change, asked: set[str], votes: Sequence[ClaimVote]) -> bool:
    """Whether a vote is for what a note withdraws."""
    figure = vote.value.figure
    if figure is None or not _same(figure, change.old):
        return False
    if figure.core.start == change.old.core.start:
        return True
    if any(span.label == "note" and span.start <= figure.core.start < span.end for span in document.layer(LAYER)):
        return False
    if asked:
        return vote.question in asked
    return len({v.question for v in votes if v.value.figure is not None and _same(v.value.figure, change.old)}) == 1


def _withdrawn(document: Document, vote: ClaimVote) -> ClaimVote:
    return _own(document, vote)._replace(rules=(*vote.rules, WITHDRAWN))


def _own(document: Document, vote: ClaimVote) -> ClaimVote:
    """The vote, in the account's own voice where it speaks of itself: "this article first put the dead at 14"."""
    said = vote.speaker
    if said is not None and any(
        s.label in ("label", "withdrawn") and s.start < said.end and said.start < s.end for s in document.layer(LAYER)
    ):
        return vote._replace(voices=(), attributed=False)
    return vote


def _given(document: Document, votes: Sequence[ClaimVote], changes: Sequence[_Change]) -> Iterator[ClaimVote]:
    """Votes for the figures that take the place of withdrawn ones, where no words of the account make them answers."""
    done: set[str] = set()
    for change in changes:
        if len(change.new) != 1:
            continue
        new = change.new[0]
        for vote in votes:
            figure = vote.value.figure
            if figure is None or WITHDRAWN not in vote.rules or not _same(figure, change.old) or vote.question in done:
                continue
            done.add(vote.question)
            if not any(_stands(other, vote, new) for other in votes):
                yield _instead(document, vote, new, figure)


def _stands(other: ClaimVote, vote: ClaimVote, new: FigureMention) -> bool:
    figure = other.value.figure
    same = figure is not None and _same(figure, new) and other.stance == Stance.ASSERTS.value
    return same and other.question == vote.question and WITHDRAWN not in other.rules


def _instead(document: Document, vote: ClaimVote, new: FigureMention, old: FigureMention) -> ClaimVote:
    """The vote for ``new`` in the place of a withdrawn one; a bare number counts what the old one counted."""
    if isinstance(new.value, Quantity) and isinstance(old.value, Quantity) and not new.value.unit:
        new = new._replace(value=replace(new.value, unit=old.value.unit), noun=new.noun or old.noun)
    sentence = _sentence(document, new.core.start)
    value = Candidate(new.core.start, new.core.end, new.excerpt.text, figure=new, tail=new.excerpt.end)
    evidence = document.account.excerpt(sentence.start, sentence.end) if sentence else vote.evidence
    plain = vote._replace(hedge="", voices=(), attributed=False)
    return plain._replace(value=value, evidence=evidence, rules=(CORRECTION,), tier="A")


def _sentence(document: Document, place: int) -> Sentence | None:
    return next((s for s in document.sentences if s.start <= place < s.end), None)
