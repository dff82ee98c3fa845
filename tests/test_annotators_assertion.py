"""Assertion: what is denied, doubted, asked or charged, by the rules over the tree. All sentences are invented."""

import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from own_incidents import PROFILES, SEEN, accounts_of

from incident_graph.accounts import Account
from incident_graph.annotators.assertion import Assertion, Mood, assertion_of
from incident_graph.annotators.assertion_rules import Rule, load_rules
from incident_graph.annotators.rejection import rejection_in
from incident_graph.annotators.zeros import zeros_in
from incident_graph.extraction.voices import voices_of_verb
from incident_graph.model import Certainty, Stance
from incident_graph.pipeline import build
from incident_graph.text.document import Document
from incident_graph.text.documents import read_document
from incident_graph.text.parsing import parse
from incident_graph.text.tree import EMPTY, Token

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "cases" / "assertion.yaml").read_text(encoding="utf-8"))
RULES = load_rules().rules


def read(text: str) -> Document:
    return parse([read_document(Account("0" * 64, "a.txt", text))])[0]


def marked(text: str) -> tuple[str, int, int]:
    """A text without its brackets, and where the words stood that were in them."""
    start, end = text.index("["), text.index("]") - 1
    return text.replace("[", "").replace("]", ""), start, end


def told(text: str, cue: str = "", *, bare: bool = False, inside: bool = False) -> Assertion:
    plain, start, end = marked(text)
    span = None
    if cue:
        at = plain.index(cue)
        span = min(start, at), max(end, at + len(cue))
    return assertion_of(read(plain), start, end, span, bare=bare, inside=inside)


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_a_rule_fires_on_its_example_and_not_on_the_other(rule: Rule) -> None:
    inside = "itself" in rule.governs
    fired, missed = told(rule.fires, inside=inside), told(rule.misses, inside=inside)
    assert rule.id not in missed.rules, missed
    if (rule.does, rule.negated) in (
        ("nothing", "nothing"),
        ("keeps", "keeps"),
    ):  # it takes up a denial, and that is all
        assert fired.stance is Stance.ASSERTS, fired
    else:
        assert rule.id in fired.rules, fired


def test_rules_have_names_of_their_own() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("case", CASES["stance"], ids=lambda c: c["text"][:60])
def test_stance_and_hedge_of_the_marked_words(case: dict[str, Any]) -> None:
    found = told(case["text"], case.get("cue", ""), bare=case.get("bare", False))
    assert found.stance.value == case.get("stance", "Asserts"), found
    assert (found.certainty is Certainty.HEDGED) == ("hedge" in case), found
    assert case.get("hedge", "") in found.hedge
    if "mood" in case:
        assert found.mood is Mood(case["mood"]), found


@pytest.mark.parametrize("case", CASES["zeros"], ids=lambda c: c["text"][:60])
def test_zeros_of_a_sentence(case: dict[str, Any]) -> None:
    zeros = zeros_in(read(case["text"]), 0)
    assert len(zeros) == len(case["zero"]), zeros
    for zero, word in zip(zeros, case["zero"], strict=True):
        assert word in (zero.noun, zero.predicate), zeros


def test_hedges_are_quoted_as_written() -> None:
    text = "The hall is  thought  to have burnt, and “may have” fallen."
    start = text.index("burnt")
    assert assertion_of(read(text), start, start + 5).hedge == "is thought to"
    start = text.index("fallen")
    assert assertion_of(read(text), start, start + 6).hedge == "may have"


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("No [valve]", Stance.DENIES),
        ("They never shut the [valve]", Stance.DENIES),
        ("No alarm; the [valve] burst", Stance.ASSERTS),
        ("Unclear whether the [valve] burst", Stance.UNKNOWN),
        ("The [valve] burst", Stance.ASSERTS),
    ],
)
def test_without_a_tree_the_words_before_decide(text: str, stance: Stance) -> None:
    plain, start, end = marked(text)
    document = read_document(Account("0" * 64, "a.txt", plain)).with_tree(EMPTY)
    assert assertion_of(document, start, end).stance is stance


@pytest.mark.parametrize(
    "text",
    [
        "The supplier rejected the claim.",
        "The supplier disputes that account.",
        "The supplier called it nonsense.",
        "The supplier denied this.",
        "The supplier dismissed those reports as false.",
        "The claims are false, the supplier said.",
    ],
)
def test_a_rejection_and_who_rejects(text: str) -> None:
    document = read(f"Officials blame a clerk. {text}")
    found = rejection_in(document, 1)
    assert found is not None
    said, attributed = voices_of_verb(document, found.start, found.end)
    assert attributed
    start, end = said[0].mention.start, said[0].mention.end
    assert document.text[start:end].lower() == "the supplier"


@pytest.mark.parametrize(
    "text",
    [
        "The supplier rejected the claim that it was slow.",
        "The supplier did not reject the claim.",
        "The supplier rejected the bid.",
        "The supplier called it a day.",
        "A claim is false.",
        "The supplier, which denied the claim, closed.",
    ],
)
def test_no_rejection(text: str) -> None:
    assert rejection_in(read(f"Officials blame a clerk. {text}"), 1) is None


@pytest.mark.parametrize("name", sorted(SEEN))
def test_no_sentence_supports_both_a_claim_and_its_denial(name: str) -> None:
    seen: dict[tuple[object, ...], Stance] = {}
    for claim in build(accounts_of(name), profiles=[PROFILES[name]]).claims:
        answer = claim.answer
        value = answer.entity or answer.figure or answer.kind or answer.phrase or answer.polarity
        who = tuple(speaker.label for speaker in claim.speakers)
        for excerpt in claim.evidence:
            key = (claim.account, claim.question, value, who, excerpt.start, excerpt.end)
            before = seen.setdefault(key, claim.stance)
            assert {before, claim.stance} != {Stance.ASSERTS, Stance.DENIES}, (key, excerpt.text)


#: Harmless words: nothing in the sentence around them is so or not so for their sake.
ASIDES = (", not known to police,", ", who had been denied bail,", ", who has never been named,")
BEFORE = ("dismissed", "rejected")


@cache
def sentences() -> tuple[str, ...]:
    """Sentences of the incidents that may be read."""
    found = []
    for name in sorted(SEEN):
        for account in accounts_of(name):
            document = read_document(account)
            found += [
                " ".join(document.text[s.start : s.end].split())
                for s in document.sentences
                if s.block.kind == "body" and 40 < s.end - s.start < 220
            ]
    return tuple(found)


def answers(document: Document) -> Iterator[Token]:
    """What an answer could be: the nouns and numbers of a sentence."""
    return (t for t in document.tree.tokens if t.pos in ("NOUN", "PROPN", "NUM") and t.dep != "compound")


def place_of(document: Document, *, before: bool) -> int | None:
    """Where a harmless modifier may be put: at the subject of the main verb."""
    for token in document.tree.tokens:
        if token.dep == "nsubj" and token.pos == "NOUN" and document.tree.tokens[token.head].dep == "ROOT":
            kin = document.tree.children(token.i)
            if before and all(t.dep == "det" for t in kin) and kin:
                return token.start
            if not before and not any(t.i > token.i for t in kin):
                return token.end
    return None


@pytest.mark.parametrize("words", [*ASIDES, *BEFORE])
def test_a_harmless_modifier_changes_no_stance(words: str) -> None:
    same = changed = 0
    texts = []
    plain = parse([read_document(Account(f"{n:064}", "a.txt", text)) for n, text in enumerate(sentences())])
    for document in plain:
        at = place_of(document, before=words in BEFORE)
        if at is not None:
            shift = words + " " if words in BEFORE else words
            texts.append((document, at, len(shift), document.text[:at] + shift + document.text[at:]))
    with_words = parse([read_document(Account(f"{n:064}", "b.txt", text)) for n, (*_, text) in enumerate(texts)])
    for (document, at, length, _), other in zip(texts, with_words, strict=True):
        for token in answers(document):
            moved = length if token.start >= at else 0
            one = assertion_of(document, token.start, token.end)
            two = assertion_of(other, token.start + moved, token.end + moved)
            same, changed = same + (one.stance is two.stance), changed + (one.stance is not two.stance)
    assert same > 150
    assert changed / (same + changed) < 0.01, f"{changed} of {same + changed} changed"  # the parser's own errors


def test_folded_lines_change_nothing() -> None:
    paragraphs = ["A title", *sentences()[::3]]
    folded = [textwrap.fill(p, 72, break_on_hyphens=False, break_long_words=False) for p in paragraphs]
    one, two = (read("\n\n".join(text)) for text in (paragraphs, folded))
    assert two.account.text.count("\n") > one.account.text.count("\n") + 50
    assert [s[:2] for s in one.sentences] == [s[:2] for s in two.sentences]
    for token in answers(one):
        found = assertion_of(two, token.start, token.end)
        assert found.stance is assertion_of(one, token.start, token.end).stance, two.text[token.start : token.end]
