"""Numbers in words and digits."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_graph.values.number import number_words, parse_number, read_number, vague_bounds


@given(st.integers(0, 10**12 - 1))
def test_words_and_digits_say_the_same(value: int) -> None:
    assert parse_number(number_words(value)) == parse_number(f"{value:,}") == parse_number(str(value)) == value


@given(
    st.integers(1, 999),
    st.sampled_from([("million", 10**6), ("bn", 10**9), ("K", 1000), (" thousand", 1000), (" crore", 10**7)]),
)
def test_scales(value: int, scale: tuple[str, int]) -> None:
    assert parse_number(f"{value}{scale[0]}" if scale[0] != "million" else f"{value} million") == value * scale[1]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half a million", 500_000),
        ("Half a Million", 500_000),
        ("half-a-million", 500_000),
        ("one and a half million", 1_500_000),
        ("a million and a half", 1_500_000),
        ("three quarters of a million", 750_000),
        ("three dozen", 36),
        ("half a dozen", 6),
        ("1.2 lakh", 120_000),
        ("12,34,567", 1_234_567),
        ("1.200.000", 1_200_000),
        ("4,5 million", 4_500_000),
        ("500\u00a0000", 500_000),
        ("four hundred and twelve", 412),
        ("twenty‑one", 21),
        ("two and a half", Decimal("2.5")),
    ],
)
def test_one_number(text: str, value: int | Decimal) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize("text", ["", "several", "one two", "12 15", "1,2,3", "million", "-", "ten and"])
def test_not_a_number(text: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        parse_number(text)


def test_only_scaled_numbers_are_rounded() -> None:
    assert read_number("4.2 million").slack == 50_000
    assert read_number("4,200,000").slack == 0
    assert read_number("1 million").slack == 100_000  # never more than a tenth


def test_vague_numbers_are_intervals() -> None:
    assert vague_bounds("a few thousand") == (Decimal(3000), Decimal(9999))
    assert vague_bounds("tens of thousands") == (Decimal(20_000), Decimal(99_999))
    assert vague_bounds("several") == (Decimal(3), None)
    with pytest.raises(ValueError, match="not a vague number"):
        vague_bounds("three")
