"""Attribution: who says what. All sentences are invented."""

import itertools
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from incident_graph.accounts import Account
from incident_graph.annotators.attribution import Said, attributions, speakers_of
from incident_graph.annotators.labels import labels
from incident_graph.annotators.lexicon import entries
from incident_graph.annotators.quotations import quotations
from incident_graph.text.document import Document
from incident_graph.text.documents import read_document
from incident_graph.text.parsing import parse
from incident_graph.text.tree import Tree

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "attribution.yaml").read_text(encoding="utf-8"))
Entry = dict[str, Any]


def read(text: str) -> Document:
    (document,) = parse([read_document(Account("0" * 64, "a.txt", text))])
    return document


def shown(document: Document, said: Said) -> str:
    text = document.account.text
    mention = "?" if said.start is None else text[said.start : said.end]
    return f"{mention} > {text[slice(*said.antecedent)]}" if said.antecedent else mention


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["text"][:60])
def test_who_says_the_marked_words(case: dict[str, Any]) -> None:
    start, end = case["text"].index("["), case["text"].index("]") - 1
    document = read(case["text"].replace("[", "").replace("]", ""))
    assert [shown(document, said) for said in speakers_of(document, start, end)] == case["said"]


def forms(entry: Entry, lemma: str) -> dict[str, str]:
    """The forms of a verb that examples ask for; irregular ones stand in the entry."""
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    known = entry.get("forms", {}).get(lemma)
    third, past, done, ing = known or (f"{lemma}s", f"{stem}ed", f"{stem}ed", f"{stem}ing")
    return {"s": third, "past": past, "done": done, "ing": ing}


VERBS = [(entry, lemma) for entry in entries("saying_verbs") for lemma in entry["lemmas"].split()]
FIRING = [(entry, lemma) for entry, lemma in VERBS if lemma not in entry["fires"].get("but", ())]
PHRASES = entries("saying_phrases")


@pytest.mark.parametrize(("entry", "lemma"), FIRING, ids=[f"{e['id']} {lemma}" for e, lemma in FIRING])
def test_every_verb_fires_on_its_example(entry: Entry, lemma: str) -> None:
    example = entry["fires"]
    document = read(example["text"].format(**forms(entry, lemma)))
    start = document.account.text.index(example["content"])
    found = speakers_of(document, start, start + len(example["content"]), {"said", "withheld"})
    assert [shown(document, said) for said in found] == [example["speaker"]]


@pytest.mark.parametrize(("entry", "lemma"), VERBS, ids=[f"{e['id']} {lemma}" for e, lemma in VERBS])
def test_no_verb_fires_on_its_counter_example(entry: Entry, lemma: str) -> None:
    example = entry["never"]
    document = read(example["text"].format(**forms(entry, lemma)))
    text = document.account.text
    found = {text[slice(*a.speaker)] for a in attributions(document) if a.speaker}
    assert example["not_speaker"] not in found if "not_speaker" in example else not found


@pytest.mark.parametrize("entry", PHRASES, ids=lambda e: e["id"])
def test_every_phrase_fires_and_does_not(entry: Entry) -> None:
    example = entry["fires"]
    document = read(example["text"])
    start = document.account.text.index(example["content"])
    found = speakers_of(document, start, start + len(example["content"]))
    assert [shown(document, said) for said in found] == [example["speaker"]]
    assert attributions(read(entry["never"]["text"])) == ()


def test_a_chain_keeps_reasons_and_rules() -> None:
    document = read("Ann Loe spoke at noon. She said the police believed that the pier was shut.")
    first, second = speakers_of(document, document.text.index("pier"), document.text.index("pier") + 4)
    assert (first.why, first.rule) == ("last speaker", "clause")
    assert (second.why, second.antecedent) == ("", None)


def test_what_is_withheld_is_kept_apart() -> None:
    document = read("The mayor did not say whether the pier was shut.")
    (found,) = attributions(document)
    assert found.kind == "withheld"


def test_nothing_is_said_in_an_account_that_was_not_parsed() -> None:
    document = read_document(Account("0" * 64, "a.txt", "The mayor said that it was shut."))
    assert attributions(document) == ()
    assert speakers_of(document, 0, 9) == ()


def test_a_lone_label_is_no_transcript() -> None:
    text = "CHIEF HALD: We saw smoke.\n\nIt was cold."
    assert labels(read_document(Account("0" * 64, "a.txt", text))) == []


def test_marks_that_never_close_or_nest_end_with_their_paragraph() -> None:
    for text in (
        "“" + "It was dark. " * 8_000,
        "“It was " * 10_000 + "dark” " * 10_000,
        '"' * 20_000 + " it was dark.",
    ):
        document = read_document(Account("0" * 64, "a.txt", f"It was cold.\n\n{text}\n\nIt was over."))
        began = time.process_time()
        found = quotations(document)
        assert time.process_time() - began < 2
        assert all(a.end <= b.start for a, b in itertools.pairwise(found))
        assert all(q.end <= document.account.text.index("It was over.") for q in found)


def test_time_grows_with_the_text_and_no_faster() -> None:
    one = read("“The mayor said that the police believed it. He told them that it was dark,” said Ann Loe.")

    def seconds(times: int) -> float:
        width, size = len(one.account.text) + 1, len(one.tree.tokens)
        tokens = tuple(
            t._replace(
                i=t.i + n * size,
                head=t.head + n * size,
                start=t.start + n * width,
                end=t.end + n * width,
                sentence=t.sentence + n * len(one.sentences),
            )
            for n in range(times)
            for t in one.tree.tokens
        )
        account = Account("0" * 64, "a.txt", " ".join([one.account.text] * times))
        document = read_document(account).with_tree(Tree(tokens))
        began = time.process_time()
        attributions(document)
        for start in range(0, len(account.text), 40):
            speakers_of(document, start, start + 5)
        return time.process_time() - began

    assert seconds(1200) < 12 * seconds(200) + 0.5


def test_an_account_may_end_with_a_verb_of_saying() -> None:
    text = "The pier was shut, the mayor said"
    (said,) = speakers_of(read(text), 4, 8)
    assert said.start is not None
    assert text[said.start : said.end] == "the mayor"
