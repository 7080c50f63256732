"""Which names are alike."""

import pytest

from annotations.store.names import Likeness, NameGroup
from annotations.store.names.spelling import likeness, spelling

SPELLING = [
    ("Bashar Assad", "Bashar al-Assad"),
    ("BASHAR AL-ASSAD", "Bashar al-Assad"),
    ("Jean Claude Juncker", "Jean-Claude Juncker"),
    ("Milos Zeman", "Miloš Zeman"),
    ("Lars Lokke", "Lars Løkke"),
    ("Sean O'Neill", "Sean O’Neill"),
    ("J.R. Hill", "J. R. Hill"),
    ("Abdul Rahman Dostum", "Abdelrahman Dostum"),
    ("Abd-al-Rahman Dostum", "Abdul-Rahman Dostum"),
    ("Abu Bakr al Baghdadi", "Abu Bakr al-Baghdadi"),
    ("Ash-Sharif", "Al-Sharif"),
]
TRANSLITERATION = [
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Zelensky", "Zelenskiy"),
    ("Mohammed Hussein", "Muhammad Husayn"),
    ("Mohamed Hussain", "Mohammad Hussein"),
    ("Sergey Lavrov", "Sergei Lavrov"),
    ("Alexei Navalny", "Aleksey Navalny"),
    ("Alexander Pushkin", "Aleksandr Pushkin"),
    ("Viktor Yanukovych", "Viktor Yanukovich"),
    ("Muammar Gaddafi", "Moammar Qaddafi"),
    ("Slobodan Milošević", "Slobodan Milosevich"),
    ("Ahmad Khan", "Ahmed Khan"),
]
INITIALS = [
    ("J. Hill", "John Hill"),
    ("John F. Hill", "John Fitzgerald Hill"),
    ("G. Hill", "George Hill"),
    ("Y. Arafat", "Yasser Arafat"),
]
MIDDLE_NAME = [
    ("John Hill", "John F. Hill"),
    ("John Hill", "John Fitzgerald Hill"),
    ("Ursula Leyen", "Ursula von der Leyen"),
]
DIFFERENT = [
    ("Clinton", "Bill Clinton"),
    ("Bill Clinton", "Hillary Clinton"),
    ("Bill", "Bill Clinton"),
    ("B. Clinton", "Hillary Clinton"),
    ("John F. Hill", "John Q. Hill"),
    ("George W. Bush", "George H. W. Bush"),
    ("Martin Hill", "Martin Hill Jr."),
    ("Tim Cook", "Tom Cook"),
    ("Jan Hill", "Jen Hill"),
    ("Bill Hill", "Bella Hill"),
    ("Carlo Hill", "Carla Hill"),
    ("Kim Jong-il", "Kim Jong-un"),
    ("Al Gore", "Gore"),
    ("—", "…"),
    ("", "John Hill"),
]


def compared(one: str, other: str, group: NameGroup = NameGroup.PERSON) -> Likeness | None:
    found = likeness(spelling(one, group), spelling(other, group))
    assert likeness(spelling(other, group), spelling(one, group)) is found
    return found


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        *((*pair, Likeness.SPELLING) for pair in SPELLING),
        *((*pair, Likeness.TRANSLITERATION) for pair in TRANSLITERATION),
        *((*pair, Likeness.INITIALS) for pair in INITIALS),
        *((*pair, Likeness.MIDDLE_NAME) for pair in MIDDLE_NAME),
        *((*pair, None) for pair in DIFFERENT),
    ],
)
def test_people(one: str, other: str, why: Likeness | None) -> None:
    assert compared(one, other) is why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Al Qaeda", "al-Qaida", Likeness.TRANSLITERATION),
        ("Hezbollah", "Hizbollah", Likeness.TRANSLITERATION),
        ("the Kelp Front", "Kelp Front", Likeness.SPELLING),
        ("U.S. Army", "US Army", Likeness.SPELLING),
        ("Al Hasakah", "Hasakah", Likeness.SPELLING),
        ("Kelp Party", "Kelp People Party", None),
        ("K. Party", "Kelp Party", None),
        ("El Salvador", "Salvador", None),
        ("North Korea", "South Korea", None),
        ("Slovakia", "Slovenia", None),
        ("Iran", "Iraq", None),
        ("1st Front", "11st Front", None),
    ],
)
def test_organisations_and_places(one: str, other: str, why: Likeness | None) -> None:
    assert compared(one, other, NameGroup.ORGANISATION) is why
