"""Decisions on claims: accepted, rejected, mended and added, in the order of the file."""

from collections.abc import Iterable, MutableMapping, Sequence
from dataclasses import dataclass, field, replace

from incident_graph.accounts import Excerpt
from incident_graph.decisions.answers import entity_called, read_answer
from incident_graph.decisions.decision import Decision, folded
from incident_graph.decisions.names import REVIEWED
from incident_graph.decisions.orphans import Orphan, Texts
from incident_graph.model import Answer, Certainty, Claim, Entity, Figure, Grade, Speaker, Stance
from incident_graph.model.claim import spoken_by
from incident_graph.model.grade import PERSON, as_ways
from incident_graph.model.ids import make_id
from incident_graph.profile import Profile
from incident_graph.text.folding import fold
from incident_graph.values import Period, Quantity


@dataclass
class _Draft:
    """A claim as decisions leave it: every label its answer has had, and the decision that rejected it, if one did."""

    claim: Claim
    labels: set[str]
    rejected: Decision | None = None
    withdrawn: dict[Excerpt, Decision] = field(default_factory=dict)  # quotations that no longer count


@dataclass
class ClaimDecisions:
    """Claims while decisions are applied to them. ``entities`` and ``figures`` are by id; descriptions are added."""

    profile: Profile
    texts: Texts
    entities: MutableMapping[str, Entity]
    figures: MutableMapping[str, Figure]
    orphans: list[Orphan]
    rejected: list[str] = field(default_factory=list)

    def apply(self, claims: Sequence[Claim], decisions: Iterable[Decision]) -> list[Claim]:
        """The claims after every decision, in the order of questions, accounts and places.

        What was rejected, or added without its words being in the account, is told in ``rejected``. Descriptions that
        no claim uses any longer are taken out of ``entities``.
        """
        drafts = [_Draft(claim, {_label(claim)}) for claim in claims]
        before = {claim.answer.entity for claim in claims}
        for decision in decisions:
            if decision.target != "claim":
                continue
            if decision.question not in self.profile.questions:
                self.orphans.append(Orphan(decision, "no profile in use asks this question"))
                continue
            excerpt = self.texts.locate(decision.at, decision, self.orphans)
            if decision.verb == "add":
                self._add(drafts, decision, excerpt)
            elif excerpt is not None:
                self._one(drafts, decision, excerpt)
        kept = self._kept(drafts)
        used = {claim.answer.entity for claim in kept}
        for entity in before - used:
            if entity and not self.entities[entity].named:
                del self.entities[entity]
        order = {iri: n for n, iri in enumerate(self.profile.questions)}
        last = len(order)  # questions that were found in the accounts come after those of the profile
        return sorted(
            kept, key=lambda c: (order.get(c.question, last), c.question, c.account, c.evidence[0].start, c.id)
        )

    def _one(self, drafts: list[_Draft], decision: Decision, excerpt: Excerpt) -> None:
        on_it = [d for d in drafts if d.claim.account == excerpt.account and d.claim.question == decision.question]
        of = _plain(decision.of)
        if of:
            on_it = [d for d in on_it if of in d.labels]
        found = [d for d in on_it if excerpt in d.claim.evidence]
        found = found or [d for d in on_it if any(_around(excerpt, own) for own in d.claim.evidence)]
        if not found:
            what = f"no claim “{decision.of}” rests on these words" if of else "no claim on this question rests on them"
            self.orphans.append(Orphan(decision, what))
        elif decision.verb == "edit" and len({_label(d.claim) for d in found}) > 1 and not of:
            self.orphans.append(Orphan(decision, f"{len(found)} claims rest on these words; say which (of)"))
            return
        for draft in found:
            if decision.verb == "reject":
                self._reject(draft, decision, excerpt)
                continue
            draft.rejected = None
            draft.withdrawn.pop(excerpt, None)
            try:
                draft.claim = self._reviewed(draft.claim, decision, excerpt)
            except ValueError as error:
                self.orphans.append(Orphan(decision, str(error)))
            draft.labels.add(_label(draft.claim))

    def _reject(self, draft: _Draft, decision: Decision, excerpt: Excerpt) -> None:
        if decision.scope == "here":
            draft.withdrawn |= {own: decision for own in draft.claim.evidence if _around(excerpt, own)}
        else:
            draft.rejected = decision

    def _add(self, drafts: list[_Draft], decision: Decision, excerpt: Excerpt | None) -> None:
        if excerpt is None:
            self.rejected.append(f"added, but its words were not found: {decision} = {decision.value}")
            return
        question, account = self.profile.questions[decision.question], self.texts.account(decision.at)
        try:
            answer = read_answer(decision.value or "", question, self.profile.kinds, self.entities, account, excerpt)
            answer = self._stated(answer, (excerpt,))
            blank = Claim("", account.id, question.iri, answer, (excerpt,), tier="A", rules=("added",), ways=(PERSON,))
            claim = self._reviewed(blank, decision, excerpt)
        except ValueError as error:
            self.orphans.append(Orphan(decision, str(error)))
            self.rejected.append(f"added, but {error}: {decision}")
            return
        drafts.append(_Draft(claim, {_label(claim), _plain(decision.value or "")}))

    def _reviewed(self, claim: Claim, decision: Decision, excerpt: Excerpt) -> Claim:
        """The claim with what the decision changes, and the word of a person as its rule."""
        account = self.texts.by_id(claim.account)
        question = self.profile.questions[claim.question]
        answer = claim.answer
        if decision.value is not None and decision.verb == "edit":
            evidence = excerpt if excerpt in claim.evidence else claim.evidence[0]
            answer = read_answer(decision.value, question, self.profile.kinds, self.entities, account, evidence)
            if answer.quantity and not answer.quantity.unit and claim.answer.quantity:
                quantity = replace(answer.quantity, unit=claim.answer.quantity.unit)
                answer = replace(answer, quantity=quantity)
            answer = self._stated(replace(answer, basis=claim.answer.basis), claim.evidence)
        unchanged = answer == claim.answer and decision.stance in (None, claim.stance.value)
        certainty = Certainty(decision.certainty) if decision.certainty is not None else claim.certainty
        if decision.hedge is not None and decision.certainty is None:
            certainty = Certainty.HEDGED if decision.hedge else Certainty.PLAIN
        hedge = decision.hedge if decision.hedge is not None else claim.hedge
        return replace(
            claim,
            answer=answer,
            stance=Stance(decision.stance) if decision.stance is not None else claim.stance,
            certainty=certainty,
            hedge=hedge if certainty is Certainty.HEDGED else "",
            speakers=claim.speakers if decision.speaker is None else self._speakers(decision.speaker, excerpt),
            attributed=claim.attributed and decision.speaker is None,
            basis=claim.basis if decision.basis is None else decision.basis,
            tier="A",
            rules=tuple(dict.fromkeys((*claim.rules, REVIEWED))),
            ways=as_ways((*(claim.ways if unchanged else ()), PERSON)),
            grade=Grade.FIRM,
        )

    def _stated(self, answer: Answer, evidence: Sequence[Excerpt]) -> Answer:
        """The answer with the figure of the account that states it, where its evidence has one of the same value."""
        value = answer.quantity or answer.period
        if value is None:
            return answer
        for figure in sorted(self.figures.values(), key=lambda f: (f.excerpt, f.id)):
            if _amount(figure.value) == _amount(value) and any(figure.excerpt.overlaps(own) for own in evidence):
                return replace(answer, figure=figure.id)
        return answer

    def _speakers(self, label: str, near: Excerpt) -> tuple[Speaker, ...]:
        if not label.strip():
            return ()
        account = self.texts.by_id(near.account)
        inside, before = account.text.find(label, near.start, near.end), account.text.rfind(label, 0, near.start)
        start = next((s for s in (inside, before, account.text.find(label)) if s >= 0), -1)
        excerpt = account.excerpt(start, start + len(label)) if start >= 0 else None
        entity = entity_called(label, self.entities, near.account)
        return (Speaker(label, entity.id if entity else None, excerpt),)

    def _kept(self, drafts: Sequence[_Draft]) -> list[Claim]:
        """What was not rejected, with ids for what it now says; claims that have become one are one."""
        kept: dict[str, Claim] = {}
        for draft in drafts:
            claim = draft.claim
            evidence = tuple(own for own in claim.evidence if own not in draft.withdrawn)
            reason = draft.rejected or (next(iter(draft.withdrawn.values())) if not evidence else None)
            if reason is not None:
                self.rejected.append(self._told(claim, reason))
                continue
            claim = replace(claim, evidence=evidence)
            if REVIEWED in claim.rules:
                claim = replace(claim, id=_id(claim))
            known = kept.get(claim.id)
            if known is not None:
                first, second = sorted((known, claim), key=lambda c: (c.tier, REVIEWED not in c.rules))
                claim = replace(
                    first,
                    evidence=tuple(dict.fromkeys((*first.evidence, *second.evidence))),
                    rules=tuple(dict.fromkeys((*first.rules, *second.rules))),
                    ways=as_ways((*first.ways, *second.ways)),
                )
            kept[claim.id] = claim
        return list(kept.values())

    def _told(self, claim: Claim, decision: Decision) -> str:
        name = self.profile.questions[claim.question].name
        account = self.texts.by_id(claim.account)
        note = f" ({decision.note})" if decision.note else ""
        return f"{account.letter or account.file_name}, {name}: “{claim.answer.label}” rejected in review{note}"


def _id(claim: Claim) -> str:
    """The id that a claim of this account saying this in this way has, whether it was read or reviewed."""
    a = claim.answer
    value = a.entity or a.figure or a.kind or a.phrase or (_figure(claim) or str(a.polarity))
    return make_id(
        "claim",
        claim.account,
        claim.question,
        value,
        claim.stance.value,
        bool(claim.hedge),
        spoken_by(claim),
        *([claim.basis] if claim.basis else []),
    )


def _figure(claim: Claim) -> str:
    value = claim.answer.quantity or claim.answer.period
    return repr(value) if value is not None else ""


def _amount(value: Quantity | Period) -> tuple[object, ...]:
    return (value.low, value.high, value.stated) if isinstance(value, Quantity) else (value.edtf, value.minutes)


def _plain(words: str) -> str:
    return folded(fold(words))


def _label(claim: Claim) -> str:
    return _plain(claim.answer.label)


def _around(one: Excerpt, other: Excerpt) -> bool:
    """Whether one of two excerpts lies within the other."""
    a, b = (one, other) if one.start <= other.start else (other, one)
    return one.account == other.account and (b.end <= a.end or a.start == b.start)
