"""Rejected claims: what one party says in a sentence and another rejects in the next is denied by that other."""

import re
from collections.abc import Sequence
from operator import attrgetter

from incident_graph.annotators.rejection import rejection_in
from incident_graph.extraction.evidence import ClaimVote
from incident_graph.extraction.voices import voices_of_verb
from incident_graph.model import Stance
from incident_graph.text.document import Document
from incident_graph.text.sentences import within

#: A sentence whose rejection is about who is at fault.
_BLAMES = re.compile(r"\b(?:blam(?:e|es|ed|ing)|accus(?:e|es|ed|ing))\b", re.I)


def rejected(document: Document, votes: Sequence[ClaimVote]) -> list[ClaimVote]:
    """Denials, by a party in one sentence, of what the sentence before asserts; the rejecting sentence is evidence.

    Only what somebody else is said to say, or the account hedges, is taken to be rejected: an account does not report a
    denial of what it states as plain fact without saying so.
    """
    account, found = document.account, []
    by_sentence = within(document.sentences, votes, attrgetter("evidence"))
    for index, sentence in enumerate(document.sentences[1:], 1):
        if index - 1 not in by_sentence or (rejection := rejection_in(document, index)) is None:
            continue
        previous = document.sentences[index - 1]
        blames = _BLAMES.search(document.text, previous.start, previous.end) is not None
        said_by, attributed = voices_of_verb(document, rejection.start, rejection.end)
        for vote in by_sentence[index - 1]:
            if vote.value.figure is not None and not rejection.number:
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
