"""How a verdict and a firmness are marked: one glyph, one colour, one line, one word each."""

from collections.abc import Iterable
from dataclasses import dataclass

from incident_graph.comparison import GLYPHS
from incident_graph.model import Certainty, Claim, Stance, Verdict


@dataclass(frozen=True)
class Mark:
    """How a verdict looks and what it is called: ``key`` names it in CSS and in links, ``colour`` is a fill,
    ``ink`` the same hue dark enough for text on paper, ``word`` fits a chip, ``sentence`` a heading."""

    key: str
    glyph: str
    colour: str
    ink: str
    word: str
    sentence: str
    meaning: str


#: Strongest first, the order in which chips and legends list them.
MARKS: dict[Verdict, Mark] = {
    Verdict.CONFLICTS: Mark(
        "conflicts",
        GLYPHS[Verdict.CONFLICTS],
        "#B23A08",
        "#9A3106",
        "conflict",
        "accounts conflict",
        "cannot both be true",
    ),
    Verdict.CONTESTS: Mark(
        "contests",
        GLYPHS[Verdict.CONTESTS],
        "#B23A08",
        "#9A3106",
        "contested",
        "one account states it, another sees no evidence",
        "stated by one, no evidence or not known for another",
    ),
    Verdict.MAY_CONFLICT: Mark(
        "to-check",
        GLYPHS[Verdict.MAY_CONFLICT],
        "#E69F00",
        "#7A5000",
        "to check",
        "accounts may conflict, to check",
        "may conflict: to check against the words",
    ),
    Verdict.DIFFERS_UNLESS_LATER: Mark(
        "unless-later",
        GLYPHS[Verdict.DIFFERS_UNLESS_LATER],
        "#6B6B6B",
        "#595959",
        "differ unless later",
        "accounts differ, unless one is later",
        "differ, unless one is later",
    ),
    Verdict.COMPLEMENTS: Mark(
        "complements",
        GLYPHS[Verdict.COMPLEMENTS],
        "#E69F00",
        "#7A5000",
        "differ",
        "accounts differ, both could be true",
        "both could be true",
    ),
    Verdict.UPDATES: Mark(
        "updates",
        GLYPHS[Verdict.UPDATES],
        "#56B4E9",
        "#1F6A98",
        "updated",
        "one account is later",
        "the one brings the other up to date",
    ),
    Verdict.REFINES: Mark(
        "refines",
        GLYPHS[Verdict.REFINES],
        "#56B4E9",
        "#1F6A98",
        "more specific",
        "one account is more specific",
        "one is more specific than the other",
    ),
    Verdict.AGREES: Mark(
        "agrees", GLYPHS[Verdict.AGREES], "#0072B2", "#00639B", "agree", "accounts agree", "say the same"
    ),
    Verdict.SINGLE: Mark(
        "single",
        GLYPHS[Verdict.SINGLE],
        "#6B6B6B",
        "#595959",
        "one account",
        "one account alone says this",
        "only one account says it",
    ),
}

#: From firmest to least firm; the line an edge is drawn with, and the sign and word a cell carries.
FIRMNESS: dict[str, tuple[str, str]] = {
    "stated": ("", "stated"),
    "attributed": ("@", "attributed"),
    "hedged": ("~", "hedged"),
    "open": ("?", "not known"),
    "denied": ("!", "denied"),
}

#: Firmnesses of who does not say that it is so.
AGAINST = ("denied", "open")


def firmness(claim: Claim) -> str:
    """How firmly an account says it: ``stated``, ``attributed``, ``hedged``, ``open`` (no evidence, not known) or
    ``denied``. A denial outweighs the rest, then openness, then a hedge, then attribution."""
    if claim.stance is Stance.DENIES:
        return "denied"
    if claim.stance in (Stance.NO_EVIDENCE, Stance.UNKNOWN):
        return "open"
    if claim.certainty is Certainty.HEDGED:
        return "hedged"
    return "stated" if claim.own_voice else "attributed"


def firmest(values: Iterable[str]) -> str:
    """The firmest of several firmnesses; ``stated`` when there are none.

    >>> firmest(["hedged", "attributed"])
    'attributed'
    >>> firmest([])
    'stated'
    """
    return min(values, key=list(FIRMNESS).index, default="stated")
