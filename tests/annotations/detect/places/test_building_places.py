"""How the list of places is made out of what the packages have."""

from typing import Any

import pytest

from annotations.detect.lexicon.sources.build_places import rows, wider_rows
from annotations.detect.lexicon.sources.cities import (
    Cities,
    City,
    middle,
    names_of,
    without_kind,
)
from annotations.detect.lexicon.sources.geonames import Located, Nearest
from annotations.detect.lexicon.sources.known_cities import further_cities, small_cities
from annotations.detect.lexicon.sources.wider_regions import WiderRegions

EASTON = City("GB", "England", ("Easton",), 52.0, 1.0, 30_000, district="Wold")
WESTON = City("GB", "England", ("Weston", "Vestun"), 51.0, -1.0, 10_000, district="Fen")
NORTON = City("GB", "Scotland", ("Norton",), 57.0, -3.0, 0, former_region="Glens")


def entry(name: str, *, id_: int = 1, code: str = "01", people: int = 0) -> dict[str, Any]:
    return {
        "geonameid": id_,
        "countrycode": "GB",
        "admin1code": code,
        "name": name,
        "alternatenames": [],
        "latitude": 52.0,
        "longitude": 1.0,
        "population": people,
    }


def made(entries: list[dict[str, Any]], region: str, usual: dict[str, str]) -> Cities:
    located = [Located("GB", 52.0, 1.0, region, "Wold")]
    return Cities(entries, located, usual_regions={"GB": usual}, seats={"GB": "Easton"})


def test_the_nearest_place_is_found_across_squares_but_not_from_afar() -> None:
    near, far = Located("GB", 52.01, 1.0, "A", ""), Located("GB", 52.04, 1.0, "B", "")
    nearest = Nearest([far, near, Located("FR", 52.0, 1.0, "C", "")])
    assert nearest.to("GB", 52.0, 1.0) == near
    assert nearest.to("GB", 54.0, 1.0) is None


def test_a_region_goes_by_what_the_places_near_its_cities_say() -> None:
    (city,) = made([entry("Easton")], "Muhafazat al Wold", {}).all()
    assert (city.region, city.former_region, city.district, city.is_capital) == (
        "Wold",
        "Muhafazat al Wold",
        "Wold",
        True,
    )


def test_a_usual_name_of_a_region_comes_first_and_the_data_has_it_as_another() -> None:
    source = made([entry("Easton")], "Wolda", {"01": "Wold"})
    assert source.all()[0].region == "Wold"
    assert source.other_names() == {("GB", "Wold"): "Wolda"}


def test_the_former_name_of_several_regions_is_no_other_name_of_one() -> None:
    entries = [entry("Easton"), entry("Weston", id_=2, code="02")]
    assert made(entries, "Old", {"01": "Wold", "02": "Fen"}).other_names() == {}


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Hebei Sheng", "Hebei"), ("Muhafazat ad Wold", "Wold"), ("Mexico City", "Mexico City")],
)
def test_words_for_what_a_region_is(name: str, plain: str) -> None:
    assert without_kind(name) == plain


def test_a_large_city_keeps_more_names() -> None:
    names = [f"Ea{letter}ton" for letter in "abcdefghijklmn"]
    small = {"name": "Easton", "alternatenames": names, "population": 20_000}
    assert len(names_of(small)) == 5
    assert len(names_of(small | {"population": 200_000})) == 13
    assert len(names_of(small, is_capital=True)) == 13


def test_places_without_people_have_a_middle() -> None:
    assert middle([NORTON]) == (57.0, -3.0, 1)
    assert middle([EASTON, WESTON]) == (51.75, 0.5, 40_000)


@pytest.mark.parametrize(
    ("part", "line"),
    [
        ({"regions": ["England"]}, ("GB", "England", "Vale", 51.75, 0.5, 40_000)),
        ({"districts": ["Wold"]}, ("GB", "England", "Vale", 52.0, 1.0, 30_000)),
        ({"cities": ["Vestun"]}, ("GB", "England", "Vale", 51.0, -1.0, 10_000)),
        ({"former": ["Glens"]}, ("GB", "Scotland", "Vale", 57.0, -3.0, 1)),
        ({"at": [54.0, -2.0], "people": 9}, ("GB", "", "Vale", 54.0, -2.0, 9)),
    ],
)
def test_what_a_wider_region_consists_of(part: dict[str, Any], line: tuple[object, ...]) -> None:
    regions = WiderRegions([EASTON, WESTON, NORTON]).composed({"Vale": {"GB": part}})
    assert list(regions) == [line]


def test_a_wider_region_across_first_level_ones_lies_in_none() -> None:
    part = {"cities": ["Easton", "Norton"]}
    ((_, region, *_),) = WiderRegions([EASTON, NORTON]).composed({"Vale": {"GB": part}})
    assert region == ""


def test_an_unknown_member_ends_the_build() -> None:
    with pytest.raises(SystemExit, match=r"Vale \(GB\): Sutton is not among the cities"):
        list(WiderRegions([EASTON]).composed({"Vale": {"GB": {"cities": ["Sutton"]}}}))


def test_second_level_regions_go_by_the_part_of_their_name_that_news_uses() -> None:
    annecy = City(
        *("FR", "Rhône", ("Annecy",), 45.9, 6.1, 50_000),
        district="Departement de la Haute-Savoie",
    )
    (line,) = wider_rows([annecy], {})
    assert line == (
        "region",
        "FR",
        "Rhône",
        "Haute-Savoie",
        "45.900",
        "6.100",
        "50000",
        "haute savoie",
    )


def test_small_cities_are_found_by_their_own_name_first() -> None:
    other = City("GB", "England", ("Sutton", "Norton"), 52.0, 1.0, 90_000)
    assert small_cities([NORTON, other], {"GB": {"small": ["Norton"]}}) == {NORTON}
    with pytest.raises(SystemExit, match=r"milton \(GB\) is not among the cities"):
        small_cities([NORTON], {"GB": {"small": ["Norton", "Milton"]}})


def test_a_city_that_is_missing_lies_in_the_region_of_the_nearest() -> None:
    (city,) = further_cities([EASTON, NORTON], {"GB": {"at": {"Sutton": [56.0, -3.0, 70]}}})
    assert city == City("GB", "Scotland", ("Sutton",), 56.0, -3.0, 70)


def test_lines_are_countries_then_regions_then_the_cities_that_are_large_or_known() -> None:
    lines = list(rows({"GB": "Britain"}, [EASTON, WESTON, NORTON], {}, [NORTON]))
    assert [(line[0], line[3]) for line in lines] == [
        ("country", "Britain"),
        ("region", "England"),
        ("region", "Scotland"),
        ("city", "Easton"),
        ("city", "Norton"),
    ]


def test_a_country_without_a_large_city_has_all_its_cities() -> None:
    lines = rows({"GB": "Britain"}, [WESTON], {("GB", "England"): "Angleterre"}, [])
    assert [line[7] for line in lines] == ["britain", "england|angleterre", "weston|vestun"]
