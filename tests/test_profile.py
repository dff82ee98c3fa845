"""Profiles: the cue language, loading, kinds, the linter, the choice of a profile, and every one that is shipped."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from incident_graph.accounts import Account
from incident_graph.errors import ProfileError, UsageError
from incident_graph.extraction.answers import find_answers
from incident_graph.extraction.figures import find_figures
from incident_graph.extraction.kind_index import KindIndex
from incident_graph.names.mention import NameMention
from incident_graph.profile import (
    AnswerType,
    CompareBy,
    Kind,
    Kinds,
    Question,
    compile_cue,
    compile_label,
    lint,
    list_profiles,
    load_profiles,
)
from incident_graph.profile.inflection import forms
from incident_graph.text.documents import read_document
from incident_graph.text.parsing import parse

ROOT = Path(__file__).parents[1]
FOLDER = Path(__file__).parent / "cases" / "profiles"
CUES = yaml.safe_load((FOLDER / "cues.yaml").read_text(encoding="utf-8"))
BROKEN = yaml.safe_load((FOLDER / "broken.yaml").read_text(encoding="utf-8"))
ANSWERS = yaml.safe_load((FOLDER / "answers.yaml").read_text(encoding="utf-8"))
SENTENCES = [(profile, case) for profile, cases in ANSWERS.items() for case in cases]
PACKAGED = [
    "contamination",
    "data-breach",
    "explosion",
    "natural-disaster",
    "service-outage",
    "transport-accident",
    "violent-attack",
]
EXAMPLE = ROOT / "docs" / "examples" / "product-recall.ttl"
HEAD = """@prefix inc: <https://w3id.org/incident-graph/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix x: <https://example.org/x#> .
<https://example.org/x> a inc:Profile ; inc:name "x" ; rdfs:label "X"@en .
"""


def written(tmp_path: Path, body: str) -> str:
    file = tmp_path / "x.ttl"
    file.write_text(HEAD + body, encoding="utf-8")
    return str(file)


def answers(profile_name: str, text: str, names: dict[str, str]) -> list[tuple[str, str, str]]:
    """(question, stance, answer) of everything a profile finds in a text whose names are known."""
    profile = load_profiles(() if profile_name == "general" else (str(profile_name),))
    account = Account("0" * 64, "a.txt", text)
    (document,) = parse([read_document(account)])
    mentions = [
        NameMention(account.excerpt(*m.span()), name) for name in names for m in re.finditer(re.escape(name), text)
    ]
    mentions.sort(key=lambda mention: mention.excerpt.start)
    votes = find_answers(document, profile, KindIndex(profile.kinds), mentions, find_figures(document), names, {})
    return [(profile.questions[v.question].name, v.stance, v.value.label) for v in votes]


# ---------------------------------------------------------------- the cue language


@pytest.mark.parametrize("case", CUES, ids=[case["cue"] for case in CUES])
def test_a_cue_finds_what_it_says(case: dict[str, Any]) -> None:
    cue = compile_cue(case["cue"])
    assert cue.left is not None
    for text, expected in case["finds"].items():
        found = cue.left.search(text)
        assert found is not None, text
        assert expected is None or found.group() == expected
        assert cue.could_match(set(re.findall(r"[^\W_]+", text.lower())))
    for text in case["never"]:
        assert cue.left.search(text) is None, text


@pytest.mark.parametrize("source", ["", "  ", "...", "( ", "a )?", "{value} {value}", "to (the {value}"])
def test_a_cue_that_makes_no_sense_is_refused(source: str) -> None:
    with pytest.raises(ProfileError):
        compile_cue(source)


def test_the_sides_of_a_value() -> None:
    cue = compile_cue("sold ... to {value} ... yesterday")
    assert cue.has_slot
    assert (cue.loose_left, cue.loose_right) == (False, True)
    assert compile_cue("sold ... {value}").loose_left
    assert compile_cue("{value}").left is compile_cue("{value}").right is None


WORDS = st.sampled_from("ferry sank fog the captain of two gates opened near".split())


@given(st.lists(WORDS, min_size=1, max_size=5), st.lists(WORDS, max_size=5), st.lists(WORDS, max_size=5))
def test_a_plain_cue_matches_wherever_its_words_stand(cue: list[str], before: list[str], after: list[str]) -> None:
    pattern = compile_cue(" ".join(cue))
    text = " ".join([*before, *cue, *after])
    assert pattern.left is not None
    assert pattern.left.search(text)
    assert pattern.could_match(set(text.split()))


@given(st.lists(WORDS, min_size=1, max_size=4), st.lists(WORDS, max_size=9))
def test_a_cue_that_matches_says_that_it_could(cue: list[str], text: list[str]) -> None:
    pattern = compile_cue(" ... ".join(cue))
    assert pattern.left is not None
    if pattern.left.search(" ".join(text)):
        assert pattern.could_match(set(text))


@pytest.mark.parametrize(
    ("word", "has", "lacks"),
    [
        ("stab", ["stabs", "stabbed", "stabbing"], ["stable"]),
        ("sink", ["sank", "sunk"], ["sinked"]),
        ("collide", ["collided", "colliding"], ["collideing"]),
        ("reply", ["replies", "replied", "replying"], ["replyed"]),
        ("crash", ["crashes", "crashed"], ["crashs"]),
        ("person", ["people"], ["personed"]),
    ],
)
def test_inflected_forms(word: str, has: list[str], lacks: list[str]) -> None:
    found = forms(word)
    assert found[0] == word
    assert set(has) <= set(found)
    assert not set(lacks) & set(found)


@pytest.mark.parametrize(
    ("label", "finds", "never"),
    [
        ("ferry", ["ferry", "ferries"], ["ferrys", "ferri"]),
        ("gas leak|explosion", ["gas leaks", "gas explosion"], ["gas", "leak"]),
        ("not (yet)? licensed", ["not licensed", "not yet licensed"], ["licensed"]),
        ("blame~", ["blamed"], ["blamer"]),
    ],
)
def test_labels_of_kinds(label: str, finds: list[str], never: list[str]) -> None:
    pattern = compile_label(label).pattern
    assert all(pattern.fullmatch(text) for text in finds)
    assert not any(pattern.fullmatch(text) for text in never)


# ---------------------------------------------------------------- kinds


def test_kinds_exclude_each_other_through_what_is_wider() -> None:
    rows = (
        Kind("act", "act", disjoint=("accident",)),
        Kind("accident", "accident"),
        Kind("bomb", "bomb", wider=("act",)),
        Kind("spark", "spark", wider=("accident",)),
    )
    kinds = Kinds({kind.iri: kind for kind in rows})
    assert kinds.disjoint("bomb", "spark")
    assert kinds.disjoint("spark", "bomb")
    assert not kinds.disjoint("bomb", "act")
    assert kinds.narrower("act") == ("act", "bomb")
    assert kinds.most_specific(frozenset({"act", "bomb", "spark"})) == {"bomb", "spark"}
    assert kinds.ancestors("nobody") == {"nobody"}


def test_kinds_in_a_circle_end() -> None:
    kinds = Kinds({"a": Kind("a", "a", wider=("b",)), "b": Kind("b", "b", wider=("a",))})
    assert kinds.ancestors("a") == {"a", "b"}


# ---------------------------------------------------------------- loading and linting


@pytest.mark.parametrize("case", BROKEN, ids=[case["name"] for case in BROKEN])
def test_what_is_wrong_with_a_profile_is_said(case: dict[str, str], tmp_path: Path) -> None:
    file = written(tmp_path, case["body"])
    if "raises" in case:
        with pytest.raises(ProfileError, match=re.escape(case["raises"])):
            load_profiles((file,))
        return
    severity = "error" if "error" in case else "warning"
    findings = lint(load_profiles((file,)))
    assert any(f.severity == severity and case[severity] in f.message for f in findings), findings


def test_turtle_that_does_not_parse_names_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(ProfileError) as caught:
        load_profiles((written(tmp_path, "x:q a inc:Question rdfs:label ; ."),))
    assert "x.ttl, line 7" in str(caught.value.where)


def test_a_name_nobody_knows_gets_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        load_profiles(("explosions",))
    assert caught.value.hint == "did you mean explosion?"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ProfileError):
        load_profiles((str(tmp_path / "gone.ttl"),))


def test_general_is_always_loaded_and_may_be_specialised(tmp_path: Path) -> None:
    general = {q.name: q for q in load_profiles().questions.values()}
    body = f'x:q a inc:Question ; rdfs:label "Q"@en ; inc:cue "fire" ; inc:specialises <{general["cause"].iri}> .'
    names = [q.name for q in load_profiles((written(tmp_path, body),)).questions.values()]
    assert "q" in names
    assert "cause" not in names
    assert "dead" in names
    assert load_profiles(("general", "general")).names == load_profiles().names


def test_questions_come_in_their_order() -> None:
    orders = [(q.order, q.iri) for q in load_profiles(tuple(PACKAGED)).questions.values()]
    assert orders == sorted(orders)


def test_a_cue_that_fires_everywhere_is_named(tmp_path: Path) -> None:
    body = """x:q a inc:Question ; rdfs:label "Q"@en ; inc:cue "said" ; inc:answerType inc:PolarityAnswer ;
    inc:compareBy inc:ByStance ."""
    profile = load_profiles((written(tmp_path, body),))
    often = [f"The mayor said {n}." if n % 2 else "It rained." for n in range(50)]
    seldom = [f"The mayor said {n}." if n % 10 == 0 else "It rained." for n in range(50)]
    assert any("fires in 50%" in f.message for f in lint(profile, often))
    assert not any("“said” fires" in f.message for f in lint(profile, seldom))
    assert not any("“said” fires" in f.message for f in lint(profile, often[:10]))


# ---------------------------------------------------------------- the profiles that are shipped


def test_the_profiles_that_are_shipped_say_what_they_are_for() -> None:
    found = list_profiles()
    assert {*PACKAGED, "general"} <= set(found)
    assert all(about.endswith(".") for about in found.values())


@pytest.mark.parametrize("name", [*PACKAGED, "general", str(EXAMPLE)], ids=[*PACKAGED, "general", "product-recall"])
def test_a_shipped_profile_lints_clean(name: str) -> None:
    profile = load_profiles((name,))
    assert [f for f in lint(profile) if f.severity == "error"] == []
    own = [q for q in profile.questions.values() if q.profile != "general"] or list(profile.questions.values())
    for question in own:
        assert question.text.endswith("?"), question.iri
        assert question.group, question.iri
    KindIndex(profile.kinds)  # every label of a kind compiles


@pytest.mark.parametrize("name", [n for n in PACKAGED if n != "data-breach"])
def test_conflicts_rest_on_something_and_cues_on_words(name: str) -> None:
    questions = list(load_profiles((name,)).questions.values())
    for question in questions:
        if question.one_answer:
            assert question.rests_on.startswith("if "), question.iri
    for source in _sources(questions):
        assert not re.search(r"(?:^|\s)[,;:.!?](?:\s|$)", source), f"{source}: a mark by itself never matches"


def _sources(questions: list[Question]) -> list[str]:
    return [cue.source for q in questions for cue in (*q.cues, *q.weak_cues, *q.anti_cues, *q.requires)]


@pytest.mark.parametrize("name", PACKAGED)
def test_a_shipped_profile_replaces_only_questions_that_exist(name: str) -> None:
    general = set(load_profiles().questions)
    profile = load_profiles((name,))
    for question in profile.questions.values():
        assert set(question.specialises) <= general, question.iri
    assert sum(q.profile != "general" for q in profile.questions.values()) >= 10


def test_all_profiles_load_together() -> None:
    profile = load_profiles(tuple(PACKAGED))
    assert set(PACKAGED) <= set(profile.names)
    assert len({q.label + q.profile for q in profile.questions.values()}) == len(profile.questions)
    for question in profile.questions.values():
        if question.answer is AnswerType.PHRASE:
            assert question.compare_by is CompareBy.NOTHING


@pytest.mark.parametrize(("profile", "case"), SENTENCES, ids=[f"{p}: {c['text'][:50]}" for p, c in SENTENCES])
def test_a_profile_answers_from_a_sentence(profile: str, case: dict[str, Any]) -> None:
    name = str(ROOT / profile) if profile.endswith(".ttl") else profile
    found = answers(name, case["text"], case.get("names", {}))
    for question, stance, label in case.get("expect", []):
        assert (question, stance, label) in found
    for question, label in case.get("absent", []):
        assert not [row for row in found if row[0] == question and row[2] == label]
    for question in case.get("never", []):
        assert question not in {row[0] for row in found}
