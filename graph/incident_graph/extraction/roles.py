"""The role of a sentence: about this incident, background to it, a proposal, or hypothetical."""

import re

from incident_graph.extraction.folding import fold

_I = re.IGNORECASE
_HYPOTHETICAL = re.compile(
    r"^\s*(?:imagine|suppose|consider a|picture)\b|\bif (?:we|a|an|you|the|another|every|someone|they|it)\b[^,]*,?[^,]*\b(?:would|could|will|can|won't|must|should be)\b"
    r"|\bthe next (?:\w+ ){0,2}(?:leak|breach|attack|dataset|disaster|outage|accident|time|\d)|\bwould have\b|\bcould one day\b|\bhypothetical",
    _I,
)
_BACKGROUND = re.compile(
    r"\b(?:in|since|during|from|of|before) (?:19\d\d|20[0-2]\d)\b|\((?:19\d\d|20[0-2]\d)\)|\b(?:19\d\d|20[0-2]\d)'s\b"
    r"|\b(?:in recent (?:years|months)|years ago|decades ago|in the past|historically|last (?:year|decade)|previous(?:ly)?|long-standing)\b"
    r"|^\s*(?:common(?:ly)?|typical(?:ly)?|generally|often|usually|in general|traditionally)\b|\b(?:is|are) (?:often|usually|typically|generally|frequently) ",
    _I,
)
_PROPOSAL = re.compile(
    r"\b(?:have|has|had|is|are|was|were|been|being)?\s*(?:called|calling|calls) (?:for|on)\b|\b(?:urg(?:e|es|ed|ing)|recommend(?:s|ed|ing)?|advocat(?:e|es|ed|ing)|propos(?:e|es|ed|ing))\b"
    r"|\b(?:should|must|need to|needs to|ought to)\b|\bthe need (?:for|to)\b|^\s*(?:to|in order to) (?:prevent|protect|avoid|reduce)\b",
    _I,
)
_GENERAL = re.compile(
    r"^\s*(?:many|most|some|few|all|every|experts|specialists|analysts|cyber-?criminals|criminals|attackers|hackers|companies|organi[sz]ations|employers|patients|customers|people|researchers)\s+(?:\w+\s+){0,4}?"
    r"(?:rely|relies|use|uses|are|have no|believe|agree|say|face|want|tend|often|know|find|do not|don't|warn|have (?:long )?(?:warned|proven|shown|argued))\b"
    r"|\b(?:becoming|become) increasingly\b|\bin general\b",
    _I,
)


def role_of(sentence: str, lead_in: str = "") -> str:
    """``"incident"``, ``"background"``, ``"proposal"`` or ``"hypothetical"`` for a sentence (and the line that opens its list).

    >>> role_of("Imagine a man whose records are sold."), role_of("In 2019 a similar fire killed six people.")
    ('hypothetical', 'background')
    >>> role_of("The fire began in the kitchen.")
    'incident'
    """
    for text in (fold(sentence), fold(lead_in)):
        if _HYPOTHETICAL.search(text):
            return "hypothetical"
        if _BACKGROUND.search(text) or _GENERAL.search(text):
            return "background"
        if _PROPOSAL.search(text):
            return "proposal"
    return "incident"


def opens_background(sentence: str) -> bool:
    """Whether a sentence opens with a look back that governs all of it: "In 2019, …", "In recent years …".

    >>> opens_background("In 2019, a fire killed six."), opens_background("The fire, the worst since 2019, is out.")
    (True, False)
    """
    found = _BACKGROUND.search(fold(sentence))
    return found is not None and found.start() <= 4
