"""Figures in sentences: which there are, what they count, their role - and where there are none."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from incident_graph.accounts import Account
from incident_graph.extraction.evidence import FigureMention
from incident_graph.extraction.figures import find_figures
from incident_graph.text.document import Block, Document, Sentence
from incident_graph.text.documents import read_document
from incident_graph.values import Period, Quantity

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "cases" / "figures.yaml").read_text(encoding="utf-8"))


def read(text: str, issued: dt.date | None = None, kind: str = "body") -> tuple[FigureMention, ...]:
    """The figures of one sentence that is an account of its own."""
    block = Block(kind, 0, len(text))
    account = Account("0" * 64, "a.txt", text, issued=issued)
    return find_figures(Document(account, (block,), (Sentence(0, len(text), block),)))


def shown(figure: FigureMention) -> str:
    value = figure.value if isinstance(figure.value, Quantity) else figure.value.edtf
    part = " | part" if figure.subset_of is not None else ""
    role = "" if figure.role == "incident" else f" | {figure.role}"
    return f"{figure.core.text} | {value} | {figure.noun or '-'}{part}{role}"


@pytest.mark.parametrize("case", CASES["figures"], ids=lambda case: case["text"][:40])
def test_figures_of_a_sentence(case: dict[str, Any]) -> None:
    assert [shown(f) for f in read(case["text"])] == case["expect"]


@pytest.mark.parametrize("text", CASES["none"], ids=lambda text: text[:40])
def test_no_figure(text: str) -> None:
    assert [shown(f) for f in read(text)] == []


def test_there_are_enough_cases() -> None:
    assert len(CASES["figures"]) >= 150
    assert len(CASES["none"]) >= 40


def test_excerpts_are_verbatim_and_hold_their_core() -> None:
    for case in CASES["figures"]:
        for f in read(case["text"]):
            assert case["text"][f.excerpt.start : f.excerpt.end] == f.excerpt.text
            assert f.excerpt.start <= f.core.start < f.core.end <= f.excerpt.end


def test_excerpt_holds_comparator_and_noun() -> None:
    (figure,) = read("They told approximately 500,000 former UK patients.")
    assert figure.excerpt.text == "approximately 500,000 former UK patients"
    assert (figure.core.text, figure.measures, figure.noun) == ("500,000", "former UK patients", "patient")


def test_a_part_points_at_its_whole() -> None:
    text = "Three dozen were treated, eight of them for burns."
    whole, part = read(text)
    assert part.subset_of == whole.core.start == 0
    assert isinstance(part.value, Quantity)
    assert part.value.unit == "person"


def test_relative_days_are_placed_by_the_publication_date() -> None:
    issued = dt.date(2026, 4, 23)  # a Thursday
    said = {
        "It sank on Monday.": "2026-04-20",
        "It sank yesterday.": "2026-04-22",
        "It will sail on Monday.": "2026-04-27",
        "It sank last week.": "2026-04-13/2026-04-19",
        "It sank last year.": "2025",
        "It sank last June.": "2025-06",
    }
    for text, edtf in said.items():
        (figure,) = read(text, issued)
        assert isinstance(figure.value, Period)
        assert figure.value.edtf == edtf, text


def test_the_incidents_own_year_is_not_background() -> None:
    text = "The fire of 2017 killed 22 people."
    assert [f.role for f in read(text, dt.date(2017, 6, 15))] == ["incident", "incident"]
    assert [f.role for f in read(text, dt.date(2026, 6, 15))] == ["background", "background"]


def test_capitals_in_a_title_name_nothing() -> None:
    assert [shown(f) for f in read("Ferry Sinking Kills 12 Off Coast", kind="title")] == ["12 | 12 people | kills"]


def test_nothing_is_read_outside_sentences() -> None:
    text = "7 mins read"
    assert find_figures(Document(Account("0" * 64, "a.txt", text), (Block("boilerplate", 0, len(text)),), ())) == ()


def test_wrapped_lines_curly_quotes_and_hyphens_that_do_not_break() -> None:
    (figure,) = read("At least 2.4\nmillion kroner were paid.")
    assert isinstance(figure.value, Quantity)
    assert (figure.value.stated, figure.value.unit) == (Decimal(2_400_000), "NOK")
    assert [f.core.text for f in read("“Twenty‑one miners’ lamps”", kind="title")] == ["Twenty‑one"]


PIECES = (
    "one two half a an of the million dozen £ $5 10 2019 about over between and to from in March May 4 Monday 12:30 "
    "7 a.m. % people dead were - – , . ( ) 1.2bn year-old times twice hundred several few quarter 20s early last week "
    "31 0 third -5 °C 1,200 minutes x"
).split()


@settings(max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from([" ", ""]))
def test_any_words_in_any_order_give_verbatim_figures(words: list[str], joint: str) -> None:
    text = joint.join(words) or "x"
    for figure in read(text):
        assert text[figure.excerpt.start : figure.excerpt.end] == figure.excerpt.text
        assert str(figure.value)


def test_a_long_text_without_spaces_is_read_in_good_time() -> None:
    assert read("1" * 20_000 + "a-" * 5_000) == ()
    assert len(read("one hundred " * 2_000)) < 3_000


def test_an_undated_account_takes_the_years_of_the_others() -> None:
    text = "It was the worst fire since October 1992, when a mill burnt, killing 43 people."
    document = read_document(Account("0" * 64, "a.txt", text))
    assert {f.core.text: f.role for f in find_figures(document, frozenset({2004}))}["43"] == "background"
    assert {f.core.text: f.role for f in find_figures(document)}["43"] == "incident"


def test_a_number_like_a_year_counts_what_follows_it() -> None:
    document = read_document(Account("0" * 64, "a.txt", "It hit 400 homes and 1500 buildings, unlike the 2019 floods."))
    assert [f.excerpt.text for f in find_figures(document)] == ["400 homes", "1500 buildings", "2019"]
