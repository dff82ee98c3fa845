"""What an account is called where it is shown: by its outlet, else by its title, else by its file."""

from pathlib import PurePath

from incident_graph.accounts.account import Account


def account_name(account: Account) -> str:
    """The outlet (or the site) that published the account, else its title, else the name of its file.

    >>> account_name(Account("0" * 64, "ferry_a.txt", "", publisher="Harbour Review", title="Nine dead"))
    'Harbour Review'
    >>> account_name(Account("0" * 64, "ferry_b.txt", "", title="Captain was warned"))
    'Captain was warned'
    >>> account_name(Account("0" * 64, "leads/ferry_b.txt", ""))
    'ferry_b.txt'
    """
    return account.publisher or account.title or PurePath(account.file_name).name or account.file_name


def headline(account: Account) -> str:
    """The account's own headline, or ``""`` where it has none or is already called by it.

    >>> headline(Account("0" * 64, "a.txt", "", publisher="Harbour Review", title="Nine dead"))
    'Nine dead'
    >>> headline(Account("0" * 64, "a.txt", "", title="Nine dead"))
    ''
    """
    return account.title if account.title and account.title != account_name(account) else ""
