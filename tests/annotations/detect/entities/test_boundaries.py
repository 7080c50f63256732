"""What is trimmed off a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.detect.entities.boundaries import trimmed


@pytest.mark.parametrize(
    ("found", "name"),
    [
        ("”He", "He"),
        ("Amina Yusuf's", "Amina Yusuf"),
        ("Amina Yusuf’s ", "Amina Yusuf"),
        ("“Harbour Lights”", "Harbour Lights"),
        ("the Red Crescent\n", "the Red Crescent"),
        ("Acme (UK)", "Acme (UK)"),
        ("Acme UK)", "Acme UK"),
        ("U.S.", "U.S."),
        ("”\n", ""),
    ],
)
def test_what_is_left_of_a_name(found: str, name: str) -> None:
    start, end = trimmed(found, 0, len(found))
    assert found[start:end] == name


@given(st.text(st.sampled_from("aB'’s“”() \n."), max_size=20))
def test_the_borders_stay_inside(text: str) -> None:
    start, end = trimmed(text, 0, len(text))
    assert 0 <= start <= end <= len(text)
