"""Quantities: parsed, shown, compared."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incident_graph.values import Quantity, Relation
from incident_graph.values.number import number_words
from incident_graph.values.quantity_wording import read_quantity
from incident_graph.values.unit_wording import unit_at
from incident_graph.values.units import is_money

PREFIXES = ["", "about ", "at least ", "up to ", "nearly "]
UNITS = ["", "%", " minutes", " kilometres", " euros", " kroner", " bitcoin", " years"]


@given(st.sampled_from(PREFIXES), st.integers(2, 10**9), st.sampled_from(UNITS))
def test_what_is_shown_is_read_back(prefix: str, value: int, unit: str) -> None:
    said = Quantity.parse(f"{prefix}{value:,}{unit}")
    again = Quantity.parse(said.label())
    assert again.relation(said) is Relation.EQUAL
    assert again.relation(said).inverse is Relation.EQUAL


@given(st.sampled_from(PREFIXES), st.integers(2, 999_999))
def test_words_and_digits_are_equal(prefix: str, value: int) -> None:
    words, digits = Quantity.parse(prefix + number_words(value)), Quantity.parse(f"{prefix}{value}")
    assert words.stated == digits.stated
    assert words.relation(digits) is Relation.EQUAL or prefix in ("at least ", "up to ")


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_ranges(a: int, b: int) -> None:
    low, high = min(a, b), max(a, b) + 1
    for text in (f"{low}–{high}", f"{low} to {high}", f"between {low:,} and {high:,}", f"from {low} to {high}"):
        assert Quantity.parse(text) == Quantity(Decimal(low), Decimal(high))


@given(
    st.tuples(st.integers(1, 50), st.integers(0, 50)),
    st.tuples(st.integers(1, 50), st.integers(0, 50)),
)
def test_relation_is_the_inverse_from_the_other_side(a: tuple[int, int], b: tuple[int, int]) -> None:
    first, second = (Quantity(Decimal(low), Decimal(low + more)) for low, more in (a, b))
    assert first.relation(second).inverse is second.relation(first)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("about 500,000", "half a million", Relation.EQUAL),
        ("500K", "500,000", Relation.EQUAL),
        ("12", "at least eleven", Relation.NARROWER),
        ("over 300", "350", Relation.WIDER),
        ("38", "42", Relation.DISJOINT),
        ("at least 40", "38", Relation.DISJOINT),
        ("about 180", "193", Relation.WIDER),
        ("about 180", "220", Relation.DISJOINT),
        ("4.2 million", "4,213,554", Relation.WIDER),
        ("5.1 million", "around 6 million", Relation.DISJOINT),
        ("a few thousand dollars", "$5,000", Relation.WIDER),
        ("£5m", "€5m", Relation.INCOMPARABLE),
        ("£5m", "5 million", Relation.INCOMPARABLE),
        ("90 minutes", "an hour and a half", Relation.EQUAL),
        ("12 hours and 50 minutes", "almost 14 hours", Relation.NARROWER),
        ("two nautical miles", "about 3.7 km", Relation.NARROWER),
        ("20 minutes", "20 kilometres", Relation.INCOMPARABLE),
        ("half", "50%", Relation.EQUAL),
        ("up to 10", "at least 20", Relation.DISJOINT),
        ("10 to 20", "15 to 30", Relation.OVERLAPS),
    ],
)
def test_relation(one: str, other: str, relation: Relation) -> None:
    assert Quantity.parse(one).relation(Quantity.parse(other)) is relation


def test_tolerance_is_granted_to_what_is_stated() -> None:
    a, b = Quantity.parse("100"), Quantity.parse("104")
    assert a.relation(b) is Relation.DISJOINT
    assert a.relation(b, tolerance=0.05) is Relation.EQUAL
    assert Quantity.parse("at least 100").relation(b, tolerance=0.05) is Relation.WIDER


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("approximately 500,000", "about 500,000"),
        ("between €30 million and €45 million", "€30–45 million"),
        ("$5 to $10 million", "$5–10 million"),
        ("£1,500–£2,000", "£1,500–2,000"),
        ("2.4 million kroner", "NOK 2.4 million"),
        ("12 hours and 50 minutes", "12 hours 50 minutes"),
        ("58 per cent", "58%"),
        ("two-thirds", "about 66.7%"),
        ("50 pence", "£0.5"),
        ("20-odd", "about 20"),
        ("200 or more", "at least 200"),
        ("no more than 12", "up to 12"),
        ("threefold", "3 times"),
        ("34-year-old", "34 years"),
    ],
)
def test_label(text: str, label: str) -> None:
    assert Quantity.parse(text).label() == label


@pytest.mark.parametrize("text", ["", "about", "£", "12 and 15", "many", "20 to", "12 October", "ten people"])
def test_not_a_quantity(text: str) -> None:
    with pytest.raises(ValueError, match="not a quantity"):
        Quantity.parse(text)


def test_a_change_is_not_a_range() -> None:
    text = "The number rose from 38 to 42"
    found = read_quantity(text, text.index("38"), len(text))
    assert found is not None
    assert (found.form, found.stated) == ("number", Decimal(38))


def test_warned_about_is_not_approximate() -> None:
    text = "They were warned about 12 faults"
    found = read_quantity(text, text.index("12"), len(text))
    assert found is not None
    assert (found.low, found.high) == (Decimal(12), Decimal(12))


def test_units() -> None:
    assert unit_at("60 tonnes", 3, 9) == ("tonne", 9, Decimal(1))
    assert unit_at("60 tulips", 3, 9) is None
    assert is_money("GBP")
    assert not is_money("gbp")
