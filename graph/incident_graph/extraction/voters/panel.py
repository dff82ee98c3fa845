"""The voters of one build: asked once about all accounts, their votes added where the rules have cast theirs."""

from collections.abc import Mapping, Sequence

from incident_graph.extraction.evidence import ClaimVote, FigureMention
from incident_graph.extraction.kind_index import KindIndex
from incident_graph.extraction.voters.binding import Surroundings, bind_claims
from incident_graph.extraction.voters.pooling import pool_names
from incident_graph.extraction.voters.voter import Progress, Voter, Votes
from incident_graph.names.mention import NameMention
from incident_graph.profile import Profile
from incident_graph.text.document import Document


class Panel:
    """What all voters say of ``documents``; ``rejected`` says in words what was proposed and not believed."""

    def __init__(
        self, voters: Sequence[Voter], documents: Sequence[Document], profile: Profile, progress: Progress
    ) -> None:
        self._profile = profile
        self._documents = documents
        self._votes: list[Votes] = [voter.vote(documents, profile, progress) for voter in voters]
        self.rejected: list[str] = [text for votes in self._votes for text in votes.rejected]

    def names(self, found: Mapping[str, Sequence[NameMention]]) -> dict[str, tuple[NameMention, ...]]:
        """The names that the rules found, with the voters' added."""
        if not self._votes:
            return {account: tuple(mentions) for account, mentions in found.items()}
        return pool_names(found, [mention for votes in self._votes for mention in votes.names])

    def claims(
        self,
        rules: Sequence[ClaimVote],
        names: Mapping[str, Sequence[NameMention]],
        figures: Mapping[str, Sequence[FigureMention]],
        classes: Mapping[str, str],
        countries: Mapping[str, str],
        index: KindIndex,
    ) -> list[ClaimVote]:
        """The voters' claims, tied to names and figures; those that cannot be are added to ``rejected``."""
        claims = [claim for votes in self._votes for claim in votes.claims]
        if not claims:
            return []
        accounts = {document.account.id: document.account for document in self._documents}
        known = Surroundings(
            texts={account.id: account.text for account in accounts.values()},
            names=names,
            figures=figures,
            classes=classes,
            countries=countries,
            called=lambda account: f"{accounts[account].letter} {accounts[account].file_name}",
        )
        bound, aside = bind_claims(claims, rules, known, self._profile, index)
        self.rejected += aside
        return bound
