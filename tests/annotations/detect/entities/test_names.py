"""Names as strings."""

import pytest

from annotations.detect.entities.names import bare, family_key, without_titles


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Mr Tan", "Tan"),
        ("Lt. Gen. Omar Haddad", "Omar Haddad"),
        ("Prime Minister Eva Lind", "Eva Lind"),
        ("President", "President"),
        ("Eva Lind", "Eva Lind"),
    ],
)
def test_titles_are_no_part_of_a_name(mention: str, name: str) -> None:
    assert without_titles(mention) == name


@pytest.mark.parametrize(
    ("mention", "name"),
    [("the United Nations", "United Nations"), ("Omar\nHaddad’s", "Omar Haddad"), ("The", "The")],
)
def test_a_bare_name(mention: str, name: str) -> None:
    assert bare(mention) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zelensky", "Zelenskyy"), ("Assad", "al-Asad"), ("Muñoz", "MUNOZ"), ("O’Neill", "O'Neill")],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert family_key(one) == family_key(other)


def test_other_names_have_other_keys() -> None:
    assert len({family_key(name) for name in ("Haddad", "Hadid", "Lind", "Linde", "Ali")}) == 5
