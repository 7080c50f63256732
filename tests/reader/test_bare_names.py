"""The name that begins at a word: a text and a word in it, and what is meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.bare_names import name_from

PARTICLES = {"al", "van", "der"}


def meant(text: str, word: str, *, before: int | None = None) -> str | None:
    limit = len(text) if before is None else before
    found = name_from(text, text.index(word), before=limit, particles=PARTICLES)
    return None if found is None else text[slice(*found)]


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Bo Lind saw it.", "Bo", "Bo Lind"),
        ("Bo Lind saw it.", "Lind", "Lind"),
        ("He met Mayor Bo Lind.", "Mayor", "Mayor Bo Lind"),
        ("Ahmed al Farouk of Zalm", "Ahmed", "Ahmed al Farouk"),
        ("Ana van der Brook", "Ana", "Ana van der Brook"),
        ("Ana van the Brook", "Ana", "Ana"),
        ("Ahmed al", "Ahmed", "Ahmed"),
        ("Bo Lind’s boat", "Bo", "Bo Lind"),
        ("in Oldport, Marrow and", "Oldport", "Oldport"),
        ("the U.S. Navy said", "U.S", "U.S. Navy"),
        ("al-Nour fell", "al-Nour", "al-Nour"),
        ("Oldport\nMarrow", "Oldport", "Oldport"),
        ("in 1998 Oldport", "1998", "1998"),
        ("海の声 said", "海", "海の声"),
        ("the river", "river", None),
        ("a — b", "—", None),
    ],
)
def test_what_is_meant(text: str, word: str, name: str | None) -> None:
    assert meant(text, word) == name


def test_it_ends_before_what_is_annotated() -> None:
    text = "Mayor Bo Lind Friday"
    assert meant(text, "Mayor", before=text.index("Friday")) == "Mayor Bo Lind"
    assert meant(text, "Mayor", before=0) == "Mayor"


@given(st.text(alphabet="Aa b.’s\n-1海", max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_it_has_the_word_in_it_and_no_blanks_around(text: str, offset: int, before: int) -> None:
    found = name_from(text, min(offset, len(text)), before=before, particles=PARTICLES)
    if found is not None:
        start, end = found
        assert start <= offset
        assert text[start:end] == text[start:end].strip() != ""
        assert "\n" not in text[start:end]
