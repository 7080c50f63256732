"""What people are known as."""

import re

import pytest

from annotations.detect.entities.nicknames import nicknames
from annotations.detect.entities.people import People

NAMES = re.compile("Omar Ali Haddad|Omar Haddad|Hamdi")


def found(text: str) -> dict[str, str]:
    return nicknames(text, [match.span() for match in NAMES.finditer(text)])


@pytest.mark.parametrize(
    "text",
    [
        "Omar Haddad, known as Hamdi, fled.",
        "Omar Haddad, better known as “Hamdi”, fled.",
        "Omar Haddad (a.k.a. Hamdi) fled.",
        "Hamdi, whose real name is Omar Haddad, fled.",
    ],
)
def test_a_nickname_stands_for_the_name_beside_it(text: str) -> None:
    assert found(text) == {"Hamdi": "Omar Haddad"}


@pytest.mark.parametrize("text", ["Omar Haddad met Hamdi.", "Omar Haddad, Hamdi and Lind fled."])
def test_two_people_beside_each_other_are_two(text: str) -> None:
    assert found(text) == {}


def test_a_nickname_means_the_fullest_form() -> None:
    people = People(["Omar Haddad", "Omar Ali Haddad", "Hamdi"], {"Hamdi": "Omar Haddad"})
    assert people.canonical("Hamdi") == "Omar Ali Haddad"
