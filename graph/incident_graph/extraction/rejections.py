"""Rejections: "The firm rejected the claim" denies what the sentence before it says."""

import re
from collections.abc import Sequence
from operator import attrgetter

from incident_graph.extraction.evidence import ClaimVote
from incident_graph.extraction.voices import voices_of_verb
from incident_graph.model import Stance
from incident_graph.text.document import Document
from incident_graph.text.sentences import within
from incident_graph.text.triggers import Triggers
from incident_graph.text.wording import any_of

_WORD_OF = any_of(
    """claim claims allegation allegations accusation accusations report reports account suggestion suggestions version
    story assertion theory charge"""
)
_REJECTS = re.compile(
    r"\b(?:reject(?:s|ed)?|den(?:y|ies|ied)|dismiss(?:es|ed)?|disput(?:e|es|ed)|refut(?:e|es|ed)|rebut(?:s|ted)?|contest(?:s|ed)?)"
    rf"\s+(?:(?:the|that|this|these|those|his|her|their|its|such)\s+(?:[\w'-]+\s+)?{_WORD_OF}|that|this|it)\b(?!\s+[\w'-]+)"
    rf"|\b(?:reject(?:s|ed)?|dismiss(?:es|ed)?|describ(?:es|ed))\s+(?:the|that|this|his|her|their|its)\s+{_WORD_OF}\s+as\b"
    rf"|\bcall(?:s|ed)\s+(?:it|this|that|(?:the|his|her|their)\s+[\w'-]+)\s+[\"']?(?:[\w'-]+\s+){{0,2}}?"
    rf"{any_of('nonsense false untrue baseless speculation absurd lie lies rubbish unfounded fabricated fiction')}\b"
    rf"|^(?:the|these|those|such|all\s+such)\s+(?:[\w'-]+\s+)?{_WORD_OF}\s+(?:is|are|was|were)\s+(?:\w+ly\s+)?"
    rf"{any_of('misleading false untrue incorrect inaccurate wrong baseless unfounded fabricated')}\b",
    re.IGNORECASE,
)


_NUMBERS = re.compile(rf"\b{any_of('figure* number* toll count estimate* sum amount date time it that this')}\b", re.I)
#: A sentence whose rejection is about who is at fault.
_BLAMES = re.compile(r"\b(?:blam(?:e|es|ed|ing)|accus(?:e|es|ed|ing))\b", re.I)
TRIGGERS = Triggers(
    rejects="""reject* den* dismiss* disput* refut* rebut* contest* describ* call*
    misleading false untrue incorrect inaccurate wrong baseless unfounded fabricated"""
)
PATTERNS = {"rejects": _REJECTS}


def rejections(document: Document, votes: Sequence[ClaimVote]) -> list[ClaimVote]:
    """Denials, by a party in one sentence, of what the sentence before asserts; the rejecting sentence is evidence.

    Only what somebody else is said to say, or the account hedges, is taken to be rejected: an account does not report a
    denial of what it states as plain fact without saying so.
    """
    account, found = document.account, []
    by_sentence = within(document.sentences, votes, attrgetter("evidence"))
    for index, sentence in enumerate(document.sentences[1:], 1):
        text = document.text[sentence.start : sentence.end]
        match = _REJECTS.search(text) if TRIGGERS.of(text) else None
        if match is None:
            continue
        start, end = match.span()
        said_by, attributed = voices_of_verb(document, sentence.start + start, sentence.start + end)
        previous = document.sentences[index - 1]
        blames = _BLAMES.search(document.text, previous.start, previous.end) is not None
        for vote in by_sentence.get(index - 1, ()):
            if vote.value.figure is not None and not _NUMBERS.search(text):
                continue  # "rejected the claim": who is blamed, not how many were hit
            if vote.value.polarity is not None and blames:
                continue  # ... and not that it happened
            if vote.stance == Stance.ASSERTS.value and (vote.attributed or vote.hedge):
                found.append(
                    vote._replace(
                        evidence=account.excerpt(sentence.start, sentence.end),
                        stance=Stance.DENIES.value,
                        hedge="",
                        voices=said_by,
                        attributed=attributed,
                        tier="B",
                        rules=("rejects what was said before",),
                    )
                )
    return found
