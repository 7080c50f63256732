"""From glyphs left to right to the order of reading."""

import pytest

from annotations.sources.documents.pdf.direction import logical


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("plain text", "plain text"),
        ("םולש", "שלום"),
        ("14 םולש", "שלום 14"),
        ("3,500 - 12 םולש", "שלום 12 - 3,500"),
        ("םולש New York City םולש", "שלום New York City שלום"),
        ("The word םולש םולש stands", "The word שלום שלום stands"),
    ],
)
def test_logical(shown: str, read: str) -> None:
    assert "".join(logical(tuple(shown))) == read


def test_a_ligature_stays_as_it_is() -> None:
    assert "".join(logical(("ب", "لا"))) == "لاب"
