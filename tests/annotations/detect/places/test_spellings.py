"""One name for each place of an article."""

from dataclasses import replace

from annotations.detect.places.spellings import one_name_each
from annotations.model import Entity, Precision

KYIV = Entity(
    start=0,
    end=4,
    text="Kyiv",
    name="Kyiv",
    label="GPE",
    country="UA",
    latitude=50.45,
    longitude=30.52,
    geo_precision=Precision.CITY,
)
KIEV = replace(KYIV, start=10, end=14, text="Kiev", name="Kiev")


def names(*entities: Entity) -> list[str | None]:
    return [each.name for each in one_name_each(entities)]


def test_spellings_of_one_place_have_the_commoner_name() -> None:
    later = replace(KIEV, start=20, end=24)
    assert names(KYIV, KIEV, later) == ["Kiev", "Kiev", "Kiev"]


def test_of_names_as_common_the_first_counts() -> None:
    assert names(KYIV, KIEV) == ["Kyiv", "Kyiv"]


def test_a_region_and_its_city_are_two() -> None:
    region = replace(KIEV, geo_precision=Precision.REGION)
    assert names(KYIV, region) == ["Kyiv", "Kiev"]


def test_what_is_not_on_the_map_keeps_its_name() -> None:
    zalm = replace(KIEV, name="Zalm", latitude=None, longitude=None, geo_precision=None)
    assert names(KYIV, zalm) == ["Kyiv", "Zalm"]
