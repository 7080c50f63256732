"""Who a short name means."""

import pytest

from annotations.detect.entities.people import People


def test_a_surname_means_the_one_person_who_bears_it() -> None:
    people = People(["Omar Haddad", "Eva Lind Jr.", "Haddad"])
    assert people.canonical("Mr Haddad's") == "Omar Haddad"
    assert people.canonical("Lind") == "Eva Lind Jr."


def test_a_surname_of_two_people_means_neither() -> None:
    people = People(["Omar Haddad", "Leila Haddad"])
    assert people.canonical("Haddad") == "Haddad"


def test_a_title_tells_two_people_of_one_surname_apart() -> None:
    people = People(["Michael Haddad", "Susan Haddad"])
    assert people.canonical("Haddad", pronoun="he") == "Michael Haddad"
    assert people.canonical("Haddad", pronoun="she") == "Susan Haddad"


def test_a_first_name_alone_means_the_one_person_who_has_it() -> None:
    people = People(["Wanjiru Kamau", "Ann Ode", "Ann Berg"])
    assert people.canonical("Wanjiru") == "Wanjiru Kamau"
    assert people.canonical("Ann") == "Ann"


def test_a_name_in_the_middle_means_its_bearer_if_nobody_has_it_as_surname() -> None:
    people = People(["Carlos Ibarra Mendoza"])
    assert people.canonical("Ibarra") == "Carlos Ibarra Mendoza"
    assert People(["Carlos Ibarra Mendoza", "Ana Ibarra"]).canonical("Ibarra") == "Ana Ibarra"


@pytest.mark.parametrize(
    "forms",
    [
        ("Ruth Lind", "Ruth B. Lind"),
        ("Bill Tarn", "William Tarn"),
        ("Muhammad Karimi", "Mohammed Ali Karimi"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("R. Lind", "Ruth Lind"),
        ("RB Lind", "Ruth Berta Lind"),
        ("Hosni Tarek", "Muhammad Hosni Tarek"),
        ("Karim Hossain", "Md Karim Hossain"),
        ("Ana Ibarra", "Ana Ibarra Mendoza"),
    ],
)
def test_forms_of_one_name_are_one_person(forms: tuple[str, str]) -> None:
    people = People(forms)
    assert people.canonical(forms[0]) == people.canonical(forms[1]) == forms[1]


@pytest.mark.parametrize(
    "names", [("Omar Haddad", "Leila Haddad"), ("Ann B. Lind", "Ann C. Lind"), ("A Lee", "B Lee")]
)
def test_two_people_of_one_surname_are_never_one(names: tuple[str, str]) -> None:
    people = People(names)
    assert [people.canonical(name) for name in names] == list(names)


def test_father_and_son_are_two_people_and_the_surname_is_the_fathers() -> None:
    people = People(["Omar Haddad", "Omar Haddad Jr."])
    names = ("Omar Haddad", "Omar Haddad Jr.", "Haddad")
    assert [people.canonical(each) for each in names] == [names[0], names[1], names[0]]


def test_an_initial_that_fits_two_people_means_neither() -> None:
    people = People(["A. Lind", "Ann Lind", "Ada Lind"])
    assert people.canonical("A. Lind") == "A. Lind"


@pytest.mark.parametrize(
    ("full", "surnames"),
    [
        ("Omar bin Haddad", "Bin Haddad"),
        ("Eva von der Lind", "Von der Lind"),
        ("Luis Manuel Pérez Ibarra", "Pérez Ibarra"),
    ],
)
def test_surnames_of_several_words_mean_their_bearer(full: str, surnames: str) -> None:
    people = People([full, surnames])
    assert people.canonical(surnames) == people.canonical(full) == full


def test_a_second_first_name_and_a_surname_are_another_person() -> None:
    people = People(["John Paul Lind", "Paul Lind"])
    assert people.canonical("Paul Lind") == "Paul Lind"


def test_surnames_that_two_people_bear_mean_neither() -> None:
    people = People(["Omar bin Haddad", "Ali bin Haddad", "Bin Haddad"])
    assert people.canonical("Bin Haddad") == "Bin Haddad"


def test_of_a_crowd_of_namesakes_everyone_is_themselves() -> None:
    crowd = [f"Eva {first}{second}ra Lind" for first in "BCDFGKLM" for second in "aeiouyäö"]
    people = People(["Eva Lind", *crowd])
    assert people.canonical("Eva Lind") == "Eva Lind"
    assert people.canonical(crowd[3]) == crowd[3]
