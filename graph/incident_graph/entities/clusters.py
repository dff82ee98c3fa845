"""Clusters of names: a union-find in which every merge keeps its reason and kinds that differ never meet."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from incident_graph.names.gazetteer import fold
from incident_graph.names.mention import NameMention, decide

Node = tuple[str, str]  # account id and folded name


def name_key(surface: str) -> str:
    """A name without regard to case, sort of apostrophe or hyphen, "the" before it or possessive after it.

    >>> name_key("The Ledger’s"), name_key("T‑Mobile")
    ('ledger', 't-mobile')
    """
    key = fold(surface).strip(" \"'.,;:()")
    key = key.removesuffix("'s").strip()
    return key[4:] if key.startswith("the ") and len(key) > 4 else key


#: Ends the folded name of a place in an account that has a person of the same name too.
AS_A_PLACE = " (place)"


def _senses(found: Iterable[NameMention]) -> set[str]:
    """The folded names that in one account are those of a person and of a place: "Georgia left for Georgia"."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for mention in found:
        kinds[name_key(mention.surface)].add(decide(mention.votes))
    return {key for key, of in kinds.items() if "Place" in of and of & {"Person", "Vehicle"}}


@dataclass
class Clusters:
    """Nodes (a name in an account), which of them are one, and why."""

    mentions: dict[Node, list[NameMention]]
    kinds: dict[str, str]  # folded name -> class, "" when undecided
    own_kinds: dict[Node, str] = field(default_factory=dict)  # class in one account: "Georgia" may be a person there
    parent: dict[Node, Node] = field(default_factory=dict)
    reasons: dict[Node, str] = field(default_factory=dict)

    @classmethod
    def of(cls, mentions: Mapping[str, list[NameMention]]) -> "Clusters":
        """One cluster a node, nothing merged yet."""
        nodes: dict[Node, list[NameMention]] = defaultdict(list)
        votes: dict[str, dict[tuple[str, str], float]] = defaultdict(dict)
        own: dict[Node, dict[tuple[str, str], float]] = defaultdict(dict)
        for account, found in mentions.items():
            senses = _senses(found)
            for mention in found:
                key = name_key(mention.surface)
                if key in senses and decide(mention.votes) == "Place":
                    key += AS_A_PLACE
                nodes[account, key].append(mention)
                for kind, weight, rule in mention.votes:
                    votes[key][kind, rule] = max(weight, votes[key].get((kind, rule), 0.0))
                    own[account, key][kind, rule] = max(weight, own[account, key].get((kind, rule), 0.0))
        kinds = {key: decide((k, w, r) for (k, r), w in votes[key].items()) for _, key in nodes}
        own_kinds = {node: decide((k, w, r) for (k, r), w in own[node].items()) for node in nodes}
        return cls(dict(nodes), kinds, own_kinds, {node: node for node in nodes})

    @property
    def keys(self) -> list[str]:
        """All folded names, sorted."""
        return sorted(self.kinds)

    def accounts(self, key: str) -> list[str]:
        """The accounts in which a folded name stands."""
        return self._accounts[key]

    def __post_init__(self) -> None:
        self._accounts: dict[str, list[str]] = defaultdict(list)
        for account, key in self.mentions:
            self._accounts[key].append(account)
        self._kinds = {node: {kind} - {""} for node, kind in self.own_kinds.items()}
        self._roots = {key: {(account, key) for account in accounts} for key, accounts in self._accounts.items()}

    def roots(self, keys: Iterable[str]) -> list[Node]:
        """The representatives of the clusters that these names, in whatever account, are in, sorted."""
        found: set[Node] = set()
        for key in keys:  # what was merged stays so: where a name's clusters were is enough to know where they are
            self._roots[key] = {self.find(node) for node in self._roots[key]}
            found |= self._roots[key]
        return sorted(found)

    def find(self, node: Node) -> Node:
        """The representative of the cluster that a node is in."""
        root = node
        while self.parent[root] != root:
            root = self.parent[root]
        while self.parent[node] != root:
            self.parent[node], node = root, self.parent[node]
        return root

    def may_be(self, key: str, kind: str) -> bool:
        """Whether a name is of a class, or of none, in some account."""
        return any(self.own_kinds[account, key] in (kind, "") for account in self.accounts(key))

    def kinds_of(self, node: Node) -> frozenset[str]:
        """The classes of the cluster that a node is in: one, or none as long as nothing decides."""
        return frozenset(self._kinds.get(self.find(node), ()))

    def merge(self, node: Node, into: Node, reason: str) -> bool:
        """Merge the cluster of ``node`` into that of ``into``, unless it is there or of another class."""
        a, b = self.find(node), self.find(into)
        kinds = self.kinds_of(a) | self.kinds_of(b)
        if a == b or len(kinds) > 1:
            return False
        self.parent[a] = b
        self._kinds[b] = set(kinds)
        self.reasons.setdefault(node, reason)
        return True

    def merge_names(self, key: str, into: str, reason: str) -> None:
        """Merge a name, in every account, into another name, in every account."""
        for account in self.accounts(key):
            for other in self.accounts(into):
                self.merge((account, key), (other, into), reason)
                break

    def same(self, left: Node, right: Node) -> bool:
        """Whether two nodes are in one cluster."""
        return self.find(left) == self.find(right)

    def groups(self) -> list[list[Node]]:
        """The clusters, each as a sorted list of nodes, in order."""
        found: dict[Node, list[Node]] = defaultdict(list)
        for node in sorted(self.mentions):
            found[self.find(node)].append(node)
        return sorted(found.values())
