"""The IRIs of the data: everything one incident says about itself begins with its base."""

import re
from dataclasses import dataclass

from incident_graph.accounts import Excerpt
from incident_graph.model.ids import make_id

_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def issue_id(question: str) -> str:
    """Local name of the issue that asks ``question``: its local name in kebab case.

    >>> issue_id("https://w3id.org/incident-graph/profile/data-breach#listedOn")
    'issue-listed-on'
    """
    return "issue-" + _CAPITAL.sub("-", re.split(r"[#/]", question)[-1]).lower()


def base_of(incident: str) -> str:
    """What the IRIs of an incident's data begin with, from its own; ``""`` for one that no build makes.

    >>> base_of("https://example.org/fire/incident"), base_of("urn:fire")
    ('https://example.org/fire/', '')
    """
    return incident.removesuffix("incident") if incident.endswith(("/incident", "#incident")) else ""


@dataclass(frozen=True)
class Names:
    """IRIs under ``base`` (which ends in ``/``: excerpts are fragments of it).

    >>> names = Names("https://example.org/fire/")
    >>> names.excerpt(Excerpt("account-0011223344556677", 12, 19, "arson"))
    'https://example.org/fire/account-0011223344556677#char=12,19'
    """

    base: str

    def __call__(self, local: str) -> str:
        """The IRI of the thing whose id is ``local``."""
        return self.base + local

    def excerpt(self, excerpt: Excerpt) -> str:
        """The excerpt as an RFC 5147 fragment of its account: code points, end-exclusive."""
        return f"{self.base}{excerpt.account}#char={excerpt.start},{excerpt.end}"

    def selector(self, excerpt: Excerpt) -> str:
        """The node that holds the excerpt's offsets and words."""
        return f"{self.base}{excerpt.account}#selector={excerpt.start},{excerpt.end}"

    def speaker(self, account: str, label: str) -> str:
        """An unnamed speaker, who belongs to one account and is nobody else's."""
        return self.base + make_id("speaker", account, " ".join(label.casefold().split()))

    def phrase(self, words: str) -> str:
        """A phrase given as an answer; the same folded words are the same node."""
        return self.base + make_id("phrase", words)

    @property
    def incident(self) -> str:
        """The incident itself."""
        return self.base + "incident"

    @property
    def run(self) -> str:
        """The run that read the accounts."""
        return self.base + "run"

    def graph(self, name: str) -> str:
        """A named graph that is no account's: accounts, comparisons, entities or vocabulary."""
        return f"{self.base}graph/{name}"
