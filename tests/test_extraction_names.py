"""Names: invented sentences, each with every name that it should give."""

from pathlib import Path

import pytest

from incident_graph.accounts import Account
from incident_graph.extraction.documents import read_document
from incident_graph.extraction.evidence import NameMention
from incident_graph.extraction.names import decide, find_names

LETTERS = {
    "P": "Person",
    "O": "Organisation",
    "F": "Platform",
    "L": "Place",
    "W": "Law",
    "E": "Event",
    "D": "Product",
    "V": "Vehicle",
}


def rows() -> list[tuple[str, str]]:
    """The invented sentences and what is expected of each."""
    lines = (Path(__file__).parent / "cases" / "names.txt").read_text(encoding="utf-8").splitlines()
    return [
        (sentence.strip(), expected.strip())
        for line in lines
        if "=>" in line and not line.startswith("#")
        for sentence, expected in (line.split("=>"),)
    ]


def account(text: str, number: int = 0) -> Account:
    return Account(f"{number}" * 64, f"{number}.txt", text)


def names(*texts: str, gazetteer: dict[str, str] | None = None) -> list[list[tuple[str, str]]]:
    """For each text its (surface, class), in order."""
    documents = [read_document(account(text, number)) for number, text in enumerate(texts)]
    found = find_names(documents, gazetteer or {})
    return [[(m.surface, decide(m.votes)) for m in found[d.account.id]] for d in documents]


@pytest.mark.parametrize(("sentence", "expected"), rows())
def test_sentence(sentence: str, expected: str) -> None:
    wanted, free = set(), set()
    for part in filter(None, (p.strip() for p in expected.split(";"))):
        if part.startswith("~"):
            free.add(part[1:].strip())
        else:
            letter, name = part.split(" ", 1)
            wanted.add((name, LETTERS[letter]))
    found = [row for row in names_as_written(sentence) if row[1]]
    assert {row for row in found if row[0] not in free} == wanted


def names_as_written(text: str) -> list[tuple[str, str]]:
    document = read_document(account(text))
    mentions: tuple[NameMention, ...] = find_names([document])[document.account.id]
    return [(m.excerpt.text.removeprefix("the "), decide(m.votes)) for m in mentions]
