"""Which place a name means."""

import re

import pytest

from annotations.detect.places.resolving import resolved
from annotations.model import Entity, Precision


def named(text: str, **labels: str) -> list[Entity]:
    """The words given, wherever they stand in a text, resolved."""
    found = [
        Entity(start=match.start(), end=match.end(), text=word, label=label, name=word)
        for word, label in labels.items()
        for match in re.finditer(rf"\b{word}\b", text)
    ]
    return resolved(text, sorted(found, key=lambda each: each.start))


def test_the_larger_place_is_meant_where_nothing_tells() -> None:
    (paris,) = named("It rained in Paris.", Paris="GPE")
    assert (paris.country, paris.geo_precision) == ("FR", Precision.CITY)
    assert paris.latitude == pytest.approx(48.9, abs=0.1)
    assert paris.longitude == pytest.approx(2.3, abs=0.1)


def test_what_stands_behind_a_place_tells() -> None:
    texas, *_ = named("It rained in Paris, Texas.", Paris="GPE", Texas="GPE")
    assert texas.country == "US"
    assert texas.geo_alternatives == ()


def test_the_countries_of_an_article_tell() -> None:
    text = "Lebanese troops left Tripoli. The Lebanese army said Lebanon was calm."
    tripoli = named(text, Tripoli="GPE", Lebanese="NORP", Lebanon="GPE")[1]
    assert tripoli.country == "LB"
    libyan = named(
        "Libyan troops left Tripoli. Libya is calm.", Tripoli="GPE", Libyan="NORP", Libya="GPE"
    )
    assert libyan[1].country == "LY"


def test_what_is_not_clear_keeps_its_alternatives() -> None:
    (springfield,) = named("It rained in Springfield.", Springfield="GPE")
    assert springfield.country == "US"
    assert any("Massachusetts" in each for each in springfield.geo_alternatives)


def test_a_region_is_meant_where_it_is_called_so() -> None:
    (city,) = named("It rained in Aleppo.", Aleppo="GPE")
    (region,) = named("It rained in Aleppo province.", Aleppo="GPE")
    assert city.geo_precision is Precision.CITY
    assert region.geo_precision is Precision.REGION


def test_one_name_means_one_place_in_an_article() -> None:
    found = named("Rain fell on Paris. In Paris, Texas, Paris slept.", Paris="GPE")
    assert {each.country for each in found} == {"US"}


def test_people_and_unknown_places_are_not_on_the_map() -> None:
    found = named("Paris Hilton left Zalm.", Zalm="GPE", Paris="PERSON")
    assert [each.latitude for each in found] == [None, None]


def test_a_capital_is_not_dragged_into_a_country_that_is_named() -> None:
    text = "American envoys met in Paris. The Americans said the American plan was ready."
    found = named(text, Paris="GPE", American="NORP", Americans="NORP")
    assert next(each for each in found if each.text == "Paris").country == "FR"


def test_a_region_counts_as_far_as_its_full_stop() -> None:
    found = named("Fire broke out in London, Ontario. Fire crews came.", London="GPE")
    assert found[0].country == "CA"


def test_a_region_that_is_also_a_country_holds_the_place_that_it_has() -> None:
    assert named("It rained in Athens, Georgia, again.", Athens="GPE")[0].country == "US"


def test_two_places_of_one_name_stay_two() -> None:
    text = "Alexandria, Egypt, slept. Fire reached Alexandria, Virginia. Alexandria burned."
    egypt, virginia, after = named(text, Alexandria="GPE")
    assert (egypt.country, virginia.country) == ("EG", "US")
    assert after.country == "EG"
    assert any("Virginia" in each for each in after.geo_alternatives)


def test_places_close_by_tell() -> None:
    georgia, _ = named("Rain fell all over Georgia. Atlanta slept.", Georgia="GPE", Atlanta="GPE")
    assert (georgia.country, georgia.geo_precision) == ("US", Precision.REGION)
    _, georgia = named("Tbilisi slept. Rain fell on Georgia.", Georgia="GPE", Tbilisi="GPE")
    assert georgia.country == "GE"


def test_people_of_a_country_that_shares_its_name_count_for_it() -> None:
    text = "Georgian troops left. The Georgian army said Georgia was calm."
    assert named(text, Georgian="NORP", Georgia="GPE")[-1].country == "GE"


@pytest.mark.parametrize(
    "text",
    [
        "Fire broke out in Tripoli in northern Lebanon.",
        "Fire broke out in Tripoli (Lebanon).",
        "Fire broke out in Tripoli, Mina Road, Lebanon.",
    ],
)
def test_words_between_a_place_and_what_holds_it(text: str) -> None:
    assert named(text, Tripoli="GPE")[0].country == "LB"


def test_a_place_where_the_map_has_none_of_its_name_stays_off_it() -> None:
    first, second = named("It rained in Springfield, Kenya. Springfield slept.", Springfield="GPE")
    assert first.latitude is None
    assert second.latitude is None


def test_a_list_of_places_settles_nothing() -> None:
    found = named("It rained in Lyon, Kenya, and Peru.", Lyon="GPE")
    assert found[0].country == "FR"


def test_the_more_places_lie_in_a_country_the_more_it_counts() -> None:
    text = "Crews left Atlanta, Augusta, Tennessee and Macon for Athens."
    names = ("Atlanta", "Augusta", "Tennessee", "Macon", "Athens")
    assert named(text, **dict.fromkeys(names, "GPE"))[-1].country == "US"


def test_a_region_whose_city_is_called_so_is_meant() -> None:
    (city,) = named("Rain fell on Gaza City.", **{"Gaza City": "GPE"})
    (strip,) = named("Rain fell on Gaza.", Gaza="GPE")
    assert (city.geo_precision, strip.geo_precision) == (Precision.CITY, Precision.REGION)
