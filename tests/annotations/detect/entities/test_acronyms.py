"""Acronyms explained in brackets."""

import pytest

from annotations.detect.entities.acronyms import acronyms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The World Kelp Council (WKC) met.", {"WKC": "World Kelp Council"}),
        ("Staff of the Board of Bread and Fish (BBF) left.", {"BBF": "Board of Bread and Fish"}),
        ("In Oslo the Harbour Union (HU) struck.", {"HU": "Harbour Union"}),
        ("The council (WKC) met.", {}),
        ("Red World\nKelp Council (WKC) met.", {}),
        ("(ABC)", {}),
    ],
)
def test_the_name_before_the_brackets(text: str, expected: dict[str, str]) -> None:
    assert acronyms(text) == expected
