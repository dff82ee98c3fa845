"""The examples of frames: whether those that must tell their frame do, role by role, and those that must not do not."""

import re
from collections.abc import Iterator, Sequence

from incident_graph.accounts import Account
from incident_graph.annotators.frames import Instance, instances
from incident_graph.profile import Finding
from incident_graph.profile.frame import Frame
from incident_graph.text.document import Document
from incident_graph.text.documents import read_document
from incident_graph.text.parsing import parse

_MARK = re.compile(r"\[(\w+): ([^\]]+)\]")


def check_frames(frames: Sequence[Frame]) -> Iterator[Finding]:
    """An error for each example of a frame that does not do what its declaration says, or lacks one of either sort."""
    rows = [
        (frame, example, fires) for frame in frames for fires in (True, False) for example in _examples(frame, fires)
    ]
    documents = parse([read_document(Account("0" * 64, "example.txt", unmarked(example))) for _, example, _ in rows])
    for (frame, example, fires), document in zip(rows, documents, strict=True):
        for said in _wrong(frame, example, fires, document):
            yield Finding("error", f"frame {frame.name}", f"“{example}” {said}")
    for frame in frames:
        if not (frame.fires and frame.silent):
            yield Finding("error", f"frame {frame.name}", "needs an example that tells it and one that does not")


def unmarked(example: str) -> str:
    """An example without its marks.

    >>> unmarked("[victim: Nine people] were killed by [killer: a gunman].")
    'Nine people were killed by a gunman.'
    """
    return _MARK.sub(r"\2", example)


def _examples(frame: Frame, fires: bool) -> tuple[str, ...]:
    return frame.fires if fires else frame.silent


def _wrong(frame: Frame, example: str, fires: bool, document: Document) -> Iterator[str]:
    """What an example does that it must not, or does not do that it must."""
    told = [found for found in instances(document.tree) if found.frame.iri == frame.iri]
    marks = list(_marked(example))
    if fires and not told:
        yield "does not tell it"
    if not fires and not marks and told:
        yield "tells it, and must not"
    for role, start, end in marks:
        head = document.tree.top(start, end)
        filled = any(head in tokens for found in told for tokens in _named(found, role))
        if filled is not fires:
            yield f"has no {role} there" if fires else f"has its {role} there, and must not"
    if fires:
        marked = {(role, document.tree.top(start, end)) for role, start, end in marks}
        for found in told:
            for own in frame.roles:
                for token in found.fillers.get(own.iri, ()):
                    if (own.name, token) not in marked:
                        yield f"has “{token.text}” as its {own.name}, which is not marked"


def _named(found: Instance, name: str) -> list[tuple[object, ...]]:
    return [found.fillers.get(role.iri, ()) for role in found.frame.roles if role.name == name]


def _marked(example: str) -> Iterator[tuple[str, int, int]]:
    """The role of each mark, and where its words stand once the marks are taken away."""
    gone = 0
    for mark in _MARK.finditer(example):
        start = mark.start() - gone
        yield mark[1], start, start + len(mark[2])
        gone += len(mark.group()) - len(mark[2])
