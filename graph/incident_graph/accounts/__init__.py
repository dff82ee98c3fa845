"""Files to accounts."""

from incident_graph.accounts.account import Account, Excerpt
from incident_graph.accounts.naming import account_name, headline
from incident_graph.accounts.reading import (
    SUFFIXES,
    AccountFile,
    InputWarning,
    accounts_from,
    read_account,
    read_accounts,
    read_files,
)

__all__ = [
    "SUFFIXES",
    "Account",
    "AccountFile",
    "Excerpt",
    "InputWarning",
    "account_name",
    "accounts_from",
    "headline",
    "read_account",
    "read_accounts",
    "read_files",
]
