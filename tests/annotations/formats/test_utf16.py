"""Offsets in UTF-16 units are those of Java and JavaScript."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.formats.utf16 import Units

TEXT = "a😊b👩‍🚒"


def test_characters_beyond_the_basic_plane_are_two_units() -> None:
    units = Units(TEXT)
    assert [units.of(each) for each in range(len(TEXT) + 1)] == [0, 1, 3, 4, 6, 7, 9]
    assert len(units) == 9


def test_units_lead_back() -> None:
    assert [Units(TEXT).to_code_points(each) for each in (0, 1, 3, 4, 6, 7, 9)] == list(range(7))


@pytest.mark.parametrize("unit", [2, 5, 8])
def test_no_offset_is_between_the_halves_of_a_character(unit: int) -> None:
    with pytest.raises(ValueError, match=f"{unit} is in the middle of a character"):
        Units(TEXT).to_code_points(unit)


@pytest.mark.parametrize("offset", [-1, 7])
def test_no_offset_is_outside_the_text(offset: int) -> None:
    with pytest.raises(ValueError, match="outside a text of 6 characters"):
        Units(TEXT).of(offset)


@pytest.mark.parametrize("unit", [-1, 10])
def test_no_unit_is_outside_the_text(unit: int) -> None:
    with pytest.raises(ValueError, match="outside a text of 9 UTF-16 units"):
        Units(TEXT).to_code_points(unit)


@given(st.text(st.sampled_from("aé\n\u0301حع😊\U0010ffff")), st.data())
def test_they_are_what_encoding_gives(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    units = Units(text)
    assert units.of(offset) == len(text[:offset].encode("utf-16-le")) // 2
    assert units.to_code_points(units.of(offset)) == offset
