"""The cards of the page: of each question that parts the accounts, the two camps with their sharpest words."""

import re
from typing import Any

from incident_graph.accounts import Excerpt, account_name
from incident_graph.comparison import Camp, Parting, partings, sharpest
from incident_graph.model import Certainty, Claim, Issue, Reading, Verdict
from incident_graph.network import MARKS, Lookup, plain
from incident_graph.page.figures import figures
from incident_graph.page.words import sentence

Card = dict[str, Any]

MOST_CARDS = 60  # in the document; the table has all questions
MOST_SHOWN = 6  # of what is to check; the others are folded
MOST_WORDS = 3  # quotations of one camp
MOST_ALSO = 4  # further answers of one camp
_LEAST_WORD = 5  # letters of a word that alone can be marked
MOST_MARKED = 240  # characters of a claim's own words that are marked in a card

#: What stands over the cards of a verdict, and what it means for a reader.
HEADINGS: dict[Verdict, tuple[str, str]] = {
    Verdict.CONFLICTS: ("Cannot both be true", "found in two ways that do not fail together, or by a person"),
    Verdict.CONTESTS: ("Contested", "one account states it, another has no evidence or does not know"),
    Verdict.DIFFERS_UNLESS_LATER: ("Differ, unless one is later", "it changes with time, and the times are not known"),
    Verdict.UPDATES: ("Brought up to date", "the later account replaces the earlier; no contradiction"),
    Verdict.MAY_CONFLICT: ("To check", "one way of reading alone finds that these cannot both be true"),
}


def parting_groups(lookup: Lookup) -> list[Card]:
    """The cards by verdict, what matters most first: ``heading``, ``meaning`` and ``cards`` of each group;
    ``count`` of all its questions, ``shown`` of its cards unfolded."""
    number = {issue.id: n for n, issue in enumerate(lookup.issues())}
    every = [p for p in partings(lookup.incident) if p.issue.id in number]
    found = every[:MOST_CARDS]
    groups = []
    for verdict in dict.fromkeys(p.issue.verdict for p in found):
        cards = [_card(lookup, p, number[p.issue.id]) for p in found if p.issue.verdict is verdict]
        heading, meaning = HEADINGS[verdict]
        shown = MOST_SHOWN if verdict is Verdict.MAY_CONFLICT else MOST_CARDS
        group = {"verdict": MARKS[verdict].key, "glyph": MARKS[verdict].glyph, "heading": heading, "meaning": meaning}
        count = sum(p.issue.verdict is verdict for p in every)
        groups.append({**group, "cards": cards, "shown": shown, "count": count})
    return groups


def _card(lookup: Lookup, parting: Parting, n: int) -> Card:
    issue, pair = parting.issue, parting.pair
    mark = MARKS[issue.verdict]
    asked = plain(issue.question.text, 300) or plain(issue.question.label, 160) or plain(issue.question.name, 160)
    doubt = plain(pair.reason) if issue.verdict is Verdict.MAY_CONFLICT else ""
    return {
        "n": n,
        "verdict": mark.key,
        "glyph": mark.glyph,
        "badge": mark.meaning,
        "question": asked,
        "camps": [_camp(lookup, camp, issue) for camp in parting.camps],
        "others": [_answer(lookup, reading) for reading in parting.others[:MOST_ALSO]],
        "more": max(0, len(parting.others) - MOST_ALSO),
        "because": plain(pair.because),
        "rests": plain(pair.rests_on),
        "reconciled": plain(pair.reconciliation),
        "doubt": doubt,
        "figures": figures(lookup, parting),
    }


def _answer(lookup: Lookup, reading: Reading) -> Card:
    letters = [plain(x, 6) for x in lookup.witnesses(reading)]
    return {"label": plain(reading.label, 300) or "(no words)", "letters": letters}


def _camp(lookup: Lookup, camp: Camp, issue: Issue) -> Card:
    told: dict[str, list[Claim]] = {}
    for claim in lookup.claims(camp.lead):
        if claim.account in lookup.account:
            told.setdefault(claim.account, []).append(claim)
    words = [best for claims in told.values() if (best := sharpest(claims)) is not None]
    return {
        **_answer(lookup, camp.lead),
        "accounts": [lookup.number[a] for a in camp.accounts if a in lookup.number],
        "words": [_words(lookup, claim) for claim in words[:MOST_WORDS]],
        "reading": next((n for n, r in enumerate(lookup.readings(issue), 1) if r.id == camp.lead.id), 0),
        "unquoted": max(0, len(words) - MOST_WORDS),
        "also": [_answer(lookup, reading) for reading in camp.also[:MOST_ALSO]],
        "more": max(0, len(camp.also) - MOST_ALSO),
    }


def _words(lookup: Lookup, claim: Claim) -> Card:
    account = lookup.account[claim.account]
    best = claim.evidence[0] if claim.evidence else None
    segments: list[dict[str, object]] = []
    if best is not None:
        segments = sentence(account, _core(lookup, claim, best))
    hedged = claim.certainty is Certainty.HEDGED
    return {
        "account": lookup.number[claim.account],
        "letter": plain(lookup.letter(claim.account), 6),
        "name": plain(account_name(account), 60),
        "segments": segments,
        "line": account.line_of(best.start) if best is not None else 0,
        "by": " · ".join(plain(s.shown, 80) for s in claim.speakers[:2]) or ("" if claim.own_voice else "somebody"),
        "hedged": hedged,
    }


def _core(lookup: Lookup, claim: Claim, best: Excerpt) -> Excerpt:
    """The words inside a claim's excerpt that give its answer: the figure, the name or the words of its label; else the
    excerpt, up to a length that a card can hold (the panel has all of it)."""
    account = lookup.account[claim.account]
    figure = lookup.figure.get(claim.answer.figure or "")
    if figure is not None and figure.excerpt.account == best.account and best.overlaps(figure.excerpt):
        return figure.excerpt
    entity = lookup.entity.get(claim.answer.entity or "")
    for mention in entity.mentions if entity is not None else ():
        if mention.account == best.account and best.start <= mention.start and mention.end <= best.end:
            return mention
    if found := longest_run(claim.answer.label, account.text[best.start : best.end]):
        return account.excerpt(best.start + found[0], best.start + found[1])
    return best if best.end - best.start <= MOST_MARKED else account.excerpt(best.start, best.start + MOST_MARKED)


def longest_run(label: str, text: str) -> tuple[int, int] | None:
    """Where the longest run of the label's words stands in ``text``; None for none. Of several words one is too little.

    >>> text = "offered on an e-commerce platform in China"
    >>> text[slice(*longest_run("mainstream e-commerce platform", text))]
    'e-commerce platform'
    >>> longest_run("open platform", text) is None, longest_run("", text) is None
    (True, True)
    """
    words = label.split()[:12]
    for wide in range(len(words), 1 if len(words) > 1 else 0, -1):
        for start in range(len(words) - wide + 1):
            run = words[start : start + wide]
            if max(len(word) for word in run) < _LEAST_WORD:
                continue
            pattern = r"\b" + r"\s+".join(re.escape(word) for word in run) + r"(?:s|es)?\b"
            if found := re.search(pattern, text, re.IGNORECASE):
                return found.span()
    return None
