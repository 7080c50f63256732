"""Names of places as they are compared."""

import pytest

from annotations.detect.places.folding import folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir ez-Zor", "Deir al-Zor"),
        ("Ar-Raqqah", "raqqah"),
        ("São Paulo", "Sao Paulo"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("The Hague", "Hague"),
    ],
)
def test_spellings_of_one_place(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_a_name_of_nothing_but_articles_is_left() -> None:
    assert folded("Al") == "al"
