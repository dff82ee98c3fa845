"""Garbled text: UTF-8 that was read as Windows-1252 and saved again ("â€™"), read as it was meant, offsets kept.

The account's text stays as it is in the file. Reading works on the mended text; what it finds is carried back.
"""

import re
from dataclasses import replace

from incident_graph.accounts.account import Account, Excerpt


def _bytes_of() -> dict[str, int]:
    """The byte each character stood for: Windows-1252, and Latin-1 where that has none."""
    table = {chr(code): code for code in range(0x80, 0x100)}
    for code in range(0x80, 0xA0):
        try:
            table[bytes([code]).decode("cp1252")] = code
        except UnicodeDecodeError:
            continue
    return table


_BYTES = _bytes_of()
_TAIL = "[" + "".join(re.escape(char) for char, code in _BYTES.items() if code < 0xC0) + "]"
_GARBLED = re.compile(f"[\u00c2-\u00df]{_TAIL}|[\u00e0-\u00ef]{_TAIL}{{2}}|[\u00f0-\u00f4]{_TAIL}{{3}}")


def mend(text: str) -> tuple[str, list[int]]:
    """The text as it was meant, and for each of its code points (and its end) the offset in ``text``.

    >>> mend("the UKâ€™s cafÃ©")[0]
    'the UK’s café'
    >>> clean, places = mend("Â£5")
    >>> clean, places
    ('£5', [0, 2, 3])
    >>> mend("plain")
    ('plain', [0, 1, 2, 3, 4, 5])
    """
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for found in _GARBLED.finditer(text):
        try:
            meant = bytes(_BYTES[char] for char in found.group()).decode("utf-8")
        except UnicodeDecodeError:
            continue
        parts += [text[at : found.start()], meant]
        places += [*range(at, found.start()), found.start()]
        at = found.end()
    return "".join((*parts, text[at:])), [*places, *range(at, len(text) + 1)]


class Mended:
    """Accounts with garbled text mended, and the way back to the text as it stands in the file."""

    def __init__(self, accounts: list[Account]) -> None:
        self._raw = {account.id: account for account in accounts}
        self._places: dict[str, list[int]] = {}
        self.accounts: list[Account] = []
        for account in accounts:
            clean, places = mend(account.text)
            if clean == account.text:
                self.accounts.append(account)
                continue
            self._places[account.id] = places
            body = next((n for n, place in enumerate(places) if place >= account.body_start), account.body_start)
            title = mend(account.title)[0] if account.title else account.title
            self.accounts.append(replace(account, text=clean, body_start=body, title=title))

    @property
    def nothing(self) -> bool:
        """Whether no account had to be mended."""
        return not self._places

    def as_found(self, account: Account) -> Account:
        """The account as it was read, its title mended."""
        return replace(self._raw[account.id], title=account.title)

    def back(self, excerpt: Excerpt) -> Excerpt:
        """The excerpt as it stands in the file."""
        places = self._places.get(excerpt.account)
        if places is None:
            return excerpt
        return self._raw[excerpt.account].excerpt(places[excerpt.start], places[excerpt.end])
