"""The examples of deeds: whether those that must tell their deed do, and those that must not do not."""

from collections.abc import Iterator, Sequence

from incident_graph.accounts import Account
from incident_graph.profile import Deed, Finding, Profile
from incident_graph.selection.choosing import told
from incident_graph.selection.telling import Deeds
from incident_graph.text.documents import read_document
from incident_graph.text.parsing import parse


def check_examples(profile: Profile) -> Iterator[Finding]:
    """An error for each example of a profile's deeds that does not do what its declaration says."""
    rows = [
        (name, deed, example, expected)
        for name, deeds in profile.deeds.items()
        for deed in deeds
        for example, expected in [*((e, True) for e in deed.fires), *((e, False) for e in deed.silent)]
    ]
    for (_, deed, example, expected), fires in zip(rows, _fires(rows), strict=True):
        if fires != expected:
            said = "does not tell it" if expected else "tells it, and must not"
            yield Finding("error", deed.id.rsplit("/", 1)[-1], f"“{example}” {said}")


def _fires(rows: Sequence[tuple[str, Deed, str, bool]]) -> Iterator[bool]:
    documents = parse([read_document(as_account(example)) for _, _, example, _ in rows])
    for (name, deed, _, _), document in zip(rows, documents, strict=True):
        yield bool(told(document, Deeds(((name, deed),))))


def as_account(example: str) -> Account:
    """An account that has only a title, or only a sentence of the body when the example ends with a full stop.

    >>> [read_document(as_account(example)).blocks[0].kind for example in ("Ferry sinks", "A ferry sank.")]
    ['title', 'body']
    """
    return Account("0" * 64, "example.txt", example if example.endswith(".") else f"{example}\n\nMore follows.")
