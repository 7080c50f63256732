"""Canonical names of people."""

import pytest

from annotations.detect.entities.names import People, bare, without_titles


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


def test_a_surname_means_the_one_person_who_bears_it() -> None:
    people = People(["Omar Haddad", "Eva Lind Jr.", "Haddad"])
    assert people.canonical("Mr Haddad's") == "Omar Haddad"
    assert people.canonical("Lind") == "Eva Lind Jr."


def test_a_surname_of_two_people_means_neither() -> None:
    people = People(["Omar Haddad", "Leila Haddad"])
    assert people.canonical("Haddad") == "Haddad"


def test_a_first_name_alone_means_the_one_person_who_has_it() -> None:
    people = People(["Wanjiru Kamau", "Ann Ode", "Ann Berg"])
    assert people.canonical("Wanjiru") == "Wanjiru Kamau"
    assert people.canonical("Ann") == "Ann"
