"""Decisions at work within a build: each step of it asks here what people have said."""

from collections.abc import Iterable, Mapping, MutableMapping, Sequence

from incident_graph.accounts import Account
from incident_graph.decisions.claims import ClaimDecisions
from incident_graph.decisions.decision import Decision
from incident_graph.decisions.figures import decide_figures
from incident_graph.decisions.log import standing
from incident_graph.decisions.names import EntityDecisions, decide_mentions
from incident_graph.decisions.orphans import Orphan, Texts, unique
from incident_graph.extraction.evidence import FigureMention
from incident_graph.model import Claim, Entity, Figure
from incident_graph.names.mention import NameMention
from incident_graph.profile import Profile


class Reviewing:
    """Applies decisions to what a build has found, step by step: names, entities, figures, claims.

    Decisions are applied in the order given; on one thing the last one wins. What matches nothing is an orphan,
    collected and never dropped. Without decisions every step gives back what it was given.
    """

    def __init__(self, decisions: Iterable[Decision], accounts: Sequence[Account], profile: Profile) -> None:
        self._decisions, idle = standing(decisions)
        self._texts = Texts(accounts)
        self._profile = profile
        self._orphans = [Orphan(decision, "there is nothing to undo") for decision in idle]
        here = {account.sha256 for account in accounts}
        for decision in self._decisions:
            if decision.target == "figure" and decision.at.account not in here:
                self._texts.locate(decision.at, decision, self._orphans)
        self.rejected: list[str] = []

    @property
    def orphans(self) -> tuple[Orphan, ...]:
        """The decisions that matched nothing so far, in the order of their file."""
        return unique(self._orphans)

    def names(self, names: Mapping[str, Sequence[NameMention]]) -> Mapping[str, Sequence[NameMention]]:
        """The mentions by account id, before they are resolved: rejected names gone, added ones there."""
        return decide_mentions(names, self._decisions, self._texts, self._orphans) if self._decisions else names

    def entities(self, entities: Sequence[Entity]) -> Sequence[Entity]:
        """The entities, after they are resolved: retyped, merged, split."""
        if not self._decisions:
            return entities
        return EntityDecisions(self._texts, self._orphans).apply(entities, self._decisions)

    def figures(self, account: Account, figures: Sequence[FigureMention]) -> Sequence[FigureMention]:
        """The figures of one account: rejected ones gone."""
        if not self._decisions:
            return figures
        return decide_figures(account, figures, self._decisions, self._texts, self._orphans)

    def claims(
        self, claims: list[Claim], entities: MutableMapping[str, Entity], figures: MutableMapping[str, Figure]
    ) -> list[Claim]:
        """The claims, before they are compared: accepted, rejected, edited and added.

        ``entities`` (by id) gains descriptions that edits bring and loses those nothing uses any longer.
        """
        if not self._decisions:
            return claims
        step = ClaimDecisions(self._profile, self._texts, entities, figures, self._orphans)
        result = step.apply(claims, self._decisions)
        self.rejected += step.rejected
        return result
