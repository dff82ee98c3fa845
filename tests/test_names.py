"""Names: invented sentences, each with every name that it should give."""

from pathlib import Path

import pytest

from incident_graph.accounts import Account
from incident_graph.names.finding import find_names
from incident_graph.names.mention import NameMention, decide
from incident_graph.text.documents import read_document

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


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "The Harrow Sentinel. Leila Brook in Norley. Fri 14 Mar 2031 05.00 GMT",
            "O Harrow Sentinel; P Leila Brook; L Norley",
        ),
        ("The Harrow Tribune | Monday, 3 May 2031 | From Ada Brook, Norley", "O Harrow Tribune; P Ada Brook; L Norley"),
        ("The Harrow Herald | Staff Reporter | NORLEY, May 3, 2031, 07:40 IST", "O Harrow Herald; L NORLEY"),
        ("Tern Press - Norley (Nigeria), Sept 18, 2031", "O Tern Press; L Norley; L Nigeria"),
        ("Tern News | By Ada Brook, staff writer | Aug. 9, 2031", "O Tern News; P Ada Brook"),
        ("Published: 3 May 2031 | Harrow Mail | Ada Brook, Crime Correspondent", "O Harrow Mail; P Ada Brook"),
        ("Norley, 16 May 2031, 09:00 AEST", "O Norley"),  # nothing says whether it is a place or a paper
        ("In Norley, on 3 May 2031, two boats were lost", "L Norley"),  # a line of the story
    ],
)
def test_a_line_of_outlet_writer_and_place(line: str, expected: str) -> None:
    text = f"Boats adrift after a night of storms\n\n{line}\n\nNine barges slipped their moorings. Two were found.\n"
    wanted = {(part[2:], LETTERS[part[0]]) for part in expected.split("; ") if part}
    assert {row for row in names(text)[0] if row[1]} == wanted


def names_as_written(text: str) -> list[tuple[str, str]]:
    document = read_document(account(text))
    mentions: tuple[NameMention, ...] = find_names([document])[document.account.id]
    return [(m.excerpt.text.removeprefix("the "), decide(m.votes)) for m in mentions]


def test_the_outlet_named_in_the_furniture_is_known_in_the_text() -> None:
    text = "Quaynet told us that it rained.\n\nNobody else was wet, and nobody asked why.\n\n© 2024 Quaynet Media"
    assert names(text) == [[("Quaynet", "Organisation")]]
    assert names(text.split("©")[0]) != names(text)


def test_boilerplate_gives_no_names() -> None:
    text = "A tug sank off Oslo.\n\nGet 70% off NordGuard VPN: now $2.99 a month\n\n© 2024 The Quay Lantern"
    assert names(text) == [[("Oslo", "Place")]]


def test_a_surname_with_its_particle_opens_a_sentence() -> None:
    text = "Mayor Joost van Dalen spoke. Van Dalen left in a van."
    assert names(text) == [[("Joost van Dalen", "Person"), ("Van Dalen", "Person")]]


def test_an_initial_alone_is_a_name_where_it_is_known() -> None:
    assert names("Police held Rolf K., 41. Later K. was freed.") == [[("Rolf K.", "Person"), ("K.", "Person")]]
    assert names("Police held a man of 41. Later K. was freed.") == [[]]
