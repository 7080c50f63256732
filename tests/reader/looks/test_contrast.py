import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.looks.contrast import READABLE, Colour, contrast, mixed, readable

COLOURS = st.tuples(*[st.integers(0, 255)] * 3)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((0, 0, 0), (255, 255, 255), 21),
        ((255, 255, 255), (0, 0, 0), 21),
        ((119, 119, 119), (255, 255, 255), 4.48),
        ((118, 118, 118), (255, 255, 255), 4.54),
        ((0, 114, 178), (0, 0, 0), 4.05),
    ],
)
def test_contrast_is_that_of_the_guidelines(one: Colour, other: Colour, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.02)


def test_a_share_of_another_colour() -> None:
    assert mixed((0, 100, 200), (255, 0, 200), 0) == (0, 100, 200)
    assert mixed((0, 100, 200), (100, 0, 200), 0.25) == (25, 75, 200)
    assert mixed((0, 100, 200), (255, 0, 200), 1) == (255, 0, 200)


@given(COLOURS, COLOURS)
def test_every_colour_can_be_made_readable_on_every_ground(colour: Colour, ground: Colour) -> None:
    assert contrast(readable(colour, ground), ground) >= READABLE


@given(COLOURS, COLOURS)
def test_what_can_be_read_stays_as_it_is(colour: Colour, ground: Colour) -> None:
    if contrast(colour, ground) >= READABLE:
        assert readable(colour, ground) == colour


def test_a_colour_is_changed_no_more_than_it_has_to_be() -> None:
    blue, black = (0, 114, 178), (0, 0, 0)
    lighter = readable(blue, black)
    assert contrast(lighter, black) < READABLE + 0.3
    assert lighter[0] < lighter[1] < lighter[2]
