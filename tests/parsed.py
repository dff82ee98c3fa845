"""Short ways to have texts read and parsed for the tests of reading."""

from incident_graph.accounts import Account
from incident_graph.text.document import Document
from incident_graph.text.documents import read_document
from incident_graph.text.parsing import parse


def account(text: str, number: int = 0) -> Account:
    """An account of this text; the number tells it from others."""
    return Account(f"{number:x}".ljust(64, "0"), f"{number}.txt", text, letter="ABCDEFGHIJ"[number])


def parsed(*texts: str) -> list[Document]:
    """The texts as documents, parsed by the pinned pipeline."""
    return parse([read_document(account(text, number)) for number, text in enumerate(texts)])
