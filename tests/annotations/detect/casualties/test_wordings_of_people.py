"""Kinds of people read off the words of a figure alone."""

import pytest

from annotations.detect.casualties.people.wordings import victim_type_of


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("of children", "child"),
        ("Iraqi soldiers", "soldier"),
        ("civilian deaths", "civilian"),
        ("deaths of infants", "child"),
        ("people, among them a nurse", "person"),
        ("people from the children's home", "person"),
        ("policemen", "police"),
        ("women and a soldier", "woman"),
        ("other wives", "civilian"),
        ("schoolchildren", "child"),
        ("families", "household"),
        ("Brazilians", "person"),
        ("a soldier", "soldier"),
        ("more", None),
        ("gymnasts", None),
        ("", None),
    ],
)
def test_kind_of_people(words: str, kind: str | None) -> None:
    assert victim_type_of(words) == kind
