"""Entities: which names are one thing, why, and which stay apart."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_graph.accounts import Account
from incident_graph.entities import resolve, resolve_proposals
from incident_graph.model import Entity
from incident_graph.names.finding import find_names
from incident_graph.names.mention import decide
from incident_graph.text.documents import read_document


def accounts(*texts: str) -> list[Account]:
    return [Account(f"{number}" * 64, f"{number}.txt", text) for number, text in enumerate(texts)]


def entities(
    *texts: str, aliases: dict[str, str] | None = None, gazetteer: dict[str, str] | None = None
) -> list[Entity]:
    given_accounts = accounts(*texts)
    return list(
        resolve(find_names([read_document(a) for a in given_accounts], gazetteer or {}), given_accounts, aliases)
    )


def entity_of(found: list[Entity], surface: str, text: int = 0) -> Entity:
    account = accounts(*[""] * (text + 1))[text].id
    hits = [e for e in found if any(m.text == surface and m.account == account for m in e.mentions)]
    assert len(hits) == 1, f"{surface}: {[e.id for e in hits]}"
    return hits[0]


CASES = [
    line.split(" | ")
    for line in (Path(__file__).parent / "cases" / "entities.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
TOGETHER = [row for row in CASES if len(row) == 6]
APART = [row for row in CASES if len(row) == 5]


@pytest.mark.parametrize(
    ("one", "two", "left", "right", "reason"), [r[1:] for r in TOGETHER], ids=[r[0] for r in TOGETHER]
)
def test_together(one: str, two: str, left: str, right: str, reason: str) -> None:
    found = entities(one, two)
    entity = entity_of(found, left)
    assert entity.id == entity_of(found, right, 1).id
    assert any(m.reason.startswith(reason) for m in entity.merges)


@pytest.mark.parametrize(("one", "two", "left", "right"), [r[1:] for r in APART], ids=[r[0] for r in APART])
def test_apart(one: str, two: str, left: str, right: str) -> None:
    found = entities(one, two)
    assert entity_of(found, left).id != entity_of(found, right, 1 if two else 0).id


def test_a_surname_of_two_people_is_neither() -> None:
    found = entities("Captain Ida Holm and Captain Ulf Holm left.", "The board praised Holm.")
    assert entity_of(found, "Holm", 1).id not in {entity_of(found, "Ida Holm").id, entity_of(found, "Ulf Holm").id}


def test_a_surname_is_the_person_of_its_own_account() -> None:
    found = entities("Captain Ida Holm left. Holm waved.", "Captain Ulf Holm left. Holm frowned.")
    assert entity_of(found, "Holm").id == entity_of(found, "Ida Holm").id
    assert entity_of(found, "Holm", 1).id == entity_of(found, "Ulf Holm", 1).id


def test_a_body_named_by_its_head_is_the_one_of_that_head_that_the_account_names() -> None:
    met = "The Osk Ports Department met. On Monday the Department said no."
    (one,) = entities(met)
    assert (one.label, {m.reason for m in one.merges}) == ("Osk Ports Department", {"head"})
    found = entities(met, "The Vik Rail Department met. On Monday the Department said yes.")
    assert [e.label for e in found] == ["Osk Ports Department", "Vik Rail Department"]


def test_a_profile_may_give_other_names() -> None:
    texts = "It was sold by Delmora Shipping.", "It was owned by Grey Lines."
    assert len(entities(*texts)) == 2
    (one,) = entities(*texts, aliases={"Grey Lines": "Delmora Shipping"})
    assert {m.reason for m in one.merges} == {"alias"}


def test_label_is_the_full_name() -> None:
    found = entities("The RSB met. The Rail Safety Board (RSB) left. The RSB was late. An RSB note said so.")
    assert [e.label for e in found] == ["Rail Safety Board"]
    assert found[0].alt_labels == ("RSB",)


def test_mentions_are_in_order_and_none_is_lost() -> None:
    given_accounts = accounts("Holm left. Captain Ida Holm works for Osmo Ferries in Oslo.", "In Oslo, Holm met Osmo.")
    mentions = find_names([read_document(a) for a in given_accounts])
    found = resolve(mentions, given_accounts)
    told = sorted(m for e in found for m in e.mentions)
    assert told == sorted(m.excerpt for found_here in mentions.values() for m in found_here)
    for entity in found:
        places = [(m.account, m.start) for m in entity.mentions]
        assert places == sorted(places)


def test_ids_are_unique_and_stable() -> None:
    texts = "The RSB (Rail Safety Board) met in Oslo.", "The Royal Society of Botany (RSB) met in Oslo."
    found = entities(*texts)
    assert len({e.id for e in found}) == len(found)
    assert [e.id for e in found] == [e.id for e in entities(*texts)]


def test_an_unclear_name_is_kept_without_a_class() -> None:
    (found,) = [e for e in entities("They spoke about Varnholt again.") if e.label == "Varnholt"]
    assert (found.kind, found.tier) == ("", "C")


def test_unsure_merges_are_proposed() -> None:
    given_accounts = accounts(
        "The Central Bank of Valdoria met.", "The Central Bank of Ireland met. A Central Bank note said so."
    )
    mentions = find_names([read_document(a) for a in given_accounts])
    proposals = resolve_proposals(mentions, given_accounts)
    assert ("Central Bank", "Central Bank of Ireland") in {(p.left, p.right) for p in proposals}


@settings(max_examples=40)
@given(st.lists(st.sampled_from([row[k] for row in TOGETHER for k in (1, 2)]), min_size=1, max_size=5))
def test_every_mention_is_in_one_entity(texts: list[str]) -> None:
    given_accounts = [Account(f"{n}" * 64, f"{n}.txt", text) for n, text in enumerate(texts)]
    mentions = find_names([read_document(a) for a in given_accounts])
    found = resolve(mentions, given_accounts)
    assert sum(len(e.mentions) for e in found) == sum(len(m) for m in mentions.values())
    assert len({e.id for e in found}) == len(found)
    assert resolve(mentions, given_accounts) == found


def kinds_of(texts: tuple[str, ...], surface: str) -> list[str]:
    """The class of the entity of each mention of a name, in order."""
    found = entities(*texts)
    placed = {(m.account, m.start): e.kind for e in found for m in e.mentions if m.text == surface}
    return [placed[key] for key in sorted(placed)]


@pytest.mark.parametrize(
    ("surface", "texts", "kinds"),
    [
        ("Georgia", ("Georgia, who has two sons, left.", "Floods struck Georgia."), ["Person", "Place"]),
        ("Georgia", ("Georgia Marlow left. Georgia waved.", "Rain fell in Georgia."), ["Person", "Place"]),
        ("Georgia", ("Georgia, who has two sons, flew to Georgia.",), ["Person", "Place"]),
        ("Georgia", ("Tom Pike of Georgia, who has two sons, left.",), ["Place"]),
        ("Washington", ("Captain Ida Washington left. Washington waved.",), ["Person"]),
        ("Washington", ("Ida Washington left. Washington waved.", "They met in Washington."), ["Person", "Place"]),
        ("Washington", ("They met in Washington.", "Washington rejected the treaty."), ["Place", "Place"]),
        ("Lincoln", ("Captain Tom Lincoln left. Lincoln waved.", "Floods closed Lincoln."), ["Person", "Place"]),
        ("Lincoln", ("Floods closed roads in Lincoln.", "He drove a black Lincoln into it."), ["Place", "Vehicle"]),
        ("Lincoln", ("He drove his Lincoln through Lincoln.",), ["Vehicle", "Place"]),
        (
            "Harrow",
            ("Harrow Ferries sank. Harrow said so.", "Piers Harrow, 55, left. Harrow waved."),
            ["Organisation", "Person"],
        ),
    ],
)
def test_the_class_of_a_name_is_that_of_its_account(surface: str, texts: tuple[str, ...], kinds: list[str]) -> None:
    assert kinds_of(texts, surface) == kinds


@pytest.mark.parametrize(
    ("british", "irish"),
    [
        ("A British inspector for the HSE left.", "The Irish health minister wrote to the HSE."),
        ("The HSE fined a firm in London.", "The HSE closed a clinic in Dublin. Gardaí were told."),
        ("The Health and Safety Executive (HSE) met.", "The Health Service Executive met. The HSE was late."),
        ("The HSE fined a firm in Wales.", "The Health Service Executive (HSE) met in London."),
    ],
)
def test_one_acronym_of_two_bodies_is_that_of_the_country_an_account_speaks_of(british: str, irish: str) -> None:
    found = entities(british, irish)
    assert entity_of(found, "HSE").id != entity_of(found, "HSE", 1).id
    names = "The Health and Safety Executive and the Health Service Executive met."
    three = entities(british, irish, names)
    assert entity_of(three, "HSE").id == entity_of(three, "Health and Safety Executive", 2).id
    assert entity_of(three, "HSE", 1).id == entity_of(three, "Health Service Executive", 2).id


def test_no_entity_holds_names_of_two_classes() -> None:
    texts = (
        "Georgia Marlow left. Georgia waved.",
        "Rain fell in Georgia.",
        "Georgia was quiet.",
        "Lincoln in Georgia.",
    )
    for entity in entities(*texts):
        found = find_names([read_document(a) for a in accounts(*texts)])
        kinds = {
            decide(m.votes)
            for mentions in found.values()
            for m in mentions
            if m.excerpt in entity.mentions and decide(m.votes)
        }
        assert len(kinds) <= 1, (entity.id, kinds)
