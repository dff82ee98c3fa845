"""The role of a sentence: about this incident, background to it, a proposal, or hypothetical."""

import re
from functools import lru_cache

from incident_graph.text.folding import fold
from incident_graph.text.triggers import Triggers
from incident_graph.text.wording import any_of

_I = re.IGNORECASE
_YEAR = r"(?:19\d\d|20[0-2]\d)"
_HYPOTHETICAL = re.compile(
    r"^\s*(?:imagine|suppose|consider\s+a|picture)\b"
    r"|^[\s\"]*(?:whoever|whosoever|any(?:one|body)\s+who|any\s+(?:person|man|driver|owner)\s+who|those\s+who\s+(?!\w+ed\b))\b"
    r"|\bif\s+(?:we|a|an|you|the|another|every|someone|they|it)\b[^,]*,?[^,]*"
    rf"\b{any_of('would could will can must should_be')}\b"
    rf"|\bthe\s+next\s+(?:\w+\s+){{0,2}}(?:{any_of('leak breach attack dataset disaster outage accident time')}|\d)"
    r"|\bwould\s+have\b|\bcould\s+one\s+day\b|\bhypothetical",
    _I,
)
_PAST = any_of("in_recent_years in_recent_months years_ago decades_ago in_the_past historically last_year last_decade")
_EVENT = any_of(
    """accident attack blast blaze breach case collapse collision crash disaster earthquake episode explosion fire flood
    incident instance outbreak outage quake shooting storm"""
)
_BACKGROUND = re.compile(
    rf"\b(?:in|since|during|from|of|before)\s+{_YEAR}\b|\({_YEAR}\)|\b{_YEAR}'s\b"
    rf"|\b(?:{_PAST}|previous(?:ly)?|long-standing)\b"
    rf"|^\s*in\s+that\s+(?:year|{_EVENT})\b"
    r"|\b(?:by|in)\s+(?:comparison|contrast)\b|\bthe\s+(?:last|previous)\s+(?:such|comparable|similar|big|great|major|large|serious|deadly)\b"
    r"|\b[\w-]+\s+(?:years|decades)\s+(?:after|before|earlier|since)\b"
    r"|\b(?:happened|occurred|came|comes|took\s+place)\s+(?:[\w-]+\s+){0,3}?(?:days?|weeks?|months?|hours?)\s+after\b"
    r"|\bwould\s+(?:(?:likely|probably|now|today)\s+)?(?:kill|injure|destroy|flood|be\s+(?:killed|dead|burying|talking))\b"
    r"|^\s*(?:common(?:ly)?|typical(?:ly)?|generally|often|usually|in\s+general|traditionally)\b"
    r"|\b(?:is|are)\s+(?:often|usually|typically|generally|frequently)\s",
    _I,
)
_URGE = any_of("urge urges urged urging recommend* advocate advocates advocated advocating propose proposes proposed")
_PROPOSAL = re.compile(
    rf"\b(?:called|calling|calls)\s+(?:on|for(?!\s+an?\s+(?:\w+\s+)?(?:report|explanation|reply)\b))\b|\b{_URGE}\b"
    r"|\b(?:should|must|need\s+to|needs\s+to|ought\s+to)\b|\bthe\s+need\s+(?:for|to)\b"
    r"|^\s*(?:to|in\s+order\s+to)\s+(?:prevent|protect|avoid|reduce)\b",
    _I,
)
_PEOPLE = any_of(
    """many most some few all every experts specialists analysts cybercriminals cyber-criminals criminals attackers
    hackers companies organisations organizations employers patients customers people researchers"""
)
_HABIT = any_of("rely relies use uses are have_no agree face want tend often know find do_not don't")
_GENERAL = re.compile(
    rf"^\s*{_PEOPLE}\s+(?:\w+\s+){{0,4}}?(?:{_HABIT}|have\s+(?:long\s+)?(?:warned|proven|shown|argued))\b"
    rf"|^\s*(?:when|whenever)\s+(?:(?:data|information|people|records|patients|customers)|an?\s+\w+)\s+(?:is|are|\w+s)\b"
    r"|\b(?:becoming|become)\s+increasingly\b|\bin\s+general\b",
    _I,
)


#: When a thing was made: no look back at what happened. "The bridge, built in 1958, fell."
_BUILT = re.compile(
    rf"\b(?:built|opened|founded|constructed|completed|established|installed|erected|launched|commissioned)"
    rf"\s+(?:back\s+)?in\s+(?:the\s+)?{_YEAR}s?\b",
    _I,
)
_BUILT_IN = Triggers(
    built="built opened founded constructed completed established installed erected launched commissioned"
)
#: A word that each pattern cannot match without.
TRIGGERS = Triggers(
    hypothetical="""whoever whosoever anyone anybody any those imagine suppose consider picture if next would day
    hypothetical*""",
    background="""that 19* 20* recent ago past historically last previous previously comparison contrast standing years
    decades after would common commonly typical typically generally often usually general traditionally frequently""",
    general="""many most some few all every experts specialists analysts cybercriminals criminals attackers hackers
    companies organisations organizations employers patients customers people researchers when whenever becoming become
    general""",
    proposal="""called calling calls urge urges urged urging recommend* advocate advocates advocated advocating propose
    proposes proposed should must need needs ought prevent protect avoid reduce""",
)
PATTERNS = {"hypothetical": _HYPOTHETICAL, "background": _BACKGROUND, "general": _GENERAL, "proposal": _PROPOSAL}


def role_of(sentence: str, lead_in: str = "") -> str:
    """``"incident"``, ``"background"``, ``"proposal"`` or ``"hypothetical"``, for a sentence and what opens its list.

    >>> role_of("Imagine a man whose records are sold."), role_of("In 2019 a similar fire killed six people.")
    ('hypothetical', 'background')
    >>> role_of("In that fire, a welder was convicted."), role_of("Four died in that fire, the chief said.")
    ('background', 'incident')
    >>> role_of("The fire began in the kitchen.")
    'incident'
    """
    own = _role(fold(sentence))
    return own if own != "incident" or not lead_in else _role(fold(lead_in))


@lru_cache(maxsize=64)
def _role(text: str) -> str:
    if _BUILT_IN.of(text):
        text = _BUILT.sub(" ", text)
    could = TRIGGERS.of(text)
    for role in ("hypothetical", "background", "general", "proposal"):
        if role in could and PATTERNS[role].search(text):
            return "background" if role == "general" else role
    return "incident"


def opens_background(sentence: str) -> bool:
    """Whether a sentence opens with a look back that governs all of it: "In 2019, …", "In recent years …".

    >>> opens_background("In 2019, a fire killed six."), opens_background("The fire, the worst since 2019, is out.")
    (True, False)
    """
    found = _BACKGROUND.search(fold(sentence))
    return found is not None and found.start() <= 4
