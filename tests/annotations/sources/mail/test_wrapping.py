"""Short mail is unwrapped where every line is as full as it could be."""

import pytest

from annotations.sources.mail.wrapping import unwrapped

WRAPPED = (
    "The guns fell silent in Qarnin at dawn, the mayor said, and the first\n"
    "trucks with flour reached the eastern quarter by nine."
)


def test_a_wrapped_paragraph() -> None:
    assert unwrapped(f"{WRAPPED}\n\nShort.") == WRAPPED.replace("\n", " ") + "\n\nShort."


@pytest.mark.parametrize(
    "text",
    [
        f"{WRAPPED}\n\nMara Dell\nThe Courier\nTarq",
        "Short lines\nthat were meant\nto be so.",
        "x" * 90 + "\nand more",
        "",
    ],
)
def test_lines_that_were_meant(text: str) -> None:
    assert unwrapped(text).endswith(text.rpartition("\n\n")[2])


def test_items_are_no_paragraph() -> None:
    text = (
        "- the bridge at Tarq, which has been shut for repairs since last may\n"
        "- the bridge at Qarnin, which has been shut since the shelling began"
    )
    assert unwrapped(text) == text
