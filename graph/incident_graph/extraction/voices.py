"""Voices: the speakers of some words of an account, as excerpts of it."""

from incident_graph.annotators.attribution import Said, speakers_of, subject_at
from incident_graph.extraction.evidence import Voice
from incident_graph.text.document import Document


def voices(document: Document, start: int, end: int) -> tuple[tuple[Voice, ...], bool]:
    """Who is said to say what stands at ``start``..``end``, the outermost first, and whether anybody is.

    "He was quoted" without a "by whom" gives no voice, and yet the words are not the account's own.
    """
    return _voices(document, speakers_of(document, start, end))


def voices_of_verb(document: Document, start: int, end: int) -> tuple[tuple[Voice, ...], bool]:
    """As ``voices`` for a verb at ``start`` that is known to be one of saying and the object that ends at ``end``."""
    found = speakers_of(document, end - 1, end)
    own = subject_at(document, start) if not found else None
    return _voices(document, (own,) if own is not None else found)


def _voices(document: Document, found: tuple[Said, ...]) -> tuple[tuple[Voice, ...], bool]:
    return tuple(voice for said in found if (voice := _voice(document, said)) is not None), bool(found)


def _voice(document: Document, said: Said) -> Voice | None:
    if said.start is None or said.end is None:
        return None
    excerpt = document.account.excerpt
    if said.antecedent is not None and said.why == "relative pronoun":  # "the mayor, who said": the mayor
        return Voice(excerpt(*said.antecedent))
    return Voice(excerpt(said.start, said.end), excerpt(*said.antecedent) if said.antecedent is not None else None)
