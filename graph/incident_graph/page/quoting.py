"""Claims and mentions with their words: segments of context, account, line, signs, and how a figure was read."""

from collections import Counter
from typing import Any

from incident_graph.accounts import Excerpt
from incident_graph.model import Claim, Stance
from incident_graph.network import Lookup, firmness, normalised, plain
from incident_graph.page.words import find_words, quotation

Shown = dict[str, Any]

MOST_QUOTES = 40  # of one reading
MOST_WRITTEN = 2000  # of all readings together
MOST_MENTIONS = 5  # of one entity
FEW_MENTIONS = 2  # of one entity where there are more than MOST_ENTITIES
MOST_ENTITIES = 400


def signs(claims: list[Claim]) -> list[Shown]:
    """The signs that say how firmly: hedged, attributed (and to whom), denied, no evidence, not known.

    Each has a ``name`` (a class of the style sheet, which draws the sign) and a ``word``.
    """
    out: list[tuple[str, str]] = []
    for claim in claims:
        if claim.stance is Stance.DENIES:
            out.append(("not", "denied"))
        elif claim.stance is Stance.NO_EVIDENCE:
            out.append(("open", "no evidence"))
        elif claim.stance is Stance.UNKNOWN:
            out.append(("open", "not known"))
        if firmness(claim) == "hedged" or claim.hedge:
            out.append(("hedge", "hedged"))
        out += [("by", plain(s.shown, 60)) for s in claim.speakers[:3]]
    return [{"name": name, "word": word} for name, word in dict.fromkeys(out)]


class Quoting:
    """Makes what is shown of claims and mentions. It remembers which words were given with their context, so that the
    same sentence, which may answer twenty times, has it once an issue; and how many quotations may still be written."""

    def __init__(self, lookup: Lookup, around: int) -> None:
        self._lookup = lookup
        self._around = around
        self._given: set[tuple[str, Excerpt]] = set()
        self.left = MOST_WRITTEN

    def words(self, claims: list[Claim]) -> list[Shown]:
        """The same without context, for questions that only search finds: no more than ``MOST_QUOTES``."""
        known = [c for c in claims if c.account in self._lookup.account][:MOST_QUOTES]
        return [self.quote(claim, context=False) for claim in known]

    def quotes(self, claims: list[Claim]) -> list[Shown]:
        """What is shown of these claims: no more than ``MOST_QUOTES``, and none when ``MOST_WRITTEN`` are reached."""
        known = [c for c in claims if c.account in self._lookup.account][: min(MOST_QUOTES, self.left)]
        self.left -= len(known)
        return [self.quote(claim) for claim in known]

    def quote(self, claim: Claim, *, context: bool = True) -> Shown:
        """One claim with its words: letter, line, segments, signs, and how a figure was read.

        Without ``context`` there are no segments, but the bare ``words``.
        """
        lookup = self._lookup
        account = lookup.account[claim.account]
        marks: list[Excerpt] = [s.excerpt for s in claim.speakers if s.excerpt is not None]
        segments: list[Any] = []
        line = start = end = 0
        words = ""
        if claim.evidence and not context:
            best = claim.evidence[0]
            line, start, end, words = account.line_of(best.start), best.start, best.end, plain(best.text, 600)
        elif claim.evidence:
            best = claim.evidence[0]
            hedge = find_words(account, claim.hedge, best)
            around = 0 if (claim.question, best) in self._given else self._around
            self._given.add((claim.question, best))
            segments = quotation(account, best, [*marks, *([hedge] if hedge else [])], around=around)
            line, start, end = account.line_of(best.start), best.start, best.end
        return {
            "id": plain(claim.id, 120),
            "account": lookup.number[claim.account],
            "letter": plain(lookup.letter(claim.account), 6),
            "answer": plain(claim.answer.label, 300),
            "line": line,
            "start": start,
            "end": end,
            "segments": segments,
            "words": words,
            "signs": signs([claim]),
            "stance": claim.stance.value,
            "certainty": claim.certainty.value,
            "hedge": plain(claim.hedge, 120),
            "speakers": [plain(s.shown, 120) for s in claim.speakers],
            "value": normalised(claim.answer),
            "tier": plain(claim.tier, 4),
            "grade": claim.grade.value,
            "ways": [plain(way, 40) for way in claim.ways],
            "further": [
                {"line": account.line_of(e.start), "text": plain(e.text, 300)} for e in claim.evidence[1:4] if e.text
            ],
        }

    def entity(self, n: int) -> Shown:
        """The entity with this number: what it is called, who names it, and a few of its mentions."""
        lookup = self._lookup
        entity = lookup.incident.entities[n]
        seen: Counter[str] = Counter()
        mentions = []
        for mention in sorted(entity.mentions, key=lambda m: (lookup.number.get(m.account, 10**6), m.start)):
            if mention.account in lookup.account:
                mentions.append((seen[mention.account], lookup.number[mention.account], mention))
                seen[mention.account] += 1
        most = MOST_MENTIONS if len(lookup.incident.entities) <= MOST_ENTITIES else FEW_MENTIONS
        shown = sorted(mentions, key=lambda m: (m[0], m[1]))[:most]  # one of each account first
        quotes = []
        for _, number, mention in sorted(shown, key=lambda m: (m[1], m[2].start)):
            account = lookup.account[mention.account]
            quotes.append(
                {
                    "account": number,
                    "letter": plain(lookup.letter(account.id), 6),
                    "line": account.line_of(mention.start),
                    "segments": quotation(account, mention, around=min(self._around, 60)),
                }
            )
        return {
            "n": n,
            "id": entity.id,
            "label": plain(entity.label, 200),
            "kind": plain(entity.kind, 40),
            "named": entity.named,
            "others": [plain(a, 120) for a in entity.alt_labels[:12]],
            "letters": [plain(lookup.letter(a), 6) for a in sorted(seen, key=lookup.number.__getitem__)],
            "quotes": quotes,
            "more": len(mentions) - len(shown),
        }
