"""Files to accounts."""

from incident_graph.accounts.account import Account, Excerpt

__all__ = ["Account", "Excerpt"]
