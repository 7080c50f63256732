"""Selectors lead to the words that they were made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import SourceError
from annotations.formats.text_selectors import located, selectors

TEXT = "😊 He said no.\nShe said\n no. They left."


def quote(exact: str, **more: str) -> dict[str, str]:
    return {"type": "TextQuoteSelector", "exact": exact, **more}


def test_both_selectors_count_code_points() -> None:
    assert selectors(TEXT, 2, 4) == [
        {"type": "TextPositionSelector", "start": 2, "end": 4},
        {
            "type": "TextQuoteSelector",
            "exact": "He",
            "prefix": "😊 ",
            "suffix": " said no.\nShe said\n no. They lef",
        },
    ]


@given(st.text("ab 😊\n", min_size=1, max_size=30), st.data())
def test_both_together_lead_back(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert located(text, selectors(text, start, end)) == (start, end)


@pytest.mark.parametrize(
    ("listed", "place"),
    [
        ([quote("They")], (28, 32)),
        ([quote("said no.", prefix="He ")], (5, 13)),
        ([quote("said no.", prefix="no. She ")], (18, 27)),
        ([quote("said no.", suffix=" They")], (18, 27)),
        ([quote("no."), {"type": "TextPositionSelector", "start": 25, "end": 29}], (24, 27)),
        ([{"type": "TextPositionSelector", "start": 0, "end": 1}], (0, 1)),
        ([{"type": "RangeSelector"}, quote("She")], (14, 17)),
    ],
)
def test_words_are_found_by_what_is_around_them(
    listed: list[dict[str, str]], place: tuple[int, int]
) -> None:
    assert located(TEXT, listed) == place


@pytest.mark.parametrize(
    ("listed", "reason"),
    [
        ([], "does not say where"),
        ([{"type": "TextPositionSelector", "start": 5, "end": 999}], "does not say where"),
        ([quote("nowhere")], "'nowhere' is not in the text"),
        ([quote("said no.")], "'said no.' is at 2 places of the text that look alike"),
        ([quote(" ")], "does not say where"),
    ],
)
def test_words_that_are_not_found_are_told(listed: list[dict[str, str]], reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        located(TEXT, listed)
