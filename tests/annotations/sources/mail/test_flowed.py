"""Lines that say that they go on are joined."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.sources.mail.flowed import unflowed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guns \nfell silent.\nAt dawn.", "The guns fell silent.\nAt dawn."),
        ("> The guns \n> fell \n>> silent.", "> The guns fell \n>> silent."),
        (">>From here \n>>on", ">> From here on"),
        (" From the roofs\n >quoted?", "From the roofs\n>quoted?"),
        ("Goodbye \n-- \nMara", "Goodbye \n-- \nMara"),
        ("", ""),
        ("\n\n", "\n\n"),
    ],
)
def test_lines_that_go_on(text: str, expected: str) -> None:
    assert unflowed(text) == expected


def test_blanks_that_are_none_of_the_text() -> None:
    assert unflowed("Zu \nsammen", deletes_blanks=True) == "Zusammen"


@given(st.text(alphabet=" \n>-ab"))
def test_no_letter_is_lost(text: str) -> None:
    letters = [letter for letter in text if letter in "ab"]
    assert [letter for letter in unflowed(text) if letter in "ab"] == letters
