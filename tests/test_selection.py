"""The choice of profiles: by the deeds that titles and first sentences tell as having happened, never by topic."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from own_incidents import PROFILES, SEEN, accounts_of

from incident_graph.accounts import Account, read_accounts
from incident_graph.errors import UsageError
from incident_graph.pipeline import build
from incident_graph.profile import Deed, Wording, list_profiles, load_profiles
from incident_graph.selection.choosing import APART, SHARE, choose, propose, told
from incident_graph.selection.examples import as_account, check_examples
from incident_graph.selection.telling import FAR, LEAD, Deeds, beginnings
from incident_graph.text.document import Document
from incident_graph.text.documents import read_document
from incident_graph.text.parsing import parse

ROOT = Path(__file__).parents[1]
CASES = yaml.safe_load((ROOT / "tests" / "cases" / "profiles" / "deeds.yaml").read_text(encoding="utf-8"))
PACKAGED = tuple(list_profiles())
EXAMPLE = str(ROOT / "docs" / "examples" / "product-recall.ttl")
SINK = Deed("sink", verb=Wording(("sink",)), noun=Wording(("sinking",)), doer=Wording(("ferry",)))
LOSS = Deed("loss", noun=Wording(("sinking",)))


def documents(*texts: str) -> list[Document]:
    return parse([read_document(Account("0" * 64, "a.txt", text)) for text in texts])


def account(case: dict[str, Any]) -> str:
    return f"{case['title']}\n\n{case['lead']}"


def tells(example: str, deed: Deed = SINK) -> bool:
    (document,) = parse([read_document(as_account(example))])
    return bool(told(document, Deeds((("x", deed),))))


def names(found: Sequence[tuple[str, float]]) -> list[str]:
    return [name for name, _ in found]


# ---------------------------------------------------------------- what is chosen


@pytest.mark.parametrize("case", [case for part in CASES.values() for case in part], ids=lambda case: case["title"])
def test_a_profile_is_chosen_by_what_happened(case: dict[str, Any]) -> None:
    assert names(propose(PACKAGED, documents(account(case)))) == case["profiles"]


@pytest.mark.parametrize("name", SEEN)
def test_incidents_and_their_halves_are_known_for_what_they_are(name: str) -> None:
    found = parse([read_document(a) for a in accounts_of(name)])
    assert PROFILES[name] in names(propose(PACKAGED, found))
    middle = len(found) // 2
    for part in (found[:middle], found[middle:], found[::2], found[1::2]):
        chosen = names(propose(PACKAGED, part))
        assert PROFILES[name] in chosen or (name in ALLUSIVE and chosen == [])


#: Of these, one account or two do not say at the outset what happened (a letter to an agony aunt, a post by somebody
#: who was there, a report by paragraphs): nothing is chosen rather than a wrong profile.
ALLUSIVE = frozenset({"river-flood", "ridge-wildfire", "clinic-ransom"})


def test_twenty_accounts_of_a_breach_are_a_breach() -> None:
    accounts = read_accounts([str(ROOT / "tests" / "cases" / "twenty-outlets")])
    found = parse([read_document(a) for a in accounts])
    assert names(propose(PACKAGED, found)) == ["data-breach"]
    assert names(propose(PACKAGED, found[10:])) == ["data-breach"]


def test_the_seeds_are_a_data_breach(seeds: Path) -> None:
    found = parse([read_document(a) for a in read_accounts(sorted(seeds.glob("?-*.md")))])
    assert propose(PACKAGED, found) == [("data-breach", 1.0)]


def test_a_profile_of_the_user_is_chosen_too() -> None:
    found = documents(
        "Maker calls back 9,000 heaters\n\nThe maker has recalled 9,000 heaters after two of them melted."
    )
    assert "product-recall" in names(propose([*PACKAGED, EXAMPLE], found))


def test_general_is_never_chosen_and_nobody_knows_other_names() -> None:
    assert propose(["general"], documents("Ferry sinks")) == []
    assert propose(PACKAGED, []) == []
    with pytest.raises(UsageError):
        propose(["no-such"], documents("Ferry sinks"))


# ---------------------------------------------------------------- shares and scores


QUIET = "The gardening club met on Monday and chose a new treasurer."
WRECK = "Ferry sinks off Corran\n\nA ferry sank off Corran on Monday, and nine people are missing."
BLAST = "Blast at boiler works\n\nAn explosion destroyed a boiler works in Danby on Monday."


def test_a_third_of_the_accounts_is_enough_and_less_is_not() -> None:
    third, quarter = documents(WRECK, QUIET, QUIET), documents(WRECK, QUIET, QUIET, QUIET)
    assert propose(PACKAGED, third) == [("transport-accident", round(SHARE, 4))]
    assert propose(PACKAGED, quarter) == []


def test_several_profiles_are_chosen_but_not_for_one_account_of_many() -> None:
    both = documents(WRECK, BLAST)
    assert names(propose(PACKAGED, both)) == ["explosion", "transport-accident"]
    assert names(propose(PACKAGED, documents(WRECK, WRECK, WRECK, BLAST))) == ["transport-accident"]


def test_the_order_of_accounts_and_profiles_does_not_matter() -> None:
    found = documents(WRECK, BLAST, QUIET)
    assert choose(PACKAGED, found) == choose(PACKAGED[::-1], found[::-1])


def test_the_words_that_told_are_given_those_of_most_accounts_first() -> None:
    (choice,) = choose(PACKAGED, documents(WRECK, "Trawler sinks\n\nA trawler capsized in the strait on Monday."))
    assert choice.words[0] == "sinks"
    assert "capsized" in choice.words


def test_a_deed_told_late_counts_less_and_not_under_a_title_of_plans() -> None:
    filler = " ".join(["The harbour of Corran is a quiet place in winter."] * LEAD)
    late = f"{{}}\n\n{filler} A ferry sank there on Monday, and nine people are missing."
    assert propose(PACKAGED, documents(late.format("Corran in mourning"))) == [("transport-accident", APART)]
    assert propose(PACKAGED, documents(late.format("Corran debates a plan for its harbour"))) == []
    never = f"Corran in mourning\n\n{' '.join([filler] * FAR)} A ferry sank there on Monday, and nine are missing."
    assert propose(PACKAGED, documents(never)) == []


def test_what_is_read_first() -> None:
    text = "Ferry sinks\n\nBy Ana Diaz\n\nA long sentence opens the report.\n\nCORRAN\n\nAnother one follows it here."
    (document,) = documents(text)
    titles, leads = beginnings(document)
    assert [document.sentences[n].block.kind for n in titles][:1] == ["title"]
    assert all(len(document.text[s.start : s.end].split()) >= 3 for s in (document.sentences[n] for n in leads))


# ---------------------------------------------------------------- what is told


@pytest.mark.parametrize(
    "example",
    [
        "Ferry sinks in fog",
        "Nine missing after ferry sinks",
        "Ferry Sinks Off Corran, Nine Missing",
        "A ferry sank on Monday.",
        "The captain said that a ferry had sunk.",
        "Nine people drowned when a ferry sank.",
        "The ferry began to sink at once.",
        "The ferry that sank on Monday was forty years old.",
        "A ferry struck a rock and sank.",
    ],
)
def test_what_is_said_to_have_happened_is_told(example: str) -> None:
    assert tells(example)


@pytest.mark.parametrize(
    "example",
    [
        "Ferry could sink, union warns",
        "Will the ferry sink?",
        "Bill on ferries that sink",
        "Film of ferry that sinks wins prize",
        "Divers fear ferry may sink",
        "A ferry may have sunk on Monday.",
        "The captain denied a plan to sink the ferry.",
        "The ferry did not sink.",
        "No ferry sank on Monday.",
        "If a ferry sinks, the owner pays.",
        "A ferry nearly sank on Monday.",
        "The union warned that a ferry would sink.",
        "A town sank into debt by the sea.",
        "Did a ferry sink on Monday?",
    ],
)
def test_what_did_not_happen_is_not_told(example: str) -> None:
    assert not tells(example)


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ("Nine die in sinking", True),
        ("Sinking victims named", True),
        ("Sinking fund grows", False),
        ("Nine people died in the sinking.", True),
        ("The sinking was not an act of sabotage.", True),
        ("There was no sinking on Monday.", False),
        ("The board wants to prevent a sinking.", False),
        ("A bill on the sinking was passed.", False),
    ],
)
def test_event_nouns(example: str, expected: bool) -> None:
    assert tells(example, LOSS) is expected


def test_roles_and_what_takes_back() -> None:
    hit = Deed("hit", verb=Wording(("hit",)), doer=Wording(("ship",)), undergoer=Wording(("bridge",)))
    assert tells("A ship hit the bridge.", hit)
    assert tells("The bridge was hit by a ship.", hit)
    assert not tells("The bridge hit a record.", hit)
    assert not tells("A ship hit a record.", hit)
    assert not tells("A ship hit the bridge in a film scene.", replace(hit, unless=Wording(("film",))))


# ---------------------------------------------------------------- declarations and the build


@pytest.mark.parametrize("name", [*(n for n in PACKAGED if n != "general"), EXAMPLE], ids=lambda n: Path(n).stem)
def test_the_examples_of_every_deed_do_what_they_say(name: str) -> None:
    profile = load_profiles((name,))
    assert list(check_examples(profile)) == []
    assert all(deed.fires and deed.silent for deeds in profile.deeds.values() for deed in deeds)


def test_examples_that_do_not_hold_are_found(tmp_path: Path) -> None:
    file = tmp_path / "x.ttl"
    file.write_text(
        """@prefix inc: <https://w3id.org/incident-graph/core#> .
        @prefix x: <https://example.org/x#> .
        <https://example.org/x> a inc:Profile ; inc:name "x" .
        x:d a inc:Deed ; inc:verb "sink" ; inc:fires "Ferry floats" ; inc:silent "Ferry sinks" .""",
        encoding="utf-8",
    )
    said = [finding.message for finding in check_examples(load_profiles((str(file),)))]
    assert said == ["“Ferry floats” does not tell it", "“Ferry sinks” tells it, and must not"]


def test_build_chooses_when_no_profile_is_named() -> None:
    accounts = [Account("0" * 64, "a.txt", WRECK, letter="A")]
    chosen: list[str] = []
    incident = build(accounts, profiles=None, chosen=lambda choices: chosen.extend(choice.name for choice in choices))
    assert chosen == ["transport-accident"]
    assert incident.profiles == ("general", "transport-accident")
    assert build(accounts).profiles == ("general",)
