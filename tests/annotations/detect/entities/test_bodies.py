"""Which full name a body, place or people goes by."""

import pytest

from annotations.detect.entities.bodies import Bodies, people_name, place_name


def test_an_acronym_stands_for_the_name_that_explains_it() -> None:
    bodies = Bodies(["World Kelp Council", "WKC"], {"WKC": "World Kelp Council"})
    assert bodies.canonical("WKC") == "World Kelp Council"


def test_an_acronym_stands_for_the_one_name_with_its_initials() -> None:
    bodies = Bodies(["World Kelp Council", "Wide Kelp Club", "Kelp Fund", "KF", "WKC"], {})
    assert bodies.canonical("KF") == "Kelp Fund"
    assert bodies.canonical("WKC") == "WKC"


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("Ministry of Health", "the Health Ministry"),
        ("Halvorsen Shipping Ltd", "Halvorsen"),
        ("Halvorsen Shipping", "Halvorsen"),
        ("Halvorsen Telecom Ltd.", "Halvorsen Telecom"),
        ("Ministry of Kelp Defense", "the Kelp Defence Ministry"),
        ("Al-Tarn", "al Tarn"),
        ("Tarn University", "Tarn"),
    ],
)
def test_short_forms_of_a_body(long: str, short: str) -> None:
    bodies = Bodies([long, short], {})
    assert bodies.canonical(long) == bodies.canonical(short)


def test_a_body_of_several_names_goes_by_the_usual_one() -> None:
    bodies = Bodies(["ISIL", "Daesh", "Hizbollah", "UN"], {})
    found = [bodies.canonical(each) for each in ("ISIL", "Daesh", "Hizbollah", "the UN")]
    assert found == ["Islamic State", "Islamic State", "Hezbollah", "United Nations"]


def test_what_an_article_explains_beats_the_usual_name() -> None:
    bodies = Bodies(["Wide Horn Orchestra", "WHO"], {"WHO": "Wide Horn Orchestra"})
    assert bodies.canonical("WHO") == "Wide Horn Orchestra"


def test_a_body_within_another_is_itself() -> None:
    bodies = Bodies(["United Nations", "United Nations Security Council"], {})
    assert bodies.canonical("the United Nations") == "United Nations"


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("the U.S.", "United States"),
        ("Britain", "United Kingdom"),
        ("Scotland", "Scotland"),
        ("the Republic of Chile", "Chile"),
        ("TEHRAN", "Tehran"),
        ("Upper Tarn", "Upper Tarn"),
    ],
)
def test_the_name_of_a_place(mention: str, name: str) -> None:
    assert place_name(mention) == name


def test_the_name_of_a_people() -> None:
    plurals = ("Iraqis", "Swiss", "Kurds", "Frenchmen", "Tories", "Germans")
    singulars = ["Iraqi", "Swiss", "Kurd", "Frenchman", "Tory", "German"]
    assert [people_name(each) for each in plurals] == singulars
