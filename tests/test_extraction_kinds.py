"""Kinds: a label that is words alone is found without its pattern, and just where the pattern would find it."""

import random

import pytest

from incident_graph.extraction.kind_index import KindIndex
from incident_graph.profile import Kind, Kinds, compile_label

GLUE = (*"    ", "-", "_", ", ", ". ", "; ", "/", "\n", "  ", " (", "é", "\u0301")
GLUE += (" the ", " had been ", " was. ", " is also now still ")


def found(label: str, text: str) -> list[tuple[int, int]]:
    return [(m.start, m.end) for m in KindIndex(Kinds({"k": Kind("k", "k", patterns=(label,))})).find(text)]


@pytest.mark.parametrize("label", ["supplier", "IT supplier|firm", "leak~ list", "list list", "dark web market|forum"])
def test_words_are_found_where_the_pattern_finds_them(label: str) -> None:
    compiled = compile_label(label)
    assert compiled.words is not None
    draw, hits = random.Random(label), 0
    for _ in range(400):
        text = ""
        for n in range(draw.randint(1, 9)):
            places = compiled.words if draw.random() < 0.2 else compiled.words[n % len(compiled.words) :]
            word = draw.choice(sorted(places[0]))
            word = draw.choice((word, word, word, word.upper(), word.replace("i", "İ").replace("s", "ſ"), f"{word}1"))
            text += (draw.choice(GLUE) if text else draw.choice(("", "-", "_"))) + word
        expected = [m.span() for m in compiled.pattern.finditer(text)]
        assert found(label, text) == expected, text
        hits += len(expected)
    assert hits > 20


@pytest.mark.parametrize("label", ["e-mail", "anonymi*", "for_sale", "passport (number)?", "lost ... laptop", "café"])
def test_other_labels_keep_their_pattern(label: str) -> None:
    assert compile_label(label).words is None


def test_light_words_may_stand_between_its_words() -> None:
    assert found("denied entry", "He was denied the entry") == [(7, 23)]
    assert found("denied entry", "He denied that entry") == []


def test_a_label_of_more_than_words_is_found_by_its_pattern() -> None:
    assert found("passport (number)?", "Two passport numbers") == [(4, 20)]
