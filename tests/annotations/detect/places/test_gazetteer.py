"""The places that can be meant."""

from collections import Counter

import pytest

from annotations.detect import lexicon
from annotations.detect.places.folding import folded
from annotations.detect.places.gazetteer import Place, country, named, places
from annotations.model import Precision


def test_a_country_comes_before_its_namesakes() -> None:
    first, *others = places("Georgia")
    assert (first.precision, first.country) == (Precision.COUNTRY, "GE")
    assert ("US", Precision.REGION) in {(each.country, each.precision) for each in others}


def test_larger_places_come_first() -> None:
    assert [each.country for each in places("Perth")][:2] == ["AU", "GB"]


def test_names_in_the_news_are_known() -> None:
    assert places("Kiev")[0].name == "Kyiv"
    assert places("the U.S.")[0].country == "US"
    assert places("Raqqa")[0].country == "SY"


def test_what_usually_has_a_name_comes_before_what_has_it_elsewhere_or_once_had_it() -> None:
    state, *others = places("Victoria")
    assert (state.country, state.is_byname) == ("AU", False)
    byname = next(each for each in others if each.name == "Hong Kong")
    assert byname.is_byname
    assert byname.weight < byname.people


@pytest.mark.parametrize(
    ("name", "code", "latitude", "longitude"),
    [
        ("Khan Younis", "PS", 31.3, 34.3),
        ("Kharkov", "UA", 50.0, 36.3),
        ("Rangoon", "MM", 16.8, 96.2),
        ("Hodeida", "YE", 14.8, 43.0),
        ("Seville", "ES", 37.4, -6.0),
        ("Mekelle", "ET", 13.5, 39.5),
        ("Saigon", "VN", 10.8, 106.6),
        ("Sloviansk", "UA", 48.9, 37.6),
        ("Deir al-Zour", "SY", 35.3, 40.1),
        ("El Geneina", "SD", 13.5, 22.4),
        ("Srebrenica", "BA", 44.1, 19.3),
        ("Masisi", "CD", -1.4, 28.8),
        ("Washington, D.C.", "US", 38.9, -77.0),
    ],
)
def test_cities_by_the_names_that_news_has_for_them(
    name: str, code: str, latitude: float, longitude: float
) -> None:
    assert _is(places(name)[0], Precision.CITY, code, latitude, longitude)


@pytest.mark.parametrize(
    ("name", "code", "latitude", "longitude"),
    [
        ("Xinjiang", "CN", 42.2, 83.6),
        ("Khyber Pakhtunkhwa", "PK", 33.8, 71.6),
        ("North Kivu", "CD", -0.6, 29.3),
        ("Darfur", "SD", 12.5, 24.7),
        ("Mindanao", "PH", 7.4, 124.6),
        ("Donbass", "UA", 48.1, 38.1),
        ("Kurdistan", "IQ", 36.1, 44.3),
        ("Nagorno-Karabakh", "AZ", 39.8, 46.8),
        ("Transnistria", "MD", 47.1, 29.5),
        ("Golan Heights", "SY", 33.3, 35.8),
        ("Yorkshire", "GB", 53.7, -1.4),
        ("Kent", "GB", 51.3, 0.8),
        ("Fermanagh", "GB", 54.3, -7.6),
        ("Co. Mayo", "IE", 53.9, -9.2),
        ("Harris County", "US", 29.8, -95.4),
        ("Haute-Savoie", "FR", 46.1, 6.3),
        ("Sulu", "PH", 5.9, 121.0),
        ("Bali", "ID", -8.4, 115.2),
    ],
)
def test_regions_of_every_kind(name: str, code: str, latitude: float, longitude: float) -> None:
    assert _is(places(name)[0], Precision.REGION, code, latitude, longitude)


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Congo", ["CD", "CG"]),
        ("Kashmir", ["IN", "PK"]),
        ("Punjab", ["PK", "IN"]),
        ("Borneo", ["ID", "MY", "BN"]),
        ("Lapland", ["FI", "SE", "NO"]),
    ],
)
def test_what_lies_in_several_countries_has_a_part_in_each(name: str, codes: list[str]) -> None:
    assert [each.country for each in places(name)][: len(codes)] == codes


def test_a_county_lies_in_its_first_level_region_and_a_wide_region_in_none() -> None:
    assert places("Kent")[0].region == "England"
    assert places("Donbas")[0].region == ""


def test_a_region_that_news_names_weighs_more_than_one_of_its_size() -> None:
    sinai = places("Sinai")[0]
    south = places("South Sinai")[0]
    assert sinai.weight / sinai.people > south.weight / south.people


@pytest.mark.parametrize(
    "name", ["Bermuda", "Gibraltar", "Guam", "Jersey", "Réunion", "Falklands", "Tokelau", "Chagos"]
)
def test_territories_are_countries(name: str) -> None:
    assert places(name)[0].precision is Precision.COUNTRY


def test_what_is_no_place() -> None:
    assert places("Kelp Front") == []
    assert country("XX") is None


def test_a_country_has_coordinates() -> None:
    syria = country("SY")
    assert syria is not None
    assert (round(syria.latitude), round(syria.longitude)) == (35, 37)


def test_every_name_of_a_nation_finds_it() -> None:
    for code, nation in lexicon.sections("nations").items():
        for name in nation["names"]:
            found = [each for each in places(name) if each.precision is Precision.COUNTRY]
            assert [each.country for each in found] == [code], name


def test_every_exonym_belongs_to_a_place_and_is_listed_once() -> None:
    for code, kinds in lexicon.sections("exonyms").items():
        for kind, exonyms in kinds.items():
            assert [key for key in exonyms if named(key, code=code, kind=kind) is None] == []
            listed = Counter(folded(name) for names in exonyms.values() for name in names)
            assert {name: count for name, count in listed.items() if count > 1} == {}, code


def _is(place: Place, precision: Precision, code: str, latitude: float, longitude: float) -> bool:
    where = (round(place.latitude, 1), round(place.longitude, 1))
    return (place.precision, place.country, where) == (precision, code, (latitude, longitude))
