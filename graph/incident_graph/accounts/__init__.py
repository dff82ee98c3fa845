"""Files to accounts."""

from incident_graph.accounts.account import Account, Excerpt
from incident_graph.accounts.reading import SUFFIXES, InputWarning, read_account, read_accounts

__all__ = ["SUFFIXES", "Account", "Excerpt", "InputWarning", "read_account", "read_accounts"]
